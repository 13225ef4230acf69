"""The printed sheet in a browser: two pages of A4 for half an hour, however much was found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netscout.campaign.research import ITEMS
from netscout.campaign.sheet import prepare
from netscout.model.own_question import OwnQuestion
from netscout.reports.prep_sheet import html_text
from tests.campaign.talks import NORA

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("full", [False, True])
def test_thirty_minutes_fit_two_pages(browser: Browser, tmp_path: Path, *, full: bool) -> None:
    """A sheet of three pages lies on no table beside a coffee."""
    facts = NORA
    if full:
        long = "word and another word of some length " * 9
        facts = replace(
            NORA,
            name=long,
            outcome=long,
            place=long,
            mode="job-seeking",
            left_open=(long,) * 3,
            found=dict.fromkeys(ITEMS, long),
            referrer="Ada Lind",
            may_use_name="yes",
            own=(OwnQuestion("How " + "very long words " * 9 + "?"),) * 3,
            introduction=("I am Sam Ode.", "I work as a senior planner of cold chains at Halden Foods.") * 2,
        )
    page = browser.new_page()
    path = tmp_path / "sheet.html"
    path.write_text(html_text(prepare(facts, 30, resume=True)), encoding="utf-8")
    page.goto(path.as_uri())
    made = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", made)) <= 2
