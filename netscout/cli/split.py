"""`netscout split`: take a merge back, or set rows of one person apart."""

from __future__ import annotations

import click

from netscout.app.session import Session
from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES
from netscout.model.person import Person

_EPILOG = """\b
Examples:
  netscout split p0042               (takes your merges of p0042 back; without any, lists its rows with numbers)
  netscout split p0042 --off 2       (row 2 is somebody else, whatever later exports say)
  netscout split p0042 --off 2,3
"""


@click.command("split", help=SUMMARIES["split"], epilog=_EPILOG)
@click.argument("person")
@click.option("--off", multiple=True, metavar="N", help="Set these rows apart, by the numbers that split lists.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, person: str, off: tuple[str, ...], as_json: bool) -> None:
    """Take back merges of this person, or set apart what the rules joined wrongly."""
    from netscout.app import merge as use_case

    session = context_of(ctx).session()
    known, done = use_case.split(session, person, _numbers(off))
    if as_json:
        rows = [use_case.era_json(one) for one in use_case.eras(session, known.id)]
        console.json_out("split", {"person": known.id, "apart": list(done.others), "eras": rows})
        return
    if not done.others:
        _rows(session, known)
        return
    for one in (known, *use_case.people_of(session, done.others)):
        role = " at ".join(part for part in (one.title or one.headline, one.company) if part)
        console.wrapped(f"{one.id}  {one.shown_name}{f', {role}' if role else ''}")
    console.offer("They are apart. Take it back with:", f"netscout merge {known.id} {done.others[0]}")


def _numbers(off: tuple[str, ...]) -> tuple[int, ...]:
    parts = [part.strip() for one in off for part in one.split(",")]
    if not all(part.isdecimal() for part in parts):
        raise click.BadParameter("give numbers, for example --off 2 or --off 2,3", param_hint="--off")
    return tuple(int(part) for part in parts)


def _rows(session: Session, person: Person) -> None:
    """List what the person is made of, numbered, with the reason of each join."""
    from netscout.app import merge as use_case

    found = use_case.eras(session, person.id)
    console.out(f"You merged nobody with {person.shown_name}. What the exports say, oldest first:")
    for one in found:
        why = use_case.reason(one)
        console.wrapped(f"{one.number}. {use_case.era_line(one)}{f'. Joined: {why}' if why else ''}.", "  ")
    if max((one.number for one in found), default=0) > 1:
        console.next_step(f"netscout split {person.id} --off N", "if row N is somebody else")
    else:
        console.note("All rows carry one profile address or one name and day, so there is nothing to set apart.")
