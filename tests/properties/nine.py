"""The nine environments in which every output has to be the same, and what a run in one of them leaves.

`python -m tests.properties.nine` gives every output of the demo in all nine and says what differs.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("every_output.py")
_ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Python as it was before it took an unset locale for UTF-8."""


@dataclass(frozen=True, slots=True)
class Environment:
    """One environment: what the shell says, the hash seed, where the workspace is, whether colour is asked for."""

    name: str
    language: str = "C.UTF-8"
    zone: str = "UTC"
    seed: int = 0
    more: dict[str, str] = field(default_factory=dict)
    workspace: str = "workspace"

    def variables(self) -> dict[str, str]:
        """Return the environment of the process."""
        kept = {key: one for key, one in os.environ.items() if key in ("PATH", "SYSTEMROOT", "TMPDIR", "HOME")}
        told = {"LC_ALL": self.language, "TZ": self.zone, "PYTHONHASHSEED": str(self.seed), "PYTHONPATH": str(ROOT)}
        return {**kept, **told, "COLUMNS": "100", **self.more}


NINE = (
    Environment("plain"),
    Environment("old-c", "C", seed=1, more=_ASCII),
    Environment("east", "POSIX", "Pacific/Kiritimati", 4242, _ASCII),
    Environment("german-west", "de_DE.UTF-8", "America/St_Johns", 65521),
    Environment("narrow", seed=2, more={"COLUMNS": "20", "TERM": "dumb"}),
    Environment("grey", zone="Asia/Kathmandu", seed=3, more={"NO_COLOR": "1", "COLUMNS": "400", "PYTHONUTF8": "1"}),
    Environment("coloured", seed=5, more={"FORCE_COLOR": "1", "TERM": "xterm-256color"}),
    Environment("path", seed=8, workspace="Mein Netz für später"),
    Environment("old-path", "C", seed=13, more=_ASCII, workspace="Mein Netz für später"),
)


def made(folder: Path, one: Environment, part: str, inputs: list[Path], python: str = sys.executable) -> dict[str, str]:
    """Give the commands of a part in one environment and return a digest of each output, by its name.

    Raises:
        RuntimeError: a command failed, with what it said.
    """
    place = folder / one.workspace / one.name
    (place / "out").mkdir(parents=True)
    command = [python, str(SCRIPT), str(place / one.workspace), str(place / "out"), part, *map(str, inputs)]
    done = subprocess.run(command, check=False, env=one.variables(), capture_output=True)
    if done.returncode:
        raise RuntimeError(f"{one.name}: {done.stderr.decode('utf-8', 'replace')}")
    files = sorted(path for path in (place / "out").rglob("*") if path.is_file())
    return {path.relative_to(place / "out").as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def differing(first: dict[str, str], other: dict[str, str], one: Environment, *, whole: bool) -> list[str]:
    """Return the names of outputs that are not the same; without `whole`, of those the other run has at all.

    Text for the eyes is left out where colour was asked for.
    """
    names = set(first) | set(other) if whole else set(other)
    told = sorted(name for name in names if first.get(name) != other.get(name))
    return [
        name
        for name in told
        if not ("FORCE_COLOR" in one.more and name.startswith("printed/") and name.endswith(".txt"))
    ]


def main() -> None:
    """Give every output of the demo in each environment and say what differs from the first.

    Raises:
        SystemExit: something differs.
    """
    inputs = sorted((ROOT / "data_samples" / "demo").glob("*.zip"))
    with tempfile.TemporaryDirectory() as folder:
        first = made(Path(folder), NINE[0], "all", inputs)
        bad = 0
        for one in NINE[1:]:
            other = differing(first, made(Path(folder), one, "all", inputs), one, whole=True)
            bad += len(other)
            sys.stdout.write(f"{one.name}: {len(first)} outputs, {len(other)} differ {' '.join(other)}".rstrip() + "\n")
    sys.exit(f"{bad} outputs differ" if bad else 0)


if __name__ == "__main__":
    main()
