"""Answers given on the page: by keyboard, by touch, kept, saved, loaded by the real command, shown by the next page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from netscout.reports.page import write_page
from tests.conftest import TODAY
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page

    from tests.conftest import Run

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_NAME = "netscout-answers-2026-03-24-w7f3"
_DAY = f"""
const Real = Date;
class Fixed extends Real {{ constructor(...given) {{ super(...(given.length ? given : ["{TODAY}T12:00:00"])); }} }}
Date = Fixed;
"""


def opened(context: BrowserContext, path: Path, faults: list[str]) -> Page:
    """Open a page on the day of the tests and note what it complains of."""
    page = context.new_page()
    page.add_init_script(_DAY)
    page.on("console", lambda one: faults.append(one.text))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.goto(path.as_uri())
    return page


def saved(page: Page, path: Path) -> list[dict[str, Any]]:
    """Save the answers to a file and return them."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers").click()
    waiting.value.save_as(path)
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["answers"]
    return found


def pressed(where: Locator) -> list[str]:
    """Return field and value of every pressed answer, each once, in the order of the page."""
    found: list[str] = where.locator(".taps button[aria-pressed=true]").evaluate_all(
        "(all) => Array.from(new Set(all.map((one) => one.dataset.field + ' ' + one.dataset.value)))"
    )
    return found


def by_keys(page: Page, button: Locator, key: str) -> None:
    """Reach a button with Tab alone from the one before it, and press a key on it."""
    button.evaluate(
        """(one) => {
            const all = Array.from(document.querySelectorAll("a[href], button, summary, input, select"))
                .filter((other) => other.offsetParent && !other.disabled);
            all[all.indexOf(one) - 1].focus();
        }"""
    )
    page.keyboard.press("Tab")
    assert button.evaluate("(one) => one === document.activeElement")
    page.keyboard.press(key)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of invented people once."""
    path = tmp_path_factory.mktemp("answers") / "report.html"
    write_page(report(120), path)
    return path


@pytest.fixture
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """Give a fresh browser of the width of a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context
    context.close()


def test_keyboard_alone_answers_saves_and_forgets(desk: BrowserContext, sample: Path, tmp_path: Path) -> None:
    """A reader without a mouse could not answer, or would lose answers by one key pressed in haste."""
    faults: list[str] = []
    page = opened(desk, sample, faults)
    card = page.locator(".card:visible").first
    person = card.get_attribute("data-person")
    by_keys(page, card.locator("[data-value=asked]"), "Space")
    by_keys(page, card.locator("[data-field=label][data-value=know]"), "Enter")
    rows = page.locator(f".person[data-person={person}]")
    assert rows.count() >= 1
    for place in range(rows.count()):  # a person on two lists: both rows follow
        assert pressed(rows.nth(place)) == ["label know", "event asked"]
    page.keyboard.press("Enter")
    assert pressed(card) == ["event asked"]
    assert "1 answer not saved yet" in page.inner_text("#saved-words")
    found = saved(page, tmp_path / "one.json")
    assert found == [{"person": person, "event": "asked", "on": TODAY}]
    by_keys(page, page.locator("#clear"), "Enter")
    assert "Forget 1 answer" in page.inner_text("#saved-words")
    by_keys(page, page.locator("#stay"), "Enter")
    assert pressed(card) == ["event asked"]
    page.locator("#clear").press("Enter")
    page.locator("#clear").press("Enter")
    assert pressed(card) == []
    assert page.locator("#saved").is_hidden()
    assert faults == []


def test_groups_are_named_and_large_enough(desk: BrowserContext, sample: Path) -> None:
    """A screen reader would hear twenty buttons "asked" and not of whom; a thumb would hit the wrong one."""
    page = opened(desk, sample, [])
    card = page.locator(".card:visible").first
    name = card.locator("h3").inner_text()
    assert card.get_by_role("group", name=f"Your answers about {name}").count() == 1
    assert card.get_by_role("group", name=f"How well? {name}").count() == 1
    assert card.get_by_role("group", name=f"So far {name}").get_by_role("button").count() == 3
    page.locator(".doubt .taps, .card .taps").first.wait_for()
    small = "(all) => all.filter((one) => one.offsetHeight && (one.offsetHeight < 28 || one.offsetWidth < 24)).length"
    assert page.locator(".taps button").evaluate_all(small) == 0


def test_what_was_saved_is_told_apart(desk: BrowserContext, sample: Path, tmp_path: Path) -> None:
    """A reader could not tell which answers still have to be saved, or what to do with the file."""
    page = opened(desk, sample, [])
    card = page.locator(".card:visible").first
    card.locator("[data-value=close]").click()
    page.reload()
    assert "1 answer not saved yet. This browser keeps them" in page.inner_text("#saved-words")
    saved(page, tmp_path / "one.json")
    assert f"1 answer saved as {_NAME}.json" in page.inner_text("#saved-words")
    assert page.inner_text("#saved-command") == f"netscout load ~/Downloads/{_NAME}.json"
    page.reload()
    assert page.inner_text("#saved-command") == f"netscout load ~/Downloads/{_NAME}.json"
    card.locator("[data-field=event][data-value=met]").click()
    assert "1 answer not saved yet, 1 saved" in page.inner_text("#saved-words")
    assert len(saved(page, tmp_path / "two.json")) == 2
    assert page.inner_text("#saved-command") == f"netscout load ~/Downloads/{_NAME}-2.json"
    card.locator("[data-value=close]").click()  # it is in a file: taking it back has to be said
    assert {key: value for key, value in saved(page, tmp_path / "three.json")[1].items() if key != "person"} == {
        "label": "",
        "on": TODAY,
    }
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert not [one.name for one in report(120).people if one.name in kept]


def test_a_browser_that_keeps_nothing_says_so(desk: BrowserContext, sample: Path, tmp_path: Path) -> None:
    """Answers would be lost with the page, without a word."""
    desk.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page = opened(desk, sample, [])
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.locator(".card:visible [data-value=asked]").first.click()
    assert "will not keep them: save before you close" in page.inner_text("#saved-words")
    page.reload()
    assert asked == ["beforeunload"]
    page.locator(".card:visible [data-value=asked]").first.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers").click()
    name = waiting.value.suggested_filename  # told apart by the second: nobody counts the files here
    assert re.fullmatch(rf"{_NAME}-\d{{6}}\.json", name)
    assert page.inner_text("#saved-command") == f"netscout load ~/Downloads/{name}"
    page.reload()
    assert asked == ["beforeunload"]


def test_answers_come_back_on_the_next_page(browser: Browser, run: Run, loaded: Path, tmp_path: Path) -> None:
    """By touch on a phone: an answer lost between page, file, command and next page, or counted twice."""
    first, second, path, faults = tmp_path / "1.html", tmp_path / "2.html", tmp_path / "answers (1).json", list[str]()
    assert run("report", "--out", first).exit_code == 0
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, accept_downloads=True)
    page = opened(context, first, faults)
    cards = page.locator(".card:visible")
    asked, kept_off, close = (cards.nth(place).get_attribute("data-person") for place in range(3))
    names = cards.locator("h3").all_inner_texts()
    cards.nth(0).locator("[data-value=asked]").tap()
    cards.nth(1).locator("[data-field=avoid]").tap()
    cards.nth(2).locator("[data-value=close]").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert len(saved(page, path)) == 3
    assert "3 answers = 3 taken + 0 known before + 0 unreadable." in run("load", path).stdout
    assert run("report", "--out", second).exit_code == 0
    page.goto(second.as_uri())
    assert page.locator("#saved").is_hidden()  # the page holds them now
    said = page.evaluate("JSON.parse(document.getElementById('page-data').textContent).said")
    assert said == {
        asked: {"events": {"asked": TODAY}},
        kept_off: {"avoid": True},
        close: {"label": "close", "on": TODAY},
    }
    section = page.locator("#answered")
    assert "Your three answers" in section.locator("h2").inner_text()
    text = section.inner_text()
    assert f"{names[0]} leaves place" in text
    assert "you asked on 16 November 2026" in text
    assert f"{names[1]} leaves place" in text
    assert f"netscout avoid {kept_off} --undo" in text
    shown = [cards.nth(place).get_attribute("data-person") for place in range(cards.count())]
    assert not {asked, kept_off} & set(shown)
    row = page.locator(f".person[data-person={close}]").first
    row.evaluate("(one) => { for (const fold of one.querySelectorAll('details')) fold.open = true; }")
    assert pressed(row) == ["label close"]
    row.locator("[data-field=label][data-value=close]").tap()  # what the workspace holds can be taken back
    assert pressed(row) == []
    assert saved(page, tmp_path / "back.json") == [{"person": close, "label": "", "on": TODAY}]
    before = second.read_bytes()
    assert "0 taken + 3 known before" in run("load", path).stdout
    assert run("report", "--out", second).exit_code == 0
    assert second.read_bytes() == before
    assert "1 taken" in run("load", tmp_path / "back.json").stdout
    assert faults == []
    context.close()
