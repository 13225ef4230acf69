"""Forget a person, a member's whole contribution, or everything: what it would take, and then taking it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.errors import StoreError

if TYPE_CHECKING:
    from netscout.model.scrub import Scrub
    from netscout.store.mentions import Mention
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom or what to forget, before anything is done.

    Attributes:
        kind: `person`, `untouched` (several of them), `contributor` or `everything`.
        persons: the ids that go.
        name: who it is, for the question; "" where there is no one name.
        counts: rows that go, by table.
        mentions: texts of others that name them and stay, for the user to decide.
        scrub: the words that name them.
    """

    kind: str
    persons: tuple[str, ...] = ()
    name: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    mentions: tuple[Mention, ...] = ()
    scrub: Scrub | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done and what could not be reached.

    Attributes:
        wanted: what was asked for.
        targets_changed: `targets.toml` named them and was rewritten.
        outside: files written outside the workspace, by path.
        strangers: files in the workspace that are not netscout's; nobody looked into them.
        stuck: files the system did not let go; the next command tries again.
        known: the list of files outside could be read.
        may_return: no hash is kept, so that a later import takes them in again.
    """

    wanted: Wanted
    targets_changed: bool = False
    outside: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()
    known: bool = True
    may_return: bool = False


def person(session: Session, text: str) -> Wanted:
    """Return what forgetting one person would take.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody or several answer to it.
        RefusedError: they own an export.
    """
    from netscout.store.people import find_person

    with session.open() as workspace:
        found = find_person(workspace, text)
        return _wanted(session, workspace, "person", (found.id,), found.shown_name)


def untouched(session: Session) -> Wanted:
    """Return what forgetting everybody untouched for `keep_months` would take; nobody if there is no such limit."""
    from netscout.store.untouched import untouched as old

    months = session.plan().settings.keep_months
    with session.open() as workspace:
        found = old(workspace, today=session.today, months=months) if months else []
        return _wanted(session, workspace, "untouched", tuple(found), "")


def contributor(session: Session, text: str) -> Wanted:
    """Return what taking out a member's contribution would take (raises RefusedError)."""
    from netscout.store.contributor import contributor_of, resting_on

    with session.open() as workspace:
        member = contributor_of(workspace, text)
        alone = resting_on(workspace, member)
        return replace(_counted(workspace, "contributor", tuple(alone)), name=member)


def everything(session: Session) -> Wanted:
    """Return what deleting the workspace would take: it may be damaged.

    Raises:
        StoreError: there is nothing of netscout in this folder.
    """
    from netscout.store.everything import is_there

    if not is_there(session.workspace):
        raise StoreError(
            "there is no workspace here; nothing is kept.", "Name its folder with --workspace.", code="no-workspace"
        )
    return Wanted("everything")


def forget(session: Session, wanted: Wanted, *, may_return: bool = False) -> Forgotten:
    """Do it; a kill at any moment leaves the person whole or gone, and the same or the next command finishes.

    Raises:
        RefusedError, StoreError, SettingsError, OutputError: nothing was forgotten, but for what `targets.toml` said.
    """
    if wanted.kind == "everything":
        return _everything(session, wanted)
    if not wanted.persons and wanted.kind != "contributor":
        return Forgotten(wanted)
    changed = _clean_targets(session, wanted)
    on = session.today.isoformat()
    with session.open() as workspace:
        if wanted.kind == "contributor":
            from netscout.store.contributor import forget_contributor

            left = forget_contributor(workspace, wanted.name, on=on)
        else:
            from netscout.store.forget import forget as forget_people

            left = forget_people(workspace, wanted.persons, on=on, keep_hash=not may_return)
        return _told(workspace, wanted, changed, left, may_return=may_return)


def let_return(session: Session) -> int:
    """Drop what is kept of forgotten people; return how many keys (raises StoreError)."""
    from netscout.store.forget import let_return as drop

    with session.open() as workspace:
        return drop(workspace, on=session.today.isoformat())


def _clean_targets(session: Session, wanted: Wanted) -> bool:
    from netscout.store.plan_cleaning import forget_person

    return wanted.scrub is not None and forget_person(session.targets_file, wanted.scrub)


def _wanted(session: Session, workspace: Workspace, kind: str, persons: tuple[str, ...], name: str) -> Wanted:
    from netscout.store.forget import preview
    from netscout.store.plan_cleaning import left_in_plan

    found = preview(workspace, persons)
    left = (*found.mentions, *left_in_plan(session.targets_file, found.scrub))
    return Wanted(kind, persons, name, tuple(found.counts.items()), left, found.scrub)


def _counted(workspace: Workspace, kind: str, persons: tuple[str, ...]) -> Wanted:
    from netscout.store.forget import counts_of

    return Wanted(kind, persons, counts=tuple(counts_of(workspace, persons).items()))


def _told(workspace: Workspace, wanted: Wanted, changed: bool, left: list[Path], *, may_return: bool) -> Forgotten:
    from netscout.store.folder import strangers
    from netscout.store.written import written

    return Forgotten(
        wanted,
        changed,
        tuple(one.path for one in written(workspace)),
        tuple(str(one) for one in strangers(workspace.path)),
        tuple(str(one) for one in left),
        may_return=may_return,
    )


def _everything(session: Session, wanted: Wanted) -> Forgotten:
    from netscout.store.everything import everything as delete_all

    done = delete_all(session.workspace)
    return Forgotten(wanted, outside=done.outside, strangers=done.strangers, stuck=done.stuck, known=done.known)
