"""The first ten minutes: turn plain words into a target, name the first three."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from netscout.app.session import Session
from netscout.model.person import role_at
from netscout.model.report import TargetCheck
from netscout.model.target import Target

_IN = re.compile(r"\s+in\s+|^in\s+", re.IGNORECASE)
_NAME_WORDS, _NAME_ROLES = 4, 3


def target_of(work: str, places: str = "") -> Target:
    """Return the target that plain words describe.

    `work` holds role phrases parted by commas, semicolons or " or "; `places` companies parted by commas, then
    optionally " in " and a place: "Spotify, BBC in London".
    """
    roles = tuple(_parts(work, r"[,;/]|\s+or\s+"))
    pieces = _IN.split(places.strip(), maxsplit=1)
    companies = tuple(_parts(pieces[0], r"[,;]|\s+and\s+|\s+or\s+"))
    where = tuple(_parts(pieces[1], r"[,;]|\s+or\s+")) if len(pieces) > 1 else ()
    name = " or ".join(" ".join(role.split()[:_NAME_WORDS]) for role in roles[:_NAME_ROLES]).casefold()
    return Target(name, roles, companies, (), where)


def _parts(text: str, at: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in re.split(at, text) if part.strip()))


def settle(session: Session, target: Target) -> tuple[Target, tuple[str, ...], list[TargetCheck]]:
    """Write the target and return it, the words taken for places after all, and what its words resolved to.

    A company that nobody of the network works at and that bears the name of a place is taken for that: "Hamburg" typed
    without "in". Any other stays a company, with nobody there.
    """
    from netscout.app.target import add, check
    from netscout.matching.companies import CompanyMatcher
    from netscout.matching.company_likeness import places as known_places
    from netscout.matching.company_names import fold

    add(session, target)
    found = check(session, target.name)
    there = {name: people for one in found for name, _, people in one.companies}
    known = CompanyMatcher(target.companies, session.plan().aliases).understood
    places = tuple(
        name
        for name, link in zip(target.companies, known, strict=True)
        if not there[name] and not link.sector and " ".join(fold(name)) in known_places()
    )
    if not places:
        return target, (), found
    kept = tuple(name for name in target.companies if name not in places)
    settled = replace(target, companies=kept, places=(*target.places, *places))
    add(session, settled)
    left = [replace(one, companies=tuple(row for row in one.companies if row[0] in kept)) for one in found]
    return settled, places, left


def first_page(session: Session, target: str | None, out: Path | None = None) -> tuple[Path, list[str]]:
    """Write the page; return its path and a sentence for each of the people it opens with."""
    from netscout.app.report import report_with_asks

    page = report_with_asks(session, target=target, out=out)
    return page.path, [f"{one.name}, {role_at(one.title or 'no title', one.company)}. {one.why}" for one in page.asks]
