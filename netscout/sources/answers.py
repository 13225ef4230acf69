"""Read the answers file of a report page: one JSON object that names its kind; a tap that makes no sense is counted."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netscout.errors import InputError, Place
from netscout.model.answers import EVENTS, Answer, Answers
from netscout.model.person import LABELS

KIND = "netscout-answers"
MOST_BYTES = 16 << 20
_HEAD = 4096


def is_answers(path: Path) -> bool:
    """Return whether the file looks like one saved by a report page."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and KIND.encode() in head


def read_answers(path: Path, today: date) -> Answers:
    """Return the taps of an answers file.

    Raises:
        InputError: no valid JSON, too large, or not of the known shape.
    """
    place = Place(path.name)
    if path.stat().st_size > MOST_BYTES:
        raise InputError(
            "this answers file is too large.", "Save the answers from the page again.", place, code="file-too-large"
        )
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, UnicodeDecodeError) as fault:
        raise InputError(
            "this is no valid JSON.", "Save the answers from the page again.", place, code="bad-answers"
        ) from fault
    rows = whole.get("answers") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or whole.get("schema") != 1:
        raise InputError(
            "this answers file is of another version or shape.",
            "Make the report again and save from it.",
            place,
            code="bad-answers",
        )
    taken: list[Answer] = []
    unreadable: list[tuple[int, str]] = []
    for number, row in enumerate(rows, 1):
        found = _answer(number, row, today)
        if isinstance(found, str):
            unreadable.append((number, found))
        else:
            taken.append(found)
    return Answers(str(whole.get("workspace", "")), tuple(taken), tuple(unreadable))


def _answer(number: int, row: Any, today: date) -> Answer | str:  # noqa: ANN401  # JSON before it is checked
    """Return one tap, or the reason why it cannot be read."""
    if not isinstance(row, dict) or not isinstance(row.get("person"), str) or not isinstance(row.get("on"), str):
        return "a tap needs a person and a day"
    try:
        day = date.fromisoformat(row["on"])
    except ValueError:
        return "the day is no date"
    if day > today + timedelta(days=1):
        return "the day lies in the future"
    said = {key: row[key] for key in ("label", "event", "avoid") if key in row}
    if len(said) != 1:
        return "a tap says exactly one thing"
    known = said.get("label") in LABELS or said.get("event") in EVENTS or said.get("avoid") is True
    return Answer(number, row["person"], row["on"], **said) if known else "the answer is none of those the page offers"
