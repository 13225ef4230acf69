"""A draft of any kind: the facts gathered, the text written, every rule held against it before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from netscout.app.balance import balance_lines, owed
from netscout.app.barred import COLLEAGUE, MANAGER, own_employers
from netscout.app.campaign import Desk, desk
from netscout.app.draft import Asking, refused, request_to
from netscout.app.greeting import greeting_name
from netscout.app.letters import letter_facts
from netscout.app.lint import Shelf, record_of, shelf
from netscout.app.session import Session
from netscout.campaign.asking import bite_words
from netscout.campaign.caps import reminder_bite
from netscout.campaign.entry import offered
from netscout.campaign.fold import order
from netscout.campaign.letters.arrange import arrange
from netscout.campaign.letters.followup import follow_up
from netscout.campaign.letters.introduction import introduction
from netscout.campaign.letters.thanks import thanks
from netscout.campaign.letters.update import update
from netscout.campaign.lint.check import lint
from netscout.errors import AmbiguousPersonError, RefusedError, UnknownPersonError
from netscout.lang import fill, texts
from netscout.model.alphabets import mixed_alphabets
from netscout.model.days import long_day
from netscout.model.draft import Draft, one_line
from netscout.model.letter_facts import LetterFacts, Whom
from netscout.model.lint import ERROR, Linted, Record

if TYPE_CHECKING:
    from datetime import date

    from netscout.model.person import Person
    from netscout.model.standing import Standing
    from netscout.model.target import Target
    from netscout.store.workspace import Workspace

_NOTES = "your notes"
"""What a sentence rests on that quotes what the user wrote down."""
_KINDS = {"follow-up": follow_up, "arrange": arrange, "thanks": thanks, "update": update}
_TOUCHED = {
    "asked": ("asked", "followed-up"),
    "touch": ("replied", "arranging", "scheduled", "confirmed", "slipped"),
    "deferred": ("deferred",),
    "declined": ("declined",),
}
"""Stages in which an introduction is not needed, or would press: the refusal, and its stages."""
_WHOM_MOST = 80
"""Characters of a name or company that an introduction is asked for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written: the kind, the channel, for which target (None for the one wanted most), to meet whom.

    `times` are days or times to offer for a talk, as the user typed them; without any the calendar has them.
    """

    kind: str = "request"
    channel: str = "message"
    target: str | None = None
    whom: Whom = field(default_factory=Whom)
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A draft that breaks no must-rule, with what the rules say of it, and notes for the user in sentences.

    `address` is that of the person, `sender` the user's name and address; "" where none is known. `meant` is the name
    with the id where the name alone leads to somebody else or to several, else "".
    """

    draft: Draft
    linted: Linted
    notes: tuple[str, ...] = ()
    address: str = ""
    sender: tuple[str, str] = ("", "")
    meant: str = ""


def draft(session: Session, person: str, wish: Wish) -> Written:
    """Return a draft to one person.

    Raises:
        RefusedError: nothing of the kind is to be written now, or what could be written breaks a must-rule; the
            message says why, the next step what to do.
        UnknownPersonError, AmbiguousPersonError: see `find_person`.
        SettingsError, StoreError: `targets.toml` or the workspace cannot be read.
    """
    from netscout.campaign.letters.mail import receiver
    from netscout.store.people import find_person

    versions: Iterable[Draft]
    with session.open() as workspace:
        known = find_person(workspace, person)
        held, campaign = shelf(session, workspace), desk(session, workspace)
        record = record_of(held, known)
        _check_contact(campaign, known, wish.channel)
        if wish.kind == "request":
            target = held.plan.target(wish.target)
            if target is None:
                raise no_target()
            versions, notes = request_to(session, known, target, wish.channel, Asking(held, campaign, record))
            if known.id in owed(campaign):
                notes = (*notes, *balance_lines(session, workspace, known.id, known.shown_name))
        else:
            versions = _letter(held, campaign, known, record, wish)
            notes = _own_doing(campaign, known.id) if wish.kind == "arrange" else ()
        meant = _with_id(workspace, known)
    found, linted = best(versions, record, session.today)
    if any(source == _NOTES for _, source in found.facts):
        notes = (*notes, fill(texts("letters")["from_notes"], {"first": known.first_name or known.shown_name}))
    if alphabets := mixed_alphabets(known.display_name):
        notes = (*notes, fill(texts("letters")["mixed"], {"alphabets": alphabets}))
    address = next((one for one in known.emails if receiver(one)), "")
    if wish.channel == "email" and known.emails and not address:
        notes = (*notes, texts("letters")["no_receiver"])
    mail = held.plan.me.emails[0] if held.plan.me.emails else ""
    sender = (held.plan.me.name or (held.me.name if held.me else ""), mail)
    return Written(found, linted, notes, address, sender, meant)


def _with_id(workspace: Workspace, known: Person) -> str:
    """Return the name with the id behind it where the name alone does not lead to this person, else ""."""
    from netscout.store.people import find_person

    try:
        if find_person(workspace, known.display_name).id == known.id:
            return ""
    except (UnknownPersonError, AmbiguousPersonError):
        pass
    return f"{known.display_name} ({known.id})"


def file_of(found: Written, *, mail: bool) -> str | bytes:
    """Return a draft as the text of a draft file, or as the bytes of a mail."""
    from netscout.campaign.letters.mail import as_mail

    if mail:
        return as_mail(found.draft, found.sender, found.address, found.meant)
    return replace(found.draft, to=found.meant or found.draft.to).as_text()


def best(versions: Iterable[Draft], record: Record, today: date) -> tuple[Draft, Linted]:
    """Return the first version to which no rule objects, else the first to which the fewest do.

    Raises:
        RefusedError: every version breaks a must-rule; the message names it, the next step mends it.
    """
    found: list[tuple[Draft, Linted]] = []
    for one in versions:
        linted = lint(one, record, today)
        if not linted.findings:
            return one, linted
        found.append((one, linted))
    draft, linted = min(found, key=lambda pair: (not pair[1].ok, len(pair[1].findings)))
    if not linted.ok:
        first = next(one for one in linted.findings if one.severity == ERROR)
        said = {"rule": first.rule, "message": first.message.rstrip(".")}
        raise RefusedError(fill(texts("letters")["broken"], said), first.mend, code="rule")
    return draft, linted


def _check_contact(campaign: Desk, person: Person, channel: str) -> None:
    words, standing = texts("letters"), campaign.standing(person.id)
    if standing.stage == "do-not-contact":
        raise RefusedError(words["never"], fill(words["never.then"], {"person": person.id}))
    if standing.stage == "bounced" and channel == "email":
        told = {"day": long_day(standing.since) if standing.since else "", "person": person.id}
        raise RefusedError(fill(words["bounced"], told), fill(words["bounced.then"], told))


def _letter(held: Shelf, campaign: Desk, person: Person, record: Record, wish: Wish) -> Iterable[Draft]:
    target, today = held.plan.target(wish.target), campaign.today
    if wish.kind == "follow-up" and (bite := reminder_bite(person.id, campaign.standing(person.id))):
        words, stage = texts("asking"), campaign.standing(person.id).stage
        then = words.get(f"bite.C5.then.{stage}", words["bite.C5.then"])
        raise RefusedError(bite_words(bite, {}), then, code="limit")
    if wish.kind != "introduction":
        facts = letter_facts(held, campaign, person, record, target)
        if wish.times:
            facts = replace(facts, offer=_times(facts, wish, today))
        return _KINDS[wish.kind](facts, wish.channel, today)
    if target is None:
        raise no_target()
    if reason := _own_job(held, person, target):
        raise refused(person.id, reason)
    name, first, key = _meant(held, campaign, one_line(wish.whom.person)[:_WHOM_MOST], target)
    whom = Whom(name, one_line(wish.whom.company)[:_WHOM_MOST], first)
    if _is_inside(held, whom.company, target):
        words = texts("introduction")
        raise RefusedError(words["no.own"], words["no.own.then"])
    return introduction(letter_facts(held, campaign, person, record, target, key), whom, wish.channel, today)


def _times(facts: LetterFacts, wish: Wish, today: date) -> tuple[str, ...]:
    """Return the times that the user wants to offer (raises RefusedError: as `offered`; a talk is fixed)."""
    if facts.meeting and not facts.row.endswith("-past"):
        words = texts("arrange")
        raise RefusedError(words["no.times"], fill(words["no.times.then"], {"person": facts.person}))
    return offered(wish.times, today)


def _own_doing(campaign: Desk, person: str) -> tuple[str, ...]:
    """Return in a sentence how to begin after a talk that fell through by the user's doing, which no log tells."""
    if campaign.standing(person).row != "slipped":
        return ()
    log = sorted(campaign.logs.get(person, ()), key=order)
    why = next(one.event for one in reversed(log) if one.event in ("missed", "cancelled"))
    return (texts("arrange")[f"own.{why}"],)


def no_target() -> RefusedError:
    """Return the refusal of what needs a target where there is none."""
    return RefusedError(
        "there is no target yet, so there is nothing to ask about.", 'netscout target add NAME --role "..."'
    )


def _own_job(held: Shelf, person: Person, target: Target) -> str:
    """Return why the present job bars a person, the manager or a colleague who is not to know; "" if it does not."""
    from netscout.store.people import find_person

    if _is_inside(held, person.company, target):
        return COLLEAGUE
    me = held.plan.me
    try:
        manager = find_person(held.workspace, me.manager).id if me.manager else ""
    except (UnknownPersonError, AmbiguousPersonError):
        return ""
    return MANAGER if manager == person.id else ""


def _is_inside(held: Shelf, company: str, target: Target) -> bool:
    """Return whether a company is the user's present employer, who does not know of the plans and is no target."""
    from netscout.matching.companies import link_company

    def key(name: str) -> str:
        return link_company(name, held.plan.aliases).key if name else ""

    own = {key(one) for one in own_employers(held.plan.me, held.me)}
    here = key(company)
    return bool(here) and here in own and not held.plan.me.employer_known and here not in map(key, target.companies)


def _meant(held: Shelf, campaign: Desk, text: str, target: Target) -> tuple[str, str, str]:
    """Return the name of whom the user wants to be introduced to, how they are called, and what the ledger knows.

    Somebody who is in no file is meant by the name as it was typed.
    """
    from netscout.store.people import find_person

    if not text:
        return "", "", ""
    try:
        found = find_person(held.workspace, text)
    except UnknownPersonError:
        return text, text, text
    if why := _in_touch(campaign.standing(found.id)):
        words, talk = texts("introduction"), campaign.standing(found.id).talk
        values = {"on": long_day(talk) if talk else "", "person": found.id}
        raise RefusedError(fill(words[f"no.{why}"], values), fill(words[f"no.{why}.then"], values))
    if reason := _own_job(held, found, target):
        words = texts("introduction")
        values = {"reason": reason, "person": found.id}
        raise RefusedError(fill(words["no.inside"], values), fill(words["no.inside.then"], values))
    return found.display_name, greeting_name(found.first_name, found.display_name), found.id


def _in_touch(standing: Standing) -> str:
    """Return why nobody is asked to introduce the user to a person, from how things stand; "" where nothing bars it."""
    if standing.stage == "do-not-contact":
        return "dnc"
    if standing.talk:
        return "talked"
    return next((why for why, stages in _TOUCHED.items() if standing.stage in stages), "")
