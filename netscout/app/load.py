"""Take in exports: read, then store in one transaction, then account for every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.collector import without_collector
from netscout.app.session import Session
from netscout.model.changes import ChangeList
from netscout.model.export import Export
from netscout.model.ledger import Notice
from netscout.settings import ensure_file

if TYPE_CHECKING:
    from netscout.store.imports import ImportResult


@dataclass(frozen=True, slots=True)
class LoadOutcome:
    """What a load read and what it changed; `already` is the day the same files were loaded before, or None.

    Where several exports were given, this is the account of the newest, and `earlier` holds the others, oldest first.
    """

    export: Export
    counts: dict[str, int]
    notices: tuple[Notice, ...]
    changes: ChangeList | None
    already: str | None
    earlier: tuple[LoadOutcome, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `load --json`."""
        owner = self.export.owner
        return {
            "error": None,
            "already_loaded_on": self.already,
            "export_date": self.export.export_date,
            "sources": [
                {
                    "path": Path(one.path).name,
                    "kind": one.kind,
                    "sha256": one.sha256,
                    "files": [{"name": f.name, "kind": f.kind, "rows": f.rows, "counts": f.counts} for f in one.files],
                    "ignored": [{"name": i.name, "reason": i.reason} for i in one.ignored],
                }
                for one in self.export.sources
            ],
            "owner": {
                "name": owner.name,
                "slugs": list(owner.slugs),
                "emails": list(owner.emails),
                "how": owner.how,
                "positions": list(owner.positions),
            },
            "counts": dict(sorted(self.counts.items())),
            "warnings": list(self.notices),
            "unreadable": list(self.export.unreadable),
            "changes": changes_json(self.changes),
            "earlier": [one.as_json() for one in self.earlier],
        }


@without_collector()
def load(
    session: Session, paths: Sequence[Path], *, me: str | None = None, source: str = "auto", date_order: str = "auto"
) -> LoadOutcome:
    """Read the given files and store them in one transaction; exports of different days one after another.

    Raises:
        InputError: a file that cannot be taken in; nothing is stored.
        StoreError: the workspace cannot be written; it is as it was.
    """
    from netscout import sources
    from netscout.matching.identity import resolve
    from netscout.store.imports import import_export

    plan = session.plan()
    known = _known_owner(session)
    stated = me or (known is None and plan.me.linkedin) or None
    exports: list[Export] = []
    for group in sources.deliveries(paths, today=session.today, limits=plan.settings.limits):
        export = sources.read(
            group,
            me=stated,
            source=source,
            date_order=date_order,
            today=session.today,
            limits=plan.settings.limits,
            known_owner=known,
            progress=session.progress,
        )
        known = known if known and (known.slugs or known.name) else export.owner
        exports.append(export)
    exports.sort(key=lambda one: one.export_date or "")
    session.tell("Storing")
    with session.open(create=True) as workspace, workspace.writing():
        done = [
            _outcome(one, import_export(workspace, one, today=session.today.isoformat(), resolve=resolve))
            for one in exports
        ]
    ensure_file(session.targets_file)
    return replace(done[-1], earlier=tuple(done[:-1]))


def _outcome(export: Export, result: ImportResult) -> LoadOutcome:
    return LoadOutcome(
        export,
        {**export.counts, **result.counts},
        (*export.notices, *result.notices),
        result.changes,
        result.already_loaded_on,
    )


def is_answers(path: Path) -> bool:
    """Return whether the file was saved by a report page."""
    from netscout.sources.answers import is_answers as looks_so

    return looks_so(path)


def _known_owner(session: Session) -> Any:  # noqa: ANN401  # an Owner or None; imported late
    from netscout.store.owners import owner_of
    from netscout.store.workspace import exists

    if not exists(session.workspace):
        return None
    with session.open() as workspace:
        return owner_of(workspace)


def changes_json(changes: ChangeList | None) -> dict[str, Any] | None:
    """Return a change list as JSON: counts by kind and each change by person id."""
    if changes is None:
        return None
    kinds = ("new", "gone", "company", "title", "renamed", "email")
    return {
        "before": changes.before,
        "after": changes.after,
        "hidden": changes.hidden,
        "counts": {kind: len(changes.of(kind)) for kind in kinds},
        "changes": list(changes.changes),
    }
