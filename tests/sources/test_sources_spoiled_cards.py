"""What cards and people.json still say when one line or one value of them was spoiled; REWRITE_GOLDEN=1 writes it anew.

A line of the answer tells the edit, what was refused and why, and what was read of the rest that was not read before.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources.cards import read_cards
from netscout.sources.whole import read_whole
from tests.examples import some
from tests.written_out import hold, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.model.dump import ReadDump

FOLDER = Path(__file__).parent / "data" / "spoiled"
LIMITS, LONG = Limits(), 90
EDITS: dict[str, Callable[[str], list[str]]] = {
    "gone": lambda _: [],
    "twice": lambda line: [line, line],
    "cut": lambda line: [line[: len(line) // 2]],
    "no colon": lambda line: [line.replace(":", "", 1)],
    "no sign": lambda line: [line.replace("=", "", 1)],
    "no word": lambda line: [line.replace(" ", "  ", 1).replace("n=1", "n=x")],
    "a field more": lambda line: [f"{line} colour=blue"],
    "a tail more": lambda line: [f"{line} | a tail"],
    "other digits": lambda line: [line.translate(str.maketrans("012", "998"))],
    "no dash": lambda line: [line.lstrip("-# ")],
    "capitals": lambda line: [line.upper()],
}
VALUES: tuple[Any, ...] = ("x", -1, None, [7], {"x": 1}, True)


def facts(read: ReadDump) -> Counter[str]:
    """Return everything a dump says, piece by piece."""
    dump = read.dump
    found = Counter([f"workspace {dump.workspace} {dump.day}", f"targets {dump.targets}"])
    found.update(f"row {row.table} {row.values}" for row in dump.rows)
    for card in dump.cards:
        found[f"card {card.id} {card.file}"] += 1
        found.update(f"{card.id}: {key} = {value}" for key, value in card.header.items())
        found.update(f"{card.id}: {row.table} {row.values}" for row in card.rows)
    for word, lines in (("unreadable", read.unreadable), ("bad", read.bad)):
        found.update(f"{word}: {one.file} {one.line} {one.reason} {one.log}" for one in lines)
    found.update(f"stray: {one}" for one in read.strays)
    found[f"{read.kind} {read.name} {read.files}"] += 1
    return found


def told(call: Callable[[], ReadDump], whole: Counter[str]) -> str:
    """Return how what is read differs from the whole."""
    try:
        now = facts(call())
    except InputError as fault:
        return f"refused: {fault}"
    less, more = sorted((whole - now).elements()), sorted((now - whole).elements())
    gone = tuple(f"{one.split()[1]}: " for one in less if one.startswith("card "))
    less = [one for one in less if not one.startswith(gone)] if gone else less
    return (
        " ".join([*(f"[- {shortened(one, LONG)}]" for one in less), *(f"[+ {shortened(one, LONG)}]" for one in more)])
        or "nothing"
    )


def of_cards(name: str, room: Path) -> Iterator[str]:
    """Yield what is left of the cards with each line of one spoiled in each way."""
    for one in (FOLDER / "cards").iterdir():
        (room / one.name).write_bytes(one.read_bytes())
    whole = facts(read_cards(room, LIMITS))
    lines = (room / name).read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines):
        for edit, made in EDITS.items():
            if (new := made(line)) == [line]:
                continue
            text = "\n".join([*lines[:at], *new, *lines[at + 1 :]]) + "\n"
            (room / name).write_text(text, encoding="utf-8", newline="\n")
            yield f"{at + 1} {edit}: {told(lambda: read_cards(room, LIMITS), whole)}"


def places(tree: Any) -> Iterator[tuple[Any, Any]]:  # JSON
    """Yield each (container, key) of a tree."""
    for key, value in list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)):
        yield tree, key
        if isinstance(value, dict | list):
            yield from places(value)


def of_values(room: Path) -> Iterator[str]:
    """Yield what is left of people.json with each value another or gone."""
    path = room / "people.json"
    tree = json.loads((FOLDER / "people.json").read_text(encoding="utf-8"))
    path.write_text(json.dumps(tree), encoding="utf-8")
    whole = facts(read_whole(path, LIMITS))
    for number, (held, key) in enumerate(places(tree)):
        value, other = held[key], VALUES[number % len(VALUES)]
        held[key] = other
        path.write_text(json.dumps(tree), encoding="utf-8")
        yield f"{number} {key} {other!r}: {told(lambda: read_whole(path, LIMITS), whole)}"
        if isinstance(held, dict):
            held[f"X{key}"] = held.pop(key)
            path.write_text(json.dumps(tree), encoding="utf-8")
            yield f"{number} {key} renamed: {told(lambda: read_whole(path, LIMITS), whole)}"
            held[key] = held.pop(f"X{key}")
        held[key] = value


@pytest.mark.parametrize(
    "name", some(1, ["_workspace.md", "p0002-ana.md", "p0003-bo.md", "p0004-bo-2.md", "people.json"], pytest.mark.deep)
)
def test_one_spoiled_piece(name: str, tmp_path: Path) -> None:
    """A slip would refuse a whole folder for one line, or take a spoiled line for what it does not say."""
    lines = of_values(tmp_path) if name.endswith(".json") else of_cards(name, tmp_path)
    hold(FOLDER / f"{Path(name).stem}.txt", (line.replace(str(tmp_path), "") for line in lines))
