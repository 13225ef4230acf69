"""Days for a talk, by command: times the user offers, whose doing it was, what a request is told once they said yes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Done, Run

DAY = "2026-11-16"
ASKED, YES = ("asked", "--on", "2026-11-02"), ("replied", "--on", "2026-11-04")
FIXED = ("scheduled", "--on", "2026-11-05", "--for", "2026-11-13", "--at", "10:00", "--zone", "Europe/Berlin")


@pytest.fixture
def one(run: Run, tmp_path: Path) -> Run:
    """Load an invented person and set a target."""
    path = tmp_path / "people.csv"
    path.write_text("Name;Firma;Titel\nAna Example;Northwind;Grid Analyst\n", encoding="utf-8")
    names = [part for one in ("Name=full", "Firma=company", "Titel=title") for part in ("--map", one)]
    assert run("load", path, *names).exit_code == 0
    assert run("target", "add", "grid", "--role", "Grid Analyst").exit_code == 0
    return run


def say(run: Run, *entries: tuple[str, ...]) -> None:
    """Log entries of the person."""
    for entry in entries:
        done = run("--today", DAY, "log", "Ana Example", *entry)
        assert done.exit_code == 0, done.output


def draft(run: Run, *words: str, kind: str = "arrange", day: str = DAY) -> Done:
    """Return what `draft` says of the person."""
    return run("--today", day, "draft", "Ana Example", "--kind", kind, *words)


def flat(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


def test_times_of_ones_own_are_offered(one: Run) -> None:
    """The user would have to type their own hours into a text that names other days."""
    say(one, ASKED, YES)
    times = ("--time", "2026-11-20 9.30", "--time", "2026-11-19 10:00", "--time", "2026-11-19 10:00")
    done = flat(draft(one, *times).stdout)
    assert "Would Thursday 19 November at 10:00 or Friday 20 November at 09:30 suit you? " in done
    assert "at whatever hour" not in done
    assert "at whatever hour" in draft(one, "--time", "2026-11-19").stdout


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("2026-11-15 10:00", "2026-11-15 is over"),
        ("2026-11-31", "the day after --time cannot be read"),
        ("2026-11-20 25:00", "the time after --time cannot be read"),
        ("", "the day after --time cannot be read"),
    ],
)
def test_times_that_cannot_be_are_refused(one: Run, time: str, said: str) -> None:
    """A letter would offer a day that is over, or none that exists."""
    say(one, ASKED, YES)
    done = draft(one, "--time", time)
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in flat(done.stderr)


def test_many_times_and_times_for_a_fixed_talk_are_refused(one: Run) -> None:
    """Somebody would be given a calendar to read, or asked for a day when one is fixed."""
    say(one, ASKED, YES)
    many = [part for day in range(17, 23) for part in ("--time", f"2026-11-{day}")]
    assert "5 are the most" in flat(draft(one, *many).stderr)
    assert draft(one, *many[2:]).exit_code == 0
    say(one, ("scheduled", "--for", "2026-11-20"))
    assert "a talk is fixed, so no times are offered" in flat(draft(one, "--time", "2026-11-19").stderr)
    assert draft(one, "--time", "2026-11-19", kind="thanks").exit_code == 2


@pytest.mark.parametrize(
    ("event", "said"), [("missed", "I am sorry that I missed our talk."), ("cancelled", "call off")]
)
def test_whose_doing_it_was_only_the_user_knows(one: Run, event: str, said: str) -> None:
    """A user who did not come would write "what a pity" and nothing else, or say sorry in vain."""
    say(one, ASKED, YES, FIXED)
    before = json.loads(draft(one, "--json", day="2026-11-12").stdout)
    assert before["notes"] == []
    assert "at 10:00, Berlin time." in before["draft"]["body"]
    say(one, (event, "--on", "2026-11-13"))
    found = json.loads(draft(one, "--json").stdout)
    assert said in " ".join(found["notes"])
    assert "sorry" not in found["draft"]["body"]


@pytest.mark.parametrize(
    ("entries", "said", "then"),
    [
        ((ASKED,), "still open", "--kind follow-up"),
        ((ASKED, YES), "they answered your request", "--kind arrange"),
        ((ASKED, YES, ("followed-up", "--on", "2026-11-05")), "they answered your request", "--kind arrange"),
        ((ASKED, YES, ("scheduled", "--for", "2026-11-20")), "is fixed", "netscout prep"),
        ((ASKED, YES, FIXED), "how it went is not logged", "met, or missed, or cancelled"),
        ((ASKED, YES, FIXED, ("missed", "--on", "2026-11-13")), "fell through", "--kind arrange"),
    ],
)
def test_a_request_is_told_what_is_true_now(
    one: Run, entries: tuple[tuple[str, ...], ...], said: str, then: str
) -> None:
    """After a yes or a talk missed it would say that a request is open, and to wait for a reminder."""
    say(one, *entries)
    done = draft(one, kind="request")
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in flat(done.stderr)
    assert then in flat(done.stderr)
    assert ("still open" in done.stderr) == (len(entries) == 1)


def test_silence_after_an_answer_is_not_called_an_answer(one: Run) -> None:
    """Somebody who did answer would be said to have answered by silence."""
    offers = (("followed-up", "--on", "2026-11-05"), ("followed-up", "--on", "2026-11-10"))
    say(one, ASKED, YES, *offers)
    done = draft(one, kind="follow-up")
    assert "the next word is theirs" in flat(done.stderr)
    assert "silence" not in done.stderr


def test_a_later_is_offered_a_word_of_thanks_while_it_is_fresh(one: Run) -> None:
    """Nobody would think of thanks for a "not now", or they would come four months after it."""
    say(one, ASKED)
    done = one("--today", DAY, "log", "Ana Example", "deferred", "--on", "2026-11-13", "--for", "2027-01-11")
    assert "netscout draft p0002 --kind thanks" in flat(done.stdout)
    assert one("--today", DAY, "log", "--undo").exit_code == 0
    done = one("--today", DAY, "log", "Ana Example", "deferred", "--on", "2026-11-03", "--for", "2027-01-11")
    assert "--kind thanks" not in done.stdout
