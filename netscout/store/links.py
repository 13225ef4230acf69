"""The cache of read titles: what each distinct title meant to one reader (`taxonomy`) of one version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netscout.store.workspace import Workspace

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def title_links(ws: Workspace, taxonomy: str, version: str) -> dict[str, Any]:
    """Return the cached value of each title, as JSON gave it back."""
    with ws.reading() as db:
        rows = db.execute(
            "SELECT title, json FROM title_link WHERE taxonomy = ? AND version = ?", (taxonomy, version)
        ).fetchall()
    values = json.loads(f"[{','.join(text for _, text in rows)}]")
    return dict(zip((title for title, _ in rows), values, strict=True))


def save_title_links(
    ws: Workspace, taxonomy: str, version: str, links: Mapping[str, Any], gone: Iterable[str] = ()
) -> None:
    """Add values to the cache and drop the titles that are gone.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    with ws.writing() as db:
        db.executemany(
            "DELETE FROM title_link WHERE taxonomy = ? AND version = ? AND title = ?",
            [(taxonomy, version, title) for title in sorted(gone)],
        )
        db.executemany(
            "INSERT OR REPLACE INTO title_link VALUES (?, ?, ?, ?)",
            ((taxonomy, version, title, _encode(links[title])) for title in sorted(links)),
        )


def other_links(ws: Workspace, taxonomies: Iterable[str], version: str) -> bool:
    """Return whether the cache holds anything but these taxonomies of this version."""
    with ws.reading() as db:
        row = db.execute(f"SELECT EXISTS (SELECT 1 FROM title_link {_OTHERS})", _kept(taxonomies, version)).fetchone()  # noqa: S608  # our own text
    return bool(row[0])


def drop_other_links(ws: Workspace, taxonomies: Iterable[str], version: str) -> None:
    """Drop everything but these taxonomies of this version.

    Raises:
        StoreError: as `Workspace.writing`.
    """
    with ws.writing() as db:
        db.execute(f"DELETE FROM title_link {_OTHERS}", _kept(taxonomies, version))  # noqa: S608  # our own text


_OTHERS = "WHERE version <> ?1 OR taxonomy NOT IN (SELECT value FROM json_each(?2))"


def _kept(taxonomies: Iterable[str], version: str) -> tuple[str, str]:
    return version, json.dumps(sorted(taxonomies))
