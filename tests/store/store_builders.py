"""Small exports built by hand: what a test needs of them and nothing else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from netscout.model.event import Event
from netscout.model.export import Export, Interaction, Sighting, SourceFile
from netscout.model.ledger import FileAccount
from netscout.model.owner import Owner, Position, School
from netscout.store.events import append_event
from netscout.store.labels import avoid, set_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.store.workspace import Workspace

ME = Owner(name="Robin Example", slugs=("robin-example",), emails=("robin@mail.example",), how="profile")
TABLES = {
    "Connections.csv": "connections",
    "messages.csv": "messages",
    "Invitations.csv": "invitations",
    "Endorsement_Received_Info.csv": "endorsements",
    "Recommendations_Received.csv": "recommendations",
}
_FILE_OF = {"connection": 0, "message": 1, "invitation": 2, "endorsement": 3, "recommendation": 4}


def seen(name: str, slug: str | None = None, **more: Any) -> Sighting:
    """Return a sighting of `name`; a connection unless `kind` says otherwise."""
    kind = more.pop("kind", "connection")
    first, _, last = name.rpartition(" ")
    key = more.pop("name_key", name.casefold())
    return Sighting(_FILE_OF[kind], more.pop("line", 0), kind, slug, first, last, name, key, **more)


def contact(sighting: int, direction: str = "out", at: int | None = None, **more: Any) -> Interaction:
    """Return a message to or from the person of a sighting; another kind if `kind` says so."""
    kind = more.pop("kind", "message")
    return Interaction(sighting, _FILE_OF[kind], kind, direction, at, more.pop("day", None), **more)


def export(
    day: str | None,
    *sightings: Sighting,
    interactions: tuple[Interaction, ...] = (),
    owner: Owner = ME,
    salt: str = "",
    **more: Any,
) -> Export:
    """Return an export of one archive whose SHA-256 comes of its content."""
    digest = hashlib.sha256(repr((day, sightings, interactions, owner, salt)).encode()).hexdigest()
    rows = sum(one.kind == "connection" for one in sightings)
    hidden = more.pop("hidden", 0)
    counts = {"people": rows, "duplicates": 0, "hidden": hidden, "empty": 0, "unreadable": 0}
    account = FileAccount("Connections.csv", "connections", rows + hidden, counts)
    source = SourceFile(f"/home/robin/Downloads/export-{day}.zip", "linkedin", digest, (account,) if rows else ())
    return Export(
        (source,),
        tuple((0, name) for name in TABLES),
        day,
        owner,
        sightings,
        interactions,
        {"rows": rows + hidden, "messages": len(interactions)},
        has_connections=rows > 0,
        **more,
    )


def dump(ws: Workspace) -> str:
    """Return a digest of everything the database holds, ids included."""
    return hashlib.sha256("\n".join(ws.db.iterdump()).encode()).hexdigest()


def sample() -> tuple[Export, Export]:
    """Return two exports of one owner that between them fill most tables of the store."""
    career = Owner(
        *(ME.name, ME.slugs, ME.emails, "profile", "Analyst", "Retail"),
        (Position("Northwind", "Analyst", "2019-03", current=True),),
        (School("Example College", "BA", "2005", "2008"),),
    )
    people = (
        seen("Ana Example", "ana", company="Northwind", title="Data Analyst", connected_on="2020-01-02", line=4),
        seen("Bo Lind", "bo", emails=("bo@mail.example",), credentials=("PhD",), line=5),
        seen("Bo Lind", "bo-2", kind="message"),
    )
    told = (
        contact(0, "out", 1_700_000_000, conversation="c1", length=40, day="2023-11-14"),
        contact(0, "in", 1_700_000_900, conversation="c1", length=12, day="2023-11-14"),
        contact(2, "in", None, detail="inmail", conversation="c2"),
        contact(1, "in", 1_600_000_000, kind="endorsement", detail="SQL", day="2020-09-13"),
    )
    first = export("2026-01-05", *people, interactions=told, owner=career)
    moved = people[0]._replace(company="Fabrikam", title="Senior Data Analyst")
    second = export("2026-02-05", moved, interactions=told[:2], owner=career)
    return first, second


def fill_sample(ws: Workspace, take: Callable[[Export], object]) -> None:
    """Fill a workspace with the sample, a label, an avoidance, an event and a snapshot."""
    for one in sample():
        take(one)
    set_label(ws, "p0002", "know", on="2026-03-01", place="a course")
    avoid(ws, "p0003", on="2026-03-02", reason="asked me not to")
    append_event(ws, Event("p0002", "asked", "2026-03-03", note="by message", logged_on="2026-03-03"))
    ws.db.execute("INSERT INTO ranking VALUES (1, 'data', 'practitioners', 'i', 's', 'v', '2026-03-03', '{}')")


def dump_text(ws: Workspace) -> str:
    """Return the database as SQL."""
    return "\n".join(ws.db.iterdump()) + "\n"
