"""Draws the conversations of several people, and what fills a real inbox: advertisements, spam, deleted accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from data_samples.invent.letters import Letter, answer_time, is_holiday
from data_samples.invent.talk import DAYS, PITCH_SUBJECTS, PITCHES, SPAM, SPONSORED, topics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data_samples.invent.chance import Dice
    from data_samples.invent.person import Person


@dataclass(frozen=True, slots=True)
class Circle:
    """A group thread: its title, how many others are in it, sessions, and the span in which it lived."""

    key: str
    title: str
    others: int
    sessions: int
    first: date
    last: date


CIRCLES = (
    Circle("fair", "Spring fair core team", 6, 15, date(2023, 1, 9), date(2026, 10, 28)),
    Circle("fair", "Hall 3", 4, 9, date(2024, 9, 2), date(2026, 10, 12)),
    Circle("fair", "", 3, 6, date(2025, 2, 3), date(2026, 9, 30)),
    Circle("leipzig", "Leipzig 2015 reunion", 5, 8, date(2018, 3, 1), date(2024, 7, 14)),
    Circle("lyon", "Les Lyonnaises", 2, 9, date(2017, 2, 1), date(2023, 3, 18)),
    Circle("trade", "Event women of the north", 6, 10, date(2019, 5, 6), date(2026, 8, 29)),
    Circle("data", "Data evening carpool", 4, 8, date(2023, 10, 2), date(2026, 9, 9)),
    Circle("data", "SQL for beginners, Tuesdays", 3, 9, date(2025, 11, 4), date(2026, 6, 23)),
    Circle("crane", "Papierkran alumni", 5, 8, date(2021, 4, 6), date(2025, 12, 19)),
    Circle("friends", "Soup and board games", 4, 11, date(2019, 10, 18), date(2026, 10, 25)),
)


def write_circles(people: Sequence[Person], dice: Dice) -> list[Letter]:
    """Return the letters of all group threads; their members are told in `Person.groups`."""
    letters: list[Letter] = []
    for circle in CIRCLES:
        able = [person for person in people if circle.key in person.groups and person.connected < circle.first]
        members: list[Person | None] = [None, *able[: circle.others]]
        conversation = f"2-{dice.code(22)}=="
        days = sorted({dice.day(circle.first, circle.last) for _ in range(circle.sessions)})
        for day in days:
            if not is_holiday(day):
                letters += _round(circle, conversation, members, day, dice)
    return letters


def _round(circle: Circle, conversation: str, members: Sequence[Person | None], day: date, dice: Dice) -> list[Letter]:
    when = datetime.combine(day, time(dice.between(8, 20), dice.between(0, 59), dice.between(0, 59), tzinfo=UTC))
    letters = []
    previous = -1
    for line in dice.pick(topics("group", "en")):
        at = (previous + dice.between(1, len(members) - 1)) % len(members) if previous >= 0 else dice.between(0, 2)
        others = tuple(member for number, member in enumerate(members) if number != at)
        text = line.format(day=dice.pick(DAYS["en"]))
        letters.append(Letter(conversation, circle.title, members[at], others, when, "", text))
        previous = at
        when += answer_time(dice) / 4
    return letters


def write_noise(dice: Dice) -> list[Letter]:
    """Return advertisements, spam and letters of accounts that no longer exist: none of them makes a tie."""
    letters = []
    for kind, count in (("sponsored", 26), ("spam", 9), ("anonymous", 11)):
        for _ in range(count):
            day = dice.day(date(2021, 1, 11), date(2026, 10, 29))
            when = datetime.combine(day, time(dice.between(6, 21), dice.between(0, 59), tzinfo=UTC))
            text = {"sponsored": SPONSORED, "spam": SPAM, "anonymous": PITCHES}[kind]
            title = "Sponsored Conversation" if kind == "sponsored" and dice.likely(0.5) else ""
            subject = dice.pick(PITCH_SUBJECTS) if kind == "sponsored" else ""
            letters.append(Letter(f"2-{dice.code(22)}==", title, None, (None,), when, subject, dice.pick(text), kind))
            when += timedelta(days=1)
    return letters
