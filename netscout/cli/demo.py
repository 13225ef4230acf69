"""`netscout demo`: the whole thing on the network of an invented person."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.main import context_of
from netscout.cli.summary import SUMMARIES


@click.command("demo", help=SUMMARIES["demo"], epilog="Example: netscout demo --out my-demo --open")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("netscout-demo"), show_default=True,
    help="Folder for the demo's workspace and page.",
)  # fmt: skip
@click.option("--open", "open_it", is_flag=True, help="Hand the page to your browser.")
@click.pass_context
def command(ctx: click.Context, *, out: Path, open_it: bool) -> None:
    """Load the bundled sample, rank it, write its page; your own workspace is not touched."""
    from netscout.app.demo import demo

    context_of(ctx)
    with console.progress() as tell:
        shown = demo(out, progress=tell)
    console.out(f"The network of {shown.owner}, an invented person, as of {shown.today}: {shown.people} people.")
    console.out(f"She is curious about: {', '.join(shown.roles)}.")
    console.out()
    console.heading("Write to these three this week")
    for place, line in enumerate(shown.lines, 1):
        console.wrapped(f"{place}. {line}")
    console.out()
    console.out(f"The page: {shown.page}")
    if open_it:
        from netscout.cli.opening import open_page

        open_page(shown.page)
    console.next_step(f"open {shown.page} in your browser, then: netscout start   (with your own export)")
