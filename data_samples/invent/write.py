"""Writes tables as LinkedIn spells them: dates without the locale, CSV with line feeds, zips with fixed dates."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def table(header: str, rows: Sequence[Sequence[str]], *, quote_all: bool = False) -> str:
    """Return a CSV table; the header is given as one line, its names hold no comma."""
    records = [header.split(","), *rows]
    return "".join(",".join(_cell(cell, quote_all=quote_all) for cell in record) + "\n" for record in records)


def _cell(text: str, *, quote_all: bool) -> str:
    """Return the cell as RFC 4180 has it; `csv` quotes a lone carriage return in some versions of Python only."""
    if quote_all or any(sign in text for sign in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def day_month_year(day: date) -> str:
    """Return `09 Jun 2018`."""
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def us_minute(at: datetime) -> str:
    """Return `6/9/24, 3:07 PM`."""
    half = "AM" if at.hour < 12 else "PM"
    return f"{at.month}/{at.day}/{at.year % 100:02}, {at.hour % 12 or 12}:{at.minute:02} {half}"


def us_minute_padded(at: datetime) -> str:
    """Return `06/09/13, 12:10 AM`."""
    half = "AM" if at.hour < 12 else "PM"
    return f"{at.month:02}/{at.day:02}/{at.year % 100:02}, {at.hour % 12 or 12:02}:{at.minute:02} {half}"


def utc_second(at: datetime) -> str:
    """Return `2020-02-03 04:05:06 UTC`."""
    return f"{iso_second(at)} UTC"


def iso_second(at: datetime) -> str:
    """Return `2020-02-03 04:05:06`."""
    return at.replace(tzinfo=None).isoformat(" ", "seconds")


def java_second(at: datetime) -> str:
    """Return `Sat Feb 08 02:54:41 UTC 2025`."""
    clock = f"{at.hour:02}:{at.minute:02}:{at.second:02}"
    return f"{_WEEKDAYS[at.weekday()]} {MONTHS[at.month - 1]} {at.day:02} {clock} UTC {at.year}"


def zip_bytes(members: Mapping[str, str | bytes], on: date) -> bytes:
    """Return a zip of the members in their order, all dated six in the morning of that day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (on.year, on.month, on.day, 6, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(info, data, compresslevel=9)
    return out.getvalue()


def zip_content(data: bytes) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Return name, date and inflated bytes of each member.

    Two builds of zlib may deflate the same bytes differently, so zips are compared by what is in them.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, info.date_time, archive.read(info)) for info in archive.infolist()]
