"""How long a talk is asked for: every length that a text names, in minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from netscout.campaign.lint.letter import Text

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "twenty five": 25, "thirty": 30,
    "thirty-five": 35, "forty": 40, "forty-five": 45, "forty five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "half an": 0.5, "half a": 0.5, "half": 0.5, "quarter of an": 0.25, "a quarter of an": 0.25, "quarter": 0.25,
    "three quarters of an": 0.75, "a couple of": 2, "a full": 1, "a whole": 1, "one whole": 1, "one full": 1, "the": 1,
    "an entire": 1, "½": 0.5, "1/2": 0.5, "¼": 0.25, "¾": 0.75,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[.,]\d)?(?!\d)|" + "|".join(sorted((re.escape(one) for one in _WORDS), key=len, reverse=True))
_LENGTH = re.compile(
    rf"(?<![\w.,:/$€£])(?P<first>{_NUMBER})(?:(?P<half>\s+and\s+a\s+half))?"
    rf"(?:\s*(?:-|\u2013|\u2014|\bto\b|\bor\b|\band\b|/)\s*(?P<second>{_NUMBER}))?"
    r"\s*-?\s*(?P<unit>minutes?|mins?|hours?|hrs?|h|m|days?|afternoons?|mornings?|evenings?|')(?!\w)"
    r"(?P<more>\s+and\s+(?:a\s+half|a\s+quarter|\w+\s+minutes?))?"
)
_AT_MOST = re.compile(
    rf"(?<![\w.,:])(?P<number>{_NUMBER})\s*(?:at\s+(?:the\s+)?(?:very\s+)?most|at\s+the\s+outside|max(?:imum)?|tops)(?!\w)"
    rf"|(?:at\s+most|no\s+more\s+than|not\s+more\s+than|up\s+to|maximum\s+of|max\.?)\s+(?P<other>\d{{1,3}})(?!\w)(?!\s*(?:people|questions|words|%))"
)
_MINUTES = {"m": 1, "'": 1, "h": 60, "d": 480, "a": 240, "e": 240}
_NOT_A_TALK = re.compile(
    r"\s*(?:from|away|ago|ahead|before|after\b|earlier|later|late|by\s+(?:train|car|bus|bike|tram|foot|plane)|drive|walk|ride|flight|commute"
    r"|a\s+(?:day|week|month)|per\s|each|every|weeks?\b|shifts?\b|intervals?|resolution|forecasts?|data|blocks?|steps?|window|contracts?|on\s+the\s+(?:road|train|bus)|notice)"
)
_NOT_AFTER = re.compile(
    r"(?:every|each|within|per|once|twice|for\s+the\s+last|for\s+the\s+past|last|past|every\s+other|in\s+under|works?|worked|working)\s+$"
)
_RATHER_A_DAY = re.compile(r"(?:half|whole|full|entire|couple)|^(?:two|three|[2-9])")
_SPENT = re.compile(r"(?:spend|spending|spare|shadow|have|take|for|give|of)\s+(?:\w+\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class Length:
    """A length that a text names: the larger number in minutes, and where it stands."""

    minutes: float
    span: tuple[int, int]


def lengths(text: Text) -> Iterator[Length]:
    """Yield every length of a talk that a text names; years, addresses, ways and working hours are none."""
    seen = False
    for found in _LENGTH.finditer(text.plain):
        if _is_elsewhere(text, found):
            continue
        seen = True
        yield Length(_minutes(found), found.span())
    for found in _AT_MOST.finditer(text.plain) if seen else ():
        yield Length(_number(found["number"] or found["other"]), found.span())


def _is_elsewhere(text: Text, found: re.Match[str]) -> bool:
    unit, first = found["unit"][0], found["first"]
    lead = text.plain[max(0, found.start() - 24) : found.start()]
    if _NOT_A_TALK.match(text.plain, found.end()) or _NOT_AFTER.search(lead):
        return True
    if unit in "dae" and not (
        _RATHER_A_DAY.search(first) or (first in ("a", "an", "one", "the") and unit in "ae" and "spend" in lead)
    ):
        return not (first in ("a", "an", "one") and _SPENT.search(lead) and "spend" in lead)
    if found["unit"] in ("m", "'", "h") and not first[0].isdigit():
        return True
    if found["unit"].startswith("hr") and text.raw[found.start("unit") : found.end("unit")].isupper():
        return True
    if first in ("the", "half", "quarter") and unit == "m":
        return True
    return first in ("a", "an", "the") and unit == "m"


def _minutes(found: re.Match[str]) -> float:
    number = max(_number(found["first"]), _number(found["second"]) if found["second"] else 0)
    if found["half"]:
        number += 0.5
    scale = _MINUTES[found["unit"][0]]
    more = {"a half": 0.5, "a quarter": 0.25}.get(re.sub(r"^\s*and\s+", "", found["more"] or ""), 0)
    return (number + more) * scale


def _number(text: str) -> float:
    words = re.sub(r"\s+", " ", text)
    return _WORDS[words] if words in _WORDS else float(words.replace(",", "."))
