"""Files of arbitrary texts but right form: every row and card is somewhere, and what was written is what is read."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from netscout.campaign.lint.form import read_draft
from netscout.campaign.lint.rules import KINDS, MODES
from netscout.model.draft import CHANNELS, Draft, one_line
from netscout.model.target import Target
from netscout.settings import add_target, ensure_file, read_plan, remove_target
from netscout.sources import read
from netscout.sources.cells import clean
from tests.examples import examples
from tests.fuzz.feeding import TODAY, Fed, take
from tests.fuzz.seeds import FIRSTS, LASTS

if TYPE_CHECKING:
    from netscout.model.export import Export

_LETTERS = st.characters(exclude_categories=["Cs"])
_CELL = st.one_of(
    st.sampled_from((*FIRSTS, *LASTS)), st.text(_LETTERS, max_size=12), st.text(',;\t"\r\n\\ aé', max_size=8)
)
_HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
_ROW = st.tuples(
    _CELL, _CELL, st.just(""), st.just(""), _CELL, _CELL, st.sampled_from(("09 Jun 2018", "", "31 Feb 2020"))
)
_FORM = st.tuples(
    st.sampled_from((",", ";", "\t")),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
)


def _table(rows: list[tuple[str, ...]], delimiter: str, end: str) -> str:
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([_HEADER, *rows])
    return held.getvalue()


def _read(content: bytes, name: str = "Connections.csv") -> tuple[Export, list[str]]:
    """Return what is read of a file, and what is wrong with the account of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read([path], today=TODAY), take(path, content, Fed(), store=False)


@settings(max_examples=examples(120), deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=6), _FORM)
@example([("\x85", "\u2028x", "", "", "a\r\nb", "\x1c", "")], (",", "\n", "utf-8"))
def test_every_row_is_somewhere(rows: list[tuple[str, ...]], form: tuple[str, str, str]) -> None:
    """A line break, quote or separator inside a name that makes two rows of one, or none."""
    delimiter, end, coding = form
    export, wrong = _read(_table(rows, delimiter, end).encode(coding))
    assert wrong == []
    (account,) = export.sources[0].files
    assert account.rows == len(rows)
    assert account.counts["people"] == len(export.sightings)


@settings(max_examples=examples(80), deadline=None)
@given(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=5), st.sampled_from(("3.0", "4.0")), st.booleans())
def test_every_card_is_somewhere(people: list[tuple[str, str]], version: str, crlf: bool) -> None:
    """A name with a line break or a semicolon that ends its card, and takes the next one with it."""
    lines = []
    for first, last in people:
        told = [_escaped(one) for one in (first, last)]
        lines += ["BEGIN:VCARD", f"VERSION:{version}", f"N:{told[1]};{told[0]};;;", "END:VCARD"]
    text = ("\r\n" if crlf else "\n").join([*lines, ""])
    export, wrong = _read(text.encode(), "contacts.vcf")
    assert wrong == []
    (account,) = export.sources[0].files
    assert account.rows == len(people)


def _escaped(text: str) -> str:
    text = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(one if one.isprintable() else " " for one in text)


_MEMBER = st.sampled_from(("Connections.csv", "messages.csv", "x/Connections.csv", "Rich Media/a.txt", "notes é.csv"))


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(_MEMBER, st.lists(_ROW, max_size=3)), min_size=1, max_size=3, unique_by=lambda one: one[0]))
def test_an_archive_is_read_as_its_members(members: list[tuple[str, list[tuple[str, ...]]]]) -> None:
    """Members of odd names that hide, double or spoil one another."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, rows in members:
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 6, 0, 0)), _table(rows, ",", "\n"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.zip"
        path.write_bytes(held.getvalue())
        fed = Fed()
        assert take(path, held.getvalue(), fed, store=True) == []
        assert fed.read + fed.refused == 1


_WORDS = st.lists(_CELL.filter(str.strip).map(str.strip), min_size=1, max_size=3).map(tuple)
_LINE = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@settings(max_examples=examples(120), deadline=None)
@given(_LINE, _LINE, st.sampled_from((*KINDS,)), st.sampled_from(CHANNELS), st.sampled_from((*MODES,)))
def test_a_draft_reads_back(to: str, body: str, kind: str, channel: str, mode: str) -> None:
    """A letter that `draft` wrote and `lint` reads as another one."""
    draft = Draft(one_line(to), kind, channel, mode, one_line(to), f"{body}\n\n{body}")
    assert read_draft(draft.as_text().encode(), "a.txt") == draft


@settings(max_examples=examples(60), deadline=None)
@given(_CELL.map(one_line), _WORDS, _WORDS, st.integers(1, 5))
def test_a_target_reads_back(name: str, roles: tuple[str, ...], companies: tuple[str, ...], motivation: int) -> None:
    """A quote or a backslash in a role that makes a file nobody can read any more."""
    target = Target(f"x{name}", roles, companies=companies, motivation=motivation)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "targets.toml"
        ensure_file(path)
        before = path.read_bytes()
        add_target(path, target)
        assert read_plan(path).targets == (target,)
        assert remove_target(path, target.name)
        assert read_plan(path).targets == ()
        assert path.read_bytes().startswith(before.rstrip())
