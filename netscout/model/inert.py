"""Cells of a spreadsheet file that stay text: neither opening nor splitting at another separator runs one; and back."""

from __future__ import annotations

import re

_AHEAD = (
    " \u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff"
    "\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x85"
)
"""What a spreadsheet may skip before a formula: blanks, characters without width, controls."""
_TRIGGERS = "=+\\-@\t\r\n\x00＝＋－＠"
_LIVE = re.compile(f"(^|[,;\t\"])('*)([{_AHEAD}]*)(?=[{_TRIGGERS}])")
_INERT = re.compile(f"(^|[,;\t\"])'('*)([{_AHEAD}]*)(?=[{_TRIGGERS}])")
_TRIGGER = re.compile(f"[{_TRIGGERS}]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_BREAKS = re.compile(r"[\r\n]+")


def neutral(cell: str) -> str:
    """Return the cell with an apostrophe before whatever a spreadsheet would run.

    The rule holds at the start of the cell and after every comma, semicolon, tab or quote inside it (a spreadsheet
    may split there); line breaks become a space first; plain numbers stay. An apostrophe that stood there already is
    answered by one more, so that `restored` is exact. Source: OWASP, CSV Injection (2025), and its known gap at other
    separators.
    """
    if _TRIGGER.search(cell) is None or _NUMBER.match(cell):
        return cell
    line = _BREAKS.sub(" ", cell)
    return line if _LIVE.search(line) is None else _LIVE.sub(r"\1'\2\3", line)


def restored(cell: str) -> str:
    """Return what `neutral` was given (line breaks stay spaces); only for cells of files that netscout wrote."""
    return _INERT.sub(r"\1\2\3", cell)
