"""A note as the user typed it: the form that the editor opens with, and what is read from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netscout.campaign.entry import clean_note
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.notes import GIVE, HEARD, NOTE_MOST, OPEN, RESUME, THEMES, WILL

_DAY, _HEARD = "day", "heard"
_FORM = "form."
_OWN = {"open": OPEN, "will": WILL, "resume": RESUME, "give": GIVE}
"""Parts of the form that are stored under a theme of their own, a note for each line."""
_TELLABLE = ("", _HEARD, "surprise", "trend")
"""Parts of a note that a letter may quote; the others are for the user alone, as is what somebody would not answer."""
_NUMBER = re.compile(r"(?:[0-9][.)]|[-*])\s+")
_EMPTY = re.compile(r"[0-9]*[.)]?\s*|[-*]\s*")
_NUMBERS = tuple(f"{number}." for number in (1, 2, 3))


def checked(text: str, what: str = "the note") -> str:
    """Return a text without controls (raises RefusedError, `too-long`, for one longer than a note may be)."""
    found = clean_note(text.replace("\r\n", "\n"))
    if len(found) > NOTE_MOST:
        raise RefusedError(
            f"{what} has {len(found):,} characters; {NOTE_MOST:,} are the most.",
            "Nothing was written. Keep the long form in a file, and the gist here.",
            code="too-long",
        )
    return found


def line(text: str, what: str) -> str:
    """Return a text as one line (raises RefusedError as `checked`)."""
    return " ".join(checked(text, what).split())


def form(name: str, day: date) -> str:
    """Return the text that the editor opens with."""
    lines = [fill(one, {"name": " ".join(clean_note(name).split())}) for one in _leads()]
    for key, heading in _headings().items():
        lines.append(f"{heading}: {day.isoformat()}" if key == _DAY else f"{heading}:")
        lines += _NUMBERS if key == _HEARD else ()
    return "\n".join((*lines, ""))


def read_form(text: str, name: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the day that a filled-in form names ("" if none), and its notes as (theme, text), the whole one first.

    Headings with nothing below them are left out, and so is everything of the form itself; whatever else the user
    wrote is kept, with or without headings.
    """
    own = {fill(one, {"name": " ".join(clean_note(name).split())}) for one in _leads()}
    kept = [one for one in text.replace("\r\n", "\n").split("\n") if one.rstrip() not in own]
    day, whole, apart = "", [], []
    for key, lines in parts(kept):
        filled = [one.strip() for one in lines if not _EMPTY.fullmatch(one.strip())]
        filled = [_NUMBER.sub("", one, count=1) for one in filled] if key == _HEARD or key in _OWN else filled
        if key == _DAY:
            day = " ".join(filled)
        elif key in _OWN:
            apart += [(_OWN[key], one) for one in filled]
        elif filled:
            body = "\n".join(filled) if key == "" or len(filled) == 1 else "\n" + "\n".join(filled)
            whole.append(body if key == "" else f"{_headings()[key]}: {body}".replace(": \n", ":\n"))
    return day, [*([(HEARD, "\n".join(whole))] if whole else []), *apart]


def parts(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return the lines of a note by part of the form, in the order written; "" for what stands under no heading."""
    by_heading = {heading.casefold(): key for key, heading in _headings().items()}
    found: list[tuple[str, list[str]]] = [("", [])]
    for one in lines:
        heading, colon, rest = one.partition(":")
        key = by_heading.get(heading.strip().casefold()) if colon else None
        if key is None:
            found[-1][1].append(one)
        else:
            found.append((key, [rest] if rest.strip() else []))
    return [(key, body) for key, body in found if key or body]


def tellable(note: str) -> list[str]:
    """Return the lines of a note that a letter may quote: what stands under no heading, or what was heard."""
    return [one.strip() for key, lines in parts(note.split("\n")) if key in _TELLABLE for one in lines if one.strip()]


def heading_of(theme: str) -> str:
    """Return what a theme is called on the screen: the part of the form, or the word itself."""
    return theme if theme in THEMES else texts("notes").get(f"{_FORM}{theme}", theme)


def of_form() -> tuple[str, ...]:
    """Return the themes that parts of the form stand for, but for those stored on their own, in order."""
    return tuple(one for one in _headings() if one not in (_DAY, *_OWN))


def _leads() -> list[str]:
    return [text for key, text in texts("notes").items() if key.startswith("lead.")]


def _headings() -> dict[str, str]:
    return {key.removeprefix(_FORM): text for key, text in texts("notes").items() if key.startswith(_FORM)}
