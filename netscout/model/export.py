"""What one delivered export says, before it meets the workspace: the contract between `sources` and `store`.

An export is everything of one `load` call that belongs to one owner and one day: a zip, a folder, or single files.
A `Sighting` is one row's claim about a person; an `Interaction` one dated, directed contact with the person of a
sighting. Persons are made of sightings in the workspace (`netscout.matching.identity`), never here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable
from netscout.model.owner import Owner


class Sighting(NamedTuple):
    """One row's claim about one person.

    Attributes:
        file: index into `Export.files`.
        line: physical line of the row in that file (1 = first line), 0 where the claim stands in many rows.
        kind: `connection`, or for people known only so: `message`, `invitation`, `endorsement`, `recommendation`;
            `note` for a note of the owner's own about somebody, `contact` for an entry of an address book, whoever
            else lists them; `referral` for somebody whom a contact named to the owner.
        slug: key of the profile URL, or None.
        display_name: as shown; cleaned, never changed.
        name_key: what names are compared by, "" if there is no name.
        credentials: spelled as written, in order.
        emails: lower case, in file order.
        company, title, headline: cleaned text, "" if absent.
        connected_on: `YYYY-MM-DD` or None.
    """

    file: int
    line: int
    kind: str
    slug: str | None
    first_name: str
    last_name: str
    display_name: str
    name_key: str
    credentials: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    company: str = ""
    title: str = ""
    headline: str = ""
    connected_on: str | None = None
    middle_name: str = ""


class Interaction(NamedTuple):
    """One dated, directed contact between the owner and the person of a sighting.

    Attributes:
        sighting: index into `Export.sightings`.
        file: index into `Export.files`.
        kind: `message`, `invitation`, `endorsement`, `recommendation`.
        direction: `in` (they did it), `out` (the owner did it), `co` (both were recipients of somebody else's
            group message: co-presence, no contact), `none` (unknown).
        at: UTC second since 1970 for messages and endorsements; midnight UTC of the day where only a day is known;
            None if undated.
        day: `YYYY-MM-DD` (or `YYYY-MM-DDTHH:MM` without zone for invitations), None if undated.
        recipients: persons besides the sender; 1 for a direct message.
        conversation: conversation id of the export, or a key made of its first message, never of who is in it; "" for
            other kinds.
        length: characters of the cleaned text; 0 where there is none.
        detail: `inmail`, `note` (an invitation with a message), a skill's name (endorsement), `VISIBLE`
            (recommendation) or "".
    """

    sighting: int
    file: int
    kind: str
    direction: str
    at: int | None
    day: str | None
    recipients: int = 1
    conversation: str = ""
    length: int = 0
    detail: str = ""


class Detail(NamedTuple):
    """What only an address book or a list of members says of the person of a sighting.

    Attributes:
        sighting: index into `Export.sightings`.
        birthday: `YYYY-MM-DD`, `--MM-DD` without a year, or None.
        phones: as written, cleaned, in file order.
        labels: groups, tags and categories, in file order; those of the system are left out.
        class_year: year of graduation, or None.
        mentor: whether they offer to mentor; None if they do not say.
    """

    sighting: int
    birthday: str | None = None
    phones: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    class_year: int | None = None
    mentor: bool | None = None


class PrivateNote(NamedTuple):
    """The owner's own note about the person of a sighting, as a file holds it: private, line breaks kept.

    Attributes:
        sighting: index into `Export.sightings`.
        on: `YYYY-MM-DD`, the day it was written or changed last; None if unknown.
    """

    sighting: int
    text: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One container or file given to `load`.

    `kind` is `linkedin`, `google`, `outlook`, `vcard`, `csv` (a table of no known program), `cards`, `netscout`, or
    `referral` where no file but the user told of somebody.
    """

    path: str
    kind: str
    sha256: str
    files: tuple[FileAccount, ...] = ()
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """Everything one `load` call read, nothing of it stored yet.

    `files` is the flat list that `Sighting.file` and `Interaction.file` index: (position in `sources`, member name).
    `counts` are the totals of `load --json` except `people`, `others`, `duplicates`, `possible_duplicates`,
    which the workspace settles as well. `way` is how the user said to read it (a digest once it is stored), `stated` a
    digest of whose they said it is, "" where they said nothing: the same files read another way are another account.
    """

    sources: tuple[SourceFile, ...]
    files: tuple[tuple[int, str], ...]
    export_date: str | None
    owner: Owner
    sightings: tuple[Sighting, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    has_connections: bool = False
    details: tuple[Detail, ...] = ()
    notes: tuple[PrivateNote, ...] = ()
    way: str = ""
    stated: str = ""
