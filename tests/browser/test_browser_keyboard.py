"""The page without a mouse: every control reached in reading order, its focus seen, and doing what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.page_forms import form_data, form_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST = 900
"""Presses of Tab after which a page that still holds the focus counts as a trap."""
WHERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const bar = document.querySelector(".contents");
    const sticky = getComputedStyle(bar).position === "sticky";
    const before = window.lastFocus;
    window.lastFocus = one;
    return {
        what: one.outerHTML.slice(0, 120),
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        forward: !before || Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
        hidden: sticky && !bar.contains(one) && !one.matches(".skip")
            && box.top >= bar.getBoundingClientRect().top && box.bottom <= bar.getBoundingClientRect().bottom,
        outside: box.right < 0 || box.bottom < 0 || box.top > innerHeight,
    };
}"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Open the page of a small network, with its map drawn and the focus nowhere."""
    made = _open(browser, tmp_path, 1280)
    yield made
    made.context.close()


def _open(browser: Browser, folder: Path, width: int) -> Page:
    path = folder / "page.html"
    path.write_text(form_page("mine"), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    made = context.new_page()
    made.goto(path.as_uri())
    made.wait_for_selector("#map-plot .main-svg", state="attached")
    return made


def _focused(page: Page, query: str) -> bool:
    return bool(page.evaluate("(query) => Boolean(document.activeElement.closest(query))", query))


def _tab_to(page: Page, query: str) -> None:
    """Press Tab until the focus is where it should be."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if _focused(page, query):
            return
    pytest.fail(f"Tab never came to {query}")


@pytest.mark.parametrize("width", [1280, 390])
def test_focus_goes_through_and_is_seen(browser: Browser, tmp_path: Path, width: int) -> None:
    """The focus would be trapped, jump about, be invisible, or stand behind the bar of the contents."""
    page = _open(browser, tmp_path, width)
    seen: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here is None:
            break
        seen.append(here)
    assert 50 < len(seen) < MOST
    assert [one["what"] for one in seen if not one["outline"] > 0] == []
    assert [one["what"] for one in seen if not one["forward"]] == []
    assert [one["what"] for one in seen if one["hidden"] or one["outside"]] == []
    page.context.close()


def test_skip_link(page: Page) -> None:
    """A reader would have to pass the whole contents first."""
    page.keyboard.press("Tab")
    assert _focused(page, ".skip")
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert _focused(page, "main")


def test_switches(page: Page) -> None:
    """Target or order could be changed by mouse only, or the focus would be lost in doing so."""
    _tab_to(page, "#targets [data-show='1']")
    page.keyboard.press("Enter")
    assert page.locator("#list-1-practitioners").is_visible()
    assert page.locator("#list-0-practitioners").is_hidden()
    people = page.locator("#people-1-practitioners > .person")
    wanted = sorted(int(one.get_attribute("data-pure") or 0) for one in people.all())
    _tab_to(page, "[data-order-of='people-1-practitioners'] [data-order=pure]")
    page.keyboard.press("Space")
    assert [int(one.get_attribute("data-pure") or 0) for one in people.all()] == wanted
    assert _focused(page, "[data-order=pure][aria-pressed=true]")


def test_rows_and_folds(page: Page) -> None:
    """A short row or its reasons could not be opened, or the answers in it not be given."""
    row = page.locator("#people-0-connectors > .brief, #people-0-practitioners > .brief").first
    if row.count() == 0:
        row = page.locator("#people-0-practitioners > .person").first
    name = row.get_attribute("id")
    if row.locator("details.more").count():
        _tab_to(page, f"#{name} summary.line")
        page.keyboard.press("Enter")
    _tab_to(page, f"#{name} .taps")
    button = page.locator(":focus")
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "true"
    assert "✓" in button.evaluate("(one) => getComputedStyle(one, '::before').content")
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    _tab_to(page, f"#{name} .how summary")
    page.keyboard.press("Enter")
    assert row.locator(".waterfall").first.is_visible()


def test_copy(page: Page) -> None:
    """The request could be copied by mouse only."""
    _tab_to(page, "[data-copy]")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == form_data("mine").asks[0].request


def test_search_and_filter(page: Page) -> None:
    """Somebody could not be found in the long table without a mouse."""
    people = form_data("mine").people
    _tab_to(page, "#find")
    page.keyboard.type(people[3].name)
    assert page.inner_text("#found").startswith(f"{sum(one.name == people[3].name for one in people)} ")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    assert _focused(page, "#find-strength")
    page.keyboard.type("close")
    assert page.inner_text("#found").startswith(f"{sum(one.strength == 'close' for one in people)} ")
    _tab_to(page, "#everyone-head th[data-key=name] button")
    page.keyboard.press("Enter")
    assert page.get_attribute("#everyone-head th[data-key=name]", "aria-sort") == "ascending"


def test_contents_on_a_narrow_screen(browser: Browser, tmp_path: Path) -> None:
    """On a phone the contents could not be opened, left, or say where one is."""
    from playwright.sync_api import expect

    page = _open(browser, tmp_path, 390)
    fold = page.locator("#contents")
    assert fold.get_attribute("open") is None
    _tab_to(page, "#contents summary")
    page.keyboard.press("Enter")
    assert page.locator("#contents a").first.is_visible()
    page.keyboard.press("Escape")
    assert fold.get_attribute("open") is None
    assert _focused(page, "#contents summary")
    page.keyboard.press("Enter")
    _tab_to(page, "#contents a[href='#whom']")
    page.keyboard.press("Enter")
    assert fold.get_attribute("open") is None
    expect(page.locator("#here")).to_have_text("Whom to ask")
    bar = page.locator(".contents").bounding_box()
    head = page.locator("#whom-title").bounding_box()
    assert bar is not None
    assert head is not None
    assert (bar["y"], bar["y"] + bar["height"] <= head["y"]) == (0, True)
    page.context.close()
