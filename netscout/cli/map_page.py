"""`netscout map`: write the map of the network alone."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES


@click.command("map", help=SUMMARIES["map"], epilog="Example: netscout map --out network.html --open")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it.")
@click.option("--private", "form", flag_value="private", help="The private form; for your eyes only.")
@click.option("--open", "open_it", is_flag=True, help="Hand it to your browser.")
@me_option
@click.pass_context
def command(ctx: click.Context, *, out: Path | None, form: str | None, open_it: bool) -> None:
    """Write territories and link view as one HTML file."""
    from netscout.app.report import network_map

    page = network_map(context_of(ctx).session(), out=out, form=form or "mine")
    console.out(str(page.path), whole=True)
    if page.replaced:
        console.note(page.replaced)
    if open_it:
        from netscout.cli.opening import open_page

        open_page(page.path)
    else:
        console.next_step("open that file in your browser", "`netscout map --open` does it for you")
