"""Read the whole workspace back from one JSON file; an entry that makes no sense is told and left out."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from netscout.errors import InputError, Place
from netscout.model.card_lines import LineError
from netscout.model.dump import (
    HEADER,
    KIND,
    LOG_TABLES,
    PERSON,
    TABLES,
    VERSION,
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

    from netscout.settings import Limits

_HEAD = 4096
_AGAIN = "Export it again: netscout export people --format json --out FILE."


def is_whole(path: Path) -> bool:
    """Return whether the file looks like a whole workspace as JSON."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and f'"{KIND}"'.encode() in head


def read_whole(path: Path, limits: Limits) -> ReadDump:
    """Return what the file holds.

    Raises:
        InputError: too large, no valid JSON, or of another shape.
    """
    place = Place(path.name)
    if path.stat().st_size > limits.file_bytes:
        raise InputError("this file is too large.", _AGAIN, place, code="file-too-large")
    raw = path.read_bytes()
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise InputError("this is no valid JSON.", _AGAIN, place, code="bad-people") from fault
    if not _has_shape(whole):
        raise InputError("this file is of another version or shape.", _AGAIN, place, code="bad-people")
    return _Reading(path.name).read(whole, hashlib.sha256(raw).hexdigest())


def _has_shape(whole: Any) -> bool:  # noqa: ANN401  # JSON before it is checked
    return (
        isinstance(whole, dict)
        and whole.get("schema") == VERSION
        and whole.get("kind") == KIND
        and isinstance(whole.get("people"), list)
        and isinstance(whole.get("workspace"), dict)
    )


class _Reading:
    """What was read of the entries so far; an entry is known by its place, as a file has no lines that matter."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._unreadable: list[BadLine] = []
        self._bad: list[BadLine] = []

    def read(self, whole: dict[str, Any], sha256: str) -> ReadDump:
        cards = [card for place, one in enumerate(whole["people"], 1) if (card := self._card(place, one)) is not None]
        workspace = whole["workspace"]
        rows = self._rows(0, workspace.get("records"))
        said = {name: workspace[name] for name in ("id", "day") if fits("word", workspace.get(name), nullable=False)}
        targets = workspace.get("targets")
        dump = Dump(
            said.get("id", ""),
            said.get("day", "") if fits("day", said.get("day", ""), nullable=False) else "",
            tuple(sorted(cards, key=lambda one: int(one.id[1:] or 0))),
            rows,
            targets if fits("text", targets, nullable=False) else None,
        )
        count = len(whole["people"])
        return ReadDump(dump, self._name, "netscout", sha256, count, tuple(self._unreadable), tuple(self._bad))

    def _card(self, place: int, entry: Any) -> Card | None:  # noqa: ANN401  # JSON before it is checked
        person = entry.get("id", "") if isinstance(entry, dict) else None
        if not isinstance(person, str) or (person and not PERSON.fullmatch(person)):
            self._unreadable.append(BadLine(self._name, place, "an entry needs the id of a person"))
            return None
        header: dict[str, Any] = {}
        for name, kind in HEADER:
            value = entry.get("display_name" if name == "name" else name)
            if isinstance(value, bool):
                value = int(value)
            emails = entry.get("emails")
            if value in (None, "", []) or (name == "name" and isinstance(emails, list) and value in emails):
                continue  # a person without a name is shown under an address
            if fits(kind, value, nullable=False):
                header[name] = value
            else:
                self._bad.append(BadLine(self._name, place, f"{name} makes no sense"))
        if "name" in header:
            header["name_key"] = name_key(header["name"])
        return Card(person, header, self._rows(place, entry.get("records")), self._name)

    def _rows(self, place: int, records: Any) -> tuple[Row, ...]:  # noqa: ANN401  # JSON before it is checked
        rows: list[Row] = []
        for name, entries in records.items() if isinstance(records, dict) else ():
            table = TABLES.get(name)
            for one in entries if isinstance(entries, list) else [entries]:
                fault = "a table that is not known"
                if table is not None and isinstance(one, dict):
                    try:
                        values = sensible(table, one)
                        fault = wrong(table, values)
                    except LineError as error:
                        fault = str(error)
                    if not fault:
                        rows.append(Row(table.name, values, place))
                        continue
                self._bad.append(BadLine(self._name, place, fault, name in LOG_TABLES))
        return tuple(rows)
