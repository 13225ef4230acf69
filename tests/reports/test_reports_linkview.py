"""The link view: who is joined with whom, each at its place, each path in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from netscout.model.report import ReportData
from netscout.reports.figure_links import links
from netscout.reports.linkview import ALONE, NODES_MOST, link_graph, link_view
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
