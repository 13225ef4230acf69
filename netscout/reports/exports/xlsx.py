"""Workbooks: every cell an explicit text, day or number; no formula, no name, no link but to a profile we rebuilt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING, Any

from netscout.errors import OutputError
from netscout.reports.exports.cells import cut, xml_text
from netscout.reports.exports.sheets import shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from netscout.reports.exports.fields import Field

LINKS_MOST = 60_000
ROWS_MOST = 1_048_575
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook knows no zones; the same in every file, as no clock is read
_FIRST_DAY = date(1900, 3, 1)
"""Before it the day numbers of a spreadsheet are not those of the calendar."""
_PROFILE = "https://www.linkedin.com/in/"
_ADDRESS_MOST = 2_000
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a workbook; `name` is a constant of ours."""

    name: str
    fields: Sequence[Field]
    rows: Sequence[Mapping[str, Any]]


def workbook(*sheets: Sheet) -> tuple[bytes, int]:
    """Return a workbook as bytes and how many cells were cut at what a cell holds; the same rows give the same bytes.

    Nothing is written to disk on the way.

    Raises:
        OutputError: more rows than a sheet holds.
    """
    from xlsxwriter.workbook import Workbook

    if max(len(sheet.rows) for sheet in sheets) > ROWS_MOST:
        raise OutputError(f"a sheet holds {ROWS_MOST:,} rows and there are more.", "Write csv instead.")
    out = BytesIO()
    with Workbook(out, _SAFE) as book:
        book.set_properties({"created": _MADE, "author": "netscout"})
        cuts = sum(_Page(book, book.add_worksheet(sheet.name)).write(sheet) for sheet in sheets)
    return out.getvalue(), cuts


class _Page:
    """One worksheet while it is written."""

    def __init__(self, book: Workbook, page: Worksheet) -> None:
        self._page = page
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._link: Format = book.add_format({"font_color": "#0B5394", "underline": 1})
        self._head: Format = book.add_format({"bold": True})
        self._looks: dict[str, Format] = {}
        self._book = book
        self._links = self._cuts = 0

    def write(self, sheet: Sheet) -> int:
        """Write header, rows and filters; return how many cells were cut."""
        rows = sheet.rows
        last = len(sheet.fields) - 1
        self._page.freeze_panes(1, 0)
        for place, field in enumerate(sheet.fields):
            self._page.set_column(place, place, field.width)
        for number, row in enumerate(rows, start=1):
            for place, field in enumerate(sheet.fields):
                self._cell(number, place, field, row.get(field.key))
        self._page.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})
        heads = [{"header": one.title, "header_format": self._head} for one in sheet.fields]
        if rows:
            # A table has filters of its own; a plain filter would need a defined name.
            look = {"name": sheet.name, "columns": heads, "style": "Table Style Light 1", "banded_rows": False}
            self._page.add_table(0, 0, len(rows), last, look)
        else:
            for place, field in enumerate(sheet.fields):
                self._page.write_string(0, place, field.title, self._head)
        return self._cuts

    def _cell(self, row: int, place: int, field: Field, value: object) -> None:
        if value is None or value in ("", (), []):
            return
        if field.kind == "number" and isinstance(value, (int, float)) and isfinite(value):
            self._page.write_number(row, place, round(value, 4), self._look(field.look))
        elif field.kind == "day" and (day := _day(str(value))) is not None:
            self._page.write_datetime(row, place, day, self._day)
        elif field.kind == "link" and self._may_link(str(value)):
            self._links += 1
            self._page.write_url(row, place, str(value), self._link, str(value))
        else:
            text, was_cut = cut(xml_text(shown(value)))
            self._cuts += was_cut
            self._page.write_string(row, place, text)

    def _look(self, look: str) -> Format | None:
        if look and look not in self._looks:
            self._looks[look] = self._book.add_format({"num_format": look})
        return self._looks.get(look)

    def _may_link(self, address: str) -> bool:
        return address.startswith(_PROFILE) and len(address) < _ADDRESS_MOST and self._links < LINKS_MOST


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-01-31") else None
    except ValueError:
        return None
    return day if day is not None and day >= _FIRST_DAY else None
