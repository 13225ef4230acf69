"""What titles said the last time, kept in the workspace, so that the same network is not read again.

It changes no result: it holds what matching alone found (never what the user settled), belongs to one version of the
rules and tables, and what nobody holds any more is dropped.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from netscout.errors import StoreError
from netscout.matching.memory import Key, Note, TitleMemory, digest, edition
from netscout.model.verdict import Occupation, TitleVerdict
from netscout.store.links import drop_other_links, other_links, save_title_links, title_links
from netscout.store.moment import ensure_since

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.model.target import Target
    from netscout.model.taxonomy import TaxonomyNote
    from netscout.store.moment import Moment
    from netscout.store.workspace import Workspace

_BETWEEN = "\x1f"
_NOTE, _OCCUPATION, _TARGET = "note", "occupation", "target "
_FIELDS = {kind: [one.name for one in fields(kind)] for kind in (Occupation, TitleVerdict)}


class Recall:
    """The cache of one workspace: `memory` is to be read through, `keep` stores what came to it.

    Attributes:
        memory: titles read before by the present version.
    """

    def __init__(self, workspace: Workspace, targets: Iterable[Target], taxonomies: Iterable[TaxonomyNote]) -> None:
        """Load what is stored for these targets and added taxonomies."""
        self._workspace = workspace
        self._version = digest([edition(), *(repr(one) for one in taxonomies)])
        self._goals = sorted({digest(one.roles) for one in targets})
        notes = self._load(_NOTE)
        self.memory = TitleMemory(
            {title: Note(hinges, form, tuple(several)) for (title, _), (hinges, form, *several) in notes.items()},
            {key: Occupation(*row) for key, row in self._load(_OCCUPATION).items()},
            {one: {key: TitleVerdict(*row) for key, row in self._load(_TARGET + one).items()} for one in self._goals},
        )
        self._stored = {part: frozenset(found) for part, found in self._parts().items()}

    def keep(self, held: Iterable[Key], since: Moment) -> None:
        """Store what is new, and drop what nobody holds any more; a workspace that may not be written keeps nothing.

        `held` has title and employer of everybody, as read `since`: nothing is kept if somebody was forgotten then.
        """
        named = [(title, employer) for title, employer in held if _BETWEEN not in title]
        wanted = {key for title, employer in named for key in ((title, ""), (title, employer))}
        with contextlib.suppress(StoreError):  # without a cache everything works, only slower
            self._keep(wanted, since)

    def _keep(self, wanted: set[Key], since: Moment) -> None:
        parts = self._parts()
        fresh = {part: (found.keys() & wanted) - self._stored[part] for part, found in parts.items()}
        gone = {part: self._stored[part] - wanted for part in parts}
        if not (any(fresh.values()) or any(gone.values()) or other_links(self._workspace, parts, self._version)):
            return
        with self._workspace.writing():
            ensure_since(self._workspace, since)
            drop_other_links(self._workspace, parts, self._version)
            for part, found in parts.items():
                links = {_cell(key): _row(found[key]) for key in fresh[part]}
                save_title_links(self._workspace, part, self._version, links, map(_cell, gone[part]))

    def _parts(self) -> dict[str, Mapping[Key, Note | Occupation | TitleVerdict]]:
        """Return all that is remembered, by the name it is stored under."""
        memory = self.memory
        return {
            _NOTE: {(title, ""): note for title, note in memory.notes.items()},
            _OCCUPATION: memory.occupations,
            **{_TARGET + one: memory.verdicts.get(one, {}) for one in self._goals},
        }

    def _load(self, part: str) -> dict[Key, list[Any]]:
        rows = title_links(self._workspace, part, self._version)
        return {_key(cell): row for cell, row in rows.items()}


def _row(found: Note | Occupation | TitleVerdict) -> list[Any]:
    if isinstance(found, Note):
        return [found.hinges, found.plain, *found.senses]
    return [getattr(found, name) for name in _FIELDS[type(found)]]


def _cell(key: Key) -> str:
    return _BETWEEN.join(key) if key[1] else key[0]


def _key(cell: str) -> Key:
    title, _, employer = cell.partition(_BETWEEN)
    return title, employer
