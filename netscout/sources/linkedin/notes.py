"""Notes.csv (2026): what the owner wrote down about people they know; private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean, clean_lines
from netscout.sources.declare import EMPTY, Desk, Table, column
from netscout.sources.names import name_of
from netscout.sources.records import Jotting

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], desk: Desk) -> Jotting | str:
    """Return the note of a row with the person it is about."""
    first, last, url, note, created, edited = cells
    if not any(clean(cell) for cell in cells):
        return EMPTY
    name, slug, text = name_of(first, last), desk.slug(url), clean_lines(note)
    if not text:
        return "the row holds no note"
    return Jotting(slug, name, text, created, edited) if name.shown or slug else "the note names nobody"


TABLES = (
    Table(
        kind="notes",
        columns=(
            column("first", "Connection First Name", needed=True),
            column("last", "Connection Last Name", needed=True),
            column("url", "Connection Profile URL"),
            column("note", "Note", needed=True),
            column("created", "Created On"),
            column("edited", "Edited On"),
        ),
        record=record,
        rank=60,
        wordy=True,
        span=200,
    ),
)
