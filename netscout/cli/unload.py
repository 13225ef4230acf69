"""`netscout unload`: the loads of the workspace, and one of them taken out again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.forget import agreed, show_left, stuck_error
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.model.load import Load

_EPILOG = """\b
Examples:
  netscout unload              (lists the loads with their numbers)
  netscout unload 3
"""


@click.command("unload", help=SUMMARIES["unload"], epilog=_EPILOG)
@click.argument("number", required=False, type=Count())
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, number: int | None, yes: bool, as_json: bool) -> None:
    """List the loads, or say what goes with one of them, ask once, and take it out."""
    from netscout.app import unload as use_case

    context = context_of(ctx)
    session = context.session()
    if number is None:
        _list(use_case.loads(session), as_json=as_json)
        return
    load = use_case.weigh(session, number)
    if not as_json:
        _announce(load)
    if not yes and not agreed(context):
        console.out("Nothing was deleted.")
        return
    done = use_case.unload(session, load)
    left = {"outside": list(done.outside), "not_ours": list(done.strangers), "stuck": list(done.stuck)}
    if as_json:
        console.json_out("unload", {"unloaded": _row(load), "deleted": list(load.alone), "not_reached": left})
    else:
        console.out(f"Load {load.number} is taken out. {console.people(len(load.alone))} deleted with it.")
        show_left(done.outside, done.strangers, done.stuck)
        console.next_step("netscout report", "the page is made anew")
    if done.stuck:
        raise stuck_error(done.stuck[0])


def _list(loads: list[Load], *, as_json: bool) -> None:
    if as_json:
        console.json_out("unload", {"loads": [_row(one) for one in loads]})
        return
    if not loads:
        console.out("Nothing is loaded.")
    for one in loads:
        day = one.export_date or "an unknown day"
        whose = f", of {one.owner_name}" if one.owner_name else ""
        console.out(f"{one.number:>3}  loaded on {one.loaded_on}, export of {day}{whose}: {console.people(one.people)}")
        console.out(f"     {', '.join(one.files)}")
    if loads:
        console.next_step(f"netscout unload {loads[-1].number}", "says what goes with it, and asks")


def _row(load: Load) -> dict[str, Any]:
    row = asdict(load)
    row["known_from_it_alone"] = len(row.pop("alone"))
    return row


def _announce(load: Load) -> None:
    day = load.export_date or "an unknown day"
    console.wrapped(f"This takes out load {load.number} of {load.loaded_on}, export of {day}: {', '.join(load.files)}.")
    alone = len(load.alone)
    kept = f"{console.people(alone)} known from it alone {'goes' if alone == 1 else 'go'} with it"
    bears = f" (with a label: {load.labelled}, with log entries or notes: {load.logged})" if alone else ""
    console.wrapped(f"{kept}{bears}.")
    console.wrapped("Everybody else stays, with what the other loads say. The files can be loaded again.")
    console.wrapped("The pages and backups inside the workspace go too; netscout report writes the page again.")
