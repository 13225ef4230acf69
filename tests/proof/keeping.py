"""What came of a task of the long proofs, and where it is kept, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_OF_PROOFS = ("netscout", "tests/fuzz", "tests/faults", "tests/browser", "tests/proof", "tests/reports")


@dataclass(slots=True)
class Outcome:
    """What a task counted, what went wrong, in words, and what it took; `day` is the day of the run.

    `found` is what is told without being wrong.
    """

    counts: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    day: str = ""
    found: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        """Count another task in; the day is the earliest of all."""
        for name, number in other.counts.items():
            self.counts[name] = self.counts.get(name, 0) + number
        self.wrong += other.wrong
        self.found += other.found
        self.seconds += other.seconds
        self.day = min(self.day or other.day, other.day)


class Kept:
    """A folder with the outcomes of tasks; those of another netscout, or of other proofs, are none."""

    def __init__(self, folder: Path) -> None:
        """Make the folder if there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._digest = folder, digest()

    def find(self, task: str) -> Outcome | None:
        """Return what came of a task, None if it was not done."""
        try:
            told = json.loads(self._path(task).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return Outcome(**told["outcome"]) if (told["task"], told["of"]) == (task, self._digest) else None

    def put(self, task: str, outcome: Outcome) -> None:
        """Keep what came of a task; one in which something went wrong is tried anew by the next run."""
        if not outcome.wrong:
            told = {"task": task, "of": self._digest, "outcome": asdict(outcome)}
            self._path(task).write_text(json.dumps(told), encoding="utf-8")

    def _path(self, task: str) -> Path:
        return self._folder / f"{hashlib.sha256(task.encode()).hexdigest()[:16]}.json"


def digest() -> str:
    """Return a digest of netscout and of what proves it."""
    held = hashlib.sha256()
    for part in _OF_PROOFS:
        for path in sorted((ROOT / part).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                held.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return held.hexdigest()[:16]
