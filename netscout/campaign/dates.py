"""The calendar of one person: every talk that was fixed, every step with a day, and what no longer holds of them.

An entry keeps its key whatever is logged later, so that a calendar that takes the file in again finds its own. What an
earlier file may have held and no longer holds is told as off, as long as its day is still to come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from netscout.campaign.fold import C6, NOTHING, fold
from netscout.campaign.gratitude import thanks_by, zone_of
from netscout.campaign.talks import FIXED, HELD, OFF, Talk, talks
from netscout.campaign.timeplan import USUAL
from netscout.campaign.words import action_words
from netscout.campaign.workdays import Workdays
from netscout.lang import fill, texts
from netscout.model.dated import TALK, Dated
from netscout.model.days import long_day
from netscout.model.event import Event
from netscout.model.standing import Beside, Standing, Step

_UNWRITTEN = frozenset(("none", "meet", "let-go"))
"""No entries: nothing to do, and the talk, which has one of its own."""
_BEFORE, _AFTER = frozenset(("confirm", "prepare", "record-outcome")), frozenset(("write-notes", "thank"))
"""Steps that belong to a talk that is fixed, and to one that was held."""
_CHANGELESS = frozenset(("noted", "prepared"))
"""Entries of the log by which no entry of the calendar changes."""
_REMEMBERED = 100
"""Entries of a log, counted from its end, whose earlier calendars are called back."""
_REMINDER = 15
"""Minutes that an entry with a time takes in the calendar, unless it is the talk itself."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose calendar it is: the entries of one person in the order of logging, those taken back and retractions too.

    `private` lets the user's notes into the texts. `second` are the business days from a request to the day on which
    somebody else at the same company may be written to, 0 where nobody there is on a list; `second_now` says whether
    nothing stands against it as things are.
    """

    person: str
    name: str
    log: Sequence[Event]
    beside: Beside = NOTHING
    private: bool = False
    second: int = 0
    second_now: bool = False

    @property
    def begun(self) -> int:
        """Return the number of the first entry, which stands for the person in keys: ids change when people merge."""
        return min((one.seq for one in self.log), default=0)


def dates(whose: Whose, today: date, days: Workdays, rest_days: int = C6) -> list[Dated]:
    """Return the entries of one person as of a day, by day, time and key."""

    def seen(log: Sequence[Event], day: date, whose: Whose = whose) -> dict[str, Dated]:
        standing = fold(log, day, days, whose.beside, rest_days)
        return {
            one.key: one for one in _entries(whose, talks(log, day, days), standing, _second(whose, standing, days))
        }

    now = seen(_standing(whose.log), today, whose if whose.second_now else replace(whose, second=0))
    gone = [one for key, one in _earlier(whose.log, today, seen).items() if key not in now and one.day >= today]
    found = [*now.values(), *map(_off, gone)]
    stamped = [_stamped(one, whose.log, today) for one in found]
    return sorted(stamped, key=in_order)


def in_order(one: Dated) -> tuple[date, bool, time, str, str]:
    """Return by what entries are ordered: day, whole days before times, then key."""
    return one.day, one.at is not None, one.at or time.min, one.key, one.person


def _standing(log: Sequence[Event]) -> list[Event]:
    """Return the entries that were not taken back."""
    back = {one.retracts for one in log if one.retracts is not None}
    return [one for one in log if one.event != "retracted" and one.seq not in back]


def _earlier(
    log: Sequence[Event], today: date, seen: Callable[[Sequence[Event], date], dict[str, Dated]]
) -> dict[str, Dated]:
    """Return what was to be seen after each entry was logged, on the day it was logged."""
    found: dict[str, Dated] = {}
    for count in range(max(1, len(log) - _REMEMBERED), len(log) + 1):
        one = log[count - 1]
        day = min(date.fromisoformat(one.logged_on or one.on), today)
        found |= seen(_standing(log[:count]), day)
    return found


def _second(whose: Whose, standing: Standing, days: Workdays) -> tuple[Step, ...]:
    """Return the step to a second person at the company, from the day on that the 3 of 3B7 names."""
    if not whose.second or standing.stage != "asked" or standing.asked is None:
        return ()
    return (Step("second-contact", days.bd(standing.asked, whose.second)),)


def _entries(whose: Whose, held: Sequence[Talk], standing: Standing, second: Sequence[Step]) -> Iterator[Dated]:
    for one in held:
        yield _talk(whose, one)
    own = () if standing.step in standing.debts else (standing.step,)
    steps = (*own, *standing.debts, *standing.sides, *second)
    pairs = [(step, _talk_of(step, standing, held)) for step in steps]
    if held and held[-1].state == FIXED:
        pairs.append((Step("thank", *thanks_by(held[-1].day)), held[-1]))
    told: Counter[str] = Counter()
    for step, talk in pairs:
        if step.action in _UNWRITTEN or step.due is None:
            continue
        key = f"{step.action}-talk-{talk.number}" if talk else f"{whose.begun}-{step.action}-{step.due:%Y%m%d}"
        told[key] += 1
        yield _step(whose, standing, step, talk, f"{key}-{told[key]}" if told[key] > 1 else key)


def _talk_of(step: Step, standing: Standing, held: Sequence[Talk]) -> Talk | None:
    """Return the talk that a step belongs to and moves with, None where it belongs to none that was fixed."""
    if step.action in _BEFORE:
        return held[-1] if held and held[-1].state == FIXED else None
    if step.action in _AFTER and not standing.row.startswith("declined"):
        return next((one for one in reversed(held) if one.state == HELD and one.day == standing.talk), None)
    return None


def _talk(whose: Whose, talk: Talk) -> Dated:
    words, minutes = texts("calendar"), talk.minutes or USUAL
    said = [fill(words["length"], {"minutes": str(talk.minutes)})] if talk.minutes else []
    if talk.state == OFF:
        said = [words["off.talk"]]
    elif talk.state == FIXED:
        said = [*said, words["confirmed" if talk.confirmed else "unconfirmed"]]
        said.append(fill(words["prep"], {"person": whose.person}))
    if talk.at is not None and talk.state != OFF:
        key = "zone" if zone_of(talk.zone) else "zone.unknown" if talk.zone else "zone.none"
        said.append(fill(words[key], {"zone": talk.zone}))
    if whose.private:
        notes = [one.note for one in (talk.fixed, talk.confirmed) if one is not None and one.note]
        said += [fill(words["note"], {"note": note}) for note in notes]
    zone = talk.zone if talk.at is not None and zone_of(talk.zone) else ""
    title = fill(words["talk"], {"name": whose.name})
    entry = Dated(f"talk-{talk.number}", TALK, whose.person, talk.day, title, "\n".join(said), talk.at, zone)
    return replace(entry, minutes=minutes if talk.at is not None else 0, off=talk.state == OFF)


def _step(whose: Whose, standing: Standing, step: Step, talk: Talk | None, key: str) -> Dated:
    words = texts("calendar")
    if step.action == "second-contact":
        title = fill(words["second"], {"name": whose.name})
    else:
        title = fill(words["step"], {"name": whose.name, "action": action_words(step, standing)})
    late = [fill(words["overdue"], {"day": long_day(step.overdue)})] if step.overdue else []
    entry = Dated(key, step.action, whose.person, step.due or date.min, title)
    if talk is not None and step.action == "thank":
        due, overdue = thanks_by(talk.day, talk.at, talk.minutes, talk.zone)
        if isinstance(due, datetime) and isinstance(overdue, datetime):
            zone = talk.zone if zone_of(talk.zone) else ""
            entry = replace(entry, day=due.date(), at=due.time(), zone=zone, minutes=_REMINDER)
            late = [fill(words["overdue.at"], {"day": long_day(overdue.date()), "time": f"{overdue:%H:%M}"})]
        late += [words["planned"]] if talk.state == FIXED else []
    return replace(entry, text="\n".join((*late, words["today"])))


def _off(one: Dated) -> Dated:
    return replace(one, off=True, text=texts("calendar")["off.talk" if one.kind == TALK else "off"])


def _stamped(one: Dated, log: Sequence[Event], today: date) -> Dated:
    """Return the entry with how often the log has changed it, and the day of the last entry of the log."""
    logged = [date.fromisoformat(each.logged_on or each.on) for each in log]
    changes = sum(each.event not in _CHANGELESS for each in log)
    return replace(one, sequence=2 * changes + one.off, stamp=min(max(logged), today))
