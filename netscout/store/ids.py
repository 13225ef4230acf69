"""Person ids: `p0042` outside, a number inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_ID = re.compile(r"p([0-9]{1,15})", re.IGNORECASE)
SQL_ID = "printf('p%04d', {})"
"""An id in SQL; format it with the column of the number."""


def person_id(number: int) -> str:
    """Return the id of a person number."""
    return f"p{number:04d}"


def person_number(text: str) -> int | None:
    """Return the number in an id, None if this is no id."""
    found = _ID.fullmatch(text.strip())
    return int(found[1]) if found else None


def current_numbers(db: sqlite3.Connection) -> dict[int, int]:
    """Return for each merged number the number its person has now."""
    return dict(db.execute("SELECT alias, person FROM person_alias"))
