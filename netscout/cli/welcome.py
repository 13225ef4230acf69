"""What bare `netscout` says: in an empty workspace it offers the way in, else what there is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.cli import console
from netscout.cli.context import context_of

if TYPE_CHECKING:
    import click

_WELCOME = """\
netscout says whom, of the people you already know, to ask about the career you are thinking of. \
It reads your own LinkedIn export on this machine; nothing leaves it.

1. Ask LinkedIn for your data: Settings & Privacy, Data privacy, Get a copy of your data, the larger archive. \
The second e-mail, within a day, brings the zip. \
No zip yet? A contacts file of Google, Outlook or a phone will do: `netscout start contacts.csv`
2. `netscout start`: three questions, and your page is ready.
3. `netscout demo`: what that looks like, on invented people."""


def welcome(ctx: click.Context) -> None:
    """Offer `start` where nothing is loaded yet; else show the state and the next step."""
    from netscout.app.state import is_started

    context = context_of(ctx)
    if is_started(context.session()):
        _state(ctx)
        return
    console.wrapped(_WELCOME)
    if context.interactive and console.confirm("Start now?"):
        from netscout.cli.start import command

        ctx.invoke(command)


def _state(ctx: click.Context) -> None:
    from netscout.app.state import state

    found = state(context_of(ctx).session())
    files = console.counted(found.files, "loaded file", "loaded files")
    console.out(f"{console.people(found.people)}, from {files}; targets: {found.targets or 'none yet'}.")
    if not found.targets:
        console.next_step("netscout explore", "the kinds of work in your network")
    else:
        console.next_step("netscout report --open", "`netscout --help` lists everything")
