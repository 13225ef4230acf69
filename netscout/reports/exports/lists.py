"""The two lists as files: csv and workbook with inert cells, json in the documented shape."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from netscout.files import write_atomic
from netscout.reports.exports import sheets
from netscout.reports.exports.fields import SHORTLIST
from netscout.reports.exports.xlsx import Sheet, workbook


def csv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows of a list as CSV: CRLF, every cell quoted and inert; `why` is the first reason."""
    return sheets.csv_text(SHORTLIST, map(with_why, rows))


def with_why(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a list with its first reason as `why`."""
    return {**row, "why": row["reasons"][0].text if row["reasons"] else ""}


def write_csv(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of a list as CSV (raises OutputError)."""
    write_atomic(path, csv_text(rows))


def write_xlsx(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of a list as a workbook (raises OutputError)."""
    write_atomic(path, workbook(Sheet("Shortlist", SHORTLIST, [with_why(row) for row in rows]))[0])


def json_text(whole: Mapping[str, Any]) -> str:
    """Return one JSON object as text; dataclasses in it become objects."""
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n"


def write_json(path: Path, whole: Mapping[str, Any]) -> None:
    """Write one JSON object; dataclasses in it become objects (raises OutputError)."""
    write_atomic(path, json_text(whole))


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401  # whatever JSON does not know
    return asdict(value)
