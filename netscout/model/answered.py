"""What the user said since an earlier page, and what that changed: the lists with those words against without them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """One thing the user said.

    Attributes:
        kind: `label`, `avoid`, `event`, `job` or `fit`.
        value: what was said (close, asked, the words of a job, match, ...; of `avoid` yes); "" if it was taken back.
        on: its day, "" if that is not kept.
        person: id of the person meant, "" for a title.
        title: the title meant as somebody writes it, "" for a person.
        target: of `fit` the name of the target.
        people: how many people it is about.
    """

    kind: str
    value: str
    on: str = ""
    person: str = ""
    title: str = ""
    target: str = ""
    people: int = 1


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody whose place differs: 0 is not on the list.

    `words` are the places in `Answered.words` of what was said of this very person and moved them; empty where they
    moved only because others did.
    """

    person: str
    before: int
    after: int
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedList:
    """One list of one target: everybody whose place differs, by the place now, those who left at the end.

    `places` is how many people stand on the list now.
    """

    target: str
    list: str
    places: int
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What new words changed, today's data being the same on both sides.

    `since` is the day of the page before them; `cards` holds for each target (name, ids of the people newly among the
    first to write to, ids of those no longer among them).
    """

    since: str
    words: tuple[Word, ...]
    lists: tuple[MovedList, ...] = ()
    cards: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SaidOf:
    """The user's words in force about one person: what the buttons of the page show as pressed.

    `events` holds the day of the last `asked`, `replied` and `met` that stand in the log.
    """

    label: str = ""
    label_on: str = ""
    avoid: bool = False
    events: dict[str, str] = field(default_factory=dict)
