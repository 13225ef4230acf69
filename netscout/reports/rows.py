"""One person of a list as plain values: the sentence parts of a row and the arithmetic of its fold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from netscout.model.alphabets import mixed_alphabets
from netscout.model.lists import CONNECTORS
from netscout.model.ranking import Part, RankRow, headline
from netscout.reports.scene import Scene
from netscout.reports.text import capital, day, listing, percent, profile_link, tidy, tidy_lines, told

STRENGTH_WORDS = {
    "close": "close",
    "warm": "warm",
    "cooling": "cooling",
    "dormant": "dormant",
    "unknown": "strength not known",
    "know": "you know them",
    "met": "you met once",
    "stranger": "a stranger",
}
BAND_WORDS = {
    "likely": "likely to answer",
    "may": "may answer",
    "long shot": "a long shot",
    "not known": "chance not known",
}
GROUPS = {
    "reply": "chance to answer",
    "fit": "fit with the work",
    "info": "news",
    "warmth": "warmth of the tie",
    "willing": "what they did for you",
    "reach": "whom they may open",
    "familiarity": "close to you already",
    "cost": "asked already",
}
"""What a score consists of: the parts by the beginning of their key."""
PRACTITIONER_PARTS = ("reply", "fit", "info", "cost")
CONNECTOR_PARTS = ("reply", "warmth", "willing", "reach", "cost")
"""The parts that every score of a list has, also where they are nought."""
NEARER = "Zero would be a sure answer and a perfect fit; every doubt takes points away, so nearer to zero is better."
HIGHER = "Higher is better."
FLAG_WORDS = {
    "X3": "works at your present employer",
    "X4": "works at your present employer, which you named as a company to ask",
    "X5": "works in human resources there",
    "X9": "recruits for this work rather than doing it",
    "near-manager": "shares a group conversation with your manager",
    "near-employer": "worked at your present employer not long ago",
}
"""Flags of a row in words; what concerns the present employer stands on the user's own pages alone."""
CHANCE_RESTS = {
    "E2": "Messages with one person are few, so they are weighed against how often people answer you at all.",
    "": "A guess for want of messages, moved by what else is known.",
}
"""Why a chance is what it is, by the evidence."""
RANK_WORDS = {"plain": "no rank in the title", "vp": "vice president", "c-level": "chief officer"}
"""Seniority in words, where the value itself is none of plain English."""
_UNNAMED = re.compile(r"group conversation \d+$")
VERDICT_WORDS = {"match": "does this work", "related": "related work", "no": "other work", "unknown": "work not known"}


def band_words(row: RankRow, *, percent: bool) -> str:
    """Return the chance to answer in words, with the percentage where it is to stand in the headline."""
    figure = headline(row, percent=percent)
    return f"{BAND_WORDS.get(row.band, row.band)}: {figure}" if figure else BAND_WORDS.get(row.band, row.band)


def row_view(row: RankRow, scene: Scene, *, proven: bool = False) -> dict[str, Any]:
    """Return one row: names, words, reasons, the parts with their bars, the percentage and its interval."""
    person = scene.by_id.get(row.id)
    return {
        "id": row.id if scene.personal else "",
        "index": scene.index.get(row.id, -1),
        "name": tidy(row.name),
        "url": profile_link(row.url),
        "title": tidy(row.title),
        "company": tidy(row.company),
        "rank": row.rank,
        "pure_rank": row.pure_rank,
        "pure_words": _pure(row),
        "score": row.score,
        "verdict": row.verdict,
        "verdict_words": VERDICT_WORDS.get(row.verdict, row.verdict) if scene.has_target else "",
        "verdict_reason": told(_fit_sentence(row)) if scene.has_target else "",
        "strength": row.strength,
        "strength_words": STRENGTH_WORDS.get(row.strength, row.strength),
        "opens": told(row.reasons[0].text) if row.list == CONNECTORS and row.reasons else "",
        "band": row.band,
        "band_words": band_words(row, percent=proven),
        "band_fact": told(_reply_fact(row)),
        "last": day(person.last_day[:7]) if person and person.last_day else "",
        "reasons": [{"text": told(one.text), "source": tidy(one.source)} for one in row.reasons[:4]],
        "widens": told(_widens(row)),
        "against": told(row.against),
        "missing": told(row.missing or _how_met(row)),
        "notes": [{"text": tidy_lines(one.text), "on": day(one.on)} for one in scene.notes.get(row.id, ())],
        "slot": {"dormant": "old friend", "unexpected": "unexpected", "entry-level": "new to the work"}.get(
            row.slot, tidy(row.slot)
        ),
        "flags": [*_flags(row, personal=scene.personal), *mixed_words(row.name)],
        "evidence": row.evidence,
        "chance": {
            "share": row.p_reply,
            "low": row.p_reply_low,
            "high": row.p_reply_high,
            "words": percent(row.p_reply),
            "low_words": percent(row.p_reply_low),
            "high_words": percent(row.p_reply_high),
            "rests_words": CHANCE_RESTS.get(row.evidence, CHANCE_RESTS[""]),
        },
        "parts": (parts := waterfall(row.parts, row.score)),
        "sums_words": _sums(row, parts, scene),
        "gains": waterfall(row.gains, sum(one.points for one in row.gains)),
    }


def _flags(row: RankRow, *, personal: bool) -> list[str]:
    return [FLAG_WORDS[one] for one in row.flags if one in FLAG_WORDS and (personal or "near" not in one)]


def mixed_words(name: str) -> list[str]:
    """Return in words that a name is written in letters of two alphabets, nothing for other names."""
    alphabets = mixed_alphabets(name)
    return [f"the name mixes {alphabets} letters, so look twice who it is"] if alphabets else []


def _pure(row: RankRow) -> str:
    """Return the place by score alone in a sentence, and what comes before the score among connectors."""
    doors = ", where those who may open a door come first" if row.list == CONNECTORS else ""
    return f"By score alone this would be place {row.pure_rank}{doors}." if row.pure_rank else ""


def waterfall(parts: Sequence[Part], total: float) -> dict[str, Any]:
    """Return the parts as printed lines that sum exactly to the printed total, each bar beginning where the last ended.

    Points are printed to a tenth: each line is the difference of two rounded running sums, so rounding loses nothing.
    """
    sums = [0.0]
    for part in parts:
        sums.append(sums[-1] + part.points)
    low, high = min(sums), max(sums)
    width = (high - low) or 1.0
    tenths = [_tenths(one) for one in sums]
    lines = [
        {
            "key": part.key,
            "sentence": told(part.sentence),
            "source": tidy(part.source),
            "points": part.points,
            "shown": signed(tenths[place + 1] - tenths[place]),
        }
        for place, part in enumerate(parts)
    ]
    bars = [
        [round(100 * (min(sums[place : place + 2]) - low) / width, 1), round(100 * abs(part.points) / width, 1)]
        for place, part in enumerate(parts)
    ]
    shown = signed(tenths[-1] if parts else _tenths(total))
    return {"lines": lines, "bars": bars, "zero": round(-100 * low / width), "total": total, "shown": shown}


def _sums(row: RankRow, parts: dict[str, Any], scene: Scene) -> str:
    """Return what a score consists of, and which way it is read."""
    if row.list == CONNECTORS:
        return f"{consists_of(parts, CONNECTOR_PARTS)} {HIGHER}"
    if not scene.has_target:
        return f"{consists_of(parts)} {HIGHER}"
    return f"{consists_of(parts, PRACTITIONER_PARTS)} {NEARER}"


def consists_of(parts: dict[str, Any], always: Sequence[str] = ()) -> str:
    """Return in a line what a score consists of: the printed lines of a waterfall summed by kind, the total last.

    The kinds of `always` come first and are named also where nothing of theirs is in the sum.
    """
    if not parts["lines"]:
        return ""
    sums: dict[str, int] = {GROUPS[key]: 0 for key in always}
    for line in parts["lines"]:
        kind = GROUPS.get(line["key"].partition(".")[0], "the rest")
        sums[kind] = sums.get(kind, 0) + _printed(line["shown"])
    told = listing([f"{kind} {signed(tenths)}" for kind, tenths in sums.items()])
    return f"{capital(told)}: together {parts['shown']} points."


def _printed(shown: str) -> int:
    """Return the tenths of a printed number of points: what `signed` made it of."""
    return int(shown.replace("\u2212", "-").replace("+", "").replace(".", ""))


def signed(tenths: int) -> str:
    """Return tenths of a point with sign and one decimal, the minus as a minus sign."""
    sign = "\u2212" if tenths < 0 else "+" if tenths > 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


def _tenths(points: float) -> int:
    return round(points * 10)


def _fit_sentence(row: RankRow) -> str:
    """Return how the title was read: the sentence of its part, or of a reason where the part is nought and left out."""
    found = [one.sentence for one in row.parts if one.key == "fit.role"]
    return row.title_reason or (found[0] if found else "")


def _reply_fact(row: RankRow) -> str:
    """Return the fact behind the band: the strongest reason that rests on messages, else that nothing speaks."""
    if row.reply_fact:
        return row.reply_fact
    found = next((one.text for one in row.reasons if "messages" in one.source.casefold()), "")
    if row.band == "not known" or not found:
        return "" if found or row.band != "not known" else "nothing in this export speaks for or against an answer"
    return found


def _how_met(row: RankRow) -> str:
    """Return that the way you met is not known, "" where it is known."""
    return "how you met stands in none of the files" if row.facets.get("community") == "" else ""


def _widens(row: RankRow) -> str:
    """Return what the person adds to those above: the two largest facet gains whose value is known, with that value."""
    gains = [(one, one.key.rsplit(".", 1)[-1]) for one in row.gains if one.points > 0]
    known = [(one, value) for one, facet in gains if (value := row.facets.get(facet, "")) and not _UNNAMED.match(value)]
    best = sorted(known, key=lambda one: (-one[0].points, one[0].key))[:2]
    return "; ".join(f"{one.sentence.rstrip('.')}: {RANK_WORDS.get(value, value)}" for one, value in best)
