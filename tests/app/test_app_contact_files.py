"""Contact files through the command line: alone, beside LinkedIn, in any order, with their owner and accounts."""

from __future__ import annotations

import json
import zipfile
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

WORDS = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
LINKS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Example,https://www.linkedin.com/in/ana,ana@mail.example,Northwind,Data Analyst,07 Sep 2019\n"
    "Bo,Lind,https://www.linkedin.com/in/bo,,Fabrikam,Data Analyst,08 Sep 2019\n"
)
OWN = "Email Address,Confirmed,Primary,Updated On\nme@mail.example,Yes,Yes,Not Available\n"
PROFILE = "First Name,Last Name,Maiden Name,Headline,Industry\nRobin,Me,,,\n"
GOOGLE = (
    "First Name,Last Name,Labels,Organization Name,Organization Title,E-mail 1 - Value,Notes,Website 1 - Value\n"
    "Ana,Old-Name,Fair,Old Firm,Trainee,ana@mail.example,a private word,\n"
    "Bo,Lind,,Fabrikam,Data Analyst,namesake@mail.example,,\n"
    "Cy,Sample,,Acme,Data Analyst,cy@mail.example,,\n"
    "B.,L.,,,,,,https://de.linkedin.com/in/Bo\n"
    ",,,,,only@mail.example,,\n"
    "Robin,Me,,,,me@mail.example,,\n"
    ",,,Firm Only,,,,\n"
)
OUTLOOK = (
    '"First Name","Last Name","Company","Job Title","E-mail Address"\r\n'
    '"Cyrus","Sample","Acme Corp","Chief Analyst","cy@mail.example"\r\n'
    '"Di","Roe","Acme","Data Analyst",""\r\n'
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Write an export of LinkedIn and two contact files."""
    paths = {"linkedin": tmp_path / "Basic_LinkedInDataExport_01-31-2026.zip"}
    with zipfile.ZipFile(paths["linkedin"], "w") as whole:
        for name, text in (("Connections.csv", LINKS), ("Email Addresses.csv", OWN), ("Profile.csv", PROFILE)):
            whole.writestr(zipfile.ZipInfo(name, (2026, 1, 31, 6, 0, 0)), text)
    for name, text in (("google", GOOGLE), ("outlook", OUTLOOK)):
        paths[name] = tmp_path / f"{name}.csv"
        paths[name].write_bytes(text.encode())
    return paths


def loaded(run: Run, *arguments: str | Path) -> dict[str, Any]:
    """Load and return the account."""
    done = run("load", *arguments, "--json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def people(run: Run) -> dict[str, dict[str, Any]]:
    """Return everybody by name."""
    return {one["display_name"]: one for one in json.loads(run("people", "--json").stdout)["people"]}


def adds_up(account: dict[str, Any]) -> bool:
    """Return whether the rows of an account are those of its words."""
    return bool(account["counts"]["rows"] == sum(account["counts"].get(word, 0) for word in WORDS))


def test_a_contact_file_is_a_network(run: Run, files: dict[str, Path]) -> None:
    """Without LinkedIn nobody would be listed, or the file be refused."""
    account = loaded(run, files["google"])
    assert account["sources"][0]["kind"] == "google"
    assert account["owner"]["slugs"] == []
    assert account["export_date"] is None
    assert [account["counts"][word] for word in ("rows", *WORDS)] == [7, 6, 0, 0, 0, 0, 1]
    assert account["counts"]["with_email"] == 5
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    rows = json.loads(run("rank", "--json", "-n", "50").stdout)["rows"]
    assert {"Cy Sample", "Bo Lind"} <= {row["name"] for row in rows if row["rank"]}


def test_the_same_address_or_profile_is_the_same_person(run: Run, files: dict[str, Path]) -> None:
    """An old address book would overrule LinkedIn, a namesake be melted, or one person be two."""
    loaded(run, files["linkedin"])
    account = loaded(run, files["google"])
    assert adds_up(account)
    found = people(run)
    assert set(found) == {"Ana Example", "Bo Lind", "Cy Sample", "only@mail.example"}
    assert (found["Ana Example"]["company"], found["Ana Example"]["title"]) == ("Northwind", "Data Analyst")
    assert (found["Ana Example"]["labels"], found["Ana Example"]["note"]) == (["Fair"], "a private word")
    everybody = json.loads(run("people", "--json").stdout)["people"]
    assert sorted((one["slug"] or "", one["email"] or "") for one in everybody) == [
        ("", "cy@mail.example"),
        ("", "namesake@mail.example"),
        ("", "only@mail.example"),
        ("ana", "ana@mail.example"),
        ("bo", ""),
    ]


def test_the_owner_is_nobody_in_a_contact_file(run: Run, files: dict[str, Path]) -> None:
    """The user would be told to write to themselves."""
    loaded(run, files["linkedin"])
    account = loaded(run, files["google"])
    assert account["unreadable"] == [
        {"file": "google.csv", "line": 7, "reason": "the row is about the owner of the export"}
    ]
    assert "Robin Me" not in people(run)


def test_who_loads_may_say_who_they_are(run: Run, files: dict[str, Path]) -> None:
    """Without LinkedIn the user's own entry could not be left out."""
    account = loaded(run, files["google"], "--me", "me@mail.example")
    assert (account["owner"]["emails"], account["counts"]["unreadable"]) == (["me@mail.example"], 1)
    assert "Robin Me" not in people(run)
    assert adds_up(account)


def test_any_order_and_all_at_once_give_the_same_people(run: Run, files: dict[str, Path], tmp_path: Path) -> None:
    """The file loaded first would decide who is who."""
    found = []
    for number, order in enumerate([*permutations(files), None]):
        place = ("--workspace", tmp_path / f"ws{number}")
        for paths in [[files[name]] for name in order] if order else [list(files.values())]:
            done = run(*place, "load", *paths, "--json")
            assert done.exit_code == 0, done.stderr
        rows = json.loads(run(*place, "people", "--json").stdout)["people"]
        found.append(sorted(json.dumps({**row, "id": ""}) for row in rows))
    assert all(one == found[0] for one in found)
    assert len(found[0]) == 6


def test_each_program_has_its_own_account(run: Run, files: dict[str, Path]) -> None:
    """The rows of several programs would be one sum that fits none of them."""
    account = loaded(run, files["google"], files["linkedin"], files["outlook"])
    assert account["sources"][0]["kind"] == "linkedin"
    assert account["owner"]["name"] == "Robin Me"
    earlier = {one["sources"][0]["kind"]: one for one in account["earlier"]}
    assert set(earlier) == {"google", "outlook"}
    assert all(adds_up(one) for one in (account, *earlier.values()))
    assert (account["counts"]["people"], earlier["google"]["counts"]["unreadable"]) == (2, 1)


def test_the_account_in_words(run: Run, files: dict[str, Path]) -> None:
    """The account would not say which file it is of, or what became of rows."""
    said = run("load", files["google"], files["linkedin"]).stdout
    assert "Google contacts (google.csv):" in said
    assert "7 rows = 5 people + 1 unreadable + 1 with a company only." in said
    assert "Not readable: google.csv line 7: the row is about the owner of the export" in said
    assert "Export of 2026-01-31:" in said
    assert "Already loaded on" in run("load", files["google"]).stdout


def test_a_contact_file_is_no_new_state_of_the_connections(run: Run, files: dict[str, Path]) -> None:
    """Everybody would be gone from LinkedIn because an address book does not list them."""
    loaded(run, files["linkedin"])
    account = loaded(run, files["outlook"])
    assert not any(one["gone"] for one in people(run).values())
    assert (account["changes"]["before"], account["changes"]["changes"]) == (None, [])


def test_people_of_a_chosen_file_are_ranked_beside_connections(run: Run, files: dict[str, Path]) -> None:
    """A file loaded on purpose would be barred like an upload that sweeps in everyone."""
    loaded(run, files["linkedin"], files["outlook"])
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    rows = json.loads(run("rank", "--json", "-n", "50").stdout)["rows"]
    assert {row["name"]: row["excluded"] or "" for row in rows}["Di Roe"] == ""


def test_map_through_the_command_line(run: Run, tmp_path: Path) -> None:
    """A list with columns of its own could not be loaded, or a slip end in a traceback."""
    path = tmp_path / "alumni.csv"
    path.write_text("Mitglied;Wo;Was\nAna Example;Northwind;Data Analyst\n", encoding="utf-8")
    plain = run("load", path)
    assert plain.exit_code == 1
    assert all(part in plain.stderr for part in ("--source", "--map"))
    pairs = ("--map", "Mitglied=full", "--map", "Wo=company", "--map", "Was=title")
    assert loaded(run, path, *pairs)["counts"]["people"] == 1
    assert people(run)["Ana Example"]["company"] == "Northwind"
    assert run("load", path, "--map", "Mitglied").exit_code == 2
    assert "The fields are first, last, full" in run("load", path, "--map", "Wo=firm").stderr


def test_a_file_read_another_way_is_read_anew(run: Run, tmp_path: Path) -> None:
    """A column, a day or a program told wrongly could never be put right: nothing would change."""
    path = tmp_path / "alumni.csv"
    text = "Mitglied;Wo;Was;Seit\nAna Example;Northwind;Data Analyst;03/04/2024\nBo Roe;Contoso;Chef;05/06/2024\n"
    path.write_text(text, encoding="utf-8")
    pairs = ("--map", "Mitglied=full", "--map", "Wo=title", "--map", "Seit=date")
    loaded(run, path, *pairs)
    ids = {name: one["id"] for name, one in people(run).items()}
    assert run("know", ids["Ana Example"], "close").exit_code == 0
    assert "Already loaded" in run("load", path, *pairs).stdout
    better = ("--map", "Mitglied=full", "--map", "Wo=company", "--map", "Was=title", "--map", "Seit=date")
    done = run("load", path, *better)
    assert "Read anew, in place of the load of 2026-11-16." in done.stdout
    found = people(run)
    assert {name: one["id"] for name, one in found.items()} == ids
    assert (found["Ana Example"]["company"], found["Ana Example"]["title"]) == ("Northwind", "Data Analyst")
    assert loaded(run, path, *better)["already_loaded_on"] == "2026-11-16"
    for order, day in (("dmy", "2024-04-03"), ("mdy", "2024-03-04")):
        assert loaded(run, path, *better, "--date-order", order)["read_anew_of"] == "2026-11-16"
        assert people(run)["Ana Example"]["connected_on"] == day
    assert len(json.loads(run("unload", "--json").stdout)["loads"]) == 1
    assert "close" in run("show", ids["Ana Example"]).stdout


def test_another_word_on_whose_file_it_is_reads_it_anew(run: Run, files: dict[str, Path]) -> None:
    """Your own entry would stay on your lists, though you say which one it is."""
    loaded(run, files["google"])
    before = set(people(run))
    again = loaded(run, files["google"], "--me", "ana@mail.example")
    assert (again["already_loaded_on"], again["read_anew_of"]) == (None, "2026-11-16")
    assert before - set(people(run))
