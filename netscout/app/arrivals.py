"""Who came to a target between two exports: at a company it names, or in the work it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.lang import fill, texts
from netscout.model.changes import Arrival, Step
from netscout.model.person import role_at

if TYPE_CHECKING:
    from netscout.matching.memory import TitleMemory
    from netscout.model.owner import Position
    from netscout.model.settled import Settled
    from netscout.model.target import Target
    from netscout.model.verdict import TitleVerdict

_RANKS = {"match": 2, "related": 1}
_NEAR = ("neighbour", "same-code")
_TARGETS = "\0"
"""Stands in a sentence for the names of targets until all are known; no text of an export holds it."""
_ORDER = (("role", "match"), ("company", "match"), ("role", "related"), ("company", "related"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What titles and companies are read with.

    `sectors` is the field of business by company cell as written, `aliases` the user's own names of companies,
    `positions` the user's own work, which is not news where it is merely near a target, `memory` what titles said
    before.
    """

    settled: Settled
    aliases: Mapping[str, str]
    sectors: Mapping[str, str]
    positions: tuple[Position, ...]
    memory: TitleMemory


def arrivals(steps: Sequence[Step], targets: Sequence[Target], reading: Reading) -> tuple[Arrival, ...]:
    """Return who fits a target better than in the older export, the most telling first.

    Somebody new fitted nothing before. Reading titles takes a second the first time; no table library is needed.
    """
    if not steps:
        return ()
    found = [
        (place, one)
        for place, goal in enumerate(sorted(targets, key=lambda one: -one.motivation))
        for one in (*_at_companies(steps, goal, reading), *_in_roles(steps, goal, reading))
    ]
    found.sort(key=lambda pair: _weight(*pair))
    return _joined(_told([one for _, one in found]))


def _weight(place: int, one: Arrival) -> tuple[object, ...]:
    kind = _ORDER.index((one.why, one.verdict))
    return (kind, one.new, place, one.name.casefold(), len(one.person), one.person)


def _at_companies(steps: Sequence[Step], goal: Target, reading: Reading) -> Iterator[Arrival]:
    from netscout.matching.companies import CompanyMatcher

    if not goal.companies:
        return
    matcher = CompanyMatcher(goal.companies, reading.aliases)
    now = matcher.judge_all([one.company for one in steps])
    was = matcher.judge_all([one.company_before for one in steps])
    for step, after, before in zip(steps, now, was, strict=True):
        if _RANKS.get(after.verdict, 0) > _RANKS.get(before.verdict, 0):
            values = {"before": step.company_before or _nothing(), "after": step.company, "reason": after.reason}
            sentence = _sentence("company", after.verdict, step, values)
            places = (step.company_before, step.company)
            yield Arrival(step.person, step.name, goal.name, "company", after.verdict, *places, step.new, sentence)


def _in_roles(steps: Sequence[Step], goal: Target, reading: Reading) -> Iterator[Arrival]:
    now = _verdicts([(one.title, one.company) for one in steps], goal, reading)
    was = _verdicts([(one.title_before, one.company_before) for one in steps], goal, reading)
    for step, after, before in zip(steps, now, was, strict=True):
        if _RANKS.get(after, 0) > _RANKS.get(before, 0):
            places = (_role(step.title_before, step.company_before), _role(step.title, step.company))
            values = {"before": places[0] or _nothing(), "after": places[1]}
            sentence = _sentence("role", after, step, values)
            yield Arrival(step.person, step.name, goal.name, "role", after, *places, step.new, sentence)


def _verdicts(cells: Sequence[tuple[str, str]], goal: Target, reading: Reading) -> list[str]:
    """Return the verdict on each title at a company; work like the user's own is not related to a target."""
    from netscout.matching.occupations import classify, own_roles
    from netscout.matching.verdicts import TargetMatcher, judge_rows

    matcher = TargetMatcher(goal.roles, reading.settled, goal.name)
    employers = [reading_of(company, reading.sectors) for _, company in cells]
    judged = judge_rows([title for title, _ in cells], employers, matcher, reading.memory)
    mine = own_roles((one.title, reading_of(one.company, reading.sectors)) for one in reading.positions)

    def is_own(title: str, employer: str, one: TitleVerdict) -> bool:
        near = one.verdict == "related" and one.level in _NEAR and one.probability < 1
        return near and mine.get(classify(title, employer).role, False)

    return [
        "no" if is_own(title, employer, one) else one.verdict
        for (title, _), employer, one in zip(cells, employers, judged, strict=True)
    ]


def reading_of(company: str, sectors: Mapping[str, str]) -> str:
    """Return a company with its field of business, as titles are read with it."""
    return f"{company} {sectors.get(company, '')}"


def _role(title: str, company: str) -> str:
    return role_at(title, company)


def _nothing() -> str:
    return texts("changes")["nothing"]


def _sentence(why: str, verdict: str, step: Step, values: Mapping[str, str]) -> str:
    """Return the sentence; that about work still has the place of the targets open (`_told`)."""
    key = f"{why}_{'new' if step.new else 'moved'}{'' if verdict == 'match' else '_related'}"
    name = step.name or "(no name)"
    return fill(texts("changes")[key], {"name": name, "targets": _TARGETS, **values})


def _told(found: list[Arrival]) -> list[Arrival]:
    """Name in each sentence every target to which the same change brought somebody."""
    from dataclasses import replace

    names: dict[tuple[str, str], list[str]] = {}
    for one in found:
        names.setdefault((one.person, one.sentence), []).append(f'"{one.target}"')
    return [
        replace(one, sentence=one.sentence.replace(_TARGETS, _listing(names[one.person, one.sentence])))
        for one in found
    ]


def _listing(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _joined(found: list[Arrival]) -> tuple[Arrival, ...]:
    """Let the sentence about somebody's work say as well that they came to a company the target names."""
    from dataclasses import replace

    there = {one.person for one in found if (one.why, one.verdict) == ("company", "match")}
    words = texts("changes")["named_company"]
    return tuple(
        replace(one, sentence=fill(words, {"sentence": one.sentence}))
        if one.why == "role" and one.person in there
        else one
        for one in found
    )
