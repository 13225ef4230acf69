"""The committed sample page: it says what the program of today would say, and nothing older."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

from tools.make_sample_report import PAGE, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AGAIN = "the sample page is out of date: give `make sample` and look at it before you commit it"


@pytest.mark.slow
def test_sample_is_up_to_date(demo_workspace: Path) -> None:
    """A stale sample shows a page that netscout no longer writes; the bytes of the chart library are left out."""
    sample = told(PAGE.read_text(encoding="utf-8"))
    fresh = told((demo_workspace.parent / "report.html").read_text(encoding="utf-8"))
    assert list(differences(sample.data, fresh.data))[:5] == [], AGAIN
    pairs = zip(sample.text.split("\n"), fresh.text.split("\n"), strict=False)
    assert [(one, two) for one, two in pairs if one != two][:3] == [], AGAIN
    assert sample.text == fresh.text, AGAIN


def test_sample_is_whole() -> None:
    """The page in the repository is the one people open first: it carries its data, its charts and no other day."""
    page = told(PAGE.read_text(encoding="utf-8"))
    assert set(page.data) == {"page-data", "people-data", "chart-data"}
    assert page.data["page-data"]["today"] == "2026-11-16"
    assert page.data["people-data"]["n"] > 500
    assert PAGE.stat().st_size <= 2_500_000


def test_another_library_is_no_difference() -> None:
    """The sample must not depend on which plotly is installed; on the scripts and words of netscout it must."""
    page = PAGE.read_text(encoding="utf-8")
    start = page.index('id="chart-library">') + len('id="chart-library">')
    other = page[:start] + "7:another" + page[page.index("</script>", start) :].replace("sha256-", "sha256-A")
    assert told(other) == told(page)
    assert told(page.replace("netscout", "netscut", 1)) != told(page)
    assert "sha256-" not in told(page).text


def test_differences_are_found() -> None:
    """A comparison that calls everything alike would let the sample rot; a last digit of a float is no difference."""
    old = {"a": [1.0, {"b": "x"}], "c": True}
    assert list(differences(old, {"a": [1.0 + 1e-12, {"b": "x"}], "c": True})) == []
    assert list(differences(old, {"a": [1.1, {"b": "y"}], "c": 1})) == ["/a/0", "/a/1/b", "/c"]
    assert list(differences(old, {"a": [1.0]})) == ["/a", "/c"]


def differences(one: Any, other: Any, place: str = "") -> Iterator[str]:
    """Yield the places at which two values of JSON differ; numbers may differ by what another version rounds."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            if key in one and key in other:
                yield from differences(one[key], other[key], f"{place}/{key}")
            else:
                yield f"{place}/{key}"
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (here, there) in enumerate(zip(one, other, strict=True)):
            yield from differences(here, there, f"{place}/{at}")
    elif isinstance(one, float) and isinstance(other, float):
        if not math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9):
            yield place
    elif type(one) is not type(other) or one != other:
        yield place
