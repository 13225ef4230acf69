"""The sentences of parts and gains, from the package's texts; one object for each distinct part."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from netscout.lang import fill, texts
from netscout.model.ranking import Part, Pick

if TYPE_CHECKING:
    from netscout.model.origin import Origin

OWN = {
    "reply.address_book": "your address book",
    "reply.label": "your own word",
    "cost": "your log",
    "familiarity": "your own word",
}
"""What a part rests on that is no table of LinkedIn's."""
TABLES = {
    "reply.recommended": ("recommendations_received", "recommendations_given"),
    "reply.invited_me": ("invitations",),
    "reply.note": ("invitations",),
    "reply.endorsed": ("endorsements_received", "endorsements_given"),
    "reply.history": ("positions", "education", "connections"),
    "willing": ("recommendations_received", "recommendations_given", "messages"),
    "reach": ("connections", "messages"),
}
"""The kinds of tables a part rests on; any other part rests on messages."""


@cache
def say(key: str, **values: str | int) -> str:
    """Return the sentence `key` of namespace ranking, filled in."""
    return fill(texts("ranking")[key], {name: str(value) for name, value in values.items()})


def source(key: str, origin: Origin, person: str = "") -> str:
    """Return the files a part of this key rests on, those that were not loaded left out; "" for none."""
    if key.startswith("fit."):
        return (origin.company if key in ("fit.company", "fit.industry") else origin.title)(person)
    return OWN.get(key) or origin.of(*TABLES.get(key, ("messages",)))


@cache
def sentence(key: str) -> str:
    """Return what a part of this key is about, whoever it is."""
    return say(key)


def count(number: int, noun: str) -> str:
    """Return "1 message", "2 messages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def ordinal(number: int) -> str:
    """Return "first" to "third", then "4th" and so on."""
    words = {1: "first", 2: "second", 3: "third"}
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return words.get(number, f"{number}{ending}")


def gain_parts(pick: Pick) -> tuple[Part, ...]:
    """Return a pick's gains with their sentences; they sum to its gain."""
    return tuple(Part(f"gain.{key}", points, _gain(key, before)) for key, points, before in pick.gains)


def _gain(key: str, before: int) -> str:
    if key == "score":
        return say("gain.score")
    facet = say(f"facet.{key}")
    if before < 0:
        return say("gain.unknown", facet=facet)
    return say("gain.next", facet=facet, number=before + 1) if before else say("gain.first", facet=facet)
