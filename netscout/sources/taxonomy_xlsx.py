"""The first sheet of an xlsx workbook as rows of text: an archive of two XML files that matter, read as a stream."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from netscout.errors import InputError
from netscout.sources import archive, faults
from netscout.sources.containers import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netscout.settings import Limits
    from netscout.sources.containers import Member, Stream

_SHEET = re.compile(r"xl/worksheets/sheet1\.xml$")
_PLACE = re.compile(r"([A-Z]{1,3})\d*$")
_MOST = 64 << 20
"""Bytes of one workbook."""


def xlsx_rows(member: Member, limits: Limits, today: date) -> Iterator[list[str]]:
    """Return the rows of the first sheet; formulas, styles and dates are not read.

    Raises:
        InputError: no workbook, one beyond the limits, or XML that declares entities.
    """
    members, _, _ = archive.members_of(io.BytesIO(_bytes(member)), member.name, limits, today)
    inside = {one.name: one for one in members}
    sheet = next((one for name, one in sorted(inside.items()) if _SHEET.search(name)), None)
    if sheet is None:
        raise faults.damaged(member.name, "it holds no sheet")
    shared = inside.get("xl/sharedStrings.xml")
    texts = _Shared(member.name).read(shared.open()) if shared is not None else []
    return iter(_Sheet(member.name, texts).read(sheet.open()))


def _bytes(member: Member) -> bytes:
    stream, held = member.open(), io.BytesIO()
    while block := stream.read(CHUNK):
        held.write(block)
        if held.tell() > _MOST:
            raise faults.too_large(member.name, f"one workbook may have {_MOST >> 20} MiB")
    return held.getvalue()


class _Reader:
    """Feeds XML to expat and refuses a document type, the only way to entities."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._text: list[str] | None = None

    def _feed(self, stream: Stream) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = lambda tag, given: self._start(tag.rpartition(" ")[2], given)
        parser.EndElementHandler = lambda tag: self._end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = self._said
        try:
            while block := stream.read(CHUNK):
                parser.Parse(block, False)  # noqa: FBT003  # expat takes it by place only
            parser.Parse(b"", True)  # noqa: FBT003  # expat takes it by place only
        except expat.ExpatError as broken:
            raise faults.damaged(self._name, "its XML is broken") from broken

    def _refuse(self, *_: object) -> NoReturn:
        raise InputError("this workbook declares XML entities, which no O*NET file does.", code="damaged-archive")

    def _said(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _start(self, tag: str, given: dict[str, str]) -> None:
        raise NotImplementedError

    def _end(self, tag: str) -> None:
        raise NotImplementedError


class _Shared(_Reader):
    """The table of strings that cells point into."""

    def read(self, stream: Stream) -> list[str]:
        """Return the strings in order."""
        self._found: list[str] = []
        self._item: list[str] = []
        self._feed(stream)
        return self._found

    def _start(self, tag: str, given: dict[str, str]) -> None:  # noqa: ARG002  # the handler's signature
        if tag == "si":
            self._item = []
        elif tag == "t":
            self._text = self._item

    def _end(self, tag: str) -> None:
        if tag == "t":
            self._text = None
        elif tag == "si":
            self._found.append("".join(self._item))


class _Sheet(_Reader):
    """The cells of a sheet, row by row."""

    def __init__(self, name: str, shared: list[str]) -> None:
        super().__init__(name)
        self._shared = shared
        self._rows: list[list[str]] = []
        self._kind = ""
        self._column = 0

    def read(self, stream: Stream) -> list[list[str]]:
        """Return the rows; a cell left out is empty."""
        self._feed(stream)
        return self._rows

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "row":
            self._rows.append([])
        elif tag == "c" and self._rows:
            self._kind = given.get("t", "")
            self._column = _column(given.get("r", ""), len(self._rows[-1]))
        elif tag in ("v", "t"):
            self._text = []

    def _end(self, tag: str) -> None:
        if tag not in ("v", "t") or self._text is None or not self._rows:
            return
        value, self._text = "".join(self._text), None
        if self._kind == "s":
            place = int(value) if value.isdigit() else len(self._shared)
            value = self._shared[place] if place < len(self._shared) else ""
        row = self._rows[-1]
        row.extend([""] * (self._column - len(row)))
        if len(row) > self._column:
            row[self._column] += value
        else:
            row.append(value)


def _column(reference: str, otherwise: int) -> int:
    """Return the place of a cell (`AB12` is 27), at most 999."""
    found = _PLACE.match(reference)
    if found is None:
        return otherwise
    place = 0
    for letter in found.group(1):
        place = place * 26 + ord(letter) - 64
    return min(place - 1, 999)
