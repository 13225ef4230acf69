"""The packed library begins alike wherever it is packed."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from netscout.reports.policy import pack_text, unpack_text

if TYPE_CHECKING:
    import pytest


def test_the_head_names_no_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page whose bytes tell the Python that wrote it: the head of a gzip holds the system, as each release has it."""
    text = "a script, " * 50
    here, real = pack_text(text), gzip.compress

    def elsewhere(content: bytes, level: int, *, mtime: int) -> bytes:
        packed = real(content, level, mtime=mtime)
        return packed[:8] + b"\x00\xff" + packed[10:]

    monkeypatch.setattr(gzip, "compress", elsewhere)
    assert pack_text(text) == here
    assert unpack_text(here) == text
