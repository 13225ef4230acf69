"""Read the answers file of a report page: one JSON object that names its kind; a tap that makes no sense is counted."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from netscout.errors import InputError, Place
from netscout.model.answers import EVENTS, Answer, Answers, TitleAnswer
from netscout.model.days import is_of_campaign
from netscout.model.person import LABELS
from netscout.model.settled import FITS, title_key

KIND = "netscout-answers"
MOST_BYTES = 16 << 20
_HEAD = 4096
_LONGEST = 2000
_HALVES = ("\ud800", "\udfff")
"""Halves of a letter, which JSON can spell and no other file can hold."""
_STRANGE = "the answer is none of those the page offers"


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
    raw = path.read_bytes()
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise InputError(
            "this is no valid JSON.", "Save the answers from the page again.", place, code="bad-answers"
        ) from fault
    rows = whole.get("answers") if isinstance(whole, dict) else None
    version = whole.get("schema") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or type(version) is not int or version != 1:  # true counts as 1 in Python
        where = "“schema” is not 1" if isinstance(rows, list) else "“answers” is no list"
        raise InputError(
            f"this answers file is of another version or shape: {where}.",
            "Make the report again and save from it.",
            place,
            code="bad-answers",
        )
    taken: list[Answer | TitleAnswer] = []
    unreadable: list[tuple[int, str]] = []
    for number, row in enumerate(rows, 1):
        found = _answer(number, row, today)
        if isinstance(found, str):
            unreadable.append((number, found))
        else:
            taken.append(found)
    digest = hashlib.sha256(raw).hexdigest()
    return Answers(str(whole.get("workspace", "")), tuple(taken), tuple(unreadable), digest)


def _answer(number: int, row: Any, today: date) -> Answer | TitleAnswer | str:  # noqa: ANN401  # JSON before it is checked
    """Return one tap, or the reason why it cannot be read."""
    if not isinstance(row, dict) or not isinstance(row.get("on"), str):
        return "a tap needs a person and a day"
    wrong = _wrong_day(row["on"], today)
    if wrong:
        return wrong
    return _of_title(number, row) if "title" in row else _of_person(number, row)


def _wrong_day(text: str, today: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "the day is no date"
    if day.isoformat() != text:  # other spellings would not compare as days
        return "the day is no date"
    if not is_of_campaign(day):
        return "the year of the day cannot be meant"
    return "the day lies in the future" if day > today else ""


def _of_person(number: int, row: dict[str, Any]) -> Answer | str:
    if not isinstance(row.get("person"), str):
        return "a tap needs a person and a day"
    said = {key: row[key] for key in ("label", "event", "avoid") if key in row}
    if len(said) != 1:
        return "a tap says exactly one thing"
    back = row.get("undo", False)
    word, event = said.get("label"), said.get("event")
    known = (isinstance(word, str) and word in ("", *LABELS)) or (isinstance(event, str) and event in EVENTS)
    if not (known or isinstance(said.get("avoid"), bool)) or not isinstance(back, bool) or (back and not event):
        return _STRANGE
    return Answer(number, row["person"], row["on"], undo=back, **said)


def _of_title(number: int, row: dict[str, Any]) -> TitleAnswer | str:
    said = {key: row[key] for key in ("job", "fit") if key in row}
    texts = {key: row[key] for key in ("title", "target", "job") if key in row}
    back = next(iter(said.values()), None) == ""
    if back:
        texts.pop("job", None)
    if "person" in row or len(said) != 1 or ("fit" in row) != ("target" in row):
        return "a tap on a title says its job, or whether it fits a target"
    if not all(isinstance(text, str) and len(text.strip()) > 0 and len(text) <= _LONGEST for text in texts.values()):
        return "a tap on a title needs words, and not too many"
    if any(_HALVES[0] <= char <= _HALVES[1] for text in texts.values() for char in text):
        return "the text holds half a letter, which no page writes"
    if not title_key(row["title"]):
        return "a title without words cannot be settled"
    if not texts.get("job", "").isprintable() or (not back and "fit" in row and row["fit"] not in FITS):
        return _STRANGE
    fit = {"fit": row["fit"]} if "fit" in row else {}
    return TitleAnswer(number, on=row["on"], undo=back, **texts, **fit)
