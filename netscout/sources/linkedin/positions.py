"""Positions.csv: the owner's career."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.owner import Position
from netscout.sources.cells import clean
from netscout.sources.dates import parse_date
from netscout.sources.declare import EMPTY, Desk, Table, column

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], _desk: Desk) -> Position | str:
    """Return one job; without an end but with a start it is a current one."""
    company, title, started, finished = (clean(cell) for cell in cells)
    if not (company or title):
        return "the row names no employer and no title" if started or finished else EMPTY
    begin, end = parse_date(started), parse_date(finished)
    return Position(
        company, title, begin.iso() if begin else "", end.iso() if end else "", current=bool(begin) and not finished
    )


TABLES = (
    Table(
        kind="positions",
        columns=(
            column("company", "Company Name", needed=True),
            column("title", "Title", needed=True),
            column("started", "Started On", needed=True),
            column("finished", "Finished On"),
        ),
        record=record,
        rank=70,
        wordy=True,
    ),
)
