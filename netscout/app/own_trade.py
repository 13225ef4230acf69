"""The work the user does now, and whether it is what a target asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netscout.app.pipeline import Study
    from netscout.model.target import Target


def own_trade(found: Study, target: Target | None) -> tuple[str, bool]:
    """Return a present job of the user in words ("" where none is told), and whether one is that of the target.

    Of several the one that is of the target speaks, else the one begun last.
    """
    from netscout.matching.job_words import job_words
    from netscout.matching.verdicts import TargetMatcher

    positions = found.owner.owner.positions if found.owner else ()
    now = sorted((one for one in positions if one.current and one.title), key=lambda one: one.started_on, reverse=True)
    matcher = TargetMatcher(target.roles, found.settled, target.name) if target else None
    own = [
        one
        for one in now
        if matcher and matcher.judge(one.title, "", found.employer_of(one.company)).verdict == "match"
    ]
    told = next((words for one in own or now if (words := job_words(one.title))), "")
    return told, bool(own)
