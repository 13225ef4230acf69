"""What the user said of people in a dump, taken in where it is new: the same words are never there twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from netscout.model.dump import LOG_TABLES, TABLES, BadLine
from netscout.store.ids import current_numbers
from netscout.store.undump import cell

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from netscout.model.dump import Card, Column, ReadDump, Row, Table
    from netscout.store.dump_join import Joined

_WORDS = ("event", "referral", "advice", "reflection", "label", "avoid", "dismissed", "user_alias")
_EVENTS = ("event", "retracts")
_BY_CARD, _BY_USER = "card", "user"
_NOTES = ("note", "sighting_note")
_ASIDE = ("logged_on", "source")
"""Columns that may differ between two rows that say the same."""


def add(db: sqlite3.Connection, read: ReadDump, persons: Sequence[int | None], today: str, found: Joined) -> None:
    """Add the words of each card to the person it means, and those that are of nobody; `found` counts log lines."""
    adder = _Adder(db, read, persons, today)
    cards = [(card, number) for card, number in zip(read.dump.cards, persons, strict=True) if number is not None]
    for name in _WORDS:
        rows = [(row, card.file, number) for card, number in cards for row in card.rows if row.table == name]
        rows.sort(key=lambda one: one[0].values.get(TABLES[name].key, 1 << 62))
        for row, file, number in rows:
            adder.take(row, file, number, found)
    for card, number in cards:
        adder.notes(card, number)
    for row in read.dump.rows:
        if row.table in ("user_alias", "decision"):
            adder.take(row, read.name, None, found)


class _Adder:
    """The words that the workspace holds, by table, person and content."""

    def __init__(self, db: sqlite3.Connection, read: ReadDump, persons: Sequence[int | None], today: str) -> None:
        self._db, self._today = db, today
        self._now = current_numbers(db)
        self._number = {
            card.id: number for card, number in zip(read.dump.cards, persons, strict=True) if number is not None
        }
        self._number |= self._given_up(read)
        self._held: dict[str, dict[tuple[Any, ...], list[int]]] = {}
        self._event: dict[int, int] = {}
        self._texts: dict[int, set[str]] | None = None
        self._stored = Counter(
            (self._now.get(person, person), on, theme, text.strip())
            for person, on, theme, text in db.execute("SELECT person, on_day, theme, text FROM note")
        )

    def _given_up(self, read: ReadDump) -> dict[str, int]:
        return {
            row.values["alias"]: self._number[card.id]
            for card in read.dump.cards
            for row in card.rows
            if row.table == "person_alias" and card.id in self._number
        }

    def take(self, row: Row, file: str, number: int | None, found: Joined) -> None:
        """Add a row unless the same was said before; count it if it stands in a log."""
        table = TABLES[row.table]
        in_log = table.name in LOG_TABLES
        values = self._values(table, row, number)
        if values is None:
            found.bad.append(BadLine(file, row.line, "it speaks of somebody or something that is not there", in_log))
            return
        waiting = self._of(table).get(self._content(table, values))
        if waiting:
            seq = waiting.pop(0)
            found.known += in_log
        else:
            seq = self._insert(table, values)
            found.taken += in_log
        if table.name == "event" and "n" in row.values:
            self._event.setdefault(row.values["n"], seq)

    def _values(self, table: Table, row: Row, number: int | None) -> dict[str, Any] | None:
        """Return a row as the store holds it, without its key; None where it speaks of what is not there."""
        found: dict[str, Any] = {}
        for one in table.columns:
            if one.name == table.key:
                continue
            said = row.values.get(one.name)
            if one.kind in ("person", "own"):
                found[one.column] = self._number.get(said) if isinstance(said, str) else None
                if one.kind == "own" and said is None:
                    found[one.column] = number
                elif one.kind == "own" and found[one.column] is None:
                    return None
            elif one.name in _EVENTS and one.kind == "int":
                found[one.column] = self._event.get(said) if isinstance(said, int) else None
                if one.name == "retracts" and said is not None and found[one.column] is None:
                    return None
            else:
                found[one.column] = self._filled(one, cell(one, row.values, None, {}))
        return found

    def _filled(self, column: Column, value: Any) -> Any:  # noqa: ANN401  # an SQL value
        """Return a value, or what stands for it where somebody wrote a line by hand."""
        if value == "" and column.column in ("on_day", "logged_on"):
            return self._today
        return _BY_CARD if value == "" and column.column == "source" else value

    def _content(self, table: Table, values: dict[str, Any]) -> tuple[Any, ...]:
        """Return what two rows that say the same have in common."""
        people = {one.column for one in table.columns if one.kind in ("person", "own")}
        return tuple(
            self._now.get(value, value) if name in people else value
            for name, value in values.items()
            if name not in _ASIDE
        )

    def _of(self, table: Table) -> dict[tuple[Any, ...], list[int]]:
        """Return the keys of the rows of a table by what they say."""
        if table.name not in self._held:
            held = self._held[table.name] = {}
            columns = [one for one in table.columns if one.column and one.name != table.key]
            key = next((one.column for one in table.columns if one.name == table.key), "0")
            names = ", ".join(one.column for one in columns)
            for number, *row in self._db.execute(f"SELECT {key}, {names} FROM {table.name} ORDER BY 1"):  # noqa: S608  # our own names
                values = dict(zip((one.column for one in columns), row, strict=True))
                held.setdefault(self._content(table, values), []).append(number)
        return self._held[table.name]

    def _insert(self, table: Table, values: dict[str, Any]) -> int:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        text = f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  # our own names
        return int(self._db.execute(text, tuple(values.values())).lastrowid or 0)

    def notes(self, card: Card, number: int) -> None:
        """Add the notes of a card that the person does not bear yet; what was written below a known one is new.

        What the user typed in netscout is known by day, theme and text, so that the same words may stand on two days;
        what came from elsewhere is known by its text.
        """
        held = self._texts_of(number)
        before, who = frozenset(held), self._now.get(number, number)
        for row in card.rows:
            if row.table not in _NOTES:
                continue
            text, theme = str(row.values.get("text", "")).strip(), str(row.values.get("theme", ""))
            on, source = row.values.get("on") or self._today, str(row.values.get("source", "") or _BY_CARD)
            numbered = "n" in row.values
            if numbered and self._stored[who, on, theme, text]:
                self._stored[who, on, theme, text] -= 1
                continue
            known = max((one for one in before if one and text.startswith(f"{one}\n")), key=len, default="")
            grown = known != "" and numbered
            if grown:  # a comment below an open question, or below a line of our own, is a note
                text, theme = text[len(known) :].strip(), ""
            typed = numbered and not grown and source == _BY_USER
            if not text or (text in held and not typed):
                continue
            held.add(text)
            self._db.execute(
                "INSERT INTO note (person, on_day, text, theme, source) VALUES (?, ?, ?, ?, ?)",
                (number, self._today if grown else on, text, theme, _BY_CARD if grown else source),
            )

    def _texts_of(self, number: int) -> set[str]:
        if self._texts is None:
            self._texts = defaultdict(set)
            for person, text in self._db.execute(
                "SELECT person, text FROM note UNION ALL SELECT person, text FROM sighting_note "
                "JOIN sighting ON sighting.id = sighting_note.sighting"
            ):
                self._texts[self._now.get(person, person)].add(text.strip())
        return self._texts[self._now.get(number, number)]
