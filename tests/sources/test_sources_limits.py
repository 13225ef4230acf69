"""Files at the edge of a limit: what is beyond it is told, what is within it is read."""

from __future__ import annotations

import io
import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources import opening, read, vcard
from netscout.sources.declare import EMPTY
from netscout.sources.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netscout.model.export import Export

    Load = Callable[..., Export]

TODAY = date(2026, 11, 1)
HEAD = "First Name,Last Name,URL,Company,Position,Connected On\n"


def row(name: str, company: str = "Acme") -> str:
    """Return one connection."""
    return f"{name},Example,linkedin.com/in/{name.lower()},{company},Chef,07 Sep 2019\n"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf", b"\xff\xfe"], ids=["plain", "utf-8", "utf-16"])
def test_a_line_without_an_end_is_cut(bom: bytes) -> None:
    """A file of one endless line would be held in memory whole."""
    raw = bom + ("a" * 300_000 + "\n" + "b").encode("utf-16-le" if bom == b"\xff\xfe" else "utf-8")
    found = [line for lines in Text(lambda: io.BytesIO(raw), 10).blocks() for line in lines]
    assert found[-1].strip() == "b"
    assert 10 < len(found[0]) < 300_000


def test_a_file_is_known_again_by_its_bytes(tmp_path: Path) -> None:
    """The same file under another name would be loaded as a second one."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(HEAD)
    (tmp_path / "c.csv").write_text(HEAD + row("Eva"))
    first, second, third = (opening.fingerprint(tmp_path / f"{one}.csv", Limits()) for one in "abc")
    assert first == second != third


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """Reading would wait for ever."""
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(InputError) as fault:
        read([tmp_path / "pipe.csv"], today=TODAY)
    assert fault.value.code == "not-a-file"


def test_more_cards_than_the_limit_are_refused(tmp_path: Path) -> None:
    """A file of cards without end would be read whole."""
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Eva Example\nEND:VCARD\n"
    (tmp_path / "a.vcf").write_text(card * 2)
    with pytest.raises(InputError) as fault:
        read([tmp_path / "a.vcf"], today=TODAY, limits=Limits(rows=1))
    assert fault.value.code == "archive-too-large"
    assert vcard.TABLE.record((), None) == EMPTY  # type: ignore[arg-type]  # a file of cards has no rows


def test_cells_beyond_the_limit_cost_their_row_alone(load: Load) -> None:
    """One huge cell would cost the file, or the rows after it."""
    long = "x" * 400
    text = HEAD + row("Eva") + row("Kim", f'"{long}\n{long}"') + row("Ana", long) + row("Bo")
    found = load({"Connections.csv": text}, limits=Limits(field_bytes=300))
    assert [one.first_name for one in found.sightings] == ["Eva", "Bo"]
    assert len(found.unreadable) == 2
    endless = HEAD + row("Eva") + row("Kim", f'"{long}' + "\n" + f"{long}\n" * 8) + row("Bo")
    found = load({"Connections.csv": endless}, limits=Limits(field_bytes=300))
    assert "Eva" in [one.first_name for one in found.sightings]
    assert found.unreadable


def test_rows_near_the_limit_are_counted_beforehand(load: Load) -> None:
    """A row with a cell too long would end the counting in a traceback."""
    text = HEAD + row("Eva") + row("Kim", "x" * 400) + row("Ana") * 2
    with pytest.raises(InputError):
        load({"Connections.csv": text}, limits=Limits(field_bytes=300, rows=2))


def test_empty_members_are_told(load: Load) -> None:
    """An empty file in an archive would be told as one of unknown columns."""
    found = load({"Connections.csv": HEAD + row("Eva"), "Rubbish.csv": "\n\n"})
    assert [one.reason for source in found.sources for one in source.ignored if one.name == "Rubbish.csv"] == [
        "an empty file"
    ]


@pytest.mark.parametrize("text", ["1\n2\n3\n", "Nom;Prénom;Société\nA;B;C\n"], ids=["none", "columns"])
def test_columns_that_are_not_there_are_told(load: Load, text: str) -> None:
    """`--map` with a column misspelt would end in words about another file."""
    with pytest.raises(InputError) as fault:
        load({"list.csv": text}, mapping={"Name": "name", "Prenom": "first_name"})
    assert fault.value.next_step


def test_a_download_with_rows_that_carry_no_name(tmp_path: Path) -> None:
    """A row of a taxonomy without code or name would become an occupation nobody can find."""
    from netscout.sources.taxonomy import read_taxonomy

    head = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status\n"
    rows = "Occupation,http://example.com/occupation/aa-1,7549,Baker,,released\nOccupation,,7,Nobody,,released\n"
    (tmp_path / "occupations_en.csv").write_text(head + rows)
    assert [name for _, name in read_taxonomy(tmp_path / "occupations_en.csv", Limits(), TODAY).labels] == ["Baker"]
