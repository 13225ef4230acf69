"""How the asking went: every request of the log with what became of it, and what one's own answers teach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.app.campaign import Desk, desk
from netscout.app.session import Session
from netscout.campaign.learning import LEARN_FROM, bounded, is_proven, moved, shift, teaching
from netscout.campaign.stages import ANSWER_DAYS
from netscout.campaign.yields import FEW, GROUPS, key_words, requests, yields
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.yields import Made, Request, Yields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.model.event import Event
    from netscout.store.workspace import Workspace

__all__ = ["FEW", "LEARN_FROM", "even", "forget", "key_words", "learn", "log_entry", "proven", "stats", "yields_of"]
WEIGHT = "reply_shift"
"""The number under `[weights]` that holds what was learnt."""
_ANSWERED = ("replied", "deferred", "declined", "scheduled", "confirmed", "met")


def stats(session: Session, by: str | None = None) -> Yields:
    """Return how the asking went, with shares by one group or by all of them.

    Raises:
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    with session.open() as workspace:
        held = desk(session, workspace)
        found = yields_of(workspace, held, (by,) if by else GROUPS)
    return replace(found, learnt=_learnt(session))


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


def proven(session: Session, workspace: Workspace) -> bool:
    """Return whether enough of the user's requests came to an end for percentages in headlines (raises StoreError)."""
    from netscout.store.events import events

    log = events(workspace)
    if sum(one.event == "asked" for one in log) < LEARN_FROM:  # light on every other morning
        return False
    return is_proven(_all(workspace, desk(session, workspace, log)))


def learn(session: Session) -> str:
    """Write what one's own finished requests teach to targets.toml, and return in sentences what it is.

    Raises:
        RefusedError: too few requests are finished; nothing is changed.
        StoreError, SettingsError: the workspace or targets.toml cannot be read or written.
    """
    from netscout.settings import set_weight

    before = _learnt(session)
    with session.open() as workspace:
        made = _all(workspace, desk(session, workspace))
    found, words = shift(made), texts("stats")
    if found is None:
        told = {"count": str(len(teaching(made)))}
        raise RefusedError(fill(words["learn.none"], told), "See how the asking goes with `netscout stats`.")
    values = {"count": str(found.count), "came": str(found.came), "expected": f"{found.expected:.0f}"}
    values |= {"half": even(found.move), "before": even(before), "move": str(found.move)}
    if found.move == before:
        return fill(words["learn.same"], values)
    set_weight(session.targets_file, WEIGHT, found.move)
    return "\n".join(fill(words[key], values) for key in ("learn.done", "learn.why", "learn.where"))


def forget(session: Session) -> str:
    """Take back what was learnt, and return a sentence that says so.

    Raises:
        StoreError, SettingsError: targets.toml cannot be read or written.
    """
    from netscout.settings import drop_weight

    before, words = _learnt(session), texts("stats")
    if not drop_weight(session.targets_file, WEIGHT):
        return words["forget.none"]
    return fill(words["forget.done"], {"before": even(before)})


def even(move: float) -> str:
    """Return what an even chance comes to when moved by so many logits, in a hundred."""
    return str(round(100 * moved(0.5, move)))


def _learnt(session: Session) -> float:
    return bounded(session.plan().settings.reply_shift)


def _all(workspace: Workspace, held: Desk) -> list[Request]:
    from netscout.errors import UnknownPersonError
    from netscout.store.asked import all_made
    from netscout.store.people import person_of

    made, ripe = all_made(workspace), held.days.bd(held.today, -ANSWER_DAYS).isoformat()
    found = []
    for person in sorted(held.logs):
        if not _holds(held.logs[person], ("asked",)):
            continue
        try:
            company = person_of(workspace, person).company
        except UnknownPersonError:
            company = ""
        days = [one.on for one in held.referrals if one.named == person]
        for one in requests(person, held.logs[person], made.get(person, {}), held.standing(person), ripe):
            source = "referral" if any(day <= one.on for day in days) else one.source
            source = source or ("list" if one.list else "other")
            found.append(replace(one, source=source, company=company))
    return found


def log_entry(session: Session, workspace: Workspace, entry: Event) -> Event:
    """Append an entry to the log and return it; beside a request, what is known of the person by its day is kept.

    Raises:
        UnknownPersonError: nobody has the id of the entry.
        StoreError: as `Workspace.writing`.
    """
    from netscout.store.asked import keep_made
    from netscout.store.events import append_event

    with workspace.writing():
        logged = append_event(workspace, entry)
        if logged.event == "asked":
            keep_made(workspace, logged, _made_by(session, workspace, logged.person, logged.on))
    return logged


def _made_by(session: Session, workspace: Workspace, person: str, on: str) -> Made:
    """Return what is known of somebody at a request: for which target, on which list, how likely an answer.

    A chance reckoned after the day of the request may rest on what came of it, so that it is none.
    """
    from netscout.app.aims import aims
    from netscout.model.lists import CONNECTORS, PRACTITIONERS
    from netscout.store.ranking import rows_of

    targets = session.plan().targets
    goal = aims(workspace, targets, [person]).get(person, "")
    mode = next((one.mode for one in targets if one.name == goal), "")
    rows = {kind: (day, row) for target, kind, day, row in rows_of(workspace, person) if target == goal}
    chosen = next((one for one in (PRACTITIONERS, CONNECTORS) if one in rows and rows[one][1]["rank"]), "")
    day, row = rows.get(chosen) or next(iter(rows.values()), ("", {}))
    strength = str(row.get("strength", ""))
    if day > on:
        return Made(goal, mode, chosen, strength)
    return Made(goal, mode, chosen, strength, row.get("p"), row.get("moved", 0.0))


def _holds(log: Iterable[Event], events: tuple[str, ...]) -> bool:
    return any(one.event in events for one in log)
