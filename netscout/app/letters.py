"""The facts of a draft after the request, from the log, the referrals and the notes; no list is made for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from netscout.app.greeting import greeting_name
from netscout.campaign.draft import as_role
from netscout.campaign.fold import order
from netscout.campaign.form import tellable
from netscout.campaign.letters.pieces import pieces, short, tidy
from netscout.campaign.lint.recorded import helped_on
from netscout.campaign.words import stage_words
from netscout.model.caps import CAPS
from netscout.model.letter_facts import Advice, LetterFacts, Named
from netscout.model.lists import CONNECTORS, PRACTITIONERS
from netscout.model.notes import GIVE, OPEN, RESUME, SHOWN, THANKS, WILL
from netscout.store.notes import themed

if TYPE_CHECKING:
    from netscout.app.campaign import Desk
    from netscout.app.lint import Shelf
    from netscout.model.event import Event
    from netscout.model.lint import Record
    from netscout.model.person import Person
    from netscout.model.referral import Decision, Referral
    from netscout.model.standing import Standing
    from netscout.model.target import Target

_SOONEST, _OFFERED, _LOOKED_AT = 2, 3, 20
"""Days to offer: business days from now to the first, how many, and among how many."""
_TOLD = ("reported-back", "updated")


def letter_facts(
    held: Shelf, desk: Desk, person: Person, record: Record, target: Target | None, whom: str = ""
) -> LetterFacts:
    """Return what a draft to a person may say; `whom` is a name they are asked to introduce the user to."""
    standing = desk.standing(person.id)
    log = sorted((one for one in desk.logs.get(person.id, ()) if one.on <= desk.today.isoformat()), key=order)
    talk = standing.talk.isoformat() if standing.talk else None
    news = [one.on for one in log if one.event in _TOLD]
    since = max([talk or "", *news])
    fresh = any(one.action == "report-back" for one in standing.debts)
    notes = themed(held.workspace, person.id)
    kept = _heard(record.notes, notes, log)
    owed = any(one.action == "tell-decision" for one in standing.debts)
    decided, is_settled = _decided(held, target, since, owed=owed)
    thanks = (standing.step, *standing.debts)
    facts = LetterFacts(
        *(person.id, person.display_name, greeting_name(person.first_name, person.display_name)),
        me=_me(held, person),
        company=_company(held, person),
        mode=target.mode if target else "exploring",
        target=target.name if target else "",
        as_role=as_role(target.roles[0]) if target else "",
        inside=record.inside and not record.employer_known,
        list=_list(held, person.id, target.name) if target else "",
        row=standing.row,
        stage=stage_words(standing),
        asked=standing.asked.isoformat() if standing.asked and standing.asking else None,
        offered=next((one.on for one in reversed(log) if one.event == "followed-up"), None),
        talk=talk,
        helped="" if talk else helped_on(log, desk.referrals),
        declined=_declined(standing),
        owes_thanks=any(one.action == "thank" for one in thanks),
        noted=bool(kept),
        specifics=_specifics(notes.get(THANKS, ()), pieces(kept, (*record.names, *record.employers), record.names)),
        will=next(reversed(notes.get(WILL, [])), ""),
        advice=_advice(log, talk or ""),
        named=_named(held, desk, person.id, since, fresh=fresh),
        decided=decided,
        is_settled=is_settled,
        talks_since=len(_talks(desk, person.id, since)),
        since=since,
        to_named=_line_on(desk, person.id, whom) if whom else None,
    )
    return replace(facts, **_arranged(desk, standing, log), **_deferred(standing, log))


def _heard(noted: Sequence[str], notes: Mapping[str, Sequence[str]], log: Sequence[Event]) -> list[str]:
    """Return what was heard in the talk, but for what stands on its own: the advice, and what is under a theme."""
    other = {text for theme in (OPEN, RESUME, SHOWN, WILL, GIVE, THANKS) for text in notes.get(theme, ())}
    other |= {one.note for one in log if one.event == "advised"}
    return [line for one in noted if one not in other for line in tellable(one)]


def _specifics(meant: Sequence[str], found: Sequence[str]) -> tuple[str, ...]:
    """Return what a letter may name: first what was written for it, the newest first, then what else was heard."""
    own = [tidy(one) for one in reversed(meant) if short(one)]
    return tuple(dict.fromkeys((*own, *found)))


def _me(held: Shelf, person: Person) -> str:
    name = held.plan.me.name or (held.me.name if held.me else "")
    close = person.id in held.labels and held.labels[person.id].label == "close"
    return name.split()[0] if close and name else name


def _company(held: Shelf, person: Person) -> str:
    """Return the company to name in a letter; none for those who work for themselves."""
    from netscout.matching.companies import link_company

    alone = not person.company or link_company(person.company, held.plan.aliases).key.startswith("self:")
    return "" if alone else person.company


def _list(held: Shelf, person: str, target: str) -> str:
    """Return the list a person stands on, the job before doors; "" where no stored list has them."""
    from netscout.store.ranking import rows_of

    rows = {kind: row for of, kind, _, row in rows_of(held.workspace, person) if of == target}
    if rows.get(PRACTITIONERS, {}).get("verdict") in ("match", "related"):
        return PRACTITIONERS
    return CONNECTORS if CONNECTORS in rows and not rows[CONNECTORS].get("excluded") else ""


def _arranged(desk: Desk, standing: Standing, log: Sequence[Event]) -> dict[str, Any]:
    """Return what is known of the day of a talk: their yes, what is fixed, what fell through, days to offer."""
    meeting = standing.meeting.isoformat() if standing.meeting else ""
    fixed = next((one for one in reversed(log) if one.event == "scheduled" and one.for_day == meeting), None)
    since = standing.since.isoformat() if standing.since else ""
    yes = next((one.on for one in reversed(log) if one.event == "replied"), since)
    return {
        "answered": yes if standing.row in ("replied", "arranging") else "",
        "slipped": since if standing.row == "slipped" else "",
        "meeting": meeting,
        "meeting_at": (fixed.at or "")[:5] if fixed else "",
        "zone": fixed.zone or "" if fixed and fixed.at else "",
        "minutes": (fixed.minutes or 0) if fixed else 0,
        "offer": _offer(desk),
    }


def _offer(desk: Desk) -> tuple[str, ...]:
    """Return the next business days, from the second on, on which the user has room for a talk."""
    fixed = Counter(one.meeting for one in desk.standings().values() if one.meeting)
    most = desk.limits.get("C9", CAPS["C9"].number)
    days = (desk.days.bd(desk.today, ahead) for ahead in range(_SOONEST, _SOONEST + _LOOKED_AT))
    return tuple(day.isoformat() for day in islice((one for one in days if fixed[one] < most), _OFFERED))


def _deferred(standing: Standing, log: Sequence[Event]) -> dict[str, Any]:
    """Return the day of a "not now" that was not thanked for yet, and the day they named, if they did."""
    said = next((one for one in reversed(log) if one.event == "deferred"), None)
    if standing.stage != "deferred" or said is None or any(one.event == "thanked" and one.on >= said.on for one in log):
        return {}
    return {"deferred": said.on, "until": said.for_day or ""}


def _declined(standing: Standing) -> str | None:
    said_no = standing.row.startswith("declined") and standing.talk is None and standing.since is not None
    return standing.since.isoformat() if said_no and standing.since else None


def _advice(log: Sequence[Event], talk: str) -> tuple[Advice, ...]:
    """Return what they advised in the last talk or later, or what was followed and not told yet; each followed in turn.

    Advice is closed the oldest first, as the fold of the log does.
    """
    opened: list[Advice] = []
    closed: list[Advice] = []
    for one in log:
        if one.event == "advised":
            opened.append(Advice(one.note, one.on))
        elif one.event == "advice-followed" and opened:
            first = opened.pop(0)
            closed.append(Advice(first.text, first.on, one.on, one.note))
        elif one.event == "advice-dropped" and opened:
            opened.pop(0)
        elif one.event in _TOLD:
            closed.clear()
    return tuple(one for one in (*closed, *opened) if one.text and (one.followed or one.on >= talk))


def _named(held: Shelf, desk: Desk, person: str, since: str, *, fresh: bool) -> tuple[Named, ...]:
    """Return whom they named, with what came of it that they were not told yet."""
    found: dict[str, Named] = {}
    for one in desk.referrals:
        name = _name(held, one)
        if one.referrer != person or not name or one.on > desk.today.isoformat():
            continue
        days = {
            event: min(
                (each.on for each in desk.logs.get(one.named, ()) if each.event == event and each.on >= one.on),
                default="",
            )
            for event in ("asked", "met")
        }
        is_news = {key: day > since or (fresh and day == since) for key, day in days.items()}
        met = days["met"] if is_news["met"] else ""
        found[one.named or one.name] = Named(name, one.on, one.intro == "them", days["asked"] or days["met"], met)
    return tuple(one for one in found.values() if one.met or not one.asked or one.asked > since)


def _name(held: Shelf, one: Referral) -> str:
    from netscout.errors import UnknownPersonError
    from netscout.store.people import person_of

    if not one.named:
        return one.name
    try:
        return person_of(held.workspace, one.named).display_name or one.name
    except UnknownPersonError:
        return one.name


def _decided(
    held: Shelf, target: Target | None, since: str, *, owed: bool
) -> tuple[tuple[str, str, str, str, str] | None, bool]:
    """Return the last decision to tell of, with its role, and whether anything was decided about the target.

    A decision about another target counts where news of it is owed to this person.
    """
    from netscout.store.referrals import decisions

    roles = {one.name: as_role(one.roles[0]) for one in held.plan.targets}
    made: dict[str, Decision] = {one.target: one for one in decisions(held.workspace) if one.target in roles}
    settled = target is not None and target.name in made
    fresh = sorted((one for one in made.values() if one.on >= since), key=lambda one: one.on)
    own = [one for one in fresh if target and one.target == target.name]
    found = next(reversed(own or (fresh if owed else [])), None)
    return (found.answer, found.on, found.target, roles[found.target], found.why) if found else None, settled


def _talks(desk: Desk, person: str, since: str) -> list[str]:
    """Return whom else the user talked with after a day."""
    today = desk.today.isoformat()
    return [
        who
        for who, log in sorted(desk.logs.items())
        if who != person and any(one.event == "met" and since < one.on <= today for one in log)
    ]


def _line_on(desk: Desk, person: str, whom: str) -> Named | None:
    """Return the line of the ledger in which a person named somebody, by id or by name."""
    lines = [one for one in desk.referrals if one.referrer == person and whom in (one.named, one.name)]
    return Named(lines[-1].name, lines[0].on, lines[-1].intro == "them") if lines else None
