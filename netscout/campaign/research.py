"""The research list: what to find out before a talk, part by part; each line found is stored in the user's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: its part, what to find, and as `completes` the words it goes on from, "" for none."""

    part: str
    what: str
    completes: str = ""


PARTS = ("person", "company", "job", "industry", "me")
ITEMS = {
    "path": Item("person", "how they came to where they are"),
    "role": Item("person", "what their present job is"),
    "said": Item("person", "something they wrote or said"),
    "shared": Item("person", "a place or group that is part of both your pasts", "We both passed through"),
    "changed": Item("person", "the field they came from, if they changed"),
    "newcomer": Item("person", "when they came into this work, if not long ago"),
    "business": Item("company", "what it does, and for whom"),
    "size": Item("company", "how large it is"),
    "news": Item("company", "one piece of recent news", "I read that"),
    "rivals": Item("company", "the name of one rival"),
    "remote": Item("company", "how they work when not in one room"),
    "advert": Item("job", "what two job descriptions ask for"),
    "entry": Item("job", "how people usually come in, with which certificates"),
    "tools": Item("job", "which tools they work with"),
    "pay": Item("job", "what pay is quoted", "I have seen"),
    "trend": Item("industry", "one trend"),
    "dispute": Item("industry", "one thing they argue about"),
    "unknown": Item("me", "what I do not know"),
    "decide": Item("me", "what I want to decide"),
    "field": Item("me", "the field I come from", "I come from"),
    "resource": Item("me", "a book or course I worked through", "I have worked through"),
}
"""By the word that `prep --found` takes."""


def stays_open(text: str) -> bool:
    """Return whether what was found ends in a question: the topic is looked up, and something is left to ask."""
    return text.rstrip().endswith("?")
