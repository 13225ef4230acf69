"""News for somebody who helped: what came of their advice, of a name they gave, of the user's plans; nothing asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netscout.campaign.letters.pieces import advised, after_colon, short, tidy
from netscout.campaign.letters.shape import Head, Line, check_channel, check_name, versions
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.days import month_of
from netscout.model.draft import Draft
from netscout.model.letter_facts import Advice, LetterFacts, Named, day_words

_LOG, _NOTES, _LEDGER, _TARGETS = "your log", "your notes", "your referrals", "targets.toml"
_NEAR_DAYS = 30


def update(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    """Yield the news, in fewer sentences each time: results first, a decision, else how things stand.

    Raises:
        RefusedError: nothing of theirs is logged, thanks come first, or the channel has no form for it.
    """
    check_channel("update", channel)
    check_name(facts.name)
    if facts.owes_thanks and facts.talk:
        raise _no("thanks", facts)
    results, subject = _results(facts, today)
    if not results and not facts.talk:
        has_helped = bool(facts.advice or facts.named)
        raise _no(("news" if facts.helped else "news.thanked") if has_helped else "talk", facts)
    told = results or _plain(facts, today)
    subject = texts("update")[subject if results else "subject_plain"] if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "update", channel, facts.mode, subject)
    return versions(head, [told, [Line(texts("update")["close"])]])


def _no(why: str, facts: LetterFacts) -> RefusedError:
    words = texts("update")
    return RefusedError(words[f"no.{why}"], fill(words[f"no.{why}.then"], {"person": facts.person}))


def _results(facts: LetterFacts, today: date) -> tuple[list[Line], str]:
    """Return what there is to tell, and the key of the subject that fits it."""
    told: list[tuple[str, list[Line]]] = []
    told += [("subject_advice", _advice(one)) for one in facts.advice if one.followed and short(one.text)]
    told += [("subject_named", [_named(one)]) for one in facts.named if one.met]
    if facts.decided is not None and not facts.inside:
        told.append(("subject_decided", _decided(facts, today)))
    told = told or [("subject_named", [_named(one)]) for one in facts.named if one.asked]
    lines = [line for _, each in told for line in each]
    return [_spare(line, place) for place, line in enumerate(lines)], told[0][0] if told else ""


def _spare(line: Line, place: int) -> Line:
    """Return a sentence that may be left out where it is not the first: the later, the sooner."""
    return Line(line.text, line.fact, line.source, place)


def _advice(one: Advice) -> list[Line]:
    words = texts("update")
    text, form = advised(one.text)
    values = {"advice": text, "outcome": tidy(one.outcome), "given": one.on, "on": one.followed}
    told = [Line(fill(words[f"advice_{form}"], values), fill(words["fact_advice"], values), _LOG)]
    if short(values["outcome"]):
        told.append(Line(fill(words["outcome"], values), fill(words["fact_outcome"], values), _LOG))
    return told


def _named(one: Named) -> Line:
    words, key = texts("update"), "met" if one.met else "wrote"
    values = {"named": one.name, "given": one.on, "on": one.met or one.asked}
    return Line(fill(words[key], values), fill(words[f"fact_{key}"], values), _LEDGER)


def _decided(facts: LetterFacts, today: date) -> list[Line]:
    words = texts("update")
    answer, on, target, as_role, why = facts.decided or ("", "", "", "", "")
    fact = fill(words["fact_decided"], {"on": on, "target": target})
    told = [Line(fill(words[f"decided_{answer}"], {"as_role": as_role}), fact, _LOG)]
    if short(why):
        told.append(Line(fill(words["why"], {"why": tidy(why)}), fill(words["fact_why"], {"on": on}), _NOTES, spare=1))
    if facts.talk:
        talk = fill(words["fact_talk"], {"on": facts.talk})
        told.append(Line(fill(words["part"], {"when": _when(facts.talk, today)}), talk, _LOG))
    return told


def _plain(facts: LetterFacts, today: date) -> list[Line]:
    """Return how things stand, where there is neither result nor decision to tell."""
    words, talk = texts("update"), facts.talk or ""
    values = {
        "when": _when(talk, today),
        "as_role": facts.as_role,
        "count": str(facts.talks_since),
        "on": talk,
        "target": facts.target,
    }
    if facts.inside or not facts.as_role or facts.is_settled:
        key, fact, source = "since", "fact_talk", _LOG
    elif facts.talks_since and facts.since == talk:
        key, fact, source = "talks" if facts.talks_since > 1 else "talks_one", "fact_talks", _LOG
    else:
        key, fact, source = "still_open" if facts.is_open else "still", "fact_target", _TARGETS
    told = [Line(fill(words[key], values), fill(words[fact], values), source)]
    for specific in facts.specifics[1:2]:  # the first is what the thank-you named
        text = fill(words["specific"], {"specific": after_colon(specific)})
        told.append(Line(text, fill(words["fact_note"], values), _NOTES, spare=1))
    return told


def _when(day: str, today: date) -> str:
    words = texts("update")
    if (today - date.fromisoformat(day)).days <= _NEAR_DAYS:
        return fill(words["when_day"], {"day": day_words(day, today)})
    return fill(words["when_month"], {"month": month_of(day, today)})
