"""People as vCard 3.0, which every address book reads: a personal file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from netscout.reports.exports.content_lines import folded, line_text, lines_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def vcf_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return one card a row: CRLF, lines folded at 75 octets between characters, every value escaped.

    Property names are ours alone; of an absent value there is no property.
    """
    return "".join(f"{line}\r\n" for row in rows for one in _card(row) for line in folded(one))


def _card(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the properties of one person, unfolded."""
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    name = row["display_name"] or next(iter(row["emails"]), "") or f"(no name) {row['id']}"
    yield f"FN:{line_text(name)}"
    parts = (row["last_name"], row["first_name"], row["middle_name"])
    yield f"N:{';'.join(map(line_text, parts))};;{','.join(map(line_text, row['credentials']))}"
    for key, values in (("EMAIL", row["emails"]), ("TEL", row["phones"])):
        yield from (f"{key}:{line_text(value)}" for value in values)
    for key, value in (("ORG", row["company"]), ("TITLE", row["title"])):
        if value:
            yield f"{key}:{line_text(value)}"
    if row["url"]:
        yield f"URL:{row['url']}"
    if row["birthday"]:
        yield _birthday(row["birthday"])
    if row["labels"]:
        yield f"CATEGORIES:{','.join(map(line_text, row['labels']))}"
    if row["note"]:
        yield f"NOTE:{lines_text(row['note'])}"
    yield f"UID:netscout-{row['id']}"
    yield "END:VCARD"


def _birthday(text: str) -> str:
    """Return the property of a day: `1984-01-31`; without a year `--0131`, which 3.0 has no word for but many read."""
    digits = re.sub(r"[^0-9]", "", text)
    if text.startswith("--"):
        return f"BDAY;VALUE=date:--{digits}"
    return f"BDAY:{digits[:4]}-{digits[4:6]}-{digits[6:]}"
