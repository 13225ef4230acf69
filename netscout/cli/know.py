"""`netscout know`: say how well you know somebody."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError
from netscout.model.notes import CADENCES

_EPILOG = """\b
close     you may simply call them
know      you have worked or talked together
met       you have met
stranger  a name on a list

\b
Examples:
  netscout know "Ana Example" close
  netscout know p0042 met --place "trade fair 2024"
  netscout know p0042 --every 60    (after a talk: how often to keep in touch)
  netscout know --review 30
"""
_KEYS = {"c": "close", "k": "know", "m": "met", "s": "stranger"}


@click.command("know", help=SUMMARIES["know"], epilog=_EPILOG)
@click.argument("person", required=False)
@click.argument("label", required=False, type=click.Choice(["close", "know", "met", "stranger"]))
@click.option("--place", default="", help="Where you know them from.")
@click.option("--every", type=click.Choice(tuple(CADENCES)), help="Days between keeping in touch, after a talk.")
@click.option("--review", type=Count(1, 500), metavar="N", help="Go through the N people where it helps most.")
@click.pass_context
def command(  # one parameter for each option
    ctx: click.Context, *, person: str | None, label: str | None, place: str, every: str | None, review: int | None
) -> None:
    """Store a label, or how often to keep in touch; the newest one counts."""
    context = context_of(ctx)
    if review is not None:
        refuse_idle(ctx, "with --review", "person", "label", "place", "every")
        _review(ctx, review)
        return
    if person is None or (label is None and every is None):
        raise click.UsageError("Give a person and a label, for example: netscout know p0042 close")
    from netscout.app.know import keep_in_touch, know

    if every is not None:
        known = keep_in_touch(context.session(), person, every)
        words = {"off": "no more reminders to keep in touch", "usual": "keep in touch as usual"}
        console.out(f"{known.shown_name}: {words.get(every, f'keep in touch every {every} days')}.")
    if label is None:
        console.next_step("netscout today")
        return
    known = know(context.session(), person, label, place)
    console.out(f"{known.shown_name}: {label}.")
    console.next_step("netscout rank")


def _review(ctx: click.Context, count: int) -> None:
    from netscout.app.know import know, questions

    context = context_of(ctx)
    session = context.session()
    asked = questions(session, count)
    if not asked:
        console.out("There is nobody left to ask about.")
        return
    if not context.interactive:
        rows = [(one.id, one.shown_name, one.title, one.company) for one in asked]
        console.table(("id", "name", "title", "company"), rows, grow=(1, 2, 3), keep=(1,))
        raise RefusedError(
            "nobody can be asked here (no terminal, or --no-input).",
            "Answer with `netscout know ID close`, or know, met, stranger.",
        )
    console.out("How well do you know them? c close, k know, m met, s stranger, Enter skip, q stop.")
    done = 0
    for place, one in enumerate(asked, 1):
        role = " at ".join(part for part in (one.title, one.company) if part)
        pressed = console.key(
            f"{place}/{len(asked)}  {one.shown_name}, {role or 'no title'}  [c/k/m/s/Enter/q]", "ckmsq\r\n "
        )
        if pressed == "q":
            break
        if pressed in _KEYS:
            know(session, one.id, _KEYS[pressed])
            done += 1
    console.out(f"{done} answers kept.")
    console.next_step("netscout rank")
