"""How far the user's words went when a page was written, so that the next page can say what new ones changed.

Nothing of the words themselves is kept: numbers of the logs, and short digests of what was said of titles.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from netscout.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.store.workspace import Workspace

_KEY = "page-mark"
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """What was known on `day`: the last number of each log, and a digest of each word about a title.

    `loads` counts the files loaded: a page made of a newer export has a mark of its own.
    """

    day: str
    loads: int
    label: int
    avoid: int
    event: int
    titles: tuple[str, ...]


def page_mark(ws: Workspace) -> Mark | None:
    """Return the mark of the page before the user's present words; None if there was none.

    A page made again from the same words and files has the same page before it.

    Raises:
        StoreError: as `Workspace.reading`.
    """
    before, last = _held(ws)
    return before if last is not None and _same(last, _now(ws, last.day)) else last


def note_page(ws: Workspace, *, on: str) -> None:
    """Remember what the page of this day knows; a workspace that may only be read remembers nothing.

    Raises:
        StoreError: `busy`, `no-space` and their like.
    """
    _, last = _held(ws)
    now = _now(ws, on)
    if last is not None and _same(last, now):
        return
    text = json.dumps([asdict(last) if last else None, asdict(now)], separators=(",", ":"))
    try:
        with ws.writing() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, text))
    except StoreError as fault:
        if not fault.is_of_reading_only:
            raise


def said_before(mark: Mark) -> Callable[[str, str, str], bool]:
    """Return what tells whether a word about a title (`kind`, `alias`, `value`) was known to a page."""
    known = frozenset(mark.titles)
    return lambda kind, alias, value: _digest(kind, alias, value) in known


def _held(ws: Workspace) -> tuple[Mark | None, Mark | None]:
    """Return the mark before the last one and the last one; what makes no sense counts as none."""
    text = ws.meta(_KEY)
    with contextlib.suppress(ValueError, TypeError, KeyError):
        before, last = json.loads(text or "[null, null]")
        return _mark(before), _mark(last)
    return None, None


def _mark(found: dict[str, Any] | None) -> Mark | None:
    return None if found is None else Mark(**{**found, "titles": tuple(found["titles"])})


def _same(one: Mark, other: Mark) -> bool:
    return (one.loads, one.label, one.avoid, one.event, one.titles) == (
        *(other.loads, other.label, other.avoid, other.event, other.titles),
    )


def _now(ws: Workspace, day: str) -> Mark:
    with ws.reading() as db:
        loads, label, avoid, event = (
            int(db.execute(f"SELECT COALESCE(max({key}), 0) FROM {table}").fetchone()[0])  # noqa: S608  # our own table names
            for table, key in (("export", "id"), ("label", "seq"), ("avoid", "seq"), ("event", "seq"))
        )
        words = db.execute("SELECT kind, alias, value FROM user_alias WHERE value <> ''").fetchall()
    return Mark(day, loads, label, avoid, event, tuple(sorted(_digest(*one) for one in words)))


def _digest(kind: str, alias: str, value: str) -> str:
    return hashlib.sha256(json.dumps([kind, alias, value]).encode()).hexdigest()[:_DIGITS]
