"""Good files with random harm done to them: an orderly refusal, or an account that adds up."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.sources import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Pack = Callable[[dict[str, str | bytes]], bytes]

DATA = Path(__file__).parent / "data"
ARCHIVE = DATA / "2026"
SEEDS = int(os.environ.get("NETSCOUT_MUTATIONS", "40"))
LIMIT = 4_000
HARM = (
    b'"',
    b"\0",
    b"\xef\xbb\xbf",
    b"PK\1\2",
    b"\r",
    b"\n",
    b",",
    b"=\n",
    b"\xff\xfe",
    b"BEGIN:VCARD\n",
    b"\xe9",
    b"\\",
)


def harmed(raw: bytes, dice: random.Random) -> bytes:
    """Return the bytes with one to four wounds: flips, cuts, splices, things put in."""
    found = bytearray(raw)
    for _ in range(dice.randint(1, 4)):
        at, kind = dice.randrange(len(found) + 1), dice.randrange(4)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del found[at : at + dice.randint(1, 80)]
        elif kind == 2:
            other = dice.randrange(len(found) + 1)
            found[at:at] = found[other : other + dice.randint(1, 200)]
        else:
            found[at:at] = dice.choice(HARM)
    return bytes(found)


def good(pack: Pack) -> dict[str, bytes]:
    """Return the files that harm is done to."""
    files: dict[str, str | bytes] = {
        path.relative_to(ARCHIVE).as_posix(): path.read_bytes() for path in sorted(ARCHIVE.rglob("*.csv"))
    }
    cards = {path.name: path.read_bytes() for path in sorted((DATA / "vcards").glob("*.vcf"))}
    notes = (
        b"Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
        b'Ana,Example,https://www.linkedin.com/in/ana,"one,\ntwo",2026-01-05 10:00:00 UTC,\n'
    )
    tables = {name: text for name in ("Connections.csv", "messages.csv") if isinstance(text := files[name], bytes)}
    return {**cards, **tables, "Notes.csv": notes, "a.zip": pack(files), "b.zip": pack({**cards})}


def taken(path: Path) -> Export | None:
    """Return what a file gives, None if it is refused in good order."""
    try:
        return read([path], today=date(2026, 11, 1))
    except InputError as refused:
        fault = refused
    assert fault.code
    assert fault.next_step
    assert len(str(fault)) < LIMIT
    return None


@pytest.mark.check(13)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_harm_is_refused_or_accounted_for(tmp_path: Path, pack: Pack, seed: int) -> None:
    """A broken file would crash, lose rows without a word, or show what stands in it."""
    dice = random.Random(seed)  # noqa: S311  # the same harm each time
    for name, raw in good(pack).items():
        path = tmp_path / name
        path.write_bytes(harmed(raw, dice))
        export = taken(path)
        if export is None:
            continue
        accounts = [file for source in export.sources for file in source.files]
        assert all(file.adds_up() for file in accounts), (
            name,
            [(file.kind, file.rows, file.counts) for file in accounts],
        )
        assert all(one.reason and one.line > 0 for one in export.unreadable)
        if name.endswith(".vcf") and export.sources[0].kind == "vcard":
            assert sum(file.rows for file in accounts) <= path.read_bytes().upper().count(b"VCARD")
