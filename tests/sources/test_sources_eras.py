"""Each era of the export against a golden answer beside it; `REWRITE_GOLDEN=1` writes the answers anew."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.sources import read

if TYPE_CHECKING:
    from netscout.model.export import Export

DATA = Path(__file__).parent / "data"
ERAS = ("2019", "2021", "2023", "2024/Basic_LinkedInDataExport_12-05-2024", "2025", "2026")


def summary(export: Export) -> dict[str, Any]:
    """Return what an export says, in a form that reads well in a diff."""
    people = [
        [one.kind, one.display_name, one.slug, list(one.credentials), list(one.emails), one.company, one.title,
         one.connected_on]
        for one in export.sightings
    ]  # fmt: skip
    contacts = [
        [export.sightings[one.sighting].display_name, one.kind, one.direction, one.day, one.recipients,
         one.conversation, one.length, one.detail]
        for one in export.interactions
    ]  # fmt: skip
    owner = export.owner
    return {
        "export_date": export.export_date,
        "owner": [owner.name, list(owner.slugs), list(owner.emails), owner.how, owner.headline, owner.industry],
        "positions": [
            [one.company, one.title, one.started_on, one.finished_on, one.current] for one in owner.positions
        ],
        "schools": [[one.name, one.degree, one.started_on, one.finished_on] for one in owner.schools],
        "people": people,
        "contacts": contacts,
        "counts": {word: number for word, number in sorted(export.counts.items()) if number},
        "files": [[one.name, one.kind, one.rows] for source in export.sources for one in source.files],
        "ignored": [[one.name, one.reason] for source in export.sources for one in source.ignored],
        "notices": [[one.code, one.file, one.line, one.count] for one in export.notices],
    }


@pytest.mark.parametrize("era", ERAS)
def test_era(era: str) -> None:
    """A change in what an era gives must be seen and meant."""
    found = summary(read([DATA / era], today=date(2026, 11, 1)))
    golden = DATA / f"{era.partition('/')[0]}.json"
    if os.environ.get("REWRITE_GOLDEN"):
        rows = json.dumps(found, ensure_ascii=False, indent=1)
        golden.write_text(rows + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.check(46)
@pytest.mark.parametrize("era", ERAS)
def test_no_text_is_kept(era: str) -> None:
    """Message texts, subjects and titles must not survive reading."""
    told = repr(read([DATA / era], today=date(2026, 11, 1)))
    for text in ("Are you open", "A role", "Both of you", "Very fine", "Sponsored Conversation", "Hello there"):
        assert text not in told


@pytest.mark.check(5)
@pytest.mark.parametrize("era", ERAS)
def test_accounts_add_up(era: str) -> None:
    """Every row of every file is somewhere."""
    export = read([DATA / era], today=date(2026, 11, 1))
    assert all(one.adds_up() for source in export.sources for one in source.files)


def test_same_bytes_whatever_the_order() -> None:
    """Reading twice gives the same export, or a re-import would show changes."""
    first, second = (read([DATA / "2025"], today=date(2026, 11, 1)) for _ in range(2))
    assert repr(first) == repr(second)
