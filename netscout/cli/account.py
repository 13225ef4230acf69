"""The account of a load in words: what came in, what was left out and why."""

from __future__ import annotations

from netscout.app.load import LoadOutcome
from netscout.cli import console
from netscout.model.changes import ChangeList

_SMALL = 3


def show_account(outcome: LoadOutcome) -> None:
    """Print what a load read, export by export; every row stands somewhere."""
    for one in (*outcome.earlier, outcome) if outcome.earlier else ():
        console.out(f"Export of {one.export.export_date or 'an unknown day'}:")
        _show(one)
    if not outcome.earlier:
        _show(outcome)


def _show(outcome: LoadOutcome) -> None:
    if outcome.already is not None:
        console.out(f"Already loaded on {outcome.already}; nothing changed.")
        return
    counts = outcome.counts
    if outcome.export.has_connections:
        people = counts.get("people", 0)
        console.out("No connections in this export yet." if not people else f"{people:,} people.")
    books = any(file.kind == "contacts" for source in outcome.export.sources for file in source.files)
    for line in _sums(counts, books=books):
        console.wrapped(line, "  ", aside=True)
    for one in outcome.notices:
        place = f" ({one.file}{f' line {one.line}' if one.line else ''})" if one.file else ""
        console.wrapped(f"Note: {one.message}{place}", "  ", aside=True)
    for row in outcome.export.unreadable[:_SMALL]:
        console.note(f"  Not readable: {row.file} line {row.line}: {row.reason}")
    rest = len(outcome.export.unreadable) - _SMALL
    if rest > 0:
        console.note(f"  and {rest} more rows that cannot be read; `netscout load --json` lists them all.")
    ignored = [one for source in outcome.export.sources for one in source.ignored]
    if ignored:
        console.note(f"  {len(ignored)} files of the archive are not read; they say nothing of whom you know.")
        for file in ignored:
            console.detail(f"    {file.name}: {file.reason}")
    changes = outcome.changes
    if changes is not None and changes.before is not None:
        console.note(f"  Since the export of {changes.before}: {_changes(changes)}.")


def _sums(counts: dict[str, int], *, books: bool) -> list[str]:
    """Return the sums of a load; `books` says whether it held an address book."""
    lines = []
    words = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
    if any(counts.get(word) for word in words):
        parts = [
            f"{counts.get(word, 0):,} {word.replace('_', ' ')}"
            for word in words
            if counts.get(word) or word == "people"
        ]
        lines.append(f"{counts['rows']:,} rows = {' + '.join(parts)}.")
    if counts.get("messages"):
        buckets = ("direct", "group", "sponsored", "spam", "drafts", "anonymous", "unattributed")
        parts = [f"{counts.get(word, 0):,} {word}" for word in buckets if counts.get(word)]
        lines.append(f"{counts['messages']:,} messages = {' + '.join(parts)}. Their text was not kept.")
    if counts.get("others"):
        where = "invitations, endorsements or your address book" if books else "invitations or endorsements"
        lines.append(f"{counts['others']:,} more people known from messages, {where} alone.")
    if counts.get("possible_duplicates"):
        lines.append(f"{counts['possible_duplicates']:,} names are borne by several people; netscout keeps them apart.")
    return lines


def _changes(changes: ChangeList) -> str:
    words = {"new": "new", "gone": "gone", "company": "at another company", "title": "with a new title"}
    parts = [f"{len(changes.of(kind))} {text}" for kind, text in words.items() if changes.of(kind)]
    return ", ".join(parts) or "no changes"
