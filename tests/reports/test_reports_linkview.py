"""The link view: who is joined with whom, each at its place, each path in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from netscout.model.graph import Link
from netscout.model.report import ReportData
from netscout.reports.figure_links import COLUMNS, LETTER, MARK, links
from netscout.reports.linkview import ALONE, NODES_MOST, finding, leading, link_graph, link_view, paths
from netscout.reports.scene import scene
from tests.reports.sample_report import report


def _practitioners_only(data: ReportData) -> ReportData:
    return replace(data, lists=tuple((one, replace(two, rows=())) for one, two in data.lists), links=())


def test_graph_and_view_hold_the_same() -> None:
    """A link of the drawing would be missing from the graph, or lead to nobody."""
    view = link_view(scene(report(300)))
    keys = {node.key for node in view.nodes}
    assert len(keys) == len(view.nodes) <= NODES_MOST
    assert {end for edge in view.edges for end in (edge.one, edge.other)} <= keys
    assert Counter(node.column for node in view.nodes)[0] == 1
    assert sum(edge.kind == "tie" for edge in view.edges) == sum(node.column == 1 for node in view.nodes)
    assert {node.label for node in view.nodes if node.column == 3} == {"Data analyst", "Care coordination"}


def test_columns_have_one_place_for_each() -> None:
    """Two names of the drawing would be printed over each other."""
    view = link_view(scene(report(600)))
    for column in (1, 2, 3):
        heights = sorted(node.y for node in view.nodes if node.column == column)
        assert all(after - before >= 0.8 for before, after in pairwise(heights))


def test_works_with_connections_alone() -> None:
    """Somebody without messages would see an empty drawing."""
    view = link_view(scene(_practitioners_only(report(300))))
    assert {node.kind for node in view.nodes} == {"you", "practitioner", "organisation", "target"}
    assert any(edge.kind == "leads-to" for edge in view.edges)


def test_path_is_told_from_you_to_the_work() -> None:
    """The way over a person would break off before it leads anywhere."""
    paths = [node.words for node in link_view(scene(report(300))).nodes if node.column == 1]
    assert all(path.startswith("you – ") for path in paths)
    assert any(" – Brightwater Health – 2 people work as data analyst" in path for path in paths)


def test_who_works_alone_shares_no_employer() -> None:
    """Two freelancers would meet in a company called Self-employed, which leads to the work of both."""
    data = report(300)
    alone = tuple(replace(one, company_key=f"{ALONE}{one.id}", company_label="Self-employed") for one in data.people)
    view = link_view(scene(replace(data, people=alone)))
    assert not [node for node in view.nodes if node.column == 2]
    assert not any("Self-employed" in node.words for node in view.nodes)


def test_nobody_listed_leaves_you_and_the_work() -> None:
    """An empty list would bring the page down."""
    data = _practitioners_only(report(40))
    data = replace(data, lists=tuple((replace(one, rows=()), two) for one, two in data.lists))
    here = scene(data)
    assert {node.kind for node in link_view(here).nodes} == {"you", "target"}
    assert link_graph(here, []).number_of_edges() == 0
    assert links(link_view(here))["data"]


def _alone(does: bool, talks: bool) -> ReportData:
    """Return a report whose first person drawn has no employer; they do the work or not, talked with one who does."""
    data = report(300)
    first = link_view(scene(data)).nodes
    key = next(node.key for node in first if node.column == 1).removeprefix("p:")
    verdicts = dict.fromkeys(scene(data).targets, "match" if does else "no")
    other = next(one.id for one in data.people if one.verdicts.get("Data analyst") == "match" and one.id != key)
    people = tuple(
        replace(one, company_key=f"{ALONE}{key}", company_label="Self-employed", verdicts=verdicts)
        if one.id == key
        else one
        for one in data.people
    )
    talk = (Link(key, other, "conversation", 1.0, 1.0, "messages.csv"),) if talks else ()
    return replace(data, people=people, links=talk)


@pytest.mark.parametrize(
    ("does", "talks", "ending"),
    [
        (True, True, "does this work: Data analyst"),
        (False, True, "1 person in one conversation does this work: Data analyst"),
    ],
)
def test_who_has_no_employer_leads_on_by_work_or_talk(does: bool, talks: bool, ending: str) -> None:
    """The way over the first connector would end in nothing, though they do the work."""
    view = link_view(scene(_alone(does, talks)))
    node = next(one for one in view.nodes if one.column == 1)
    edges = [one for one in view.edges if one.one == node.key and one.kind == "leads-to"]
    assert "t:Data analyst" in {one.other for one in edges}
    assert ending in node.words
    assert node.key in leading(view)
    places = {one.y for one in view.nodes if one.column == 2}
    assert all(one.past is not None and min(abs(one.past - y) for y in places) >= 0.8 for one in edges)


def test_a_way_that_ends_says_why_it_is_there() -> None:
    """Somebody would stand on the drawing without a word what for."""
    view = link_view(scene(_alone(does=False, talks=False)))
    node = next(one for one in view.nodes if one.column == 1)
    assert node.key not in leading(view)
    assert node.words.count(" – ") == 2


def test_title_counts_who_leads_on() -> None:
    """The title would be a name for the drawing, or count what the drawing does not show."""
    view = link_view(scene(report(300)))
    people, led = len(paths(view)), len(leading(view))
    assert 0 < led <= people
    head = f"All {people}" if led == people else f"{led} of the {people}"
    assert finding(view).startswith(f"{head} people on your lists do the work you are curious about or lead")
    bare = replace(view, edges=tuple(one for one in view.edges if one.kind != "leads-to"))
    assert finding(bare).startswith(f"Nobody of the {people} people")


def test_names_are_whole() -> None:
    """A long name of an employer would be cut, though there is room for a second line."""
    long = "Klinikum der Universität Hamburg-Eppendorf"
    view = link_view(scene(report(300)))
    nodes = tuple(replace(one, label=long) if one.column == 2 else one for one in view.nodes)
    made = [one["text"] for one in links(replace(view, nodes=nodes))["layout"]["annotations"]]
    folded = [one for one in made if "Klinikum" in one]
    assert folded
    assert {one.replace("<br>", " ") for one in folded} == {long}


def test_lines_leave_level_beside_the_names() -> None:
    """A line would run through the names below and above the one it belongs to."""
    view = link_view(scene(report(300)))
    widest = max(len(one.label) for one in view.nodes if one.column == 1)
    clear = COLUMNS[1] + MARK + LETTER * min(widest, 14)
    for trace in links(view)["data"]:
        if trace["meta"]["layer"] != "works-at":
            continue
        line: list[tuple[float, float]] = []
        for x, y in zip(trace["x"], trace["y"], strict=True):
            line = [*line, (x, y)] if x is not None else []
            assert x is None or x > clear or y == line[0][1]
