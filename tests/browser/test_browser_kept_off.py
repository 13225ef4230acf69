"""Whoever is off the lists because of an answer: answered again, or taken back, with one tap on the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_browser_answers import opened, pressed, saved
from tests.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.conftest import Run

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _next(run: Run, page: Page, path: Path) -> None:
    """Save two answers, load them, write the page anew and open it."""
    saved(page, path)
    assert "2 answers = 2 taken" in run("load", path).stdout
    assert run("report", "--out", path.with_suffix(".html")).exit_code == 0
    page.reload()


@pytest.mark.usefixtures("loaded")
def test_no_answer_is_a_dead_end(browser: Browser, run: Run, tmp_path: Path) -> None:
    """Somebody who was asked or kept off, whom no page lets be answered for again."""
    path, faults = tmp_path / "page.json", list[str]()
    assert run("report", "--out", path.with_suffix(".html")).exit_code == 0
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, accept_downloads=True)
    page = opened(context, path.with_suffix(".html"), faults)
    cards = page.locator(".card:visible")
    asked, off = (cards.nth(place).get_attribute("data-person") for place in range(2))
    name = cards.nth(0).locator("h3").inner_text()
    cards.nth(0).locator("[data-value=asked]").tap()
    cards.nth(1).locator("[data-field=avoid]").tap()
    _next(run, page, path)
    waits, kept = (page.locator(f"#kept-off [data-person={one}]") for one in (asked, off))
    assert page.locator(f".card[data-person={asked}], .person[data-person={asked}]").count() == 0
    assert name in waits.inner_text()
    assert (pressed(waits), pressed(kept)) == (["event asked"], ["avoid true"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    waits.locator("[data-value=replied]").tap()
    kept.locator("[data-field=avoid]").tap()
    assert saved(page, path) == [
        {"person": asked, "event": "replied", "on": TODAY},
        {"person": off, "avoid": False, "on": TODAY},
    ]
    kept.locator("[data-field=avoid]").tap()  # a change of mind before it is saved again
    kept.locator("[data-field=avoid]").tap()
    _next(run, page, path)
    assert pressed(waits) == ["event asked", "event replied"]
    assert "under way" in waits.inner_text()
    assert kept.count() == 0
    assert page.locator(f".person[data-person={off}]").count() >= 1
    waits.locator("[data-value=replied]").tap()
    waits.locator("[data-value=asked]").tap()
    _next(run, page, path)
    assert page.locator("#kept-off").count() == 0
    assert page.locator(f".card[data-person={asked}]").count() == 1
    assert faults == []
    context.close()
