"""How the asking went: every request of the log with what became of it, and what one's own answers teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.app.campaign import Desk, desk
from netscout.app.session import Session
from netscout.campaign.yields import GROUPS, LEARN_FROM, key_words, requests, shift, yields
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.yields import Made, Request, Yields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.model.event import Event
    from netscout.store.workspace import Workspace

__all__ = ["key_words", "learn", "made_now", "stats", "yields_of"]
_ANSWERED = ("replied", "deferred", "declined", "scheduled", "confirmed", "met")


def stats(session: Session, by: str | None = None) -> Yields:
    """Return how the asking went, with shares by one group or by all of them.

    Raises:
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    with session.open() as workspace:
        held = desk(session, workspace)
        return yields_of(workspace, held, (by,) if by else GROUPS)


def yields_of(workspace: Workspace, held: Desk, groups: tuple[str, ...] = GROUPS) -> Yields:
    """Return how the asking of an open workspace went (raises StoreError)."""
    asked = [log for log in held.logs.values() if _holds(log, ("asked",))]
    met = [person for person, log in held.logs.items() if _holds(log, ("met",))]
    named = {(one.referrer, one.named or one.name) for one in held.referrals if one.referrer}
    steps = [
        ("asked", len(asked)),
        ("answered", sum(_holds(log, _ANSWERED) for log in asked)),
        ("met", len(met)),
        ("thanked", sum(_holds(held.logs[one], ("thanked",)) for one in met)),
        ("named", len({referrer for referrer, _ in named if referrer in met})),
    ]
    talks = sum(one.event == "met" for log in held.logs.values() for one in log)
    return yields(_all(workspace, held), steps, len(named), talks, groups)


def learn(session: Session) -> str:
    """Write what one's own finished requests teach to targets.toml, and return a sentence with the figures.

    Raises:
        RefusedError: too few requests are finished; nothing is changed.
        StoreError, SettingsError: the workspace or targets.toml cannot be read or written.
    """
    from netscout.settings import set_weight

    with session.open() as workspace:
        made = _all(workspace, desk(session, workspace))
    found = shift(made)
    if found is None:
        done = sum(not one.running and one.chance is not None for one in made)
        told = {"count": str(done), "wanted": str(LEARN_FROM)}
        raise RefusedError(fill(texts("stats")["learn.none"], told), "See how the asking goes with `netscout stats`.")
    before = session.plan().settings.reply_shift
    move = max(-1.0, min(1.0, round(before + found[0], 3)))
    set_weight(session.targets_file, "reply_shift", move)
    values = {"count": str(found[1]), "came": str(found[2]), "expected": f"{found[3]:.1f}"}
    return fill(texts("stats")["learn.done"], values | {"shift": f"{move:+.2f}", "before": f"{before:+.2f}"})


def _all(workspace: Workspace, held: Desk) -> list[Request]:
    from dataclasses import replace

    from netscout.errors import UnknownPersonError
    from netscout.store.asked import all_made
    from netscout.store.people import person_of

    made = all_made(workspace)
    found = []
    for person in sorted(held.logs):
        if not _holds(held.logs[person], ("asked",)):
            continue
        try:
            company = person_of(workspace, person).company
        except UnknownPersonError:
            company = ""
        days = [one.on for one in held.referrals if one.named == person]
        for one in requests(person, held.logs[person], made.get(person, {}), running=held.standing(person).asking):
            source = "referral" if any(day <= one.on for day in days) else "list" if one.list else "other"
            found.append(replace(one, source=source, company=company))
    return found


def made_now(session: Session, workspace: Workspace, person: str) -> Made:
    """Return what is known of somebody as a request is made: for which target, on which list, how likely an answer."""
    from netscout.app.aims import aims
    from netscout.model.ranking import CONNECTORS, PRACTITIONERS
    from netscout.store.ranking import rows_of

    targets = session.plan().targets
    goal = aims(workspace, targets, [person]).get(person, "")
    mode = next((one.mode for one in targets if one.name == goal), "")
    rows = {kind: row for target, kind, _, row in rows_of(workspace, person) if target == goal}
    row = next((rows[kind] for kind in (PRACTITIONERS, CONNECTORS) if kind in rows and rows[kind]["rank"]), None)
    kind = next((one for one in (PRACTITIONERS, CONNECTORS) if one in rows and rows[one] is row), "") if row else ""
    row = row or next(iter(rows.values()), {})
    return Made(goal, mode, kind, str(row.get("strength", "")), row.get("p"))


def _holds(log: Iterable[Event], events: tuple[str, ...]) -> bool:
    return any(one.event in events for one in log)
