"""What the contact files of all programs share: how a cell becomes a name, groups, numbers, a note, a headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import COMPANY_ONLY, EMPTY
from netscout.sources.names import full_name, listed_name, name_of, without_honorifics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netscout.sources.declare import Desk
    from netscout.sources.names import Name
    from netscout.sources.records import Entry

_SEVERAL = re.compile(r"\s:::\s")
_SYSTEM = frozenset({"mycontacts", "starred"})
_AT = re.compile(r"(?P<title>.+?)\s+(?:at|@)\s+(?P<company>.+)", re.IGNORECASE)
_CUT = re.compile(r"\s[|·]\s")
_GRADUATED = re.compile(r"(?:class of\s+)?['’`]?(\d{4}|\d{2})", re.IGNORECASE)
_YES, _NO = frozenset({"yes", "true", "1", "y"}), frozenset({"no", "false", "0", "n"})


def parts(cell: str, also: str = "") -> list[str]:
    """Return the values of a cell in order, without repeats: split at ` ::: ` and at any sign of `also`.

    A leading `* `, with which Google marks the value used first, is left out.
    """
    found = _SEVERAL.split(cell)
    for sign in also:
        found = [part for one in found for part in one.split(sign)]
    return list(dict.fromkeys(text for one in found if (text := clean(clean(one).removeprefix("* ")))))


def groups(cell: str, also: str = "") -> tuple[str, ...]:
    """Return the groups of a cell; those of the system (`* Family`, `myContacts`, `starred`) are left out."""
    shown = " ::: ".join(one for one in _SEVERAL.split(cell) if not one.strip().startswith("* "))
    return tuple(one for one in parts(shown, also) if one.casefold() not in _SYSTEM)


def mails(cell: str) -> str:
    """Return a cell of addresses without the marks of Google, ready for `cells.emails`."""
    return " ::: ".join(part.strip().removeprefix("* ") for part in _SEVERAL.split(cell)) if "* " in cell else cell


def name_from(first: str, last: str, full: str) -> Name:
    """Return the name of the cells for first and last name, or where both are empty that of the full name.

    An honorific before the first name is shown, and no part of it.
    """
    name = name_of(first, last)
    if full and not name.shown:
        name = listed_name(clean(full)) or full_name(clean(full))
    bare = without_honorifics(f"{name.first} {name.last}") if name.first and name.last else ""
    return name._replace(first=bare.removesuffix(name.last).strip()) if bare else name


def first_profile(cells: Iterable[str], desk: Desk) -> str | None:
    """Return the key of the first LinkedIn profile among cells that hold addresses of websites."""
    return next((slug for cell in cells for one in parts(cell, " ,;") if (slug := desk.slug(one))), None)


def headline_parts(text: str) -> tuple[str, str]:
    """Return title and company of `TITLE at COMPANY`, up to the first ` | ` or ` · `; two empty texts otherwise."""
    found = _AT.fullmatch(_CUT.split(text, maxsplit=1)[0].strip())
    return (found["title"], found["company"]) if found else ("", "")


def class_year(cell: str) -> int | None:
    """Return a year of graduation: `2007`, `'07` and `Class of 2007` are 2007, two digits from 40 on are 19xx."""
    found = _GRADUATED.fullmatch(clean(cell))
    if found is None:
        return None
    year = int(found[1])
    if len(found[1]) == 4:
        return year if 1900 <= year <= 2100 else None
    return year + (2000 if year < 40 else 1900)


def yes_or_no(cell: str) -> bool | None:
    """Return what a cell answers, None if neither yes nor no."""
    word = clean(cell).casefold()
    return True if word in _YES else False if word in _NO else None


def outcome(entry: Entry, cells: Sequence[str]) -> Entry | str:
    """Return the entry, or the word for a row whose cells name no person."""
    if entry.name.shown or entry.slug or entry.emails:
        return entry
    if entry.company:
        return COMPANY_ONLY
    return "the row names nobody" if any(clean(cell) for cell in cells) else EMPTY
