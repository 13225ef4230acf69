"""No fault that axe-core knows of in any form of the page: light, dark, wide, narrow, folds open, charts drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.page_forms import FORMS, form_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOOKS = (("light", 1280), ("dark", 390), ("dark", 1280), ("light", 390))
WORST = ("mine", "map")
"""Forms looked at in every way; of the others every second light and wide, the rest dark and narrow."""
FAULTS = """async () => {
    const found = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map((one) => [one.id, one.impact, one.nodes.length, one.nodes[0].html.slice(0, 200),
        one.nodes[0].any.concat(one.nodes[0].all, one.nodes[0].none).map((why) => why.message).join(" ")]);
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the source of axe-core, which runs beside the page, not in it."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def _opened(browser: Browser, path: Path, scheme: Any, width: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    if page.locator("#map-plot").count():
        page.wait_for_selector("#map-plot .main-svg", state="attached")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    return page


@pytest.mark.parametrize(
    ("form", "scheme", "width"),
    [(form, *look) for at, form in enumerate(FORMS) for look in (LOOKS if form in WORST else [LOOKS[at % 2]])],
)
def test_no_violation(browser: Browser, axe: str, tmp_path: Path, form: str, scheme: str, width: int) -> None:
    """A reader with a screen reader, a keyboard or weak eyes would meet a fault that a machine can find."""
    path = tmp_path / "page.html"
    path.write_text(form_page(form), encoding="utf-8")
    page = _opened(browser, path, scheme, width)
    page.evaluate(axe)
    assert page.evaluate(FAULTS) == []
    page.context.close()
