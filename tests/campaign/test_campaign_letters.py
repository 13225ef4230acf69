"""Drafts after the request: each claim rests on its fact, nothing is chosen by chance, bad cases are refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from netscout.campaign.letters.arrange import arrange
from netscout.campaign.letters.followup import follow_up
from netscout.campaign.letters.introduction import introduction
from netscout.campaign.letters.mail import as_mail
from netscout.campaign.letters.thanks import thanks
from netscout.campaign.letters.update import update
from netscout.campaign.lint.form import read_draft
from netscout.errors import RefusedError
from netscout.lang import texts
from netscout.model.draft import Draft
from netscout.model.letter_facts import Advice, LetterFacts, Named, Whom
from netscout.model.lists import CONNECTORS

TODAY = date(2026, 3, 24)
BASE = LetterFacts(
    "p0007", "Nora Quill", "Nora", "Sam Ode", "Brightwater Grid", as_role="a grid analyst", target="grid"
)
ASKED = replace(BASE, row="asked", asked="2026-03-12")
SPECIFIC = "load forecasts at 6 am"
MET = replace(
    BASE, row="met", talk="2026-03-23", owes_thanks=True, noted=True, specifics=(SPECIFIC,), since="2026-03-23"
)
ADVICE = Advice("read the regulator's yearly report", "2026-03-23")
FOLLOWED = replace(ADVICE, followed="2026-04-01", outcome="the chapter on storage changed my plan")
FIXED = replace(BASE, row="scheduled", meeting="2026-04-23", meeting_at="10:00", zone="America/New_York", minutes=25)
TIMES = ("2026-03-26 09:30", "2026-03-27")
DAYS = ("2026-03-26", "2026-03-27", "2026-03-30")
TOLD = replace(MET, owes_thanks=False, row="thanked", specifics=(SPECIFIC, "the shift handover is the heart of it"))
QUOTED = Advice("Talk to her about your plans", "2026-03-23")
THING = Advice("The regulator's yearly report", "2026-03-23")
HELPED = replace(BASE, helped="2026-03-23")
INES = Named("Ines Varga", "2026-03-23")
PROMISED = replace(INES, promised=True)
_NO_FACT = frozenset(("first", "me", "as_role", "company", "person", "kind", "channels", "stage", "days"))
"""Slots that claim nothing about a shared past: names, the target, the company on the profile."""
Case = tuple[str, LetterFacts]


def written(kind: str, facts: LetterFacts, channel: str = "message", today: date = TODAY) -> Draft:
    """Return the first version of a draft; of an introduction, to Ines Varga."""
    if kind == "introduction":
        return next(introduction(facts, Whom("Ines Varga"), channel, today))
    kinds: dict[str, Callable[[LetterFacts, str, date], Iterator[Draft]]]
    kinds = {"arrange": arrange, "follow-up": follow_up, "thanks": thanks, "update": update}
    return next(kinds[kind](facts, channel, today))


def refused(kind: str, facts: LetterFacts, channel: str = "message") -> RefusedError:
    """Return the refusal of a draft."""
    with pytest.raises(RefusedError) as found:
        written(kind, facts, channel)
    return found.value


CASES: dict[str, Case] = {
    "reminder": ("follow-up", ASKED),
    "reminder of a connector": ("follow-up", replace(ASKED, list="connectors")),
    "reminder of a time": ("follow-up", replace(ASKED, row="arranging", offered="2026-03-19")),
    "thanks with advice": ("thanks", replace(MET, advice=(ADVICE,))),
    "thanks with advice followed": ("thanks", replace(MET, advice=(FOLLOWED,))),
    "thanks with advice quoted": ("thanks", replace(MET, advice=(QUOTED,))),
    "thanks with quoted advice followed": ("thanks", replace(MET, advice=(replace(QUOTED, followed="2026-04-01"),))),
    "thanks with a thing advised": ("thanks", replace(MET, advice=(THING,))),
    "thanks with a thing done": ("thanks", replace(MET, advice=(replace(THING, followed="2026-04-01"),))),
    "thanks for a name given in a line": ("thanks", replace(HELPED, named=(INES,))),
    "thanks for advice in a line": ("thanks", replace(HELPED, advice=(ADVICE,))),
    "thanks for a thing in a line": ("thanks", replace(HELPED, advice=(THING,))),
    "thanks for words in a line": ("thanks", replace(HELPED, advice=(QUOTED,), named=(INES,))),
    "thanks for advice in a line, followed": ("thanks", replace(HELPED, advice=(FOLLOWED,), named=(PROMISED,))),
    "thanks for a thing in a line, followed": (
        "thanks",
        replace(HELPED, advice=(replace(THING, followed="2026-04-01"),)),
    ),
    "thanks for words in a line, followed": (
        "thanks",
        replace(HELPED, advice=(replace(QUOTED, followed="2026-04-01"),)),
    ),
    "thanks for an offer in a line": ("thanks", replace(HELPED, named=(PROMISED,))),
    "thanks for a name written to": ("thanks", replace(MET, named=(replace(INES, asked="2026-03-24"),))),
    "thanks with an intent": ("thanks", replace(MET, will="ask for a day at the plant")),
    "thanks with a thing to do": ("thanks", replace(MET, will="The regulator's report")),
    "thanks for a name": ("thanks", replace(MET, named=(INES,))),
    "thanks with a promise": ("thanks", replace(MET, advice=(ADVICE,), named=(replace(INES, promised=True),))),
    "thanks after a later": (
        "thanks",
        replace(BASE, row="deferred", deferred="2026-03-23", until="2026-09-01"),
    ),
    "days after a yes": ("arrange", replace(BASE, row="replied", answered="2026-03-23", offer=DAYS)),
    "a new day": ("arrange", replace(BASE, row="slipped", slipped="2026-03-23", offer=DAYS[:1])),
    "times after a yes": ("arrange", replace(BASE, row="replied", answered="2026-03-23", offer=TIMES)),
    "a new time": ("arrange", replace(BASE, row="slipped", slipped="2026-03-23", offer=TIMES)),
    "a talk confirmed": ("arrange", FIXED),
    "a talk with a connector confirmed": ("arrange", replace(FIXED, list=CONNECTORS, zone="CET")),
    "thanks after a no": ("thanks", replace(BASE, row="declined", declined="2026-03-23", owes_thanks=True)),
    "advice followed": ("update", replace(TOLD, advice=(FOLLOWED,))),
    "quoted advice followed": ("update", replace(TOLD, advice=(replace(QUOTED, followed="2026-04-01"),))),
    "a thing done": ("update", replace(TOLD, advice=(replace(THING, followed="2026-04-01"),))),
    "a name met": ("update", replace(TOLD, named=(replace(INES, asked="2026-03-26", met="2026-04-07"),))),
    "a name written to": ("update", replace(TOLD, named=(replace(INES, asked="2026-03-26"),))),
    "decided yes": (
        "update",
        replace(TOLD, decided=("yes", "2026-04-20", "grid", "a grid analyst", "the night shifts")),
    ),
    "decided no": ("update", replace(TOLD, decided=("no", "2026-04-20", "grid", "a grid analyst", ""))),
    "decided later": ("update", replace(TOLD, decided=("later", "2026-04-20", "grid", "a grid analyst", ""))),
    "more talks": ("update", replace(TOLD, talks_since=2)),
    "one more talk": ("update", replace(TOLD, talks_since=1)),
    "nothing new": ("update", TOLD),
    "nothing new, looking for work": ("update", replace(TOLD, mode="job-seeking")),
    "hello": ("update", replace(TOLD, as_role="")),
    "named by them": ("introduction", replace(BASE, to_named=INES)),
    "offered by them": ("introduction", replace(BASE, to_named=replace(INES, promised=True))),
    "known to nobody": ("introduction", BASE),
}


def claims_of(kind: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return every sentence of a kind that has a slot for a fact, with a pattern that finds it."""
    words = texts({"follow-up": "followup"}.get(kind, kind))
    found = []
    for key, text in words.items():
        slots = set(re.findall(r"\{\{(\w+)\}\}", text)) - _NO_FACT
        if slots and key != "at" and not key.startswith(("no.", "fact_", "subject", "when_", "ask_person")):
            parts = re.split(r"\{\{\w+\}\}", text)
            found.append((key, re.compile(".+?".join(map(re.escape, parts)))))
    return found


@pytest.mark.parametrize("name", CASES)
def test_every_claim_of_a_draft_has_its_fact(name: str) -> None:
    """A sentence about a shared past would stand in a draft with nothing on record behind it."""
    kind, facts = CASES[name]
    for channel in ("message", "email", "call"):
        found = written(kind, facts, channel)
        assert len(found.sentences) == len(found.facts)
        assert all(fact and source for fact, source in found.facts)
        for key, pattern in claims_of(kind):
            hit = pattern.search(found.body)
            assert hit is None or any(pattern.search(one) for one in found.sentences), (key, found.body)
        assert "{{" not in found.body


@pytest.mark.parametrize(
    ("name", "without", "gone"),
    [
        ("thanks with advice followed", {"advice": (ADVICE,)}, "already"),
        ("thanks with a promise", {"named": ()}, "offering to introduce"),
        ("advice followed", {"advice": (replace(FOLLOWED, outcome=""),)}, "What came of it"),
        ("advice followed", {"advice": ()}, "You advised me to"),
        ("a name met", {"named": ()}, "Ines Varga"),
        ("decided yes", {"decided": None}, "I have decided"),
        ("more talks", {"talks_since": 0}, "more people"),
        ("nothing new", {"specifics": (SPECIFIC,)}, "shift handover"),
        ("a talk confirmed", {"meeting_at": ""}, "at 10:00"),
        ("a talk confirmed", {"zone": ""}, "New York time"),
        ("a talk confirmed", {"zone": "where I am"}, "New York time"),
        ("a talk confirmed", {"minutes": 0}, "25 minutes"),
        ("a talk confirmed", {"inside": True}, "a grid analyst"),
        ("a talk confirmed", {"list": CONNECTORS}, "is like, day to day"),
        ("a talk with a connector confirmed", {"zone": "Etc/GMT+3"}, "CET"),
        ("times after a yes", {"offer": DAYS}, "26 March at 09:30"),
        ("named by them", {"to_named": None}, "You named"),
        ("offered by them", {"to_named": None}, "offered"),
    ],
)
def test_without_its_fact_a_sentence_is_gone(name: str, without: dict[str, object], gone: str) -> None:
    """A sentence would stay when the fact behind it is taken away."""
    kind, facts = CASES[name]
    assert gone in written(kind, facts).body
    assert gone not in written(kind, replace(facts, **without)).body  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("", "10:00."),
        ("Europe/Berlin", "10:00, Berlin time."),
        ("America/Argentina/Buenos_Aires", "10:00, Buenos Aires time."),
        ("CET", "10:00, CET."),
        ("Etc/UTC", "10:00."),
        ("ask her, she is on the road", "10:00."),
    ],
)
def test_a_time_zone_is_told_where_anybody_would_understand_it(zone: str, said: str) -> None:
    """Two people would wait at different hours, or a private word on the zone would stand in a letter."""
    assert f"Thursday 23 April at {said} I will" in written("arrange", replace(FIXED, zone=zone)).body


def test_every_sentence_about_the_past_is_tried() -> None:
    """A sentence with a fact would never be written in these tests, and so never be held against its fact."""
    seen: dict[str, set[str]] = {}
    for kind, facts in CASES.values():
        for mode in ("exploring", "job-seeking"):
            for role in (facts.as_role, ""):
                told = replace(facts, mode=mode, as_role=role)
                bodies = [written(kind, told, channel, date(2026, 4, 21)).body for channel in ("message", "call")]
                hits = {key for key, pattern in claims_of(kind) if any(pattern.search(body) for body in bodies)}
                seen.setdefault(kind, set()).update(hits)
    missed = {kind: {key for key, _ in claims_of(kind)} - found for kind, found in seen.items()}
    assert missed == {kind: set() for kind in seen}


@pytest.mark.parametrize("name", ["reminder", "reminder of a connector", "reminder of a time"])
def test_a_reminder_by_phone_is_spoken(name: str) -> None:
    """A script would speak of lines that got lost, as if somebody had written who rings."""
    for mode in ("exploring", "job-seeking"):
        kind, facts = CASES[name]
        for role in (facts.as_role, ""):
            body = written(kind, replace(facts, mode=mode, as_role=role), "call").body
            assert "lines" not in body
            assert "A line" not in body
            assert "I asked" in body
            assert body.count("moment") == 1


def test_the_same_facts_give_the_same_words() -> None:
    """A text would change between two calls: chance would choose, not facts."""
    for kind, facts in CASES.values():
        first = list(follow_up(facts, "message", TODAY)) if kind == "follow-up" else [written(kind, facts)]
        again = list(follow_up(facts, "message", TODAY)) if kind == "follow-up" else [written(kind, facts)]
        assert first == again


def test_other_facts_give_other_words() -> None:
    """Everybody would get one and the same letter."""
    bodies = {name: written(*case).body for name, case in CASES.items()}
    assert len(set(bodies.values())) == len(bodies)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("listed", "no request"),
        ("replied", "they answered"),
        ("slipped", "fell through"),
        ("scheduled-soon", "a talk is fixed"),
        ("confirmed", "a talk is fixed"),
        ("resting", "no request to this person is open"),
        ("declined", "no request to this person is open"),
    ],
)
def test_a_reminder_needs_an_open_request(row: str, said: str) -> None:
    """A second reminder, one of nothing, or one after an answer would be written."""
    found = refused("follow-up", replace(ASKED, row=row))
    assert said in found.message
    assert found.next_step


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (BASE, "nothing to thank for"),
        (replace(MET, owes_thanks=False), "logged already"),
        (replace(MET, specifics=(), noted=False), "nothing of this talk is written down"),
        (replace(MET, specifics=(), will="call Ines"), "too short, too long"),
        (MET, "what you will do"),
        (replace(BASE, row="declined-thanked", declined="2026-03-20"), "thanks for their answer are logged"),
    ],
)
def test_thanks_without_a_specific_are_not_written(facts: LetterFacts, said: str) -> None:
    """A thank-you would be written that fits every talk, or twice, or for nothing."""
    found = refused("thanks", facts)
    assert said in found.message
    assert "netscout" in found.next_step


def test_late_thanks_say_so_once() -> None:
    """Thanks after three days as if it were the same evening, or an apology for a day."""
    facts = replace(MET, advice=(ADVICE,))
    assert "forgive" not in written("thanks", facts, today=date(2026, 3, 25)).body
    assert written("thanks", facts, today=date(2026, 3, 26)).body.count("forgive") == 1


def test_news_wait_for_thanks_and_for_something_to_tell() -> None:
    """News before thanks, or to somebody who gave nothing."""
    assert "thanks for your talk come first" in refused("update", MET).message
    assert "nothing to report" in refused("update", BASE).message


def test_at_the_own_employer_plans_stay_unsaid() -> None:
    """A colleague would read in a letter of news what the user decided or is working out."""
    facts = replace(TOLD, inside=True, decided=("yes", "2026-04-20", "grid", "a grid analyst", ""), talks_since=3)
    assert "grid analyst" not in written("update", facts).body


@pytest.mark.parametrize("kind", ["follow-up", "thanks", "update", "introduction"])
def test_a_channel_without_a_form_is_refused(kind: str) -> None:
    """An invitation note to remind somebody, or a card that asks."""
    facts = dict(CASES.values())[kind]
    assert "--channel" in refused(kind, facts, "note").next_step
    if kind != "thanks":
        assert "thanks alone" in refused(kind, facts, "card").message
    assert "no name" in refused(kind, replace(facts, name="")).message


def test_an_introduction_needs_one_somebody() -> None:
    """A plea for nobody, for two at once, or for the person who reads it."""
    for whom, said in (
        (Whom(), "somebody to be introduced to"),
        (Whom("Ines", "Grid"), "one person or at one"),
        (Whom("Nora Quill"), "the person you are writing to"),
    ):
        with pytest.raises(RefusedError, match=said):
            introduction(BASE, whom, "message", TODAY)
    works = next(introduction(BASE, Whom("", "brightwater grid"), "message", TODAY))
    assert works.facts == (("works at brightwater grid", "Connections.csv"),)
    assert "Do you know somebody at Otto" in next(introduction(BASE, Whom("", "Otto"), "message", TODAY)).body


def test_a_text_too_long_loses_what_is_spare_first() -> None:
    """A long draft could not be mended, or would lose the answer before the small talk."""
    kept = [
        one.body
        for one in update(replace(TOLD, advice=(FOLLOWED,), named=(replace(INES, met="2026-04-07"),)), "message", TODAY)
    ]
    assert "Ines Varga" in kept[0]
    assert "Ines Varga" not in kept[1]
    assert "What came of it" in kept[1]
    assert all("You advised me to read" in one for one in kept)
    reminders = [one.body for one in follow_up(ASKED, "message", TODAY)]
    assert "a grid analyst" in reminders[0]
    assert "a grid analyst" not in reminders[-1]


@pytest.mark.parametrize("name", CASES)
def test_a_mail_is_read_back_as_it_was_written(name: str) -> None:
    """`lint` would read another kind, mode, subject or text than the draft has."""
    kind, facts = CASES[name]
    draft = written(kind, replace(facts, mode="job-seeking", name="Ñora Ødegård, MBA"), "email")
    for sender, address in ((("Sam Ode", "sam@example.com"), "nora@example.com"), (("", ""), "")):
        data = as_mail(draft, sender, address)
        assert data == as_mail(draft, sender, address)
        back = read_draft(data, "x.eml")
        assert (back.to, back.kind, back.mode, back.subject, back.body) == (
            draft.to, draft.kind, draft.mode, draft.subject, draft.body,
        )  # fmt: skip
        assert b"\nDate:" not in data
        assert b"Message-ID" not in data


@pytest.mark.check(37, 41)
@pytest.mark.parametrize(
    "hostile",
    [
        "Eve\r\nBcc: all@example.com",
        "Eve\nKind: request\n\nSend money",
        'Eve" <x@example.com>, "y',
        "Eve\u2028Bcc: b@example.com",
        "\ud800Eve",
    ],
)
def test_hostile_values_begin_no_header(hostile: str) -> None:
    """A name from a file would add a receiver to the mail, or a header or text to the draft."""
    draft = Draft(hostile, "thanks", "email", "exploring", f"Thanks {hostile}", "Hi Eve,\n\nThank you.")
    for address in ("eve@example.com", "eve@example.com\r\nBcc: all@example.com", "no address", ""):
        data = as_mail(draft, (hostile, "sam@example.com"), address)
        heads = [one.split(b":")[0] for one in data.split(b"\r\n\r\n")[0].split(b"\r\n") if not one.startswith(b" ")]
        assert b"Bcc" not in heads
        assert len(heads) == len(set(heads))
    text = draft.as_text()
    assert text.split("\n\n")[0].count("\n") == 4
    back = read_draft(text.encode(), "x.txt")
    assert (back.kind, back.body) == ("thanks", draft.body)
    facts = replace(CASES["thanks with advice"][1], first_name="{{me}}", company="{{first}}")
    assert "Hi {{me}}," in written("thanks", facts).body
    assert "{{first}}" in written("thanks", facts).body
