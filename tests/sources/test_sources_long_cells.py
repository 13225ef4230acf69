"""One cell of half a million characters in any column of any kind of file: read in a time that grows with it alone."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netscout.sources import read
from netscout.sources.recognise import tables

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.model.export import Export
    from netscout.sources.declare import Table

TODAY = date(2026, 11, 1)
SIZE = 1 << 19
MOST_SECONDS = 10.0  # of the processor, for each kind of sign; what grows with the square takes minutes
SIGNS = ("A, ", " x", '""', "[(", "<a ", "a@", "7", "mr PhD ", "a::: ", "\u0301\u0316", "&#9", "%C3/", "1/2 at ")
CARD_LINES = (
    "FN:",
    "N:",
    "ORG:",
    "TITLE:",
    "EMAIL:",
    "NOTE:",
    "URL:",
    "BDAY:",
    "REV:",
    "X-ABLABEL:",
    "CATEGORIES:",
    "X;",
)


def header(table: Table) -> list[str]:
    """Return the English column names of a kind of file."""
    spelled = [one.spellings[0].replace("#", "1") for one in table.columns]
    return [
        *(word for word in spelled if word != "*"),
        *(w for mark in table.marks[:1] for w in mark if w not in spelled),
    ]


def read_within_bounds(path: Path) -> Export:
    """Return the export of a file that is read in bounded time."""
    before = time.process_time()
    export = read([path], today=TODAY)
    assert time.process_time() - before < MOST_SECONDS
    return export


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNS)
def test_a_long_cell_in_every_column_of_every_kind(tmp_path: Path, sign: str) -> None:
    """One cell would keep the machine busy for hours, or end the load with a crash."""
    cell = f'"{(sign * SIZE)[: SIZE // len(sign) * len(sign)]}"'
    for table in tables():
        head = header(table)
        names = [word in ("first name", "full name", "name") for word in head]
        rows = [
            ",".join(cell if at == place else "Ana" if named else "" for at, named in enumerate(names))
            for place in range(len(head))
        ]
        path = tmp_path / f"{(*table.names, 'table')[0]}.csv"
        path.write_text("\n".join([",".join(head), *rows, ""]), encoding="utf-8")
        (source,) = read_within_bounds(path).sources
        assert source.files[0].adds_up()


@pytest.mark.slow
@pytest.mark.parametrize("sign", [*SIGNS, ";", "\\,", "=3D"])
def test_a_long_value_in_every_line_of_a_card(tmp_path: Path, sign: str) -> None:
    """One line of a card would do the same."""
    cards = (
        f"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Example\n{line}{sign * (SIZE // len(sign))}\nEND:VCARD\n"
        for line in CARD_LINES
    )
    path = tmp_path / "cards.vcf"
    path.write_text("".join(cards), encoding="utf-8")
    assert read_within_bounds(path).sources[0].files[0].rows == len(CARD_LINES)


@pytest.mark.parametrize("name", ["messages.csv", "Profile.csv"])
def test_a_cell_longer_than_csv_reads_by_itself(tmp_path: Path, name: str) -> None:
    """A message without a day would be looked up, or a profile looked over, with a limit of 131,072 characters."""
    text = f'"{"x" * 200_000}"'
    path = tmp_path / name
    heads = {
        "messages.csv": f"CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER\nt,Ana,Bo,no day,,{text},INBOX\n",
        "Profile.csv": f"First Name,Last Name,Headline,Summary\nAna,Example,Clerk,{text}\n",
    }
    path.write_text(heads[name], encoding="utf-8")
    assert read([path], today=TODAY).sources[0].files[0].rows == 1
