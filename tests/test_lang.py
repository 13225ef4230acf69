"""Texts: one namespace a file, fallback to English, and filling that never scans what it inserted."""

from __future__ import annotations

import pytest

from netscout.lang import fill, texts


def test_texts_are_read_and_fall_back() -> None:
    """A language without its folder that leaves the user without a text."""
    assert texts("request")["greeting"].startswith("Hi")
    assert texts("request", "xx") == texts("request")


def test_filling_happens_once() -> None:
    """A name that is itself a template and is evaluated."""
    assert fill("{{a}} {{b}}", {"a": "{{b}}", "b": "{0.__class__} %s ${x}"}) == "{{b}} {0.__class__} %s ${x}"
    with pytest.raises(KeyError):
        fill("{{missing}}", {})
