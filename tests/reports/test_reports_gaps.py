"""Who could introduce you: the warmest at a company, a connector of its field, "nobody" told as such."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from netscout.model.report import ReportData, TargetCheck
from netscout.reports import view
from netscout.reports.sections.doors import KNOWN, warmest
from tests.reports.sample_people import CARE, DATA
from tests.reports.sample_report import report


def made(data: ReportData) -> dict[str, Any]:
    """Return the section."""
    return next(one for one in view.build(data)["sections"] if one["id"] == "gaps")


def asking(name: str, sector: str = "", **options: Any) -> dict[str, Any]:
    """Return the line of one company that the first target names."""
    data = replace(report(), **options)
    check = TargetCheck(DATA, (), ((name, name, 0),), (), (sector,))
    found: dict[str, Any] = made(replace(data, checks=(check,)))["groups"][0]["companies"][0]
    return found


def test_whom_to_ask_and_who_could_introduce_are_two_people() -> None:
    """Somebody who does the work would introduce you to themselves, or somebody who may stand on no list would."""
    data = report()
    there = [one for one in data.people if one.company_label == "Tessel Data" and one.strength in KNOWN]
    ask = warmest(one for one in there if one.verdicts[DATA] == "match")
    lead = warmest(one for one in there if one is not ask)
    assert lead is not None
    line = asking("Tessel Data")
    assert [one["name"] for one in line["ask"]] == ([ask.name] if ask else [])
    assert line["lead"]["name"] == lead.name
    assert line["lead"]["href"].startswith("#")
    barred = tuple(replace(one, excluded="off") if one.id == lead.id else one for one in data.people)
    other = asking("Tessel Data", people=barred)["lead"]
    assert other is None or other["name"] != lead.name


def test_nobody_there_gives_a_connector_of_the_same_field() -> None:
    """A hole would be answered with a connector from anywhere though one of that field is on the list."""
    line = asking("Nonesuch Bank", "Finance")
    data = report()
    person = next(one for one in data.people if one.name == line["lead"]["name"] and f"{DATA}/connectors" in one.listed)
    fields = {one.sector for one in data.people if f"{DATA}/connectors" in one.listed}
    assert ("Finance" in fields) == (person.sector == "Finance")
    far = asking("Nonesuch Mine", "Mining")
    assert far["ask"] == []
    assert far["lead_tie"].endswith("the first of your connectors; nobody nearer is known")


def test_matrix_says_nobody() -> None:
    """A hole of companies by targets would be an empty cell, or count other people than the data."""
    data = report()
    found = made(data)["matrix"]
    assert found["targets"] == [DATA, CARE]
    lines = {line["company"]: [cell["words"] for cell in line["cells"]] for line in found["lines"]}
    assert lines["Umbra Labs"] == ["nobody", "nobody", "nobody"]
    does = sum(one.company_label == "Tessel Data" and one.verdicts[CARE] == "match" for one in data.people)
    assert lines["Tessel Data"][2] == (str(does) if does else "nobody")


def test_one_target_needs_no_matrix() -> None:
    """A matrix of one column would repeat the table below it."""
    data = report()
    one = replace(data, targets=data.targets[1:], lists=data.lists[:1], checks=data.checks[:1])
    assert made(one)["matrix"] is None


def test_companies_of_the_people_listed() -> None:
    """A listed person would count as their own way in, or somebody you never dealt with as one."""
    data = report()
    group = made(data)["groups"][0]
    doors = group["doors"]
    assert doors["lines"]
    assert [one["company"] for one in doors["lines"]] == sorted(one["company"] for one in doors["lines"])
    assert not {one["company"] for one in doors["lines"]} & {one["company"] for one in group["companies"]}
    for line in doors["lines"]:
        there = [one for one in data.people if one.company_label == line["company"]]
        assert line["people"] == len(there)
        assert line["lead"] not in line["ask"]
        assert line["lead"] is None or any(
            one.name == line["lead"]["name"] and one.strength not in ("unknown", "stranger") for one in there
        )
    assert made(replace(data, form="share"))["groups"][0]["doors"]["lines"] == []
