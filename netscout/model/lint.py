"""What `lint` is handed and what it finds: the record a draft is held against, and the findings."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing on record that a sentence about a shared past may rest on.

    `kind` is employer, school, group, met, connected, referral, article, internal, wrote or recommended; `what` is the
    name of the thing, or the day (`YYYY-MM-DD`) for met, connected and wrote.
    """

    kind: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the name of somebody may be used towards a person: `allowed` only where a yes stands in the record."""

    referrer: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class Record:
    """Everything on record that a draft to one person is held against; "" , () and None where nothing is known.

    Attributes:
        names: every name the person is recorded under, whole and in parts.
        work: their title, headline and company, and the roles of the user's targets that may be named.
        facts: what the two have in common.
        permissions: whose name may be used, and whose not.
        recorded: names the store holds as they are written; what looks like a place-holder in them is none.
        employers: the user's present employers.
        employer_known: the employer knows of the plans.
        inside: the person works at the user's present employer.
        stranger: nothing shows that the two ever exchanged a word.
        asked, may_remind: days (`YYYY-MM-DD`) of the open ask, and from when a reminder fits.
        reminded: a reminder of this ask was sent.
        answered: they answered it.
        declined: the last word was a no, and there was no talk.
        put_off: the last word was "not now".
        talk: day of the last talk.
        notes: what the user wrote down of that talk.
        owing: advice or referrals of theirs that are to be reported on.
        notes_sent: invitation notes logged in the last thirty days.
        note_limit: characters of an invitation note.
        language: the language the user writes in.
    """

    names: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    permissions: tuple[Permission, ...] = ()
    recorded: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    employer_known: bool = False
    inside: bool = False
    stranger: bool = True
    asked: str | None = None
    may_remind: str | None = None
    reminded: bool = False
    answered: bool = False
    declined: bool = False
    put_off: bool = False
    talk: str | None = None
    notes: tuple[str, ...] = ()
    owing: tuple[str, ...] = ()
    notes_sent: int = 0
    note_limit: int = 200
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where a draft breaks a rule; `span` counts characters of `part`, (0, 0) where something is missing."""

    rule: str
    severity: str
    span: tuple[int, int]
    part: str
    text: str
    message: str
    mend: str
    source: str


@dataclass(frozen=True, slots=True)
class Linted:
    """What the rules say of a draft; `not_checked` are the rules without a list of phrases for its language."""

    kind: str
    channel: str
    mode: str
    words: int
    characters: int
    findings: tuple[Finding, ...]
    not_checked: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Return whether no must-rule is broken."""
        return all(one.severity != ERROR for one in self.findings)
