"""The cache of linked titles: what each distinct title meant under a taxonomy and its version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netscout.store.workspace import Workspace


def title_links(ws: Workspace, taxonomy: str, version: str) -> dict[str, Any]:
    """Return the cached value of each title, as JSON gave it back."""
    with ws.reading() as db:
        rows = db.execute(
            "SELECT title, json FROM title_link WHERE taxonomy = ? AND version = ? ORDER BY title", (taxonomy, version)
        )
        return {title: json.loads(text) for title, text in rows}


def save_title_links(ws: Workspace, taxonomy: str, version: str, links: Mapping[str, Any]) -> None:
    """Add values to the cache of one version; those of other versions of the taxonomy are dropped.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    with ws.writing() as db:
        db.execute("DELETE FROM title_link WHERE taxonomy = ? AND version <> ?", (taxonomy, version))
        db.executemany(
            "INSERT OR REPLACE INTO title_link VALUES (?, ?, ?, ?)",
            (
                (taxonomy, version, title, json.dumps(links[title], ensure_ascii=False, sort_keys=True))
                for title in sorted(links)
            ),
        )
