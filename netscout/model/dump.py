"""Everything a workspace holds that cannot be made again, as rows by person: what the two lossless forms carry.

A row is one row of the store under the names of `TABLES`. Values are JSON values: persons are ids (`p0042`), owners
the ids of their persons, lists are lists. A column that is left out has its default: of a nullable column None, of a
text "", of a list [], and of an `own` column the person whose card the row stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

CARD = "netscout-card"
KIND = "netscout-people"
VERSION = 1
WORKSPACE_FILE = "_workspace.md"
TARGETS_FILE = "targets.toml"
PERSON = re.compile(r"p[0-9]{1,15}")
MOMENT = re.compile(r"[0-9][0-9T:-]{3,24}Z?")


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a row: `name` in the forms, `column` in the store ("" for one that is only told)."""

    name: str
    column: str
    kind: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `place` says where its rows stand: workspace, header, log or notes.

    `key` is the column that numbers the rows, `front` the value that stands bare at the beginning of a line, `moment`
    the day at its head, `tail` the text at its end; each "" if there is none.
    """

    name: str
    word: str
    place: str
    columns: tuple[Column, ...]
    key: str = ""
    front: str = ""
    moment: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `line` is where it stands in its file, 0 if unknown."""

    table: str
    values: Mapping[str, Any]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One person: `header` holds the present state under the names of `HEADER`, empty values left out."""

    id: str
    header: Mapping[str, Any] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Dump:
    """A whole workspace: its id, the day of its newest export ("" if none), the people by id, and the other rows."""

    workspace: str = ""
    day: str = ""
    cards: tuple[Card, ...] = ()
    rows: tuple[Row, ...] = ()
    targets: str | None = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line or entry that could not be taken: `log` says whether it stood in a log."""

    file: str
    line: int
    reason: str
    log: bool = False


@dataclass(frozen=True, slots=True)
class ReadDump:
    """A dump as it was read: `files` counts the cards given, `strays` the (name, reason) of what is no card.

    `unreadable` are the cards that could not be read at all, `bad` the lines of the others.
    """

    dump: Dump
    name: str
    kind: str
    sha256: str
    files: int
    unreadable: tuple[BadLine, ...] = ()
    bad: tuple[BadLine, ...] = ()
    strays: tuple[tuple[str, str], ...] = ()


HEADER: tuple[tuple[str, str], ...] = (
    *(("name", "text"), ("slug", "slug"), ("first_name", "text"), ("middle_name", "text"), ("last_name", "text")),
    *(("credentials", "list"), ("emails", "list"), ("company", "text"), ("title", "text"), ("headline", "text")),
    *(("connected_on", "day"), ("known_from", "word"), ("birthday", "word"), ("phones", "list"), ("labels", "list")),
    *(("class_year", "int"), ("mentor", "bool")),
)
"""What a card says at its top of the present state, under the names of `people --json` (`name` for `display_name`)."""


def _columns(text: str) -> Iterator[Column]:
    for part in text.split(","):
        said, kind = part.split()
        name, _, column = said.partition("=")
        yield Column(name, "" if column == "-" else column or name, kind.rstrip("?"), kind.endswith("?"))


def _table(name: str, place: str, columns: str, **more: str) -> Table:
    return Table(name, more.pop("word", name), place, tuple(_columns(columns)), **more)


TABLES: dict[str, Table] = {
    one.name: one
    for one in (
        _table("meta", "workspace", "key word, value text"),
        _table("person", "workspace", "person=id person", front="person"),
        _table("person_alias", "header", "alias person, person own", word="alias", front="alias"),
        _table("owner", "workspace", "n=id int, person person, born person, consent_on day?", key="n"),
        _table(
            "export",
            "workspace",
            "n=id int, owner owner, digest word, export_date day?, loaded_on day, has_connections bool, "
            "owner_name text, owner_how word, owner_headline text, owner_industry text, counts object, "
            "notices object, unreadable object, way word, stated word",
            key="n",
        ),
        _table("owner_key", "workspace", "export int, kind word, place int, key text"),
        _table(
            "position",
            "workspace",
            "export int, place int, company text, title text, started_on word, finished_on word, current bool",
        ),
        _table(
            "school",
            "workspace",
            "export int, place int, name text, degree text, started_on word, finished_on word",
        ),
        _table("follow", "workspace", "export int, place int, name text"),
        _table(
            "source_file",
            "workspace",
            "n=id int, export int, owner owner, place int, name text, kind word, sha256 word, ledger object",
            key="n",
        ),
        _table("export_file", "workspace", "export int, place int, source int, name text"),
        _table(
            "sighting",
            "header",
            "owner owner, on=- day?, source=- word, n=id int, export int, file int, line int, kind word, born own, "
            "person own, slug slug?, display_name text, first_name text, middle_name text, last_name text, "
            "name_key text, credentials list, emails list, company text, title text, headline text, connected_on day?",
            key="n",
        ),
        _table(
            "detail",
            "header",
            "sighting int, birthday word?, phones list, labels list, class_year int?, mentor bool?",
        ),
        _table(
            "sighting_note",
            "notes",
            "n=id int, sighting int, on=on_day day?, text text",
            word="file-note",
            key="n",
            moment="on",
            tail="text",
        ),
        _table(
            "interaction",
            "log",
            "kind word, owner owner, n=id int, sighting int, file int, at int?, day word?, direction word, "
            "recipients int, conversation word, length int, detail text",
            key="n",
            front="kind",
            moment="at",
        ),
        _table(
            "event",
            "log",
            "event word, person own, n=seq int, on=on_day day, for=for_day day?, at word?, zone word?, minutes int?, "
            "retracts int?, source word, logged_on day, note text",
            key="n",
            front="event",
            moment="on",
            tail="note",
        ),
        _table(
            "referral",
            "log",
            "n=id int, event int?, referrer person?, to=named person?, name text, title text, company text, "
            "slug slug?, on=on_day day, may_use_name text, permission_on day?, permission_words text, intro word, "
            "obtained text, logged_on day, words text",
            key="n",
            moment="on",
            tail="words",
        ),
        _table(
            "advice",
            "log",
            "n=id int, person own, event int?, due day?, state word, closed_on day?, outcome text, text text",
            key="n",
            tail="text",
        ),
        _table(
            "reflection",
            "log",
            "n=id int, person own, on=on_day day, energy int?, fit int?, logged_on day, evidence text",
            key="n",
            moment="on",
            tail="evidence",
        ),
        _table(
            "note",
            "notes",
            "n=id int, person own, on=on_day day, theme text, source word, text text",
            key="n",
            moment="on",
            tail="text",
        ),
        _table("decision", "workspace", "n=id int, target text, answer word, why text, on=on_day day", key="n"),
        _table(
            "label",
            "header",
            "label word, person own, on=on_day day, n=seq int, place text, source word",
            key="n",
            front="label",
        ),
        _table(
            "avoid",
            "header",
            "avoid bool, person own, on=on_day day, n=seq int, reason text, source word",
            key="n",
            front="avoid",
        ),
        _table(
            "dismissed",
            "header",
            "event word, person own, on=on_day day, at word, said_on day",
            front="event",
        ),
        _table("user_alias", "header", "kind text, alias text, person own?, value text, on=on_day day", word="called"),
        _table(
            "merge_decision",
            "workspace",
            "n=id int, decision word, one person, other person, on=on_day day",
            key="n",
        ),
        _table("apart", "workspace", "decision int, key word, person person, on=on_day day"),
        _table("forgotten", "workspace", "hash word, on=on_day day"),
        _table("sqlite_sequence", "workspace", "name word, last=seq int", word="sequence"),
    )
}
"""Every table of the forms, in the order in which rows may be put back."""
DERIVED = ("profile", "title_link", "ranking", "cleaning", "written_file")
"""Tables that the forms leave out: made anew, or true of one place only."""
INTERACTIONS = ("message", "invitation", "endorsement", "recommendation")
LOG_TABLES = ("interaction", "event", "referral", "advice", "reflection")
ABSENT: dict[str, Any] = {"text": "", "word": "", "day": "", "list": []}


def default(column: Column, own: str | None) -> Any:  # noqa: ANN401  # a JSON value
    """Return what a column holds where a row leaves it out; KeyError where it may not."""
    if column.kind == "own":
        return own
    return None if column.nullable else ABSENT[column.kind]


def told(table: Table, values: Mapping[str, Any], own: str | None) -> dict[str, Any]:
    """Return the values that a form must write: all but the defaults."""
    found: dict[str, Any] = {}
    for one in table.columns:
        if one.name in values and (is_needed(one) or values[one.name] != default(one, own)):
            found[one.name] = values[one.name]
    return found


def is_needed(column: Column) -> bool:
    """Return whether every row must say this, as nothing stands for it."""
    return not column.nullable and column.kind in ("int", "bool", "object", "person", "owner")


def person_number(person: str) -> int:
    """Return the number in an id that `PERSON` matches."""
    return int(person[1:])
