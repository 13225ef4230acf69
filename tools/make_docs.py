"""Write docs/reference from the program itself, so that it cannot say what is not so: `python -m tools.make_docs`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netscout.cli.main import cli
from tools import doc_commands, doc_errors, doc_tables

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTE = "<!-- Written by `make docs`; edit the source it comes from. -->\n\n"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": lambda: doc_commands.page(cli),
    "columns.md": doc_tables.columns_page,
    "settings.md": doc_tables.settings_page,
    "errors.md": doc_errors.page,
}
"""File name -> what writes it; json.md is written by hand and checked by a test."""


def page(name: str) -> str:
    """Return the text of one generated page."""
    return NOTE + PAGES[name]().rstrip("\n") + "\n"


def main() -> None:
    """Write every page."""
    for name in PAGES:
        (REFERENCE / name).write_text(page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
