"""The whole workspace as one JSON file: people under the names of `people --json`, each with all their rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from netscout.model.dump import KIND, TABLES, VERSION, Dump, Row, told


def whole_text(dump: Dump, people: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text of the file, a person a line; `people` holds the entry of each as `people --json` tells it."""
    entries = (
        _line({**people.get(card.id, {"id": card.id}), "records": _records(card.rows, card.id)}) for card in dump.cards
    )
    workspace = {"id": dump.workspace, "day": dump.day, "targets": dump.targets, "records": _records(dump.rows, None)}
    head = _line({"schema": VERSION, "kind": KIND, "command": "export"}).removesuffix("}")
    joined = ",\n".join(entries)
    return f'{head}, "people": [\n{joined}\n],\n"workspace": {_line(workspace)}}}\n'


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _records(rows: Iterable[Row], own: str | None) -> dict[str, list[dict[str, Any]]]:
    """Return the rows by table, in the order of the tables."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.table, []).append(told(TABLES[row.table], row.values, own))
    return found
