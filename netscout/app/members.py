"""The members whose exports a workspace holds: who they are, and on what terms another one joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from netscout.model.export import Export
    from netscout.store.imports import ImportResult
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Joining:
    """On what terms another member's export comes in.

    Attributes:
        pool: it may stand beside that of the first member; otherwise it is refused before anything is stored.
        consent: the day (`YYYY-MM-DD`) on which that member agreed, None if the user does not say.
    """

    pool: bool = True
    consent: str | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a workspace, the first loaded first, and how many persons it knows, each counted once."""

    rows: tuple[dict[str, Any], ...]
    persons: int

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `people --owners --json`."""
        return {"owners": list(self.rows), "persons": self.persons}


def members(session: Session) -> Members:
    """Return the members of the workspace (raises StoreError)."""
    from netscout.store.owners import export_days, owners, persons
    from netscout.store.people import people_rows

    with session.open() as workspace:
        rows = tuple(
            {
                "id": one.id,
                "name": one.owner.name,
                "slugs": list(one.owner.slugs),
                "emails": list(one.owner.emails),
                "people": len(people_rows(workspace, one)),
                "exports": export_days(workspace, one),
                "consent_on": one.consent_on,
            }
            for one in owners(workspace)
        )
        return Members(rows, persons(workspace))


def without_consent(session: Session) -> list[str]:
    """Return the ids of members besides the first whose day of consent is not recorded (raises StoreError)."""
    from netscout.store.owners import owners
    from netscout.store.workspace import exists

    if not exists(session.workspace):
        return []
    with session.open() as workspace:
        return [one.id for one in owners(workspace)[1:] if one.consent_on is None]


def allow(session: Session, exports: Sequence[Export], terms: Joining, paths: Sequence[Path]) -> None:
    """Return if these exports may come in on these terms.

    Raises:
        RefusedError: the day of consent is no date, or another member's export came unasked; the next step has a
            folder of its own for it, ready to paste.
    """
    from netscout.store.owners import is_stranger
    from netscout.store.workspace import exists

    if terms.consent is not None:
        try:
            date.fromisoformat(terms.consent)
        except ValueError as fault:
            raise RefusedError("--consent is no date.", "Write it as YYYY-MM-DD, for example 2026-11-22.") from fault
    if terms.pool or not exists(session.workspace):
        return
    with session.open() as workspace:
        if not any(is_stranger(workspace, one.owner) for one in exports):
            return
    file = " ".join(_quoted(one) for one in paths)
    raise RefusedError(
        "this export belongs to another member than the one whose network is here; nothing was stored.",
        f"Give it a folder of its own: netscout --workspace {_quoted(_free(session.workspace))} start {file}   "
        f"or keep both side by side on purpose: netscout --workspace {_quoted(session.workspace)} start {file} --pool",
    )


def note_consent(workspace: Workspace, results: Sequence[ImportResult], terms: Joining) -> None:
    """Keep the day of consent with the members whose exports came in."""
    from netscout.store.owners import set_consent

    for number in sorted({one.owner for one in results}) if terms.consent else ():
        set_consent(workspace, number, terms.consent or "")


def _free(workspace: Path) -> Path:
    from netscout.store.workspace import exists

    number = 2
    while exists(workspace.with_name(f"{workspace.name}-{number}")):
        number += 1
    return workspace.with_name(f"{workspace.name}-{number}")


def _quoted(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text
