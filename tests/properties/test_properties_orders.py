"""Namesakes in files of every era: whatever the order of rows, files and loads, the people and ties are the same."""

from __future__ import annotations

import random
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from netscout.app.load import load
from netscout.app.session import Session
from netscout.store.interactions import interaction_rows, summaries
from netscout.store.people import all_people
from netscout.store.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TODAY = date(2026, 11, 16)
LINK = "https://www.linkedin.com/in/"
ME = ("Robin Example", "robin-example")
NAMES = ("Ana Lee", "Ana Lee", "Bo Ray", "Cy Moss")
HEADS = {
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "messages.csv": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,"
        "FOLDER"
    ),
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Profile.csv": "First Name,Last Name,Headline",
}


@dataclass(frozen=True)
class Human:
    """Somebody in the files: a name, an address of their own, a company."""

    name: str
    slug: str
    company: str
    day: str
    mail: str = ""


@st.composite
def _files(draw: st.DrawFn, humans: Sequence[Human], year: int) -> dict[str, list[str]]:
    """Return the files of one export: who is listed with or without address, and who wrote under which."""
    rows: dict[str, list[str]] = {name: [] for name in HEADS}
    rows["Profile.csv"].append("Robin,Example,Analyst")
    with_urls = draw(st.booleans())
    for one in draw(st.lists(st.sampled_from(humans), unique=True, min_size=1, max_size=len(humans))):
        first, last = one.name.split()
        link = LINK + one.slug if with_urls else ""
        company = draw(st.sampled_from([one.company, "Contoso"]))
        rows["Connections.csv"].append(f"{first},{last},{link},{one.mail},{company},Clerk,{one.day}")
    for at, one in enumerate(draw(st.lists(st.sampled_from(humans), min_size=1, max_size=4))):
        link = LINK + one.slug if draw(st.booleans()) else ""
        mine, stamp = draw(st.booleans()), f"{year}-01-0{at + 1} 10:00:00 UTC"
        me, thread = LINK + ME[1], f"thread-{one.slug}"
        sides = (ME[0], me, one.name, link) if mine else (one.name, link, ME[0], me if link else "")
        rows["messages.csv"].append(f"{thread},,{','.join(sides)},{stamp},,hello,INBOX")
    for one in draw(st.lists(st.sampled_from(humans), max_size=2)):
        ends = f"{LINK}{one.slug},{LINK}{ME[1]}"
        rows["Invitations.csv"].append(f'{one.name},{ME[0]},"1/2/{str(year)[2:]}, 9:00 AM",,INCOMING,{ends}')
    for one in draw(st.lists(st.sampled_from(humans), max_size=1)):
        first, last = one.name.split()
        rows["Recommendations_Received.csv"].append(
            f'{first},{last},{one.company},Clerk,Good,"01/02/{str(year)[2:]}, 09:00 AM",VISIBLE'
        )
    return rows


_humans = st.lists(
    st.builds(
        Human,
        st.sampled_from(NAMES),
        st.sampled_from([f"s{at}" for at in range(8)]),
        st.sampled_from(["Northwind", "Fabrikam"]),
        st.sampled_from(["02 Jan 2015", "03 Mar 2016"]),
        st.sampled_from(["", "", "home@mail.example"]),
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda one: one.slug,
)


@st.composite
def _two(draw: st.DrawFn) -> list[dict[str, list[str]]]:
    humans = draw(_humans)
    return [draw(_files(humans, year)) for year in (2023, 2026)]


def write(folder: Path, files: dict[str, list[str]], only: Iterable[str] | None = None) -> list[Path]:
    """Write the files that hold rows, or those named, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in HEADS if only is None else only:
        if files[name]:
            path = folder / name
            path.write_text("\n".join([HEADS[name], *files[name], ""]), encoding="utf-8")
            paths.append(path)
    return paths


def pack(path: Path, files: dict[str, list[str]], names: Iterable[str]) -> Path:
    """Write an archive of these files and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as whole:
        for name in names:
            if files[name]:
                whole.writestr(name, "\n".join([HEADS[name], *files[name], ""]))
    return path


def network(*loads: Sequence[Path]) -> list[Any]:
    """Return the people and ties that come of these loads, ids aside."""
    with TemporaryDirectory() as folder:
        session = Session(Path(folder) / "ws", TODAY)
        for paths in loads:
            load(session, paths, me=LINK + ME[1])
        with Workspace.open(session.workspace, create=False) as ws:
            facts = summaries(ws)
            threads: dict[str, Counter[Any]] = {}
            for person, *rest in interaction_rows(ws):
                threads.setdefault(person, Counter())[tuple(rest)] += 1
            return sorted(
                repr(
                    (
                        *(getattr(one, name) for name in one.__dataclass_fields__ if name != "id"),
                        facts.get(one.id),
                        sorted(threads.get(one.id, Counter()).items(), key=repr),
                    )
                )
                for one in all_people(ws)
            )


def archive(folder: Path, files: dict[str, list[str]], day: str, names: Sequence[str] = tuple(HEADS)) -> Path:
    """Return the whole archive of one day."""
    return pack(folder / f"Complete_LinkedInDataExport_{day}.zip", files, names)


_calm = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
PARTS = (
    ("Profile.csv", "Connections.csv"),
    ("Profile.csv", "messages.csv", "Invitations.csv", "Recommendations_Received.csv"),
)


@pytest.mark.check(17)
@pytest.mark.slow
@_calm
@given(_two())
def test_newer_then_older_is_older_then_newer(two: list[dict[str, list[str]]]) -> None:
    """Loading last year's archive after this year's would give other people or other ties."""
    with TemporaryDirectory() as name:
        older = archive(Path(name), two[0], "01-31-2024")
        newer = archive(Path(name), two[1], "01-31-2026")
        states = [network([older], [newer]), network([newer], [older]), network([newer, older])]
        assert states[1] == states[0]
        assert states[2] == states[0]


@pytest.mark.check(16)
@pytest.mark.slow
@_calm
@given(_two(), st.randoms(use_true_random=False))
def test_rows_and_files_in_any_order(two: list[dict[str, list[str]]], chance: random.Random) -> None:
    """A namesake's message would go to whoever stands first in a file."""
    files = two[1]
    mixed = {name: chance.sample(rows, len(rows)) for name, rows in files.items()}
    if LINK not in "".join(files["Connections.csv"]):  # of rows that are one person the later one wins
        mixed["Connections.csv"] = files["Connections.csv"]
    names = chance.sample(list(HEADS), len(HEADS))
    with TemporaryDirectory() as folder:
        whole = archive(Path(folder, "a"), files, "01-31-2026")
        other = archive(Path(folder, "b"), mixed, "01-31-2026", names)
        assert network([other]) == network([whole])
        single = write(Path(folder, "c"), files)
        turned = chance.sample(single, len(single))
        assert network(turned) == network(single)


@pytest.mark.check(16)
@pytest.mark.slow
@_calm
@given(_two())
def test_an_archive_in_parts_is_the_whole_archive(two: list[dict[str, list[str]]]) -> None:
    """The first part, loaded a day before the second, would leave its messages with nobody, or with a double.

    Left out are threads of one name with and without address: within a part the address is taken for the same person.
    """
    files = two[1]
    told = [row for name in PARTS[1][1:3] for row in files[name]]
    for name in NAMES:
        links = {f"{LINK}s" in row for row in told if name in row}
        assume(len(links) < 2)
    with TemporaryDirectory() as folder:
        whole = network([archive(Path(folder, "whole"), files, "01-31-2026")])
        parts = [archive(Path(folder, str(at)), files, "01-31-2026", names) for at, names in enumerate(PARTS)]
        for order in permutations(parts):
            assert network(list(order)) == whole
            assert network(*([one] for one in order)) == whole


@pytest.mark.check(16)
@pytest.mark.slow
@_calm
@given(_two())
def test_single_files_in_any_order_of_loads(two: list[dict[str, list[str]]]) -> None:
    """Files loaded one by one would make other people in another order."""
    with TemporaryDirectory() as folder:
        single = write(Path(folder), two[1], ("Connections.csv", "messages.csv", "Invitations.csv"))
        states = [network(*([one] for one in order)) for order in permutations(single)]
        assert all(state == states[0] for state in states)
