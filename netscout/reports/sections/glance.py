"""At a glance: how many people and companies, which exports of which day, and what kind of evidence there is."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.reports.scene import Scene
from netscout.reports.text import count, day, listing, number, tidy

EVIDENCE = {
    "E0 contacts": "your contact files alone. They say who works where, as far as you or a program wrote it down; how "
    "well you know somebody stands nowhere in them, so netscout says so unless you told it.",
    "E0 both": "your list of connections and your contact files. They say who works where, the list also since when "
    "you are connected; how well you know somebody stands nowhere in them, so netscout says so unless you told it.",
    "E0": "your list of connections alone. It says who works where and since when you are connected; how well you know "
    "somebody stands nowhere in it, so netscout says so unless you told it.",
    "E1": "connections with invitations, recommendations and endorsements. They show who reached out and who did whom "
    "a good turn; they say nothing of who answers messages.",
    "E2": "connections with your messages. They show who answered, who wrote first and how long ago; of messages "
    "netscout keeps times and counts, never a word.",
    "E3": "pooled exports of several members, with the ties among the people in them.",
}
"""What the page rests on, by the kind of evidence; connections, contact files or both where there is nothing more."""

KNOWN = {"contacts": "your contact files", "notes": "your notes", "referral": "people who named them to you"}
"""Where people are known from, in words, unless the word of the data does."""


def build(scene: Scene) -> dict[str, Any]:
    """Return the figures, the evidence in words, and the targets with how many people match each."""
    data = scene.full
    as_of = f", as of {day(data.export_date)}" if data.export_date else ""
    title = f"{count(scene.people, 'person', 'people')} at {count(scene.companies, 'company', 'companies')}{as_of}"
    messages = data.counts.get("messages", 0)
    below = "on the lists of all targets together" if len(scene.targets) > 1 else "on a shortlist below"
    figures = [
        _figure("people", scene.people, "in your network"),
        _figure("companies", scene.companies, "they work at"),
        _figure("messages", messages, "messages counted, none of them kept") if messages else None,
        _figure("listed", len({one.id for one in data.people if one.listed}), below),
    ]
    return {
        "id": "glance",
        "nav": "At a glance",
        "kicker": "At a glance",
        "title": title,
        "figures": [one for one in figures if one],
        "made_of": _made_of(scene),
        "exports": [_export(one.path, one.kind, len(one.files)) for one in data.sources],
        "export_date": day(data.export_date) if data.export_date else "",
        "evidence": data.evidence,
        "evidence_words": EVIDENCE.get(_rests_on(scene), tidy(data.evidence)),
        "targets": [
            {
                "name": tidy(one.name),
                "roles": [tidy(role) for role in one.roles],
                "companies": [tidy(company) for company in one.companies],
                "industries": [tidy(field) for field in one.industries],
                "places": [tidy(place) for place in one.places],
                "match": scene.matching[scene.targets.index(one.name)] if one.name in scene.targets else 0,
                "motivation": one.motivation,
            }
            for one in sorted(data.targets, key=lambda one: -one.motivation)
        ],
    }


def _rests_on(scene: Scene) -> str:
    """Return the key of what the page rests on: the kind of evidence, of lists of people alone which lists."""
    data = scene.full
    if data.evidence != "E0":
        return data.evidence
    kinds = {file.kind for one in data.sources for file in one.files}
    known = {one.known_from for one in data.people}
    linked = "connections" in kinds | known
    books = "contacts" in kinds | known
    return ("E0 both" if linked else "E0 contacts") if books else "E0"


def _made_of(scene: Scene) -> str:
    """Return what the people of the network are: connections, known otherwise only, no longer listed."""
    everybody = scene.full.people
    known = Counter(one.known_from for one in everybody if not one.gone)
    gone = sum(one.gone for one in everybody)
    linked = known.pop("connections", 0)
    parts = [count(linked, "connection")] if linked else []
    parts += [
        f"{number(known[key])} known from {KNOWN.get(key, tidy(key))} only"
        for key in sorted(known, key=lambda k: (-known[k], k))
    ]
    parts += [f"{number(gone)} no longer listed in the newest export"] if gone else []
    return f"{count(len(everybody), 'person', 'people')}: {listing(parts)}" if len(parts) > 1 else ""


def file_name(path: str) -> str:
    """Return the last part of a path, whatever system it comes from: a page holds no local path."""
    return tidy(path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])


def _export(path: str, kind: str, files: int) -> dict[str, Any]:
    return {"name": file_name(path), "kind": kind, "files": files}


def _figure(key: str, value: int, words: str) -> dict[str, Any]:
    return {"key": key, "value": value, "shown": number(value), "words": words}
