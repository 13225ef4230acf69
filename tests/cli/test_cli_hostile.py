"""What a cold second look broke: closed streams, empty networks, forms that contradict, names nobody can be called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.app.greeting import greeting_name

if TYPE_CHECKING:
    from tests.conftest import Run, RunProcess

ROOT = Path(__file__).resolve().parents[2]
_HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def _connections(folder: Path, *rows: str) -> Path:
    path = folder / "Connections.csv"
    path.write_text(_HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [("rank",), ("rank", "--json"), ("report",), ("map",), ("explore",), ("people",)])
@pytest.mark.parametrize("target", [False, True])
def test_a_network_without_people_is_no_bug(run: Run, tmp_path: Path, command: tuple[str, ...], target: bool) -> None:
    """An export with a header and no row that ends every command as a bug of ours."""
    assert run("load", _connections(tmp_path)).exit_code == 0
    if target:
        more = ("--company", "Northmoor", "--industry", "Logistics")
        assert run("target", "add", "data", "--role", "data analyst", *more).exit_code == 0
    done = run(*command)
    assert done.exit_code == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="closing a stream by number is a thing of POSIX shells")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_taken_as_silent(tmp_path: Path, closed: str) -> None:
    """A cron job without streams that ends as a bug of ours, or a database opened as number 1."""
    line = f'"$PYTHON" -m netscout --workspace "$WORK" target list {closed}'
    words = {"PYTHON": sys.executable, "WORK": str(tmp_path / "work"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", line], check=False, capture_output=True, env={**os.environ, **words})
    assert done.returncode == 0, done.stderr
    assert b"bug" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text on Windows")
def test_a_name_in_another_encoding_is_refused_in_words(run_process: RunProcess, tmp_path: Path) -> None:
    """`show "Raúl"` in a terminal that announces ASCII, answered as a bug of ours."""
    loaded = run_process("load", _connections(tmp_path, "Anna,Beispiel,,,Northmoor,Data Analyst,01 Feb 2024"))
    assert loaded.exit_code == 0, loaded.stderr
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run_process("show", os.fsdecode(b"Ra\xfal"), env=plain)
    assert done.exit_code == 1
    assert "encoding" in done.stderr
    assert "bug" not in done.stderr


def test_a_page_is_either_private_or_to_be_shared(run: Run) -> None:
    """`--share --private` that writes the page with the notes, because it was said last."""
    for forms in (("--share", "--private"), ("--private", "--share"), ("--private", "--hide-names")):
        assert run("report", *forms).exit_code == 2


def test_an_empty_path_is_not_the_folder_one_stands_in(run: Run) -> None:
    """`load "$UNSET"` that reads whatever lies around."""
    for command in ("load", "start"):
        done = run(command, "")
        assert done.exit_code == 2
        assert "path is empty" in done.stderr


def test_spread_is_a_number(run: Run) -> None:
    """`--diversity nan`, which no range refuses and no choice survives."""
    assert run("rank", "--diversity", "nan").exit_code == 2


def test_messages_alone_are_not_called_rows_without_people(run: Run, samples: Path) -> None:
    """An account whose sum is wrong: "7 rows = 0 people"."""
    done = run("load", samples / "hostile" / "messages_2025.csv")
    assert "7 messages =" in done.stdout
    assert "rows =" not in done.stdout


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("Prof. Dr. Kuno", "Adler", "Kuno"),
        ("Dr. med. Ilse", "Adler", "Ilse"),
        ("Dipl.-Ing. Uwe", "Adler", "Uwe"),
        ("Mr", "Beispiel", "Mr Beispiel"),
        ("DR.", "MUSTER", "DR. MUSTER"),
        ("J.", "Krone", "J. Krone"),
        ("X", "Krone", "X Krone"),
        ("A. Maria", "Sol", "Maria"),
        ("(Liz) Elizabeth", "Sol", "Elizabeth"),
        ('Jean-Luc "JL"', "Sol", "Jean-Luc"),
        ("Kim (she/her)", "Sol", "Kim"),
        ("ANNALENA", "VOIGT", "Annalena"),
        ("D'ARCY", "SOL", "D'Arcy"),
        ("jean-luc", "sol", "Jean-Luc"),
        ("AJ", "Sol", "AJ"),
        ("McKenna", "Sol", "McKenna"),
        ("Phil", "Sol", "Phil"),
        ("van", "Dyk", "van Dyk"),
        ("Van", "Nguyen", "Van"),
        ("van", "nguyen", "Van"),
        ("Élise 🌟", "Sol", "Élise"),
        ("雷", "李", "雷"),
        ("محمد", "السيد", "محمد"),
        ("Ольга", "Петрова", "Ольга"),
    ],
)
def test_people_are_greeted_by_a_name(first: str, last: str, said: str) -> None:
    """A message that begins "Hi Dr.," or "Hi J.," or "Hi ANNALENA,"."""
    assert greeting_name(first, f"{first} {last}") == said


def test_nobody_is_greeted_as_no_name(run: Run, tmp_path: Path) -> None:
    """A draft that begins "Hi (no name) p0002,"."""
    rows = (
        ",,https://www.linkedin.com/in/one-two,nobody@example.com,Northmoor,Data Analyst,01 Feb 2024",
        "ANNA,Beispiel,https://www.linkedin.com/in/three,,Northmoor,Data Analyst,01 Feb 2024",
    )
    assert run("load", _connections(tmp_path, *rows)).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    done = run("draft", "p0002")
    assert done.exit_code == 1
    assert "no name" in done.stderr
    assert run("draft", "p0003").stdout.startswith("Hi Anna,")
