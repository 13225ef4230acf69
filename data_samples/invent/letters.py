"""Draws who wrote to whom and when: sessions with answers in minutes or days, weekly habits, holidays, silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from data_samples.invent import owner
from data_samples.invent.talk import CITIES, DAYS, OPENERS, PITCH_SUBJECTS, PITCHES, SMALL, topics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data_samples.invent.chance import Dice
    from data_samples.invent.person import Person


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of messages.csv; None stands for the ego.

    `kind` is "" for what people write, else `sponsored`, `spam` or `anonymous`.
    """

    conversation: str
    title: str
    sender: Person | None
    recipients: tuple[Person | None, ...]
    when: datetime
    subject: str
    text: str
    kind: str = ""
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """How two people write: number of sessions, their span (days before the export), hours, share begun by me.

    `since` 0 counts from the day they connected. `weekly` is the share of sessions on the pair's own weekday.
    """

    context: str
    sessions: tuple[int, int]
    since: int
    until: int
    hours: tuple[int, int]
    begun_by_me: float
    weekly: float = 0.0
    fading: bool = False


HABITS = {
    "boss": Habit("work", (100, 110), 0, 1, (7, 18), 0.45, 0.4),
    "close-work": Habit("work", (24, 40), 1500, 1, (7, 18), 0.5, 0.5),
    "close": Habit("friend", (20, 32), 0, 3, (17, 22), 0.5, 0.5),
    "colleague": Habit("work", (3, 9), 1200, 1, (8, 17), 0.5),
    "warm": Habit("catch-up", (4, 8), 1500, 10, (9, 21), 0.5),
    "light": Habit("catch-up", (1, 2), 1100, 20, (9, 20), 0.5),
    "answered": Habit("data", (2, 3), 400, 20, (9, 18), 1.0),
    "dormant": Habit("friend", (5, 13), 0, 500, (12, 22), 0.5, 0.4, fading=True),
    "dormant-long": Habit("friend", (12, 22), 0, 1150, (15, 22), 0.5, 0.5, fading=True),
}


def write_letters(people: Sequence[Person], dice: Dice) -> list[Letter]:
    """Return the direct messages of everybody, in the order of the people."""
    letters: list[Letter] = []
    for person in people:
        conversation = f"2-{dice.code(22)}=="
        for tie in person.ties:
            if tie in HABITS:
                letters += _habit(person, HABITS[tie], conversation, dice)
            elif tie in ("opener", "opened", "pitch"):
                letters += _unanswered(person, tie, conversation, dice)
    return letters


def is_holiday(day: date) -> bool:
    """Say whether the ego is away: three weeks of August, the days round the turn of the year."""
    return (day.month == 8 and day.day < 22) or (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 1)


def _habit(person: Person, habit: Habit, conversation: str, dice: Dice) -> list[Letter]:
    first, last = _span(person, habit)
    weekday = dice.between(0, 4 if habit.context == "work" else 6)
    days = {_session_day(first, last, habit, weekday, dice) for _ in range(dice.between(*habit.sessions))}
    if habit.fading:  # the last letter before the silence
        days.add(max(first, last - timedelta(days=dice.between(0, 600))))
    letters: list[Letter] = []
    for day in sorted(days):
        letters += _session(person, habit, conversation, day, dice)
    return letters


def _span(person: Person, habit: Habit) -> tuple[date, date]:
    last = owner.EXPORTED - timedelta(days=habit.until)
    first = person.connected + timedelta(days=1)
    if habit.since:
        first = max(first, owner.EXPORTED - timedelta(days=habit.since))
    return min(first, last), last


def _session_day(first: date, last: date, habit: Habit, weekday: int, dice: Dice) -> date:
    if habit.fading:  # the older, the livelier
        last = dice.day(first, dice.day(first, last))
        first = max(first, last - timedelta(days=60))
    day = dice.day(first, last)
    if dice.likely(habit.weekly):
        day += timedelta(days=(weekday - day.weekday()) % 7)
    if habit.context == "work" and day.weekday() > 4:
        day -= timedelta(days=day.weekday() - 4)
    if is_holiday(day) and dice.likely(0.85):
        day += timedelta(days=24)
    return min(max(day, first), last)


def _session(person: Person, habit: Habit, conversation: str, day: date, dice: Dice) -> list[Letter]:
    language = person.name.language
    context = "data" if person.role in ("practitioner", "connector") and dice.likely(0.4) else habit.context
    lines = list(dice.pick([one for one in topics(context, language) if _in_season(one, day)]))
    if len(lines) > 2 and dice.likely(0.25):
        lines = lines[: dice.between(1, len(lines) - 1)]
    if dice.likely(0.3):
        lines.append(dice.pick(SMALL[language]))
    mine = context == "data" or dice.likely(habit.begun_by_me)
    when = _moment(day, habit.hours, dice)
    letters = []
    for line in lines:
        if when.date() >= owner.EXPORTED:
            break
        name = person.name.first if mine else owner.FIRST
        text = line.format(n=name, city=dice.pick(CITIES), day=dice.pick(DAYS[language]))
        sender, recipient = (None, person) if mine else (person, None)
        attachment = "hall-plan.pdf" if habit.context == "work" and dice.likely(0.02) else ""
        letters.append(Letter(conversation, "", sender, (recipient,), when, "", text, attachment=attachment))
        mine = not mine if dice.likely(0.9) else mine
        when += answer_time(dice)
    return letters


def _in_season(topic: Sequence[str], day: date) -> bool:
    """Say whether the topic suits the day: good wishes for the year belong into January."""
    return not topic[0].startswith(("Happy new year", "Frohes neues")) or (day.month == 1 and day.day < 22)


def answer_time(dice: Dice) -> timedelta:
    """Return how long the next line takes: mostly minutes, sometimes hours, now and then days."""
    low, high = dice.weighted((((40, 1500), 62), ((1500, 30000), 28), ((40000, 260000), 10)))
    return timedelta(seconds=dice.between(low, high))


def _unanswered(person: Person, tie: str, conversation: str, dice: Dice) -> list[Letter]:
    """Return letters to which nobody replied: mine (`opener`), theirs (`opened`), or an InMail (`pitch`)."""
    first = max(person.connected + timedelta(days=1), owner.EXPORTED - timedelta(days=1200))
    day = dice.day(first, owner.EXPORTED - timedelta(days=9))
    letters = []
    for number in range(dice.weighted(((1, 7), (2, 2), (3, 1)))):
        when = _moment(day + timedelta(days=7 * number), (8, 18), dice)
        if when.date() >= owner.EXPORTED:
            break
        subject = dice.pick(PITCH_SUBJECTS) if tie == "pitch" and (number == 0 or not person.connection) else ""
        text = dice.pick(PITCHES if tie == "pitch" else OPENERS)
        if tie == "opener":
            letters.append(Letter(conversation, "", None, (person,), when, "", text.format(n=person.name.first)))
        else:
            words = f"<p>{text}</p>" if subject else text.format(n=owner.FIRST)
            letters.append(Letter(conversation, "", person, (None,), when, subject, words))
    return letters


def _moment(day: date, hours: tuple[int, int], dice: Dice) -> datetime:
    at = time(dice.between(*hours), dice.between(0, 59), dice.between(0, 59), tzinfo=UTC)
    return datetime.combine(day, at)
