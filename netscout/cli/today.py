"""`netscout today`: what to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.numbers import Numbers
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from netscout.app.today import Today
    from netscout.model.agenda import NextAsks, Placed
    from netscout.model.standing import Line

_EPILOG = """\b
Overdue thanks and reports come first, then what is due, by its day; new
requests come last, and never more than your limits allow.

\b
Examples:
  netscout today
  netscout today --review           (what your messages tell of, one key each)
  netscout today --accept all       (log all of it; or --accept 1,3)
  netscout --today 2026-03-23 today
"""


@click.command("today", help=SUMMARIES["today"], epilog=_EPILOG)
@click.option("--review", is_flag=True, help="Go through what your messages tell of: y log it, n never, Enter later.")
@click.option("--accept", type=Numbers(), metavar="all|N,N", help="Log what your messages tell of: all, or by number.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, review: bool, accept: str | tuple[int, ...] | None, as_json: bool) -> None:
    """Print the agenda of the day, or take in what messages tell of."""
    if accept is not None:
        refuse_idle(ctx, "with --accept", "review")
    if review:
        refuse_idle(ctx, "with --review", "as_json")
        _review(ctx)
        return
    context = context_of(ctx)
    with console.faults_in_json("today", wanted=as_json):
        if accept is not None:
            _accept(ctx, accept, as_json=as_json)
            return
        from netscout.app.today import today

        found = today(context.session())
    if as_json:
        console.json_out("today", _payload(found))
        return
    _print(found, context.today)


def _accept(ctx: click.Context, which: str | tuple[int, ...], *, as_json: bool) -> None:
    from netscout.app.proposals import accept
    from netscout.cli.reviewing import told

    taken = accept(context_of(ctx).session(), which)
    if as_json:
        console.json_out("today", {"accepted": taken})
        return
    for one in taken:
        console.out(f"Logged: {told(one)}")
    if not taken:
        console.out("Nothing new was logged.")
    console.next_step("netscout today")


def _review(ctx: click.Context) -> None:
    from netscout.app.proposals import proposals
    from netscout.cli.reviewing import Review, told

    context = context_of(ctx)
    session = context.session()
    open_ones = proposals(session)
    if not open_ones:
        console.out("Your messages tell of nothing that is not in the log.")
        console.next_step("netscout today")
        return
    if not context.interactive:
        for one in open_ones:
            console.out(f"  {one.number:>2}  {told(one)}")
        raise RefusedError(
            "nobody can be asked here (no terminal, or --no-input).",
            "Take them with `netscout today --accept all`, or some by number: --accept 1,3",
        )
    review = Review(session, open_ones)
    review.go()
    console.out(f"{console.counted(review.logged, 'event', 'events')} logged.")
    console.next_step("netscout today")


def _print(found: Today, day: date) -> None:
    from netscout.model.days import long_day

    console.heading(long_day(day))
    if not found.logged:
        console.out("Nothing is logged yet: nobody was asked.")
        _print_asks(found.asks, owes=False)
        if not found.asks.people:
            console.next_step("netscout rank", "whom to ask first; then log it with `netscout log PERSON asked`")
        return
    _print_now(found, day)
    parts = (
        ("Coming up:", found.agenda.soon),
        ("Fixed, further away:", found.agenda.fixed),
        ("Waiting for an answer:", found.agenda.waiting),
    )
    for heading, lines in parts:
        if lines:
            console.out()
            console.out(heading)
        for one in lines:
            console.wrapped(f"- {found.told(one, day)}")
    _print_asks(found.asks, owes=found.owes)
    for text, command in found.hints:
        console.out()
        console.wrapped(text)
        if command:
            console.out(f"    {command}", whole=True)
    if found.proposals:
        console.out()
        console.out(f"Your messages tell of {console.counted(found.proposals, 'event', 'events')} not in the log.")
        console.next_step("netscout today --review")
    else:
        console.next_step("netscout log PERSON EVENT", "write down what you did")


def _print_now(found: Today, day: date) -> None:
    if not found.agenda.now:
        console.out("Nothing is due.")
    for one in found.agenda.now:
        console.wrapped(f"* {found.told(one, day)}")
        helps = found.help[one]
        if helps.say:
            console.wrapped(helps.say, "    ")
        for lead, what in (("", helps.do), ("then: ", helps.then)):
            if what:
                console.out(f"    {lead}{what}", whole=True)


def _print_asks(asks: NextAsks, *, owes: bool) -> None:
    from netscout.lang import fill, texts
    from netscout.model.days import long_day

    words = texts("doing")
    if not asks.target:
        return
    console.out()
    if asks.limit:
        console.wrapped(asks.limit)
        return
    somebody = asks.people or asks.seconds
    lead = words[("asks.first" if owes else "asks.next") if somebody else "asks.nobody"]
    console.wrapped(f"{fill(words['asks.room'], {'count': str(asks.room)})} {lead}")
    for one in asks.people:
        console.wrapped(f"- {_who(one)}")
        console.out(f"    netscout draft {one.id}", whole=True)
    for second in asks.seconds:
        named = f"{second.placed.name} ({second.placed.id})"
        values = {"company": second.at, "asked": long_day(second.asked), "named": named}
        console.wrapped(f"- {fill(words['second'], values)}")
    if asks.day:
        console.wrapped(fill(words["asks.stale"], {"day": asks.day}), aside=True)


def _who(one: Placed) -> str:
    return f"{one.name} ({one.id}){f', {one.at}' if one.at else ''}"


def _payload(found: Today) -> dict[str, Any]:
    lines = {
        key: [_plain(one, found) for one in getattr(found.agenda, key)] for key in ("now", "soon", "fixed", "waiting")
    }
    return {
        **lines,
        "asks": found.asks,
        "hints": [{"say": text, "do": command} for text, command in found.hints],
        "proposals": found.proposals,
        "people": found.logged,
    }


def _plain(one: Line, found: Today) -> dict[str, Any]:
    helps: Sequence[str] = ()
    if one in found.help:
        helps = (found.help[one].say, found.help[one].do, found.help[one].then)
    return {
        "person": one.person,
        "name": found.names[one.person],
        "stage": one.standing.stage,
        "action": one.step.action,
        "due": one.step.due.isoformat() if one.step.due else None,
        "overdue_from": one.step.overdue.isoformat() if one.step.overdue else None,
        "status": one.status,
        "help": [each for each in helps if each],
    }
