"""The small charts in a real browser: each is really drawn, in light, in the dark, on a phone and on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.reports.page import write_page
from netscout.reports.palette import DARK, LIGHT
from tests.reports.sample_report import report
from tests.reports.sample_time import CURVE, MONTHS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MARKS = {"growth": ".bars .point path", "messages": ".bars .point path", "price-0": ".scatterlayer .points path"}
"""What a drawn chart has at least one of."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page once."""
    made = tmp_path_factory.mktemp("figures") / "report.html"
    write_page(report(60), made)
    return made


def opened(browser: Browser, path: Path, scheme: str, width: int) -> tuple[Page, list[str]]:
    """Open the page and come near every chart; return it with what it complained of."""
    page = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}).new_page()  # type: ignore[arg-type]
    faults: list[str] = []
    page.on("console", lambda one: faults.append(one.text))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.goto(path.as_uri())
    for key, mark in MARKS.items():
        page.locator(f"[data-figure={key}]").scroll_into_view_if_needed()
        page.wait_for_selector(f"[data-figure={key}] {mark}", state="attached")
    return page, faults


@pytest.mark.check(33)
@pytest.mark.parametrize(("scheme", "width", "ink"), [("light", 1280, LIGHT), ("dark", 390, DARK)])
def test_every_chart_is_drawn(browser: Browser, path: Path, scheme: str, width: int, ink: dict[str, str]) -> None:
    """A chart would stay empty, in the colours of the day at night, or wider than the phone."""
    page, faults = opened(browser, path, scheme, width)
    assert faults == []
    months = [one for one in MONTHS[-36:] if one.sent] + [one for one in MONTHS[-36:] if one.received]
    assert page.locator("[data-figure=messages] .bars .point path").count() >= len(months)
    drawn = page.locator("[data-figure=growth] .annotation-text").first.evaluate("one => getComputedStyle(one).fill")
    red, green, blue = (int(ink["muted"][place : place + 2], 16) for place in (1, 3, 5))
    assert drawn == f"rgb({red}, {green}, {blue})"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for key in MARKS:
        box = page.locator(f"[data-figure={key}] .main-svg").first.bounding_box()
        assert box is not None
        assert 0 < box["width"] <= width
    page.context.close()


@pytest.mark.check(33)
def test_pointing_at_a_bar_tells_its_number(browser: Browser, path: Path) -> None:
    """The number behind a bar could be had from the table alone."""
    page, _ = opened(browser, path, "light", 1280)
    page.locator("[data-figure=growth]").scroll_into_view_if_needed()
    page.locator("[data-figure=growth] .bars .point path").last.hover(force=True)
    told = page.wait_for_selector("[data-figure=growth] .hovertext")
    assert told is not None
    assert "new" in (told.text_content() or "")
    page.context.close()


def test_paper_has_every_chart(browser: Browser, path: Path) -> None:
    """Charts nobody has scrolled to would be missing on paper."""
    page = browser.new_context(viewport={"width": 1280, "height": 400}).new_page()
    page.goto(path.as_uri())
    page.wait_for_function("window.Plotly !== undefined || window.netscoutCharts !== undefined")
    page.evaluate("window.netscoutCharts.load()")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for key, mark in MARKS.items():
        page.wait_for_selector(f"[data-figure={key}] {mark}", state="attached")
    page.context.close()


def test_the_tables_read_without_scripts(browser: Browser, path: Path) -> None:
    """Without scripts the numbers would be nowhere."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(path.as_uri())
    figure = page.locator("#chart-messages")
    figure.locator("summary").click()
    assert figure.locator("tbody tr").count() == 36
    assert figure.locator("table").is_visible()
    box = figure.locator(".plot").bounding_box()
    assert box is None or box["height"] == 0
    page.context.close()


def test_a_chart_of_another_target_waits_for_its_turn(browser: Browser, tmp_path: Path) -> None:
    """A chart of a target that is not shown would be drawn without width, and stay so when its turn comes."""
    data = report(60)
    lists = tuple((replace(pair[0], curve=CURVE), pair[1]) for pair in data.lists)
    write_page(replace(data, lists=lists), tmp_path / "report.html")
    page, faults = opened(browser, tmp_path / "report.html", "light", 1280)
    assert page.locator("[data-figure=price-1] svg").count() == 0
    page.locator("#targets button").nth(1).click()
    page.locator("[data-figure=price-1]").scroll_into_view_if_needed()
    page.wait_for_selector(f"[data-figure=price-1] {MARKS['price-0']}", state="attached")
    assert faults == []
    page.context.close()
