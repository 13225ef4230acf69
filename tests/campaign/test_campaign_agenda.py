"""The agenda of a day: what comes first, what is coming, whose answer is waited for."""

from __future__ import annotations

from datetime import date

from netscout.campaign.agenda import agenda
from netscout.campaign.fold import fold
from netscout.campaign.stages import DEBTS, STAGES
from netscout.campaign.words import action_words, rest_words, stage_words, urgency_words
from netscout.campaign.workdays import Workdays
from netscout.model.standing import Agenda, Standing, Step
from tests.campaign.campaign_log import Entry, log

TODAY = date(2026, 3, 23)


def _agenda(**logs: tuple[Entry, ...]) -> Agenda:
    return agenda({key: fold(log(*entries), TODAY, Workdays()) for key, entries in logs.items()}, TODAY)


def _told(lines: tuple[object, ...]) -> list[str]:
    return [f"{line.person} {line.step.action}" for line in lines]  # type: ignore[attr-defined]


def test_gratitude_before_appetite() -> None:
    """A reminder overdue for longer would stand above thanks that are overdue."""
    found = _agenda(
        a=(("asked", "2026-03-02"),),
        b=(("met", "2026-03-20"), ("noted", "2026-03-20")),
        c=(("asked", "2026-03-12"),),
    )
    assert _told(found.now) == ["b thank", "a follow-up", "c follow-up"]


def test_what_is_coming_and_what_is_waited_for() -> None:
    """A talk of this week would be hidden, or one person stand under two headings."""
    found = _agenda(
        fixed=(("asked", "2026-03-02"), ("scheduled", "2026-03-16", "2026-03-27")),
        far=(("asked", "2026-03-02"), ("scheduled", "2026-03-16", "2026-05-04")),
        waits=(("asked", "2026-03-20"),),
        reminded=(("asked", "2026-03-10"), ("followed-up", "2026-03-20")),
        closed=(("asked", "2026-03-02"), ("closed", "2026-03-04")),
    )
    assert _told(found.now) == []
    assert _told(found.soon) == ["fixed prepare", "fixed confirm"]
    assert sorted(line.person for line in found.waiting) == ["reminded", "waits"]
    assert _told(found.fixed) == ["far confirm"]


def test_every_stage_and_step_has_words() -> None:
    """A new stage or debt would end in a fault, or stand there as its key."""
    day = TODAY
    for row, stage in STAGES.items():
        standing = Standing(stage.name, row, day, Step("none"), meeting=day, talk=day)
        assert stage_words(standing)
        for key in {stage.action, *DEBTS, "prepare", "write-notes"} - {"debt"}:
            assert action_words(Step(key), standing)
            for due, overdue in ((None, None), (day, None), (date(2026, 3, 30), None), (date(2026, 3, 2), day)):
                assert (urgency_words(Step(key, due, overdue), day) == "") == (key == "none")


def test_a_resting_request_says_when_to_ask_again() -> None:
    """Nobody would know when asking again is no bother."""
    found = fold(log(("asked", "2026-01-05")), TODAY, Workdays())
    assert rest_words(found) == "You may ask again from Saturday 1 August 2026, if there is a new reason."
