"""Whom answers keep off the lists: a row each with the buttons that take it back, on the user's own pages alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netscout.model.answered import Answered, Move, MovedList, SaidOf, Word
from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.kept_off import ASKED, MOST, OFF, TALKED
from netscout.reports.page import render
from tests.examples import some
from tests.reports.sample_people import DATA
from tests.reports.sample_report import report

REASONS = (
    (ASKED, "you asked on 2026-03-20; wait for the answer before you ask again", "asked 20 March"),
    (ASKED, "you asked on 2025-12-01; wait for the answer before you ask again", "asked 1 December 2025"),
    (TALKED, "your request is under way, last news on 2026-03-21", "under way, last news 21 March"),
    (
        TALKED,
        "you talked on 2026-03-22; say thank you first, and ask for nothing new before 2026-04-19",
        "talked 22 March",
    ),
    (
        OFF,
        "your request came to rest on 2026-01-20; ask again from 2026-07-19 on, and only with a new reason",
        "at rest since 20 January",
    ),
    (OFF, "you said: not this person (netscout avoid p0001 --undo takes it back)", "you said: not this person"),
)


def barred(reason: str, *, many: int = 1, people: int = 90) -> tuple[ReportData, list[str]]:
    """Return a report in which the first people on no list are barred for a reason, and their ids."""
    data = report(people)
    off = [one.id for one in data.people if not one.listed][:many]
    told = tuple(replace(one, excluded=reason) if one.id in off else one for one in data.people)
    return replace(data, people=told, said={off[0]: SaidOf(events={"asked": "2026-03-20"})}), off


def groups(data: ReportData) -> dict[str, dict[str, Any]]:
    """Return the groups of rows by title."""
    made = next(one for one in view.build(data)["sections"] if one["id"] == "write")
    return {one["title"]: one for one in made["kept_off"]}


@pytest.mark.parametrize(("title", "reason", "since"), some(3, REASONS))
def test_everybody_kept_off_has_a_row_with_buttons(title: str, reason: str, since: str) -> None:
    """Somebody who was asked, and of whom no later page takes the answer."""
    data, off = barred(reason)
    found = groups(data)
    one = next(one for one in data.people if one.id == off[0])
    assert {name: [row["id"] for row in held["people"]] for name, held in found.items()} == {title: off}
    assert found[title]["people"][0] == {
        "id": one.id,
        "name": one.name,
        "since": since,
        "title": one.title,
        "company": one.company,
    }
    page = render(data)
    row = page.split(f'<li class="doubt" data-person="{one.id}">')[1].split("</li>")[0]
    assert f'aria-label="Your answers about {one.name}"' in row
    assert since in row


@pytest.mark.parametrize("reason", some(2, [one[1] for one in REASONS]))
@pytest.mark.parametrize("hide", [False, True])
def test_a_page_for_others_has_none(reason: str, hide: bool) -> None:  # a case of the test
    """A shared page that tells whom the user asked or wants to avoid."""
    data, off = barred(reason)
    shared = replace(data, form="share", hide_names=hide)
    assert groups(shared) == {}
    page = render(shared)
    assert 'id="kept-off"' not in page
    assert off[0] not in page


@pytest.mark.parametrize("reason", ["", "your manager; name them yourself if you want to ask them"])
def test_other_reasons_are_no_answers(reason: str) -> None:
    """A row that offers to take back what the user never said."""
    assert groups(barred(reason)[0]) == {}


def _moved(person: str, word: Word, after: int) -> Answered:
    moves = (Move(person, 4, after, (0,)),)
    return Answered("2026-03-01", (word,), (MovedList(DATA, "practitioners", 20, moves),))


def test_a_new_word_that_takes_off_the_list_can_be_taken_back() -> None:
    """Somebody called a stranger by a slip, who is gone from the page with the button."""
    data, off = barred("")
    word = Word("label", "stranger", "2026-03-02", off[0])
    rows = groups(replace(data, answered=_moved(off[0], word, 0)))[OFF]["people"]
    assert [(one["id"], one["since"]) for one in rows] == [(off[0], "you said they are a stranger")]
    assert groups(replace(data, answered=_moved(off[0], word, 9))) == {}
    assert groups(replace(data, answered=_moved(off[0], replace(word, value=""), 0))) == {}
    listed = next(one.id for one in data.people if one.listed)  # stands on the other list still
    assert groups(replace(data, answered=_moved(listed, replace(word, person=listed), 0))) == {}


def test_many_are_counted() -> None:
    """Hundreds of people kept off, whose rows push everything else off the page."""
    data, off = barred(REASONS[-1][1], many=MOST + 6)
    newest = off[-1]
    word = Word("avoid", "yes", "2026-03-02", newest)
    found = groups(replace(data, answered=_moved(newest, word, 0)))[OFF]
    assert len(found["people"]) == MOST
    assert found["people"][0]["id"] == newest
    assert found["more"] == "six" or found["more"] == "6"
    names = [one["name"] for one in found["people"][1:]]
    assert names == sorted(names)
