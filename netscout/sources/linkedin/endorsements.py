"""Endorsement_Received_Info.csv and Endorsement_Given_Info.csv: skills vouched for; only accepted ones count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import EMPTY, Desk, Table, column
from netscout.sources.names import name_of
from netscout.sources.records import Endorsement

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], desk: Desk) -> Endorsement | str:
    """Return the endorsement of a row, or a reason if it names nobody."""
    date, skill, first, last, url, status = cells
    if not any(clean(cell) for cell in cells):
        return EMPTY
    name, slug = name_of(first, last), desk.slug(url)
    if not (name.shown or slug):
        return "the row names nobody"
    return Endorsement(desk.direction, slug, name, clean(skill), date, clean(status).upper() == "ACCEPTED")


def _table(kind: str, person: str, direction: str) -> Table:
    return Table(
        kind=kind,
        columns=(
            column("date", "Endorsement Date", needed=True),
            column("skill", "Skill Name", needed=True),
            column("first", f"{person} First Name", needed=True),
            column("last", f"{person} Last Name", needed=True),
            column("url", f"{person} Public Url"),
            column("status", "Endorsement Status", needed=True),
        ),
        record=record,
        rank=40,
        network=True,
        direction=direction,
    )


TABLES = (_table("endorsements_received", "Endorser", "in"), _table("endorsements_given", "Endorsee", "out"))
