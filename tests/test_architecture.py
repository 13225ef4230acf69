"""The lines of the house, read from the source: who imports whom, and who may touch disk, clock, chance and screen."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.package_source import ROOT, Module, calls, exists, imports, is_under, package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BASE = {"model", "tables", "errors", "settings", "settings_campaign", "settings_tables", "files", "lang", "version"}
SIBLINGS = {"sources", "store", "matching", "ties", "scoring", "selection", "campaign", "reports"}
DISK = ("sources.", "store.", "settings", "files", "reports.page", "reports.exports.", "cli.")
RESOURCES = ("matching.", "lang.", "store.", "reports.")
LIGHT = (
    "cli",
    "store",
    "sources",
    "model",
    "lang",
    "settings",
    "settings_campaign",
    "settings_tables",
    "files",
    "errors",
    "tables",
    "version",
)
HEAVY = {"pandas", "numpy", "networkx", "plotly"}

CONTEXT = ("cli.context",)
CONSOLE = ("cli.console",)
SALT = ("store.forget",)

DISK_MODULES = {"shutil", "tempfile", "sqlite3", "zipfile", "tarfile", "glob", "fileinput", "netscout.files"}
DISK_METHODS = {
    "chmod", "exists", "glob", "hardlink_to", "mkdir", "rglob", "rmdir", "samefile", "stat", "symlink_to", "to_csv",
    "to_excel", "to_html", "to_parquet", "to_pickle", "touch", "unlink", "write_bytes", "write_gexf", "write_graphml",
    "write_html", "write_image", "write_text",
}  # fmt: skip
READ_METHODS = {"read_text", "read_bytes", "is_dir", "is_file", "iterdir"}
PATHLIKE_METHODS = {"open", "rename", "replace"}
CHANCE_MODULES = {"random", "secrets", "uuid"}
CLOCK_MODULES = {"time", "locale", "calendar", "getpass", "platform", "platformdirs", "socket"}
NETWORK_MODULES = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "socketserver", "xmlrpc",
    "requests", "httpx", "aiohttp", "urllib3", "asyncio",
}  # fmt: skip
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "yaml", "dill", "joblib"}
CLOCK_CALLS = re.compile(
    r"(datetime|date)\.(now|utcnow|today)$|^os\.(environ|getenv|getcwd|getlogin|cpu_count)"
    r"|Path\.(home|cwd)$|\.expanduser$|^(np|numpy)\.random\.(?!default_rng|Generator)|Timestamp\.(now|today|utcnow)$"
)
LOCAL_FORMAT = re.compile(r"%[-#]?[aAbBpcxX]")
SCREEN_CALLS = re.compile(
    r"^(print|click\.s?echo|rich\.print|input|click\.(prompt|confirm|pause)|(rich\.console\.)?Console)$"
)


def _breaches(rule: Callable[[Module], Iterator[str]]) -> list[str]:
    return [line for module in package() for line in rule(module)]


def hold(breaches: list[str]) -> None:
    """Fail with one breach a line."""
    assert not breaches, "\n".join(["", *breaches])


def _allowed_rooms(module: Module) -> set[str]:
    if module.room in BASE:
        return BASE
    if module.room in SIBLINGS:
        return BASE | {module.room}
    if module.room == "app":
        return BASE | SIBLINGS | {"app"}
    return BASE | {"app", "cli", ""} if module.room in ("cli", "__main__") else BASE | {"app"}


def test_layers() -> None:
    """Base <- siblings <- app <- cli: a sibling that imports a sibling, or the base anything, would end the layers."""

    def rule(module: Module) -> Iterator[str]:
        for one in imports(module):
            if is_under(one.target, {"netscout"}):
                room = one.target.removeprefix("netscout").lstrip(".").partition(".")[0]
                if room not in _allowed_rooms(module):
                    yield f"{module.where(one.node)} imports {one.target}"

    hold(_breaches(rule))


def test_model_is_standard_library() -> None:
    """A model type that needs a package would make every light command pay for it."""
    known = {
        "__future__",
        "collections",
        "dataclasses",
        "datetime",
        "enum",
        "functools",
        "re",
        "typing",
        "unicodedata",
        "urllib",
    }

    def rule(module: Module) -> Iterator[str]:
        for one in imports(module) if module.room == "model" else ():
            if one.target.partition(".")[0] not in known and not is_under(one.target, {"netscout.model"}):
                yield f"{module.where(one.node)} imports {one.target}"

    hold(_breaches(rule))


def test_no_import_cycles() -> None:
    """A cycle means two modules are one: neither can be read, tested or moved alone."""
    graph = {
        f"netscout.{module.name}".rstrip("."): sorted(
            {one.target for one in imports(module) if not one.typing and exists(one.target)}
        )
        for module in package()
    }
    hold([" -> ".join(way) for name in graph if (way := _way_back(graph, name))])


def _way_back(graph: dict[str, list[str]], start: str) -> list[str]:
    """Return the shortest way from a module to itself, [] if there is none."""
    ways, seen = [[start]], {start}
    for way in ways:
        for target in graph[way[-1]]:
            if target == start:
                return [*way, start]
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


def test_light_modules_stay_light() -> None:
    """`--help`, completion and light commands answer at once only if no import at load time reaches pandas."""
    direct = {
        f"netscout.{module.name}".rstrip("."): [one for one in imports(module) if not one.lazy and not one.typing]
        for module in package()
    }

    def reach(name: str, seen: set[str]) -> Iterator[str]:
        for one in direct[name]:
            if is_under(one.target, HEAVY):
                yield f"{name} -> {one.target}"
            elif one.target in direct and one.target not in seen:
                seen.add(one.target)
                yield from (f"{name} -> {rest}" for rest in reach(one.target, seen))

    chains = [
        chain
        for module in package()
        if module.room in LIGHT or not module.name
        for chain in reach(f"netscout.{module.name}".rstrip("."), set())
    ]
    hold(chains)


def test_disk_is_touched_in_few_rooms() -> None:
    """Elsewhere a file that is read or written escapes the limits, the atomic writes and the file modes."""

    def rule(module: Module) -> Iterator[str]:
        if module.within(DISK):
            return
        packaged = module.within(RESOURCES) and not any(
            one.target == "pathlib" for one in imports(module) if not one.typing
        )
        for one in imports(module):
            if is_under(one.target, DISK_MODULES) and not one.typing:
                yield f"{module.where(one.node)} imports {one.target}"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and (what := _disk_call(node, packaged=packaged)):
                yield f"{module.where(node)} calls {what}"

    hold(_breaches(rule))


def _disk_call(node: ast.Call, *, packaged: bool) -> str:
    if isinstance(node.func, ast.Name):
        return "open" if node.func.id == "open" else ""
    if not isinstance(node.func, ast.Attribute):
        return ""
    owner, method = ast.unparse(node.func.value), node.func.attr
    touches = (
        method in DISK_METHODS
        or (method in READ_METHODS and not packaged)
        or (
            method in PATHLIKE_METHODS and not packaged and re.search(r"(?i)(path|folder)\w*$|^(os|io)$|^Path\(", owner)
        )
        or owner == "os.path"
    )
    return f"{owner}.{method}" if touches else ""


@pytest.mark.check(61, 62)
def test_clock_locale_and_environment_stand_in_the_context() -> None:
    """A hidden clock, zone, locale or variable makes two runs of one input differ."""

    def rule(module: Module) -> Iterator[str]:
        if module.within(CONTEXT):
            return
        for one in imports(module):
            if is_under(one.target, CLOCK_MODULES):
                yield f"{module.where(one.node)} imports {one.target}"
        for node, name in calls(module):
            if CLOCK_CALLS.search(name):
                yield f"{module.where(node)} reads {name}"
        for node in ast.walk(module.tree):
            if what := _zone_or_locale(node):
                yield f"{module.where(node)} {what}"

    hold(_breaches(rule))


def _zone_or_locale(node: ast.AST) -> str:
    """Return what a node takes from the zone, the locale or the chance of the machine, "" if nothing."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if node.func.attr == "fromtimestamp" and len(node.args) + len(node.keywords) < 2:
            return "reads the local zone: give fromtimestamp its tz"
        if node.func.attr == "default_rng" and not node.args:
            return "reads chance: give default_rng its seed"
        if node.func.attr in ("strftime", "strptime") and any(LOCAL_FORMAT.search(one) for one in words):
            return f"reads the locale: {node.func.attr} with month or day names"
    if isinstance(node, ast.FormattedValue) and node.format_spec and LOCAL_FORMAT.search(ast.unparse(node.format_spec)):
        return "reads the locale: a format with month or day names"
    return ""


@pytest.mark.check(61)
def test_chance_stands_in_the_context() -> None:
    """Randomness anywhere but in the salt of `forget` makes two runs of one input differ."""

    def rule(module: Module) -> Iterator[str]:
        for one in imports(module) if not module.within(CONTEXT + SALT) else ():
            if is_under(one.target, CHANCE_MODULES):
                yield f"{module.where(one.node)} imports {one.target}"

    hold(_breaches(rule))


def test_only_the_console_prints() -> None:
    """A print elsewhere ignores --quiet, --json and NO_COLOR, and a library that prints cannot be used as one."""

    def rule(module: Module) -> Iterator[str]:
        for node, name in calls(module) if not module.within(CONSOLE) else ():
            if SCREEN_CALLS.search(name) or re.search(r"^sys\.(stdout|stderr)\.write|^sys\.__std", name):
                yield f"{module.where(node)} calls {name}"

    hold(_breaches(rule))


@pytest.mark.check(42)
def test_no_network_and_no_unsafe_reading() -> None:
    """One socket breaks the promise that nothing leaves; one unpickled byte lets a file run a program."""

    def rule(module: Module) -> Iterator[str]:
        for one in imports(module):
            if is_under(one.target, NETWORK_MODULES | UNSAFE_MODULES):
                yield f"{module.where(one.node)} imports {one.target}"
            if is_under(one.target, {"webbrowser", "subprocess"}) and module.room != "cli":
                yield f"{module.where(one.node)} imports {one.target}"
        for node, name in calls(module):
            if name in ("eval", "exec", "compile", "__import__") or re.search(r"\bread_pickle$|^os\.system", name):
                yield f"{module.where(node)} calls {name}"

    hold(_breaches(rule))


def test_every_module_says_what_it_is() -> None:
    """A module without a docstring has to be read whole to be found."""
    hold([module.where(module.tree) for module in package() if not ast.get_docstring(module.tree)])


@pytest.mark.parametrize("folder", ["netscout", "tests", "tools", "benchmarks"])
def test_sizes(folder: str) -> None:
    """A file over 400 lines is two rooms; a function over 60 lines has no one sentence."""
    breaches = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        if (lines := text.count("\n")) > 400:
            breaches.append(f"{name}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 60:
                    breaches.append(f"{name}:{node.lineno} {node.name}: {length} lines")
    hold(breaches)


def test_nothing_is_left_undone() -> None:
    """A note to self in the source is work nobody will find again."""
    words = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
    found = [
        f"{module.path.relative_to(ROOT).as_posix()}:{number}"
        for module in package()
        for number, line in enumerate(module.text.splitlines(), 1)
        if words.search(line)
    ]
    hold(found)


def test_modules_of_tests_are_named_apart() -> None:
    """Two test files of one name cannot be collected together."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_the_rules_catch_a_breach() -> None:
    """A rule that finds nothing anywhere proves nothing: each is shown one breach."""
    text = "import time\nfrom datetime import datetime\nx = datetime.now()\nprint(open('f'))\nf'{x:%b}'\n"
    module = Module("scoring.bad", ROOT / "netscout" / "scoring" / "bad.py", ast.parse(text), text)
    assert [one.target for one in imports(module)] == ["time", "datetime"]
    called = [name for _, name in calls(module)]
    assert any(CLOCK_CALLS.search(name) for name in called)
    assert any(SCREEN_CALLS.search(name) for name in called)
    nodes = list(ast.walk(module.tree))
    assert any(_disk_call(node, packaged=False) for node in nodes if isinstance(node, ast.Call))
    assert any(_zone_or_locale(node) for node in nodes)
    assert "scoring" in _allowed_rooms(module)
    assert "store" not in _allowed_rooms(module)
