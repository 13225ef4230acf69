"""Whole campaigns drawn from seeds, told day by day: standings, calendars, limits, what is due.

`data/courses/tables.txt` holds the tables of events, stages and debts, `typed.txt` what entries as typed come to.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.campaign import stages
from netscout.campaign.agenda import agenda
from netscout.campaign.asking import bite_words, company_reason, log_reason, offer_words, thanks_words
from netscout.campaign.beside import besides
from netscout.campaign.caps import Campaign, bites, day_bites, full, reminder_bite, second_contacts
from netscout.campaign.dates import Whose, dates
from netscout.campaign.entry import check_possible, entry, offered, past_day
from netscout.campaign.fold import NOTHING, fold
from netscout.campaign.goodwill import goodwill, owes_thanks
from netscout.campaign.gratitude import thanks_by
from netscout.campaign.talks import talks
from netscout.campaign.workdays import Workdays
from netscout.errors import RefusedError
from netscout.model.event import Event
from netscout.model.referral import Referral
from netscout.model.standing import Typed
from tests.written_out import digest, hold, shortened, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = Path(__file__).parent / "data" / "courses"
START = date(2026, 3, 2)
PEOPLE = ("p0002", "p0003", "p0004", "p0005", "p0006")
COMPANIES = {"p0002": "northwind", "p0003": "northwind", "p0004": "fabrikam", "p0005": "", "p0006": "northwind"}
EVENTS = (
    "asked", "asked", "asked", "followed-up", "replied", "replied", "scheduled", "scheduled", "confirmed", "met", "met",
    "thanked", "declined", "deferred", "bounced", "prepared", "cancelled", "missed", "advised", "advice-followed",
    "advice-dropped", "reported-back", "updated", "gave-back", "heard-from", "closed", "reopened", "noted", "decided",
    "referred", "do-not-contact",
)  # fmt: skip
CALENDARS = (Workdays(), Workdays(("fri", "sat"), (date(2026, 4, 6), date(2026, 5, 1))))
COURSES, STEPS, LONG = 16, 45, 300


TYPED = (
    Typed("asked"), Typed("asked", "2026-03-01"), Typed("asked", "2026-03-03"), Typed("asked", "x"), Typed("askd"),
    Typed("asked", ahead="2026-03-09"), Typed("scheduled"), Typed("scheduled", "2026-03-09"), Typed("referred"),
    Typed("scheduled", ahead="2026-03-09", at="9.05", zone="Europe/Berlin", minutes=30), Typed("zzz"),
    Typed("scheduled", ahead="2026-03-09", at="24:00"), Typed("scheduled", "2026-03-01", "2026-02-27"),
    Typed("deferred", "2026-06-01"), Typed("deferred", ahead="2026-06-01"), Typed("met", "2026-03-09"),
    Typed("asked", "1800-01-01"), Typed("asked", "2300-01-01"), Typed("noted", note="a\x07b\u202ec  "),
    Typed("noted", note="x" * 100_000), Typed("asked", zone="z" * 500), Typed("asked", at="7:5"),
    Typed("asked", at="07.50"),
)  # fmt: skip
OFFERS: tuple[tuple[str, ...], ...] = (
    ("2026-03-04",), ("2026-03-04 9:30", "2026-03-03"), ("2026-03-01",), ("2026-03-02",), ("x",), (),
    tuple(f"2026-03-1{at}" for at in range(5)), tuple(f"2026-03-1{at}" for at in range(6)),
)  # fmt: skip
FIRST = tuple(Event("p0002", kind, "2026-03-02") for kind in stages.EVENTS)
ZONES = (None, "Europe/Berlin", "my time", "localtime")
AHEAD = ("scheduled", "deferred", "advised")


def some_log(draw: random.Random) -> tuple[list[Event], date]:
    """Return entries of several people in the order of logging, and the last day."""
    day, log = START, list[Event]()
    for seq in range(1, STEPS):
        day += timedelta(days=draw.choice((0, 0, 1, 1, 2, 5, 12)))
        kind = draw.choice(EVENTS)
        on = day - timedelta(days=draw.choice((0, 0, 0, 1, 4)))
        ahead = on + timedelta(days=draw.choice((0, 1, 3, 20))) if kind in AHEAD else None
        timed = kind in ("scheduled", "confirmed", "met") and draw.random() < 0.6
        back = draw.randrange(1, seq) if seq > 5 and draw.random() < 0.05 else None
        one = Event(
            draw.choice(PEOPLE), "retracted" if back else kind, on.isoformat(), ahead.isoformat() if ahead else None,
            draw.choice(("10:00", "23:45")) if timed else None, draw.choice(ZONES[:3]) if timed else None,
            draw.choice((None, 30, 45)) if timed else None, draw.choice(("", "bring the list")), back,
            logged_on=day.isoformat(), seq=seq,
        )  # fmt: skip
        if back:
            one = replace(one, person=log[back - 1].person)
        log.append(one)
    return log, day


def some_words(draw: random.Random) -> list[Referral]:
    """Return lines of a ledger of who named whom."""
    found = []
    for number in range(draw.randint(0, 5)):
        on = (START + timedelta(days=draw.randrange(80))).isoformat()
        named = draw.choice((*PEOPLE, ""))
        found.append(Referral(draw.choice(PEOPLE), named, draw.choice(("Gil", "", "Hal")), on, number=number,
                              intro=draw.choice(("me", "them"))))  # fmt: skip
    return found


def course(seed: int) -> Iterator[object]:
    """Yield what holds on some days of a campaign."""
    draw = random.Random(f"course {seed}")  # noqa: S311  # the same course each time
    log, last = some_log(draw)
    days, ledger = CALENDARS[seed % 2], some_words(draw)
    decided = {"p0002": [START.isoformat()]} if draw.random() < 0.5 else {}
    cadences = {"p0003": draw.choice((0, 10, 45))}
    for ago in (60, 20, 5, 0, -40):
        today = last - timedelta(days=ago)
        known = [one for one in log if one.logged_on <= today.isoformat()]
        back = {one.retracts for one in known}
        standing = [one for one in known if one.seq not in back and one.event != "retracted"]
        logs = {who: [one for one in standing if one.person == who] for who in PEOPLE}
        noted = {"p0004": [START.isoformat(), today.isoformat()]}
        beside = besides(logs, [one for one in ledger if one.on <= today.isoformat()], decided, cadences, noted)
        yield f"--- {seed} {today} {days.weekend}"
        yield sorted(beside.items())
        folded = {who: fold(one, today, days, beside.get(who, NOTHING), 30) for who, one in logs.items() if one}
        yield from folded.items()
        whole = Campaign(folded, COMPANIES, days, {"C3": 3, "C2": 1} if seed % 3 else {})
        yield agenda(folded, today)
        yield full(whole), day_bites(whole, today), day_bites(whole, START, "p0002")
        yield second_contacts(whole, {"northwind": ["p0003", "p0007"], "fabrikam": ["p0004"]})
        for who in PEOPLE:
            found = bites(who, whole, today)
            yield who, [(one, bite_words(one, {"p0002": "Ana"}), company_reason(one, "Northwind")) for one in found]
            yield [offer_words(today, one, {}) for one in found if one.cap == "C9"], thanks_words([who], {})
            if who in folded:
                held = folded[who]
                yield log_reason(held, today), reminder_bite(who, held), owes_thanks(held)
                yield goodwill(logs[who], held, today), talks(logs[who], today, days)
                mine = [one for one in known if one.person == who]
                about = Whose(who, "Ana", mine, beside.get(who, NOTHING), private=ago == 5, second=ago and 3)
                yield from dates(replace(about, second_now=ago > 5), today, days)


def tables() -> Iterator[object]:
    """Yield the tables of the campaign."""
    for name in ("EVENTS", "STAGES", "DEBTS", "CADENCE", "WARNINGS", "IMPOSSIBLE"):
        for key, row in getattr(stages, name).items():
            yield f"{name} {key}: {row}"
    yield stages.ANSWER_DAYS, stages.DEFERRED_DAYS, stages.LATE_THANKS, sorted(stages.REMINDED)
    for at, minutes, zone in product(
        (None, "10:00", "23:45"), (None, 45), (None, "Europe/Berlin", "my time", "localtime")
    ):
        clock = date(2026, 3, 28)
        yield at, minutes, zone, thanks_by(clock, time_of(at), minutes, zone)


def time_of(text: str | None) -> time | None:
    """Return a time, None for none."""
    return time.fromisoformat(text) if text else None


def typed() -> Iterator[object]:
    """Yield what entries as typed come to, or why they are refused."""
    calls: list[tuple[str, Callable[[], object]]] = [
        *((f"{one.event} {one.on} {one.ahead} {one.at}", partial(entry, "p0002", one, START)) for one in TYPED),
        *((f"offered {times}", partial(offered, times, START)) for times in OFFERS),
        *((f"past {text}", partial(past_day, text, START)) for text in ("", "2026-03-02", "2026-03-03", "2026-02-30")),
        *((f"first {one.event}", partial(check_possible, [], one, Workdays())) for one in FIRST),
    ]
    for name, call in calls:
        try:
            yield name, call()
        except RefusedError as fault:
            yield name, fault.code, str(fault)


PAGES: dict[str, Callable[[], Iterator[object]]] = {"tables": tables, "typed": typed}
PAGES |= {f"{seed:02}": partial(course, seed) for seed in range(COURSES)}


@pytest.mark.parametrize("page", PAGES)
def test_a_campaign_goes_as_it_went(page: str) -> None:
    """A reminder too early, a debt never told, or a limit passed over would stand in no error."""
    lines = (one if isinstance(one, str) else shown(one) for one in PAGES[page]())
    hold(FOLDER / f"{page}.txt", (shortened(line, LONG) for line in lines))


@pytest.mark.slow
@pytest.mark.deep
def test_more_campaigns_go_as_they_went() -> None:
    """What sixteen campaigns do not meet, a hundred more may; of these each is kept as a digest."""
    seeds = range(100, 200)
    hold(FOLDER / "more.txt", (f"{seed} {digest(map(shown, course(seed)))}" for seed in seeds))
