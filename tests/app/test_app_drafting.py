"""Drafts over the network of the demo: every kind, every channel, both modes, and no rule objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netscout.app.campaign import desk
from netscout.app.draft import Asking, facts_of, with_ledger
from netscout.app.drafting import best
from netscout.app.letters import letter_facts
from netscout.app.lint import Shelf, record_of, shelf
from netscout.app.pipeline import candidates, study
from netscout.app.rank import rank_all
from netscout.app.session import Session
from netscout.campaign.draft import versions
from netscout.campaign.letters.arrange import arrange
from netscout.campaign.letters.followup import follow_up
from netscout.campaign.letters.introduction import introduction
from netscout.campaign.letters.thanks import thanks
from netscout.campaign.letters.update import update
from netscout.errors import RefusedError
from netscout.model.draft import Draft, DraftFacts
from netscout.model.event import Event
from netscout.model.letter_facts import Whom
from netscout.model.lint import Linted, Permission, Record
from netscout.model.person import Person
from netscout.model.referral import Referral
from netscout.model.target import Target
from netscout.store.people import all_people, first_names

TODAY = date(2026, 11, 16)
NOTES = (
    "load forecasts at 6 am; the yearly report comes first\nshift handover goes wrong\nshe dreads the next regulator"
)
ADVICE = "read the regulator's yearly report"
Log = list[tuple[str, str, str]]
YES: Log = [("asked", "2026-10-12", ""), ("replied", "2026-11-02", "")]
FIXED: Log = [*YES, ("scheduled", "2026-11-05", "")]
SPEAKS_OF = {"scheduled": "2026-11-17", "deferred": "2027-03-01"}
"""The day of which an entry speaks; of a talk also the hour, the zone and the length are noted."""
MET: Log = [("asked", "2026-10-12", ""), ("met", "2026-11-15", NOTES)]
DONE: Log = [("met", "2026-09-01", NOTES), ("thanked", "2026-09-02", "")]
LOGS: dict[str, tuple[str, Log]] = {
    "asked": ("follow-up", [("asked", "2026-11-02", "sent as a message")]),
    "arranging": (
        "follow-up",
        [("asked", "2026-10-12", ""), ("replied", "2026-11-02", ""), ("followed-up", "2026-11-05", "")],
    ),
    "replied": ("arrange", YES),
    "scheduled": ("arrange", FIXED),
    "slipped": ("arrange", [*FIXED, ("missed", "2026-11-13", "")]),
    "deferred": ("thanks", [("asked", "2026-11-02", ""), ("deferred", "2026-11-13", "")]),
    "declined": ("thanks", [("asked", "2026-11-02", ""), ("declined", "2026-11-13", "no time this year")]),
    "met": ("thanks", [*MET, ("advised", "2026-11-15", ADVICE)]),
    "thanked": ("update", DONE),
    "followed": (
        "update",
        [*DONE, ("advised", "2026-09-02", ADVICE), ("advice-followed", "2026-10-01", "it changed my plan")],
    ),
}
WRITERS = {"follow-up": follow_up, "arrange": arrange, "thanks": thanks, "update": update}


def entry(person: str, place: int, told: tuple[str, str, str]) -> Event:
    """Return an entry of an invented log."""
    event, on, note = told
    made = Event(person, event, on, SPEAKS_OF.get(event), note=note, seq=place)
    return replace(made, at="15:00", zone="Europe/Berlin", minutes=30) if event == "scheduled" else made


def letters(held: Shelf, person: Person, target: Target, session: Session) -> Iterator[tuple[Draft, Linted]]:
    """Yield a draft of every kind but a request in every channel, after an invented log, and what was found in it."""
    empty = desk(session, held.workspace)
    for kind, rows in LOGS.values():
        log = [entry(person.id, place, one) for place, one in enumerate(rows, 1)]
        now = replace(held, log=tuple(log))
        record = record_of(now, person)
        facts = letter_facts(now, replace(empty, logs={person.id: log}), person, record, target)
        for channel in ("message", "email", "call", *(["card"] if kind == "thanks" else [])):
            yield best(WRITERS[kind](facts, channel, TODAY), record, TODAY)
    record = record_of(held, person)
    facts = letter_facts(held, empty, person, record, target)
    for whom in (Whom("Ines Varga"), Whom("", "Marlow Grid"), Whom("", person.company or "Otto")):
        for channel in ("message", "email", "call"):
            yield best(introduction(facts, whom, channel, TODAY), record, TODAY)


def passes(workspace: Path, mode: str, every: int) -> int:
    """Hold the letters to each so many-th person against the rules; return how many there were."""
    session, seen = Session(workspace, TODAY), 0
    with session.open() as opened:
        held = shelf(session, opened)
        target = replace(held.plan.targets[0], mode=mode)
        for person in [one for one in all_people(opened) if one.display_name][::every]:
            for draft, told in letters(held, person, target, session):
                assert told.findings == (), (person.id, draft)
                seen += 1
    return seen


@pytest.mark.parametrize("mode", ["exploring", pytest.param("job-seeking", marks=pytest.mark.slow)])
@pytest.mark.slow
def test_letters_to_some_of_the_demo_pass(demo_workspace: Path, mode: str) -> None:
    """A letter would be written that breaks the rules netscout holds others to."""
    assert passes(demo_workspace, mode, 60) >= 250


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["exploring", "job-seeking"])
def test_letters_to_many_of_the_demo_pass(demo_workspace: Path, mode: str) -> None:
    """The same, where a name, a title or a company of the demo makes a rule object."""
    assert passes(demo_workspace, mode, 10) > 1_500


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["exploring", "job-seeking"])
def test_requests_to_the_demo_pass_with_a_referrer_and_at_the_own_employer(demo_workspace: Path, mode: str) -> None:
    """A request that names a referrer, or goes to a colleague, would break a rule."""
    session, seen = Session(demo_workspace, TODAY), 0
    with session.open() as opened:
        held, found, firsts = shelf(session, opened), study(session, opened), first_names(opened)
        target = replace(held.plan.targets[0], mode=mode)
        table, empty = candidates(found, target), desk(session, opened)
        people = {one.id: one for one in all_people(opened)}
        referrer = next(one for one in people.values() if one.display_name)
        for row in [
            one for each in rank_all(found, table, target)[0] for one in each.rows[::4] if one.id != referrer.id
        ]:
            line = Referral(referrer.id, row.id, people[row.id].display_name, "2026-11-01", permission="yes")
            allowed = Permission(referrer.display_name, allowed=True)
            record = replace(record_of(held, people[row.id]), permissions=(allowed,))
            bare = facts_of(found, table, row, target, firsts)
            for ledger in ((), (line,)):
                asking = Asking(held, replace(empty, referrals=ledger), record)
                facts = with_ledger(bare, asking, people[row.id])
                for channel in ("note", "message", "email", "call"):
                    fitting = replace(facts, connected_on=None) if channel == "note" else facts
                    told = best(versions(fitting, channel, TODAY), record, TODAY)[1]
                    assert told.findings == (), (row.id, channel, told.findings)
                    seen += 1
    assert seen > 2_000


def test_a_broken_must_rule_stops_the_draft() -> None:
    """A draft that breaks a rule would be printed, or the first of several taken though the second passes."""
    record = Record(names=("Nora Quill",), work=("grid analyst",))
    ask = "could I ask you about grid work for 20 minutes, by phone on a day that suits you? No problem if not. Sam"
    bad = Draft("Nora Quill", "request", "message", "exploring", "", f"Hi Nora, we met in May; {ask}")
    good = replace(bad, body=f"Hi Nora, {ask}")
    with pytest.raises(RefusedError, match=r"\(rule R5\)") as refused:
        best([bad], record, TODAY)
    assert refused.value.code == "rule"
    assert "put it on record" in refused.value.next_step
    assert best([bad, good], record, TODAY)[0] == good


def test_a_name_without_a_yes_is_no_fact(demo_workspace: Path) -> None:
    """A referrer who did not agree would be handed to the writer, and only the rules would stand in the way."""
    session = Session(demo_workspace, TODAY)
    bare = DraftFacts(
        *("Nora", "Nora Quill", "Sam", "Analyst", "holds", "", "practitioners", "exploring", ""),
        meets_people=False,
        target_people_at_company=0,
        former_employer="",
        former_until="",
        last_wrote=None,
        connected_on=None,
    )
    with session.open() as opened:
        held, empty = shelf(session, opened), desk(session, opened)
        person, referrer = [one for one in all_people(opened) if one.display_name][:2]
        line = Referral(referrer.id, person.id, person.display_name, "2026-11-01")
        for allowed in (True, False):
            record = Record(permissions=(Permission(referrer.display_name, allowed=allowed),))
            found = with_ledger(bare, Asking(held, replace(empty, referrals=(line,)), record), person)
            assert found.referrer == (referrer.display_name if allowed else "")
            assert found.referred_on == ("2026-11-01" if allowed else "")
        ahead = replace(line, on="2026-11-30")
        record = Record(permissions=(Permission(referrer.display_name, allowed=True),))
        assert with_ledger(bare, Asking(held, replace(empty, referrals=(ahead,)), record), person).referrer == ""
