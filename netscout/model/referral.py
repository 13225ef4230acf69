"""Whom a person named, and whether their name may be used; what the user decided about a target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ALLOWED, REFUSED, NOT_ASKED = "yes", "no", "not asked"
"""Whether the referrer's name may be used; `not asked` is treated as a no."""
ME, THEM = "me", "them"
"""Who writes first: the user, or the referrer who promised to introduce."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A line of the referral ledger, days `YYYY-MM-DD`, "" where nothing is known.

    `referrer` named `name` on day `on` with `words`; `named` is the person's id in the workspace. `permission` is yes,
    no or not asked, given on `permission_on` in `permission_words`. `intro` says who writes first, `event` is the entry
    of the log that the line belongs to.
    """

    referrer: str
    named: str
    name: str
    on: str
    title: str = ""
    company: str = ""
    slug: str = ""
    words: str = ""
    permission: str = NOT_ASKED
    permission_on: str = ""
    permission_words: str = ""
    intro: str = ME
    event: int | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """Who named whom, all lines of the pair together, with what came of it: days `YYYY-MM-DD`, "" for not yet.

    `referrer` and `named` are ids, the latter "" where they are not known here any more; `permission` is the word that
    counts towards this person. `contacted` is the day of the request, or of their answer where an introduction was
    promised; `reported` the first report to the referrer from the day of the talk on.
    """

    referrer: str
    named: str
    name: str
    on: str
    title: str = ""
    company: str = ""
    words: str = ""
    permission: str = NOT_ASKED
    permission_on: str = ""
    permission_words: str = ""
    intro: str = ME
    contacted: str = ""
    met: str = ""
    reported: str = ""

    @property
    def key(self) -> str:
        """Return what the named person is known by in chains: their id, else their name."""
        return self.named or self.name


@dataclass(frozen=True, slots=True)
class Branch:
    """A step of a chain of referrals, in the order of telling.

    `depth` is 0 for whoever stands at the beginning; `again` says that what follows was told further up.
    """

    depth: int
    key: str
    again: bool = False


def word_on(lines: Iterable[Referral], named: str, name: str = "") -> Referral | None:
    """Return the line that says whether one referrer's name may be used towards somebody; None if none does.

    The newest word counts, whether given for this person or at large (a line that names nobody); but what is allowed at
    large does not lift what was refused for this person. `lines` are those of one referrer; `name` finds lines about
    somebody who was not known when they were named.
    """
    found: Referral | None = None
    refused: Referral | None = None
    for one in sorted(lines, key=lambda one: (one.permission_on or one.on, one.number)):
        at_large = not one.named and not one.name
        here = (named and one.named == named) or (not one.named and bool(name) and one.name == name)
        if one.permission == NOT_ASKED or not (at_large or here):
            continue
        if here:
            refused = one if one.permission != ALLOWED else None
        found = refused if at_large and one.permission == ALLOWED and refused else one
    return found


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided about a target on a day: yes, no or later, and why."""

    target: str
    answer: str
    on: str
    why: str = ""
