"""Where you know nobody: targets by companies, "nobody" told as such, who is nearest, and a search the reader opens."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.model.ranking import RankRow
from netscout.model.report import TargetCheck
from netscout.model.target import Target
from netscout.reports.rows import STRENGTH_WORDS
from netscout.reports.scene import Scene
from netscout.reports.text import count, number, search_link, tidy, word


def build(scene: Scene) -> dict[str, Any] | None:
    """Return per target a line for each company and role named; None without a target."""
    checks = {one.target: one for one in scene.full.checks}
    named = {one.name: one for one in scene.full.targets}
    groups = [
        _group(place, named[name], checks.get(name) or TargetCheck(name), scene)
        for place, name in enumerate(scene.targets)
        if name in named
    ]
    if not groups:
        return None
    return {
        "id": "gaps",
        "nav": "Gaps",
        "kicker": "What you named, and whom you have there",
        "title": _title(groups),
        "groups": groups,
    }


def _title(groups: list[dict[str, Any]]) -> str:
    lines = [line for group in groups for line in group["companies"]]
    empty = len({line["company"] for line in lines if not line["people"]})
    every = len({line["company"] for line in lines})
    if not lines:
        holes = [line for group in groups for line in group["roles"] if not line["match"]]
        return "Somebody does each kind of work you named" if not holes else "Some of the work you named has nobody yet"
    if not empty:
        return (
            f"You have somebody at each of the {word(every)} companies you named"
            if every > 1
            else ("You have somebody at the company you named")
        )
    if every == 1:
        return "At the company you named you have nobody yet"
    return f"At {word(empty)} of the {word(every)} companies you named you have nobody yet"


def _group(place: int, target: Target, check: TargetCheck, scene: Scene) -> dict[str, Any]:
    does = Counter(
        cell.casefold()
        for one in scene.full.people
        if one.verdicts.get(target.name) == "match"
        for cell in {one.company_label, one.company}
        if cell
    )
    connectors = scene.chosen(scene.shown.lists[place][1])
    role = target.roles[0]
    companies = check.companies or tuple((name, "", 0) for name in target.companies)
    return {
        "target": place,
        "name": tidy(target.name),
        "companies": [
            _company(name, meant, people, max(does[name.casefold()], does[meant.casefold()]))
            | _way_in(name, meant, role, connectors, target, scene)
            for name, meant, people in companies
        ],
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


def _way_in(
    name: str, meant: str, role: str, connectors: list[RankRow], target: Target, scene: Scene
) -> dict[str, Any]:
    """Return the nearest connector: at the company, else in a named field of business, else first on the list."""
    labels = {name.casefold(), meant.casefold()} - {""}
    fields = {one.casefold() for one in target.industries}

    def near(row: RankRow) -> int:
        person = scene.by_id.get(row.id)
        cells = {row.company.casefold(), person.company_label.casefold() if person else ""}
        if cells & labels:
            return 0
        return 1 if person and person.sector and person.sector.casefold() in fields else 2

    found = min(connectors, key=lambda row: (near(row), row.rank, row.id), default=None)
    if found is None:
        return {"nearest": "no connectors known yet", "nearest_why": "", "search": search_link(role, name)}
    why = ("works there", "same field of business", "first of your connectors")[near(found)]
    strength = STRENGTH_WORDS.get(found.strength, found.strength)
    return {"nearest": tidy(found.name), "nearest_why": f"{strength}; {why}", "search": search_link(role, name)}
