"""Write to these three this week: who, why in a sentence, what to ask, and a text to copy."""

from __future__ import annotations

from typing import Any

from netscout.model.lists import CONNECTORS
from netscout.model.report import Ask
from netscout.reports.kept_off import ASKED, kept_off
from netscout.reports.rows import BAND_WORDS, band_words, mixed_words
from netscout.reports.scene import Scene
from netscout.reports.sections.campaign import overdue_thanks
from netscout.reports.text import listing, profile_link, sentence, tidy, tidy_lines, told, word
from netscout.reports.whereabouts import CARDS_MOST, rows_of_target

MOST = CARDS_MOST


def build(scene: Scene) -> dict[str, Any]:
    """Return the cards per target, the first target first, each with the title that fits their number."""
    groups: list[dict[str, Any]] = []
    off = kept_off(scene)
    asked = [person for one in off if one["title"] == ASKED for person in one["people"]]
    for place, target in enumerate(scene.targets):
        rows = rows_of_target(place, scene)
        asks = [ask for ask in scene.shown.asks if ask.target == target][:MOST]
        cards = [_card(ask, scene) | _stands(ask, rows.get(ask.person, [])) for ask in asks]
        note = _note(len(cards), scene)
        title = _title(len(cards), place, scene)
        groups.append({"target": place, "name": tidy(target), "title": title, "cards": cards, "note": note})
    return {
        "id": "write",
        "nav": "This week",
        "kicker": "This week",
        "title": groups[0]["title"] if groups else "Nobody to write to yet",
        "waiting": listing([f"{one['name']} ({one['since']})" for one in asked]),
        "first": listing(overdue_thanks(scene)),
        "kept_off": off,
        "groups": groups,
    }


def _title(cards: int, place: int, scene: Scene) -> str:
    if not cards:
        return "Nobody to write to yet" + (" for this target" if len(scene.targets) > 1 else "")
    if not scene.has_target:
        return f"Talk to {_these(cards)} first"
    if _nobody_does(scene, place):
        nobody = "Nobody who does this work can be asked" if scene.matching[place] else "Nobody here does this work yet"
        return f"{nobody}; {_these(cards)} may know somebody"
    return f"Write to {_these(cards)} this week"


def _these(cards: int) -> str:
    return {1: "this person", 2: "these two"}.get(cards, "these three" if cards == MOST else "these")


def _nobody_does(scene: Scene, place: int) -> bool:
    """Return whether no practitioner stands on the list of a target."""
    return scene.has_target and not scene.chosen(scene.whole(place, 0))


def _note(cards: int, scene: Scene) -> str:
    if cards >= MOST:
        return ""
    if not cards and not scene.has_target:
        return (
            "Netscout does not know yet what work you are curious about. Look at the fields below, then name one with "
            "`netscout target add`."
        )
    if not cards:
        return "Nobody in this network can be named for this target yet. Below, each list says why and what to do."
    return f"Only {word(cards)} this time: nobody else on the lists has reasons enough to be named here."


def _card(ask: Ask, scene: Scene) -> dict[str, Any]:
    row, percent = next(
        (
            (one, ranked.percent)
            for pair in scene.shown.lists
            for ranked in pair
            if ranked.target == ask.target and ranked.list == ask.list
            for one in ranked.chosen
            if one.id == ask.person
        ),
        (None, False),
    )
    return {
        "id": ask.person if scene.personal else "",
        "name": tidy(ask.name),
        "url": profile_link(ask.url),
        "alike": mixed_words(ask.name),
        "title": tidy(ask.title),
        "company": tidy(ask.company),
        "list": ask.list,
        "why": told(ask.why),
        "chance": _fact(ask.chance, BAND_WORDS.get(row.band, "") if row else ""),
        "band": row.band if row else "",
        "band_words": band_words(row, percent=percent) if row else "",
        "strength": ask.strength,
        "question": tidy(ask.question),
        "request": tidy_lines(ask.request),
        "no_request": sentence(tidy(ask.no_request)),
    }


def _stands(ask: Ask, rows: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the rows of the lists on which the person of a card stands, and why a connector has a card."""
    here = "Here because you could ask to be introduced to others." if ask.list == CONNECTORS else ""
    return {"places": [{"words": words, "anchor": anchor} for words, anchor in rows], "here": here}


def _fact(chance: str, band: str) -> str:
    """Return the fact behind the chance; the words of the band stand beside it already."""
    head, colon, fact = chance.partition(":")
    return told(fact if colon and band and head.strip().casefold() == band.casefold() else chance)
