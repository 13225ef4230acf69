"""Unsure titles on the page: tapped, saved, loaded, and the next page counts the people as said."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.conftest import Run

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _page(browser: Browser, path: Path, width: int, faults: list[str]) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 844}, accept_downloads=True)
    page = context.new_page()
    page.on("console", lambda one: faults.append(one.text))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.goto(path.as_uri())
    return page


def _people(run: Run, title: str) -> set[str]:
    rows = json.loads(run("rank", "--json", "-n", "100000", "--list", "practitioners").stdout)["rows"]
    return {row["verdict"] for row in rows if re.match(rf"{re.escape(title)}\b", row["title"]) and not row["excluded"]}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_tap_counts_on_the_next_page(browser: Browser, run: Run, loaded: Path, tmp_path: Path, width: int) -> None:  # noqa: PLR0915  # one journey, step by step
    """An answer that is lost between the page and the next one, or cannot be given on a phone."""
    first, faults = tmp_path / "first.html", list[str]()
    assert run("report", "--out", first).exit_code == 0
    page = _page(browser, first, width, faults)
    wanted, declined = page.locator(".doubt h3").all_inner_texts()[-2:]
    assert "match" not in _people(run, wanted)
    row = page.locator(".doubt", has=page.get_by_role("heading", name=wanted, exact=True))
    row.get_by_role("button", name="close").click()
    row.get_by_role("button", name="fits").click()
    assert row.get_by_role("button", name="close").get_attribute("aria-pressed") == "false"
    other = page.locator(".doubt", has=page.get_by_role("heading", name=declined, exact=True))
    other.get_by_role("button", name="no", exact=True).focus()
    page.keyboard.press("Enter")
    page.reload()
    assert "2 answers" in page.inner_text("#saved-words")
    assert row.get_by_role("button", name="fits").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = row.get_by_role("button").evaluate_all("(all) => all.filter((one) => one.offsetHeight < 24).length")
    assert small == 0
    with page.expect_download() as waiting:
        page.click("#save")
    path = tmp_path / "answers.json"
    waiting.value.save_as(path)
    assert [{key: value for key, value in one.items() if key != "on"} for one in _saved(path)] == [
        {"title": wanted, "target": "data", "fit": "match"},
        {"title": declined, "target": "data", "fit": "no"},
    ]
    _as_of(path, "2026-11-16")
    assert "2 answers = 2 taken" in run("load", path).stdout
    assert _people(run, wanted) == {"match"}
    assert _people(run, declined) == {"no"}
    back = other.locator("[data-value=no]")
    back.click()  # saved and loaded: taking it back has to be said
    assert back.get_attribute("aria-pressed") == "false"
    assert "1 answer not saved yet, 1 saved" in page.inner_text("#saved-words")
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(path)
    assert [one["fit"] for one in _saved(path) if one["title"] == declined] == [""]
    _as_of(path, "2026-11-16")
    assert "2 answers = 1 taken + 1 known" in run("load", path).stdout
    assert "2 answers = 0 taken + 2 known" in run("load", path).stdout
    page.reload()
    assert back.get_attribute("aria-pressed") == "false"
    second = tmp_path / "second.html"
    assert run("report", "--out", second).exit_code == 0
    page.goto(second.as_uri())
    shown = page.locator(".doubt h3").all_inner_texts()
    assert shown
    assert wanted not in shown
    assert declined in shown
    again = page.locator(".doubt", has=page.get_by_role("heading", name=declined, exact=True))
    assert again.locator("button[aria-pressed=true]").count() == 0
    assert page.locator("#saved").is_hidden()
    assert faults == []
    page.context.close()


def _saved(path: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))["answers"]
    return found


def _as_of(path: Path, day: str) -> None:
    """Put the day of the test in place of the browser's own."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(
        json.dumps({**whole, "answers": [{**one, "on": day} for one in whole["answers"]]}), encoding="utf-8"
    )
