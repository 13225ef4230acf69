"""Wording: counts, days, lists, and text made fit to show."""

from __future__ import annotations

import pytest

from netscout.reports import text
from netscout.reports.columns import column, decode
from netscout.reports.linkview import NODES_MOST, link_view
from netscout.reports.page import render
from netscout.reports.scene import scene
from tests.reports.sample_report import report


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-03-04", "4 March 2026"),
        ("2026-03", "March 2026"),
        ("2026", "2026"),
        (None, ""),
        ("soon", "soon"),
        ("2026-03-04T10:00", "4 March 2026"),
    ],
)
def test_day(iso: str | None, words: str) -> None:
    """A day would be printed in the form of the machine's locale, or break on a partial date."""
    assert text.day(iso) == words


def test_counts_and_lists() -> None:
    """A sentence would say "1 people" or end a list with a comma."""
    assert text.count(1, "person", "people") == "1 person"
    assert text.count(2041, "row") == "2,041 rows"
    assert text.listing(["a", "b", "c"]) == "a, b and c"
    assert (text.word(3), text.word(11)) == ("three", "11")
    assert (text.percent(0.001), text.percent(0.0), text.percent(0.345)) == ("under 1 %", "0 %", "34 %")
    assert text.sentence("it is so") == "It is so."


def test_no_number_is_parted_from_its_per_cent_sign() -> None:
    """A title would break after "4", its sign alone on the next line."""
    page = render(report(300))
    words = page[page.index("<main") : page.index("</main>")]
    assert "\u00a0%" in words
    assert " %" not in words


def test_tidy() -> None:
    """A name could turn the direction of the line or carry a control character into the page."""
    assert text.tidy("a\x00b\nc\u202ed\ud800") == "a b c\ufffdd\ufffd"
    assert text.tidy_lines("Dear A,\r\n\r\nyes\x07") == "Dear A,\n\nyes"
    assert text.chart_text("<b>&") == "&lt;b&gt;&amp;"


@pytest.mark.check(32)
@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "https://www.linkedin.com@evil.example/in/x",
        "https://www.linkedin.com/in/",
        "http://www.linkedin.com/in/x",
        "https://www.linkedin.com/in/x/y",
        "https://www.linkedin.com/in/x\n",
    ],
)
def test_profile_link_refuses(url: str) -> None:
    """A link of another form than a profile's would be made."""
    assert text.profile_link(url) == ""


@pytest.mark.check(32)
def test_search_link_encodes() -> None:
    """The words of a target would change the address."""
    assert text.search_link("a&b", "c/d?#").endswith("?keywords=a%26b%20c%2Fd%3F%23")


def test_columns_of_many_values() -> None:
    """Codes of two letters would read back as other values."""
    cells = [f"v{place * 37 % 5000}" for place in range(6000)]
    made = column(cells)
    table = {"n": len(cells), "name": [""] * len(cells), "slug": [""] * len(cells), "columns": {"c": made}}
    assert [row["c"] for row in decode(table)] == cells
    assert made["width"] == 3


def test_link_view_is_small_and_whole() -> None:
    """A link would point to a node that is not drawn, or the picture would grow without end."""
    view = link_view(scene(report(600)))
    keys = {node.key for node in view.nodes}
    assert len(view.nodes) <= NODES_MOST
    assert all(edge.one in keys and edge.other in keys for edge in view.edges)
    assert all(node.words.startswith("you – ") for node in view.nodes if node.column == 1)
    assert {edge.kind for edge in view.edges} == {"tie", "works-at", "leads-to", "conversation", "shared-employer"}
