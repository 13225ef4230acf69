"""`netscout prep`: the sheet for a talk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.kinds import Count
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.app.prep import Prepared
    from netscout.model.sheet import Block, Sheet

_EPILOG = """\b
Look these up first; each line you find is kept and brings better questions.
A line that ends in a question mark leaves something to ask.
person    path role said shared changed newcomer
company   business size news rivals remote
job       advert entry tools pay
industry  trend dispute
me        unknown decide field resource

\b
Some go on from words of the sheet:
shared "Westmark University"             news "the grid opened a new site"
pay "I have seen ... quoted"             field "I come from ..."
rivals: the name of one                  resource "I have worked through ..."

\b
Examples:
  netscout prep "Ana Example" --minutes 30 --outcome "decide yes or no about this work"
  netscout prep p0042 --found news "the grid will be rebuilt by 2030"
  netscout prep p0042 --minutes 30 --out ana.html
"""


@click.command("prep", help=SUMMARIES["prep"], epilog=_EPILOG)
@click.argument("person")
@click.option("--minutes", type=Count(1, 240), help="Length of the talk: 15 to 30.")
@click.option("--resume", is_flag=True, help="Ask what they think of your resume, at the end.")
@click.option("--offered", is_flag=True, help="They offered more than 30 minutes.")
@click.option("--outcome", metavar="TEXT", help="What you want from this talk, in a line; kept.")
@click.option("--found", nargs=2, multiple=True, metavar="WORD TEXT", help="What you found out; kept. See below.")
@click.option("--target", help="Which target; the one you want most by default.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it: FILE.md, or FILE.html to print."
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    person: str,
    minutes: int | None,
    resume: bool,
    offered: bool,
    outcome: str | None,
    found: tuple[tuple[str, str], ...],
    target: str | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Make the sheet for a talk; with --out it is written and `prepared` logged."""
    from netscout.app.prep import PrepWish, prep
    from netscout.app.prep import as_json as payload

    if minutes is not None and minutes <= 30:
        refuse_idle(ctx, "with 30 minutes or fewer", "offered")
    wish = PrepWish(minutes, resume, offered, outcome, found, target, out)
    with console.faults_in_json("prep", wanted=as_json):
        done = prep(context_of(ctx).session(), person, wish)
    if as_json:
        console.json_out("prep", payload(done))
        return
    if out is not None:
        _written(done, out)
    elif found:
        console.out(f"Noted of the talk with {done.sheet.facts.name}: {', '.join(word for word, _ in found)}.")
    else:
        _print(done.sheet)
    for one in done.sheet.remarks:
        console.wrapped(one, aside=True)
    if out is None and found:
        console.next_step(f"netscout prep {done.sheet.facts.id}", "the sheet with it")
    elif out is None:
        console.next_step(
            f"netscout prep {done.sheet.facts.id} --out talk.html", "the sheet to print, with room to write"
        )
    else:
        console.next_step(f"netscout practice {done.sheet.facts.id}", "say it aloud before the talk")


def _written(done: Prepared, out: Path) -> None:
    console.note(f"Written: {out}")
    if done.replaced:
        console.note(done.replaced)
    if done.logged:
        console.note("Logged: prepared. Take it back with `netscout log --undo`.")
    console.note("The sheet holds facts about a person: keep it to yourself.")


def _print(sheet: Sheet) -> None:
    from netscout.app.prep import shown as words_of

    view = words_of(sheet)
    console.heading(view["title"])
    for name, text in view["head"]:
        console.wrapped(f"{name}: {text or '...'}")
    if view["known"]:
        console.out()
        console.heading(view["words"]["known"])
    for one in view["known"]:
        console.wrapped(f"- {one['what']}: {one['found']} {one['asked']}".rstrip())
    for block, shown in zip(sheet.blocks, view["blocks"], strict=True):
        _block(block, shown["name"], shown["said"], shown["lines"])
    if view["drops"]:
        console.out()
        console.wrapped(f"{view['words']['drop']} {', '.join(view['drops'])}.")


def _block(block: Block, name: str, said: tuple[str, ...], lines: list[dict[str, str]]) -> None:
    console.out()
    console.heading(f"{block.start}-{block.end} min: {name}")
    if said:
        console.wrapped(" ".join(said), indent="    ")
    for line in lines:
        console.wrapped(f"{line['number']:>2}  {line['text']} ({line['minutes']} min)")
        if line["beside"]:
            console.wrapped(line["beside"], indent="    ", aside=True)
