"""`netscout start`: from a LinkedIn zip or a file of contacts to an open page in at most three answers."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.app.session import Session
from netscout.cli import console
from netscout.cli.context import Context, context_of, download_folders, typed_path
from netscout.cli.kinds import InputPath
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError
from netscout.model.report import TargetCheck
from netscout.model.target import Target
from netscout.settings import set_me

_EPILOG = """\b
Examples:
  netscout start
  netscout start contacts.csv                   (from Google, Outlook or a phone)
  netscout --no-input start export.zip --work "data analyst" --at "Northwind in Berlin"
"""


@click.command("start", help=SUMMARIES["start"], epilog=_EPILOG)
@click.argument("path", required=False, type=InputPath(path_type=Path))
@click.option("--work", help="What work you are curious about, in your words; several parted by commas.")
@click.option("--at", "places", help='Companies and places you have in mind: "Spotify, BBC in London".')
@click.option("--employer", help="Your present employer: colleagues stay off the lists.")
@click.option("--me", metavar="URL_OR_EMAIL", help="Your own profile or e-mail address, if no file tells it.")
@click.option("--pool", is_flag=True, help="Keep this export beside that of another member on purpose.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the page.")
@click.option("--open/--no-open", "open_it", default=None, help="Open the page when it is done.")
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each prompt
    ctx: click.Context,
    *,
    path: Path | None,
    work: str | None,
    places: str | None,
    employer: str | None,
    me: str | None,
    pool: bool,
    out: Path | None,
    open_it: bool | None,
) -> None:
    """Ask what is not given as an option, then load, rank and write the page."""
    from dataclasses import replace

    from netscout.app.load import is_answers, load
    from netscout.app.members import Joining
    from netscout.app.start import first_page

    context = context_of(ctx)
    session = context.session()
    chosen = path or _ask_path(context)
    if is_answers(chosen):
        raise RefusedError("these are answers saved from a page, no export.", "Take them in with: netscout load PATH")
    with console.progress() as tell:
        outcome = load(replace(session, progress=tell), [chosen], me=me, joining=Joining(pool=pool))
    from netscout.cli.account import show_account

    show_account(outcome)
    if employer:
        set_me(session.targets_file, {"employer": employer})
    name = _target(context, session, work, places)
    with console.progress() as tell:
        page, lines = first_page(replace(session, progress=tell), name, out)
    console.out()
    console.heading("Your page is ready")
    console.out(str(page), whole=True)
    _first_lines(lines)
    if context.interactive if open_it is None else open_it:
        from netscout.cli.opening import open_page

        open_page(page)
    else:
        console.next_step("open that file in your browser")


def _ask_path(context: Context) -> Path:
    from netscout.cli.nearby import exports_nearby

    found = exports_nearby(download_folders())
    if not context.interactive:
        if len(found) == 1:
            console.note(f"Reading {found[0]}")
            return found[0]
        raise RefusedError(
            "no file to read was named." if not found else "several LinkedIn exports lie here.",
            "Give the path of your LinkedIn zip, or of a contacts file of Google, Outlook or a phone: netscout start "
            "PATH. Bare `netscout` tells how to ask LinkedIn for the zip.",
        )
    if found:
        answer = console.ask("1/3  Your LinkedIn export (Enter takes the newest one found)", str(found[0]))
    else:
        console.wrapped(
            "No LinkedIn export lies in your download folder. To get one: on LinkedIn open Settings & Privacy, Data "
            "privacy, Get a copy of your data, choose the larger archive. The second e-mail, within a day, brings it. "
            "Until then a contacts file of Google, Outlook or a phone (CSV or .vcf) will do."
        )
        answer = ""
        while not answer:
            answer = console.ask("1/3  Path of your LinkedIn zip, or of a contacts file of Google, Outlook or a phone")
    return typed_path(answer)


def _target(context: Context, session: Session, work: str | None, places: str | None) -> str | None:
    """Return the target's name after telling what its words matched; None for those there are, or none yet."""
    from netscout.app import target

    wanted = work
    known = ", ".join(one.name for one in session.plan().targets)
    if wanted is None and context.interactive:
        console.out()
        enter = f"Enter keeps {known}" if known else "Enter if not sure yet"
        wanted = console.ask(f"2/3  What work are you curious about? (for example: data analyst; {enter})")
    if not wanted:
        kinds = "No target yet: the page shows the kinds of work present in your own network."
        console.note(f"The page is for your targets: {known}." if known else kinds)
        return None
    if places is None and context.interactive:
        places = console.ask("3/3  At which companies, and where? (for example: Spotify, BBC in London; Enter to skip)")
    new, found = _settle(session, wanted, places or "")
    if not any(rows[2] or rows[3] for one in found for rows in one.roles) and context.interactive:
        again = console.ask("Nobody found with these words. Try other words (Enter keeps them)")
        if again:
            target.remove(session, new.name)
            new, _ = _settle(session, again, places or "")
    return new.name


def _settle(session: Session, work: str, places: str) -> tuple[Target, list[TargetCheck]]:
    """Write the target of these words and tell what they matched."""
    from netscout.app import start

    new, moved, found = start.settle(session, start.target_of(work, places))
    _tell(found)
    for name in moved:
        console.wrapped(
            f"- {name}: nobody you are connected to works there, so it was taken for a place; exports tell none."
        )
    return new, found


def _tell(found: list[TargetCheck]) -> None:
    from netscout.app import target

    console.out()
    for one in found:
        for line in target.sentences(one):
            console.wrapped(f"- {line}")


def _first_lines(lines: list[str]) -> None:
    if lines:
        console.out()
        console.heading("Write to these three this week")
        for place, line in enumerate(lines, 1):
            console.wrapped(f"{place}. {line}")
