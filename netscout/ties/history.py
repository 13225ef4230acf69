"""The ego's own employers and schools among people's present employers; whether they connected in that time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from netscout.model.owner import Position, School
    from netscout.tables import People


def shared_employers(
    people: People, positions: Sequence[Position], company_keys: Mapping[str, str], today: date
) -> dict[str, Any]:
    """Return `shared_employer` (the name in the ego's positions) and `shared_in_tenure` for each person.

    Of several positions at one employer the one that holds the day of connection counts, else the latest begun.
    """
    held: dict[str, list[Position]] = {}
    for position in sorted(positions, key=lambda one: (one.started_on, one.company), reverse=True):
        key = company_keys.get(position.company, "")
        if key:
            held.setdefault(key, []).append(position)
    names, tenures = [], []
    for company, connected in zip(people["company"].tolist(), people["connected_on"].tolist(), strict=True):
        own = held.get(company_keys.get(company, ""), []) if company else []
        day = connected if isinstance(connected, str) else ""
        during = next((one for one in own if _holds(one, day, today)), None)
        chosen = during or (own[0] if own else None)
        names.append(chosen.company if chosen else "")
        tenures.append(during is not None)
    return {"shared_employer": np.array(names, object), "shared_in_tenure": np.array(tenures, bool)}


def shared_schools(
    people: People, schools: Sequence[School], company_keys: Mapping[str, str]
) -> npt.NDArray[np.object_]:
    """Return for each person the ego's school at which they work, "" if none."""
    attended: dict[str, str] = {}
    for school in schools:
        key = company_keys.get(school.name, "")
        if key:
            attended.setdefault(key, school.name)
    return np.array(
        [attended.get(company_keys.get(one, ""), "") if one else "" for one in people["company"].tolist()], object
    )


def _holds(position: Position, day: str, today: date) -> bool:
    """Return whether the day lies in the time of the position; partial dates cover their whole month or year."""
    if not day or not position.started_on or day[: len(position.started_on)] < position.started_on:
        return False
    if position.finished_on:
        return day[: len(position.finished_on)] <= position.finished_on
    return position.current and day <= today.isoformat()
