"""Files named after people: in their folder, legal on every system, no two alike without regard to capitals."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

EVIL = (
    *("../x", "../../etc/passwd", "/etc/x", "..\\x", "C:\\x", "\\\\srv\\x", "CON", "con", "nul.txt", "AUX.", "LPT1"),
    *("a:b", "a|b", "a?b*c", 'a"b', "<a>", "Long" * 75, ".", "..", "...", "-rf", "--help", "~root", "$HOME", "`id`"),
    *(
        "\u202etxt.exe",
        "trailing.",
        "trailing ",
        "a\tb",
        "a\nb",
        "a;b",
        "a&b",
        "%2e%2e%2f",
        "ÄÖÜß",
        "山田",
        "ana",
        "ANA",
    ),
    *("👩‍🔬", "e\u0301", "é", "COM¹", "desktop.ini", "con.md", "file\u2215x", "a\u2044b", "；", "．．／x"),
)
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def illegal(name: str) -> bool:
    """Return whether some system takes the name badly: letters, length, its end, or a device of that name."""
    plain = re.fullmatch(r"[A-Za-z0-9_-]+(\.[a-z]+)?", name) is not None
    device = name.partition(".")[0].casefold() in RESERVED
    return not plain or device or len(name.encode()) > 120 or name[0] == "-"


@pytest.mark.check(39)
def test_every_name_is_legal_and_apart(run: Run, workspace: Path, tmp_path: Path) -> None:
    """A card that lies outside its folder, takes another's place, or cannot be copied to another computer."""
    source = tmp_path / "Connections.csv"
    with source.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"))
        for number, name in enumerate(EVIL):
            link = f"https://www.linkedin.com/in/{number}-demo" if number % 2 else ""
            writer.writerow(("", name, link, "", name, name, "17 Feb 2026"))
    assert run("load", source).exit_code == 0
    before = {one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*")}
    assert run("export", "cards", "--out", tmp_path / "cards").exit_code == 0
    made = [one.name for one in (tmp_path / "cards").iterdir()]
    people = [one for one in made if re.match(r"p\d{4}", one)]
    assert len(people) >= len(EVIL) - 3, "rows of one person"
    assert [name for name in made if illegal(name)] == []
    assert len({name.casefold() for name in made}) == len(made)
    new = {one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*")} - before
    assert new == {"cards", *(f"cards/{name}" for name in made)}


@pytest.mark.check(39)
@pytest.mark.parametrize(
    "what",
    [
        ("export", "people"),
        ("draft", "https://www.linkedin.com/in/ana"),
        *(pytest.param(one, marks=pytest.mark.slow) for one in (("report",), ("map",), ("export", "session"))),
    ],
)
def test_files_of_a_command_bear_no_name_of_the_data(
    run: Run, workspace: Path, tmp_path: Path, what: tuple[str, ...]
) -> None:
    """A file of the workspace called after somebody, or after a target that is written to lead elsewhere."""
    source = tmp_path / "Connections.csv"
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    source.write_text(
        f"{head}Ana,../../x,https://www.linkedin.com/in/ana,,CON,Data Analyst,17 Feb 2026\n", encoding="utf-8"
    )
    assert run("load", source).exit_code == 0
    assert run("target", "add", "../CON:x", "--role", "data analyst").exit_code == 0
    assert run(*what).exit_code == 0
    names = [one.name for one in (workspace, *workspace.rglob("*"))]
    assert [one for one in names if illegal(one)] == []
    assert {one.name for one in tmp_path.iterdir()} == {"Connections.csv", "workspace"}


def test_the_look_finds_bad_names() -> None:
    """A look that calls every name legal."""
    bad = ("con.md", "a:b", "x.", "-rf", "a b", "..", "NUL", "a" * 121, "ä", "COM1.txt")
    assert [one for one in bad if not illegal(one)] == []
    assert not illegal("p0001-ana.md")
