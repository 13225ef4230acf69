"""Each step of the agenda with what helps to do it: a sentence, a command, the entry that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netscout.lang import fill, texts
from netscout.model.agenda import Doing
from netscout.model.days import long_day
from netscout.model.event import Event
from netscout.model.referral import Referral
from netscout.model.standing import Line

_REFERRAL = ("contact-referral", "check-intro")


def doing(line: Line, log: Sequence[Event], named: Sequence[tuple[Referral, str]]) -> Doing:
    """Return what helps with a step of somebody.

    Args:
        line: the step.
        log: the entries of this person, in any order.
        named: whom they named and nobody wrote to yet, each with the name to show.
    """
    values = {
        "person": line.person,
        "meeting": long_day(line.standing.meeting) if line.standing.meeting else "",
        "advice": _advice(line, log),
        **_named(line, named),
    }
    return Doing(*(_filled(key, line, values) for key in ("say", "do", "then")))


def _filled(key: str, line: Line, values: Mapping[str, str]) -> str:
    words, action = texts("doing"), line.step.action
    text = words.get(f"{key}.{action}.{line.standing.stage}", words.get(f"{key}.{action}", ""))
    return fill(text, values) if all(values[one] for one in values if f"{{{{{one}}}}}" in text) else ""


def _advice(line: Line, log: Sequence[Event]) -> str:
    """Return the words of the oldest piece of advice that is open and due on the day of the step."""
    given = [one.note for one in sorted(log, key=lambda one: (one.on, one.seq)) if one.event == "advised"]
    done = sum(one.event in ("advice-followed", "advice-dropped") for one in log)
    later = [one for one in line.standing.debts if one.action == "follow-advice"]
    place = done + (later.index(line.step) if line.step in later else 0)
    return given[place] if line.step.action == "follow-advice" and place < len(given) else ""


def _named(line: Line, named: Sequence[tuple[Referral, str]]) -> dict[str, str]:
    promised = line.step.action == "check-intro"
    found = [(one, name) for one, name in named if (one.intro == "them") == promised]
    if line.step.action not in _REFERRAL or not found:
        return {"named": "", "other": ""}
    return {
        "named": ", ".join(f"{name} ({one.named})" if one.named else name for one, name in found),
        "other": found[0][0].named or found[0][1],
    }
