"""How the asking went: bars from the request to a further name, and shares of answers with their range, in words."""

from __future__ import annotations

from typing import Any

from netscout.model.yields import Rate, Yields
from netscout.reports.text import capital, percent, tidy, word

WORDS = {
    "asked": "asked",
    "answered": "answered, a no included",
    "met": "talked with you",
    "thanked": "had your thanks",
    "named": "named somebody further",
}
"""The steps in words."""


def progress(found: Yields) -> dict[str, Any] | None:
    """Return the bars (`lines` of [words, people], `bars` their widths), sentences and a table; None with none asked.

    `rates` has the lines of each kind of group; it is empty where no group is worth comparing.
    """
    counts = dict(found.steps)
    if not counts.get("asked"):
        return None
    most = max(counts.values())
    everything, groups = found.rates[0], found.rates[1:]
    return {
        "title": f"You asked {_people(counts['asked'])}: {word(counts['answered'])} answered, {_talked(counts['met'])}",
        "lines": [[WORDS[key], people] for key, people in found.steps],
        "bars": [round(100 * people / most, 1) for _, people in found.steps],
        "notes": [
            one for one in (_share(everything, found.left_out), _left_out(found.left_out), tidy(found.hint)) if one
        ],
        "settled": _numbers(everything),
        "left_out": found.left_out,
        "rates": [
            {"group": capital(group), "lines": [_rate(one) for one in groups if one.group == group]}
            for group in dict.fromkeys(one.group for one in groups if any(other.enough for other in groups))
        ],
    }


def _people(people: int) -> str:
    return "one person" if people == 1 else f"{word(people)} people"


def _talked(people: int) -> str:
    return f"{word(people)} talked with you"


def _share(found: Rate, left_out: int) -> str:
    """Return the share of answers with the range it may lie in, or that there are too few to say."""
    if not found.enough:
        some = f"{word(found.asked)} request{'' if found.asked == 1 else 's'}{' old enough' if left_out else ''}"
        return f"With {some} there is too little to compare, or to say how many will answer."
    shown = (
        f"{word(found.answered)} of {word(found.asked)} requests were answered: {percent(found.answered / found.asked)}"
    )
    low, high = percent(found.low), percent(found.high)
    return f"{capital(shown)}. With so few, the share may well lie anywhere between {low} and {high}."


def _left_out(left_out: int) -> str:
    if not left_out:
        return ""
    is_ = "request is" if left_out == 1 else "requests are"
    return f"{capital(word(left_out))} further {is_} too young to tell, and left out of that."


def _rate(one: Rate) -> dict[str, Any]:
    """Return the line of a group: a share where it is worth comparing, counts alone where it is not."""
    between = f"{percent(one.low)} to {percent(one.high)}" if one.enough else "too few to compare"
    return {
        "key": tidy(one.key),
        "range": between,
        **_numbers(one),
    }


def _numbers(one: Rate) -> dict[str, float]:
    """Return what the words of a share rest on."""
    share = one.answered / one.asked if one.asked else 0.0
    return {"asked": one.asked, "answered": one.answered, "share": share, "low": one.low, "high": one.high}
