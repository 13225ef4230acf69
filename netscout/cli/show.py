"""`netscout show`: everything the workspace holds about one person."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
Examples:
  netscout show "Ana Example"
  netscout show p0042 --json
"""


@click.command("show", help=SUMMARIES["show"], epilog=_EPILOG)
@click.argument("person")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(ctx: click.Context, *, person: str, as_json: bool) -> None:
    """Show one person: role, how you are connected, where each fact comes from, the place on your lists."""
    from netscout.app.show import show

    found = show(context_of(ctx).session(), person)
    if as_json:
        console.json_out("show", found.as_json())
        return
    one = found.person
    console.heading(one.shown_name)
    role = " at ".join(part for part in (one.title, one.company) if part)
    console.out(role or one.headline or "No title in the export.")
    for line in found.lines:
        console.wrapped(f"- {line}")
    for heading, lines in found.sections:
        console.out()
        console.out(f"{heading}:")
        for line in lines:
            console.wrapped(f"- {line}")
    if found.places:
        console.out()
        console.out("Lists:")
    for line in found.places:
        console.wrapped(f"* {line}")
    if found.eras:
        console.out()
        console.out("What each export said, oldest first:")
    for line in found.history():
        console.wrapped(f"- {line}")
    console.next_step(f"netscout why {one.id}")
