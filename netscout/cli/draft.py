"""`netscout draft`: a request to copy."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
netscout sends nothing. You read, change and send.

\b
Examples:
  netscout draft "Ana Example"
  netscout draft p0042 --channel email --out ana.txt
"""


@click.command("draft", help=SUMMARIES["draft"], epilog=_EPILOG)
@click.argument("person")
@click.option(
    "--channel",
    type=click.Choice(["note", "message", "email", "call"]),
    default="message",
    show_default=True,
    help="How you will send it.",
)
@click.option("--kind", type=click.Choice(["request"]), default="request", help="What it is for.")
@click.option("--target", help="Which target; the one you want most by default.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context, *, person: str, channel: str, kind: str, target: str | None, out: Path | None, as_json: bool
) -> None:
    """Write a request for a talk, from facts the workspace holds."""
    from netscout.app.draft import draft
    from netscout.app.written import began

    session = context_of(ctx).session()
    since = began(session)
    found = draft(session, person, channel=channel, target=target)
    if as_json:
        console.json_out("draft", {"draft": found, "words": found.words})
    elif out is not None:
        from netscout.app.written import noted
        from netscout.files import write_atomic

        with noted(session, out, "draft", since=since):
            write_atomic(out, found.as_text())
        console.note(f"Written: {out}")
    else:
        if found.subject:
            console.out(f"Subject: {found.subject}", whole=True)
            console.out()
        console.out(found.body, whole=True)
        for fact, source in found.facts:
            console.wrapped(f"\nRests on: {fact} ({source}).", aside=True)
        console.wrapped(f"\n{found.words} words. {kind.capitalize()} only: nothing is sent, you send it.", aside=True)
