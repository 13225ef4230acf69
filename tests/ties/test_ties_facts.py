"""Facts of each tie: the formulas, checked by hand and against a slow reading of the same words."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.model.owner import Position, School
from netscout.tables import INTERACTIONS, PEOPLE, TIES
from netscout.ties import features
from netscout.ties.evidence import EVIDENCE
from tests.examples import examples

if TYPE_CHECKING:
    from netscout.tables import Interactions, People, Ties

TODAY = date(2024, 6, 1)
MIDNIGHT = datetime(2024, 6, 1, tzinfo=UTC).timestamp()
DAY = 86_400.0


def people(*ids: str, company: str = "", connected_on: str | None = None) -> People:
    """Return people who differ in their id only."""
    fixed: dict[str, Any] = {"name": "", "company": company, "title": "", "headline": "", "connected_on": connected_on}
    fixed |= {"known_from": "connections", "gone": False}
    table = pd.DataFrame([{"id": one, "slug": one, **fixed} for one in ids], columns=PEOPLE.names())
    return cast("People", table.astype({"connected_on": object, "gone": bool}))


def contacts(*rows: tuple[Any, ...]) -> Interactions:
    """Return interactions from (person, direction, days before today, recipients[, kind, detail])."""
    out = []
    for person, direction, age, recipients, *rest in rows:
        kind, detail = rest or ("message", "")
        at = math.nan if age is None else MIDNIGHT - age * DAY
        out.append((person, kind, direction, at, recipients, "c", detail))
    table = pd.DataFrame(out, columns=INTERACTIONS.names())
    return cast("Interactions", table.astype({"at": "float64", "recipients": "int64"}))


def ties_of(who: People, what: Interactions, **options: Any) -> Ties:
    """Return the facts with nothing said and no career."""
    base: dict[str, Any] = {"positions": (), "labels": {}, "company_keys": {}, "today": TODAY}
    return features(who, what, **(base | options))


def row(table: Ties, person: str) -> dict[str, Any]:
    """Return one person's facts."""
    return {str(name): value for name, value in table.set_index("id").loc[person].items()}


def test_formulas_by_hand() -> None:
    """A wrong window, weight or base rate would move every P(reply)."""
    what = contacts(
        ("a", "out", 100, 1),
        ("a", "in", 95, 1),  # answers within 7 days
        ("a", "out", 50, 1),
        ("a", "in", 40, 1),  # too late
        ("a", "out", 3, 1),  # undecided
        ("b", "out", 30, 2),
        ("c", "out", 30, 2),
        ("b", "in", 29, 2),
    )
    table = ties_of(people("a", "b", "c", "d"), what)
    a, b, d = row(table, "a"), row(table, "b"), row(table, "d")
    base = (1.5 + 1) / (3.0 + 3)
    assert (a["asked"], a["hits"], b["asked"], b["hits"]) == (2.0, 1.0, 0.5, 0.5)
    assert a["base"] == pytest.approx(base)
    assert a["reply_rate"] == pytest.approx((1 + 2 * base) / 4)
    assert (a["sent"], a["received"], b["sent"], b["received"], b["sent_all"], b["received_all"]) == (3, 2, 0, 0, 1, 1)
    assert b["received_alone"] == 0.5
    assert (a["since_received"], a["since_any"], d["since_received"]) == (40.0, 3.0, 200.0)
    assert (a["conversations"], a["opened"], d["conversations"]) == (4.0, 1, 0.0)
    half = 25.0  # a quarter of 100 days
    sent = sum(2 ** (-age / half) for age in (100, 50, 3))
    received = sum(2 ** (-age / half) for age in (95, 40))
    assert a["reciprocal"] == pytest.approx(math.sqrt(sent * received))
    assert (a["last_day"], a["last_received_day"]) == ("2024-05-29", "2024-04-22")
    assert pd.isna(b["last_day"])


def test_today_and_later_do_not_count() -> None:
    """A message of the day itself would let the future speak."""
    table = ties_of(people("a"), contacts(("a", "in", 0, 1), ("a", "in", -5, 1), ("a", "out", 0.5, 1)))
    assert (row(table, "a")["received"], row(table, "a")["sent"]) == (0, 1)


def test_co_presence_and_strangers_are_no_contact() -> None:
    """Being a recipient of somebody else's message would make a tie of an audience."""
    found = row(ties_of(people("a"), contacts(("a", "co", 9, 3), ("zz", "in", 9, 1))), "a")
    assert (found["has_messages"], found["evidence"]) == (False, "E0")


def test_undated_messages_count_but_give_no_date() -> None:
    """An undated message must not become the newest one, nor vanish."""
    found = row(ties_of(people("a"), contacts(("a", "in", None, 1), ("a", "out", 20, 1))), "a")
    assert (found["received"], found["since_received"], pd.isna(found["last_received_day"])) == (1, 40.0, True)
    assert found["reciprocal"] == 0.0


def test_gestures_and_levels() -> None:
    """Each gesture must reach its own column, and the level of evidence follow from what there is."""
    what = contacts(
        ("a", "in", 9, 1, "recommendation", "VISIBLE"),
        ("b", "in", 9, 1, "recommendation", ""),
        ("b", "out", 9, 1, "endorsement", "Sailing"),
        ("b", "out", 9, 1, "endorsement", "Sailing"),
        ("c", "in", 9, 1, "invitation", "note"),
        ("d", "in", 9, 3),
    )
    table = ties_of(people("a", "b", "c", "d", "e"), what, labels={"a": "know"})
    assert table["evidence"].tolist() == ["E1", "E1", "E1", "E2", "E0"]
    assert (row(table, "a")["recommended_me"], row(table, "b")["recommended_me"]) == (True, False)
    assert row(table, "b")["endorsed_by_me"] == 1
    assert (row(table, "c")["invited_me"], row(table, "c")["invitation_note"]) == (True, True)
    assert table["label"].tolist() == ["know", "", "", "", ""]


@pytest.mark.parametrize(
    ("connected", "during"),
    [("2015-02-28", False), ("2015-03-01", True), ("2019-12-31", True), ("2020-01-01", False), (None, False)],
)
def test_shared_employer_and_tenure(connected: str | None, during: bool) -> None:
    """Partial dates must cover their whole month and year, no more."""
    career = (Position("Lantern Works", "Clerk", "2015-03", "2019"), Position("Old Mill", "Hand", "2010", "2014"))
    keys = {"Lantern Works": "lantern", "LANTERN works Ltd": "lantern", "Old Mill": "mill", "Self-employed": ""}
    who = people("a", company="LANTERN works Ltd", connected_on=connected)
    found = row(ties_of(who, contacts(), positions=career, company_keys=keys), "a")
    assert (found["shared_employer"], found["shared_in_tenure"]) == ("Lantern Works", during)


def test_one_person_companies_are_no_shared_employer() -> None:
    """Two self-employed people do not work together."""
    keys = {"Self-employed": ""}
    who = people("a", company="Self-employed")
    found = row(ties_of(who, contacts(), positions=(Position("Self-employed", "x"),), company_keys=keys), "a")
    assert found["shared_employer"] == ""


MESSAGES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["in", "out"]), st.integers(1, 3_000_000), st.integers(1, 3)),
    max_size=40,
)


@settings(max_examples=examples(60), deadline=None)
@given(MESSAGES, st.randoms(use_true_random=False))
def test_agrees_with_a_slow_reading_in_any_row_order(rows: list[tuple[str, str, int, int]], shuffle: Any) -> None:
    """The vectorised sums must equal the plain words of the formula, whatever the order of rows."""
    made = [(who, way, seconds / DAY, k) for who, way, seconds, k in rows]
    table = ties_of(people("a", "b", "c"), contacts(*made))
    shuffle.shuffle(made)
    pd.testing.assert_frame_equal(table, ties_of(people("a", "b", "c"), contacts(*made)), check_exact=True)
    for person in "abc":
        mine = sorted((-seconds, way, k) for who, way, seconds, k in rows if who == person)
        asked = [(t, k) for t, way, k in mine if way == "out" and -t >= 7 * DAY]
        hits = sum(1 / k for t, k in asked if any(w == "in" and t < u <= t + 7 * DAY for u, w, _ in mine))
        starts = [t for i, (t, _, _) in enumerate(mine) if not i or t - mine[i - 1][0] > 7 * DAY]
        found = row(table, person)
        assert found["asked"] == pytest.approx(sum(1 / k for _, k in asked))
        assert found["hits"] == pytest.approx(hits)
        assert found["conversations"] == len(starts)
        assert found["since_any"] == pytest.approx(
            -mine[-1][0] / DAY if mine else 2 * (max((s for _, _, s, _ in rows), default=120 * DAY) / DAY)
        )


def test_days_are_utc_days() -> None:
    """The last second of a day belongs to it, the first of the next does not."""
    table = ties_of(people("a", "b"), contacts(("a", "in", 1.0, 1), ("b", "in", 1.0 + 1 / DAY, 1)))
    assert table["last_day"].tolist() == [str(TODAY - timedelta(days=1)), str(TODAY - timedelta(days=2))]


def test_every_fact_names_its_file_and_source() -> None:
    """A fact nobody can trace back to a file is a fact nobody can question."""
    held = [column for one in EVIDENCE for column in one.columns]
    assert sorted(held) == sorted(name for name in TIES.names() if name != "id")
    assert all(one.text and one.file and one.used for one in EVIDENCE)
    assert all(re.search(r"\d{4}", one.source) for one in EVIDENCE if one.columns[-1] != "evidence")


def test_latency_duration_and_school() -> None:
    """The median wait of what was answered in time, the first message, and the school where somebody works."""
    what = contacts(
        ("a", "out", 100, 1),
        ("a", "in", 98, 1),
        ("a", "out", 60, 1),
        ("a", "in", 54, 1),
        ("a", "out", 30, 1),
        ("a", "in", 20, 1),  # too late to count
    )
    who = people("a", "b", company="Harbour College")
    keys = {"Harbour College": "harbour college"}
    table = ties_of(who, what, schools=(School("Harbour College"),), company_keys=keys)
    found = row(table, "a")
    assert (found["latency"], found["since_first"]) == (pytest.approx(4.0), 100.0)
    assert math.isnan(row(table, "b")["latency"])
    assert math.isnan(row(table, "b")["since_first"])
    assert table["shared_school"].tolist() == ["Harbour College"] * 2
    assert ties_of(who, what, company_keys=keys)["shared_school"].tolist() == ["", ""]


def test_who_stands_in_the_address_book() -> None:
    """The fact would reach nobody, or make strangers people with evidence."""
    table = ties_of(people("a", "b"), contacts(), address_book={"b", "unknown"})
    assert table["address_book"].tolist() == [False, True]
    assert table["evidence"].tolist() == ["E0", "E0"]
    assert not ties_of(people("a"), contacts())["address_book"].any()
