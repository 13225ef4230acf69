"""Small pieces of wording: counts, dates and lists in English, text made fit to show, links held to two fixed forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from netscout.model.days import MONTHS

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DATE = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?\b")
_LONE = re.compile("[\ud800-\udfff]")
_PROFILE = re.compile(r"https://www\.linkedin\.com/in/[A-Za-z0-9%._~-]{1,400}")
PROFILE = "https://www.linkedin.com/in/"
SEARCH = "https://www.linkedin.com/search/results/people/?keywords="


def tidy(text: str) -> str:
    """Return the text on one line: control characters become a space, those that turn its direction a visible mark."""
    if text.isprintable():
        return text.strip()
    return _LONE.sub("\ufffd", _BIDI.sub("\ufffd", _CONTROLS.sub(" ", text))).strip()


def tidy_lines(text: str) -> str:
    """Return a text of several lines made fit to show, its line breaks kept."""
    return "\n".join(tidy(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


def profile_link(url: str) -> str:
    """Return the address if it is a profile address of the one fixed form, else ""."""
    return url if _PROFILE.fullmatch(url) else ""


def search_link(*words: str) -> str:
    """Return the address of a people search that the reader opens; the words are percent-encoded."""
    return SEARCH + quote(" ".join(tidy(word) for word in words if word), safe="")


def number(value: int) -> str:
    """Return a whole number with commas between thousands."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """Return `3 people`: the number with the fitting word; `many` is `one` + s by default."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def word(value: int) -> str:
    """Return a number as people write it in a sentence: words up to ten, figures above."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else number(value)


def part_of(some: int, whole: int, kind: str) -> str:
    """Return `three of the ten KIND`, `all ten KIND` or `the one KIND`: how many of how many, in words."""
    if some == whole:
        return f"the one {kind}" if whole == 1 else f"all {word(whole)} {kind}"
    return f"{word(some)} of the {word(whole)} {kind}"


def capital(text: str) -> str:
    """Return the text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text as a sentence: capital letter first, full stop last."""
    body = capital(text.strip())
    return body if not body or body[-1] in ".!?:…" else f"{body}."


def told(text: str) -> str:
    """Return a text that came with the data as a sentence: fit to show, its dates in words."""
    return sentence(_DATE.sub(lambda hit: day(hit.group()), tidy(text)))


def percent(share: float) -> str:
    """Return a share of 0..1 in whole per cent; a share that is small but not nothing is told as "under 1 %"."""
    return "under 1 %" if 0 < share <= 0.005 else f"{round(100 * share)} %"


def day(iso: str | None) -> str:
    """Return `24 March 2026` for `2026-03-24`, `March 2026` for `2026-03`, the text itself if it is no date."""
    parts = (iso or "").split("T")[0].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return tidy(iso or "")
    if len(parts) >= 2 and 1 <= int(parts[1]) <= 12:
        return " ".join([*(str(int(part)) for part in parts[2:3]), MONTHS[int(parts[1]) - 1], parts[0]])
    return parts[0]


def listing(items: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def short(text: str, most: int) -> str:
    """Return the text cut to `most` characters, with an ellipsis where something is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def chart_text(text: str) -> str:
    """Return text for a chart label or hover: plotly reads a small HTML subset there, so its letters are escaped."""
    return tidy(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
