"""What each form of the page says of itself and holds, how its rows stand, and that its headings make an outline."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from netscout.model.report import OwnNote
from netscout.reports import view
from netscout.reports.forms import contents
from netscout.reports.left_out import left_out
from netscout.reports.page import render, render_map
from netscout.reports.scene import scene
from netscout.reports.sections.whom import FULL
from tests.reports.page_forms import FORMS, MANAGER, MAPS, NOTE, form_data, form_page
from tests.reports.page_parts import Parts
from tests.reports.sample_report import report

REPORTS = tuple(one for one in FORMS if one not in MAPS)
MAIL = "canary@mail.example"


@pytest.mark.parametrize("form", ["mine", "private", "share"])
def test_notes_stand_in_the_private_form_alone(form: str) -> None:
    """A note would stand in a page that others see, or be missing from the one that promises it."""
    data = form_data("private")
    page = render(replace(data, form=form))
    assert (NOTE in page, "שלום" in page) == (form == "private", form == "private")
    assert ("There are 2 notes on 2 people." in page) == (form == "private")
    assert ("form form-private" in [found.get("class") for _, found in Parts(page).tags]) == (form == "private")


def test_a_note_holds_no_address() -> None:
    """An e-mail address or phone number in a note would reach the page."""
    data = form_data("private")
    note = OwnNote(data.notes[0].person, f"Her second address is {MAIL},\nphone +49 170 5551234.")
    text = Parts(render(replace(data, notes=(note,)))).text
    assert "Her second address is (e-mail removed), phone (number removed)." in text
    assert "There is 1 note on 1 person." in text
    assert "There is no note so far." in Parts(render(replace(data, notes=()))).text


def test_the_map_alone_promises_no_notes() -> None:
    """The private map would say that it holds notes, which stand nowhere on it."""
    page = render_map(form_data("private"))
    assert NOTE not in page
    assert "It holds no e-mail address, phone number, note or message text." in Parts(page).text


@pytest.mark.parametrize("form", ["share", "hidden"])
def test_the_map_for_others_names_whom_it_may(form: str) -> None:
    """A map made to be shown would hold people who are on no list, an address, or a name that was to be hidden."""
    data = form_data(form)
    page = form_page(f"map {form}")
    listed = {row.id: row for pair in data.lists for one in pair for row in one.rows if row.rank}
    others = [one.name for one in data.people if one.id not in listed]
    assert len(others) > len(listed) > 0
    assert [name for name in others if name in page] == []
    assert [row.url for row in listed.values() if row.url and row.url in page] == []
    assert {row.name in page for row in listed.values()} == {form == "share"}
    assert (data.owner in page, "Person 1" in page) == (form == "share", form == "hidden")
    text = Parts(page).text
    assert ("names hidden" in text) == (form == "hidden")
    assert "each dot is a person" not in text
    assert "each dot is a person" in Parts(form_page("map")).text


@pytest.mark.parametrize("form", FORMS)
def test_plans_are_named(form: str) -> None:
    """A page would be passed on by somebody who does not see that it tells of their plans."""
    _, holds = contents(form_data(form), alone=form in MAPS)
    shown = "share" in form or "hidden" in form
    assert ("contains your career plans" in holds) == shown
    assert shown or form in MAPS or "It also shows that you are looking for a change." in holds


@pytest.mark.parametrize("form", REPORTS)
def test_says_what_must_not_be_passed_on(form: str) -> None:
    """The question what not to share would have no answer on the page, or the way to it would lead nowhere."""
    parts = Parts(form_page(form))
    ids = {found["id"] for _, found in parts.tags if found.get("id")}
    goals = {found["href"] or "" for _, found in parts.tags if (found.get("href") or "").startswith("#")}
    assert "#pass-on" in goals
    assert {goal[1:] for goal in goals} <= ids
    assert "Before you pass anything on" in parts.text


@pytest.mark.parametrize("form", FORMS)
def test_headings_make_an_outline(form: str) -> None:
    """A reader who walks by headings would miss a level, or find two titles of the page."""
    levels = [int(tag[1]) for tag, _ in Parts(form_page(form)).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels) if below != 5)


def test_left_out_is_told_with_the_manager_by_name() -> None:
    """The reader would have to search a long table for whether somebody counts as their manager."""
    data = form_data("mine")
    boss = next(one.name for one in data.people if one.excluded == MANAGER)
    told = left_out(scene(data))
    assert told == (
        f"3 people: your manager {boss}, whom you named as such in targets.toml; "
        "2 at your present employer, so that your plans stay your own."
    )
    others = tuple(replace(one, excluded="" if one.excluded == MANAGER else one.excluded) for one in data.people)
    assert left_out(scene(replace(data, people=others))).endswith(" Nobody is noted as your manager.")
    assert left_out(scene(report(30))) == ""
    for hide in (False, True):
        assert left_out(scene(replace(data, form="share", hide_names=hide))) == ""


def test_an_unheard_of_reason_is_counted() -> None:
    """A new reason would make the parts sum to less than the people left out."""
    data = report(30)
    people = (replace(data.people[0], excluded="on the moon"), *data.people[1:])
    assert left_out(scene(replace(data, people=people))).startswith("1 person for other reasons")


def test_short_rows_lose_nothing() -> None:
    """A row below the tenth, or of somebody listed twice, would lose a reason, its arithmetic or its answers."""
    data = form_data("one target")
    pair = data.lists[0]
    second = replace(pair[1], rows=tuple(replace(row, list="connectors") for row in pair[0].rows))
    long = replace(pair[0], rows=tuple(replace(row, rank=place) for place, row in enumerate(pair[0].rows[:15], 1)))
    data = replace(data, lists=((long, second),))
    lists = next(one for one in view.build(data)["sections"] if one["id"] == "whom")["groups"][0]["lists"]
    assert [row["brief"] for row in lists[0]["rows"]] == [place >= FULL for place in range(15)]
    assert all(row["brief"] for row in lists[1]["rows"])
    assert lists[1]["rows"][0]["also"] == {"words": "practitioner 1", "anchor": "row-0-practitioners-1"}
    parts = Parts(render(data))
    rows = [row for one in lists for row in one["rows"]]
    for row in rows:
        assert all(said in parts.text for said in (row["name"], row["band_fact"], row["missing"], row["widens"]))
    assert sum(found.get("class") == "waterfall" for _, found in parts.tags) == sum(
        1 + bool(row["gains"]["lines"]) for row in rows
    )
    taps = [found for _, found in parts.tags if "taps" in (found.get("class") or "")]
    assert len(taps) == len(rows) + len(data.asks)


def test_the_fold_says_what_comes_before_the_score() -> None:
    """A connector with a lower score would be told a better place by score alone."""
    lists = next(one for one in view.build(form_data("mine"))["sections"] if one["id"] == "whom")["groups"][0]["lists"]
    for one, said in zip(lists, (".", ", where those who may open a door come first."), strict=True):
        row = one["rows"][0]
        assert row["pure_words"] == f"By score alone this would be place {row['pure_rank']}{said}"


@pytest.mark.parametrize("form", ["mine", "share"])
def test_the_row_says_what_is_not_known_once(form: str) -> None:
    """A row would keep still about what is not known, or say it twice."""
    data = replace(form_data("mine"), form=form)
    rows = [row for pair in data.lists for one in pair for row in one.rows if row.rank]
    text = Parts(render(data)).text
    assert text.count("Not known ") == sum(bool(row.missing or row.facets.get("community") == "") for row in rows)
