"""A chart as a section hands it to the page: its finding, its source in a line, its data as a table, its figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netscout.reports.scene import Scene
from netscout.reports.sections.glance import file_name
from netscout.reports.text import count, day, listing, number, percent

FILES_MOST = 3
TOGETHER = "together"
"""How the line of others ends."""


def chart(  # noqa: PLR0913  # the parts of a chart, each named
    key: str, *, title: str, alt: str, source: str, figure: dict[str, Any], head: Sequence[str], rows: list[list[str]]
) -> dict[str, Any]:
    """Return one chart; `key` names its figure in the page, the first cell of each row says what the row is of."""
    return {
        "id": key,
        "title": title,
        "alt": alt,
        "source": source,
        "figure": figure,
        "table": {"head": list(head), "rows": rows},
    }


def bar_table(
    key: str, title: str, lines: Sequence[tuple[str, int]], rest: Sequence[tuple[str, int]], whole: int
) -> dict[str, Any]:
    """Return a table of bars, the longest filling its room; a line is value, number of people, and both in words.

    `rest` are the lines that are no value: others together (`top`), not known. With them all people are counted. The
    bars from `hollow` on are theirs; others together have none (0), for no value is as long as many.
    """
    drawn = [(people, True) for _, people in lines if people]
    drawn += [(people, not value.endswith(TOGETHER)) for value, people in rest if people]
    most = max((people for people, single in drawn if single), default=0) or 1
    return {
        "key": key,
        "title": title,
        "lines": [
            [value, people, number(people), percent(people / whole)] for value, people in (*lines, *rest) if people
        ],
        "bars": [max(round(100 * people / most), 1) if single else 0 for people, single in drawn],
        "hollow": sum(1 for _, people in lines if people),
    }


def top(counts: Sequence[tuple[str, int]], most: int) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the first values, and all others as one line."""
    others = counts[most:]
    words = f"{count(len(others), 'other')} {TOGETHER}" if len(others) > 1 else "1 other"
    return list(counts[:most]), [(words, sum(people for _, people in others))]


def source(scene: Scene, *kinds: str) -> str:
    """Return in a line which files a chart rests on and of which day they are."""
    names = dict.fromkeys(
        file_name(file.name) for one in scene.full.sources for file in one.files if file.kind in kinds
    )
    told = listing([*list(names)[:FILES_MOST], *(["others"] if len(names) > FILES_MOST else [])]) or "your files"
    return f"From {told}; " + (
        f"newest export of {day(scene.full.export_date)}."
        if scene.full.export_date
        else f"as of {day(scene.full.today)}."
    )
