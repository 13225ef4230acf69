"""Who could put in a word: the warmest of those you have at a company, and the companies of the people listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from netscout.model.report import NetworkPerson
from netscout.reports.rows import STRENGTH_WORDS
from netscout.reports.scene import Scene
from netscout.reports.text import day, tidy, word

STATES = ("close", "know", "warm", "cooling", "dormant", "met", "stranger", "unknown")
KNOWN = ("close", "know", "warm", "cooling", "dormant", "met")
"""Strengths of somebody you have dealt with."""
LISTED_MOST = 10
SELF = "self:"
"""Begins the key of a company of one person."""


def warmest(people: Iterable[NetworkPerson]) -> NetworkPerson | None:
    """Return whom you know best, the last to be written with among equals; nobody who may stand on no list."""
    fit = sorted((one for one in people if not one.excluded and not one.gone), key=lambda one: one.id)
    fit.sort(key=lambda one: one.last_day or "", reverse=True)
    fit.sort(key=lambda one: STATES.index(one.strength) if one.strength in STATES else len(STATES))
    return fit[0] if fit else None


def tie_words(one: NetworkPerson) -> str:
    """Return how well you know somebody and when you last wrote."""
    last = f", last message {day(one.last_day[:7])}" if one.last_day else ""
    return f"{STRENGTH_WORDS.get(one.strength, one.strength)}{last}"


def doors(place: int, scene: Scene) -> dict[str, Any]:
    """Return for the companies of the first people on a list whom else you have dealt with there.

    A page that names the shortlist alone holds none of it.
    """
    if not scene.personal:
        return {"title": "", "companies": 0, "lines": []}
    chosen = scene.chosen(scene.shown.lists[place][0])[:LISTED_MOST]
    listed: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for row in chosen:
        person = scene.by_id.get(row.id)
        if person and person.company_key and not person.company_key.startswith(SELF):
            listed.setdefault(person.company_key, []).append(row.id)
            names[person.company_key] = tidy(person.company_label or person.company)
    lines = [line for key, those in listed.items() if (line := _door(key, names[key], those, scene))]
    return {
        "title": _title(len(lines), len(listed)) if lines else "",
        "companies": len(listed),
        "lines": lines,
    }


def _title(some: int, every: int) -> str:
    if every == 1:
        return "At the company of the person listed you have dealt with somebody else, too"
    head = "each" if some == every else word(some)
    return f"At {head} of the {word(every)} companies of the people listed first you have dealt with somebody else, too"


def _door(key: str, name: str, those: list[str], scene: Scene) -> dict[str, Any] | None:
    """Return one company, None where nobody else is whom you have dealt with."""
    beside = [one for one in scene.shown.people if one.company_key == key and one.id not in those]
    best = warmest(one for one in beside if one.strength in KNOWN)
    if best is None:
        return None
    return {
        "company": name,
        "listed": [tidy(scene.by_id[one].name) or "(no name)" for one in those],
        "others": sum(one.company_key == key and not one.gone for one in scene.full.people) - len(those),
        "best": tidy(best.name) or "(no name)",
        "tie": tie_words(best),
    }
