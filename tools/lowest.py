"""Print pip constraints that hold every dependency at the oldest version `pyproject.toml` allows."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lowest(requirements: list[str]) -> list[str]:
    """Return `name==version` for each `name>=version`.

    Raises:
        ValueError: a requirement of another form.
    """
    rows = []
    for one in requirements:
        name, sign, version = one.partition(">=")
        if not sign or not version or "," in version:
            message = f"write {name} as name>=version"
            raise ValueError(message)
        rows.append(f"{name.strip()}=={version.strip()}")
    return rows


def main() -> None:
    """Write the constraints of the project to standard output."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sys.stdout.write("\n".join(lowest(project["dependencies"])) + "\n")


if __name__ == "__main__":
    main()
