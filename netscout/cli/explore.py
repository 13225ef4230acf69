"""`netscout explore`: the kinds of work present in your own network."""

from __future__ import annotations

import shlex

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.kinds import Count
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

_SHOWN = 3
_EPILOG = """\b
Examples:
  netscout explore
  netscout explore --family "Computing and mathematics"
  netscout explore --take "Data Analyst"
"""


@click.command("explore", help=SUMMARIES["explore"], epilog=_EPILOG)
@click.option("--family", help="Show the roles inside one family.")
@click.option("--take", metavar="ROLE", help="Make this role a target of yours.")
@click.option("-n", "count", type=Count(), default=25, show_default=True, help="How many lines.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(ctx: click.Context, *, family: str | None, take: str | None, count: int, as_json: bool) -> None:
    """Count the families and roles in your network and how many people you could ask in each."""
    from netscout.app.explore import explore, followed
    from netscout.app.explore import take as take_role

    if take is not None:
        refuse_idle(ctx, "with --take", "family", "count", "as_json")
        target = take_role(context_of(ctx).session(), take)
        console.out(f"Target {target.name} added: {', '.join(target.roles)}.")
        console.next_step(f"netscout rank --target {shlex.quote(target.name)}", "or: netscout report")
        return
    found = explore(context_of(ctx).session(), family)
    if as_json:
        console.json_out("explore", {"fields": found})
        return
    if not found:
        console.out("Nothing to show yet." if family is None else "There is no family of that name here.")
        if family is not None:
            console.next_step("netscout explore", "the families there are")
        return
    rows = [(one.role or one.family, str(one.people), str(one.askable), one.near) for one in found[:count]]
    head = "kind of work" if family is None else "role"
    console.table((head, "people", "to ask", "near to you"), rows, grow=(0, 3), right=(1, 2), keep=(0,))
    if len(found) > count:
        console.note(f"{len(found)} lines in all; -n {len(found)} shows them.")
    _tell_follows(followed(context_of(ctx).session()))
    if family is None:
        console.next_step(f'netscout explore --family "{found[0].family}"', "the roles inside it")
    else:
        role = next((one.role for one in found if one.role), "Data Analyst")
        console.next_step(f'netscout explore --take "{role}"', "makes it your target")


def _tell_follows(names: tuple[str, ...]) -> None:
    """Say which organisations the user follows, as hints for targets."""
    if names:
        rest = len(names) - _SHOWN
        shown = ", ".join(names[:_SHOWN]) + (f" and {rest:,} more" if rest > 0 else "")
        console.wrapped(
            f"You follow {shown} on LinkedIn; --company NAME of `netscout target add` makes one a target company.",
            aside=True,
        )
