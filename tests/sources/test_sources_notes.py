"""The owner's own files of an archive: private notes, organisations followed, and files whose rows are counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netscout.app.explore import followed
from netscout.app.session import Session
from netscout.model.ledger import FileAccount
from tests.conftest import TODAY
from tests.examples import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export
    from tests.conftest import Run

    Load = Callable[..., Export]

URL = "https://www.linkedin.com/in/"
NOTES = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
LINKS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
FOLLOWS = "Organization,Followed On\n"
SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
MARK = "CANARY-7f3a"


def account(export: Export, kind: str) -> FileAccount:
    """Return the account of the file of a kind."""
    return next(file for source in export.sources for file in source.files if file.kind == kind)


def noted(export: Export) -> list[tuple[str, str, str, str | None]]:
    """Return (kind of sighting, name, text, day) of every note."""
    people = export.sightings
    return [(people[one.sighting].kind, people[one.sighting].display_name, one.text, one.on) for one in export.notes]


def test_a_note_goes_to_its_profile_and_keeps_its_lines(load: Load) -> None:
    """What the user wrote down would be lost, flattened, or stand with a namesake."""
    row = f'Ana,Example,{URL}ana,"met in Oslo,\r\n\r\nlikes tea",2026-01-05 10:00:00 UTC,2026-02-06 10:00:00 UTC\n'
    export = load({"Connections.csv": LINKS + f"Ana,Example,{URL}ana,,,,07 Sep 2019\n", "Notes.csv": NOTES + row})
    assert noted(export) == [("connection", "Ana Example", "met in Oslo,\n\nlikes tea", "2026-02-06")]
    assert account(export, "notes").counts == {"taken": 1, "duplicates": 0}
    assert export.counts["others"] == 0


def test_whom_nobody_else_knows(load: Load) -> None:
    """Somebody known from a note alone would be nobody, or be called a connection."""
    export = load({"Notes.csv": NOTES + f"Bo,Lind,{URL}bo,call in May,2026-01-05 10:00:00 UTC,\n"})
    assert noted(export) == [("note", "Bo Lind", "call in May", "2026-01-05")]
    assert [(one.line, one.slug) for one in export.sightings] == [(2, "bo")]
    assert export.export_date == "2026-01-05"


def test_a_note_without_profile_goes_to_the_unique_name(load: Load) -> None:
    """A note would stand with the wrong one of two namesakes, or with nobody where there is only one."""
    people = LINKS + "".join(f"{one},,,,07 Sep 2019\n" for one in (f"Ana,Example,{URL}ana", f"Jo,Twin,{URL}jo1"))
    twins = people + f"Jo,Twin,{URL}jo2,,,,07 Sep 2019\n"
    rows = NOTES + "Ana,Example,,one,,\nJo,Twin,,two,,\nJo,Twin,,three,,\n"
    found = noted(load({"Connections.csv": twins, "Notes.csv": rows}))
    assert [one[:3] for one in found] == [
        ("connection", "Ana Example", "one"), ("note", "Jo Twin", "two"), ("note", "Jo Twin", "three"),
    ]  # fmt: skip
    alone = noted(load({"Connections.csv": people, "Notes.csv": rows}))
    assert [one[:2] for one in alone] == [("connection", "Ana Example"), *[("connection", "Jo Twin")] * 2]


def test_a_note_lends_its_profile_to_an_old_connection(load: Load) -> None:
    """A connection of an old export would be another person than the one the note names."""
    rows = NOTES + f"Ana,Example,{URL}ana,one,,\n"
    export = load({"Connections.csv": OLD + "Ana,Example,,,,07 Sep 2019\n", "Notes.csv": rows})
    assert [(one.kind, one.slug) for one in export.sightings] == [("connection", "ana")]
    assert [one[0] for one in noted(export)] == ["connection"]


def test_every_note_is_accounted_for(load: Load) -> None:
    """A row would vanish without a word, or the owner stand among the people."""
    rows = [
        f"Ana,Example,{URL}ana,one,2026-01-05 10:00:00 UTC,\n",
        f"Ana,Example,{URL}ana,one,2026-01-05 10:00:00 UTC,\n",
        f"Ana,Example,{URL}ana,,,\n",
        ",,,two,,\n",
        ",,,,,\n",
        f"Robin,Me,{URL}robin,me,,\n",
        f"Cy,Sample,{URL}cy,three,soon,\n",
    ]
    export = load({"Notes.csv": NOTES + "".join(rows)}, me=f"{URL}robin")
    found = account(export, "notes")
    assert found.counts == {"taken": 2, "duplicates": 1, "empty": 1, "unreadable": 3}
    assert found.adds_up()
    assert [(one.line, one.reason) for one in export.unreadable] == [
        (4, "the row holds no note"), (5, "the note names nobody"), (7, "the row is about the owner of the export"),
    ]  # fmt: skip
    assert [(one.code, one.line) for one in export.notices if one.code == "bad-date"] == [("bad-date", 8)]


CELLS = st.sampled_from(["", "Ana", URL + "ana", "a,b", "x\ny", '"', "\0", "2026-01-05 10:00:00 UTC", "=1", "é"])


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    head=st.sampled_from([NOTES, FOLLOWS, "Date,Link,Message\n", "Date,Type,Link\n", "Date,FullName,Status\n"]),
    rows=st.lists(st.lists(CELLS, max_size=7), max_size=12),
    quoted=st.booleans(),
)
def test_the_account_adds_up_over_any_rows(load: Load, head: str, rows: list[list[str]], quoted: bool) -> None:
    """Some row would be in no word of the account."""
    lines = (",".join(f'"{one}"' if quoted else one for one in cells) + "\n" for cells in rows)
    export = load({"some.csv": head + "".join(lines)})
    assert all(file.adds_up() for source in export.sources for file in source.files)


def test_organisations_are_followed_newest_first(load: Load) -> None:
    """The hints for target companies would come in chance order, or one twice."""
    rows = (
        "Northwind,Sat Feb 08 02:54:41 UTC 2025\nContoso,\nFabrikam,Sun Feb 08 02:54:41 UTC 2026\n"
        "northwind,Mon Feb 09 02:54:41 UTC 2026\n,Sat Feb 08 02:54:41 UTC 2025\n"
    )
    export = load({"Company Follows.csv": FOLLOWS + rows, "Connections.csv": LINKS})
    assert export.owner.follows == ("northwind", "Fabrikam", "Contoso")
    assert account(export, "company_follows").counts == {"taken": 3, "duplicates": 1, "unreadable": 1}
    assert not export.sightings


@pytest.mark.parametrize(
    ("name", "text", "kind", "counts"),
    [
        (
            "Comments_1234.csv",
            f'Date,Link,Message\n2026-01-05 10:00:00,x,"a \\"b\\" {MARK}\nc"\n,x,{MARK}\nsoon,x,y\n',
            "comments",
            {"skipped": 3, "undated": 2},
        ),
        ("Reactions_1.csv", "Date,Type,Link\n2026-01-05 10:00,LIKE,x\n,,\n", "reactions", {"skipped": 1, "empty": 1}),
        ("Member_Follows.csv", f"Date,FullName,Status\n1/2/26,{MARK},Active\n", "member_follows", {"skipped": 1}),
        (
            "Shares_1234.csv",
            SHARES + f'2026-01-05 10:00:00,x,"{MARK} ""\n""\n""see linkedin.com/in/x, y, z, a, b, c, d",,,MEMBER\n',
            "shares",
            {"skipped": 1},
        ),
    ],
)  # fmt: skip
def test_rows_that_are_only_counted(load: Load, name: str, text: str, kind: str, counts: dict[str, int]) -> None:
    """Rows that say nothing of a tie would not be told, or somebody in them be kept."""
    export = load({name: text, "Connections.csv": LINKS})
    found = account(export, kind)
    assert (found.rows, found.counts) == (sum(counts.values()) - counts.get("undated", 0), counts)
    assert found.adds_up()
    assert export.counts["undated"] == counts.get("undated", 0)
    assert MARK not in repr(export)
    assert [one.code for one in export.notices] == (["bad-date"] if kind == "comments" else [])


def test_through_the_command_line(run: Run, workspace: Path, tmp_path: Path) -> None:
    """Notes and organisations would be read and then be nowhere to be seen."""
    (tmp_path / "Notes.csv").write_text(NOTES + f'Bo,Lind,{URL}bo,"call\nin May",2026-01-05 10:00:00 UTC,\n')
    (tmp_path / "Connections.csv").write_text(LINKS + f"Ana,Example,{URL}ana,,Acme,Data Analyst,07 Sep 2019\n")
    names = ("Northwind", "Fabrikam", "Contoso", "Adatum")
    rows = "".join(f"{name},Sat Feb 08 02:54:4{9 - at} UTC 202{6 - at}\n" for at, name in enumerate(names))
    (tmp_path / "Company Follows.csv").write_text(FOLLOWS + rows)
    assert run("load", str(tmp_path)).exit_code == 0
    people: list[dict[str, Any]] = json.loads(run("people", "--json").stdout)["people"]
    assert {one["display_name"]: (one["known_from"], one["note"]) for one in people} == {
        "Ana Example": ("connections", ""), "Bo Lind": ("notes", "call\nin May"),
    }  # fmt: skip
    assert "call" not in run("people").stdout
    told = " ".join(run("explore").stdout.split())
    assert "You follow Northwind, Fabrikam, Contoso and 1 more on LinkedIn" in told
    run("target", "add", "data", "--role", "Data Analyst", "--company", "northwind")
    assert followed(Session(workspace, date.fromisoformat(TODAY))) == names[1:]
