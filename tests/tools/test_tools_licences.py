"""The page of licences: complete, free of copyleft, and what the packages say of themselves."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version

import pytest

from tools.licences import PAGE, licence, locked, needed, page

COPYLEFT = re.compile(r"\b(?:A?GPL|LGPL|MPL|EPL|EUPL|CDDL|SSPL|OSL|GNU|copyleft)", re.IGNORECASE)


def rows() -> dict[str, tuple[str, str]]:
    """Return version and licence of each package on the page."""
    found = re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \| (.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: (at, said) for name, at, said in found if name != "package"}


def test_every_package_states_its_licence() -> None:
    """A package that nobody may use, or that forbids to hand netscout on as it is."""
    found = rows()
    assert set(needed()) <= set(found), "`make docs` writes the page anew"
    assert [name for name, (_, said) in found.items() if not said.strip() or COPYLEFT.search(said)] == []


def test_the_versions_are_those_of_the_lock() -> None:
    """A licence changes with a version: the page speaks of those that are installed."""
    assert {name: at for name, (at, _) in rows().items()} == {name: locked()[name] for name in rows()}


def test_the_page_says_what_the_packages_say() -> None:
    """A licence written down once and changed since; only where the locked versions are installed can it be told."""
    other = [name for name in rows() if _installed(name) != locked()[name]]
    if other:
        pytest.skip(f"not the locked versions: {', '.join(other)}")
    assert PAGE.read_text(encoding="utf-8") == page()


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_a_package_without_a_licence_is_seen() -> None:
    """The first test must be able to fail."""
    assert licence("nobody-ever-installed-this") == ""
    assert all(COPYLEFT.search(one) for one in ("GNU General Public License v3", "AGPL-3.0-only", "LGPLv2+"))
    assert not COPYLEFT.search("BSD-3-Clause AND 0BSD AND MIT")
