"""What options mean together; those that would change nothing beside others are told, never passed over in silence."""

from __future__ import annotations

import click
from click.core import ParameterSource

from netscout.cli import console


def refuse_idle(ctx: click.Context, beside: str, *names: str) -> None:
    """Refuse these parameters of the command if they were given, as what was asked for is not clear.

    `beside` says where they would do nothing, for example "with --undo".

    Raises:
        click.UsageError: one of them was given; the message names it.
    """
    for one in _given(ctx, names):
        raise click.UsageError(f"{one} does nothing {beside}. Leave it out.", ctx)


def note_idle(ctx: click.Context, beside: str, *names: str) -> None:
    """Say on stderr which of these parameters were given though they change nothing; the command goes on."""
    for one in _given(ctx, names):
        console.aside(f"Note: {one} does nothing {beside}.")


def form_of(*, private: bool, share: bool, hide_names: bool) -> str:
    """Return which form of a page the options ask for: mine, private or share.

    Raises:
        click.UsageError: they do not go together.
    """
    if private and share:
        raise click.UsageError("--private is for your eyes only; it does not go with --share.")
    if hide_names and not share:
        raise click.UsageError("--hide-names goes with --share.")
    return "private" if private else "share" if share else "mine"


def _given(ctx: click.Context, names: tuple[str, ...]) -> list[str]:
    """Return how those of the parameters are written that stand on the command line."""
    found = [one for one in ctx.command.params if one.name in names]
    given = [one for one in found if ctx.get_parameter_source(str(one.name)) is ParameterSource.COMMANDLINE]
    return [one.opts[0] if isinstance(one, click.Option) else one.make_metavar(ctx) for one in given]
