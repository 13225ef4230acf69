"""People as vCard 3.0, which every address book reads: a personal file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from netscout.reports.exports.cells import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

OCTETS = 75
_ESCAPED = re.compile(r"([\\,;])")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def vcf_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return one card a row: CRLF, lines folded at 75 octets between characters, every value escaped.

    Property names are ours alone; of an absent value there is no property.
    """
    return "".join(f"{line}\r\n" for row in rows for one in _card(row) for line in _folded(one))


def _card(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the properties of one person, unfolded."""
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    name = row["display_name"] or next(iter(row["emails"]), "") or f"(no name) {row['id']}"
    yield f"FN:{_text(name)}"
    parts = (row["last_name"], row["first_name"], row["middle_name"])
    yield f"N:{';'.join(map(_text, parts))};;{','.join(map(_text, row['credentials']))}"
    for key, values in (("EMAIL", row["emails"]), ("TEL", row["phones"])):
        yield from (f"{key}:{_text(value)}" for value in values)
    for key, value in (("ORG", row["company"]), ("TITLE", row["title"])):
        if value:
            yield f"{key}:{_text(value)}"
    if row["url"]:
        yield f"URL:{row['url']}"
    if row["birthday"]:
        yield _birthday(row["birthday"])
    if row["labels"]:
        yield f"CATEGORIES:{','.join(map(_text, row['labels']))}"
    if row["note"]:
        yield f"NOTE:{_note(row['note'])}"
    yield f"UID:netscout-{row['id']}"
    yield "END:VCARD"


def _birthday(text: str) -> str:
    """Return the property of a day: `1984-01-31`; without a year `--0131`, which 3.0 has no word for but many read."""
    digits = re.sub(r"[^0-9]", "", text)
    if text.startswith("--"):
        return f"BDAY;VALUE=date:--{digits}"
    return f"BDAY:{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _text(value: str) -> str:
    return _ESCAPED.sub(r"\\\1", one_line(value))


def _note(value: str) -> str:
    return "\\n".join(_text(line) for line in _BREAKS.split(value))


def _folded(line: str) -> Iterator[str]:
    """Yield the physical lines of one property: at most 75 octets each, no character divided."""
    if len(line) * 4 <= OCTETS or len(line.encode()) <= OCTETS:
        yield line
        return
    start, size = 0, 0
    for place, letter in enumerate(line):
        width = len(letter.encode())
        if size + width > OCTETS:
            yield line[start:place] if start == 0 else f" {line[start:place]}"
            start, size = place, 1
        size += width
    yield line[start:] if start == 0 else f" {line[start:]}"
