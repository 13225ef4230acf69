"""The paper for a counsellor: hostile names stay text in both forms, nothing is fetched or run."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from netscout.campaign.sheet import prepare
from netscout.model.handout import Handout, Noted
from netscout.model.ranking import RankedList, RankRow, Reason
from netscout.reports.handout import html_text, markdown_text
from tests.campaign.talks import NORA

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) `b` *c* _d_ https://evil.example www.evil.example a@evil.example",
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {{name}}",
    "a\n# heading\n- item\n> quote\n<!-- ",
    "\u202egnp.exe &amp; &#60;b&#62; |x| ~~y~~ $z$",
)


def paper(text: str) -> Handout:
    """Return a paper with one text in every place that holds data."""
    figures = (1, 1, "match", "senior", 0.9, 50.0, 0.4, 0.3, 0.5, "may", 0.5, "warm", "warm", "E2", None)
    placed = RankRow("p0042", "", text, text, text, "practitioners", *figures)
    placed = replace(placed, reasons=(Reason(text, "Connections.csv"),), against=text, missing=text)
    lists = (RankedList(text, "practitioners", (placed,), note=text), RankedList(text, "connectors", (), note=text))
    sheet = prepare(replace(NORA, name=text, outcome=text), 30)
    noted = (Noted("p0001", text, (("2026-03-02", text), ("", text))),)
    lines = (text,)
    return Handout(
        *(text, "2026-03-02", text, "exploring", 10, lists, (("asked", 1),), lines, lines, lines),
        *(((text, "Monday"),), (sheet,), noted),
        private=True,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text: str) -> None:
    """A name out of an export would run, link or break the paper that somebody else opens."""
    page, plain = html_text(paper(text)), html_text(paper("Nora Quill"))
    assert re.findall(r"<(/?\w+)", page) == re.findall(r"<(/?\w+)", plain) or "\n" in text
    assert set(re.findall(r"<(/?\w+)", page)) <= {*re.findall(r"<(/?\w+)", plain), "br"}
    assert page.count("<!") == 1
    assert "\u202e" not in page
    written = markdown_text(paper(text))
    assert not re.search(r"(?<!\\)(<img|<script|\]\(java|https://)", written)
    assert [line for line in written.splitlines() if line.startswith("# heading")] == []
    assert "\u202e" not in written


def test_the_page_fetches_nothing() -> None:
    """Opening the paper would tell somebody else that it was opened."""
    page = html_text(paper("Nora Quill"))
    assert not re.search(r"(src|href)=|url\(|@import|<script", page)
    assert "default-src 'none'" in page
