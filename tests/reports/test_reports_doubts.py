"""The section of unsure titles: on one's own page only, inert, and gone where there is nothing to ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netscout.model.report import ReportData
from netscout.model.settled import Doubt, title_key
from netscout.reports.page import render
from netscout.reports.policy import pack_text, unpack_text
from netscout.reports.scene import scene
from netscout.reports.sections import doubts
from tests.reports.page_parts import Parts
from tests.reports.sample_report import report

DOUBTS = (
    Doubt("Zorb Wrangler", 3, "related", "counted as related, but not surely: near it", ("Data Analyst", "Zoologist")),
    Doubt("</script><img src=x>", 1, "unknown", "not understood"),
    Doubt("Zag\u202e zog", 1, "no", "not understood"),
    Doubt("Call +49 30 1234567", 1, "no", "not understood"),
)


def _data(**changes: Any) -> ReportData:
    return replace(report(60), doubts=DOUBTS, doubtful=9, **changes)


def test_the_section_tells_and_counts() -> None:
    """A reader who is not told how many people an answer counts for, or how many titles are left."""
    made = doubts.build(scene(_data()))
    assert made is not None
    assert made["title"] == "Nine titles wait for a word of yours; 5 people hold the first three"
    assert made["target"] == report(60).lists[0][0].target
    assert made["lines"][0]["choices"] == ["Data Analyst", "Zoologist"]
    assert made["more"] == 6
    one = doubts.build(scene(replace(_data(), doubts=DOUBTS[1:2], doubtful=1)))
    assert one is not None
    assert one["title"] == "One title waits for a word of yours; 1 person holds it"


def test_the_shown_title_is_the_one_that_is_settled() -> None:
    """A title changed for the page, whose answer would settle another one: or a phone number on the page."""
    made = doubts.build(scene(_data()))
    assert made is not None
    assert [title_key(line["title"]) for line in made["lines"]] == [title_key(one.title) for one in DOUBTS[:3]]


@pytest.mark.parametrize("hide", [False, True])
def test_a_page_for_others_does_not_ask(hide: bool) -> None:
    """Titles of people who are not on the list, shown to others."""
    page = render(_data(form="share", hide_names=hide))
    assert "Zorb Wrangler" not in page
    assert doubts.build(scene(_data(form="private"))) is not None


def test_without_a_target_only_jobs_are_asked() -> None:
    """A question that has no answer to tap."""
    data = _data(targets=())
    made = doubts.build(scene(data))
    assert made is not None
    assert (made["target"], [line["title"] for line in made["lines"]]) == ("", ["Zorb Wrangler"])
    assert doubts.build(scene(replace(data, doubts=()))) is None


def test_the_page_holds_them_as_text() -> None:
    """A title that ends a script block or becomes a picture."""
    parts = Parts(render(_data()))
    assert "</script><img src=x>" in parts.text
    assert not [tag for tag, _ in parts.tags if tag == "img"]


@pytest.mark.parametrize("text", ["", "a", "ab" * 7, "Zag <zog> & \u00e9 \ud7ff" * 50])
def test_packed_text_comes_back(text: str) -> None:
    """A library that is cut, or ends its block."""
    packed = pack_text(text)
    assert "<" not in packed
    assert packed.isascii()
    assert packed.isprintable()
    assert unpack_text(packed) == text
