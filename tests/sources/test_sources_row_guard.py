"""The limit of rows: exact, asked before the records of a long file fill the memory, and told in words that fit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources import read, reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netscout.model.export import Export
    from netscout.sources.sheet import Sheet

    Load = Callable[..., Export]

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
LIMITS = Limits(rows=40)


def rows(number: int, cell: str = "Acme") -> str:
    """Return a Connections table of so many people."""
    return HEAD + "".join(f"Ana,Example,linkedin.com/in/ana-{at},,{cell},Clerk,07 Sep 2019\n" for at in range(number))


@pytest.mark.parametrize("cell", ["Acme", '"Ac\nme"', "Acme,,,more"])
def test_the_limit_is_exact(load: Load, cell: str) -> None:
    """A row too many would be taken, or a file be refused for its line breaks or blank lines."""
    assert load({"c.csv": rows(40, cell) + "\n" * 50}, limits=LIMITS).counts["rows"] == 40
    with pytest.raises(InputError) as refused:
        load({"c.csv": rows(41, cell)}, limits=LIMITS)
    assert refused.value.code == "archive-too-large"
    assert str(refused.value.message) == "this file has more than 40 rows."
    assert "Split" in refused.value.next_step


def test_rows_behind_an_unclosed_quote_count(load: Load) -> None:
    """One open quote would take in any number of rows as one, until their records fill the memory."""
    more = rows(10_000).removeprefix(HEAD)
    text = rows(5_000) + 'Bo,"Lind,,,,,\n' + more + 'Cy",Moss,,,,,\n' + more * 3
    progress: list[int] = []
    with pytest.raises(InputError, match="more than 44,000 rows"):
        load({"c.csv": text}, limits=Limits(rows=44_000), progress=lambda _, at, __: progress.append(at))
    assert max(progress, default=0) < 6_000


def test_a_member_of_an_archive_is_named(load: Load) -> None:
    """The reader of an archive would not know which file is meant."""
    with pytest.raises(InputError) as refused:
        load({"Connections.csv": rows(41), "Profile.csv": "First Name,Last Name,Headline\nA,B,C\n"}, limits=LIMITS)
    assert refused.value.place.file == "export.zip: Connections.csv"


@pytest.mark.parametrize("ending", ["\n", *(pytest.param(one, marks=pytest.mark.slow) for one in ("\r\n", "\r"))])
@pytest.mark.slow
@pytest.mark.deep
def test_a_long_file_is_refused_before_its_rows_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """Two million records would fill the memory before the last row tells that they are too many."""
    path = tmp_path / "c.csv"
    text = rows(30_000).replace("\n", ending)
    path.write_bytes((text + text.removeprefix(HEAD.replace("\n", ending)) + ending).encode())
    taken: list[Sheet] = []
    closed = reading._closed  # what a file that is read to its end passes through

    def seen(*given: Any) -> Sheet:
        taken.append(closed(*given))
        return taken[-1]

    monkeypatch.setattr(reading, "_closed", seen)
    progress: list[int] = []
    with pytest.raises(InputError, match="more than 59,999 rows"):
        read(
            [path], today=date(2026, 11, 1), limits=Limits(rows=59_999), progress=lambda *told: progress.append(told[1])
        )
    assert not taken
    assert max(progress, default=0) <= 59_999 // 20
    read([path], today=date(2026, 11, 1), limits=Limits(rows=60_000))
    assert taken
