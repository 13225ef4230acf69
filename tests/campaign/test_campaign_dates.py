"""The calendar of one person: its entries keep their keys whatever is logged, and nothing outdated stays to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.dates import Whose, dates, in_order
from netscout.campaign.stages import EVENTS
from netscout.campaign.workdays import Workdays
from netscout.model.dated import Dated
from netscout.model.event import Event
from netscout.model.standing import Beside, Referred
from tests.campaign.campaign_log import log

DAYS = Workdays()
FIXED = (("asked", "2026-03-02"), ("replied", "2026-03-05"), ("scheduled", "2026-03-09", "2026-03-23"))


def made(entries: list[Event], today: str, *, private: bool = False, beside: Beside | None = None) -> dict[str, Dated]:
    """Return the entries of the calendar by key."""
    whose = Whose("p0001", "Nora Quill", entries, beside or Beside(), private)
    found = dates(whose, date.fromisoformat(today), DAYS)
    assert len({one.key for one in found}) == len(found)
    return {one.key: one for one in found}


def days(found: dict[str, Dated]) -> dict[str, str]:
    """Return the day of each entry by its key, a minus before what is off."""
    return {key: f"{'-' * one.off}{one.day:%m-%d}" for key, one in found.items()}


def test_a_fixed_talk_brings_all_its_days() -> None:
    """Confirming, preparing or thanking would be forgotten until `today` is asked for."""
    assert days(made(log(*FIXED), "2026-03-09")) == {
        "1-follow-up-20260311": "-03-11",
        "prepare-talk-3": "03-19",
        "confirm-talk-3": "03-20",
        "talk-3": "03-23",
        "thank-talk-3": "03-24",
    }


def test_what_belongs_to_a_talk_moves_with_it() -> None:
    """The calendar would hold the old day beside the new one; a change would not be taken for newer."""
    before, after = made(log(*FIXED), "2026-03-09"), log(*FIXED, ("scheduled", "2026-03-10", "2026-03-30"))
    moved = made(after, "2026-03-10")
    kept = ("prepare-talk-3", "confirm-talk-3", "talk-3", "thank-talk-3")
    assert [days(moved)[key] for key in kept] == ["03-26", "03-27", "03-30", "03-31"]
    assert all(moved[key].sequence > before[key].sequence for key in kept)
    assert all(moved[key].stamp == date(2026, 3, 10) for key in kept)


def test_a_move_taken_back_goes_back_under_a_higher_number() -> None:
    """A calendar that took in the move would keep it: it reads what is newer by its number."""
    moved = log(*FIXED, ("scheduled", "2026-03-10", "2026-03-30"))
    back = [*moved, Event("p0001", "retracted", "2026-03-11", retracts=4, logged_on="2026-03-11", seq=5)]
    one, other = made(moved, "2026-03-11")["talk-3"], made(back, "2026-03-11")["talk-3"]
    assert (other.day, other.off) == (date(2026, 3, 23), False)
    assert other.sequence > one.sequence


def test_a_talk_taken_back_is_called_off() -> None:
    """A slip of the hand would stay in the calendar, as its entry is gone from the log."""
    back = [*log(*FIXED), Event("p0001", "retracted", "2026-03-11", retracts=3, logged_on="2026-03-11", seq=4)]
    found = made(back, "2026-03-11")
    assert days(found)["talk-3"] == "-03-23"
    assert found["talk-3"].sequence > made(log(*FIXED), "2026-03-11")["talk-3"].sequence
    assert "talk-3" not in made(back, "2026-03-24")


def test_a_cancelled_talk_and_its_days_are_called_off() -> None:
    """The reminder to thank for a talk that never was would come up."""
    found = made(log(*FIXED, ("cancelled", "2026-03-12")), "2026-03-12")
    assert days(found) == {
        "1-reschedule-20260313": "03-13",
        "prepare-talk-3": "-03-19",
        "confirm-talk-3": "-03-20",
        "talk-3": "-03-23",
        "thank-talk-3": "-03-24",
    }
    assert days(made(log(*FIXED, ("cancelled", "2026-03-12")), "2026-12-01"))["talk-3"] == "-03-23"


def test_after_the_talk_thanks_stay_the_same_entry() -> None:
    """The thank-you would stand twice: as planned, and as owed."""
    found = made(log(*FIXED, ("met", "2026-03-23")), "2026-03-23")
    assert days(found) == {"talk-3": "03-23", "write-notes-talk-3": "03-23", "thank-talk-3": "03-24"}
    early = made(log(*FIXED, ("met", "2026-03-20")), "2026-03-20")
    assert {key: days(early)[key] for key in ("talk-3", "thank-talk-3")} == {"talk-3": "03-20", "thank-talk-3": "03-21"}


def test_thanks_for_an_earlier_talk_are_not_those_of_the_next() -> None:
    """Two talks with one person would share one thank-you."""
    found = made(log(("met", "2026-03-02"), ("scheduled", "2026-03-03", "2026-03-23")), "2026-03-03")
    assert {key: one for key, one in days(found).items() if "thank" in key} == {
        "1-thank-20260303": "03-03",
        "thank-talk-2": "03-24",
    }


def test_two_debts_of_one_day_are_two_entries() -> None:
    """The second piece of advice would overwrite the first in the calendar."""
    entries = log(
        *(("met", "2026-03-02"), ("thanked", "2026-03-02")),
        *(("advised", "2026-03-02", "2026-03-20"), ("advised", "2026-03-02", "2026-03-20")),
    )
    keys = ["1-follow-advice-20260320", "1-follow-advice-20260320-2"]
    assert [key for key in made(entries, "2026-03-03") if "advice" in key] == keys
    one = days(made([*entries, *log(("advice-followed", "2026-03-04"))], "2026-03-04"))
    assert [one[key] for key in keys] == ["03-20", "-03-20"]


def test_what_others_bring_about_is_called_off_too() -> None:
    """Whom they named was asked, in another log: the reminder to write to them would stay."""
    entries = log(("met", "2026-03-02"))
    named = Beside((Referred(date(2026, 3, 2)),))
    assert days(made(entries, "2026-03-02", beside=named))["1-contact-referral-20260305"] == "03-05"
    asked = Beside((Referred(date(2026, 3, 2), asked=date(2026, 3, 3)),))
    assert days(made(entries, "2026-03-03", beside=asked))["1-contact-referral-20260305"] == "-03-05"


def test_a_time_brings_the_hour_of_thanks() -> None:
    """The 48 hours would end unseen in the course of a day."""
    entries = log(*FIXED)
    entries[2] = replace(entries[2], at="23:50", minutes=20, zone="Europe/Berlin")
    found = made(entries, "2026-03-09")
    talk, thank = found["talk-3"], found["thank-talk-3"]
    assert (talk.at, talk.zone, talk.minutes) == (time(23, 50), "Europe/Berlin", 20)
    assert (thank.day, thank.at, thank.zone) == (date(2026, 3, 25), time(0, 10), "Europe/Berlin")
    assert "overdue from Thursday 26 March 2026 at 00:10" in thank.text
    entries[2] = replace(entries[2], zone="Berlin time")
    talk = made(entries, "2026-03-09")["talk-3"]
    assert (talk.at, talk.zone) == (time(23, 50), "")
    assert "Berlin time" in talk.text


def test_notes_stay_out_unless_wished() -> None:
    """Private words would reach a calendar that others may see."""
    entries = [replace(one, note=f"secret {one.seq}") for one in log(*FIXED, ("confirmed", "2026-03-10"))]
    entries += [Event("p0001", "noted", "2026-03-10", note="secret 5", logged_on="2026-03-10", seq=5)]
    assert "secret" not in str(made(entries, "2026-03-10"))
    private = str(made(entries, "2026-03-10", private=True))
    assert "secret 3" in private
    assert "secret 4" in private
    assert "secret 5" not in private


def test_nothing_follows_after_the_last_word() -> None:
    """Somebody who wants no contact would come up in the calendar again and again."""
    found = made(log(*FIXED, ("do-not-contact", "2026-03-10")), "2026-03-10")
    assert all(one.off for one in found.values())


def test_a_second_person_is_for_those_who_do_not_answer() -> None:
    """Somebody who answered, or was reminded by then, would be passed over for a colleague."""
    whose = Whose("p0001", "Nora Quill", log(*FIXED[:1]), second=3, second_now=True)
    told = {"1-second-contact-20260305": "03-05"}
    for now, kept in ((whose, told), (replace(whose, log=log(*FIXED[:2])), {}), (replace(whose, second=0), {})):
        found = {one.key: one for one in dates(now, date(2026, 3, 5), DAYS) if not one.off}
        assert {key: day for key, day in days(found).items() if "second" in key} == kept


def test_later_entries_are_left_out_of_an_earlier_day() -> None:
    """`--today` in the past would tell what was not known then."""
    assert days(made(log(*FIXED), "2026-03-04")) == {"1-follow-up-20260311": "03-11"}


_EVENTS = st.lists(st.tuples(st.sampled_from([key for key, one in EVENTS.items() if one.by_hand]), st.integers(0, 9)))


@given(_EVENTS, st.integers(0, 40))
def test_every_promise_is_kept_or_called_off(steps: list[tuple[str, int]], later: int) -> None:
    """Whatever is logged, taken back or let pass: an entry seen once with its day to come is there again or is off.

    Its number never falls, and a second look on the same day is the same.
    """
    day, entries, seen = date(2026, 2, 20), list[Event](), dict[str, Dated]()
    for place, (what, gap) in enumerate(steps, 1):
        day += timedelta(days=gap)
        ahead = (day + timedelta(days=10)).isoformat() if EVENTS[what].ahead else None
        back = next((one.seq for one in reversed(entries) if one.event != "retracted"), None) if gap == 9 else None
        one = Event("p0001", "retracted" if back else what, day.isoformat(), None if back else ahead, retracts=back)
        entries.append(replace(one, logged_on=day.isoformat(), seq=place))
        seen = _held(seen, made(entries, day.isoformat()), day)
    if entries:
        day += timedelta(days=later)
        found = made(entries, day.isoformat())
        _held(seen, found, day)
        assert found == made(entries, day.isoformat())


def _held(seen: dict[str, Dated], now: dict[str, Dated], day: date) -> dict[str, Dated]:
    for key, one in seen.items():
        if one.day >= day and not one.off:
            assert key in now
        if key in now:
            assert now[key].sequence >= one.sequence
            changed = (now[key].day, now[key].off) != (one.day, one.off)
            assert not changed or now[key].sequence > one.sequence
    return {**seen, **now}


def test_entries_of_a_day_stand_by_their_times() -> None:
    """The talk at nine would stand below the one at ten, and what has no time between them."""
    entry = Dated("z", "talk", "p0001", date(2026, 3, 23), "Talk")
    ten, nine = replace(entry, key="a", at=time(10)), replace(entry, key="b", at=time(9))
    midnight, whole = replace(entry, key="c", at=time(0)), replace(entry, key="d")
    assert sorted([ten, nine, midnight, whole], key=in_order) == [whole, midnight, nine, ten]
