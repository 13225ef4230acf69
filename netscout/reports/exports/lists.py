"""The two lists as content of files: csv and workbook with inert cells, json in the documented shape."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from netscout.reports.exports import sheets
from netscout.reports.exports.fields import FIGURES, PLACES, SHORTLIST
from netscout.reports.exports.xlsx import Sheet, workbook

_WORDS = {
    "list": {"practitioners": "has the job", "connectors": "can open doors"},
    "strength": {"unknown": "not known"},
    "verdict": {"match": "yes", "related": "close to it", "no": "no", "unknown": "not known"},
}
"""What a person reads in a workbook in place of a word of ours."""


def csv_text(rows: Sequence[Mapping[str, Any]], target: str = "") -> str:
    """Return rows of a list as CSV: CRLF, every cell quoted and inert; `why` is the first reason."""
    return sheets.csv_text(SHORTLIST, [with_why(row, target) for row in rows])


def with_why(row: Mapping[str, Any], target: str = "") -> dict[str, Any]:
    """Return the row of a list with its first reason as `why`, and the target."""
    return {**row, "target": target, "why": row["reasons"][0].text if row["reasons"] else ""}


def xlsx_data(rows: Sequence[Mapping[str, Any]], target: str = "") -> bytes:
    """Return rows of a list as a workbook."""
    return workbook(*pages(rows, target))[0]


def pages(rows: Sequence[Mapping[str, Any]], target: str = "", *, notes: bool = False) -> tuple[Sheet, Sheet]:
    """Return a list as two sheets: what a person needs to choose and write, in words; then the figures behind it."""
    told = [_in_words(with_why(row, target)) for row in rows]
    barred = any(row["excluded"] for row in told)
    figures = [one for one in FIGURES if barred or one.key != "excluded"]
    return Sheet("Shortlist", PLACES[notes], told), Sheet("Figures", figures, told)


def _in_words(row: dict[str, Any]) -> dict[str, Any]:
    said = {key: words.get(row[key], row[key]) for key, words in _WORDS.items()}
    return {**row, **said, "rank": row["rank"] or None, "pure_rank": row["pure_rank"] or None}


def json_text(whole: Mapping[str, Any]) -> str:
    """Return one JSON object as text; dataclasses in it become objects."""
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401  # whatever JSON does not know
    return asdict(value)
