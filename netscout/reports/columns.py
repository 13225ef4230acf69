"""Everybody as columns, each distinct value once: 30,000 people in about two megabytes instead of eight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from netscout.model.report import NetworkPerson
from netscout.reports.text import PROFILE, profile_link, tidy, told

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
SAME = "*"
"""Begins a slug whose first part is the name itself, lower case with hyphens; a quoted slug never holds an asterisk."""


def encode(people: Sequence[NetworkPerson], targets: Sequence[str]) -> dict[str, Any]:
    """Return `{"n", "name", "slug", "columns": {name: column}, "listed"}`; the page's `table.js` reads it back.

    A column is `{"values": [...], "width": w, "codes": "..."}`: w letters of base 64 a person, each an index into
    `values`. `listed` maps the index of a person to the lists that chose them. `decode` is the inverse.
    """
    return {
        "n": len(people),
        "name": [tidy(one.name) for one in people],
        "slug": [_slug(one) for one in people],
        "columns": {
            "title": column(tidy(one.title) for one in people),
            "company": column(tidy(one.company_label or one.company) for one in people),
            "written": column(_as_written(one) for one in people),
            "family": column(one.family for one in people),
            "sector": column(one.sector for one in people),
            "community": column(one.community for one in people),
            "role": column(one.role_name for one in people),
            "strength": column(one.strength for one in people),
            "chance": column(one.band for one in people),
            "connected": column(one.connected_on or "" for one in people),
            "last": column((one.last_day or "")[:10] for one in people),
            "left out": column(told(one.excluded) for one in people),
            **{
                f"verdict {place}": column(one.verdicts.get(name, "") for one in people)
                for place, name in enumerate(targets)
            },
        },
        "listed": {str(place): list(one.listed) for place, one in enumerate(people) if one.listed},
    }


def _as_written(one: NetworkPerson) -> str:
    """Return the company as the export has it where it is known under a name that does not hold that."""
    written, label = tidy(one.company), tidy(one.company_label or one.company)
    return "" if written.casefold() in label.casefold() else written


def column(cells: Iterable[str]) -> dict[str, Any]:
    """Return one column: its distinct values, the commonest first (ties by value), and the codes of all cells."""
    from collections import Counter

    rows = list(cells)
    counts = Counter(rows)
    values = sorted(counts, key=lambda value: (-counts[value], value))
    width = 1 if len(values) <= 64 else 2 if len(values) <= 64**2 else 3 if len(values) <= 64**3 else 4
    code = {value: _letters(index, width) for index, value in enumerate(values)}
    return {"values": values, "width": width, "codes": "".join(code[cell] for cell in rows)}


def decode(table: dict[str, Any]) -> list[dict[str, str]]:
    """Return the rows again, each with `name`, `url` and every column."""
    rows = []
    for place in range(table["n"]):
        name, slug = table["name"][place], table["slug"][place]
        slug = f"{_hyphens(name)}{slug[1:]}" if slug.startswith(SAME) else slug
        row = {"name": name, "url": PROFILE + slug if slug else ""}
        for key, one in table["columns"].items():
            letters = one["codes"][place * one["width"] : (place + 1) * one["width"]]
            index = 0
            for letter in letters:
                index = index * 64 + DIGITS.index(letter)
            row[key] = one["values"][index]
        rows.append(row)
    return rows


def _letters(index: int, width: int) -> str:
    out = ""
    for _ in range(width):
        out = DIGITS[index % 64] + out
        index //= 64
    return out


def _slug(one: NetworkPerson) -> str:
    slug = profile_link(one.url).removeprefix(PROFILE)
    start = _hyphens(tidy(one.name))
    return f"{SAME}{slug[len(start) :]}" if start and slug.startswith(start) else slug


def _hyphens(name: str) -> str:
    """Return a plain name as a slug begins with it, "" for one with any letter beyond a-z (no two rules may differ)."""
    plain = name.replace(" ", "-")
    return plain.lower() if plain.isascii() and plain.replace("-", "").isalpha() else ""
