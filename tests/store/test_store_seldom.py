"""Ways through the store that few workspaces take: each once, with what it must leave behind."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from netscout.errors import InputError, OutputError, StoreError
from netscout.matching.identity import joints, resolve
from netscout.model.dump import Card, Dump, ReadDump, Row
from netscout.model.taxonomy import Taxonomy, TaxonomyNote
from netscout.store import decisions, dump_join, dump_owners, imports, merges, migrations, restore, taxonomies, undump
from netscout.store.backup import backup
from netscout.store.details import details
from netscout.store.eras import eras_of
from netscout.store.forget import forget
from netscout.store.imports import import_export
from netscout.store.interactions import interaction_rows
from netscout.store.people import all_people
from netscout.store.plan_cleaning import _forget_in_target
from netscout.store.workspace import DATABASE, Workspace
from tests.store.store_builders import contact, dump, export, fill_sample, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = "2026-03-24"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the sample."""
    with Workspace.open(tmp_path / "ws", create=True) as found:
        fill_sample(found, lambda one: import_export(found, one, today=TODAY, resolve=resolve))
        yield found


def joined(ws: Workspace, *cards: Card, rows: tuple[Row, ...] = (), same: bool = False) -> Any:
    """Take cards of another workspace in."""
    made = Dump("wother", "2026-01-01", cards, rows)
    given = ReadDump(made, "cards", "netscout", "0" * 64, len(cards))
    return dump_join.join(ws, given, today=TODAY, resolve=resolve, same=same)


def test_a_pair_merged_twice_is_merged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same decision of two cards would send a number to itself, and reading would go round for ever."""
    monkeypatch.setattr(decisions, "merges_in_force", lambda *_: [(1, 2, "a"), (1, 2, "b"), (2, 1, "c")])
    with closing(sqlite3.connect(":memory:")) as db:
        assert decisions.merged_numbers(db, {}) == {2: 1}


def test_a_card_with_what_address_books_say(ws: Workspace) -> None:
    """Birthdays and telephone numbers of a contact file would be lost on the way to another workspace."""
    said = {"name": "Dee Fifth", "phones": ["+1 555 0100"], "labels": ["alumni"], "mentor": True, "class_year": 2001}
    found = joined(ws, Card("p0950", said, (), "d.md"))
    (number,) = found.persons
    held = details(ws)[f"p{number:04d}"]
    assert (held.phones, held.labels, held.class_year, held.mentor) == (("+1 555 0100",), ("alumni",), 2001, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("birthday", "1980-02-03"),
        ("phones", ["+1 555 0100"]),
        ("labels", ["x"]),
        ("class_year", 2001),
        ("mentor", False),
    ],
)
def test_each_word_of_an_address_book_is_taken_alone(ws: Workspace, name: str, value: object) -> None:
    """A card that holds a birthday and nothing else of an address book would lose it."""
    found = joined(ws, Card("p0951", {"name": "Dee Sixth", name: value}, (), "d.md"))
    (number,) = found.persons
    told = getattr(details(ws)[f"p{number:04d}"], name)
    assert told == (tuple(value) if isinstance(value, list) else value)


def test_what_is_written_below_the_longest_known_note_is_new(ws: Workspace) -> None:
    """Lines that a card already brought would be stored a second time with those below them."""
    header = {"name": "Ana Example", "slug": "ana"}

    def brought(text: str) -> list[str]:
        joined(ws, Card("p0002", header, (Row("note", {"text": text, "on": "2026-03-02", "n": 7}, 9),), "a.md"))
        return [text for (text,) in ws.db.execute("SELECT text FROM note ORDER BY id")]

    assert brought("Likes maps") == ["Likes maps"]
    assert brought("Likes maps\nand rivers") == ["Likes maps", "and rivers"]
    with ws.writing() as db:
        db.execute("UPDATE note SET text = ? WHERE text = 'and rivers'", ("Likes maps\nand rivers",))
    assert brought("Likes maps\nand rivers\nand lakes")[2:] == ["and lakes"]


def test_letters_stand_in_the_database_as_they_are_written(ws: Workspace) -> None:
    """A search of the file for a name that was forgotten would pass over its escaped form."""
    person = seen("\u00c5sa \u00d6berg", "asa", credentials=("Dr. \u00e9s",), emails=("\u00e5sa@mail.example",))
    import_export(ws, export("2026-03-05", person), today=TODAY, resolve=resolve)
    held = ws.db.execute("SELECT credentials, emails FROM sighting WHERE slug = 'asa'").fetchone()
    assert held == ('["Dr. \u00e9s"]', '["\u00e5sa@mail.example"]')
    ws.db.execute("UPDATE export SET notices = ?", (json.dumps(["\u00c9t\u00e9", "Ana Example"]),))
    forget(ws, ["p0002"], on=TODAY)
    notices = {text for (text,) in ws.db.execute("SELECT notices FROM export")}
    assert len(notices) == 1
    assert notices.pop().startswith('["\u00c9t\u00e9", ')


def test_a_file_of_the_account_is_named_as_it_was(ws: Workspace) -> None:
    """A name in the name of a file would stay behind `forget`, escaped letter by letter."""
    whole = export("2026-03-05", seen("Eva", "eva"))
    (source,) = whole.sources
    named = replace(source, files=(replace(source.files[0], name="Kontakte M\u00fcller.csv"),))
    import_export(ws, replace(whole, sources=(named,)), today=TODAY, resolve=resolve)
    ledgers = ws.db.execute("SELECT ledger FROM source_file").fetchall()
    assert ["Kontakte M\u00fcller.csv" in text for (text,) in ledgers].count(True) == 1


def test_a_card_without_a_word_of_its_owner_tells_who_it_is() -> None:
    """Somebody whom no file of an owner names would stand on that owner's card without a name."""
    top = {"name": "Ana Example", "first_name": "Ana", "middle_name": "Li", "last_name": "Example", "slug": "ana"}
    more = {"credentials": ["PhD"], "emails": ["ana@mail.example"], "title": "Clerk"}
    told = dump_owners.header_in(Card("p0002", top | more), None)
    assert told == top | {"credentials": ["PhD"], "emails": ["ana@mail.example"]}
    said: list[dict[str, object]] = [
        {"n": 1, "on": None, "title": "Old"},
        {"n": 2, "title": "Older"},
        {"n": 3, "on": "2020-01-01", "title": "New"},
    ]
    rows = tuple(Row("sighting", one) for one in said)
    assert dump_owners.header_in(Card("p0002", top, rows), None) == {"title": "New"}
    assert [row.values["n"] for row in dump_owners.sightings(Card("p0002", top, rows), None)] == [3, 2, 1]


def test_lines_about_nobody_are_told(ws: Workspace) -> None:
    """A line of a card would vanish untold, or be stored with somebody it does not speak of."""
    rows = (
        Row("interaction", {"kind": "message", "n": 7, "sighting": 1, "file": 0, "recipients": 1, "length": 0}, 4),
        Row("event", {"event": "asked", "on": "2026-05-01"}, 5),
    )
    found = joined(ws, Card("p0960", {}, rows, "e.md"))
    assert sorted(one.line for one in found.bad) == [4, 5]
    known = Card("p0961", {"name": "Ana E.", "slug": "ana"}, (), "f.md")
    wrong = (
        Row("event", {"event": "met", "on": "2026-05-01", "n": 3, "retracts": 99}, 6),
        Row("referral", {"referrer": "p0777", "name": "Eve", "on": "2026-05-03"}, 7),
    )
    found = joined(ws, Card("p0961", known.header, wrong, "f.md"))
    assert 6 in {one.line for one in found.bad}


def test_words_of_nobody_are_taken(ws: Workspace) -> None:
    """What the user decided about a target would stay behind when cards are read elsewhere."""
    alias = Row("user_alias", {"kind": "person", "alias": "dee", "person": "p0777", "on": "2026-05-03"}, 8)
    decision = Row("decision", {"target": "ux", "answer": "no", "why": "", "on": "2026-05-03"}, 9)
    found = joined(ws, rows=(alias, decision))
    assert [one.line for one in found.bad] == [8]
    assert ws.db.execute("SELECT answer FROM decision WHERE target = 'ux'").fetchone() == ("no",)


@pytest.mark.parametrize(("name", "last"), [("person", -1), ("person", 1 << 70), ("nothing", 3), (None, 3)])
def test_a_sequence_that_is_none_is_told(ws: Workspace, name: str | None, last: int) -> None:
    """A prepared card would make SQLite give numbers out twice, or none at all any more."""
    with ws.writing() as db:
        assert undump._raise_sequence(db, Row("sqlite_sequence", {"name": name, "last": last}, 1))


def test_a_sequence_is_made_where_there_is_none(tmp_path: Path) -> None:
    """A number given once would be given again in a workspace that has given none yet."""
    with Workspace.open(tmp_path / "new", create=True) as ws, ws.writing() as db:
        assert undump._raise_sequence(db, Row("sqlite_sequence", {"name": "person", "last": 41}, 1)) == ""
        assert db.execute("INSERT INTO person DEFAULT VALUES").lastrowid == 42


def test_many_contacts_are_stored_with_their_index(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a large first import every look at a person would read all messages."""
    with Workspace.open(ws.path.parent / "plain", create=True) as plain:
        monkeypatch.setattr(imports, "_MANY", 1)
        fill_sample(plain, lambda one: import_export(plain, one, today=TODAY, resolve=resolve))
        assert interaction_rows(plain) == interaction_rows(ws)
        assert sorted(plain.db.iterdump()) == sorted(ws.db.iterdump())
        index = "SELECT sql FROM sqlite_master WHERE name = 'interaction_sighting'"
        assert plain.db.execute(index).fetchone() == ws.db.execute(index).fetchone() != (None,)


def test_rows_without_a_file_have_an_era(ws: Workspace) -> None:
    """A row whose file is not known any more would be told under a file without a name."""
    with ws.writing() as db:
        db.execute("DELETE FROM export_file")
    (person, *_) = all_people(ws)
    assert {one.files for one in eras_of(ws, person.id, joints)} == {()}


def test_forgetting_leaves_words_out_of_an_account_that_never_held_them(tmp_path: Path) -> None:
    """An account of a load would speak of rows it never had."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        one = export("2026-01-05", seen("Ana Lee", "ana"), seen("Bo Moss", "bo"), interactions=(contact(0, "out", 5),))
        import_export(ws, one, today=TODAY, resolve=resolve)
        with ws.writing() as db:
            db.execute("UPDATE export SET counts = '{}'")
        forget(ws, [next(person.id for person in all_people(ws) if person.slug == "ana")], on=TODAY)
        counts = json.loads(ws.db.execute("SELECT counts FROM export").fetchone()[0])
        assert "people" not in counts
        assert all(many > 0 for many in counts.values())


def test_rows_that_share_no_number_keep_theirs(ws: Workspace) -> None:
    """Splitting would give people new numbers without need, and old pages would speak of somebody else."""
    first, second = (number for (number,) in ws.db.execute("SELECT id FROM sighting ORDER BY id LIMIT 2").fetchall())
    born = [row[0] for row in ws.db.execute("SELECT born FROM sighting ORDER BY id LIMIT 2").fetchall()]
    assert born[0] != born[1]
    with ws.writing() as db:
        assert merges._born_anew(db, [first], [second]) == born[0]


def test_a_copy_is_upgraded_without_a_backup() -> None:
    """A backup of an older version could not be read back, or would leave a second copy of the data behind."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrations.upgrade_copy(db, {1: "CREATE TABLE one (a TEXT);\n", 2: "INSERT INTO one VALUES ('x');\n"}, 2)
        assert db.execute("SELECT a FROM one").fetchall() == [("x",)]
        assert db.execute("PRAGMA user_version").fetchone() == (2,)


class _Names:
    """A scrub that knows one name."""

    def names_them(self, text: str) -> bool:
        return "Quill" in text

    def clean(self, text: str) -> str:
        return text.replace("Quill", "")


def test_a_target_keeps_a_role_when_somebody_is_forgotten() -> None:
    """targets.toml would not be readable any more; or a name would stay in it."""
    row: dict[str, Any] = {"name": "Quill ux", "roles": ["what Quill does"], "companies": ["Quill Ltd", "Acme"], "n": 3}
    _forget_in_target(row, _Names())  # type: ignore[arg-type]  # it is asked for these two alone
    assert row == {"name": " ux", "roles": ["what Quill does"], "companies": ["Acme"], "n": 3}


@pytest.mark.parametrize(
    "harm", ["index", "names", "other index", "other names", "older index", "note", "none", "older"]
)
def test_a_damaged_taxonomy_is_told(tmp_path: Path, harm: str) -> None:
    """A cut off or exchanged file of an added table would end in a traceback, load as a pickle, or answer wrongly."""
    note = TaxonomyNote("mine", "onet", "", "en", 1, 1, "")
    taxonomies.save(tmp_path, Taxonomy(note, (("1", "Baker", "Crafts"),), (("1", "baker"),)), {"a": np.arange(3)})
    folder = tmp_path / taxonomies.FOLDER / "mine"
    about, names, index = folder / "about.json", folder / "names.json", folder / "index.npz"
    if harm.startswith("older"):
        about.write_text(json.dumps({**json.loads(about.read_text()), "kept": ""}))
    if harm in ("none", "older"):
        rows, arrays = taxonomies.load(tmp_path, "mine")
        assert (rows, arrays["a"].tolist()) == ([("1", "Baker", "Crafts")], [0, 1, 2])
        return
    if harm == "other index":
        np.savez(index, a=np.arange(4))
    else:
        broken = {"names": names, "other names": names, "note": about}.get(harm, index)
        broken.write_bytes(b'[["1", "Cook", ""]]' if harm == "other names" else b"PK")
    with pytest.raises(StoreError) as caught:
        taxonomies.load(tmp_path, "mine")
    assert caught.value.code == "damaged-taxonomy"


@pytest.mark.parametrize("kind", ["encrypted", "method", "short", "torn", "stream"])
def test_a_prepared_backup_is_refused(ws: Workspace, tmp_path: Path, kind: str) -> None:
    """An archive that cannot be unpacked as it says would end in a traceback."""
    backup(ws, tmp_path / "copy.zip", on=TODAY)
    with zipfile.ZipFile(tmp_path / "copy.zip") as whole:
        held = whole.read(DATABASE)
    packed = io.BytesIO()
    method = {"method": zipfile.ZIP_BZIP2, "stream": zipfile.ZIP_DEFLATED}.get(kind, zipfile.ZIP_STORED)
    cut = {"short": held[:19], "torn": held[:4096] + bytes(range(256)) * (len(held[4096:]) // 256)}
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr(DATABASE, cut.get(kind, held))
    raw = bytearray(packed.getvalue())
    if kind == "encrypted":
        raw[raw.index(b"PK\x03\x04") + 6] |= 1
        raw[raw.index(b"PK\x01\x02") + 8] |= 1
    if kind == "stream":
        raw[30 + len(DATABASE) : 34 + len(DATABASE)] = b"\xff\xff\xff\xff"
    (tmp_path / "bad.zip").write_bytes(raw)
    before = dump(ws)
    with pytest.raises(InputError), restore.read_backup(tmp_path / "bad.zip", ws.path):
        pass
    assert dump(ws) == before


def test_a_backup_holds_no_free_pages(ws: Workspace, tmp_path: Path) -> None:
    """A backup would be as large as the workspace ever was, and hold what was deleted."""
    with ws.writing() as db:
        db.execute("CREATE TABLE scratch (a TEXT)")
        db.executemany("INSERT INTO scratch VALUES (?)", [("heron" * 200,)] * 200)
        db.execute("DROP TABLE scratch")
    assert ws.db.execute("PRAGMA freelist_count").fetchone()[0] > 0
    backup(ws, tmp_path / "copy.zip", on=TODAY)
    with zipfile.ZipFile(tmp_path / "copy.zip") as whole:
        held = whole.read(DATABASE)
    assert b"heron" not in held
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(held)
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_what_the_user_wrote_of_themselves_comes_to_them(ws: Workspace) -> None:
    """Notes of oneself would be told as of nobody when cards are read in another workspace of the same person."""
    rows = (
        Row("owner", {"n": 1, "person": "p0700"}, 1),
        Row("export", {"owner": "p0700", "n": 1, "owner_name": "Robin Example", "owner_how": "profile"}, 2),
        Row("owner_key", {"export": 1, "kind": "slug", "key": "robin-example"}, 3),
    )
    found = joined(ws, Card("p0700", {}, (Row("note", {"text": "Be brave."}, 3),), "me.md"), rows=rows)
    mine = ws.db.execute("SELECT person FROM owner").fetchone()[0]
    assert found.persons == [mine]
    assert ws.db.execute("SELECT person FROM note WHERE text = 'Be brave.'").fetchone() == (mine,)


def test_a_full_disk_while_a_backup_is_unpacked_is_told(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file it was unpacked into would stay in the folder, with everybody in it."""
    backup(ws, tmp_path / "copy.zip", on=TODAY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restore, "_members", full)
    with pytest.raises(OutputError, match="could not be unpacked"), restore.read_backup(tmp_path / "copy.zip", ws.path):
        pass
    assert [one.name for one in ws.path.iterdir() if one.name.endswith(".tmp")] == []
