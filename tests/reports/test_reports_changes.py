"""The section on changes: findings first, counts that can be made again, and honest with one export."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from netscout.model.changes import Arrival, Change, ChangeList
from netscout.reports import view
from netscout.reports.page import render
from tests.reports.sample_people import DATA
from tests.reports.sample_report import CHANGES, report


def section(changes: ChangeList | None, **more: Any) -> dict[str, Any] | None:
    """Return the section for these changes, None where the page has none."""
    made = view.build(replace(report(60), changes=changes, **more))
    return next((one for one in made["sections"] if one["id"] == "changes"), None)


def arrival(place: int, why: str = "role", verdict: str = "match") -> Arrival:
    """Return somebody who came to the target."""
    person = f"p{place:04d}"
    words = f"Person {place} at ana@mail.example works there now."
    return Arrival(person, f"Person {place}", DATA, why, verdict, "Nurse", "Data analyst", new=False, sentence=words)


def test_findings_come_first_and_the_title_says_them() -> None:
    """The one person who matters would stand in a fold, under a title that counts."""
    found = (arrival(5), arrival(6, "company"), arrival(7, "company"), arrival(8, "role", "related"))
    made = section(replace(CHANGES, arrivals=found))
    assert made is not None
    assert made["kicker"] == "What changed since 1 June 2025"
    assert made["title"] == (
        "Four people came nearer to what you are curious about: one newly does the work, "
        "two newly work at a company you named and one came closer to it"
    )
    assert [one["id"] for one in made["findings"]] == ["p0005", "p0006", "p0007", "p0008"]
    assert not any(kind["open"] for kind in made["kinds"])
    text = render(replace(report(60), changes=replace(CHANGES, arrivals=found)))
    assert "netscout why" not in text.partition('id="changes"')[2].partition("</section>")[0]
    assert "ana@mail.example" not in text


def test_nobody_is_counted_twice_and_old_work_is_not_new() -> None:
    """Somebody who came by work and by company would make five of four; a promotion would pass for news."""
    found = (arrival(5), arrival(5, "company"), arrival(6, "company"))
    data = report(60)
    fit = [one.id for one in data.people if one.verdicts[DATA] == "match" and one.id != "p0005"][:1]
    moved = tuple(Change("title", person, f"Person {person}", "Senior", "Principal") for person in fit)
    made = section(replace(CHANGES, changes=moved, arrivals=found))
    assert made is not None
    assert made["title"].startswith("Two people came nearer to what you are curious about: one newly does the work")
    assert made["came"] == {"work": 1, "company": 1, "close": 0}
    assert [line["fits"] for kind in made["kinds"] for line in kind["lines"]] == [f"still does this work ({DATA})"]


def test_somebody_closer_alone_is_told_as_such() -> None:
    """A trainee would be announced as somebody who has the job."""
    made = section(replace(CHANGES, arrivals=(arrival(5, "role", "related"),)))
    assert made is not None
    assert made["title"] == "One person came closer to what you are curious about"


def test_counts_can_be_made_again() -> None:
    """A number on the page that its own data does not bear out."""
    many = tuple(Change("new", f"p{place:04d}", f"Person {place}") for place in range(1, 60))
    found = tuple(arrival(place) for place in range(1, 20))
    made = section(ChangeList("2025-06-01", "2026-03-20", many, 0, 10, 60, (), found))
    assert made is not None
    (kind,) = made["kinds"]
    assert len(kind["at"]) == kind["people"] == len(kind["lines"]) + kind["more"] == 59
    assert min(kind["at"]) >= 0
    assert len(set(kind["at"])) == 59
    assert len(made["arrivals"]) == len(made["findings"]) + made["more_findings"] == 19
    assert made["title"] == "19 people newly do work you are curious about"


def test_an_incomplete_export_is_doubted_on_the_page() -> None:
    """Half an archive would show as half the network gone."""
    gone = tuple(Change("gone", f"p{place:04d}", f"Person {place}") for place in range(5, 10))
    made = section(ChangeList("2025-06-01", "2026-03-20", gone, 0, 20, 15))
    assert made is not None
    assert made["doubt"].startswith("5 of 20 connections of the older export are missing")


def test_one_export_says_so_and_a_shared_page_says_nothing() -> None:
    """A first page would be silent, a shared one would name people."""
    made = section(ChangeList(None, "2026-03-20", hidden=2))
    assert made is not None
    assert (made["title"], made["kinds"], made["hidden"]) == ("One export so far, so nothing to compare", [], 0)
    same = section(ChangeList("2025-06-01", "2026-03-20", (), 0, 10, 10))
    assert same is not None
    assert same["title"] == "Since 1 June 2025: nothing changed"
    assert section(None) is None
    assert section(ChangeList(None, None)) is None
    assert section(CHANGES, form="share") is None


def test_figures_answer_what_changed_in_one_look() -> None:
    """A figure would count something else than the lists below it, or leave out what did not happen."""
    made = section(replace(CHANGES, arrivals=(arrival(5), arrival(5, "company"), arrival(6))))
    assert made is not None
    shown = {one["key"]: one["value"] for one in made["figures"]}
    assert shown == {"near": 2, "company": 1, "title": 1, "new": 1, "gone": 0}
    alone = section(ChangeList(None, "2026-03-20"))
    assert alone is not None
    assert alone["figures"] == []
