"""Cards: one Markdown file a person, and one for the workspace; what `sources.cards` reads back without loss."""

from __future__ import annotations

import json
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from netscout.errors import OutputError, Place
from netscout.files import make_folder, write_each
from netscout.model.card_lines import bare, escape, of_slug, row_line
from netscout.model.dump import (
    CARD,
    HEADER,
    LOG_TABLES,
    TABLES,
    TARGETS_FILE,
    VERSION,
    WORKSPACE_FILE,
    Card,
    Dump,
    Row,
    told,
)

_NAME = re.compile(r"p[0-9]{1,15}(?:-[a-z0-9_-]+)?\.md")
_TEMPORARY = re.compile(r"\..*\.[0-9]+\.tmp")
_LONGEST = 80
_TOGETHER = 100
"""Files written before the disk is asked to keep them: one by one, thousands would take minutes."""
_FIRST_LINE = f"{CARD}: {VERSION}\n"
_ABOUT = (
    "These cards are personal files. They hold names, addresses, notes and the times of messages of other people. "
    "Keep them where only you can read them, and delete them when you no longer need them. "
    "netscout reads them back with: netscout load --source cards FOLDER"
)


def card_files(dump: Dump) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file, the cards by id, then the file of the workspace and the targets."""
    for card in dump.cards:
        yield file_name(card), card_text(card)
    yield WORKSPACE_FILE, _workspace_text(dump)
    if dump.targets is not None:
        yield TARGETS_FILE, dump.targets


def write_cards(folder: Path, dump: Dump) -> tuple[int, int]:
    """Write the files into a folder that is new, empty, or holds only cards; return how many were written and removed.

    Each file is replaced whole or left as it was. Cards of people who are no longer there are removed at the end.

    Raises:
        OutputError: something else stands in the folder, or the system refuses.
    """
    held = _held(folder)
    make_folder(folder)
    folder.chmod(0o700)
    wanted: set[str] = set()
    batch: dict[str, bytes] = {}
    for name, text in card_files(dump):
        wanted.add(name)
        raw = text.encode()
        if name not in held or (folder / name).read_bytes() != raw:
            batch[name] = raw
        else:
            (folder / name).chmod(0o600)
        if len(batch) == _TOGETHER:
            write_each(folder, batch)
            batch.clear()
    write_each(folder, batch)
    gone = sorted(held - wanted)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    return len(wanted), len(gone)


def file_name(card: Card) -> str:
    """Return `<id>-<slug>.md`: lower-case ASCII letters, digits, `-` and `_` only, at most 120 bytes."""
    said = str(card.header.get("slug") or card.header.get("name") or "")
    plain = "".join(char for char in unicodedata.normalize("NFKD", said) if char.isascii()).lower()
    slug = re.sub(r"[^a-z0-9_]+", "-", plain)[:_LONGEST].strip("-_")
    return f"{card.id}-{slug}.md" if slug else f"{card.id}.md"


def card_text(card: Card) -> str:
    """Return the text of a card."""
    lines = [f"id: {card.id}"]
    for name, kind in HEADER:
        value = card.header.get(name)
        said = value if isinstance(value, list) else [] if value is None else [value]
        lines += [f"{name}: {_plain(kind, one)}" for one in said]
    return _FIRST_LINE + "\n".join((*lines, *_rows(card.rows, card.id)))


def _workspace_text(dump: Dump) -> str:
    lines = [f"about: {_ABOUT}", f"workspace: {bare(dump.workspace)}", f"day: {bare(dump.day)}"]
    return _FIRST_LINE + "\n".join((*lines, *_rows(dump.rows, None)))


def _rows(rows: Iterable[Row], own: str | None) -> Iterator[str]:
    """Yield the lines of rows: those of the header, then the log, then the notes, and the end of the last line."""
    log: list[tuple[str, int, int, str]] = []
    notes: list[str] = []
    for row in rows:
        table = TABLES[row.table]
        values = _written(row, own)
        line = row_line(table, values)
        if table.place == "log":
            moment = line.split(" ", 1)[0]
            order = LOG_TABLES.index(table.name)
            log.append(("" if moment == "undated" else moment, order, values.get("n", 0), f"- {line}"))
        elif table.place == "notes":
            text = values.get(table.tail, "")
            notes += ["", f"### {line}", *(escape(one) for one in text.split("\n"))]
        else:
            yield f"{table.word}: {line}"
    yield from ("", "## Log", *(line for *_, line in sorted(log))) if log else ()
    yield from ("", "## Notes", *notes) if notes else ()
    yield ""


def _written(row: Row, own: str | None) -> dict[str, Any]:
    table = TABLES[row.table]
    values = told(table, row.values, own)
    for one in table.columns:
        if one.kind == "object" and one.name in values:
            values[one.name] = json.dumps(values[one.name], ensure_ascii=False, sort_keys=True)
    return values


def _plain(kind: str, value: Any) -> str:  # noqa: ANN401  # a JSON value
    if kind == "slug":
        return of_slug(value)
    if kind in ("int", "bool"):
        return str(int(value))
    return escape(value) if kind == "text" else bare(value)


def _held(folder: Path) -> set[str]:
    """Return the names of the cards in a folder; half-written ones of a run that was cut off are removed."""
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise OutputError("this is no folder.", "Give the name of a new folder for the cards.", Place(str(folder)))
    held: set[str] = set()
    cut_off: list[Path] = []
    for one in sorted(folder.iterdir()):
        if _TEMPORARY.fullmatch(one.name) and _is_a_name(one.name[1:].rsplit(".", 2)[0]):
            cut_off.append(one)
        elif not _is_ours(one):
            raise OutputError(
                "this folder holds something that is no card, and cards get a folder of their own.",
                "Give a new or empty folder with --out.",
                Place(str(one)),
            )
        else:
            held.add(one.name)
    for one in cut_off:
        one.unlink(missing_ok=True)
    return held


def _is_a_name(name: str) -> bool:
    return name in (WORKSPACE_FILE, TARGETS_FILE) or _NAME.fullmatch(name) is not None


def _is_ours(path: Path) -> bool:
    if not stat.S_ISREG(path.lstat().st_mode):
        return False
    if path.name == TARGETS_FILE:
        return (path.parent / WORKSPACE_FILE).is_file()
    if not _is_a_name(path.name):
        return False
    with path.open("rb") as file:
        return file.read(len(_FIRST_LINE)) == _FIRST_LINE.encode()
