"""What every call of the store leaves behind, written out for lives drawn from seeds.

REWRITE_GOLDEN=1 writes it anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.store.living import Life

FOLDER = Path(__file__).parent / "data" / "lives"
STEPS, LIVES = 30, 12


@pytest.mark.parametrize("seed", range(LIVES))
def test_a_life_is_told_as_it_was(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row lost, kept too long or given to somebody else by a slip would stand in no error."""
    monkeypatch.setattr("secrets.token_hex", lambda size: "5a" * size)
    life = Life(tmp_path, seed)
    try:
        life.live(STEPS)
    finally:
        life.close()
    told = "\n".join(life.told) + "\n"
    golden = FOLDER / f"{seed}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
