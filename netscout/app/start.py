"""The first ten minutes: turn plain words into a target, name the first three."""

from __future__ import annotations

import re

from netscout.app.session import Session
from netscout.model.target import Target

_IN = re.compile(r"\s+in\s+|^in\s+", re.IGNORECASE)
_NAME_WORDS = 4


def target_of(work: str, places: str = "") -> Target:
    """Return the target that plain words describe.

    `work` holds role phrases parted by commas, semicolons or " or "; `places` companies parted by commas, then
    optionally " in " and a place: "Spotify, BBC in London".
    """
    roles = tuple(_parts(work, r"[,;/]|\s+or\s+"))
    pieces = _IN.split(places.strip(), maxsplit=1)
    companies = tuple(_parts(pieces[0], r"[,;]|\s+and\s+|\s+or\s+"))
    where = tuple(_parts(pieces[1], r"[,;]|\s+or\s+")) if len(pieces) > 1 else ()
    name = " ".join(roles[0].split()[:_NAME_WORDS]).casefold()
    return Target(name, roles, companies, (), where)


def _parts(text: str, at: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in re.split(at, text) if part.strip()))


def first_three(session: Session, target: str | None) -> list[str]:
    """Return a sentence for each of the people to write to this week."""
    from netscout.app.rank import ranked_for
    from netscout.app.report import asks_of
    from netscout.store.people import first_names

    with session.open() as workspace:
        found, table, lists = ranked_for(session, workspace, target)
        firsts = first_names(workspace)
    asks = asks_of(found, table, lists, found.plan.target(target), firsts)
    return [
        f"{one.name}, {one.title or 'no title'}{f' at {one.company}' if one.company else ''}. {one.why}" for one in asks
    ]
