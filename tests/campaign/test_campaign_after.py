"""After the talk, the pure parts: the form of a note, talks read together, what is owed."""

from __future__ import annotations

from datetime import date

import pytest

from netscout.campaign.balance import balance, balance_words, balances
from netscout.campaign.beside import besides
from netscout.campaign.fold import fold
from netscout.campaign.form import checked, form, line, parts, read_form, tellable
from netscout.campaign.themes import themes
from netscout.campaign.workdays import Workdays
from netscout.errors import RefusedError
from netscout.model.event import Event
from netscout.model.notes import Balance, Note
from netscout.model.referral import Referral
from netscout.model.themes import Talk

DAY = date(2026, 11, 16)
DAYS = Workdays(("sat", "sun"), ())


def log(person: str, *entries: str) -> list[Event]:
    """Return entries written as `DAY event`."""
    told = [one.split() for one in entries]
    return [Event(person, event, on, seq=place) for place, (on, event) in enumerate(told, 1)]


LOGS = {
    "p0002": log("p0002", "2026-11-02 met", "2026-11-09 met", "2026-11-09 advised"),
    "p0003": log("p0003", "2026-11-05 met", "2026-11-06 gave-back"),
    "p0004": log("p0004", "2026-11-05 asked"),
}


def test_an_untouched_form_says_nothing() -> None:
    """Somebody who closes the editor would store a form without a word of theirs."""
    text = form("Ana Example", DAY)
    assert text.count("\n") > 15
    assert read_form(text, "Ana Example") == ("2026-11-16", [])
    assert read_form("", "Ana Example") == ("", [])


def test_a_filled_form_is_read_by_its_parts() -> None:
    """What was heard would be stored with empty headings, or a question left open never come back."""
    text = form("Ana Example", DAY)
    text = text.replace("1.\n", "1. Budgets are set in May\r\n").replace("Culture:", "Culture: calm\nand flat")
    text = text.replace("A question left open:", "A question left open:\n- Who hires?\nWhen?")
    text = text.replace("Day: 2026-11-16", "Day: 2026-11-12") + "# 1 reason to go on\n"
    day, found = read_form(text, "Ana Example")
    assert day == "2026-11-12"
    assert found == [
        ("", "Three things I heard: Budgets are set in May\nCulture:\ncalm\nand flat"),
        ("open", "Who hires?"),
        ("open", "When?"),
        ("give", "# 1 reason to go on"),
    ]


def test_words_without_headings_are_kept_whole() -> None:
    """Whoever deletes the form and writes freely would lose it."""
    assert read_form("She was kind.\nBudget: none", "Ana") == ("", [("", "She was kind.\nBudget: none")])
    assert parts(["a", "Culture: b"]) == [("", ["a"]), ("culture", [" b"])]


def test_what_is_for_the_user_alone_is_quoted_in_no_letter() -> None:
    """A thank-you would tell them how tired they looked, or what they would not say."""
    note = (
        "She knows the plant\nThree things I heard:\nBudgets are set in May\nMay is late\nMood: tired\nNumbers: 60,000"
    )
    assert tellable(note) == ["She knows the plant", "Budgets are set in May", "May is late"]
    assert tellable("What they would rather not answer: pay\nand why") == []
    assert tellable("one line") == ["one line"]


def test_a_name_cannot_break_the_form() -> None:
    """A name with a line break would put words of a stranger among the user's own."""
    assert read_form(form("Ana\nMood: sad\x1b[31m", DAY), "Ana\nMood: sad\x1b[31m") == ("2026-11-16", [])


def test_a_text_is_held_to_its_bounds() -> None:
    """A note of a megabyte, or one that turns the screen around, would be stored."""
    with pytest.raises(RefusedError) as fault:
        checked("x" * 10_001)
    assert fault.value.code == "too-long"
    assert checked("a\r\nb\x1b[31m\u202e") == "a\nb [31m"
    assert line(" one\n two ", "x") == "one two"


TALKS = {"p0002": Talk("Ana Example", "Northwind"), "p0003": Talk("Bo Roe", "Contoso")}


def test_what_several_people_say_is_counted_by_person() -> None:
    """A word said ten times in one talk would look like agreement, or somebody's own name like a theme."""
    notes = [
        Note("p0002", "2026-11-02", "Ana at Northwind: budget, budgets and SQL"),
        Note("p0002", "2026-11-02", "Heard a lot.\nCulture: calm\nand flat\nMood: good"),
        Note("p0002", "2026-11-10", "the budget again", "money"),
        Note("p0003", "2026-11-07", "budgets, sql for Ana at Northwind; calm", "money"),
        Note("p0003", "2026-11-07", "budget budget secret", "found:company:news"),
        Note("p0004", "2026-11-07", "calm before a talk"),
        Note("p0003", "2026-11-08", "an article", "give"),
    ]
    found = themes(notes, TALKS)
    assert [(one.name, one.talks) for one in found.words] == [("budget", 2), ("calm", 2), ("SQL", 2)]
    assert [(one.name, [note.text for note in one.notes]) for one in found.tagged] == [
        ("money", ["the budget again", "budgets, sql for Ana at Northwind; calm"]),
        ("culture", ["calm and flat"]),
        ("mood", ["good"]),
    ]
    assert [one.text for one in found.give] == ["an article"]
    assert "secret" not in str(found)


def test_an_echo_chamber_is_named() -> None:
    """Five talks in one house would pass for five opinions."""
    one, other = Talk("A", "Northwind", "Data", "plain", "Ana"), Talk("B", "Contoso", "Data", "", "")
    assert themes([], {"p1": one, "p2": one}).corners == (), "two talks are few"
    assert len(themes([], {"p1": one, "p2": one, "p3": one}).corners) == 4
    (corner,) = themes([], {"p1": one, "p2": one, "p3": other}).corners
    assert "one kind of work: Data" in corner
    nothing = Talk("C")
    assert themes([], {"p1": nothing, "p2": nothing, "p3": nothing}).corners == ()


def test_a_decision_is_owed_until_it_is_told() -> None:
    """The debt would never come, or never go."""
    entries = log("p0002", "2026-11-02 met", "2026-11-03 thanked")
    beside = besides({"p0002": entries}, [], {"p0002": ["2026-11-06"]}, {"p0002": 0}, {})["p0002"]
    assert [one.action for one in fold(entries, DAY, DAYS, beside).debts] == ["tell-decision"]
    told = [*entries, Event("p0002", "updated", "2026-11-09", seq=9)]
    assert fold(told, DAY, DAYS, beside).debts == ()


def test_notes_on_a_talk_are_due_until_there_are_some() -> None:
    """The reminder would stay after the notes were written, or go for notes on an older talk."""
    entries = log("p0002", "2026-11-12 met")
    for on, due in (("2026-11-11", True), ("2026-11-12", False), ("2026-11-14", False)):
        beside = besides({}, [], {}, {}, {"p0002": [on]})["p0002"]
        assert bool(fold(entries, DAY, DAYS, beside).sides) == due, on


def test_what_is_owed_is_what_was_given_less_what_was_given_back() -> None:
    """A new favour would be asked of somebody who had nothing for the last three."""
    assert balance(LOGS["p0002"], 1) == Balance(2, 1, 1, 0)
    assert Balance(talks=1, given=3).owed == 0
    named = [Referral("p0003", "p0004", "C", "2026-11-05"), Referral("p0003", "p0004", "C", "2026-11-06")]
    named.append(Referral("p0003", "", "", "2026-11-06", permission="yes"))
    found = balances(LOGS, named)
    assert [(who, one.owed) for who, one in found.items()] == [("p0002", 3), ("p0003", 1)]
    assert balance_words(found["p0002"], "Ana") == (
        "Ana gave you 2 talks and 1 piece of advice; is there something you could do for them?"
    )
    assert balance_words(found["p0003"], "Bo") == "Bo gave you 1 talk and 1 name; you gave something back once."
    assert balance_words(Balance(talks=1, given=1), "Bo") == "You are even with Bo."
    assert balance_words(Balance(), "Bo") == ""
