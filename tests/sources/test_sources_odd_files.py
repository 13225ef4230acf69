"""What files of every kind give, good ones and spoiled ones: a change in any of it must be seen and meant.

`REWRITE_GOLDEN=1` writes the answers anew, one line for each file.
"""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netscout.errors import InputError
from netscout.sources import read
from netscout.sources.answers import read_answers
from tests.fuzz.feeding import make
from tests.fuzz.seeds import SEEDS
from tests.sources.test_sources_eras import summary
from tests.written_out import hold

FOLDER = Path(__file__).parent / "data" / "odd"
TODAY = date(2026, 11, 1)
GOOD, SPOILED = 4, 8
"""How many files of a kind, with these seeds."""


def told(path: Path) -> dict[str, Any]:
    """Return everything a file says, or why it is refused."""
    try:
        if path.suffix == ".json":
            return {"answers": repr(read_answers(path, TODAY))}
        export = read([path], today=TODAY)
    except InputError as fault:
        return {"refused": fault.code, "told": str(fault)}
    parts = [[one.first_name, one.middle_name, one.last_name, one.line] for one in export.sightings]
    return summary(export) | {
        "names": parts,
        "unreadable": [[one.line, one.reason] for one in export.unreadable],
        "details": [repr(one) for one in export.details],
        "notes": [repr(one) for one in export.notes],
        "careers": [repr(one) for one in export.owner.positions],
    }


@pytest.mark.parametrize("kind", SEEDS)
def test_files_of_every_kind(kind: str, tmp_path: Path) -> None:
    """A slip in a reader that loses a cell, a row or a warning would stand in no error."""
    lines = []
    name, good = SEEDS[kind]
    files = [good(random.Random(seed)) for seed in range(GOOD)]  # noqa: S311  # the same files each time
    for content in (*files, *(make(kind, seed)[1] for seed in range(SPOILED))):
        (tmp_path / name).write_bytes(content)
        lines.append(json.dumps(told(tmp_path / name), ensure_ascii=False, sort_keys=True))
        (tmp_path / name).unlink()
    hold(FOLDER / f"{kind.replace(' ', '_')}.jsonl", (line.replace(str(tmp_path), "") for line in lines))
