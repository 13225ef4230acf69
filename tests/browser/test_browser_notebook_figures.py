"""The public figures as a notebook draws them: marks, labels and hovers in a real browser, at their own width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from netscout.reports.standalone import figures
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BOXES = """name => Array.from(document.querySelectorAll(`#${name} .annotation`))
  .map(one => one.getBoundingClientRect()).filter(one => one.width > 0)
  .map(one => [one.left, one.right, one.top, one.bottom])"""
MARKS = ".main-svg .scatterlayer path, .main-svg .barlayer path"


@pytest.fixture(scope="module")
def sheet(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Give a page with every figure of a network of 300, one under the other."""
    graph_objects = pytest.importorskip("plotly.graph_objects")
    parts = [
        graph_objects.Figure(one).to_html(full_html=False, include_plotlyjs=place == 0, div_id=f"f{place}")
        for place, one in enumerate(_made().values())
    ]
    path = tmp_path_factory.mktemp("figures") / "figures.html"
    path.write_text(f"<!doctype html><meta charset='utf-8'><body>{''.join(parts)}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
    page.goto(path.as_uri())
    page.wait_for_function("document.querySelectorAll('.main-svg .titletext, .main-svg .gtitle').length > 0")
    yield page
    assert faults == []
    page.close()


_kept: dict[str, Any] = {}


def _made() -> dict[str, Any]:
    if not _kept:
        _kept.update(figures(report(300)))
    return _kept


def test_each_is_drawn_under_its_title(sheet: Page) -> None:
    """A figure without marks, or with its title across them, tells nothing."""
    for place, name in enumerate(_made()):
        plot = sheet.locator(f"#f{place}")
        plot.scroll_into_view_if_needed()
        assert plot.locator(MARKS).count() > 0, name
        title = plot.locator(".gtitle").bounding_box()
        whole = plot.bounding_box()
        drawn = plot.locator(".nsewdrag").first.bounding_box()
        assert title is not None, name
        assert whole is not None, name
        assert drawn is not None, name
        assert title["x"] + title["width"] <= whole["x"] + whole["width"], name
        assert whole["y"] <= title["y"], name
        assert title["y"] + title["height"] <= drawn["y"] + 4, name


def test_labels_of_the_map_lie_apart(sheet: Page) -> None:
    """Labels that lie over one another can be read by nobody."""
    boxes = sheet.evaluate(BOXES, "f0")
    assert len(boxes) >= 3
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            across = min(one[1], other[1]) - max(one[0], other[0])
            along = min(one[3], other[3]) - max(one[2], other[2])
            assert across <= 2 or along <= 2


def test_a_dot_says_who_it_is(sheet: Page) -> None:
    """The hover of a dot names the person whose place it is."""
    sheet.locator("#f0").scroll_into_view_if_needed()
    trace = next(one for one in _made()["territories"]["data"] if one["meta"]["layer"] == "people")
    place = sheet.evaluate(
        """([x, y]) => {
          const plot = document.getElementById("f0"), inside = plot._fullLayout, box = plot.getBoundingClientRect();
          return [box.left + inside._size.l + inside.xaxis.d2p(x), box.top + inside._size.t + inside.yaxis.d2p(y)];
        }""",
        [trace["x"][0], trace["y"][0]],
    )
    sheet.mouse.move(place[0] - 3, place[1])
    sheet.mouse.move(*place)
    sheet.wait_for_selector("#f0 .hovertext")
    name = trace["hovertext"][0].partition("</b>")[0].removeprefix("<b>")
    assert name in (sheet.locator("#f0 .hovertext").first.text_content() or "")
