"""The job that a title names in English words, as somebody would say it of themselves."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from netscout.matching.normalise import fold
from netscout.matching.occupations import classify
from netscout.matching.plain import plain

_MOST_LETTERS = 40
_HELD = ("current", "freelance")
_NO_WORK = frozenset(("student", "doctoral-student", "intern", "volunteer"))
"""Roles in which nobody says "I work as"."""
_STEP = re.compile(r"\s+(?:I{1,3}|IV|V|[1-5])$")
"""The number of a grade behind a title (`Software Engineer II`)."""
_SIMPLE = re.compile(r"[A-Za-z]+(?:[ -](?:& )?[A-Za-z]+)*")


def job_words(title: str) -> str:
    """Return the one job a title names, in English words; "" where none is surely named or held now.

    A title in plain English words stays as it is written; of another the name of the role is taken.
    """
    found = classify(title)
    if not found.role or found.role in _NO_WORK or found.state not in _HELD:
        return ""
    written = _STEP.sub("", plain(title))
    is_own = len(written) <= _MOST_LETTERS and bool(_SIMPLE.fullmatch(written))
    return written if is_own and set(fold(written).split()) <= _english() else found.name


@cache
def _english() -> frozenset[str]:
    """Return the English words of the tables of titles."""
    words: set[str] = set()
    for name, column in (("labels.csv", "label"), ("levels.csv", "phrase"), ("fields.csv", "field")):
        text = resources.files("netscout.matching").joinpath("data", name).read_text(encoding="utf-8")
        rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
        head = next(rows)
        told, language = head.index(column), head.index("language")
        words.update(fold("\n".join(row[told] for row in rows if row[language] == "en")).split())
    return frozenset(words)
