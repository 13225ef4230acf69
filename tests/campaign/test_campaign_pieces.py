"""What the user typed, as it stands in a letter."""

from __future__ import annotations

import pytest

from netscout.campaign.letters.pieces import advised, after_colon, pieces, step


@pytest.mark.parametrize(
    ("typed", "said", "form"),
    [
        ("learn SQL first", "learn SQL first", "verb"),
        ("Learn SQL first.", "learn SQL first", "verb"),
        ("to learn SQL first", "learn SQL first", "verb"),
        ("I should learn SQL first", "learn SQL first", "verb"),
        ("You should read the yearly report", "read the yearly report", "verb"),
        ("She said: read the yearly report", "read the yearly report", "verb"),
        ("please ask for a day at the plant", "ask for a day at the plant", "verb"),
        ("SQL before Python", "SQL before Python", "quote"),
        ("the yearly report of the regulator", "the yearly report of the regulator", "thing"),
        ("A course in statistics", "a course in statistics", "thing"),
        ("Reading the yearly report", "reading the yearly report", "thing"),
        ("Talk to Her about you", "Talk to Her about you", "quote"),
        ("call my old boss", "call my old boss", "quote"),
        ("he thinks SQL matters", "SQL matters", "quote"),
        ("Don't leave before spring", "Don't leave before spring", "quote"),
        ("never skip the tests", "never skip the tests", "quote"),
        ("IT certificates", "IT certificates", "quote"),
        ("  spend   a day\nat the desk ", "spend a day at the desk", "verb"),
        ("walk the floor!", "walk the floor", "verb"),
        ("LEARN SQL FIRST", "LEARN SQL FIRST", "quote"),
        ("it is better to learn SQL first", "it is better to learn SQL first", "quote"),
        ("one might try a smaller firm", "try a smaller firm", "verb"),
        ("Google the yearly report", "google the yearly report", "verb"),
        ("two evenings at the data meetup", "two evenings at the data meetup", "thing"),
        ("practise, practise, practise", "practise, practise, practise", "quote"),
    ],
)
def test_advice_stands_in_a_sentence(typed: str, said: str, form: str) -> None:
    """A letter would say "you advised me to the report", or words meant for the user alone."""
    found, how = advised(typed)
    assert how == form
    assert found == said or form == "quote"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("The nightly load decides", "the nightly load decides"),
        ("A day has two shifts", "a day has two shifts"),
        ("SQL comes first", "SQL comes first"),
        ("Grid people rise early", "Grid people rise early"),
        ("Anna's team plans at night", "Anna's team plans at night"),
    ],
)
def test_what_follows_a_colon_begins_small(typed: str, said: str) -> None:
    """A letter would begin a sentence in the middle of one, or spell a name small."""
    assert after_colon(typed) == said


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (
            ["load forecasts at 6 am; nice talk", "- Shift handover matters."],
            ["load forecasts at 6 am", "Shift handover matters"],
        ),
        (["She said that forecasts rule the morning"], ["forecasts rule the morning"]),
        (["she fears storage costs; storage costs decide", "Storage costs rule. He knew."], ["Storage costs rule"]),
        (
            ["Nora was tired of storage costs", "they fear storage costs", "quill storage"],
            ["quill storage", "they fear storage costs"],
        ),
        (["Why do turbines stop?", "it was very nice", "Nora Quill"], []),
        (["word " * 40], []),
    ],
)
def test_notes_are_cut_into_what_can_be_named(notes: list[str], found: list[str]) -> None:
    """A whole page of notes in a letter, half a sentence, a question, a name alone, or what is about the reader."""
    assert list(pieces(notes, (), ["Nora Quill"])) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I will Read the report.", ("read the report", False)),
        ("to ask for a day at the plant", ("ask for a day at the plant", False)),
        ("SQL course in May", ("SQL course in May", False)),
        ("the regulator's report", ("the regulator's report", True)),
        ("reading the report", ("reading the report", True)),
    ],
)
def test_an_intent_stands_in_a_sentence(text: str, said: tuple[str, bool]) -> None:
    """A letter that says "I will I will", or names a thing where something to do belongs."""
    assert step(text) == said
