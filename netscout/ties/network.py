"""The graph object: ego, people, their organisations and the target, with every edge's evidence."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from netscout.model.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from netscout.model.graph import Link
    from netscout.tables import Candidates, People, Ties

EGO = "ego"
TABLES = {
    "connections": ("connections",),
    "messages": ("messages",),
    "invitations": ("invitations",),
    "endorsements": ("endorsements_received", "endorsements_given"),
    "recommendations": ("recommendations_received", "recommendations_given"),
    "notes": ("notes",),
}
"""Kinds of the tables by which somebody is known; in no other case than by an address book."""
BASIS = {"conversation": "observed", "shared-employer": "inferred"}


def graph(  # noqa: PLR0913  # the tables and names of one picture, each named below
    people: People,
    ties: Ties,
    *,
    candidates: Candidates | None = None,
    links: Sequence[Link] = (),
    scores: Mapping[str, Mapping[str, float]] | None = None,
    target: str = "",
    origin: Origin | None = None,
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
            `last_day` ("" if none), `since_first`, `latency` (days; left out if unknown), `evidence`.
        works-at (person, organisation): `weight` 1.
        conversation, shared-employer (person, person): `weight`, 0 for an inferred one.
        fits (person, target): `weight` = fit, only above 0.
    Each edge also has `basis` (`fact`: a file says so; `observed`: seen together in one conversation; `inferred`;
    `judged`: our reading of a title), `probability` and `source`, the file.

    Args:
        people: `tables.PEOPLE`.
        ties: `tables.TIES`.
        candidates: `tables.CANDIDATES`; without it there are no organisations.
        links: from `ties.links`, then `ties.inferred`.
        scores: `warmth` and `fit`, each person id to number; either may be missing.
        target: name of the target; "" for none.
        origin: the files loaded, those of LinkedIn by default.
    """
    import networkx as nx

    files = origin or Origin()

    numbers = scores or {}
    out: nx.Graph[str] = nx.Graph()
    out.add_node(EGO, kind="ego", label="you")
    _people(out, people)
    _ties(out, people, ties, numbers.get("warmth", {}), files)
    if candidates is not None:
        _organisations(out, candidates, files)
    for link in links:
        # what was observed stands before what is inferred
        if link.one in out and link.other in out and not out.has_edge(link.one, link.other):
            evidence = {"probability": link.probability, "weight": link.weight, "source": link.source}
            out.add_edge(link.one, link.other, kind=link.kind, basis=BASIS[link.kind], **evidence)
    if target:
        node = f"target:{target}"
        out.add_node(node, kind="target", label=target)
        for person, fit in numbers.get("fit", {}).items():
            if person in out and fit > 0:  # an unknown fit (NaN) is no edge
                said = {"basis": "judged", "probability": 1.0, "source": files.title(person)}
                out.add_edge(person, node, kind="fits", weight=float(fit), **said)
    return out


def _people(out: nx.Graph[str], people: People) -> None:
    columns = ("id", "name", "company", "title", "connected_on", "known_from")
    for person, name, company, title, day, source in zip(*(people[one] for one in columns), strict=True):
        label = name or f"(no name) {person}"
        connected = day if isinstance(day, str) else ""
        facts = {"company": company, "title": title, "connected_on": connected, "known_from": source}
        out.add_node(person, kind="person", label=label, community="", **facts)


def _ties(out: nx.Graph[str], people: People, ties: Ties, warmth: Mapping[str, float], files: Origin) -> None:
    known_from = dict(zip(people["id"], people["known_from"], strict=True))
    shown = ("sent", "received", "last_day", "since_first", "latency", "evidence", "label")
    records = ties[["id", *shown]].to_dict("records")
    for tie in records:
        person, evidence = tie["id"], tie["evidence"]
        if person not in out:
            continue
        out.nodes[person].update(user_label=tie["label"], evidence=evidence)
        facts_of_tie: dict[str, int | float | str] = {"sent": int(tie["sent"]), "received": int(tie["received"])}
        facts_of_tie["last_day"] = tie["last_day"] if isinstance(tie["last_day"], str) else ""
        facts_of_tie |= {name: float(tie[name]) for name in ("since_first", "latency") if not isnan(tie[name])}
        kinds = TABLES["messages"] if evidence == "E2" else TABLES.get(str(known_from.get(person)), ())
        source = files.of(*kinds) if kinds else "your address book"
        said = {"basis": "fact", "probability": 1.0, "source": source, "evidence": evidence}
        out.add_edge(EGO, person, kind="tie", weight=float(warmth.get(person, 0.0)), **said, **facts_of_tie)


def _organisations(out: nx.Graph[str], candidates: Candidates, files: Origin) -> None:
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
        said = {"basis": "fact", "probability": 1.0, "source": files.company(person)}
        out.add_edge(person, node, kind="works-at", weight=1.0, **said)
