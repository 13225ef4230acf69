"""What is kept of the tables: the same as they give, and never in the way of a table that was edited."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np
import pytest

from netscout.matching import built, core_linker, lexicon_kept
from netscout.matching.lexicon import lexicon
from netscout.matching.lexicon_tables import worked_out

if TYPE_CHECKING:
    from collections.abc import Iterator

DUE = "a table changed: give `make tables`"


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every table seem to have one more line than when the files were made."""
    read = built.data
    monkeypatch.setattr(built, "data", lambda name: read(name) + (b"" if name.startswith("built/") else b"more\n"))
    lexicon.cache_clear()
    yield
    lexicon.cache_clear()


@pytest.mark.slow
def test_the_kept_lexicon_is_what_the_tables_give() -> None:
    """After an edited table `make tables` is due: else every command would work it all out again."""
    assert built.recall("lexicon.json", lexicon_kept.TABLES) is not None, DUE
    kept, made = lexicon(), worked_out()
    for one in fields(made):
        assert getattr(kept, one.name) == getattr(made, one.name), one.name
        if isinstance(getattr(made, one.name), dict):
            assert list(getattr(kept, one.name)) == list(getattr(made, one.name)), f"{one.name} in another order"


def test_the_kept_linker_is_what_the_tables_give() -> None:
    """The jobs a doubtful title may stand for come from this index."""
    assert built.recall("linker.npz", core_linker.TABLES) is not None, DUE
    kept, made = core_linker.core_linker().index.arrays(), core_linker.worked_out().arrays()
    for name, cells in made.items():
        if cells.dtype.kind == "f":
            assert np.allclose(kept[name], cells, rtol=1e-9, atol=0), name
        else:
            assert np.array_equal(kept[name], cells), name


@pytest.mark.usefixtures("edited")
@pytest.mark.slow
def test_an_edited_table_speaks_at_once() -> None:
    """Whoever adds a row and forgets `make tables` would wonder why nothing changes."""
    assert built.recall("linker.npz", core_linker.TABLES) is None
    assert built.recall("lexicon.json", lexicon_kept.TABLES) is None
    assert lexicon() == worked_out()


def test_without_the_files_all_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the package without the kept files must still know its titles."""
    read = built.data

    def gone(name: str) -> bytes:
        if name.startswith("built/"):
            raise FileNotFoundError(name)
        return read(name)

    monkeypatch.setattr(built, "data", gone)
    assert built.recall("lexicon.json", lexicon_kept.TABLES) is None
