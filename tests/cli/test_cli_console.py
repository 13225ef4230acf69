"""Printing: names cannot drive the terminal, tables fit, JSON is one object."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from netscout.cli import console
from netscout.cli.context import Context
from netscout.cli.wrapping import width_of
from netscout.errors import NetscoutError, Place


@pytest.fixture(autouse=True)
def screen(tmp_path: Path) -> None:
    """Set a plain screen of 60 columns."""
    from datetime import date

    console.set_up(Context(tmp_path, date(2026, 1, 1), interactive=False, colour=False, width=60))


def test_a_table_fits_its_width(capsys: pytest.CaptureFixture[str]) -> None:
    """A long title that breaks every line of the table."""
    rows = [("1", "山田太郎" * 5, "x" * 90), ("10", "Ana", "Data Analyst")]
    console.table(("", "name", "title"), rows, grow=(1, 2), right=(0,))
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert all(width_of(line) <= 60 for line in lines)
    assert "…" in printed
    assert lines[1].startswith(" 1")


def test_a_table_cuts_the_widest_column_first(capsys: pytest.CaptureFixture[str]) -> None:
    """A name of thirteen letters would be cut because a title beside it is long."""
    for row in (("Rosalind Ingleby-Marlow", "t" * 300), ("t" * 300, "Rosalind Ingleby-Marlow")):
        console.table(("one", "other"), [row], grow=(0, 1))
        assert "Rosalind Ingleby-Marlow" in capsys.readouterr().out


def test_short_tables_are_not_stretched(capsys: pytest.CaptureFixture[str]) -> None:
    """A table of three letters drawn over the whole width."""
    console.table(("a", "b"), [("1", "2")], grow=(1,))
    assert capsys.readouterr().out == "a  b\n1  2\n"


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON that a script cannot read, or without schema and command first."""
    console.json_out("rank", {"rows": [Place("a", 1)], "text": "\u2028é\u0085\x9b\u202e\u2066", "bag": {"b", "a"}})
    printed = capsys.readouterr().out
    assert list(json.loads(printed))[:2] == ["schema", "command"]
    assert json.loads(printed)["rows"] == [{"file": "a", "line": 1}]
    assert not {"\u2028", "\u0085", "\x9b", "\u202e", "\u2066"} & set(printed)
    assert json.loads(printed)["text"] == "\u2028é\u0085\x9b\u202e\u2066"
    with pytest.raises(TypeError):
        console.json_out("rank", {"x": object()})


def test_a_fault_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """An error mixed into what a script reads, or without its next step."""
    console.fault(NetscoutError("is wrong.", "Mend it.", Place("a.csv", 3)))
    found = NetscoutError("is wrong.", "Mend it.", Place("a.csv", 3), code="bad")
    for wanted in (False, True):
        with pytest.raises(NetscoutError), console.faults_in_json("load", wanted=wanted):
            raise found
    printed = capsys.readouterr()
    assert printed.err == "Error: a.csv line 3: is wrong.\n       Mend it.\n"
    assert json.loads(printed.out)["error"] == {
        "code": "bad",
        "message": "is wrong.",
        "file": "a.csv",
        "line": 3,
        "next": "Mend it.",
    }


def _screen(tmp_path: Path, **parts: Any) -> None:
    from datetime import date

    console.set_up(Context(tmp_path, date(2026, 1, 1), interactive=False, **{"colour": False, "width": 60, **parts}))


def test_a_next_step_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A command that is broken in two because of the words behind it."""
    console.next_step("netscout rank", "the lists follow")
    console.next_step("netscout target check data", "what its words mean here, in plain words")
    assert capsys.readouterr().out == (
        "\nNext: netscout rank   (the lists follow)\n"
        "\nNext: netscout target check data\n      (what its words mean here, in plain words)\n"
    )
    console.out("done.")
    console.out()
    console.next_step("netscout rank")
    assert capsys.readouterr().out == "done.\n\nNext: netscout rank\n"
    _screen(tmp_path, quiet=True)
    console.next_step("netscout rank", "why")
    console.offer("Undo it with:", "netscout avoid p1 --undo")
    console.aside("Note: this.")
    assert capsys.readouterr() == ("", "")


def test_an_offer_stands_alone_where_it_does_not_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A command to copy broken at the end of the line."""
    console.offer("Undo it with:", "netscout avoid p0042 --undo")
    _screen(tmp_path, width=40)
    console.offer("Undo it with these words:", "netscout avoid p0042 --undo")
    assert capsys.readouterr().out == (
        "Undo it with: netscout avoid p0042 --undo\nUndo it with these words:\n  netscout avoid p0042 --undo\n"
    )


def test_colour_of_faults_goes_with_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences in `2> log` because the other stream is a terminal."""
    _screen(tmp_path, colour=True)
    console.fault(NetscoutError("is wrong.", "Mend it."))
    assert "\x1b" not in capsys.readouterr().err
    _screen(tmp_path, colour_errors=True)
    console.fault(NetscoutError("is wrong.", "Mend it."))
    assert capsys.readouterr().err.startswith("\x1b[31m\x1b[1mError:\x1b[0m is wrong.")


def test_a_path_before_a_fault_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A long path that leaves no room for what is wrong with it; in a log it stays beside it, to be searched for."""
    place = Place("/home/somebody/.local/share/netscout")
    console.fault(NetscoutError("there is no workspace here yet.", "", place))
    _screen(tmp_path, watched=True, width_errors=60)
    console.fault(NetscoutError("there is no workspace here yet.", "", place))
    console.system_fault(PermissionError(13, "Permission denied", "/somewhere"))
    assert capsys.readouterr().err == (
        "Error: /home/somebody/.local/share/netscout: there is no workspace here yet.\n"
        "Error: /home/somebody/.local/share/netscout:\n       there is no workspace here yet.\n"
        "Error: /somewhere:\n       Permission denied.\n"
        "       Nothing was half written. Free some space or look at\n       the permissions, then try again.\n"
    )


def test_json_is_read_on_an_old_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON with substitutes of letters in it, which says another name."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    monkeypatch.setattr("sys.stdout", stream)
    console.json_out("people", {"name": "山田 Zoë"})
    stream.seek(0)
    assert json.loads(stream.read())["name"] == "山田 Zoë"


def test_a_stream_put_in_place_of_ours_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A traceback where another program captures what is printed in letters of its own."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    console._write(stream, "山 …\n")
    stream.seek(0)
    assert stream.read() == "\\u5c71 ...\n"
