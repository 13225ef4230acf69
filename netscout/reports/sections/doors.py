"""Who could put in a word: the warmest of those you have at a company, and the companies of the people listed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

from netscout.model.lists import BANDS
from netscout.model.report import NetworkPerson
from netscout.reports.rows import BAND_WORDS, STRENGTH_WORDS
from netscout.reports.scene import SELF, Scene
from netscout.reports.text import day, tidy
from netscout.reports.whereabouts import link

STATES = ("close", "know", "warm", "cooling", "dormant", "met", "stranger", "unknown")
KNOWN = ("close", "know", "warm", "cooling", "dormant", "met")
"""Strengths of somebody you have dealt with."""
LISTED_MOST = 10


def warmest(people: Iterable[NetworkPerson]) -> NetworkPerson | None:
    """Return whom you know best, of equals who is likeliest to answer, then who wrote last; only who may be listed."""
    fit = sorted((one for one in people if not one.excluded and not one.gone), key=lambda one: one.id)
    fit.sort(key=lambda one: one.last_day or "", reverse=True)
    fit.sort(key=lambda one: BANDS.index(one.band) if one.band in BANDS else len(BANDS))
    fit.sort(key=lambda one: STATES.index(one.strength) if one.strength in STATES else len(STATES))
    return fit[0] if fit else None


def tie_words(one: NetworkPerson) -> str:
    """Return how well you know somebody, when you last wrote, and whether they are likely to answer."""
    last = f", last message {day(one.last_day[:7])}" if one.last_day else ""
    chance = f", {BAND_WORDS[one.band]}" if one.band in BAND_WORDS and one.last_day else ""
    return f"{STRENGTH_WORDS.get(one.strength, one.strength)}{last}{chance}"


def way(ask: Sequence[NetworkPerson], lead: NetworkPerson | None, scene: Scene, why: str = "") -> dict[str, Any]:
    """Return whom to ask directly, with the tie to a single one, and beside them who could introduce you, and why."""
    return {
        "ask": [link(one.id, scene) for one in ask],
        "ask_tie": tie_words(ask[0]) if len(ask) == 1 else "",
        "lead": link(lead.id, scene) if lead else None,
        "lead_tie": "; ".join(one for one in (tie_words(lead), why) if one) if lead else why,
    }


def doors(place: int, scene: Scene, named: Container[str] = ()) -> dict[str, Any]:
    """Return for the companies of the first people on a list who else there could introduce you, by company name.

    Companies in `named` (small letters) are left out. A page that names the shortlist alone holds none of it.
    """
    if not scene.personal:
        return {"title": "", "companies": 0, "lines": []}
    chosen = scene.chosen(scene.shown.lists[place][0])[:LISTED_MOST]
    listed: dict[str, list[NetworkPerson]] = {}
    names: dict[str, str] = {}
    for row in chosen:
        person = scene.by_id.get(row.id)
        if person and person.company_key and not person.company_key.startswith(SELF):
            if _is_named(person, named):
                continue
            listed.setdefault(person.company_key, []).append(person)
            names[person.company_key] = tidy(person.company_label or person.company)
    order = sorted(listed, key=lambda key: (names[key].casefold(), key))
    lines = [_door(key, names[key], listed[key], scene) for key in order]
    return {
        "title": "Who could introduce you at the companies of the people listed first" if lines else "",
        "companies": len(listed),
        "lines": lines,
    }


def _is_named(person: NetworkPerson, named: Container[str]) -> bool:
    return person.company.casefold() in named or person.company_label.casefold() in named


def _door(key: str, name: str, those: list[NetworkPerson], scene: Scene) -> dict[str, Any]:
    """Return one company: the people listed, and whom you know best of the others."""
    beside = [one for one in scene.shown.people if one.company_key == key and one not in those]
    best = warmest(one for one in beside if one.strength in KNOWN)
    people = sum(one.company_key == key and not one.gone for one in scene.full.people)
    return {"company": name, "people": people} | way(those, best, scene)
