"""`draft` by its command: each kind from the log, who is not to be written to, limits, mail files."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Done, Run

PEOPLE = """Name;Firma;Titel
Ana Example;Northwind;Grid Analyst
Bo Roe;Northwind;Grid Analyst
Cy Poe;Northwind;Grid Planner
Di Foe;Contoso;Grid Analyst
Ed Zoe;Fabrikam;Grid Analyst
"""
NOTE = "load forecasts at 6 am; shift handover is where it goes wrong"


@pytest.fixture
def five(run: Run, tmp_path: Path) -> Run:
    """Load five invented people and set a target."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    names = [part for one in ("Name=full", "Firma=company", "Titel=title") for part in ("--map", one)]
    assert run("load", path, *names).exit_code == 0
    assert run("target", "add", "grid", "--role", "Grid Analyst").exit_code == 0
    return run


def say(run: Run, person: str, *rows: tuple[str, ...]) -> None:
    """Log events of one person: (event, day, note)."""
    for event, on, *note in rows:
        done = run("log", person, event, "--on", on, *(["--note", note[0]] if note else []))
        assert done.exit_code == 0, done.output


def text(done: Done) -> str:
    """Return the output of a draft that was written."""
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def refusal(done: Done) -> str:
    """Return the message of a draft that was not written."""
    assert done.exit_code == 1, done.output
    assert done.stdout == ""
    return " ".join(done.stderr.split())


def named(workspace: Path, run: Run, referrer: str, person: str, may: str) -> None:
    """Write a line of the ledger."""
    people = {one["display_name"]: int(one["id"][1:]) for one in json.loads(run("people", "--json").stdout)["people"]}
    with sqlite3.connect(workspace / "netscout.db") as db:
        db.execute(
            "INSERT INTO referral (referrer, named, name, on_day, may_use_name, logged_on) VALUES (?, ?, ?, ?, ?, ?)",
            (people[referrer], people[person], person, "2026-11-09", may, "2026-11-09"),
        )
    db.close()


def test_the_whole_way_from_request_to_news(five: Run) -> None:
    """A step of the campaign would have no text, or one from the step before."""
    assert "20 minutes" in text(five("draft", "Ana Example"))
    assert "nothing to remind them of" in refusal(five("draft", "Ana Example", "--kind", "follow-up"))
    say(five, "Ana Example", ("asked", "2026-11-02"))
    assert "lines of 2 November" in text(five("draft", "Ana Example", "--kind", "follow-up"))
    assert "nothing to thank for" in refusal(five("draft", "Ana Example", "--kind", "thanks"))
    say(five, "Ana Example", ("met", "2026-11-15"))
    assert "netscout note p" in refusal(five("draft", "Ana Example", "--kind", "thanks"))
    say(five, "Ana Example", ("noted", "2026-11-15", NOTE))
    assert "--theme will" in refusal(five("draft", "Ana Example", "--kind", "thanks"))
    say(five, "Ana Example", ("advised", "2026-11-15", "read the regulator's yearly report"))
    written = text(five("draft", "Ana Example", "--kind", "thanks"))
    assert (
        "load forecasts at 6 am. You advised me to read the regulator's yearly report, and I will do that." in written
    )
    assert "yesterday" in written
    assert "thanks for your talk come first" in refusal(five("draft", "Ana Example", "--kind", "update"))
    say(five, "Ana Example", ("thanked", "2026-11-15"), ("advice-followed", "2026-11-16", "it changed my plan"))
    news = text(five("draft", "Ana Example", "--kind", "update"))
    assert "You advised me to read the regulator's yearly report, and I have done that." in news
    assert "What came of it: it changed my plan." in news
    say(five, "Ana Example", ("reported-back", "2026-11-16"))
    assert "You advised me" not in text(five("draft", "Ana Example", "--kind", "update"))


def test_an_early_reminder_is_written_with_a_word(five: Run) -> None:
    """A reminder before its time would pass as if it were due, or could not be had at all."""
    say(five, "Ana Example", ("asked", "2026-11-12"))
    told = text(five("draft", "Ana Example", "--kind", "follow-up"))
    assert "Careful: " in told
    assert told.endswith("(Rule R22.)")
    found = json.loads(five("draft", "Ana Example", "--kind", "follow-up", "--json").stdout)
    assert [one["rule"] for one in found["findings"]] == ["R22"]
    assert found["ok"] is True


def test_limits_on_asking_name_who_and_when(five: Run) -> None:
    """A third request at one company, a second one to a person, or one after a no would be proposed."""
    say(five, "Ana Example", ("asked", "2026-11-10"))
    assert "still open" in refusal(five("draft", "Ana Example"))
    say(five, "Bo Roe", ("asked", "2026-11-12"))
    full = refusal(five("draft", "Cy Poe"))
    assert "p0002, p0003" in full
    assert "8 December" in full
    say(five, "Di Foe", ("asked", "2026-11-02"), ("declined", "2026-11-03"))
    assert "declined on 2026-11-03" in refusal(five("draft", "Di Foe"))
    assert "I quite understand" in text(five("draft", "Di Foe", "--kind", "thanks"))
    for done in (five("draft", "Cy Poe", "--json"), five("draft", "Di Foe", "--json")):
        assert done.exit_code == 1
        assert json.loads(done.stdout)["error"]["code"] in ("limit", "refused")


def test_nobody_is_written_to_who_is_not_to_be(five: Run) -> None:
    """A draft of any kind to somebody who asked never to be written to again."""
    say(five, "Di Foe", ("met", "2026-11-10", NOTE), ("do-not-contact", "2026-11-11"))
    for kind in ("request", "follow-up", "thanks", "update"):
        assert "not to be written to again" in refusal(five("draft", "Di Foe", "--kind", kind))
    asked = five("draft", "Ana Example", "--kind", "introduction", "--to", "Di Foe")
    assert "not to be written to again" in refusal(asked)


def test_the_own_job_is_protected(five: Run, workspace: Path) -> None:
    """A colleague or the manager would be asked, and plans get about."""
    plan = workspace / "targets.toml"
    plan.write_text(
        f'[me]\nname = "Sam Ode"\nemployer = "Northwind"\nmanager = "Ed Zoe"\n{_target(plan)}', encoding="utf-8"
    )
    for extra in ([], ["--kind", "introduction", "--at", "Contoso"]):
        assert "your plans stay your own" in refusal(five("draft", "Ana Example", *extra))
        assert "your manager" in refusal(five("draft", "Ed Zoe", *extra))
    inside = _target(plan).replace("motivation", 'companies = ["Northwind"]\nmotivation', 1)
    if "companies" not in inside:
        inside = f'{inside}\ncompanies = ["Northwind"]\n'
    plan.write_text(f'[me]\nname = "Sam Ode"\nemployer = "Northwind"\n{inside}', encoding="utf-8")
    written = text(five("draft", "Ana Example"))
    assert "We both work at Northwind." in written
    assert "You do that work: what is it like" in written


def _target(plan: Path) -> str:
    """Return the target as a targets.toml holds it."""
    whole = plan.read_text(encoding="utf-8")
    lines = whole[whole.rindex("[[target]]") :].splitlines()
    return "\n".join(one for one in lines if not one.startswith("#"))


def test_a_referrer_is_named_only_with_a_yes(five: Run, workspace: Path) -> None:
    """A name would be used that nobody may use, or a yes would be of no use."""
    named(workspace, five, "Ed Zoe", "Ana Example", "not asked")
    assert "suggested" not in text(five("draft", "Ana Example"))
    named(workspace, five, "Ed Zoe", "Ana Example", "yes")
    written = text(five("draft", "Ana Example"))
    assert "Ed Zoe suggested I write to you." in written
    assert "Rests on: Ed Zoe named them on 2026-11-09" in written
    named(workspace, five, "Ed Zoe", "Ana Example", "no")
    assert "suggested" not in text(five("draft", "Ana Example"))
    assert "You named Ana Example to me" in text(
        five("draft", "Ed Zoe", "--kind", "introduction", "--to", "Ana Example")
    )


def test_a_request_warns_while_thanks_are_overdue(five: Run) -> None:
    """New requests while somebody waits for thanks, and not a word of it."""
    say(five, "Di Foe", ("met", "2026-11-12", NOTE))
    assert "thanks for a talk are overdue to Di Foe" in text(five("draft", "Ana Example"))


def test_a_mail_file_is_read_back_by_lint(five: Run, tmp_path: Path) -> None:
    """A mail that `lint` could not read, or a half-written one after a refusal."""
    out = tmp_path / "ana.eml"
    assert five("draft", "Ana Example", "--out", out).exit_code == 2
    assert not out.exists()
    assert five("draft", "Ana Example", "--channel", "email", "--out", out).exit_code == 0
    first = out.read_bytes()
    assert five("draft", "Ana Example", "--channel", "email", "--out", out).exit_code == 0
    assert out.read_bytes() == first
    found = json.loads(five("lint", out, "--json").stdout)
    assert (found["ok"], found["kind"], found["channel"], found["findings"]) == (True, "request", "email", [])
    other = tmp_path / "no.eml"
    assert five("draft", "Ana Example", "--kind", "thanks", "--channel", "email", "--out", other).exit_code == 1
    assert not other.exists()


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["Nobody Known"], 1, "nobody in this workspace"),
        (["Ana Example", "--channel", "card"], 1, "a card is for thanks"),
        (["Ana Example", "--to", "Bo Roe"], 2, "--to does nothing with --kind request"),
        (["Ana Example", "--kind", "introduction"], 1, "somebody to be introduced to"),
        (["Ana Example", "--kind", "introduction", "--to", "Ana Example"], 1, "the person you are writing to"),
        (["Ana Example", "--kind", "update", "--channel", "note"], 1, "a note goes with an invitation"),
        (["Ana Example", "--target", "gird"], 1, "Did you mean grid"),
    ],
)
def test_what_cannot_be_written_is_said_once(five: Run, args: list[str], code: int, said: str) -> None:
    """A bad wish would end in a traceback, in silence, or in a text all the same."""
    done = five("draft", *args)
    assert done.exit_code == code
    assert said in " ".join(done.output.split())


def test_the_json_has_the_draft_and_what_the_rules_say(five: Run) -> None:
    """A script would miss the text, its facts or the findings."""
    found: dict[str, Any] = json.loads(five("draft", "Ana Example", "--json").stdout)
    assert list(found) == ["schema", "command", "draft", "words", "ok", "findings", "notes", "out"]
    assert len(found["draft"]["facts"]) == len(found["draft"]["sentences"])
