"""Whose name may be used towards whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.model.lint import Permission
from netscout.store.ids import current_numbers, person_id
from netscout.store.owners import fold

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

YES = "yes"


def permissions(ws: Workspace, person: str, name: str) -> list[Permission]:
    """Return for everybody who ever named somebody whether their name may be used towards a person.

    A yes holds for the person it was given for, or for all where it names nobody; of several words on one the last
    counts, so that a yes taken back holds no longer.
    """
    with ws.reading() as db:
        now = current_numbers(db)
        rows = db.execute(
            "SELECT referral.referrer, named, name, may_use_name FROM referral "
            "WHERE referral.referrer IS NOT NULL ORDER BY referral.id"
        ).fetchall()
        names = dict(db.execute("SELECT person, display_name FROM profile ORDER BY owner DESC"))
    allowed: dict[int, dict[bool, bool]] = {}
    for referrer, named, said, may in rows:
        number = now.get(referrer, referrer)
        held = allowed.setdefault(number, {})
        at_large = named is None and not said.strip()
        here = named is not None and person_id(now.get(named, named)) == person
        here = here or (named is None and bool(said.strip()) and fold(said) == fold(name))
        if at_large or here:
            held[at_large] = may == YES
    found = [(names.get(number, ""), held) for number, held in sorted(allowed.items())]
    return [Permission(one, held.get(False, held.get(True, False))) for one, held in found if one]
