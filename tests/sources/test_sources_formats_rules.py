"""Rules of the reference of formats that no other test holds, and the page that says which test holds which."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export
    from tests.conftest import Run

    Load = Callable[..., Export]

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "explanation" / "formats-read.md"
IN = "https://www.linkedin.com/in/"
LINKS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = f"Ana,Example,{IN}ana,,Acme,Chef,07 Sep 2019\n"
SKILLS = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,"
    "FOLDER,ATTACHMENTS\n"
)
CANARY = "Quux-7f3a"


@pytest.mark.parametrize(
    "preamble",
    [
        "Notes:\n",
        '"Notes:"\n"one, two"\n\n\n',
        "Notes:,,,,,,\n" * 18,
        'Notes:\n"a sentence\nof three\nlines"\n\n',
        'Notes:\n"an open quote\n\n',
        "\n\n",
    ],
)
def test_a_preamble_of_any_length(load: Load, preamble: str) -> None:
    """A sentence more or less above the header would cost the first people, or all of them."""
    assert [one.display_name for one in load({"a.csv": preamble + LINKS + ANA}).sightings] == ["Ana Example"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_endorsements_as_wide_letters_between_tabs(load: Load, encoding: str) -> None:
    """The one file seen that is neither UTF-8 nor comma-separated would be no known file."""
    row = "2021/06/09 12:00:00 UTC,Law,Zoë,Example,www.linkedin.com/in/zoë-example,ACCEPTED\n"
    export = load({"Endorsement_Received_Info.csv": (SKILLS + row).replace(",", "\t").encode(encoding)})
    assert [(one.display_name, one.slug) for one in export.sightings] == [("Zoë Example", "zoë-example")]


def test_only_accepted_endorsements_count_and_people_once(load: Load) -> None:
    """A refused endorsement would be a tie, or somebody with three skills be three people."""
    rows = "".join(
        f"2021/06/09 12:00:00 UTC,{skill},Ana,Example,linkedin.com/in/ana,{status}\n"
        for skill, status in (("Law", "ACCEPTED"), ("Law", "ACCEPTED"), ("Art", "ACCEPTED"), ("Ads", "PENDING"))
    )
    rows += "2021/06/09 12:00:00 UTC,Law,Bo,Lind,linkedin.com/in/bo,REJECTED\n"
    rows += "2021/06/09 12:00:00 UTC,Law,Cy,Ray,linkedin.com/in/cy,HIDDEN\n"
    export = load({"Endorsement_Received_Info.csv": SKILLS + rows})
    assert (export.counts["endorsers"], [one.slug for one in export.sightings]) == (1, ["ana"])
    assert {one.detail for one in export.interactions} == {"Law", "Art"}


def test_careers_are_as_precise_as_written(load: Load) -> None:
    """A job without dates would be a current one, a month be made of a year, or a second language a second job."""
    head = "Company Name,Title,Description,Location,Started On,Finished On\n"
    rows = "Acme,Chef,,,Mar 2019,\nAcme,Koch,,,Mar 2019,\nBolt,Cook,,,2009,2011\nCorp,Waiter,,,,\n"
    positions = load({"Positions.csv": head + rows}).owner.positions
    assert [(one.company, one.started_on, one.finished_on, one.current) for one in positions] == [
        ("Acme", "2019-03", "", True), ("Bolt", "2009", "2011", False), ("Corp", "", "", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "day", ["2020-02-03 04:05:06 UTC", "2020-02-03 04:05 UTC", "2020-02-03 04:05", "2020-02-03T04:05:06"]
)
def test_days_of_messages(load: Load, day: str) -> None:
    """A message of another year's form would be undated."""
    row = f'c,,Mia Owner,{IN}mia,Ana Example,{IN}ana,{day},,hi,INBOX,"{IN}file1,{IN}file2"\n'
    export = load({"messages.csv": MESSAGES + row}, me=IN + "mia")
    assert [(one.day, one.direction) for one in export.interactions] == [("2020-02-03", "out")]
    assert [one.slug for one in export.sightings] == ["ana"]


@pytest.mark.parametrize("name", ["guide_messages.csv", "coach_messages_123.csv", "learning_role_play_messages.csv"])
@pytest.mark.parametrize(
    "text", [MESSAGES + f"c,,Mia Owner,{IN}mia,Ana,{IN}ana,2020-02-03,,hi,INBOX,\n", "No conversations found\n"]
)
def test_talks_with_an_assistant_are_no_messages(load: Load, name: str, text: str) -> None:
    """A talk with a program would be a tie, for it bears the header of messages."""
    export = load({"Connections.csv": LINKS + ANA, name: text})
    assert [one.name for one in export.sources[0].ignored] == [name]
    assert "messages" not in export.counts


def test_columns_of_one_name_crash_nothing(load: Load) -> None:
    """The advertising file of a complete archive would end the load, or be read."""
    text = "Member Age,Company Names,Company Names,Company Names\n20-30,a,b,c\n"
    export = load({"Connections.csv": LINKS + ANA, "Ad_Targeting.csv": text})
    assert ([one.name for one in export.sources[0].ignored], export.notices) == (["Ad_Targeting.csv"], ())


def test_an_export_of_an_unknown_day_counts_as_older(run: Run, tmp_path: Path) -> None:
    """A file without any date, loaded last, would overwrite what a dated export says."""
    dated, loose = tmp_path / "Connections 01-31-2026.csv", tmp_path / "loose.csv"
    dated.write_text(LINKS + ANA)
    loose.write_text(LINKS + ANA.replace("Acme", "Bolt").replace("07 Sep 2019", ""))
    for path in (dated, loose):
        assert run("load", path).exit_code == 0
    assert '"company": "Acme"' in run("people", "--json").stdout


@pytest.mark.check(46)
def test_no_text_of_anybody_reaches_the_workspace(run: Run, tmp_path: Path, workspace: Path) -> None:
    """What others wrote would lie on the disk, or come back in some output."""
    folder = tmp_path / "export"
    folder.mkdir()
    files = {
        "Connections.csv": LINKS + ANA,
        "messages.csv": MESSAGES
        + f"c,{CANARY},Mia Owner,{IN}mia,Ana Example,{IN}ana,2020-02-03,{CANARY},{CANARY},INBOX,{CANARY}\n",
        "Invitations.csv": (
            f'From,To,Sent At,Message,Direction\nMia Owner,Ana Example,"6/9/24, 3:07 PM",{CANARY},OUTGOING\n'
        ),
        "Recommendations_Received.csv": (
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
            f'Ana,Example,Acme,Chef,"{CANARY}\n\n{CANARY}","06/09/13, 12:10 AM",VISIBLE\n'
        ),
        "Comments_1.csv": f"Date,Link,Message\n2020-02-03,x,{CANARY}\n",
        "Shares_1.csv": f"Date,ShareLink,ShareCommentary\n2020-02-03,x,{CANARY}\n",
        "SearchQueries.csv": f"Time,Search Query\n2020-02-03,{CANARY}\n",
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).write_text(text)
    told = [
        run("load", folder, "--me", IN + "mia", "--json"),
        run("people", "--json"),
        run("show", "Ana"),
        run("-v", "load", folder),
    ]
    assert [one.exit_code for one in told] == [0, 0, 0, 0]
    assert not any(CANARY in one.output for one in told)
    held = b"".join(path.read_bytes() for path in workspace.rglob("*") if path.is_file())
    assert not any(CANARY.encode(coding) in held for coding in ("utf-8", "utf-16-le", "utf-16-be"))


def named_tests() -> list[str]:
    """Return the tests that the page names."""
    return re.findall(r"`(test_[a-z0-9_]+)`", PAGE.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_page_on_formats_names_tests_that_exist() -> None:
    """The page would promise what no test holds any more."""
    found: set[str] = set()
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    names = named_tests()
    assert len(names) > 50
    assert sorted(set(names) - found) == []
