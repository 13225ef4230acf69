"""What the user said of titles, kept until they take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.errors import RefusedError
from netscout.model.settled import FITS, Settled, title_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.store.workspace import Workspace

_JOB = "title-job"
_FITS = "title-fits:"


def settle_job(ws: Workspace, title: str, job: str, *, on: str, now: bool = False) -> bool:
    """Note which job a title stands for; return False if just this was noted before, or something on a later day.

    Raises:
        RefusedError: a title or job without text.
        StoreError: as `Workspace.writing`.
    """
    if not any(char.isalpha() for char in job) or not job.isprintable():
        raise RefusedError("the job needs words.", 'For example: netscout titles "MD" --as "Physician"')
    return _settle(ws, _JOB, title, " ".join(job.split()), on, now=now)


def settle_fit(  # what is said, of what, when
    ws: Workspace, title: str, target: str, fit: str, *, on: str, now: bool = False
) -> bool:
    """Note whether a title fits a target (one of `FITS`); return False as `settle_job` does.

    Raises:
        RefusedError: a title without text, or no such answer.
        StoreError: as `Workspace.writing`.
    """
    if fit not in FITS:
        raise RefusedError("there is no such answer.", f"Say one of: {', '.join(FITS)}.")
    return _settle(ws, _FITS + target.casefold(), title, fit, on, now=now)


def unsettle(ws: Workspace, title: str, *, on: str) -> bool:
    """Take back everything said of a title; return whether there was anything.

    What was taken back stays so against answers of that day and before, which an old file may hold.
    """
    with ws.writing() as db:
        gone = db.execute(
            "UPDATE user_alias SET value = '', on_day = max(on_day, ?) "
            "WHERE alias = ? AND value <> '' AND (kind = ? OR substr(kind, 1, ?) = ?)",
            (on, title_key(title), _JOB, len(_FITS), _FITS),
        )
        return gone.rowcount > 0


def take_back(ws: Workspace, title: str, target: str, *, on: str) -> bool:
    """Take back the job of a title (`target` is ""), or whether it fits a target; return whether there was anything.

    What was said on a later day stands. What is taken back stays so as `unsettle` tells.
    """
    with ws.writing() as db:
        gone = db.execute(
            "UPDATE user_alias SET value = '', on_day = ? WHERE kind = ? AND alias = ? AND value <> '' AND on_day <= ?",
            (on, _FITS + target.casefold() if target else _JOB, title_key(title), on),
        )
        return gone.rowcount > 0


def settled_titles(ws: Workspace, known: Callable[[str, str, str], bool] | None = None) -> Settled:
    """Return everything said of titles; where `known` is given, only what it says yes to: kind, title key, value."""
    jobs: dict[str, str] = {}
    fits: dict[str, dict[str, str]] = {}
    with ws.reading() as db:
        for kind, key, value in db.execute("SELECT kind, alias, value FROM user_alias ORDER BY kind, alias"):
            if not value or (known and not known(kind, key, value)):
                continue
            if kind == _JOB:
                jobs[key] = value
            elif kind.startswith(_FITS):
                fits.setdefault(kind.removeprefix(_FITS), {})[key] = value
    return Settled(jobs, fits)


def _settle(ws: Workspace, kind: str, title: str, value: str, on: str, *, now: bool) -> bool:
    """Keep an answer; one given `now` outranks every other, one from a file those of its day and before."""
    key = title_key(title)
    if not key:
        raise RefusedError("an empty title cannot be settled.", "Give the title as it stands in the list.")
    with ws.writing() as db:
        held = db.execute("SELECT value, on_day FROM user_alias WHERE kind = ? AND alias = ?", (kind, key)).fetchone()
        if held is not None:
            said, day = held
            if said == value or (not now and (day > on or (day == on and not said))):
                return False
            on = max(on, day)
        db.execute(
            "INSERT OR REPLACE INTO user_alias (kind, alias, value, on_day) VALUES (?, ?, ?, ?)", (kind, key, value, on)
        )
    return True
