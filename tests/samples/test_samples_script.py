"""The script that makes the samples: same bytes on every run, and it knows when a sample was changed by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from data_samples import make_samples
from data_samples.invent.chance import Dice
from data_samples.invent.demo import make_demo
from data_samples.invent.names import Name, draw_name, plain
from data_samples.invent.write import table, zip_bytes, zip_content

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_committed_samples_are_what_the_script_makes(samples: Path) -> None:
    """A sample changed by hand, or a script that says something else under another locale or hash seed."""
    env = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Auckland"}
    script = str(samples / "make_samples.py")
    done = subprocess.run([sys.executable, script, "--check"], check=False, capture_output=True, text=True, env=env)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_demo_is_drawn_the_same_twice() -> None:
    """Chance that is not seeded would show here."""
    assert make_demo().members == make_demo().members


def test_check_names_what_differs_and_what_is_foreign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` must not pass over a changed or a foreign file; without it the script puts both right."""
    monkeypatch.setattr(make_samples, "HERE", tmp_path)
    monkeypatch.setattr(make_samples, "all_files", lambda: {"tiny/a.csv": b"a\n"})
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "stray.csv").write_bytes(b"")
    assert make_samples.main(["--check"]) == 1
    assert capsys.readouterr().out == "differs: tiny/a.csv\nnot made here: tiny/stray.csv\n"
    assert make_samples.main([]) == 0
    assert make_samples.main(["--check"]) == 0


def test_zips_are_compared_by_what_is_in_them(tmp_path: Path) -> None:
    """Another build of zlib deflates the same bytes in another way; a changed cell must still be seen."""
    day = make_demo().people[0].connected
    kept, other = zip_bytes({"a.csv": "a\n"}, day), zip_bytes({"a.csv": "b\n"}, day)
    (tmp_path / "a.zip").write_bytes(kept)
    assert make_samples.is_same(tmp_path / "a.zip", kept + b"")
    assert not make_samples.is_same(tmp_path / "a.zip", other)
    assert not make_samples.is_same(tmp_path / "b.zip", kept)
    assert zip_content(kept) == [("a.csv", (day.year, day.month, day.day, 6, 0, 0), b"a\n")]


def test_table_quotes_whatever_breaks_a_row() -> None:
    """A lone carriage return left bare would be a row of its own for some readers."""
    assert table("A,B", [["x\ry", 'say "no"'], ["", " "]]) == 'A,B\n"x\ry","say ""no"""\n, \n'
    assert table("A", [["x"]], quote_all=True) == '"A"\n"x"\n'


def test_dice_keep_their_bounds() -> None:
    """A number out of bounds would be a day that does not exist."""
    dice = Dice(1)
    assert {dice.between(1, 3) for _ in range(200)} == {1, 2, 3}
    assert dice.weighted((("a", 0), ("b", 1))) == "b"
    assert sorted(dice.some("abc", 9)) == ["a", "b", "c"]


def test_names_are_drawn_once_and_spelt_for_addresses() -> None:
    """Two people of one name make `possible_duplicates`; only those drawn on purpose may."""
    taken: set[str] = set()
    drawn = [draw_name(Dice(3), taken).full, draw_name(Dice(3), taken).full]
    assert drawn[0] != drawn[1]
    assert plain(Name("Jörg", "Yıldız-Łopez", "de", female=False).full) == "joerg-yildiz-lopez"
