"""Who led to whom, as a tree to print: each person with what came of it, and those they named below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from netscout.model.campaign import Led
from netscout.reports.scene import Scene
from netscout.reports.text import capital, number, tidy, word
from netscout.reports.whereabouts import link

DEEPEST = 8
"""Steps drawn to the side; what lies deeper is drawn below the last of them."""
MOST = 80
"""Lines told one by one; further ones are counted."""


def chains(scene: Scene, lines: Sequence[Led]) -> dict[str, Any] | None:
    """Return `title`, `roots` (each with `below`), and in `more` how many lines are left out; None for none."""
    if not lines:
        return None
    roots: list[dict[str, Any]] = []
    way: list[dict[str, Any]] = []
    for one in lines[:MOST]:
        node = _node(scene, one)
        del way[min(one.depth, DEEPEST) :]
        (way[-1]["below"] if way else roots).append(node)
        way.append(node)
    return {"title": _title(lines), "roots": roots, "more": number(len(lines) - MOST) if len(lines) > MOST else ""}


def _title(lines: Sequence[Led]) -> str:
    named = {one.person or one.name for one in lines if one.depth}
    referrers = {one.person or one.name for one, below in pairwise(lines) if below.depth > one.depth}
    by = "One person" if len(referrers) == 1 else f"{capital(word(len(referrers)))} people"
    return f"{by} led you to {word(len(named))} {'other' if len(named) == 1 else 'others'}"


def _node(scene: Scene, one: Led) -> dict[str, Any]:
    state = [tidy(text) for text in (one.state, one.use) if text]
    told = f"{capital('; '.join(state))}." if state else ""
    end = f"{tidy(one.end)}." if one.end else ""
    year = f" {scene.full.today[:4]}"
    return {
        "who": (link(one.person, scene) if one.person else {"href": "", "at": -1}) | {"name": tidy(one.name)},
        "title": tidy(one.title),
        "company": tidy(one.company),
        "told": " ".join(part for part in (told, end) if part).replace(year, ""),
        "again": one.again,
        "words": tidy(one.words),
        "below": [],
    }
