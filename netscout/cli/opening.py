"""Hand a finished page to the browser: a path and nothing else."""

from __future__ import annotations

from pathlib import Path

from netscout.cli import console


def open_page(path: Path) -> bool:
    """Open the file with the system's browser; say where it lies if that fails."""
    import webbrowser

    if webbrowser.open(path.resolve().as_uri()):
        return True
    console.note(f"No browser could be started. Open this file yourself: {path}")
    return False
