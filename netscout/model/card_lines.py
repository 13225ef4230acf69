r"""The lines of cards: text that Markdown leaves alone, and rows as one line each; what is written reads back the same.

Every ASCII punctuation mark of data bears a backslash; a line break is `\n`; control characters, line separators and
white space at either end are `\u{HEX}`. A backslash before anything else means itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, unquote

from netscout.model.dump import INTERACTIONS, MOMENT, TABLES, Table

UNDATED = "undated"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_BEYOND = re.compile(r"[^\x20-\x7e\w]|^\s|\s$")
_ESCAPED = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|(n)|([!-/:-@\[-`{-~]))")
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+@%/-]*")
_FIELD = re.compile(r' *([a-z][a-z0-9_]*)=("(?:[^"\\]|\\.)*"|[^ "|]+)(?= |$)')
_FRONT = re.compile(r" *([^ =|]+)(?= |$)")
_TAIL = re.compile(r" +\|(?: +|$)")
_HIDDEN = ("Cc", "Zl", "Zp", "Co", "Cn")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HIGHEST = 0x10FFFF


class LineError(ValueError):
    """A line that is none of a card; the text says why, without its content."""


def escape(text: str) -> str:
    """Return a text as it stands in a line."""
    plain = _PUNCTUATION.sub(r"\\\1", text)
    return _BEYOND.sub(lambda found: _mark(found[0]), plain)


def unescape(text: str) -> str:
    """Return the text of a line that `escape` or a person wrote."""
    return _ESCAPED.sub(_unmark, text) if "\\" in text else text


def bare(text: str) -> str:
    """Return a word as it is if it is harmless, otherwise escaped."""
    return text if _BARE.fullmatch(text) else escape(text)


def of_slug(slug: str) -> str:
    """Return a slug percent-encoded."""
    return quote(slug, safe="/")


def to_slug(text: str) -> str:
    """Return the slug that is percent-encoded here."""
    return unquote(text)


def row_line(table: Table, values: Mapping[str, Any]) -> str:
    """Return a row as a line: moment, front or kind of row, fields, ` | ` and its text.

    `values` are those to be written; lists become repeated fields, texts stand in quotes.
    """
    rest = dict(values)
    parts = []
    if table.place in ("log", "notes"):
        parts.append(_moment(table, rest))
    if table.front and _may_stand_bare(table, rest.get(table.front, "")):
        front = rest.pop(table.front)
        parts.append(("no", "yes")[bool(front)] if isinstance(front, int) else front)
    elif table.place in ("log", "notes"):
        parts.append(table.word)
    tail = rest.pop(table.tail, "") if table.tail else ""
    for one in table.columns:
        if one.name in rest:
            parts += _fields(one.name, one.kind, rest[one.name])
    return " ".join(parts) + (f" | {escape(tail)}" if tail and table.place != "notes" else "")


def line_values(table: Table, text: str) -> dict[str, Any]:
    """Return the values of a line, its moment and kind of row already taken off.

    Raises:
        LineError: no such field, or a value that is none of its kind.
    """
    head, tail = split_tail(text)
    kinds = {one.name: one.kind for one in table.columns}
    values: dict[str, Any] = {}
    at = 0
    found = _FRONT.match(head) if table.front and table.place not in ("log", "notes") else None
    if found:
        values[table.front] = _value(kinds[table.front], found[1])
        at = found.end()
    while at < len(head.rstrip(" ")):
        found = _FIELD.match(head, at)
        if found is None or found[1] not in kinds:
            raise LineError("a field that is not known")
        name, at = found[1], found.end()
        value = _value(kinds[name], found[2])
        if kinds[name] == "list":
            values.setdefault(name, []).append(value)
        elif name in values:
            raise LineError("a field that is said twice")
        else:
            values[name] = value
    if tail:
        if not table.tail:
            raise LineError("a text where none belongs")
        values[table.tail] = unescape(tail)
    return values


def split_tail(text: str) -> tuple[str, str]:
    """Return what stands before and after the first ` | `; there is none inside fields, where `|` is escaped."""
    found = _TAIL.search(text)
    return (text, "") if found is None else (text[: found.start()], text[found.end() :])


def moment_values(table: Table, text: str) -> dict[str, Any]:
    """Return what the word at the head of a log line says (raises LineError)."""
    if text == UNDATED:
        return {}
    if table.name != "interaction":
        if not table.moment:
            raise LineError("a day where none belongs")
        return {table.moment: text}
    if not text.endswith("Z"):
        return {"day": text}
    try:
        moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as fault:
        raise LineError("the moment makes no sense") from fault
    return {"at": (moment - _EPOCH) // timedelta(seconds=1)}


def _moment(table: Table, rest: dict[str, Any]) -> str:
    """Return the head of a log line, and take from `rest` what it says."""
    if table.name == "interaction":
        at = rest.get("at")
        if at is not None:
            try:
                text = (_EPOCH + timedelta(seconds=at)).strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
            except OverflowError:
                return UNDATED
            del rest["at"]
            return text
        name = "day"
    else:
        name = table.moment
    day = rest.get(name)
    if isinstance(day, str) and MOMENT.fullmatch(day) and not day.endswith("Z"):
        return str(rest.pop(name))
    return UNDATED


def _may_stand_bare(table: Table, value: object) -> bool:
    """Return whether the value at the beginning of a line cannot be taken for anything else."""
    if not isinstance(value, str):
        return True
    if table.name == "interaction":
        return value in INTERACTIONS
    return _BARE.fullmatch(value) is not None and value not in (*INTERACTIONS, *TABLES, "none", "file-note")


def _fields(name: str, kind: str, value: Any) -> Iterator[str]:  # noqa: ANN401  # a JSON value
    for one in value if kind == "list" else (value,):
        yield f"{name}={_quoted(kind, one)}"


def _quoted(kind: str, value: Any) -> str:  # noqa: ANN401  # a JSON value
    if value is None:
        return "none"
    if kind in ("int", "bool"):
        return str(int(value))
    if kind == "slug" and value not in ("", "none"):
        return of_slug(value)
    if kind not in ("text", "object", "slug") and value != "none" and _BARE.fullmatch(value):
        return str(value)
    return f'"{escape(value)}"'


def _value(kind: str, text: str) -> Any:  # noqa: ANN401  # a JSON value
    if text.startswith('"'):
        if kind in ("int", "bool"):
            raise LineError("a text where a number belongs")
        return unescape(text[1:-1])
    if text == "none" and kind != "list":
        return None
    if kind == "bool" and text in ("yes", "no"):
        return int(text == "yes")
    if kind in ("int", "bool"):
        if not re.fullmatch(r"-?[0-9]{1,19}", text):
            raise LineError("no number where one belongs")
        return int(text)
    return to_slug(text) if kind == "slug" else unescape(text)


def _mark(found: str) -> str:
    if found == "\n":
        return "\\n"
    if found.isspace() or unicodedata.category(found) in _HIDDEN or found in _BIDI:
        return f"\\u{{{ord(found):x}}}"
    return found


def _unmark(found: re.Match[str]) -> str:
    if found[2]:
        return "\n"
    if found[3]:
        return found[3]
    code = int(found[1], 16)
    return chr(code) if code <= _HIGHEST and not 0xD800 <= code <= 0xDFFF else found[0]
