"""messages.csv in every era from 2019 on: who wrote to whom and when. The text is measured, never kept."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from netscout.sources.cells import letter_length
from netscout.sources.declare import Desk, Table, column
from netscout.sources.records import Letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YES = frozenset({"yes", "true", "1", "y"})
_TELLING = _YES | {"spam"}
_SIDES = {"incoming": "in", "outgoing": "out"}
_make = tuple.__new__


def record(cells: Sequence[str], desk: Desk) -> Letter:
    """Return the message of a row; every row is one, also where nobody can be named."""
    (thread, _, name, url, to, to_urls, date, subject, content, side, *_) = cells
    ways = desk.ways
    way = (thread, url, name, to_urls, to, _mark(cells, desk), _SIDES.get(side.strip().lower(), "") if side else "")
    inmail = bool(subject) and not subject.isspace()
    return _make(Letter, (ways.setdefault(way, len(ways)), date, letter_length(content), inmail))


def bulk(columns: Sequence[Sequence[str]], desk: Desk) -> list[object]:
    """Return the messages of many rows; only those that may bear a mark are looked at one by one."""
    (thread, _, name, url, to, to_urls, date, subject, content, side, folder, draft, unsent) = columns
    marks = [""] * len(date)
    for place in _suspects(url, folder, draft, unsent):
        marks[place] = _mark([column[place] for column in columns], desk)
    sides = map({cell: _SIDES.get(cell.strip().lower(), "") for cell in set(side)}.__getitem__, side)
    ways = desk.ways
    rows = zip(thread, url, name, to_urls, to, marks, sides, strict=True)
    found = [ways.setdefault(way, len(ways)) for way in rows]
    lengths = [len(text.strip()) if "<" not in text and "&" not in text else letter_length(text) for text in content]
    inmails = [bool(text) and not text.isspace() for text in subject]
    return list(map(_make, repeat(Letter), zip(found, date, lengths, inmails, strict=True)))


def _suspects(url: Sequence[str], *flags: Sequence[str]) -> Iterator[int]:
    """Yield the places of rows without a sender's address, and of those with a folder or flag that marks a row."""
    if "" in url:
        yield from (place for place, cell in enumerate(url) if not cell)
    for cells in flags:
        telling = {cell for cell in set(cells) if cell.strip().lower() in _TELLING}
        if telling:
            yield from (place for place, cell in enumerate(cells) if cell in telling)


def _mark(cells: Sequence[str], desk: Desk) -> str:
    (_, title, _, url, _, _, _, _, content, _, folder, draft, unsent) = cells
    if (draft and draft.strip().lower() in _YES) or (unsent and unsent.strip().lower() in _YES):
        return "draft"
    if folder != "INBOX" and folder.strip().upper() == "SPAM":
        return "spam"
    return "sponsored" if not url and "url" in desk.columns and _is_advertising(title, content) else ""


def _is_advertising(title: str, content: str) -> bool:
    return (
        "spinmail-quill-editor" in content
        or "%FIRSTNAME%" in content.upper()
        or title.strip().casefold() == "sponsored conversation"
    )


TABLES = (
    Table(
        kind="messages",
        columns=(
            column("thread", "CONVERSATION ID"),
            column("title", "CONVERSATION TITLE"),
            column("sender", "FROM", needed=True),
            column("url", "SENDER PROFILE URL"),
            column("to", "TO", needed=True),
            column("to_urls", "RECIPIENT PROFILE URLS"),
            column("date", "DATE", needed=True),
            column("subject", "SUBJECT"),
            column("content", "CONTENT", needed=True),
            column("side", "DIRECTION"),
            column("folder", "FOLDER"),
            column("draft", "IS MESSAGE DRAFT"),
            column("unsent", "IS CONVERSATION DRAFT"),
        ),
        record=record,
        rank=20,
        network=True,
        wordy=True,
        span=200,
        bulk=bulk,
    ),
)
