"""`netscout people`: list or search the people of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.app.session import Session
from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.kinds import Count
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.model.person import Person

_LOAD = ("netscout load FILE", "your LinkedIn export, or contacts of another program")
_ALL = ("netscout people", "everybody; or give the beginning of a word")
_EPILOG = """\b
Examples:
  netscout people
  netscout people "data analyst"
  netscout people --owners                    (whose exports the workspace holds)
  netscout people --json > my-people.json     (a personal file: it holds e-mail addresses)
"""


@click.command("people", help=SUMMARIES["people"], epilog=_EPILOG)
@click.argument("query", required=False, default="")
@click.option("-n", "count", type=Count(), default=40, show_default=True, help="How many to list.")
@click.option("--owners", is_flag=True, help="List the members whose exports the workspace holds.")
@click.option("--json", "as_json", is_flag=True, help="Print everybody as JSON, e-mail addresses included.")
@me_option
@click.pass_context
def command(ctx: click.Context, *, query: str, count: int, owners: bool, as_json: bool) -> None:
    """List people by name; a query looks in name, title and company."""
    from netscout.app import people

    session = context_of(ctx).session()
    if owners:
        refuse_idle(ctx, "with --owners", "query", "count")
        _members(session, as_json=as_json)
        return
    if as_json:
        console.json_out("people", {"people": people.people_json(session, query)})
        return
    found = people.people(session, query)
    if not found:
        console.out("Nobody has that in name, title, company or headline." if query else "Nobody yet.")
        console.next_step(*(_ALL if query else _LOAD))
        return
    _table(found[:count])
    if len(found) > count:
        console.note(f"{len(found):,} in all; -n {len(found)} lists them all.")
    console.next_step(f"netscout show {found[0].id}", "any id of the list")


def _table(found: list[Person]) -> None:
    """Print people; the day of connection only where somebody has one."""
    head = ("id", "name", "title", "company", "connected")
    rows = [(one.id, one.shown_name, one.title, one.company, one.connected_on or "") for one in found]
    last = len(head) if any(row[-1] for row in rows) else -1
    console.table(head[:last], [row[:last] for row in rows], grow=(1, 2, 3), keep=(1,))


def _members(session: Session, *, as_json: bool) -> None:
    """List the members, the first loaded first, and how many persons the workspace knows."""
    from netscout.app.members import members

    found = members(session)
    if as_json:
        console.json_out("people", found.as_json())
        return
    rows = [
        (
            one["id"],
            one["name"] or ", ".join(one["slugs"] or one["emails"]) or "(not known)",
            str(one["people"]),
            str(len(one["exports"])),
            next((day for day in one["exports"] if day), ""),
            one["consent_on"] or "",
        )
        for one in found.rows
    ]
    console.table(("id", "member", "people", "exports", "newest", "consent"), rows, grow=(1,), right=(2, 3), keep=(1,))
    console.note(f"{console.people(found.persons)} in all, each counted once, the members included.")
    if len(rows) > 1:
        console.next_step(f"netscout rank --me {rows[1][0]}", f"lists are those of {rows[0][0]} unless you say so")
