"""Whom to ask: the two lists, a row a person, each opening to the arithmetic and the evidence behind its place."""

from __future__ import annotations

from typing import Any

from netscout.model.lists import CONNECTORS
from netscout.model.ranking import RankedList, RankRow
from netscout.reports.left_out import left_out
from netscout.reports.rows import row_view
from netscout.reports.scene import SHOWN_MOST, Scene
from netscout.reports.text import capital, count, part_of, percent, tidy, told, word
from netscout.reports.whereabouts import cards_on_page, kind_of

HEADINGS = {
    "practitioners": ("Practitioners", "They do the work, did it, or work right beside it."),
    "connectors": (
        "Connectors",
        "They have dealt with you before, as your files or your own word show, and can introduce you to others.",
    ),
}
ALL = "People by strength and spread"
"""Heading of the first list while there is no target."""
NOBODY = {
    "practitioners": "Nobody you know does this work by their title, did it, or works right beside it.",
    "connectors": "No connectors known yet. Say how well you know people with `netscout know --review 30`.",
}

FULL = 10
"""Rows of a list that stand open; later ones, and whoever stands on the list before too, open on a tap."""
SCORE = {
    "practitioners": (
        "The score has four parts, told in points that add up: chance to answer; fit with the work you look for; news: "
        "people you know a little tell you most that is new; and asked already, what you have asked of them."
    ),
    "connectors": (
        "The score has five parts, told in points that add up: chance to answer; warmth of the tie; what they did for "
        "you; whom they may open, of the kind you look for; and asked already, what you have asked of them. Doubts of "
        "an answer and a cold tie take away, what they did and whom they may open adds: higher is better. Whoever may "
        "open a door to your target comes before all others, whatever the score, also by score alone."
    ),
}
"""What the score is made of, list by list."""


def build(scene: Scene) -> dict[str, Any]:
    """Return the two lists per target with every row, each pair with the finding that is its title."""
    groups = []
    for place, (practitioners, connectors) in enumerate(scene.shown.lists):
        pair = (practitioners, connectors) if scene.has_target or scene.chosen(connectors) else (practitioners,)
        groups.append(
            {
                "target": place,
                "name": tidy(practitioners.target),
                "title": _finding(scene, place),
                "lists": [_list(scene, place, which, pair) for which in range(len(pair))],
            }
        )
    return {
        "id": "whom",
        "nav": "Whom to ask",
        "kicker": "Whom to ask",
        "title": groups[0]["title"] if groups else "No list yet",
        "left_out": left_out(scene),
        "groups": groups,
    }


def _finding(scene: Scene, place: int) -> str:
    ranked = scene.whole(place, 0)
    chosen = scene.chosen(ranked)
    if not chosen:
        return _nobody(ranked.target, len(scene.chosen(scene.whole(place, 1))))
    if not ranked.target:
        many = "person" if len(chosen) == 1 else "people"
        return f"{capital(word(len(chosen)))} {many} to begin with, by strength and spread"
    matching = scene.matching[place]
    quiet, year = _quiet(chosen, scene)
    many = count(matching, "person works", "people work") if matching else "Nobody works"
    head = f"{many} as {scene.work(ranked.target)}"
    if quiet and year:
        return f"{head}; with {part_of(quiet, len(chosen), 'listed')} you have not spoken since {year}"
    silent = sum(row.strength == "unknown" for row in chosen)
    if silent:
        return f"{head}; of {part_of(silent, len(chosen), 'listed')}, no strength is known"
    return f"{head}, and {word(len(chosen))} of your network {'is' if len(chosen) == 1 else 'are'} listed here to ask"


def _nobody(target: str, connectors: int) -> str:
    """Return the finding where nobody stands on the first list, by how many stand on the second."""
    if not connectors:
        return "Nobody for these lists yet"
    told = f"{word(connectors)} could introduce you to others"
    return f"Nobody to ask about this work itself yet; {told}" if target else capital(told)


def _quiet(chosen: list[RankRow], scene: Scene) -> tuple[int, str]:
    """Return how many of the listed have been silent since some year, and that year: the newest of the silent."""
    days = {one.id: one.last_day for one in scene.full.people if one.listed}
    this_year = int(scene.full.today[:4])
    years = [int(last[:4]) for row in chosen if (last := days.get(row.id)) and int(last[:4]) < this_year - 1]
    return (len(years), str(max(years))) if years else (0, "")


def _others(pair: tuple[RankedList, ...], place: int, which: int) -> dict[str, dict[str, str]]:
    """Return, by person, the place on the other list of a pair: in words and as an anchor."""
    return {
        row.id: {
            "words": f"{kind_of(one)} {row.rank}",
            "anchor": f"row-{place}-{one.list}-{row.rank}",
        }
        for other, one in enumerate(pair)
        if other != which
        for row in one.chosen[:SHOWN_MOST]
    }


def _list(scene: Scene, place: int, which: int, pair: tuple[RankedList, ...]) -> dict[str, Any]:
    ranked, others = pair[which], _others(pair, place, which)
    chosen = scene.chosen(ranked)
    cards = cards_on_page(scene)
    rows = [
        row_view(row, scene, proven=ranked.percent)
        | _again(which, others.get(row.id), row.rank)
        | {"card": cards.get((place, row.id), "")}
        for row in chosen[:SHOWN_MOST]
    ]
    heading, about = HEADINGS[ranked.list if ranked.list in HEADINGS else "practitioners"]
    if not rows:
        about = ""
    if not ranked.target and ranked.list != CONNECTORS:
        heading, about = ALL, "Fit is not known while there is no target."
    return {
        "key": f"{place}-{ranked.list}",
        "list": ranked.list,
        "heading": heading,
        "about": about,
        "score_words": SCORE.get(ranked.list, "") if rows and ranked.target else "",
        "rows": rows,
        "more": len(chosen) - len(rows),
        "note": told(ranked.note) or (NOBODY.get(ranked.list, "") if not rows else ""),
        "price": ranked.price,
        "price_words": _price(scene.whole(place, which), rows),
        "passed_over": [told(one + _stands(one, chosen)) for one in ranked.passed_over],
    }


def _again(which: int, also: dict[str, str] | None, rank: int) -> dict[str, Any]:
    """Return what the other list changes in a row: where it is the second, the record has been told there."""
    second = which > 0 and also is not None
    return {"also": also, "brief": rank > FULL or second} | ({"band_fact": ""} if second else {})


def _stands(text: str, chosen: list[RankRow]) -> str:
    """Return the later place of somebody who was passed over for the first ten, to stand after the reason."""
    found = next((row.rank for row in chosen if row.passed_over and text.startswith(f"{row.name} (")), 0)
    return f"; stands at place {found} now" if found else ""


def _price(ranked: RankedList, rows: list[dict[str, Any]]) -> str:
    """Return what diversity changed and what it cost, in a sentence."""
    if len(rows) < 2:
        return ""
    moved = sum(row["pure_rank"] > len(rows) for row in rows)
    if not moved and ranked.price <= 0:
        return "By score alone the same people would stand here: variety cost nothing."
    others = (
        f"{capital(word(moved))} of them would not stand here by score alone"
        if moved
        else "The same people, in another order"
    )
    return f"{others}; choosing for variety cost {percent(ranked.price)} of the score of the first ten."
