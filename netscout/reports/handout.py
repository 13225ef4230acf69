"""The paper for a session with a counsellor, as a page to print and as Markdown; whatever stands in it is text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from netscout.lang import fill, texts
from netscout.model.days import long_day
from netscout.model.handout import Handout
from netscout.model.person import role_at
from netscout.model.ranking import RankedList, RankRow
from netscout.reports.prep_sheet import RULE, inert, markdown_lines, page_text, sheet_view
from netscout.reports.rows import BAND_WORDS, STRENGTH_WORDS
from netscout.reports.text import count, tidy, tidy_lines, told

TEMPLATE = "handout.html.j2"
_REASONS = 3
_LINES = 6
"""Lines to write on at the end."""


def handout_view(paper: Handout) -> dict[str, Any]:
    """Return everything the paper shows, in words: the same for Markdown and the page."""
    words, steps = texts("handout"), texts("stats")
    name = tidy(paper.whose)
    return {
        "title": fill(words["title.whose"], {"name": name}) if name else words["title"],
        "made": fill(words["made"], {"day": long_day(date.fromisoformat(paper.day))}),
        "target": _target(paper),
        "holds": _holds(paper),
        "steps": [(steps[f"step.{key}"], number) for key, number in paper.steps] if _asked(paper) else [],
        "agenda": [
            (words[key], [tidy(one) for one in lines])
            for key, lines in (("now", paper.now), ("soon", paper.soon), ("waiting", paper.waiting))
            if lines
        ],
        "talks": [(tidy(name), day) for name, day in paper.talks],
        "lists": [_list(one, paper.count) for one in paper.lists],
        "sheets": [sheet_view(one) for one in paper.sheets],
        "notes": [
            {"name": tidy(one.name), "id": one.person, "notes": [(day, _lines(text)) for day, text in one.notes]}
            for one in paper.notes
        ],
        "back": [words["back.1"].split("`"), words["back.2"].split("`")],
        "rules": range(_LINES),
        "say": words,
    }


def html_text(paper: Handout) -> str:
    """Return the paper as a page to be printed on A4; it fetches nothing and runs nothing."""
    return page_text(TEMPLATE, handout_view(paper))


def markdown_text(paper: Handout) -> str:
    """Return the paper as Markdown, each mark in a name or a note escaped."""
    return "\n".join(_markdown(handout_view(paper))).rstrip("\n") + "\n"


def _asked(paper: Handout) -> bool:
    return any(number for _, number in paper.steps)


def _lines(text: str) -> list[str]:
    return tidy_lines(text).split("\n")


def _target(paper: Handout) -> str:
    words = texts("handout")
    if not paper.target:
        return words["target.none"]
    return fill(words.get(f"target.{paper.mode}", words["target"]), {"target": tidy(paper.target)})


def _holds(paper: Handout) -> list[str]:
    words = texts("handout")
    people = {row.id for one in paper.lists for row in _placed(one, paper.count)}
    sheets = words["holds.sheets.private" if paper.private else "holds.sheets"]
    talks = fill(sheets, {"talks": count(len(paper.sheets), "sheet for a talk", "sheets for talks")})
    noted = fill(words["holds.notes"], {"people": count(len(paper.notes), "person", "people")})
    return [
        fill(words["holds.lists"], {"people": count(len(people), "person", "people")}),
        words["holds.agenda"],
        talks if paper.sheets else words["holds.none"],
        *([noted] if paper.notes else []),
        words["holds.not.private" if paper.private else "holds.not"],
        words["holds.care"],
    ]


def _placed(one: RankedList, places: int) -> list[RankRow]:
    return list(one.chosen[:places])


def _list(one: RankedList, places: int) -> dict[str, Any]:
    words = texts("handout")
    rows = [_row(row) for row in _placed(one, places)]
    empty = tidy(one.note) or words["list.empty"]
    return {"name": words[f"list.{one.list}"], "rows": rows, "note": tidy(one.note) if rows else empty}


def _row(row: RankRow) -> dict[str, Any]:
    words = texts("handout")
    doubts = [(words["against"], told(row.against)), (words["missing"], told(row.missing))]
    known = {
        "strength": STRENGTH_WORDS.get(row.strength, row.strength),
        "band": BAND_WORDS.get(row.band, row.band),
    }
    return {
        "rank": row.rank,
        "id": row.id,
        "name": tidy(row.name),
        "role": tidy(role_at(row.title, row.company)),
        "known": fill(words["known"], known),
        "reasons": [told(one.text) for one in row.reasons[:_REASONS]],
        "doubts": [(lead, text) for lead, text in doubts if text],
    }


def _markdown(view: dict[str, Any]) -> Iterator[str]:
    say = view["say"]
    yield from (f"# {inert(view['title'])}", "", f"{inert(view['made'])} {inert(view['target'])}", "")
    yield from (f"## {say['holds']}", "", *(f"- {inert(one)}" for one in view["holds"]), "")
    yield from (f"## {say['stands']}", "")
    yield from (f"- {name}: {number}" for name, number in view["steps"])
    yield from ("", say["stands.normal" if view["steps"] else "stands.nothing"], "")
    for name, lines in view["agenda"] or [(say["now"], [say["nothing"]])]:
        yield from (f"### {name}", "", *(f"- {inert(one)}" for one in lines), "")
    if view["talks"]:
        yield from (f"### {say['talks']}", "", *(f"- {inert(name)}: {day}" for name, day in view["talks"]), "")
    for one in view["lists"]:
        yield from (f"## {one['name']}", "", *([inert(one["note"]), ""] if one["note"] else []))
        for row in one["rows"]:
            yield from _markdown_row(row, say)
    for noted in view["notes"]:
        yield from (f"## {say['notes']}: {inert(noted['name'])} ({noted['id']})", "")
        for day, lines in noted["notes"]:
            yield f"- {day}: {inert(' '.join(lines))}" if day else f"- {inert(' '.join(lines))}"
        yield ""
    yield from (f"## {say['back']}", "", *(f"- {'`'.join(one)}" for one in view["back"]), "")
    yield from (f"## {say['agreed']}", "", *(each for _ in view["rules"] for each in (RULE, "")))
    for sheet in view["sheets"]:
        yield from ("---", "", *markdown_lines(sheet), "")


def _markdown_row(row: dict[str, Any], say: dict[str, str]) -> Iterator[str]:
    yield from (f"### {row['rank']}\\. {inert(row['name'])} ({row['id']})", "")
    yield from (f"- {inert(one)}" for one in (row["role"], row["known"], *row["reasons"]) if one)
    yield from (f"- {lead} {inert(text)}" for lead, text in row["doubts"])
    yield from ("", f"{say['comment']} {RULE}", "")
