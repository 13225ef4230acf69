"""The sheet: sums exact, what every sheet asks is there, sensitive questions come late, nothing unknown is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.bank import BANK, BY_ID, NEEDS
from netscout.campaign.choice import culture_wanted
from netscout.campaign.research import ITEMS
from netscout.campaign.sheet import prepare
from netscout.campaign.timeplan import PLANS, time_plan
from netscout.errors import RefusedError
from netscout.lang import texts
from netscout.model.own_question import PHASES, OwnQuestion
from tests.campaign.talks import AUDIENCES, talk

if TYPE_CHECKING:
    from netscout.model.sheet import Sheet, TalkFacts

PLAN_ROWS = {
    15: (1, 2, 2, 2, 0, 1, 4, 1, 2, 8),
    20: (1, 3, 3, 3, 2, 1, 4, 1, 2, 12),
    25: (2, 4, 3, 4, 2, 2, 4, 1, 3, 13),
    30: (2, 5, 4, 4, 3, 3, 4, 1, 4, 16),
}


@pytest.mark.parametrize("minutes", range(15, 31))
def test_the_minutes_of_a_plan_add_up(minutes: int) -> None:
    """A talk planned over its time keeps somebody who gave half an hour."""
    plan = time_plan(minutes)
    assert sum(plan.phases.values()) + plan.thanks + plan.free == minutes
    row = PLAN_ROWS[max(one for one in PLAN_ROWS if one <= minutes)]
    assert (*plan.phases.values(), plan.thanks) == row[:8]
    assert plan.questions == row[9]
    assert plan.free * 10 >= minutes
    assert tuple(plan.phases) == PHASES
    if minutes in PLANS:
        assert plan.free == row[8]


def test_too_short_and_too_long_are_refused() -> None:
    """Ten minutes are no talk; more than thirty were never asked for."""
    with pytest.raises(RefusedError, match="too short for a talk; write your question instead"):
        time_plan(14)
    with pytest.raises(RefusedError, match="30 is the limit you asked for"):
        time_plan(31)
    with pytest.raises(RefusedError, match="too short"):
        time_plan(10, offered=True)
    assert time_plan(45, offered=True).free == 19


def talks() -> st.SearchStrategy[TalkFacts]:
    """Return talks with anybody, in any mode, with any research."""
    word = st.text("abcdefgh ", min_size=1, max_size=40).map(str.strip).filter(bool)
    own = st.builds(
        OwnQuestion,
        st.sampled_from(("How did it feel?", "Is it hard?", "What are the secrets?", "Which team? Which tool?")),
        st.sampled_from(PHASES),
        st.integers(1, 5),
    )
    return st.builds(
        talk,
        audiences=st.lists(st.sampled_from(AUDIENCES), unique=True).map(tuple),
        mode=st.sampled_from(("exploring", "job-seeking")),
        outcome=st.sampled_from(("", "decide about the ladder and pay", "one more name", "compare two jobs")),
        found=st.dictionaries(st.sampled_from((*ITEMS, "referrer")), st.one_of(word, word.map(lambda one: f"{one}?"))),
        own=st.lists(own, max_size=6).map(tuple),
        asked_companies=st.lists(st.sampled_from(("Halden Freight", "Marlow Grid", "Otto")), unique=True).map(tuple),
        referrer=st.sampled_from(("", "Ada Lind")),
        may_use_name=st.sampled_from(("", "yes", "no", "not asked")),
    )


@given(talks(), st.integers(15, 60), st.booleans())
def test_every_sheet_holds_what_it_must(facts: TalkFacts, minutes: int, resume: bool) -> None:
    """The ask for names, the use of a name, culture or the purpose would be missing for somebody."""
    sheet = prepare(facts, minutes, resume=resume, offered=True)
    ids = [one.id for one in sheet.lines]
    assert len(ids) == len(set(ids)) <= time_plan(minutes, offered=True).questions
    assert {"Q03", "Q63", "Q67"} <= set(ids)
    assert ("Q66" in ids) == bool(facts.asked_companies)
    culture = [one for one in sheet.lines if one.id in BY_ID and BY_ID[one.id].phase == "culture"]
    assert len(culture) >= culture_wanted(minutes)
    assert set(ids) & {"Q74", "Q75"} if facts.mode == "job-seeking" else not {"Q74", "Q75"} & set(ids)
    assert ("Q62" in ids) <= resume
    assert "Q73" not in ids
    purpose = texts("sheet")[f"said.purpose.{facts.mode}"]
    assert purpose in sheet.said["opening"]
    assert {texts("questions")["Q70"], texts("questions")["Q71"]} <= set(sheet.said["thanks"])
    never = {one.id for one in sheet.lines if not one.drop}
    assert never >= {"Q63", "Q67"}
    assert len([one for one in culture if one.id in never]) >= culture_wanted(minutes)


@given(talks(), st.integers(15, 60), st.booleans())
def test_time_is_never_overdrawn(facts: TalkFacts, minutes: int, resume: bool) -> None:
    """Questions that take longer than their part push the names out of the talk."""
    sheet = prepare(facts, minutes, resume=resume, offered=True)
    assert sheet.blocks[0].start == 0
    assert sheet.blocks[-1].end == minutes
    assert all(one.end == other.start for one, other in zip(sheet.blocks, sheet.blocks[1:], strict=False))
    assert all(sum(line.minutes for line in one.lines) <= one.minutes for one in sheet.blocks)
    plan = time_plan(minutes, offered=True)
    for phase in PHASES[:-1]:
        assert sum(one.minutes for one in sheet.lines if one.phase == phase) <= plan.phases[phase]
    close = sum(one.minutes for one in sheet.lines if one.phase == "close" and one.id not in ("Q74", "Q75"))
    assert close <= plan.phases["close"]


@given(talks(), st.integers(15, 30))
def test_sensitive_questions_come_late_and_unknown_things_are_not_said(facts: TalkFacts, minutes: int) -> None:
    """A stranger asked first about evenings and pay; a question with a hole; one that a search answers."""
    sheet = prepare(facts, minutes)
    for place, line in enumerate(sheet.lines):
        if line.id not in BY_ID:
            continue
        one = BY_ID[line.id]
        if "S" in one.flags:
            assert place >= 3
            assert place * 3 >= len(sheet.lines)
        assert "{" not in line.text
        if "P" in one.flags:
            assert facts.found.get(NEEDS[one.id])
        if "O" in one.flags:
            assert facts.found.get(NEEDS[one.id], "").endswith("?")
        assert one.audience in ("any", "practitioner", *facts.audiences)
    if facts.may_use_name != "yes":
        assert all("Ada Lind" not in one.text for one in sheet.lines)


def test_what_was_found_switches_questions_on_and_off() -> None:
    """Research would change nothing; or a question whose answer was found is asked all the same."""

    def ids(facts: TalkFacts) -> set[str]:
        return {one.id for one in prepare(facts, 30).lines}

    assert "Q46" not in ids(talk())
    assert "Q46" in ids(talk(found={"news": "the grid will be rebuilt"}))
    assert "Q28" not in ids(talk(found={"entry": "A degree is asked for."}))
    wanted = talk(
        found={"tools": "They work in dbt; which part was hard to learn?"}, outcome="which tools to learn first"
    )
    assert "Q18" in ids(wanted)
    (line,) = [one for one in prepare(wanted, 30).lines if one.id == "Q18"]
    assert line.beside.startswith("You found: They work in dbt")
    long = talk(found={"news": "word " * 30})
    assert "Q46" not in ids(long)
    assert any("Q46 is too long" in one for one in prepare(long, 30).remarks)


def test_own_questions_come_first_and_are_looked_over() -> None:
    """The user's own question would lose its place to one of ours, or gossip would be printed for them."""
    own = (
        OwnQuestion("How did the first year feel?"),
        OwnQuestion("Is the team friendly?", "culture", 1),
        OwnQuestion("What dirt do you have on your manager?"),
        OwnQuestion("Could you put in a good word for me?"),
        OwnQuestion("What takes so long?", "trends", 5),
    )
    sheet = prepare(talk(own=own), 30)
    assert [one.id for one in sheet.lines if one.id.startswith("own")] == ["own-1", "own-2"]
    said = " ".join(sheet.remarks)
    for number, words in (
        (2, "yes or no"),
        (3, "digs"),
        (4, "asks for a job"),
        (3, "left out; mend"),
        (5, "no minutes"),
    ):
        assert any(f"question {number}" in one and words in one for one in sheet.remarks), (number, said)
    assert not any("question 1" in one for one in sheet.remarks)


def test_outcome_and_open_questions_steer_the_choice() -> None:
    """A sheet that does not care what the user wants to know."""
    plain = [one.id for one in prepare(talk(), 30).lines]
    steered = [one.id for one in prepare(talk(outcome="see how much software takes over"), 30).lines]
    assert "Q48" in steered
    left = [one.id for one in prepare(talk(left_open=("what do people in the field disagree about",)), 30).lines]
    assert "Q50" in left
    assert "Q50" not in plain


def test_a_question_for_each_kind_of_person() -> None:
    """Somebody who leads would be asked as a newcomer is."""
    for audience in ("recent entrant", "career changer", "senior", "manager", "connector"):
        suited = {one.id for one in BANK if one.audience == audience}
        facts = talk(audiences=("practitioner", audience) if audience != "connector" else ("connector",))
        assert suited & {one.id for one in prepare(facts, 30).lines}, audience


def test_looking_for_work_is_said_and_asked_openly() -> None:
    """A hidden job hunt; or the resume taking the place of the one open question."""
    for minutes, resume, jobs, shown in (
        (15, True, ["Q74"], False),
        (20, False, ["Q74"], False),
        (25, True, ["Q75"], True),
        (30, True, ["Q74"], True),
        (30, False, ["Q74", "Q75"], False),
    ):
        sheet = prepare(talk(mode="job-seeking"), minutes, resume=resume)
        ids = [one.id for one in sheet.lines]
        assert [one for one in ids if one in ("Q74", "Q75")] == jobs, minutes
        assert ("Q62" in ids) == shown
        if shown:
            assert ids[-1] == "Q62"
            assert [one.name for one in sheet.blocks][-2:] == ["resume", "thanks"]


def test_the_same_facts_give_the_same_sheet() -> None:
    """A sheet that differs from run to run cannot be learnt."""

    def made() -> Sheet:
        return prepare(talk(found={"news": "a", "field": "food logistics"}, audiences=("senior", "practitioner")), 30)

    assert made() == made()


def test_head_and_form() -> None:
    """Day, zone, place or who named them would be missing at the door."""
    facts = talk(
        day="2026-03-23", at="14:30", zone="Europe/Berlin", place="Café Elbe", referrer="Ada Lind", may_use_name="no"
    )
    sheet = prepare(facts, 20)
    head = dict(sheet.head)
    assert head["When"] == "Monday 23 March 2026, 14:30 Europe/Berlin; 20 minutes"
    assert head["With"] == "Nora Quill, Grid Analyst at Brightwater Grid"
    assert head["Named by"].startswith("Ada Lind, whose name I may not use")
    assert len(sheet.form) == 3
    assert len(prepare(talk(place="by telephone, +49 1"), 20).form) == 1
    assert dict(prepare(talk(role="Analyst at Brightwater Grid"), 20).head)["With"].count("Brightwater") == 1
