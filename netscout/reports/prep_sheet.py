"""The sheet for a talk as Markdown and as a page to print; whatever stands in it is text, never mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from netscout.lang import fill, texts
from netscout.model.sheet import Sheet
from netscout.reports.text import tidy

RULE = "_" * 72
"""A line to write on: as text it is seen, as Markdown it becomes a ruled line."""
TEMPLATE, _PARTS = "prep_sheet.html.j2", ("prep_style.css.j2", "prep_talk.html.j2")
_CUT, _CUT_FOUND, _CUT_NAME = 150, 60, 50
"""Characters of a fact, of a line that was found, and of the name on top that are shown: it keeps to two pages."""
_MARKS = re.compile(r"([\\`*_\[\]<>&|~#$!@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""What is mark-up in the middle of a line, and what makes a link of a bare address."""
_REFERRALS, _OWED = 3, 2


def sheet_view(sheet: Sheet) -> dict[str, Any]:
    """Return everything the sheet shows, in words: the same for Markdown and the page."""
    words = texts("sheet")
    number, blocks, drops = 0, [], []
    left = [cut(one, _CUT_FOUND) for one in sheet.facts.left_open]
    numbers: dict[str, int] = {}
    for block in sheet.blocks:
        lines = []
        for line in block.lines:
            number += 1
            numbers[line.id] = number
            if line.drop:
                drops.append((line.drop, number))
            beside = cut(line.beside, _CUT_FOUND)
            lines.append({"number": number, "text": tidy(line.text), "minutes": line.minutes, "beside": beside})
        opens = block.name == "close" and any(line.family == "J" for line in block.lines)
        name = words["block.close.openings" if opens else f"block.{block.name}"]
        said = tuple(tidy(one) for one in sheet.said.get(block.name, ()))
        blocks.append({"name": name, "start": block.start, "end": block.end, "said": said, "lines": lines})
    return {
        "title": fill(words["page.title"], {"name": cut(sheet.facts.name, _CUT_NAME)}),
        "head": [(name, cut(text)) for name, text in sheet.head],
        "known": _known(sheet, numbers),
        "blocks": blocks,
        "drops": [str(place) for _, place in sorted(drops)],
        "research": _research(sheet),
        "left_open": fill(words["left_open"], {"text": "; ".join(left)}) if left else "",
        "form": sheet.form,
        "two_way": [words["two_way.lead"], tidy(sheet.two_way[0]), words["two_way.sixty"], tidy(sheet.two_way[1])],
        "notes": sheet.notes,
        "referrals": range(_REFERRALS),
        "owed": range(_OWED),
        "words": {key.removeprefix("page."): words[key] for key in words if key.startswith("page.")},
    }


def cut(text: str, most: int = _CUT) -> str:
    """Return a text on one line, shortened to what a line of the sheet takes."""
    plain = " ".join(tidy(text).split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def inert(text: str) -> str:
    """Return a text that is only text in the middle of a line of Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def html_text(sheet: Sheet) -> str:
    """Return the sheet as a page of its own to be printed on A4; it fetches nothing and runs nothing."""
    return page_text(TEMPLATE, sheet_view(sheet))


def page_text(template: str, view: Mapping[str, Any]) -> str:
    """Return a page made from a template of this folder, which may include the parts of a sheet."""
    return _environment(template).get_template(template).render(**view)


@cache
def _environment(template: str) -> Environment:
    folder = resources.files("netscout.reports") / "templates"
    return Environment(
        loader=DictLoader({one: (folder / one).read_text(encoding="utf-8") for one in (template, *_PARTS)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def markdown_text(sheet: Sheet) -> str:
    """Return the sheet as Markdown, each mark in a name or a note escaped."""
    return "\n".join(markdown_lines(sheet_view(sheet))).rstrip("\n") + "\n"


def markdown_lines(view: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a sheet as Markdown, from what `sheet_view` returned."""
    words = view["words"]
    yield f"# {inert(view['title'])}"
    yield ""
    yield from (f"- {name}: {inert(text) or '____________________'}" for name, text in view["head"])
    yield ""
    yield from (f"- {inert(one)}" for one in view["form"])
    if view["known"]:
        yield f"\n## {words['known']}\n"
        yield from (f"- {inert(' '.join((one['what'] + ':', one['found'], one['asked'])))}" for one in view["known"])
    for block in view["blocks"]:
        yield ""
        yield f"## {block['start']}–{block['end']} min: {block['name']}"
        yield ""
        yield from (f"> {inert(one)}  " for one in block["said"])
        yield ""
        for line in block["lines"]:
            yield from _question(line)
    if view["drops"]:
        yield f"\n{words['drop']} {', '.join(view['drops'])}."
    yield from _after(view)


def _question(line: dict[str, Any]) -> Iterator[str]:
    yield f"{line['number']}\\. **{inert(line['text'])}** ({line['minutes']} min)"
    if line["beside"]:
        yield f"   {inert(line['beside'])}"
    yield from ("", RULE, "", RULE, "")


def _after(view: dict[str, Any]) -> Iterator[str]:
    words = view["words"]
    yield f"\n## {words['two_way']}\n"
    yield from (f"> {inert(one)}  " for one in view["two_way"])
    yield f"\n## {words['research']}\n"
    for part in view["research"]:
        yield f"- {part['name']}"
        yield from (f"  - [{'x' if one['found'] else ' '}] {inert(_told(one, words))}" for one in part["items"])
    yield from (f"\n{inert(one)}" for one in [view["left_open"]] if one)
    yield f"\n## {words['notes']}\n"
    for one in view["notes"]:
        yield from (inert(one), "", RULE, "")
    yield f"## {words['referrals']}\n"
    yield from (f"- {words['referral']}" for _ in view["referrals"])
    yield f"\n## {words['owed']}\n"
    yield from (f"- {words['owed_line']}" for _ in view["owed"])


def _told(one: dict[str, str], words: dict[str, str]) -> str:
    return f"{one['what']}; {words['found']} {one['found']}" if one["found"] else f"{one['what']} ({one['word']})"


def _known(sheet: Sheet, numbers: Mapping[str, int]) -> list[dict[str, str]]:
    """Return what the user found, each line with the number of the question it led to."""
    words, rows = texts("sheet"), []
    for one in sheet.known:
        asked = fill(words["page.known_asked"], {"number": str(numbers[one.question])}) if one.question else ""
        rows.append({"what": one.what, "found": cut(one.found), "asked": asked})
    return rows


def _research(sheet: Sheet) -> list[dict[str, Any]]:
    parts: dict[str, list[dict[str, str]]] = {}
    told = {one.word for one in sheet.known}  # they stand on top
    for one in sheet.research:
        if one.word in told:
            continue
        parts.setdefault(one.part, []).append({"word": one.word, "what": one.what, "found": cut(one.found, _CUT_FOUND)})
    words = texts("sheet")
    return [{"name": words[f"part.{part}"], "items": items} for part, items in parts.items()]
