"""Cells of a dump that hold JSON of our own: read back, and only if they have the shape that the store expects."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from netscout.model.card_lines import LineError
from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable

if TYPE_CHECKING:
    from netscout.model.dump import Table

_ROWS = {"notices": Notice, "unreadable": Unreadable}


def sensible(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the text of JSON cells read.

    Raises:
        LineError: no JSON, or not of the shape that belongs there.
    """
    found = dict(values)
    for one in table.columns:
        if one.kind == "object" and one.name in found:
            value = found[one.name]
            if isinstance(value, str):
                try:
                    value = json.loads(value)
                except (ValueError, RecursionError) as fault:
                    raise LineError(f"{one.name} is no JSON") from fault
            if not _fits(one.name, value):
                raise LineError(f"{one.name} makes no sense")
            found[one.name] = value
    return found


def _fits(name: str, value: Any) -> bool:  # noqa: ANN401  # JSON before it is checked
    if name in _ROWS:
        return isinstance(value, list) and all(_is_one(_ROWS[name], one) for one in value)
    if name == "counts":
        return _are_counts(value)
    if not isinstance(value, dict) or set(value) != {"files", "ignored"}:
        return False
    files, ignored = value["files"], value["ignored"]
    return (
        isinstance(files, list)
        and isinstance(ignored, list)
        and all(_is_one(FileAccount, one) for one in files)
        and all(_is_one(Ignored, one) for one in ignored)
    )


def _is_one(kind: type, value: Any) -> bool:  # noqa: ANN401  # JSON before it is checked
    """Return whether an object has the fields of a record, each of a plain kind."""
    if not isinstance(value, dict) or not set(value) <= {one.name for one in fields(kind)}:
        return False
    for one in fields(kind):
        said = value.get(one.name, "" if "str" in str(one.type) else 0)
        if one.name == "counts":
            if "counts" in value and not _are_counts(value["counts"]):
                return False
        elif "str" in str(one.type):
            if not isinstance(said, str):
                return False
        elif not isinstance(said, int) and not (said is None and "None" in str(one.type)):
            return False
    return True


def _are_counts(value: Any) -> bool:  # noqa: ANN401  # JSON before it is checked
    return isinstance(value, dict) and all(isinstance(one, int) and not isinstance(one, bool) for one in value.values())
