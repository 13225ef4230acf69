"""The demo: a Complete archive of an invented event manager, an earlier one of half a year before, and her target."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from data_samples.invent import leftovers, linkedin, owner
from data_samples.invent.address_books import GOOGLE, OUTLOOK, VCARD, make_books
from data_samples.invent.chance import Dice
from data_samples.invent.fields import FIELDS
from data_samples.invent.groups import write_circles, write_noise
from data_samples.invent.letters import Letter, write_letters
from data_samples.invent.names import Name, draw_name, draw_slug
from data_samples.invent.network import draw_people
from data_samples.invent.person import Person
from data_samples.invent.write import zip_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 20261102
ARCHIVE = "Complete_LinkedInDataExport_11-02-2026.zip"
EARLIER_ARCHIVE = "Basic_LinkedInDataExport_05-11-2026.zip"
HIDDEN = 5
MOVED = 13
LEFT = 2
TARGET_COMPANIES = ("Halden Freight", "Marlow Grid")

_README = f"""\
# The demo

Everybody here is invented: {owner.NAME}, her contacts, what they write, and half of the organisations. The other
organisations are real names used as scenery; nobody named here works there. Profile addresses end in `-demo` and five
digits and lead nowhere; e-mail addresses lie on domains reserved for examples. The files are made by
`python data_samples/make_samples.py`; change the script, not the files.

| file | what |
|---|---|
| `{ARCHIVE}` | a Complete export, every file of it |
| `{EARLIER_ARCHIVE}` | her Connections of half a year before: loaded as well, it gives `changes` something to tell |
| `{GOOGLE}`, `{OUTLOOK}`, `{VCARD}` | her address books, with people of the archive and others |
| `target.json` | what she is curious about, and the day on which the demo is played |

{owner.FIRST} runs trade fairs in Hamburg and would like to work with data. A third of the people she knows do what she
does, and most of her letters go to them; those who could tell her about the other work are old friends she has not
written to for years, people she met once, and a few who know many.
"""


@dataclass(frozen=True, slots=True)
class Demo:
    """The people and letters of the demo, and the files made of them by path."""

    people: tuple[Person, ...]
    letters: tuple[Letter, ...]
    members: dict[str, str]
    files: dict[str, bytes]


def make_demo() -> Demo:
    """Return the demo; the same on every run."""
    dice = Dice(SEED)
    people = draw_people(dice)
    letters = write_letters(people, dice) + write_circles(people, dice) + write_noise(dice)
    members = _members(people, letters, dice)
    earlier = linkedin.connections(_half_a_year_before(people, dice))
    books = make_books(people)
    files = {
        "README.md": _README.encode(),
        ARCHIVE: zip_bytes(members, owner.EXPORTED),
        EARLIER_ARCHIVE: zip_bytes({"Connections.csv": earlier}, owner.EARLIER),
        **books,
        "target.json": (json.dumps(_target(people), indent=2, ensure_ascii=False) + "\n").encode(),
    }
    return Demo(tuple(people), tuple(letters), members, files)


def _members(people: Sequence[Person], letters: Sequence[Letter], dice: Dice) -> dict[str, str]:
    hidden = [dice.day(date(2018, 1, 1), date(2025, 12, 31)) for _ in range(HIDDEN)]
    network = {
        "Connections.csv": linkedin.connections(people, hidden),
        "messages.csv": linkedin.messages(letters),
        "Invitations.csv": linkedin.invitations(people, dice),
        "Endorsement_Received_Info.csv": linkedin.endorsements(people, "Endorser", 58, dice),
        "Endorsement_Given_Info.csv": linkedin.endorsements(people, "Endorsee", 30, dice),
        "Recommendations_Received.csv": linkedin.recommendations(people, dice, received=True),
        "Recommendations_Given.csv": linkedin.recommendations(people, dice, received=False),
    }
    return {**network, **leftovers.profile_files(), **leftovers.ignored_files(people, dice)}


def _half_a_year_before(people: Sequence[Person], dice: Dice) -> list[Person]:
    """Return the connections of the earlier export: fewer, some in another job, two who have left since."""
    before = [copy.copy(one) for one in people if one.connection and one.connected < owner.EARLIER]
    for person in before:
        if person.note.startswith("old friend from Leipzig"):
            person.title = "Marketing Controller"
        elif person.note.startswith("exhibitor, quick to answer"):
            person.title = "Senior Data Analyst"
    crowd = [one for one in before if not one.role and one.title and one.company and not one.note]
    for number, person in enumerate(dice.some(crowd, MOVED)):
        if number % 3:
            person.company = _another_company(person, dice)
        else:
            person.title = f"Junior {person.title}"
    married = next(one for one in crowd if one.name.female and one.name.culture == "de" and not one.credentials)
    married.name = Name(married.name.first, "Brandes", "de", female=True)
    taken = {one.name.full for one in before}
    for _ in range(LEFT):
        name = draw_name(dice, taken)
        slug = draw_slug(dice, name)
        before.append(Person(name, slug, "Event Manager", "Roter Teppich Agentur GmbH", date(2019, 9, 17)))
    return before


def _another_company(person: Person, dice: Dice) -> str:
    able = [one for one in FIELDS[person.field].companies if one[2:3] != ":" and one != person.company]
    return dice.pick(able)


def _target(people: Sequence[Person]) -> dict[str, object]:
    boss = next(person for person in people if person.role == "boss")
    return {
        "name": "data",
        "roles": ["Data Analyst", "Analytics Engineer"],
        "companies": list(TARGET_COMPANIES),
        "industries": ["Logistics"],
        "places": ["Hamburg"],
        "motivation": 4,
        "today": owner.TODAY.isoformat(),
        "export": ARCHIVE,
        "earlier_export": EARLIER_ARCHIVE,
        "manager": boss.slug,
        "me": {
            "name": owner.NAME,
            "linkedin": owner.URL,
            "employer": owner.EMPLOYER,
            "manager": boss.url,
            "place": "Hamburg",
        },
    }
