"""Is it an echo chamber? The make-up of the list beside the make-up of the whole network, facet by facet."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.model.ranking import Brief
from netscout.reports.rows import RANK_WORDS
from netscout.reports.scene import Scene
from netscout.reports.sections.map_words import low
from netscout.reports.sections.price import price_chart
from netscout.reports.text import percent, tidy, word

FACETS = {
    "company": "Companies",
    "community": "How you met",
    "industry": "Fields of business",
    "family": "Kinds of work",
    "seniority": "Seniority",
}
TELLING = ("community", "industry", "family")
"""Facets that say which circle somebody is of: the finding is taken from them."""
KNOWN = {
    "community": "how you met is",
    "industry": "the field of business is",
    "family": "the kind of work is",
}
FIXED = ("industry", "family", "seniority")
"""Facets whose values are words of ours."""
BLANK = "not known"
NO_ECHO = "The list is no echo of your network"
SAME = 0.05
"""Shares of list and network that differ by no more are told as about the same. A guess."""
KNOWN_LEAST = 0.5
"""Share of the network whose value must be known before the facet answers the question."""
LINES = 5
LEAST = 3
"""People who must be listed before the list is compared."""


def build(scene: Scene) -> dict[str, Any] | None:
    """Return per target a table for each facet; None where no list has people enough to compare (LEAST)."""
    groups = [_group(scene, place) for place in range(len(scene.full.lists))]
    if not any(one["facets"] for one in groups):
        return None
    return {
        "id": "echo",
        "nav": "Echo chamber?",
        "kicker": "Echo chamber?",
        "title": groups[0]["title"],
        "groups": groups,
    }


def _group(scene: Scene, place: int) -> dict[str, Any]:
    pair = scene.full.lists[place]
    chosen = {row.id: row for ranked in pair for row in scene.chosen(ranked)}
    everybody = {one.id: one for ranked in pair for one in ranked.briefs}
    listed = [everybody[person] for person in chosen]
    network = list(everybody.values())
    enough = len(listed) >= LEAST
    facets = [_facet(key, listed, network, scene) for key in FACETS if enough and _speaks(key, network)]
    return {
        "target": place,
        "name": tidy(pair[0].target),
        "listed": len(listed),
        "network": len(network),
        "title": _finding(facets, len(listed)) if enough else "Too few people are listed for this target to compare",
        "facets": facets,
        "charts": [made] if enough and (made := price_chart(scene, place)) else [],
    }


def _speaks(key: str, people: list[Brief]) -> bool:
    return any(getattr(one, key) for one in people)


def _facet(key: str, listed: list[Brief], network: list[Brief], scene: Scene) -> dict[str, Any]:
    here, there = _counts(listed, key, scene), _counts(network, key, scene)
    personal = scene.personal
    named = [value for value in there if value != BLANK and (personal or here[value])]
    order = sorted(named, key=lambda value: (-there[value], -here[value], value))
    lead = sorted(named, key=lambda value: (-here[value], -there[value], value))[:2]
    first = sorted({*order[: LINES - 1], *(one for one in lead if here[one])}, key=order.index)[: LINES + 1]
    lines = [_line(value, here[value], there[value], len(listed), len(network)) for value in first]
    rest_here = sum(here.values()) - sum(here[value] for value in (*first, BLANK))
    rest_there = sum(there.values()) - sum(there[value] for value in (*first, BLANK))
    if rest_there:
        lines.append(_line("all others", rest_here, rest_there, len(listed), len(network)))
    if there[BLANK]:
        lines.append(_line(BLANK, here[BLANK], there[BLANK], len(listed), len(network)))
    known = [value for value in there if value != BLANK]
    top = min(known, key=lambda value: (-there[value], value), default="")
    return {
        "key": key,
        "heading": FACETS[key],
        "lines": lines,
        "values_here": sum(1 for value in here if value != BLANK),
        "values_there": len(known),
        "top": top if personal or here[top] else "",
        "top_here": here[top] / len(listed) if top else 0.0,
        "top_there": there[top] / len(network) if top else 0.0,
        "known_here": sum(here.values()) - here[BLANK],
        "known_there": 1 - there[BLANK] / len(network),
    }


def _counts(people: list[Brief], key: str, scene: Scene) -> Counter[str]:
    """Return how many people have each value, as it is shown."""
    counts: Counter[str] = Counter()
    for value, many in Counter([getattr(one, key) for one in people]).items():
        shown = tidy(value if key in FIXED else scene.clean(value)) or BLANK
        counts[RANK_WORDS.get(shown, shown) if key == "seniority" else shown] += many
    return counts


def _line(value: str, here: int, there: int, listed: int, network: int) -> dict[str, Any]:
    return {
        "value": value,
        "here": here,
        "there": there,
        "here_share": here / listed,
        "there_share": there / network,
        "here_words": percent(here / listed),
        "there_words": percent(there / network),
        "here_width": round(100 * here / listed, 1),
        "there_width": round(100 * there / network, 1),
    }


def _finding(facets: list[dict[str, Any]], listed: int) -> str:
    """Return whether the list leans on the network's largest group, by the facet in which it does so most."""
    found = [one for one in facets if one["key"] in TELLING and one["top"]]
    if not found:
        companies = next((one["values_here"] for one in facets if one["key"] == "company"), 0)
        come = "person listed comes" if listed == 1 else "people listed come"
        return f"The {word(listed)} {come} from {word(companies)} {'company' if companies == 1 else 'companies'}"
    known = [one for one in found if one["known_there"] >= KNOWN_LEAST]
    if not known:
        return _too_little(max(found, key=lambda one: (one["known_there"], one["key"])), listed)
    lean = max(known, key=lambda one: (one["top_here"] - one["top_there"], one["key"]))
    if lean["top_here"] > lean["top_there"] + SAME:
        return f"The list leans: {_shares(lean)}"
    broad = max(known, key=lambda one: (one["top_there"], one["key"]))
    about = broad["top_here"] >= broad["top_there"] - SAME
    return f"{'The list is made up about the same as your network' if about else NO_ECHO}: {_shares(broad)}"


def _shares(facet: dict[str, Any]) -> str:
    """Return the share of the network's largest group on the list, and in the network."""
    top = low(facet["top"]) if facet["key"] in FIXED else facet["top"]
    return f"{top} is {percent(facet['top_here'])} of the list and {percent(facet['top_there'])} of the network"


def _too_little(best: dict[str, Any], listed: int) -> str:
    """Return what is known where no facet is known of half the network: no answer, and on what little it would rest."""
    return (
        f"Too little is known to say: {KNOWN[best['key']]} known for {percent(best['known_there'])} of your network "
        f"and {word(best['known_here'])} of the {word(listed)} listed"
    )
