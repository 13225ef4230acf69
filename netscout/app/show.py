"""One person, whole: who they are, the facts of the tie with their files, and where they stand on the lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netscout.app.merge import era_json, era_line, eras, reason
from netscout.app.people import person_json
from netscout.app.referred import named_lines
from netscout.app.remembered import Section, book_lines, names_in, remembered, said_lines, sections
from netscout.app.session import Session
from netscout.model.alphabets import mixed_alphabets
from netscout.model.identity import Era
from netscout.model.person import Person

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace

_KNOWN = {"contacts": "your contact files", "notes": "your notes", "referral": "somebody who named them to you"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` knows: the person, fact sentences, places on the stored lists, and what each export said.

    `memory` is what contact files, the log and the user's words say, as JSON; `sections` the same in words.
    """

    person: Person
    lines: tuple[str, ...]
    places: tuple[str, ...]
    record: dict[str, Any]
    eras: tuple[Era, ...] = ()
    memory: dict[str, Any] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `show --json` (personal: it holds e-mails, phone numbers and notes)."""
        return {
            "person": self.record,
            "facts": list(self.lines),
            "places": list(self.places),
            "memory": self.memory,
            "eras": [era_json(one) for one in self.eras],
        }

    def history(self) -> list[str]:
        """Return what each export said, oldest first, with the reason why it is the same person."""
        lines = []
        for one in self.eras:
            why = reason(one)
            lines.append(f"{era_line(one)}{f'; joined: {why}' if why else ''}.")
        return lines


def show(session: Session, text: str) -> Shown:
    """Return one person (raises UnknownPersonError, AmbiguousPersonError)."""
    from netscout.app.find import find

    person = find(session, text)
    record = person_json(session, person)
    with session.open() as workspace:
        memory = remembered(workspace, person.id)
        balance = _balance(session, workspace, person)
        named, names = named_lines(session, workspace, person.id), names_in(workspace, memory)
    facts = (*_facts(person, record), *named, *book_lines(memory), *said_lines(memory), *balance)
    told = sections(memory, person.id, names)
    return Shown(
        person, facts, tuple(_places(session, person)), record, tuple(_own_eras(session, person)), memory, told
    )


def _balance(session: Session, workspace: Workspace, person: Person) -> list[str]:
    """Return in sentences what is owed to a person; nothing before a campaign has begun."""
    from netscout.store.events import is_begun

    if not is_begun(workspace):
        return []
    from netscout.app.balance import balance_lines

    return balance_lines(session, workspace, person.id, person.shown_name)


def _own_eras(session: Session, person: Person) -> list[Era]:
    """Return what the exports of the owner meant say of a person; other members' stay theirs."""
    from netscout.store.owners import default_owner

    with session.open() as workspace:
        owner = default_owner(workspace)
    return [one for one in eras(session, person.id) if owner is None or one.owner == owner.id]


def _facts(person: Person, record: dict[str, Any]) -> list[str]:
    lines = [f"id {person.id}" + (f", {person.url}" if person.url else "")]
    if alphabets := mixed_alphabets(person.display_name):
        from netscout.lang import fill, texts

        lines.append(fill(texts("letters")["mixed"], {"alphabets": alphabets}))
    if person.emails:
        lines.append(f"E-mail: {', '.join(person.emails)}")
    if person.connected_on:
        lines.append(f"Connected on {person.connected_on} (Connections.csv).")
    elif person.known_from != "connections":
        lines.append(f"Not a connection: known from {_KNOWN.get(person.known_from, person.known_from)}.")
    if person.gone:
        lines.append("No longer listed in your newest export.")
    messages = record.get("messages")
    if messages:
        sent, received = messages["sent"], messages["received"]
        last = f", last on {messages['last']}" if messages.get("last") else ""
        lines.append(f"Direct messages: {sent} sent, {received} received{last} (messages.csv).")
    if record.get("recommended_me"):
        lines.append("Wrote you a recommendation (Recommendations_Received.csv).")
    if record.get("skills_endorsed"):
        lines.append(f"Endorsed {record['skills_endorsed']} of your skills (Endorsement_Received_Info.csv).")
    return lines


_LISTS = {"practitioners": "people who have the job", "connectors": "people who can open doors"}


def _places(session: Session, person: Person) -> list[str]:
    from netscout.app.snapshot import stored_rows

    lines = []
    for row in stored_rows(session, person.id):
        where = f"{row.day}, {row.target or 'no target'}, {_LISTS.get(row.list, row.list)}"
        if row.excluded:
            lines.append(f"{where}: left out, {row.excluded}")
        elif row.rank:
            lines.append(f"{where}: place {row.rank}; {row.verdict}, chance to answer {row.band}.")
        else:
            lines.append(f"{where}: not on the list (place {row.pure_rank} by score alone).")
    return lines
