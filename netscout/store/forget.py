"""Forgetting people: every row of theirs goes in one transaction, what may still hold them is cleaned after it."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from netscout.errors import RefusedError
from netscout.model.ledger import CONTACT_TABLES, FileAccount
from netscout.model.scrub import FORGOTTEN
from netscout.model.settled import title_key
from netscout.store import cleaning, forgotten, mentions
from netscout.store.faults import told
from netscout.store.folder import DATABASE
from netscout.store.ids import current_numbers, person_number

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from netscout.model.scrub import Scrub
    from netscout.store.mentions import Mention
    from netscout.store.workspace import Workspace

_UNNAMED = "title = '', company = '', slug = NULL, words = '', permission_words = '', obtained = '', named = NULL"
_TABLES = (
    *("sighting", "event", "label", "avoid", "advice", "reflection", "note", "user_alias", "dismissed", "profile"),
    *("merge_decision", "referral", "apart", "person_alias"),
)
_BY_SIGHTING = ("interaction", "detail", "sighting_note")
_ENDS = {"merge_decision": ("one", "other"), "referral": ("referrer", "named"), "person_alias": ("person", "alias")}


@dataclass(frozen=True, slots=True)
class Preview:
    """What forgetting somebody would take: rows by table, and texts of others that name them and would stay."""

    counts: dict[str, int]
    mentions: tuple[Mention, ...]
    scrub: Scrub


def preview(ws: Workspace, persons: Collection[str]) -> Preview:
    """Return what forgetting these people would take and what it would leave.

    Raises:
        RefusedError: one of them is an owner of an export.
    """
    with ws.reading() as db:
        numbers = _numbers(db, persons)
        _refuse_owners(db, numbers)
        scrub = mentions.scrub_of(db, numbers)
        found = tuple(mentions.mentions(db, numbers, scrub))
    return Preview(counts_of(ws, persons), found, scrub)


def counts_of(ws: Workspace, persons: Iterable[str]) -> dict[str, int]:
    """Return how many rows are held of these people, by table; those that name them at one of two ends count."""
    with ws.reading() as db:
        held = _list(_numbers(db, persons))
        theirs = {
            table: " OR ".join(f"{one} IN ({held})" for one in _ENDS.get(table, ("person",))) for table in _TABLES
        }
        seen = f"sighting IN (SELECT id FROM sighting WHERE person IN ({held}))"  # noqa: S608  # numbers only
        theirs |= dict.fromkeys(_BY_SIGHTING, seen)
        return {
            table: int(db.execute(f"SELECT count(*) FROM {table} WHERE {which}").fetchone()[0])  # noqa: S608  # our own names and numbers
            for table, which in theirs.items()
        }


def forget(ws: Workspace, persons: Iterable[str], *, on: str, keep_hash: bool = True) -> list[Path]:
    """Delete people with everything that was known of them; return the files the system did not let go.

    With `keep_hash`, salted hashes of their keys stay, so that a later import leaves them out. A kill leaves them
    whole, or gone with a cleaning that the next command finishes.

    Raises:
        RefusedError: one of them is an owner of an export.
        StoreError: `busy`, `no-space` and their like.
    """
    with ws.writing() as db:
        numbers = _numbers(db, persons)
        _refuse_owners(db, numbers)
        scrub = mentions.scrub_of(db, numbers)
        cleaning.begin(db, on)
        rows = _rows(db, numbers)
        if keep_hash:
            forgotten.keep(db, numbers, on, secrets.token_hex(16))
        _recount(db, rows)
        _forget_named(db, scrub)
        mentions.rename_threads(db, numbers, scrub)
        delete(db, numbers)
        mentions.clean_names(db, scrub)
    return finish(ws)


def finish(ws: Workspace) -> list[Path]:
    """Finish a cleaning that was begun; return the files the system did not let go (raises StoreError)."""
    with told(ws.path / DATABASE):
        return cleaning.finish(ws.path, ws.db)


def let_return(ws: Workspace, *, on: str) -> int:
    """Drop what is kept of forgotten people, so that a later import takes them in again; return how many keys."""
    with ws.writing() as db:
        cleaning.begin(db, on)
        gone = db.execute("DELETE FROM forgotten").rowcount
        db.execute("DELETE FROM meta WHERE key = ?", (forgotten.SALT,))
    finish(ws)
    return gone


def delete(db: sqlite3.Connection, numbers: Collection[int]) -> None:
    """Delete all rows of persons, and what was derived of them."""
    held = _list(numbers)
    titles = f"SELECT title FROM sighting WHERE person IN ({held}) UNION SELECT headline FROM sighting WHERE person IN ({held})"  # noqa: S608, E501  # numbers only
    theirs = {title_key(text) for (text,) in db.execute(titles)}
    _forget_referrals(db, numbers)
    db.execute(f"DELETE FROM person WHERE id IN ({held})")  # noqa: S608  # numbers only
    rest = {
        title_key(text)
        for (text,) in db.execute("SELECT title FROM sighting UNION SELECT headline FROM sighting").fetchall()
    }
    db.executemany(
        "DELETE FROM user_alias WHERE alias = ? AND kind NOT IN ('person', 'company')",
        [(key,) for key in sorted(theirs - rest)],
    )
    for table in ("ranking", "title_link"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names


def _numbers(db: sqlite3.Connection, persons: Iterable[str]) -> set[int]:
    """Return the numbers of these people, with every number that was given up for one of them."""
    now = current_numbers(db)
    wanted = {now.get(number, number) for one in persons if (number := person_number(one)) is not None}
    return wanted | {alias for alias, person in now.items() if person in wanted}


def _refuse_owners(db: sqlite3.Connection, numbers: Collection[int]) -> None:
    found = [number for number, person in db.execute("SELECT id, person FROM owner ORDER BY id") if person in numbers]
    if not found:
        return
    if found[0] == db.execute("SELECT min(id) FROM owner").fetchone()[0]:
        raise RefusedError(
            "this workspace is made of this person's own export.",
            "To delete all of it: `netscout forget --everything`.",
        )
    raise RefusedError(
        "this person gave an export of their own to this workspace.",
        "To take all of it out: `netscout forget --contributor PERSON`.",
    )


def _rows(db: sqlite3.Connection, numbers: Collection[int]) -> list[tuple[Any, ...]]:
    return db.execute(
        "SELECT export, file, line, kind, slug, emails, name_key, company, person FROM sighting "  # noqa: S608  # numbers only
        f"WHERE person IN ({_list(numbers)}) ORDER BY export, file, id"
    ).fetchall()


def _recount(db: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> None:
    """Tell in the account of each load that the rows of these people are left out, as a later load would."""
    by_export: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        by_export.setdefault(row[0], []).append(row)
    for export, mine in by_export.items():
        listed = [row for row in mine if f"{row[3]}s" in CONTACT_TABLES]
        names = dict(
            db.execute("SELECT place, source || char(10) || name FROM export_file WHERE export = ?", (export,))
        )
        contacts = _contacts(db, export, {row[8] for row in mine}, names)
        moved = _move_in_ledgers(db, export, listed, contacts, names)
        text, unreadable = db.execute("SELECT counts, unreadable FROM export WHERE id = ?", (export,)).fetchone()
        counts = json.loads(text)
        counts[forgotten.COUNT] = counts.get(forgotten.COUNT, 0) + len(mine)
        for word, change in moved.items():
            if word in counts or change > 0:
                counts[word] = max(counts.get(word, 0) + change, 0)
        if "others" in counts:
            counts["others"] -= len({row[8] for row in mine} - {row[8] for row in listed})
        told = json.loads(unreadable)
        told += [
            {"file": names.get(file, "\n").split("\n", 1)[1], "line": line, "reason": forgotten.REASON}
            for _, file, line, *_ in listed
        ]
        db.execute(
            "UPDATE export SET counts = ?, unreadable = ? WHERE id = ?",
            (_json(counts), _json(told), export),
        )


def _contacts(db: sqlite3.Connection, export: int, numbers: Collection[int], names: dict[int, str]) -> dict[str, int]:
    """Return how many contacts with these people each table of a load tells of."""
    found = db.execute(
        "SELECT interaction.file, count(*) FROM interaction JOIN sighting ON sighting.id = interaction.sighting "  # noqa: S608  # numbers only
        f"WHERE export = ? AND person IN ({_list(numbers)}) GROUP BY interaction.file",
        (export,),
    )
    return {names.get(file, ""): count for file, count in found}


def _move_in_ledgers(
    db: sqlite3.Connection, export: int, listed: list[tuple[Any, ...]], contacts: dict[str, int], names: dict[int, str]
) -> dict[str, int]:
    """Move rows of contact tables from people and duplicates to unreadable; return what that makes of the totals."""
    change = {"people": 0, "duplicates": 0, "unreadable": 0}
    first: set[tuple[int, str]] = set()
    in_file: dict[str, tuple[int, int]] = {}
    for _, file, _, kind, *_, person in listed:
        rows, people = in_file.get(names.get(file, ""), (0, 0))
        in_file[names.get(file, "")] = (rows + 1, people + ((person, kind) not in first))
        first.add((person, kind))
    for number, place, ledger in db.execute(
        "SELECT id, place, ledger FROM source_file WHERE export = ? ORDER BY place", (export,)
    ).fetchall():
        told = json.loads(ledger)
        accounts = [FileAccount(**one) for one in told["files"]]
        after = [
            forgotten.untaken(
                forgotten.moved(one, *in_file.get(f"{place}\n{one.name}", (0, 0))),
                contacts.get(f"{place}\n{one.name}", 0),
            )
            for one in accounts
        ]
        for was, now in zip(accounts, after, strict=True):
            for word in change if now.kind in CONTACT_TABLES else ():
                change[word] += now.counts.get(word, 0) - was.counts.get(word, 0)
        told["files"] = [asdict(one) for one in after]
        db.execute("UPDATE source_file SET ledger = ? WHERE id = ?", (_json(told), number))
    return change


def _forget_named(db: sqlite3.Connection, scrub: Scrub) -> None:
    """Forget the name in referrals to somebody who was not known as this person when they were named."""
    for number, name in db.execute("SELECT id, name FROM referral WHERE named IS NULL").fetchall():
        if scrub.names_them(name):
            _forget_words(db, f"id = {number:d}", ())
            db.execute(f"UPDATE referral SET name = ?, {_UNNAMED} WHERE id = ?", (FORGOTTEN, number))  # noqa: S608  # our own text


def _forget_referrals(db: sqlite3.Connection, numbers: Collection[int]) -> None:
    """Keep that somebody was named, or named somebody, without saying who; drop it where both are forgotten."""
    held = _list(numbers)
    slugs = [slug for (slug,) in db.execute(f"SELECT DISTINCT slug FROM sighting WHERE person IN ({held})") if slug]  # noqa: S608  # numbers only
    theirs, keys = f"named IN ({held}) OR slug IN (SELECT value FROM json_each(?))", json.dumps(slugs)  # noqa: S608  # numbers only
    _forget_words(db, theirs, (keys,))
    db.execute(f"UPDATE referral SET name = ?, {_UNNAMED} WHERE {theirs}", (FORGOTTEN, keys))  # noqa: S608  # numbers only
    db.execute(
        "UPDATE referral SET words = '', permission_words = '', obtained = '', referrer = NULL "  # noqa: S608  # numbers only
        f"WHERE referrer IN ({held})"
    )
    db.execute("DELETE FROM referral WHERE referrer IS NULL AND name = ?", (FORGOTTEN,))


def _forget_words(db: sqlite3.Connection, which: str, values: tuple[str, ...]) -> None:
    """Forget what was said when somebody was named, as it stands in the log; `which` chooses lines of the ledger."""
    db.execute(
        f"UPDATE event SET note = '' WHERE seq IN (SELECT event FROM referral WHERE {which})",  # noqa: S608  # our own words
        values,
    )


def _list(numbers: Collection[int]) -> str:
    return ", ".join(str(int(one)) for one in sorted(numbers))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
