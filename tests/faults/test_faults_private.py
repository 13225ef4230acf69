"""Every command watched: no socket, nothing written elsewhere, no message text anywhere, nobody's name on stderr."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults import tracing
from tests.faults.residue import residue
from tests.faults.world import SECRET, build, files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.world import World

Told = list[dict[str, Any]]
NAMES = ("zanzicanary", "quellina", "novák", "muster", "quellfirma", "quellnotiz", "mail.example")
"""Words of the invented people that no stream for errors may hold."""
EVERY = (
    ("demo", "--out", "{out}/demo"),
    ("load", "{in}/first.zip"),
    ("load", "--json", "{in}/first.zip"),
    ("target", "add", "data", "--role", "Data Analyst", "--company", "Northwind"),
    ("target", "list"),
    ("target", "check"),
    ("load", "{in}/second.zip"),
    ("load", "{in}/google.csv"),
    ("load", "{in}/card.vcf"),
    ("changes", "--accept", "all"),
    ("load", "{in}/answers.json"),
    ("start", "{in}/first.zip"),
    ("know", "Ana Example", "close"),
    ("know", "p0006", "met", "--place", "quellnotiz"),
    ("avoid", "Dev Shah"),
    ("titles",),
    ("titles", "Growth Wizard", "--fits", "yes"),
    ("rank",),
    ("rank", "--format", "csv", "--out", "{out}/rank.csv"),
    ("why", "p0002"),
    ("show", "p0006"),
    ("people",),
    ("people", "--json"),
    ("draft", "p0002"),
    ("changes",),
    ("explore",),
    ("report",),
    ("report", "--private", "--out", "{out}/page.html"),
    ("map", "--out", "{out}/map.html"),
    ("taxonomy", "add", "{in}/occupations_en.csv"),
    ("taxonomy", "list"),
    ("export", "people", "--out", "{out}/people.csv"),
    ("export", "people", "--out", "{out}/people.json"),
    ("export", "people", "--out", "{out}/people.vcf"),
    ("export", "shortlist", "--out", "{out}/shortlist.xlsx"),
    ("export", "graph", "--out", "{out}/graph.gexf"),
    ("export", "cards", "--out", "{out}/cards"),
    ("merge",),
    ("merge", "p0003", "p0005", "--yes"),
    ("split", "p0003"),
    ("split", "p0002", "--off", "2"),
    ("backup", "{out}/backup.zip"),
    ("target", "remove", "data"),
    ("load", "--source", "cards", "{out}/cards"),
    ("forget", "--everything", "--yes"),
    ("load", "{out}/people.json"),
    ("restore", "{out}/backup.zip", "--yes"),
    ("doctor",),
    ("forget", "p0006", "--yes"),
)
"""Commands in an order in which each can be given."""
WHOLE = (EVERY[1], EVERY[3], ("rank",), ("report",), ("map", "--out", "{out}/map.html"), ("doctor",))
"""Those that are watched once more as processes of their own."""


@pytest.fixture(scope="module")
def watched_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a world in which nothing is loaded, for the commands that are watched."""
    return build(tmp_path_factory.mktemp("watched"))


@pytest.fixture(scope="module")
def told(watched_world: World) -> Told:
    """Return what was seen of every command: in a process of its own, under umask 022, with a home of its own.

    Where it can be traced, calls.log of the world has every call that concerns a network, of any library or child.
    """
    home = watched_world.root / "home"
    done = subprocess.run(
        [
            *([] if tracing.missing() else _tracer(watched_world)),
            sys.executable,
            "-m",
            "tests.faults.watched",
            str(watched_world.root),
        ],
        check=False,
        input=json.dumps([("--verbose", *one) for one in EVERY]),
        capture_output=True,
        encoding="utf-8",
        env=tracing.environment(home),
        umask=0o022,
    )
    assert done.returncode == 0, done.stderr
    found: Told = json.loads(done.stdout)
    return found


@pytest.mark.check(42, 43)
@pytest.mark.slow
def test_every_command_works_without_a_network(told: Told) -> None:
    """A command that opens a socket to the internet, or needs one."""
    assert [one["command"] for one in told if one["sockets"]] == []
    assert [(one["command"], one["err"]) for one in told if one["code"] != 0] == []


@pytest.mark.check(44)
@pytest.mark.slow
def test_nothing_is_written_elsewhere(told: Told, watched_world: World) -> None:
    """A cache, a log or a temporary file outside the workspace and what was asked for."""
    allowed = (str(watched_world.workspace), str(watched_world.root / "out"), os.devnull)
    stray = [(one["command"], path) for one in told for path in one["written"] if not path.startswith(allowed)]
    assert stray == []
    assert [path for path in files(watched_world.root / "home") if path.name != "trace.log"] == []


@pytest.mark.check(36, 44)
@pytest.mark.slow
def test_only_the_user_may_read(told: Told, watched_world: World) -> None:
    """A file of the workspace, or one that was asked for, that others on the machine may read."""
    assert stat.S_IMODE(watched_world.workspace.stat().st_mode) == 0o700
    every = [*files(watched_world.workspace), *files(watched_world.root / "out")]
    assert len(every) > 10
    assert [path.name for path in every if stat.S_IMODE(path.stat().st_mode) != 0o600] == []


@pytest.mark.check(46)
@pytest.mark.slow
def test_no_message_text_anywhere(told: Told, watched_world: World) -> None:
    """The text of a message on a screen, in a file, in the database."""
    word = SECRET.casefold()
    assert [one["command"] for one in told if word in (one["out"] + one["err"]).casefold()] == []
    assert residue(watched_world.workspace, (word,)) == []
    assert residue(watched_world.root / "out", (word,)) == []


@pytest.mark.check(2, 46)
@pytest.mark.slow
def test_nobody_on_stderr(told: Told) -> None:
    """`--verbose`, which people paste into bug reports, with a name or an address in it."""
    assert [(one["command"], word) for one in told for word in NAMES if word in one["err"].casefold()] == []


@pytest.mark.check(48)
@pytest.mark.slow
def test_nobody_in_the_words_of_a_child(told: Told) -> None:
    """A name in a list of processes, which everybody on the machine may read."""
    children = [child.casefold() for one in told for child in one["children"]]
    assert [word for word in NAMES for child in children if word in child] == []


@pytest.mark.check(47)
def test_the_version_reads_nothing_of_the_user(tmp_path: Path) -> None:
    """`--version` that opens the workspace or makes one."""
    script = (
        "import sys; from tests.faults.watched import Watch; watch = Watch(); sys.addaudithook(watch.hook)\n"
        "from netscout.cli.main import guarded; import netscout; guarded(['--version'])\n"
        "home = sys.argv[1]; bad = [one for one in watch.opened + watch.written if one.startswith(home)]\n"
        "sys.exit(str(bad) if bad or watch.sockets else 0)"
    )
    home = tmp_path / "home"
    data = home / ".local" / "share" / "netscout"
    data.mkdir(parents=True)
    (data / "netscout.db").write_bytes(b"no database")
    done = subprocess.run(
        [sys.executable, "-c", script, str(home)], check=False, capture_output=True, env=tracing.environment(home)
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in files(home)) == ["netscout.db"]


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    """A watch that sees nothing."""
    script = (
        "import socket, sys; from tests.faults.watched import Watch; watch = Watch(); sys.addaudithook(watch.hook)\n"
        "open(sys.argv[1], 'w').close()\n"
        "try: socket.socket(socket.AF_INET)\n"
        "except OSError: sys.exit(0 if watch.sockets and watch.written else 1)\n"
        "sys.exit(2)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "stray")], check=False, env=tracing.environment(tmp_path / "home")
    )
    assert done.returncode == 0


@pytest.mark.check(42)
@pytest.mark.usefixtures("traceable")
@pytest.mark.slow
def test_no_socket_call_of_any_library(told: Told, watched_world: World) -> None:
    """A socket opened below Python, by a library or a child, by any command."""
    assert len(told) == len(EVERY)
    assert "AF_INET" not in (watched_world.root / "calls.log").read_text(encoding="utf-8", errors="replace")


@pytest.mark.check(42, 43)
@pytest.mark.slow
@pytest.mark.usefixtures("traceable")
def test_no_socket_call_of_a_whole_process(small_world: World) -> None:
    """The same from the first line of the program to its last, without any watch that refuses one."""
    alone = ("unshare", "-n") if _may_unshare() else ()
    for words in WHOLE:
        done = tracing.give(small_world.words(words), small_world.root / "home", (*alone, *_tracer(small_world)))
        assert done.code == 0, (words, done.stderr)
        calls = (small_world.root / "calls.log").read_text(encoding="utf-8", errors="replace")
        assert "AF_INET" not in calls, (words, calls)


@pytest.mark.usefixtures("traceable")
def test_the_trace_sees_a_socket(small_world: World) -> None:
    """A trace that sees nothing."""
    script = "import socket; socket.socket(socket.AF_INET).close()"
    subprocess.run([*_tracer(small_world), sys.executable, "-c", script], check=True)
    assert "AF_INET" in (small_world.root / "calls.log").read_text(encoding="utf-8")


def _tracer(world: World) -> tuple[str, ...]:
    return "strace", "-f", "--seccomp-bpf", "-qq", "-o", str(world.root / "calls.log"), "-e", "trace=network"


def _may_unshare() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode == 0
