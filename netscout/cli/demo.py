"""`netscout demo`: the whole thing on the network of an invented person."""

from __future__ import annotations

import json
from contextlib import ExitStack
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES
from netscout.files import make_folder


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
    make_folder(out)
    source = sample()
    plan = json.loads(source.joinpath("target.json").read_text(encoding="utf-8"))
    with ExitStack() as stack, console.progress() as tell:
        exports = [stack.enter_context(resources.as_file(one)) for one in exports_of(source)]
        shown = demo(out, exports, plan, progress=tell)
    console.wrapped(f"The network of {shown.owner}, an invented person, as of {shown.today}: {shown.people} people.")
    console.out(f"She is curious about: {', '.join(shown.roles)}.")
    console.out()
    console.heading("Write to these three this week")
    for place, line in enumerate(shown.lines, 1):
        console.wrapped(f"{place}. {line}")
    console.out()
    console.out(f"The page: {shown.page}", whole=True)
    if open_it:
        from netscout.cli.opening import open_page

        open_page(shown.page)
    console.next_step("netscout start", "with your own export, when you have looked at the page in your browser")


def sample() -> Traversable:
    """Return the folder of the demo sample: inside the installed package, else beside it in a source tree.

    Raises:
        FileNotFoundError: neither is there (a damaged installation).
    """
    package = resources.files("netscout")
    for found in (package.joinpath("samples", "demo"), package.joinpath("..", "data_samples", "demo")):
        if found.joinpath("target.json").is_file():
            return found
    raise FileNotFoundError("the bundled sample is missing; install netscout again")


def exports_of(source: Traversable) -> list[Traversable]:
    """Return the zips of the sample, the oldest first."""
    return sorted((one for one in source.iterdir() if one.name.endswith(".zip")), key=lambda one: _by_date(one.name))


def _by_date(name: str) -> str:
    digits = name.rsplit("_", 1)[-1]
    return digits[6:10] + digits[0:5]
