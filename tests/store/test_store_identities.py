"""Who is who across loads of one day: two lists of connections are two exports, a part without list goes with one."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from netscout.matching.identity import resolve
from netscout.store.imports import import_export
from netscout.store.people import all_people
from netscout.store.workspace import Workspace
from tests.store.store_builders import contact, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from netscout.model.export import Export

DAY = "2026-01-05"
MET = {"connected_on": "2019-09-07"}
OLD = export(DAY, seen("Ana Example", company="Acme", **MET), seen("Bo Lind", company="Bolt", **MET))
NEW = export(DAY, seen("Ana Example", "ana", company="Corp", **MET), seen("Bo Lind", "bo", company="Corp", **MET))
LETTERS = export(DAY, seen("Ana Example", kind="message"), interactions=(contact(0, at=1_700_000_000),))


def people(folder: Path, loads: Iterable[Export]) -> list[tuple[str, str | None, str]]:
    """Return name, profile and company of everybody who comes of these loads, ids aside."""
    with Workspace.open(folder, create=True) as ws:
        for one in loads:
            import_export(ws, one, today="2026-03-24", resolve=resolve)
        return sorted((one.display_name, one.slug, one.company) for one in all_people(ws))


@pytest.mark.parametrize("day", [DAY, "2025-01-05", None])
def test_lists_of_two_eras_are_two_exports_whatever_their_day(tmp_path: Path, day: str | None) -> None:
    """Everybody in an old list would have a double in a new one of the same newest day."""
    old = OLD if day == DAY else export(day, *OLD.sightings)
    states = [people(tmp_path / str(at), order) for at, order in enumerate(permutations((old, NEW)))]
    assert states[0] == states[1]
    assert [row[:2] for row in states[0]] == [("Ana Example", "ana"), ("Bo Lind", "bo")]


def test_a_part_without_list_goes_with_one_of_two_lists_in_any_order(tmp_path: Path) -> None:
    """Whose letters come alone would be a stranger, or other people come of another order of loads."""
    states = [people(tmp_path / str(at), order) for at, order in enumerate(permutations((OLD, NEW, LETTERS)))]
    assert all(state == states[0] for state in states)
    assert [row[:2] for row in states[0]] == [("Ana Example", "ana"), ("Bo Lind", "bo")]


def test_a_list_and_a_part_of_one_day_are_one_export(tmp_path: Path) -> None:
    """The two parts of one delivery would know the same people twice."""
    states = [people(tmp_path / str(at), order) for at, order in enumerate(permutations((NEW, LETTERS)))]
    assert states[0] == states[1]
    assert len(states[0]) == 2
