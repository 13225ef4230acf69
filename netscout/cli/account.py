"""The account of a load in words: what came in, what was left out and why."""

from __future__ import annotations

from pathlib import Path

from netscout.app.load import LoadOutcome
from netscout.cli import console
from netscout.model.changes import ChangeList

_SMALL = 3
_STRONGEST = 2
_ABOUT_ME = {
    "positions": ("position", "positions"),
    "education": ("school", "schools"),
    "email_addresses": ("e-mail address of yours", "e-mail addresses of yours"),
    "company_follows": ("company you follow", "companies you follow"),
    "profile": ("profile", "profiles"),
}
"""Files about the user: what a row of each is, one and several."""
_PROGRAMS = {"google": "Google contacts", "outlook": "Outlook contacts", "vcard": "vCards", "csv": "Contacts"}


def show_account(outcome: LoadOutcome) -> None:
    """Print what a load read, export by export; every row stands somewhere."""
    for one in (*outcome.earlier, outcome) if outcome.earlier else ():
        console.out(f"{_whose(one)}:")
        _show(one)
    if not outcome.earlier:
        _show(outcome)
    if (
        outcome.nameless
        and outcome.already is None
        and outcome.counts.get("people")
        and "companies_only" in outcome.counts
    ):
        console.wrapped(
            "Nothing here tells which of these people is you. If you are among them, load the file again with "
            "--me you@mail.example (your own address), and you are left out.",
            "  ",
            aside=True,
        )


def _show(outcome: LoadOutcome) -> None:
    if outcome.already is not None:
        console.out(f"Already loaded on {outcome.already}; nothing changed.")
        return
    if outcome.anew is not None:
        console.out(f"Read anew, in place of the load of {outcome.anew}.")
    counts = outcome.counts
    if outcome.export.has_connections or "companies_only" in counts:
        empty = "No connections in this export yet." if outcome.export.has_connections else "No people in this file."
        console.out(f"{console.people(counts['people'])}." if counts.get("people") else empty)
    for line in _own(outcome):
        console.out(line)
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
        rows = console.counted(rest, "more row", "more rows")
        console.note(f"  and {rows} that cannot be read; `netscout load --json` lists them all.")
    _show_ignored(outcome)
    _show_changes(outcome)


def _own(outcome: LoadOutcome) -> list[str]:
    """Return what files about the user came to, where the load held no others."""
    files = [file for source in outcome.export.sources for file in source.files]
    if any(file.kind not in _ABOUT_ME for file in files):
        return []
    return [f"{console.counted(file.counts.get('taken', 0), *_ABOUT_ME[file.kind])} taken." for file in files]


def _show_changes(outcome: LoadOutcome) -> None:
    """Print what changed since the export before, the strongest first, and that there is something to log."""
    changes = outcome.changes
    if changes is not None and changes.before is not None:
        console.note(f"  Since the export of {changes.before}: {_changes(changes)}.")
        for arrival in changes.findings[:_STRONGEST]:
            console.wrapped(f"{arrival.person}  {arrival.sentence}", "  ", aside=True)
        rest = len(changes.findings) - _STRONGEST
        if rest > 0:
            console.note(f"  and {rest} more nearer to your targets; `netscout changes` lists them.")
    if outcome.proposed:
        things = "1 thing" if outcome.proposed == 1 else f"{outcome.proposed} things"
        console.note(f"  {things} your messages say happened and your log does not; `netscout changes` lists them.")


def _show_ignored(outcome: LoadOutcome) -> None:
    ignored = [one for source in outcome.export.sources for one in source.ignored]
    if ignored:
        files = console.counted(len(ignored), "file is", "files are")
        console.note(f"  {files} not read, because they say nothing of whom you know (--verbose names them).")
    for file in ignored:
        console.detail(f"    {file.name}: {file.reason}")


def _whose(outcome: LoadOutcome) -> str:
    """Return how an export is headed: by its day, or for contacts of another program by program and file."""
    source = outcome.export.sources[0]
    day = outcome.export.export_date or "an unknown day"
    if source.kind == "linkedin":
        return f"Export of {day}"
    return f"{_PROGRAMS.get(source.kind, source.kind)} ({Path(source.path).name})"


def _sums(counts: dict[str, int], *, books: bool) -> list[str]:
    """Return the sums of a load; `books` says whether it held an address book."""
    lines = []
    words = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
    if any(counts.get(word) for word in words):
        parts = [_part(word, counts.get(word, 0)) for word in words if counts.get(word) or word == "people"]
        lines.append(f"{console.counted(counts['rows'], 'row', 'rows')} = {' + '.join(parts)}.")
    if counts.get("messages"):
        buckets = ("direct", "group", "sponsored", "spam", "drafts", "anonymous", "unattributed")
        parts = [f"{counts.get(word, 0):,} {word}" for word in buckets if counts.get(word)]
        total = console.counted(counts["messages"], "message", "messages")
        lines.append(f"{total} = {' + '.join(parts)}. Their text was not kept.")
    if counts.get("others"):
        where = "invitations, endorsements or your address book" if books else "invitations or endorsements"
        more = console.counted(counts["others"], "more person", "more people")
        lines.append(f"{more} known from messages, {where} alone.")
    if counts.get("possible_duplicates"):
        names = console.counted(counts["possible_duplicates"], "name is", "names are")
        lines.append(f"{names} borne by several people, kept apart; `netscout merge` lists them.")
    return lines


_WORDS = {
    "people": ("person", "people"),
    "duplicates": ("duplicate", "duplicates"),
    "companies_only": ("with a company only", "with a company only"),
}


def _part(word: str, number: int) -> str:
    """Return a part of the sum of rows in words; those without two forms stand as they are."""
    return console.counted(number, *_WORDS.get(word, (word, word)))


def _changes(changes: ChangeList) -> str:
    words = {"new": "new", "gone": "gone", "company": "at another company", "title": "with a new title"}
    parts = [f"{len(changes.of(kind))} {text}" for kind, text in words.items() if changes.of(kind)]
    return ", ".join(parts) or "no changes"
