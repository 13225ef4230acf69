"""Whom the user's answers keep off the lists: still on the page, in small rows with the same buttons as everywhere."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from netscout.model.report import NetworkPerson
from netscout.reports.scene import Scene
from netscout.reports.sections.answered import reason
from netscout.reports.text import day, number, tidy
from netscout.reports.whereabouts import rows_on_page

MOST = 24
"""Rows of one group; further people are counted."""
ASKED, TALKED, OFF = "Waiting for an answer", "Answered or talked with lately", "Off the lists because of your answers"
_REASONS = (
    (ASKED, re.compile(r"you asked on (\d{4}-\d\d-\d\d)\b"), "asked {on}"),
    (TALKED, re.compile(r"your request is under way, last news on (\d{4}-\d\d-\d\d)\b"), "under way, last news {on}"),
    (TALKED, re.compile(r"you talked on (\d{4}-\d\d-\d\d)\b"), "talked {on}"),
    (OFF, re.compile(r"your request came to rest on (\d{4}-\d\d-\d\d)\b"), "at rest since {on}"),
    (OFF, re.compile(r"you said: not this person()"), "you said: not this person"),
)
"""What the reason for being on no list says: the group, the day in it, and the words of the row."""
_Held = tuple[tuple[str, bool, str, str], dict[str, str]]


def kept_off(scene: Scene) -> list[dict[str, Any]]:
    """Return each group that has people: `title`, `people` (id, name, since, title, company) and `more` in words.

    Who was asked and who was talked with stand by day, the others by name, those of the newest answers first. A page
    for others has none.
    """
    if not scene.personal:
        return []
    groups: dict[str, list[_Held]] = {ASKED: [], TALKED: [], OFF: []}
    news, year = _news(scene), f" {scene.full.today[:4]}"
    on_page = rows_on_page(scene).keys() | {ask.person for ask in scene.shown.asks}
    for one in scene.shown.people:
        title, on, since = _held(one, "" if one.id in on_page else news.get(one.id, ""))
        if title:
            row = _row(one, since.format(on=day(on).removesuffix(year) if on else ""))
            groups[title].append(((on, one.id not in news, row["name"], one.id), row))
    return [
        _group(title, [row for _, row in sorted(held, key=itemgetter(0))]) for title, held in groups.items() if held
    ]


def _group(title: str, people: list[dict[str, str]]) -> dict[str, Any]:
    more = len(people) - MOST
    return {"title": title, "people": people[:MOST], "more": number(more) if more > 0 else ""}


def _held(one: NetworkPerson, new: str) -> tuple[str, str, str]:
    """Return the group of a person, the day and the words; "" for somebody whom no answer keeps off."""
    for title, shape, words in _REASONS:
        if found := shape.match(one.excluded):
            return title, found[1], words
    return (OFF, "", new) if new else ("", "", "")


def _news(scene: Scene) -> dict[str, str]:
    """Return, for everybody whom a new label or "not this person" took off a list, that word in words."""
    found = scene.shown.answered
    if found is None:
        return {}
    moves = [one for ranked in found.lists for one in ranked.moves if not one.after]
    told = [(one.person, found.words[place]) for one in moves for place in one.words]
    return {person: reason(word) for person, word in told if word.kind in ("label", "avoid") and word.value}


def _row(one: NetworkPerson, since: str) -> dict[str, str]:
    return {
        "id": one.id,
        "name": tidy(one.name) or "(no name)",
        "since": since,
        "title": tidy(one.title),
        "company": tidy(one.company),
    }
