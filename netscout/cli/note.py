"""`netscout note`: what was heard, written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.app.session import Session
    from netscout.model.notes import Note
    from netscout.model.person import Person

_EPILOG = """\b
Without a text your editor opens with a form for the notes of a talk. Write
them on the day: an honest thank-you is made of them. Notes are private: they
stand on no page made to be shown, and in no calendar.

\b
Themes that netscout uses (any other word may be one of your own):
  open          a question left open; the next sheet asks it
  resume        a change they suggested to your resume
  resume-shown  which version you showed them
  will          what you will do with it; the thank-you says so
  give          something you could do for them; an introduction only if both
                sides want it

\b
Examples:
  netscout note "Ana Example" "mornings go to questions from the field"
  netscout note p0042 "who checks the numbers?" --theme open
  netscout note p0042 --list
"""


@click.command("note", help=SUMMARIES["note"], epilog=_EPILOG)
@click.argument("person")
@click.argument("text", required=False)
@click.option("--theme", default="", metavar="WORD", help="What kind of note it is; see below.")
@click.option("--on", default="", metavar="DATE", help="The day it speaks of; today by default.")
@click.option("--list", "listed", is_flag=True, help="Show the notes on this person.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context, *, person: str, text: str | None, theme: str, on: str, listed: bool, as_json: bool
) -> None:
    """Write a note down, or show those there are."""
    from netscout.app.note import note

    session = context_of(ctx).session()
    if listed:
        refuse_idle(ctx, "with --list", "text", "theme", "on")
        with console.faults_in_json("note", wanted=as_json):
            _list(session, person, as_json=as_json)
        return
    with console.faults_in_json("note", wanted=as_json):
        if text is None:
            kept = _typed(ctx, person, theme, on)
        else:
            whose, one = note(session, person, text, theme=theme, on=on)
            kept = (whose, [one])
    _kept(*kept, as_json=as_json)


def _kept(whose: Person, kept: Sequence[Note], *, as_json: bool) -> None:
    if as_json:
        console.json_out("note", {"person": whose.id, "notes": list(kept)})
        return
    if not kept:
        console.out("Nothing was written, so nothing is kept.")
        return
    themes = " and ".join(dict.fromkeys(one.theme for one in kept if one.theme))
    what = "noted" if len(kept) == 1 else f"{len(kept)} notes kept"
    console.out(f"{whose.shown_name}: {what}{f', under {themes}' if themes else ''}.")
    console.next_step("netscout today")


def _typed(ctx: click.Context, text: str, theme: str, on: str) -> tuple[Person, list[Note]]:
    """Return whom the user wrote of in their editor and what; what is refused can be mended there and is not lost."""
    from netscout.app.note import blank, take

    context = context_of(ctx)
    session = context.session()
    if not context.interactive:
        raise RefusedError(
            "nobody can type here (no terminal, or --no-input).", 'Give the text: netscout note PERSON "..."'
        )
    person, form = blank(session, text, theme=theme, on=on)
    filled = form
    while True:
        edited = _opened(filled)
        if edited is None or edited == form:
            return person, []
        filled = edited
        try:
            return person, take(session, person, filled, theme=theme)
        except RefusedError as fault:
            console.fault(fault)
            if not console.confirm("Open it again?"):
                raise


def _opened(text: str) -> str | None:
    try:
        return click.edit(text, extension=".txt")
    except click.ClickException as fault:
        raise RefusedError(
            "your editor could not be opened.",
            'Name another in EDITOR, or give the text: netscout note PERSON "..."',
        ) from fault


def _list(session: Session, person: str, *, as_json: bool) -> None:
    from netscout.app.note import notes

    whose, found = notes(session, person)
    if as_json:
        console.json_out("note", {"person": whose.id, "notes": found})
        return
    console.heading(whose.shown_name)
    if found:
        rows = [(one.on, one.theme, one.text) for one in found]
        console.table(("day", "theme", "note"), rows, grow=(2,), keep=(0, 1))
    else:
        console.out("Nothing is noted so far.")
