"""Give one hostile input to the real command line and say what is wrong with how it was taken."""

from __future__ import annotations

import json
import random
import sqlite3
import time
import unicodedata
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from tests.faults.oracle import look
from tests.faults.world import World, write_inputs
from tests.fuzz.feeding import SLOWEST, Fed
from tests.fuzz.hostile_words import KINDS, WORKSPACE, Given, cards
from tests.fuzz.seeds import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.faults.tracing import Ended

READERS = (
    ("today",),
    ("show", "p0002"),
    ("show", "p0003", "--json"),
    ("themes",),
    ("stats",),
    ("log", "p0002"),
    ("note", "p0002", "--list"),
    ("refer", "--list"),
    ("people",),
    ("themes", "--resume"),
)
"""Commands that show what was taken in; one of them follows each input."""
_OF_KIND = (*KINDS, "cards")
_ANSWERING = ("load", "lint", "draft")
"""Commands that keep no text that was typed."""
_LONGEST = 4096
_DOCTOR_EVERY = 20


class Table:
    """A small campaign to which every input is given anew: people, a talk, a referral, a target, cards of them."""

    def __init__(self, root: Path) -> None:
        """Make the campaign in an empty folder.

        Raises:
            RuntimeError: one of the commands that make it does not end well.
        """
        self.world = World(root)
        for part in ("inputs", "home", "out"):
            (root / part).mkdir(parents=True)
        write_inputs(root / "inputs")
        for given in _MADE:
            if (done := self.world.run(given)).code != 0:
                raise RuntimeError(f"{given[0]}: {done.stderr}")
        folder = root / "out" / "cards"
        self.cards = {one.name: one.read_bytes() for one in sorted(folder.iterdir())}
        with closing(sqlite3.connect(self.world.workspace / "netscout.db")) as db:
            self.name = str(db.execute("SELECT value FROM meta WHERE key = 'workspace'").fetchone()[0])
        self.world.keep("campaign")

    def given(self, kind: str, seed: int) -> tuple[Given, random.Random]:
        """Return the input of a kind and a seed, and what the rest of its draws come from."""
        draw = random.Random(f"{kind} {seed}")  # noqa: S311  # the same input each time
        return cards(draw, self.cards) if kind == "cards" else KINDS[kind](draw), draw


_MADE = (
    ("load", "{in}/first.zip"),
    ("target", "add", "data", "--role", "Data Analyst", "--company", "Northwind"),
    ("log", "p0002", "asked", "--on", "2026-11-02"),
    ("log", "p0002", "met", "--on", "2026-11-09"),
    ("refer", "Ines Varga", "--by", "p0002", "--may-use-name", "yes", "--on", "2026-11-09"),
    ("note", "p0002", "mornings go to questions from the field"),
    ("export", "cards", "--out", "{out}/cards"),
)


def command(table: Table, seeds: range, kinds: tuple[str, ...] = _OF_KIND) -> Fed:
    """Give the inputs of these seeds, kinds in turn."""
    fed = Fed()
    for seed in seeds:
        kind = kinds[seed % len(kinds)]
        fed.files += 1
        fed.wrong += [f"{kind} {seed}: {one}" for one in give(table, kind, seed, fed)]
    return fed


def give(table: Table, kind: str, seed: int, fed: Fed) -> list[str]:
    """Return what is wrong with how one input is taken, and with what a command shows of it afterwards."""
    world, (given, draw) = table.world, table.given(kind, seed)
    world.bring_back("campaign")
    _hand_over(table, given.files or {})
    before, held = look(world), _cells(world)
    began = time.process_time()
    done = world.run(given.words)
    wrong = _of_ending(done, given.words[0])
    if time.process_time() - began > SLOWEST:  # of its own: the machine may be busy
        wrong.append(f"took {time.process_time() - began:.0f} seconds")
    fed.read += (answered := done.code == 0 or (given.words[0] == "lint" and bool(done.stdout)))
    fed.refused += not answered
    if done.code == 0:
        wrong += _of_account(done.stdout) if given.words[0] == "load" else _lost(given, world, held)
    else:
        wrong += ["refused, and yet something is kept"] if look(world) != before else []
    after = world.run(reader := draw.choice(READERS))
    wrong += [f"then {' '.join(reader)}: {one}" for one in _of_ending(after, reader[0])]
    wrong += [f"then {' '.join(reader)} ends with {after.code}: {after.stderr[:300]}"] if after.code else []
    if seed % _DOCTOR_EVERY == 0 and (found := world.run(("doctor",))).code:
        wrong.append(f"doctor: {found.stdout}{found.stderr}")
    return wrong


def _hand_over(table: Table, files: Mapping[str, bytes]) -> None:
    for name, raw in files.items():
        path = table.world.root / "inputs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw.replace(WORKSPACE.encode(), table.name.encode()))


def _of_ending(done: Ended, name: str) -> list[str]:
    """Return what is wrong with the exit code and the streams of a command."""
    wrong = []
    told = done.stderr
    if done.code not in (0, 1, 2) or "Traceback" in told or "bug of netscout" in told:
        wrong.append(f"exit code {done.code}: {told[-500:]}")
    if done.code == 1 and not _told_on_stdout(done, name) and len(told.strip().splitlines()) < 2:
        wrong.append(f"an error without its next step: {told}")
    if len(told) > _LONGEST:
        wrong.append(f"{len(told)} letters of error")
    if done.code:
        wrong += [f"the error says {word}: {told[:300]}" for word in PRIVATE if word in told.casefold()]
    steering = sorted({f"U+{ord(one):04X}" for one in done.stdout + told if _steers(one)})
    return wrong + ([f"steers the terminal: {', '.join(steering)}"] if steering else [])


def _told_on_stdout(done: Ended, name: str) -> bool:
    """Return whether it is a finding of `lint`, or an error told as JSON."""
    return bool(done.stdout) if name == "lint" else done.stdout.startswith("{")


def _steers(letter: str) -> bool:
    bidi = "\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069"
    return bidi or (unicodedata.category(letter) == "Cc" and letter != "\n")


def _of_account(text: str) -> list[str]:
    """Return what does not add up in the account of a load."""
    told = json.loads(text)
    wrong = []
    for account in (one for source in told["sources"] for one in source["files"]):
        counts = account["counts"]
        if account["kind"] != "messages" and sum(counts.values()) < account["rows"]:
            wrong.append(f"{account['kind']}: {account['rows']} rows are not {counts}")
        if account["kind"] in ("cards", "answers") and sum(counts.values()) != account["rows"]:
            wrong.append(f"{account['kind']}: {account['rows']} rows are not {counts}")
    counts = told["counts"]
    if counts.get("log_lines", 0) != sum(counts.get(one, 0) for one in ("taken", "known", "log_unreadable")) and (
        "log_lines" in counts
    ):
        wrong.append(f"lines of the log are not {counts}")
    return wrong


def _lost(given: Given, world: World, held: Counter[str]) -> list[str]:
    """Return the texts of which a word stands in no cell of the workspace that is new."""
    if given.words[0] in _ANSWERING:
        return []
    new = [_letters(cell) for cell in _cells(world) - held]
    lost = {
        text for text in given.kept for word in text.split() if not any(_letters(word) in one for one in new or [""])
    }
    return [f"{text[:80]!r} is not kept whole" for text in sorted(lost)]


def _letters(text: str) -> str:
    """Return letters and numbers alone: what no cleaning may take away."""
    return "".join(one for one in text if one.isalnum())


def _cells(world: World) -> Counter[str]:
    """Return every text of the database, and how often it stands there."""
    with closing(sqlite3.connect(world.workspace / "netscout.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return Counter(
            cell
            for table in tables
            for row in db.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # names out of the schema
            for cell in row
            if isinstance(cell, str)
        )
