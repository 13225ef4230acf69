"""strace as a saboteur: the system calls a command makes inside a folder, and the command run with one of them hit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
SYNCS = ("fsync", "fdatasync")
WRITES = ("write", "pwrite64", "writev")
TURNS = ("rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "rmdir", "mkdir", "mkdirat")
SIZES = ("ftruncate", "truncate", "fallocate", "chmod", "fchmod", "fchmodat")
WRITING = (*WRITES, *SYNCS, *TURNS, *SIZES)
OPENS = ("openat", "open")
PATIENCE = 120.0
"""Seconds after which a command is taken for stuck."""
_LINE = re.compile(r"(\d+)\s+(\w+)\((.*)")
_NAMED = re.compile(r'^-?\d+<([^>]*)>|"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Point:
    """One call of the command's first process: the `number`-th of this name, on `path`."""

    call: str
    number: int
    path: str


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: exit code (negative: killed by that signal) and both streams."""

    code: int
    stdout: str
    stderr: str


def missing() -> str:
    """Return why nothing can be traced here, "" if it can."""
    if sys.platform != "linux":
        return "strace traces Linux processes only"
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False, capture_output=True)
    return "" if tried.returncode == 0 else "this machine does not let a process be traced"


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the variables a traced command sees: none of the shell that runs the tests but the bare ones."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "OPENBLAS_NUM_THREADS": "1",
        "LC_ALL": "C.UTF-8",
        **more,
    }


def give(command: Sequence[str], home: Path, tracer: Sequence[str] = (), **more: str) -> Ended:
    """Run `python -m netscout` with the words of a command, under a tracer if one is given, and return how it ended."""
    done = subprocess.run(
        [*tracer, sys.executable, "-m", "netscout", *command],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=home,
        env=environment(home, **more),
        timeout=PATIENCE,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def points(command: Sequence[str], home: Path, inside: Sequence[Path], calls: Sequence[str] = WRITING) -> list[Point]:
    """Run the command unharmed and return its calls that concern a file inside the folders, in their order.

    Raises:
        RuntimeError: the command itself does not end well.
    """
    log = home / "trace.log"
    tracer = ("strace", "-f", "--seccomp-bpf", "-qq", "-y", "-s", "0", "-o", str(log), "-e", f"trace={_names(calls)}")
    done = give(command, home, tracer)
    if done.code != 0:
        raise RuntimeError(f"{' '.join(command)}\nends with {done.code} unharmed:\n{done.stderr}")
    return _told(log.read_text(encoding="utf-8", errors="replace"), tuple(map(str, inside)))


def struck(command: Sequence[str], home: Path, point: Point, blow: str) -> Ended:
    """Run the command with one call hit: `signal=KILL`, `signal=INT`, `error=ENOSPC`, ... and return how it ended.

    With `+` at its end the blow falls on every later call of that name as well.
    """
    blow, more = blow.rstrip("+"), "+" if blow.endswith("+") else ""
    hit = f"inject={point.call}:{blow}:when={point.number}{more}"
    quick = ("--seccomp-bpf",) if blow.startswith("error=") else ()  # with it strace delivers no signal of its own
    tracer = ("strace", "-f", *quick, "-qq", "-o", os.devnull, "-e", f"trace={point.call}", "-e", hit)
    return give(command, home, tracer)


def _names(calls: Sequence[str]) -> str:
    return ",".join(f"?{one}" for one in calls)


def _told(log: str, inside: tuple[str, ...]) -> list[Point]:
    found, counted, first = [], dict[str, int](), ""
    for line in log.splitlines():
        told = _LINE.match(line)
        if told is None:
            continue
        first = first or told[1]
        if told[1] != first:
            continue
        counted[told[2]] = counted.get(told[2], 0) + 1
        paths = [one or other for one, other in _NAMED.findall(told[3])]
        concerned = next((path for path in paths if path.startswith(inside)), None)
        if concerned is not None:
            found.append(Point(told[2], counted[told[2]], concerned))
    return found
