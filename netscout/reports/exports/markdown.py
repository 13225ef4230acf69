"""People and lists as Markdown: every mark of data escaped, one line a fact, no link but to a profile we rebuilt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from netscout.model.person import role_at
from netscout.reports.exports.cells import one_line
from netscout.reports.exports.fields import PEOPLE
from netscout.reports.exports.sheets import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from netscout.model.ranking import RankedList

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_APART = frozenset(("display_name", "url", "note", "first_name", "middle_name", "last_name"))
_HEADS = {"practitioners": "People who have the job", "connectors": "People who can open doors"}


def escaped(text: str) -> str:
    """Return text on one line with a backslash before every ASCII punctuation mark."""
    return _MARKS.sub(r"\\\1", one_line(text))


def people_text(rows: Iterable[Mapping[str, Any]], day: str) -> str:
    """Return people as Markdown, a heading each: a personal file, which its first line says."""
    head = f"# People, {day}\n\nA personal file: it holds e-mail addresses, phone numbers and your notes.\n"
    return head + "".join(f"\n{line}" if line.startswith("#") else line for row in rows for line in _person(row))


def lists_text(lists: Sequence[RankedList], rows: Iterable[Mapping[str, Any]], day: str) -> str:
    """Return the two lists as Markdown: place, reasons, what speaks against, and the note where the row has one."""
    of = {one.list: list[str]() for one in lists}
    for row in rows:
        of.setdefault(row["list"], []).extend(_listed(row))
    out = [f"# Whom to ask, {day}\n"]
    for one in lists:
        goal = f", for {escaped(one.target)}" if one.target else ""
        out.append(f"\n## {_HEADS.get(one.list, 'People')}{goal}\n")
        out += [f"\n{escaped(one.note)}\n"] if one.note else []
        out += of[one.list]
    return "".join(out)


def _person(row: Mapping[str, Any]) -> Iterator[str]:
    name = row["display_name"] or next(iter(row["emails"]), "") or f"(no name) {row['id']}"
    yield f"## {escaped(name)}\n"
    yield "\n"
    for field in PEOPLE:
        value = shown(row[field.key])
        if value and field.key not in _APART and value != "no":
            yield f"- {field.title}: {escaped(value)}\n"
    yield from _tail(row)


def _listed(row: Mapping[str, Any]) -> Iterator[str]:
    place = f"{row['rank']}\\. " if row["rank"] else ""
    yield f"\n### {place}{escaped(row['name'])}\n\n"
    facts = (
        ("", role_at(row["title"], row["company"])),
        *(("Strength", row["strength"]), ("Chance to answer", row["band"])),
        *(("Because", reason.text) for reason in row["reasons"]),
        *(("Against", row["against"]), ("Not known", row["missing"]), ("Kept off", row["excluded"] or "")),
    )
    for head, fact in facts:
        if fact:
            yield f"- {head}{': ' if head else ''}{escaped(fact)}\n"
    yield from _tail(row)


def _tail(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the profile link and the note, a quoted line for each of its lines."""
    if row["url"]:
        yield f"- Profile: <{row['url']}>\n"
    if row.get("note"):
        yield "\n"
        yield from (f"> {escaped(line)}".rstrip() + "\n" for line in _BREAKS.split(row["note"]))
