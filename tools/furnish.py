"""Install what a lock names into the environment that runs this: `python -m tools.furnish test.lock`.

Every file is held against its sha256. Where the package index does not offer a locked version, a warning says so and
the next best is taken: the same versions without hashes, then the bounds of `pyproject.toml`. A file whose hash is
wrong stops everything, and so does any of this with `--strict`. Standard library only: it runs before all else.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tools.lock import FOLDER, wanted

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG = "DO NOT MATCH THE HASHES"
"""How pip begins when a file is not the one that was locked."""
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
_HASH = re.compile(r"\s*\\?\n\s+--hash=\S+")


def pip(words: list[str]) -> tuple[bool, str]:
    """Run `pip install` and return whether it worked and what it complained of."""
    done = subprocess.run([*PIP, *words], check=False, capture_output=True, text=True)  # noqa: S603  # our own pip
    return done.returncode == 0, done.stderr


def pinned(text: str) -> list[str]:
    """Return a lock as `name==version` with its markers, without hashes."""
    return [one for one in _HASH.sub("", text).splitlines() if one and not one.startswith("#")]


def furnish(lock: Path, *, strict: bool, install: Callable[[list[str]], tuple[bool, str]] = pip) -> list[str]:
    """Install a lock and return the warnings.

    Raises:
        SystemExit: a file is not the one that was locked; or nothing could be installed.
    """
    worked, said = install(["--require-hashes", "-r", str(lock)])
    warnings: list[str] = []
    for what, rows in (("the same versions without hashes", pinned(lock.read_text("utf-8"))),
                       ("whatever pyproject.toml allows", wanted(lock.name))):  # fmt: skip
        if worked:
            return warnings
        if WRONG in said or strict:
            break
        warnings.append(f"WARNING: {lock.name} could not be installed from its hashes here; trying {what}.\n{said}")
        worked, said = _from_file(rows, install)
    if not worked:
        raise SystemExit(f"{said}\n{lock.name} could not be installed. If the lock is old, `make lock` writes it anew.")
    return warnings


def _from_file(rows: list[str], install: Callable[[list[str]], tuple[bool, str]]) -> tuple[bool, str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "requirements.txt")
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return install(["-r", str(path)])


def main(words: list[str]) -> None:
    """Install the named lock and say what was not as it should be."""
    names = [one for one in words if one != "--strict"]
    for name in names:
        for warning in furnish(FOLDER / name, strict="--strict" in words):
            sys.stderr.write(f"{warning}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
