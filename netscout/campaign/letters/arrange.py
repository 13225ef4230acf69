"""Lines about the day of a talk: days offered after a yes, a talk confirmed, a new day for one that fell through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from netscout.campaign.letters.shape import Head, Line, check_channel, check_name, versions
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.days import day_and_month
from netscout.model.draft import Draft
from netscout.model.letter_facts import LetterFacts
from netscout.model.lists import CONNECTORS

_LOG = "your log"
_CITY, _SHORT = re.compile(r"(?!Etc/)(?:[A-Za-z_]+/)+([A-Z][A-Za-z_-]+)"), re.compile(r"[A-Z]{3,5}")
"""Time zones that can be told to somebody: a city of the time zone database, or letters such as CET."""


def arrange(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    """Yield the lines that arrange a talk, as the log asks for: an offer of days, a confirmation, a new day.

    Raises:
        RefusedError: nothing is to be arranged with this person now, or the channel has no form for it.
    """
    check_channel("arrange", channel)
    check_name(facts.name)
    if facts.row.startswith("scheduled") and facts.meeting and facts.meeting >= today.isoformat():
        key, told = "confirm", _confirmed(facts, today)
    elif facts.row in ("replied", "arranging"):
        key, told = "offer", _offered(facts, "offer", facts.answered, today)
    elif facts.row == "slipped":
        key, told = "again", _offered(facts, "again", facts.slipped, today)
    else:
        raise _refusal(facts)
    subject = texts("arrange")[f"subject_{key}"] if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "arrange", channel, facts.mode, subject)
    return versions(head, [told])


def _offered(facts: LetterFacts, key: str, since: str, today: date) -> list[Line]:
    words = texts("arrange")
    values = {"on": since, "days": _days(facts.offer, today)}
    what = "times" if any(" " in one for one in facts.offer) else "days"
    return [
        Line(words[key], fill(words[f"fact_{key}"], values), _LOG),
        Line(fill(words[f"{key}_{what}"], values)),
        Line(words["length"]),
        Line(words["way_out"]),
    ]


def _confirmed(facts: LetterFacts, today: date) -> list[Line]:
    words = texts("arrange")
    values = {"day": _day(facts.meeting, today), "at": _hour(facts), "minutes": str(facts.minutes)}
    values |= {"on": facts.meeting, "as_role": facts.as_role}
    lines = [Line(fill(words["confirm"], values), fill(words["fact_confirm"], values), _LOG)]
    if facts.minutes:
        lines.append(Line(fill(words["confirm_minutes"], values), fill(words["fact_minutes"], values), _LOG))
    if facts.as_role and not facts.inside:
        key = "confirm_goal_connector" if facts.list == CONNECTORS else "confirm_goal"
        lines.append(Line(fill(words[key], values), spare=1))
    return [*lines, Line(words["confirm_ask"]), Line(words["way_out_fixed"])]


def _hour(facts: LetterFacts) -> str:
    """Return the hour of the talk with its time zone, where one was noted that can be told; "" without an hour."""
    words, city = texts("arrange"), _CITY.fullmatch(facts.zone)
    zone = facts.zone if _SHORT.fullmatch(facts.zone) else ""
    if city:
        zone = fill(words["when_zone"], {"city": city[1].replace("_", " ")})
    if not facts.meeting_at:
        return ""
    return fill(words["when_at_zone" if zone else "when_at"], {"at": facts.meeting_at, "zone": zone})


def _days(days: Sequence[str], today: date) -> str:
    """Return days in a row, the last behind "or"."""
    told = [_day(one, today) for one in days]
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else "".join(told)


def _day(day: str, today: date) -> str:
    on, _, at = day.partition(" ")
    told = day_and_month(date.fromisoformat(on), today)
    return f"{told}{fill(texts('arrange')['when_at'], {'at': at})}" if at else told


def _refusal(facts: LetterFacts) -> RefusedError:
    words = texts("arrange")
    reason = next((one for one in ("confirmed", "scheduled") if facts.row.startswith(one)), "over")
    values = {"person": facts.person, "stage": facts.stage}
    return RefusedError(fill(words[f"no.{reason}"], values), fill(words[f"no.{reason}.then"], values))
