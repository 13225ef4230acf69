"""Write docs/reference from the program itself, so that it cannot say what is not so: `python -m tools.make_docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.cli.main import cli
from tools import doc_checks, doc_commands, doc_errors, doc_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTE = "<!-- Written by `make docs`; edit the source it comes from. -->\n\n"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": lambda: doc_commands.page(cli),
    "columns.md": doc_tables.columns_page,
    "settings.md": doc_tables.settings_page,
    "errors.md": doc_errors.page,
    "checks.md": doc_checks.page,
}
"""File name -> what writes it; json.md is written by hand and checked by a test."""


def page(name: str) -> str:
    """Return the text of one generated page."""
    return NOTE + PAGES[name]().rstrip("\n") + "\n"


def main(names: Sequence[str] = ()) -> None:
    """Write the pages of these names, every page if none is named."""
    for name in names or PAGES:
        (REFERENCE / name).write_text(page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
