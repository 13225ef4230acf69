"""The map in a real browser: drawn marks, right names by pointer, keys and finger, labels apart, areas opened."""

from __future__ import annotations

import base64
import random
from typing import TYPE_CHECKING

import pytest

from netscout.reports.page import write_page
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from netscout.model.report import NetworkPerson

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST = 3_000
DOTS = """() => {
    const plot = document.getElementById("map-plot");
    const those = plot.data.find((one) => one.meta.layer === "people");
    const { xaxis, yaxis } = plot._fullLayout;
    const place = (axis, value) => axis._offset + axis.c2p(value);
    return those.x.map((x, at) => [those.customdata[at], place(xaxis, x), place(yaxis, those.y[at])]);
}"""
BOXES = """() => Array.from(document.querySelectorAll("#map-plot .label")).map((one) => {
    const box = one.getBoundingClientRect();
    const plot = document.getElementById("map-plot").getBoundingClientRect();
    const edges = [box.x - plot.x, box.right - plot.x, box.y - plot.y, box.bottom - plot.y];
    return [one.textContent, ...edges, plot.width, plot.height];
})"""
COLOUR = """async ([picture, spots]) => {
    const image = await createImageBitmap(await (await fetch("data:image/png;base64," + picture)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return spots.map(([x, y]) => Array.from(canvas.getImageData(Math.round(x), Math.round(y), 1, 1).data).slice(0, 3));
}"""


class Map:
    """An opened page with its map drawn, and everything it asked for and complained of."""

    def __init__(self, context: BrowserContext, path: Path, people: tuple[NetworkPerson, ...]) -> None:
        """Open the page and wait for both charts."""
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.people = people
        self.page: Page = context.new_page()
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.faults.append(one.text))
        self.page.on("pageerror", lambda one: self.faults.append(str(one)))
        self.address = path.as_uri()
        self.page.goto(self.address)
        self.page.wait_for_selector("#map-plot .points path", state="attached", timeout=60_000)
        self.page.wait_for_selector("#links-plot .points path", state="attached", timeout=60_000)

    def whole(self, field: str = "family") -> None:
        """Go back to the whole map of a field."""
        self.page.click(f"[data-map={field}]")
        self.page.wait_for_selector("#map-whole", state="hidden")

    def open(self, area: str) -> None:
        """Open an area by its button in the table."""
        self.page.evaluate(
            "(name) => Array.from(document.querySelectorAll('details.map-pane[data-field=family] [data-area]'))"
            ".find((one) => one.dataset.area === name).click()",
            area,
        )
        self.page.wait_for_selector("#map-whole", state="visible")

    def dots(self) -> list[tuple[int, float, float]]:
        """Return index and place, in pixels of the chart, of everybody drawn."""
        found: list[tuple[int, float, float]] = self.page.evaluate(DOTS)
        return found

    def point_at(self, x: float, y: float) -> str:
        """Move the pointer to a place of the chart and return the words that come up."""
        self.page.mouse.move(1, 1)
        self.page.wait_for_selector("#map-plot .hovertext", state="detached")
        left, top = self.page.evaluate(
            """(y) => {
                const plot = document.getElementById("map-plot");
                window.scrollTo(0, window.scrollY + plot.getBoundingClientRect().y + y - 450);
                const box = plot.getBoundingClientRect();
                return [box.x, box.y];
            }""",
            y,
        )
        self.page.mouse.move(left + x, top + y)
        self.page.wait_for_selector("#map-plot .hovertext")
        return self.page.locator("#map-plot .hovertext").first.text_content() or ""

    def said(self) -> str:
        """Return the line above the map, which is read out."""
        return self.page.inner_text("#map-said")

    def boxes(self) -> list[tuple[str, float, float, float, float, float, float]]:
        """Return text and edges of every label, and the size of the chart."""
        found: list[tuple[str, float, float, float, float, float, float]] = self.page.evaluate(BOXES)
        return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Path, tuple[NetworkPerson, ...]]]:
    """Write a page of 600 and one of 30,000 people."""
    folder = tmp_path_factory.mktemp("map")
    made = {}
    for many in (600, 30_000):
        data, path = report(many), folder / f"{many}.html"
        write_page(data, path)
        made[many] = (path, data.people)
    return made


@pytest.fixture(scope="module", params=[600, 30_000])
def chart(
    request: pytest.FixtureRequest, browser: Browser, pages: dict[int, tuple[Path, tuple[NetworkPerson, ...]]]
) -> Iterator[Map]:
    """Open the page of so many people at the width of a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield Map(context, *pages[request.param])
    context.close()


def _role(person: NetworkPerson) -> str:
    return " at ".join(one for one in (person.title, person.company_label or person.company) if one)


def _names(person: NetworkPerson, words: str) -> bool:
    """Whether words name this very person: plotly leaves the breaks of lines out."""
    bare = words.replace(" ", "").replace(";", "")
    return all(part.replace(" ", "") in bare for part in (person.name, _role(person)))


@pytest.mark.check(33)
@pytest.mark.parametrize("area", ["", "Education and libraries"])
def test_pointer_names_the_right_person(chart: Map, area: str) -> None:
    """The dot under the pointer would bear the name of somebody else, on the whole map or in an opened area."""
    chart.whole()
    if area:
        chart.open(area)
    for row, x, y in random.Random(7).sample(chart.dots(), 6):  # noqa: S311  # a fixed choice
        words = chart.point_at(x, y)
        assert _names(chart.people[row], words), (row, words)
        if area:
            assert chart.people[row].family == area


@pytest.mark.check(33)
@pytest.mark.parametrize("area", ["", "Education and libraries"])
def test_marks_are_really_drawn(chart: Map, browser: Browser, area: str) -> None:
    """A person could be pointed at where nothing is seen: the picture itself is looked at."""
    chart.whole()
    if area:
        chart.open(area)
    chart.page.mouse.move(1, 1)
    plot = chart.page.locator("#map-plot")
    picture = base64.b64encode(plot.screenshot()).decode("ascii")
    some = random.Random(11).sample(chart.dots(), 25)  # noqa: S311  # a fixed choice
    ground = (some[0][1], 2.0)
    blank = browser.new_page()
    colours = blank.evaluate(COLOUR, [picture, [ground, *((x, y) for _, x, y in some)]])
    blank.close()
    for (row, *_), colour in zip(some, colours[1:], strict=True):
        assert max(abs(a - b) for a, b in zip(colour, colours[0], strict=True)) > 60, (row, colour)


def test_opened_area_holds_its_people(chart: Map) -> None:
    """An opened area would lose people, show strangers, or draw more marks than can be told apart."""
    chart.whole()
    chart.open("Education and libraries")
    wanted = {place for place, one in enumerate(chart.people) if one.family == "Education and libraries"}
    shown = [row for row, *_ in chart.dots()]
    assert len(shown) == len(set(shown)) <= MOST
    assert set(shown) == wanted
    drawn = chart.page.locator("#map-plot .dots").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('d').split('M').length - 1).reduce((sum, one) => sum + one, 0)"
    )
    assert drawn == len(shown)
    chart.page.click("#map-whole")
    chart.page.wait_for_selector("#map-whole", state="hidden")


def test_people_beyond_the_marks_are_told_and_reached(chart: Map) -> None:
    """People of an area too large to be drawn would be missing without a word, and could not be reached."""
    if len(chart.people) == 600:
        pytest.skip("every area of a small network is drawn whole")
    chart.whole()
    chart.open("Health care practice")
    inside = [one for one in chart.people if one.family == "Health care practice"]
    assert len(chart.dots()) <= MOST < len(inside)
    assert f"{len(chart.dots()):,} of {len(inside):,} people are drawn" in chart.page.inner_text("#map-note")
    chart.page.focus("#map-plot")
    chart.page.keyboard.press("End")
    assert "Enter or a tap opens it" in chart.said()
    company = chart.said().split(", ")[0]
    chart.page.keyboard.press("Enter")
    chart.page.get_by_role("button", name="Back to the area").wait_for()
    rows = {row for row, *_ in chart.dots()}
    assert rows == {
        place
        for place, one in enumerate(chart.people)
        if one.family == "Health care practice" and (one.company_label or one.company) == company
    }
    chart.page.keyboard.press("Escape")
    chart.page.get_by_role("button", name="Show the whole map").wait_for()
    chart.page.keyboard.press("Escape")
    chart.page.wait_for_selector("#map-whole", state="hidden")
    assert chart.page.evaluate("document.activeElement.id") == "map-plot"


def _apart(boxes: list[tuple[str, float, float, float, float, float, float]]) -> None:
    for place, one in enumerate(boxes):
        text, left, right, top, bottom, wide, high = one
        assert (left >= -1, right <= wide + 1, top >= -1, bottom <= high + 1) == (True,) * 4, text
        for other in boxes[place + 1 :]:
            clear = right <= other[1] or other[2] <= left or bottom <= other[3] or other[4] <= top
            assert clear, (text, other[0])


def test_labels_lie_apart(chart: Map) -> None:
    """Two names of the map would be printed over each other, or be cut at the edge."""
    for field in ("family", "sector"):
        chart.whole(field)
        assert len(chart.boxes()) >= 8
        _apart(chart.boxes())
    chart.whole()
    for area in ("Education and libraries", "Health care practice", "Sales"):
        chart.open(area)
        assert any(area.split(" ")[0] in one[0] for one in chart.boxes())
        _apart(chart.boxes())
    chart.open("Health care practice")
    assert sum("Northwind" in one[0] or "Larkfield" in one[0] for one in chart.boxes()) == 2


def test_labels_lie_apart_on_a_phone(
    browser: Browser, pages: dict[int, tuple[Path, tuple[NetworkPerson, ...]]]
) -> None:
    """On a narrow screen in the dark the names of the map would run into each other."""
    for many in (600, 30_000):
        context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme="dark")
        chart = Map(context, *pages[many])
        _apart(chart.boxes())
        chart.open("Health care practice")
        _apart(chart.boxes())
        assert chart.faults == []
        context.close()


def test_keys_walk_and_name_people(chart: Map) -> None:
    """Without a pointer the map could not be entered, walked, read, used or left."""
    from playwright.sync_api import expect

    page = chart.page
    chart.whole()
    chart.open("Education and libraries")
    page.locator("#map-whole").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "map-plot"
    places = {(round(x), round(y)): row for row, x, y in chart.dots()}
    met = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "PageDown", "ArrowUp", "Home"):
        page.keyboard.press(key)
        mark = page.evaluate(
            """() => {
                const plot = document.getElementById("map-plot");
                const ring = plot.querySelector(".walked circle");
                const { xaxis, yaxis } = plot._fullLayout;
                const place = (key, axis) => Number(ring.getAttribute(key)) + axis._offset;
                return [place("cx", xaxis), place("cy", yaxis)];
            }"""
        )
        row = places[round(mark[0]), round(mark[1])]
        met.add(row)
        assert _names(chart.people[row], chart.said()), (key, chart.said())
        expect(page.locator("#map-plot .hovertext").first).to_contain_text(chart.people[row].name.split(" ")[0])
        assert _names(chart.people[row], page.locator("#map-plot .hovertext").first.text_content() or "")
    assert len(met) >= 5
    page.keyboard.press("Escape")
    page.wait_for_selector("#map-whole", state="hidden")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.locator("#map-plot .walked").count() == 0


def test_from_a_dot_to_the_row_and_back(chart: Map) -> None:
    """A dot would lead nowhere, or a row would not find its dot."""
    page = chart.page
    chart.whole()
    index = int(page.locator(".person [data-on-map]:visible").first.get_attribute("data-on-map") or -1)
    page.locator(f".person [data-on-map='{index}']:visible").first.click()
    page.wait_for_selector("#map-plot .walked", state="attached")
    assert _names(chart.people[index], chart.said())
    page.keyboard.press("Enter")
    name = page.evaluate("document.activeElement.closest('.person').dataset.index")
    assert int(name) == index
    quiet = next(place for place, one in enumerate(chart.people) if not one.listed and one.family == "Sales")
    page.evaluate(
        """(row) => {
            const button = document.createElement("button");
            button.setAttribute("data-on-map", row);
            document.body.appendChild(button);
            button.click();
            button.remove();
        }""",
        quiet,
    )
    page.wait_for_selector("#map-plot .walked", state="attached")
    assert _names(chart.people[quiet], chart.said())
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == chart.people[quiet].name
    assert page.evaluate("Boolean(document.activeElement.closest('#everyone-body'))")


def test_links_are_walked_in_words(chart: Map) -> None:
    """The link view could be read by pointer only."""
    page = chart.page
    page.focus("#links-plot")
    page.keyboard.press("Home")
    assert page.inner_text("#links-said") == "you"
    page.keyboard.press("ArrowRight")
    words = page.inner_text("#links-said")
    assert words.startswith("you – ")
    page.keyboard.press("Enter")
    index = page.evaluate("document.activeElement.closest('.person').dataset.index")
    assert chart.people[int(index)].name in words


def test_a_finger_names_first_and_goes_second(
    browser: Browser, pages: dict[int, tuple[Path, tuple[NetworkPerson, ...]]]
) -> None:
    """On a phone one could not see who a dot is without being carried away from the map."""
    context = browser.new_context(viewport={"width": 800, "height": 900}, has_touch=True, reduced_motion="reduce")
    chart = Map(context, *pages[600])
    page = chart.page
    page.locator("#map-plot").scroll_into_view_if_needed()
    row, x, y = next(one for one in chart.dots() if chart.people[one[0]].listed)
    box = page.locator("#map-plot").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + x, box["y"] + y)
    page.wait_for_selector("#map-plot .walked", state="attached")
    assert _names(chart.people[row], chart.said())
    box = page.locator("#map-plot").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + x, box["y"] + y)
    assert int(page.evaluate("document.activeElement.closest('.person').dataset.index")) == row
    assert chart.faults == []
    context.close()


def test_resize_keeps_the_area_and_paper_gets_the_whole(
    browser: Browser, pages: dict[int, tuple[Path, tuple[NetworkPerson, ...]]]
) -> None:
    """Turning a phone would throw one out of an area; a print would show a part of the map, or a dark one."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    chart = Map(context, *pages[600])
    page = chart.page
    chart.open("Sales")
    inside = len(chart.dots())
    page.set_viewport_size({"width": 900, "height": 900})
    page.wait_for_function("() => document.querySelector('#map-plot .main-svg').clientWidth <= 900")
    assert len(chart.dots()) == inside < 600
    assert page.locator("#map-whole").is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert len(chart.dots()) == 600
    assert page.locator("#map-plot .label text").first.get_attribute("fill") == "#22272B"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(chart.dots()) == inside
    assert page.locator("#map-plot .label text").first.get_attribute("fill") == "#E9E6DF"
    assert chart.faults == []
    context.close()


def test_map_is_honest_to_a_screen_reader(chart: Map) -> None:
    """The map would be a riddle to somebody who hears it: what it is, how it is used, who is marked."""
    plot = chart.page.locator("#map-plot")
    assert plot.get_attribute("role") == "application"
    assert plot.get_attribute("aria-roledescription") == "map"
    assert plot.get_attribute("aria-label")
    described = chart.page.locator(f"#{plot.get_attribute('aria-describedby')}").text_content() or ""
    assert "Arrow keys" in described
    assert "Escape" in described
    assert chart.page.get_attribute("#map-said", "role") == "status"
    assert plot.locator(".svg-container").get_attribute("aria-hidden") == "true"
    assert plot.locator("[tabindex], a, button").count() == 0


@pytest.mark.check(29, 33)
def test_map_asks_for_nothing_and_is_quiet(chart: Map) -> None:
    """Drawing, opening and walking would complain or fetch something."""
    assert chart.requests == [chart.address]
    assert chart.faults == []
