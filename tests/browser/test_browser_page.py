"""The page as a person meets it: opened from disk, by mouse, by keyboard, without scripts, and under attack."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.reports.page import write_page
from tests.reports.hostile_report import hostile
from tests.reports.page_parts import Parts
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Visit:
    """An opened page with everything it asked for and complained of."""

    def __init__(self, context: BrowserContext, path: Path, canary: str = "") -> None:
        """Open the file and note requests, console lines, faults, dialogs and new windows."""
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.faults.append(one.text))
        self.page.on("pageerror", lambda one: self.faults.append(str(one)))
        self.page.on("dialog", self._refuse)
        self.page.on("popup", lambda _: self.faults.append("popup"))
        if canary:
            self.page.add_init_script(canary)
        self.address = path.as_uri()
        self.page.goto(self.address)

    def _refuse(self, dialog: Dialog) -> None:
        self.faults.append("dialog")
        dialog.dismiss()


@pytest.fixture(scope="module")
def visit(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Open the page of an ordinary network once, with the charts drawn."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    write_page(report(600), path)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    made = Visit(context, path)
    made.page.locator("#map-plot").scroll_into_view_if_needed()
    made.page.wait_for_selector("#map-plot .points path")
    made.page.locator("#links-plot").scroll_into_view_if_needed()
    made.page.wait_for_selector("#links-plot .points path")
    return made


@pytest.mark.check(29, 33)
def test_asks_for_nothing_and_is_quiet(visit: Visit) -> None:
    """The page would fetch something, or complain in the console."""
    assert visit.requests == [visit.address]
    assert visit.faults == []


def test_switch_of_field_and_opening_an_area(visit: Visit) -> None:
    """The areas could not be switched, or an opened area could not be left."""
    page = visit.page
    first = page.inner_text("#map-title")
    page.click("[data-map=sector]")
    assert page.inner_text("#map-title") != first
    assert "field of business" in page.inner_text("#map-title")
    assert "Healthcare" in " ".join(page.locator("#map-plot .label").all_text_contents())
    assert page.locator(".map-pane[data-field=family]").first.is_hidden()
    page.click("[data-map=family]")
    assert page.inner_text("#map-title") == first
    page.locator("details.map-pane[data-field=family] summary").click()
    page.click("[data-area=Management]")
    page.click("#map-whole")
    assert page.locator("#map-whole").is_hidden()


def test_search_sorts_and_filters(visit: Visit) -> None:
    """The long table would show people who do not fit, or lose some who do."""
    page, people = visit.page, report(600).people
    page.fill("#find", "data analyst")
    wanted = sum("data analyst" in one.title.casefold() for one in people)
    assert page.inner_text("#found") == f"{wanted} people of 600"
    titles = page.locator("#everyone-body td:nth-child(2)").all_inner_texts()
    assert set(titles) == {"Data analyst"}
    page.fill("#find", "")
    page.select_option("#find-strength", "close")
    assert page.inner_text("#found").startswith(f"{sum(one.strength == 'close' for one in people)} people")
    page.select_option("#find-strength", "")
    page.click("#everyone-head th[data-key=name] button")
    names = page.locator("#everyone-body td:first-child").all_inner_texts()
    assert names == sorted(names)
    assert page.get_attribute("#everyone-head th[data-key=name]", "aria-sort") == "ascending"


def test_copy_gives_the_request(visit: Visit) -> None:
    """The copied text would differ from the one shown."""
    page = visit.page
    button = page.locator("[data-copy]").first
    button.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == report(600).asks[0].request


def test_answers_are_kept_and_saved(visit: Visit, tmp_path: Path) -> None:
    """A tap would be lost on reload, or the saved file would not be the one `load` takes."""
    page = visit.page
    first = page.locator(".person:visible").first
    person = first.get_attribute("data-person")
    first.get_by_role("button", name="know").click()
    first.get_by_role("button", name="close").click()
    first.get_by_role("button", name="asked").click()
    first.get_by_role("button", name="not this person").click()
    assert first.get_by_role("button", name="met once").get_attribute("data-value") == "met"
    assert first.get_by_role("button", name="talk done").get_attribute("data-value") == "met"
    page.reload()
    assert "3 answers" in page.inner_text("#saved-words")
    with page.expect_download() as waiting:
        page.click("#save")
    assert page.inner_text("#saved-words").startswith(
        "3 answers saved as netscout-answers-2026-03-24-w7f3.json in your download folder."
    )
    path = tmp_path / "answers.json"
    waiting.value.save_as(path)
    saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert {key: saved[key] for key in ("schema", "kind", "workspace", "owner")} == {
        "schema": 1,
        "kind": "netscout-answers",
        "workspace": "w7f3",
        "owner": "p0000",
    }
    bare = [{key: value for key, value in one.items() if key != "on"} for one in saved["answers"]]
    assert bare == [
        {"person": person, "label": "close"},
        {"person": person, "event": "asked"},
        {"person": person, "avoid": True},
    ]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", one["on"]) for one in saved["answers"])
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert not [one.name for one in report(600).people if one.listed and one.name in kept]
    page.click("#clear")
    page.click("#clear")


def test_fold_opens_by_keyboard(visit: Visit) -> None:
    """The arithmetic of a row could be reached by mouse only."""
    page = visit.page
    summary = page.locator(".person:visible details summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".person:visible .waterfall").first.is_visible()


def test_switch_of_target(visit: Visit) -> None:
    """The lists of the second target could not be reached, or both would stand at once."""
    page = visit.page
    page.click("#targets [data-show='1']")
    assert page.locator("#list-1-practitioners").is_visible()
    assert page.locator("#list-0-practitioners").is_hidden()
    page.click("#targets [data-show='0']")


def test_targets_are_large_enough(visit: Visit) -> None:
    """A button would be too small for a finger."""
    small = visit.page.evaluate(
        """() => Array.from(document.querySelectorAll("button, summary, select, input")).filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width && (box.height < 23.9 || box.width < 23.9) && one.type !== "checkbox";
        }).map((one) => one.textContent)"""
    )
    assert small == []


@pytest.mark.check(33)
def test_without_scripts_and_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """Without scripts or on a narrow screen the shortlist could not be read."""
    data, path = report(200), tmp_path / "report.html"
    write_page(data, path)
    context = browser.new_context(viewport={"width": 380, "height": 800}, java_script_enabled=False)
    page = Visit(context, path).page
    text = page.locator("#whom").inner_text()
    assert not [row.name for ranked in data.lists[1] for row in ranked.rows if row.rank and row.name not in text]
    assert page.locator(".taps").first.is_hidden()
    context.close()
    context = browser.new_context(viewport={"width": 380, "height": 800})
    narrow = Visit(context, path).page
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 380
    context.close()


def test_long_words_stay_inside(browser: Browser, tmp_path: Path) -> None:
    """A name, title or company without a gap would make the page wider than the screen."""
    data, path, long = report(60), tmp_path / "long.html", "Wordwithoutend" * 30
    lists = tuple(
        tuple(
            replace(
                ranked,
                rows=tuple(
                    replace(
                        row, name=long, title=long, company=long, against=long, facets=dict.fromkeys(row.facets, long)
                    )
                    for row in ranked.rows
                ),
            )
            for ranked in pair
        )
        for pair in data.lists
    )
    asks = tuple(replace(one, name=long, title=long, why=long, question=long, request=long) for one in data.asks)
    people = tuple(
        replace(one, name=long, title=long, company=long, company_label=long, excluded=long) for one in data.people
    )
    targets = tuple(replace(one, roles=(long,), companies=(long,)) for one in data.targets)
    write_page(
        replace(data, owner=long, lists=lists, asks=asks, people=people, targets=targets),  # type: ignore[arg-type]  # pairs of two
        path,
    )
    for wide in (1280, 390):
        context = browser.new_context(viewport={"width": wide, "height": 900})
        page = Visit(context, path).page
        for fold in page.locator("details").all():
            fold.evaluate("(one) => { one.open = true; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
        context.close()


def test_charts_stand_without_scrolling(browser: Browser, tmp_path: Path) -> None:
    """A print or a picture of the whole page would have holes where the charts belong."""
    path = tmp_path / "report.html"
    write_page(report(60), path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    met = Visit(context, path)
    met.page.wait_for_selector("#map-plot .points path", state="attached")
    met.page.wait_for_selector("#links-plot .points path", state="attached")
    assert met.page.evaluate("window.scrollY") == 0
    met.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert met.page.evaluate("document.querySelector('#map-plot .main-svg').getBoundingClientRect().width") == 660
    met.page.emulate_media(media="print")
    dead = met.page.evaluate(
        "Array.from(document.querySelectorAll('button, select, input')).filter((one) => one.offsetParent)"
    )
    assert dead == []
    assert met.faults == []
    context.close()


def test_left_out_people_say_why(browser: Browser, tmp_path: Path) -> None:
    """Somebody left out of the lists would stand in the long table without a reason, or could not be found."""
    data, path = report(60), tmp_path / "report.html"
    odd = replace(data.people[7], excluded="your manager; name them yourself if you want to ask them")
    write_page(replace(data, people=(*data.people[:7], odd, *data.people[8:])), path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = Visit(context, path).page
    page.select_option("#find-left-out", "yes")
    assert page.inner_text("#found") == "1 person of 60"
    assert page.inner_text("#everyone-body small") == (
        "Left out: Your manager; name them yourself if you want to ask them."
    )
    context.close()


CANARY = """
window.netscoutCalls = [];
window.netscoutCanary = (word) => window.netscoutCalls.push(word);
for (const name of ["alert", "confirm", "prompt"]) window[name] = (word) => window.netscoutCalls.push(word);
"""
FIRE = """() => {
    const kinds = ["mouseover", "mouseenter", "mousemove", "focus", "toggle", "keydown", "input", "load", "error"];
    for (const one of document.querySelectorAll("*")) {
        // Plotly reads places from mouse events; a real pointer follows there.
        const drawn = one.closest(".plot");
        for (const kind of kinds.filter((name) => !drawn || !name.startsWith("mouse"))) {
            one.dispatchEvent(new Event(kind, { bubbles: true }));
        }
    }
    for (const one of document.querySelectorAll("button:not(#save), summary")) one.click();
}"""
SPOTS = """() => {
    const plot = document.getElementById("map-plot");
    const [box, { xaxis, yaxis }] = [plot.getBoundingClientRect(), plot._fullLayout];
    const those = plot.data.find((one) => one.meta.layer === "people");
    const place = (from, axis, value) => from + axis._offset + axis.c2p(value);
    const places = those.x.map((x, at) => [place(box.x, xaxis, x), place(box.y, yaxis, those.y[at])]);
    return places.filter((one, at) => at % 9 === 0).slice(0, 12);
}"""
LINKS = re.compile(r"#.*|https://www\.linkedin\.com/(in/[\w%.~-]+|search/results/people/\?keywords=[\w%.~-]*)")


@pytest.mark.check(28, 29, 32)
def test_hostile_names_run_nothing(browser: Browser, tmp_path: Path) -> None:
    """A name, title, company or target would run as a script, ask a host for something, or make a foreign link."""
    path = tmp_path / "hostile.html"
    write_page(hostile(), path)
    raw = tmp_path / "raw.html"
    raw.write_text("<!doctype html><b><img src=x onerror=window.netscoutCanary(1)></b>", encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    proof = Visit(context, raw, CANARY).page
    proof.wait_for_function("window.netscoutCalls.length > 0")
    assert proof.evaluate("window.netscoutCalls") == [1]
    met = Visit(context, path, CANARY)
    met.page.locator("#map-plot").scroll_into_view_if_needed()
    met.page.wait_for_selector("#map-plot .points path")
    met.page.wait_for_selector("#links-plot .points path")
    for x, y in met.page.evaluate(SPOTS):
        met.page.mouse.move(x, y)
    met.page.evaluate(FIRE)
    met.page.wait_for_timeout(300)
    assert met.page.evaluate("window.netscoutCalls") == []
    assert met.requests == [met.address]
    assert met.faults == []
    links = met.page.evaluate("Array.from(document.querySelectorAll('[href]')).map((one) => one.getAttribute('href'))")
    assert not [one for one in links if one and not LINKS.fullmatch(one)]
    assert met.page.locator("script, iframe, object, embed, form, base").count() == len(_scripts(path)) + 1
    context.close()


def _scripts(path: Path) -> list[str]:
    return [tag for tag, _ in Parts(path.read_text(encoding="utf-8")).tags if tag == "script"]
