"""Documents that cannot lie: generated pages are up to date, examples exist, links lead somewhere."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

import netscout
from netscout.cli.main import cli
from netscout.model.target import Me, Target
from netscout.settings import Limits, Settings
from netscout.settings_campaign import Calendar
from netscout.tables import PEOPLE
from tests.conftest import TODAY
from tests.package_source import package
from tools import words
from tools.doc_commands import walk
from tools.doc_errors import codes
from tools.lowest import lowest
from tools.make_docs import PAGES, REFERENCE, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "reports" / "README.md"])
COMMANDS = dict(walk(cli))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
OF_CARDS = {"restored", "targets"}
"""Keys that `load` prints of cards and people.json alone."""
CALLED = re.compile(r"(?:^\$ |`)netscout ([^`\n]*)", re.MULTILINE)


def name_of(path: Path) -> str:
    """Return a path as it stands in the repository."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_reference_is_up_to_date(name: str) -> None:
    """A stale page tells users of options that do not exist; `make docs` writes it anew."""
    assert (REFERENCE / name).read_text(encoding="utf-8") == page(name)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_an_example(name: str) -> None:
    """A command without an example has to be guessed."""
    command = COMMANDS[name]
    assert command.get_short_help_str()
    text = f"{command.help or ''}\n{command.epilog or ''}"
    if isinstance(command, click.Group):
        assert f"{name} " in text
    else:
        assert re.search(rf"{re.escape(name)}\b", text), "no example"
    assert "Example" in text
    assert all(one.help for one in command.params if isinstance(one, click.Option)), "an option without help"


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_commands_named_in_the_docs_exist(path: Path) -> None:
    """A tutorial with a command that is gone stops its reader at the first line."""
    for called in CALLED.findall(path.read_text(encoding="utf-8")):
        fault = _fault_of(called)
        assert not fault, f"netscout {called}: {fault}"


def _fault_of(called: str) -> str:
    parts = re.sub(r'"[^"]*"', "TEXT", called).split()
    while parts and parts[0].startswith("--"):
        parts = parts[2:]
    if not parts or parts[0] == "COMMAND" or "[" in called:
        return ""
    name = f"netscout {parts[0].rstrip(',')}"
    if name not in COMMANDS:
        return "no such command"
    if isinstance(COMMANDS[name], click.Group) and len(parts) > 1 and not parts[1].startswith("-"):
        name = f"{name} {parts[1]}"
        if name not in COMMANDS:
            return "no such command"
    known = {"--help"} | {text for one in COMMANDS[name].params for text in (*one.opts, *one.secondary_opts)}
    unknown = [one for one in parts if re.match(r"--?[a-z]", one) and one not in known]
    return f"no such option: {unknown}" if unknown else ""


def test_commands_named_in_messages_exist() -> None:
    """A next step that names a command we do not have leaves the user where they were."""
    found = [
        f"{module.where(node)}: netscout {word}"
        for module in package()
        for node, text in _messages(module.tree)
        for word in re.findall(r"\bnetscout ([a-z]+)", text)
        if f"netscout {word}" not in COMMANDS
    ]
    assert found == []


def _messages(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield what stands between backticks in any text, and whatever `next_step` is given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((node, one) for one in re.findall(r"`(netscout [^`]*)`", node.value))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("next_step"):
            yield from ((one, str(one.value)) for one in ast.walk(node) if isinstance(one, ast.Constant))


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """A dead link between two pages is a promise not kept; pictures of the page are checked as well."""
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            place = (path.parent / target.partition("#")[0]).resolve() if not target.startswith("#") else path
            assert place.exists(), target
            assert place.is_relative_to(ROOT), target


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_pages_are_plain(path: Path) -> None:
    """A path of somebody's machine helps nobody; an exclamation mark sells, and we do not."""
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.:/~-])/(?:home|root|Users|work|tmp|opt|var)/", text)
    prose = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->|!\[", "", text, flags=re.DOTALL)
    assert "!" not in prose


@pytest.mark.parametrize(
    ("table", "known"),
    [
        (words.ME, Me),
        (words.TARGET, Target),
        (words.CALENDAR, Calendar),
        (words.LIMITS, Limits),
        (words.SETTINGS, Settings),
    ],
)
def test_every_key_is_explained(table: dict[str, str], known: type[Any]) -> None:
    """A key of targets.toml without a word of meaning cannot be set by anybody but us."""
    assert set(table) == {one.name for one in fields(known)} - {"limits"}


def test_every_code_is_explained() -> None:
    """A script that meets an undocumented code cannot know what to do."""
    found = codes(ROOT / "netscout")
    assert found["errors"] - set(words.ERRORS) == set(), "errors without a line in tools/words.py"
    assert found["notices"] - set(words.NOTICES) == set(), "warnings without a line in tools/words.py"


def test_no_code_is_invented() -> None:
    """A code that nothing raises is a page about another program."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "netscout").rglob("*.py"))
    assert [code for code in [*words.ERRORS, *words.NOTICES] if f'"{code}"' not in source] == []


@pytest.mark.parametrize("command", ["load", "people", "rank"])
def test_json_is_as_documented(command: str, run: Run, tiny: Path) -> None:
    """The JSON of these commands is a contract: every key is documented, every documented key is there."""
    found, documented = _keys(command, run, tiny)
    assert [one for one in sorted(found - documented) if not any(two.startswith(f"{one}.") for two in documented)] == []
    whole = {one for one in documented if re.fullmatch(r"((people|rows)\[\]\.)?\w+", one)}
    assert whole - found - OF_CARDS == set(), "keys that the command does not print"


@pytest.mark.slow
@pytest.mark.parametrize("command", ["load", "people", "rank"])
def test_json_of_a_full_export_is_as_documented(command: str, run: Run, samples: Path) -> None:
    """The larger archive prints more than the smallest sample, and all of it is explained."""
    found, documented = _keys(command, run, max((samples / "demo").glob("Complete_*.zip")))
    assert [one for one in sorted(found - documented) if not any(two.startswith(f"{one}.") for two in documented)] == []


def _keys(command: str, run: Run, export: Path) -> tuple[set[str], set[str]]:
    """Return the keys a command prints and the keys json.md explains, both as paths."""
    documented = _documented(command)
    loaded = run("load", export, "--json")
    assert loaded.exit_code == 0, loaded.stderr
    done = loaded if command == "load" else run(command, "--json")
    assert done.exit_code == 0, done.stderr
    return set(_paths(json.loads(done.stdout), "", documented)), documented


def _documented(command: str) -> set[str]:
    section = (REFERENCE / "json.md").read_text(encoding="utf-8").partition(f"\n## {command}\n")[2]
    return set(re.findall(r"^\| `([^`]+)`", section.partition("\n## ")[0], re.MULTILINE))


def _paths(value: Any, place: str, documented: set[str]) -> Iterator[str]:
    if isinstance(value, dict) and f"{place}.*" in documented:
        yield f"{place}.*"
    elif isinstance(value, dict):
        if place and not place.endswith("[]"):
            yield place
        for key, one in value.items():
            yield from _paths(one, f"{place}.{key}".lstrip("."), documented)
    elif isinstance(value, list):
        for one in value:
            yield from _paths(one, f"{place}[]", documented)
    else:
        yield place


@pytest.fixture
def loaded(run: Run, tiny: Path, workspace: Path) -> Path:
    """Return a workspace with the tiny sample and one target."""
    assert run("load", tiny).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    return workspace


def test_graph_is_as_documented(loaded: Path) -> None:
    """The attributes of the graph are public: each stands on the page on columns, and no other."""
    graph = netscout.graph(loaded, today=date.fromisoformat(TODAY))
    for documented, rows in (
        (words.NODES, [one for _, one in graph.nodes(data=True)]),
        (words.EDGES, [one for *_, one in graph.edges(data=True)]),
    ):
        assert {one["kind"] for one in rows} <= set(documented)
        for one in rows:
            said = documented[one["kind"]]
            assert {name for name, text in said.items() if "left out if" not in text} <= set(one) <= set(said)


def test_rank_columns_are_as_documented(loaded: Path) -> None:
    """The table of `netscout.rank` has the columns that the page on JSON explains."""
    columns = set(netscout.rank(loaded, today=date.fromisoformat(TODAY)).columns)
    assert columns <= {one.removeprefix("rows[].").rstrip("[]") for one in _documented("rank")}


def test_people_columns_are_as_documented(loaded: Path) -> None:
    """The table of `netscout.people` obeys its schema."""
    assert list(netscout.people(loaded).columns) == PEOPLE.names()


def test_decisions_are_listed() -> None:
    """A decision nobody can find will be taken again."""
    folder = ROOT / "docs" / "decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("0*.md")}


def test_lowest_constraints() -> None:
    """`make lowest` tries the bounds themselves; a requirement it cannot read would pass untried."""
    assert lowest(["click>=8.2", "rich >= 14.0"]) == ["click==8.2", "rich==14.0"]
    with pytest.raises(ValueError, match="rich"):
        lowest(["rich"])
