"""Spreadsheet cells that stay text: neither opening nor splitting at another separator brings one to life."""

from __future__ import annotations

import re

_LEADING = " \u00a0\ufeff\u200b\u200c\u200d\u2060"
_TRIGGERS = "=+\\-@\t\r\n\x00＝＋－＠"
_LIVE = re.compile(f'(^|[,;\t"\r\n])([{_LEADING}]*)(?=[{_TRIGGERS}])')
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


def neutral(cell: str) -> str:
    """Return the cell with an apostrophe before whatever a spreadsheet would run.

    The rule holds at the start of the cell and after every comma, semicolon, tab, quote or line break inside it
    (a spreadsheet may split there); line breaks become a space; plain numbers stay. Source: OWASP, CSV Injection
    (2025), and its known gap at other separators.
    """
    if _NUMBER.match(cell):
        return cell
    shown = _LIVE.sub(lambda found: f"{found[1]}'{found[2]}", cell)
    return re.sub(r"[\r\n]+", " ", shown)
