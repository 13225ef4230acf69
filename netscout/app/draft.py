"""Requests: gather the checked facts of one person, see whether they may be asked, then write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.greeting import greeting_name
from netscout.app.leaks import leak_words
from netscout.app.own_trade import own_trade
from netscout.app.session import Session
from netscout.campaign import draft as writing
from netscout.campaign.asking import bite_words, log_reason, thanks_words
from netscout.campaign.caps import Campaign, bites
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.draft import Draft, DraftFacts
from netscout.model.ranking import RankRow
from netscout.model.referral import word_on
from netscout.model.target import Target

if TYPE_CHECKING:
    import pandas as pd

    from netscout.app.campaign import Desk
    from netscout.app.lint import Shelf
    from netscout.app.pipeline import Study
    from netscout.model.lint import Record
    from netscout.model.person import Person
    from netscout.model.referral import Referral
    from netscout.tables import Candidates


def refused(person: str, reason: str) -> RefusedError:
    """Return the refusal to write to somebody who stands on no list, with the reason."""
    return RefusedError(f"netscout writes no draft to this person: {reason}.", f"netscout why {person} tells more.")


_TALKED = ("met", "thanked", "in-touch")
_AGREED = {
    **dict.fromkeys(("replied", "arranging", "arranging-nudged"), "replied"),
    "slipped": "slipped",
    **dict.fromkeys(("scheduled", "scheduled-soon", "confirmed"), "fixed"),
    **dict.fromkeys(("scheduled-past", "confirmed-past"), "past"),
}
"""Rows of the table of stages in which they have said yes, with the words that say what is to be done instead."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the workspace holds that a request is held against: the shelf, the campaign, the record of the person."""

    held: Shelf
    desk: Desk
    record: Record


def request_to(
    session: Session, person: Person, target: Target, channel: str, asking: Asking
) -> tuple[Iterator[Draft], tuple[str, ...]]:
    """Return a request to one person for one target, in fewer sentences each time, and notes for the user.

    Raises:
        RefusedError: a rule bars the person (their manager, say), a limit on asking stands against it, or nothing
            fits the channel.
    """
    from netscout.app.pipeline import candidates, study
    from netscout.app.rank import rank_all
    from netscout.store.people import first_names

    held = asking.held
    found = study(session, held.workspace)
    firsts = first_names(held.workspace)
    table = candidates(found, target)
    lists, _ = rank_all(found, table, target)
    row = _better(*(one.row_of(person.id) for one in lists))
    if row is None:
        raise RefusedError("this person is not in your own network.", "See `netscout people`.")
    _check(asking, row, dict(zip(table["id"], table["company_key"], strict=True)))
    facts = with_ledger(facts_of(found, table, row, target, firsts), asking, person)
    notes = (*_notes(asking, row), *_unasked(asking, person))
    return writing.versions(facts, channel, session.today, asking.record.note_limit), notes


def _check(asking: Asking, row: RankRow, companies: Mapping[str, str]) -> None:
    """Refuse whoever is not to be asked now: by the log, by a limit on asking, by any other rule."""
    desk, standings = asking.desk, asking.desk.standings()
    own = standings.get(row.id)
    reason = log_reason(own, desk.today) if own is not None and not own.asking else ""
    if reason:
        raise refused(row.id, reason)
    if own is not None and own.talk is not None and own.stage in _TALKED:
        words = texts("asking")
        told = fill(words["talked"], {"on": own.talk.isoformat()})
        raise RefusedError(told, fill(words["talked.then"], {"person": row.id}), code="limit")
    if own is not None and (key := _AGREED.get(own.row, "")):
        raise _agreed(row.id, key)
    for one in bites(row.id, Campaign(standings, companies, desk.days, desk.limits), desk.today):
        told = bite_words(one, {})  # a refusal names nobody but by id
        then = texts("letters")["capped.C1" if one.cap == "C1" else "capped"]
        raise RefusedError(told, fill(then, {"person": row.id}), code="limit")
    if row.excluded and row.excluded.split(":")[0] not in ("not eligible", ""):
        raise refused(row.id, row.excluded)


def _agreed(person: str, key: str) -> RefusedError:
    words = texts("asking")
    then = words.get(f"open.{key}.then", words["open.day.then"])
    return RefusedError(words[f"open.{key}"], fill(then, {"person": person}), code="limit")


def _names(asking: Asking, people: Sequence[str]) -> dict[str, str]:
    from netscout.store.people import person_of

    return {one: person_of(asking.held.workspace, one).shown_name for one in people}


def _notes(asking: Asking, row: RankRow) -> tuple[str, ...]:
    """Return what to think of before sending: thanks that are overdue, and through whom plans might get about."""
    today = asking.desk.today
    late = [
        person
        for person, one in sorted(asking.desk.standings().items())
        if one.talk
        and any(step.action == "thank" and step.status(today) == "overdue" for step in (one.step, *one.debts))
    ]
    told = [thanks_words(late, _names(asking, late)), *leak_words(row.flags)]
    return tuple(one for one in told if one)


def _unasked(asking: Asking, person: Person) -> list[str]:
    """Return in a sentence who named this person and was never asked whether they may be named."""
    day = asking.desk.today.isoformat()
    lines = [one for one in asking.desk.referrals if one.referrer and one.on <= day]
    named = dict.fromkeys(one.referrer for one in lines if _names_person(one, person))
    silent = [
        one
        for one in named
        if word_on([line for line in lines if line.referrer == one], person.id, person.display_name) is None
    ]
    told = texts("asking")["unasked"]
    names = _names(asking, silent)
    return [fill(told, {"referrer": names[one], "by": one, "person": person.id}) for one in silent]


def _names_person(line: Referral, person: Person) -> bool:
    return line.named == person.id or (not line.named and line.name == person.display_name)


def with_ledger(facts: DraftFacts, asking: Asking, person: Person) -> DraftFacts:
    """Return the facts with who named this person and agreed to be named, and the employer that both work at."""
    allowed = {one.referrer for one in asking.record.permissions if one.allowed}
    referrer, on = "", ""
    for one in reversed(asking.desk.referrals):
        if _names_person(one, person) and one.referrer and one.on <= asking.desk.today.isoformat():
            name = _names(asking, [one.referrer])[one.referrer]
            if name in allowed:
                referrer, on = name, one.on
                break
    inside = next((one.what for one in asking.record.facts if one.kind == "internal"), "")
    own = asking.desk.standing(person.id)
    put_off = own.since.isoformat() if own.stage == "deferred" and own.since else ""
    return replace(facts, referrer=referrer, referred_on=on, internal=inside, put_off=put_off)


def _better(practitioner: RankRow | None, connector: RankRow | None) -> RankRow | None:
    """Return the row of the list the person belongs on: the job first, then doors."""
    if practitioner is not None and practitioner.verdict in ("match", "related"):
        return practitioner
    if connector is not None and not connector.excluded:
        return connector
    return practitioner or connector


def facts_of(found: Study, table: Candidates, row: RankRow, target: Target, firsts: Mapping[str, str]) -> DraftFacts:
    """Return the checked facts about one person that a request may use; `firsts` are first names by id."""
    place = int(found.people.index[found.people["id"] == row.id][0])
    tie, one = found.ties.iloc[place], table.iloc[place]
    name = str(found.people["name"].iloc[place])
    me = found.plan.me.name or (found.owner.owner.name if found.owner else "")
    alone = not one["company_key"] or str(one["company_key"]).startswith("self:")
    colleagues = table[
        (table["company_key"] == one["company_key"]) & (table["verdict"] == "match") & (table["id"] != row.id)
    ]
    two_way = int(tie["sent"]) > 0 and int(tie["received"]) > 0
    mine = own_trade(found, target)
    return DraftFacts(
        first_name=greeting_name(firsts.get(row.id, ""), name),
        name=name,
        me=me.split()[0] if row.strength == "close" and me else me,
        role=target.roles[0] if row.verdict != "match" else _role_of(row, target),
        level=row.level,
        company="" if alone else row.company,
        list=row.list,
        mode=target.mode,
        label=found.labels.get(row.id, ""),
        meets_people=one["role_kind"] not in ("", "former-manager"),
        target_people_at_company=0 if alone else len(colleagues),
        former_employer=_former(found, str(tie["shared_employer"])),
        former_until=_until(found, str(tie["shared_employer"])),
        last_wrote=tie["last_day"] if two_way and isinstance(tie["last_day"], str) else None,
        connected_on=one["connected_on"] if isinstance(one["connected_on"], str) else None,
        recommended_me=bool(tie["recommended_me"]),
        they_wrote=_they_wrote(tie),
        mine_last=_is_mine(tie),
        i_work=mine.words,
        i_work_from=mine.source,
        own_trade=mine.is_it and bool(mine.words),
    )


_A_WHILE = 30
"""Days for which messages may go one way before that is worth a word."""


def _is_mine(tie: pd.Series) -> bool:
    """Return whether the last direct messages, over some weeks, are the user's alone."""
    last, theirs = tie["last_day"], tie["last_received_day"]
    if not isinstance(last, str) or not isinstance(theirs, str):
        return False
    return (date.fromisoformat(last) - date.fromisoformat(theirs)).days > _A_WHILE


def _role_of(row: RankRow, target: Target) -> str:
    """Return the phrase of the target that this title was held against."""
    said = row.facets.get("role", "")
    return said if said in target.roles else target.roles[0]


def _they_wrote(tie: pd.Series) -> str | None:
    """Return the day of their last message where the user never wrote to them; None otherwise."""
    day = tie["last_received_day"]
    return day if not int(tie["sent"]) and int(tie["received"]) and isinstance(day, str) else None


def _former(found: Study, employer: str) -> str:
    """Return the employer if every stay of the ego there has ended; the present one is never named in a text."""
    stays = _stays(found, employer)
    return employer if stays and not any(current for current, _ in stays) else ""


def _until(found: Study, employer: str) -> str:
    years = [until[:4] for current, until in _stays(found, employer) if not current and until]
    return max(years, default="")


def _stays(found: Study, employer: str) -> list[tuple[bool, str]]:
    positions = found.owner.owner.positions if found.owner and employer else ()
    return [(one.current, one.finished_on) for one in positions if one.company == employer]
