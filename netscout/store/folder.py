"""Which files of a workspace folder are netscout's own: found by name, nothing of them read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATABASE = "netscout.db"
JOURNAL = f"{DATABASE}-journal"
README = "README.txt"
README_HEAD = (
    "This folder is a workspace of netscout, a program that reads your own export of contacts on this computer."
)
TARGETS = "targets.toml"
REPORTS = "reports"
TAXONOMIES = "taxonomies"
REPLACING = ".replacing"
_BACKUP = re.compile(rf"{re.escape(DATABASE)}\.v[0-9]+\.bak")
_TEMPORARY = re.compile(r"\..+\.tmp(-journal)?")
_PAGES = (".html", ".csv", ".json", ".xlsx", ".graphml", ".gexf", ".vcf", ".md", ".ics", ".eml", ".txt", ".zip")
_OF_A_TAXONOMY = ("about.json", "names.json", "index.npz")


def explained(path: Path) -> bool:
    """Return whether the README of a workspace stands in the folder."""
    try:
        return (path / README).read_text(encoding="utf-8").startswith(README_HEAD)
    except (OSError, ValueError):
        return False


def backups(path: Path) -> list[Path]:
    """Return the copies of the database from before an update of netscout."""
    return [one for one in _children(path) if _BACKUP.fullmatch(one.name)]


def temporaries(path: Path) -> list[Path]:
    """Return files and folders that an interrupted netscout left, the content of such a folder before it."""
    folders = [path, path / REPORTS, path / TAXONOMIES, *_children(path / TAXONOMIES)]
    found: list[Path] = []
    for one in (child for folder in folders for child in _children(folder)):
        if _TEMPORARY.fullmatch(one.name):
            found += [*_children(one), one]
    return found


def pages(path: Path) -> list[Path]:
    """Return what netscout wrote into its folder of reports."""
    return [one for one in _children(path / REPORTS) if one.suffix.casefold() in _PAGES and not one.is_dir()]


def taxonomy_files(path: Path) -> list[Path]:
    """Return the files of added taxonomies, each folder after its files."""
    found: list[Path] = []
    for folder in filter(_is_folder, _children(path / TAXONOMIES)):
        found += [one for one in _children(folder) if one.name in _OF_A_TAXONOMY]
        found.append(folder)
    return found


def inside(path: Path) -> list[Path]:
    """Return a file, or of a folder of written files (cards) what netscout writes there and then the folder."""
    if not _is_folder(path):
        return [path]
    return [*(one for one in _children(path) if one.suffix in _PAGES or one.name == TARGETS), path]


def strangers(path: Path) -> list[Path]:
    """Return what stands in the folder and is not netscout's, folders of strangers without their content."""
    known = {DATABASE, JOURNAL, README, TARGETS, REPORTS, TAXONOMIES, REPLACING}
    ours = {*backups(path), *temporaries(path), *pages(path), *taxonomy_files(path)}
    found = [one for one in _children(path) if one.name not in known and one not in ours]
    found += [one for one in _children(path / REPORTS) if one not in ours]
    for folder in _children(path / TAXONOMIES):
        found += [one for one in (_children(folder) if _is_folder(folder) else (folder,)) if one not in ours]
    return found


def remove(path: Path) -> bool:
    """Remove a file, link or empty folder; return whether it is gone."""
    try:
        if _is_folder(path):
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _children(folder: Path) -> Iterator[Path]:
    if _is_folder(folder):
        yield from sorted(folder.iterdir())
