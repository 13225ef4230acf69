"""The object that every `load --json` prints, whatever was loaded."""

from __future__ import annotations

from typing import Any

from netscout.model.ledger import FileAccount


def load_json(**own: object) -> dict[str, Any]:
    """Return the keys that every load prints, null or empty where this one has none, with its `own` set or added."""
    return {
        "error": None,
        "already_loaded_on": None,
        "read_anew_of": None,
        "export_date": None,
        "sources": [],
        "owner": None,
        "counts": {},
        "warnings": [],
        "unreadable": [],
        "changes": None,
        "proposed": 0,
        "earlier": [],
    } | own


def source_json(
    kind: str, account: FileAccount, sha256: str, ignored: tuple[tuple[str, str], ...] = ()
) -> dict[str, Any]:
    """Return one of `sources`: a file of netscout's own that is its only table; `ignored` holds (name, reason)."""
    table = {"name": account.name, "kind": account.kind, "rows": account.rows, "counts": account.counts}
    passed = [{"name": name, "reason": reason} for name, reason in ignored]
    return {"path": account.name, "kind": kind, "sha256": sha256, "files": [table], "ignored": passed}
