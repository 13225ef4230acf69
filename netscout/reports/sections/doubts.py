"""Titles netscout is not sure of: each with the answers that settle it, for everybody who holds it."""

from __future__ import annotations

from typing import Any

from netscout.reports.cleaning import EMAIL, NUMBER
from netscout.reports.scene import Scene
from netscout.reports.text import capital, count, number, tidy, word


def build(scene: Scene) -> dict[str, Any] | None:
    """Return the titles most worth a question for the first target; None on a page for others, or without doubts."""
    target = scene.targets[0] if scene.has_target else ""
    kept = [
        one
        for one in scene.shown.doubts
        if bool(target or one.choices) and EMAIL not in one.title and NUMBER not in one.title
    ]
    lines = [
        {
            "title": tidy(one.title),
            "people": one.people,
            "people_words": count(one.people, "person", "people"),
            "why": tidy(one.why),
            "choices": [tidy(job) for job in one.choices],
        }
        for one in kept
    ]
    if not scene.personal or not lines:
        return None
    more = max(scene.shown.doubtful - len(lines), 0)
    return {
        "id": "doubts",
        "nav": "Unsure titles",
        "kicker": "Unsure titles",
        "title": _finding(len(lines), sum(one.people for one in kept), len(lines) + more),
        "target": tidy(target),
        "lines": lines,
        "more": more,
        "more_words": f"{number(more)} more" if more else "",
    }


def _finding(titles: int, people: int, every: int) -> str:
    waiting = "title waits" if every == 1 else "titles wait"
    whom = "it" if titles == 1 else "them" if titles == every else f"the first {word(titles)}"
    return (
        f"{capital(word(every))} {waiting} for a word of yours; {count(people, 'person holds', 'people hold')} {whom}"
    )
