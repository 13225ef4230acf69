"""Who stands on no list: each rule with its reason, and nobody listed whom asking would break a limit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.app import leaks as leaking
from netscout.app.barred import AVOID, COLLEAGUE, HR, LEFT, MANAGER, RECRUITER, bars, full_companies, kept_off
from netscout.app.leaks import leak_words, leaks
from netscout.app.said import Said
from netscout.campaign.caps import Campaign, bites
from netscout.campaign.fold import fold
from netscout.campaign.stages import EVENTS
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.graph import Link
from netscout.model.target import Me
from netscout.settings import Plan
from tests.examples import examples

PLAIN = Workdays()
TODAY = date(2026, 6, 1)


def said(*entries: tuple[str, str, int], today: date = TODAY) -> Said:
    """Return what is said by a log: person, event, days before the first of June."""
    logs: dict[str, list[Event]] = {}
    for place, (person, event, ago) in enumerate(entries, 1):
        on = (TODAY - timedelta(days=ago)).isoformat()
        logs.setdefault(person, []).append(Event(person, event, on, seq=place))
    return Said(standings={one: fold(log, today, PLAIN) for one, log in logs.items()})


# what it shows, manager, at own employer, what they do, the target names it, employer knows, reason, flags
RULES: list[tuple[str, bool, bool, str, bool, bool, str, str]] = [
    ("X2 the manager", True, True, "", False, False, MANAGER, "X2"),
    ("X2 the manager, where the employer is a target", True, True, "", True, True, MANAGER, "X2"),
    ("X2 the manager of another house", True, False, "", False, False, MANAGER, "X2"),
    ("X3 a colleague", False, True, "", False, False, COLLEAGUE, "X3"),
    ("X3 a colleague, known", False, True, "", False, True, "", "X3"),
    ("X4 a colleague where that is a target", False, True, "", True, False, "", "X4"),
    ("X4 human resources where that is a target", False, True, "hr", True, False, "", "X4 X5"),
    ("X5 human resources", False, True, "hr", False, True, HR, "X5"),
    ("X5 human resources, not known", False, True, "hr", False, False, COLLEAGUE, "X3"),
    ("X5 a recruiter", False, True, "recruiter", False, True, RECRUITER, "X5"),
    ("X5 a recruiter where that is a target", False, True, "recruiter", True, True, RECRUITER, "X5"),
    ("elsewhere", False, False, "hr", True, False, "", ""),
    ("recruiting elsewhere", False, False, "recruiter", False, False, "", ""),
]


@pytest.mark.parametrize(("manager", "own", "kind", "named", "knows", "reason", "flags"), [one[1:] for one in RULES])
def test_the_present_employer(  # noqa: PLR0913  # one parameter for each column of the table
    *, manager: bool, own: bool, kind: str, named: bool, knows: bool, reason: str, flags: str
) -> None:
    """Plans that reach the present employer through a list that proposes the manager, a colleague or a recruiter."""
    people = cast("Any", pd.DataFrame({"id": ["p0001"], "gone": [False]}))
    found = bars(people, pd.Series([own]), [named], [kind], {}, ("p0001" if manager else None, knows))
    assert (found.reasons.get("p0001", ""), found.flags.get("p0001", "")) == (reason, flags)


def test_the_users_word_comes_first() -> None:
    """Somebody kept off by the user, by the log or gone would be told another reason."""
    people = cast("Any", pd.DataFrame({"id": ["p0001", "p0002"], "gone": [True, True]}))
    found = bars(people, pd.Series([True, False]), [False] * 2, [""] * 2, {"p0001": AVOID}, (None, False))
    assert found.reasons == {"p0001": AVOID, "p0002": LEFT}
    assert found.flags == {"p0001": "off", "p0002": "gone"}


def test_what_is_final_outweighs_avoid() -> None:
    """X1: a person never to be written to again would come back with `avoid --undo`."""
    told = said(("p0001", "do-not-contact", 5), ("p0002", "asked", 5), ("p0003", "noted", 5))
    both = Said(standings=told.standings, avoided={"p0001": "", "p0002": ""})
    reasons = kept_off(both, TODAY)
    assert reasons == {"p0001": "not to be written to again, since 2026-05-27", "p0002": AVOID}


def candidates(firms: dict[str, str]) -> Any:
    """Return the columns of candidates that the limits look at."""
    return pd.DataFrame(
        {"id": list(firms), "company_key": list(firms.values()), "company_label": list(firms.values())}
        | {"excluded": "", "flags": ""}
    )


def test_a_full_company_waits() -> None:
    """X8: a third person of a company, or one kept off for another reason that loses it."""
    table = candidates({"p1": "acme", "p2": "acme", "p3": "acme", "p4": "acme", "p5": "other", "p6": ""})
    table.loc[3, "excluded"] = AVOID
    told = said(("p1", "asked", 5), ("p2", "asked", 12), ("p6", "asked", 3))
    reasons = dict(zip(table["id"], full_companies(table, told, Plan())["excluded"], strict=True))
    wait = "2 requests at acme are still open; wait until 2026-06-17"
    assert reasons == {"p1": wait, "p2": wait, "p3": wait, "p4": AVOID, "p5": "", "p6": ""}
    assert set(full_companies(table, told, Plan(limits={"C2": 3}))["excluded"]) == {"", AVOID}
    assert set(full_companies(table, Said(), Plan())["excluded"]) == {"", AVOID}


BY_HAND = sorted(key for key, one in EVENTS.items() if one.by_hand)
PEOPLE = [f"p{place}" for place in range(9)]
FIRMS = {person: ("one", "two", "")[place % 3] for place, person in enumerate(PEOPLE)}


@settings(max_examples=examples(300), deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(BY_HAND), st.integers(0, 250)), max_size=40),
    st.integers(1, 3),
)
def test_nobody_on_the_list_breaches(entries: list[tuple[str, str, int]], most: int) -> None:
    """Somebody who has an open request, said no or not now, or whose company is full, would be proposed."""
    told, plan = said(*entries), Plan(limits={"C2": most})
    table = full_companies(candidates(FIRMS), told, plan)
    off = kept_off(told, TODAY)
    listed = [one for one, reason in zip(table["id"], table["excluded"], strict=True) if not reason and one not in off]
    held = Campaign(told.standings, FIRMS, PLAIN, plan.limits)
    for person in listed:
        assert {one.cap for one in bites(person, held, TODAY)} <= {"C3", "C4", "C7"}
        assert person not in told.standings or told.standings[person].stage not in ("closed", "do-not-contact")


def test_through_whom_plans_might_travel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who sits in a group with the manager, or just left the present employer, gets a draft unwarned."""
    rows = [("p0004", "Acme GmbH"), ("p0005", "Globex")]
    monkeypatch.setattr("netscout.store.former.former_companies", lambda _: rows)
    links = [
        Link("p0001", "p0002", "conversation", 0.5, 0.5, "messages.csv"),
        Link("p0003", "p0001", "conversation", 0.5, 0.5, "messages.csv"),
        Link("p0001", "p0006", "shared-employer", 0.5, 0.0, "Connections.csv"),
        Link("p0004", "p0005", "conversation", 0.5, 0.5, "messages.csv"),
    ]
    nobody = cast("Any", None)
    found = leaks(nobody, Plan(), ["Acme"], "p0001", links)
    assert found == {"p0002": "near-manager", "p0003": "near-manager", "p0004": "near-employer"}
    assert leaks(nobody, Plan(me=Me(employer_known=True)), ["Acme"], "p0001", links) == {}
    assert leaks(nobody, Plan(), [], None, links) == {}
    assert [one.split(",")[0] for one in leak_words(["X9", leaking.NEAR_MANAGER, leaking.NEAR_EMPLOYER])] == [
        "shares a group conversation with your manager",
        "worked at your present employer not long ago",
    ]
