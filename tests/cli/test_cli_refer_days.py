"""The worked example of a campaign, day by day through `log`, `refer` and `today`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

NORA, TOMAS, INES = "Nora Quill", "Tomas Hale", "Ines Varga"
REFER = ("refer", INES, "--by", NORA, "--may-use-name", "yes", "--words", "do use my name", "--company", "Litware")
# day, whose, what is given, then (stage, next, due, overdue from), then others as (who, next, due, overdue from)
DAYS: tuple[tuple[str, str, tuple[str, ...], tuple[str, str, str | None, str | None]], ...] = (
    ("03-02", NORA, ("log", NORA, "asked"), ("asked", "follow-up", "03-11", "03-16")),
    ("03-05", TOMAS, ("log", TOMAS, "asked"), ("asked", "follow-up", "03-16", "03-19")),
    ("03-11", NORA, ("log", NORA, "followed-up"), ("followed-up", "let-go", "03-20", None)),
    ("03-12", NORA, ("log", NORA, "replied"), ("replied", "schedule", "03-13", "03-17")),
    ("03-13", NORA, ("log", NORA, "followed-up"), ("arranging", "follow-up", "03-18", "03-23")),
    ("03-16", NORA, ("log", NORA, "scheduled", "--for", "2026-03-23"), ("scheduled", "confirm", "03-20", "03-23")),
    ("03-16", TOMAS, ("log", TOMAS, "declined"), ("declined", "thank", "03-17", "03-19")),
    ("03-17", TOMAS, ("log", TOMAS, "thanked"), ("declined", "none", None, None)),
    ("03-20", NORA, ("log", NORA, "confirmed"), ("confirmed", "meet", "03-23", None)),
    ("03-23", NORA, ("log", NORA, "met"), ("met", "thank", "03-24", "03-25")),
    ("03-23", NORA, ("log", NORA, "advised"), ("met", "thank", "03-24", "03-25")),
    ("03-23", NORA, REFER, ("met", "thank", "03-24", "03-25")),
    ("03-24", NORA, ("log", NORA, "thanked"), ("thanked", "contact-referral", "03-26", "04-06")),
    ("03-26", INES, ("log", INES, "asked"), ("asked", "follow-up", "04-06", "04-09")),
    ("03-26", NORA, (), ("thanked", "follow-advice", "04-06", "04-13")),
    ("04-01", NORA, ("log", NORA, "advice-followed"), ("thanked", "report-back", "04-08", "04-15")),
    ("04-02", NORA, ("log", NORA, "reported-back"), ("in-touch", "keep-in-touch", "07-01", "07-15")),
    ("04-07", INES, ("log", INES, "met"), ("met", "thank", "04-08", "04-09")),
    ("04-07", NORA, (), ("in-touch", "report-back", "04-14", "04-21")),
    ("04-08", NORA, ("log", NORA, "reported-back"), ("in-touch", "keep-in-touch", "07-07", "07-21")),
)


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Run:
    """Load the two colleagues of the example; the third person is in no file."""
    path = tmp_path / "people.csv"
    path.write_text(f"Name;Firma\n{NORA};Brightwater Grid\n{TOMAS};Brightwater Grid\n", encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    return run


def day(text: str | None) -> str | None:
    """Return a day of the year of the example."""
    return f"2026-{text}" if text else None


def test_every_day_stands_as_the_example_says(two: Run) -> None:
    """A debt to somebody who named a person would come late, twice, or not at all."""
    for at, who, words, (stage, step, due, overdue) in DAYS:
        if words:
            two("--today", f"2026-{at}", *words)
        found = told(two("--today", f"2026-{at}", "log", who, "--json"))
        standing = (found["stage"], found["next"], found["due"], found["overdue_from"])
        assert standing == (stage, step, day(due), day(overdue)), (at, who, words)


def test_today_tells_of_the_debt_until_it_is_met(two: Run) -> None:
    """The line that names whom to write to would be missing from the morning."""
    for at, _, words, _ in DAYS:
        if words and at <= "03-24":
            two("--today", f"2026-{at}", *words)
    morning = " ".join(two("--today", "2026-03-26", "today").stdout.split())
    assert "Nora Quill (p0002): write to whom they named, due today" in morning
    assert "They named Ines Varga (p0004)." in morning
    two("--today", "2026-03-26", "refer", INES, "--by", NORA, "--may-use-name", "no")
    again = told(two("--today", "2026-03-26", "today", "--json"))
    assert [(one["action"], one["due"]) for one in again["now"]] == [("contact-referral", "2026-03-26")]
    two("--today", "2026-03-26", "log", INES, "asked")
    assert told(two("--today", "2026-03-26", "today", "--json"))["now"] == []


def test_the_order_of_logging_across_days_does_not_matter(two: Run) -> None:
    """Who catches up in the evening would see other debts than who logs at once."""
    two("--today", "2026-04-08", "refer", INES, "--by", NORA, "--may-use-name", "no", "--on", "2026-04-02")
    two("--today", "2026-04-08", *REFER, "--on", "2026-03-23")
    two("--today", "2026-04-08", "log", NORA, "met", "--on", "2026-03-23")
    two("--today", "2026-04-08", "log", NORA, "thanked", "--on", "2026-03-24")
    found = told(two("--today", "2026-04-08", "log", NORA, "--json"))
    assert (found["next"], found["due"]) == ("contact-referral", "2026-03-26")
    held = told(two("--today", "2026-04-08", "refer", "--list", "--json"))["referrals"]
    assert [(one["on"], one["may_use_name"]) for one in held] == [("2026-03-23", "no")]


def test_a_name_is_allowed_and_taken_back_at_once(two: Run, tmp_path: Path) -> None:
    """A message would go out with a name its bearer took back."""
    two("log", NORA, "met")
    ines = told(two(*REFER, "--json"))["named"]
    draft = tmp_path / "draft.txt"
    draft.write_text(
        f"To: {ines}\nKind: request\nChannel: email\nSubject: Grid analysis: 20 minutes?\n\nHi Ines,\n\n"
        "Nora Quill suggested I write to you. I am exploring grid analysis and would like to learn how you came to it. "
        "May I ask you about your work for 20 minutes, on a day that suits you? No problem at all if not.\n\nSam\n",
        encoding="utf-8",
    )

    def rules() -> list[str]:
        return [one["rule"] for one in json.loads(two("lint", draft, "--json").stdout)["findings"]]

    assert "R6" not in rules()
    done = two("refer", INES, "--by", NORA, "--may-use-name", "no")
    said = " ".join(done.stdout.split())
    assert f"Added to what Nora Quill said of Ines Varga ({ines}), whom they named on" in said
    assert "take it out before you send" in said
    assert "R6" in rules()
    two("log", "--undo")
    assert "R6" not in rules()
    two("refer", "--by", NORA, "--may-use-name", "no")
    assert "R6" in rules()
    two("refer", "--by", NORA, "--may-use-name", "yes")
    assert "R6" not in rules()
