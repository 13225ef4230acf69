"""Which questions a talk holds: what every sheet asks, then the user's own, then what fits best, within the time."""

from __future__ import annotations

from dataclasses import dataclass, field

from netscout.campaign.bank import (
    BANK,
    BY_ID,
    COMPANIES,
    CONTACT,
    FRAME,
    LED_TO,
    MOST_WORDS,
    NAME_USE,
    NAMES,
    NEEDS,
    OPENINGS,
    PROCESS,
    REPORT,
    RESUME,
    Asked,
)
from netscout.campaign.fitness import fit, suits
from netscout.campaign.own_questions import BARRING, count_words, look_over
from netscout.campaign.research import stays_open
from netscout.campaign.timeplan import RESUME_MINUTES, TimePlan
from netscout.lang import fill, texts
from netscout.model.own_question import PHASES
from netscout.model.sheet import Line, TalkFacts

_SPECIAL = frozenset((FRAME, COMPANIES, CONTACT, REPORT, RESUME, OPENINGS, PROCESS))
"""Chosen by rule or printed as fixed lines, never by fit."""
CULTURE_TWO_FROM = 20
"""Minutes from which two questions about culture are asked."""
KEPT = frozenset((FRAME, NAMES, NAME_USE))
"""Never dropped."""
OPEN_POINTS, OWN_POINTS, FIXED_POINTS = 50, 100, 200
"""What goes last when the time shrinks: openings asked about openly, the user's own, people at target companies."""


@dataclass(slots=True)
class Choice:
    """What was chosen so far: lines by phase with their points, and what was left out with the reason."""

    facts: TalkFacts
    plan: TimePlan
    room: dict[str, int]
    most: int
    lines: dict[str, list[tuple[int, Line]]] = field(default_factory=lambda: {one: [] for one in PHASES})
    asked: list[Asked] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    free: int = 0
    resume: bool = False

    @property
    def count(self) -> int:
        """Return how many questions were chosen."""
        return sum(len(one) for one in self.lines.values()) + self.resume

    def take(self, one: Asked, text: str, points: int, beside: str = "") -> None:
        """Put a question of the bank into its phase."""
        self.asked.append(one)
        self._put(Line(one.id, one.phase, text, one.minutes, one.family, beside=beside), points)

    def take_own(self, line: Line) -> None:
        """Put a question of the user's own into its phase."""
        self._put(line, OWN_POINTS)

    def _put(self, line: Line, points: int) -> None:
        self.lines[line.phase].append((points, line))
        self.room[line.phase] -= line.minutes


def choose(facts: TalkFacts, plan: TimePlan, *, resume: bool = False) -> Choice:
    """Return the questions of a talk; the same facts give the same choice."""
    made = Choice(facts, plan, dict(plan.phases), plan.questions, free=plan.free)
    _take_openly(made, resume=resume)
    for key in (FRAME, NAMES, COMPANIES, NAME_USE):
        _take_fixed(made, key)
    _take_culture(made)
    _take_own(made)
    for phase in PHASES:
        _fill(made, phase)
    return made


def worded(one: Asked, facts: TalkFacts) -> str:
    """Return a question with its slots filled; "" where one is empty or it would be too long to say."""
    template = texts("questions")[one.id]
    try:
        text = fill(template, {key: value for key, value in facts.slots.items() if value})
    except KeyError:
        return ""
    return text if count_words(text) <= MOST_WORDS or one.id == COMPANIES else ""


def is_researched(one: Asked, facts: TalkFacts) -> bool:
    """Return whether a question is on: P where its line was found, O where something stays open after it."""
    found = facts.found.get(NEEDS.get(one.id, ""), "")
    if "O" in one.flags:
        return bool(found) and stays_open(found)
    return bool(found) or "P" not in one.flags


def culture_wanted(minutes: int) -> int:
    """Return how many questions about culture a talk of so many minutes holds at least."""
    return 2 if minutes >= CULTURE_TWO_FROM else 1


def droppable(made: Choice) -> list[str]:
    """Return the ids of questions in the order they go when the time shrinks; what every sheet asks is not there."""
    first = {line.id for _, line in made.lines["culture"][: culture_wanted(made.plan.minutes)]}
    rows = [(points, place, line.id) for place, (points, line) in enumerate(_all(made)) if line.id not in KEPT | first]
    return [one for _, _, one in sorted(rows, key=lambda row: (row[0], -row[1]))]


def _all(made: Choice) -> list[tuple[int, Line]]:
    return [one for phase in PHASES for one in made.lines[phase]]


def _take_openly(made: Choice, *, resume: bool) -> None:
    """Take the minutes of openings and of the resume out of the free ones; those about openings come first."""
    wanted = [BY_ID[one] for one in (OPENINGS, PROCESS) if made.facts.mode == "job-seeking"]
    spare = made.free - RESUME_MINUTES * resume
    left = spare if any(one.minutes <= spare for one in wanted) else made.free
    for one in wanted:
        if one.minutes <= left:
            left -= one.minutes
            made.free -= one.minutes
            made.room["close"] += one.minutes
            made.take(one, worded(one, made.facts), OPEN_POINTS)
    made.resume = resume and made.free >= RESUME_MINUTES
    made.free -= RESUME_MINUTES * made.resume
    if resume and not made.resume:
        made.remarks.append(texts("sheet")["remark.no_resume"])


def _take_fixed(made: Choice, key: str) -> None:
    text = worded(BY_ID[key], made.facts)
    if text:
        made.take(BY_ID[key], text, FIXED_POINTS)


def _take_culture(made: Choice) -> None:
    """Take the questions about culture that every sheet holds, short ones where the user has one of their own."""
    wanted = culture_wanted(made.plan.minutes)
    own = sum(one.minutes for one in made.facts.own if one.phase == "culture")
    for place in range(wanted):
        least = wanted - place - 1  # a minute is left for each still to come
        room = made.room["culture"] - least
        _take_best(made, "culture", max(1, room - own))


def _take_own(made: Choice) -> None:
    words = texts("sheet")
    for number, own in enumerate(made.facts.own, 1):
        values = {"number": str(number)}
        found = look_over(own.text, made.facts.mode)
        made.remarks += [f"{fill(words['own.lead'], values)} {one.text}" for one in found]
        if BARRING & {one.check for one in found}:
            made.remarks.append(fill(words["own.off"], values))
        elif own.minutes > made.room[own.phase] or _is_full(made):
            made.remarks.append(fill(words["own.no_room"], values))
        else:
            made.take_own(Line(f"own-{number}", own.phase, own.text, own.minutes))


def _fill(made: Choice, phase: str) -> None:
    while _take_best(made, phase, made.room[phase]):
        pass


def _is_full(made: Choice) -> bool:
    return made.count >= made.most


def _take_best(made: Choice, phase: str, room: int) -> bool:
    """Take the question that fits best into so many minutes; return whether there was one."""
    if _is_full(made):
        return False
    taken = {one.id for one in made.asked}
    best: tuple[int, str, Asked, str] | None = None
    for one in BANK:
        if one.phase != phase or one.minutes > room or one.id in taken or not _may(one, made.facts):
            continue
        text = worded(one, made.facts)
        points = fit(one, text, made.facts, made.asked) if text else 0
        if text and (best is None or points > best[0]):
            best = (points, one.id, one, text)
    if best is None:
        return False
    made.take(best[2], best[3], best[0], _beside(best[2], made.facts))
    return True


def _may(one: Asked, facts: TalkFacts) -> bool:
    by_rule = one.id in _SPECIAL or "W" in one.flags or "X" in one.flags or "J" in one.flags
    return not by_rule and suits(one, facts) and is_researched(one, facts)


def _beside(one: Asked, facts: TalkFacts) -> str:
    """Return what the user found of the topic, where the question does not say it itself."""
    word = LED_TO.get(one.id, "")
    found = facts.found.get(word, "") if "P" not in one.flags else ""
    return fill(texts("sheet")["found_so_far"], {"found": found}) if found else ""
