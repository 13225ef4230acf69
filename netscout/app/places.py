"""Where everybody and every company lies on the map, as attributes of the graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from netscout.app.network import dots
from netscout.app.pipeline import Study
from netscout.model.report import NetworkPerson

if TYPE_CHECKING:
    import networkx as nx

    from netscout.tables import Candidates

    Spot = tuple[float, float]


def put_places(graph: nx.Graph[str], found: Study, table: Candidates) -> None:
    """Give each person of the graph `x`, `y` and `area` of the map by kind of work, and each company `x` and `y`.

    A company lies in the middle of its largest circle, where it has none in the middle of its people; the owner
    lies beside the map on the left, the target on the right. The unit is the
    distance between two people, up and to the right, with the middle of the map at (0, 0): the places of the page.
    """
    from netscout.reports.cleaning import redact
    from netscout.reports.sections.map import FIELDS
    from netscout.reports.territories import UNKNOWN, lay_out

    people = [_person(dot, redact(str(dot["company_label"]))) for dot in dots(found, table)]
    circles: dict[str, tuple[int, Spot]] = {}
    places: dict[str, list[Spot]] = defaultdict(list)
    _, _, field = FIELDS[0]
    for area in lay_out(people, field):
        for one in area.companies if len(area.fields) == 1 else ():
            if one.people > circles.get(one.name, (0,))[0]:
                circles[one.name] = (one.people, (one.x, one.y))
        for dot in area.dots:
            person = people[dot.person]
            graph.nodes[person.id].update(x=dot.x, y=dot.y, area=field(person) or UNKNOWN)
            places[person.company_key].append((dot.x, dot.y))
    labels = {one.company_key: one.company_label for one in people}
    for key, spots in places.items():
        node = f"company:{key}"
        if node in graph:
            middle = (sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots))
            x, y = circles[labels[key]][1] if labels[key] in circles else middle
            graph.nodes[node].update(x=round(x, 2), y=round(y, 2))
    _flank(graph)


def _flank(graph: nx.Graph[str]) -> None:
    """Put the owner beside the map on the left and the target on the right, so that a file leaves no place open."""
    across = [facts["x"] for _, facts in graph.nodes(data=True) if "x" in facts]
    left, right = min(across, default=0.0), max(across, default=0.0)
    room = 1 + (right - left) / 10
    for _, facts in graph.nodes(data=True):
        if facts["kind"] in ("ego", "target"):
            facts.update(x=round(left - room if facts["kind"] == "ego" else right + room, 2), y=0.0)


def _person(dot: dict[str, Any], company: str) -> NetworkPerson:
    """Return a person as the map needs them: no name, no tie."""
    return NetworkPerson(
        id=dot["id"],
        name="",
        url="",
        title="",
        company="",
        company_key=dot["company_key"],
        company_label=company,
        sector=dot["sector"],
        sector_reason="",
        family=dot["family"],
        family_reason="",
        role_name="",
        seniority="",
        community="",
        strength="",
        warmth_band="",
        band="",
        connected_on=None,
        last_day=None,
    )
