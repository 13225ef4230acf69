"""What every main command looks like: terminals of 80 and 120 columns, colour on and off, and a pipe.

`REWRITE_GOLDEN=1` writes what is shown now; look at the difference as the person at the terminal would.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from netscout.cli.main import COMMANDS, cli
from netscout.cli.wrapping import width_of
from tests.journeys.screen import ESCAPES, Screen, shown

HERE = Path(__file__).resolve().parent / "transcripts"
TODAY = "2026-11-16"
QUICK = (Screen(80), Screen())
SLOW = (Screen(120), Screen(120, colour=True))
FORMS = [*QUICK, *(pytest.param(one, marks=pytest.mark.slow) for one in SLOW)]
SCENES = {
    "empty": (
        "netscout",
        "netscout rank",
        "netscout people",
        "netscout target list",
        "netscout target check",
        "netscout taxonomy list",
        "netscout unload",
        "netscout doctor",
    ),
    "load": (
        "netscout load Basic_LinkedInDataExport_03-24-2026.zip",
        "netscout load Basic_LinkedInDataExport_03-24-2026.zip",
        "netscout",
        "netscout people -n 5",
        "netscout rank -n 3",
        'netscout target add data --role "Data Analyst" --company Northwind',
        "netscout explore",
    ),
    "demo": (
        "netscout",
        "netscout explore -n 5",
        'netscout explore --family "Computing and mathematics" -n 5',
        "netscout rank -n 3",
        "netscout why p0534",
        'netscout why "Veit Oltmanns" --target data',
        'netscout show "Ayumi Visser"',
        "netscout people analyst -n 10",
        "netscout people --owners",
        "netscout changes",
        "netscout titles -n 3",
        "netscout titles 'Leiter Messebau' --fits no",
        "netscout titles --settled",
        "netscout target list",
        "netscout target check",
        "netscout know p0534 met",
        "netscout avoid p0042",
        "netscout merge -n 2",
        "netscout split p0014",
        "netscout draft p0038",
        "netscout export shortlist --out to-ask.csv",
        "netscout export people --out people.csv --target data",
        "netscout unload",
        "netscout --quiet rank -n 1",
    ),
    "errors": (
        "netscout rnak",
        "netscout nonsense",
        "netscout rank --targt data",
        "netscout rank --target nowhere",
        "netscout rank -n none",
        "netscout rank --diversity 3",
        "netscout target ad",
        "netscout why",
        "netscout why nobody",
        "netscout why Demir",
        "netscout know p0002 friend",
        "netscout know --review 2",
        "netscout load missing.zip",
        "netscout load notes.txt",
        "netscout titles --as Physician",
        "netscout titles MD --as Physician --fits yes",
        "netscout titles --settled -n 3",
        "netscout export people --out people.docx",
        "netscout report --hide-names",
        "netscout forget p0042",
        "netscout --today soon rank",
    ),
    "help": ("netscout --help", *(f"netscout {name} --help" for name in COMMANDS)),
}
"""Each scene plays in a workspace of its own; the demo's and the errors' hold the demo."""
OF_CLICK = ("errors", "help")
"""Scenes with sentences of click's own."""
OLD_CLICK = tuple(map(int, version("click").split(".")[:2])) < (8, 5)


@pytest.fixture(scope="module")
def stage(demo_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo's workspace with nothing in it that a scene before has changed."""
    return demo_workspace


def _play(scene: str, screen: Screen, folder: Path) -> Iterator[tuple[str, int, str]]:
    """Yield each command of a scene with its exit code and what was shown, the folder written as `~`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in SCENES[scene]:
            words = shlex.split(command)[1:]
            given = ["--workspace", "workspace", "--no-input"]
            if "--today" not in words:
                given += ["--today", TODAY]
            code, text = shown([*given, *words], screen, patch)
            yield command, code, text.replace(str(folder), "~")


@functools.cache
def _played(scene: str, screen: Screen, folder: Path) -> tuple[tuple[str, int, str], ...]:
    return tuple(_play(scene, screen, folder))


@pytest.fixture
def played(
    scene: str, screen: Screen, stage: Path, samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[tuple[str, int, str], ...]:
    """Return the scene as it played on this screen; each is played once."""
    folder = _folders.get((scene, screen))
    if folder is None:
        folder = _folders[scene, screen] = tmp_path_factory.mktemp(f"{scene}-{screen.name}")
        if scene in ("demo", "errors"):
            shutil.copytree(stage, folder / "workspace")
        (folder / "notes.txt").write_text("This is a note.\n", encoding="utf-8")
        for one in (samples / "tiny").glob("*.zip"):
            shutil.copy(one, folder)
    return _played(scene, screen, folder)


_folders: dict[tuple[str, Screen], Path] = {}


def _page(played: tuple[tuple[str, int, str], ...]) -> str:
    parts = []
    for command, code, text in played:
        ends = f"[exit code {code}]\n" if code else ""
        parts.append(f"$ {command}\n{text}{ends}")
    return "\n".join(parts).replace("\x1b", "␛")


@pytest.mark.parametrize("screen", FORMS, ids=lambda one: one.name)
@pytest.mark.parametrize("scene", SCENES)
def test_it_looks_as_it_was_looked_at(scene: str, screen: Screen, played: tuple[tuple[str, int, str], ...]) -> None:
    """A line that broke, a column that slid, a sentence that went: nobody would see it before a user does."""
    if scene in OF_CLICK and OLD_CLICK:
        pytest.skip("older releases of click say the same in other words")
    golden, page = HERE / f"{scene}-{screen.name}.txt", _page(played)
    if os.environ.get("REWRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(page.encode())
    assert page == golden.read_bytes().decode(), f"{golden.name} shows another screen; REWRITE_GOLDEN=1 rewrites it"


@pytest.mark.parametrize("screen", [one for one in FORMS if one != Screen()], ids=lambda one: one.name)
@pytest.mark.parametrize("scene", SCENES)
def test_no_line_is_wider_than_the_terminal(
    scene: str, screen: Screen, played: tuple[tuple[str, int, str], ...]
) -> None:
    """A terminal that breaks lines in the middle of a word, and tables with them; what is copied may go on."""
    wide = [
        line
        for command, _, text in played
        if not command.startswith("netscout draft")  # a text to copy
        for line in ESCAPES.sub("", text).split("\n")
        if width_of(line) > screen.columns and not _is_copied(line)
    ]
    assert not wide, "\n".join(wide)


def _is_copied(line: str) -> bool:
    """Return whether a line is to be copied whole: a command, a path or an address alone."""
    bare = line.strip().removeprefix("Next: ")
    return bare.startswith("netscout ") or (" " not in bare and "/" in bare)


@pytest.mark.parametrize("screen", FORMS, ids=lambda one: one.name)
@pytest.mark.parametrize("scene", SCENES)
def test_colour_only_where_it_is_wanted(scene: str, screen: Screen, played: tuple[tuple[str, int, str], ...]) -> None:
    """Escape sequences in a file, or on a screen whose owner said NO_COLOR."""
    whole = "".join(text for _, _, text in played)
    assert ("\x1b" in whole) == (screen.colour and scene != "help")


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES)
def test_colour_carries_nothing(scene: str) -> None:
    """Something told by colour alone, which half the terminals do not show."""
    coloured = (HERE / f"{scene}-120-colour.txt").read_text(encoding="utf-8")
    plain = (HERE / f"{scene}-120.txt").read_text(encoding="utf-8")
    assert ESCAPES.sub("", coloured.replace("␛", "\x1b")) == plain


@pytest.mark.parametrize("scene", SCENES)
def test_every_next_command_can_be_pasted(scene: str) -> None:
    """A next step with `|` or two commands in it, which ends in an error when it is pasted."""
    text = (HERE / f"{scene}-80.txt").read_text(encoding="utf-8")
    steps = re.findall(r"^Next: (netscout .*?)(?:   \(.*)?$", text, re.MULTILINE)
    for step in steps:
        assert not set("|<>&;") & set(step), step
        words = shlex.split(step)[1:]
        with cli.make_context("netscout", words, resilient_parsing=True) as context:
            name, command, rest = cli.resolve_command(context, words)
            assert command is not None, step
            if isinstance(command, click.Group):
                _, command, rest = command.resolve_command(click.Context(command), rest)
            assert command is not None, step
            command.make_context(name, list(rest)).close()
    assert steps or scene in ("errors", "help")
