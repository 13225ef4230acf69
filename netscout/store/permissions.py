"""Whose name may be used towards whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.model.lint import Permission
from netscout.model.referral import ALLOWED, word_on
from netscout.store.ids import person_id
from netscout.store.owners import fold
from netscout.store.referrals import referrals

if TYPE_CHECKING:
    from netscout.model.referral import Referral
    from netscout.store.workspace import Workspace


def permissions(ws: Workspace, person: str, name: str) -> list[Permission]:
    """Return for everybody who ever named somebody whether their name may be used towards a person.

    A yes holds for the person it was given for, or for all where it names nobody; the newest word counts, so that a
    yes taken back holds no longer. What was never asked is a no.
    """
    with ws.reading() as db:
        names = {
            person_id(one): text
            for one, text in db.execute("SELECT person, display_name FROM profile ORDER BY owner DESC")
        }
    said: dict[str, list[Referral]] = {}
    for one in referrals(ws):
        same = not one.named and bool(one.name) and fold(one.name) == fold(name)
        said.setdefault(one.referrer, []).append(replace(one, name=name) if same else one)
    found = [(names.get(one, ""), word_on(lines, person, name)) for one, lines in sorted(said.items()) if one]
    return [Permission(one, word is not None and word.permission == ALLOWED) for one, word in found if one]
