"""Recommendations_Received.csv and Recommendations_Given.csv: one header for both, so the file name decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import EMPTY, Desk, Table, column
from netscout.sources.names import name_of
from netscout.sources.records import Recommendation

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], desk: Desk) -> Recommendation | str:
    """Return the recommendation of a row, without its text, or a reason if it names nobody."""
    first, last, company, _text, date, status = cells
    if not any(clean(cell) for cell in cells):
        return EMPTY
    name = name_of(first, last)
    if not name.shown:
        return "the row names nobody"
    return Recommendation(desk.direction, name, clean(company), date, clean(status).upper() == "VISIBLE")


def _table(kind: str, rank: int, direction: str, *names: str) -> Table:
    return Table(
        kind=kind,
        columns=(
            column("first", "First Name", needed=True),
            column("last", "Last Name", needed=True),
            column("company", "Company"),
            column("text", "Text", needed=True),
            column("date", "Creation Date", needed=True),
            column("status", "Status"),
        ),
        record=record,
        rank=rank,
        names=names,
        network=True,
        wordy=True,
        direction=direction,
    )


TABLES = (
    _table("recommendations_received", 50, "in", "recommendations received", "recommendation received"),
    _table("recommendations_given", 51, "out", "recommendations given", "recommendation given"),
    _table("recommendations", 52, "none"),
)
