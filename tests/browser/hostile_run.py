"""All payloads in all fields, a batch to a page: what `make proof` runs whole and the tests run in part.

A task is a kind of page and the payloads of its batch; `run` gives what came of it. The visitor is proven on pages that
are spoiled on purpose: a payload written raw must be seen.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.reports.cleaning import redact
from netscout.reports.columns import decode
from netscout.reports.page import write_map, write_page
from netscout.reports.text import tidy
from tests.browser.hostile_pages import page_of, targets_of
from tests.browser.hostile_payloads import turned
from tests.browser.hostile_visit import FIRE, WATCH, Seen, visit
from tests.browser.hostile_world import pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

_RAN = "() => window.netscoutCalls.some((one) => /ran|called|made a/.test(one))"
MISSED = "payload {} of the batch"
KINDS = {"people": 380, "targets": 190, "workspace": 1200}
"""Kinds of pages, each with the payloads of one batch."""
FORMS = ("private", "mine", "share")
RAW = "<!doctype html><meta charset=utf-8><body><div title='{}'>{}</div>"


@dataclass(slots=True)
class Tried:
    """What the batches came to: payloads written, those that run where nothing stops them, and what was seen."""

    payloads: int = 0
    alive: int = 0
    seen: Seen = field(default_factory=Seen)
    seconds: float = 0.0

    def add(self, other: Tried) -> None:
        """Count another's batches among these."""
        self.payloads += other.payloads
        self.alive += other.alive
        self.seen.add(other.seen)
        self.seconds += other.seconds


def tasks(texts: Sequence[str]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Give the kind, the number and the batch of every page or workspace to be made."""
    for kind, size in KINDS.items():
        for number, start in enumerate(range(0, len(texts), size)):
            yield kind, number, tuple(texts[start : start + size])


def run(browser: Browser, kind: str, number: int, batch: tuple[str, ...]) -> Seen:
    """Return what came of the pages of one batch."""
    seen = Seen()
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name)
        for path in _made(kind, number, batch, folder):
            told = visit(browser, path)
            told.wrong = [f"{kind} {number} {path.stem}: {one}" for one in told.wrong]
            seen.add(told)
            if kind == "people":
                seen.wrong += [f"people {number}: {one}" for one in absent(browser, path, batch)]
    return seen


def _made(kind: str, number: int, batch: tuple[str, ...], folder: Path) -> list[Path]:
    if kind == "workspace":
        return list(pages(folder, batch).values())
    path = folder / "page.html"
    data = page_of(batch, form=FORMS[number % 2]) if kind == "people" else targets_of(batch)
    write_page(data, path)
    if kind == "targets":
        return [path]
    alone, shared = folder / "map.html", folder / "share.html"
    write_map(page_of(turned(batch, 9), copies=1), alone)
    write_page(page_of(batch, copies=1, form="share"), shared)
    return [path, alone, shared]


def absent(browser: Browser, path: Path, batch: Sequence[str]) -> list[str]:
    """Return which payloads of a batch are not among the names, titles and companies that a page holds."""
    page = browser.new_page()
    try:
        page.goto(path.as_uri())
        if not page.locator("#people-data").count():
            return []
        rows = decode(page.evaluate("JSON.parse(document.getElementById('people-data').textContent)"))
    finally:
        page.close()
    wanted = [tidy(redact(one)) for one in batch]
    return [
        f"{key}: {MISSED.format(place)}"
        for key in ("name", "title", "company")
        for place, one in enumerate(wanted)
        if one not in {row[key] for row in rows}
    ]


def alive(browser: Browser, batch: Sequence[str]) -> int:
    """Return how many payloads run, or lead the page away, when they are written raw and events are fired at them."""
    from playwright.sync_api import Error

    found = 0
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("dialog", lambda one: one.dismiss())
    with tempfile.TemporaryDirectory(prefix="raw-") as name:
        for place, text in enumerate(batch):
            path = Path(name) / f"{place}.html"
            path.write_text(RAW.format(text.replace("'", "&#39;"), text), encoding="utf-8", errors="replace")
            try:
                page.goto(path.as_uri(), timeout=3_000)
                page.evaluate(FIRE)
                found += int(page.evaluate(_RAN))
            except Error:  # a page that was left by its payload is alive enough
                found += 1
    context.close()
    return found


def try_all(browser: Browser, chosen: Sequence[tuple[str, int, tuple[str, ...]]]) -> Tried:
    """Return what came of some of the tasks."""
    began, tried = time.monotonic(), Tried()
    for kind, number, batch in chosen:
        tried.seen.add(run(browser, kind, number, batch))
        if kind == "people":
            tried.payloads += len(batch)
            tried.alive += alive(browser, batch)
    tried.seconds = time.monotonic() - began
    return tried
