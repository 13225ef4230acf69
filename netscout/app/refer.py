"""Who named whom: a referral written down with the word on using the referrer's name, and the whole ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.campaign import Desk, desk
from netscout.app.session import Session
from netscout.campaign.chains import ties
from netscout.campaign.entry import clean_note, long_note, past_day
from netscout.errors import AmbiguousPersonError, RefusedError
from netscout.lang import fill, texts
from netscout.model.days import long_day
from netscout.model.event import Event
from netscout.model.person import Person, role_at
from netscout.model.referral import ALLOWED, ME, NOT_ASKED, Referral, Tie
from netscout.model.standing import Standing

if TYPE_CHECKING:
    from netscout.model.export import Sighting
    from netscout.store.workspace import Workspace

MOST = 200
"""Characters of a name, a title or a company."""
_AT_LARGE = "noted"
_NAMED = "referred"
_DNC = "do-not-contact"


@dataclass(frozen=True, slots=True)
class Given:
    """What the user typed: who was named by whom, and what is known of them; "" for what was left out.

    Without `name`, `may_use_name` (yes or no) is a word on the referrer's name at large. `new` says that somebody else
    of a known name is meant.
    """

    name: str
    by: str
    may_use_name: str = ""
    words: str = ""
    intro: str = ""
    title: str = ""
    company: str = ""
    url: str = ""
    on: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written down: `named` is None for a word at large (`at_large`, yes or no), `created` says they are new.

    `again` says that this referrer had named them before; `tie` is the pair as it stands now; `withdrawn` says that a
    name that might be used may not be used any more; `standing` is that of the referrer, `warnings` the codes the entry
    called for, `barred` whether the named person is not to be written to.
    """

    referrer: Person
    named: Person | None
    entry: Event
    tie: Tie | None
    standing: Standing
    at_large: str = ""
    created: bool = False
    again: bool = False
    withdrawn: bool = False
    barred: bool = False
    warnings: tuple[str, ...] = ()


def refer(session: Session, given: Given) -> Noted:
    """Write down that somebody named somebody, or what they say of the use of their name.

    Raises:
        UnknownPersonError, AmbiguousPersonError: nobody, or more than one, answers to the referrer or the name.
        RefusedError: a day to come, a name that cannot be one, somebody who named themselves, the user, or a person
            whom the user had forgotten; nothing is written.
        StoreError: the workspace cannot be written; nothing is written.
    """
    from netscout.store.events import append_event
    from netscout.store.people import find_person
    from netscout.store.referrals import add_referral

    said = _checked(given)
    slug = _slug(said.url)
    on = past_day(said.on, session.today).isoformat()
    today = session.today.isoformat()
    with session.open() as workspace, workspace.writing():
        _refuse_me(workspace, said.by)
        referrer = find_person(workspace, said.by)
        before = desk(session, workspace)
        known = _known(workspace, said, slug, before.referrals, referrer) if said.name else None
        event = Event(referrer.id, _NAMED if said.name else _AT_LARGE, on, note=said.words, logged_on=today)
        entry = append_event(workspace, event)
        named, created = _named(workspace, said, slug, known, entry) if said.name else (None, False)
        if named is not None and named.id == referrer.id:
            raise RefusedError("nobody can name themselves.", "Look at the name, and at whom you gave after --by.")
        earlier = [one for one in before.referrals if named and (one.referrer, one.named) == (referrer.id, named.id)]
        add_referral(workspace, _line(said, slug, entry, named, earlier), logged_on=today)
        done = _noted(desk(session, workspace), before, (referrer, named, entry))
    return replace(done, created=created, at_large="" if said.name else said.may_use_name)


def withdraw(workspace: Workspace, taken: Event) -> None:
    """Take out whom an entry that was taken back had brought, if nothing else is known or said of them."""
    from netscout.store.named import withdraw_named

    if taken.event == _NAMED:
        withdraw_named(workspace, taken.seq)


def told(done: Noted) -> list[str]:
    """Return in sentences what was written down, whom it is taken to be, and what to mind."""
    words, named = texts("refer"), done.named
    values = {
        "referrer": done.referrer.shown_name,
        "by": done.referrer.id,
        "day": long_day(date.fromisoformat(done.entry.on)),
        "first": long_day(date.fromisoformat(done.tie.on)) if done.tie else "",
        "named": named.shown_name if named else "",
        "id": named.id if named else "",
        "role": f", {role}" if named and (role := _role(named)) else "",
    }
    if done.tie is None:
        keys = [f"large.{done.at_large}"]
    else:
        keys = ["again.named"] if done.again else ["named", "new" if done.created else "known"]
    keys += ["barred"] if done.barred else []
    keys += ["may.withdrawn"] if done.withdrawn else [f"may.{done.tie.permission}"] if done.tie else []
    keys += ["talk"] if done.standing.stage == "listed" else []
    return [fill(words[key], values) for key in keys]


def _role(person: Person) -> str:
    return role_at(person.title or person.headline, person.company)


def _checked(given: Given) -> Given:
    """Return what was typed without control signs, each within its length."""
    name, title, company, url = (
        " ".join(clean_note(one).split()) for one in (given.name, given.title, given.company, given.url)
    )
    said = replace(given, name=name, title=title, company=company, url=url, words=long_note(given.words))
    for what, text in (("name", said.name), ("title", said.title), ("company", said.company)):
        if len(text) > MOST:
            raise RefusedError(f"the {what} has {len(text):,} characters; {MOST} are the most.", "Shorten it.")
    if given.name and not any(sign.isalnum() for sign in said.name):
        raise RefusedError("that is no name.", "Give the name as you heard it, in quotes.")
    if said.new and not (said.company or said.url):
        raise RefusedError(
            "two people of one name cannot be told apart by the name alone.", "Add --company, or --url, to --new."
        )
    return said


def _slug(url: str) -> str | None:
    from netscout.sources.urls import slug_of

    found = slug_of(url) if url else None
    if url and found is None:
        raise RefusedError(
            "the address after --url is no profile on LinkedIn.",
            "It looks like https://www.linkedin.com/in/ and a name; leave it out if you do not know it.",
        )
    return found


def _refuse_me(workspace: Workspace, text: str) -> None:
    from netscout.store.owners import default_owner, match_me

    me, found = default_owner(workspace), match_me(workspace, text)
    if me is not None and found is not None and found.number == me.number:
        raise RefusedError("that is you yourself.", "Give somebody you know: who named whom?")


def _known(
    workspace: Workspace, said: Given, slug: str | None, lines: Sequence[Referral], referrer: Person
) -> Person | None:
    """Return the one person here who may be meant, None for somebody new; whom the referrer named before is first."""
    from netscout.store.owners import fold
    from netscout.store.people import find_named, person_of

    for text in (said.name, said.url):
        if text:
            _refuse_me(workspace, text)
    key = fold(said.name)
    named = {
        one.named
        for one in lines
        if one.referrer == referrer.id and one.named and key in (fold(one.name), *fold(one.name).split())
    }
    if len(named) == 1 and not (said.new or slug):
        return person_of(workspace, named.pop())
    try:
        return None if said.new else find_named(workspace, said.name, slug=slug, company=said.company)
    except AmbiguousPersonError as fault:
        raise AmbiguousPersonError(
            fault.message, f"{fault.next_step} If it is somebody else, add --new and --company."
        ) from fault


def _named(
    workspace: Workspace, said: Given, slug: str | None, known: Person | None, entry: Event
) -> tuple[Person, bool]:
    """Return the person who was named, taken in if they are new, and whether they are."""
    from netscout.matching.identity import resolve
    from netscout.store.named import KIND, amend_named, take_named
    from netscout.store.people import person_of

    if known is not None and known.known_from == KIND and (said.title or said.company or slug):
        amended = amend_named(workspace, known.id, (said.title, said.company, slug), resolve=resolve)
        return person_of(workspace, amended), False
    if known is not None:
        return known, False
    number = take_named(workspace, _row(said, slug), entry.seq, today=entry.logged_on, resolve=resolve)
    if number is None:
        raise RefusedError(
            "this is somebody you asked netscout to forget, so they stay out.",
            "`netscout forget --help` says how the forgotten may return.",
        )
    return person_of(workspace, number), True


def _row(said: Given, slug: str | None) -> Sighting:
    from netscout.model.export import Sighting
    from netscout.sources.names import full_name
    from netscout.store.sources import NAMED

    name = full_name(said.name)
    return Sighting(
        *(0, 0, NAMED, slug, name.first, name.last, name.shown, name.key),
        name.credentials,
        company=said.company,
        title=said.title,
    )


def _line(said: Given, slug: str | None, entry: Event, named: Person | None, earlier: Sequence[Referral]) -> Referral:
    """Return the line of the ledger; `earlier` are those of the same pair, which it does not say again."""
    permitted = bool(said.may_use_name)
    return Referral(
        entry.person,
        named.id if named else "",
        named.display_name if named else "",
        entry.on,
        said.title,
        said.company,
        slug or "",
        said.words if named and not earlier else "",
        said.may_use_name or NOT_ASKED,
        entry.on if permitted else "",
        said.words if permitted else "",
        said.intro or (earlier[-1].intro if earlier else ME),
        entry.seq,
    )


def _noted(held: Desk, before: Desk, who: tuple[Person, Person | None, Event]) -> Noted:
    referrer, named, entry = who
    today = held.today.isoformat()
    tie = _pair(held, referrer, named, today) if named else None
    was = _pair(before, referrer, named, today) if named else None
    standing = held.standing(referrer.id)
    return Noted(
        referrer,
        named,
        entry,
        tie,
        standing,
        again=was is not None,
        withdrawn=bool(was and tie and was.permission == ALLOWED != tie.permission),
        barred=named is not None and held.standing(named.id).stage == _DNC,
        warnings=tuple(code for seq, code in standing.warnings if seq == entry.seq),
    )


def _pair(held: Desk, referrer: Person, named: Person, today: str) -> Tie | None:
    found = ties(held.referrals, held.logs, today)
    return next((one for one in found if (one.referrer, one.named) == (referrer.id, named.id)), None)
