"""What rows become before anybody knows who is who: dates still as written, people as names and URLs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netscout.sources.names import Name


class Contact(NamedTuple):
    """A row about one person; `kind` is that of the sighting."""

    slug: str | None
    name: Name
    emails: tuple[str, ...]
    company: str
    title: str
    connected: str


class Entry(NamedTuple):
    """A row of an address book or of a list of members; `connected` is a date as written, `note` keeps line breaks."""

    slug: str | None
    name: Name
    middle: str
    emails: tuple[str, ...]
    company: str
    title: str
    headline: str = ""
    note: str = ""
    connected: str = ""
    birthday: str | None = None
    phones: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    class_year: int | None = None
    mentor: bool | None = None


class Way(NamedTuple):
    """What many messages share, as the cells say it: conversation, both sides, and how the row is marked.

    `mark` is `draft`, `spam`, `sponsored` or ""; `side` is `in` or `out` where the file says so, else "".
    """

    thread: str
    sender_url: str
    sender: str
    to_urls: str
    to: str
    mark: str
    side: str


class Letter(NamedTuple):
    """A message without its text: `way` is the number of its `Way` on the file's desk."""

    way: int
    date: str
    length: int
    inmail: bool


class Invite(NamedTuple):
    """An invitation: names and URLs of both sides; `direction` is `out`, `in` or `none`."""

    inviter: str
    inviter_slug: str | None
    invitee: str
    invitee_slug: str | None
    date: str
    direction: str
    note: bool


class Endorsement(NamedTuple):
    """One skill; `direction` is `in` where others endorsed the owner."""

    direction: str
    slug: str | None
    name: Name
    skill: str
    date: str
    accepted: bool


class Recommendation(NamedTuple):
    """A recommendation without its text; `direction` is `in` where others recommend the owner, `none` if unknown."""

    direction: str
    name: Name
    company: str
    date: str
    visible: bool


class Profile(NamedTuple):
    """The owner as Profile.csv names them."""

    name: Name
    headline: str
    industry: str


class Address(NamedTuple):
    """One of the owner's e-mail addresses."""

    email: str


class Jotting(NamedTuple):
    """A note of the owner's own about somebody, line breaks kept; dates as written."""

    slug: str | None
    name: Name
    text: str
    created: str
    edited: str


class Follow(NamedTuple):
    """An organisation the owner follows; the date as written."""

    organisation: str
    date: str


class Remark(NamedTuple):
    """A comment without its text; the date as written."""

    date: str
