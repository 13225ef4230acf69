"""Companies, jobs and seniority: every table adds up to everybody, and names no company on a page for others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netscout.model.report import NetworkPerson, ReportData
from netscout.reports import view
from netscout.reports.page import render
from tests.reports.sample_report import report


def made(data: ReportData) -> dict[str, Any]:
    """Return the section."""
    return next(one for one in view.build(data)["sections"] if one["id"] == "shape")


def of(*people: NetworkPerson) -> ReportData:
    """Return a report of these people, with nobody on a list."""
    data = report(12)
    lists = tuple((replace(one, rows=()), replace(two, rows=())) for one, two in data.lists)
    return replace(data, people=people, lists=lists, asks=(), links=())


@pytest.mark.parametrize("form", ["mine", "share"])
def test_every_table_is_everybody(form: str) -> None:
    """Somebody without a title or company would be left out of the sum."""
    data = replace(report(), form=form)
    for table in made(data)["tables"]:
        assert sum(line[1] for line in table["lines"]) == len(data.people), table["key"]
        assert max(table["bars"]) == 100
        assert len(table["bars"]) == len(table["lines"])


def test_only_others_together_have_no_bar() -> None:
    """A line would stand without a bar and without a word why, or a company named Together lose its own."""
    data = report(120)
    first, *rest = data.people
    named = [replace(one, company_key="together", company_label="All together") for one in rest[:30]]
    found = made(of(first, *named, *rest[30:]))
    page = render(of(first, *named, *rest[30:]))
    bare = [
        line[0] for table in found["tables"] for line, bar in zip(table["lines"], table["bars"], strict=True) if not bar
    ]
    assert bare
    assert all(" others together" in one for one in bare)
    assert page.count("<small>not drawn</small>") == len(bare)
    assert found["tables"][0]["bars"][0] == 100


def test_companies_are_not_named_on_a_page_for_others() -> None:
    """The employer of somebody who is not listed would tell who that is."""
    assert [one["key"] for one in made(report())["tables"]] == ["companies", "jobs", "seniority"]
    assert [one["key"] for one in made(replace(report(), form="share"))["tables"]] == ["jobs", "seniority"]


def test_the_self_employed_are_no_company() -> None:
    """Ten freelancers would be the largest company."""
    first, *rest = report(12).people
    alone = [replace(first, id=f"s{n}", company_key=f"self:s{n}", company_label="Self-employed") for n in range(10)]
    found = made(of(*alone, *rest))["tables"][0]
    assert ["self-employed or not named", 10, "10", "48 %"] in found["lines"]
    assert "Self-employed" not in found["title"]


def test_what_could_not_be_read_is_counted() -> None:
    """Titles that say nothing would pass in silence."""
    one = report(12).people[0]
    blank = [replace(one, id=f"b{n}", title="", role_name="", company_key="") for n in range(2)]
    odd = replace(one, id="odd", title="Making things happen", role_name="")
    assert made(of(*blank, odd, replace(one, role_name="Nurse")))["unread"] == [
        "Two people have no title.",
        "One title is not understood.",
        "Two people have no company.",
    ]


def test_nobody_known_of_is_said() -> None:
    """A network without titles and companies would get a finding out of nothing."""
    one = report(12).people[0]
    bare = replace(one, title="", role_name="", company_key="", company="", company_label="", seniority="")
    titles = [table["title"] for table in made(of(bare))["tables"]]
    assert titles == [
        "No company is known of anybody",
        "No title could be read as a job",
        "No rank could be read from a title",
    ]
