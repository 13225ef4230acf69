"""The ranking snapshot: where everybody stood on each list when it was last made, and whether that still holds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netscout.store.ids import current_numbers, person_id, person_number
from netscout.store.moment import ensure_since, inputs_digest
from netscout.store.owners import number_of
from netscout.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from netscout.store.moment import Moment
    from netscout.store.workspace import Workspace


_NOWHERE = float("inf")
"""The place of whoever was not chosen."""
_MANY = 20
"""People from whom on a whole list is read at once."""


def save(  # noqa: PLR0913  # a snapshot is known by these
    ws: Workspace,
    *,
    target: str,
    kind: str,
    settings_digest: str,
    day: str,
    rows: Iterable[Mapping[str, Any]],
    since: Moment | None = None,
) -> None:
    """Keep a list of the first owner; each row holds the person's `id` and values that JSON can carry.

    `since` is when the work began (now, if it is not told): what changed after it makes the list stale.

    Raises:
        StoreError: `changed-meanwhile` if somebody was forgotten since; as `Workspace.writing`.
    """
    owner = number_of(ws, None)
    if not owner:
        return
    first = sorted(rows, key=lambda row: row.get("rank") or _NOWHERE)  # `chosen` reads no further than these
    text = json.dumps({row["id"]: dict(row) for row in first}, ensure_ascii=False, separators=(",", ":"))
    with ws.writing() as db:
        if since is not None:
            ensure_since(ws, since)
        inputs = inputs_digest(ws) if since is None else since.inputs
        db.execute(
            "INSERT OR REPLACE INTO ranking VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (owner, target, kind, inputs, settings_digest, __version__, day, text),
        )


def rows_of(ws: Workspace, person: str) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Return (target, list, day, row) of one person on every stored list, by target and list."""
    number = person_number(person) or 0
    with ws.reading() as db:
        key = person_id(current_numbers(db).get(number, number))
        rows = db.execute(
            "SELECT target, list, day, json_extract(json, '$.' || ?) AS one FROM ranking "
            "WHERE owner = ? AND one IS NOT NULL ORDER BY target, list",
            (key, number_of(ws, None)),
        ).fetchall()
    return [(target, kind, day, json.loads(text)) for target, kind, day, text in rows]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a stored list says for the agenda: whom it chose, in its order, and where people work.

    `companies` has the key of the company for those chosen and for the people asked about, "" for none, nobody where
    the list is so old that it tells no companies; `day` is when the list was made, "" where there is none; `stale`
    whether its inputs changed since, `settings` the digest it was made with.
    """

    people: tuple[str, ...] = ()
    companies: dict[str, str] = field(default_factory=dict)
    day: str = ""
    stale: bool = False
    settings: str = ""


def chosen(ws: Workspace, target: str, kind: str, others: Iterable[str] = ()) -> Chosen:
    """Return whom a stored list chose, with the companies of those and of `others`."""
    key = (number_of(ws, None), target, kind)
    with ws.reading() as db:
        now = current_numbers(db)
        head = db.execute(
            "SELECT day, inputs, version, settings, json FROM ranking WHERE owner = ? AND target = ? AND list = ?", key
        ).fetchone()
    if head is None:
        return Chosen()
    day, inputs, version, settings, text = head
    first = list(_first(text))
    people = tuple(dict.fromkeys(_today(person, now) for person, _ in first))
    known = [*first, *_rows(text, sorted(set(others) - set(people)))]
    firms = {_today(person, now): row["at"] or "" for person, row in reversed(known) if "at" in row}
    stale = inputs != inputs_digest(ws) or version != __version__
    return Chosen(people, firms, day, stale, settings)


def _first(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield who was chosen, with their rows: they are the first of a list, and nothing behind them is read."""
    reader, at = json.JSONDecoder(), 1
    while text[at] != "}":
        person, at = reader.raw_decode(text, at)
        row, at = reader.raw_decode(text, at + 1)
        if not row.get("rank"):
            return
        yield person, row
        at += text[at] == ","


def _rows(text: str, people: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of people on a list; of a few without reading all of it."""
    if len(people) > _MANY:
        whole = json.loads(text)
        yield from ((person, whole[person]) for person in people if person in whole)
        return
    reader = json.JSONDecoder()
    for person in people:
        key = f'"{person}":'  # quotes within a text stand behind a backslash, so this is no part of one
        if (at := text.find(f"{key}{{")) >= 0:
            yield person, reader.raw_decode(text, at + len(key))[0]


def _today(person: str, now: Mapping[int, int]) -> str:
    """Return the id that a person of a stored list has now."""
    number = person_number(person) or 0
    return person_id(now.get(number, number))


def fresh_row(ws: Workspace, target: str, kind: str, person: str) -> dict[str, Any] | None:
    """Return one person's row of a stored list; None if there is none, or its inputs or version changed since."""
    number = person_number(person) or 0
    with ws.reading() as db:
        key = person_id(current_numbers(db).get(number, number))
        row = db.execute(
            "SELECT json_extract(json, '$.' || ?) FROM ranking "
            "WHERE owner = ? AND target = ? AND list = ? AND inputs = ? AND version = ?",
            (key, number_of(ws, None), target, kind, inputs_digest(ws), __version__),
        ).fetchone()
    return json.loads(row[0]) if row and row[0] else None


def forget_lists(ws: Workspace, targets: Iterable[str]) -> None:
    """Drop the stored lists of all targets but these."""
    kept = json.dumps(sorted(targets))
    with ws.writing() as db:
        db.execute("DELETE FROM ranking WHERE target NOT IN (SELECT value FROM json_each(?))", (kept,))
