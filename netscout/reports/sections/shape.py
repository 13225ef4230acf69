"""What your network is made of: companies, jobs and seniority as bars, with how many are not known."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.reports.chart_card import bar_table, source, top
from netscout.reports.scene import SELF, Scene
from netscout.reports.text import capital, count, number, percent, tidy, word

LINES = 8
RANKS = (
    ("intern", "Intern or trainee"),
    ("junior", "Junior"),
    ("plain", "No rank in the title"),
    ("senior", "Senior"),
    ("lead", "Lead"),
    ("manager", "Manager"),
    ("director", "Director or head"),
    ("vp", "Vice president"),
    ("c-level", "Chief officer"),
    ("founder", "Founder or owner"),
)
LEADING = ("lead", "manager", "director", "vp", "c-level", "founder")


def build(scene: Scene) -> dict[str, Any] | None:
    """Return bars of companies (named only where everybody is), jobs and seniority; None for an empty network."""
    if not scene.people:
        return None
    bars = [*([_companies(scene)] if scene.personal else []), _jobs(scene), _ranks(scene)]
    return {
        "id": "shape",
        "nav": "Employers, jobs, seniority",
        "kicker": "Employers, jobs, seniority",
        "title": _title(scene),
        "counts": {"companies": scene.companies, "jobs": _jobs_known(scene)},
        "tables": bars,
        "unread": _unread(scene),
        "source": source(scene, "connections", "contacts"),
    }


def _title(scene: Scene) -> str:
    jobs = _jobs_known(scene)
    places = f" at {count(scene.companies, 'company', 'companies')}" if scene.companies else ""
    return count(scene.people, "person", "people") + places + (f" in {count(jobs, 'job')}" if jobs else "")


def _jobs_known(scene: Scene) -> int:
    return len({one.role_name for one in scene.full.people if one.role_name})


def _unread(scene: Scene) -> list[str]:
    """Return in sentences how many titles and companies say nothing."""
    people = scene.full.people
    empty = sum(not one.title for one in people)
    unread = sum(bool(one.title) and not one.role_name for one in people)
    homeless = sum(not one.company_key for one in people)
    return [
        f"{capital(word(many))} {single if many == 1 else plural}."
        for many, single, plural in (
            (empty, "person has no title", "people have no title"),
            (unread, "title is not understood", "titles are not understood"),
            (homeless, "person has no company", "people have no company"),
        )
        if many
    ]


def _companies(scene: Scene) -> dict[str, Any]:
    people = scene.full.people
    keys = Counter(one.company_key for one in people if one.company_key and not one.company_key.startswith(SELF))
    names = {one.company_key: tidy(one.company_label or one.company) for one in people}
    alone = sum(one.company_key.startswith(SELF) for one in people)
    order = sorted(keys.items(), key=lambda pair: (-pair[1], names[pair[0]].casefold(), pair[0]))
    first, rest = top([(names[key], many) for key, many in order], LINES)
    rest += [("self-employed or not named", alone), ("no company given", scene.people - sum(keys.values()) - alone)]
    return bar_table("companies", _largest(first, len(order), scene.people), first, rest, scene.people)


def _largest(first: list[tuple[str, int]], companies: int, people: int) -> str:
    if not first:
        return "No company is known of anybody"
    name, many = first[0]
    if companies == 1:
        return f"{name} is the one company known"
    if many == first[1][1]:
        return f"No company stands out among {number(companies)}: the largest have {many} of your people each"
    return f"{name} is the largest company: {number(many)} of your {count(people, 'person', 'people')}"


def _jobs(scene: Scene) -> dict[str, Any]:
    jobs = Counter(one.role_name for one in scene.full.people if one.role_name)
    first, rest = top(sorted(jobs.items(), key=lambda pair: (-pair[1], pair[0])), LINES)
    empty = sum(not one.title for one in scene.full.people if not one.role_name)
    rest += [("title not understood", scene.people - sum(jobs.values()) - empty), ("no title", empty)]
    if not first:
        return bar_table("jobs", "No title could be read as a job", first, rest, scene.people)
    name, many = first[0]
    title = f"The commonest job is {name}: {count(many, 'person', 'people')}, {percent(many / scene.people)}"
    return bar_table("jobs", title, first, rest, scene.people)


def _ranks(scene: Scene) -> dict[str, Any]:
    ranks = Counter(one.seniority for one in scene.full.people)
    lines = [(words, ranks[rank]) for rank, words in RANKS]
    read = sum(many for _, many in lines)
    leading = sum(ranks[rank] for rank in LEADING)
    rest = [("title not understood or empty", scene.people - read)]
    made = bar_table("seniority", _leading(leading, read), lines, rest, scene.people)
    return made | {"leading_share": leading / read if read else 0.0}


def _leading(leading: int, read: int) -> str:
    if not read:
        return "No rank could be read from a title"
    if not leading:
        return "Nobody whose title is understood leads others by it"
    return capital(f"{percent(leading / read)} of those whose title is understood lead others")
