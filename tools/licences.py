"""Write docs/reference/licences.md from what the installed packages say of themselves: `python -m tools.licences`."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.lock import FOLDER, ROOT

PAGE = ROOT / "docs" / "reference" / "licences.md"
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
HEAD = """\
<!-- Written by `make docs`; edit the source it comes from. -->

# Licences

netscout is under the MIT licence. It needs these packages, each under the licence it states of itself, on every system
at the versions of [requirements/run.lock](../../requirements/run.lock); none is under a copyleft licence. plotly brings
the script that draws the charts, which stands in every page netscout writes (MIT).

| package | version | licence | needed by |
|---|---|---|---|
"""
FOOT = """
What builds and tests netscout stands in [requirements/test.lock](../../requirements/test.lock); users do not get it.
"""


def locked() -> dict[str, str]:
    """Return the version of each package of `run.lock`."""
    return dict(
        re.findall(r"^([a-z0-9-]+)==([^\s;]+)", (FOLDER / "run.lock").read_text(encoding="utf-8"), re.MULTILINE)
    )


def needed() -> dict[str, set[str]]:
    """Return every package that netscout needs on any system, with those that ask for it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, set[str]] = {}
    waiting = [("netscout", Requirement(one)) for one in project["dependencies"]]
    while waiting:
        asking, one = waiting.pop()
        name = canonicalize_name(one.name)
        if not _anywhere(one):
            continue
        if name not in found:
            waiting += [(name, Requirement(two)) for two in _asked_by(name)]
        found.setdefault(name, set()).add(asking)
    return found


def _anywhere(one: Requirement) -> bool:
    places = [{"extra": "", "sys_platform": at, "platform_system": name} for at, name in SYSTEMS.items()]
    return one.marker is None or any(one.marker.evaluate(place) for place in places)


def _asked_by(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def licence(name: str) -> str:
    """Return the licence a package states: its expression, else its classifiers, else its words; "" if none."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    classes = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    words = (told["License"] or "").strip().partition("\n")[0]
    return told["License-Expression"] or ", ".join(sorted(classes)) or words


def page() -> str:
    """Return docs/reference/licences.md."""
    versions = locked()
    rows = [
        f"| {name} | {versions[name]} | {licence(name)} | {', '.join(sorted(by))} |\n"
        for name, by in sorted(needed().items())
    ]
    return HEAD + "".join(rows) + FOOT


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
