"""The tables of the package, and what matching works out of them, kept beside them for the next command.

A kept file begins with the checksum of the tables it came from: whoever edits one gets the same from the tables, more
slowly, until `make tables` has written the files anew.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Sequence
from importlib.resources import files


def data(name: str) -> bytes:
    """Return the bytes of a table of the package."""
    return (files("netscout.matching") / "data" / name).read_bytes()


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the package, by column name."""
    return list(csv.DictReader(data(name).decode("utf-8").splitlines()))


def recall(name: str, tables: Sequence[str]) -> bytes | None:
    """Return what is kept under a name, None where it is not of these tables as they are now."""
    try:
        checksum, _, kept = data(f"built/{name}").partition(b"\n")
    except FileNotFoundError:
        return None
    return kept if checksum == _checksum(tables) else None


def pack(kept: bytes, tables: Sequence[str]) -> bytes:
    """Return the bytes of a file for what was worked out of these tables."""
    return _checksum(tables) + b"\n" + kept


def _checksum(tables: Sequence[str]) -> bytes:
    found = 0
    for name in tables:
        found = zlib.crc32(data(name), found)
    return b"%08x" % found
