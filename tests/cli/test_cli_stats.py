"""`stats` by its command: what was known at the request is held against what came; learning is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    assert run("rank").exit_code == 0


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
    assert "Too few to compare: 1 of 5 requests." in run("stats").stdout


def test_an_entry_taken_back_is_no_request(run: Run, tmp_path: Path) -> None:
    """A slip of the finger would count for ever."""
    analysts(run, tmp_path, 4)
    run("--today", "2026-06-01", "log", "p0002", "asked")
    run("log", "--undo")
    assert told(run("stats", "--json"))["stats"]["rates"][0]["asked"] == 0


def test_learning_is_asked_for_bounded_and_told(run: Run, tmp_path: Path, workspace: Path) -> None:
    """The chance of everybody would move by itself, or after three answers."""
    analysts(run, tmp_path, 31)
    plan = workspace / "targets.toml"
    for number in range(2, 31):
        run("--today", "2026-03-02", "log", f"p{number:04}", "asked")
    before, ranked = plan.read_bytes(), told(run("rank", "--json"))["rows"]
    done = run("stats", "--learn")
    assert done.exit_code == 1
    assert "29 finished requests, 30 are needed" in " ".join(done.stderr.split())
    run("--today", "2026-03-02", "log", "p0031", "asked")
    assert plan.read_bytes() == before
    done = run("stats", "--learn")
    assert "reply_shift" in done.stdout
    assert "reply_shift = -1.0" in plan.read_text(encoding="utf-8")
    rows = {row["id"]: row for row in told(run("rank", "--json"))["rows"]}
    chances = [(row["p_reply"], rows[row["id"]]) for row in ranked if row["id"] == "p0032"]
    assert all(now["p_reply"] < then for then, now in chances)
    learnt = [part for row in rows.values() for key, part in row["parts"].items() if key == "reply.learnt"]
    assert learnt
    assert all(part < 0 for part in learnt)
