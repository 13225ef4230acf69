"""For which target somebody is asked: told by the stored lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netscout.model.target import Target
    from netscout.store.workspace import Workspace

_FITS = ("match", "related")


def wanted_first(targets: Sequence[Target]) -> list[Target]:
    """Return the targets, the one the user wants most first, equal ones in file order."""
    return sorted(targets, key=lambda one: -one.motivation)


def aims(workspace: Workspace, targets: Sequence[Target], people: Iterable[str]) -> dict[str, str]:
    """Return for each person the name of the target they are asked for; nobody where there is no target.

    It is the first target, by motivation, on whose stored lists they stand; else whose work they do, else the first.
    """
    from netscout.store.ranking import rows_of

    names = [one.name for one in wanted_first(targets)]
    if not names:
        return {}
    found = {}
    for person in people:
        best = (2, 0)
        for target, _, _, row in rows_of(workspace, person) if len(names) > 1 else ():
            if target in names:
                how = 0 if row["rank"] else 1 if row["verdict"] in _FITS else 2
                best = min(best, (how, names.index(target)))
        found[person] = names[best[1]]
    return found
