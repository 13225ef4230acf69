"""`netscout log`: write down what happened; see it, or take the last entry back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from datetime import date

    from netscout.app.campaign import Logged
    from netscout.model.event import Event
    from netscout.model.standing import Standing

_EPILOG = """\b
asking       asked, followed-up, replied, deferred, declined, bounced
the talk     scheduled, prepared, confirmed, cancelled, missed, met
afterwards   thanked, advised, advice-followed, advice-dropped,
             reported-back, updated, gave-back, heard-from
the end      closed, reopened, do-not-contact; noted has no effect

\b
Examples:
  netscout log "Ana Example" asked
  netscout log p0042 replied --on 2026-03-12
  netscout log p0042 scheduled --for 2026-03-23 --at 14:30
  netscout log p0042 advised --note "read the yearly report"
  netscout log p0042          (what was logged so far)
  netscout log --undo         (take the last entry back)
"""


@click.command("log", help=SUMMARIES["log"], epilog=_EPILOG)
@click.argument("person", required=False)
@click.argument("event", required=False)
@click.option("--on", default="", metavar="DATE", help="The day it happened; today if you leave it out.")
@click.option("--for", "ahead", default="", metavar="DATE", help="The day it speaks of: of the talk, to ask again.")
@click.option("--at", default="", metavar="HH:MM", help="The time of the talk, or of day.")
@click.option("--zone", default="", help="The time zone, as you write it; kept as it is.")
@click.option("--minutes", type=Count(1, 600), help="How long.")
@click.option("--note", default="", metavar="TEXT", help="A word on it; private.")
@click.option("--undo", is_flag=True, help="Take the last entry back.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, /, *, undo: bool, as_json: bool, **given: Any) -> None:  # noqa: ANN401  # one option each
    """Append an entry to the log, show the log of a person, or take the last entry back."""
    context = context_of(ctx)
    session = context.session()
    with console.faults_in_json("log", wanted=as_json):
        if undo:
            refuse_idle(ctx, "with --undo", "person", "event", "on", "ahead", "at", "zone", "minutes", "note")
            from netscout.app.log import undo as take_back

            _show(take_back(session), context.today, "taken back", as_json=as_json)
            return
        if given["person"] is None:
            raise click.UsageError("Give a person and what happened, for example: netscout log p0042 asked")
        if given["event"] is None:
            refuse_idle(ctx, "without an event", "on", "ahead", "at", "zone", "minutes", "note")
            _history(ctx, given["person"], as_json=as_json)
            return
        from netscout.app.log import record
        from netscout.model.standing import Typed

        typed = Typed(**{key: one for key, one in given.items() if key != "person"})
        _show(record(session, given["person"], typed), context.today, "logged", as_json=as_json)


def _show(done: Logged, today: date, what: str, *, as_json: bool) -> None:
    from netscout.app.campaign import notes, outlook

    if as_json:
        entry = {
            **_entry(done.entry),
            "state": what,
            "warnings": list(done.warnings),
            "full_day": done.full_day or None,
        }
        console.json_out("log", {"person": done.person.id, "entry": entry, **_standing(done.standing, today)})
        return
    note = f" for {done.entry.for_day}" if done.entry.for_day else ""
    console.out(f"{done.person.shown_name}: {done.entry.event}{note} on {done.entry.on}, {what}.")
    for line in (*notes(done.warnings, done.full_day), *outlook(done.standing, today)):
        console.wrapped(line)
    if what == "logged" and done.thanks_for_later:
        console.offer("If you like, a word of thanks first:", f"netscout draft {done.person.id} --kind thanks")
    if what == "logged":
        console.offer("Take it back with:", "netscout log --undo")
    console.next_step("netscout today")


def _history(ctx: click.Context, person: str, *, as_json: bool) -> None:
    from netscout.app.campaign import outlook
    from netscout.app.log import history

    context = context_of(ctx)
    whose, entries, standing = history(context.session(), person)
    if as_json:
        found = {"person": whose.id, "entries": [_entry(one) for one in entries], **_standing(standing, context.today)}
        console.json_out("log", found)
        return
    console.heading(whose.shown_name)
    if entries:
        rows = [(one.on, one.event, one.for_day or "", one.note) for one in entries]
        console.table(("day", "event", "for", "note"), rows, grow=(3,), keep=(0, 1))
    else:
        console.out("Nothing is logged so far.")
    for line in outlook(standing, context.today):
        console.wrapped(line)


def _entry(one: Event) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "event": one.event,
        "on": one.on,
        "for": one.for_day,
        "at": one.at,
        "zone": one.zone,
        "minutes": one.minutes,
        "note": one.note,
        "source": one.source,
    }


def _standing(standing: Standing, today: date) -> dict[str, Any]:
    step = standing.step
    return {
        "stage": standing.stage,
        "next": step.action,
        "due": step.due.isoformat() if step.due else None,
        "overdue_from": step.overdue.isoformat() if step.overdue else None,
        "status": step.status(today),
        "may_ask_from": standing.may_ask_from.isoformat() if standing.may_ask_from else None,
    }
