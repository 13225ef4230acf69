"""`netscout draft`: a text to copy, for every step of the campaign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.app.drafting import Written

_EPILOG = """\b
request       asks for a talk of 20 minutes
follow-up     the one reminder of an open request
arrange       offers days after a yes, confirms a talk, or finds a new day
thanks        names one thing you wrote down of the talk
update        tells what came of their advice, of a name, of your plans
introduction  asks to be introduced: --to NAME, or --at COMPANY

\b
netscout sends nothing. You read, change and send.

\b
Examples:
  netscout draft "Ana Example"
  netscout draft p0042 --channel email --out ana.eml
  netscout draft p0042 --kind thanks --channel card
  netscout draft p0042 --kind arrange --time "2026-11-24 10:00"
  netscout draft p0042 --kind introduction --to "Ines Varga"
"""
_KINDS = ("request", "follow-up", "arrange", "thanks", "update", "introduction")
_MAIL = ".eml"


@click.command("draft", help=SUMMARIES["draft"], epilog=_EPILOG)
@click.argument("person")
@click.option(
    "--channel",
    type=click.Choice(["note", "message", "email", "call", "card"]),
    default="message",
    show_default=True,
    help="How you will send it.",
)
@click.option("--kind", type=click.Choice(_KINDS), default="request", show_default=True, help="What it is for.")
@click.option("--to", "whom", metavar="NAME", help="To whom you want to be introduced.")
@click.option("--at", "company", metavar="COMPANY", help="At which company you want to be introduced to somebody.")
@click.option(
    "--time", "times", metavar="TIME", multiple=True, help="A day and hour to offer; give it two or three times."
)
@click.option("--target", help="Which target; the one you want most by default.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to this file; NAME.eml is a mail to open in your mail program.",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    person: str,
    channel: str,
    kind: str,
    whom: str | None,
    company: str | None,
    times: tuple[str, ...],
    target: str | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Write a text of one kind, from facts the workspace holds, after every rule was held against it."""
    from netscout.app.drafting import Wish, draft, file_of
    from netscout.app.written import began
    from netscout.model.letter_facts import Whom

    if kind != "introduction":
        refuse_idle(ctx, f"with --kind {kind}", "whom", "company")
    if kind != "arrange":
        refuse_idle(ctx, f"with --kind {kind}", "times")
    if out is not None and out.suffix.casefold() == _MAIL and channel != "email":
        raise click.UsageError("A file that ends in .eml is a mail: add --channel email.", ctx)
    session = context_of(ctx).session()
    with console.faults_in_json("draft", wanted=as_json):
        since = began(session)
        found = draft(session, person, Wish(kind, channel, target, Whom(whom or "", company or ""), times))
    if out is not None:
        from netscout.app.written import noted
        from netscout.files import write_atomic

        content = file_of(found, mail=out.suffix.casefold() == _MAIL)
        with noted(session, out, "draft", since=since):
            write_atomic(out, content)
    if as_json:
        console.json_out("draft", _payload(found, out))
    elif out is not None:
        console.note(f"Written: {out}")
        _remarks(found)
    else:
        _print(found)


def _payload(found: Written, out: Path | None) -> dict[str, object]:
    return {
        "draft": found.draft,
        "words": found.draft.words,
        "ok": found.linted.ok,
        "findings": found.linted.findings,
        "notes": found.notes,
        "out": str(out) if out is not None else None,
    }


def _print(found: Written) -> None:
    draft = found.draft
    if draft.subject:
        console.out(f"Subject: {draft.subject}", whole=True)
        console.out()
    console.out(draft.body, whole=True)
    for place, (fact, source) in enumerate(draft.facts):
        console.wrapped(f"{'' if place else chr(10)}Rests on: {fact} ({source}).", aside=True)
    console.wrapped(f"\n{draft.words} words. {draft.kind.capitalize()} only: nothing is sent, you send it.", aside=True)
    _remarks(found)


def _remarks(found: Written) -> None:
    for one in found.linted.findings:
        console.wrapped(f"Careful: {one.message} {one.mend} (Rule {one.rule}.)", aside=True)
    for note in found.notes:
        console.wrapped(note, aside=True)
