"""Feed one spoiled file to netscout and say what is wrong with how it took it."""

from __future__ import annotations

import random
import re
import time
import traceback
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from netscout.errors import InputError, NetscoutError
from netscout.sources import read
from netscout.sources.answers import is_answers, read_answers
from netscout.sources.recognise import says_name
from netscout.sources.text import utf16_name
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import PRIVATE, SEEDS

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.model.export import Export

TODAY = date(2026, 11, 16)
SLOWEST = 5.0
"""Seconds a spoiled small file may take."""
_STORED_EVERY = 25
_CELL = re.compile(r", |among them|: |\"")
"""Between the cells of an error that lists columns: one with a word of columns in it may be one, whoever it names."""


@dataclass(slots=True)
class Fed:
    """How many files were fed, how many were read and refused, and what went wrong, in words."""

    files: int = 0
    read: int = 0
    refused: int = 0
    stored: int = 0
    wrong: list[str] = field(default_factory=list)


def make(kind: str, seed: int) -> tuple[str, bytes]:
    """Return name and content of the spoiled file of a kind and a seed."""
    draw = random.Random(f"{kind} {seed}")  # noqa: S311  # the same file each time
    name, good = SEEDS[kind]
    return name, mutated(good(draw), draw)


def feed(folder: Path, seeds: range, kinds: tuple[str, ...] = tuple(SEEDS)) -> Fed:
    """Feed the spoiled files of these seeds, kinds in turn; every so many are stored too."""
    fed = Fed()
    for seed in seeds:
        kind = kinds[seed % len(kinds)]
        name, content = make(kind, seed)
        path = folder / name
        path.write_bytes(content)
        fed.files += 1
        fed.wrong += [f"{kind} {seed}: {one}" for one in take(path, content, fed, store=seed % _STORED_EVERY == 0)]
        path.unlink()
    return fed


def take(path: Path, content: bytes, fed: Fed, *, store: bool) -> list[str]:
    """Return what is wrong with how one file is read and, if told so, stored."""
    began = time.monotonic()
    try:
        wrong = _answers(path) if is_answers(path) else _export(path, content, store=store)
        fed.read += 1
        fed.stored += int(store)
    except InputError as fault:
        fed.refused += 1
        wrong = _of_refusal(fault)
    except NetscoutError as fault:
        wrong = [f"refused as {type(fault).__name__} {fault.code}"]
    except Exception as fault:  # noqa: BLE001  # that is what is looked for
        wrong = [f"{type(fault).__name__}: {''.join(traceback.format_tb(fault.__traceback__)[-3:])}"]
    if time.monotonic() - began > SLOWEST:
        wrong.append(f"took {time.monotonic() - began:.0f} seconds")
    return wrong


def _of_refusal(fault: InputError) -> list[str]:
    wrong = [] if fault.message and fault.next_step and fault.place.file else [f"a refusal lacks a part: {fault!s}"]
    told = " ".join(one for one in _CELL.split(str(fault)) if not says_name(one)).casefold()
    return wrong + [f"the refusal {fault.code} says {word}" for word in PRIVATE if word in told]


def _answers(path: Path) -> list[str]:
    taken = read_answers(path, TODAY)
    numbers = [one.row for one in taken.answers] + [row for row, _ in taken.unreadable]
    return [] if sorted(numbers) == list(range(1, len(numbers) + 1)) else ["an answer is not accounted for"]


def _export(path: Path, content: bytes, *, store: bool) -> list[str]:
    export = read([path], today=TODAY)
    accounts = [account for source in export.sources for account in source.files]
    wrong = [f"{one.name}: {one.rows} rows are not {one.counts}" for one in accounts if not one.adds_up()]
    for one in accounts:
        lost, told_of = one.counts.get("unreadable", 0), sum(row.file == one.name for row in export.unreadable)
        if one.kind != "messages" and lost != told_of:  # lines that are no message are told, and are no rows
            wrong.append(f"{lost} rows unreadable, {told_of} told with their reason")
    told = [one.reason for one in export.unreadable] + [one.message for one in export.notices]
    wrong += [f"a reason says {word}" for word in PRIVATE if any(word in one.casefold() for one in told)]
    wrong += _of_sightings(export)
    lines = _lines(content)
    if not content.startswith(b"PK") and lines > 5 and not any(one.rows for one in accounts) and not told:
        wrong.append(f"{lines} lines become no row, without a word")
    return wrong + (_stored(path, export) if store else [])


def _lines(content: bytes) -> int:
    """Return how many lines of a file hold something; in UTF-16, lines of letters, not of bytes."""
    wide = utf16_name(content[:2_000])
    plain = content.decode(wide, "replace").encode("utf-8", "replace") if wide else content
    lines = plain.splitlines()  # of bytes: other signs that Python takes for ends of lines are none in a file
    return sum(1 for line in lines if line.strip())


def _of_sightings(export: Export) -> list[str]:
    most = len(export.sightings)
    named = [one.sighting for one in export.interactions] + [one.sighting for one in export.details]
    named += [one.sighting for one in export.notes]
    return [] if all(0 <= one < most for one in named) else ["a fact about nobody"]


def _stored(path: Path, export: Export) -> list[str]:
    from netscout.matching.identity import resolve
    from netscout.store.check import doctor
    from netscout.store.imports import import_export
    from netscout.store.workspace import Workspace

    place = path.parent / f"ws-{path.stem}"
    with Workspace.open(place, create=True) as workspace, workspace.writing():
        import_export(workspace, export, today=TODAY.isoformat(), resolve=resolve)
    return [f"doctor: {one.code}: {one.message}" for one in doctor(place) if one.severity == "error"]
