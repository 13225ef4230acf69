"""A visit to a page written to harm: all a reader can do is done, and whatever ran, was asked or entered is told.

`visit` returns what was wrong, in words; the words hold pieces of payloads and never names of people.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.reports.columns import decode
from tests.reports.page_parts import Parts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

ROWS = 25
"""Rows of one leaf of the long table."""
TAGS = (
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "script",
        "body",
        "header",
        "main",
        "nav",
        "section",
        "footer",
        "aside",
    ),
    *("article", "noscript", "h1", "h2", "h3", "h4", "h5", "p", "a", "b", "i", "small", "strong", "span", "bdi", "br"),
    *("code", "pre", "ol", "ul", "li", "dl", "dt", "dd", "div", "details", "summary", "figure", "figcaption", "table"),
    *("caption", "thead", "tbody", "tfoot", "tr", "th", "td", "button", "input", "select", "option", "label"),
    *("textarea", "svg", "g", "path", "rect", "circle", "line", "text", "tspan", "defs", "clipPath"),
)
"""Every element that our templates, our scripts and plotly make."""
ATTRIBUTES = (
    *(
        "id",
        "class",
        "dir",
        "lang",
        "rel",
        "target",
        "href",
        "type",
        "content",
        "charset",
        "http-equiv",
        "name",
        "role",
        "hidden",
    ),
    *("open", "scope", "colspan", "rowspan", "tabindex", "style", "value", "autocomplete", "spellcheck", "disabled"),
    *("readonly", "download", "xmlns", "xmlns:xlink", "viewBox", "width", "height", "transform", "d", "x", "y", "cx"),
    *("cy", "r", "rx", "ry", "x1", "x2", "y1", "y2", "points", "fill", "fill-opacity", "stroke", "stroke-opacity"),
    *("stroke-width", "stroke-linecap", "stroke-dasharray", "stroke-miterlimit", "opacity", "clip-path", "text-anchor"),
    *("font-size", "font-family", "font-weight", "preserveAspectRatio", "shape-rendering", "vector-effect"),
    *("pointer-events", "visibility", "display", "dx", "dy", "unselectable"),
)
LINKS = (
    r"#[^\s]*|https://www\.linkedin\.com/in/[A-Za-z0-9%._~-]+"
    r"|https://www\.linkedin\.com/search/results/people/\?keywords=[\w%.~-]*|blob:(?:null|file)[^\s]*"
)
_WATCH = (Path(__file__).parent / "hostile_watch.js").read_text(encoding="utf-8")
WATCH = _WATCH.replace("KNOWN", json.dumps({"tags": TAGS, "attributes": ATTRIBUTES, "links": LINKS}))
FIRE = """() => {
    const kinds = ["mouseover", "mouseenter", "focus", "blur", "toggle", "keydown", "input", "change", "load", "error",
        "animationend", "transitionend", "submit", "scroll", "wheel", "copy", "paste", "begin", "contextmenu"];
    for (const one of document.querySelectorAll("*")) {
        // Plotly reads places from mouse events; a real pointer follows there.
        const drawn = one.closest(".plot");
        for (const kind of kinds.filter((name) => !drawn || !/mouse|menu|wheel/.test(name))) {
            one.dispatchEvent(new Event(kind, { bubbles: false }));
        }
    }
}"""
_READ = """() => {
    const rows = [];
    const on = document.getElementById("page-on");
    for (;;) {
        for (const row of document.getElementById("everyone-body").rows) {
            const name = row.cells[0].firstElementChild;
            const [title, company] = [row.cells[1].textContent, row.cells[2].textContent];
            rows.push([name.textContent, name.getAttribute("href") || "", title, company]);
        }
        if (on.disabled) return rows;
        on.click();
    }
}"""
_TAP = """() => {
    for (const query of [".doubt .taps button", ".person .taps button", "#targets button", "[data-order]"]) {
        const those = Array.from(document.querySelectorAll(query));
        const step = Math.max(1, Math.floor(those.length / 24));
        for (let at = 0; at < those.length; at += step) those[at].click();
    }
}"""
_LISTED = (
    """() => Array.from(document.querySelectorAll("#whom .person"), (one) => one.querySelector("h4").textContent)"""
)
_SPOTS = """() => {
    const plot = document.getElementById("map-plot");
    const [box, { xaxis, yaxis }] = [plot.getBoundingClientRect(), plot._fullLayout];
    const those = plot.data.find((one) => one.meta.layer === "people");
    const place = (from, axis, value) => from + axis._offset + axis.c2p(value);
    return those.x.map((x, at) => [place(box.x, xaxis, x), place(box.y, yaxis, those.y[at])]).slice(0, 8);
}"""


@dataclass(slots=True)
class Seen:
    """What came of visits: pages opened, marks pointed at, rows read, and what was wrong."""

    pages: int = 0
    pointed: int = 0
    rows: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Seen) -> None:
        """Count another's visits among these."""
        self.pages += other.pages
        self.pointed += other.pointed
        self.rows += other.rows
        self.wrong += other.wrong


class Reader:
    """Somebody who opens one page and tries everything on it."""

    def __init__(self, browser: Browser, path: Path, most: int) -> None:
        """Open the page of a path; `most` marks of each drawing and kind are pointed at."""
        self.seen = Seen(pages=1)
        self._most = most
        self._context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
        self._context.add_init_script(WATCH)
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        self._context.on("page", lambda _: self._opened())
        self._tabs = 0
        self._address = path.as_uri()
        self._scripts = sum(tag == "script" for tag, _ in Parts(path.read_text(encoding="utf-8")).tags)
        self.page: Page = self._context.new_page()
        self.page.on("request", lambda one: self._asked(one.url))
        self.page.on("console", lambda one: self.seen.wrong.append(f"console: {one.text[:200]}"))
        self.page.on("pageerror", lambda one: self.seen.wrong.append(f"fault: {str(one)[:200]}"))
        self.page.on("dialog", self._refuse)
        self.page.goto(self._address)

    def _opened(self) -> None:
        self._tabs += 1
        if self._tabs > 1:
            self.seen.wrong.append("a window was opened")

    def _asked(self, address: str) -> None:
        if address.partition("#")[0] != self._address and not address.startswith("blob:"):
            self.seen.wrong.append(f"asked for {address[:200]}")

    def _refuse(self, dialog: Dialog) -> None:
        self.seen.wrong.append("a dialog was shown")
        dialog.dismiss()

    def data(self, block: str) -> Any:
        """Return what a block of data of the page holds, None for a block that is not there."""
        found = self.page.locator(f"#{block}")
        return json.loads(found.text_content() or "null") if found.count() else None

    def look(self) -> None:
        """Let everything be drawn, in every field and area, and point at it."""
        told = self.page.evaluate(f"window.netscoutLooked({self._most})")
        self.seen.pointed += told["pointed"]
        self.seen.wrong += told["wrong"][:5]

    def walk(self) -> None:
        """Go over the map with a real pointer and by keyboard, into a row and back."""
        page = self.page
        if not page.locator("#map-plot").count():
            return
        plot = page.locator("#map-plot")
        plot.scroll_into_view_if_needed()
        for x, y in page.evaluate(_SPOTS):
            page.mouse.move(x, y)
        plot.focus()
        for key in ("Home", "ArrowRight", "ArrowDown", "PageDown", "End", "PageUp", "Enter", "Escape"):
            page.keyboard.press(key)
        plot.focus()
        for key in ("Home", "Escape", "Escape"):
            page.keyboard.press(key)

    def read(self) -> None:
        """Search, filter, sort and read the long table and the lists: each text is the text of the data."""
        page = self.page
        listed = [
            row.get("name", "")
            for one in self.data("page-data")["sections"]
            if one["id"] == "whom"
            for group in one["groups"]
            for ranked in group["lists"]
            for row in ranked["rows"]
        ]
        self._same(listed, page.evaluate(_LISTED), "the lists")
        people = self.data("people-data")
        if people is None:
            return
        rows = decode(people)
        page.evaluate(
            "document.querySelectorAll('#everyone-head button').forEach((one) => { one.click(); one.click(); })"
        )
        for query in ("#find-strength", "#find-family", "#find-verdict"):
            for option in page.locator(f"{query} option").all()[1:4]:
                page.select_option(query, option.get_attribute("value") or "")
            page.select_option(query, "")
        for word in (rows[0]["name"][:40], rows[-1]["title"][:40], "<img src=x onerror=netscoutCanary(1)>", ""):
            page.fill("#find", word)
        wanted = [(one["name"], one["url"], one["title"], one["company"]) for one in rows]
        found = [tuple(one) for one in page.evaluate(_READ)]
        self.seen.rows += len(found)
        self._same(wanted, found, "the long table")

    def _same(self, wanted: list[Any], found: list[Any], where: str) -> None:
        wanted, found = ([_unbound(one) for one in told] for told in (wanted, found))
        for one in sorted((Counter(wanted) - Counter(found)).elements())[:3]:
            self.seen.wrong.append(f"not found as text in {where}: {str(one)[:200]}")
        for one in sorted((Counter(found) - Counter(wanted)).elements())[:3]:
            self.seen.wrong.append(f"not in the data but in {where}: {str(one)[:200]}")

    def answer(self, kept: Path) -> None:
        """Tap the answers, switch what can be switched, save, copy, open the page again, forget them."""
        page = self.page
        page.evaluate(_TAP)
        for button in page.locator("[data-copy^=request]").all()[:3]:
            if button.is_visible():
                button.click()
                text = page.locator(f"#{button.get_attribute('data-copy')}").text_content()
                if page.evaluate("navigator.clipboard.readText()") != text:
                    self.seen.wrong.append("what was copied is not what is shown")
        if page.locator("#save").is_visible():
            with page.expect_download() as waiting:
                page.click("#save")
            waiting.value.save_as(kept)
            titles = {one["title"] for one in json.loads(kept.read_text(encoding="utf-8"))["answers"] if "title" in one}
            doubts = [one for one in self.data("page-data")["sections"] if one["id"] == "doubts"]
            if not titles <= {line["title"] for one in doubts for line in one["lines"]}:
                self.seen.wrong.append("an answer was saved about another title")
            page.reload()
            if page.locator("#clear").is_visible():
                page.click("#clear")
                page.click("#clear")

    def print(self) -> None:
        """See the page on paper and in the dark, and follow an address that is none."""
        page = self.page
        for colours in ("dark", "light"):
            page.emulate_media(color_scheme=colours)
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        for place in ("#%E0%A4%A", "#<img src=x onerror=netscoutCanary(1)>", "#row-0-practitioners-1"):
            page.evaluate(f"location.hash = {json.dumps(place)}")

    def leave(self) -> Seen:
        """Fire every kind of event at every element, judge all that stands there, and return what was seen."""
        page = self.page
        page.evaluate(FIRE)
        page.wait_for_timeout(50)
        self.seen.wrong += page.evaluate("window.netscoutJudged()")
        scripts, is_drawn = page.evaluate("[document.scripts.length, Boolean(window.Plotly)]")  # at one moment
        if scripts != self._scripts + int(is_drawn):
            self.seen.wrong.append(f"{scripts} scripts, {self._scripts + int(is_drawn)} are ours")
        if page.url.partition("#")[0] != self._address:
            self.seen.wrong.append("the page was left")
        self._context.close()
        return self.seen


def _unbound(told: Any) -> Any:
    """Return texts of the page without the one thing it may do to them: keep a per cent sign with its number."""
    if isinstance(told, str):
        return told.replace("\u00a0%", " %")
    return tuple(map(_unbound, told)) if isinstance(told, tuple) else told


def visit(browser: Browser, path: Path, most: int = 40) -> Seen:
    """Return what came of opening a page and trying everything on it."""
    from playwright.sync_api import Error

    reader = Reader(browser, path, most)
    try:
        reader.look()
        reader.walk()
        reader.read()
        reader.print()
        reader.answer(path.with_suffix(".answers.json"))
        return reader.leave()
    except Error as fault:
        reader.seen.wrong.append(f"the page could not be read to its end: {fault.message[:200]}")
        return reader.seen
