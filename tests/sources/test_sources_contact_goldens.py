"""One sample for each program and dialect of contact files, with what it says beside it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.sources import read

if TYPE_CHECKING:
    from netscout.model.export import Export

FOLDER = Path(__file__).parent / "data" / "contacts"
SAMPLES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
_SIGHTING = ("line", "slug", "display_name", "first_name", "middle_name", "last_name", "credentials", "emails")
_MORE = ("company", "title", "headline", "connected_on")
_DETAIL = ("birthday", "phones", "labels", "class_year", "mentor")


def told(export: Export) -> dict[str, Any]:
    """Return what an export says, leaving out what says nothing."""
    details = {one.sighting: one for one in export.details}
    notes = {one.sighting: one.text for one in export.notes}
    people = []
    for place, one in enumerate(export.sightings):
        found = {name: getattr(one, name) for name in (*_SIGHTING, *_MORE)}
        if place in details:
            found |= {name: getattr(details[place], name) for name in _DETAIL}
        found["note"] = notes.get(place, "")
        people.append({name: value for name, value in found.items() if value not in ("", (), None)})
    return {
        "source": export.sources[0].kind,
        "export_date": export.export_date,
        "counts": {word: number for word, number in sorted(export.counts.items()) if number},
        "warnings": [[one.code, one.line, one.count] for one in export.notices],
        "unreadable": [[one.line, one.reason] for one in export.unreadable],
        "people": people,
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample(path: Path) -> None:
    """A file of this program and form would say something else than it does."""
    found = told(read([path], today=date(2026, 11, 1)))
    assert json.loads(json.dumps(found)) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_every_program_has_a_sample() -> None:
    """A source would stand without a sample."""
    kinds = {json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["source"] for path in SAMPLES}
    assert kinds >= {"google", "outlook", "csv"}
