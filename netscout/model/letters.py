"""Letters that no decomposition makes plain, and what a search takes them for: one table for terminal and page."""

from __future__ import annotations

PLAIN = {
    "\u0131": "i",
    "\u0142": "l",
    "\u00f8": "o",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u0111": "d",
    "\u00f0": "d",
    "\u00fe": "th",
    "\u0127": "h",
    "\u0167": "t",
}
"""Small letters, case and accents gone already; `assets/table.js` has the same table."""
_TABLE = str.maketrans(PLAIN)


def plain_letters(text: str) -> str:
    """Return folded text (no case, no accents) with the letters of `PLAIN` as people type them who lack these keys."""
    return text if text.isascii() else text.translate(_TABLE)
