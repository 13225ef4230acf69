"""The sheet for a talk: questions in the order of the talk, with the clock, the research list and what goes around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from netscout.campaign.bank import (
    BANK,
    BY_ID,
    CONTACT,
    LED_TO,
    MOST_WORDS,
    NEEDS,
    OPENINGS,
    PROCESS,
    REPORT,
    RESUME,
    TWO_WAY,
)
from netscout.campaign.choice import Choice, choose, droppable, worded
from netscout.campaign.fitness import suits
from netscout.campaign.own_questions import count_words
from netscout.campaign.research import ITEMS
from netscout.campaign.timeplan import RESUME_MINUTES, time_plan
from netscout.lang import fill, texts
from netscout.model.days import long_day
from netscout.model.own_question import PHASES
from netscout.model.person import role_at
from netscout.model.sheet import Block, Found, Known, Line, Sheet, TalkFacts

ORDER = (*PHASES[:-1], "late", "free", "close", "resume", "thanks")
"""The parts of a talk: what is free comes before the names, so that these keep their minutes."""
_FIRST_OF_CLOSE = (OPENINGS, PROCESS)
_KNOWN_BY = ("your word", "your log", "messages.csv", "Recommendations_Received.csv")
"""Where it stands that the two have spoken, written or worked with each other."""
_FIRST_FOUND = "news"
"""What is proposed to be looked up first: anybody can, in a few minutes."""
_PLACES = {one.id: place for place, one in enumerate(BANK)}


def prepare(facts: TalkFacts, minutes: int, *, resume: bool = False, offered: bool = False) -> Sheet:
    """Return the sheet for a talk of so many minutes.

    Raises:
        RefusedError: as `time_plan`.
    """
    plan = time_plan(minutes, offered=offered)
    facts = replace(facts, slots=slots(facts, minutes))
    made = choose(facts, plan, resume=resume)
    drops = {one: place for place, one in enumerate(droppable(made), 1)}
    parts = {name: tuple(replace(one, drop=drops.get(one.id, 0)) for one in _lines(made, name)) for name in ORDER}
    return Sheet(
        facts,
        minutes,
        _head(facts, minutes),
        _blocks(made, parts),
        _said(facts, minutes),
        tuple(Found(one.part, word, one.what, facts.found.get(word, "")) for word, one in ITEMS.items()),
        _form(facts),
        _two_way(facts),
        tuple(texts("sheet")[f"notes.{number}"] for number in range(1, 6)),
        _known(facts, parts),
        (*made.remarks, *_remarks(facts)),
    )


def slots(facts: TalkFacts, minutes: int) -> Mapping[str, str]:
    """Return the values of the slots: those given, what was found, and what the talk itself says."""
    found = {key: clean(value) for key, value in facts.found.items()}
    companies = facts.asked_companies
    listed = " or ".join(one for one in (", ".join(companies[:-1]), *companies[-1:]) if one)
    given = {
        "minutes": str(minutes),
        "target_company": listed,
        "company": facts.company,
        "shared": found.get("shared", ""),
        "my_field": found.get("field", ""),
        "range": found.get("pay", ""),
        "news": found.get("news", ""),
        "other_company": found.get("rivals", ""),
        "resource": found.get("resource", ""),
        "referrer": facts.referrer if facts.may_use_name == "yes" else "",
    }
    return {**given, **facts.slots}


def clean(text: str) -> str:
    """Return what was found as it stands inside a sentence: one line, no mark at its end."""
    return " ".join(text.split()).rstrip(" .;:,!?")


def _known(facts: TalkFacts, parts: Mapping[str, tuple[Line, ...]]) -> tuple[Known, ...]:
    """Return all that the user wrote down, each line with the question it led to."""
    asked = {LED_TO[line.id]: line.id for lines in parts.values() for line in lines if line.id in LED_TO}
    return tuple(Known(word, ITEMS[word].what, facts.found[word], asked.get(word, "")) for word in facts.typed)


def _lines(made: Choice, name: str) -> list[Line]:
    """Return the questions of a part; sensitive ones stand in the late part, whatever phase they belong to."""
    if name == "late":
        return [line for phase in PHASES[:-1] for _, line in made.lines[phase] if _is_late(line)]
    if name == "resume" and made.resume:
        return [Line(RESUME, "resume", worded(BY_ID[RESUME], made.facts), RESUME_MINUTES)]
    found = [line for _, line in made.lines.get(name, ()) if not _is_late(line)]
    return sorted(found, key=_natural)


def _natural(line: Line) -> tuple[bool, bool, int]:
    """Return by what the questions of a part are ordered: openings, the user's own, then as in the bank."""
    return line.id not in _FIRST_OF_CLOSE, line.id in BY_ID, _PLACES.get(line.id, 0)


def _is_late(line: Line) -> bool:
    return line.id in BY_ID and "S" in BY_ID[line.id].flags


def _blocks(made: Choice, parts: Mapping[str, tuple[Line, ...]]) -> tuple[Block, ...]:
    late = {phase: sum(one.minutes for one in parts["late"] if one.phase == phase) for phase in PHASES}
    lengths = {phase: minutes - late[phase] for phase, minutes in made.plan.phases.items()}
    lengths["close"] += sum(one.minutes for one in parts["close"] if one.id in _FIRST_OF_CLOSE)
    lengths |= {
        "late": sum(late.values()),
        "free": made.free,
        "resume": RESUME_MINUTES * made.resume,
        "thanks": made.plan.thanks,
    }
    for name in (*PHASES, "late"):
        if not parts[name]:  # nothing to ask: its minutes are free
            lengths["free"] += lengths[name]
            lengths[name] = 0
    blocks, clock = [], 0
    for name in ORDER:
        if lengths[name]:
            blocks.append(Block(name, clock, clock + lengths[name], parts[name]))
            clock += lengths[name]
    return tuple(blocks)


def _head(facts: TalkFacts, minutes: int) -> tuple[tuple[str, str], ...]:
    words = texts("sheet")
    role = role_at(facts.role, facts.company)
    day = long_day_of(facts.day)
    when = ", ".join(one for one in (day, " ".join(one for one in (facts.at, facts.zone) if one)) if one)
    length = fill(words["when.minutes"], {"minutes": str(minutes)})
    referrer = ""
    if facts.referrer:
        key = "referrer.yes" if facts.may_use_name == "yes" else "referrer.no"
        referrer = fill(words[key], {"name": facts.referrer})
        referrer += f' ("{facts.referrer_words}")' if facts.referrer_words else ""
    ties = " ".join(sentence for sentence, _ in facts.ties) or words["ties.none"]
    rows = {
        "who": ", ".join(one for one in (facts.name, role) if one),
        "ties": ties,
        "when": "; ".join(one for one in (when, length) if one),
        "where": facts.place,
        "mode": words[f"mode.{facts.mode}"],
        "referrer": referrer,
        "outcome": facts.outcome,
    }
    return tuple((words[f"head.{key}"], value) for key, value in rows.items() if value or key in ("where", "outcome"))


def long_day_of(day: str) -> str:
    """Return `2026-03-23` as "Monday 23 March 2026", "" for no day."""
    from datetime import date

    return long_day(date.fromisoformat(day)) if day else ""


def _said(facts: TalkFacts, minutes: int) -> Mapping[str, tuple[str, ...]]:
    words = texts("sheet")
    me = facts.introduction[0] if facts.introduction and not _know_each_other(facts) else ""
    values = {"minutes": str(minutes)}
    purpose = words[f"said.purpose.{facts.mode}"]
    opening = (words["said.start"], me, _goal(facts), purpose, fill(words["said.minutes"], values))
    bank = texts("questions")
    return {
        "opening": tuple(one for one in opening if one),
        "thanks": (bank[CONTACT], bank[REPORT], fill(words["said.stop"], values)),
    }


def _goal(facts: TalkFacts) -> str:
    """Return why the user comes: to find out about the work, or what their own is like elsewhere."""
    words = texts("sheet")
    key = "intro.own" if facts.own_trade else "intro.why"
    return fill(words[key], {"field": facts.field_of_work}) if facts.field_of_work else ""


def _know_each_other(facts: TalkFacts) -> bool:
    """Return whether they know the user by name: to be told it would be odd."""
    return any(source in _KNOWN_BY for _, source in facts.ties)


def _form(facts: TalkFacts) -> tuple[str, ...]:
    words = texts("sheet")
    place = facts.place.casefold()
    remote = any(one in place for one in ("phone", "video", "call", "online", "http", "teams", "zoom", "+"))
    if remote:
        return (words["form.online"],)
    return (words["form.best"], words["form.person"], words["form.online"])


def _two_way(facts: TalkFacts) -> tuple[str, ...]:
    words = texts("sheet")
    draws = words["intro.yours.own" if facts.own_trade else "intro.yours"]
    lines = (*facts.introduction[1:], _goal(facts), draws)  # the name was said at the start
    said = " ".join(one for one in lines if one)
    return (texts("questions")[TWO_WAY], said)


def _remarks(facts: TalkFacts) -> list[str]:
    words = texts("sheet")
    found = []
    if not facts.outcome:
        found.append(words["remark.outcome"])
    if not facts.asked_companies:
        found.append(words["remark.no_companies"])
    if facts.referrer and facts.may_use_name != "yes":
        found.append(fill(words["remark.own_referrer"], {"name": facts.referrer}))
    known = [one for one in BANK if one.id in NEEDS and facts.found.get(NEEDS[one.id]) and suits(one, facts)]
    found += [fill(words["remark.long"], {"id": one.id}) for one in known if _is_too_long(one.id, facts)]
    left = sorted(
        (word for word in ITEMS if not facts.found.get(word)),
        key=lambda one: (one not in NEEDS.values(), one != _FIRST_FOUND),
    )
    if left:
        command = f'netscout prep {facts.id} --found {left[0]} "..."'
        found.append(fill(words["remark.research"], {"count": str(len(left)), "command": command}))
    return found


def _is_too_long(key: str, facts: TalkFacts) -> bool:
    try:
        return count_words(fill(texts("questions")[key], facts.slots)) > MOST_WORDS
    except KeyError:
        return False
