"""`netscout titles`: job titles netscout is not sure of, and what you say of them."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.app.session import Session
    from netscout.model.settled import Doubt

_EPILOG = """\b
Examples:
  netscout titles
  netscout titles "MD" --as "Physician"
  netscout titles "Growth Wizard" --fits yes
  netscout titles "MD" --undo
"""
_FITS = {"yes": "match", "close": "related", "no": "no"}


@click.command("titles", help=SUMMARIES["titles"], epilog=_EPILOG)
@click.argument("title", required=False)
@click.option("--as", "job", metavar="JOB", help="The job it stands for, in words netscout knows.")
@click.option("--fits", type=click.Choice(list(_FITS)), help="Whether it is the job of the target.")
@click.option("--undo", is_flag=True, help="Take back what you said of it.")
@click.option("--settled", is_flag=True, help="List what you said so far.")
@click.option("--target", help="The target it is about; the first one unless given.")
@click.option("-n", "count", type=Count(), default=20, show_default=True, help="How many to list.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    title: str | None,
    job: str | None,
    fits: str | None,
    undo: bool,
    settled: bool,
    target: str | None,
    count: int,
    as_json: bool,
) -> None:
    """List the titles worth a word of yours, or settle one; an answer holds for every equal title."""
    session = context_of(ctx).session()
    if title is None:
        if job or fits or undo:
            raise click.UsageError("Give the title first, in quotes as it stands in the list.")
        if settled:
            refuse_idle(ctx, "with --settled", "target", "count")
        _list(session, target, count, settled=settled, as_json=as_json)
        return
    refuse_idle(ctx, "with a title", "settled", "count", "as_json")
    if fits is None:
        refuse_idle(ctx, "without --fits where a title is given", "target")
    if sum((job is not None, fits is not None, undo)) != 1:
        raise click.UsageError("Say one thing of the title: --as JOB, --fits yes|close|no, or --undo.")
    if undo:
        _undo(session, title)
    else:
        _settle(session, title, job, fits, target)


def _list(session: Session, target: str | None, count: int, *, settled: bool, as_json: bool) -> None:
    if settled:
        _settled(session, as_json=as_json)
        return
    from netscout.app.titles import doubtful

    with console.progress() as tell:
        found, of_all = doubtful(replace(session, progress=tell), target, count)
    if as_json:
        console.json_out("titles", {"titles": found, "count": of_all})
        return
    if not found:
        console.out("Every title of the people on your lists is understood.")
        console.next_step("netscout rank")
        return
    console.wrapped("Titles netscout is not sure of. A word of yours settles each, for everybody who has it.")
    console.wrapped("Where it says `--fits yes`, `close` and `no` are answers too.", aside=True)
    for one in found:
        console.out()
        _show(one)
    if of_all > len(found):
        console.out()
        console.note(f"{of_all} titles in all; -n {of_all} shows them.")


def _show(one: Doubt) -> None:
    who = console.people(one.people)
    console.wrapped(f'"{one.title}" ({who}): {one.why}.')
    quoted = shlex.quote(one.title)
    for job in one.choices:
        console.out(f"  netscout titles {quoted} --as {shlex.quote(job)}", whole=True)
    if one.verdict:
        console.out(f"  netscout titles {quoted} --fits yes", whole=True)
    elif not one.choices:
        console.out(f'  netscout titles {quoted} --as "..."', whole=True)


def _settled(session: Session, *, as_json: bool) -> None:
    from netscout.app.titles import settled

    known = settled(session)
    if as_json:
        console.json_out(
            "titles", {"jobs": dict(known.jobs), "fits": {name: dict(f) for name, f in known.fits.items()}}
        )
        return
    words = {value: word for word, value in _FITS.items()}
    rows = [(title, f"is {job}") for title, job in known.jobs.items()]
    rows += [(title, f"fits {name}: {words[fit]}") for name, said in known.fits.items() for title, fit in said.items()]
    if not rows:
        console.out("You have settled no title yet.")
        console.next_step("netscout titles")
        return
    console.table(("title", "what you said"), sorted(rows), grow=(0, 1), keep=(0, 1))


def _settle(session: Session, title: str, job: str | None, fits: str | None, target: str | None) -> None:
    from netscout.app.titles import holders, settle, understood

    goal = settle(session, title, job=job or "", fit=_FITS.get(fits or "", ""), target=target)
    if goal:
        said = {"yes": "fits", "close": "is close to", "no": "does not fit"}[fits or ""]
        console.out(f'Noted: "{title}" {said} {goal}.')
    else:
        name = understood(job or "")
        console.out(f'Noted: "{title}" is {job}' + (f" ({name})." if name and name != job else "."))
        if not name:
            console.note("netscout does not know that job; it is matched by its words.")
    people = holders(session, title)
    if people:
        console.out(f"It holds for {console.people(people)}.")
    else:
        console.out("Nobody in your network has this title now; what you said is kept for when somebody has.")
    console.next_step("netscout rank")


def _undo(session: Session, title: str) -> None:
    from netscout.app.titles import unsettle

    console.out("Taken back." if unsettle(session, title) else "Nothing was said of that title.")
