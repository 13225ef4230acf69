"""How well each person is known, what they can tell, and where they stand on the lists, as attributes of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.lists import CONNECTORS, PRACTITIONERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from netscout.model.ranking import Brief, RankedList
    from netscout.tables import Candidates

_PLACES = {PRACTITIONERS: "practitioner_rank", CONNECTORS: "connector_rank"}


def put_standings(graph: nx.Graph[str], lists: Sequence[RankedList], others: Mapping[str, Candidates]) -> None:
    """Give each person `strength`, `warmth_band`, `verdict`, `band`, `p_reply` and the places on both lists.

    `lists` are the two of the graph's target, as long as those of the page; a place is 0 for who was not chosen.
    `others` are the candidates of each further target by its name: what they are for it is `verdict: NAME`.
    """
    for ranked in lists:
        for row in ranked.briefs:
            if row.id in graph:
                if ranked.list == PRACTITIONERS:
                    graph.nodes[row.id].update(_said(row, known=bool(ranked.target)))
                graph.nodes[row.id][_PLACES[ranked.list]] = row.rank
    for name, table in others.items():
        for person, verdict in zip(table["id"], table["verdict"], strict=True):
            if person in graph:
                graph.nodes[person][f"verdict: {name}"] = verdict


def _said(row: Brief, *, known: bool) -> dict[str, str | float]:
    """Return what is the same on both lists; without a target nobody has a verdict."""
    return {
        "strength": row.strength,
        "warmth_band": row.warmth_band,
        "verdict": row.verdict if known else "",
        "band": row.band,
        "p_reply": row.p_reply,
    }
