"""What a stranger found untrue or unkind in the texts, kept from coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.campaign.draft import as_role, with_article
from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DAY = "2026-11-16"


@pytest.fixture
def house(run: Run, tmp_path: Path) -> Run:
    """Load three invented people and a target."""
    rows = ("Ana Example;Northwind;Data Analyst", "Bo Roe;Contoso;Data Analyst", "Cy Poe;Fabrikam;HR Manager")
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *rows, ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst", "--motivation", "4").exit_code == 0
    assert run("rank").exit_code == 0
    return run


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Data Analyst", "as a data analyst"),
        ("Data Science", "in data science"),
        ("Software Engineering", "in software engineering"),
        ("HR Manager", "as an HR manager"),
        ("Consulting", "in consulting"),
    ],
)
def test_a_field_of_work_is_no_person(role: str, said: str) -> None:
    """Somebody would be told that the user wonders about work as a data science."""
    assert as_role(role) == said
    assert with_article("honorary consul") == "an honorary consul"


def test_an_hr_manager_is_no_hour(house: Run) -> None:
    """Nobody who wonders about that work would get a draft: "an HR" read as sixty minutes."""
    house("target", "add", "people", "--role", "HR Manager", "--motivation", "5")
    done = house("draft", "Cy Poe", "--channel", "email")
    assert done.exit_code == 0, done.stderr
    assert "as an HR manager" in done.stdout


def test_whom_one_talked_with_is_not_asked_for_the_same_talk(house: Run) -> None:
    """Somebody who gave half an hour would be asked for it as by a stranger."""
    for event, on in (("asked", "2026-11-02"), ("met", "2026-11-10"), ("thanked", "2026-11-11")):
        house("log", "Ana Example", event, "--on", on)
    done = house("draft", "Ana Example")
    assert done.exit_code == 1
    assert "you talked with this person on 2026-11-10" in done.stderr


def test_who_said_later_is_reminded_of_it(house: Run) -> None:
    """The text would say that nothing passed between the two since they were connected."""
    house("--today", "2026-07-20", "log", "Ana Example", "asked")
    house("--today", "2026-07-22", "log", "Ana Example", "deferred", "--for", "2026-11-16")
    done = house("--today", DAY, "draft", "Ana Example")
    assert "In July you told me to try again later, so here I am." in done.stdout


def test_private_notes_in_a_letter_are_pointed_out(house: Run) -> None:
    """What was meant for oneself would be sent unseen."""
    house("log", "Ana Example", "met", "--on", "2026-11-15")
    house("note", "Ana Example", "forecasts are due before breakfast", "--on", "2026-11-15")
    house("note", "Ana Example", "look at the course", "--theme", "will", "--on", "2026-11-15")
    done = " ".join(house("draft", "Ana Example", "--kind", "thanks").stdout.split())
    assert "Some of these words are from your private notes. Read them as Ana would" in done


def test_a_decided_target_rests(house: Run) -> None:
    """Who decided against the work would be sent on to ask about it."""
    assert told(house("today", "--json"))["asks"]["people"]
    house("target", "decide", "data", "no")
    assert not told(house("today", "--json"))["asks"]["people"]
    house("target", "decide", "data", "yes")
    assert told(house("today", "--json"))["asks"]["people"]
