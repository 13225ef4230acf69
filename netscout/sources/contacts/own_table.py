"""The csv of `netscout export people`, read back: every cell as it was before it was made inert for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.inert import restored
from netscout.sources.cells import clean, clean_lines, emails
from netscout.sources.declare import Desk, Table, column
from netscout.sources.entries import class_year, outcome, yes_or_no
from netscout.sources.names import Name, name_key
from netscout.sources.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

_READ = (
    *("display_name", "first_name", "middle_name", "last_name", "credentials", "title", "company", "headline"),
    *("emails", "phones", "url", "connected_on", "birthday", "labels", "class_year", "mentor", "note"),
)
_OURS = ("known_from", "you_said", "kept_off", "last_event_on")
"""Columns that no other program writes: they mark the file as ours."""


def record(cells: Sequence[str], desk: Desk) -> Entry | str:
    """Return the person of a row, under the name that was written, not one made of its parts."""
    cells = [restored(cell) for cell in cells]
    shown, first, middle, last, credentials, title, company, headline, mails, phones, url, *more = cells
    connected, born, labels, year, mentor, note, *_ = more
    shown = clean(shown)
    entry = Entry(
        desk.slug(url.strip()),
        Name(clean(first), clean(last), shown, name_key(shown), _several(credentials)),
        clean(middle),
        emails(mails) if mails else (),
        clean(company),
        clean(title),
        headline=clean(headline),
        note=clean_lines(note),
        connected=connected.strip(),
        birthday=clean(born) or None,
        phones=_several(phones),
        labels=_several(labels),
        class_year=class_year(year),
        mentor=yes_or_no(mentor),
    )
    return outcome(entry, cells)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for one in cell.split(";") if (text := clean(one))))


TABLES = (
    Table(
        kind="contacts",
        source="netscout",
        columns=tuple(column(one, one, needed=one in ("display_name", "emails", *_OURS)) for one in (*_READ, *_OURS)),
        record=record,
        rank=70,
        network=True,
        wordy=True,
    ),
)
