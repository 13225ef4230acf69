"""Files that say nothing of a tie to anybody: their rows are counted, and nothing of them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import EMPTY, SKIPPED, Desk, Table, column
from netscout.sources.records import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence


def skipped(cells: Sequence[str], _desk: Desk) -> str:
    """Return that the row is counted and left."""
    return SKIPPED if any(clean(cell) for cell in cells) else EMPTY


def remark(cells: Sequence[str], _desk: Desk) -> Remark | str:
    """Return the date of a comment as written; its text is not kept."""
    return Remark(cells[0]) if any(clean(cell) for cell in cells) else EMPTY


TABLES = (
    Table(
        kind="comments",
        columns=tuple(column(one, one, needed=True) for one in ("Date", "Link", "Message")),
        record=remark,
        rank=77,
        wordy=True,
        span=200,
    ),
    Table(
        kind="shares",
        columns=(
            *(column(one, one, needed=True) for one in ("Date", "ShareLink", "ShareCommentary")),
            *(column(one, one) for one in ("SharedUrl", "MediaUrl", "Visibility")),
        ),
        record=skipped,
        rank=78,
        wordy=True,
        span=200,
    ),
    Table(
        kind="reactions",
        columns=tuple(column(one, one, needed=True) for one in ("Date", "Type", "Link")),
        record=skipped,
        rank=79,
    ),
    Table(
        kind="member_follows",
        columns=tuple(column(one, one, needed=True) for one in ("Date", "FullName", "Status")),
        record=skipped,
        rank=79,
    ),
)
