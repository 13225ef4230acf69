"""A whole workspace as rows by person: everything that cannot be made again, in one reading."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from netscout.model.dump import TABLES, Card, Column, Dump, Row, default, is_needed
from netscout.store.details import details
from netscout.store.ids import current_numbers, person_id
from netscout.store.owners import owners
from netscout.store.people import all_people

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from netscout.model.dump import Table
    from netscout.store.workspace import Workspace

    Cell = Callable[[Any], Any]

_BY_SIGHTING = ("detail", "sighting_note", "interaction")
_SHORT = 8


def dump(ws: Workspace) -> Dump:
    """Return everything of the workspace that is not derived, people by id (raises StoreError)."""
    with ws.reading() as db:
        db.execute("BEGIN")
        try:
            return _Dumper(ws, db).dump()
        finally:
            db.execute("ROLLBACK")


def newest_day(db: sqlite3.Connection) -> str:
    """Return the day of the newest export, or of its loading where none is dated; "" where nothing was loaded."""
    row = db.execute("SELECT COALESCE(max(export_date), max(loaded_on), '') FROM export").fetchone()
    return str(row[0])


class _Dumper:
    """One reading of a workspace."""

    def __init__(self, ws: Workspace, db: sqlite3.Connection) -> None:
        self._ws, self._db = ws, db
        self._now = current_numbers(db)
        self._owners = _owner_ids(db)
        self._holder: dict[int, int] = {}
        self._sources = _sources(db)

    def dump(self) -> Dump:
        """Return the dump."""
        by_person: dict[int, list[Row]] = defaultdict(list)
        loose: list[Row] = []
        for table in TABLES.values():
            for number, values in self._rows(table):
                if number is None:
                    loose.append(Row(table.name, values))
                else:
                    by_person[number].append(Row(table.name, values))
        headers = self._headers()
        for (number,) in self._db.execute("SELECT id FROM person ORDER BY id").fetchall():
            if number not in by_person and number not in self._now and number not in headers:
                loose.append(Row("person", {"person": person_id(number)}))
        cards = tuple(
            Card(person_id(number), headers.get(number, {}), tuple(by_person.get(number, ())))
            for number in sorted(by_person.keys() | headers.keys())
        )
        return Dump(self._ws.id or "", newest_day(self._db), cards, tuple(loose))

    def _rows(self, table: Table) -> Iterator[tuple[int | None, dict[str, Any]]]:
        """Yield each row of a table with the number of the person on whose card it stands, None for the workspace."""
        if table.name == "person":
            return
        stored = [one for one in table.columns if one.column]
        order = next((one.column for one in stored if one.name == table.key), "")
        order = order or ", ".join(str(place) for place in range(1, len(stored) + 1))
        cells = [(one, self._cell(one)) for one in stored]
        rows = self._db.execute(
            f"SELECT {', '.join(one.column for one in stored)} FROM {table.name} ORDER BY {order}"  # noqa: S608  # our own names
        )
        for row in rows:
            raw = dict(zip((one.name for one, _ in cells), row, strict=True))
            number = self._person(table, raw)
            own = None if number is None else person_id(number)
            values = {}
            for (column, cell), value in zip(cells, row, strict=True):
                said = cell(value) if value is not None else None
                if is_needed(column) or said != default(column, own):
                    values[column.name] = said
            if table.name == "sighting":
                values.update(self._sources[raw["export"], raw["file"]])
                self._holder[raw["n"]] = raw["person"]
            yield number, values

    def _person(self, table: Table, raw: dict[str, Any]) -> int | None:
        if table.name in _BY_SIGHTING:
            return self._holder[raw["sighting"]]
        if table.name == "referral":
            number = raw["referrer"] if raw["referrer"] is not None else raw["to"]
        else:
            number = raw["person"] if any(one.kind == "own" for one in table.columns) else None
        return None if number is None else self._now.get(number, number)

    def _cell(self, column: Column) -> Cell:
        if column.kind in ("person", "own"):
            return person_id
        if column.kind == "owner":
            return self._owners.__getitem__
        if column.kind in ("list", "object"):
            return json.loads
        return lambda value: value

    def _headers(self) -> dict[int, dict[str, Any]]:
        """Return the present state of everybody, in the network of the first owner that knows them."""
        found: dict[int, dict[str, Any]] = {}
        for owner in owners(self._ws):
            books = details(self._ws, owner)
            for one in all_people(self._ws, owner):
                values: dict[str, Any] = {"name": one.display_name}
                for name in ("slug", "first_name", "middle_name", "last_name", "credentials", "emails"):
                    values[name] = getattr(one, name)
                for name in ("company", "title", "headline", "connected_on", "known_from"):
                    values[name] = getattr(one, name)
                book = books.get(one.id)
                for name in ("birthday", "phones", "labels", "class_year", "mentor") if book else ():
                    values[name] = getattr(book, name)
                found.setdefault(
                    int(one.id[1:]),
                    {
                        name: list(value) if isinstance(value, tuple) else value
                        for name, value in values.items()
                        if value not in (None, "", ())
                    },
                )
        return found


def _owner_ids(db: sqlite3.Connection) -> dict[int, str]:
    """Return the person id of each owner number; the bare number where two owners are one person."""
    rows = db.execute("SELECT id, person FROM owner ORDER BY id").fetchall()
    people = [person for _, person in rows]
    return {number: person_id(person) if people.count(person) == 1 else str(number) for number, person in rows}


def _sources(db: sqlite3.Connection) -> dict[tuple[int, int], dict[str, Any]]:
    """Return for each table of each export what a sighting tells of where it comes from."""
    rows = db.execute(
        "SELECT export.id, export_file.place, export_date, COALESCE(sha256, '') FROM export "
        "JOIN export_file ON export_file.export = export.id "
        "LEFT JOIN source_file ON source_file.export = export.id AND source_file.place = export_file.source"
    )
    found: dict[tuple[int, int], dict[str, Any]] = defaultdict(dict)
    for export, place, day, sha in rows:
        said = {"on": day, "source": sha[:_SHORT]}
        found[export, place] = {name: value for name, value in said.items() if value}
    return found
