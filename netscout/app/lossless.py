"""The two forms that lose nothing, cards and JSON: written, and taken in again."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.app.load_json import load_json, source_json
from netscout.app.people import absent, people_json
from netscout.app.session import Session
from netscout.app.written import began, noted, replacing
from netscout.errors import InputError, Place, StoreError
from netscout.model.dump import TARGETS_FILE, BadLine, Dump, ReadDump
from netscout.model.ledger import FileAccount, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUM = ("people", "duplicates", "unreadable")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the file or folder, how many people are in it, files written and cards removed.

    `replaced` says in a sentence that a file of this name was there, "" where none was.
    """

    path: Path
    people: int
    files: int = 1
    removed: int = 0
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The account of cards or JSON: rows = people + duplicates + unreadable, log_lines = taken + known + unreadable.

    `restored` says that they were put back into an empty workspace, `targets` that the targets came with them; `day`
    is the day of their export, `unknown` where entries of the log stand whose kind is not known.
    """

    name: str
    kind: str
    sha256: str
    counts: dict[str, int]
    bad: tuple[BadLine, ...]
    strays: tuple[tuple[str, str], ...]
    restored: bool
    targets: bool
    day: str | None = None
    unknown: tuple[tuple[str, int], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `load --json`."""
        rows = self.counts["rows"]
        account = FileAccount(self.name, self.kind, rows, {key: self.counts[key] for key in _SUM})
        return load_json(
            export_date=self.day,
            sources=[source_json(self.kind, account, self.sha256, self.strays)],
            counts=dict(sorted(self.counts.items())),
            warnings=[asdict(one) for one in self.warnings()],
            unreadable=[{"file": one.file, "line": one.line, "reason": one.reason} for one in self.bad],
            restored=self.restored,
            targets=self.targets,
        )

    def warnings(self) -> Iterator[Notice]:
        """Yield the warnings: of lines that could not be read, and of entries of a kind that is not known."""
        if self.bad:
            first = self.bad[0]
            text = (
                "Some lines could not be read; the rest of their cards was taken. Mend them and load the cards again."
            )
            yield Notice("card-bad-line", text, first.file, first.line, len(self.bad))
        if self.unknown:
            text = "Some entries of the log are of a kind that netscout does not know; they are kept, and move nothing."
            yield Notice("card-unknown-event", text, *self.unknown[0], len(self.unknown))


def export_cards(session: Session, out: Path) -> Written:
    """Write one Markdown file a person into a folder that is new, empty or holds earlier cards only.

    Other commands may write meanwhile; the cards are written anew when somebody was forgotten in that time.

    Raises:
        OutputError: something else stands in the folder, or it cannot be written to; each file is old or new, whole.
        StoreError: the workspace cannot be read.
    """
    from netscout.reports.exports.cards import write_cards

    removed = 0
    while True:
        since = began(session)
        found = _dump(replace(session, me=None))
        try:
            with noted(session, out, "cards", since=since, hold=False):
                files, more = write_cards(out, found)
                removed += more
        except StoreError as fault:
            if fault.code != "changed-meanwhile":
                raise
        else:
            return Written(out, len(found.cards), files, removed)


def export_json(session: Session, out: Path) -> Written:
    """Write the whole workspace as one JSON file.

    Raises:
        OutputError: the file cannot be written; an older one is kept.
        StoreError: the workspace cannot be read.
    """
    from netscout.reports.exports.whole import whole_text
    from netscout.reports.exports.writing import write

    since = began(session)
    session = replace(session, me=None)
    found = _dump(session)
    entries = {one["id"]: one for one in people_json(session)}
    for card in found.cards:
        entries.setdefault(card.id, _entry(card.id, card.header))
    text = whole_text(found, entries)
    replaced = replacing(session, out)
    with noted(session, out, "people", "json", since=since):
        write(out, text)
    return Written(out, len(found.cards), replaced=replaced)


def is_cards(path: Path) -> bool:
    """Return whether this is a card or a folder of cards."""
    from netscout.sources.cards import is_cards as looks_so

    return looks_so(path)


def is_whole(path: Path) -> bool:
    """Return whether this is a whole workspace as JSON."""
    from netscout.sources.whole import is_whole as looks_so

    return looks_so(path)


def refuse_cards(paths: Sequence[Path]) -> None:
    """Say that cards are taken in by their own option, if there are any among the paths (raises InputError)."""
    for one in paths:
        if is_cards(one):
            raise InputError(
                "these are cards of netscout, which are taken in only when you say so.",
                "Give the command again with --source cards and the folder.",
                Place(one.name),
                code="unrecognised-header",
            )


def take_in(session: Session, path: Path) -> TakenIn:
    """Take in a folder of cards or a JSON file: into an empty workspace as it was, otherwise what is new of it.

    Raises:
        InputError: nothing that can be taken in; nothing is stored.
        SettingsError: the targets beside the cards make no sense.
        StoreError: the workspace cannot be written; it is as it was.
    """
    from netscout.matching.identity import resolve
    from netscout.settings import ensure_file, read_plan_text
    from netscout.sources.cards import read_cards
    from netscout.sources.whole import read_whole
    from netscout.store.dump_join import join
    from netscout.store.targets import put, text
    from netscout.store.undump import Restored, is_empty, restore

    limits = session.plan().settings.limits
    read = read_whole(path, limits) if is_whole(path) else read_cards(path, limits)
    targets = read.dump.targets if text(session.targets_file) is None else None
    if targets is not None:
        read_plan_text(targets.encode(), TARGETS_FILE)
    with session.open(create=True) as workspace, workspace.writing() as db:
        empty = is_empty(db)
        first = restore(db, read) if empty else Restored(left=read.dump)
        same = empty or (bool(read.dump.workspace) and workspace.id == read.dump.workspace)
        rest = replace(read, dump=first.left)
        joined = join(workspace, rest, today=session.today.isoformat(), resolve=resolve, same=same)
    if targets is not None:
        put(session.targets_file, targets)
    elif not empty:
        ensure_file(session.targets_file)
    bad = (*read.unreadable, *read.bad, *first.bad, *joined.bad)
    counts = _counts(read, joined.persons, bad) | {"taken": first.taken + joined.taken, "known": joined.known}
    counts["log_lines"] = counts["taken"] + counts["known"] + counts["log_unreadable"]
    return TakenIn(
        read.name,
        read.kind,
        read.sha256,
        counts,
        tuple(sorted(bad, key=_place)),
        read.strays,
        empty,
        targets is not None,
        read.dump.day or None,
        _unknown(read.dump),
    )


def _unknown(dump: Dump) -> tuple[tuple[str, int], ...]:
    """Return the file and line of each entry of the log whose kind is not known, as a later version may write them."""
    from netscout.campaign.stages import EVENTS

    rows = ((card.file, row) for card in dump.cards for row in card.rows if row.table == "event")
    return tuple((file, row.line) for file, row in rows if row.values.get("event") not in EVENTS)


def _dump(session: Session) -> Dump:
    from netscout.store.dump import dump
    from netscout.store.targets import text

    session.plan()
    targets = text(session.targets_file)
    with session.open() as workspace:
        return replace(dump(workspace), targets=targets)


def _entry(person: str, header: Any) -> dict[str, Any]:  # noqa: ANN401  # the header of a card
    emails = header.get("emails", [])
    name = header.get("name") or (emails[0] if emails else "")
    nobody = absent()
    said = {key: value for key, value in header.items() if key in nobody}
    return {**nobody, **said, "id": person, "display_name": name, "email": emails[0] if emails else None}


def _counts(read: ReadDump, persons: Sequence[int | None], bad: Sequence[BadLine]) -> dict[str, int]:
    """Return the account of the cards: those of nobody are unreadable, further ones of a person duplicates."""
    found = Counter(one for one in persons if one is not None)
    unreadable = read.files - sum(found.values())
    return {
        "rows": read.files,
        "people": len(found),
        "duplicates": sum(found.values()) - len(found),
        "unreadable": unreadable,
        "log_unreadable": sum(one.log for one in bad),
    }


def _place(one: BadLine) -> tuple[str, int, str]:
    return one.file, one.line, one.reason
