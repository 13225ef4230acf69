"""Pages made of texts written to harm: nothing runs, nothing is asked for, every text stands there as text."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.reports import charts, page
from netscout.reports.page import render, write_page
from netscout.reports.standalone import figures
from netscout.reports.territories import lay_out
from tests.browser import hostile_payloads
from tests.browser.hostile_pages import page_of, targets_of
from tests.browser.hostile_payloads import LONE, every, own
from tests.browser.hostile_run import KINDS, absent, alive, run, tasks
from tests.browser.hostile_visit import visit
from tests.reports.page_parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

SEED = 20261122
CHARTS_MARKUP = ("<b>", "</b>", "<br>", "<extra></extra>")
FEW = 24


def _some(many: int) -> tuple[str, ...]:
    """Return the same so many payloads each time."""
    return tuple(random.Random(SEED).sample(own(), many))  # noqa: S311  # the same sample each time


@pytest.mark.check(28, 29, 32)
@pytest.mark.browser
@pytest.mark.slow
def test_nothing_runs_on_a_page_of_payloads(browser: Browser, tmp_path: Path) -> None:
    """A payload of a seeded sample that runs, asks, opens, leaves the page, enters it as markup, or is lost."""
    path = tmp_path / "page.html"
    write_page(page_of(_some(FEW), copies=1), path)
    seen = visit(browser, path, most=2)
    assert seen.wrong == []
    assert seen.pointed > 2 * FEW
    assert seen.rows == FEW
    assert absent(browser, path, _some(FEW)) == []


@pytest.mark.check(28, 29, 32)
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_on_any_kind_of_page(browser: Browser, kind: str) -> None:
    """The same with targets of such names, all forms of the page, the map alone, and a workspace loaded from files."""
    seen = run(browser, kind, 1, _some(24))
    assert seen.wrong == []
    assert seen.pages > 0


@pytest.mark.browser
@pytest.mark.slow
def test_the_payloads_run_where_nothing_stops_them(browser: Browser) -> None:
    """A watch that sees nothing would find every page in order."""
    assert alive(browser, own()[:24]) >= 12


PLANTS = {
    "templates without escapes": ("autoescape=True", "autoescape=False", "a payload ran|element|attribute|link"),
    "markup set by a script": ("name.textContent = data.name[row]", "name.innerHTML = data.name[row]", "element"),
    "hover words not escaped": ("/[&<>]/.test(text)", "false", "pointed at|markup"),
    "any address a link": ('"https://www.linkedin.com/in/" + slug', '"https://evil.example/" + slug', "link"),
    "a name cut short": (
        "name.textContent = data.name[row]",
        "name.textContent = data.name[row].slice(1)",
        "not found",
    ),
}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("plant", PLANTS)
def test_the_watch_sees_what_is_planted(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: str
) -> None:
    """An oracle that would not notice a page without escapes, an innerHTML, or a foreign link."""
    before, after, words = PLANTS[plant]
    _plant(monkeypatch, before, after)
    path = tmp_path / "page.html"
    write_page(page_of(_some(20), copies=1), path)
    wrong = visit(browser, path, most=5).wrong
    assert any(word in one for one in wrong for word in words.split("|")), wrong[:5]


def _plant(monkeypatch: pytest.MonkeyPatch, before: str, after: str) -> None:
    """Write a fault into a script of the page, or take the escapes from its templates."""
    if before.startswith("autoescape"):
        made = page._environment.__wrapped__

        def open_wide() -> object:
            found = made()
            found.autoescape = False
            return found

        monkeypatch.setattr(page, "_environment", open_wide)
        return
    asset = page._asset

    def spoiled(name: str) -> str:
        return asset(name).replace(before, after)

    assert any(before in asset(name) for name in page.SCRIPTS), "the script is written otherwise now"
    monkeypatch.setattr(page, "_asset", spoiled)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


@pytest.mark.check(28)
@pytest.mark.slow
def test_figures_hold_no_markup_but_their_own() -> None:
    """A community, field, company or name that plotly would read as a link or a style, in any figure we hand out."""
    batch = (*own(), LONE)
    data = page_of(batch, copies=1)
    found = [text for figure in figures(data).values() for text in _texts(figure)]
    for place in range(0, len(batch), 6):
        people = tuple(replace(one, family=batch[(place + at % 6) % len(batch)]) for at, one in enumerate(data.people))
        areas = lay_out(people, lambda one: one.family)
        found += _texts(charts.territories(areas, people))
    odd = [one for one in found if "<" in _without(one) or ">" in _without(one)]
    assert odd == []
    assert len(found) > len(batch)


def _without(text: str) -> str:
    for mark in CHARTS_MARKUP:
        text = text.replace(mark, "")
    return text


@pytest.mark.check(28, 31)
def test_the_file_holds_our_tags_alone() -> None:
    """A payload that is a tag already in the file, before any browser reads it."""
    plain = {tag for tag, _ in Parts(render(page_of(("Ana Example", "Bo Lind"), copies=30))).tags}
    for made in (page_of((*own(), LONE), copies=1), targets_of(own()[:60]), page_of(own(), copies=1, form="share")):
        tags = Parts(render(made)).tags
        assert {tag for tag, _ in tags} <= plain | {"i", "br", "small", "h5", "noscript"}
        assert [name for _, those in tags for name in those if name.startswith("on")] == []


@pytest.mark.check(28)
def test_every_payload_has_its_page() -> None:
    """A payload that no batch of the long proof holds, or one that two kinds of page lack."""
    for kind in KINDS:
        held = [one for found, _, batch in tasks(every()) for one in batch if found == kind]
        assert held == list(every())
    assert len(set(every())) == len(every())
    if not hostile_payloads.borrowed():
        pytest.skip("the corpora are not at hand: only our own payloads were counted")
    assert len(every()) >= 1_800
