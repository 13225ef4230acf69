"""Draws the contacts of the demo: those put in by hand, colleagues, then the crowd of ten working years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from data_samples.invent import owner, planted
from data_samples.invent.fields import COLLEAGUES, FIELDS
from data_samples.invent.names import Name, draw_email, draw_name, draw_slug
from data_samples.invent.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data_samples.invent.chance import Dice

SIZE = 600
COLLEAGUE_COUNT = 31
NEWCOMERS = 27
STRANGERS = 14

_DRESS = (
    *("{t}",) * 22,
    "{t} | Speaker",
    "{t} 🚀",
    "✨ {t}",
    "{t} (she/her)",
    "{t} at {c}",
    "{t} @ {c}",
    "{t} | MBA",
    "{t} - we are hiring!",
    "{t} & dog person 🐶",
    "ex-Papierkran | {t}",
    "{t} (parental leave)",
)
_TIES = (
    ("", 60),
    ("light", 13),
    ("pitch", 4),
    ("opener", 5),
    ("opened", 3),
    ("dormant", 6),
    ("warm", 5),
    ("dormant-long", 2),
)
_OLD_ENOUGH = {"dormant": date(2023, 6, 1), "dormant-long": date(2021, 6, 1), "warm": date(2025, 6, 1)}
_CREDENTIALS = ("MBA", "PhD", "PMP®", "M.A.", "CMP")
_RECOMMENDS = (
    "I led the agency while Tessa ran our largest launches.\n\nCalm, exact, and the only one who read the numbers.",
    "Tessa and I have shared many fairs. She plans the day and then saves it.\n\nWork with her if you can.",
    "Booked her for three congresses and would do so again.",
    "We volunteered together. Tessa kept two hundred helpers fed, dry and in the right place.",
)
_RECOMMENDED = (
    "A client who knew what she wanted and said thank you.\n\nI learnt a great deal.",
    "The best colleague in a loud hall: quick, kind and precise.",
    "Reliable from the first call to the last crate.",
)


def draw_people(dice: Dice) -> list[Person]:
    """Return everybody who stands in the files of the demo, those put in by hand first."""
    taken = {owner.NAME}
    people = _by_hand(dice, taken)
    people += [_colleague(number, dice, taken) for number in range(COLLEAGUE_COUNT)]
    crowd = [_one_of_crowd(number, dice, taken) for number in range(SIZE - len(people) - 2)]
    people += crowd + _namesakes(crowd, dice)
    _gather(people)
    _recommend(people, dice)
    return people + _strangers(dice, taken)


def _by_hand(dice: Dice, taken: set[str]) -> list[Person]:
    groups = (
        ("boss", planted.BOSS),
        ("practitioner", planted.PRACTITIONERS),
        ("own-practitioner", planted.COLLEAGUE_PRACTITIONER),
        ("related", planted.RELATED),
        ("connector", planted.CONNECTORS),
        ("trap", planted.TRAPS),
        ("dear", planted.DEAR),
    )
    firsts: set[str] = set()
    return [_planted(role, line, dice, taken, firsts) for role, text in groups for line in text.strip().splitlines()]


def _planted(role: str, line: str, dice: Dice, taken: set[str], firsts: set[str]) -> Person:
    culture, title, company, ties, connected, note = (cell.strip() for cell in line.split(" | "))
    name = draw_name(dice, taken, culture.lstrip("!?"))
    while name.first in firsts or (culture[0] in "!?" and name.female != (culture[0] == "?")):
        name = draw_name(dice, taken, culture.lstrip("!?"))
    firsts.add(name.first)
    habits, *circles = ties.split()
    person = Person(name, draw_slug(dice, name), title, company, date.fromisoformat(connected), role=role, note=note)
    person.ties = () if habits == "-" else tuple(habits.split("+"))
    person.groups = [circle.removeprefix("@") for circle in circles]
    return person


def _colleague(number: int, dice: Dice, taken: set[str]) -> Person:
    name = draw_name(dice, taken)
    title = _title(COLLEAGUES, name, dice)
    connected = dice.day(date(2021, 4, 12), date(2026, 4, 30))
    person = Person(name, draw_slug(dice, name), title, owner.EMPLOYER, connected, "events", role="colleague")
    person.ties = ("colleague",) if number % 5 < 3 else ()
    person.groups = ["fair"] if number % 4 == 0 else []
    return person


def _one_of_crowd(number: int, dice: Dice, taken: set[str]) -> Person:
    field = dice.weighted([(key, entry.weight) for key, entry in FIELDS.items()])
    name = draw_name(dice, taken)
    company = _company(field, name, dice)
    title = _dressed(_title(FIELDS[field].titles, name, dice), company, name, dice)
    connected = _connected(field, dice) if number >= NEWCOMERS else dice.day(date(2026, 5, 12), date(2026, 10, 30))
    person = Person(name, draw_slug(dice, name), title, company, connected, field)
    tie = dice.weighted(_TIES)
    person.ties = (tie,) if tie and connected < _OLD_ENOUGH.get(tie, date(2026, 9, 20)) else ()
    _fray(person, dice)
    return person


def _dressed(title: str, company: str, name: Name, dice: Dice) -> str:
    """Return the title with what members put around it."""
    dress = dice.pick(_DRESS)
    if company in ("Freelance", "Selbstständig") and "{c}" in dress:
        return title
    return dress.format(t=title, c=company).replace("(she/her)", "(she/her)" if name.female else "(he/him)")


def _fray(person: Person, dice: Dice) -> None:
    """Leave out what members leave out, add what a few add."""
    if dice.likely(0.08):
        person.email = draw_email(dice, person.name)
    if dice.likely(0.025):
        person.credentials = dice.pick(_CREDENTIALS)
    blank = dice.between(0, 99)
    if blank < 3:
        person.title = ""
    if blank in (0, 1, 3):
        person.company = ""


def _connected(field: str, dice: Dice) -> date:
    """Return a day of the ten years; the trade meets in the weeks of its fairs."""
    last = owner.EARLIER - timedelta(days=2)
    if field == "events" and dice.likely(0.5):
        start = date(dice.between(2017, 2026), 3, 9) if dice.likely(0.6) else date(dice.between(2017, 2025), 9, 14)
        return start + timedelta(days=dice.between(0, 18))
    return (
        max(dice.day(owner.JOINED, last), dice.day(owner.JOINED, last))
        if dice.likely(0.3)
        else dice.day(owner.JOINED, last)
    )


def _title(lines: Sequence[str], name: Name, dice: Dice) -> str:
    able = [line for line in lines if _language(line) in ("", name.culture)]
    own = [line for line in able if _language(line)]
    line = dice.pick(own) if own and dice.likely(0.35) else dice.early(able)
    male, _, female = line[3 if _language(line) else 0 :].partition("~")
    return female if female and name.female else male


def _company(field: str, name: Name, dice: Dice) -> str:
    able = [line for line in FIELDS[field].companies if _language(line) in ("", name.culture)]
    own = [line for line in able if _language(line)]
    line = dice.pick(own) if own and dice.likely(0.6) else dice.early(able)
    return line[3:] if _language(line) else line


def _language(line: str) -> str:
    return line[:2] if line[2:3] == ":" else ""


def _namesakes(crowd: Sequence[Person], dice: Dice) -> list[Person]:
    """Return two more people who bear the name of somebody else in the list."""
    quiet = [person for person in crowd if not person.ties][:2]
    fields = ("public", "finance")
    return [
        Person(
            one.name,
            draw_slug(dice, one.name),
            _title(FIELDS[field].titles, one.name, dice),
            _company(field, one.name, dice),
            _connected(field, dice),
            field,
            note="namesake",
        )
        for one, field in zip(quiet, fields, strict=True)
    ]


def _gather(people: Sequence[Person]) -> None:
    """Add people of the crowd to the group threads of their trade, their school and their old agency."""
    for person in people:
        if person.role in ("", "colleague") and person.connected < date(2018, 2, 1) and "Leipzig" in person.company:
            person.groups.append("leipzig")
        if not person.role and person.company == "Papierkran":
            person.groups.append("crane")
        if not person.role and person.field == "events" and person.name.female:
            person.groups.append("trade")


def _recommend(people: Sequence[Person], dice: Dice) -> None:
    given = iter(_RECOMMENDED)
    received = iter(_RECOMMENDS)
    for person in people:
        if "recommends" in person.ties:
            person.recommends = next(received)
        if "recommended" in person.ties:
            person.recommended = next(given)
    warm = [person for person in people if person.field == "events" and "dormant" in person.ties]
    for person, text in zip(dice.some(warm, 2), received, strict=False):
        person.recommends = text
    for person, text in zip(dice.some(warm, 1), given, strict=False):
        person.recommended = text


def _strangers(dice: Dice, taken: set[str]) -> list[Person]:
    """Return people who are no connections: they wrote an InMail, or have not answered her invitation yet."""
    people = []
    for number in range(STRANGERS):
        name = draw_name(dice, taken)
        joined = dice.day(date(2023, 8, 1), date(2026, 10, 1))
        person = Person(name, draw_slug(dice, name), "", "", joined, role="stranger", connection=False)
        person.ties = ("pitch",) if number < STRANGERS - 4 else ("invited",)
        people.append(person)
    return people
