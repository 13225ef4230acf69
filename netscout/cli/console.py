"""The only place that prints. Data is made harmless for terminals here, width is counted here, colour decided here."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from netscout.errors import NetscoutError

if TYPE_CHECKING:
    from netscout.cli.context import Context

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(slots=True)
class _Screen:
    """How this run prints; set once from the Context."""

    colour: bool = False
    width: int = 100
    quiet: bool = False
    verbose: bool = False
    interactive: bool = False


_screen = _Screen()


def prepare_streams() -> None:
    """Make the standard streams take any character: what a console cannot show is written as an escape.

    A stream that was closed becomes the null device, so that no file of the workspace takes its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open as long as we run
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = (stream.encoding or "ascii").replace("-", "").casefold()
            if encoding == "utf8":
                stream.reconfigure(errors="replace")
            elif stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def set_up(context: Context) -> None:
    """Take colour, width and loudness from the Context."""
    _screen.colour, _screen.width = context.colour, context.width
    _screen.quiet, _screen.verbose, _screen.interactive = context.quiet, context.verbose, context.interactive


def safe(text: str) -> str:
    """Return text that cannot recolour, retitle or reorder a terminal: controls and bidi marks become U+FFFD."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(
        char
        if char == "\n" or ((not unicodedata.category(char).startswith("C") or char == "\u200d") and char not in _BIDI)
        else "\ufffd"
        for char in text
    )


def out(text: str = "") -> None:
    """Print what was asked for."""
    _write(sys.stdout, safe(text) + "\n")


def note(text: str = "") -> None:
    """Print what helps but was not asked for: nothing with `--quiet`."""
    if not _screen.quiet:
        out(text)


def detail(text: str) -> None:
    """Print what only `--verbose` wants, on stderr."""
    if _screen.verbose:
        _write(sys.stderr, safe(text) + "\n")


def error(text: str) -> None:
    """Print to stderr."""
    _write(sys.stderr, safe(text) + "\n")


def heading(text: str) -> None:
    """Print a heading: bold on a terminal that has colour."""
    shown = safe(text)
    _write(sys.stdout, (click.style(shown, bold=True) if _screen.colour else shown) + "\n")


def counted(number: int, one: str, many: str) -> str:
    """Return `1 person` or `1,200 people`, of the two wordings."""
    return f"{number:,} {one if number == 1 else many}"


def people(number: int) -> str:
    """Return `1 person` or `1,200 people`."""
    return counted(number, "person", "people")


def next_step(text: str) -> None:
    """Print the one sensible next command."""
    if not _screen.quiet:
        shown = f"Next: {safe(text)}"
        _write(sys.stdout, "\n" + (click.style(shown, fg="cyan") if _screen.colour else shown) + "\n")


def fault(found: NetscoutError) -> None:
    """Print one error: what, where, what to do next."""
    place = f"{found.place}: " if found.place.file else ""
    head = click.style("Error:", fg="red", bold=True) if _screen.colour else "Error:"
    _write(sys.stderr, f"{head} {safe(place + found.message)}\n")
    if found.next_step:
        _write(sys.stderr, f"       {safe(found.next_step)}\n")


def system_fault(found: OSError) -> None:
    """Print what the operating system refused, with the path where it names one."""
    where = f"{found.filename}: " if found.filename else ""
    error(f"Error: {where}{found.strerror or type(found).__name__}.")
    error("       Nothing was half written. Free some space or look at the permissions, then try again.")


def json_out(command: str, payload: dict[str, Any]) -> None:
    """Print one JSON object that begins with schema and command."""
    whole = {"schema": 1, "command": command, **payload}
    text = json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False, default=_plain)
    _write(sys.stdout, text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")


@contextmanager
def faults_in_json(command: str, *, wanted: bool) -> Iterator[None]:
    """Print an error that ends a command as JSON too, if it is wanted, with the words of the message apart."""
    try:
        yield
    except NetscoutError as found:
        place = found.place
        parts = {"code": found.code, "message": found.message, "file": place.file or None, "line": place.line}
        if wanted:
            json_out(command, {"error": {**parts, "next": found.next_step}})
        raise


def _plain(value: object) -> object:
    from dataclasses import asdict, is_dataclass

    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


def ask(question: str, default: str = "") -> str:
    """Ask one question and return the answer, trimmed; the default when Enter is pressed."""
    answer: str = click.prompt(safe(question), default=default, show_default=bool(default))
    return answer.strip()


def confirm(question: str, *, default: bool = True) -> bool:
    """Ask a yes-or-no question."""
    return click.confirm(safe(question), default=default)


def key(question: str, choices: str) -> str:
    """Ask for one key out of `choices` and return it in lower case."""
    while True:
        _write(sys.stdout, f"{safe(question)} ")
        pressed = click.getchar().casefold()
        _write(sys.stdout, pressed + "\n")
        if pressed == "\x03":
            raise click.exceptions.Abort
        if pressed and pressed in choices:
            return pressed


def width_of(text: str) -> int:
    """Return the columns a text takes on a terminal: wide letters two, combining marks none."""
    return sum(
        0
        if unicodedata.combining(char) or char in "\u200d\ufe0f"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def fit(text: str, columns: int = 0) -> str:
    """Return the text cut to so many columns (0: the screen), an ellipsis where something is missing, padded."""
    columns = columns or _screen.width
    shown = safe(text).replace("\n", " ")
    if width_of(shown) > columns:
        while shown and width_of(shown) > columns - 1:
            shown = shown[:-1]
        shown += "…"
    return shown + " " * (columns - width_of(shown))


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, grow: Sequence[int] = (), right: Sequence[int] = ()
) -> None:
    """Print a table that fits the width: columns in `grow` share what is left, those in `right` stand to the right."""
    widths = _widths(head, rows, grow)
    line = "  ".join(fit(name, wide) for name, wide in zip(head, widths, strict=True)).rstrip()
    _write(sys.stdout, (click.style(line, bold=True) if _screen.colour else line) + "\n")
    for row in rows:
        cells = []
        for place, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            shown = fit(cell, wide)
            cells.append(shown.rstrip().rjust(wide) if place in right else shown)
        _write(sys.stdout, "  ".join(cells).rstrip() + "\n")


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]], grow: Sequence[int]) -> list[int]:
    natural = [max([width_of(name), *(width_of(safe(row[place])) for row in rows)]) for place, name in enumerate(head)]
    room = _screen.width - 2 * (len(head) - 1)
    spare = room - sum(wide for place, wide in enumerate(natural) if place not in grow)
    # the narrow ones are shown whole, the wide ones share what is left
    for done, place in enumerate(sorted(grow, key=lambda place: (natural[place], place))):
        natural[place] = min(natural[place], max(8, spare // (len(grow) - done)))
        spare -= natural[place]
    return natural


def wrapped(text: str, indent: str = "", *, aside: bool = False) -> None:
    """Print a paragraph wrapped to the width; an aside is left out with `--quiet`."""
    import textwrap

    if aside and _screen.quiet:
        return

    for paragraph in safe(text).split("\n"):
        out(textwrap.fill(paragraph, min(_screen.width, 92), initial_indent=indent, subsequent_indent=indent))


@contextmanager
def progress() -> Iterator[Callable[[str, int], None] | None]:
    """Give a function that shows what is being done, on a terminal only; None when piped or quiet."""
    if not sys.stderr.isatty() or _screen.quiet or not _screen.interactive:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    screen = Console(stderr=True, no_color=not _screen.colour)
    bar = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=screen, transient=True
    )
    with bar:
        task = bar.add_task("")

        def tell(what: str, done: int) -> None:
            bar.update(task, description=f"{safe(what)}{f', {done:,} rows' if done else ''}")

        yield tell


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
