"""Reads what `load` is given: opens containers, recognises files, reads tables, assembles the export."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from netscout.errors import InputError, Place
from netscout.model.export import Export, Owner, SourceFile
from netscout.model.ledger import Ignored, Notice
from netscout.settings import Limits
from netscout.sources import faults
from netscout.sources.assemble import Assembly, Paper, Request
from netscout.sources.opening import fingerprint, open_container
from netscout.sources.reading import read_sheet
from netscout.sources.recognise import (
    columns_seen,
    find_header,
    is_assistant_log,
    known_reason,
    passing_folder,
    plain_name,
    tables,
    without_id,
)
from netscout.sources.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netscout.sources.containers import Container, Member
    from netscout.sources.recognise import Header
    from netscout.sources.sheet import Sheet

    Progress = Callable[[str, int], None]

SOURCES = ("auto", "linkedin")
_NO_TABLE = (
    ".html",
    ".htm",
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".pdf",
    ".json",
    ".xml",
    ".mp4",
    ".docx",
    ".xlsx",
    ".zip",
)


@dataclass(slots=True)
class _Pile:
    """One container with what was found in it."""

    container: Container
    found: list[tuple[Member, Header]] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)

    def export_date(self) -> date | None:
        """Return the day of the export as far as names and members tell it."""
        return self.container.named or self.container.stamped


def read(  # noqa: PLR0913  # the options of `load`, all by name
    paths: Sequence[Path],
    *,
    today: date,
    me: str | None = None,
    source: str = "auto",
    date_order: str = "auto",
    limits: Limits | None = None,
    known_owner: Owner | None = None,
    progress: Progress | None = None,
) -> Export:
    """Return everything that archives, folders and single files of one LinkedIn member say; nothing is stored.

    Args:
        paths: zips as delivered, unzipped folders, single files, in any order.
        today: dates later than two days after it are left out.
        me: profile URL or e-mail of the owner, where the files do not tell.
        source: `auto` or `linkedin`.
        date_order: order of slashed dates: `auto` (decided per column), `dmy` or `mdy`.
        limits: what is refused; the defaults of the settings if None.
        known_owner: the owner of the workspace, for files that do not name theirs.
        progress: called with a file's name and the rows read of it so far.

    Raises:
        InputError: a file that cannot be read; the message says which and what to do next.
    """
    bounds = limits or Limits()
    _check_request(paths, source, date_order)
    with ExitStack() as held:
        piles = [_classify(open_container(Path(path), bounds, today, held), bounds) for path in paths]
        _check_network(piles)
        for pile in piles:
            _read_sheets(pile, bounds, progress)
        _drop_repeats(piles)
        return _export(piles, Request(today, me, date_order, known_owner))


def deliveries(paths: Sequence[Path], *, today: date, limits: Limits | None = None) -> list[tuple[Path, ...]]:
    """Return the paths grouped by export, the oldest first: archives and folders of different days are several.

    Parts of one day are one export; so are single files and parts without people or messages, which go with the newest.
    Where no day is told, each archive or folder stands for itself, before the others.

    Raises:
        InputError: as `read`.
    """
    bounds = limits or Limits()
    if len(paths) < 2:
        return [tuple(paths)]
    groups: dict[tuple[date, int], list[Path]] = {}
    loose = []
    with ExitStack() as held:
        for place, path in enumerate(paths):
            pile = _classify(open_container(Path(path), bounds, today, held), bounds)
            day = pile.export_date()
            if pile.container.kind == "file" or not any(header.table.network for _, header in pile.found):
                loose.append(path)
            else:
                groups.setdefault((day, 0) if day else (date.min, place), []).append(path)
    if not groups:
        return [tuple(paths)]
    groups[max(groups)] += loose
    return [tuple(groups[key]) for key in sorted(groups)]


def fingerprints(paths: Sequence[Path], *, limits: Limits | None = None) -> tuple[str, ...]:
    """Return the SHA-256 of each path as `read` states it in `Export.sources`, without reading any table.

    Raises:
        InputError: a path cannot be read.
    """
    return tuple(fingerprint(Path(path), limits or Limits()) for path in paths)


def _check_request(paths: Sequence[Path], source: str, date_order: str) -> None:
    if source not in SOURCES:
        raise faults.fault("unknown-source", f"there is no source named {source}.", f"Known: {', '.join(SOURCES)}.")
    if date_order not in ("auto", "dmy", "mdy"):
        raise faults.fault("unknown-date-order", "this order of dates is not known.", "Known: auto, dmy, mdy.")
    if not paths:
        raise faults.fault("not-found", "no file was given.", "Give the path of your LinkedIn archive.")


def _classify(container: Container, limits: Limits) -> _Pile:
    pile = _Pile(container, ignored=list(container.ignored))
    alone = container.kind == "file"
    for member in container.members:
        reason = _by_name(member.name)
        if reason is None:
            lines = _head(member, limits)
            header = find_header(lines, member.name)
            if header is not None:
                pile.found.append((member, header))
                continue
            reason = known_reason(member.name)
            if reason is None and alone:
                raise _unrecognised(member.name, lines)
            reason = reason or _unknown(pile, member.name, lines)
        if alone:
            raise faults.fault(
                "unrecognised-header",
                f"netscout does not read this file: {reason}.",
                "Load Connections.csv, or the whole archive.",
                member.name,
            )
        pile.ignored.append(Ignored(member.name, reason))
    pile.found = _exact_names(pile)
    _check_twins(pile)
    return pile


def _by_name(name: str) -> str | None:
    """Return why a member is passed over before a look inside."""
    reason = known_reason(name) if is_assistant_log(name) or passing_folder(name) else None
    return reason or ("no table" if PurePosixPath(name).suffix.lower() in _NO_TABLE else None)


def _head(member: Member, limits: Limits) -> list[str]:
    blocks = Text(member.open, 4 * limits.field_bytes).blocks()
    try:
        return next(blocks, [])
    finally:
        blocks.close()


def _unknown(pile: _Pile, name: str, lines: list[str]) -> str:
    if not any(line.strip() for line in lines[:1000]):
        return "an empty file"
    columns = columns_seen(lines)
    told = f"its columns are {', '.join(columns)}" if columns else "it has no column names netscout can tell"
    pile.notices.append(Notice("unknown-file", f"This file is not known and was passed over; {told}.", name))
    return "not known: " + told


def _unrecognised(name: str, lines: list[str]) -> Exception:
    if lines and lines[0].lstrip("\ufeff").strip().upper() == "BEGIN:VCARD":
        return faults.fault(
            "unrecognised-header", "this is a vCard file.", "Load your LinkedIn archive or Connections.csv.", name
        )
    if any("<html" in line.lower() or "<!doctype" in line.lower() for line in lines[:5]):
        return faults.fault(
            "unrecognised-header", "this is a web page, not a table.", "Request a new export from LinkedIn.", name
        )
    columns = columns_seen(lines)
    seen = f"The columns are {', '.join(columns)}." if columns else "No line of it looks like column names."
    nearest = max(tables(), key=lambda one: (len({*one.needs()} & {*columns}), one.kind == "connections"))
    return faults.fault(
        "unrecognised-header",
        f"this is no file netscout knows. {seen} A file of kind {nearest.kind} needs {', '.join(nearest.needs())}.",
        "Load the file as LinkedIn delivered it, or say what it is with --source.",
        name,
    )


def _exact_names(pile: _Pile) -> list[tuple[Member, Header]]:
    """Return the files found without those whose name is that of another one plus a member id."""
    plain = {(header.table.kind, plain_name(member.name)) for member, header in pile.found}
    kept = []
    for member, header in pile.found:
        name = plain_name(member.name)
        if without_id(name) != name and (header.table.kind, without_id(name)) in plain:
            pile.ignored.append(Ignored(member.name, "a file of the same name without the number is read"))
        else:
            kept.append((member, header))
    return kept


def _check_twins(pile: _Pile) -> None:
    """Refuse two members that are one network file: which of them holds is not for us to choose."""
    seen: dict[str, str] = {}
    for member, header in pile.found:
        name = member.name.casefold()
        if header.table.network and name in seen:
            raise faults.fault(
                "duplicate-member",
                f"there are two files of one name here: {seen[name]} and {member.name}.",
                "Remove one of them, or load the right one by itself.",
                Path(pile.container.path).name,
            )
        seen[name] = member.name


def _check_network(piles: list[_Pile]) -> None:
    if any(header.table.network for pile in piles for _, header in pile.found):
        return
    for pile in piles:
        if pile.container.kind != "file":
            name = Path(pile.container.path).name
            if any(one.name.lower().endswith(".zip") for one in pile.ignored):
                raise faults.nested(name)
            raise faults.no_network(name)


def _read_sheets(pile: _Pile, limits: Limits, progress: Progress | None) -> None:
    for member, header in pile.found:
        text = partial(Text, member.open, 4 * limits.field_bytes)
        try:
            pile.sheets.append(read_sheet(member.name, header, text, limits, progress))
        except InputError as refused:
            if pile.container.kind == "file" or refused.place.file != member.name:
                raise
            place = Place(faults.inside(Path(pile.container.path).name, member.name), refused.place.line)
            raise InputError(refused.message, refused.next_step, place, code=refused.code) from refused


def _drop_repeats(piles: list[_Pile]) -> None:
    """Keep a file that is given twice once."""
    seen: set[tuple[str, str]] = set()
    for pile in piles:
        kept = []
        for sheet in pile.sheets:
            if (sheet.kind, sheet.sha256) in seen:
                pile.ignored.append(Ignored(sheet.name, "the same file was given twice"))
            else:
                kept.append(sheet)
            seen.add((sheet.kind, sheet.sha256))
        pile.sheets = kept


def _export(piles: list[_Pile], request: Request) -> Export:
    places = [(number, sheet) for number, pile in enumerate(piles) for sheet in pile.sheets]
    papers = [Paper(file, sheet) for file, (_, sheet) in enumerate(places)]
    days = [pile.export_date() for pile in piles]
    papers.sort(key=lambda paper: (days[places[paper.file][0]] or date.min, paper.file))
    assembly = Assembly(papers, request)
    assembly.run()
    accounts = assembly.accounts()
    newest = max((day for day in days if day), default=None)
    return Export(
        sources=tuple(
            SourceFile(
                pile.container.path,
                "linkedin",
                pile.container.sha256,
                tuple(accounts[file] for file, (owner, _) in enumerate(places) if owner == number),
                tuple(sorted(pile.ignored, key=lambda one: one.name)),
            )
            for number, pile in enumerate(piles)
        ),
        files=tuple((number, sheet.name) for number, sheet in places),
        export_date=newest.isoformat() if newest else assembly.newest or None,
        owner=assembly.owner,
        sightings=tuple(assembly.book.sightings),
        interactions=tuple(assembly.interactions),
        counts=dict(assembly.counts),
        notices=tuple(
            [one for pile in piles for one in pile.notices]
            + [one for _, sheet in places for one in sheet.notices]
            + assembly.notices
        ),
        unreadable=tuple(one for _, sheet in places for one in sheet.unreadable),
        has_connections=any(sheet.kind == "connections" for _, sheet in places),
    )
