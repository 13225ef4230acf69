"""Why somebody is not to be asked now, in words: what the log says of them, and the limits on asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from netscout.campaign.caps import Bite
from netscout.campaign.goodwill import UNANSWERED, owes_thanks
from netscout.campaign.words import stage_words
from netscout.lang import fill, texts
from netscout.model.days import long_day
from netscout.model.standing import Standing

TALK_RESTS = 28
"""Days after a talk on which nothing new is asked; thanks, once logged, end it."""
_ENDS = frozenset(("do-not-contact", "closed"))
_SHOWN = 3
"""People named in one sentence."""


def log_reason(one: Standing, today: date) -> str:
    """Return why the log says not to ask somebody on a day, days as `YYYY-MM-DD`; "" where it says nothing."""
    key, on, until = _reason(one, today)
    if not key:
        return ""
    days = {"on": on.isoformat() if on else "", "until": until.isoformat() if until else ""}
    return fill(texts("asking")[f"log.{key}"], days | {"words": stage_words(one)})


def _reason(one: Standing, today: date) -> tuple[str, date | None, date | None]:
    """Return the key of the reason, the day it speaks of, and the day on which it ends."""
    if one.stage in _ENDS:
        return one.stage, one.since, None
    if one.asking:
        return ("asked", one.asked, None) if one.stage in UNANSWERED else ("running", one.since, None)
    if one.declined:
        return "declined", one.since, None
    if one.may_ask_from and today < one.may_ask_from:
        return one.stage, one.since, one.may_ask_from
    rests = one.talk + timedelta(days=TALK_RESTS) if one.talk and owes_thanks(one) else today
    return ("met", one.talk, rests) if rests > today else ("", None, None)


def company_reason(bite: Bite, company: str) -> str:
    """Return why nobody else at a company is to be asked."""
    words = texts("asking")
    values = _counted("requests", bite) | {"company": company}
    if bite.until is None:
        return fill(words["company.open"], values)
    return fill(words["company"], values | {"until": bite.until.isoformat()})


def bite_words(bite: Bite, names: Mapping[str, str]) -> str:
    """Return in sentences which limit stands against asking, who holds the requests, and when it ends.

    `names` are names to show by id; whoever has none is shown by id.
    """
    words = texts("asking")
    kind = "talks" if bite.cap == "C9" else "requests"
    values = _counted(kind, bite) | {"people": people_words(bite.people, names)}
    said = fill(words[f"bite.{bite.cap}"], values)
    if bite.until is not None:
        return f"{said} {fill(words['until'], {'day': long_day(bite.until)})}"
    return f"{said} {words['until.open']}" if bite.cap in ("C2", "C4") else said


def offer_words(day: date, bite: Bite, names: Mapping[str, str]) -> str:
    """Return the sentence that advises not to offer a day on which talks enough are fixed."""
    told = {"people": people_words(bite.people, names), "day": long_day(day)}
    return fill(texts("asking")["full.offer"], _counted("talks", bite) | told)


def thanks_words(people: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the sentence on thanks that are overdue; "" where none are."""
    return fill(texts("asking")["thanks"], {"people": people_words(people, names)}) if people else ""


def people_words(people: Sequence[str], names: Mapping[str, str]) -> str:
    """Return names in a row, of many the first and how many more."""
    shown = ", ".join(names.get(one, one) for one in people[:_SHOWN])
    more = len(people) - _SHOWN
    return fill(texts("asking")["and_more"], {"people": shown, "number": str(more)}) if more > 0 else shown


def _counted(kind: str, bite: Bite) -> dict[str, str]:
    """Return how many requests or talks fill a limit, with the verb that goes with it."""
    words, number = texts("asking"), len(bite.people)
    one = ".one" if number == 1 else ""
    return {"count": fill(words[f"{kind}{one}"], {"number": str(number)}), "are": words[f"are{one}"]}
