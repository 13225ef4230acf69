"""Whom a person named, and whether their name may be used; what the user decided about a target."""

from __future__ import annotations

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
class Decision:
    """What the user decided about a target on a day: yes, no or later, and why."""

    target: str
    answer: str
    on: str
    why: str = ""
