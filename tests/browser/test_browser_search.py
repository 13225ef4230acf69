"""The search of the long table reads letters as the terminal's search does; an order says what comes before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.model.letters import PLAIN, plain_letters
from netscout.reports.page import write_page
from netscout.store.owners import fold
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = ("Ömer İnönü Işık", "O'Brien-Łukasz Straße", "Søren Ærø", "Đorđe Þuríð", "ΟΔΥΣΣΕΥΣ Παπάς")
FOUND = {
    NAMES[0]: ("ışık", "IŞIK", "işik", "isik", "inonu", "İNÖNÜ", "omer isik"),
    NAMES[1]: ("lukasz", "ŁUKASZ", "strasse", "STRASSE", "straße", "o’brien", "o'brien", "o`brien"),  # as typed
    NAMES[2]: ("soren", "SØREN", "aero", "ærø"),
    NAMES[3]: ("dorde", "ĐORĐE", "ÞURÍÐ", "thurid"),
    NAMES[4]: ("οδυσσευς", "παπασ"),  # Greek
}
LETTERS = [
    chr(one) for one in (*range(0xA0, 0x250), *range(0x370, 0x530), *range(0x5D0, 0x6D0), *range(0x1E00, 0x1F00))
]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Open a page whose last people have letters that do not decompose."""
    data = report(130)
    people = [replace(one, name=name) for one, name in zip(data.people[-len(NAMES) :], NAMES, strict=True)]
    path = tmp_path_factory.mktemp("search") / "report.html"
    write_page(replace(data, people=(*data.people[: -len(NAMES)], *people)), path)
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(path.as_uri())
    yield opened
    context.close()


def test_folds_letter_by_letter_as_the_terminal(page: Page) -> None:
    """One question would have two answers: `netscout people` finds somebody whom the page does not."""
    letters = [*LETTERS, *PLAIN, "\u2019", "ß", "ẞ"]
    shown = page.evaluate("(those) => those.map((one) => netscoutPeople.fold(one).trim())", letters)
    wrong = [one for one, folded in zip(letters, shown, strict=True) if folded != plain_letters(fold(one))]
    assert wrong == ["\u037a"]  # a mark of Greek that stands by itself in no name


@pytest.mark.parametrize(("name", "words"), FOUND.items())
def test_finds_what_people_type(page: Page, name: str, words: tuple[str, ...]) -> None:
    """Somebody would not be found by the letters of another keyboard."""
    for word in words:
        page.fill("#find", word)
        assert page.locator("#everyone-body td:first-child > :first-child").all_inner_texts() == [name], word


def test_an_order_by_score_says_what_comes_first(page: Page) -> None:
    """Of connectors a lower score would stand first by score alone, without a word."""
    for kind, doors in (("practitioners", False), ("connectors", True)):
        switch = page.locator(f"[data-order-of='people-0-{kind}']")
        switch.locator("[data-order=pure]").click()
        said = switch.locator("[role=status]").inner_text()
        assert said.startswith("Numbers: places by score alone")
        assert ("open a door" in said) == doors
        switch.locator("[data-order=strength]").click()
        assert "open a door" not in switch.locator("[role=status]").inner_text()
