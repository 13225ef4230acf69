"""The one module that reads clock, environment and terminal: what it finds becomes a Context."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

from netscout.errors import RefusedError
from netscout.model.days import FIRST, LAST, is_of_campaign

if TYPE_CHECKING:
    import click

    from netscout.app.session import Session

_ENDLESS = 100_000
"""Columns of a log: its lines are not wrapped."""


@dataclass(frozen=True, slots=True)
class Context:
    """What one run of the command line was told: by options first, then by the environment.

    Attributes:
        workspace: the workspace folder.
        today: the local day, or `--today`.
        interactive: a person sits there and may be asked (a terminal, and no `--no-input`).
        colour, colour_errors: colour may be used in what is printed, and on stderr (`_coloured`).
        width, width_errors: columns to write in, and those of stderr.
        quiet, verbose: how much is said.
        piped: a program or a file takes what is printed, so that nothing is cut.
        watched: stderr is a terminal.
        live: somebody watches it, so that long work may show how far it is.
        me: whose network is meant in a workspace of several members; None is the one loaded first.
    """

    workspace: Path
    today: date
    interactive: bool
    colour: bool
    width: int
    quiet: bool = False
    verbose: bool = False
    me: str | None = None
    colour_errors: bool = False
    width_errors: int = 100
    piped: bool = False
    watched: bool = False
    live: bool = False

    def session(self) -> Session:
        """Return what the use cases need."""
        from netscout.app.session import Session

        return Session(self.workspace, self.today, me=self.me)


def build(workspace: Path | None, today: str | None, *, no_input: bool, quiet: bool, verbose: bool) -> Context:
    """Return the Context of this run.

    Raises:
        RefusedError: `--today` is no date.
    """
    terminal, watched = sys.stdout.isatty(), sys.stderr.isatty()
    return Context(
        workspace=(workspace or default_workspace()).absolute(),
        today=_day(today),
        interactive=sys.stdin.isatty() and terminal and not no_input,
        colour=_coloured(sys.stdout),
        width=_width(sys.stdout),
        quiet=quiet,
        verbose=verbose,
        colour_errors=_coloured(sys.stderr),
        width_errors=_width(sys.stderr) if watched else _ENDLESS,
        piped=not terminal,
        watched=watched,
        live=watched and not quiet and os.environ.get("TERM") != "dumb",
    )


def names_encoding() -> bool:
    """Return whether the user chose the encoding of the streams (PYTHONIOENCODING)."""
    return bool(os.environ.get("PYTHONIOENCODING", "").partition(":")[0])


def context_of(ctx: click.Context) -> Context:
    """Return the Context of this run (click keeps it as an untyped object)."""
    found: Any = ctx.find_root().obj
    if not isinstance(found, Context):
        raise TypeError("the command line was entered without its context")
    return found


def typed_path(text: str) -> Path:
    """Return the path somebody typed or dropped: quotes taken off, `~` filled in."""
    return Path(text.strip("'\" ")).expanduser()


def default_workspace() -> Path:
    """Return the workspace of NETSCOUT_WORKSPACE, else the one in the user's data folder."""
    named = os.environ.get("NETSCOUT_WORKSPACE")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("netscout", appauthor=False)


def debug() -> bool:
    """Return whether a bug of ours may show its whole traceback (NETSCOUT_DEBUG)."""
    return bool(os.environ.get("NETSCOUT_DEBUG"))


def seconds() -> float:
    """Return the seconds of a clock that only runs forward, for how long something took."""
    return monotonic()


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now(UTC).astimezone().date()
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise RefusedError("--today is no date.", "Write it as YYYY-MM-DD, for example 2026-11-22.") from fault
    if not is_of_campaign(day):
        raise RefusedError(f"--today lies outside of the years {FIRST.year} to {LAST.year}.", "Write it as YYYY-MM-DD.")
    return day


def _coloured(stream: TextIO) -> bool:
    """Return whether colour may be used: NO_COLOR forbids it, FORCE_COLOR asks for it, else a terminal that has it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int:
    if not stream.isatty():
        return 100
    try:
        columns = int(os.environ.get("COLUMNS", "0"))
    except ValueError:
        columns = 0
    if columns <= 0:
        columns = os.get_terminal_size(stream.fileno()).columns or 80
    return max(columns, 40)


def download_folders() -> tuple[Path, ...]:
    """Return where browsers put files, by the system and by the usual name, and the folder of this run.

    Asking the system reads a file of the user's, so only the command that looks there asks.
    """
    from platformdirs import user_downloads_path

    return tuple(dict.fromkeys((user_downloads_path(), Path.home() / "Downloads", Path.cwd())))
