"""The sheet for a talk: what is known of the person, and the agenda made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netscout.model.own_question import OwnQuestion


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """Everything a sheet may say, each from the workspace or the command; "" or empty where nothing is known.

    Attributes:
        id, name, role, company: of the person.
        audiences: who they are to the user: practitioner, connector, senior, manager, ... (never `any`).
        ties: (sentence, file) pairs of how the two know each other.
        mode: exploring or job-seeking.
        target, field_of_work: name of the target, and its role as it stands behind "work" (`as a data analyst`).
        asked_companies: companies of the target that are neither the person's nor the user's, in the order given.
        outcome: what the user wants from this talk, in a line.
        day, at, zone, place: of the talk; `place` is what the user noted of it.
        referrer: who named this person; `may_use_name` is yes, no or not asked, `referrer_words` what they said.
        slots: values by slot of the bank.
        found: lines found by word of the research list, the user's own before those of the workspace.
        typed: words of `found` that the user wrote down, in the order of the research list.
        own: questions of the user's own.
        left_open: what earlier talks left open.
        introduction: sentences about the user, their name first, or "".
        talks: how many talks there were with this person.
        rehearsals: how often this was practised.
        own_trade: whether the user's present work is that of the target already.
    """

    id: str
    name: str
    role: str = ""
    company: str = ""
    audiences: tuple[str, ...] = ()
    ties: tuple[tuple[str, str], ...] = ()
    mode: str = "exploring"
    target: str = ""
    field_of_work: str = ""
    asked_companies: tuple[str, ...] = ()
    outcome: str = ""
    day: str = ""
    at: str = ""
    zone: str = ""
    place: str = ""
    referrer: str = ""
    may_use_name: str = ""
    referrer_words: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)
    own: tuple[OwnQuestion, ...] = ()
    left_open: tuple[str, ...] = ()
    introduction: tuple[str, ...] = ()
    talks: int = 0
    rehearsals: int = 0
    own_trade: bool = False
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A question on the sheet.

    `id` is that of the bank, or `own-1`; `phase` the one whose minutes it takes; `drop` its place among those to leave
    out when time shrinks, 0 for never; `beside` a word for the user alone.
    """

    id: str
    phase: str
    text: str
    minutes: int
    family: str = ""
    drop: int = 0
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the talk: its name, from which minute to which, and its questions."""

    name: str
    start: int
    end: int
    lines: tuple[Line, ...] = ()

    @property
    def minutes(self) -> int:
        """Return how long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the research list: its part and word, what to find, and what was found ("" so far nothing)."""

    part: str
    word: str
    what: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the user found out: its word, what was asked, the answer, and the question it led to ("" for none)."""

    word: str
    what: str
    found: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet, in the order it is read.

    `head` are (name, text) pairs; `blocks` the talk from its first minute to its last, their minutes the whole; `said`
    fixed lines by block name; `form` how to meet; `two_way` what to answer when they ask; `notes` prompts; `known` all
    that the user wrote down before; `remarks` what the user should know of this sheet, for the screen.
    """

    facts: TalkFacts
    minutes: int
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    said: Mapping[str, tuple[str, ...]]
    research: tuple[Found, ...]
    form: tuple[str, ...]
    two_way: tuple[str, ...]
    notes: tuple[str, ...]
    known: tuple[Known, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every question, in the order asked."""
        return tuple(line for block in self.blocks for line in block.lines)
