"""Take in what was tapped on a report page, all of it in one transaction; the same taps again change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.errors import InputError, Place, UnknownPersonError
from netscout.model.answers import Answer, TitleAnswer

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Taken:
    """The account of an answers file: rows = taken + known + unreadable; `unreadable` holds (row, reason)."""

    file: str
    rows: int
    taken: int
    known: int
    unreadable: tuple[tuple[int, str], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `load answers.json --json`."""
        counts = {"rows": self.rows, "taken": self.taken, "known": self.known, "unreadable": len(self.unreadable)}
        reasons = [{"file": self.file, "row": row, "reason": reason} for row, reason in self.unreadable]
        return {"error": None, "counts": counts, "unreadable": reasons}


def take(session: Session, path: Path) -> Taken:
    """Take in an answers file.

    Raises:
        InputError: the file makes no sense, or belongs to another workspace (`owner-conflict`); nothing is stored.
    """
    from netscout.sources.answers import read_answers
    from netscout.store.sources import workspace_id

    found = read_answers(path, session.today)
    with session.open() as workspace:
        here = workspace_id(workspace)
        if found.workspace != here:
            raise InputError(
                f"these answers belong to workspace {found.workspace or '(none)'}, this is {here}.",
                "Load them where their report was made: netscout --workspace DIR load ...",
                Place(path.name),
                code="owner-conflict",
            )
        taken, unreadable = 0, list(found.unreadable)
        targets = {one.name.casefold() for one in session.plan().targets}
        with workspace.writing():
            for one in found.answers:
                if isinstance(one, TitleAnswer):
                    if one.target and one.target.casefold() not in targets:
                        unreadable.append((one.row, "unknown-target: there is no target of this name"))
                    else:
                        taken += _settle(workspace, one)
                    continue
                try:
                    taken += _keep(workspace, one)
                except UnknownPersonError:
                    unreadable.append((one.row, "unknown-person: nobody here has this id"))
    known = found.rows - taken - len(unreadable)
    return Taken(path.name, found.rows, taken, known, tuple(sorted(unreadable)))


def _settle(workspace: Workspace, one: TitleAnswer) -> bool:
    """Store a tap on a title; return False if it was known."""
    from netscout.store.settled import settle_fit, settle_job

    if one.fit:
        return settle_fit(workspace, one.title, one.target, one.fit, on=one.on)
    return settle_job(workspace, one.title, one.job, on=one.on)


def _keep(workspace: Workspace, one: Answer) -> bool:
    """Store one tap; return False if it was known."""
    from netscout.model.event import Event
    from netscout.store.events import append_event, events
    from netscout.store.labels import avoid, labels, set_label
    from netscout.store.people import person_of

    person = person_of(workspace, one.person).id
    if one.label:
        held = labels(workspace).get(person)
        if held is not None and (held.on > one.on or (held.on, held.label) == (one.on, one.label)):
            return False
        return set_label(workspace, person, one.label, on=one.on, source="answers")
    if one.avoid:
        return avoid(workspace, person, on=one.on, source="answers")
    if any((entry.event, entry.on) == (one.event, one.on) for entry in events(workspace, person)):
        return False
    append_event(workspace, Event(person, one.event, one.on, source="answers", logged_on=one.on))
    return True
