"""The link view as plain numbers: you, the people on the lists, where they work, and what you are curious about.

Four columns from left to right; a link is as wide as the tie is strong. Paths are told in words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from netscout.model.ranking import RankRow
from netscout.reports.rows import STRENGTH_WORDS
from netscout.reports.scene import Scene
from netscout.reports.text import count, tidy

NODES_MOST = 300
PEOPLE_MOST = 40
WIDTHS = {"close": 6.0, "know": 4.5, "warm": 4.5, "cooling": 3.0, "dormant": 2.0, "met": 2.0}
CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Node:
    """One node: `column` 0 you, 1 person, 2 organisation, 3 target; `y` its height, 0 at the top; `words` its path."""

    key: str
    label: str
    kind: str
    column: int
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One link between two nodes; `kind` is tie, works-at, leads-to, conversation or shared-employer."""

    one: str
    other: str
    kind: str
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """The whole picture; `left_out` counts listed people beyond the most that are drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def link_view(scene: Scene) -> LinkView:
    """Return nodes and edges of everybody on a list, connectors first; deterministic, at most 300 nodes."""
    rows = _people(scene)
    drawn = rows[:PEOPLE_MOST]
    names = [name for name in scene.targets if name]
    at_work, work = _at_work(scene, names), [scene.work(name) for name in names]
    companies = _companies(drawn, scene)
    people = [_person(row, kind, place, at_work, work, companies) for place, (row, kind) in enumerate(drawn)]
    height = {node.key: node.y for node in people}
    members: dict[str, list[str]] = defaultdict(list)
    for row, _ in drawn:
        if companies[row.id]:
            members[companies[row.id]].append(f"p:{row.id}")
    firms = _firms(members, height, at_work, names, len(people))
    goals = _goals(scene, names, len(people))
    you = Node("you", "you", "you", 0, (max(len(people), 1) - 1) / 2, "you")
    edges = [*_ties(drawn), *_works(drawn, companies), *_leads(firms, at_work, names), *_between(drawn, scene)]
    nodes = (you, *people, *firms, *goals)[:NODES_MOST]
    kept = {node.key for node in nodes}
    return LinkView(nodes, tuple(one for one in edges if one.one in kept and one.other in kept), len(rows) - len(drawn))


def _people(scene: Scene) -> list[tuple[RankRow, str]]:
    """Return the listed people once each: connectors of all targets, then practitioners, by rank."""
    found: dict[str, tuple[RankRow, str]] = {}
    for which, kind in ((1, "connector"), (0, "practitioner")):
        ranked = [
            (row.rank, place, row) for place, pair in enumerate(scene.shown.lists) for row in scene.chosen(pair[which])
        ]
        for _, _, row in sorted(ranked, key=lambda one: (one[0], one[1], one[2].id)):
            found.setdefault(row.id, (row, kind))
    return list(found.values())


def _companies(drawn: list[tuple[RankRow, str]], scene: Scene) -> dict[str, str]:
    return {
        row.id: (scene.by_id[row.id].company_label if row.id in scene.by_id else "") or tidy(row.company)
        for row, _ in drawn
    }


def _at_work(scene: Scene, names: list[str]) -> Counter[tuple[str, int]]:
    """Return how many people at each company do the work of each target."""
    return Counter(
        (one.company_label or one.company, place)
        for one in scene.full.people
        for place, name in enumerate(names)
        if one.verdicts.get(name) == "match"
    )


def _person(
    row: RankRow,
    kind: str,
    place: int,
    at_work: Counter[tuple[str, int]],
    work: list[str],
    companies: dict[str, str],
) -> Node:
    company = companies[row.id]
    there = [
        f"{count(at_work[company, target], 'person works', 'people work')} as {work[target]}"
        for target in range(len(work))
        if at_work[company, target]
    ]
    steps = ["you", f"{tidy(row.name)} ({STRENGTH_WORDS.get(row.strength, row.strength)})", company, *there[:1]]
    return Node(f"p:{row.id}", tidy(row.name), kind, 1, float(place), " – ".join(one for one in steps if one))


def _firms(
    members: dict[str, list[str]],
    height: dict[str, float],
    at_work: Counter[tuple[str, int]],
    names: list[str],
    rows: int,
) -> list[Node]:
    order = sorted(members, key=lambda name: (sum(height[one] for one in members[name]) / len(members[name]), name))
    nodes = []
    for place, name in enumerate(order):
        does = [
            f"{count(at_work[name, t], 'person', 'people')} for {names[t]}"
            for t in range(len(names))
            if at_work[name, t]
        ]
        words = f"{tidy(name)}: {count(len(members[name]), 'listed person', 'listed people')}"
        nodes.append(
            Node(
                f"c:{name}",
                tidy(name),
                "organisation",
                2,
                _spread(place, len(order), rows),
                f"{words}; {', '.join(does) if does else 'nobody there does the work, as far as titles tell'}",
            )
        )
    return nodes


def _goals(scene: Scene, names: list[str], rows: int) -> list[Node]:
    return [
        Node(
            f"t:{name}",
            tidy(name),
            "target",
            3,
            _spread(place, len(names), rows),
            f"{tidy(name)}: {count(scene.matching[scene.targets.index(name)], 'person does', 'people do')} this work",
        )
        for place, name in enumerate(names)
    ]


def _spread(place: int, many: int, rows: int) -> float:
    """Return the height of one of so many, spread evenly over the height of the column of people."""
    return round((place + 0.5) * max(rows, many, 1) / many - 0.5, 3)


def _ties(drawn: list[tuple[RankRow, str]]) -> list[Edge]:
    return [
        Edge(
            "you",
            f"p:{row.id}",
            "tie",
            WIDTHS.get(row.strength, 1.0),
            f"you – {tidy(row.name)}: {STRENGTH_WORDS.get(row.strength, row.strength)}",
        )
        for row, _ in drawn
    ]


def _works(drawn: list[tuple[RankRow, str]], companies: dict[str, str]) -> list[Edge]:
    return [
        Edge(f"p:{row.id}", f"c:{companies[row.id]}", "works-at", 1.2, f"{tidy(row.name)} – {tidy(companies[row.id])}")
        for row, _ in drawn
        if companies[row.id]
    ]


def _leads(firms: list[Node], at_work: Counter[tuple[str, int]], names: list[str]) -> list[Edge]:
    edges = []
    for firm in firms:
        for place, name in enumerate(names):
            people = at_work[firm.key.removeprefix("c:"), place]
            if people:
                words = f"{firm.label} – {count(people, 'person does', 'people do')} this work: {tidy(name)}"
                edges.append(Edge(firm.key, f"t:{name}", "leads-to", min(1.0 + 0.6 * people, 6.0), words))
    return edges


def _between(drawn: list[tuple[RankRow, str]], scene: Scene) -> list[Edge]:
    """Return the observed and inferred ties among the drawn people; the likeliest of a pair and kind counts once."""
    names = {row.id: tidy(row.name) for row, _ in drawn}
    found: dict[tuple[str, str, str], Edge] = {}
    for link in sorted(scene.shown.links, key=lambda one: (-one.probability, one.one, one.other, one.source)):
        if link.one in names and link.other in names and link.one != link.other:
            one, other = sorted((link.one, link.other))
            how = "in one conversation"
            if link.kind != CONVERSATION:
                how = f"same employer; that they have met is a guess ({round(100 * link.probability)} %)"
            edge = Edge(f"p:{one}", f"p:{other}", link.kind, 1.2, f"{names[one]} – {names[other]}: {how}")
            found.setdefault((one, other, link.kind), edge)
    return [found[key] for key in sorted(found)]
