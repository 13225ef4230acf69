"""Changes since the last export: who came nearer to a target, who moved, who is new, who is gone."""

from __future__ import annotations

from typing import Any

from netscout.model.changes import Arrival, Change, ChangeList
from netscout.reports.scene import Scene
from netscout.reports.text import capital, count, day, listing, number, tidy, word
from netscout.reports.whereabouts import link

KINDS = (
    ("title", "New title", "has a new title", "have a new title"),
    ("company", "New employer", "moved to another company", "moved to another company"),
    ("new", "New connections", "is new", "are new"),
    ("gone", "No longer listed", "is no longer listed", "are no longer listed"),
    ("renamed", "New name", "changed their name", "changed their name"),
    ("email", "An e-mail address appeared", "now shows an e-mail address", "now show an e-mail address"),
)
COUNTED = {
    "company": "at another company",
    "title": "with a new title",
    "new": "new connections",
    "gone": "no longer listed",
}
"""The kinds of change told as figures at the head of the section."""
INTO = ("title", "company")
"""Changes by which somebody may have come into the work of a target; those who did stand first."""
MOST = 40
FINDINGS = 12
"""People nearer to a target who stand on the page; further ones are counted."""
_NEWS = (
    ("work", "newly does work you are curious about", "newly do work you are curious about"),
    ("company", "newly works at a company you named", "newly work at a company you named"),
    ("close", "came closer to what you are curious about", "came closer to what you are curious about"),
)


def build(scene: Scene) -> dict[str, Any] | None:
    """Return who came nearer to a target, and the changes by kind; None for a shared page.

    Each kind has under `at` the places of its people in the list of everybody (-1 for nobody there), and `arrivals`
    holds place, reason and verdict of each, so that every count can be made again. With one export only, or no
    changes, the section says so.
    """
    changes = scene.shown.changes
    if changes is None or changes.after is None:
        return None
    told = [_finding(one, scene) for one in changes.findings]
    kinds = _kinds(changes, scene)
    return {
        "id": "changes",
        "nav": "What changed" if changes.before else "What changes",
        "kicker": f"What changed since {day(changes.before)}" if changes.before else "What changes over time",
        "title": _title(changes, kinds),
        "before": day(changes.before),
        "after": day(changes.after),
        "listed": {"before": changes.listed_before, "after": changes.listed_after},
        "doubt": _doubt(changes),
        "figures": _figures(changes, kinds),
        "came": _came(changes),
        "arrivals": [[scene.index.get(one.person, -1), one.why, one.verdict] for one in changes.arrivals],
        "findings": told[:FINDINGS],
        "more_findings": len(told[FINDINGS:]),
        "hidden": changes.hidden if changes.before else 0,
        "hidden_words": f"{count(changes.hidden, 'person keeps', 'people keep')} their {_names(changes.hidden)}",
        "kinds": kinds,
    }


def _title(changes: ChangeList, kinds: list[dict[str, Any]]) -> str:
    if changes.before is None:
        return "One export so far, so nothing to compare"
    came = _came(changes)
    news = [f"{word(came[key])} {one if came[key] == 1 else many}" for key, one, many in _NEWS if came[key]]
    if len(news) > 1:
        return f"{_people(sum(came.values()))} came nearer to what you are curious about: {_short(listing(news))}"
    if news:
        return f"{_people(sum(came.values()))} {news[0].partition(' ')[2]}"
    told = [f"{number(one['people'])} {one['words']}" for one in kinds[:3]]
    return f"Since {day(changes.before)}: {listing(told) or 'nothing changed'}"


def _short(news: str) -> str:
    """Return the news without what the sentence before it said already."""
    return news.replace("work you are curious about", "the work").replace("what you are curious about", "it")


def _people(many: int) -> str:
    return f"{capital(word(many))} {'person' if many == 1 else 'people'}"


def _came(changes: ChangeList) -> dict[str, int]:
    """Return how many people came nearer in which way, each person once, by the most telling way."""
    found: dict[str, set[str]] = {key: set() for key, *_ in _NEWS}
    for one in changes.arrivals:
        key = "close" if one.verdict != "match" else "work" if one.why == "role" else "company"
        found[key].add(one.person)
    work, company, close = (found[key] for key in ("work", "company", "close"))
    return {"work": len(work), "company": len(company - work), "close": len(close - work - company)}


def _doubt(changes: ChangeList) -> str:
    if changes.before is None or not changes.is_doubtful:
        return ""
    gone = f"{number(len(changes.of('gone')))} of {count(changes.listed_before, 'connection')}"
    return f"{gone} of the older export are missing in the newer one, which may be incomplete."


def _figures(changes: ChangeList, kinds: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the counts that answer what changed in one look, noughts among them; none without an older export."""
    if changes.before is None:
        return []
    people = {one["key"]: one["people"] for one in kinds}
    near = len({one.person for one in changes.arrivals})
    counts = [("near", near, "nearer to a target of yours")]
    counts += [(key, people.get(key, 0), COUNTED[key]) for key in COUNTED]
    return [{"key": key, "value": many, "shown": number(many), "words": words} for key, many, words in counts]


def _finding(one: Arrival, scene: Scene) -> dict[str, Any]:
    return {
        "id": one.person,
        "person": link(one.person, scene),
        "target": tidy(one.target),
        "why": one.why,
        "verdict": one.verdict,
        "sentence": tidy(one.sentence),
    }


def _kinds(changes: ChangeList, scene: Scene) -> list[dict[str, Any]]:
    kinds: list[dict[str, Any]] = []
    fits = _fits(changes, scene)
    for key, heading, single, many in KINDS:
        into = fits if key in INTO else {}
        those = sorted(changes.of(key), key=lambda one: (one.person not in into, one.name.casefold(), one.person))
        if those:
            lines = [_line(one, into.get(one.person, "")) for one in those[:MOST]]
            kinds.append(
                {
                    "key": key,
                    "heading": heading,
                    "words": single if len(those) == 1 else many,
                    "open": not changes.arrivals and (not kinds or key == "title"),
                    "people": len(those),
                    "at": [scene.index.get(one.person, -1) for one in those],
                    "lines": lines,
                    "more": len(those) - len(lines),
                }
            )
    return kinds


def _names(people: int) -> str:
    return "name" if people == 1 else "names"


def _fits(changes: ChangeList, scene: Scene) -> dict[str, str]:
    """Return, by person, what is said of their work: that they do it now or still; of which target if of several."""
    newly = {(one.person, one.target) for one in changes.arrivals if (one.why, one.verdict) == ("role", "match")}
    told: dict[str, str] = {}
    for target in reversed(scene.targets):
        of = f" ({tidy(target)})" if len(scene.targets) > 1 else ""
        those = [person for person, one in scene.by_id.items() if one.verdicts.get(target) == "match"]
        told |= {
            one: f"does this work now{of}" if (one, target) in newly else f"still does this work{of}" for one in those
        }
    return told


def _line(change: Change, fits: str) -> dict[str, Any]:
    blank = f"no {change.kind}" if change.kind in ("company", "title") else ""
    return {
        "name": tidy(change.name) or "(no name)",
        "before": tidy(change.before) or (blank and f"{blank} before"),
        "after": tidy(change.after) or (blank and f"{blank} now"),
        "fits": fits,
    }
