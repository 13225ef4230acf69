"""Targets: add, remove, and what their words resolved to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.errors import RefusedError
from netscout.model.report import TargetCheck
from netscout.model.target import Target, fault_of
from netscout.settings import add_target, remove_target

if TYPE_CHECKING:
    from datetime import date

    from netscout.app.pipeline import Study
    from netscout.model.person import Person
    from netscout.model.referral import Decision

NO_EMPLOYER = (
    "Your present employer is not in this export, so colleagues and your manager may stand on the lists. "
    'Keep them off: write employer = "..." under [me] in targets.toml, or give `netscout start --employer`.'
)


def add(session: Session, target: Target) -> bool:
    """Write a target to targets.toml; return whether it replaced one of the same name.

    Raises:
        RefusedError: an empty name or role, or no role at all; a name of several lines; a motivation out of range; a
            seniority that is none.
    """
    if not target.name.strip() or not target.roles or not all(role.strip() for role in target.roles):
        raise RefusedError(
            "a target needs a name and role words.", 'For example: netscout target add ux --role "UX Researcher"'
        )
    if not 1 <= target.motivation <= 5:
        raise RefusedError("motivation is a whole number from 1 to 5.", "1 is mild interest, 5 the dream.")
    if fault := fault_of(target):
        raise RefusedError(*fault)
    known = {one.name.casefold() for one in session.plan().targets}
    add_target(session.targets_file, target)
    return target.name.casefold() in known


def remove(session: Session, name: str) -> bool:
    """Remove a target with its stored ranking; return whether there was one of that name."""
    from netscout.app.state import is_started
    from netscout.store.ranking import forget_lists

    removed = remove_target(session.targets_file, name)
    if removed and is_started(session):
        with session.open() as workspace:
            forget_lists(workspace, ["", *(one.name for one in session.plan().targets)])
    return removed


@dataclass(frozen=True, slots=True)
class Decided:
    """What was noted, who is owed a word of it, and by when the first of them."""

    decision: Decision
    owed: tuple[Person, ...] = ()
    due: date | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `target decide --json`."""
        owed = [{"person": one.id, "name": one.shown_name} for one in self.owed]
        return {"decision": self.decision, "owed": owed, "due": self.due.isoformat() if self.due else None}


def decide(session: Session, name: str, answer: str, why: str = "") -> Decided:
    """Note what the user decided about a target; return it with who is owed a word of it.

    Raises:
        SettingsError: there is no target of that name.
        RefusedError: there is no target yet, or too long a reason.
        StoreError: the workspace cannot be written; nothing is noted.
    """
    from netscout.app.campaign import desk
    from netscout.campaign.form import line
    from netscout.model.referral import Decision
    from netscout.store.people import person_of
    from netscout.store.reflections import decide as note

    target = session.plan().target(name)
    if target is None:
        raise RefusedError("there is no target yet, so nothing can be decided.", "netscout target add NAME --role ...")
    made = Decision(target.name, answer, session.today.isoformat(), line(why, "the reason"))
    with session.open() as workspace, workspace.writing():
        note(workspace, made)
        standings = desk(session, workspace).standings()
        owed = [one for one, held in standings.items() if any(step.action == "tell-decision" for step in held.debts)]
        due = [step.due for one in owed for step in standings[one].debts if step.action == "tell-decision" and step.due]
        return Decided(made, tuple(person_of(workspace, one) for one in owed), min(due, default=None))


def decided(session: Session) -> dict[str, Decision]:
    """Return by target what the user decided last; nothing where there is no workspace yet (raises StoreError)."""
    from netscout.app.state import is_started
    from netscout.store.referrals import decisions

    if not is_started(session):
        return {}
    with session.open() as workspace:
        return {one.target: one for one in decisions(workspace)}


def check(session: Session, name: str | None = None) -> list[TargetCheck]:
    """Return what each target (or the named one) was understood as and how many people its words give."""
    from netscout.app.pipeline import study

    plan = session.plan()
    wanted = plan.targets if name is None else tuple(one for one in (plan.target(name),) if one)
    if not wanted:
        return []
    with session.open() as workspace:
        found = study(session, workspace)
    return [check_one(found, one) for one in wanted]


def check_one(found: Study, target: Target) -> TargetCheck:
    """Return the check of one target over a network already studied."""
    from netscout.app.pipeline import title_verdicts
    from netscout.matching.verdicts import TargetMatcher, judge_people

    roles = []
    near = title_verdicts(found, target)["verdict"].isin(("match", "related"))
    for phrase in target.roles:  # whoever a phrase finds, all of them together find too
        matcher = TargetMatcher([phrase], found.settled)
        per = judge_people(found.role[near], found.employers[near], matcher, found.memory)["verdict"].value_counts()
        understood = matcher.understood[0].note
        roles.append((phrase, understood, int(per.get("match", 0)), int(per.get("related", 0))))
    companies, sectors = _at_each(found, target)
    unknown = int((found.titles["name"] == "").sum())
    notes = [] if found.own.any() or _employer_known(found) else [NO_EMPLOYER]
    if unknown:
        notes.append(f"{unknown} of {len(found.people)} titles are empty or not understood; they are on no list.")
    return TargetCheck(target.name, tuple(roles), companies, tuple(notes), sectors)


def _at_each(found: Study, target: Target) -> tuple[tuple[tuple[str, str, int], ...], tuple[str, ...]]:
    """Return each company of the target with what it was understood as and how many work there, and its business."""
    matcher, verdicts = found.judged(target)
    people: Counter[str] = Counter()
    for company, many in Counter(found.people["company"]).items():
        people.update(dict.fromkeys(matcher.targets_of(company, verdicts[company]), many))
    named = zip(target.companies, matcher.understood, strict=True)
    return (
        tuple((name, one.label, people[one.key] if one.key else 0) for name, one in named),
        tuple(one.sector for one in matcher.understood),
    )


def _employer_known(found: Study) -> bool:
    from netscout.app.barred import own_employers

    return bool(own_employers(found.plan.me, found.owner.owner if found.owner else None))


def sentences(found: TargetCheck) -> list[str]:
    """Return a check in words; nobody is told as "nobody"."""
    lines = []
    for phrase, understood, match, related in found.roles:
        head = f'"{phrase}"' + (f" ({understood})" if understood else "")
        if not match and not related:
            lines.append(f"{head}: nobody in your network. Other words may find them.")
        else:
            lines.append(f"{head}: {match or 'nobody'} with this job, {related or 'nobody'} close to it.")
    for name, understood, people in found.companies:
        head = name if understood in ("", name) else f"{name} ({understood})"
        lines.append(f"{head}: {people or 'nobody'}{' there' if people else ' you are connected to works there'}.")
    return lines + list(found.notes)
