"""The hostile sample holds what it says it holds."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from data_samples.invent.hostile import EXPECTED_CODES, SENTINEL, hostile_archives, hostile_members
from data_samples.invent.hostile_tables import (
    EXPECTED_PEOPLE,
    FORMULAS,
    INVISIBLE,
    SCRIPTS,
    hostile_rows,
    hostile_tables,
    huge_field,
)
from data_samples.invent.linkedin import CONNECTIONS, PREAMBLE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def archives() -> dict[str, bytes]:
    """Return the archives that are never kept on disk."""
    return hostile_archives()


def test_each_archive_has_its_expected_answer(archives: dict[str, bytes]) -> None:
    """An archive without an expected answer would be made and never looked at."""
    assert list(archives) == list(EXPECTED_CODES)
    assert [*EXPECTED_PEOPLE, "messages_2025.csv", "contacts.vcf"] == list(hostile_tables())


def test_archives_are_broken_as_named(archives: dict[str, bytes]) -> None:
    """A fault that the archive does not have proves nothing when it is refused."""
    with zipfile.ZipFile(io.BytesIO(archives["encrypted.zip"])) as archive, pytest.raises(RuntimeError):
        archive.read("Connections.csv")
    with zipfile.ZipFile(io.BytesIO(archives["wrong_checksum.zip"])) as archive:
        assert archive.testzip() == "Connections.csv"
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(archives["truncated.zip"]))
    with zipfile.ZipFile(io.BytesIO(archives["duplicate_members.zip"])) as archive:
        assert archive.namelist() == ["Connections.csv", "Connections.csv"]
    with zipfile.ZipFile(io.BytesIO(archives["overlapping.zip"])) as archive:
        assert len({info.header_offset for info in archive.infolist()}) == 1
    with zipfile.ZipFile(io.BytesIO(archives["link.zip"])) as archive:
        assert archive.getinfo("messages.csv").external_attr >> 28 == 0o12
    with zipfile.ZipFile(io.BytesIO(archives["traversal.zip"])) as archive:
        assert "../../evil.csv" in archive.namelist()


def test_bomb_is_small_and_swells(archives: dict[str, bytes]) -> None:
    """A bomb below the limit of ratio and size would be a plain file."""
    with zipfile.ZipFile(io.BytesIO(archives["bomb.zip"])) as archive:
        info = archive.getinfo("messages.csv")
    assert info.file_size > 8 << 20
    assert info.file_size > 100 * info.compress_size


def test_every_payload_stands_in_every_field() -> None:
    """A field that no payload visits is a door nobody tried."""
    rows = hostile_rows()
    for payload in (*FORMULAS, *SCRIPTS, *INVISIBLE):
        assert {place for row in rows for place, cell in enumerate(row) if cell == payload} == set(range(7))


def test_sound_archive_is_sound() -> None:
    """Its cells are hostile, its shape is not: a load must end with people."""
    body = hostile_members()["Connections.csv"].removeprefix(PREAMBLE)
    records = list(csv.reader(io.StringIO(body, newline="")))
    assert records[0] == CONNECTIONS.split(",")
    assert {len(record) for record in records} == {7}


def test_sentinel_stands_in_every_text_that_is_not_kept() -> None:
    """The search for kept message text needs its word in each place."""
    members = hostile_members()
    for name in ("messages.csv", "Invitations.csv", "Recommendations_Received.csv"):
        assert SENTINEL in members[name], name


def test_tables_are_broken_as_named(samples: Path) -> None:
    """The encodings and line ends are the point of these files; git or an editor may have mended them."""
    kept = {path.name: path.read_bytes() for path in (samples / "hostile").iterdir()}
    assert {name: kept[name] for name in hostile_tables()} == hostile_tables()
    assert b"\n" not in kept["cr_only.csv"]
    assert kept["utf16.csv"].startswith(b"\xff\xfe")
    for name in ("cp1252.csv", "mixed_encoding.csv"):
        with pytest.raises(UnicodeDecodeError):
            kept[name].decode()
    assert kept["unclosed_quote.csv"].count(b'"') % 2 == 1
    assert len(huge_field(1_000_000)) > 1_000_000
