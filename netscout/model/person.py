"""A person of the workspace as everything else sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One alter. `id` is opaque (`p0042`), given at first sighting and kept for ever.

    `known_from` is `connections`, `messages`, `invitations`, `endorsements`, `recommendations`, `notes`, `contacts` or
    `referral` (a contact named them): the best source that knows them. `gone` says that a newer export of the same
    owner no longer lists them. Missing text is "", missing `email`, `slug` and dates are None.
    """

    id: str
    slug: str | None
    display_name: str
    first_name: str = ""
    last_name: str = ""
    middle_name: str = ""
    credentials: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    company: str = ""
    title: str = ""
    headline: str = ""
    connected_on: str | None = None
    known_from: str = "connections"
    gone: bool = False

    @property
    def url(self) -> str:
        """Return the profile URL rebuilt from the slug (never the input string), or ""."""
        from urllib.parse import quote

        return f"https://www.linkedin.com/in/{quote(self.slug)}" if self.slug and "/" not in self.slug else ""

    @property
    def shown_name(self) -> str:
        """Return the name for outputs that are not personal: "(no name)" and the id where there is none."""
        return self.display_name or f"(no name) {self.id}"


_AT = re.compile(r"(?<!\w)(?:at|bei|@|chez)\s*", re.IGNORECASE)


def role_at(title: str, company: str) -> str:
    """Return `title at company`, the title alone where it names the company already, else what there is."""
    title, company = title.strip(), company.strip()
    if not (title and company):
        return title or company
    if company.casefold() in title.casefold():
        return title
    named = _AT.search(title)
    if named:
        first = re.escape(company.split(maxsplit=1)[0])
        named = re.search(rf"{_AT.pattern}{first}(?!\w)", title, re.IGNORECASE)
    return title if named else f"{title} at {company}"


@dataclass(frozen=True, slots=True)
class Details:
    """What address books say of a person besides who they are; the words of `netscout.model.export.Detail`."""

    birthday: str | None = None
    phones: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    class_year: int | None = None
    mentor: bool | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A private note of the user's own: `source` is `file` for one that stood in an export, `user` for a typed one.

    `theme` is what the user keeps it under, "" for nothing.
    """

    text: str
    on: str | None = None
    source: str = "user"
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """How the user says they know a person: `close`, `know`, `met`, `stranger`; `on` is the day it was said."""

    person: str
    label: str
    on: str
    place: str = ""


LABELS = ("close", "know", "met", "stranger")
