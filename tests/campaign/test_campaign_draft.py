"""Requests: every sentence rests on a fact, the form keeps to the campaign's rules, bad cases are refused."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from netscout.campaign.draft import question, request, with_article
from netscout.campaign.lint.check import lint
from netscout.errors import RefusedError
from netscout.model.draft import DraftFacts
from netscout.model.lint import Record

TODAY = date(2026, 11, 16)
FACTS = DraftFacts(
    first_name="Nora",
    name="Nora Quill",
    me="Sam Ode",
    role="Grid Analyst",
    level="holds",
    company="Brightwater Grid",
    list="practitioners",
    mode="exploring",
    label="",
    meets_people=False,
    target_people_at_company=0,
    former_employer="",
    former_until="",
    last_wrote=None,
    connected_on="2019-05-04",
)
_JOB_WORDS = re.compile(r"\b(vacanc|hiring|resume|cv\b|apply|application|opening)", re.IGNORECASE)


def every_case() -> list[DraftFacts]:
    """Return a request's facts in every combination that changes a sentence."""
    cases = itertools.product(
        ("practitioners", "connectors"),
        ("holds", "held", "neighbour"),
        ("", "Brightwater Grid"),
        ("", "close", "met"),
        (None, "2021-03-02", "2026-11-01"),
        ("", "Halden Foods"),
        (True, False),
    )
    return [
        replace(
            FACTS, list=kind, level=level, company=company, label=label, last_wrote=wrote, former_employer=former,
            former_until="2019" if former else "", meets_people=meets,
        )
        for kind, level, company, label, wrote, former, meets in cases
    ]  # fmt: skip


@pytest.mark.parametrize("channel", ["message", "email", "call"])
def test_every_request_keeps_the_rules(channel: str) -> None:
    """A request over 100 words, without a time limit, purpose or way out, or with a hidden job request."""
    for facts in every_case():
        found = request(facts, channel, TODAY)
        assert found.words < 100, found.body
        assert re.search(r"\b(20|30) minutes|\b20 minutes", found.body)
        assert re.search(r"learn|Who should I talk to", found.body)
        assert re.search(r"no problem", found.body)
        assert "not asking for a job" in found.body
        assert not _JOB_WORDS.search(found.body)
        assert "{{" not in found.body
        assert "  " not in found.body
        assert found.body.count("!") == 0


def test_a_claim_about_the_past_needs_its_fact() -> None:
    """A request that claims a shared employer, a date or an exchange that the workspace does not hold."""
    for facts in every_case():
        found = request(facts, "message", TODAY)
        claims = (
            "we last wrote in" in found.body.lower(),
            "where I worked" in found.body,
            "connected on LinkedIn since" in found.body,
        )
        assert sum(claims) == len(found.facts) <= 1
        if claims[0]:
            assert facts.last_wrote == "2021-03-02"
            assert "March 2021" in found.body
        if claims[1]:
            assert facts.former_employer == "Halden Foods"
        if claims[2]:
            assert facts.last_wrote is None


def test_an_unanswered_letter_is_thanked_for() -> None:
    """A request to somebody who wrote and got no answer, as if nothing had been."""
    found = request(replace(FACTS, they_wrote="2026-07-09"), "message", TODAY)
    assert "Thank you for your message in July." in found.body
    assert found.facts == (("their direct message of 2026-07-09", "messages.csv"),)


def test_words_that_went_one_way_are_said_to() -> None:
    """Lines to which no answer came would be told as an exchange."""
    facts = replace(FACTS, last_wrote="2025-03-02")
    assert "we last wrote in March 2025." in request(facts, "message", TODAY).body
    assert "I last wrote to you in March 2025." in request(replace(facts, mine_last=True), "message", TODAY).body


def test_a_request_says_who_is_writing() -> None:
    """A stranger would not learn what the writer does; a close friend would be told what they know."""
    facts = replace(FACTS, i_work="Event Manager")
    found = request(facts, "message", TODAY)
    assert "I work as an event manager and am exploring work as a grid analyst." in found.sentences
    assert ("your position as Event Manager", "Positions.csv") in found.facts
    for close in (replace(facts, label="close"), replace(facts, internal="Halden Foods")):
        assert "event manager" not in request(close, "message", TODAY).body
    brief = request(facts, "message", TODAY, brief=True)
    assert brief.facts == ()
    assert "I am exploring work as a grid analyst." in brief.body


@pytest.mark.parametrize(("wrote", "is_told"), [("2026-10-19", False), ("2026-10-18", False), ("2026-10-17", True)])
def test_whoever_was_written_to_lately_knows_who_writes(wrote: str, *, is_told: bool) -> None:
    """Somebody written to last week would be told what the writer does for a living."""
    body = request(replace(FACTS, i_work="Event Manager", last_wrote=wrote), "message", date(2026, 11, 14)).body
    assert ("event manager" in body) == is_told
    assert ("We last wrote in October." in body) == is_told


@pytest.mark.parametrize("channel", ["message", "email", "call", "note"])
@pytest.mark.parametrize("mode", ["exploring", "job-seeking"])
@pytest.mark.parametrize("level", ["holds", "held", "neighbour"])
def test_no_rule_objects_to_a_request_of_the_own_trade(channel: str, mode: str, level: str) -> None:
    """Whoever looks for work in their own trade would get no note at all, as it would not say so openly."""
    own = replace(FACTS, i_work="Grid Analyst", own_trade=True, connected_on=None, mode=mode, level=level)
    for facts in (own, replace(own, list="connectors")):
        record = Record(names=("Nora Quill", "Nora"), work=("Grid Analyst", "Brightwater Grid"))
        assert lint(request(facts, channel, TODAY), record, TODAY).findings == ()


def test_a_headline_is_named_as_the_fact() -> None:
    """What stands in the profile alone would be told as taken from a file that nobody has."""
    found = request(replace(FACTS, i_work="Event Manager", i_work_from="Profile.csv"), "message", TODAY)
    assert ("your headline: Event Manager", "Profile.csv") in found.facts


def test_whoever_left_the_own_trade_is_asked_about_their_time() -> None:
    """An event manager would ask in the subject what it was like to be an event manager."""
    own = replace(FACTS, i_work="Grid Analyst", own_trade=True, level="held")
    found = request(own, "email", TODAY)
    assert found.subject == "Your time as a grid analyst"
    assert "You have done that work too: what was it like with you" in found.body
    assert request(replace(own, role="Data Science"), "email", TODAY).subject == "Your time in data science"


def test_a_colleague_of_the_own_trade_is_asked_about_the_own_house() -> None:
    """A colleague would read that the writer wonders what the work is like elsewhere."""
    own = replace(FACTS, i_work="Grid Analyst", own_trade=True, internal="Halden Foods")
    body = request(own, "message", TODAY).body
    assert "what that is like in other teams." in body
    assert "elsewhere" not in body


def test_a_company_is_named_once() -> None:
    """The same company would stand in two sentences that follow one another."""
    facts = replace(FACTS, former_employer="Brightwater Grid", former_until="2018")
    for level, own in (("holds", False), ("neighbour", False), ("holds", True)):
        told = replace(facts, level=level, own_trade=own, i_work="Event Manager")
        assert request(told, "message", TODAY).body.count("Brightwater Grid") == 1
    assert "at Brightwater Grid" in request(facts, "message", TODAY, brief=True).body


@pytest.mark.parametrize("channel", ["message", "email", "call", "note"])
def test_nobody_explores_their_own_trade(channel: str) -> None:
    """An event manager who asks other event managers what it is like to be one."""
    own = replace(FACTS, i_work="Grid Analyst", own_trade=True, connected_on=None)
    found = request(own, channel, TODAY)
    assert "exploring" not in found.body
    assert "I work as a grid analyst" in found.body
    assert found.facts == (("your position as Grid Analyst", "Positions.csv"),)
    assert all(one in found.body for one in found.sentences)
    assert "What is it like" not in found.subject


@pytest.mark.parametrize(
    ("level", "role", "subject"),
    [
        ("holds", "Grid Analyst", "What is it like to be a grid analyst?"),
        ("held", "Grid Analyst", "What was it like to be a grid analyst?"),
        ("held", "Data Science", "What was work in data science like?"),
        ("same-code", "Data Science", "What is work in data science like?"),
        ("neighbour", "Grid Analyst", "Your work at Brightwater Grid"),
        ("rung", "Grid Analyst", "Your work at Brightwater Grid"),
    ],
)
def test_the_subject_is_true_of_the_person(level: str, role: str, subject: str) -> None:
    """Somebody asked in the subject line what a job is like that they never had."""
    assert request(replace(FACTS, level=level, role=role), "email", TODAY).subject == subject


def test_a_call_is_spoken() -> None:
    """A script that says "write", or asks twice whether this is a good moment."""
    body = request(replace(FACTS, referrer="Ada Lind", referred_on="2026-11-01"), "call", TODAY).body
    assert "Ada Lind suggested I talk to you." in body
    assert "write" not in body
    assert body.count("moment") + body.count("bad time") == 1


def test_the_present_employer_and_leaving_are_never_mentioned() -> None:
    """A request that tells a stranger that the user is leaving."""
    for facts in every_case():
        body = request(facts, "message", TODAY).body
        assert not re.search(r"leav|quit|my (boss|employer|manager)", body)


def test_a_note_fits_the_site() -> None:
    """A note that the site would cut off: 200 UTF-16 units for a free account."""
    long_role = replace(
        FACTS, connected_on=None, role="Regional Medical Science Liaison for Rare Metabolic Diseases and Rare Cancers"
    )
    for facts in [*(replace(one, connected_on=None) for one in every_case()), long_role]:
        assert len(request(facts, "note", TODAY).body.encode("utf-16-le")) // 2 <= 200


def test_a_mail_has_an_honest_short_subject() -> None:
    """A subject over 60 characters, or one that pretends to be an answer."""
    subject = request(FACTS, "email", TODAY).subject
    assert 0 < len(subject) <= 60
    assert not subject.lower().startswith(("re:", "fwd:"))


def test_job_seeking_says_so() -> None:
    """A job seeker's request that hides the search behind an informational talk."""
    body = request(replace(FACTS, mode="job-seeking"), "message", TODAY).body
    assert "I am looking for work now" in body
    assert "not asking for a job" not in body


@pytest.mark.parametrize(
    ("facts", "channel"),
    [(replace(FACTS, first_name="", name=""), "message"), (FACTS, "card"), (FACTS, "note")],
)
def test_what_cannot_be_written_is_refused(facts: DraftFacts, channel: str) -> None:
    """A request to nobody, on a thank-you card, or in an invitation to somebody already connected."""
    with pytest.raises(RefusedError) as refused:
        request(facts, channel, TODAY)
    assert refused.value.next_step


@pytest.mark.parametrize("channel", ["message", "email", "call", "note"])
def test_without_the_users_name_the_text_is_unsigned(channel: str) -> None:
    """An export of connections alone, which does not hold the user's name, that yields no request at all."""
    body = request(replace(FACTS, me="", connected_on=None), channel, TODAY).body
    assert body == body.strip()
    assert ", this is" not in body
    assert body.endswith((".", "?"))


@pytest.mark.check(41)
def test_hostile_names_stay_text() -> None:
    """A name that looks like a template key and is filled a second time."""
    body = request(replace(FACTS, first_name="{{me}}", company="{0.__class__}"), "message", TODAY).body
    assert "Hi {{me}}," in body
    assert "{0.__class__}" in body


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("Data Analyst", "a data analyst"),
        ("UX Researcher", "a UX researcher"),
        ("HR Manager", "an HR manager"),
        ("MLOps Engineer", "an MLOps engineer"),
        ("Accountant", "an accountant"),
        ("University Lecturer", "a university lecturer"),
        ("AML Compliance Analyst", "an AML compliance analyst"),
    ],
)
def test_a_role_stands_in_a_sentence(role: str, shown: str) -> None:
    """A wrong article, or an acronym in small letters."""
    assert with_article(role) == shown


def test_the_question_fits_the_list() -> None:
    """A connector asked about daily work, or a practitioner asked for names first."""
    assert "two or three people" in question(replace(FACTS, list="connectors"))
    assert "yesterday" in question(FACTS)
    assert "touches" in question(replace(FACTS, level="neighbour"))


def test_the_draft_file_has_its_header() -> None:
    """A draft file that `lint` could not read back."""
    text = request(FACTS, "email", TODAY).as_text()
    assert text.startswith("To: Nora Quill\nKind: request\nChannel: email\nMode: exploring\nSubject: ")
    assert "\n\nHi Nora," in text
