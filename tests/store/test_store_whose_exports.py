"""Whose exports are whose, drawn from seeds: loads, owners, files and words of one workspace after another.

REWRITE_GOLDEN=1 writes the answers anew.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import NetscoutError
from netscout.matching.identity import resolve
from netscout.model.export import SourceFile
from netscout.model.owner import Owner
from netscout.store import labels, merges, moment, notes, origin, owners, sources, unload
from netscout.store.imports import import_export
from netscout.store.workspace import Workspace
from tests.store.store_builders import contact, export, seen
from tests.written_out import digest, hold, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.model.export import Export

DATA = Path(__file__).parent / "data" / "whose"
BATCH, BATCHES = 30, 4
NAMES = ("", "Mia Owner", "Mía Owner", "Kim Sample")
SLUGS = ((), ("mia",), ("mia", "mia-2"), ("kim",))
MAILS = ((), ("mia@mail.example",), ("kim@mail.example", "mia@work.example"))
PEOPLE = (seen("Ana Example", "ana", company="Northwind", title="Analyst"), seen("Bo Lind", None, line=5))
TEXTS = ("mia", "https://www.linkedin.com/in/kim/", "MIA@mail.example", "mia owner", "p0001", "p0002", "nobody", "")
FILES = ("Connections.csv", "Part/Connections.csv", "a\\b\\Connections.csv", "Connections.csv/")


def an_export(draw: random.Random, at: int) -> Export:
    """Return an export that says something of its owner, or nothing."""
    owner = Owner(draw.choice(NAMES), draw.choice(SLUGS), draw.choice(MAILS), draw.choice(("profile", "--me", "")))
    rows = draw.sample(PEOPLE, draw.randint(1, 2))
    if draw.random() < 0.4:
        rows[0] = rows[0]._replace(company=draw.choice(("Fabrikam", "")), connected_on="2020-01-02")
    if draw.random() < 0.3:
        rows.append(seen("Mia Owner", "mia", kind="message"))
    touched = (contact(0, "in", 1_700_000_000 + at, day="2023-11-14", conversation=f"c{at % 2}", length=9),)
    made = export(
        draw.choice(("2026-01-05", "2026-02-05", None)), *rows, interactions=touched, owner=owner, salt=str(at)
    )
    files = tuple((place, draw.choice(FILES) if not place else name) for place, name in enumerate(["", "messages.csv"]))
    more = SourceFile("/x/second.zip", "linkedin", f"{at:064d}") if draw.random() < 0.3 else None
    return replace(
        made, sources=(*made.sources, more) if more else made.sources, files=tuple((0, name) for _, name in files)
    )


def tried(call: Callable[..., object], *args: object, **words: object) -> object:
    """Return what a call comes to, or the error it ends in."""
    try:
        return call(*args, **words)
    except NetscoutError as fault:
        return fault.code, str(fault)


def one_workspace(seed: int, folder: Path) -> Iterator[object]:
    """Yield what each load comes to, and what is known of owners and files after all of them."""
    draw = random.Random(f"whose {seed}")  # noqa: S311  # the same each time
    with Workspace.open(folder, create=True) as ws:
        heard: list[str] = []
        for at in range(draw.randint(2, 5)):
            day = f"2026-03-{at + 1:02d}"
            came = import_export(ws, an_export(draw, at), today=day, resolve=resolve, progress=heard.append)
            yield replace(came, taken=None)
            if draw.random() < 0.3:
                who, theme = draw.choice(("p0002", "p0003")), draw.choice(("", "open"))
                yield tried(notes.add, ws, who, theme, f"word {at}", on=day)
            if draw.random() < 0.2:
                yield tried(labels.set_label, ws, "p0002", "know", on=day)
        yield heard
        if draw.random() < 0.3 and ws.db.execute("SELECT 1 FROM person WHERE id = 3").fetchone():
            yield from joined(ws)
        if draw.random() < 0.3:
            yield tried(unload.unload, ws, 1, on="2026-04-01", resolve=resolve)
        yield from looks(ws)


def joined(ws: Workspace) -> Iterator[object]:
    """Yield the notes of two ids that are one person."""
    yield tried(merges.merge, ws, "p0002", "p0003", on="2026-03-20", resolve=resolve)
    for one in ("p0002", "p0003", "p0001"):
        yield tried(notes.themed, ws, one), notes.notes_of(ws, one), merges.listed_in(ws)


def looks(ws: Workspace) -> Iterator[object]:
    """Yield all that is told of owners, files and loads."""
    for chosen in (None, 2, 7):
        ws.owner = chosen
        yield owners.default_owner(ws), owners.owner_of(ws), owners.number_of(ws, None)
        yield origin.origin(ws), sources.account(ws), moment.moment(ws)
    ws.owner = None
    yield [owners.owner_of(ws, number) for number in range(4)]
    yield [(text, found and found.number) for text in TEXTS for found in [owners.match_me(ws, text)]]
    for name, slugs, mails in (
        (NAMES[1], (), ()),
        ("", ("kim",), ()),
        ("", (), MAILS[2]),
        ("Zoe", (), ()),
        ("", (), ()),
    ):
        yield owners.is_stranger(ws, Owner(name, slugs, mails, ""))
    yield owners.owners(ws), unload.loads(ws), sources.loaded(ws), notes.all_notes(ws), notes.left_open(ws)


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("batch", range(BATCHES))
def test_whose_exports(batch: int, tmp_path: Path) -> None:
    """Two members' networks would run together, or one member be taken for two."""
    told = []
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        lines = [shown(one).replace(str(tmp_path), "") for one in one_workspace(seed, tmp_path / str(seed))]
        told.append(f"{seed} {digest(lines)}")
    hold(DATA / f"{batch}.txt", told)
