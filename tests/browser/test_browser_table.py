"""The long table by keyboard and by ear: searched, sorted, filtered, turned over, and nobody lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.model.report import ReportData
from netscout.reports.page import write_page
from tests.reports.sample_people import CARE, DATA
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = ("Émile Zola-Ruiz", "Øystein Berg", "émile abara", "Ångström Lund", "李 小龍", "Zoé Quist 2", "Zoé Quist 10")


def _people() -> ReportData:
    """Return a report of 130 people, the last of them with names of many kinds and one without an address."""
    data = report(130)
    odd = [replace(one, name=name) for one, name in zip(data.people[-len(NAMES) :], NAMES, strict=True)]
    odd[0] = replace(odd[0], url="", excluded="your manager; name them yourself if you want to ask them")
    return replace(data, people=(*data.people[: -len(NAMES)], *odd))


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open the page once; each test begins with everybody shown, by strength."""
    path = tmp_path_factory.mktemp("table") / "report.html"
    write_page(_people(), path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.on("console", lambda one: faults.append(one.text))
    page.goto(path.as_uri())
    yield page
    assert faults == []
    context.close()


@pytest.fixture
def table(opened: Page) -> Page:
    """Give the page with an empty search, no filter, and everybody by strength."""
    opened.fill("#find", "")
    for name in ("strength", "verdict", "family", "left-out"):
        opened.select_option(f"#find-{name}", "")
    if opened.get_attribute("#everyone-head th[data-key=strength]", "aria-sort") != "ascending":
        opened.click("#everyone-head th[data-key=strength] button")
    return opened


def _names(page: Page) -> list[str]:
    return page.locator("#everyone-body td:first-child > :first-child").all_inner_texts()


def _sorted_by(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(Array.from(document.querySelectorAll("#everyone-head th[aria-sort]"))
            .map((one) => [one.dataset.key, one.getAttribute("aria-sort")]))"""
    )
    return found


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


def test_sorts_by_keyboard(table: Page) -> None:
    """A head could be pressed by mouse only, would not say how the table is sorted, or would lose the focus."""
    head = table.locator("#everyone-head th[data-key=name] button")
    head.focus()
    table.keyboard.press("Enter")
    assert _sorted_by(table) == {"name": "ascending"}
    first = _names(table)
    table.keyboard.press("Enter")
    assert _sorted_by(table) == {"name": "descending"}
    assert "Name" in _focused(table)
    assert _names(table) != first


def test_names_are_sorted_as_people_sort_them(table: Page) -> None:
    """Accents, small letters, numbers or other scripts would stand apart from their place."""
    table.click("#everyone-head th[data-key=name] button")
    shown: list[str] = []
    while True:
        shown += _names(table)
        if table.is_disabled("#page-on"):
            break
        table.click("#page-on")
    wanted = table.evaluate(
        """(names) => {
            const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
            return names.map((name, row) => [name, row]).sort((a, b) => collator.compare(a[0], b[0]) || a[1] - b[1])
                .map((one) => one[0]);
        }""",
        [one.name for one in _people().people],
    )
    assert shown == wanted


def test_search_says_what_was_found(table: Page) -> None:
    """Somebody who hears the page would not learn how many were found, or that nobody fits and what to do."""
    status = table.locator("#found")
    assert status.get_attribute("role") == "status"
    table.fill("#find", "emile")
    assert status.inner_text() == "2 people of 130"
    table.fill("#find", "EMILE abara")
    assert status.inner_text() == "1 person of 130"
    table.fill("#find", "nobody of this name")
    assert status.inner_text() == "0 people of 130: take a word or a filter away"
    assert _focused(table) == "find"
    table.fill("#find", "")
    assert status.inner_text() == "130 people"


def test_filters_by_keyboard(table: Page) -> None:
    """A filter would not count, or would not be reached by keyboard."""
    people = _people().people
    table.focus("#find-strength")
    table.keyboard.press("ArrowDown")
    chosen = table.input_value("#find-strength")
    many = sum(one.strength == chosen for one in people)
    assert chosen == "close"
    assert table.inner_text("#found") == f"{many} people of 130"
    assert _focused(table) == "find-strength"
    table.select_option("#find-strength", "")
    table.select_option("#find-left-out", "yes")
    assert _names(table) == [NAMES[0]]


def test_pager_keeps_the_focus(table: Page) -> None:
    """At the first or last page the focus would fall out of the page."""
    table.focus("#page-on")
    for _ in range(5):
        table.keyboard.press("Enter")
    assert table.inner_text("#page-words") == "126–130 of 130"
    assert _focused(table) == "page-back"
    for _ in range(5):
        table.keyboard.press("Enter")
    assert table.inner_text("#page-words") == "1–25 of 130"
    assert _focused(table) == "page-on"


@pytest.mark.parametrize("row", [0, 77, 123])
def test_reveals_somebody(table: Page, row: int) -> None:
    """From the map one would not come to the row: on another page, searched or filtered away, or without a link."""
    from playwright.sync_api import expect

    table.fill("#find", "nobody of this name")
    table.select_option("#find-strength", "close")
    table.evaluate("(row) => window.netscoutPeople.reveal(row)", row)
    name = _people().people[row].name
    assert table.inner_text("#everyone-body tr.here td:first-child > :first-child") == name
    assert _focused(table) == name
    assert table.input_value("#find") == ""
    assert table.inner_text("#found") == "130 people"
    expect(table.locator("#everyone-body tr.here")).to_be_in_viewport()


def test_reveals_within_a_search(table: Page) -> None:
    """A search that holds the person would be thrown away."""
    table.fill("#find", "quist")
    row = next(place for place, one in enumerate(_people().people) if "Quist" in one.name)
    table.evaluate("(row) => window.netscoutPeople.reveal(row)", row)
    assert table.input_value("#find") == "quist"
    assert _focused(table) == _people().people[row].name


def test_each_row_leads_to_the_map(table: Page) -> None:
    """The button would belong to somebody else, or say nothing to those who hear it."""
    first = table.locator("#everyone-body tr").first
    button = first.locator("[data-on-map]")
    row = int(button.get_attribute("data-on-map") or -1)
    name = first.locator("td:first-child > :first-child").inner_text()
    assert _people().people[row].name == name
    assert button.get_attribute("aria-label") == f"map: {name}"


def test_work_follows_the_target(table: Page) -> None:
    """After another target is chosen the table would speak of the first one's work, or lack its kinds."""
    people = _people().people
    table.select_option("#find-verdict", "match")
    for place, target in enumerate((DATA, CARE)):
        table.click(f"#targets [data-show='{place}']")
        many = sum(one.verdicts[target] == "match" for one in people)
        assert table.inner_text("#found") == f"{many} people of 130"
    table.click("#targets [data-show='0']")
    options = table.locator("#find-verdict option").evaluate_all("(those) => those.map((one) => one.value)")
    assert set(options) - {""} == {value for one in people for value in one.verdicts.values()}
