"""What a sheet says of the user and asks of somebody: true of both, from the store; nothing the user found is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.answers import told
from tests.examples import some

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ANALYST, ORGANISER, COLLEAGUE_OF_OLD = "p0506", "p0242", "p0337"


def ids(found: dict[str, Any]) -> set[str]:
    """Return the ids of the questions on a sheet."""
    return {line["id"] for block in found["blocks"] for line in block["questions"]}


def sheet(run: Run, person: str, *words: str) -> dict[str, Any]:
    """Return the sheet for half an hour with somebody."""
    return told(run("prep", person, "--minutes", "30", *words, "--json"))


def screen(run: Run, person: str, *words: str) -> str:
    """Return the sheet as it is shown, on one line."""
    return " ".join(run("prep", person, *words).stdout.split())


@pytest.fixture
def tessa(loaded: Path, run: Run) -> Run:
    """Return the demo, whose user organises events, with that trade as a second target."""
    assert loaded.is_dir()
    done = run("target", "add", "events", "--role", "Event Manager", "--company", "Otto", "--motivation", "2")
    assert done.exit_code == 0, done.stderr
    return run


def test_whoever_does_the_work_does_not_come_from_another_field(tessa: Run) -> None:
    """An event manager would tell event managers that she finds out about work as one."""
    text = screen(tessa, COLLEAGUE_OF_OLD, "--target", "events")
    assert "I work as an event manager myself, and I am finding out what that is like elsewhere." in text
    assert "I am finding out about work" not in text
    assert "I come from" not in text
    assert not ids(sheet(tessa, COLLEAGUE_OF_OLD, "--target", "events")) & {"Q26", "Q27", "Q55", "Q56"}
    other = screen(tessa, COLLEAGUE_OF_OLD, "--target", "data")
    assert "I am finding out about work as a data analyst" in other
    assert "myself" not in other


def test_requests_and_sheets_agree_on_the_own_trade(tessa: Run) -> None:
    """A request would say "exploring" of work that the sheet for the same talk says the user does."""
    for target, is_own in (("events", True), ("data", False)):
        done = tessa("draft", ANALYST, "--target", target)
        assert done.exit_code == 0, done.stderr
        assert ("myself" in done.stdout) == is_own
        assert ("exploring" in done.stdout) != is_own


def test_a_field_of_work_is_not_somebody(tessa: Run) -> None:
    """The first sentence of a talk would be `about work as a data science`."""
    tessa("target", "add", "science", "--role", "Data Science")
    assert "I am finding out about work in data science, and" in screen(tessa, ANALYST, "--target", "science")


def test_only_companies_of_this_target_are_asked_about(tessa: Run) -> None:
    """Somebody who knows events would be asked for people at a freight company."""
    assert "I would like to understand Otto better." in screen(tessa, COLLEAGUE_OF_OLD, "--target", "events")
    text = screen(tessa, ANALYST, "--target", "data")
    assert "Halden Freight better" in text
    assert "Otto" not in text


def test_who_does_other_work_is_asked_about_people_and_paths(tessa: Run) -> None:
    """An organiser of evenings would be asked what lands on a newcomer's desk; or so once the talk was fixed."""
    for fixed in (False, True):
        if fixed:
            tessa("log", ORGANISER, "scheduled", "--for", "2026-11-20")
        found = ids(sheet(tessa, ORGANISER))
        assert {"Q76", "Q77", "Q29", "Q51"} <= found, fixed
        assert not found & {"Q07", "Q10", "Q13", "Q19", "Q30", "Q47", "Q58"}, fixed
    assert not ids(sheet(tessa, ANALYST)) & {f"Q{number}" for number in (29, 51, 69, *range(76, 82))}


@pytest.mark.parametrize(
    ("word", "question"),
    some(
        3,
        [
            ("news", "Q46"),
            ("said", ""),
            ("rivals", "Q53"),
            ("changed", "Q25"),
            ("newcomer", "Q24"),
            ("dispute", "Q50"),
            ("advert", "Q16"),
            ("path", "Q23"),
            ("resource", "Q61"),
            ("decide", ""),
        ],
    ),
)
def test_what_was_found_is_asked_or_shown(tessa: Run, word: str, question: str) -> None:
    """What the user looked up would be dropped in silence."""
    text = "a paper on night shifts"
    found = sheet(tessa, ANALYST, "--found", word, text)
    assert not question or question in ids(found)
    shown = screen(tessa, ANALYST, "--minutes", "30")
    assert "What I found - " in shown
    assert f": {text}{' (question ' if question else ''}" in shown


@pytest.mark.slow
def test_findings_beyond_the_minutes_are_shown(tessa: Run, tmp_path: Path) -> None:
    """With more found than fits the talk, the rest would be gone; or a finding would stand on paper twice."""
    words = ("news", "rivals", "trend", "dispute", "advert", "path", "size", "unknown", "role")
    for word in words:
        tessa("prep", ANALYST, "--found", word, f"the {word} I found")
    for name in ("talk.md", "talk.html"):
        assert tessa("prep", ANALYST, "--minutes", "15", "--out", tmp_path / name).exit_code == 0
        text = (tmp_path / name).read_text(encoding="utf-8")
        top = text[text.index("What I found") : text.index("Opening")]
        assert [word for word in words if f"the {word} I found" not in top] == []
        assert "the size I found" not in text[text.index("To look up before") :]


def test_talks_before_are_told_by_their_day(tessa: Run) -> None:
    """`Talk number 2` is wrong as soon as one was never logged."""
    tessa("log", ANALYST, "met", "--on", "2026-10-05")
    tessa("log", ANALYST, "met", "--on", "2026-11-02")
    text = screen(tessa, ANALYST)
    assert "You had a talk on Monday 2 November 2026; begin with what you did about it." in text
    assert "number" not in text.split("I come:")[0]


def test_nobody_is_told_a_name_they_know(tessa: Run) -> None:
    """A close friend would hear who is speaking; or a stranger would not."""
    stranger = "p0083"
    assert "Thank you for taking the time. I am Tessa Morgenroth." in screen(tessa, stranger)
    tessa("know", stranger, "close")
    assert "I am Tessa Morgenroth" not in screen(tessa, stranger)


def test_a_name_that_was_given_claims_no_more(tessa: Run) -> None:
    """The sheet would have the referrer think what nobody wrote down."""
    assert tessa("refer", "Esther Yıldız", "--by", ANALYST, "--may-use-name", "yes").exit_code == 0
    text = screen(tessa, "p0068", "--minutes", "30")
    assert "Veit Oltmanns gave me your name. How do you two know each other?" in text
