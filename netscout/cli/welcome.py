"""What bare `netscout` says: in an empty workspace it offers the way in, else what there is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.cli import console
from netscout.cli.context import context_of

if TYPE_CHECKING:
    import click


def welcome(ctx: click.Context) -> None:
    """Offer `start` where nothing is loaded yet; else show the state and the next step."""
    from netscout.app.state import is_started

    context = context_of(ctx)
    if is_started(context.session()):
        _state(ctx)
        return
    console.out("netscout says whom, of the people you already know, to ask about the career you are thinking of.")
    console.out("It reads your own LinkedIn export on this machine; nothing leaves it.")
    console.out()
    console.out("1. Ask LinkedIn for your data: Settings & Privacy, Data privacy, Get a copy of your data,")
    console.out("   the larger archive. The second e-mail, within a day, brings the zip.")
    console.out("   No zip yet? A contacts file of Google, Outlook or a phone will do: netscout start contacts.csv")
    console.out("2. netscout start     three questions, and your page is ready")
    console.out("3. netscout demo      what that looks like, on invented people")
    if context.interactive and console.confirm("Start now?"):
        from netscout.cli.start import command

        ctx.invoke(command)


def _state(ctx: click.Context) -> None:
    from netscout.app.state import state

    found = state(context_of(ctx).session())
    files = console.counted(found.files, "loaded file", "loaded files")
    console.out(f"{console.people(found.people)}, from {files}; targets: {found.targets or 'none yet'}.")
    if not found.targets:
        console.next_step('netscout explore   or   netscout target add NAME --role "Data Analyst"')
    else:
        console.next_step("netscout rank   or   netscout report --open   (netscout --help lists everything)")
