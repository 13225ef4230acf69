"""`netscout why`: why somebody stands where they stand."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
Examples:
  netscout why "Ana Example"
  netscout why p0042 --list practitioners
  netscout why p0042 --target data --json
"""


@click.command("why", help=SUMMARIES["why"], epilog=_EPILOG)
@click.argument("person")
@click.option("--target", help="Which target; the one you want most by default.")
@click.option(
    "--list", "kind", type=click.Choice(["practitioners", "connectors", "both"]), default="both", help="Which list."
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(ctx: click.Context, *, person: str, target: str | None, kind: str, as_json: bool) -> None:
    """Explain one person: sentences first, then the parts that sum to the score."""
    from netscout.app import why as use_case

    found = use_case.why(context_of(ctx).session(), person, target, kind)
    if as_json:
        console.json_out("why", found.as_json())
        return
    for one in found.explained:
        console.heading(f"{one.row.name}, {one.title}")
        for line in one.sentences:
            console.wrapped(f"- {line}")
        console.out()
        for part in one.row.parts:
            source = f"  ({part.source})" if part.source else ""
            console.out(f"  {part.points:+8.1f}  {part.sentence}{source}")
        console.out(f"  {'':->8}")
        console.out(f"  {one.row.score:8.1f}  points (100 times the natural logarithm; higher is better)")
        if one.row.gains:
            console.out("  Chosen when their turn came, of 100 for the best score:")
            for gain in one.row.gains:
                console.out(f"  {gain.points:+8.1f}  {gain.sentence}")
        console.out()
    if any(one.row.rank for one in found.explained):
        console.next_step(f"netscout draft {found.person}", "a request to copy")
    else:
        console.next_step(f"netscout know {found.person} met", "or close, know, stranger: say how well you know them")
