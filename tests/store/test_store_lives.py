"""What every call of the store leaves behind, written out for lives drawn from seeds.

REWRITE_GOLDEN=1 writes it anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.living import Life
from tests.written_out import hold

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
    hold(FOLDER / f"{seed}.txt", life.told)
