"""What the rules of the store answer to a great many cases drawn from seeds; REWRITE_GOLDEN=1 writes the answers anew.

The answers are kept as digests of fifty cases each; the tests beside this one say what each rule is for.
"""

from __future__ import annotations

import json
import random
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import NetscoutError
from netscout.model.dump import TABLES, ReadDump
from netscout.model.identity import IdentityRow
from netscout.store import address_book, faults, forgotten_keys, interactions, ledger_check, numbering, owners
from netscout.store.details import details
from netscout.store.dump import dump
from netscout.store.interactions import group_conversations
from netscout.store.people import all_people
from netscout.store.undump import restore
from netscout.store.workspace import Workspace
from tests.store.living import Life
from tests.written_out import cases, digest, hold, shortened, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from netscout.model.dump import Dump, Row

DATA = Path(__file__).parent / "data" / "pure"
MAILS = ("a@mail.example", "b@mail.example", "c@mail.example", "z@mail.example")
NAMES = ("", "ana example", "bo lind", "cy third")
FIRMS = ("", "Northwind", "Northwind, Inc.", "Fabrikam GmbH & Co. KG", "Otto", "S.A.", "ACME Sp. z o.o.", "co co")
FORMS = (
    "AB AG ApS AS A/S ASA BV Co Company Corp Corporation d.o.o. eG e.V. GmbH Inc Incorporated Kft KG K.K. Lda Limited "
    "LLC LLP LP Ltd Ltda mbH NV Oy Oyj PLC Pte Pty SA SARL SAS SE SL SLU SpA S.r.l. s.r.o. UG zoo Zrt Group Bank SRLS"
)


def rows(draw: random.Random) -> list[IdentityRow]:
    """Return claims about a few people: a list, messages, and entries of address books."""
    found = []
    for _ in range(draw.randint(1, 7)):
        kind = draw.choice(("contact", "contact", "contact", "connection", "connection", "message", "owner"))
        mails = tuple(draw.sample(MAILS, draw.choice((0, 1, 1, 2))))
        slug = draw.choice((None, None, "ana", "bo")) if kind != "message" else "ana"
        export = draw.choice((1, 1, 2))
        found.append(
            IdentityRow(draw.choice((1, 1, 2)), export, kind, slug, draw.choice(NAMES), mails, draw.choice(FIRMS[:3]))
        )
    return found


def entries_alone(draw: random.Random) -> object:
    """Return what becomes of address books when no name may join."""
    return tuple(tuple(one) for one in address_book.by_address_alone(rows(draw)))


def keys(draw: random.Random) -> object:
    """Return what is kept of somebody who is forgotten."""
    told = [
        forgotten_keys.Known(
            draw.choice(("connection", "contact", "card", "message")),
            draw.choice((None, "ana")),
            draw.choice(NAMES),
            tuple(draw.sample(MAILS, draw.choice((0, 0, 1, 2)))),
            draw.choice(FIRMS),
            draw.choice((None, "2020-01-31")),
            tuple(draw.sample(("+1 (555) 01-00", "555 0100", "none"), draw.choice((0, 1, 2)))),
        )
        for _ in range(draw.randint(1, 3))
    ]
    found = forgotten_keys.keys_of(told, draw.choice(((), ("ana example",))))
    return found, [one.says_name_alone for one in told]


def numbers(draw: random.Random) -> object:
    """Return which numbers groups of rows bear."""
    size = draw.randint(0, 7)
    order: dict[int, int] = {}
    groups = [order.setdefault(draw.randrange(4), len(order)) for _ in range(size)]
    return numbering.number_groups(groups, [draw.choice((0, 0, 1, 2, 5, 9)) for _ in range(size)], 10)


def profiles(draw: random.Random) -> object:
    """Return the slug in a text somebody pasted, and a name for comparison."""
    start = draw.choice(("", "https://", "http://www.", "https://de.", " "))
    host = draw.choice(
        ("linkedin.com/in/", "LinkedIn.com/mwlite/in/", "linkedin.com/pub/", "linkedin.com/", "x.example/in/")
    )
    who = draw.choice(("ana", "Ana-%C3%84", "ana/", "ana/details", "ana?x=1", "ana#y", "ana/1/2/3?z", "Ämne", ""))
    text = f"{start}{draw.choice((host, ''))}{who}"
    return text, owners.slug_of(text), owners.fold(draw.choice(("É-clair  x", "ﬁ_n", "A.B.c", "", "ß", "  ")) + who)


RULES: dict[str, Callable[[random.Random], object]] = {
    one.__name__: one for one in (entries_alone, keys, numbers, profiles)
}


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("rule", RULES)
def test_many_cases(rule: str) -> None:
    """A rule that answers otherwise in a case nobody thought of."""
    hold(DATA / f"{rule}.txt", cases(rule, RULES[rule]))


def gathered(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield for each group of answers how many there are, their digest, and the first."""
    groups: dict[str, list[str]] = {}
    for group, answer in told:
        groups.setdefault(group, []).append(answer)
    for group, answers in groups.items():
        yield f"{group}: {len(answers)} {digest(answers)} {shortened(answers[0], 200)}"


def test_legal_forms_are_no_part_of_a_company() -> None:
    """Somebody who was forgotten at "Northwind GmbH" would come in again at "Northwind"."""
    told = []
    for form in FORMS.split():
        row = forgotten_keys.Known("contact", None, "ana", (), f"Northwind {form}")
        told.append(f"{form}: {forgotten_keys.named_keys(row)}")
    hold(DATA / "forms.txt", told)


def test_each_fault_of_sqlite_has_its_error(tmp_path: Path) -> None:
    """A full disk would be told as damage, or a bug as something the user could mend."""
    told = []
    for name in sorted(one for one in dir(sqlite3) if one.startswith("SQLITE_") and one.isupper()):
        number = getattr(sqlite3, name)
        if (
            name.removeprefix("SQLITE_").startswith(("LIMIT", "DENY", "CREATE", "DROP", "ALTER", "DBCONFIG"))
            or number > 26
        ):
            continue
        fault = sqlite3.OperationalError("no such thing")
        fault.sqlite_errorcode = number
        try:
            with faults.told(tmp_path / "netscout.db"):
                raise fault
        except NetscoutError as found:
            told.append(f"{number} {found.code}: {found}".replace(str(tmp_path), ""))
        except sqlite3.Error:
            told.append(f"{number} is none of the user's")
    hold(DATA / "sqlite.txt", sorted(set(told), key=lambda line: int(line.split()[0])))


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Life]:
    """Return a workspace that was lived in."""
    monkeypatch.setattr("netscout.store.contributor._secret", lambda: "0" * 8, raising=False)
    found = Life(tmp_path, 2)
    found.live(40)
    yield found
    found.close()


def turned(row: Row, name: str, value: object) -> Row:
    """Return a row with another value in one place."""
    return replace(row, values={**row.values, name: value})


def other_values(held: object) -> Iterator[object]:
    """Yield what else might stand there, of the same kind."""
    match held:
        case bool():
            yield not held
        case int():
            yield from (held + 1, held + 1000, -held - 1)
        case str() if held.startswith("p") and held[1:].isdigit():
            yield from ("p0001", "p0003", "p0999")
        case str():
            yield from ("", "other")
        case list() | tuple():
            yield from ([], ["other"])
        case dict():
            yield {}
        case _:
            yield None


def spoiled(made: Dump) -> Iterator[tuple[str, Dump]]:
    """Yield dumps with one row changed, taken out or told twice, with what was done."""
    where: list[tuple[int | None, int, Row]] = [(None, at, row) for at, row in enumerate(made.rows)]
    where += [(card, at, row) for card, one in enumerate(made.cards) for at, row in enumerate(one.rows)]
    seen: dict[str, int] = {}
    for card, at, row in where:
        seen[row.table] = seen.get(row.table, 0) + 1
        if seen[row.table] > 2:
            continue
        changes: list[tuple[str, tuple[Row, ...]]] = [("out", ()), ("twice", (row, row))]
        for name, held in row.values.items():
            changes += [(f"{name} = {value!r}", (turned(row, name, value),)) for value in other_values(held)]
            changes.append((f"{name} = other, and as it was", (row, turned(row, name, next(other_values(held))))))
        for what, new in changes:
            if card is None:
                yield f"{row.table}: {what}", replace(made, rows=(*made.rows[:at], *new, *made.rows[at + 1 :]))
            else:
                held_by = made.cards[card]
                cards = replace(held_by, rows=(*held_by.rows[:at], *new, *held_by.rows[at + 1 :]))
                yield f"{row.table}: {what}", replace(made, cards=(*made.cards[:card], cards, *made.cards[card + 1 :]))


def put_back(db: sqlite3.Connection, made: Dump, kind: str) -> str:
    """Return what comes of putting a dump back, and undo it."""
    db.execute("BEGIN")
    try:
        found = restore(db, ReadDump(made, "people.json", kind, "0" * 64, len(made.cards)))
        held = [
            row
            for name in TABLES
            if name != "sqlite_sequence"
            for row in db.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608  # our own names
        ]
        numbered = db.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
        stored = f"{digest(map(repr, held))} {digest([shown(found.left)])}"
        return f"{found.taken} {shown(found.bad)} {shown(numbered)} {stored}"
    except (ValueError, KeyError, TypeError, OverflowError, sqlite3.Error) as fault:
        return f"{type(fault).__name__}: {fault}"
    finally:
        db.execute("ROLLBACK")


@pytest.mark.slow
@pytest.mark.deep
def test_a_dump_with_one_row_changed(life: Life, tmp_path: Path) -> None:
    """A card changed by hand would put a row where it does not belong, or lose one without a word."""
    made, told = dump(life.ws), []
    with Workspace.open(tmp_path / "empty", create=True) as ws:
        for what, one in spoiled(made):
            told.append((what.partition(" = ")[0], f"{what}: {put_back(ws.db, one, 'json')}"))
        told.append(("cards", put_back(ws.db, made, "cards")))
    hold(DATA / "dumps.txt", gathered(told))


@pytest.mark.slow
@pytest.mark.deep
def test_accounts_with_one_count_changed(life: Life) -> None:
    """An account that no longer tells of the rows that are stored would pass."""
    told, db = [], life.ws.db
    stored = db.execute("SELECT rowid, export, place, ledger FROM source_file ORDER BY export, place").fetchall()
    for rowid, export, place, text in stored:
        ledger = json.loads(text)
        for at, account in enumerate(ledger["files"]):
            for kind in (
                account["kind"],
                "connections",
                "endorsements_given",
                "recommendations",
                "invitations",
                "messages",
            ):
                for name in ("people", "duplicates", "taken", "direct", "group", "rows"):
                    for step in (-1, 1, 9):
                        one = json.loads(text)["files"][at] | {"kind": kind}
                        if name == "rows":
                            one["rows"] = max(one["rows"] + step, 0)
                        else:
                            one["counts"] = one["counts"] | {name: max(one["counts"].get(name, 0) + step, 0)}
                        files = [*ledger["files"][:at], one, *ledger["files"][at + 1 :]]
                        db.execute("BEGIN")
                        db.execute(
                            "UPDATE source_file SET ledger = ? WHERE rowid = ?",
                            (json.dumps({**ledger, "files": files}), rowid),
                        )
                        told.append((f"{export} {place} {kind}", f"{name} {step:+d}: {list(ledger_check.faults(db))}"))
                        db.execute("ROLLBACK")
    hold(DATA / "accounts.txt", gathered(told))


def test_one_person_is_told_as_all_are(life: Life) -> None:
    """What `show` reads of one person would be another's, or less than the lists know."""
    for owner in (None, *owners.owners(life.ws)):
        whole, groups = interactions.summaries(life.ws, owner), group_conversations(life.ws, owner)
        known = details(life.ws, owner)
        for one in all_people(life.ws):
            assert interactions.summary(life.ws, one.id, groups, owner) == whole.get(one.id, {})
            assert details(life.ws, owner, person=one.id) == {
                key: value for key, value in known.items() if key == one.id
            }
        assert interactions.summary(life.ws, "p9999", groups, owner) == {}
        assert interactions.summary(life.ws, "nobody", groups, owner) == {}
