"""vCard files of any version and program: one entry for each card, and a word for every card that gives none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.model.ledger import Notice
from netscout.sources import faults
from netscout.sources.declare import EMPTY, Desk, Table
from netscout.sources.faults import counted
from netscout.sources.recognise import Header
from netscout.sources.sheet import Sheet
from netscout.sources.text import utf16_name
from netscout.sources.vcard_card import Letters, Property, entry_of, is_wanted, property_of
from netscout.sources.vcard_lines import Lines, marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netscout.settings import Limits
    from netscout.sources.containers import Stream
    from netscout.sources.vcard_lines import Line

    Progress = Callable[[str, int], None]

_FIRST = 1024
_VERSION = re.compile(rb"\s*version\s*:\s*(?:2\.1|3\.0|4\.0)\s*", re.IGNORECASE)
_TOLD_EVERY = 5_000


def _no_row(_cells: Sequence[str], _desk: Desk) -> str:
    """Return that a row is empty: a file of cards has none."""
    return EMPTY


TABLE = Table(kind="contacts", columns=(), record=_no_row, rank=0, network=True, source="vcard")
HEADER = Header(TABLE, "", 0, 0, {})


def is_cards(open_stream: Callable[[], Stream]) -> bool:
    """Return whether a file begins as a vCard, whatever its name: before the mark stand lines of a card alone.

    Raises:
        InputError: the file or archive member is damaged.
    """
    stream = open_stream()
    try:
        head = stream.read(_FIRST)
    finally:
        stream.close()
    wide = utf16_name(head)
    if wide:
        head = head.decode(wide, "ignore").encode("utf-8", "ignore")
    for line in head.replace("\ufeff".encode(), b"").splitlines():
        if marks(line)[1] or _VERSION.fullmatch(line):
            return True
        if line.strip() and property_of(line) is None:
            return False
    return False


def read_cards(name: str, open_stream: Callable[[], Stream], limits: Limits, progress: Progress | None = None) -> Sheet:
    """Return every card of a file; a broken one costs none of the others. `rows` is the number of `BEGIN:VCARD`.

    Raises:
        InputError: a damaged member, or more cards than the limit of rows.
    """
    sheet = Sheet(name, TABLE.kind, HEADER, Desk(frozenset()))
    lines = Lines(open_stream, limits.field_bytes)
    _Stack(sheet, limits, progress).read(lines)
    sheet.rows = len(sheet.records) + sum(sheet.counts.values())
    sheet.sha256 = lines.sha256
    if lines.first_nul is not None:
        sheet.notices.append(
            Notice("mixed-encoding", "This file holds zero bytes; they were left out.", name, lines.first_nul)
        )
    if progress:
        progress(name, sheet.rows)
    return sheet


@dataclass(slots=True)
class _Tally:
    """How many lines, and the first of them."""

    count: int = 0
    first: int | None = None

    def add(self, line: int) -> None:
        """Count a line."""
        self.count += 1
        self.first = self.first or line


class _Stack:
    """The cards of one file, one after the other."""

    def __init__(self, sheet: Sheet, limits: Limits, progress: Progress | None) -> None:
        self._sheet, self._limits, self._progress = sheet, limits, progress
        self._letters = Letters()
        self._card: list[Property] | None = None
        self._size = 0
        self._bad, self._open, self._long = _Tally(), _Tally(), _Tally()

    def read(self, lines: Lines) -> None:
        """Read all cards into the sheet."""
        for line in lines.properties():
            ends, begins = marks(line.text)
            if ends or begins:
                self._mark(line, ends=ends, begins=begins)
            else:
                self._take(line)
        self._close(ended=False)
        self._sheet.notices.extend(self._notices())

    def _mark(self, line: Line, *, ends: bool, begins: bool) -> None:
        if ends and self._card is None:
            self._bad.add(line.number)
        self._close(ended=ends)
        if begins:
            self._card, self._size, self._letters.line = [], 0, line.number

    def _take(self, line: Line) -> None:
        if not line.text:
            return
        if self._card is None:
            self._bad.add(line.number)
            return
        if line.too_long or self._size > self._limits.field_bytes:
            self._long.add(line.number)
            return
        found = property_of(line.text)
        if found is None:
            self._bad.add(line.number)
        elif is_wanted(found):
            self._card.append(found)
            self._size += len(line.text)

    def _close(self, *, ended: bool) -> None:
        """Keep the card that is open, if one is."""
        if self._card is None:
            return
        sheet, line = self._sheet, self._letters.line
        if not ended:
            self._open.add(line)
        sheet.keep(line, entry_of(self._card, self._letters))
        self._card = None
        count = len(sheet.records)
        if count > self._limits.rows:
            raise faults.too_large(sheet.name, f"a file may have {self._limits.rows:,} cards", faults.SPLIT)
        if self._progress and count and count % _TOLD_EVERY == 0:
            self._progress(sheet.name, count)

    def _notices(self) -> Iterator[Notice]:
        name, letters = self._sheet.name, self._letters
        if self._bad.count:
            one, many = "line is no line of a card and was", "lines are no lines of a card and were"
            text = f"{counted(self._bad.count, one, many)} passed over; the cards were kept."
            yield Notice("vcard-bad-line", text, name, self._bad.first, self._bad.count)
        if self._long.count:
            what = counted(self._long.count, "line was", "lines were")
            text = f"{what} passed over: a card may hold {self._limits.field_bytes:,} characters."
            yield Notice("vcard-bad-line", text, name, self._long.first, self._long.count)
        if self._open.count:
            one, many = "card has no end; what stands in it was", "cards have no end; what stands in them was"
            text = f"{counted(self._open.count, one, many)} kept."
            yield Notice("vcard-unterminated", text, name, self._open.first, self._open.count)
        if letters.foreign:
            code = "mixed-encoding" if letters.multibyte else "assumed-cp1252"
            what = counted(letters.foreign, "value is not UTF-8 and was", "values are not UTF-8 and were")
            text = f"{what} read as Windows-1252."
            yield Notice(code, text, name, letters.first_foreign, letters.foreign)
