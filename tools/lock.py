"""Write the locks in requirements/ from `pyproject.toml`: `make lock`; newer versions with `LOCK_ARGS=--upgrade`.

A lock names every package, those of packages too, with one version for all systems and the sha256 of each of its files.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
UV = ROOT / "build" / "lock" / "bin" / "uv"
LOCKS = ("test.lock", "run.lock")
"""The second is a part of the first, at the same versions."""
EDITABLE = ("editables>=0.5",)
"""What hatchling asks for when the package is installed in place."""


def wanted(lock: str) -> list[str]:
    """Return the requirements a lock has to satisfy: of the package and its build, for `test.lock` of the tests too."""
    text = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rows = [*text["project"]["dependencies"], *text["build-system"]["requires"], *EDITABLE]
    if lock == "test.lock":
        rows += ["pip>=25.1", *text["dependency-groups"]["test"]]
    return sorted({str(one) for one in rows})


def main(words: list[str]) -> None:
    """Write both locks; what stands in them stays at its version unless `--upgrade` is among the words for uv."""
    FOLDER.mkdir(exist_ok=True)
    command = [str(UV), "pip", "compile", "-", "--quiet", "--universal", "--generate-hashes", "--no-annotate"]
    command += ["--python-version", "3.11", "--custom-compile-command", "make lock"]
    for number, lock in enumerate(LOCKS):
        held = ["--constraint", str(FOLDER / LOCKS[0])] if number else words
        subprocess.run(  # noqa: S603  # the tool that `make lock` has just installed, and words of the developer
            [*command, *held, "--output-file", str(FOLDER / lock)],
            input="\n".join(wanted(lock)), text=True, check=True, cwd=ROOT, stdout=subprocess.DEVNULL,
        )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
