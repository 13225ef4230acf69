"""What the answers changed, in sentences: each count can be made again, each reason is the word that moved them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netscout.model.answered import Answered, Move, MovedList, Word
from netscout.reports import view
from tests.reports.sample_people import DATA
from tests.reports.sample_report import report

A, B, C, D = "p0005", "p0006", "p0007", "p0008"
NAMES = {one.id: one.name for one in report(60).people}


def section(words: tuple[Word, ...], *moves: Move, form: str = "mine", **more: Any) -> dict[str, Any] | None:
    """Return the section of a page on which these words made these moves among the practitioners of one target."""
    lists = (MovedList(DATA, "practitioners", 20, moves), MovedList(DATA, "connectors", 10))
    told = Answered("2026-03-01", words, lists, **more)
    made = view.build(replace(report(60), answered=told, form=form))
    return next((one for one in made["sections"] if one["id"] == "answered"), None)


def lines(found: dict[str, Any] | None) -> list[str]:
    """Return the sentences about the practitioners of the first target."""
    assert found is not None
    group = next(one for one in found["groups"] if one["name"] == DATA)
    return [one["text"] for one in group["lists"][0]["lines"]]


def word(kind: str, value: str, person: str = A, **more: Any) -> Word:
    """Return a word about one person, said on a day."""
    return Word(kind, value, "2026-03-02", person, **more)


@pytest.mark.parametrize(
    ("moves", "title"),
    [
        ((), "Your two answers left your lists as they were"),
        ((Move(A, 0, 3), Move(B, 2, 0)), "Your two answers brought one person onto your lists and took one off"),
        ((Move(A, 0, 3), Move(B, 0, 4)), "Your two answers brought two people onto your lists"),
        ((Move(A, 3, 0),), "Your two answers took one person off your lists"),
        ((Move(A, 3, 4), Move(B, 4, 3)), "Your two answers changed two places on your lists"),
        ((Move(A, 3, 4),), "Your two answers changed one place on your lists"),
    ],
)
def test_the_title_counts(moves: tuple[Move, ...], title: str) -> None:
    """A heading whose numbers are not those of the moves beneath it."""
    found = section((word("label", "close"), word("label", "met", B)), *moves)
    assert found is not None
    assert found["title"] == title


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (word("label", "close"), "you said you are close"),
        (word("label", "know"), "you said you know them"),
        (word("label", "met"), "you said you met once"),
        (word("label", "stranger"), "you said they are a stranger"),
        (word("label", ""), "you took back how you know them"),
        (word("avoid", "yes"), "you said: not this person"),
        (word("avoid", ""), "you let them on your lists again"),
        (word("event", "asked"), "you asked on 2 March 2026"),
        (word("event", "replied"), "they answered on 2 March 2026, and your request is under way"),
        (word("event", "met"), "you talked on 2 March 2026"),
        (word("event", "declined"), "you logged “declined” on 2 March 2026"),
        (word("event", ""), "you took back an entry of your log"),
        (Word("job", "Nurse", title="RN {x}"), "you said “RN {x}” stands for Nurse"),
        (Word("job", "", title="RN"), "you took back what “RN” stands for"),
        (Word("fit", "match", title="RN", target="care"), "you said “RN” fits “care”"),
        (Word("fit", "related", title="RN", target="care"), "you said “RN” comes close to “care”"),
        (Word("fit", "no", title="RN", target="care"), "you said “RN” does not fit “care”"),
        (Word("fit", "", title="RN", target="care"), "you took back whether “RN” fits “care”"),
    ],
)
def test_every_word_has_its_reason(said: Word, reason: str) -> None:
    """An answer of a kind for which there is no sentence would break the page."""
    assert lines(section((said,), Move(A, 9, 4, (0,)))) == [f"{NAMES[A]} moves up from place 9 to 4: {reason}."]


def test_who_only_made_room_is_counted() -> None:
    """Somebody who moved because others did would be told to have moved by an answer."""
    words = (word("avoid", "yes"), word("label", "close", B))
    moves = (Move(B, 12, 1, (1,)), Move(C, 5, 6), Move(D, 0, 20), Move(A, 1, 0, (0,)))
    found = section(words, *moves)
    assert lines(found) == [
        f"{NAMES[B]} moves up from place 12 to 1: you said you are close.",
        f"{NAMES[D]} comes onto the list at place 20: a place became free.",
        f"{NAMES[A]} leaves place 1 and the list: you said: not this person.",
    ]
    assert found is not None
    first = next(one for one in found["groups"] if one["name"] == DATA)["lists"][0]
    assert [one["undo"] for one in first["lines"]] == ["", "", f"netscout avoid {A} --undo"]
    assert first["rest"] == "One other moves down because of that."
    assert first["same"] == "17 of the 20 places are as they were."
    assert [one[1:] for one in first["moves"]] == [[12, 1, [1]], [5, 6, []], [0, 20, []], [1, 0, [0]]]


def test_words_that_moved_nobody_are_named() -> None:
    """Answers that seem lost, because nothing on the page speaks of them."""
    words = (word("avoid", "yes"), word("label", "close", B), Word("job", "Nurse", title="RN"))
    found = section(words, Move(A, 1, 0, (0,)))
    assert found is not None
    assert f"{NAMES[B]} and “RN” changed no place of theirs" in found["unmoved"]


def test_the_first_to_write_to_are_told() -> None:
    """A reader who finds other names at the top than yesterday, and no word why."""
    found = section((word("avoid", "yes"),), Move(A, 1, 0, (0,)), cards=((DATA, (B,), (A,)),))
    assert found is not None
    group = next(one for one in found["groups"] if one["name"] == DATA)
    assert group["cards"] == f"Among those to write to first: newly {NAMES[B]}; no longer {NAMES[A]}."


def test_only_personal_pages_tell() -> None:
    """A shared page that says what the user thinks of people; or a section about nothing."""
    assert section((word("avoid", "yes"),), Move(A, 1, 0, (0,)), form="share") is None
    assert not [one for one in view.build(report(60))["sections"] if one["id"] == "answered"]
