"""Dumps: every table is carried or named as derived, and what is put back is the database it came from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from netscout.matching.identity import resolve
from netscout.model.dump import DERIVED, TABLES, Card, Dump, ReadDump, Row
from netscout.store import dump_join
from netscout.store.dump import dump
from netscout.store.events import events
from netscout.store.imports import import_export
from netscout.store.labels import avoided, labels
from netscout.store.undump import is_empty, restore
from netscout.store.workspace import Workspace
from tests.store.store_builders import fill_sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CARRIED_ELSEWHERE = {("interaction", "repeated")}
"""Columns that are made anew when rows are put back."""
WORDS = """
INSERT INTO referral (event, referrer, named, name, on_day, words, may_use_name, logged_on)
  VALUES (1, 2, 3, 'Cy Third', '2026-03-24', 'say I sent you', 'yes', '2026-03-24');
INSERT INTO referral (name, on_day, logged_on) VALUES ('Nobody Known', '2026-03-25', '2026-03-25');
INSERT INTO advice (person, event, text, due) VALUES (2, 1, 'Learn SQL', '2026-04-01');
INSERT INTO reflection (person, on_day, energy, evidence, logged_on) VALUES (2, '2026-04-02', 4, 'x', '2026-04-02');
INSERT INTO note (person, on_day, text) VALUES (2, '2026-04-03', 'Line one' || char(10) || '## Log' || char(10));
INSERT INTO sighting_note (sighting, on_day, text) VALUES (1, NULL, '');
INSERT INTO detail VALUES (2, '--12-24', '["+1 555 0100"]', '["friends"]', 2009, 1);
INSERT INTO decision (target, answer, why, on_day) VALUES ('data', 'yes', 'why not', '2026-04-04');
INSERT INTO user_alias VALUES ('company', 'nw', NULL, 'Northwind', '2026-04-05');
INSERT INTO user_alias VALUES ('person', 'annie', 2, '', '2026-04-05');
INSERT INTO merge_decision (decision, one, other, on_day) VALUES ('split', 2, 3, '2026-04-06');
INSERT INTO apart VALUES (1, 'key', 3, '2026-04-06');
INSERT INTO follow VALUES (1, 0, 'Northwind');
INSERT INTO dismissed VALUES (2, 'replied', '2026-03-04', '10:00:05', '2026-04-06');
UPDATE export SET way = 'ab12', stated = 'cd34' WHERE id = 1;
INSERT INTO person DEFAULT VALUES;
INSERT INTO person_alias SELECT max(id), 2 FROM person;
INSERT INTO person DEFAULT VALUES;
INSERT INTO forgotten VALUES ('abc', '2026-04-07');
INSERT INTO meta VALUES ('forget-salt', '00ff');
"""
CONTACT = {"kind": "message", "n": 900, "sighting": 1, "file": 0, "recipients": 1, "length": 0}


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with a row in every table that the forms carry."""
    with Workspace.open(tmp_path / "full", create=True) as ws:
        fill_sample(ws, lambda one: import_export(ws, one, today="2026-02-06", resolve=resolve))
        ws.db.executescript(WORDS)
        yield ws


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "empty", create=True) as ws:
        yield ws


def read_of(made: Dump) -> ReadDump:
    """Return a dump as if it had been read."""
    return ReadDump(made, "people.json", "netscout", "0" * 64, len(made.cards))


def sql(ws: Workspace) -> list[str]:
    """Return every row that the forms carry, and the profiles, as SQL."""
    left_out = tuple(f'INSERT INTO "{name}"' for name in DERIVED if name != "profile")
    return sorted(line for line in ws.db.iterdump() if not line.startswith(left_out))


def put_back(ws: Workspace, made: Dump) -> Any:
    """Put a dump into an empty workspace."""
    with ws.writing() as db:
        assert is_empty(db)
        return restore(db, read_of(made))


def test_every_table_and_column_is_carried(full: Workspace) -> None:
    """A table or column added to the schema alone would be lost by cards and JSON, and nobody would be told."""
    tables = {
        name: {row[1] for row in full.db.execute(f"PRAGMA table_info({name})")}
        for (name,) in full.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    }
    assert set(tables) == set(TABLES) | set(DERIVED)
    for name, columns in tables.items():
        if name in TABLES and name != "sqlite_sequence":
            carried = {one.column for one in TABLES[name].columns if one.column}
            assert columns - carried <= {column for table, column in _CARRIED_ELSEWHERE if table == name}, name
            assert carried <= columns, name


def test_restored_is_the_same_database(full: Workspace, empty: Workspace) -> None:
    """A number or a value that changed on the way would break ids, order or links."""
    for name in TABLES:
        assert full.db.execute(f"SELECT 1 FROM {name}").fetchone(), f"the sample holds no {name}"  # noqa: S608  # our own names
    made = dump(full)
    found = put_back(empty, made)
    assert found.bad == []
    assert sql(empty) == sql(full)
    assert dump(empty) == made


def test_a_number_once_given_is_not_given_again(full: Workspace, empty: Workspace) -> None:
    """A new person under the number of a deleted one would inherit what an old page says of it."""
    full.db.execute("INSERT INTO person DEFAULT VALUES")
    last = full.db.execute("SELECT max(id) FROM person").fetchone()[0]
    full.db.execute("DELETE FROM person WHERE id = ?", (last,))
    put_back(empty, dump(full))
    assert empty.db.execute("INSERT INTO person DEFAULT VALUES").lastrowid == last + 1


def test_rows_that_contradict_are_told_and_left_out(full: Workspace, empty: Workspace) -> None:
    """Two cards with one number, or a line about nobody, would stop the load or be stored half."""
    made = dump(full)
    cards = list(made.cards)
    at = next(place for place, one in enumerate(cards) if any(row.table == "event" for row in one.rows))
    event = next(row for row in cards[at].rows if row.table == "event")
    wrong = (
        Row("event", {**event.values, "event": "met"}, 91),
        Row("interaction", {**CONTACT, "owner": "p0777"}, 92),
        Row("event", {**event.values, "n": 99, "retracts": 12345}, 93),
        Row("person_alias", {"alias": cards[at].id}, 94),
    )
    cards[at] = replace(cards[at], rows=(*cards[at].rows, *wrong))
    found = put_back(empty, replace(made, cards=tuple(cards)))
    assert sorted(one.line for one in found.bad) == [91, 92, 93, 94]
    assert sql(empty) == sql(full)


def test_join_into_its_own_workspace_changes_nothing(full: Workspace) -> None:
    """Taking in what is there already would double notes, events and people."""
    before = list(full.db.iterdump())
    found = dump_join.join(full, read_of(dump(full)), today="2026-11-16", resolve=resolve, same=True)
    assert (found.taken, found.bad) == (0, [])
    assert list(full.db.iterdump()) == before


def test_join_adds_what_is_new_and_finds_people_again(full: Workspace, tmp_path: Path) -> None:
    """A counsellor's words must come to the right person of another workspace, once."""
    rows = (
        Row("event", {"event": "asked", "on": "2026-05-01", "note": "by phone"}, 5),
        Row("label", {"label": "close", "on": "2026-05-02"}, 6),
        Row("note", {"text": "Ask about the course."}, 9),
        Row("referral", {"name": "Dee", "on": "2026-05-03", "referrer": "p0900", "to": "p0999"}, 10),
    )
    cards = (
        Card("p0900", {"name": "Ana E.", "slug": "ana", "company": "Old Firm", "headline": "Hello"}, rows, "a.md"),
        Card("p0901", {"name": "New Person", "emails": ["new@mail.example"]}, rows[:1], "b.md"),
        Card("p0902", {}, rows[:1], "c.md"),
    )
    given = read_of(Dump("wother", "2026-01-01", cards))
    found = dump_join.join(full, given, today="2026-11-16", resolve=resolve, same=False)
    assert (found.taken, found.known, [one.file for one in found.bad]) == (3, 0, ["c.md"])
    ana, new = found.persons[0], found.persons[1]
    assert ana == 2
    assert labels(full)["p0002"].label == "close"
    assert [one.event for one in events(full, f"p{new:04d}")] == ["asked"]
    state = full.db.execute("SELECT company, headline FROM profile WHERE person = 2").fetchone()
    assert state == ("Fabrikam", "Hello"), "an older card fills gaps and overwrites nothing"
    again = dump_join.join(full, given, today="2026-11-17", resolve=resolve, same=False)
    assert (again.taken, again.known, again.persons) == (0, 3, found.persons)
    assert full.db.execute("SELECT count(*) FROM note WHERE text LIKE 'Ask%'").fetchone() == (1,)
    assert avoided(full) == {"p0003": "asked me not to"}


def test_a_line_below_a_known_note_is_a_new_note(full: Workspace) -> None:
    """What a counsellor wrote at the end of a card would either be lost or store the whole note twice."""
    made = dump(full)
    cards = [
        replace(
            card,
            rows=tuple(
                replace(row, values={**row.values, "text": row.values["text"] + "\nMy comment."})
                if row.table == "note"
                else row
                for row in card.rows
            ),
        )
        for card in made.cards
    ]
    for _ in range(2):
        dump_join.join(full, read_of(replace(made, cards=tuple(cards))), today="2026-11-16", resolve=resolve, same=True)
    texts = [text for (text,) in full.db.execute("SELECT text FROM note ORDER BY id")]
    assert texts == ["Line one\n## Log\n", "My comment."]


def test_tables_name_their_parts() -> None:
    """A table whose key, front, moment or tail is no column of it would fail only on the first such row."""
    for table in TABLES.values():
        names = {one.name for one in table.columns}
        assert {table.key, table.front, table.moment, table.tail} - {""} <= names, table.name
        assert re.fullmatch(r"[a-z][a-z_-]*", table.word)
