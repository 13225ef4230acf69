"""Where you know nobody: targets by companies, "nobody" told as such, who is nearest, and a search the reader opens."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.model.report import TargetCheck
from netscout.model.target import Target
from netscout.reports.scene import Scene
from netscout.reports.sections.doors import KNOWN, doors, warmest, way
from netscout.reports.text import count, number, part_of, search_link, tidy, word


def build(scene: Scene) -> dict[str, Any] | None:
    """Return per target a line for each company and role named; None without a target."""
    checks = {one.target: one for one in scene.full.checks}
    named = {one.name: one for one in scene.full.targets}
    several = len(scene.targets) > 1
    groups = [
        _titled(_group(place, named[name], checks.get(name) or TargetCheck(name), scene), several=several)
        for place, name in enumerate(scene.targets)
        if name in named
    ]
    if not groups:
        return None
    return {
        "id": "gaps",
        "nav": "Who could introduce you",
        "kicker": "Companies you named, and who could introduce you",
        "title": groups[0]["title"],
        "matrix": _matrix(groups, scene),
        "groups": groups,
    }


def _titled(group: dict[str, Any], *, several: bool) -> dict[str, Any]:
    """Return a group with its finding; with several targets it says that it is of the one shown."""
    named = "you named for this target" if several else "you named"
    return {**group, "title": _title(group["companies"], group["roles"], named)}


def _title(companies: list[dict[str, Any]], roles: list[dict[str, Any]], named: str) -> str:
    empty, every = sum(not line["people"] for line in companies), len(companies)
    if not companies:
        holes = any(not line["match"] for line in roles)
        return f"Some of the work {named} has nobody yet" if holes else f"Somebody does each kind of work {named}"
    if every == 1:
        return f"At the company {named} you have {'nobody yet' if empty else 'somebody'}"
    if not empty:
        return f"You have somebody at each of the {word(every)} companies {named}"
    return f"At {part_of(empty, every, f'companies {named}')} you have nobody yet"


def _matrix(groups: list[dict[str, Any]], scene: Scene) -> dict[str, Any] | None:
    """Return companies by targets, each cell how many do that work there; None with fewer than two of either."""
    there: dict[str, dict[str, Any]] = {}
    for group in groups:
        for line in group["companies"]:
            there.setdefault(line["company"].casefold(), line)
    if len(groups) < 2 or len(there) < 2:
        return None
    does = [_doing(scene.targets[group["target"]], scene) for group in groups]
    lines = []
    for line in there.values():
        found = [_most(one, line["company"], line["meant"]) for one in does]
        cells = [{"people": many, "words": number(many) if many else "nobody"} for many in found]
        there_words = {"people": line["people"], "words": line["people_words"]}
        lines.append({"company": line["company"], "cells": [there_words, *cells]})
    return {"targets": [group["name"] for group in groups], "lines": lines}


def _doing(target: str, scene: Scene) -> Counter[str]:
    """Return how many do the work of a target, by company in small letters."""
    return Counter(
        cell.casefold()
        for one in scene.full.people
        if one.verdicts.get(target) == "match"
        for cell in {one.company_label, one.company}
        if cell
    )


def _most(does: Counter[str], *names: str) -> int:
    return max(does[name.casefold()] for name in names)


def _group(place: int, target: Target, check: TargetCheck, scene: Scene) -> dict[str, Any]:
    does = _doing(target.name, scene)
    companies = check.companies or tuple((name, "", 0) for name in target.companies)
    sectors = check.sectors or ("",) * len(companies)
    return {
        "target": place,
        "name": tidy(target.name),
        "companies": [
            _company(name, meant, people, _most(does, name, meant))
            | _way_in((name, meant), sector, place, target, scene)
            | {"search": search_link(target.roles[0], name)}
            for (name, meant, people), sector in sorted(
                zip(companies, sectors, strict=True), key=lambda pair: (pair[0][0].casefold(), pair[0][0])
            )
        ],
        "doors": doors(place, scene, {name.casefold() for one in companies for name in one[:2]}),
        "roles": [
            {
                "phrase": tidy(phrase),
                "meant": tidy(meant),
                "match": match,
                "related": related,
                "match_words": count(match, "person", "people") if match else "nobody",
                "related_words": number(related) if related else "nobody",
                "search": search_link(phrase),
            }
            for phrase, meant, match, related in check.roles
        ],
        "notes": [tidy(one) for one in check.notes],
    }


def _company(name: str, meant: str, people: int, match: int) -> dict[str, Any]:
    return {
        "company": tidy(name),
        "meant": tidy(meant) if meant.casefold() != name.casefold() else "",
        "people": people,
        "match": match,
        "people_words": count(people, "person", "people") if people else "nobody",
        "match_words": number(match) if match else "nobody",
    }


def _way_in(names: tuple[str, str], sector: str, place: int, target: Target, scene: Scene) -> dict[str, Any]:
    """Return whom to ask at a company and who could introduce you: people there, else a connector, else words."""
    labels = sorted({one.casefold() for one in names} - {""})
    met = {one.id: one for label in labels for one in scene.by_company.get(label, [])}
    there = sorted(met.values(), key=lambda one: scene.index[one.id])
    doing = [one for one in there if one.verdicts.get(target.name) == "match"]
    ask = warmest(one for one in doing if one.strength in KNOWN)
    lead = warmest(one for one in there if one.strength in KNOWN and one is not ask)
    if ask or lead:
        return way(([ask] if ask else []), lead, scene)
    fields = {one.casefold() for one in ((sector,) if sector else target.industries)}
    connectors = [
        person for row in scene.chosen(scene.shown.lists[place][1]) if (person := scene.by_id.get(row.id)) is not None
    ]
    near = next((one for one in connectors if one.sector and one.sector.casefold() in fields), None)
    if near:
        return way([], near, scene, f"in the same field of business, {near.sector}")
    if connectors:
        return way([], connectors[0], scene, "the first of your connectors; nobody nearer is known")
    why = "say how well you know the people there, and the best known of them stands here" if there else ""
    return way([], None, scene, why)
