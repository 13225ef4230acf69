"""After the request: thanks, reminders, news (R18 to R23, R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from netscout.campaign.lint.letter import stem, tokens
from netscout.campaign.lint.look import Hit, Look, at
from netscout.campaign.lint.phrases import phrases, words_of

SPECIFIC_WORDS = 2
THANKS_DAYS = 2
_QUOTED_WORDS = 4


def specifics(look: Look) -> Iterator[Hit]:
    """Yield R18: thanks without two words in common with the notes of the talk, or one with what else they gave."""
    if _is_after_a_no(look):
        return
    if not look.record.notes:
        yield Hit("R18", "no_notes")
    elif len(shared_words(look)) < (SPECIFIC_WORDS if look.record.talk else 1) and not _is_quoted(look):
        yield Hit("R18", "none" if look.record.talk else "none_help")


def _is_quoted(look: Look) -> bool:
    """Return whether a whole note stands in the draft, however short or common each of its words is."""
    body = " ".join(look.draft.body.casefold().split())
    noted = (" ".join(one.split()).strip(" .,;:!") for one in look.record.notes)
    return any(_is_whole(one) and one.casefold() in body for one in noted)


def _is_whole(note: str) -> bool:
    """Return whether a note says something by itself: four words, or two of which the last part holds a name."""
    first, *rest = note.split() or [""]
    return len(rest) + 1 >= _QUOTED_WORDS or (bool(first) and any(one != one.lower() for one in rest))


def shared_words(look: Look) -> list[str]:
    """Return the words of the draft that stand in the notes of the talk too, in alphabetical order."""
    common = frozenset(word for one in words_of(look.letter.language, "common") for word in one.split("|"))
    passed = tokens(look.record.names) | tokens(look.record.employers)
    noted = {stem(one) for one in tokens(look.record.notes) if len(one) > 3}
    said = tokens([look.draft.body]) - common - passed
    return sorted({one for one in said if len(one) > 3 and stem(one) in noted})


def _is_after_a_no(look: Look) -> bool:
    return (look.record.declined or look.record.put_off) and look.record.talk is None


def next_step(look: Look) -> Iterator[Hit]:
    """Yield R19: thanks that do not say what comes of the talk."""
    body = look.letter.body
    idle = [one.span() for one in body.find("not_doing")]
    for one in body.find("doing"):
        if not any(start <= one.start() < end for start, end in idle):
            return
    if not _is_after_a_no(look):
        yield Hit("R19", "none")


def asks(look: Look) -> Iterator[Hit]:
    """Yield R20: something new is asked for; a reminder of what they offered is not."""
    text = look.letter.body
    fine = [one.span() for one in text.find("harmless")]
    asked: list[tuple[int, int]] = []
    for one in text.find("asking"):
        sentence = text.sentence_at(one.start())
        offered = phrases(text.language, "asking_you").search(text.plain, *sentence)
        if offered:
            asked.append(sentence)
        if offered or text.is_denied(one.start()) or any(start <= one.start() < end for start, end in fine):
            continue
        asked.append(sentence)
        yield at("R20", "asks", text, one.span())
    for sentence in text.sentences:
        begun = phrases(text.language, "courtesy").match(text.plain, *sentence)
        if text.raw[sentence[0] : sentence[1]].rstrip("\"')").endswith("?") and not begun and sentence not in asked:
            yield at("R20", "asks", text, sentence)


def late(look: Look) -> Iterator[Hit]:
    """Yield R21: thanks later than the second day after the talk."""
    if look.record.talk is None:
        return
    days = (look.today - date.fromisoformat(look.record.talk)).days
    if timedelta(days=days) > timedelta(days=THANKS_DAYS):
        yield Hit("R21", "late", values={"days": str(days)})


def reminder(look: Look) -> Iterator[Hit]:
    """Yield R22: a reminder of nothing, a second one, an early one, one that does not say of what."""
    record = look.record
    if record.asked is None:
        yield Hit("R22", "no_ask")
    elif record.reminded and not record.answered:
        yield Hit("R22", "second")
    elif record.may_remind and look.today.isoformat() < record.may_remind and not record.answered:
        yield Hit("R22", "early", values={"day": record.may_remind})
    if look.letter.body.first("restating") is None:
        yield Hit("R22", "bare")


def reproach(look: Look) -> Iterator[Hit]:
    """Yield R23: a reproach for not having answered."""
    for text in look.letter.parts:
        taken: list[tuple[int, int]] = []
        for one in text.find("reproach"):
            lead = text.before(one.start())
            if re.search(r"(?<!\w)(?:no|not a|without|never a)\s*$", lead) or any(
                start <= one.start() < end for start, end in taken
            ):
                continue
            taken.append(one.span())
            yield at("R23", "reproach", text, one.span())


def news(look: Look) -> Iterator[Hit]:
    """Yield R25: an update that tells of no result and no decision."""
    body = look.letter.body
    if any(not body.is_denied(one.start()) for one in body.find("result")):
        return
    plain = not look.record.owing and body.first("hello") is not None
    yield Hit("R25", "hello" if plain else "none")
