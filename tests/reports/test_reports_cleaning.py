"""Addresses, phone numbers and hidden names: gone from every text of every form, and nothing else gone with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netscout.model.ranking import RankedList
from netscout.model.report import ReportData
from netscout.reports.cleaning import redact
from netscout.reports.concealing import concealer
from netscout.reports.page import render, render_map
from tests.examples import some
from tests.reports.sample_report import report

MAIL, PHONE = "call.me@mail.example.com", "+49 (0)151 234-5678"
SOCIAL = "Ottoline Quirke"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Nurse, {MAIL}", "Nurse, (e-mail removed)"),
        ("Nurse (me [at] mail [dot] example)", "Nurse ((e-mail removed))"),
        ("me\uff20mail.example", "(e-mail removed)"),
        (f"Nurse {PHONE}", "Nurse (number removed)"),
        ("tel 0151/2345678, evenings", "tel (number removed), evenings"),
        ("555.123.4567", "(number removed)"),
        ("20123456 is my line", "(number removed) is my line"),
        ("+2019 2020 2021", "(number removed)"),
        ("\u0660\u0661\u0662\u0663\u0664\u0665\u0666", "(number removed)"),
    ],
)
def test_redacted(text: str, shown: str) -> None:
    """An address or a number written into a title would reach the page."""
    assert redact(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Nurse 2015-2019, 2020 - 2024",
        "since 2024-03-05 to 2025-01-31",
        "03.05.2019 - 31.12.2021",
        "Lead @ Tessel Data",
        "Engineer @Booking.com",
        "budget of 10.000.000 or 1,200,000 or 2 000 000",
        "Basic_LinkedInDataExport_03-20-2026.zip",
        "Shares_1708123123123.csv",
        "Route 66, room 101",
        "20240131",
    ],
)
def test_kept(text: str) -> None:
    """A span of years, a day, an amount or a company behind an @ would be taken for an address or a number."""
    assert redact(text) == text


def test_codes_are_dropped() -> None:
    """An occupation code would stand in a sentence."""
    assert redact("Data Scientists, 15-2051.01, with health") == "Data Scientists, with health"


@pytest.mark.parametrize("text", ["1" + " " * 50_000 + "2", "a" * 50_000 + "@", "(" * 50_000 + "@", "1 " * 3 + "x" * 9])
def test_long_runs_end(text: str) -> None:
    """A text made to be slow would hold the page up."""
    assert redact(text) == text


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        (SOCIAL, "Ottoline Quirke Consulting", "Person 1 Consulting"),
        (SOCIAL, "QUIRKE & co", "Person 1 & co"),
        (SOCIAL, "QuirkeConsulting", "Person 1Consulting"),
        (SOCIAL, "quirke_consulting", "Person 1_consulting"),
        (SOCIAL, "ottolinequirke", "Person 1"),
        ("Dr. Bea Humm", "Praxis Dr. Humm", "Praxis Dr. Person 1"),
        ("Bea M\u00fcller", "Mueller und Muller", "Person 1 und Person 1"),
        ("Bea Muller", "Praxis M\u00fcller, Praxis Mu\u0308ller", "Praxis Person 1, Praxis Person 1"),
        ("\u674e \u5a1c", "\u5a1c\u6cd5\u5f8b", "Person 1\u6cd5\u5f8b"),
        ("\u738b\u5c0f\u660e", "\u5c0f\u660e\u54a8\u8be2", "Person 1\u54a8\u8be2"),
        (
            "May van der Berg",
            "last May 2024, may answer, Leiter der Pflege",
            "last May 2024, may answer, Leiter der Pflege",
        ),
        ("Ann Berg", "Annual Bergen bank", "Annual Bergen bank"),
    ],
)
def test_concealed(name: str, text: str, shown: str) -> None:
    """A name would still stand in a company, a title or a sentence, or our own words would go with it."""
    assert concealer({1: name})(text) == shown


def planted(form: str, *, hide_names: bool = False) -> ReportData:
    """Return a report whose listed people carry their names, an address and a number in every text that may."""
    data = report(60)
    named = {
        one.id: f"Zeb{place:02}ra Quo{place:02}k".replace("0", "o").replace("1", "i")
        for place, one in enumerate(data.people)
    }
    people = tuple(
        replace(
            one,
            name=named[one.id],
            company=f"{named[one.id]} Consulting",
            company_label=f"{named[one.id]} Consulting",
            company_key=one.id,
            title=f"Nurse at Praxis {named[one.id].split()[1]} {MAIL} {PHONE}",
            community=f"worked at {named[one.id]}",
        )
        for one in data.people
    )

    def plant(ranked: RankedList) -> RankedList:
        return replace(
            ranked,
            rows=tuple(
                replace(
                    row,
                    name=named[row.id],
                    company=f"{named[row.id]} Consulting",
                    title=f"Nurse {MAIL} {PHONE}",
                    reply_fact=f"{named[row.id]} answers at {MAIL}",
                    title_reason=f"Praxis {named[row.id]}",
                    facets=row.facets | {"company": f"{named[row.id]} {PHONE}", "community": f"at {named[row.id]}"},
                )
                for row in ranked.rows
            ),
        )

    return replace(
        data,
        form=form,
        hide_names=hide_names,
        people=people,
        lists=tuple((plant(one), plant(two)) for one, two in data.lists),
        asks=tuple(replace(one, company=f"{named[one.person]} {MAIL}", name=named[one.person]) for one in data.asks),
    )


@pytest.mark.parametrize("form", some(1, ["share", "mine", "private"]))
def test_no_address_in_any_form(form: str) -> None:
    """An address or number inside a title, company, facet or reason would stand on a page or a map."""
    data = planted(form)
    for page in (render(data), render_map(data)):
        assert MAIL not in page
        assert "mail.example" not in page
        assert "234-5678" not in page


@pytest.mark.slow
def test_no_part_of_a_hidden_name() -> None:
    """A name would leak through a company, a facet, a line of what somebody widens, a table or a chart."""
    data = planted("share", hide_names=True)
    listed = {piece for one in data.people if one.listed for piece in one.name.split()}
    for page in (render(data), render_map(data)):
        assert not [piece for piece in listed if piece.casefold() in page.casefold()]
        assert "Person 1 Consulting" in page


def test_counts_hold_when_names_are_hidden() -> None:
    """A company that bears a name would be counted under two names."""
    text = render(planted("share", hide_names=True))
    assert "60 people" in text
