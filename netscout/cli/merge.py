"""`netscout merge`: say that two entries are one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import Context, context_of
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from netscout.app.merge import Pair
    from netscout.model.person import Person

_EPILOG = """\b
Examples:
  netscout merge                     (lists who may be one person, and why)
  netscout merge p0042 p0107         (p0042 stays; `netscout split p0042` takes it back)
  netscout merge p0042 p0107 --yes
"""


@click.command("merge", help=SUMMARIES["merge"], epilog=_EPILOG)
@click.argument("kept", metavar="[PERSON", required=False)
@click.argument("other", metavar="PERSON]", required=False)
@click.option("-n", "count", type=Count(), default=20, show_default=True, help="How many pairs to list.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, kept: str | None, other: str | None, count: int, yes: bool, as_json: bool) -> None:
    """Make the second person part of the first; without arguments list who may be one person."""
    from netscout.app import merge as use_case

    context = context_of(ctx)
    session = context.session()
    if kept is None:
        _list(use_case.possible_duplicates(session), count, as_json=as_json)
        return
    if other is None:
        raise click.UsageError("Give two people, for example: netscout merge p0042 p0107")
    pair = use_case.weigh(session, kept, other)
    if not as_json:
        _show(pair)
    if not yes and not _agreed(context, pair):
        console.out("Nothing was changed.")
        return
    person = use_case.merge(session, pair)
    if as_json:
        console.json_out("merge", {"person": person.id, "merged": pair.other.id, **pair.as_json()})
        return
    console.out(f"{pair.other.id} is part of {person.id} now.")
    console.offer("Take it back with:", f"netscout split {person.id}")


def _agreed(context: Context, pair: Pair) -> bool:
    if context.interactive:
        return console.confirm("Make them one person?", default=not pair.against)
    raise RefusedError("nobody can be asked here (no terminal, or --no-input).", f"Give: {pair.command} --yes")


def _list(pairs: list[Pair], count: int, *, as_json: bool) -> None:
    if as_json:
        console.json_out("merge", {"possible": [one.as_json() for one in pairs]})
        return
    if not pairs:
        console.out("No two people of one name: there is nothing to merge.")
        return
    console.wrapped("Nobody is made one by name alone. These share a name; you decide:")
    for one in pairs[:count]:
        console.out()
        _show(one)
        console.out(f"  {one.command}", whole=True)
    if len(pairs) > count:
        console.out()
        console.note(f"{len(pairs):,} pairs in all; -n {len(pairs)} lists them all.")


def _show(pair: Pair) -> None:
    for one in (pair.kept, pair.other):
        console.wrapped(f"{one.id}  {one.shown_name}, {_role(one)}")
    for word, lines in (("For", pair.speaks_for), ("Against", pair.against)):
        if lines:
            console.wrapped(f"{word}: {'; '.join(lines)}.", "  ")


def _role(one: Person) -> str:
    role = " at ".join(part for part in (one.title or one.headline, one.company) if part)
    since = f"connected on {one.connected_on}" if one.connected_on else f"known from {one.known_from}"
    return ", ".join(part for part in (role, since, one.url) if part)
