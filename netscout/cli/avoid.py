"""`netscout avoid`: keep somebody off the lists."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
Examples:
  netscout avoid "Ana Example" --reason "she is leaving the field"
  netscout avoid "Ana Example" --undo
"""


@click.command("avoid", help=SUMMARIES["avoid"], epilog=_EPILOG)
@click.argument("person")
@click.option("--reason", default="", help="Why, in your words; kept in your workspace only.")
@click.option("--undo", is_flag=True, help="Let them on your lists again.")
@click.pass_context
def command(ctx: click.Context, *, person: str, reason: str, undo: bool) -> None:
    """Exclude somebody from the lists until --undo."""
    from netscout.app.know import avoid

    if undo:
        refuse_idle(ctx, "with --undo", "reason")

    known = avoid(context_of(ctx).session(), person, reason=reason, undo=undo)
    console.out(f"{known.shown_name} {'may stand on your lists again' if undo else 'stays off your lists'}.")
    if not undo:
        console.offer("Undo it with:", f"netscout avoid {known.id} --undo")
    console.next_step("netscout rank")
