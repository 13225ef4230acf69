"""Every command that writes has its scenario of faults: by its name, by its options, by what it leaves on disk."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import click
import pytest

from tests.faults.scenarios import scenarios
from tests.faults.world import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.world import World

READS = (
    ("target", "list"),
    ("taxonomy", "list"),
    ("lint", "{in}/letter.txt"),
    ("themes",),
    ("people",),
    ("show", "p0002"),
    ("doctor",),
)
"""Commands that write nothing at all, each as it is given; a byte that changes in the workspace is a fault."""
FORMS_THAT_READ = (
    ("today",),
    ("stats",),
    ("changes",),
    ("merge",),
    ("split", "p0002"),
    ("unload",),
    ("log", "p0002"),
    ("note", "p0002", "--list"),
    ("refer", "--list"),
)
"""Forms that write nothing, of commands that write in others."""
AT_A_TERMINAL = {
    "practice": "waits for keys; what it keeps is one note",
    "know --review": "waits for keys; each is a `know`",
    "today --review": "waits for keys; each is an entry of `today --accept` or `changes --dismiss`",
}
"""Commands and options that no script can give, and why what they write is tried all the same."""
SHAPES = frozenset(
    {
        *(
            "--json",
            "--me",
            "--target",
            "-n",
            "--list",
            "--by",
            "--open",
            "--private",
            "--share",
            "--hide-names",
            "--bom",
        ),
        *("--settled", "--owners", "--family", "--since", "--until", "--per-company", "--diversity", "--date-order"),
    }
)
"""Options that decide what is shown, or in which form; not whether something is written, and when."""
BESIDE = {
    "start": {"--at", "--pool", "--out"},
    "target add": {"--company", "--industry", "--place", "--seniority", "--motivation", "--mode"},
    "draft": {"--kind", "--to", "--at", "--time"},
    "prep": {"--minutes", "--resume", "--offered"},
    "log": {"--zone"},
    "refer": {"--intro", "--url", "--on", "--new"},
    "note": {"--on"},
    "reflect": {"--evidence", "--verdict", "--backup"},
}
"""Options that add a field to what a scenario writes in the same way without them."""
LETTER = "To: p0002\nKind: request\n\nHello Ana,\n\nmay I ask you about your work for twenty minutes?\n"


@pytest.mark.check(50)
def test_every_command_has_its_scenario() -> None:
    """A new command that writes, and that nobody ever killed in the middle of it."""
    reading = {words[: len(path)] for words in READS for path, _ in _leaves() if words[: len(path)] == path}
    hit = {path for path, _ in _leaves() for one in scenarios() if one.words[: len(path)] == path}
    lacking = [" ".join(path) for path, _ in _leaves() if path not in hit | reading]
    assert [one for one in lacking if one not in AT_A_TERMINAL] == []
    assert reading & hit == set()


@pytest.mark.check(50)
def test_every_option_that_writes_has_its_scenario() -> None:
    """A new option that writes (`stats --learn`) of a command whose other forms are tried."""
    lacking = []
    for path, command in _leaves():
        name = " ".join(path)
        used = {word for one in scenarios() if one.words[: len(path)] == path for word in one.words}
        for option in (one for one in command.params if isinstance(one, click.Option) and used):
            spelt = {*option.opts, *option.secondary_opts}
            apart = spelt & (SHAPES | BESIDE.get(name, set())) or f"{name} {option.opts[0]}" in AT_A_TERMINAL
            if not spelt & used and not apart:
                lacking.append(f"{name} {option.opts[0]}")
    assert lacking == []


@pytest.mark.parametrize("words", [*READS, *FORMS_THAT_READ], ids=" ".join)
@pytest.mark.parametrize("base", ["loaded", "twice"])
def test_what_only_reads_writes_nothing(small_world: World, base: str, words: tuple[str, ...]) -> None:
    """A command taken for harmless that writes: it belongs among the scenarios."""
    small_world.bring_back(base)
    (small_world.root / "inputs" / "letter.txt").write_text(LETTER, encoding="utf-8")
    before = _bytes(small_world)
    done = small_world.run(words)
    assert done.code == 0 or words[0] == "lint", done.stderr
    assert _bytes(small_world) == before


def test_the_lists_are_of_today() -> None:
    """An exception for a command or an option that is gone, behind which a new one of the name would hide."""
    known = {" ".join(path): {word for one in command.params for word in one.opts} for path, command in _leaves()}
    assert {one for one in BESIDE if one not in known} == set()
    assert {f"{name} {one}" for name, options in BESIDE.items() for one in options - known[name]} == set()
    assert {word for options in known.values() for word in options} >= SHAPES
    for one in AT_A_TERMINAL:
        name, _, option = one.partition(" --")
        assert f"--{option}" in known[name] or not option


def _leaves() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command, those of groups one by one, with its words."""
    from netscout.cli.main import COMMANDS, cli

    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from (((name, one), command.commands[one]) for one in sorted(command.commands))
        else:
            yield (name,), command


def _bytes(world: World) -> dict[str, str]:
    places = (world.workspace, world.root / "out")
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for place in places for path in files(place)}
