"""Company Follows.csv: organisations the owner wants to hear of; they hint at targets and are no tie to anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import EMPTY, Desk, Table, column
from netscout.sources.records import Follow

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], _desk: Desk) -> Follow | str:
    """Return the organisation of a row."""
    organisation, followed = cells
    name = clean(organisation)
    if not name:
        return "the row names no organisation" if clean(followed) else EMPTY
    return Follow(name, followed)


TABLES = (
    Table(
        kind="company_follows",
        columns=(column("organisation", "Organization", needed=True), column("followed", "Followed On", needed=True)),
        record=record,
        rank=76,
    ),
)
