"""All that can be read of a workspace, owner by owner and person by person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netscout.errors import NetscoutError
from netscout.matching.identity import joints
from netscout.model.dump import ReadDump
from netscout.store import (
    address_book,
    asked,
    changes,
    check,
    contributor,
    details,
    dismissals,
    eras,
    former,
    interactions,
    labels,
    merges,
    messages,
    notes,
    origin,
    owners,
    page_marks,
    people,
    permissions,
    ranking,
    referrals,
    reflections,
    said,
    settled,
    sources,
    unload,
    untouched,
)
from netscout.store.dump import dump
from netscout.store.events import events
from netscout.store.undump import restore
from netscout.store.workspace import Workspace
from tests.store import kept_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2028, 6, 1)
"""A day long after all of it."""


def of_owners(ws: Workspace) -> Iterator[object]:
    """Tell of owners and what was loaded for them."""
    for one in (None, *owners.owners(ws)):
        yield one, owners.owner_of(ws, one), changes.export_days(ws, one), origin.origin(ws, one)
        yield sources.account(ws, one), sources.whole_account(ws, one)
        yield changes.changes(ws, one)
    first = owners.owners(ws)[0].id if owners.owners(ws) else ""
    yield [contributor.resting_on(ws, one.id) for one in owners.owners(ws) if one.id != first]
    yield sources.loaded(ws), unload.loads(ws), merges.listed_in(ws), merges.parted_on(ws)
    yield owners.default_owner(ws), owners.persons(ws), owners.match_me(ws, "kim-sample")


def of_people(ws: Workspace) -> Iterator[object]:
    """Tell of people and what is known of them."""
    for one in (None, *owners.owners(ws)):
        yield from people.people_rows(ws, one)
        yield from interactions.interaction_rows(ws, one)
        yield interactions.conversation_members(ws, one), interactions.summaries(ws, one)
        yield interactions.group_conversations(ws, one) and sorted(interactions.group_conversations(ws, one))
        yield details.details(ws, one), details.notes(ws, one), former.former_companies(ws, one)
        yield sorted(address_book.address_book(ws, one)), sorted(address_book.given_on_purpose(ws, one))
        yield people.possible_duplicates(ws, one), people.first_names(ws, one)
    yield people.count_people(ws), [one.id for one in people.search(ws, "bo")]


def of_words(ws: Workspace) -> Iterator[object]:
    """Tell what was said."""
    yield labels.labels(ws), labels.labels(ws, 2), labels.avoided(ws), labels.avoided(ws, 1)
    yield from events(ws)
    yield from events(ws, all_entries=True)
    yield (
        referrals.referrals(ws),
        referrals.decisions(ws),
        reflections.reflections(ws),
        sorted(dismissals.dismissals(ws)),
    )
    yield notes.all_notes(ws), notes.left_open(ws), asked.all_made(ws), settled.settled_titles(ws)
    yield page_marks.page_mark(ws) and page_marks.page_mark(ws).day, kept_lists.load(ws, "data", "practitioners")  # type: ignore[union-attr]  # looked at just before
    yield ranking.chosen(ws, "data", "practitioners", ["p0002"])
    yield untouched.untouched(ws, today=DAY, months=12)


def of_each(ws: Workspace) -> Iterator[object]:
    """Tell of each person."""
    for one in people.all_people(ws):
        yield one.id, notes.themed(ws, one.id), notes.named_by(ws, one.id), said.said_of(ws, one.id)
        yield eras.eras_of(ws, one.id, joints), permissions.permissions(ws, one.id, one.display_name)
        yield messages.direct_messages(ws, [one.id]), ranking.rows_of(ws, one.id)
        yield events(ws, one.id), ranking.fresh_row(ws, "data", "practitioners", one.id)
    for text in ("bo lind", "Bo", "p0003", "bo@mail.example", "ana", "nobody"):
        try:
            yield people.find_person(ws, text).id
        except NetscoutError as fault:
            yield fault.code, str(fault)


def of_the_whole(ws: Workspace) -> Iterator[object]:
    """Tell what a look at the health finds, and whether all can be carried elsewhere."""
    made = dump(ws)
    yield from made.cards
    yield made.rows
    with Workspace.open(ws.path.parent / "three", create=True) as third:
        with third.writing() as db:
            yield restore(db, ReadDump(made, "people.json", "netscout", "0" * 64, len(made.cards)))
        yield dump(third) == made
    yield [one for one in check.doctor(ws.path, today=DAY) if one.code != "not-ours"]


LOOKS = (of_owners, of_people, of_words, of_each, of_the_whole)
