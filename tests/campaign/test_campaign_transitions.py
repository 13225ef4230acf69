"""What every entry does at every stage, written out: `data/transitions.txt` has a line for each.

A line ends with a digest of how things stand 70 days later, and after one more entry of each of four kinds.
Run with REWRITE_GOLDEN=1 to write what holds now, and look at the difference.
"""

from __future__ import annotations

import hashlib
import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from netscout.campaign.fold import fold, is_impossible
from netscout.campaign.stages import EVENTS
from netscout.campaign.workdays import Workdays
from netscout.model.event import Event
from netscout.model.standing import Standing
from tests.campaign.campaign_log import day, log
from tests.campaign.test_campaign_stages import ROWS

PAGE = Path(__file__).parent / "data" / "transitions.txt"
PLAIN = Workdays()
LATER = ("asked", "followed-up", "thanked", "met")
"""Entries that are tried after the first: a request, a reminder, thanks, a talk."""
STARTS = {" ".join(one[:2]): one for one in ROWS}


def told(found: Standing) -> str:
    """Return a standing in a line: row, step, debts, what stands beside, flags, warnings."""
    steps = [f"{one.action} {one.due or ''}/{one.overdue or ''}" for one in (found.step, *found.debts, *found.sides)]
    flags = [name for name in ("asking", "declined") if getattr(found, name)]
    days = [str(one or "") for one in (found.since, found.asked, found.may_ask_from, found.meeting, found.talk)]
    codes = [code for _, code in found.warnings]
    return " | ".join((found.row, ", ".join(steps), " ".join(days), " ".join([*flags, *codes]), str(found.skipped)))


def entry(event: str, on: date, seq: int) -> Event:
    """Return an entry with a note, and with a day three weeks ahead where it may speak of one."""
    ahead = (on + timedelta(days=21)).isoformat() if EVENTS[event].ahead else None
    return Event("p0001", event, on.isoformat(), for_day=ahead, note="why", seq=seq)


def lines(start: str) -> list[str]:
    """Return what each entry comes to after the log of a line of the table of stages."""
    _, today, entries, *_ = STARTS[start]
    known, on = log(*entries), day(today) + timedelta(days=1)
    found = []
    for event in EVENTS:
        first = [*known, entry(event, on, 90)]
        sure = "cannot be" if is_impossible(known, first[-1], PLAIN) else "then"
        deeper = [told(fold(first, on + timedelta(days=70), PLAIN))]
        for after, second in zip((0, 1, 40, 2), LATER, strict=True):
            then = on + timedelta(days=after)
            deeper.append(told(fold([*first, entry(second, then, 91)], then, PLAIN)))
        later = hashlib.sha256("\n".join(deeper).encode()).hexdigest()[:8]
        found.append(f"{event}: {sure} {told(fold(first, on, PLAIN))} ~{later}")
    return found


@pytest.mark.parametrize("start", STARTS)
def test_every_entry_at_every_stage(start: str) -> None:
    """An entry would lead elsewhere than it did, owe something else, or pass without its warning, unseen."""
    text = PAGE.read_text(encoding="utf-8").splitlines() if PAGE.is_file() else []
    sections: dict[str, list[str]] = {}
    for line in text:
        if line.startswith("# "):
            now = sections.setdefault(line[2:], [])
        else:
            now.append(line)
    fresh = lines(start)
    if os.environ.get("REWRITE_GOLDEN"):
        sections[start] = fresh
        held = [line for name in STARTS for line in (f"# {name}", *sections.get(name, ()))]
        PAGE.write_text("\n".join(held) + "\n", encoding="utf-8")
        return
    assert fresh == sections[start]
