"""The lists as files: csv with inert cells, json in the documented shape."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from netscout.files import write_atomic
from netscout.reports.exports.cells import neutral

_COLUMNS = (
    *("list", "rank", "name", "title", "company", "verdict", "strength", "band", "fit", "score", "p_reply"),
    *("warmth", "evidence", "pure_rank", "excluded", "url", "id"),
)


def csv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows of a list as CSV: CRLF, every cell quoted and inert; the last column is the first reason."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*_COLUMNS, "why"])
    for row in rows:
        why = row["reasons"][0].text if row["reasons"] else ""
        writer.writerow([neutral(one) for one in (*(_cell(row[name]) for name in _COLUMNS), why)])
    return out.getvalue()


def write_csv(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of a list as CSV (raises OutputError)."""
    write_atomic(path, csv_text(rows))


def write_json(path: Path, whole: Mapping[str, Any]) -> None:
    """Write one JSON object; dataclasses in it become objects (raises OutputError)."""
    write_atomic(path, json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n")


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401  # whatever JSON does not know
    return asdict(value)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else str(value)
