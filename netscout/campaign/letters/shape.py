"""Sentences with the facts they rest on, in the form of a channel; what is too long is said in fewer sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.draft import Draft

WRITTEN = ("message", "email", "call")
"""Channels of every kind of draft; a note goes with an invitation alone, a card with thanks alone."""
SUBJECT_LIMIT = 60
_ASKS = ("follow-up", "introduction")
"""Kinds that ask for something."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a draft with the fact and the file it rests on, "" where it claims nothing.

    `spare` says how soon it may be left out where the text is too long: the highest goes first, 0 always stays.
    """

    text: str
    fact: str = ""
    source: str = ""
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """To whom a draft goes, from whom and how; `me` is "" where the name of the user is not known."""

    to: str
    first: str
    me: str
    kind: str
    channel: str
    mode: str
    subject: str = ""


def check_channel(kind: str, channel: str, channels: Sequence[str] = WRITTEN) -> None:
    """Refuse a channel that this kind of draft has no form for (raises RefusedError)."""
    if channel in channels:
        return
    words = texts("letters")
    raise RefusedError(
        words["channel.card" if channel == "card" else "channel.note"],
        fill(words["channel.instead"], {"kind": kind, "channels": " or ".join(channels)}),
    )


def check_name(to: str) -> None:
    """Refuse a person without a name (raises RefusedError)."""
    if not to:
        raise RefusedError("this contact has no name, so nobody can be greeted.", "Look at the profile first.")


def versions(head: Head, paragraphs: Sequence[Sequence[Line]]) -> Iterator[Draft]:
    """Yield the draft with every sentence, then with one spare sentence less at a time."""
    left = [list(one) for one in paragraphs]
    while True:
        yield _draft(head, left)
        ranks = [line.spare for one in left for line in one]
        most = max(ranks, default=0)
        if not most:
            return
        gone = next(line for one in left for line in one if line.spare == most)
        left = [[line for line in one if line is not gone] for one in left]


def _draft(head: Head, paragraphs: Sequence[Sequence[Line]]) -> Draft:
    told = [" ".join(line.text for line in one if line.text) for one in paragraphs]
    claims = [line for one in paragraphs for line in one if line.fact]
    body = "\n\n".join([*_opening(head), *(one for one in told if one), *_closing(head)])
    return Draft(
        *(head.to, head.kind, head.channel, head.mode, head.subject, body),
        facts=tuple((one.fact, one.source) for one in claims),
        sentences=tuple(one.text for one in claims),
    )


def _values(head: Head) -> Mapping[str, str]:
    return {"first": head.first or head.to, "me": head.me}


def _opening(head: Head) -> list[str]:
    words = texts("letters")
    key = "greeting.card" if head.channel == "card" else "greeting"
    if head.channel == "call":
        brief = "" if head.kind in _ASKS else ".brief"
        key = f"greeting.call{brief}{'' if head.me else '.unsigned'}"
    return [fill(words[key], _values(head))]


def _closing(head: Head) -> list[str]:
    words = texts("letters")
    return [fill(words["signature"], _values(head))] if head.me and head.channel != "call" else []


def fitting_subject(*subjects: str) -> str:
    """Return the first subject that is shown whole, else the last."""
    return next((one for one in subjects if len(one) <= SUBJECT_LIMIT), subjects[-1])
