"""Take in what was tapped on a report page, all of it in one transaction; the same taps again change nothing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.load_json import load_json, source_json
from netscout.app.session import Session
from netscout.errors import InputError, Place, UnknownPersonError
from netscout.model.answers import Answer, TitleAnswer
from netscout.model.ledger import FileAccount, Notice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from netscout.store.workspace import Workspace


KIND = "answers"
_STRANGER = "unknown-person: nobody here has this id"
_NO_TARGET = "unknown-target: there is no target of this name"
_NO_JOB = "unknown-job: netscout knows no such job"


@dataclass(frozen=True, slots=True)
class Taken:
    """The account of an answers file: rows = taken + known + unreadable; `unreadable` holds (row, reason)."""

    file: str
    rows: int
    taken: int
    known: int
    unreadable: tuple[tuple[int, str], ...]
    sha256: str = ""

    @property
    def nothing_readable(self) -> bool:
        """Return whether the file holds answers and not one of them could be read."""
        return 0 < self.rows == len(self.unreadable)

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `load --json` of such a file."""
        counts = {"rows": self.rows, "taken": self.taken, "known": self.known, "unreadable": len(self.unreadable)}
        account = FileAccount(
            self.file, KIND, self.rows, {key: counts[key] for key in ("taken", "known", "unreadable")}
        )
        reasons = [{"file": self.file, "line": row, "row": row, "reason": reason} for row, reason in self.unreadable]
        return load_json(
            sources=[source_json(KIND, account, self.sha256)],
            counts=counts,
            warnings=[asdict(one) for one in self.warnings()],
            unreadable=reasons,
        )

    def warnings(self) -> Iterator[Notice]:
        """Yield one warning for each kind of answer that could not be taken, with the place of the first."""
        strangers = [row for row, reason in self.unreadable if reason == _STRANGER]
        if strangers:
            text = (
                "Some answers are about people who are not in this workspace; make the report again and answer there."
            )
            yield Notice("unknown-person", text, self.file, strangers[0], len(strangers))
        others = [row for row, reason in self.unreadable if reason != _STRANGER]
        if others:
            rest = "" if self.nothing_readable else "; the rest was taken"
            text = f"Some answers could not be taken, each with its reason{rest}."
            yield Notice("bad-answer", text, self.file, others[0], len(others))


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
                    wrong = _wrong(one, targets)
                    if wrong:
                        unreadable.append((one.row, wrong))
                    else:
                        taken += _settle(workspace, one)
                    continue
                try:
                    taken += _keep(session, workspace, one)
                except UnknownPersonError:
                    unreadable.append((one.row, _STRANGER))
    known = found.rows - taken - len(unreadable)
    return Taken(path.name, found.rows, taken, known, tuple(sorted(unreadable)), found.sha256)


def _wrong(one: TitleAnswer, targets: Collection[str]) -> str:
    """Return why a tap on a title cannot hold here, "" if it can."""
    from netscout.app.titles import is_job

    if one.target and one.target.casefold() not in targets:
        return _NO_TARGET
    return _NO_JOB if one.job and not is_job(one.job) else ""


def _settle(workspace: Workspace, one: TitleAnswer) -> bool:
    """Store a tap on a title; return False if it was known."""
    from netscout.store.settled import settle_fit, settle_job, take_back

    if one.undo:
        return take_back(workspace, one.title, one.target, on=one.on)
    if one.fit:
        return settle_fit(workspace, one.title, one.target, one.fit, on=one.on)
    return settle_job(workspace, one.title, one.job, on=one.on)


def _keep(session: Session, workspace: Workspace, one: Answer) -> bool:
    """Store one tap; return False if it was known."""
    from netscout.store.people import person_of

    person = person_of(workspace, one.person).id
    if one.label is not None:
        return _label(workspace, person, one.label, one.on)
    if one.avoid is not None:
        return _avoid(workspace, person, one.on, off=one.avoid)
    return _take_back(workspace, person, one) if one.undo else _log(session, workspace, person, one)


def _label(workspace: Workspace, person: str, label: str, on: str) -> bool:
    from netscout.store.labels import remove_label, set_label
    from netscout.store.taps import is_known_label

    if is_known_label(workspace, person, label, on=on):
        return False
    if label:
        return set_label(workspace, person, label, on=on, source=KIND)
    return remove_label(workspace, person, on=on, source=KIND)


def _avoid(workspace: Workspace, person: str, on: str, *, off: bool) -> bool:
    from netscout.store.labels import avoid, unavoid
    from netscout.store.taps import is_known_avoid

    if is_known_avoid(workspace, person, on=on, off=off):
        return False
    return (avoid if off else unavoid)(workspace, person, on=on, source=KIND)


def _log(session: Session, workspace: Workspace, person: str, one: Answer) -> bool:
    from netscout.app.stats import log_entry
    from netscout.model.event import Event
    from netscout.store.taps import is_known_event

    if is_known_event(workspace, person, one.event, on=one.on):
        return False
    log_entry(session, workspace, Event(person, one.event, one.on, source=KIND, logged_on=one.on))
    return True


def _take_back(workspace: Workspace, person: str, one: Answer) -> bool:
    """Take back the entries of that day; return False if none stands."""
    from netscout.store.events import events, retract

    found = [held.seq for held in events(workspace, person) if (held.event, held.on) == (one.event, one.on)]
    for seq in found:
        retract(workspace, seq, on=one.on)
    return bool(found)
