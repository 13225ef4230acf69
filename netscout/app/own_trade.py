"""The work the user does now, and whether it is what a target asks about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.model.draft import POSITIONS, PROFILE

if TYPE_CHECKING:
    from netscout.app.pipeline import Study
    from netscout.model.target import Target


_PARTS = re.compile(r"\s*[|·•]\s*")
"""What stands between the parts of a title."""


@dataclass(frozen=True, slots=True)
class OwnTrade:
    """A present job of the user in words, "" where none is told, and the file that says so.

    `is_it` says that one of their jobs is that of the target.
    """

    words: str
    is_it: bool
    source: str


def own_trade(found: Study, target: Target | None) -> OwnTrade:
    """Return what the user does now: of several the job that is of the target speaks, else the one begun last.

    The headline speaks only where no file of positions was loaded: beside one, it may be a hope or long over.
    """
    from netscout.matching.verdicts import TargetMatcher

    owner = found.owner.owner if found.owner else None
    positions = owner.positions if owner else ()
    now = sorted((one for one in positions if one.current and one.title), key=lambda one: one.started_on, reverse=True)
    jobs = [(one.title, found.employer_of(one.company)) for one in now]
    if owner and not positions:
        jobs = [(_PARTS.split(owner.headline)[0], "")]
    matcher = TargetMatcher(target.roles, found.settled, target.name) if target else None
    own = [one for one in jobs if matcher and matcher.judge(one[0], "", one[1]).verdict == "match"]
    return OwnTrade(_words(own or jobs), bool(own), POSITIONS if positions else PROFILE)


def _words(jobs: Sequence[tuple[str, str]]) -> str:
    """Return in English words the first job, with its employer, that can be told; of several parts the first."""
    from netscout.matching.job_words import job_words

    titles = [part for title, _ in jobs for part in (title, _PARTS.split(title)[0])]
    return next((words for one in titles if (words := job_words(one))), "")
