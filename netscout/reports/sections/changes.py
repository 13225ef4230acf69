"""Changes since the last export: who moved, who is new, who is gone."""

from __future__ import annotations

from typing import Any

from netscout.model.changes import Change
from netscout.reports.scene import Scene
from netscout.reports.text import count, day, listing, tidy

KINDS = (
    ("company", "New employer", "moved to another company"),
    ("title", "New title", "have a new title"),
    ("new", "New connections", "are new"),
    ("gone", "No longer listed", "are no longer listed"),
    ("renamed", "New name", "changed their name"),
    ("email", "An e-mail address appeared", "now show an e-mail address"),
)
MOST = 40


def build(scene: Scene) -> dict[str, Any] | None:
    """Return the changes by kind; None for a first export, a shared page, or where nothing changed."""
    changes = scene.shown.changes
    if changes is None or changes.before is None or not changes.changes:
        return None
    kinds: list[dict[str, Any]] = []
    for key, heading, words in KINDS:
        those = sorted(changes.of(key), key=lambda one: (one.name.casefold(), one.person))
        if those:
            lines = [_line(one) for one in those[:MOST]]
            kinds.append(
                {
                    "key": key,
                    "heading": heading,
                    "words": words,
                    "people": len(those),
                    "lines": lines,
                    "more": len(those) - len(lines),
                }
            )
    told = [
        f"{one['people']} {one['words'].replace('are ', 'is ', 1) if one['people'] == 1 else one['words']}"
        for one in kinds[:3]
    ]
    return {
        "id": "changes",
        "nav": "Changes",
        "kicker": "Changes since the last export",
        "title": f"Since {day(changes.before)}: {listing(told)}",
        "before": day(changes.before),
        "after": day(changes.after),
        "hidden": changes.hidden,
        "hidden_words": count(changes.hidden, "person", "people"),
        "kinds": kinds,
    }


def _line(change: Change) -> dict[str, str]:
    return {"name": tidy(change.name), "before": tidy(change.before), "after": tidy(change.after)}
