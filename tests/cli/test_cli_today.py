"""`today` by its command: how to do each step, whom to ask next within the limits, what messages tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.answers import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DAY = "2026-11-16"


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Run:
    """Load invented data analysts at four companies and rank them."""
    firms = ("Northwind", "Northwind", "Northwind", "Contoso", "Contoso", "Fabrikam", "Litware", "Tailspin", "Wingtip")
    rows = [f"Ana{'abcdefghi'[n]} Example{n};{firm};Data Analyst" for n, firm in enumerate(firms)]
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma;Titel", *rows, ""]), encoding="utf-8")
    columns = ("Name=full", "Firma=company", "Titel=title")
    assert run("load", path, *(one for each in columns for one in ("--map", each))).exit_code == 0
    assert run("target", "add", "Analysis", "--role", "data analyst").exit_code == 0
    assert run("rank").exit_code == 0
    return run


def asks(run: Run, day: str = DAY) -> dict[str, Any]:
    """Return whom `today` proposes to ask."""
    found: dict[str, Any] = told(run("--today", day, "today", "--json"))["asks"]
    return found


def test_new_requests_are_named_before_anybody_was_asked(office: Run) -> None:
    """The first morning would end at an empty page."""
    found = asks(office)
    assert (found["room"], len(found["people"]), found["target"]) == (5, 3, "Analysis")
    assert len({one["at"] for one in found["people"]}) == 3
    assert "netscout draft " in office("--today", DAY, "today").stdout


def test_five_in_a_week_are_enough(office: Run) -> None:
    """The tool would help to write to everybody at once; with the week over it would go on refusing."""
    for place in range(5):
        found = asks(office)
        assert found["room"] == 5 - place
        office("--today", DAY, "log", found["people"][0]["id"], "asked")
    found = asks(office)
    assert (found["room"], found["people"]) == (0, [])
    assert "5 new requests in seven days are enough; the next from Monday 23 November 2026." in found["limit"]
    assert asks(office, "2026-11-23")["room"] == 5


def test_a_second_person_at_a_company_waits_three_business_days(office: Run) -> None:
    """One office would be written to twice on one day, or never again."""
    first = next(one for one in asks(office)["people"] if one["at"] == "Northwind")
    office("--today", DAY, "log", first["id"], "asked")
    assert "Northwind" not in {one["at"] for one in asks(office, "2026-11-18")["people"]}
    assert asks(office, "2026-11-18")["seconds"] == []
    found = asks(office, "2026-11-19")
    assert [one["at"] for one in found["seconds"]] == ["Northwind"]
    assert found["seconds"][0]["placed"]["id"] != first["id"]
    assert "You may write to a second person there" in " ".join(office("--today", "2026-11-19", "today").stdout.split())


def test_each_step_comes_with_what_helps(office: Run) -> None:
    """`today` would say what to do and leave the user to look for how."""
    office("--today", DAY, "log", "Anaa Example0", "asked", "--on", "2026-11-02")
    done = office("--today", DAY, "today").stdout
    assert "    netscout draft p0002 --kind follow-up\n    then: netscout log p0002 followed-up" in done
    office("--today", DAY, "log", "p0002", "met")
    office("--today", DAY, "log", "p0002", "advised", "--note", "read the yearly report", "--for", "2026-11-17")
    done = office("--today", "2026-11-18", "today").stdout
    assert "netscout draft p0002 --kind thanks" in done
    assert "What you wrote down of it: read the yearly report" in done
    assert "First the thanks and reports that are overdue" in " ".join(done.split())


def test_a_rehearsal_is_offered_before_the_first_talk_alone(office: Run) -> None:
    """Practice would be forgotten, or nagged about for ever."""
    office("--today", DAY, "log", "p0002", "scheduled", "--for", "2026-11-20")
    assert "netscout practice p0002" in office("--today", DAY, "today").stdout
    office("--today", "2026-11-20", "log", "p0002", "met")
    office("--today", "2026-11-20", "log", "p0003", "scheduled", "--for", "2026-11-25")
    assert "netscout practice" not in office("--today", "2026-11-20", "today").stdout


def test_a_change_of_aim_is_told_to_those_who_agreed(office: Run) -> None:
    """Somebody who agreed to help an explorer would sit before an applicant."""
    office("--today", DAY, "log", "p0002", "asked")
    office("--today", DAY, "log", "p0003", "asked")
    office("--today", DAY, "log", "p0002", "replied")
    assert "looking for work" not in office("--today", DAY, "today").stdout
    office("target", "add", "Analysis", "--role", "data analyst", "--mode", "job-seeking")
    done = " ".join(office("--today", DAY, "today").stdout.split())
    assert "Anaa Example0 (p0002) agreed to a talk while you were exploring" in done
    assert "(p0003) agreed" not in done


def test_review_needs_somebody_to_ask(office: Run) -> None:
    """A script would hang, or a proposal would be logged without a yes."""
    done = office("--no-input", "today", "--review")
    assert done.exit_code == 0
    assert "nothing that is not in the log" in done.stdout
    assert office("today", "--review", "--accept", "all").exit_code == 2
    assert told(office("today", "--accept", "all", "--json"))["accepted"] == []
    assert office("today", "--accept", "7").exit_code == 1


def test_whom_the_user_barred_since_is_not_proposed(office: Run) -> None:
    """Somebody just put aside would stand in the agenda until the lists are made anew."""
    first = asks(office)["people"][0]["id"]
    assert office("avoid", first).exit_code == 0
    assert first not in {one["id"] for one in asks(office)["people"]}


def test_requests_to_people_on_no_list_fill_a_company(office: Run) -> None:
    """Two whom somebody named hold open requests at an office, and a third there would be proposed."""
    firm = asks(office)["people"][0]["at"]
    for name in ("Cy Roe", "Di Roe"):
        assert office("refer", name, "--by", "Anai Example8", "--company", f"{firm} GmbH").exit_code == 0
        assert office("--today", "2026-11-02", "log", name, "asked").exit_code == 0
    found = asks(office)
    assert firm not in {one["at"] for one in found["people"]}
    assert len(found["people"]) == 3


def test_one_office_is_not_proposed_twice_on_one_day(office: Run) -> None:
    """With one company left, two of its people would be written to on one morning."""
    for name in ("Anad Example3", "Anae Example4", "Anaf Example5", "Anag Example6", "Anah Example7", "Anai Example8"):
        assert office("avoid", name).exit_code == 0
    assert [one["at"] for one in asks(office)["people"]] == ["Northwind"]
    first = asks(office)["people"][0]["id"]
    office("--today", DAY, "log", first, "asked")
    found = asks(office, "2026-11-19")
    assert (found["people"], len(found["seconds"])) == ([], 1)


def test_nobody_left_is_said(office: Run) -> None:
    """The line would offer people and name none."""
    for place, letter in enumerate("abcdefghi"):
        assert office("avoid", f"Ana{letter} Example{place}").exit_code == 0
    assert office("log", "Anaa Example0", "met", "--on", "2026-11-02").exit_code == 0
    said = " ".join(office("--today", DAY, "today").stdout.split())
    assert "Nobody on your lists can be asked now" in said
    assert "if you like" not in said
