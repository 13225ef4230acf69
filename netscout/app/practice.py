"""Practice: the talk rehearsed question by question; kept are how often and how long, nothing that was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netscout.app.session import Session
from netscout.campaign.bank import MOST_WORDS
from netscout.campaign.own_questions import count_words
from netscout.lang import fill, texts
from netscout.model.sheet import Line, Sheet

KEPT, REWORDED, DROPPED = "kept", "reworded", "dropped"


@dataclass(frozen=True, slots=True)
class Try:
    """One question rehearsed: how many seconds it took, what the user did with it, and their new words for it."""

    line: Line
    seconds: float
    verdict: str = KEPT
    words: str = ""

    @property
    def text(self) -> str:
        """Return the question as it stands now."""
        return self.words or self.line.text


def to_rehearse(sheet: Sheet) -> list[Line]:
    """Return what is said aloud, in order: who I am and why I come with the first question, then the others."""
    first, *others = sheet.lines
    opening = " ".join((*sheet.said["opening"], first.text))
    return [Line("opening", "opening", opening, first.minutes), *others]


def rehearsed(session: Session, person: str, tries: Sequence[Try]) -> int:
    """Store that a talk was rehearsed and how long it took, and return how often so far (raises StoreError)."""
    from netscout.store.notes import REHEARSAL, add, themed

    total = round(sum(one.seconds for one in tries))
    each = " ".join(f"{one.line.id}:{round(one.seconds)}" for one in tries)
    with session.open() as workspace, workspace.writing():
        add(workspace, person, REHEARSAL, f"{total} s; {each}", on=session.today.isoformat())
        return len(themed(workspace, person)[REHEARSAL])


def report(sheet: Sheet, tries: Sequence[Try]) -> list[str]:
    """Return in sentences how the rehearsal went against the plan, and what to look at."""
    words = texts("practice")
    stayed = [one for one in tries if one.verdict != DROPPED]
    spoken, planned = sum(one.seconds for one in stayed), 60 * sum(one.line.minutes for one in stayed)
    values = {"spoken": clock(spoken), "planned": clock(planned), "minutes": str(sheet.minutes)}
    lines = [fill(words["total"], values), words["over" if spoken > planned else "under"]]
    for one in tries:
        shown = {"text": one.text, "words": str(count_words(one.text)), "spoken": clock(one.seconds)}
        if one.line.id != "opening" and count_words(one.text) > MOST_WORDS and one.verdict != DROPPED:
            lines.append(fill(words["long"], shown))
        if one.seconds > 60 * one.line.minutes and one.verdict != DROPPED:
            lines.append(fill(words["slow"], shown | {"planned": clock(60 * one.line.minutes)}))
        if one.verdict in (REWORDED, DROPPED):
            lines.append(fill(words[one.verdict], shown))
    return [*lines, words["tone"], words["body"]]


def clock(seconds: float) -> str:
    """Return seconds as `3:05`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
