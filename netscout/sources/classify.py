"""Which files of a container are read, and as what: told by their headers, restricted to what the user asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from netscout.model.ledger import Ignored, Notice
from netscout.sources import faults, foreign, unknown, vcard
from netscout.sources.asked import AUTO, LINKEDIN
from netscout.sources.recognise import (
    columns_seen,
    find_header,
    is_assistant_log,
    known_reason,
    passing_folder,
    plain_name,
    without_id,
)
from netscout.sources.renamed import named_header, renamed_header
from netscout.sources.text import Text

if TYPE_CHECKING:
    from datetime import date

    from netscout.settings import Limits
    from netscout.sources.asked import Asked
    from netscout.sources.containers import Container, Member, Stream
    from netscout.sources.recognise import Header
    from netscout.sources.sheet import Sheet

HEAD_BYTES = 1 << 20
"""What is read of a file to tell what it is; a line without end goes no further."""
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
class Pile:
    """One container with what was found in it."""

    container: Container
    found: list[tuple[Member, Header]] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)

    def export_date(self) -> date | None:
        """Return the day of the export as far as names and members tell it."""
        return self.container.named or self.container.stamped

    def source(self) -> str:
        """Return the program whose files these are."""
        return next((header.table.source for _, header in self.found), LINKEDIN)


def classify(container: Container, limits: Limits, asked: Asked) -> Pile:
    """Return what is to be read of a container, and what is passed over with its reason.

    Raises:
        InputError: a single file that is not known, or a member that is damaged.
    """
    foreign.check(container)
    pile = Pile(container, ignored=list(container.ignored))
    alone = container.kind == "file"
    for member in container.members:
        found = _header_of(member, asked, alone=alone)
        if not isinstance(found, str):
            _check_width(member.name, found, limits)
            pile.found.append((member, found))
            continue
        lines = [] if found else _head(member)
        if alone:
            raise unknown.passed_over(member.name, found) if found else unknown.refusal(member.name, lines, asked)
        pile.ignored.append(Ignored(member.name, found or _unknown(pile, member.name, lines)))
    pile.found = _one_source(pile, _exact_names(pile))
    _check_twins(pile)
    return pile


def _check_width(name: str, header: Header, limits: Limits) -> None:
    if header.width > limits.columns:
        raise faults.fault(
            "archive-too-large",
            f"this table has {header.width:,} columns, and netscout reads at most {limits.columns:,}.",
            "Keep the columns about the person (name, e-mail address, company, job title), then load it again.",
            name,
            header.line,
        )


def _header_of(member: Member, asked: Asked, *, alone: bool) -> Header | str:
    """Return where the table of a file begins; the reason why a file is passed over; "" for one that is not known."""
    if asked.takes_cards() and vcard.is_cards(member.open):
        return vcard.HEADER
    reason = _by_name(member.name)
    if reason is not None:
        return reason
    lines = _head(member)
    found = find_header(lines, member.name, asked.programs())
    if found is not None:
        found = renamed_header(found, member.name, asked)
    found = found or named_header(member.name, lines, asked)
    if found is not None:
        return found
    reason = known_reason(member.name) if asked.source in (AUTO, LINKEDIN) else None
    return reason or find_header(lines, member.name, asked.loose(alone=alone)) or ""


def _one_source(pile: Pile, found: list[tuple[Member, Header]]) -> list[tuple[Member, Header]]:
    """Return the files of LinkedIn, if there are any, else all: other programs' files are loaded by themselves."""
    mine = [one for one in found if one[1].table.source == LINKEDIN]
    if not mine or len(mine) == len(found):
        return found
    for member, header in found:
        if header.table.source != LINKEDIN:
            reason = f"contacts of another program ({header.table.source}); load this file by itself"
            pile.ignored.append(Ignored(member.name, reason))
            pile.notices.append(Notice("unknown-file", f"This file was passed over: {reason}.", member.name))
    return mine


def _by_name(name: str) -> str | None:
    """Return why a member is passed over before a look inside."""
    reason = known_reason(name) if is_assistant_log(name) or passing_folder(name) else None
    return reason or ("no table" if PurePosixPath(name).suffix.lower() in _NO_TABLE else None)


@dataclass(slots=True)
class _Beginning:
    """The first bytes of a stream; what stands behind them is not read."""

    stream: Stream
    left: int = HEAD_BYTES

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, b"" at the end of the beginning."""
        block = self.stream.read(min(size, self.left))
        self.left -= len(block)
        return block

    def close(self) -> None:
        """Let go of the file."""
        self.stream.close()


def _head(member: Member) -> list[str]:
    """Return the first lines of a file; a table begins there, or there is none."""
    blocks = Text(lambda: _Beginning(member.open()), HEAD_BYTES).blocks()
    try:
        return next(blocks, [])
    finally:
        blocks.close()


def _unknown(pile: Pile, name: str, lines: list[str]) -> str:
    if not any(line.strip() for line in lines[:1000]):
        return "an empty file"
    columns = columns_seen(lines)
    told = f"its columns are {', '.join(columns)}" if columns else "it has no column names netscout can tell"
    pile.notices.append(Notice("unknown-file", f"This file is not known and was passed over; {told}.", name))
    return "not known: " + told


def _exact_names(pile: Pile) -> list[tuple[Member, Header]]:
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


def _check_twins(pile: Pile) -> None:
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
