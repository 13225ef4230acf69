"""What changed because of the user's answers: today's lists with the words said since the last page, and without them.

Both sides rest on the same files, settings and day; only the words differ. So a newer export, another day or another
weight never passes for the work of an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from netscout.model.answered import Answered, Move, MovedList, SaidOf, Word
from netscout.model.answers import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from netscout.app.pipeline import Study
    from netscout.app.rank import Scored
    from netscout.app.said import Said
    from netscout.model.ranking import RankedList, RankRow
    from netscout.model.target import Target
    from netscout.store.workspace import Workspace

    Pair = tuple[RankedList, RankedList]

_LEAST = 1e-9
"""Points below which a score is the same."""


class _Place(NamedTuple):
    id: str
    company: str


@dataclass(frozen=True, slots=True)
class _Was:
    """What a person was without the new words."""

    rank: int
    score: float
    verdict: str
    excluded: str


def answered(
    found: Study, workspace: Workspace, targets: Sequence[Target], pairs: Sequence[Pair], count: int
) -> Answered | None:
    """Return what the words said since the last page changed; None if there was no page, or nothing was said since.

    `pairs` are the lists of each target as they are, `count` how many places each has. Nothing is ranked a second time
    where nothing was said.

    Raises:
        StoreError: as `Workspace.reading`.
    """
    from netscout.app.said import said_by
    from netscout.store.page_marks import page_mark

    mark = page_mark(workspace)
    if mark is None:
        return None
    then = said_by(found.session, workspace, mark)
    here = {"", *found.people["id"]}
    words = tuple(one for one in _news(found, then) if one.person in here)
    if not words:
        return None
    found.session.tell("Comparing with your answers left out")
    without = unsaid(found, workspace, then)
    titled = _titled(found, words)
    holders = _holders(words, titled)
    lists, cards = [], []
    for goal, pair in zip(targets or (None,), pairs, strict=True):
        scored = _scored(without, goal, count)
        lists += [_moved(one, before, holders, found) for one, before in zip(pair, scored, strict=True)]
        cards.append(_cards(found, pair, scored))
    shown = tuple(_written(one, titled.get(one.title, ())) for one in words)
    return Answered(mark.day, shown, tuple(lists), tuple(cards))


def unsaid(found: Study, workspace: Workspace, then: Said) -> Study:
    """Return the study as it would be had the user said no more than `then`; what words cannot change is kept."""
    from netscout.app.barred import barred_people
    from netscout.app.pipeline import grouped, measured, understood
    from netscout.model.owner import Owner

    me = found.owner.owner if found.owner else Owner()
    made = found
    if then.settled.jobs != found.settled.jobs:
        known = (found.role, then.settled.jobs, found.memory)
        companies, employers, titles = understood(found.session, found.plan, found.people, me, known)
        made = replace(made, companies=companies, employers=employers, titles=titles)
    if then.labels != found.labels:
        tables = (found.people, found.interactions, made.companies)
        ties = measured(workspace, found.session, tables, me, then.labels)
        groups = grouped(ties, found.links, found.people, made.companies)
        made = replace(made, ties=ties, community=groups)
    return replace(made, said=then, off=barred_people(workspace, found.people, then, found.session.today))


def said_of(found: Study) -> dict[str, SaidOf]:
    """Return the words in force by person, for everybody of the network of whom anything was said; ids ascending."""
    said, days = found.said, dict[str, dict[str, str]]()
    for one in said.events:
        if one.event in EVENTS:
            held = days.setdefault(one.person, {})
            held[one.event] = max(one.on, held.get(one.event, ""))
    people = sorted({*said.known, *said.avoided, *days} & {*found.people["id"]})
    return {one: _said_of(one, said, days.get(one, {})) for one in people}


def _said_of(person: str, said: Said, days: Mapping[str, str]) -> SaidOf:
    label = said.known.get(person)
    events = {name: days[name] for name in EVENTS if name in days}
    return SaidOf(label.label if label else "", label.on if label else "", person in said.avoided, events)


def _news(found: Study, then: Said) -> Iterator[Word]:
    """Yield what was said since, or taken back: labels, whom to keep off, the log, titles."""
    now = found.said
    for person in sorted({*now.known, *then.known}):
        new, old = now.known.get(person), then.known.get(person)
        if (new.label if new else "") != (old.label if old else ""):
            yield Word("label", new.label if new else "", new.on if new else "", person)
    for person in sorted(now.avoided.keys() ^ then.avoided.keys()):
        yield Word("avoid", "yes" if person in now.avoided else "", "", person)
    known, held = {one.seq for one in then.events}, {one.seq for one in now.events}
    yield from (Word("event", one.event, one.on, one.person) for one in now.events if one.seq not in known)
    yield from (Word("event", "", one.on, one.person) for one in then.events if one.seq not in held)
    yield from _titles(found, "job", now.settled.jobs, then.settled.jobs)
    for target in sorted({*now.settled.fits, *then.settled.fits}):
        yield from _titles(found, "fit", now.settled.said_of(target), then.settled.said_of(target), target)


def _titles(
    found: Study, kind: str, now: Mapping[str, str], then: Mapping[str, str], target: str = ""
) -> Iterator[Word]:
    """Yield what was said of titles; `title` is its key as yet."""
    named = {one.name.casefold(): one.name for one in found.plan.targets}
    for key in sorted({*now, *then}):
        if now.get(key, "") != then.get(key, "") and (not target or target in named):
            yield Word(kind, now.get(key, ""), title=key, target=named.get(target, ""))


def _titled(found: Study, words: Sequence[Word]) -> dict[str, list[tuple[str, str]]]:
    """Return (id, title) of everybody for whom an answer about a title holds, by the key of that title."""
    out: dict[str, list[tuple[str, str]]] = {one.title: [] for one in words if one.title}
    if out:
        forms = {title: _forms(title, found) & out.keys() for title in dict.fromkeys(found.role) if title}
        for person, title in zip(found.people["id"], found.role, strict=True):
            for key in forms.get(title, ()):
                out[key].append((person, title))
    return out


def _forms(title: str, found: Study) -> set[str]:
    """Return the keys under which an answer holds for a title."""
    from netscout.model.settled import title_key

    return {title_key(title), title_key(found.memory.note(title).plain)}


def _written(word: Word, held: Sequence[tuple[str, str]]) -> Word:
    """Return the word with its title as somebody writes it, and how many hold it."""
    if not word.title:
        return word
    shown = min((title for _, title in held), key=lambda one: (len(one), one), default=word.title)
    return replace(word, title=shown, people=len(held))


def _holders(words: Sequence[Word], titled: Mapping[str, list[tuple[str, str]]]) -> dict[str, tuple[int, ...]]:
    """Return for each person the words said of them or of their title, by place."""
    out: dict[str, tuple[int, ...]] = {}
    for place, one in enumerate(words):
        for person in [one.person] if one.person else [person for person, _ in titled[one.title]]:
            out[person] = (*out.get(person, ()), place)
    return out


def _scored(without: Study, target: Target | None, count: int) -> tuple[Scored, Scored]:
    from netscout.app.options import RankOptions
    from netscout.app.pipeline import candidates
    from netscout.app.rank import KINDS, score

    table = candidates(without, target)
    first, second = (score(without, table, target, RankOptions(count=count), kind) for kind in KINDS)
    return first, second


def _moved(ranked: RankedList, before: Scored, holders: Mapping[str, tuple[int, ...]], found: Study) -> MovedList:
    """Return everybody whose place on one list differs."""
    places = {pick.id: place for place, pick in enumerate(before.selection.picks, start=1)}
    here = {one.id: ranked.rows[at] for at, one in enumerate(ranked.briefs) if one.rank or one.id in places}
    table = before.scores.table
    rows = table[table["id"].isin(here)]
    excluded = rows["excluded"].tolist()
    was = {
        person: _Was(places.get(person, 0), score, verdict, barred)
        for person, score, verdict, barred in zip(
            rows["id"], rows["score"].tolist(), rows["verdict"], excluded, strict=True
        )
    }
    moves = [
        Move(one.id, was[one.id].rank, one.rank, _direct(one, was[one.id], holders.get(one.id, ())))
        for one in here.values()
        if was[one.id].rank != one.rank
    ]
    moves.sort(key=lambda one: (one.after or len(found.people) + one.before, one.person))
    return MovedList(ranked.target, ranked.list, sum(one.rank > 0 for one in ranked.briefs), tuple(moves))


def _direct(now: RankRow, was: _Was, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words if they moved this person: they changed who may stand here, the work, or the score that way."""
    up = not was.rank or 0 < now.rank < was.rank
    by_score = now.score - was.score > _LEAST if up else was.score - now.score > _LEAST
    changed = (now.excluded or "") != was.excluded or now.verdict != was.verdict
    return words if changed or by_score else ()


def _cards(found: Study, pair: Pair, before: tuple[Scored, Scored]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return who is newly among the first to write to, and who is no longer."""
    from netscout.app.first import first_of, three_of

    company = dict(zip(found.people["id"], found.people["company"], strict=True))
    now = [row.id for row in first_of(pair)]
    first, second = ([_Place(pick.id, company[pick.id]) for pick in one.selection.picks] for one in before)
    then = [one.id for one in three_of(first, second)]
    came, went = (tuple(one for one in now if one not in then), tuple(one for one in then if one not in now))
    return pair[0].target, came, went
