"""Limits on asking: each row of the table bites where it must, says until when, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.campaign.asking import bite_words, company_reason, people_words, thanks_words
from netscout.campaign.caps import (
    Bite,
    Campaign,
    bites,
    day_bites,
    full,
    reminder_bite,
    second_contacts,
)
from netscout.campaign.fold import fold
from netscout.campaign.stages import EVENTS
from netscout.campaign.workdays import Workdays
from netscout.model.caps import CAPS
from netscout.model.event import Event
from netscout.model.standing import Step
from tests.campaign.campaign_log import Entry, day, log
from tests.examples import examples

PLAIN = Workdays()
TODAY = date(2026, 3, 18)
WORK = {"nora": "brightwater", "tomas": "brightwater", "vera": "brightwater", "ines": "elsewhere", "me": ""}
Logs = Mapping[str, tuple[Entry, ...]]


def campaign(logs: Logs, limits: Mapping[str, int] | None = None, companies: Mapping[str, str] = WORK) -> Campaign:
    """Return the campaign of these logs on a Wednesday in March."""
    rest = (limits or {}).get("C6", CAPS["C6"].number)
    held = {person: fold(log(*entries), TODAY, PLAIN, rest_days=rest) for person, entries in logs.items()}
    return Campaign(held, companies, PLAIN, limits or {})


def asked(*days: int) -> dict[str, tuple[Entry, ...]]:
    """Return one request each on these days of March, to people of no company."""
    return {f"p{place:04}": (("asked", f"2026-03-{on:02}"),) for place, on in enumerate(days, 1)}


NORA = {"nora": (("asked", "2026-03-05"),)}
BOTH = {**NORA, "tomas": (("asked", "2026-03-10"),)}
OLD = (("asked", "2026-02-02"),)
ROWS: list[tuple[str, Logs, dict[str, int], str, list[Bite]]] = [
    # what it shows, logs, limits, who is to be asked, what bites
    ("free", NORA, {}, "ines", []),
    ("C1", NORA, {}, "nora", [Bite("C1", ("nora",))]),
    ("C2 full", BOTH, {}, "vera", [Bite("C2", ("nora", "tomas"), day("Thu 2 Apr"))]),
    ("C2 elsewhere", BOTH, {}, "ines", []),
    ("C2 of nobody's company", {**BOTH, "me": (("asked", "2026-03-05"),)}, {}, "unknown", []),
    ("C2 three allowed", BOTH, {"C2": 3}, "vera", []),
    ("C2 one allowed, two open", BOTH, {"C2": 1}, "vera", [Bite("C2", ("nora", "tomas"), day("Tue 7 Apr"))]),
    (
        "C2 with a talk that does not end by itself",
        {**NORA, "tomas": (("asked", "2026-03-10"), ("replied", "2026-03-12"))},
        {"C2": 1},
        "vera",
        [Bite("C2", ("nora", "tomas"))],
    ),
    ("C2 one said no", {**NORA, "tomas": (*OLD, ("declined", "2026-02-05"))}, {}, "vera", []),
    (
        *("C3 five in a week", asked(12, 13, 16, 17, 18), {}, "ines"),
        [Bite("C3", ("p0001", "p0002", "p0003", "p0004", "p0005"), day("Thu 19 Mar"))],
    ),
    ("C3 the first is a week ago", asked(11, 13, 16, 17, 18), {}, "ines", []),
    (
        *("C3 more than the limit", asked(12, 13, 16), {"C3": 2}, "ines"),
        [Bite("C3", ("p0001", "p0002", "p0003"), day("Fri 20 Mar"))],
    ),
    (
        *("C4 all that may be open", asked(2, 3, 4, 5), {"C4": 4}, "ines"),
        [Bite("C4", ("p0001", "p0002", "p0003", "p0004"), day("Mon 30 Mar"))],
    ),
    ("C4 ten by default", asked(*range(1, 10)), {"C3": 10}, "ines", []),
    (
        *("C4 ten are open", asked(*range(1, 11)), {"C3": 10}, "ines"),
        [Bite("C4", tuple(f"p{place:04}" for place in range(1, 11)), day("Fri 27 Mar"))],
    ),
    ("C6 rested", {"ines": OLD}, {}, "ines", [Bite("C6", ("ines",), date(2026, 3, 2) + timedelta(days=180))]),
    ("C6 shorter", {"ines": OLD}, {"C6": 90}, "ines", [Bite("C6", ("ines",), date(2026, 3, 2) + timedelta(days=90))]),
    (
        *("C6 put off", {"ines": (("deferred", "2026-03-02", "2026-03-19"),)}, {}, "ines"),
        [Bite("C6", ("ines",), day("Thu 19 Mar"))],
    ),
    ("C6 put off till today", {"ines": (("deferred", "2026-03-02", "2026-03-18"),)}, {}, "ines", []),
    (
        *("C7 the first is young", {"nora": (("asked", "2026-03-16"),)}, {}, "vera"),
        [Bite("C7", ("nora",), day("Thu 19 Mar"))],
    ),
    (
        *("C7 two are young", {"nora": (("asked", "2026-03-16"),), "tomas": (("asked", "2026-03-17"),)}, {"C2": 3}),
        *("vera", [Bite("C7", ("nora", "tomas"), day("Fri 20 Mar"))]),
    ),
    ("C7 three days are over", {"nora": (("asked", "2026-03-13"),)}, {}, "vera", []),
    ("C7 a booster answered", {"nora": (("asked", "2026-03-16"), ("replied", "2026-03-17"))}, {}, "vera", []),
    ("C8 no", {"ines": (*OLD, ("declined", "2026-02-04"))}, {}, "ines", [Bite("C8", ("ines",))]),
    (
        *("C8 thanked", {"ines": (*OLD, ("declined", "2026-02-04"), ("thanked", "2026-02-05"))}, {}, "ines"),
        [Bite("C8", ("ines",))],
    ),
    ("C8 they wrote", {"ines": (*OLD, ("declined", "2026-02-04"), ("heard-from", "2026-03-01"))}, {}, "ines", []),
    (
        "C8 no became not now",
        {"ines": (*OLD, ("declined", "2026-02-04"), ("deferred", "2026-02-09", "2026-03-01"))},
        *({}, "ines", []),
    ),
    ("C8 never", {"ines": (("do-not-contact", "2026-02-04"),)}, {}, "ines", [Bite("C8", ("ines",))]),
    (
        *("several, in order", {**BOTH, "vera": OLD}, {"C4": 2}, "vera"),
        [
            Bite("C2", ("nora", "tomas"), day("Thu 2 Apr")),
            Bite("C4", ("nora", "tomas"), day("Thu 2 Apr")),
            Bite("C6", ("vera",), date(2026, 3, 2) + timedelta(days=180)),
        ],
    ),
]


@pytest.mark.parametrize(
    ("logs", "limits", "person", "wanted"), [one[1:] for one in ROWS], ids=[one[0] for one in ROWS]
)
def test_each_limit_bites(logs: Logs, limits: dict[str, int], person: str, wanted: list[Bite]) -> None:
    """A limit that never bites, bites too early or late, or names another day than the one it ends on."""
    assert bites(person, campaign(logs, limits), TODAY) == wanted


TIMES = (("asked", "2026-03-02"), ("replied", "2026-03-11"), ("followed-up", "2026-03-12"))


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ((("asked", "2026-03-02"),), False),
        ((("asked", "2026-03-02"), ("followed-up", "2026-03-11")), True),
        (TIMES, False),
        ((*TIMES, ("followed-up", "2026-03-17")), True),
        ((), False),
    ],
)
def test_one_reminder_is_enough(entries: tuple[Entry, ...], *, wanted: bool) -> None:
    """C5: a second reminder would be written."""
    own = campaign({"nora": entries}).standings["nora"]
    assert reminder_bite("nora", own) == (Bite("C5", ("nora",)) if wanted else None)


def test_two_talks_fill_a_day() -> None:
    """C9: a third talk would be proposed for a day that holds two."""
    fixed = (("scheduled", "2026-03-10", "2026-03-20"),)
    two = campaign({"nora": fixed, "ines": fixed, "tomas": (("scheduled", "2026-03-10", "2026-03-23"),)})
    friday, monday = day("Fri 20 Mar"), day("Mon 23 Mar")
    assert day_bites(two, TODAY) == {friday: Bite("C9", ("ines", "nora"))}
    assert day_bites(two, monday) == {}
    assert day_bites(two, TODAY, "nora") == {}
    one = campaign({"tomas": (("scheduled", "2026-03-10", "2026-03-23"),)}, {"C9": 1})
    assert day_bites(one, TODAY) == {monday: Bite("C9", ("tomas",))}


def test_every_limit_is_tested() -> None:
    """A new row of the table would go untested."""
    found = {bite.cap for *_, wanted in ROWS for bite in wanted}
    assert found | {"C5", "C9"} == set(CAPS)


def test_the_company_clock() -> None:
    """The second contact at a company would be proposed too early, twice, or where nobody else is."""
    others = {"brightwater": ["nora", "tomas", "vera"], "elsewhere": ["ines"]}
    assert second_contacts(campaign(NORA), others) == {"brightwater": Step("second-contact", day("Tue 10 Mar"))}
    assert second_contacts(campaign(NORA), {"brightwater": ["nora"]}) == {}
    assert second_contacts(campaign(NORA), {}) == {}
    assert second_contacts(campaign(BOTH), others) == {}
    assert second_contacts(campaign(NORA, {"C2": 1}), others) == {}
    answered = {"nora": (("asked", "2026-03-05"), ("replied", "2026-03-06"))}
    assert second_contacts(campaign(answered), others) == {}
    assert second_contacts(campaign({"me": OLD}), {"": ["x"]}) == {}


def test_full_companies() -> None:
    """A third person of a company would stand on the list, or everybody of one with a single request be off it."""
    assert full(campaign(BOTH)) == {"brightwater": Bite("C2", ("nora", "tomas"), day("Thu 2 Apr"))}
    assert full(campaign(BOTH, {"C2": 3})) == {}
    assert full(campaign(NORA)) == {}
    assert full(campaign(asked(12, 13), companies={})) == {}


NAMES = {"nora": "Nora Quill", "tomas": "Tomas Hale"}


@pytest.mark.parametrize(
    ("bite", "wanted"),
    [
        (Bite("C1", ("nora",)), "A request to this person is still open."),
        (
            Bite("C2", ("nora", "tomas"), date(2026, 4, 2)),
            "2 requests at this company are still open, to Nora Quill, Tomas Hale. Wait until Thursday 2 April 2026.",
        ),
        (
            Bite("C2", ("nora",)),
            "1 request at this company is still open, to Nora Quill. Wait until one of them is over.",
        ),
        (
            Bite("C4", ("nora", "tomas", "p1", "p2", "p3")),
            "5 requests are open in all, to Nora Quill, Tomas Hale, p1 and 2 more. Wait until one of them is over.",
        ),
        (
            Bite("C9", ("p2", "p1")),
            "2 talks are fixed for that day already, with p2, p1.",
        ),
    ],
)
def test_limits_in_words(bite: Bite, wanted: str) -> None:
    """A refusal that does not say who holds the requests, or until when."""
    assert bite_words(bite, NAMES) == wanted


@pytest.mark.parametrize("cap", sorted(CAPS))
def test_every_limit_has_words(cap: str) -> None:
    """A limit that bites without a sentence ends in a traceback."""
    said = bite_words(Bite(cap, ("nora", "tomas"), date(2026, 4, 2)), NAMES)
    assert said.endswith(".")
    assert "{{" not in said


def test_companies_and_thanks_in_words() -> None:
    """Reasons on the list, and gratitude before appetite."""
    assert company_reason(Bite("C2", ("a", "b"), date(2026, 4, 2)), "Brightwater") == (
        "2 requests at Brightwater are still open; wait until 2026-04-02"
    )
    assert company_reason(Bite("C2", ("a",)), "Brightwater").endswith("; wait until one of them is over")
    assert thanks_words([], NAMES) == ""
    assert thanks_words(["nora"], NAMES) == "First things first: thanks for a talk are overdue to Nora Quill."


BY_HAND = sorted(key for key, one in EVENTS.items() if one.by_hand)
PEOPLE = [f"p{place}" for place in range(9)]
FIRMS = {person: ("one", "two", "")[place % 3] for place, person in enumerate(PEOPLE)}
LOGS = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(BY_HAND), st.integers(0, 60), st.integers(0, 30)), max_size=40
)
BREACHES = {"W-one-open", "W-too-soon", "W-declined", "W-dnc"}


def _drawn(drawn: list[tuple[str, str, int, int]]) -> dict[str, list[Event]]:
    logs: dict[str, list[Event]] = {}
    for place, (person, event, after, ahead) in enumerate(drawn, 1):
        on = date(2026, 1, 5) + timedelta(days=after)
        speaks = (on + timedelta(days=ahead)).isoformat() if EVENTS[event].ahead else None
        logs.setdefault(person, []).append(Event(person, event, on.isoformat(), for_day=speaks, seq=place))
    return logs


@settings(max_examples=examples(300), deadline=None)
@given(LOGS, st.integers(0, 90), st.integers(1, 3), st.integers(1, 10), st.integers(1, 20))
def test_whom_nothing_bites_may_be_asked(
    drawn: list[tuple[str, str, int, int]], later: int, firm: int, week: int, every: int
) -> None:
    """Asking somebody whom no limit stands against would break a limit, or earn a warning."""
    logs, today = _drawn(drawn), date(2026, 1, 5) + timedelta(days=later)
    limits = {"C2": firm, "C3": week, "C4": every}
    held = Campaign({one: fold(logs[one], today, PLAIN) for one in logs}, FIRMS, PLAIN, limits)
    for person in (one for one in PEOPLE if not bites(one, held, today)):
        asks = [*logs.get(person, []), Event(person, "asked", today.isoformat(), seq=99)]
        after = Campaign({**held.standings, person: fold(asks, today, PLAIN)}, FIRMS, PLAIN, limits)
        assert {code for seq, code in after.standings[person].warnings if seq == 99}.isdisjoint(BREACHES)
        assert after.standings[person].stage == "asked"
        company = FIRMS[person]
        assert not company or len(after.asking(company)) <= firm
        assert len(after.fresh(today)) <= week
        assert len(after.asking()) <= every
        assert not company or company not in full(held)


@pytest.mark.parametrize(
    ("people", "told"), [("ab", "Ana, b"), ("abc", "Ana, b, c"), ("abcd", "Ana, b, c and 1 more"), ("", "")]
)
def test_a_row_of_names_says_how_many_more(people: str, told: str) -> None:
    """A reason would end in "and 0 more", or leave somebody out untold."""
    assert people_words(list(people), {"a": "Ana"}) == told
