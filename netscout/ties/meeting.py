"""How the ego met each person: the community facet of the list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netscout.model.graph import Link
    from netscout.tables import Ties

LEAST_MEMBERS = 3


def communities(ties: Ties, links: Sequence[Link], company_labels: Mapping[str, str]) -> dict[str, str]:
    """Return a community for every person id of `ties`: "worked at NAME", a thread group, or "" where unknown.

    A thread group is a connected set of at least three people in common conversations, named after the company most
    of them share ("group conversation around NAME"), else numbered by size. `company_labels` gives the company to
    show for a person id, "" for none.
    """
    out = dict.fromkeys(ties["id"], "")
    for number, members in enumerate(_groups(links), start=1):
        name = _name(members, company_labels) or f"group conversation {number}"
        out |= {person: name for person in members if person in out}
    worked = ties[ties["shared_in_tenure"].to_numpy(bool)]
    out |= {person: f"worked at {name}" for person, name in zip(worked["id"], worked["shared_employer"], strict=True)}
    return out


def _groups(links: Sequence[Link]) -> list[list[str]]:
    """Return connected sets of at least three people, largest first, ties by the first id."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((link.one, link.other) for link in links if link.kind == "conversation")
    groups = [sorted(group) for group in nx.connected_components(graph) if len(group) >= LEAST_MEMBERS]
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def _name(members: Sequence[str], company_labels: Mapping[str, str]) -> str:
    counts = Counter(label for person in members if (label := company_labels.get(person, "")))
    name, most = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return f"group conversation around {name}" if 2 * most > len(members) else ""
