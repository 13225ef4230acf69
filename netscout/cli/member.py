"""The option `--me` of the commands that speak of one network: whose, where the workspace holds several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import click

from netscout.cli.context import context_of

Command = TypeVar("Command", bound=Callable[..., Any])


def me_option(command: Command) -> Command:
    """Return the command with `--me`, which it never sees: the choice stands in the Context."""
    wrapped = click.option(
        "--me",
        metavar="URL_OR_EMAIL",
        expose_value=False,
        callback=_choose,
        help="Whose network, if the workspace holds several; the first loaded by default.",
    )
    return wrapped(command)


def _choose(ctx: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.find_root().obj = replace(context_of(ctx), me=value)
