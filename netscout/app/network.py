"""Everybody as a dot of the map and a line of the long list of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from netscout.app.barred import AVOID
from netscout.app.pipeline import Study
from netscout.model.ranking import RankedList
from netscout.model.report import NetworkPerson
from netscout.model.target import Target

if TYPE_CHECKING:
    import pandas as pd

    from netscout.tables import Candidates

SHOWN = 20
"""People on each list of the page."""


def network_people(
    found: Study,
    tables: Sequence[Candidates],
    lists: Sequence[tuple[RankedList, RankedList]],
    targets: Sequence[Target],
) -> Iterable[NetworkPerson]:
    """Yield everybody, in the order of the study; `tables` and `lists` stand target by target."""
    listed = _listed(lists)
    shown = {one.id: one for one in lists[0][0].briefs}
    verdicts = [dict(zip(table["id"], table["verdict"], strict=True)) for table in tables] if targets else []
    for dot in dots(found, tables[0]):
        person = dot.pop("id")
        row = shown[person]
        yield NetworkPerson(
            id=person,
            name=row.name,
            url=row.url,
            title=row.title,
            community=found.community.get(person, ""),
            strength=row.strength,
            warmth_band=row.warmth_band,
            band=row.band,
            verdicts={goal.name: said[person] for goal, said in zip(targets, verdicts, strict=True)},
            listed=tuple(listed.get(person, ())),
            **dot,
        )


def _listed(lists: Sequence[tuple[RankedList, RankedList]]) -> dict[str, list[str]]:
    """Return for each person the lists that chose them, as `TARGET/LIST`."""
    out: dict[str, list[str]] = defaultdict(list)
    for pair in lists:
        for one in pair:
            for row in one.chosen[:SHOWN]:
                out[row.id].append(f"{one.target}/{one.list}")
    return out


def dots(found: Study, table: Candidates) -> list[dict[str, Any]]:
    """Return the fields of `NetworkPerson` that come from the study's tables, one dict a person."""
    titles, companies = found.titles, found.companies.reindex(found.people["company"])
    columns: dict[str, Iterable[Any]] = {
        "id": found.people["id"],
        "company": found.people["company"],
        "company_key": table["company_key"],
        "company_label": companies["label"].to_numpy(),
        "sector": companies["sector"].to_numpy(),
        "sector_reason": companies["reason"].to_numpy(),
        "family": titles["family"].to_numpy(),
        "family_reason": titles["reason"].to_numpy(),
        "role_name": titles["name"].to_numpy(),
        "seniority": table["seniority"],
        "connected_on": _days(table["connected_on"]),
        "last_day": _days(found.ties["last_day"]),
        "excluded": _with_way_back(table),
        "known_from": found.people["known_from"],
        "gone": found.people["gone"].astype(object),
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _with_way_back(table: Candidates) -> list[str]:
    """Return why each person is on no list; whom the user keeps off with the command that ends it."""
    return [
        f"{reason} (netscout avoid {person} --undo takes it back)" if reason == AVOID else reason
        for person, reason in zip(table["id"], table["excluded"], strict=True)
    ]


def _days(values: pd.Series) -> list[str | None]:
    """Return days as text, None where unknown."""
    return [day if isinstance(day, str) else None for day in values]
