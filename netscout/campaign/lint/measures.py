"""What is counted: words, minutes, characters (R1, R2, R9, R27)."""

from __future__ import annotations

from collections.abc import Iterator

from netscout.campaign.lint.durations import lengths
from netscout.campaign.lint.look import Hit, Look, at
from netscout.campaign.lint.rules import (
    CARD_WORDS,
    MESSAGE_LONG,
    MESSAGE_MOST,
    MINUTES_MOST,
    NOTES_A_MONTH,
    WORDS_LEAST,
    WORDS_MOST,
)


def units(text: str) -> int:
    """Return the characters of a text as UTF-16 code units, the cautious reading of what a site counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def words(look: Look) -> Iterator[Hit]:
    """Yield R1: too many words, or too few for thanks."""
    count, kind = look.draft.words, look.draft.kind
    least, most = CARD_WORDS if look.draft.channel == "card" else (WORDS_LEAST.get(kind, 0), WORDS_MOST[kind])
    if count > most:
        case = "card" if look.draft.channel == "card" else "long"
        yield Hit("R1", case, values={"count": str(count), "most": str(most), "limit": str(most + 1)})
    elif count < least:
        yield Hit("R1", "short", values={"count": str(count), "least": str(least)})


def minutes(look: Look) -> Iterator[Hit]:
    """Yield R2: no length is named, or one of more than half an hour."""
    found = [(text, one) for text in look.letter.parts for one in lengths(text)]
    if not found:
        yield Hit("R2", "none")
    for text, one in found:
        if one.minutes > MINUTES_MOST:
            yield at("R2", "long", text, one.span, minutes=f"{one.minutes:g}", most=str(MINUTES_MOST))


def characters(look: Look) -> Iterator[Hit]:
    """Yield R9: more characters than the channel takes; the span begins at the first too many."""
    body, channel, record = look.letter.body, look.draft.channel, look.record
    count = units(body.raw)
    if channel == "note":
        if count > record.note_limit:
            yield _beyond(look, "note", record.note_limit, count)
        if record.notes_sent >= NOTES_A_MONTH and record.note_limit < 300:
            yield Hit("R9", "many", values={"count": str(record.notes_sent)})
    elif channel == "message" and count > MESSAGE_MOST:
        yield _beyond(look, "message", MESSAGE_MOST, count)
    elif channel == "message" and count > MESSAGE_LONG:
        yield _beyond(look, "long", MESSAGE_LONG, count)


def _beyond(look: Look, case: str, most: int, count: int) -> Hit:
    body, used, start = look.letter.body, 0, 0
    for start, char in enumerate(body.raw):  # noqa: B007  # where the loop ends is what is looked for
        used += 1 + (ord(char) > 0xFFFF)
        if used > most:
            break
    return at("R9", case, body, (start, len(body.raw)), count=f"{count:,}", most=f"{most:,}")


def note_asks(look: Look) -> Iterator[Hit]:
    """Yield R27: a note that asks for more than to connect."""
    found = look.letter.body.first("meeting_up")
    if found:
        yield at("R27", "more", look.letter.body, found.span())
