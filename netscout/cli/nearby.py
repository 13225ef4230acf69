"""Find the LinkedIn exports that lie where browsers put files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_EXPORT = re.compile(r"((basic|complete)_linkedindataexport.*\.zip|connections[^/]*\.csv)$", re.IGNORECASE)


def exports_nearby(folders: Iterable[Path]) -> list[Path]:
    """Return the exports lying in these folders: zips by export date, newest first, Complete before Basic; then CSV."""
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if _EXPORT.search(path.name) and path.is_file():
                    found.setdefault(str(path.resolve()), path)
    return sorted(found.values(), key=_newest, reverse=True)


def _newest(path: Path) -> tuple[str, bool, str]:
    day = re.search(r"(\d\d)-(\d\d)-(\d{4})", path.name)
    return (f"{day[3]}-{day[1]}-{day[2]}" if day else "", "complete" in path.name.casefold(), path.name)
