"""The one reminder of an open request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netscout.campaign.letters.shape import Head, Line, check_channel, check_name, fitting_subject, versions
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.draft import Draft
from netscout.model.letter_facts import LetterFacts, day_words
from netscout.model.lists import CONNECTORS

_FIXED = ("scheduled", "confirmed")
_REASONS = {
    "listed": "listed",
    "replied": "replied",
    "slipped": "slipped",
}


def follow_up(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    """Yield the reminder of the open request, then the same without the role, which may be long.

    Raises:
        RefusedError: no request is open, it had its reminder, they answered, or the channel has no form for it.
    """
    check_channel("follow-up", channel)
    check_name(facts.name)
    about_time = facts.row == "arranging" and facts.offered is not None
    if facts.asked is None or not (facts.row == "asked" or about_time):
        raise _refusal(facts)
    known = [facts.as_role, ""] if facts.as_role else [""]
    return (one for as_role in known for one in _reminder(facts, as_role, channel, today, about_time=about_time))


def _reminder(facts: LetterFacts, as_role: str, channel: str, today: date, *, about_time: bool) -> Iterator[Draft]:
    words = texts("followup")
    since = (facts.offered if about_time else facts.asked) or ""
    values = {"day": day_words(since, today), "on": since, "as_role": as_role}
    opens_doors = facts.list == CONNECTORS
    what = "time" if about_time else "again_connector" if opens_doors else "again"
    spoken = "_call" if channel == "call" else ""
    key = f"{what}{'' if as_role else '_plain'}{spoken}{'_open' if facts.is_open else ''}"
    fact = fill(words["fact_offered" if about_time else "fact_asked"], values)
    lines = [Line(fill(words[key], values), fact, "your log")]
    if not about_time:
        lines.append(Line(words[f"{'ask_connector' if opens_doors else 'ask'}{spoken}"]))
    if channel != "call":
        lines.append(Line(words["time_way_out" if about_time else "way_out"]))
    subject = _subject(values, about_time=about_time) if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "follow-up", channel, facts.mode, subject)
    return versions(head, [lines])


def _subject(values: dict[str, str], *, about_time: bool) -> str:
    words, key = texts("followup"), "subject_time" if about_time else "subject"
    plain = words[f"{key}_plain"]
    return fitting_subject(fill(words[key], values), plain) if values["as_role"] else plain


def _refusal(facts: LetterFacts) -> RefusedError:
    words = texts("followup")
    reason = _REASONS.get(facts.row, "fixed" if facts.row.startswith(_FIXED) else "over")
    values = {"person": facts.person, "stage": facts.stage}
    return RefusedError(fill(words[f"no.{reason}"], values), fill(words[f"no.{reason}.then"], values))
