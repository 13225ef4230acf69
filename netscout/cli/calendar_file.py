"""`netscout calendar`: talks and days of your campaign as a file for your calendar."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
Every talk that is fixed, and every step with the day it is due. Open the
file with your calendar, or import it there; do it again whenever you like:
what changed is changed there, and nothing comes twice. What is no longer to
be done is called off. No other program is told; you send nothing.

\b
Examples:
  netscout calendar
  netscout calendar --out talks.ics
  netscout calendar --out talks.ics --private    (with what you noted of them)
"""


@click.command("calendar", help=SUMMARIES["calendar"], epilog=_EPILOG)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it: FILE.ics.")
@click.option("--private", is_flag=True, help="With what you noted of the talks; for your eyes only.")
@click.option("--json", "as_json", is_flag=True, help="Print what stands in it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, out: Path | None, private: bool, as_json: bool) -> None:
    """Write the calendar file and say what stands in it."""
    from netscout.app.calendar_file import as_json as payload
    from netscout.app.calendar_file import upcoming, write_calendar
    from netscout.model.days import long_day

    context = context_of(ctx)
    with console.faults_in_json("calendar", wanted=as_json):
        done = write_calendar(context.session(), out, private=private)
    if as_json:
        console.json_out("calendar", payload(done))
        return
    console.out(str(done.path), whole=True)
    parts = [console.counted(done.talks, "talk", "talks"), console.counted(done.steps, "step", "steps") + " to take"]
    parts += [f"{done.off:,} called off"] if done.off else []
    console.note(f"{', '.join(parts)}.")
    following = upcoming(done, context.today)
    if following:
        console.note(f"Next: {following.title}, {long_day(following.day)}.")
    notes = "and what you noted of the talks" if private else "but no note of yours"
    console.note(f"It holds the names of people {notes}: for your own calendar, not for a shared one.")
    if done.replaced:
        console.note(done.replaced)
    console.next_step("netscout today", "how to do what is due")
