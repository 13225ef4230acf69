"""What whole exports of LinkedIn come to, drawn from seeds: owner, people, contacts, account.

The files are sound; what varies is which of them are there, who writes to whom under which name and address, and what
the user says of it. Everybody is invented. REWRITE_GOLDEN=1 writes the answers anew.
"""

from __future__ import annotations

import csv
import random
import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.model.owner import Owner
from netscout.sources import read
from tests.written_out import digest, hold

if TYPE_CHECKING:
    from netscout.model.export import Export

FOLDER = Path(__file__).parent / "data" / "exports"
TODAY = date(2026, 11, 1)
BATCH, BATCHES = 25, 6
AT = "https://www.linkedin.com/in/"
OWNER = ("Mia", "Owner", "mia-owner")
OTHERS = (
    ("Ana", "Example", "ana-example"),
    ("Bo", "Lind", "bo-lind"),
    ("Mia", "Owner", "mia-owner-2"),
    ("Cy", "Third, PhD", ""),
    ("Dee", "van Example", "dee"),
    ("", "", "nobody-known"),
    ("LinkedIn", "Member", ""),
    ("Bo", "Lind", "bo-lind-2"),
)
SECONDS = (
    "2023-09-03 04:05:06 UTC", "2023-09-04 04:05 UTC", "2024-02-29 23:59:59 UTC", "2030-01-01 00:00:00 UTC", "", "x",
    "2025-01-31 10:00:00 UTC", "2023-09-03 04:60:06 UTC", "2023-9-03 04:05:06 UTC", "2O23-09-03 04:05:06 UTC",
    "2023-13-03 04:05:06 UTC", "2023-09-03 04:05:60 UTC", "2022-06-01 24:00:00 UTC", "2021-05-05 05:05:05 UTC",
)  # fmt: skip
DAYS = ("09 Jun 2018", "7 Sep 2019", "2020-01-31", "3/4/2021", "13/4/2021", "31 Feb 2020", "")
LETTER = (
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "DIRECTION",
    "FOLDER",
    "IS MESSAGE DRAFT",
    "IS CONVERSATION DRAFT",
)
_PRAISED = (
    "Endorsement Date,Skill Name,Endorse{} First Name,Endorse{} Last Name,Endorse{} Public Url,Endorsement Status"
)
_PRAISE = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "first,last,company,title,text,clock,status",
)
_INVITED = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
TABLES: dict[str, tuple[str, ...]] = {
    "Connections.csv": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "first,last,url,mail,company,title,day",
    ),
    "Invitations.csv": (_INVITED, "whole,Mia,clock,text,INCOMING,url,me", "Mia,whole,clock,text,OUTGOING,me,url"),
    "Endorsement_Received_Info.csv": (_PRAISED.replace("{}", "r"), "second,skill,first,last,url,status"),
    "Endorsement_Given_Info.csv": (_PRAISED.replace("{}", "e"), "second,skill,first,last,url,status"),
    "Recommendations_Received.csv": _PRAISE,
    "Recommendations_Given.csv": _PRAISE,
    "Notes.csv": (
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On",
        "first,last,url,text,day,day",
    ),
    "Positions.csv": ("Company Name,Title,Description,Location,Started On,Finished On", "company,title,,,Jan 2020,day"),
    "Education.csv": ("School Name,Start Date,End Date,Notes,Degree Name,Activities", "company,2005,day,,title,"),
    "Company Follows.csv": ("Organization,Followed On", "company,day"),
    "Contacts.csv": (
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,FullName",
        "MOBILE,first,last,company,title,mail,,day,,url,",
    ),
    "Ad_Targeting.csv": ("Company Names,Interests", "company,title"),
}
"""File -> its header, and what stands in a row; one of these where there are several."""
KNOWN = Owner("Mia Owner", ("mia-owner",), ("mia@mail.example",))
Row = tuple[str, ...]


@dataclass
class Draw:
    """One export in the making."""

    room: Path
    draw: random.Random
    people: list[tuple[str, str, str]] = field(default_factory=list)

    def table(self, name: str, header: Row, rows: list[Row]) -> None:
        """Write one file."""
        with (self.room / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])

    def maybe(self, chance: float = 0.5) -> bool:
        """Return whether something is so."""
        return self.draw.random() < chance

    def letters(self) -> None:
        """Write messages: to one or several, named ways and unnamed ones, drafts, advertisements."""
        rows, sided, threads, old = [], self.maybe(0.2), self.maybe(0.85), self.maybe(0.25)
        for _ in range(self.draw.randint(1, 12)):
            them = self.draw.sample(self.people, self.draw.choice((1, 1, 1, 2, 3)))
            sender, to = (them[0], [OWNER, *them[1:]]) if self.maybe() else (OWNER, them)
            if self.maybe(0.1):
                sender, to = them[0], them[1:]
            side = ("OUTGOING" if sender is OWNER else "INCOMING") if sided else ""
            mark = self.draw.choice(("INBOX", "INBOX", "INBOX", "SPAM", "ARCHIVE"))
            title = self.draw.choice(("", "", "", "Sponsored Conversation", "A club"))
            row = (
                f"c{self.draw.randrange(5)}" if threads else "",
                title,
                " ".join(sender[:2]).strip(),
                self.at(sender),
                ",".join(" ".join(one[:2]).strip() for one in to),
                ",".join(self.at(one) for one in to),
                self.draw.choice(SECONDS),
                "",
                self.draw.choice(("Hello\n\nyou", "", "<b>a</b> word", "x" * 50)),
                side,
                mark,
                self.draw.choice(("No", "No", "Yes")),
                "No",
            )
            rows.append(row)
        left_out = {"DIRECTION"} - ({"DIRECTION"} if sided else set())
        left_out |= {"RECIPIENT PROFILE URLS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"} if old else set()
        kept = [at for at, name in enumerate(LETTER) if name not in left_out]
        self.table("messages.csv", tuple(LETTER[at] for at in kept), [tuple(row[at] for at in kept) for row in rows])

    def at(self, one: tuple[str, str, str]) -> str:
        """Return the address of somebody, "" for those without."""
        return AT + one[2] if one[2] else ""

    def each(self, name: str, header: str, keys: str) -> None:
        """Write a table with a row or two for each person."""
        rows: list[Row] = []
        for first, last, slug in self.people:
            for _ in range(self.draw.choice((0, 1, 1, 2))):
                facts = {
                    "first": first,
                    "last": last,
                    "url": AT + slug if slug else "",
                    "me": AT + OWNER[2],
                    "Mia": "Mia Owner",
                    "whole": f"{first} {last}".strip(),
                    "day": self.draw.choice(DAYS),
                    "second": self.draw.choice(SECONDS),
                    "mail": f"{slug or 'x'}@mail.example",
                    "skill": self.draw.choice(("SQL", "Python", "")),
                    "status": self.draw.choice(("ACCEPTED", "VISIBLE", "REJECTED", "")),
                    "company": "Northwind",
                    "title": self.draw.choice(("Analyst", "")),
                    "text": self.draw.choice(("A word\n\nof it", "")),
                    "way": self.draw.choice(("OUTGOING", "INCOMING", "")),
                    "clock": "1/2/24, 3:04 PM",
                }
                rows.append(tuple(facts.get(key, key) for key in keys.split(",")))
        self.table(name, tuple(header.split(",")), rows)

    def write(self) -> None:
        """Write some of the files."""
        self.people = self.draw.sample(OTHERS, self.draw.randint(3, 6))
        for name, (header, *keys) in TABLES.items():
            if self.maybe(0.6):
                self.each(name, header, self.draw.choice(keys))
        if self.maybe(0.8):
            self.letters()
        if self.maybe():
            names = self.draw.choice((OWNER[:2], OWNER[:2], ("Mia", "Maiden")))
            self.table(
                "Profile.csv",
                ("First Name", "Last Name", "Maiden Name", "Headline", "Industry"),
                [(*names, "", "Lawyer", "Law")],
            )
        if self.maybe(0.4):
            self.table(
                "Email Addresses.csv",
                ("Email Address", "Confirmed", "Primary"),
                [("mia@mail.example", "Yes", self.draw.choice(("Yes", "No"))), ("old@mail.example", "No", "No")],
            )


def told(export: Export) -> list[str]:
    """Return everything an export says, a line each."""
    lines = [f"{export.export_date} {export.has_connections} {sorted(export.counts.items())}", repr(export.owner)]
    for part in (
        export.sightings,
        export.interactions,
        export.details,
        export.notes,
        export.notices,
        export.unreadable,
    ):
        lines += [repr(tuple(one)) if isinstance(one, tuple) else repr(one) for one in part]
    for source in export.sources:
        lines += [f"{one.name} {one.kind} {one.rows} {sorted(one.counts.items())}" for one in source.files]
        lines += [f"ignored {one.name}: {one.reason}" for one in source.ignored]
    return lines


def one_export(room: Path, seed: int) -> list[str]:
    """Return what comes of one export."""
    draw = random.Random(f"export {seed}")  # noqa: S311  # the same files each time
    room.mkdir()
    Draw(room, draw).write()
    me = draw.choice(
        (None, None, None, f"{AT}mia-owner", "mia-owner", "mia@mail.example", f"{AT}somebody", "some words")
    )
    order, known = draw.choice(("auto", "auto", "dmy")), draw.choice((None, None, KNOWN))
    lines = [f"--- {seed} {sorted(one.name for one in room.iterdir())} {me} {order} {known and known.name}"]
    try:
        return lines + told(read([room], today=TODAY, me=me, date_order=order, known_owner=known))
    except InputError as fault:
        return [*lines, f"{fault.code}: {fault}"]
    finally:
        shutil.rmtree(room)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_whole_exports(batch: int, tmp_path: Path) -> None:
    """A message given to the wrong person, an owner mistaken, or a row counted twice would stand in no error."""
    rooms = range(batch * BATCH, (batch + 1) * BATCH)
    lines = (line for seed in rooms for line in one_export(tmp_path / "export", seed))
    hold(FOLDER / f"{batch}.txt", (line.replace(str(tmp_path), "") for line in lines))


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("batch", range(BATCHES, BATCHES + 4))
def test_more_exports(batch: int, tmp_path: Path) -> None:
    """What 150 exports do not meet, 600 more may; of these each is kept as a digest."""
    seeds = range(1000 * batch, 1000 * batch + 150)
    hold(FOLDER / f"{batch}.txt", (f"{seed} {digest(one_export(tmp_path / 'export', seed)[1:])}" for seed in seeds))
