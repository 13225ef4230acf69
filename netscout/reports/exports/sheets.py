"""Tables as text: csv that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from netscout.model.inert import neutral

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from netscout.reports.exports.fields import Field

BOM = "\ufeff"


def csv_text(fields: Sequence[Field], rows: Iterable[Mapping[str, Any]], *, bom: bool = False) -> str:
    """Return rows as csv: CRLF, every cell quoted and inert, the keys of the fields as header.

    `bom` puts the mark in front that some spreadsheets need to see UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([one.key for one in fields])
    for row in rows:
        writer.writerow([neutral(shown(row.get(one.key))) for one in fields])
    return (BOM if bom else "") + out.getvalue()


def shown(value: object) -> str:
    """Return a value as a cell's text: lists joined by `; `, yes or no, four decimals, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4f}"
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
