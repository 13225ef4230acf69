"""`netscout refer`: write down whom somebody named and whether you may use their name; see who led to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError
from netscout.model.referral import NOT_ASKED

if TYPE_CHECKING:
    from datetime import date

    from netscout.app.refer import Noted
    from netscout.app.referred import Ledger

_EPILOG = """\b
Their words matter: without a yes to use their name, no draft says that they
named anybody. Give the same names again when you hear a yes or a no later;
the newest word counts. Without NAME it is a word for anybody they know.

\b
Examples:
  netscout refer "Ines Example" --by p0042 --may-use-name yes --words "hi"
  netscout refer "Ines Example" --by p0042 --may-use-name no
  netscout refer "Bo Example" --by p0042 --intro them --company Northwind
  netscout refer --by p0042 --may-use-name yes
  netscout refer --list
"""
_TEXTS = ("by", "may_use_name", "words", "intro", "title", "company", "url", "on")


@click.command("refer", help=SUMMARIES["refer"], epilog=_EPILOG)
@click.argument("name", required=False)
@click.option("--by", metavar="PERSON", help="Who named them.")
@click.option("--may-use-name", type=click.Choice(["yes", "no"]), help="May you say who named them?")
@click.option("--words", default="", metavar="TEXT", help="What they said, in their words; private.")
@click.option("--intro", type=click.Choice(["me", "them"]), help="Who writes first: you, or they promised to.")
@click.option("--title", default="", help="What the named person does.")
@click.option("--company", default="", help="Where the named person works.")
@click.option("--url", default="", help="The address of their profile on LinkedIn.")
@click.option("--on", default="", metavar="DATE", help="The day they were named; today if you leave it out.")
@click.option("--new", is_flag=True, help="Somebody else than the person of that name you know.")
@click.option("--list", "listing", is_flag=True, help="Show who named whom, and what came of it.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, /, *, listing: bool, as_json: bool, **given: Any) -> None:  # noqa: ANN401  # one option each
    """Write down a referral, or a word on the use of a name; or show the ledger."""
    context = context_of(ctx)
    session = context.session()
    with console.faults_in_json("refer", wanted=as_json):
        if listing or (given["name"] is None and given["by"] is None):
            refuse_idle(ctx, "when the ledger is shown", "name", *_TEXTS, "new")
            from netscout.app.referred import ledger

            _show_ledger(ledger(session), as_json=as_json)
            return
        if given["by"] is None:
            raise click.UsageError('Say who named them, for example: netscout refer "Ines Example" --by p0042')
        if given["name"] is None:
            refuse_idle(ctx, "without a name", "intro", "title", "company", "url", "new")
            if given["may_use_name"] is None:
                raise click.UsageError("Say whom they named, or give --may-use-name for anybody they know.")
        from netscout.app.refer import Given, refer

        if given["name"] is not None and not given["name"].strip():
            raise RefusedError("that is no name.", "Give the name as you heard it, or leave it out.")
        typed = Given(**{key: given[key] or "" for key in ("name", *_TEXTS)}, new=given["new"])
        _show(refer(session, typed), context.today, as_json=as_json)


def _show(done: Noted, today: date, *, as_json: bool) -> None:
    from netscout.app.campaign import notes, outlook
    from netscout.app.refer import told
    from netscout.lang import texts

    if as_json:
        console.json_out("refer", _noted(done))
        return
    for line in (*told(done), *notes(done.warnings)):
        console.wrapped(line)
    console.out(f"With {done.referrer.shown_name}:")
    for line in outlook(done.standing, today):
        console.wrapped(line)
    if done.tie is not None and done.tie.permission == NOT_ASKED:
        again = f"netscout refer {done.tie.named} --by {done.referrer.id} --may-use-name yes"
        console.offer(texts("refer")["ask"], again)
    console.offer("Take it back with:", "netscout log --undo")
    console.next_step("netscout today")


def _noted(done: Noted) -> dict[str, Any]:
    from netscout.app.referred import tie_json

    step = done.standing.step
    return {
        "by": done.referrer.id,
        "named": done.named.id if done.named else None,
        "new": done.created,
        "again": done.again,
        "on": done.entry.on,
        "seq": done.entry.seq,
        "referral": tie_json(done.tie) if done.tie else None,
        "may_use_name_at_large": done.at_large or None,
        "withdrawn": done.withdrawn,
        "not_to_be_written_to": done.barred,
        "warnings": list(done.warnings),
        "next": step.action,
        "due": step.due.isoformat() if step.due else None,
        "overdue_from": step.overdue.isoformat() if step.overdue else None,
    }


def _show_ledger(found: Ledger, *, as_json: bool) -> None:
    from netscout.lang import texts

    if as_json:
        console.json_out("refer", found.as_json())
        return
    if not found.ties:
        words = texts("refer")
        console.wrapped(words["none"])
        console.offer(words["none.then"], 'netscout refer "Ines Example" --by PERSON --may-use-name yes')
        return
    for depth, line in found.lines():
        if depth:
            console.wrapped(line, indent="  " * depth)
        else:
            console.heading(line)
    console.next_step("netscout today")
