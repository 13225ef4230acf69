"""The rules on drafts: the ten of the reference, good ones, unseen ones, traps, spans and texts of chance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.lint.check import DETECTORS, lint
from netscout.campaign.lint.phrases import phrases, words_of
from netscout.campaign.lint.rules import KINDS, MODES, RULES, severity
from netscout.lang import lists, texts
from netscout.model.draft import CHANNELS, Draft
from netscout.model.lint import Fact, Linted, Permission, Record
from tests.campaign.lint_samples import ASKED, BAD, MET, NORA, TODAY, Sample, mail, message
from tests.campaign.lint_unseen import GOOD, UNSEEN

ASK = "Could I learn how a grid analyst works, in 20 minutes by phone on a day that suits you?"
END = "No problem if not. Sam"


def checked(sample: Sample) -> Linted:
    """Return what the rules say of a sample."""
    return lint(sample.draft, sample.record, TODAY)


def rules_of(found: Linted) -> list[str]:
    """Return the rules that fired, each once, in order."""
    return list(dict.fromkeys(one.rule for one in found.findings))


def request(middle: str, record: Record = NORA) -> Linted:
    """Return what the rules say of a good request with these words in it."""
    return lint(message(f"Hi Nora, {middle} {ASK} {END}"), record, TODAY)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_draft_breaks_its_rules_and_no_other(name: str) -> None:
    """A fault that everybody sees would pass, or a fault would be found that is none."""
    found = checked(BAD[name])
    errors = {one.rule for one in found.findings if one.severity == "error"}
    assert errors == set(BAD[name].errors)
    assert {one.rule for one in found.findings} - errors == set(BAD[name].warnings)
    assert not found.ok


@pytest.mark.parametrize("name", GOOD)
def test_a_good_draft_passes(name: str) -> None:
    """A good message would be sent back, and the next warning not be read."""
    found = checked(GOOD[name])
    assert found.ok
    assert [(one.rule, one.text, one.message) for one in found.findings] == []
    assert found.not_checked == ()


@pytest.mark.parametrize("name", UNSEEN)
def test_a_fault_in_other_words_is_found(name: str) -> None:
    """A rule would know the wording of its own examples and nothing else."""
    rule, sample = UNSEEN[name]
    assert rule in rules_of(checked(sample))


def test_every_must_rule_has_two_unseen_drafts() -> None:
    """A rule that nobody tried in other words."""
    must = [rule for rule, one in RULES.items() if "error" in one.severity.values()]
    tried = [rule for rule, _ in UNSEEN.values()]
    assert [rule for rule in must if tried.count(rule) < 2] == []


@pytest.mark.parametrize(
    "words",
    [
        "I wonder what posture and position an analyst keeps in front of six screens.",
        "I build a small application that draws load curves, and apply statistics to them.",
        "I saw it at the opening of the exhibition, in the opening hours of the museum.",
        "What you do is often referred to as balancing.",
        "I am not asking for a job or an opening.",
        "This is not a job application, and I am not looking for a position.",
        "I live at 45 Harbour Street, 20354 Hamburg.",
        "I have been curious for 30 years, and the road from my flat takes 40 minutes by train.",
        "Your company's neighbour Brightwater Marine is where I buy bread.".replace("Your company's", "Brightwater's"),
        "We have not met, but your path at Brightwater made me write.",
        "I would rather not speak of my last manager.",
    ],
)
def test_traps_are_no_faults(words: str) -> None:
    """A word would be taken for another that looks the same."""
    assert [(one.rule, one.text) for one in request(words).findings if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("words", "rule", "span"),
    [
        ("Please keep me in mind for any vacancies.", "R4", "keep me in mind"),
        ("As a fellow Westmark graduate I write to you.", "R5", "fellow Westmark graduate"),
        ("Ada Lind suggested I write.", "R6", "Ada Lind"),
        ("I write to {company}.", "R12", "{company}"),
        ("I am fed up with my boss.", "R16", "fed up with my boss"),
        ("I would like to pick your brain.", "R11", "pick your brain"),
    ],
)
def test_a_span_points_at_the_words(words: str, rule: str, span: str) -> None:
    """The user would search for what is meant."""
    found = request(words)
    body = f"Hi Nora, {words} {ASK} {END}"
    assert span in [body[slice(*one.span)] for one in found.findings if one.rule == rule]
    assert all(one.text == body[slice(*one.span)] for one in found.findings)


def test_the_span_of_a_text_too_long_begins_at_its_first_character_too_many() -> None:
    """A note would be cut in the wrong place where an emoji counts twice."""
    body = "Hi Nora, \N{GRINNING FACE}" + "a" * 189 + "bc"
    (found,) = [one for one in lint(message(body, channel="note"), NORA, TODAY).findings if one.rule == "R9"]
    assert body[found.span[0] :] == "bc"
    assert "202 characters" in found.message
    assert not [one for one in lint(message(body, channel="note"), replace(NORA, note_limit=300), TODAY).findings if one.rule == "R9"]  # fmt: skip  # noqa: E501  # one comparison


@pytest.mark.parametrize("count", [99, 100])
def test_ninety_nine_words_pass(count: int) -> None:
    """The limit would stand one word aside."""
    body = f"Hi Nora, {ASK} {END}"
    filler = " ".join(["word"] * (count - len(body.split())))
    found = lint(message(f"Hi Nora, {filler} {ASK} {END}"), NORA, TODAY)
    assert ("R1" in rules_of(found)) == (count == 100)


@pytest.mark.parametrize(
    ("said", "breaks"),
    [
        ("20 minutes", False),
        ("20-30 minutes", False),
        ("20 minutes, 30 at most", False),
        ("half an hour", False),
        ("a quarter of an hour", False),
        ("20 to 45 minutes", True),
        ("twenty to forty minutes", True),
        ("an hour", True),
        ("half a day", True),
        ("1.5 hours", True),
        ("an hour and a half", True),
        ("a few minutes", True),
    ],
)
def test_lengths_are_read_in_figures_and_words(said: str, *, breaks: bool) -> None:
    """Forty-five minutes would pass as twenty, or a length in words as none."""
    body = f"Hi Nora, could I learn how a grid analyst works in {said}, by phone on a day that suits you? {END}"
    assert ("R2" in rules_of(lint(message(body), NORA, TODAY))) == breaks


def test_a_claim_that_is_on_record_passes() -> None:
    """A true sentence would be struck out, or a like one about another place would pass."""
    school = replace(NORA, facts=(Fact("school", "Westmark University"),))
    assert "R5" not in rules_of(request("As a fellow Westmark graduate I write to you.", school))
    assert "R5" in rules_of(request("As a fellow Northfield graduate I write to you.", school))
    assert "R5" not in rules_of(request("We have been connected since May 2019."))
    assert "R5" in rules_of(request("We have been connected since June 2019."))
    article = replace(NORA, facts=(Fact("article", "load forecasting in winter"),))
    assert "R5" not in rules_of(request("I read your article on load forecasting.", article))
    assert "R5" in rules_of(request("I read your article on offshore wind.", article))


def test_a_name_needs_its_yes() -> None:
    """Somebody's name would be used against their will."""
    yes = replace(NORA, permissions=(Permission("Ada Lind", allowed=True),))
    assert "R6" not in rules_of(request("Ada Lind suggested I write.", yes))
    assert "R6" not in rules_of(request("Ada suggested I write.", yes))
    assert "R6" in rules_of(request("Jonas Beck suggested I write.", yes))


def test_the_present_job_is_guarded_until_the_employer_knows() -> None:
    """News of leaving would reach a colleague; or a message would be stopped where all know."""
    words = "I am planning to leave by spring."
    known = replace(NORA, employer_known=True)
    assert "R16" in rules_of(request(words))
    assert "R16" not in rules_of(request(words, known))
    assert "R16" in rules_of(request(words, replace(known, inside=True)))


def test_thanks_after_a_no_need_no_talk() -> None:
    """A short thanks for an honest no would be refused for want of a talk."""
    words = "Dear Nora, thank you for your honest answer and for the care you took over it. It helps me to know how things stand, and I wish you a calm winter on the grid and all the best. Sam"  # noqa: E501  # a text
    declined = replace(NORA, declined=True)
    assert rules_of(lint(message(words, "thanks"), declined, TODAY)) == []


def test_a_resume_they_asked_for_may_come_with_thanks() -> None:
    """What they asked to see would be stopped; or one they did not ask for would pass."""
    words = "Dear Nora, the load forecasts at dawn and the shift handover stay with me, and I will read the regulator's report this week. My CV is attached. Thank you for everything, and all the best for the winter. Sam"  # noqa: E501  # a text
    assert "R8" in rules_of(lint(message(words, "thanks"), MET, TODAY))
    wanted = replace(MET, notes=(*MET.notes, "asked to see my CV"))
    assert "R8" not in rules_of(lint(message(words, "thanks"), wanted, TODAY))


def test_recorded_names_are_not_what_they_look_like() -> None:
    """A company called Delivery Hero would be flattery, a name in brackets a hole."""
    record = replace(NORA, recorded=("Delivery Hero", "Nora [she/her] Quill", "Your Company Ltd"))
    assert rules_of(request("I read of Delivery Hero, Nora [she/her] Quill and Your Company Ltd.", record)) == []
    assert rules_of(request("You are my hero, [name], at your company.", record)) == ["R11", "R12"]


def test_another_language_is_told_and_what_cannot_be_checked_is_named() -> None:
    """Rules without phrases for a language would pass it in silence."""
    words = "Liebe Nora, ich würde gerne von dir lernen, wie die Arbeit bei Brightwater ist, und nicht über eine Stelle reden. Das ist für mich sehr wichtig."  # noqa: E501  # a text
    found = lint(message(words), NORA, TODAY)
    assert rules_of(found) == ["R28"]
    assert {"R3", "R4", "R7"} <= set(found.not_checked)
    german = lint(message(words), replace(NORA, language="de"), TODAY)
    assert rules_of(german) == []
    mixed = request("Das ist für mich nicht so wichtig, und ich würde gerne von dir lernen.")
    assert "R28" in rules_of(mixed)


def test_a_reminder_waits_seven_business_days() -> None:
    """An early reminder would be written, a second one, or one of nothing."""
    words = f"Hi Nora, in case this got lost: I asked to learn about your work, 20 minutes by phone, any day. {END}"
    found = lint(message(words, "follow-up"), ASKED, TODAY)
    assert [(one.rule, one.severity) for one in found.findings] == [("R22", "warning")]
    answered = replace(ASKED, reminded=True, answered=True)
    assert rules_of(lint(message(words, "follow-up"), answered, TODAY)) == []


def test_findings_are_sorted_and_told_whole() -> None:
    """A script could not rely on the order; a finding without its mend would leave the user alone."""
    for sample in BAD.values():
        found = checked(sample).findings
        assert [(one.span, int(one.rule[1:])) for one in found] == sorted(
            (one.span, int(one.rule[1:])) for one in found
        )
        for one in found:
            assert all((one.message, one.mend, one.source))
            assert one.message.endswith((".", '"'))


def test_the_table_is_whole() -> None:
    """A rule without a detector, a list that nobody wrote, a sentence that is missing."""
    assert list(RULES) == [f"R{number}" for number in range(1, 29)]
    assert set(DETECTORS) == set(RULES)
    assert all(words_of("en", name) for one in RULES.values() for name in one.lists)
    assert all(phrases("en", name) for name in lists("lint", "en"))
    assert not lists("lint", "xx")
    words = texts("lint_words")
    assert [rule for rule in RULES if not any(key.startswith(f"{rule}.") for key in words)] == []


@pytest.mark.parametrize(
    ("rule", "case", "kind", "channel", "said"),
    [
        ("R1", "long", "request", "message", "error"),
        ("R1", "short", "thanks", "message", "warning"),
        ("R2", "none", "introduction", "message", "warning"),
        ("R2", "none", "request", "note", ""),
        ("R3", "none", "request", "note", "warning"),
        ("R7", "none", "request", "note", "warning"),
        ("R10", "long", "request", "email", "warning"),
        ("R10", "none", "request", "message", ""),
        ("R16", "confidential", "request", "message", "warning"),
        ("R18", "none", "thanks", "card", "error"),
        ("R18", "none", "introduction", "email", ""),
        ("R25", "hello", "update", "email", "warning"),
        ("R27", "more", "request", "note", "warning"),
    ],
)
def test_how_grave_a_rule_is(rule: str, case: str, kind: str, channel: str, said: str) -> None:
    """A warning that stops, or an error that does not."""
    assert severity(rule, case, kind, channel) == said


_PIECES = st.sampled_from(
    [one.draft.body for one in (*BAD.values(), *GOOD.values())] + ["Hi Nora,", "20", "-", "Ada Lind", "'s", "İ", "ß", "\n\n", "{", "resume attached?", "\u200b"]  # noqa: E501  # pieces
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=6).map(" ".join))


@given(
    body=_TEXTS,
    subject=st.text(max_size=80),
    kind=st.sampled_from(KINDS),
    channel=st.sampled_from(CHANNELS),
    mode=st.sampled_from(MODES),
)  # one strategy each
def test_no_text_breaks_it(body: str, subject: str, kind: str, channel: str, mode: str) -> None:  # fmt: skip
    """A draft with odd characters would end in a traceback, or a span lie outside of the text."""
    found = lint(Draft("Nora Quill", kind, channel, mode, subject, body), MET, TODAY)
    assert found == lint(Draft("Nora Quill", kind, channel, mode, subject, body), MET, TODAY)
    for one in found.findings:
        start, end = one.span
        whole = subject if one.part == "subject" else body
        assert 0 <= start <= end <= len(whole)
        assert one.text == whole[start:end]


def test_an_honest_mail_is_not_an_answer() -> None:
    """A first mail would pretend to go on with a conversation."""
    assert "R10" in rules_of(lint(mail("Re: your work", f"Hi Nora, {ASK} {END}"), NORA, TODAY))
    assert "R10" not in rules_of(lint(mail("Your work at Brightwater", f"Hi Nora, {ASK} {END}"), NORA, TODAY))
