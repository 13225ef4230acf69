"""`netscout themes`: what came up across talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.app.themes import Learnt
    from netscout.model.notes import Note
    from netscout.model.themes import Theme

_EPILOG = """\b
It holds what you noted of people, for your eyes. --resume shows what they
would change in your resume, and whom you showed which version.

\b
Examples:
  netscout themes
  netscout themes --target data
  netscout themes --resume
"""


@click.command("themes", help=SUMMARIES["themes"], epilog=_EPILOG)
@click.option("--target", help="Talks for this target alone.")
@click.option("--resume", is_flag=True, help="What they would change in your resume.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, target: str | None, resume: bool, as_json: bool) -> None:
    """Print what talks say together."""
    from netscout.app.themes import learnt

    with console.faults_in_json("themes", wanted=as_json):
        found = learnt(context_of(ctx).session(), target)
    if as_json:
        console.json_out(
            "themes",
            {"talks": found.talks, "themes": found.themes, "reflections": found.reflections, "owed": found.owed},
        )
    elif resume:
        _resume(found)
    else:
        _print(found)


def _resume(found: Learnt) -> None:
    from netscout.lang import texts

    kept = found.themes
    if kept.resume or kept.shown:
        console.note(texts("notes")["private"])
    for heading, notes in (("What they would change in your resume", kept.resume), ("Shown to", kept.shown)):
        if notes:
            console.heading(heading)
            _lines(notes, found)
    if not kept.resume and not kept.shown:
        console.out("Nothing is noted of your resume yet.")
        console.next_step('netscout note PERSON "..." --theme resume')


def _print(found: Learnt) -> None:
    from netscout.lang import fill, texts

    words, kept = texts("notes"), found.themes
    if not found.talks:
        console.out("No talk is logged yet.")
        console.next_step("netscout today")
        return
    talks = console.counted(len(found.talks), "talk", "talks")
    if len(found.talks) < 3:
        console.wrapped(fill(words["themes.few"], {"talks": talks}))
    console.note(words["private"])
    for corner in kept.corners:
        console.wrapped(corner)
    _themes("By theme", kept.tagged, found)
    _themes("Words that came up with several people", kept.words, found)
    if kept.open:
        console.out()
        console.heading("Still open; the next sheet asks it")
        _lines(kept.open, found)
    if kept.give:
        console.out()
        console.heading("What you could do for them")
        _lines(kept.give, found)
    _reflections(found)
    if found.owed:
        console.out()
        console.heading("What you owe")
        for line in found.owed.values():
            console.wrapped(f"- {line}")
    console.next_step("netscout stats", "how the asking went")


def _themes(heading: str, themes: Sequence[Theme], found: Learnt) -> None:
    from netscout.app.themes import headed

    if themes:
        console.out()
        console.heading(heading)
    for one in themes:
        console.out(f"{headed(one.name)} ({console.people(one.talks)})")
        _lines(one.notes, found)


def _lines(notes: Sequence[Note], found: Learnt) -> None:
    for one in notes:
        console.wrapped(f"- {found.talks[one.person].name}, {one.on}: {one.text}")


def _reflections(found: Learnt) -> None:
    rows = [
        (found.talks[person].name, one.on, str(one.energy or ""), str(one.fit or ""), one.verdict, one.evidence)
        for person, said in found.reflections.items()
        for one in said
    ]
    if rows:
        console.out()
        console.heading("What you made of it, side by side")
        console.table(("name", "day", "energy", "fit", "verdict", "because"), rows, grow=(5,), keep=(0, 1, 2, 3, 4))
