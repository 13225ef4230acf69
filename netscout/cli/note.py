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
    from netscout.app.session import Session

_EPILOG = """\b
Without a text your editor opens. Notes are private: they stand on no page
made to be shown, and in no calendar.

\b
Themes that netscout uses (any other word may be one of your own):
  open          a question left open; the next sheet asks it
  resume        a change they suggested to your resume
  resume-shown  which version you showed them
  will          what you will do with it; the thank-you says so

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
        words = text if text is not None else _typed(ctx, session, person)
        if words is None:
            console.out("Nothing was written, so nothing is kept.")
            return
        whose, kept = note(session, person, words, theme=theme, on=on)
    if as_json:
        console.json_out("note", {"person": whose.id, "on": kept.on, "theme": kept.theme, "text": kept.text})
        return
    console.out(f"{whose.shown_name}: noted{f' under {kept.theme}' if kept.theme else ''}.")
    console.next_step("netscout today")


def _typed(ctx: click.Context, session: Session, person: str) -> str | None:
    """Return what the user wrote in their editor, None for nothing."""
    from netscout.app.find import find
    from netscout.lang import fill, texts

    if not context_of(ctx).interactive:
        raise RefusedError(
            "nobody can type here (no terminal, or --no-input).", 'Give the text: netscout note PERSON "..."'
        )
    page = fill(texts("notes")["template"], {"name": find(session, person).shown_name}).lstrip()
    found = click.edit(page, extension=".txt")
    lines = [one for one in (found or "").splitlines() if not one.startswith("#")]
    return "\n".join(lines).strip() or None


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
