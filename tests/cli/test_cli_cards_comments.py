"""Comments of a counsellor on cards: out, written on by hand, in again, nothing lost and nothing twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Done, Run

NOTE = "She moves in May.\n\n# not a heading\n## Notes\n### 2026-01-01 note n=1\n- *a* | b \\ `c`"
COMMENT = "Ask her about the night shift.\nAnd *listen*: she likes to tell."


def told(done: Done) -> dict[str, Any]:
    """Return the JSON of a command that ended well."""
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def cards(run: Run, tmp_path: Path) -> Path:
    """Return the folder of cards of two invented people, one with a note."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma\nAna Example;Northwind\nBo Roe;Contoso\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    assert run("note", "Ana Example", NOTE, "--on", "2026-11-10").exit_code == 0
    assert run("log", "Ana Example", "asked", "--note", "by e-mail").exit_code == 0
    assert run("export", "cards", "--out", tmp_path / "cards").exit_code == 0
    return tmp_path / "cards"


def card(folder: Path, name: str) -> Path:
    """Return the card of somebody."""
    (found,) = folder.glob(f"*{name}*.md")
    return found


def notes(run: Run, person: str) -> list[str]:
    """Return the notes on somebody."""
    return [one["text"] for one in told(run("show", person, "--json"))["memory"]["notes"]]


def test_a_comment_below_the_last_note_comes_back(run: Run, cards: Path) -> None:
    """What the counsellor wrote would be lost, or would change the client's own note."""
    path = card(cards, "ana")
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{COMMENT}\n", encoding="utf-8")
    assert run("load", "--source", "cards", cards).exit_code == 0
    assert notes(run, "Ana Example") == [NOTE, COMMENT]
    assert run("load", "--source", "cards", cards).exit_code == 0
    assert notes(run, "Ana Example") == [NOTE, COMMENT]


@pytest.mark.parametrize("head", ["### 2026-11-14 note", "### 2026-11-14 note source=counsellor"])
def test_a_comment_with_a_day_keeps_it(run: Run, cards: Path, head: str) -> None:
    """The session of the fourteenth would be told as that of the day on which the cards came back."""
    path = card(cards, "ana")
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{head}\n{COMMENT}\n", encoding="utf-8")
    assert run("load", "--source", "cards", cards).exit_code == 0
    assert notes(run, "Ana Example") == [NOTE, COMMENT]
    days = [one["on"] for one in told(run("show", "Ana Example", "--json"))["memory"]["notes"]]
    assert days == ["2026-11-10", "2026-11-14"]


def test_a_card_without_notes_takes_a_comment(run: Run, cards: Path) -> None:
    """A comment on somebody of whom nothing was noted so far would be refused."""
    path = card(cards, "bo")
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\n## Notes\n\n{COMMENT}\n", encoding="utf-8")
    assert run("load", "--source", "cards", cards).exit_code == 0
    assert notes(run, "Bo Roe") == [COMMENT]


def test_comments_of_a_windows_editor_come_back(run: Run, cards: Path) -> None:
    """An editor that ends lines its own way would spoil the card."""
    path = card(cards, "ana")
    text = f"{path.read_text(encoding='utf-8')}\n{COMMENT}\n".replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    done = run("load", "--source", "cards", cards)
    assert "0 unreadable" in done.stdout
    assert notes(run, "Ana Example") == [NOTE, COMMENT]


def test_the_way_there_and_back_is_whole(run: Run, cards: Path, workspace: Path, tmp_path: Path) -> None:
    """Comments would change on every further trip, or the log would lose what it holds."""
    path = card(cards, "ana")
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{COMMENT}\n", encoding="utf-8")
    assert run("load", "--source", "cards", cards).exit_code == 0
    first, second = tmp_path / "first", tmp_path / "second"
    assert run("export", "cards", "--out", first).exit_code == 0
    workspace.rename(tmp_path / "before")
    assert run("load", "--source", "cards", first).exit_code == 0
    assert run("export", "cards", "--out", second).exit_code == 0
    held = [{one.name: one.read_bytes() for one in folder.iterdir()} for folder in (first, second)]
    assert held[0] == held[1]
    assert notes(run, "Ana Example") == [NOTE, COMMENT]
    assert [one["note"] for one in told(run("log", "Ana Example", "--json"))["entries"]] == ["by e-mail"]


def test_a_comment_below_a_line_of_another_kind_is_a_note(run: Run, cards: Path, tmp_path: Path) -> None:
    """Below an open question a comment would be asked by the next sheet; below a line of ours it would vanish."""
    assert run("note", "Ana Example", "How do they choose?", "--theme", "open", "--on", "2026-11-16").exit_code == 0
    assert run("note", "Bo Roe", "Saw him.", "--on", "2026-11-10").exit_code == 0
    assert run("log", "Bo Roe", "asked").exit_code == 0
    assert run("export", "cards", "--out", cards).exit_code == 0
    for name in ("ana", "bo"):
        path = card(cards, name)
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{COMMENT}\n", encoding="utf-8")
    assert run("load", "--source", "cards", cards).exit_code == 0
    for name in ("Ana Example", "Bo Roe"):
        assert COMMENT in notes(run, name)
    themes = told(run("themes", "--json"))
    assert COMMENT.splitlines()[0] not in json.dumps(themes)
