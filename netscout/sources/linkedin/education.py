"""Education.csv: the owner's schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.owner import School
from netscout.sources.cells import clean
from netscout.sources.dates import parse_date
from netscout.sources.declare import EMPTY, Desk, Table, column

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], _desk: Desk) -> School | str:
    """Return one school with its degree and years."""
    name, degree, started, finished = (clean(cell) for cell in cells)
    if not name:
        return "the row names no school" if degree or started or finished else EMPTY
    begin, end = parse_date(started), parse_date(finished)
    return School(name, degree, begin.iso() if begin else "", end.iso() if end else "")


TABLES = (
    Table(
        kind="education",
        columns=(
            column("name", "School Name", needed=True),
            column("degree", "Degree Name"),
            column("started", "Start Date", needed=True),
            column("finished", "End Date"),
        ),
        record=record,
        rank=71,
        wordy=True,
    ),
)
