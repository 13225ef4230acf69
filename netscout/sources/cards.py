"""Read cards back: a folder of Markdown files, one a person; a line that makes no sense is told and left out."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from typing import TYPE_CHECKING, Any

from netscout.errors import InputError, Place
from netscout.model.card_lines import LineError, line_values, moment_values, split_tail, to_slug, unescape
from netscout.model.dump import (
    CARD,
    HEADER,
    INTERACTIONS,
    PERSON,
    TABLES,
    TARGETS_FILE,
    VERSION,
    WORKSPACE_FILE,
    BadLine,
    Card,
    Dump,
    ReadDump,
    Row,
)
from netscout.model.dump_check import fits, wrong
from netscout.sources.names import name_key
from netscout.sources.objects import sensible

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.model.dump import Table
    from netscout.settings import Limits

MOST_BYTES = 64 << 20
"""A larger file is no card of a person."""
_FIRST_LINE = f"{CARD}: {VERSION}"
_KINDS = dict(HEADER)
_WORDS = {one.word: one for one in TABLES.values()}
_LOG_WORDS = {one.word: one for one in TABLES.values() if one.place == "log"}
_SKIPPED = ("id", "identity", "about", "workspace", "day")


def is_cards(path: Path) -> bool:
    """Return whether this is a card, or a folder with cards."""
    if path.is_dir():
        return any(_begins_so(one) for one in sorted(path.iterdir()) if one.suffix == ".md")
    return path.suffix == ".md" and _begins_so(path)


def read_cards(path: Path, limits: Limits) -> ReadDump:
    """Return what a folder of cards, or a single card, holds; links and other files are told as strays.

    Raises:
        InputError: no card at all, or more or larger files than the limits allow.
    """
    files = sorted(path.iterdir(), key=lambda one: one.name) if path.is_dir() else [path]
    if len(files) > limits.rows:
        raise _refused(f"this folder holds more than {limits.rows} files.", path, "file-too-large")
    reading = _Reading(limits.file_bytes, path)
    for one in files:
        reading.take(one)
    if not reading.cards and not reading.workspace:
        raise _refused("there is no card of netscout in this folder.", path, "unrecognised-header")
    return reading.result()


class _Reading:
    """What was read of the files so far."""

    def __init__(self, most: int, path: Path) -> None:
        self._most, self._path = most, path
        self._total = 0
        self._digest = hashlib.sha256()
        self._targets: str | None = None
        self.cards: list[Card] = []
        self.workspace: dict[str, str] = {}
        self._rows: tuple[Row, ...] = ()
        self._unreadable: list[BadLine] = []
        self._bad: list[BadLine] = []
        self._strays: list[tuple[str, str]] = []

    def take(self, path: Path) -> None:
        """Read one file of the folder."""
        name = path.name
        if name != TARGETS_FILE and not name.endswith(".md"):
            self._strays.append((name, "no card"))
            return
        raw = _bytes(path)
        if raw is None:
            self._strays.append((name, "no regular file that can be read, or too large"))
            return
        self._total += len(raw)
        if self._total > self._most:
            raise _refused("these cards are too large together.", self._path, "file-too-large")
        self._digest.update(f"{name}\n{len(raw)}\n".encode() + raw)
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._unreadable.append(BadLine(name, 1, "the file is no UTF-8 text"))
            return
        if name == TARGETS_FILE:
            self._targets = text
            return
        page = _Page(name, text.replace("\r\n", "\n"))
        if not page.is_card:
            self._unreadable.append(BadLine(name, 1, f"a card begins with the line {_FIRST_LINE}"))
            return
        self._keep(page)

    def _keep(self, page: _Page) -> None:
        page.read()
        self._bad += page.bad
        if page.name == WORKSPACE_FILE:
            self.workspace = page.said
            self._rows = tuple(page.rows)
        elif page.said.get("id") and not PERSON.fullmatch(page.said["id"]):
            self._unreadable.append(BadLine(page.name, 2, "the id makes no sense"))
        else:
            if page.header.get("name"):
                page.header["name_key"] = name_key(page.header["name"])
            self.cards.append(Card(page.said.get("id", ""), page.header, tuple(page.rows), page.name))

    def result(self) -> ReadDump:
        """Return everything read."""
        dump = Dump(
            self.workspace.get("workspace", ""),
            self.workspace.get("day", "") if fits("day", self.workspace.get("day", ""), nullable=False) else "",
            tuple(sorted(self.cards, key=lambda one: (int(one.id[1:] or 0), one.file))),
            self._rows,
            self._targets,
        )
        return ReadDump(
            dump,
            self._path.name,
            "cards",
            self._digest.hexdigest(),
            len(self.cards) + len(self._unreadable),
            tuple(self._unreadable),
            tuple(self._bad),
            tuple(self._strays),
        )


class _Page:
    """One file, line by line."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._lines = text.removesuffix("\n").split("\n")
        self.is_card = self._lines[0].strip() == _FIRST_LINE
        self.said: dict[str, str] = {}
        self.header: dict[str, Any] = {}
        self.rows: list[Row] = []
        self.bad: list[BadLine] = []

    def read(self) -> None:
        """Read all sections."""
        at = 1
        while at < len(self._lines) and not self._lines[at].startswith("## "):
            self._try(at + 1, self._lines[at], self._header_line)
            at += 1
        while at < len(self._lines):
            section = self._lines[at].strip().casefold()
            at += 1
            if section == "## notes":
                self._notes(at)
                return
            while at < len(self._lines) and not self._lines[at].startswith("## "):
                self._try(at + 1, self._lines[at], self._log_line, log=True)
                at += 1

    def _try(self, number: int, line: str, take: Any, *, log: bool = False) -> None:  # noqa: ANN401  # a method of this class
        if not line.strip():
            return
        try:
            take(number, line)
        except LineError as fault:
            self.bad.append(BadLine(self.name, number, str(fault), log))

    def _header_line(self, number: int, line: str) -> None:
        key, colon, value = line.partition(":")
        key, value = key.strip(), value.strip(" ")
        if not colon:
            raise LineError("a line at the top needs a key and a colon")
        if key in _SKIPPED:
            self.said.setdefault(key, unescape(value))
        elif key in _KINDS:
            self._state(key, _KINDS[key], value)
        elif key in _WORDS and _WORDS[key].place in ("header", "workspace"):
            self._row(number, _WORDS[key], value, {})
        else:
            raise LineError("a key that is not known")

    def _state(self, key: str, kind: str, text: str) -> None:
        value: Any = to_slug(text) if kind == "slug" else unescape(text)
        if kind in ("int", "bool"):
            value = int(value) if value.isascii() and value.isdigit() else None
        if kind == "list":
            self.header.setdefault(key, []).append(value)
        elif not fits(kind, value, nullable=False) or key in self.header:
            raise LineError(f"{key} makes no sense or is said twice")
        elif value not in ("", None):
            self.header[key] = value

    def _log_line(self, number: int, line: str) -> None:
        if not line.startswith("- "):
            raise LineError("a line of the log begins with a dash and a space")
        head, _ = split_tail(line)
        moment, _, rest = line[2:].strip(" ").partition(" ")
        word = head[2:].strip(" ").partition(" ")[2].partition(" ")[0]
        if not word:
            raise LineError("a line of the log needs a day and what happened")
        rest = rest.lstrip(" ")[len(word) :]
        if word in INTERACTIONS:
            table, front = TABLES["interaction"], {"kind": word}
        elif word in _LOG_WORDS:
            table, front = _LOG_WORDS[word], {}
        else:
            table, front = TABLES["event"], {"event": word}
        self._row(number, table, rest, {**moment_values(table, moment), **front})

    def _notes(self, at: int) -> None:
        """Read the notes: each under its own heading; what stands before the first is a new one."""
        blocks: list[tuple[int, str, list[str]]] = [(at + 1, "", [])]
        for number, line in enumerate(self._lines[at:], at + 1):
            if line.startswith("### "):
                if blocks[-1][2] and blocks[-1][2][-1] == "":
                    blocks[-1][2].pop()
                blocks.append((number, line[4:].strip(" "), []))
            else:
                blocks[-1][2].append(line)
        for number, heading, lines in blocks:
            text = "\n".join(unescape(one.strip(" \t")) for one in lines)
            if heading:
                self._try(number, heading, lambda place, said, text=text: self._note(place, said, text))
            elif text.strip():
                self.rows.append(Row("note", {"text": text.strip()}, number))

    def _note(self, number: int, heading: str, text: str) -> None:
        moment, _, rest = heading.partition(" ")
        word, _, rest = rest.partition(" ")
        if word not in ("note", "file-note"):
            raise LineError("the heading of a note says its day and the word note")
        table = _WORDS[word]
        self._row(number, table, rest, {**moment_values(table, moment), **({"text": text} if text else {})})

    def _row(self, number: int, table: Table, text: str, values: dict[str, Any]) -> None:
        said = line_values(table, text)
        if said.keys() & values.keys():
            raise LineError("a field that is said twice")
        values = sensible(table, {**values, **said})
        fault = wrong(table, values)
        if fault:
            raise LineError(fault)
        self.rows.append(Row(table.name, values, number))


def _bytes(path: Path) -> bytes | None:
    """Return the content of a regular file, None for a link, a device, or more than a card may hold.

    Raises:
        InputError: the system does not let it be read; without it the others are not the whole.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError as fault:
        if fault.errno in (errno.ELOOP, errno.ENXIO):
            return None
        raise InputError(
            "this card could not be opened; nothing was loaded.",
            "Look at its permissions, then give the command again.",
            Place(path.name),
            code="no-permission",
        ) from fault
    with os.fdopen(handle, "rb") as file:
        told = os.fstat(handle)
        if not stat.S_ISREG(told.st_mode) or told.st_size > MOST_BYTES:
            return None
        return file.read(MOST_BYTES)


def _begins_so(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_FIRST_LINE) + 3).removeprefix(b"\xef\xbb\xbf").startswith(_FIRST_LINE.encode())


def _refused(what: str, path: Path, code: str) -> InputError:
    then = "Give the folder that `netscout export cards` wrote."
    return InputError(what, then, Place(path.name), code=code)
