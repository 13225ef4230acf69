"""The graph object: ego, people, their organisations and the target, with every edge's evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from netscout.model.graph import Link
    from netscout.tables import Candidates, People, Ties

EGO = "ego"


def graph(
    people: People,
    ties: Ties,
    *,
    candidates: Candidates | None = None,
    links: Sequence[Link] = (),
    scores: Mapping[str, Mapping[str, float]] | None = None,
    target: str = "",
) -> nx.Graph[str]:
    """Return the ego network as an undirected graph; no measure of structure is computed.

    Nodes (attribute `kind`, and `label` to show):
        `ego`: the owner of the export.
        person id, kind person: `company`, `title`, `connected_on` ("" if unknown), `user_label`, `evidence`,
            `community`, `known_from`.
        `company:KEY`, kind organisation: `sector`, `members` (number of people there). Needs `candidates`.
        `target:NAME`, kind target.
    Edges (attribute `kind`):
        tie (ego, person): `weight` = warmth 0..1 where `scores` gives it, else 0; `sent`, `received`,
            `last_day` ("" if none), `evidence`.
        works-at (person, organisation): `source`.
        conversation (person, person): `probability`, `weight`, `source`.
        fits (person, target): `weight` = fit, only above 0.

    Args:
        people: `tables.PEOPLE`.
        ties: `tables.TIES`.
        candidates: `tables.CANDIDATES`; without it there are no organisations.
        links: from `ties.links`.
        scores: `warmth` and `fit`, each person id to number; either may be missing.
        target: name of the target; "" for none.
    """
    import networkx as nx

    numbers = scores or {}
    out: nx.Graph[str] = nx.Graph()
    out.add_node(EGO, kind="ego", label="you")
    _people(out, people, ties, numbers.get("warmth", {}))
    if candidates is not None:
        _organisations(out, candidates)
    for link in links:
        if link.one in out and link.other in out:
            evidence = {"probability": link.probability, "weight": link.weight, "source": link.source}
            out.add_edge(link.one, link.other, kind=link.kind, **evidence)
    if target:
        node = f"target:{target}"
        out.add_node(node, kind="target", label=target)
        for person, fit in numbers.get("fit", {}).items():
            if person in out and fit > 0:  # an unknown fit (NaN) is no edge
                out.add_edge(person, node, kind="fits", weight=float(fit))
    return out


def _people(out: nx.Graph[str], people: People, ties: Ties, warmth: Mapping[str, float]) -> None:
    shown = ("id", "name", "company", "title", "connected_on", "known_from")
    for person, name, company, title, day, source in zip(*(people[one] for one in shown), strict=True):
        label = name or f"(no name) {person}"
        connected = day if isinstance(day, str) else ""
        facts = {"company": company, "title": title, "connected_on": connected, "known_from": source}
        out.add_node(person, kind="person", label=label, community="", **facts)
    facts_of_tie = ("id", "sent", "received", "last_day", "evidence", "label")
    for person, sent, received, last, evidence, label in zip(*(ties[one] for one in facts_of_tie), strict=True):
        if person not in out:
            continue
        out.nodes[person].update(user_label=label, evidence=evidence)
        counts = {"sent": int(sent), "received": int(received), "last_day": last if isinstance(last, str) else ""}
        weight = float(warmth.get(person, 0.0))
        out.add_edge(EGO, person, kind="tie", weight=weight, evidence=evidence, **counts)


def _organisations(out: nx.Graph[str], candidates: Candidates) -> None:
    shown = ("id", "company_key", "company_label", "sector", "community")
    for person, key, label, sector, community in zip(*(candidates[one] for one in shown), strict=True):
        if person not in out:
            continue
        out.nodes[person]["community"] = community
        if not key or key.startswith("self:"):
            continue
        node = f"company:{key}"
        if node not in out:
            out.add_node(node, kind="organisation", label=label, sector=sector, members=0)
        out.nodes[node]["members"] += 1
        out.add_edge(person, node, kind="works-at", source="Connections.csv")
