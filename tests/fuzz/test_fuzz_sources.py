"""Spoiled files of every kind: each ends as a result that adds up or as an error of ours, and says nothing personal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.sources import read
from tests.fuzz import feeding
from tests.fuzz.feeding import TODAY, Fed, feed, make, take
from tests.fuzz.seeds import SEEDS

if TYPE_CHECKING:
    from pathlib import Path

FINDS = (
    ("endorsements", 1278),
    ("google new", 714),
    ("google old", 5033),
    ("invitations", 32),
    ("messages", 1),
    ("messages", 526),
    ("notes", 3532),
    ("outlook", 370),
    ("vcard", 687),
)
"""Kind and seed of files that once lost rows without a word, or whose error told what stood in them."""


@pytest.mark.check(13)
def test_spoiled_files(tmp_path: Path) -> None:
    """A byte flipped on a disk that crashes a load, loses rows untold, or brings a name into an error."""
    fed = feed(tmp_path, range(300))
    assert not fed.wrong, "\n".join(fed.wrong)
    assert fed.read > 150
    assert fed.refused > 20


@pytest.mark.check(13)
@pytest.mark.slow
def test_more_spoiled_files(tmp_path: Path) -> None:
    """The same over ten times as many."""
    fed = feed(tmp_path, range(300, 3300))
    assert not fed.wrong, "\n".join(fed.wrong)


@pytest.mark.check(13)
@pytest.mark.parametrize(("kind", "seed"), FINDS)
def test_what_was_found_once(tmp_path: Path, kind: str, seed: int) -> None:
    """A fault that comes back."""
    name, content = make(kind, seed)
    path = tmp_path / name
    path.write_bytes(content)
    assert take(path, content, Fed(), store=True) == []


@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_the_seeds_are_good(tmp_path: Path, kind: str) -> None:
    """Mutations of files that were never read prove nothing."""
    import random

    name, good = SEEDS[kind]
    path = tmp_path / name
    for seed in range(5):
        content = good(random.Random(seed))  # noqa: S311  # the same file each time
        path.write_bytes(content)
        fed = Fed()
        assert take(path, content, fed, store=True) == []
        assert (fed.read, fed.refused) == (1, 0), kind


def test_the_oracle_sees_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle that finds nothing wrong with a crash, or with a ledger that is short of a row."""
    monkeypatch.setattr(feeding, "read", lambda *_args, **_more: 1 / 0)
    assert any("ZeroDivisionError" in one for one in feed(tmp_path, range(1)).wrong)

    def short(paths: list[Path], **more: object) -> object:
        export = read(paths, today=TODAY)
        for source in export.sources:
            for account in source.files:
                account.counts["people"] = account.counts.get("people", 0) + 1
        return export

    monkeypatch.setattr(feeding, "read", short)
    assert any("rows are not" in one for one in feed(tmp_path, range(4), ("connections",)).wrong)
