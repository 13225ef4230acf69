"""The demo and tiny samples: what they promise to those who show netscout with them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from data_samples.invent import linkedin, owner
from data_samples.invent.demo import ARCHIVE, EARLIER_ARCHIVE, TARGET_COMPANIES, Demo, make_demo
from data_samples.invent.tiny import STEM

if TYPE_CHECKING:
    from pathlib import Path

Rows = list[dict[str, str]]
RESERVED = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org))?$")
ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
HEADERS = {
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,"
    "CONTENT,FOLDER,ATTACHMENTS",
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status",
    "Endorsement_Given_Info.csv": "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,"
    "Endorsee Public Url,Endorsement Status",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Recommendations_Given.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On",
    "Member_Follows.csv": "Date,FullName,Status",
    "Company Follows.csv": "Organization,Followed On",
    "Comments_900012016.csv": "Date,Link,Message",
    "Reactions_900012016.csv": "Date,Type,Link",
    "Shares_900012016.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
}


@pytest.fixture(scope="module")
def demo() -> Demo:
    """Return the people and letters behind the files."""
    return make_demo()


@pytest.fixture(scope="module")
def tables(samples: Path) -> dict[str, Rows]:
    """Return the committed tables of the Complete archive by member name."""
    with zipfile.ZipFile(samples / "demo" / ARCHIVE) as archive:
        return {name: _rows(archive.read(name).decode()) for name in archive.namelist() if name in HEADERS}


def _rows(text: str) -> Rows:
    body = text.split("\n\n", 1)[1] if text.startswith("Notes:") else text
    return list(csv.DictReader(io.StringIO(body, newline="")))


def _earlier(samples: Path) -> dict[str, dict[str, str]]:
    with zipfile.ZipFile(samples / "demo" / EARLIER_ARCHIVE) as archive:
        return {row["URL"]: row for row in _rows(archive.read("Connections.csv").decode())}


def test_headers_are_those_of_2026(samples: Path) -> None:
    """A header that LinkedIn does not write would make the demo pass where real exports fail."""
    with zipfile.ZipFile(samples / "demo" / ARCHIVE) as archive:
        for name, header in HEADERS.items():
            text = archive.read(name).decode()
            body = text.removeprefix(linkedin.PREAMBLE)
            assert body.split("\n", 1)[0].replace('"', "") == header, name
            assert (body != text) == (name == "Connections.csv"), name


def test_counts_are_those_of_the_story(tables: dict[str, Rows]) -> None:
    """Pages and pictures made from the demo speak of about 600 people and 4,000 to 5,000 messages."""
    people = [row for row in tables["Connections.csv"] if row["First Name"]]
    assert len(people) == 600
    assert len(tables["Connections.csv"]) - len(people) == 5
    assert 4_000 <= len(tables["messages.csv"]) <= 5_000
    sent = sum(row["FROM"] == owner.NAME for row in tables["messages.csv"])
    assert 0.4 < sent / len(tables["messages.csv"]) < 0.6
    assert len(tables["Positions.csv"]) == 4


def test_every_person_has_an_address_of_their_own(tables: dict[str, Rows]) -> None:
    """Two people under one profile address would be merged into one."""
    addresses = [row["URL"] for row in tables["Connections.csv"] if row["URL"]]
    assert len(set(addresses)) == 600
    assert all(re.fullmatch(r"https://www\.linkedin\.com/in/[\w%-]+-demo[0-9a-f]{5}", one) for one in addresses)


def test_both_sides_of_a_third_of_the_network_are_her_own_trade(demo: Demo) -> None:
    """Without an evident echo chamber the demo could not show what diversity is for."""
    known = [one for one in demo.people if one.connection]
    trade = {one.slug for one in known if one.field == "events" or one.role in ("boss", "dear")}
    assert 0.28 < len(trade) / len(known) < 0.42
    recent = [one for one in demo.letters if not one.kind and len(one.recipients) == 1 and one.when.year == 2026]
    to_trade = [one for one in recent if (one.sender or one.recipients[0]) in [p for p in known if p.slug in trade]]
    assert len(to_trade) > len(recent) / 2


def test_planted_people_are_there(demo: Demo) -> None:
    """The two lists of the demo live from these people."""
    roles = Counter(one.role for one in demo.people)
    assert roles["practitioner"] >= 14
    assert roles["related"] >= 10
    assert roles["connector"] >= 5
    assert roles["boss"] == 1
    companies = {one.company for one in demo.people if one.role == "practitioner"}
    assert companies.issuperset(TARGET_COMPANIES)
    assert len(companies) >= 12


def test_group_threads_have_three_to_seven_people(demo: Demo) -> None:
    """A circle that nobody was drawn for would vanish from the map without a word."""
    sizes = {one.conversation: len(one.recipients) + 1 for one in demo.letters if len(one.recipients) > 1}
    assert 8 <= len(sizes) <= 12
    assert all(3 <= size <= 7 for size in sizes.values())


def test_letters_lie_between_the_first_tie_and_the_export(demo: Demo) -> None:
    """A letter before the connection or after the export would be a date nobody can believe."""
    for letter in demo.letters:
        assert letter.when.date() < owner.EXPORTED
        if letter.sender is not None and letter.sender.connection:
            assert letter.when.date() >= letter.sender.connected


def test_earlier_export_differs_as_half_a_year_does(samples: Path, tables: dict[str, Rows]) -> None:
    """`changes` needs new, gone, moved and renamed people to tell of."""
    before = _earlier(samples)
    now = {row["URL"]: row for row in tables["Connections.csv"] if row["URL"]}
    both = before.keys() & now.keys()
    assert len(now.keys() - before.keys()) == 30
    assert len(before.keys() - now.keys()) == 2
    assert sum(before[one]["Last Name"] != now[one]["Last Name"] for one in both) == 1
    moved = [one for one in both if any(before[one][cell] != now[one][cell] for cell in ("Company", "Position"))]
    assert len(moved) == 15


def test_no_address_lies_outside_the_reserved_domains(samples: Path) -> None:
    """An address of a real domain might belong to somebody."""
    for path in sorted(samples.rglob("*")):
        if not path.is_file() or path.suffix in {".py", ".pyc"}:
            continue
        texts = [path.read_bytes()]
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                texts = [archive.read(name) for name in archive.namelist()]
        hosts = {host for text in texts for host in ADDRESS.findall(text.decode("utf-8", "replace"))}
        assert [host for host in sorted(hosts) if not RESERVED.search(host)] == [], path.name


def test_target_is_what_the_demo_command_reads(samples: Path, tables: dict[str, Rows]) -> None:
    """The demo plays on a fixed day and bars the present manager, who must be in the data."""
    target = json.loads((samples / "demo" / "target.json").read_text(encoding="utf-8"))
    assert target["roles"] == ["Data Analyst", "Analytics Engineer"]
    assert target["today"] == "2026-11-16"
    companies = {row["Company"] for row in tables["Connections.csv"]}
    assert companies.issuperset(target["companies"])
    boss = next(row for row in tables["Connections.csv"] if row["URL"] == target["me"]["manager"])
    assert boss["Company"] == target["me"]["employer"]
    assert target["me"]["manager"].endswith(target["manager"])


def test_demo_stays_small(samples: Path) -> None:
    """The demo travels inside the wheel."""
    assert sum(path.stat().st_size for path in (samples / "demo").iterdir()) < 500_000


def test_tiny_zip_and_folder_are_one(samples: Path) -> None:
    """The documentation shows the folder and loads the zip."""
    folder = samples / "tiny" / STEM
    with zipfile.ZipFile(samples / "tiny" / f"{STEM}.zip") as archive:
        assert archive.namelist() == ["Connections.csv"]
        text = archive.read("Connections.csv")
    assert (folder / "Connections.csv").read_bytes() == text
    assert len(_rows(text.decode())) == 12
