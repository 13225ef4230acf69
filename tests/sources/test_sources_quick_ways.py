"""Ordinary files are read in bulk, and what a bulk reading skips is not done: counted by calls, never by seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from netscout.sources import letters, parties, reading
from netscout.sources.linkedin import connections, messages
from tests.sources.conftest import zip_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.model.export import Export

    Load = Callable[..., Export]

AT = "https://www.linkedin.com/in/"
PEOPLE = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + "".join(
    f'Ana{at},Example,{AT}ana-{at},,"Northwind, Inc.",Analyst,09 Jun 20{10 + at % 9}\n' for at in range(60)
)
LETTERS = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    + "".join(
        f"c{at % 7},,Ana{at % 7} Example,{AT}ana-{at % 7},Mia Owner,{AT}mia,"
        f"2025-0{1 + at % 3}-11 10:0{at % 10}:05 UTC,,"
        f'"two\nlines, and ""words""",INBOX\n'
        for at in range(90)
    )
)
OWN = "First Name,Last Name,Headline\nMia,Owner,Cook\n"
FILES = {"Connections.csv": PEOPLE, "messages.csv": LETTERS, "Profile.csv": OWN}


def forbidden(*_: Any, **__: Any) -> Any:
    """Stand for what an ordinary file must not need."""
    raise AssertionError


@pytest.fixture
def bulk_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing be read row by row."""
    monkeypatch.setattr(reading._Reader, "__init__", forbidden)
    held = [(table, table.record) for module in (connections, messages) for table in module.TABLES if table.bulk]
    for table, _ in held:
        object.__setattr__(table, "record", forbidden)
    yield
    for table, record in held:
        object.__setattr__(table, "record", record)


@pytest.mark.usefixtures("bulk_alone")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ordinary_files_are_read_in_bulk(load: Load, end: str) -> None:
    """Every export would be read row by row, in several times the time, and nobody would know why."""
    found = load({name: text.replace("\n", end) for name, text in FILES.items()})
    assert (len([one for one in found.sightings if one.kind == "connection"]), found.counts["messages"]) == (60, 90)
    assert sum(one.kind == "message" and one.direction == "in" for one in found.interactions) == 90


def test_days_and_receivers_are_read_once(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each message would have its date and its receivers taken apart again: half of the time of a load."""
    asked: list[str] = []
    read = letters.Clock.read

    def heard(clock: letters.Clock, cell: str) -> tuple[int | None, str | None]:
        asked.append(cell)
        return read(clock, cell)

    monkeypatch.setattr(letters.Clock, "read", heard)
    monkeypatch.setattr(parties, "split_names", forbidden)
    load(FILES)
    assert len(asked) <= 3


def test_progress_tells_every_row(load: Load) -> None:
    """A long load would look as if it stood still, or tell rows that are not there."""
    heard: list[tuple[str, int, float]] = []
    load(FILES, progress=lambda *told: heard.append(told))
    assert {name: max(rows for one, rows, _ in heard if one == name) for name in FILES} == {
        "Connections.csv": 60,
        "messages.csv": 90,
        "Profile.csv": 1,
    }


KINDS = ["html", "htm", "jpg", "jpeg", "png", "gif", "pdf", "json", "xml", "mp4", "docx", "xlsx"]
OTHERS = ["csv", "txt", "tsv", "vcf", "bin"]


def test_what_is_no_table_is_told_by_its_ending(load: Load) -> None:
    """A picture in an archive would be asked for people, or a table be passed over for its name."""
    files: dict[str, str | bytes] = {**FILES, **{f"Media/one.{kind}": "what,ever\n1,2\n" for kind in (*KINDS, *OTHERS)}}
    files["inner.zip"] = zip_bytes({"a.csv": "a,b\n"})
    told = {one.name: one.reason for source in load(files).sources for one in source.ignored}
    assert {name.rpartition(".")[2] for name, reason in told.items() if "no table" in reason} == set(KINDS)
    assert "archive inside" in told["inner.zip"]
