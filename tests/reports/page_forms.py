"""Every form of the page, each from the invented report: whose it is, how much is known, how many targets."""

from __future__ import annotations

from dataclasses import replace

from netscout.model.ranking import RankedList
from netscout.model.report import OwnNote, ReportData
from netscout.reports.page import render, render_map
from tests.reports.sample_campaign import with_campaign
from tests.reports.sample_report import report

EMPLOYER = "works at your present employer, so that your plans stay your own"
MANAGER = "your manager; name them yourself if you want to ask them"
NOTE = "Met at the ward meeting, likes to be asked in the morning."
FORMS = (
    "mine",
    "private",
    "share",
    "hidden",
    "e0",
    "no target",
    "one target",
    "tiny",
    "nobody",
    "campaign",
    "map",
    "map share",
    "map hidden",
)

MAPS = tuple(one for one in FORMS if one.startswith("map"))


def form_data(name: str) -> ReportData:
    """Return the data of one of `FORMS` (of a map: that of the page of its form)."""
    name = name.removeprefix("map ")
    data = with_left_out(report(12 if name == "tiny" else 60))
    if name == "private":
        listed = [one.id for one in data.people if one.listed]
        return replace(data, form="private", notes=(OwnNote(listed[0], NOTE, "2026-01-09"), OwnNote(listed[1], "שלום")))
    if name in ("share", "hidden"):
        return replace(data, form="share", hide_names=name == "hidden")
    changed = {"e0": bare, "no target": without_target, "one target": first_target, "nobody": with_nobody}
    return (changed | {"campaign": with_campaign}).get(name, lambda one: one)(data)


def form_page(name: str) -> str:
    """Return the page of one of `FORMS`."""
    return (render_map if name in MAPS else render)(form_data(name))


def with_left_out(data: ReportData) -> ReportData:
    """Return the report with a manager and two colleagues left out of the lists."""
    reasons = dict(zip([one.id for one in data.people if not one.listed], (MANAGER, EMPLOYER, EMPLOYER), strict=False))
    return replace(data, people=tuple(replace(one, excluded=reasons.get(one.id, "")) for one in data.people))


def bare(data: ReportData) -> ReportData:
    """Return the report as connections alone give it: no strength, no chance, no change."""
    people = tuple(
        replace(one, strength="unknown", warmth_band="unknown", band="not known", last_day=None) for one in data.people
    )
    return replace(
        _rows(data, strength="unknown", band="not known", evidence="E0", reasons=()),
        people=people,
        evidence="E0",
        links=(),
        changes=None,
        counts={"people": len(people)},
    )


def without_target(data: ReportData) -> ReportData:
    """Return the report of somebody who has named no work: one list, by strength."""
    pair = data.lists[0]
    return replace(
        data,
        targets=(),
        lists=((replace(pair[0], target=""), replace(pair[1], target="", rows=())),),
        asks=(),
        checks=(),
        people=tuple(replace(one, verdicts={}) for one in data.people),
    )


def first_target(data: ReportData) -> ReportData:
    """Return the report with one target alone."""
    name = data.lists[0][0].target
    return replace(
        data,
        targets=tuple(one for one in data.targets if one.name == name),
        lists=data.lists[:1],
        asks=tuple(one for one in data.asks if one.target == name),
        checks=tuple(one for one in data.checks if one.target == name),
    )


def with_nobody(data: ReportData) -> ReportData:
    """Return the report in which no list holds anybody."""
    return replace(
        _rows(data, rank=0),
        asks=(),
        people=tuple(replace(one, listed=()) for one in data.people),
    )


def _rows(data: ReportData, **changes: object) -> ReportData:
    def ranked(one: RankedList) -> RankedList:
        return replace(one, rows=tuple(replace(row, **changes) for row in one.rows))  # type: ignore[arg-type]  # fields by name

    return replace(data, lists=tuple((ranked(one), ranked(two)) for one, two in data.lists))
