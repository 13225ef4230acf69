"""`netscout practice`: a talk rehearsed aloud, against the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of, seconds
from netscout.cli.kinds import Count
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from netscout.app.practice import Try
    from netscout.model.sheet import Line, Sheet

_EPILOG = """\b
Nothing you say is recorded. Kept are how often you practised, and how long
it took.

\b
Examples:
  netscout practice "Ana Example"
  netscout practice p0042 --minutes 30
"""


@click.command("practice", help=SUMMARIES["practice"], epilog=_EPILOG)
@click.argument("person")
@click.option("--minutes", type=Count(1, 240), help="Length of the talk: 15 to 30.")
@click.option("--resume", is_flag=True, help="With the question about your resume.")
@click.option("--offered", is_flag=True, help="They offered more than 30 minutes.")
@click.option("--target", help="Which target; the one you want most by default.")
@me_option
@click.pass_context
def command(  # one parameter for each option
    ctx: click.Context, *, person: str, minutes: int | None, resume: bool, offered: bool, target: str | None
) -> None:
    """Show one question at a time with its minutes, and report the time taken against the plan."""
    from netscout.app.practice import rehearsed, report, to_rehearse
    from netscout.app.prep import PrepWish, talk_sheet
    from netscout.lang import fill, texts

    context, words = context_of(ctx), texts("practice")
    session = context.session()
    sheet = talk_sheet(session, person, PrepWish(minutes, resume=resume, offered=offered, target=target))
    lines = to_rehearse(sheet)
    if not context.interactive:
        rows = [(str(one.minutes), one.text) for one in lines]
        console.table(("min", "say"), rows, grow=(1,), right=(0,), keep=(1,))
        raise RefusedError(
            "a rehearsal waits for your keys, and nobody can press one here (no terminal, or --no-input).",
            "Read the list aloud, or run it in a terminal.",
        )
    console.wrapped(words["lead"])
    tries = _rehearse(sheet, lines)
    if not tries:
        console.out(words["unheard"])
        return
    number = rehearsed(session, sheet.facts.id, tries)
    console.out()
    for line in report(sheet, tries):
        console.wrapped(line)
    console.wrapped(fill(words["again" if number > 1 else "again_once"], {"number": str(number)}))
    console.next_step(f"netscout prep {sheet.facts.id} --out talk.html", "the sheet to take along")


def _rehearse(sheet: Sheet, lines: list[Line]) -> list[Try]:
    from netscout.app.practice import DROPPED, KEPT, REWORDED, Try, clock

    tries: list[Try] = []
    begun = seconds()
    for place, line in enumerate(lines, 1):
        console.out()
        gone = f"{clock(seconds() - begun)} of {clock(60 * sheet.minutes)} gone"
        console.note(f"{place}/{len(lines)}  {gone}; {clock(60 * line.minutes)} for this one")
        start = seconds()
        pressed = console.key(f"{line.text}  [k/r/d/q]", "krdq\r\n ")
        took = seconds() - start
        if pressed == "q":
            break
        console.note(f"{clock(took)} of {clock(60 * line.minutes)}")
        if pressed == "r":
            own = console.ask("In your words (Enter leaves it as it is)")
            tries.append(Try(line, took, REWORDED if own else KEPT, own))
        else:
            tries.append(Try(line, took, DROPPED if pressed == "d" else KEPT))
    return tries
