"""What the network holds, kind of work by kind of work: for the reader who has no target yet."""

from __future__ import annotations

from typing import Any

from netscout.reports.scene import Scene
from netscout.reports.text import count, tidy


def build(scene: Scene) -> dict[str, Any] | None:
    """Return the fields of the network, most people first; None where a target stands or nothing was understood."""
    if scene.has_target or not scene.shown.fields:
        return None
    fields = sorted(scene.shown.fields, key=lambda one: (-one.people, one.family, one.role))
    lines: list[dict[str, Any]] = [
        {
            "family": tidy(one.family),
            "role": tidy(one.role),
            "people": one.people,
            "askable": one.askable,
            "near": tidy(one.near),
            "examples": [tidy(title) for title in one.example_titles[:3]],
        }
        for one in fields
    ]
    near = next((one for one in lines if one["near"]), lines[0])
    name, people = near["role"] or near["family"], count(near["askable"], "person", "people")
    return {
        "id": "explore",
        "nav": "Work near you",
        "kicker": "What work is near you",
        "title": f"{count(len(lines), 'kind')} of work in your network; {name} has {people} you could ask",
        "lines": lines,
    }
