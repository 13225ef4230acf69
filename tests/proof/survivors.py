"""The hunt for mutants as a part of the long proofs: a batch of mutants of a package, those that survive listed."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.proof.figures import share
from tests.proof.keeping import Outcome
from tests.proof.mutants import PACKAGES, ROOT, Mutant, importers, sample
from tests.proof.reached import Reached, recorded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BATCH = 50
"""Mutants of one task."""
SEED, LIMIT, LEAST = 1, 45.0, 90.0
"""Without other words: the seed, the seconds of tests for a mutant, and how many of a hundred must be killed."""
KEPT = ROOT / "build" / "proof"


def missing() -> str:
    """Return why no mutant can be tried here, "" where they can."""
    return "" if hasattr(os, "fork") else "no fork on this system"


def hunted(package: str, seed: int, most: int, start: int, limit: float, _rests_on: str) -> Outcome:
    """Return how many mutants of a batch were killed, and which survived."""
    batch = sample(package, seed, most)[start : start + BATCH]
    if not batch:
        return Outcome()
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "reached.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # recorded once, whoever comes first
        reached = recorded(KEPT)
    verdicts = tried_apart(job(batch, reached, limit), ROOT)
    counts = {f"{package} mutants": len(batch), f"{package} killed": verdicts["killed"]}
    return Outcome(counts, [f"fails without a mutant: {one}" for one in verdicts["broken"]], found=verdicts["survived"])


def job(batch: Sequence[Mutant], reached: Reached, limit: float) -> dict[str, Any]:
    """Return what the process that tries mutants is given."""
    paths, imports = {one.path for one in batch}, importers()
    known = paths | {one for path in paths for one in imports.get(path, ())}
    told = {"mutants": [asdict(one) for one in batch], "reached": reached.only(known).packed()}
    return told | {"limit": limit, "imports": imports}


def tried_apart(told: Mapping[str, object], root: Path) -> dict[str, Any]:
    """Return the verdicts on the mutants of a project, tried in a process that has loaded nothing of it."""
    with tempfile.TemporaryDirectory(prefix="hunt-") as name:
        given, out = Path(name) / "job.json", Path(name) / "out.json"
        given.write_text(json.dumps(told), encoding="utf-8")
        env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), str(ROOT))), "OMP_NUM_THREADS": "1"}
        command = [sys.executable, "-m", "tests.proof.mutating", str(given), str(out)]
        done = subprocess.run(command, check=False, cwd=root, env=env, capture_output=True, encoding="utf-8")
        if not out.is_file():
            raise RuntimeError(f"the hunt ended with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return dict(json.loads(out.read_text(encoding="utf-8")))


def short(counts: Mapping[str, int]) -> list[str]:
    """Return the packages of which too many mutants survive, in words."""
    shares = {one: share(counts, one) for one in PACKAGES if counts.get(f"{one} mutants")}
    return [f"{one}: {killed:.1f} % killed, {LEAST:.0f} are wanted" for one, killed in shares.items() if killed < LEAST]
