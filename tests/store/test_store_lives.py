"""What every call of the store leaves behind, written out for lives drawn from seeds.

REWRITE_GOLDEN=1 writes it anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import some
from tests.store.living import Life
from tests.written_out import digest, hold

FOLDER = Path(__file__).parent / "data" / "lives"
STEPS, LIVES, MORE, BATCH = 30, 12, 120, 10


def lived(seed: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a life, line by line."""
    monkeypatch.setattr("secrets.token_hex", lambda size: "5a" * size)
    life = Life(folder, seed)
    try:
        life.live(STEPS)
    finally:
        life.close()
    return life.told


@pytest.mark.parametrize("seed", some(3, range(LIVES), pytest.mark.deep))
def test_a_life_is_told_as_it_was(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row lost, kept too long or given to somebody else by a slip would stand in no error."""
    hold(FOLDER / f"{seed}.txt", lived(seed, tmp_path, monkeypatch))


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("first", range(LIVES, LIVES + MORE, BATCH))
def test_more_lives_are_as_they_were(first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What twelve lives do not meet, ten times as many may; of these each step is kept as a digest."""
    lines = []
    for seed in range(first, first + BATCH):
        (tmp_path / str(seed)).mkdir()
        steps: list[list[str]] = []
        for line in lived(seed, tmp_path / str(seed), monkeypatch):
            steps += [[]] if line.startswith("--- ") else []
            steps[-1].append(line)
        lines += [f"{seed} {step[0]} {digest(step)}" for step in steps]
    hold(FOLDER / f"from_{first}.txt", lines)
