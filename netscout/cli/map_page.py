"""`netscout map`: write the map of the network alone."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import form_of
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
By default everybody in your network is a dot with a name. With --share only
the people on your lists are drawn, everybody else is counted.

\b
Examples:
  netscout map --out network.html --open
  netscout map --share --hide-names --out for-my-counsellor.html
"""


@click.command("map", help=SUMMARIES["map"], epilog=_EPILOG)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it.")
@click.option("--private", is_flag=True, help="The private form; a map holds no notes, so it is the same map.")
@click.option("--share", is_flag=True, help="The shortlist and totals only; everybody else as counts.")
@click.option("--hide-names", is_flag=True, help="With --share: without names.")
@click.option("--open", "open_it", is_flag=True, help="Hand it to your browser.")
@me_option
@click.pass_context
def command(
    ctx: click.Context, *, out: Path | None, private: bool, share: bool, hide_names: bool, open_it: bool
) -> None:
    """Write territories and link view as one HTML file."""
    from netscout.app.report import network_map

    form = form_of(private=private, share=share, hide_names=hide_names)
    page = network_map(context_of(ctx).session(), out=out, form=form, hide_names=hide_names)
    console.out(str(page.path), whole=True)
    if page.replaced:
        console.note(page.replaced)
    if open_it:
        from netscout.cli.opening import open_page

        open_page(page.path)
    else:
        console.next_step("open that file in your browser", "`netscout map --open` does it for you")
