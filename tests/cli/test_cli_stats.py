"""`stats` by its command: what was known at the request is held against what came; learning is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from netscout.model.event import Event
from netscout.model.yields import Made
from netscout.settings import read_plan
from netscout.store.asked import ASKED, all_made, keep_made
from netscout.store.events import append_event
from netscout.store.notes import add
from netscout.store.workspace import Workspace
from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def analysts(run: Run, tmp_path: Path, count: int) -> None:
    """Load so many invented analysts and rank them."""
    rows = [f"P{chr(97 + n // 26)}{chr(97 + n % 26)} Example;Firm {n};Data Analyst" for n in range(count)]
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *rows, ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    assert run("--today", "2026-02-27", "rank").exit_code == 0


def test_what_was_expected_is_that_of_the_day_of_the_request(run: Run, tmp_path: Path) -> None:
    """A chance reckoned after the answer would always look right."""
    analysts(run, tmp_path, 4)
    assert "Nothing is asked yet" in run("stats").stdout
    run("--today", "2026-06-01", "log", "p0002", "asked", "--note", "email")
    before = told(run("stats", "--json"))["stats"]
    run("log", "p0002", "replied", "--on", "2026-06-03")
    run("know", "p0002", "close")
    run("rank")
    after = told(run("stats", "--json"))["stats"]
    assert before["predicted"] == after["predicted"] == 1
    assert before["expected"] == after["expected"]
    assert (before["came"], after["came"], after["days"]) == (0, 1, 2)
    assert "1 so far; shares are shown from 5 on." in run("stats").stdout


def test_an_entry_taken_back_is_no_request(run: Run, tmp_path: Path) -> None:
    """A slip of the finger would count for ever."""
    analysts(run, tmp_path, 4)
    run("--today", "2026-06-01", "log", "p0002", "asked")
    run("log", "--undo")
    assert told(run("stats", "--json"))["stats"]["rates"][0]["asked"] == 0


def test_a_chance_reckoned_after_the_request_counts_for_nothing(run: Run, tmp_path: Path) -> None:
    """A list that may know of the answer would be praised for having foreseen it."""
    analysts(run, tmp_path, 4)
    run("--today", "2026-06-30", "rank")
    run("log", "p0002", "asked", "--on", "2026-06-29")
    run("log", "p0003", "asked", "--on", "2026-06-30")
    found = told(run("stats", "--json"))["stats"]
    assert (found["rates"][0]["asked"], found["predicted"], found["unpredicted"]) == (2, 1, 1)
    assert [one["key"] for one in found["rates"] if one["group"] == "list"] == []
    assert [one["key"] for one in told(run("stats", "--by", "list", "--json"))["stats"]["rates"]] == [
        "",
        "practitioners",
    ]


def test_young_requests_are_said_to_be_left_out(run: Run, tmp_path: Path) -> None:
    """Shares of the first week would be believed."""
    analysts(run, tmp_path, 9)
    for number in range(2, 10):
        run("--today", "2026-06-01", "log", f"p{number:04}", "asked", "--note", "email")
    for number in range(2, 8):
        run("--today", "2026-06-03", "log", f"p{number:04}", "replied")
    run("--today", "2026-06-03", "log", "p0009", "bounced")
    early = " ".join(run("--today", "2026-06-04", "stats").stdout.split())
    assert "1 request is too young to tell, and left out of the shares." in early
    assert "1 request never arrived" in early
    assert "100% (69% to 100%)" in early
    assert "the lists expected" not in early
    late = " ".join(run("--today", "2026-07-30", "stats", "--by", "channel").stdout.split())
    assert "too young" not in late
    assert "channel e-mail 7 6 6 0 86%" in late
    assert "Of 7 requests that had four weeks for an answer, 6 were answered; the lists expected about" in late
    assert "0.25 is a toss of a coin" in late


def test_learning_is_asked_for_bounded_and_told(run: Run, tmp_path: Path, workspace: Path) -> None:
    """The chance of everybody would move by itself, after three answers, or twice for the same ones."""
    analysts(run, tmp_path, 32)
    plan = workspace / "targets.toml"
    plan.write_text("# mine\n" + plan.read_text(encoding="utf-8"), encoding="utf-8")
    for number in range(2, 31):
        run("--today", "2026-03-02", "log", f"p{number:04}", "asked")
    before, ranked = plan.read_bytes(), told(run("--today", "2026-02-27", "rank", "-n", "100", "--json"))["rows"]
    done = run("stats", "--learn")
    assert done.exit_code == 1
    assert "29 finished requests to people of your lists can be learnt from; before 30," in " ".join(
        done.stderr.split()
    )
    run("--today", "2026-03-02", "log", "p0031", "asked")
    young = run("--today", "2026-03-09", "stats", "--learn")
    assert (young.exit_code, plan.read_bytes()) == (1, before)
    assert "`netscout stats --learn`" in run("stats").stdout
    done = run("stats", "--learn")
    assert "an even chance to answer counts as 27 in 100 (50 until now)" in " ".join(done.stdout.split())
    assert "reply_shift = -1.0" in plan.read_text(encoding="utf-8")
    rows = {row["id"]: row for row in told(run("rank", "-n", "100", "--json"))["rows"]}
    chances = [(row["p_reply"], rows[row["id"]]["p_reply"]) for row in ranked if row["id"] == "p0033"]
    assert chances
    assert all(now < then for then, now in chances)
    assert all(part < 0 for row in rows.values() for key, part in row["parts"].items() if key == "reply.learnt")


def test_learning_again_changes_nothing_and_can_be_taken_back(run: Run, tmp_path: Path, workspace: Path) -> None:
    """Each --learn would push everybody further down, or what was learnt could never be unlearnt."""
    analysts(run, tmp_path, 62)
    plan = workspace / "targets.toml"
    for number in range(2, 32):
        run("--today", "2026-03-02", "log", f"p{number:04}", "asked")
        if number % 2:
            run("--today", "2026-03-04", "log", f"p{number:04}", "declined")
    before = plan.read_bytes()
    assert run("stats", "--learn").exit_code == 0
    first = plan.read_bytes()
    assert first != before
    run("--today", "2026-05-04", "rank")
    assert "Nothing is changed." in run("stats", "--learn").stdout
    for number in range(32, 62):
        run("--today", "2026-05-04", "log", f"p{number:04}", "asked")
        if number % 2:
            run("--today", "2026-05-06", "log", f"p{number:04}", "declined")
    assert run("stats", "--learn").exit_code == 0
    with Workspace.open(workspace, create=False) as ws:
        moves = {one.moved for days in all_made(ws).values() for one in days.values()}
    move = read_plan(plan).settings.reply_shift
    assert len(moves) == 2
    assert 0 < max(moves) < move < 0.9  # half of them answer, a third was expected: from .33 to .5 is .69 logits
    assert "--forget-learning" in run("stats").stdout
    assert "50 in 100 again" in " ".join(run("stats", "--forget-learning").stdout.split())
    assert plan.read_bytes() == before
    assert "Nothing was learnt" in run("stats", "--forget-learning").stdout


def test_options_that_do_nothing_are_refused(run: Run, tmp_path: Path) -> None:
    """--learn would be passed over in silence."""
    analysts(run, tmp_path, 2)
    for wrong in (("--learn", "--json"), ("--learn", "--forget-learning"), ("--forget-learning", "--by", "list")):
        assert run("stats", *wrong).exit_code == 2


def test_what_was_known_is_kept_whichever_way_a_request_is_logged(run: Run, loaded: Path) -> None:
    """Requests that messages tell of, or that were tapped on the page, would never be held against the lists."""
    run("target", "add", "data", "--role", "data analyst")
    assert run("--today", "2026-01-02", "rank").exit_code == 0
    run("log", "p0038", "noted", "--on", "2026-01-02")
    done = told(run("today", "--accept", "all", "--json"))["accepted"]
    assert [one["person"] for one in done if one["event"] == "asked"] == ["p0038"]
    with Workspace.open(loaded, create=False) as ws:
        (made,) = all_made(ws)["p0038"].values()
        name = ws.id
    assert made.target == "data"
    assert made.chance
    taps = [{"person": "p0506", "event": "asked", "on": "2026-11-15"}]
    whole = {"schema": 1, "kind": "netscout-answers", "workspace": name, "owner": "p0001", "saved_on": "2026-11-16"}
    path = loaded / "answers.json"
    path.write_text(json.dumps({**whole, "answers": taps}), encoding="utf-8")
    assert run("load", path).exit_code == 0
    with Workspace.open(loaded, create=False) as ws:
        assert len(all_made(ws)) == 2
    assert any(one["key"] == "message" for one in told(run("stats", "--by", "channel", "--json"))["stats"]["rates"])


def test_what_was_known_is_kept_by_person_and_day(loaded: Path) -> None:
    """After a move by cards, or by a slip of the hand in one, `stats` would end in a fault."""
    with Workspace.open(loaded, create=False) as ws:
        entry = append_event(ws, Event("p0038", "asked", "2026-10-01"))
        keep_made(ws, entry, Made("data", chance=0.25, moved=0.5))
        add(ws, "p0040", ASKED, '{"p": "much", "moved": [], "list": 3}', on="2026-10-02")
        add(ws, "p0040", ASKED, '{"p": 7}', on="2026-10-03")
        add(ws, "p0040", ASKED, "no JSON", on="2026-10-04")
        assert all_made(ws) == {
            "p0038": {"2026-10-01": Made("data", chance=0.25, moved=0.5)},
            "p0040": {"2026-10-02": Made(list="3"), "2026-10-03": Made()},
        }
