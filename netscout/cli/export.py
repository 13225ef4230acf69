"""`netscout export`: files to take away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import note_idle
from netscout.cli.kinds import Count
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.app.export import Exported

_EPILOG = """\b
  people     everybody, with addresses and notes    xlsx csv json vcf md
  shortlist  whom to ask for one target             xlsx csv json vcf md
  graph      your network, for graph programs       graphml gexf json csv
  cards      one Markdown file a person, lossless   a folder
  session    for a counsellor: lists, agenda, talks  html md

\b
Examples:
  netscout export people --out people.xlsx
  netscout export shortlist --target data -n 20 --out to-ask.csv
  netscout export graph --out network.graphml
  netscout export cards --out my-cards
  netscout export session --out session.html
"""
_WHAT = ("people", "shortlist", "graph", "cards", "session")
_FORMATS = ("xlsx", "csv", "json", "graphml", "gexf", "vcf", "html", "md")
_SAID = {
    "personal": "This is a personal file: it holds e-mail addresses, phone numbers and notes. Keep it to yourself.",
    "private": "This file is for your eyes only: it holds your notes.",
    "mine": "It holds names; no e-mail address, phone number or note.",
}
_PLANS, _TELLING = " It contains your career plans.", ("shortlist", "graph", "session")
"""What is said of files that tell of a target."""
_UNITS = {
    "people": ("person", "people"),
    "shortlist": ("row", "rows"),
    "graph": ("node", "nodes"),
    "cards": ("person", "people"),
    "session": ("person", "people"),
}


@click.command("export", help=SUMMARIES["export"], epilog=_EPILOG)
@click.argument("what", type=click.Choice(_WHAT))
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; its ending says the format.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="The format, if the ending does not say it.")
@click.option("--target", help="Of a shortlist or graph: which target; the one you want most by default.")
@click.option("-n", "count", type=Count(), default=10, show_default=True, help="Places on each list.")
@click.option("--private", is_flag=True, help="A shortlist or graph with your notes in it; for your eyes only.")
@click.option("--bom", is_flag=True, help="Mark csv as UTF-8, which some spreadsheets need for names with accents.")
@click.option("--json", "as_json", is_flag=True, help="Print the account of what was written as JSON.")
@me_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    what: str,
    out: Path | None,
    form: str | None,
    target: str | None,
    count: int,
    private: bool,
    bom: bool,
    as_json: bool,
) -> None:
    """Write one file (of cards a folder) in the format asked for, and say what it contains."""
    from dataclasses import replace

    from netscout.app import export as use_case

    if out is not None and str(out) in ("", "-"):
        raise click.UsageError("--out needs the name of a file; `netscout rank --format csv` prints.")
    _note_idle(ctx, what)
    session = context_of(ctx).session()
    wish = use_case.Wish(what, out, form or "", target, count, private, bom)
    with console.progress() as tell:
        done = use_case.export(replace(session, progress=tell), wish)
    if as_json:
        console.json_out("export", use_case.as_json(done))
        return
    _tell(done)


def _note_idle(ctx: click.Context, what: str) -> None:
    """Say which options change nothing in what is exported."""
    if what in ("people", "cards"):
        note_idle(ctx, f"with {what}, which holds everybody and everything", "target", "private", "count")
    if what == "graph":
        note_idle(ctx, "with graph, which holds everybody", "count")


def _tell(done: Exported) -> None:
    one, many = ("link", "links") if (done.what, done.format) == ("graph", "csv") else _UNITS[done.what]
    console.out(str(done.path), whole=True)
    console.note(f"{done.rows:,} {one if done.rows == 1 else many}.")
    if done.cut:
        cells = "1 cell was" if done.cut == 1 else f"{done.cut:,} cells were"
        console.note(f"{cells} longer than a workbook holds, cut and marked; csv keeps such texts whole.")
    console.note(f"{_SAID[done.contains]}{_PLANS if done.what in _TELLING else ''}")
    if done.replaced:
        console.note(done.replaced)
