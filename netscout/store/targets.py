"""The file `targets.toml` of a workspace as text, to be carried elsewhere and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.errors import Place, SettingsError
from netscout.files import make_folder, write_atomic

if TYPE_CHECKING:
    from pathlib import Path


def text(path: Path) -> str | None:
    """Return the text of the file, line ends as they are; None if there is none.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError("this file cannot be read.", "Look at its permissions.", Place(path.name)) from fault


def put(path: Path, content: str) -> None:
    """Write the file, whole or not at all (raises OutputError)."""
    make_folder(path.parent)
    write_atomic(path, content)
