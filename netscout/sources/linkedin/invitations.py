"""Invitations.csv: who asked whom to connect, with the URLs of both sides since late 2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import EMPTY, Desk, Table, column
from netscout.sources.records import Invite

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIRECTIONS = {"outgoing": "out", "incoming": "in"}


def record(cells: Sequence[str], desk: Desk) -> Invite | str:
    """Return the invitation of a row; its message is only asked whether there is one."""
    sender, to, date, message, direction, sender_url, to_url = cells
    if not any(clean(cell) for cell in cells):
        return EMPTY
    way = _DIRECTIONS.get(clean(direction).lower(), "none")
    return Invite(clean(sender), desk.slug(sender_url), clean(to), desk.slug(to_url), date, way, bool(clean(message)))


TABLES = (
    Table(
        kind="invitations",
        columns=(
            column("from", "From", needed=True),
            column("to", "To", needed=True),
            column("date", "Sent At", needed=True),
            column("message", "Message"),
            column("direction", "Direction", needed=True),
            column("from_url", "inviterProfileUrl"),
            column("to_url", "inviteeProfileUrl"),
        ),
        record=record,
        rank=30,
        network=True,
        wordy=True,
    ),
)
