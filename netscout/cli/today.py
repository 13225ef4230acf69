"""`netscout today`: what to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from datetime import date

    from netscout.app.today import Today
    from netscout.model.standing import Line

_EPILOG = """\b
Overdue thanks and reports come first, then what is due, by its day.

\b
Examples:
  netscout today
  netscout --today 2026-03-23 today
"""


@click.command("today", help=SUMMARIES["today"], epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Print the agenda of the day."""
    from netscout.app.today import today

    context = context_of(ctx)
    with console.faults_in_json("today", wanted=as_json):
        found = today(context.session())
    if as_json:
        lines = {key: [_plain(one, found) for one in getattr(found.agenda, key)] for key in ("now", "soon", "waiting")}
        console.json_out("today", {**lines, "proposals": found.proposals, "people": found.logged})
        return
    _print(found, context.today)


def _print(found: Today, day: date) -> None:
    from netscout.model.days import long_day

    console.heading(long_day(day))
    if not found.logged:
        console.out("Nothing is logged yet: nobody was asked.")
        console.next_step("netscout rank", "whom to ask first; then log it with `netscout log PERSON asked`")
        return
    if not found.agenda.now:
        console.out("Nothing is due.")
    for one in found.agenda.now:
        console.wrapped(f"* {found.told(one, day)}")
    for heading, lines in (("Coming up:", found.agenda.soon), ("Waiting for an answer:", found.agenda.waiting)):
        if lines:
            console.out()
            console.out(heading)
        for one in lines:
            console.wrapped(f"- {found.told(one, day)}")
    if found.proposals:
        console.out()
        console.out(f"Your messages tell of {console.counted(found.proposals, 'event', 'events')} not in the log.")
        console.next_step("netscout changes")
    else:
        console.next_step("netscout log PERSON EVENT", "write down what you did")


def _plain(one: Line, found: Today) -> dict[str, Any]:
    return {
        "person": one.person,
        "name": found.names[one.person],
        "stage": one.standing.stage,
        "action": one.step.action,
        "due": one.step.due.isoformat() if one.step.due else None,
        "overdue_from": one.step.overdue.isoformat() if one.step.overdue else None,
        "status": one.status,
    }
