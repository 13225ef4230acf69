"""Run a notebook from top to bottom: `python -m tests.notebooks.run_notebook NOTEBOOK RESULT FOLDER`.

A process of its own, as the library that talks to kernels leaves sockets open at its end. The kernel is one of this
Python. On Linux both talk over files in FOLDER; elsewhere such a file's path may be too long, and they use loopback.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(notebook: Path, result: Path, folder: Path) -> None:
    """Write the notebook as it stands after the run, its outputs in it; raises at the first cell that fails."""
    import nbformat
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    way = {"transport": "ipc", "ip": str(folder / "k")} if sys.platform == "linux" else {}
    manager = AsyncKernelManager(kernel_name="python3", **way)
    book = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]  # it ships no types
    resources = {"metadata": {"path": str(notebook.parent)}}
    NotebookClient(book, km=manager, timeout=120, resources=resources).execute()
    nbformat.write(book, result)  # type: ignore[no-untyped-call]  # it ships no types


if __name__ == "__main__":
    main(*(Path(one) for one in sys.argv[1:4]))
