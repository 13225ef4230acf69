"""The sheet on paper: golden sheets for each length, hostile names stay text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from netscout.campaign.research import ITEMS
from netscout.campaign.sheet import prepare
from netscout.model.own_question import OwnQuestion
from netscout.reports.prep_sheet import html_text, inert, markdown_text
from tests.campaign.talks import NORA

GOLDEN = Path(__file__).parent / "data" / "prep"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) `b` *c* _d_ https://evil.example www.evil.example a@evil.example",
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {{company}}",
    "a\n# heading\n- item\n> quote\n<!-- ",
    "\u202egnp.exe &amp; &#60;b&#62; |x| ~~y~~ $z$",
)


@pytest.mark.parametrize("minutes", [15, 20, 25, 30])
def test_golden_sheets(minutes: int) -> None:
    """A sheet changes in words or order and nobody reads it afresh."""
    made = markdown_text(prepare(NORA, minutes, resume=minutes == 30))
    assert made == (GOLDEN / f"sheet-{minutes}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text: str) -> None:
    """A name out of an export would run, link or break the sheet."""
    facts = replace(
        NORA,
        name=text,
        role=text,
        company=text,
        outcome=text,
        place=text,
        referrer=text,
        may_use_name="yes",
        referrer_words=text,
        left_open=(text,),
        found=dict.fromkeys((*ITEMS, "referrer"), text),
        own=(OwnQuestion(f"How {text}?"),),
        asked_companies=(text,),
        ties=((text, text),),
        introduction=(text,),
        audiences=("practitioner", "referred", "shared history"),
    )
    sheet = prepare(facts, 30)
    page = html_text(sheet)
    plain = html_text(prepare(NORA, 30))
    assert set(re.findall(r"<(/?\w+)", page)) <= set(re.findall(r"<(/?\w+)", plain))
    assert page.count("<!") == 1
    assert "49" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    marks = re.findall(r"(?<!\\)[<`\[\]]", re.sub(r"^> |- \[[ x]\] ", "", markdown_text(sheet), flags=re.MULTILINE))
    assert marks == []
    assert not re.search(r"(?<!\\)(://|@evil)|www\.", markdown_text(sheet))
    assert "\n# heading" not in markdown_text(sheet)


def test_plain_names_stay_readable() -> None:
    """Names full of backslashes in a file that is read as text."""
    assert inert("Ana-Maria O'Neill, Ph.D. (Köln): grid; data") == "Ana-Maria O'Neill, Ph.D. (Köln): grid; data"


def test_the_page_fetches_and_runs_nothing() -> None:
    """A printed sheet that calls home tells somebody of the talk."""
    page = html_text(prepare(NORA, 30))
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|src=|href=|url\(|@import", page)
