"""The correction loop: titles matching is not sure of, and what the user says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.app.session import Session
from netscout.model.settled import Doubt, Settled, title_key

if TYPE_CHECKING:
    from netscout.app.pipeline import Study
    from netscout.model.target import Target
    from netscout.tables import Candidates

_ORDER = {"match": 0, "related": 1, "unknown": 2, "no": 2, "": 2}


def doubtful(session: Session, target: str | None = None, most: int = 20) -> tuple[list[Doubt], int]:
    """Return the titles worth a question for a target (None: the first one), most useful first, and how many there are.

    Raises:
        SettingsError: there is no target of that name.
    """
    from netscout.app.pipeline import candidates, study

    goal = session.plan().target(target)
    with session.open() as workspace:
        found = study(session, workspace)
    return doubts_of(found, candidates(found, goal), goal, most)


def doubts_of(found: Study, table: Candidates, target: Target | None, most: int) -> tuple[list[Doubt], int]:
    """Return the titles worth a question among those who may stand on a list, and how many there are in all.

    Titles of one plain form are one question. Those that stand on a list uncertainly come first, then those not
    understood; more people before fewer.
    """
    from netscout.matching.doubts import choices

    doubts: dict[str, Doubt] = {}
    for one in _each(found, table, target):
        key = title_key(one.title)
        known = doubts.get(key)
        if known is None:
            doubts[key] = one
        else:
            surer = known if _ORDER[known.verdict] <= _ORDER[one.verdict] else one
            doubts[key] = replace(surer, title=known.title, people=known.people + 1)
    order = sorted(doubts, key=lambda key: (_ORDER[doubts[key].verdict], -doubts[key].people, key))
    shown = [doubts[key] for key in order[:most]]
    return [replace(one, choices=choices(one.title)) if _is_open(one) else one for one in shown], len(order)


def _is_open(one: Doubt) -> bool:
    """Say whether the job itself is in doubt, not only whether it fits."""
    return one.verdict not in ("match", "related") or "may mean" in one.why


def holders(session: Session, title: str) -> int:
    """Return how many people hold a title, in any dress."""
    from netscout.app.pipeline import people_table
    from netscout.matching.plain import plain

    key = title_key(title)
    with session.open() as workspace:
        people = people_table(workspace)
    written = people["title"].where(people["title"] != "", people["headline"])
    near = [(one, title_key(one)) for one in written if key in title_key(one)]
    return sum(own == key or title_key(plain(one)) == key for one, own in near)


def _each(found: Study, table: Candidates, target: Target | None) -> Iterator[Doubt]:
    """Yield the doubt about each person who may stand on a list, under the plain form of the title."""
    from netscout.matching.doubts import why_doubtful
    from netscout.matching.plain import answer_for
    from netscout.model.verdict import TitleVerdict

    free = table["excluded"].to_numpy() == ""
    read = (found.titles["name"], found.titles["reason"])
    judged = (table["verdict"], table["level"], table["probability"], table["title_reason"])
    for title, name, reason, may, *verdict in zip(found.role, *read, free, *judged, strict=True):
        note = found.memory.note(title)
        if not may or answer_for(found.settled.jobs, title, note.plain) is not None:
            continue
        why = why_doubtful(name, reason, TitleVerdict(*verdict) if target else None, note.senses)
        if why and title_key(note.plain):
            shown = " ".join(note.plain.split()).strip(" -")  # a command line takes a leading dash for an option
            yield Doubt(shown, 1, verdict[0] if target else "", why)


def settle(session: Session, title: str, *, job: str = "", fit: str = "", target: str | None = None) -> str:
    """Note which job a title stands for, or whether it fits a target; return the target's name ("" for a job).

    Raises:
        RefusedError: text is missing, or there is no target to fit.
        SettingsError: there is no target of that name.
    """
    from netscout.errors import RefusedError
    from netscout.store.settled import settle_fit, settle_job

    day = session.today.isoformat()
    goal = session.plan().target(target) if fit else None
    if fit and goal is None:
        raise RefusedError("there is no target yet.", "Say what the job is with --as, or add a target first.")
    with session.open() as workspace:
        if goal is not None:
            settle_fit(workspace, title, goal.name, fit, on=day, now=True)
            return goal.name
        settle_job(workspace, title, job, on=day, now=True)
    return ""


def unsettle(session: Session, title: str) -> bool:
    """Take back everything said of a title; return whether there was anything."""
    from netscout.store.settled import unsettle as forget

    with session.open() as workspace:
        return forget(workspace, title, on=session.today.isoformat())


def settled(session: Session) -> Settled:
    """Return everything said of titles."""
    from netscout.store.settled import settled_titles

    with session.open() as workspace:
        return settled_titles(workspace)


def is_job(words: str) -> bool:
    """Return whether netscout knows a job of these words, be it a name that it offers itself."""
    from netscout.matching.lexicon import lexicon

    return bool(understood(words)) or any(one.name == words for one in lexicon().roles.values())


def understood(job: str) -> str:
    """Return what netscout understands by the words of a job, "" for nothing."""
    from netscout.matching.occupations import classify

    return classify(job).name
