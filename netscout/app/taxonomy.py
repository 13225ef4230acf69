"""Taxonomies of occupations that the user downloaded: add, list, remove, and what they say of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.errors import StoreError
from netscout.model.taxonomy import TaxonomyNote

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.matching.added import AddedTaxonomies


def add(session: Session, path: Path) -> tuple[TaxonomyNote, bool]:
    """Read a download, build its index and keep both; return what it is and whether it replaced one.

    Raises:
        InputError: no taxonomy, an old one, or a file that cannot be read; nothing is kept then.
    """
    from netscout.matching.core_linker import core_names
    from netscout.matching.linker_index import build
    from netscout.sources.taxonomy import read_taxonomy
    from netscout.store.taxonomies import save

    found = read_taxonomy(path, session.plan().settings.limits, session.today)
    session.tell("Building the index", found.note.labels)
    before = {note.name for note in listed(session)}
    known = {code for code, _, _ in found.names}
    ours = [row for row in core_names() if row[0] in known] if found.note.source == "onet" else []
    save(session.workspace, found, build([*found.labels, *ours]).arrays())
    return found.note, found.note.name in before


def listed(session: Session) -> list[TaxonomyNote]:
    """Return the added taxonomies by name."""
    from netscout.store.taxonomies import notes

    return notes(session.workspace)


def remove(session: Session, name: str) -> bool:
    """Remove an added taxonomy; return whether there was one of that name."""
    from netscout.store.taxonomies import remove as remove_stored

    return remove_stored(session.workspace, name)


def attributions(session: Session) -> tuple[str, ...]:
    """Return the lines that the publishers of the added taxonomies ask for."""
    return tuple(dict.fromkeys(note.attribution for note in listed(session)))


def added(session: Session) -> AddedTaxonomies | None:
    """Return the added taxonomies ready to link titles, None if there are none.

    Raises:
        StoreError: one of them is damaged or was written by another version.
    """
    from netscout.store.taxonomies import load

    kept = listed(session)
    if not kept:
        return None
    from netscout.matching.added import AddedTaxonomies

    try:
        return AddedTaxonomies([(note, *load(session.workspace, note.name)) for note in kept])
    except KeyError as fault:
        raise StoreError(
            "an added taxonomy was written by another version of netscout.",
            "Give `netscout taxonomy add` with the download again.",
            code="damaged-taxonomy",
        ) from fault
