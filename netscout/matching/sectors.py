"""Fields of business: from the telling words of a company name, and from the words a user has for an industry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from netscout.matching.company_names import fold, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST = 4
_BREAKS = frozenset(
    {
        "of",
        "for",
        "de",
        "des",
        "du",
        "da",
        "do",
        "der",
        "fur",
        "di",
        "del",
        "della",
        "dei",
        "in",
        "at",
        "van",
        "voor",
        "ds",
    }
)


@cache
def _telling() -> tuple[Mapping[str, tuple[str, str]], tuple[tuple[str, str, str], ...], tuple[tuple[str, str], ...]]:
    """Return telling phrases -> (as written, sector), word endings, and unspaced words (longest first)."""
    phrases: dict[str, tuple[str, str]] = {}
    endings: list[tuple[str, str, str]] = []
    unspaced: list[tuple[str, str]] = []
    for row in read_rows("sector_words.csv"):
        word, sector = row["word"], row["sector"]
        if word.startswith("-"):
            endings.append(("".join(fold(word)), word[1:], sector))
        elif row["language"] in {"zh", "ja"}:
            unspaced.append(("".join(fold(word)), sector))
        else:
            phrases.setdefault(" ".join(fold(word)), (word, sector))
    endings.sort(key=lambda ending: (-len(ending[0]), ending))
    unspaced.sort(key=lambda pair: (-len(pair[0]), pair))
    return phrases, tuple(endings), tuple(unspaced)


@cache
def _endings() -> tuple[str, ...]:
    """Return the telling word endings alone: one look says that a word has none."""
    return tuple(ending for ending, _, _ in _telling()[1])


@cache
def sectors() -> tuple[str, ...]:
    """Return the plain names of all fields of business, sorted."""
    return tuple(sorted({row["sector"] for row in read_rows("sector_synonyms.csv")}))


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_rows("sector_synonyms.csv"):
        found.setdefault(" ".join(fold(row["industry"])), set()).add(row["sector"])
        found.setdefault(" ".join(fold(row["sector"])), set()).add(row["sector"])
    return {words: frozenset(names) for words, names in found.items()}


def sector_of_name(words: Sequence[str]) -> tuple[str, str]:
    """Return the field of business that the words of a name tell, and the telling word; two empty strings if none.

    Args:
        words: folded words, as `company_names.fold` gives them. The words before `of`, `für`, `de` weigh first, and
            there a longer phrase before a shorter one, the last before the first (`Law School`, `School of Law`).
    """
    for start, stop in _heads(words):
        found = _best(words[start:stop])
        if found[0]:
            return found
    return "", ""


def _heads(words: Sequence[str]) -> list[tuple[int, int]]:
    breaks = [place for place, word in enumerate(words) if word in _BREAKS and place]
    return (
        [
            (0, len(words)),
        ]
        if not breaks
        else [(0, breaks[0]), (0, len(words))]
    )


def _best(words: Sequence[str]) -> tuple[str, str]:
    phrases, endings, unspaced = _telling()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size, -1, -1):
            found = phrases.get(" ".join(words[start : start + size]))
            if found:
                return found[1], found[0]
    for word in reversed(words):
        for ending, written, sector in endings if word.endswith(_endings()) else ():
            if len(word) > len(ending) and word.endswith(ending):
                return sector, written
        if not word.isascii():
            for text, sector in unspaced:
                if text in word:
                    return sector, text
    return "", ""


def sectors_of_industry(industry: str) -> frozenset[str]:
    """Return our fields of business for a user's word for an industry; empty if the word is not known."""
    words = fold(industry)
    known = _synonyms()
    whole = known.get(" ".join(words))
    if whole:
        return whole
    found: set[str] = set()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            found |= known.get(" ".join(words[start : start + size]), frozenset())
        if found:
            break
    return frozenset(found)


def industry_fit(sector: str, industries: Sequence[str]) -> str:
    """Return same, other or unknown: whether a company's field of business is among the user's industries.

    `unknown` if the sector is "" or no industry of the user is understood. One understood industry that agrees is
    enough for `same`; `other` needs every industry to be understood.
    """
    if not sector:
        return "unknown"
    known = [sectors_of_industry(industry) for industry in industries if fold(industry)]
    if any(sector in names for names in known):
        return "same"
    return "other" if known and all(known) else "unknown"
