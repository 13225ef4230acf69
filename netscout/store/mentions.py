"""Where else a person is named: in the notes of others, for the user to decide, and in the names of loaded files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netscout.model.scrub import REPLACED, Scrub
from netscout.store.ids import current_numbers, person_id
from netscout.store.owners import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_TYPED = (
    ("note", "SELECT person, on_day, text FROM note ORDER BY id"),
    (
        "note in a file",
        (
            "SELECT person, COALESCE(on_day, ''), text FROM sighting_note JOIN sighting ON sighting.id = sighting "
            "ORDER BY sighting_note.id"
        ),
    ),
    ("event", "SELECT person, on_day, note FROM event ORDER BY seq"),
    ("advice", "SELECT person, COALESCE(due, ''), text || ' ' || outcome FROM advice ORDER BY id"),
    ("reflection", "SELECT person, on_day, evidence FROM reflection ORDER BY id"),
    ("label", "SELECT person, on_day, place FROM label ORDER BY seq"),
    ("avoid", "SELECT person, on_day, reason FROM avoid ORDER BY seq"),
    (
        "referral",
        (
            "SELECT COALESCE(referrer, named, 0), on_day, words || ' ' || permission_words || ' ' || obtained || ' ' "
            "|| title || ' ' || company FROM referral ORDER BY id"
        ),
    ),
    ("decision", "SELECT 0, on_day, target || ' | ' || why FROM decision ORDER BY id"),
    (
        "name of yours",
        "SELECT COALESCE(person, 0), on_day, alias || ' | ' || value FROM user_alias ORDER BY kind, alias, person",
    ),
    ("followed by you", "SELECT 0, '', name FROM follow ORDER BY export, place"),
)
_CLEANED = (
    ("name of a file", "SELECT 0, '', name FROM source_file UNION SELECT 0, '', name FROM export_file ORDER BY 3"),
)
_READ = (
    (
        "row of a file",
        "SELECT person, '', company || ' | ' || title || ' | ' || headline FROM sighting ORDER BY id",
    ),
    ("your own past", "SELECT 0, started_on, company || ' | ' || title FROM position ORDER BY export, place"),
    ("your own profile", "SELECT 0, '', owner_headline || ' | ' || owner_industry FROM export ORDER BY id"),
    (
        "label of an address book",
        (
            "SELECT person, '', label.value FROM detail JOIN sighting ON sighting.id = detail.sighting, "
            "json_each(labels) AS label ORDER BY sighting.id, label.key"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A text about somebody else that names the person: `person` is whose it is, "" where it is nobody's."""

    person: str
    kind: str
    on: str
    text: str


def scrub_of(db: sqlite3.Connection, numbers: Collection[int]) -> Scrub:
    """Return the words by which texts may speak of these people; names that somebody else bears are left out."""
    names: dict[str, str] = {}
    found: dict[str, set[str]] = {"slug": set(), "key": set(), "part": set()}
    held = _marks(numbers)
    for first, last, display, key, slug, emails, phones in db.execute(
        "SELECT first_name, last_name, display_name, name_key, slug, emails, COALESCE(phones, '[]') FROM sighting "  # noqa: S608  # numbers only
        f"LEFT JOIN detail ON detail.sighting = sighting.id WHERE person IN ({held})"
    ):
        names |= {text: key for text in (display, f"{first} {last}".strip()) if text}
        found["slug"] |= {slug} - {None}
        found["key"] |= {*json.loads(emails), *json.loads(phones)}
        found["part"] |= {first, last} - {""}
    others = {
        key
        for (key,) in db.execute(f"SELECT DISTINCT name_key FROM sighting WHERE person NOT IN ({held})")  # noqa: S608  # numbers only
    }
    owners = {fold(name) for (name,) in db.execute("SELECT DISTINCT owner_name FROM export")}
    own = sorted(text for text, key in names.items() if key not in others and fold(text) not in owners)
    slugs, keys, parts = (tuple(sorted(found[kind])) for kind in ("slug", "key", "part"))
    return Scrub(tuple(own), slugs, keys, parts)


def mentions(db: sqlite3.Connection, numbers: Collection[int], scrub: Scrub) -> list[Mention]:
    """Return what is kept of others and names one of these people, kind by kind."""
    now = current_numbers(db)
    found: dict[Mention, None] = {}
    finders = ((_TYPED, scrub.may_mean), (_READ, scrub.names_them), (_CLEANED, scrub.stays_in))
    for kind, query, finds in ((*one, finds) for queries, finds in finders for one in queries):
        for person, on, text in db.execute(query):
            whose = now.get(person, person)
            if text and whose not in numbers and finds(text):
                found[Mention(person_id(whose) if whose else "", kind, on, text)] = None
    return list(found)


def rename_threads(db: sqlite3.Connection, numbers: Collection[int], scrub: Scrub) -> None:
    """Give conversations whose ids name these people other ids, each its own; before the people are deleted."""
    theirs = {
        thread
        for (thread,) in db.execute(
            "SELECT DISTINCT conversation FROM interaction JOIN sighting ON sighting.id = interaction.sighting "  # noqa: S608  # numbers only
            f"WHERE person IN ({_marks(numbers)})"
        )
    }
    every = [thread for (thread,) in db.execute("SELECT DISTINCT conversation FROM interaction ORDER BY 1")]
    free = (name for at in range(1, 1 << 62) if (name := f"{REPLACED}-{at}") not in every)
    for thread in every:
        if scrub.is_theirs(thread) if thread in theirs else scrub.names_them(thread):
            db.execute("UPDATE interaction SET conversation = ? WHERE conversation = ?", (next(free), thread))


def clean_names(db: sqlite3.Connection, scrub: Scrub) -> None:
    """Take the person out of names of loaded files, and of what was told of them."""
    for table, column in (("source_file", "name"), ("export_file", "name")):
        for (text,) in db.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall():  # noqa: S608  # our own names
            if scrub.names_them(text):
                db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (scrub.clean(text), text))  # noqa: S608  # our own names
    for table, column in (("source_file", "ledger"), ("export", "notices"), ("export", "unreadable")):
        for number, text in db.execute(f"SELECT id, {column} FROM {table}").fetchall():  # noqa: S608  # our own names
            told = json.loads(text)
            clean = _clean(told, scrub)
            if clean != told:
                value = json.dumps(clean, ensure_ascii=False, sort_keys=True)
                db.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, number))  # noqa: S608  # our own names


def _clean(value: Any, scrub: Scrub) -> Any:  # noqa: ANN401  # any JSON
    if isinstance(value, str):
        return scrub.clean(value)
    if isinstance(value, list):
        return [_clean(one, scrub) for one in value]
    return {key: _clean(one, scrub) for key, one in value.items()} if isinstance(value, dict) else value


def _marks(numbers: Collection[int]) -> str:
    return ", ".join(str(int(one)) for one in sorted(numbers))
