"""Every reader of texts from outside takes spoiled ones: in order, without a name in an error, cleaned once for all."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from netscout.errors import SettingsError
from netscout.settings import read_plan_text
from tests.fuzz import readers
from tests.fuzz.mutate import mutated
from tests.fuzz.readers import READERS, Reader, taken

if TYPE_CHECKING:
    from pathlib import Path

SMALL = ("answers", "card", "cell", "company", "letter", "mail", "plan", "title")
"""Readers that the spoiled files of the sources do not reach."""


def spoiled(name: str, seed: int) -> bytes:
    """Return the spoiled text of a reader and a seed."""
    draw = random.Random(f"{name} {seed}")  # noqa: S311  # the same text each time
    return mutated(READERS[name].good(draw), draw)


@pytest.mark.parametrize("name", sorted(READERS))
def test_good_texts_are_taken(name: str) -> None:
    """Mutations of texts that were never read prove nothing."""
    for seed in range(5):
        content = READERS[name].good(random.Random(seed))  # noqa: S311  # the same text each time
        assert taken(name, content) == []


@pytest.mark.parametrize("name", SMALL)
def test_spoiled_texts_are_taken(name: str) -> None:
    """A title, letter, card or plan that ends a command with a bug of ours, or stands in an error."""
    for seed in range(8):
        assert taken(name, spoiled(name, seed)) == [], seed


@pytest.mark.slow
@pytest.mark.parametrize("name", SMALL)
def test_more_spoiled_texts_are_taken(name: str) -> None:
    """The same over many more."""
    for seed in range(8, 308):
        assert taken(name, spoiled(name, seed)) == [], seed


def test_a_long_key_is_told_in_short() -> None:
    """A key as long as a page that fills the terminal with itself."""
    with pytest.raises(SettingsError) as told:
        read_plan_text(b"a" * 9_000 + b" = 1\n", "targets.toml")
    assert len(str(told.value)) < 400
    assert "a ..." in told.value.message


def test_the_oracle_sees_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle for which a crash, a bare refusal, a name in an error and a law that breaks are all well."""

    def give(fault: Exception | list[str]) -> list[str]:
        def take(_content: bytes, _folder: Path) -> list[str]:
            if isinstance(fault, Exception):
                raise fault
            return fault

        monkeypatch.setitem(readers.READERS, "planted", Reader(READERS["plan"].good, take))
        return taken("planted", b"x")

    assert "ZeroDivisionError" in give(ZeroDivisionError())[0]
    assert "lacks a part" in give(SettingsError("no next step."))[0]
    assert "says quellberuf" in give(SettingsError("Quellberuf is no role.", "Mend it."))[0]
    assert give(SettingsError("Quellberuf is no key netscout knows.", "Mend it.")) == []
    assert give(["a law"]) == ["a law"]
    monkeypatch.setattr("netscout.sources.cells.clean", lambda text: text + "x")
    assert "again is another" in taken("cell", b"x")[0]
