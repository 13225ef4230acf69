"""What the network holds, kind of work by kind of work: for the reader who has no target yet."""

from __future__ import annotations

from typing import Any

from netscout.model.report import Field
from netscout.reports.scene import Scene
from netscout.reports.text import count, tidy

ROLES = 6
"""Roles named for each family, those near the reader's own work first."""


def build(scene: Scene) -> dict[str, Any] | None:
    """Return the fields of the network, most people first; None where a target stands or nothing was understood."""
    kinds = sorted(_families(scene), key=lambda one: (-one.people, one.family))
    if scene.has_target or not kinds:
        return None
    lines = [
        _line(one, [role for role in scene.shown.fields if role.role and role.family == one.family]) for one in kinds
    ]
    near = next((one for one in lines if one["near"]), lines[0])
    people = count(near["askable"], "person", "people") if near["askable"] else "nobody"
    return {
        "id": "explore",
        "nav": "Work near you",
        "kicker": "Work near you",
        "title": f"{count(len(lines), 'kind')} of work in your network; {near['family']} has {people} you could ask",
        "lines": lines,
    }


def _families(scene: Scene) -> list[Field]:
    """Return the line of each family: the largest without a role, as jobs whose role nobody can tell have none too."""
    found: dict[str, Field] = {}
    for one in scene.shown.fields:
        if not one.role and one.people > (found[one.family].people if one.family in found else 0):
            found[one.family] = one
    return list(found.values())


def _line(kind: Field, roles: list[Field]) -> dict[str, Any]:
    return {
        "family": tidy(kind.family),
        "people": kind.people,
        "askable": kind.askable,
        "near": tidy(kind.near),
        "examples": [tidy(title) for title in kind.example_titles[:3]],
        "roles": [
            {"name": tidy(one.role), "people": one.people, "near": tidy(one.near)}
            for one in sorted(roles, key=lambda one: (not one.near, -one.people, one.role))[:ROLES]
        ],
    }
