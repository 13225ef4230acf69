"""The campaign on the page: what is due and owed, everybody's step, shares, chains; nothing of it in shared pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netscout.model.campaign import Campaign, Led, Party
from netscout.model.report import ReportData
from netscout.model.yields import Rate, Yields
from netscout.reports import view
from netscout.reports.chains import DEEPEST, MOST
from netscout.reports.forms import contents
from netscout.reports.page import render
from netscout.reports.sections.campaign import GROUPS, OWED
from tests.reports.page_figures import Figures
from tests.reports.page_parts import Parts
from tests.reports.sample_campaign import NOTES, STAGES, WORDS, YIELDS, campaign, with_campaign
from tests.reports.sample_report import report

DATA = with_campaign(report(30))


def section(data: ReportData) -> dict[str, Any]:
    """Return the section as the templates get it."""
    return next(one for one in view.build(data)["sections"] if one["id"] == "campaign")


def changed(**parts: Any) -> ReportData:
    """Return the report with a campaign that differs."""
    found = campaign(DATA)
    return replace(DATA, campaign=replace(found, **parts))


def test_an_empty_log_leaves_the_page_as_it_was() -> None:
    """The first page of somebody who asked nobody yet would open with an empty section."""
    page = view.build(report(30))
    assert "campaign" not in [one["id"] for one in page["sections"]]
    assert page["sections"][0]["first"] == ""
    assert [one["id"] for one in view.build(DATA)["sections"]][:2] == ["write", "campaign"]


def test_thanks_come_first() -> None:
    """Overdue thanks would stand below new requests, or the title would tell of something smaller."""
    first = DATA.people[0].name
    assert section(DATA)["title"] == f"Say thank you to {first}: it is overdue"
    assert view.build(DATA)["sections"][0]["first"] == first
    text = Parts(render(DATA)).text
    assert text.index("First, what is overdue:") < text.index("Write to") + 200
    assert "overdue since Sunday 22 March" in text
    assert "overdue since Sunday 22 March 2026" not in text


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        (("overdue", "overdue"), "Two thank-yous are overdue"),
        (("due",), "One step is due"),
        (("due", "due"), "Two steps are due"),
        ((), "Nothing is due; you talk with {} on 30 March"),
    ],
)
def test_the_title_tells_the_one_thing(statuses: tuple[str, ...], title: str) -> None:
    """The title would count what it should name, or claim that something is due where nothing is."""
    thank = campaign(DATA).now[0]
    now = tuple(replace(thank, status=one, due=f"2026-03-2{place}") for place, one in enumerate(statuses))
    assert section(changed(now=now))["title"] == title.format(DATA.people[STAGES.index("scheduled")].name)


def test_the_title_without_talks() -> None:
    """Somebody whose requests wait would read nothing of them; somebody with nothing open, of answers."""
    found = campaign(DATA)
    asked = tuple(replace(one, meeting="") for one in found.people)
    assert section(changed(now=(), people=asked))["title"] == "Nothing is due; one answer may still come"
    rest = tuple(one for one in asked if one.stage == "closed")
    assert section(changed(now=(), people=rest))["title"] == "Nothing is due today"
    late = replace(found.now[0], action="confirm")
    assert section(changed(now=(late,)))["title"] == "One step is overdue"
    assert section(changed(now=(late, found.now[1])))["title"] == "Two steps are due, one of them overdue"


def test_everybody_of_the_log_stands_once() -> None:
    """Somebody who declined, put it off or was closed in the terminal would have no row on the page."""
    told = [one["who"]["name"] for group in section(DATA)["stands"] for one in group["people"]]
    assert sorted(told) == sorted(one.name for one in campaign(DATA).people)
    assert sorted(stage for _, stages in GROUPS for stage in stages) == sorted(
        {*STAGES, "confirmed", "followed-up", "arranging", "slipped", "in-touch"}
    )


def test_debts_name_the_people() -> None:
    """A debt would be told without to whom, or without whom it is about."""
    one, two = DATA.people[0].name, DATA.people[1].name
    assert section(DATA)["owed"] == [
        {"kind": OWED[0][0], "people": f"{one}."},
        {"kind": OWED[1][0], "people": f"{two} (you talked with {one})."},
        {"kind": OWED[3][0], "people": f"Quill Otherton (named by {two})."},
        {"kind": OWED[5][0], "people": f"{two}."},
    ]


def test_shares_are_told_with_their_range() -> None:
    """A share of few requests would look like a certainty, or one of hardly any would be told at all."""
    told = section(DATA)["progress"]
    assert told["title"] == "You asked eight people: five answered, two talked with you"
    assert told["bars"] == [100.0, 62.5, 25.0, 12.5, 12.5]
    assert told["notes"] == [
        (
            "Five of seven requests were answered: 71 %. "
            "With so few, the share may well lie anywhere between 40 % and 90 %."
        ),
        "One further request is too young to tell, and left out of that.",
    ]
    assert [line["range"] for line in told["rates"][0]["lines"]] == ["45 % to 96 %", "too few to compare"]
    few = replace(YIELDS, rates=(Rate("all", "", 3, 1, 1, 1, 0.1, 0.8, enough=False), YIELDS.rates[2]))
    told = section(changed(yields=few))["progress"]
    assert told["notes"][0].startswith("With three requests old enough there is too little to compare")
    assert told["rates"] == []
    assert "%" not in " ".join(told["notes"])
    assert section(changed(yields=Yields((("asked", 0),), ())))["progress"] is None


def test_chains_are_a_tree() -> None:
    """Whoever was named would stand beside their referrer, or a circle would never end."""
    found = section(DATA)["chains"]
    assert found["title"] == "Two people led you to three others"
    (root,) = found["roots"]
    assert [one["who"]["name"] for one in root["below"]] == [DATA.people[0].name, "Quill Otherton"]
    assert root["below"][0]["below"][0]["again"] is True
    page = render(DATA)
    assert page.count('<ul class="tree">') == 1
    assert "The rest stands above." in Parts(page).text


def test_a_long_chain_is_drawn() -> None:
    """A chain of hundreds would break the page, or be told without saying what is left out."""
    long = tuple(Led(depth, "", f"Link {depth}") for depth in range(MOST + 20))
    found = section(changed(chains=long))["chains"]
    depth, node = 0, found["roots"][0]
    while node["below"]:
        depth, node = depth + 1, node["below"][-1]
    assert (depth, found["more"]) == (DEEPEST, "20")
    assert f"Link {MOST - 1}" in render(changed(chains=long))


@pytest.mark.parametrize("form", ["mine", "private", "share", "hidden"])
def test_each_form_holds_what_it_may(form: str) -> None:
    """A note would stand on a page without `--private`, or anything of the campaign on a page for others."""
    data = replace(DATA, form="share" if form == "hidden" else form, hide_names=form == "hidden")
    page = render(data)
    assert {one in page for one in (*NOTES, WORDS)} == {form == "private"}
    own = form in ("mine", "private")
    assert ('id="campaign"' in page) == ("Quill Otherton" in page) == ("words of declined" in page.casefold()) == own
    assert ("whom you asked, what came of it" in contents(data)[1]) == own


def test_figures_follow_from_the_data() -> None:
    """A number of the campaign would stand on the page that its data does not give."""
    found = Figures(render(DATA))
    shown = [(scope, text, one) for scope, text, one in found.shown() if scope.section == "campaign"]
    assert len(shown) > 15
    assert [(text, one) for scope, text, one in shown if not found.traced(scope, one)] == []


def test_hostile_words_stay_words() -> None:
    """A name or a note with markup in it would become part of the page."""
    bad = "<img src=x onerror=alert(1)>"
    party = replace(campaign(DATA).people[0], name=bad, title=bad, company=bad)
    chains = (Led(0, "", bad), Led(1, "", bad, bad, bad, bad, bad, bad, words=bad))
    page = render(replace(changed(people=(party,), chains=chains), form="private"))
    assert bad not in page
    assert "&lt;img src=x" in page


def test_addresses_are_taken_out() -> None:
    """An e-mail address or a number in a note would stand on the page that says it holds none."""
    found = campaign(DATA)
    note = replace(found.people[0].notes[0], text="write to ines@office.example or +49 40 5559173")
    people: tuple[Party, ...] = (replace(found.people[0], notes=(note,)), *found.people[1:])
    page = render(replace(changed(people=people), form="private"))
    assert "ines@office.example" not in page
    assert "5559173" not in page


def test_many_people_are_counted() -> None:
    """Hundreds who were asked would make the page endless, or some would be dropped in silence."""
    found: Campaign = campaign(DATA)
    many = tuple(replace(found.people[2], person=f"p{place:04d}") for place in range(500, 600))
    group = section(changed(people=many))["stands"][0]
    assert (group["count"], len(group["people"]), group["more"]) == (100, 60, "40")
