"""messages.csv in every era from 2019 on: who wrote to whom and when. The text is measured, never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import letter_length
from netscout.sources.declare import Desk, Table, column
from netscout.sources.records import Letter

if TYPE_CHECKING:
    from collections.abc import Sequence

_YES = frozenset({"yes", "true", "1", "y"})
_SIDES = {"incoming": "in", "outgoing": "out"}
_make = tuple.__new__


def record(cells: Sequence[str], desk: Desk) -> Letter:
    """Return the message of a row; every row is one, also where nobody can be named."""
    (thread, title, name, url, to, to_urls, date, subject, content, side, folder, draft, unsent) = cells
    mark = ""
    if (draft and draft.strip().lower() in _YES) or (unsent and unsent.strip().lower() in _YES):
        mark = "draft"
    elif folder != "INBOX" and folder.strip().upper() == "SPAM":
        mark = "spam"
    elif not url and "url" in desk.columns and _is_advertising(title, content):
        mark = "sponsored"
    ways = desk.ways
    way = (thread, url, name, to_urls, to, mark, _SIDES.get(side.strip().lower(), "") if side else "")
    inmail = bool(subject) and not subject.isspace()
    return _make(Letter, (ways.setdefault(way, len(ways)), date, letter_length(content), inmail))


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
    ),
)
