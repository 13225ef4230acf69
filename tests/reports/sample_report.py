"""An invented `ReportData` for the tests of the page: any number of people, the same for the same number."""

from __future__ import annotations

from dataclasses import replace

from netscout.model.changes import Change, ChangeList
from netscout.model.export import SourceFile
from netscout.model.graph import Link
from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable
from netscout.model.report import Field, ReportData, TargetCheck
from netscout.model.target import Target
from tests.reports.sample_lists import two_lists
from tests.reports.sample_people import CARE, DATA, person
from tests.reports.sample_time import CURVE, EXCHANGE

TARGETS = (
    Target(CARE, ("care coordinator",), motivation=3),
    Target(
        DATA,
        ("data analyst", "health data analyst"),
        ("Tessel Data", "Northwind Clinic", "Umbra Labs", "Velum Health"),
        motivation=5,
    ),
)
FIELDS = (
    Field("Computing and mathematics", "", 40, 12, "your years at Larkfield", ("Data analyst",)),
    Field("Computing and mathematics", "Data analyst", 30, 10, "your years at Larkfield", ("Data analyst",)),
    Field("Health care practice", "", 120, 60, "", ("RN", "Registered nurse")),
    Field("Health care practice", "Nurse", 110, 55, "", ("RN", "Registered nurse")),
)
CHECKS = (
    TargetCheck(
        DATA,
        (("data analyst", "Data analyst", 33, 66), ("health data analyst", "Data analyst", 0, 33)),
        (
            ("Tessel Data", "Tessel Data", 12),
            ("Northwind Clinic", "Northwind Clinic", 20),
            ("Umbra Labs", "", 0),
            ("Velum Health", "", 0),
        ),
    ),
    TargetCheck(CARE, (("care coordinator", "Care coordinator", 33, 33),)),
)
CHANGES = ChangeList(
    "2025-06-01",
    "2026-03-20",
    (
        Change("company", "p0005", "Ewa Fontaine", "Oakline Retail", "Tessel Data"),
        Change("title", "p0006", "Farid Grün", "Nurse", "Ward manager"),
        Change("new", "p0007", "Greta Hadad"),
    ),
    2,
)


def report(people: int = 600) -> ReportData:
    """Return a report of so many people, two targets, two lists each."""
    network = tuple(person(place) for place in range(people))
    data_lists, data_asks = two_lists(DATA, network)
    care_lists, care_asks = two_lists(CARE, network)
    data_lists = (replace(data_lists[0], curve=CURVE), data_lists[1])
    listed: dict[str, list[str]] = {}
    for ranked in (*data_lists, *care_lists):
        for row in ranked.rows:
            if row.rank:
                listed.setdefault(row.id, []).append(f"{ranked.target}/{ranked.list}")
    chosen = sorted(listed)
    return ReportData(
        workspace="w7f3",
        owner="Noor Idris",
        owner_id="p0000",
        today="2026-03-24",
        version="0.1.0",
        export_date="2026-03-20",
        evidence="E2",
        form="mine",
        hide_names=False,
        targets=TARGETS,
        lists=(data_lists, care_lists),
        asks=(*data_asks, *care_asks),
        people=tuple(replace(one, listed=tuple(listed.get(one.id, ()))) for one in network),
        links=(
            Link(chosen[0], chosen[3], "conversation", 0.8, 0.5, "messages.csv"),
            Link(chosen[1], chosen[4], "conversation", 0.8, 0.5, "messages.csv"),
            Link(chosen[2], chosen[5], "shared-employer", 0.3, 0.3, "Connections.csv"),
        ),
        fields=FIELDS,
        checks=CHECKS,
        changes=CHANGES,
        sources=(_source(people),),
        counts={"people": people, "messages": 2140},
        notices=(Notice("dates-odd", "Two dates lie in the future and were left out.", "Connections.csv", 14, 2),),
        unreadable=(Unreadable("Connections.csv", 77, "the row has one cell too many"),),
        weights={"diversity": 0.5, "per_company": 2.0, "band_likely": 0.5},
        exchange=EXCHANGE,
        attributions=("Occupation codes and names: O*NET-SOC 2019, U.S. Department of Labor, CC BY 4.0.",),
    )


def _source(people: int) -> SourceFile:
    counts = {"people": people, "duplicates": 2, "hidden": 3, "unreadable": 1}
    messages = {"direct": 1800, "group": 300, "sponsored": 30, "spam": 10}
    return SourceFile(
        "Basic_LinkedInDataExport_03-20-2026.zip",
        "linkedin",
        "ab" * 32,
        (
            FileAccount("Connections.csv", "connections", people + 6, counts),
            FileAccount("messages.csv", "messages", 2140, messages),
        ),
        (Ignored("Ad_Targeting.csv", "advertising, never read"), Ignored("Logins.csv", "log-ins, never read")),
    )
