"""The only place that prints. Data is made harmless for terminals here, lines are fitted here, colour decided here.

What was asked for goes through `out`, `wrapped`, `heading` and `table`; what helps goes through `note` and `next_step`,
which `--quiet` leaves out; faults go to stderr. On a terminal no line is wider than it, but for what is to be copied.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from netscout.cli.encoding import HANDLER, is_unicode, shown_in
from netscout.cli.wrapping import Columns, fold, hang_of, safe, table_lines, width_of
from netscout.errors import NetscoutError

if TYPE_CHECKING:
    from netscout.cli.context import Context
    from netscout.cli.progress import Tell

_PROSE = 92
"""Columns of a paragraph on a screen that has more."""
_ROOM = 24
"""Columns left for what is typed after a question."""
_PARTS = frozenset("/\\")
"""What parts the folders of a path."""


@dataclass(slots=True)
class _Screen:
    """How this run prints; set once from the Context, but for `blank`: whether the last line printed is empty."""

    colour: bool = False
    colour_errors: bool = False
    width: int = 100
    width_errors: int = 100
    piped: bool = False
    quiet: bool = False
    verbose: bool = False
    live: bool = False
    watched: bool = False
    blank: bool = False


_screen = _Screen()


def prepare_streams(*, named: bool) -> None:
    """Make the standard streams take any character: what a console cannot show is written in letters it has.

    A pipe gets UTF-8 unless the user `named` another encoding. A stream that was closed becomes the null device, so
    that no file of the workspace takes its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open as long as we run
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if is_unicode(stream.encoding or "ascii"):
                stream.reconfigure(errors="replace")
            elif named or stream.isatty():
                stream.reconfigure(errors=HANDLER)
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def set_up(context: Context) -> None:
    """Take colour, width and loudness from the Context."""
    _screen.colour, _screen.colour_errors = context.colour, context.colour_errors
    _screen.width, _screen.width_errors, _screen.piped = context.width, context.width_errors, context.piped
    _screen.quiet, _screen.verbose, _screen.live = context.quiet, context.verbose, context.live
    _screen.watched, _screen.blank = context.watched, False
    if sys.platform == "win32" and (context.colour or context.colour_errors):
        from colorama import just_fix_windows_console

        just_fix_windows_console()


def out(text: str = "", *, whole: bool = False) -> None:
    """Print what was asked for; a long line goes on below its first word unless it is `whole`, to be copied."""
    _print(_lines(text, whole=whole))


def note(text: str = "") -> None:
    """Print what helps but was not asked for, dimmed where there is colour: nothing with `--quiet`."""
    if not _screen.quiet:
        _print(_lines(text), dim=True)


def detail(text: str) -> None:
    """Print what only `--verbose` wants, on stderr."""
    if _screen.verbose:
        error(text)


def error(text: str) -> None:
    """Print to stderr, fitted to its width."""
    _write(sys.stderr, "\n".join(_fold(text, _screen.width_errors, sys.stderr)) + "\n")


def aside(text: str) -> None:
    """Print to stderr what helps but was not asked for: nothing with `--quiet`."""
    if not _screen.quiet:
        error(text)


def heading(text: str) -> None:
    """Print a heading: bold on a terminal that has colour."""
    _print(_lines(text), bold=True)


def counted(number: int, one: str, many: str) -> str:
    """Return `1 person` or `1,200 people`, of the two wordings."""
    return f"{number:,} {one if number == 1 else many}"


def people(number: int) -> str:
    """Return `1 person` or `1,200 people`."""
    return counted(number, "person", "people")


def next_step(command: str, why: str = "") -> None:
    """Print the one sensible next command, whole so that it can be copied, and what it is good for."""
    if _screen.quiet:
        return
    if not _screen.blank:
        out()
    lead, shown = "Next: ", _shown(command)
    fits = width_of(lead + shown + why) + 5 <= _screen.width
    _print([lead + shown + (f"   ({why})" if why and fits else "")], fg="cyan")
    if why and not fits:
        _print(_lines(f"({why})", indent=" " * len(lead)), dim=True)


def offer(lead: str, command: str) -> None:
    """Print a command to copy after the words that lead to it, on a line of its own if both do not fit."""
    if _screen.quiet:
        return
    line = f"{lead} {_shown(command)}"
    _print([line] if width_of(line) <= _screen.width else [*_lines(lead), f"  {_shown(command)}"], dim=True)


def fault(found: NetscoutError) -> None:
    """Print one error: what, where, what to do next."""
    _fault(found.message, found.next_step, str(found.place))


def usage_fault(found: click.ClickException) -> None:
    """Print how a command was given wrongly, and where its help is."""
    context = getattr(found, "ctx", None)
    path = context.command_path if context is not None else "netscout"
    message = found.format_message()
    _fault(message, "" if "--help" in message else f"`{path} --help` tells how it is used.")


def system_fault(found: OSError) -> None:
    """Print what the operating system refused, with the path where it names one."""
    _fault(
        f"{found.strerror or type(found).__name__}.",
        "Nothing was half written. Free some space or look at the permissions, then try again.",
        str(found.filename or ""),
    )


def _fault(message: str, next_step: str, place: str = "") -> None:
    """Print what, where and what next; on a terminal a long path has a line of its own."""
    lead = "Error: "
    has_line = _screen.watched and not _PARTS.isdisjoint(place)
    text = f"{place}:{chr(10) if has_line else ' '}{message}" if place else message
    first, *rest = text.split("\n")
    lines = _fold(first, _screen.width_errors, sys.stderr, indent=lead, hang=len(lead))
    for one in rest:
        lines += _fold(one, _screen.width_errors, sys.stderr, indent=" " * len(lead), hang=len(lead))
    if _screen.colour_errors:
        lines[0] = click.style(lead.rstrip(), fg="red", bold=True) + lines[0].removeprefix(lead.rstrip())
    if next_step:
        lines += _fold(next_step, _screen.width_errors, sys.stderr, indent=" " * len(lead), hang=len(lead))
    _write(sys.stderr, "\n".join(lines) + "\n")


_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON lets stand and a terminal or a reader by lines may obey."""


def json_out(command: str, payload: dict[str, Any]) -> None:
    """Print one JSON object that begins with schema and command."""
    import json

    whole = {"schema": 1, "command": command, **payload}
    plain = not is_unicode(sys.stdout.encoding or "ascii")
    text = json.dumps(whole, ensure_ascii=plain, indent=1, allow_nan=False, default=_plain)
    _write(sys.stdout, _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


@contextmanager
def faults_in_json(command: str, *, wanted: bool) -> Iterator[None]:
    """Print an error that ends a command as JSON too, if it is wanted."""
    try:
        yield
    except NetscoutError as found:
        if wanted:
            json_out(command, {"error": fault_json(found)})
        raise


def fault_json(found: NetscoutError) -> dict[str, Any]:
    """Return an error as it stands in JSON under `error`, with the words of the message apart."""
    place = found.place
    parts = {"code": found.code, "message": found.message, "file": place.file or None, "line": place.line}
    return {**parts, "next": found.next_step}


def _plain(value: object) -> object:
    from dataclasses import asdict, is_dataclass
    from datetime import date

    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no JSON")


def ask(question: str, default: str = "") -> str:
    """Ask one question and return the answer, trimmed; the default when Enter is pressed."""
    prompt = _shown(question)
    if default or width_of(prompt) + 2 > _screen.width - _ROOM:
        _print(_lines(question))
        prompt = " " * hang_of(prompt) + (f"[{_shown(default)}]" if default else "Your answer")
    with _broken_off():
        answer: str = click.prompt(prompt, default=default, show_default=False)
    _screen.blank = False
    return answer.strip()


@contextmanager
def _broken_off() -> Iterator[None]:
    """End the line of a question that was broken off, so that what follows begins a line of its own."""
    try:
        yield
    except click.exceptions.Abort:
        _write(sys.stdout, "\n")
        raise


def confirm(question: str, *, default: bool = True) -> bool:
    """Ask a yes-or-no question."""
    with _broken_off():
        return click.confirm(_shown(question), default=default)


def key(question: str, choices: str) -> str:
    """Ask for one key out of `choices` and return it in lower case."""
    while True:
        lines = _lines(question)
        _write(sys.stdout, "\n".join(lines) + " ")
        pressed = click.getchar().casefold()
        _write(sys.stdout, (pressed if pressed.isprintable() else "") + "\n")
        if pressed == "\x03":
            raise click.exceptions.Abort
        if pressed and pressed in choices:
            return pressed


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    grow: Sequence[int] = (),
    right: Sequence[int] = (),
    keep: Sequence[int] = (),
) -> None:
    """Print a table that fits the width: columns in `grow` share what is left, those in `right` stand to the right.

    A cell too long for its column ends in an ellipsis; one of the columns in `keep` goes on below instead, because it
    says who it is. In a pipe nothing is cut.
    """
    shown = [[_shown(cell) for cell in row] for row in rows]
    columns = Columns(tuple(grow), tuple(right), tuple(keep))
    first, *rest = table_lines(head, shown, columns, _screen.width, cutting="" if _screen.piped else _shown("…"))
    _print([first], bold=True)
    if rest:
        _print(rest)


def wrapped(text: str, indent: str = "", *, aside: bool = False) -> None:
    """Print a paragraph wrapped to the width; an aside is dimmed, and left out with `--quiet`."""
    if aside and _screen.quiet:
        return
    for paragraph in text.split("\n"):
        _print(_fold(paragraph, min(_screen.width, _PROSE), sys.stdout, indent=indent), dim=aside)


@contextmanager
def progress() -> Iterator[Tell | None]:
    """Give a function that shows what is being done, on a terminal only; None when piped or quiet."""
    if not _screen.live:
        yield None
        return
    from rich.console import Console

    from netscout.cli.progress import shown

    with shown(Console(stderr=True, no_color=True)) as tell:
        yield tell


def _shown(text: str) -> str:
    """Return the text harmless, in the letters that stdout has."""
    return shown_in(safe(text), sys.stdout.encoding or "ascii")


def _lines(text: str, *, indent: str = "", whole: bool = False) -> list[str]:
    if whole or _screen.piped:
        return [indent + _shown(text)]
    return _fold(text, _screen.width, sys.stdout, indent=indent)


def _fold(text: str, columns: int, stream: TextIO, *, indent: str = "", hang: int | None = None) -> list[str]:
    shown = shown_in(safe(text), stream.encoding or "ascii")
    parts = shown.split("\n")
    return [line for part in parts for line in fold(part, columns, indent, hang)]


def _print(lines: Sequence[str], **style: Any) -> None:  # noqa: ANN401  # what click.style takes
    _screen.blank = not lines[-1]
    if _screen.colour and any(style.values()):
        lines = [click.style(line, **style) if line else line for line in lines]
    _write(sys.stdout, "\n".join(lines) + "\n")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:  # a stream that was put in place of ours
        stream.write(shown_in(text, stream.encoding or "ascii"))
    stream.flush()
