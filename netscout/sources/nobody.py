"""Why a load with rows came to no person at all: file by file, with the first line and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.ledger import Notice
from netscout.sources.faults import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.sources.sheet import Sheet

_OWN = frozenset({"profile", "positions", "education", "email_addresses", "company_follows"})
_MUTE = frozenset({"comments", "shares", "reactions", "member_follows"})
_WORDS = {
    "hidden": "withheld by LinkedIn",
    "empty": "empty",
    "unreadable": "not readable",
    "companies_only": "of a company alone",
    "skipped": "of no tie to anybody",
    "duplicates": "said twice",
    "sponsored": "advertising",
    "spam": "spam",
    "drafts": "never sent",
    "anonymous": "of nobody who is named",
    "unattributed": "of which nobody can tell whether you wrote or got them",
}


def notices(sheets: Iterable[Sheet]) -> list[Notice]:
    """Return a word for each file whose rows should have named somebody.

    Files about the owner need none, nor do those that never name anybody beside files that do.
    """
    others = [one for one in sheets if one.kind not in _OWN]
    naming = [one for one in others if one.kind not in _MUTE]
    return [_notice(one) for one in naming or others if one.rows]


def _notice(sheet: Sheet) -> Notice:
    parts = [f"{number:,} {_WORDS[word]}" for word, number in sheet.counts.items() if number and word in _WORDS]
    rows = counted(sheet.rows, "row of this file names", "rows of this file name")
    return Notice(
        "nobody",
        f"The {rows} nobody you know ({', '.join(parts) or 'none is about a person'}); "
        "load the whole archive as LinkedIn delivered it, or a file with people in it.",
        sheet.name,
        min([*sheet.first.values(), *(one.line for one in sheet.unreadable)], default=sheet.header.line + 1),
        sheet.rows,
    )
