"""Every error of the reference of formats, through the command line: what it says, and that nothing is written."""

from __future__ import annotations

import io
import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

    Make = Callable[[Path], "Path | tuple[Path | str, ...]"]

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
CANARY = "Zyxwvut"
ANA = f"{CANARY},Example,https://www.linkedin.com/in/ana,ana@mail.example,Northwind,Analyst,07 Sep 2019\n"
INVITED = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Robin Me,{CANARY} Example,"6/9/24, 3:07 PM",,OUTGOING,'
    "https://www.linkedin.com/in/robin,https://www.linkedin.com/in/ana\n"
)
LIMIT = 4_000


def packed(files: dict[str, bytes]) -> bytes:
    """Return an archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 6, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def whole() -> bytes:
    """Return a sound archive of one person."""
    return packed({"Connections.csv": (CONNECTIONS + ANA).encode()})


def file(name: str, content: bytes) -> Make:
    """Return what writes one file."""

    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def crc(folder: Path) -> Path:
    """Write an archive whose member is not what its sum says."""
    raw = bytearray(whole())
    raw[raw.index(b"PK\x01\x02") + 16] ^= 0xFF
    raw[14] ^= 0xFF
    return file("a.zip", bytes(raw))(folder)  # type: ignore[return-value]  # one path


def lying(folder: Path) -> Path:
    """Write an archive whose list of contents states sizes that are not true."""
    raw = bytearray(whole())
    place = raw.index(b"PK\x01\x02") + 24
    raw[place : place + 4] = (7).to_bytes(4, "little")
    return file("a.zip", bytes(raw))(folder)  # type: ignore[return-value]  # one path


def locked(folder: Path) -> Path:
    """Write an archive that asks for a password."""
    raw = bytearray(whole())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return file("a.zip", bytes(raw))(folder)  # type: ignore[return-value]  # one path


def bomb(folder: Path) -> Path:
    """Write a small archive that unpacks to much."""
    content = (CONNECTIONS + ANA).encode() + b"," * (20 << 20)
    return file("a.zip", packed({"Connections.csv": content}))(folder)  # type: ignore[return-value]  # one path


def crowd(folder: Path) -> Path:
    """Write an archive of more files than any export has."""
    names = {f"{number}.csv": b"" for number in range(5_001)}
    return file("a.zip", packed({"Connections.csv": CONNECTIONS.encode(), **names}))(folder)  # type: ignore[return-value]  # one path


def link(folder: Path) -> Path:
    """Make a link to a sound file."""
    (folder / "target").write_text(CONNECTIONS + ANA)
    (folder / "a.csv").symlink_to(folder / "target")
    return folder / "a.csv"


def pipe(folder: Path) -> Path:
    """Make a pipe that nobody writes to."""
    os.mkfifo(folder / "a.csv")
    return folder / "a.csv"


def first_part(folder: Path) -> Path:
    """Write a folder as the first e-mail brings it."""
    (folder / "part").mkdir()
    (folder / "part" / "Profile.csv").write_text("First Name,Last Name,Headline\nRobin,Me,x\n")
    return folder / "part"


def of_another(folder: Path) -> tuple[Path | str, ...]:
    """Write an export, and say that it belongs to somebody else."""
    path = file("a.zip", packed({"Invitations.csv": INVITED.encode()}))(folder)
    return (path, "--me", "https://www.linkedin.com/in/stranger")  # type: ignore[return-value]  # one path


ARCHIVE = {"Connections.csv": (CONNECTIONS + ANA).encode()}
TWICE = packed({"b.zip": packed({"c.zip": whole()})})
CASES: list[tuple[str, Make, tuple[str, ...]]] = [
    ("empty-file", file("a.csv", b""), ("a.csv", "empty", "download it again")),
    ("empty-file", file("a.zip", b" \r\n\t"), ("a.zip", "empty", "download it again")),
    (
        "unrecognised-header",
        file("a.csv", b"Colour,Name of thing\nred,7\n"),
        ("a.csv", "Name of thing", "needs", "--source", "--map"),
    ),
    ("unrecognised-header", file("a.csv", b"<!doctype html><html>"), ("a.csv", "web page", "new export")),
    ("no-network-files", first_part, ("part", "first part of a two-part export", "second", "Connections.csv")),
    ("no-network-files", file("a.zip", packed({"Skills.csv": b"Name\nLaw\n"})), ("within a day", "Nothing is wrong")),
    ("not-a-zip", file("a.zip", b"hello"), ("a.zip", "not a zip", "again")),
    ("not-a-zip", file("Basic_LinkedInDataExport_01-31-2026.zip (1).zip", b"x"), ("not a zip",)),
    ("not-a-zip", file("a.zip", b"<!DOCTYPE html><html></html>"), ("expired", "72 hours", "new export")),
    ("damaged-archive", file("a.zip", whole()[:-30]), ("a.zip", "cut off", "again")),
    ("damaged-archive", lying, ("a.zip: Connections.csv", "damaged", "again")),
    ("damaged-archive", crc, ("a.zip: Connections.csv", "damaged", "again")),
    ("damaged-archive", file("a.zip", b"PK\x01\x02" + b"\0" * 60), ("a.zip",)),
    ("unsafe-path", file("a.zip", packed({**ARCHIVE, "../x.csv": b"1"})), ("../x.csv", "nothing was", "written")),
    ("unsafe-path", file("a.zip", packed({**ARCHIVE, "\\\\srv\\x.csv": b"1"})), ("srv", "nothing was")),
    ("nested-zip", file("a.zip", TWICE), ("Unpack", "inner")),
    ("nested-zip", file("a.zip", packed({"b.zip": whole(), "c.zip": whole()})), ("Unpack", "inner")),
    ("encrypted-archive", locked, ("a.zip", "password", "single files")),
    ("archive-too-large", bomb, ("a.zip: Connections.csv", "100 times", "single files")),
    ("too-many-members", crowd, ("a.zip", "5000", "single files")),
    (
        "duplicate-member",
        file("a.zip", packed({**ARCHIVE, "CONNECTIONS.CSV": CONNECTIONS.encode()})),
        ("Connections.csv", "CONNECTIONS.CSV"),
    ),
    ("not-found", lambda folder: folder / "none.zip", ("none.zip", "nothing at this path")),
    ("not-found", lambda _: ("http://example.com/export.zip",), ("export.zip", "nothing at this path")),
    ("not-a-file", link, ("a.csv", "link or a device", "the file itself")),
    ("not-a-file", pipe, ("a.csv", "link or a device", "the file itself")),
    ("owner-conflict", of_another, ("stranger", "robin")),
    ("unknown-source", lambda folder: (folder, "--source", "fax"), ("fax", "linkedin")),
]


def tree(folder: Path) -> list[str]:
    """Return everything below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.check(2, 19, 20, 21, 22)
@pytest.mark.parametrize(("code", "make", "words"), CASES, ids=[f"{at}-{case[0]}" for at, case in enumerate(CASES)])
def test_an_error_says_what_where_and_what_next(
    run: Run, tmp_path: Path, code: str, make: Make, words: tuple[str, ...]
) -> None:
    """A refusal would be mute, show somebody's data, or leave half a workspace behind."""
    made = make(tmp_path)
    given = made if isinstance(made, tuple) else (made,)
    before = tree(tmp_path)
    done = run("load", *given)
    said = " ".join(done.stderr.split())
    assert (done.exit_code, done.stdout) == (1, "")
    assert said.startswith("Error: ")
    assert all(word in said for word in words), said
    assert len(done.stderr.encode()) < LIMIT
    assert CANARY not in done.output
    assert "Traceback" not in done.output
    told = run("load", *given, "--json")
    fault = json.loads(told.stdout)["error"]
    assert (told.exit_code, fault["code"]) == (1, code)
    assert fault["message"]
    assert fault["next"]
    assert tree(tmp_path) == before


@pytest.mark.check(2)
def test_what_may_not_be_read_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of somebody else's would end in a report of a bug."""
    path, opened = tmp_path / "a.csv", os.open
    path.write_text(CONNECTIONS + ANA)

    def closed(name: str | Path, *given: int) -> int:
        if str(name) == str(path):
            raise PermissionError(13, "Permission denied")
        return opened(name, *given)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", closed)
        done = run("load", path, "--json")
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (1, "no-permission")
    assert "a.csv" in done.stderr
    assert "permissions" in done.stderr


@pytest.mark.check(21)
def test_a_refused_export_leaves_the_workspace_as_it_was(run: Run, tmp_path: Path) -> None:
    """Of a damaged export half would be stored."""
    sound = file("sound.zip", whole())(tmp_path)
    assert run("load", sound).exit_code == 0  # type: ignore[arg-type]  # one path
    before = run("people", "--json").stdout
    assert run("load", crc(tmp_path)).exit_code == 1
    assert run("load", sound, crc(tmp_path)).exit_code == 1  # type: ignore[arg-type]  # one path
    assert run("people", "--json").stdout == before


@pytest.mark.check(18)
@pytest.mark.slow
def test_seventy_thousand_members(run: Run, tmp_path: Path) -> None:
    """An archive of very many members would hold the machine for minutes."""
    names = {f"{number}.csv": b"" for number in range(70_000)}
    path = file("a.zip", packed({**ARCHIVE, **names}))(tmp_path)
    assert "too-many-members" in run("load", path, "--json").stdout  # type: ignore[arg-type]  # one path
