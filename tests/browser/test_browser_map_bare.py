"""The map where little is to be drawn: a page without a point, a small field, dots on a narrow screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.reports.page import write_page
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STATES = ("close", "warm", "cooling", "dormant", "unknown")
WIDTHS = """() => Array.from(document.querySelectorAll("#map-plot .dots"))
    .map((one) => Number(one.getAttribute("stroke-width")))"""


def _opened(browser: Browser, path: Path, wide: int, faults: list[str]) -> Page:
    """Return the page with its map drawn; `faults` takes what it complains of."""
    page = browser.new_context(viewport={"width": wide, "height": 900}, reduced_motion="reduce").new_page()
    page.on("console", lambda one: faults.append(one.text))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.goto(path.as_uri())
    page.wait_for_selector("#map-plot .ground .area", state="attached", timeout=60_000)
    return page


def test_page_without_a_point_draws_its_areas_and_the_other_charts(browser: Browser, tmp_path: Path) -> None:
    """A shared page with nobody on the shortlist would show errors, 800 empty pixels and no chart below."""
    data = report(60)
    faults: list[str] = []
    bare = tuple((replace(one, rows=()), replace(two, rows=())) for one, two in data.lists)
    nobody = tuple(replace(one, listed=()) for one in data.people)
    shared = replace(data, people=nobody, lists=bare, asks=(), links=(), form="share", hide_names=True)
    write_page(shared, tmp_path / "page.html")
    page = _opened(browser, tmp_path / "page.html", 1280, faults)
    assert page.locator("#map-plot .ground .area").count() == 8
    assert page.locator("#map-plot .label").count() >= 8
    assert page.locator("#map-plot .dots").count() == 0
    assert page.inner_text("#map-said").startswith("No person is drawn")
    page.focus("#map-plot")
    for key in ("ArrowRight", "End", "Enter", "PageDown"):
        page.keyboard.press(key)
    box = page.locator("#map-plot").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.locator("#map-whole").is_hidden()
    for event in ("beforeprint", "afterprint"):
        page.evaluate("(name) => window.dispatchEvent(new Event(name))", event)
    page.wait_for_selector("section:not(#map) .plot .main-svg", state="attached", timeout=60_000)
    assert faults == []
    page.context.close()


def test_small_field_opens_itself(browser: Browser, tmp_path: Path) -> None:
    """A field of few people in the table would open the circle of all small fields."""
    data = report(600)
    faults: list[str] = []
    people = tuple(
        replace(one, family=f"rare {place % 60}" if place < 120 else one.family)
        for place, one in enumerate(data.people)
    )
    write_page(replace(data, people=people), tmp_path / "page.html")
    page = _opened(browser, tmp_path / "page.html", 1280, faults)
    page.evaluate("document.querySelector('[data-circle=\"rare 7\"]').click()")
    page.get_by_role("button", name="Back to the area").wait_for()
    rows = page.evaluate(
        "document.getElementById('map-plot').data.find((one) => one.meta.layer === 'people').customdata"
    )
    assert {people[row].family for row in rows} == {"rare 7"}
    assert len(rows) == 2
    page.click("#map-whole")
    page.get_by_role("button", name="Show the whole map").wait_for()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize(("people", "wide"), [(60, 1280), (3_000, 390), (30_000, 390)])
def test_the_warmer_the_larger_on_every_screen(browser: Browser, tmp_path: Path, people: int, wide: int) -> None:
    """Dots would all be of the least or the greatest size, and the words under the map untrue."""
    data = report(people)
    faults: list[str] = []
    some = tuple(replace(one, strength=STATES[place % 5]) for place, one in enumerate(data.people))
    write_page(replace(data, people=some), tmp_path / "page.html")
    page = _opened(browser, tmp_path / "page.html", wide, faults)
    assert len(set(page.evaluate(WIDTHS))) == len(STATES)
    page.evaluate("document.querySelector('[data-area=\"Education and libraries\"]').click()")
    page.wait_for_selector("#map-whole", state="visible")
    assert len(set(page.evaluate(WIDTHS))) == len(STATES)
    assert faults == []
    page.context.close()
