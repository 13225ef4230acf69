"""Email Addresses.csv: by which addresses other sources know the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean, emails
from netscout.sources.declare import EMPTY, SKIPPED, Desk, Table, column
from netscout.sources.records import Address

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], _desk: Desk) -> Address | str:
    """Return the address of a row; `Not Available` is passed over."""
    found = emails(cells[0])
    if not found:
        return SKIPPED if clean(cells[0]) else EMPTY
    return Address(found[0])


TABLES = (
    Table(
        kind="email_addresses",
        columns=(
            column("email", "Email Address", needed=True),
            column("confirmed", "Confirmed", needed=True),
            column("primary", "Primary"),
        ),
        record=record,
        rank=72,
    ),
)
