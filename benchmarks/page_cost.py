"""How soon our page can be read, searched and looked at, against a plain plotly page of the same people.

    python -m benchmarks.page_cost [--people 600 30000] [--rounds 7]

Both pages are made from the same invented people and opened from disk in the same headless Chromium, in turn, each in
a fresh context. The plain page is `plotly.express.scatter` with names and hover texts, the whole library in the file:
SVG up to 1,000 people and scattergl above, as plotly chooses. Times are from navigation start to the frame after what
is named stood in the page; ratios are of the two pages of one round. Needs playwright and a Chromium on the path.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.model.report import ReportData
from netscout.reports.page import write_page
from tests.reports.sample_report import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WATCH = """
window.bench = {};
(() => {
  const after = (name) => requestAnimationFrame(() => setTimeout(() => { window.bench[name] = performance.now(); }));
  const seen = {};
  const once = (name, ready) => { if (!seen[name] && ready()) { seen[name] = true; after(name); } };
  const all = (query) => document.querySelectorAll(query);
  let typed = false;
  function searched() {
    if (!window.benchSearches || !all(".person").length || !all("#everyone-body tr").length) return false;
    const found = document.getElementById("found").textContent;
    if (!typed) {
      typed = true;
      const box = document.getElementById("find");
      box.value = "Quist";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return document.getElementById("found").textContent !== found || / of /.test(found);
  }
  function plain() {
    const plot = document.querySelector(".js-plotly-plot");
    if (!plot || !plot._fullLayout || !plot.on || plot.id === "map-plot" || plot.id === "links-plot") return false;
    const marks = plot.querySelectorAll(".scatterlayer .points path").length;
    return marks > 0 || Boolean(window.benchDrawn);
  }
  function watch() {
    once("lists", searched);
    once("map", () => all("#map-plot .ground .dots, #map-plot .points path").length > 0);
    once("plain", plain);
    requestAnimationFrame(watch);
  }
  requestAnimationFrame(watch);
  // A picture on a canvas leaves no element to wait for: plotly's own word that it has drawn stands for it.
  let made;
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: () => made,
    set: (value) => {
      made = { ...value, newPlot: (...given) => value.newPlot(...given).then((plot) => {
        window.benchDrawn = true;
        return plot;
      }) };
    },
  });
})();
"""
STEPS = """async (kind) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const one = (query) => document.querySelector(query);
  const type = (text) => {
    const box = one("#find");
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const pick = (query, place) => {
    const box = one(query);
    box.value = box.options[place].value;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const steps = {
    "first keystroke": () => type("d"),
    "second keystroke": () => type("da"),
    "third keystroke": () => type("dat"),
    "search taken back": () => type(""),
    "sort by name": () => one("#everyone-head th[data-key=name] button").click(),
    "sort by name, downwards": () => one("#everyone-head th[data-key=name] button").click(),
    "sort by company": () => one("#everyone-head th[data-key=company] button").click(),
    "sort by title": () => one("#everyone-head th[data-key=title] button").click(),
    "filter by strength": () => pick("#find-strength", 2),
    "filter taken back": () => pick("#find-strength", 0),
    "next page": () => one("#page-on").click(),
    "other target": () => one("#targets [data-show='1']").click(),
    "open an area": () => one("[data-area]").click(),
    "whole map": () => one("#map-whole").click(),
    "other field": () => one("[data-map=sector]").click(),
  };
  for (const fold of document.querySelectorAll("details.map-pane")) fold.open = true;
  const took = {};
  for (const [name, act] of Object.entries(steps)) {
    await frame();
    await new Promise((done) => setTimeout(done, 60));
    const start = performance.now();
    act();
    await frame();
    took[name] = performance.now() - start;
  }
  return took;
}"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the sizes, the times to be readable and drawn, their ratios, and the time each act takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[600, 30_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--page", type=Path, help="measure this page of ours instead of an invented one")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        for people in given.people:
            _compare(browser, Path(folder), people, given.rounds, given.page)


def _compare(browser: Browser, folder: Path, people: int, rounds: int, own: Path | None) -> None:
    data = report(people)
    ours, plain = own or folder / f"ours-{people}.html", folder / f"plain-{people}.html"
    if own is None:
        write_page(data, ours)
    plain.write_text(_plain(data), encoding="utf-8")
    _say(f"{people:,} people: ours {_size(ours)} MB, plain plotly {_size(plain)} MB")
    loads: list[dict[str, float]] = []
    acts: list[dict[str, float]] = []
    for place in range(rounds + 1):
        taken = {
            "plain": _opened(browser, plain, "plain"),
            "lists": _opened(browser, ours, "lists", before="window.benchSearches = true;"),
            "map": _opened(browser, ours, "map"),
        }
        done = _acted(browser, ours)
        if place:
            loads.append(taken)
            acts.append(done)
    _say(f"  {'':26}{'median ms':>10}{'least':>8}{'most':>8}{'ratio':>8}{'least':>8}{'most':>8}")
    words = {"plain": "plain page drawn", "lists": "lists read and searched", "map": "map drawn"}
    for name, text in words.items():
        _line(text, [one[name] for one in loads], [one[name] / one["plain"] for one in loads])
    for name in acts[0]:
        _line(name, [one[name] for one in acts])


def _opened(browser: Browser, path: Path, name: str, before: str = "") -> float:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(before + WATCH)
        page.goto(path.as_uri(), wait_until="commit")
        return _waited(page, f"window.bench.{name}")


def _acted(browser: Browser, path: Path) -> dict[str, float]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        _waited(page, "document.querySelectorAll('#links-plot .main-svg').length")
        page.wait_for_timeout(500)
        took: dict[str, float] = page.evaluate(STEPS)
        return took


def _waited(page: Page, what: str) -> float:
    """Return the number once it is there; asked from outside, since the page's policy forbids a test it would eval."""
    for _ in range(600):
        if found := page.evaluate(what):
            return float(found)
        page.wait_for_timeout(100)
    raise TimeoutError(what)


def _plain(data: ReportData) -> str:
    """Return the page a few lines of plotly make of the same people: one dot each, by company and strength."""
    import plotly.express as px

    companies = {name: place for place, name in enumerate(sorted({one.company for one in data.people}))}
    counts: dict[str, int] = {}
    places = []
    for one in data.people:
        counts[one.company] = counts.get(one.company, 0) + 1
        places.append(counts[one.company])
    figure = px.scatter(
        x=[companies[one.company] for one in data.people],
        y=places,
        color=[one.family or "not known" for one in data.people],
        hover_name=[one.name for one in data.people],
        hover_data={
            "title": [one.title for one in data.people],
            "company": [one.company for one in data.people],
            "strength": [one.strength for one in data.people],
            "connected": [one.connected_on or "" for one in data.people],
            "profile": [one.url for one in data.people],
        },
        render_mode="auto",
    )
    text: str = figure.to_html(include_plotlyjs=True)
    return text


def _browser() -> Any:  # noqa: ANN401  # a context manager of playwright's browser
    from contextlib import contextmanager

    from playwright.sync_api import sync_playwright

    @contextmanager
    def opened() -> Iterator[Browser]:
        path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
        with sync_playwright() as tool:
            browser = tool.chromium.launch(
                executable_path=path, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
            )
            yield browser
            browser.close()

    return opened()


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.3f}"


def _line(name: str, times: list[float], ratios: list[float] | None = None) -> None:
    middle = f"  {name:26}{statistics.median(times):>10.0f}{min(times):>8.0f}{max(times):>8.0f}"
    ends = f"{statistics.median(ratios):>8.2f}{min(ratios):>8.2f}{max(ratios):>8.2f}" if ratios else ""
    _say(middle + ends)


def _say(text: str) -> None:
    print(text)


if __name__ == "__main__":
    main()
