"""Take in exports: read, then store in one transaction, then account for every row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.changes import changes_json, explained
from netscout.app.collector import without_collector
from netscout.app.members import Joining, allow, note_consent
from netscout.app.session import Session
from netscout.model.changes import ChangeList
from netscout.model.export import Export
from netscout.model.ledger import Notice
from netscout.settings import ensure_file

if TYPE_CHECKING:
    from netscout.settings import Plan
    from netscout.store.imports import ImportResult
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LoadOutcome:
    """What a load read and what it changed; `already` is the day the same files were loaded before, or None.

    `anew` is the day of the load of the same files whose place this one takes, None if it takes none.

    Where several exports were given, this is the account of the newest of LinkedIn, or where there is none of the
    newest, and `earlier` holds the others: contacts of other programs, then exports, the oldest first. `proposed` is
    how many events of the campaign the exports tell of and the log does not; `nameless` says that nothing tells which
    of the people is the user.
    """

    export: Export
    counts: dict[str, int]
    notices: tuple[Notice, ...]
    changes: ChangeList | None
    already: str | None
    earlier: tuple[LoadOutcome, ...] = ()
    proposed: int = 0
    anew: str | None = None
    nameless: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `load --json`."""
        owner = self.export.owner
        return {
            "error": None,
            "already_loaded_on": self.already,
            "read_anew_of": self.anew,
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
            "proposed": self.proposed,
            "earlier": [one.as_json() for one in self.earlier],
        }


@without_collector()
def load(  # noqa: PLR0913  # the options of `load`, all by name
    session: Session,
    paths: Sequence[Path],
    *,
    me: str | None = None,
    source: str = "auto",
    mapping: Mapping[str, str] | None = None,
    date_order: str = "auto",
    joining: Joining | None = None,
) -> LoadOutcome:
    """Read the given files and store them in one transaction; exports of different days one after another.

    `source` is one of `netscout.sources.known_sources`; `mapping` gives what a column of a table of no known program
    holds: `{"Person": "full"}`; `joining` says on what terms another member's export comes in.

    Raises:
        InputError: a file that cannot be taken in; nothing is stored.
        RefusedError: as `members.allow`; nothing is stored.
        StoreError: the workspace cannot be written; it is as it was.
    """
    from netscout import sources

    session.tell("Opening the files")
    plan = session.plan()
    known = _known_owner(session)
    stated = me or (known is None and plan.me.linkedin) or None
    exports: list[Export] = []
    limits = plan.settings.limits
    groups = sources.deliveries(paths, today=session.today, source=source, mapping=mapping, limits=limits)
    for group in groups:
        export = sources.read(
            group,
            me=stated,
            source=source,
            mapping=mapping,
            date_order=date_order,
            today=session.today,
            limits=limits,
            known_owner=known,
            progress=session.progress,
            some_columns=len(groups) > 1,
        )
        known = known if known and (known.slugs or known.name) else export.owner
        exports.append(_asked(export, stated, date_order))
    exports.sort(key=lambda one: (one.sources[0].kind == "linkedin", one.export_date or ""))
    terms = joining or Joining()
    allow(session, exports, terms, paths)
    session.tell("Storing", sum(file.rows for one in exports for source in one.sources for file in source.files))
    done = _stored(session, plan, exports, terms)
    ensure_file(session.targets_file)
    return replace(done[-1], earlier=tuple(done[:-1]))


def _stored(session: Session, plan: Plan, exports: Sequence[Export], terms: Joining) -> list[LoadOutcome]:
    """Store the exports, all or none, then say what they change and tell of."""
    from netscout.app.proposals import read
    from netscout.matching.identity import resolve
    from netscout.store.imports import import_export

    today = session.today.isoformat()
    with session.open(create=True) as workspace:
        with workspace.writing():
            results = [import_export(workspace, one, today=today, resolve=resolve) for one in exports]
            note_consent(workspace, results, terms)
        told = [_told(plan, workspace, one) for one in results]
        proposed = len(read(session, workspace))
        nameless = _nameless(workspace)
    done = [_outcome(*one) for one in zip(exports, results, told, strict=True)]
    return [*done[:-1], replace(done[-1], proposed=proposed, nameless=nameless)]


def _nameless(workspace: Workspace) -> bool:
    from netscout.store.owners import owner_of

    me = owner_of(workspace)
    return me is not None and not (me.slugs or me.emails or me.name)


def _told(plan: Plan, workspace: Workspace, result: ImportResult) -> ChangeList:
    """Return the changes with who came to a target, where the export is that of the user."""
    from netscout.store.owners import default_owner

    owner = default_owner(workspace)
    mine = owner is not None and owner.number == result.owner
    return explained(plan, workspace, owner, result.changes) if owner and mine else result.changes


def _outcome(export: Export, result: ImportResult, changes: ChangeList) -> LoadOutcome:
    taken = result.taken or export
    return LoadOutcome(
        taken,
        {**taken.counts, **result.counts},
        (*taken.notices, *result.notices),
        changes,
        result.already_loaded_on,
        anew=result.anew_of,
    )


def _asked(export: Export, stated: str | None, date_order: str) -> Export:
    """Return an export that knows how it was read: by which columns, in which order of dates, and whose it was said."""
    from netscout.store.owners import slug_of

    way = repr((export.way, date_order)) if export.way or date_order != "auto" else ""
    return replace(export, way=_short_digest(way), stated=_short_digest(slug_of(stated) if stated else ""))


def _short_digest(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""


def loaded_before(session: Session, paths: Sequence[Path]) -> str | None:
    """Return the day on which the one file given was loaded, where loading it again as it is could change nothing.

    Only its bytes are looked at; where anything is in doubt it is None, and `load` tells.

    Raises:
        SettingsError, StoreError: `targets.toml` or the workspace cannot be read.
    """
    from netscout import sources
    from netscout.errors import InputError
    from netscout.store.again import loaded_before as known
    from netscout.store.workspace import exists

    if len(paths) != 1 or not exists(session.workspace):
        return None
    try:
        (sha256,) = sources.fingerprints(paths, limits=session.plan().settings.limits)
    except InputError:
        return None
    with session.open() as workspace:
        day = known(workspace, sha256)
    if day:
        ensure_file(session.targets_file)  # a load that was cut short may have left it out
    return day


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
