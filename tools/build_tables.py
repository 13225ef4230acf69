"""Write what matching works out of its tables, after a table or the way it is read changed.

    python -m tools.build_tables

Tens of thousands of labels take longer to index than all the rest of a command on a usual network.
"""

from __future__ import annotations

from pathlib import Path

from netscout.matching import core_linker, lexicon_kept, lexicon_tables
from netscout.matching.built import pack

FOLDER = Path(__file__).resolve().parents[1] / "netscout" / "matching" / "data" / "built"


def built() -> dict[str, bytes]:
    """Return what each file should hold."""
    return {
        "lexicon.json": pack(lexicon_kept.packed(lexicon_tables.worked_out()), lexicon_kept.TABLES),
        "linker.npz": pack(core_linker.packed(core_linker.worked_out()), core_linker.TABLES),
    }


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    for name, kept in built().items():
        (FOLDER / name).write_bytes(kept)


if __name__ == "__main__":
    main()
