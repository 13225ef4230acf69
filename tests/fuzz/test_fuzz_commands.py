"""Hostile words and files through the command line: taken whole or refused whole, and told without harm."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.faults.tracing import Ended
from tests.faults.world import World
from tests.fuzz.commanding import Table, command, give
from tests.fuzz.feeding import Fed
from tests.fuzz.hostile_words import KINDS

SEEN = (*KINDS, "cards")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """Return the campaign to which the inputs are given."""
    return Table(tmp_path_factory.mktemp("table") / "world")


@pytest.mark.check(2, 13)
def test_hostile_inputs(table: Table) -> None:
    """A note that crashes a command, is cut without a word, or steers the terminal that shows it."""
    fed = command(table, range(33))
    assert not fed.wrong, "\n".join(fed.wrong)
    assert fed.read > 10
    assert fed.refused > 4


@pytest.mark.check(2, 13)
@pytest.mark.slow
def test_more_hostile_inputs(table: Table) -> None:
    """The same over many more."""
    fed = command(table, range(33, 633))
    assert not fed.wrong, "\n".join(fed.wrong)


def test_the_oracle_sees_a_text_cut(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle that takes half a note for the whole."""
    monkeypatch.setattr("netscout.app.note.checked", lambda text, *_more: text[:4])
    assert any("not kept whole" in one for one in command(table, range(12), ("note",)).wrong)


def test_the_oracle_sees_a_crash(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle for which a bug of ours is a refusal."""
    monkeypatch.setattr("netscout.app.note.checked", lambda *_more: 1 / 0)
    assert any("exit code 3" in one for one in command(table, range(12), ("note",)).wrong)


def test_the_oracle_sees_what_a_refusal_left(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused command that kept something, or a name in the words of an error, or a colour sent to the terminal."""

    def run(world: World, _words: tuple[str, ...]) -> Ended:
        (world.workspace / "left").write_text("over", encoding="utf-8")
        return Ended(1, "", "Error: Quellbach \x1b[31m\n       Try again.\n")

    monkeypatch.setattr(World, "run", run)
    wrong = "\n".join(give(table, "note", 0, Fed()))
    assert "something is kept" in wrong
    assert "the error says quellbach" in wrong
    assert "steers the terminal: U+001B" in wrong


def test_every_kind_is_drawn_the_same_each_time(table: Table) -> None:
    """A find that nobody can try again."""
    seen = Counter(kind for kind in SEEN if table.given(kind, 7)[0] == table.given(kind, 7)[0])
    assert seen == Counter(SEEN)
