"""The link view as plain numbers: you, the people on the lists, where they work, and what you are curious about.

A networkx graph holds who is joined with whom; the view gives each node its place in one of four columns. A link is as
wide as the tie is strong; paths are told in words. Whom no employer leads on is joined with a target by what they do
themselves, or by whom they share a conversation with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.model.lists import CONNECTORS
from netscout.model.ranking import RankRow
from netscout.model.report import NetworkPerson
from netscout.reports.rows import STRENGTH_WORDS
from netscout.reports.scene import Scene
from netscout.reports.text import count, number, tidy

if TYPE_CHECKING:
    import networkx as nx

NODES_MOST = 300
PEOPLE_MOST = 40
WIDTHS = {"close": 6.0, "know": 4.5, "warm": 4.5, "cooling": 3.0, "dormant": 2.0, "met": 2.0}
CONVERSATION = "conversation"
TIE, WORKS, LEADS = "tie", "works-at", "leads-to"
PERSON, PLACE, TARGET = 1, 2, 3
"""The columns after you."""
ALONE = "self:"
"""How the key of an employer begins who is the person themselves."""


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
    """One link between two nodes; `kind` is tie, works-at, leads-to, conversation or shared-employer.

    One that passes by the organisations does so at the height `past`.
    """

    one: str
    other: str
    kind: str
    width: float
    words: str
    past: float | None = None


@dataclass(frozen=True, slots=True)
class LinkView:
    """The whole picture; `left_out` counts listed people beyond the most that are drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def link_view(scene: Scene) -> LinkView:
    """Return nodes and edges of everybody on a list, connectors first; deterministic, at most 300 nodes."""
    rows = _people(scene)
    graph = link_graph(scene, rows[:PEOPLE_MOST])
    heights = _heights(graph)
    order = sorted(graph, key=lambda key: (graph.nodes[key]["column"], heights[key]))
    nodes = tuple(Node(key, y=heights[key], **graph.nodes[key]) for key in order)[:NODES_MOST]
    kept = {node.key for node in nodes}
    edges = tuple(
        Edge(one, other, kind, past=heights.get(_past(one)) if kind == LEADS else None, **facts)
        for one, other, kind, facts in graph.edges(keys=True, data=True)
        if one in kept and other in kept
    )
    return LinkView(nodes, edges, len(rows) - min(len(rows), PEOPLE_MOST))


def paths(view: LinkView) -> list[str]:
    """Return the way over each person in words, in the order of the drawing."""
    return [node.words for node in view.nodes if node.column == PERSON]


def leading(view: LinkView) -> list[str]:
    """Return the keys of the people from whom links lead on to a target, themselves or over where they work."""
    open_ended = {edge.one for edge in view.edges if edge.kind == LEADS}
    work = {edge.one: edge.other for edge in view.edges if edge.kind == WORKS}
    people = [node.key for node in view.nodes if node.column == PERSON]
    return [key for key in people if key in open_ended or work.get(key) in open_ended]


def finding(view: LinkView) -> str:
    """Return in a sentence how many of the people drawn lead on to the work, "" where nobody is drawn."""
    people, led = len(paths(view)), len(leading(view))
    if not any(node.column == TARGET for node in view.nodes):
        places = sum(node.column == PLACE for node in view.nodes)
        head = count(people, "person on your list works", "people on your list work")
        return f"{head} at {count(places, 'company', 'companies')}" if places else f"{head} alone"
    those = f"the {number(people)} people {'drawn' if view.left_out else 'on your lists'}"
    some = f"Nobody of {those} does" if not led else f"{number(led)} of {those} {'does' if led == 1 else 'do'}"
    if people == 1:
        some = "The one person on your lists does" if led else "The one person on your lists neither does"
        return f"{some} the work you are curious about {'or leads' if led else 'nor leads'} to somebody who does"
    some = f"All {number(people)} people {'drawn' if view.left_out else 'on your lists'} do" if led == people else some
    lead = "leads" if led <= 1 else "lead"
    return f"{some} the work you are curious about or {lead} to somebody who does"


def link_graph(scene: Scene, drawn: Sequence[tuple[RankRow, str]]) -> nx.MultiGraph[str]:
    """Return you, the people drawn, their organisations and the targets as a graph without places.

    Nodes have `label`, `kind`, `column` and `words`, edges a kind as key, `width` and `words`.
    """
    import networkx as nx

    names = [name for name in scene.targets if name]
    at_work, work = _at_work(scene, names), [scene.work(name) for name in names]
    companies = _companies(drawn, scene)
    ways = _ways(drawn, companies, at_work, scene)
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_node("you", label="you", kind="you", column=0, words="you")
    for row, kind in drawn:
        words = _path(row, at_work, work, companies, ways)
        graph.add_node(f"p:{row.id}", label=tidy(row.name), kind=kind, column=1, words=words)
    members = Counter(companies[row.id] for row, _ in drawn if companies[row.id])
    for name in members:
        words = _firm_words(name, members[name], at_work, names)
        graph.add_node(f"c:{name}", label=tidy(name), kind="organisation", column=2, words=words)
    for name in names:
        many = count(scene.matching[scene.targets.index(name)], "person does", "people do")
        words = f"{tidy(name)}: {many} this work"
        graph.add_node(f"t:{name}", label=tidy(name), kind="target", column=3, words=words)
    for edge in (
        *_ties(drawn),
        *_works(drawn, companies),
        *_leads(list(members), at_work, names),
        *ways.values(),
        *_between(drawn, scene),
    ):
        graph.add_edge(edge.one, edge.other, key=edge.kind, width=edge.width, words=edge.words)
    return graph


def _heights(graph: nx.MultiGraph[str]) -> dict[str, float]:
    """Return how far down each node stands: people in their order, organisations beside their people."""
    columns: dict[int, list[str]] = defaultdict(list)
    for key, facts in graph.nodes.items():
        columns[facts["column"]].append(key)
    heights = {key: float(place) for place, key in enumerate(columns[PERSON])}
    rows = len(heights)
    beside = {
        key: [heights[one] for one in graph.neighbors(key) if one in heights]
        for key in (*columns[PLACE], *columns[TARGET])
    }
    for key in columns[PERSON]:
        if any(graph.nodes[other]["column"] == TARGET for other in graph.neighbors(key)):
            beside[_past(key)] = [heights[key]]
    firms = sorted(beside.keys() - columns[TARGET], key=lambda key: (sum(beside[key]) / len(beside[key]), key))
    for column in (firms, columns[TARGET]):
        heights |= {key: _spread(place, len(column), rows) for place, key in enumerate(column)}
    return heights | {"you": (max(rows, 1) - 1) / 2}


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


def _companies(drawn: Sequence[tuple[RankRow, str]], scene: Scene) -> dict[str, str]:
    """Return the employer of each, "" for those who work for themselves: no two of them share one."""
    return {row.id: _company(row, scene.by_id.get(row.id)) for row, _ in drawn}


def _company(row: RankRow, person: NetworkPerson | None) -> str:
    if person is None:
        return tidy(row.company)
    return "" if person.company_key.startswith(ALONE) else person.company_label or tidy(row.company)


def _at_work(scene: Scene, names: list[str]) -> Counter[tuple[str, int]]:
    """Return how many people at each company do the work of each target."""
    return Counter(
        (one.company_label or one.company, place)
        for one in scene.full.people
        for place, name in enumerate(names)
        if one.verdicts.get(name) == "match"
    )


def _past(key: str) -> str:
    """Return the key of the gap between the organisations through which somebody's own link goes."""
    return f"past {key}"


def _ways(
    drawn: Sequence[tuple[RankRow, str]], companies: dict[str, str], at_work: Counter[tuple[str, int]], scene: Scene
) -> dict[tuple[str, str], Edge]:
    """Return by person and target the links of those whom no employer leads there: by their own work or by talk."""
    does = {one.id: one.verdicts for one in scene.full.people}
    partners: dict[str, set[str]] = defaultdict(set)
    for link in scene.full.links:
        if link.kind == CONVERSATION:
            partners[link.one].add(link.other)
            partners[link.other].add(link.one)
    found = {}
    for row, _ in drawn:
        for place, name in enumerate(one for one in scene.targets if one):
            many = sum(_does(does, other, name) for other in partners[row.id] - {row.id})
            own = _does(does, row.id, name)
            company = companies[row.id]
            if (company and at_work[company, place]) or not (own or many):
                continue
            words = "does this work"
            if not own:
                words = (
                    f"{count(many, 'person', 'people')} in one conversation {'does' if many == 1 else 'do'} this work"
                )
            found[row.id, name] = Edge(f"p:{row.id}", f"t:{name}", LEADS, 1.6, words)
    return found


def _does(verdicts: Mapping[str, Mapping[str, str]], person: str, target: str) -> bool:
    return verdicts.get(person, {}).get(target) == "match"


def _path(
    row: RankRow,
    at_work: Counter[tuple[str, int]],
    work: list[str],
    companies: dict[str, str],
    ways: dict[tuple[str, str], Edge],
) -> str:
    """Return the way over a person in words: you, they and how well you know them, where they work, who does the work.

    Where that leads nowhere it ends in why they stand on the list.
    """
    company = companies[row.id]
    there = [
        f"{count(at_work[company, target], 'person works', 'people work')} as {work[target]}"
        for target in range(len(work))
        if company and at_work[company, target]
    ]
    there += [f"{edge.words}: {tidy(name)}" for (person, name), edge in ways.items() if person == row.id]
    if not there and work:
        reason = tidy(row.reasons[0].text) if row.list == CONNECTORS and row.reasons else ""
        there = [reason or ("work close to it" if row.verdict == "related" else "")]
    steps = ["you", f"{tidy(row.name)} ({STRENGTH_WORDS.get(row.strength, row.strength)})", company, *there[:1]]
    return " – ".join(one for one in steps if one)


def _firm_words(name: str, listed: int, at_work: Counter[tuple[str, int]], names: list[str]) -> str:
    does = [
        f"{count(at_work[name, place], 'person', 'people')} for {goal}"
        for place, goal in enumerate(names)
        if at_work[name, place]
    ]
    words = f"{tidy(name)}: {count(listed, 'listed person', 'listed people')}"
    return f"{words}; {', '.join(does) if does else 'nobody there does the work, as far as titles tell'}"


def _spread(place: int, many: int, rows: int) -> float:
    """Return the height of one of so many, spread evenly over the height of the column of people."""
    return round((place + 0.5) * max(rows, many, 1) / many - 0.5, 3)


def _ties(drawn: Sequence[tuple[RankRow, str]]) -> list[Edge]:
    return [
        Edge(
            "you",
            f"p:{row.id}",
            TIE,
            WIDTHS.get(row.strength, 1.0),
            f"you – {tidy(row.name)}: {STRENGTH_WORDS.get(row.strength, row.strength)}",
        )
        for row, _ in drawn
    ]


def _works(drawn: Sequence[tuple[RankRow, str]], companies: dict[str, str]) -> list[Edge]:
    return [
        Edge(f"p:{row.id}", f"c:{companies[row.id]}", WORKS, 1.2, f"{tidy(row.name)} – {tidy(companies[row.id])}")
        for row, _ in drawn
        if companies[row.id]
    ]


def _leads(firms: list[str], at_work: Counter[tuple[str, int]], names: list[str]) -> list[Edge]:
    edges = []
    for firm in firms:
        for place, name in enumerate(names):
            people = at_work[firm, place]
            if people:
                words = f"{tidy(firm)} – {count(people, 'person does', 'people do')} this work: {tidy(name)}"
                edges.append(Edge(f"c:{firm}", f"t:{name}", LEADS, min(1.0 + 0.6 * people, 6.0), words))
    return edges


def _between(drawn: Sequence[tuple[RankRow, str]], scene: Scene) -> list[Edge]:
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
