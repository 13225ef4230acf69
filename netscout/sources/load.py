"""Reads what `load` is given: opens containers, recognises files, reads tables, assembles the export."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.errors import InputError, Place
from netscout.model.export import Export, SourceFile
from netscout.model.ledger import Ignored
from netscout.model.owner import Owner
from netscout.settings import Limits
from netscout.sources import faults, foreign, vcard
from netscout.sources.asked import AUTO, GENERIC, LINKEDIN, Asked, known_sources
from netscout.sources.assemble import Assembly, Paper, Request
from netscout.sources.classify import Pile, classify
from netscout.sources.containers import digest
from netscout.sources.metering import Meter
from netscout.sources.opening import fingerprint, open_container
from netscout.sources.reading import read_sheet
from netscout.sources.recognise import fold, known_reason
from netscout.sources.renamed import check_all_found
from netscout.sources.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netscout.sources.containers import Member
    from netscout.sources.metering import Progress

_READ_FIRST = ("connections", "messages", "invitations", "endorsements_received", "endorsements_given")
"""Kinds of files in which people are first met, in this order; the others come after, by their names."""


def read(  # noqa: PLR0913  # the options of `load`, all by name
    paths: Sequence[Path],
    *,
    today: date,
    me: str | None = None,
    source: str = AUTO,
    mapping: Mapping[str, str] | None = None,
    date_order: str = "auto",
    limits: Limits | None = None,
    known_owner: Owner | None = None,
    progress: Progress | None = None,
    some_columns: bool = False,
) -> Export:
    """Return everything that archives, folders and single files of one owner say; nothing is stored.

    Args:
        paths: zips as delivered, unzipped folders, single files, in any order.
        today: dates later than two days after it are left out.
        me: profile URL or e-mail of the owner, where the files do not tell.
        source: whose files they are, one of `known_sources`; `auto` tells by the headers.
        mapping: what columns of a table of no known program hold: a field of `contacts.generic` by header.
        date_order: order of slashed dates: `auto` (decided per column), `dmy` or `mdy`.
        limits: what is refused; the defaults of the settings if None.
        known_owner: the owner of the workspace, for files that do not name theirs.
        some_columns: whether columns of `mapping` may be missing, as where `deliveries` found them in other files.
        progress: called with a file's name, the rows read of it so far, and the share of all bytes read.

    Raises:
        InputError: a file that cannot be read; the message says which and what to do next.
    """
    bounds = limits or Limits()
    asked = _asked(source, mapping)
    _check_request(paths, date_order)
    with ExitStack() as held:
        piles = [classify(open_container(Path(path), bounds, today, held), bounds, asked) for path in paths]
        if not some_columns:
            check_all_found(piles, asked)
        _check_network(piles, asked)
        meter = Meter((member for pile in piles for member, _ in pile.found), progress)
        for pile in piles:
            _read_sheets(pile, bounds, meter)
        meter.say("Putting it together")
        _drop_repeats(piles)
        return _export(piles, Request(today, me, date_order, known_owner), asked)


def deliveries(
    paths: Sequence[Path],
    *,
    today: date,
    source: str = AUTO,
    mapping: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> list[tuple[Path, ...]]:
    """Return the paths grouped by export, the oldest first: archives and folders of different days are several.

    Parts of one day are one export; so are single files and parts without people or messages, which go with the newest.
    Where no day is told, each archive or folder stands for itself, before the others. Two lists of connections are two
    exports, whatever their day. Contacts of other programs are an export a path, after those of LinkedIn, which tell
    whose they are.

    Raises:
        InputError: as `read`.
    """
    bounds, asked = limits or Limits(), _asked(source, mapping)
    if len(paths) < 2:
        return [tuple(paths)]
    groups: dict[tuple[date, int], list[tuple[Path, Pile]]] = {}
    loose: list[tuple[Path, Pile]] = []
    books: list[tuple[Path, ...]] = []
    with ExitStack() as held:
        piles = [classify(open_container(Path(path), bounds, today, held), bounds, asked) for path in paths]
        check_all_found(piles, asked)
        for place, (path, pile) in enumerate(zip(paths, piles, strict=True)):
            day = pile.export_date()
            if pile.source() != LINKEDIN:
                books.append((path,))
            elif pile.container.kind == "file" or not any(header.table.network for _, header in pile.found):
                loose.append((path, pile))
            else:
                groups.setdefault((day, 0) if day else (date.min, place), []).append((path, pile))
        if loose:
            groups.setdefault(max(groups, default=(date.min, 0)), []).extend(loose)
        return [one for key in sorted(groups) for one in _one_list_each(groups[key])] + books


def _one_list_each(delivery: Sequence[tuple[Path, Pile]]) -> list[tuple[Path, ...]]:
    """Return the paths of one day grouped by the list of connections they go with.

    What brings no list goes with the last: one with profiles, if there is such. A list given twice is one.
    """
    lists: dict[tuple[bool, str], set[Path]] = {}
    for path, pile in delivery:
        found = [(member, header) for member, header in pile.found if header.table.kind == "connections"]
        if found:
            modern = any("url" in header.places for _, header in found)
            content = "".join(sorted(_content(member) for member, _ in found))
            lists.setdefault((modern, content), set()).add(path)
    *before, _ = [lists[key] for key in sorted(lists)] or [set()]
    groups = [tuple(path for path, _ in delivery if path in paths) for paths in before]
    return [*groups, tuple(path for path, _ in delivery if not any(path in paths for paths in before))]


def _content(member: Member) -> str:
    stream = member.open()
    try:
        return digest(stream)
    finally:
        stream.close()


def fingerprints(paths: Sequence[Path], *, limits: Limits | None = None) -> tuple[str, ...]:
    """Return the SHA-256 of each path as `read` states it in `Export.sources`, without reading any table.

    Raises:
        InputError: a path cannot be read.
    """
    return tuple(fingerprint(Path(path), limits or Limits()) for path in paths)


def _asked(source: str, mapping: Mapping[str, str] | None) -> Asked:
    """Return what the user says of the files.

    Raises:
        InputError: `unknown-source`, or a mapping beside a source that is not the generic table.
    """
    known = known_sources()
    if source not in known:
        raise faults.fault("unknown-source", f"there is no source named {source[:40]}.", f"Known: {', '.join(known)}.")
    if mapping and source not in (AUTO, GENERIC):
        raise faults.fault(
            "unknown-field", f"--map does not go with --source {source}.", "Leave --source out, or give --source csv."
        )
    given = mapping or {}
    fields = {fold(column): name.strip().casefold() for column, name in given.items()}
    if len(fields) < len(given):
        raise faults.fault("unknown-field", "--map names one column twice.", "Give each column once.")
    asked = Asked(source, fields, tuple(column.strip() for column in given))
    asked.named()
    return asked


def _check_request(paths: Sequence[Path], date_order: str) -> None:
    if date_order not in ("auto", "dmy", "mdy"):
        raise faults.fault("unknown-date-order", "this order of dates is not known.", "Known: auto, dmy, mdy.")
    if not paths:
        raise faults.fault("not-found", "no file was given.", "Give the path of your LinkedIn archive.")


def _check_network(piles: list[Pile], asked: Asked) -> None:
    if any(header.table.network for pile in piles for _, header in pile.found):
        return
    for pile in piles:
        if pile.container.kind != "file":
            raise _nobody_inside(pile, asked)


def _nobody_inside(pile: Pile, asked: Asked) -> InputError:
    """Return why an archive or folder tells of nobody: asked for otherwise, packed twice, of another program, half."""
    name = Path(pile.container.path).name
    if asked.source not in (AUTO, LINKEDIN):
        return faults.fault(
            "unrecognised-header",
            "nothing in here is a file of the kind you ask for.",
            "Leave --source out, or load the file itself.",
            name,
        )
    if any(one.name.lower().endswith(".zip") for one in pile.ignored):
        return faults.nested(name)
    if pile.found or any(known_reason(one.name) for one in pile.ignored):
        return faults.no_network(name)
    for one in pile.ignored:
        form = foreign.by_name(one.name)
        if form is not None:
            return foreign.refusal(form, faults.inside(name, one.name))
    return faults.nothing_known(name, [one.name for one in pile.ignored])


def _read_sheets(pile: Pile, limits: Limits, meter: Meter) -> None:
    for member, header in pile.found:
        opened = meter.opener(member)
        text = partial(Text, opened, 4 * limits.field_bytes)
        try:
            if header is vcard.HEADER:
                pile.sheets.append(vcard.read_cards(member.name, opened, limits, meter.tell))
            else:
                pile.sheets.append(read_sheet(member.name, header, text, limits, meter.tell))
        except InputError as refused:
            if pile.container.kind == "file" or refused.place.file != member.name:
                raise
            place = Place(faults.inside(Path(pile.container.path).name, member.name), refused.place.line)
            raise InputError(refused.message, refused.next_step, place, code=refused.code) from refused
        meter.done(member)


def _drop_repeats(piles: list[Pile]) -> None:
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


def _turn(paper: Paper) -> tuple[int, str, int]:
    """Return when a file of an export is read: an archive may hold its files in any order, and ids follow the first."""
    kind = paper.sheet.kind
    return (_READ_FIRST.index(kind) if kind in _READ_FIRST else len(_READ_FIRST), paper.sheet.name, paper.file)


def _export(piles: list[Pile], request: Request, asked: Asked) -> Export:
    places = [(number, sheet) for number, pile in enumerate(piles) for sheet in pile.sheets]
    papers = [Paper(file, sheet) for file, (_, sheet) in enumerate(places)]
    days = [pile.export_date() for pile in piles]
    papers.sort(key=lambda paper: (days[places[paper.file][0]] or date.min, *_turn(paper)))
    assembly = Assembly(papers, request)
    assembly.run()
    accounts = assembly.accounts()
    newest = max((day for day in days if day), default=None)
    said = {one for pile in piles for _, header in pile.found for one in header.said}
    return Export(
        sources=tuple(
            SourceFile(
                pile.container.path,
                pile.source(),
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
        details=tuple(assembly.details),
        notes=tuple(assembly.notes),
        way=repr(sorted((one, asked.mapping[one]) for one in said)) if said else "",
    )
