"""What the user says of people: how they know them, and whom to keep off the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.errors import RefusedError
from netscout.model.person import LABELS, Label
from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.people import person_of

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


def set_label(ws: Workspace, person: str, label: str, *, on: str, place: str = "", source: str = "user") -> bool:
    """Note how the user knows a person (one of `LABELS`); return False if exactly this was noted before.

    Raises:
        RefusedError: no such label.
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`.
    """
    if label not in LABELS:
        raise RefusedError("there is no such label.", f"Say one of: {', '.join(LABELS)}.")
    number = person_number(person_of(ws, person).id)
    with ws.writing() as db:
        same = db.execute(
            "SELECT 1 FROM label WHERE person = ? AND label = ? AND on_day = ? AND place = ? "
            "AND seq = (SELECT max(seq) FROM label AS other WHERE other.person = label.person)",
            (number, label, on, place),
        ).fetchone()
        if same is None:
            db.execute(
                "INSERT INTO label (person, label, on_day, place, source) VALUES (?, ?, ?, ?, ?)",
                (number, label, on, place, source),
            )
    return same is None


def remove_label(ws: Workspace, person: str, *, on: str, source: str = "user") -> bool:
    """Take back how the user knows a person; return whether there was a label."""
    held = labels(ws).get(person_of(ws, person).id)
    if held is None:
        return False
    with ws.writing() as db:
        db.execute(
            "INSERT INTO label (person, label, on_day, source) VALUES (?, '', ?, ?)",
            (person_number(held.person), on, source),
        )
    return True


def labels(ws: Workspace, until: int | None = None) -> dict[str, Label]:
    """Return the label in force by person id: the newest day wins, within a day the later word; ids ascending.

    With `until` as it was when the log ended with that number.
    """
    found: dict[int, tuple[str, str, str]] = {}
    with ws.reading() as db:
        now = current_numbers(db)
        for person, label, on, place in db.execute(
            "SELECT person, label, on_day, place FROM label WHERE seq <= ?1 OR ?1 IS NULL ORDER BY on_day, seq",
            (until,),
        ):
            found[now.get(person, person)] = (label, on, place)
    return {person_id(one): Label(person_id(one), *found[one]) for one in sorted(found) if found[one][0]}


def avoid(ws: Workspace, person: str, *, on: str, reason: str = "", source: str = "user") -> bool:
    """Keep a person off every list; return False if they were already.

    Raises:
        UnknownPersonError: nobody has this id.
        StoreError: as `Workspace.writing`.
    """
    return _set_avoid(ws, person, on, reason, source, avoided_now=True)


def unavoid(ws: Workspace, person: str, *, on: str = "", reason: str = "", source: str = "user") -> bool:
    """Let a person on the lists again; return False if they were not kept off."""
    return _set_avoid(ws, person, on, reason, source, avoided_now=False)


def avoided(ws: Workspace, until: int | None = None) -> dict[str, str]:
    """Return the reason ("" if none was given) by the id of each person kept off the lists; ids ascending.

    With `until` as it was when the log ended with that number.
    """
    found: dict[int, tuple[int, str]] = {}
    with ws.reading() as db:
        now = current_numbers(db)
        for person, state, reason in db.execute(
            "SELECT person, avoid, reason FROM avoid WHERE seq <= ?1 OR ?1 IS NULL ORDER BY on_day, seq", (until,)
        ):
            found[now.get(person, person)] = (state, reason)
    return {person_id(one): found[one][1] for one in sorted(found) if found[one][0]}


def _set_avoid(ws: Workspace, person: str, on: str, reason: str, source: str, *, avoided_now: bool) -> bool:
    known = person_of(ws, person).id
    if (known in avoided(ws)) == avoided_now:
        return False
    with ws.writing() as db:
        db.execute(
            "INSERT INTO avoid (person, avoid, on_day, reason, source) SELECT ?1, ?2, "
            "max(?3, (SELECT COALESCE(max(on_day), '') FROM avoid WHERE person = ?1)), ?4, ?5",
            (person_number(known), avoided_now, on, reason, source),
        )
    return True
