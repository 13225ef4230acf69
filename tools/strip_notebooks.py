"""Write every notebook as it is committed: `python -m tools.strip_notebooks`.

No outputs, no counts, nothing an editor left behind, and ids by place, so that a change shows as the change it is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def stripped(text: str) -> str:
    """Return the text of a notebook as it is committed; stripping twice changes nothing more."""
    cells = [_cell(place, one) for place, one in enumerate(json.loads(text)["cells"], 1)]
    notebook = {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _cell(place: int, cell: dict[str, Any]) -> dict[str, Any]:
    kind, source = cell["cell_type"], cell["source"]
    made = {
        "cell_type": kind,
        "id": f"cell-{place:02}",
        "metadata": {},
        "source": (source if isinstance(source, str) else "".join(source)).strip().splitlines(keepends=True),
    }
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def main() -> None:
    """Strip every notebook in place."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        path.write_text(stripped(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
