"""The campaign as the page tells it: what is due, where everybody stands, how far it has come, who led to whom."""

from __future__ import annotations

from dataclasses import dataclass

from netscout.model.yields import Yields


@dataclass(frozen=True, slots=True)
class Todo:
    """A step of somebody in words: `what` to do, `when` it is due, the command that helps in `do` ("" for none).

    `action` is one of campaign.md's, `status` overdue, due, upcoming or open, `due` the day `YYYY-MM-DD` or "";
    `about` names the people whom the step is about.
    """

    person: str
    action: str
    what: str
    when: str
    status: str
    due: str = ""
    about: tuple[str, ...] = ()
    do: str = ""


@dataclass(frozen=True, slots=True)
class LogNote:
    """What the user wrote beside an entry of the log, or noted: `event` is the entry or the theme; private."""

    on: str
    event: str
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody of the log: the `stage`, in words `where` it stands, and the next step (None for none).

    `meeting` is the day of a talk that is fixed, "" for none; `notes` are gathered for the private form alone.
    """

    person: str
    name: str
    title: str
    company: str
    stage: str
    where: str
    step: Todo | None = None
    meeting: str = ""
    notes: tuple[LogNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Led:
    """A line of the chains of referrals: `depth` is 0 for whoever begins one.

    `state` says what came of the referral, `use` whether the referrer's name may be used, `end` why the chain goes no
    further; `again` that what follows was told above. `words` are the referrer's own, for the private form alone.
    `person` is "" for somebody who is not known here.
    """

    depth: int
    person: str
    name: str
    title: str = ""
    company: str = ""
    state: str = ""
    use: str = ""
    end: str = ""
    again: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """All of it, as of the day of the page: the most urgent first, `people` in the order of their first entry.

    `yields` tells how the asking went, the groups and keys of its rates in words.
    """

    people: tuple[Party, ...]
    now: tuple[Todo, ...]
    soon: tuple[Todo, ...]
    owed: tuple[Todo, ...]
    yields: Yields
    chains: tuple[Led, ...] = ()
