"""Changes since the last export: who moved, who is new, who is gone."""

from __future__ import annotations

from typing import Any

from netscout.model.changes import Change
from netscout.reports.scene import Scene
from netscout.reports.text import count, day, listing, tidy

KINDS = (
    ("title", "New title", "has a new title", "have a new title"),
    ("company", "New employer", "moved to another company", "moved to another company"),
    ("new", "New connections", "is new", "are new"),
    ("gone", "No longer listed", "is no longer listed", "are no longer listed"),
    ("renamed", "New name", "changed their name", "changed their name"),
    ("email", "An e-mail address appeared", "now shows an e-mail address", "now show an e-mail address"),
)
INTO = ("title", "company")
"""Changes by which somebody may have come into the work of the first target; those who did stand first."""
MOST = 40


def build(scene: Scene) -> dict[str, Any] | None:
    """Return the changes by kind; None for a first export, a shared page, or where nothing changed."""
    changes = scene.shown.changes
    if changes is None or changes.before is None or not changes.changes:
        return None
    kinds: list[dict[str, Any]] = []
    fits = {person for person, one in scene.by_id.items() if one.verdicts.get(scene.targets[0]) == "match"}
    for key, heading, single, many in KINDS:
        into = fits if key in INTO else set()
        those = sorted(changes.of(key), key=lambda one: (one.person not in into, one.name.casefold(), one.person))
        if those:
            lines = [_line(one, fits=one.person in into) for one in those[:MOST]]
            kinds.append(
                {
                    "key": key,
                    "heading": heading,
                    "words": single if len(those) == 1 else many,
                    "open": not kinds or key == "title",
                    "people": len(those),
                    "lines": lines,
                    "more": len(those) - len(lines),
                }
            )
    told = [f"{one['people']} {one['words']}" for one in kinds[:3]]
    return {
        "id": "changes",
        "nav": "Changes",
        "kicker": "Changes since the last export",
        "title": f"Since {day(changes.before)}: {listing(told)}",
        "before": day(changes.before),
        "after": day(changes.after),
        "hidden": changes.hidden,
        "hidden_words": f"{count(changes.hidden, 'person keeps', 'people keep')} their {_names(changes.hidden)}",
        "kinds": kinds,
    }


def _names(people: int) -> str:
    return "name" if people == 1 else "names"


def _line(change: Change, *, fits: bool) -> dict[str, Any]:
    blank = f"no {change.kind}" if change.kind in ("company", "title") else ""
    return {
        "name": tidy(change.name) or "(no name)",
        "before": tidy(change.before) or (blank and f"{blank} before"),
        "after": tidy(change.after) or (blank and f"{blank} now"),
        "fits": fits,
    }
