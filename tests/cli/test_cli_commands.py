"""Every command over the demo network: what it prints, what it writes, what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Done, Run


def answer(done: Done) -> dict[str, Any]:
    """Return the JSON a command printed."""
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert list(found)[:2] == ["schema", "command"]
    return found


@pytest.mark.check(16)
def test_loading_again_changes_nothing(run: Run, loaded: Path, samples: Path) -> None:
    """A second load of one file that doubles people or forgets labels."""
    before = answer(run("people", "--json"))
    done = run("load", samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip")
    assert "Already loaded on 2026-11-16" in done.stdout
    assert answer(run("people", "--json")) == before


@pytest.mark.check(5)
def test_the_account_of_a_load_adds_up(run: Run, samples: Path) -> None:
    """Rows that vanish between the file and the account."""
    found = answer(run("load", samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip", "--json"))
    counts = found["counts"]
    assert counts["rows"] == sum(counts[word] for word in ("people", "duplicates", "hidden", "empty", "unreadable"))
    buckets = ("direct", "group", "sponsored", "spam", "drafts", "anonymous", "unattributed")
    assert counts["messages"] == sum(counts[word] for word in buckets)
    assert found["error"] is None
    assert found["owner"]["slugs"] == ["tessa-morgenroth-demo2016"]
    assert all(one["reason"] for one in found["sources"][0]["ignored"])


def test_a_refused_file_is_told_in_both_forms(run: Run, tmp_path: Path) -> None:
    """A refusal without code, or one that leaves a workspace behind."""
    wrong = tmp_path / "export.zip"
    wrong.write_text("<html>expired</html>", encoding="utf-8")
    done = run("load", wrong, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["error"]["code"] == "not-a-zip"
    assert "export.zip" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "workspace" / "netscout.db").exists()


def test_rank_shows_both_lists_with_reasons(run: Run, loaded: Path) -> None:
    """A list without reasons, a boss on the list, or a command that needs a second command to be useful."""
    done = run("rank")
    assert done.exit_code == 0
    assert "People who have the job" in done.stdout
    assert "People who can open doors" in done.stdout
    assert "Next:" in done.stdout
    assert "Kerstin Behrens" not in done.stdout
    assert all(len(line) <= 100 for line in done.stdout.splitlines())


def test_everybody_has_a_row_and_every_sum_adds_up(run: Run, loaded: Path) -> None:
    """A person who falls out of the ranking, a score that is not the sum of its parts, a null score."""
    rows = answer(run("rank", "--format", "json", "-n", "100000"))["rows"]
    people = {one["id"] for one in answer(run("people", "--json"))["people"]}
    for kind in ("practitioners", "connectors"):
        mine = [row for row in rows if row["list"] == kind]
        assert {row["id"] for row in mine} == people
        for row in mine:
            assert row["score"] == pytest.approx(sum(row["parts"].values()), abs=1e-9)
    barred = {row["name"]: row["excluded"] for row in rows if row["excluded"] and row["list"] == "practitioners"}
    assert "manager" in barred["Kerstin Behrens"]
    assert "present employer" in barred["Sander Visser"]


@pytest.mark.check(23)
def test_rank_writes_csv_that_stays_text(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A list that a spreadsheet runs, or a table written where text was asked for."""
    out = tmp_path / "list.csv"
    assert run("rank", "--format", "csv", "--out", out).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert len(rows) == 20
    assert run("rank", "--format", "csv").stdout.splitlines()[0].startswith('"list"')
    assert run("rank", "--format", "json", "--out", tmp_path / "list.json").exit_code == 0
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))["rows"]
    assert run("rank", "--out", tmp_path / "list.txt").exit_code == 1


def test_rank_by_strength_and_without_spread(run: Run, loaded: Path) -> None:
    """An option that is taken and does nothing."""
    value = [row["id"] for row in answer(run("rank", "--json", "--list", "practitioners"))["rows"]]
    strength = [
        row["id"] for row in answer(run("rank", "--json", "--list", "practitioners", "--by", "strength"))["rows"]
    ]
    pure = answer(run("rank", "--json", "--list", "practitioners", "--diversity", "0", "--per-company", "0"))["rows"]
    assert value != strength
    assert [row["pure_rank"] for row in pure] == list(range(1, 11))


def test_without_a_target_people_stand_by_strength(run: Run, loaded: Path) -> None:
    """A first `rank` without a target that fails or invents a fit."""
    assert run("target", "remove", "data").exit_code == 0
    rows = answer(run("rank", "--json", "--list", "practitioners"))["rows"]
    assert rows
    assert all(row["fit"] is None for row in rows)
    assert "explore" in run("rank").stdout or "By strength" in run("rank").stdout


def test_why_answers_for_anybody(run: Run, loaded: Path) -> None:
    """`why` that fails for somebody on no list."""
    people = answer(run("people", "--json"))["people"]
    for one in [people[0], people[len(people) // 2], people[-1]]:
        found = answer(run("why", one["id"], "--json"))
        assert len(found["lists"]) == 2
        for row in found["lists"]:
            assert row["score"] == pytest.approx(sum(part["points"] for part in row["part_sentences"]), abs=1e-9)
            assert row["place"]
    shown = run("why", "Kerstin Behrens").stdout
    assert "your manager" in shown


def test_a_label_changes_the_list_and_is_shown(run: Run, loaded: Path) -> None:
    """A label that is stored and forgotten."""
    before = answer(run("why", "Nathan Boateng", "--json"))["lists"][0]
    assert "Nathan Boateng: know." in run("know", "Nathan Boateng", "know", "--place", "a fair").stdout
    after = answer(run("why", "Nathan Boateng", "--json"))["lists"][0]
    assert after["strength"] == "know"
    assert after["p_reply"] > before["p_reply"]
    assert "You said on 2026-11-16: know, a fair." in run("show", "Nathan Boateng").stdout


def test_avoid_can_be_undone(run: Run, loaded: Path) -> None:
    """Somebody avoided who stays on the list, or cannot come back."""
    first = answer(run("rank", "--json"))["rows"][0]["id"]
    assert run("avoid", first, "--reason", "moved on").exit_code == 0
    assert first not in [row["id"] for row in answer(run("rank", "--json"))["rows"]]
    assert "off your lists" in run("show", first).stdout
    assert run("avoid", first, "--undo").exit_code == 0
    assert answer(run("rank", "--json"))["rows"][0]["id"] == first


def test_drafts_come_from_facts_and_bars_hold(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A draft to the manager, an invented fact, or a draft file that cannot be read back."""
    found = answer(run("draft", "Jule Sievers", "--json"))
    assert found["words"] < 100
    assert "February 2022" in found["draft"]["body"]
    assert run("draft", "Jule Sievers", "--channel", "email", "--out", tmp_path / "d.txt").exit_code == 0
    assert (tmp_path / "d.txt").read_text(encoding="utf-8").startswith("To: Jule Sievers\n")
    refused = run("draft", "Kerstin Behrens")
    assert refused.exit_code == 1
    assert "manager" in refused.stderr
    assert "Subject:" in run("draft", "Jule Sievers", "--channel", "email").stdout


def test_targets_come_and_go(run: Run, loaded: Path) -> None:
    """A target that is not written, a check that hides nobody, a removal of nothing that succeeds."""
    assert "added" in run("target", "add", "space", "--role", "Astronaut", "--company", "Far Off Rockets").stdout
    checked = run("target", "check", "space").stdout
    assert "nobody" in checked
    assert "replaced" in run("target", "add", "space", "--role", "Cosmonaut").stdout
    assert [one["name"] for one in answer(run("target", "list", "--json"))["targets"]] == ["data", "space"]
    assert "Cosmonaut" in run("target", "list").stdout
    assert answer(run("target", "check", "--json"))["targets"][0]["target"] == "data"
    assert run("target", "remove", "space").exit_code == 0
    assert run("target", "remove", "space").exit_code == 1
    assert run("target", "add", "x", "--role", " ").exit_code == 1


def test_a_removed_target_leaves_no_places_behind(run: Run, loaded: Path) -> None:
    """`show` that still tells the place on a list of a target that is gone."""
    assert "data, people who have the job" in run("show", "Jule Sievers").stdout
    assert run("target", "remove", "data").exit_code == 0
    assert "data, people who have the job" not in run("show", "Jule Sievers").stdout


def test_explore_counts_the_network(run: Run, loaded: Path) -> None:
    """Families that count people twice, or a barred colleague who may be asked."""
    fields = answer(run("explore", "--json"))["fields"]
    assert sum(one["people"] for one in fields) <= 616
    assert all(one["askable"] <= one["people"] for one in fields)
    family = fields[0]["family"]
    inside = answer(run("explore", "--family", family, "--json"))["fields"]
    assert sum(one["people"] for one in inside) == fields[0]["people"]
    assert "no family of that name" in run("explore", "--family", "Nonsense").stdout
    assert run("explore", "-n", "3").exit_code == 0


def test_changes_name_what_moved(run: Run, loaded: Path) -> None:
    """A newer export that says nothing of who changed jobs."""
    found = answer(run("changes", "--json"))["changes"]
    assert (found["counts"]["new"], found["counts"]["gone"]) == (30, 2)
    assert "Jule Sievers" in run("changes").stdout
    assert run("changes", "--since", "soon").exit_code == 1
    assert run("changes", "--since", "2026-06-01").exit_code == 0


def test_people_and_show_find_by_many_names(run: Run, loaded: Path) -> None:
    """A person who cannot be found by id, URL, slug or name; an ambiguous name that picks one."""
    one = answer(run("show", "Jule Sievers", "--json"))["person"]
    for name in (one["id"], one["slug"], f"https://www.linkedin.com/in/{one['slug']}", "jule sievers"):
        assert answer(run("show", name, "--json"))["person"]["id"] == one["id"]
    assert run("show", "Nobody Atall").exit_code == 1
    assert "Jule Sievers" in run("people", "sievers").stdout
    nobody = run("people", "zzzzzz").stdout
    assert nobody.startswith("Nobody")
    assert "Next: netscout people" in nobody


@pytest.mark.slow
def test_the_pages_are_written(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A report that is not written where it was asked for, or a share form with everybody in it."""
    done = run("report")
    assert done.exit_code == 0
    assert (loaded / "reports" / "report-2026-11-16.html").exists()
    out = tmp_path / "share.html"
    assert run("report", "--share", "--hide-names", "--out", out).exit_code == 0
    shared = out.read_text(encoding="utf-8")
    assert "Sievers" not in shared
    assert "Kerstin Behrens" not in shared
    assert run("map", "--out", tmp_path / "map.html").exit_code == 0
    assert run("report", "--hide-names").exit_code == 2
    assert run("report", "--out", tmp_path / "missing" / "x.html").exit_code == 1
    assert "eyes only" in run("report", "--private", "--out", tmp_path / "p.html").stdout


def test_review_needs_a_terminal(run: Run, loaded: Path) -> None:
    """A review that waits for keys nobody can press."""
    done = run("know", "--review", "5")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 6
    assert run("know").exit_code == 2


def test_start_without_a_terminal_takes_flags(run: Run, samples: Path, tmp_path: Path) -> None:
    """`start` that asks although nobody can answer."""
    export = samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip"
    done = run(
        "start", export, "--work", "data analyst", "--at", "Halden Freight in Hamburg", "--out", tmp_path / "p.html"
    )
    assert done.exit_code == 0, done.stderr
    assert "Write to these three this week" in done.stdout
    assert (tmp_path / "p.html").exists()
    assert answer(run("target", "list", "--json"))["targets"][0]["places"] == ["Hamburg"]


def test_start_takes_a_bare_place_for_a_place(run: Run, samples: Path) -> None:
    """A place typed without the word "in" is told as a company where nobody works."""
    export = samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip"
    done = run("start", export, "--work", "data analyst or ux researcher", "--at", "Hamburg, Halden Freight")
    assert done.exit_code == 0, done.stderr
    assert "taken for a place" in done.stdout
    target = answer(run("target", "list", "--json"))["targets"][0]
    assert (target["companies"], target["places"]) == (["Halden Freight"], ["Hamburg"])
    assert target["name"] == "data analyst or ux researcher"


def test_start_without_a_target_still_writes_a_page(run: Run, samples: Path) -> None:
    """A reader who does not know yet what they want, and gets an error for it."""
    done = run("start", samples / "tiny" / "Basic_LinkedInDataExport_03-24-2026.zip")
    assert done.exit_code == 0, done.stderr
    assert "No target yet" in done.stdout


GOOGLE = "Name,Given Name,Family Name,E-mail 1 - Value\nMe Self,Me,Self,me@mail.example\nAna,Ana,,ana@mail.example\n"


def test_start_knows_contacts_and_the_targets_there_are(run: Run, tmp_path: Path) -> None:
    """Who has no LinkedIn zip, or a target already, would be told that there is none."""
    (tmp_path / "contacts.csv").write_text(GOOGLE)
    told = run("start")
    assert "a contacts file of Google, Outlook or a phone" in told.stderr
    assert "No target yet" in run("start", tmp_path / "contacts.csv").stdout
    run("target", "add", "numbers", "--role", "data analyst")
    again = run("start", tmp_path / "contacts.csv")
    assert again.exit_code == 0, again.stderr
    assert "No target yet" not in again.stdout
    assert "your targets: numbers" in again.stdout


def test_a_contacts_file_says_once_how_to_tell_who_one_is(run: Run, tmp_path: Path) -> None:
    """One's own entry would stand among the people, and nothing say how to take it out."""
    (tmp_path / "contacts.csv").write_text(GOOGLE)
    assert run("load", tmp_path / "contacts.csv").stdout.count("--me you@mail.example") == 1
    told = run("load", tmp_path / "contacts.csv", "--me", "me@mail.example").stdout
    assert "1 person." in told
    assert "--me you@mail.example" not in told


def test_people_with_an_address_are_counted_once(run: Run, tmp_path: Path) -> None:
    """Two entries of one person would be two people with an address beside one person."""
    (tmp_path / "a.csv").write_text("Name,Email,Company\nAna,ana@mail.example,A\nAna,ana@mail.example,B\nBo,,\n")
    counts = answer(run("load", tmp_path / "a.csv", "--json"))["counts"]
    assert (counts["people"], counts["with_email"]) == (2, 1)


def test_a_file_about_oneself_has_its_account(run: Run, tmp_path: Path) -> None:
    """A load of Positions.csv alone would end without a word."""
    rows = "Northwind,Analyst,,,Mar 2019,\nHalden,Clerk,,,2009,2010\n"
    (tmp_path / "Positions.csv").write_text(f"Company Name,Title,Description,Location,Started On,Finished On\n{rows}")
    assert "2 positions taken." in run("load", tmp_path / "Positions.csv").stdout


def test_an_empty_workspace_shows_the_way_in(run: Run) -> None:
    """A newcomer met by an error."""
    done = run()
    assert done.exit_code == 0
    assert "netscout start" in done.stdout
    for command in (["rank"], ["people"], ["explore"], ["report"], ["why", "x"], ["changes"]):
        told = run(*command)
        assert told.exit_code == 1
        assert "netscout start" in told.stderr or "netscout load" in told.stderr


def test_bare_netscout_shows_the_state(run: Run, loaded: Path) -> None:
    """A returning user who is offered the first steps again."""
    assert "616 people" in run().stdout
    run("target", "remove", "data")
    assert "explore" in run().stdout


def test_doctor_tells_a_broken_plan(run: Run, loaded: Path) -> None:
    """A broken targets.toml that only shows when a ranking fails."""
    assert "Sound" in run("doctor").stdout
    (loaded / "targets.toml").write_text("[me", encoding="utf-8")
    done = run("doctor")
    assert done.exit_code == 1
    assert "targets.toml" in done.stdout
    assert not answer_of_failed(run("doctor", "--json"))["ok"]


def answer_of_failed(done: Done) -> dict[str, Any]:
    """Return the JSON of a command that found something."""
    assert done.exit_code == 1
    found: dict[str, Any] = json.loads(done.stdout)
    return found
