"""The people of the workspace, as JSON of the personal kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from netscout.app.session import Session
from netscout.model.person import Details, Note, Person

if TYPE_CHECKING:
    from netscout.model.owner import Owner


def people(session: Session, query: str = "") -> list[Person]:
    """Return everybody but the owner, or those whose name, title or company holds the query."""
    from netscout.store.people import all_people, search

    with session.open() as workspace:
        return search(workspace, query) if query else all_people(workspace)


def people_json(session: Session, query: str = "") -> list[dict[str, Any]]:
    """Return the `people` array of `people --json`: a personal output, with e-mails."""
    from netscout.store.details import details, notes
    from netscout.store.interactions import summaries
    from netscout.store.owners import owner_of
    from netscout.store.people import all_people, search

    with session.open() as workspace:
        found = search(workspace, query) if query else all_people(workspace)
        facts, books, memory = summaries(workspace), details(workspace), notes(workspace)
        shared = _shared_employers(owner_of(workspace))
    return [
        _entry(
            one,
            books.get(one.id, Details()),
            _joined(memory.get(one.id, ())),
            facts.get(one.id, {}),
            shared(one.company),
        )
        for one in found
    ]


def person_json(session: Session, person: Person) -> dict[str, Any]:
    """Return the entry of `people_json` for one person; nobody else is looked at."""
    from netscout.store.details import details, notes
    from netscout.store.interactions import group_conversations, summary
    from netscout.store.owners import owner_of

    with session.open() as workspace:
        groups = group_conversations(workspace, person=person.id)
        facts = summary(workspace, person.id, groups)
        book = details(workspace, person=person.id).get(person.id, Details())
        memory = notes(workspace).get(person.id, ())
        shared = _shared_employers(owner_of(workspace))
    return _entry(person, book, _joined(memory), facts, shared(person.company))


def _joined(memory: Sequence[Note]) -> str:
    return "\n\n".join(note.text for note in memory)


def _shared_employers(owner: Owner | None) -> Callable[[str], str | None]:
    """Return what tells by a company the employer of the owner's that it is, None for none."""
    positions = [one.company for one in (owner.positions if owner else ()) if one.company]
    if not positions:
        return lambda _: None
    from netscout.matching.company_names import company_key

    worked = {company_key(one): one for one in positions}
    return lambda company: worked.get(company_key(company))


def absent() -> dict[str, Any]:
    """Return the entry of somebody of whom the network of the first owner says nothing: every key, no value."""
    return _entry(Person("", None, "", known_from=""), Details(), "", {}, None)


def _entry(one: Person, book: Details, note: str, facts: dict[str, Any], shared: str | None) -> dict[str, Any]:
    return {**_person(one), **_details(book), "note": note, **_tie(facts), "shared_employer": shared}


def _person(one: Person) -> dict[str, Any]:
    return {
        "id": one.id,
        "slug": one.slug,
        "display_name": one.display_name or (one.emails[0] if one.emails else ""),
        "first_name": one.first_name,
        "middle_name": one.middle_name,
        "last_name": one.last_name,
        "credentials": list(one.credentials),
        "email": one.emails[0] if one.emails else None,
        "emails": list(one.emails),
        "company": one.company,
        "title": one.title,
        "headline": one.headline,
        "connected_on": one.connected_on,
        "known_from": one.known_from,
        "gone": one.gone,
    }


def _details(found: Details) -> dict[str, Any]:
    return {
        "birthday": found.birthday,
        "phones": list(found.phones),
        "labels": list(found.labels),
        "class_year": found.class_year,
        "mentor": found.mentor,
    }


def _tie(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "sent_at": facts.get("sent_at"),
        "skills_endorsed": facts.get("skills_endorsed", 0),
        "recommended_me": facts.get("recommended_me", False),
        "recommendations": facts.get("recommendations", []),
        "messages": facts.get("messages"),
    }
