"""Several members in one workspace: apart in every list, each chosen by `--me`, and none taken in unasked."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from netscout.settings import set_me

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

LINK = "https://www.linkedin.com/in/"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
ROBIN, ANA, BO, CY = (("Robin Example", "robin"), ("Ana Lee", "ana"), ("Bo Ray", "bo"), ("Cy Moss", "cy"))
Name = tuple[str, str]


def row(one: Name, company: str, title: str) -> str:
    """Return a row of Connections.csv."""
    return f"{one[0].replace(' ', ',')},{LINK}{one[1]},,{company},{title},02 Jan 2019"


def wrote(thread: str, sender: Name, to: Name, day: str) -> str:
    """Return a row of messages.csv."""
    ends = f"{sender[0]},{LINK}{sender[1]},{to[0]},{LINK}{to[1]}"
    return f"{thread},,{ends},{day} 10:00:00 UTC,,hello,INBOX"


def archive(folder: Path, day: str, owner: Name, rows: list[str], messages: list[str]) -> Path:
    """Return the archive of a member."""
    path = folder / f"Complete_LinkedInDataExport_{day}.zip"
    first, last = owner[0].split()
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("Profile.csv", f"First Name,Last Name,Headline\n{first},{last},Analyst\n")
        whole.writestr("Connections.csv", "\n".join([CONNECTIONS, *rows, ""]))
        whole.writestr("messages.csv", "\n".join([MESSAGES, *messages, ""]))
    return path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return the first member's archive."""
    messages = [wrote("t1", ROBIN, ANA, "2025-01-01"), wrote("t1", ANA, ROBIN, "2025-01-02")]
    return archive(
        tmp_path,
        "01-31-2026",
        ROBIN,
        [row(ANA, "Northwind", "Data Analyst"), row(BO, "Fabrikam", "Data Analyst")],
        [*messages, wrote("t2", ROBIN, BO, "2025-01-03")],
    )


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Return the archive of somebody whom the first member knows."""
    return archive(
        tmp_path,
        "02-28-2026",
        ANA,
        [row(ROBIN, "Acme", "Cook"), row(BO, "Contoso", "Data Analyst"), row(CY, "Contoso", "Chef")],
        [wrote("t3", ANA, CY, "2025-01-01"), wrote("t3", CY, ANA, "2025-01-02"), wrote("t1", ROBIN, ANA, "2025-01-01")],
    )


def told(run: Run, *words: str) -> dict[str, Any]:
    """Return what a command says as JSON."""
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def network(run: Run, *me: str) -> dict[str, Any]:
    """Return company and sent messages by name in the network of a member."""
    people = told(run, "people", *me)["people"]
    return {one["display_name"]: (one["company"], (one["messages"] or {}).get("sent")) for one in people}


@pytest.mark.parametrize("turned", [False, True])
def test_networks_of_two_members_stay_apart(run: Run, mine: Path, theirs: Path, *, turned: bool) -> None:
    """A friend's ties, companies or ranks would be taken for mine."""
    for path in (theirs, mine) if turned else (mine, theirs):
        assert run("load", path).exit_code == 0
    assert network(run, "--me", LINK + "robin") == {"Ana Lee": ("Northwind", 1), "Bo Ray": ("Fabrikam", 1)}
    assert network(run, "--me", "Ana Lee") == {
        "Robin Example": ("Acme", 0),
        "Bo Ray": ("Contoso", None),
        "Cy Moss": ("Contoso", 1),
    }
    assert network(run) == network(run, "--me", "ana" if turned else "robin")
    found = told(run, "people", "--owners")
    assert (found["persons"], sorted(one["name"] for one in found["owners"])) == (4, ["Ana Lee", "Robin Example"])
    run("target", "add", "data", "--role", "Data Analyst")
    ranks = {
        me: [one["company"] for one in told(run, "rank", "--list", "practitioners", "--me", me)["rows"] if one["rank"]]
        for me in ("robin", "ana")
    }
    assert ranks == {"robin": ["Northwind", "Fabrikam"], "ana": ["Contoso"]}
    bo = next(one["id"] for one in told(run, "people")["people"] if one["display_name"] == "Bo Ray")
    for me, company in (("robin", "Fabrikam"), ("ana", "Contoso")):
        shown = told(run, "show", bo, "--me", me)
        assert shown["person"]["company"] == company
        assert [one["company"] for one in shown["eras"]] == [company]
        assert any("place 1" in one or "place 2" in one for one in shown["places"])
        assert run("why", bo, "--me", me).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["rank"],
        ["report"],
        ["why", "p0002"],
        ["people"],
        ["changes"],
        ["explore"],
        ["map"],
        ["draft", "p0002"],
        ["show", "p0002"],
    ],
    ids=lambda words: words[0],
)
def test_an_unknown_member_is_told_how_to_see_them(run: Run, mine: Path, words: list[str]) -> None:
    """A mistyped address would show the network of the first member as theirs."""
    run("load", mine)
    run("target", "add", "data", "--role", "Data Analyst")
    done = run(*words, "--me", "nobody@mail.example")
    assert (done.exit_code, "netscout people --owners" in done.stderr) == (1, True)
    assert "nobody@mail.example" not in done.stderr


def test_what_targets_toml_says_of_me_is_not_said_of_another_member(
    run: Run, workspace: Path, mine: Path, theirs: Path
) -> None:
    """The first member's employer would bar people from the lists of the second."""
    run("load", mine)
    run("load", theirs)
    run("target", "add", "data", "--role", "Data Analyst")
    set_me(workspace / "targets.toml", {"employer": "Contoso"})
    (row,) = (one for one in told(run, "rank", "--me", "ana", "--list", "practitioners")["rows"] if one["rank"])
    assert (row["company"], row["excluded"]) == ("Contoso", None)


def test_start_stops_before_anothers_export_and_offers_both_ways(run: Run, mine: Path, theirs: Path) -> None:
    """A client's export would be mixed into the counsellor's own workspace by a slip."""
    assert run("start", mine, "--work", "data analyst", "--no-open").exit_code == 0
    before = told(run, "people", "--owners")
    done = run("start", theirs, "--work", "data analyst", "--no-open")
    assert done.exit_code == 1
    assert "workspace-2 start " in done.stderr
    assert "--pool" in done.stderr
    assert "Ana" not in done.stderr
    assert told(run, "people", "--owners") == before
    assert run("start", theirs, "--work", "data analyst", "--no-open", "--pool").exit_code == 0
    assert len(told(run, "people", "--owners")["owners"]) == 2
    assert run("start", mine, "--work", "data analyst", "--no-open").exit_code == 0


def test_the_consent_of_a_member_is_kept_and_missed(run: Run, mine: Path, theirs: Path) -> None:
    """A pool would hold somebody's network without anybody knowing whether they agreed."""
    run("load", mine)
    assert "no-consent" not in {one["code"] for one in told(run, "doctor")["findings"]}
    run("load", theirs)
    assert "no-consent" in {one["code"] for one in told(run, "doctor")["findings"]}
    assert run("load", theirs, "--consent", "yesterday").exit_code == 1
    assert run("load", theirs, "--consent", "2026-11-01").exit_code == 0
    assert [one["consent_on"] for one in told(run, "people", "--owners")["owners"]] == [None, "2026-11-01"]
    assert "no-consent" not in {one["code"] for one in told(run, "doctor")["findings"]}
    assert "2026-11-01" in run("people", "--owners").stdout
