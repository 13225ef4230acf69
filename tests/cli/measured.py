"""A command in a process of its own, with what it took of the machine: processor time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, TODAY

SECONDS = 60
"""Wall time after which a command is taken for hanging."""
_SCRIPT = """
import json, os, sys
from pathlib import Path
from netscout.cli.main import guarded
code = guarded(sys.argv[2:])
sys.stdout.flush()
told = Path("/proc/self/status")
lines = told.read_text().splitlines() if told.is_file() else []
peak = next((int(one.split()[1]) for one in lines if one.startswith("VmHWM:")), 0)
Path(sys.argv[1]).write_text(json.dumps([code, sum(os.times()[:2]), peak / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command left, the seconds of processor it took, and the MiB it held at most (0 where nobody tells)."""

    code: int
    stdout: str
    stderr: str
    seconds: float
    peak: float

    def disorder(self) -> str:
        """Return what was not orderly: another exit code than 0 or 1, a traceback, a long or mute message; else ""."""
        if self.code not in (0, 1):
            return f"exit code {self.code}: {self.stderr}"
        if "Traceback" in self.stderr or "bug" in self.stderr:
            return self.stderr
        if len(self.stderr.encode()) > 4_000:
            return "a long message"
        return "a refusal without a next step" if self.code and len(self.stderr.strip().splitlines()) < 2 else ""


def measured(workspace: Path, *words: str | Path) -> Measured:
    """Give a command and return what came of it; raises `subprocess.TimeoutExpired` if it hangs."""
    told = workspace.parent / "measured.json"
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(told), "--workspace", str(workspace), "--today", TODAY, "--no-input"]
        + [str(one) for one in words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert told.is_file(), f"ended by {done.returncode}: {done.stderr}"
    code, seconds, peak = json.loads(told.read_text(encoding="utf-8"))
    told.unlink()
    return Measured(code, done.stdout, done.stderr, seconds, peak)
