"""Cards and JSON read back: every line that was written, and an orderly end for every line that was not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netscout.errors import InputError
from netscout.model.card_lines import LineError, escape, line_values, moment_values, row_line, unescape
from netscout.model.dump import TABLES, Column, Table, told
from netscout.model.dump_check import wrong
from netscout.settings import Limits
from netscout.sources.cards import is_cards, read_cards
from netscout.sources.whole import is_whole, read_whole

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "netscout-card: 1\n"
MARKS = "|\\\"'`*_{}[]()<>#+-.!~=:;,&%$@^/?\n\r\t \u00a0\u2028\u202e\u200d\x00\x1b\ufeffn u é 李 🙂"
TEXT = st.text(st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs"])), max_size=30)
TEXT |= st.sampled_from(["none", "undated", "yes", "", "-1"])
REFERRAL: dict[str, Any] = {"slug": "none", "name": " | x=1 ", "words": "a | b", "title": "\\n", "on": "2026-01-01"}
ROW_TABLES = [one for one in TABLES.values() if one.name not in ("person", "sqlite_sequence")]


def _value(one: Column) -> st.SearchStrategy[Any]:
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": TEXT,
        "word": TEXT,
        "slug": TEXT.filter(bool),
        "day": st.dates().map(str),
        "int": st.integers(-(2**62), 2**62),
        "bool": st.integers(0, 1),
        "list": st.lists(TEXT, max_size=3),
        "object": TEXT,
        "person": st.just("p0001"),
        "own": st.just("p0002"),
        "owner": st.just("p0003"),
    }
    return kinds[one.kind] | st.none() if one.nullable else kinds[one.kind]


def _rows(table: Table) -> st.SearchStrategy[tuple[Table, dict[str, Any]]]:
    return st.fixed_dictionaries({one.name: _value(one) for one in table.columns}).map(lambda values: (table, values))


@given(TEXT)
def test_text_reads_back(text: str) -> None:
    """A name with a bar, a line break or a heading mark would come back as another name."""
    line = escape(text)
    assert unescape(line) == text
    assert "\n" not in line
    assert line == line.strip()
    assert "|" not in line.replace("\\|", "")


@given(st.sampled_from(ROW_TABLES).flatmap(_rows))
@example((TABLES["referral"], REFERRAL))
def test_row_reads_back(given_row: tuple[Table, dict[str, Any]]) -> None:
    """A value that leaks into the next field, the tail or the moment would be another row when it is read."""
    table, values = given_row
    written = told(table, values, "p0001")
    line = row_line(table, written)
    assert "\n" not in line
    found: dict[str, Any] = {}
    if table.place in ("log", "notes"):
        moment, word, rest = (line + "  ").split(" ", 2)
        found = moment_values(table, moment)
        if word != table.word:
            found[table.front] = word
        line = rest.strip(" ")
    if table.place == "notes" and table.tail in written:
        found[table.tail] = written[table.tail]  # stands below the heading
    expected = {name: value for name, value in written.items() if value != []}  # an empty list has no field
    assert {**found, **line_values(table, line)} == expected


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused(text: str) -> None:
    """A line that a hand changed would end the load with a fault of ours."""
    for table in TABLES.values():
        try:
            values = line_values(table, text)
        except LineError:
            continue
        assert isinstance(wrong(table, values), str)


HOSTILE = {
    "no colon": "nonsense\n",
    "unknown key": "password: x\n",
    "number as text": 'sighting: n="1" export=1\n',
    "huge number": f"sighting: n={'9' * 400} export=1\n",
    "open quote": 'label: know on=2026-03-01 place="never closed\n',
    "wrong label": "label: enemy on=2026-03-01 n=1\n",
    "day that is none": "label: know on=2026-02-30 n=1\n",
    "twice": "company: A\ncompany: B\n",
    "log without dash": "\n## Log\n2026-03-10 asked\n",
    "log without a word": "\n## Log\n- 2026-03-10\n",
    "log of another kind": "\n## Log\n- 2026-03-10 <script> n=1\n",
    "moment that is none": "\n## Log\n- 2026-99-99T00:00:00Z message owner=p0001 n=1 sighting=1 file=0\n",
    "text where none belongs": "\n## Log\n- 2026-03-10T00:00:00Z message n=1 | secret\n",
    "heading of no note": "\n## Notes\n### by me\ntext\n",
    "strange kind": "sighting: owner=p0001 n=1 export=1 file=0 line=1 kind=enemy\n",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_bad_line_is_told_and_the_card_kept(tmp_path: Path, body: str) -> None:
    """One line that a hand broke would cost the whole card, or be taken for something else."""
    (tmp_path / "p0042.md").write_text(f"{HEAD}id: p0042\nname: Ana Example\n{body}", encoding="utf-8")
    found = read_cards(tmp_path, Limits())
    assert [one.file for one in found.bad] == ["p0042.md"]
    assert "secret" not in found.bad[0].reason
    (card,) = found.dump.cards
    assert (card.id, card.header["name"], card.rows) == ("p0042", "Ana Example", ())


def test_free_hand_is_understood(tmp_path: Path) -> None:
    """People write without backslashes, with Windows line ends, and without our numbers."""
    text = (
        f"{HEAD}name: O'Neil, Ana (she/her)\nemails: ana@mail.example\nlabel: know on=2026-03-01\n\n## Log\n"
        "- 2026-03-10 asked | wrote - kindly\n\n## Notes\nA free note.\nSecond line.\n"
    )
    (tmp_path / "new.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (card,) = read_cards(tmp_path, Limits()).dump.cards
    assert card.header["name"] == "O'Neil, Ana (she/her)"
    assert [(row.table, dict(row.values)) for row in card.rows] == [
        ("label", {"label": "know", "on": "2026-03-01"}),
        ("event", {"event": "asked", "on": "2026-03-10", "note": "wrote - kindly"}),
        ("note", {"text": "A free note.\nSecond line."}),
    ]


def test_what_is_no_card_is_told(tmp_path: Path) -> None:
    """A link, a device or a stray text in the folder would be read, or passed over in silence."""
    (tmp_path / "p0001.md").write_text(f"{HEAD}id: p0001\nname: A\n")
    (tmp_path / "readme.md").write_text("# Read me\n")
    (tmp_path / "bad-id.md").write_text(f"{HEAD}id: ../../etc\n")
    (tmp_path / "latin.md").write_bytes(HEAD.encode() + b"name: \xff\n")
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / "link.md").symlink_to(tmp_path / "p0001.md")
    found = read_cards(tmp_path, Limits())
    assert found.files == 4
    assert [one.file for one in found.unreadable] == ["bad-id.md", "latin.md", "readme.md"]
    assert [name for name, _ in found.strays] == ["link.md", "picture.png"]
    assert is_cards(tmp_path)


def test_a_folder_without_cards_is_refused(tmp_path: Path) -> None:
    """An empty load would look like success."""
    (tmp_path / "a.md").write_text("hello\n")
    assert not is_cards(tmp_path)
    with pytest.raises(InputError):
        read_cards(tmp_path, Limits())


_SHAPE = {"schema": 1, "kind": "netscout-people", "people": [], "workspace": {}}
BROKEN = {
    "cut": json.dumps(_SHAPE)[:-5],
    "deep": '{"kind": "netscout-people", "people": ' + "[" * 200_000,
    "huge number": '{"kind": "netscout-people", "schema": ' + "9" * 10_000 + "}",
    "other version": json.dumps({**_SHAPE, "schema": 2}),
    "people no list": json.dumps({**_SHAPE, "people": {}}),
    "workspace no object": json.dumps({**_SHAPE, "workspace": []}),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_broken_json_is_refused(tmp_path: Path, text: str) -> None:
    """A damaged file would end in a traceback, or store half of itself."""
    path = tmp_path / "people.json"
    path.write_text(text)
    assert is_whole(path)
    with pytest.raises(InputError):
        read_whole(path, Limits())


def test_entries_that_make_no_sense_are_told(tmp_path: Path) -> None:
    """One strange entry would cost all the others."""
    people = [
        {
            "id": "p0042",
            "display_name": "Ana",
            "emails": 7,
            "records": {"label": [{"label": "know", "on": 5}], "x": [1]},
        },
        {"id": 5},
        "text",
        {"id": "p0043", "display_name": "\ud800", "records": {"event": {"event": "asked"}, "note": [None]}},
        {"id": "p0044", "display_name": "a@mail.example", "emails": ["a@mail.example"], "records": []},
    ]
    path = tmp_path / "people.json"
    path.write_text(json.dumps({**_SHAPE, "people": people, "workspace": {"id": 4, "day": "never", "records": 3}}))
    found = read_whole(path, Limits())
    assert (found.files, [one.line for one in found.unreadable]) == (5, [2, 3])
    assert [one.line for one in found.bad] == [1, 1, 1, 4, 4]
    assert found.dump.cards[0].header == {"name": "Ana", "name_key": "ana"}
    assert "name" not in found.dump.cards[2].header
    assert (found.dump.workspace, found.dump.day) == ("", "")


@pytest.mark.parametrize(("said", "targets"), [("# mine\n", "# mine\n"), ("", ""), (None, None), (5, None), ([], None)])
def test_the_targets_of_a_whole_workspace_come_with_it(tmp_path: Path, said: object, targets: str | None) -> None:
    """What somebody looks for would be lost on the way to another machine."""
    path = tmp_path / "people.json"
    path.write_text(
        json.dumps({**_SHAPE, "people": [], "workspace": {"id": "w1", "day": "2026-01-05", "targets": said}})
    )
    found = read_whole(path, Limits()).dump
    assert (found.workspace, found.day, found.targets) == ("w1", "2026-01-05", targets)


@pytest.mark.parametrize(
    ("text", "ours"), [("{}", False), ('["netscout-people"]', False), ('\ufeff {"kind": "netscout-people"}', True)]
)
def test_only_an_object_of_ours_is_a_whole_workspace(tmp_path: Path, text: str, *, ours: bool) -> None:
    """A list of addresses as JSON would be refused as a damaged workspace instead of as what it is."""
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    assert is_whole(path) is ours
