"""The switch of targets takes the titles with it; and the page fits a narrow screen also in large type."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.reports import view
from netscout.reports.page import render
from tests.browser.conftest import NAMES
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TITLED = ("write", "whom", "echo", "gaps")
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = """
document.documentElement.classList.add("laid");
document.querySelectorAll("details:not(#contents)").forEach((one) => { one.open = true; });
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[str]]]:
    """Write a page whose second target has nobody; return it with the titles of each target by section."""
    data = report(60)
    nobody = tuple(replace(one, rows=tuple(replace(row, rank=0) for row in one.rows)) for one in data.lists[1])
    asks = tuple(one for one in data.asks if one.target == data.lists[0][0].target)
    data = replace(data, lists=(data.lists[0], (nobody[0], nobody[1])), asks=asks)
    path = tmp_path_factory.mktemp("targets") / "page.html"
    path.write_text(render(data), encoding="utf-8")
    sections = {one["id"]: one for one in view.build(data)["sections"]}
    return path, {key: [one["title"] for one in sections[key]["groups"]] for key in TITLED}


def _titles(page: Page) -> list[str]:
    return [page.locator(f"#{key}-title").inner_text().replace("\u00a0", " ") for key in TITLED]


@pytest.mark.slow
def test_titles_go_with_the_target(browser: Browser, bare: tuple[Path, dict[str, list[str]]]) -> None:
    """The findings of one target would stand over the lists of another; on paper nobody could say whose they are."""
    path, titles = bare
    page = browser.new_page()
    page.goto(path.as_uri())
    for place in (0, 1, 0):
        page.locator(f'#targets [data-show="{place}"]').click()
        assert _titles(page) == [titles[key][place] for key in TITLED]
    page.emulate_media(media="print")
    name = page.locator("#targets [aria-pressed=true]").text_content()
    assert all(one.startswith(f"For {name}") for one in _titles(page))
    page.close()


@pytest.mark.slow
def test_without_scripts_each_title_says_its_target(browser: Browser, bare: tuple[Path, dict[str, list[str]]]) -> None:
    """Without scripts two findings would run into one sentence."""
    path, titles = bare
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    for key in TITLED:
        panes = page.locator(f"#{key}-title > .pane")
        assert [one.inner_text().replace("\u00a0", " ").split("\n")[-1] for one in panes.all()] == titles[key]
        assert all(one.inner_text().startswith("For ") for one in panes.all())
    context.close()


@pytest.fixture(scope="module", params=[24, 32])
def large(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Browser]:
    """Give a browser whose reader set the type of all pages larger: 16 is usual."""
    path = next(found for name in NAMES if (found := shutil.which(name)))
    made = browser.browser_type.launch(
        executable_path=path, args=["--no-sandbox", f"--blink-settings=defaultFontSize={request.param}"]
    )
    yield made
    made.close()


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390])
def test_large_type_fits_narrow_screens(large: Browser, bare: tuple[Path, dict[str, list[str]]], width: int) -> None:
    """Whoever reads in large type would have to push every line from side to side."""
    page = large.new_page(viewport={"width": width, "height": 700})
    page.goto(bare[0].as_uri())
    page.evaluate(OPEN_ALL)
    page.locator("#find").wait_for()
    assert page.evaluate(OVER) <= 0
    page.locator("#contents summary").click()
    assert page.evaluate(OVER) <= 0
    page.close()
