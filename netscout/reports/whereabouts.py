"""Where a person stands on the page: their row on a list, else their line in the long table."""

from __future__ import annotations

from typing import Any

from netscout.model.lists import CONNECTORS
from netscout.model.ranking import RankedList
from netscout.reports.scene import SHOWN_MOST, Scene
from netscout.reports.text import tidy

TABLE = "#everyone"
CARDS_MOST = 3
"""Cards of the people to write to this week, for each target."""


def rows_on_page(scene: Scene) -> dict[str, tuple[str, str]]:
    """Return, by person, the first row of a list in words and as an anchor: `("practitioner 3", "row-0-...-3")`."""
    found: dict[str, tuple[str, str]] = {}
    for place in range(len(scene.shown.lists)):
        for person, rows in rows_of_target(place, scene).items():
            found.setdefault(person, rows[0])
    return found


def rows_of_target(place: int, scene: Scene) -> dict[str, list[tuple[str, str]]]:
    """Return, by person, every row on the lists of the target at a place, in words and as an anchor."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in scene.shown.lists[place]:
        for row in scene.chosen(one)[:SHOWN_MOST]:
            found.setdefault(row.id, []).append((f"{kind_of(one)} {row.rank}", f"row-{place}-{one.list}-{row.rank}"))
    return found


def kind_of(ranked: RankedList) -> str:
    """Return what somebody on a list is called, to stand before the place."""
    return "connector" if ranked.list == CONNECTORS else "practitioner" if ranked.target else "place"


def cards_on_page(scene: Scene) -> dict[tuple[int, str], str]:
    """Return, by target and person, the anchor of the card on which a text to send stands."""
    found: dict[tuple[int, str], str] = {}
    for place, target in enumerate(scene.targets):
        asks = [ask for ask in scene.shown.asks if ask.target == target][:CARDS_MOST]
        found |= {(place, ask.person): f"card-{place}-{at}" for at, ask in enumerate(asks, start=1) if ask.request}
    return found


def link(person: str, scene: Scene) -> dict[str, Any]:
    """Return `name`, `spot` (in words), `href` and `at` (the place among everybody) of somebody who may be named.

    `href` is "" for somebody who stands nowhere on the page, `spot` for somebody on no list.
    """
    one = scene.by_id.get(person)
    words, anchor = rows_on_page(scene).get(person, ("", ""))
    table = TABLE if scene.personal and one else ""
    return {
        "name": (tidy(one.name) if one else "") or "(no name)",
        "spot": words,
        "href": f"#{anchor}" if anchor else table,
        "at": scene.index.get(person, -1),
    }
