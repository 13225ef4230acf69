"""The page on commands, from what click knows of each: the same under every version of click."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """\
# Commands

`netscout [GLOBAL OPTIONS] COMMAND [OPTIONS] [ARGUMENTS]`. `netscout COMMAND --help` shows the same in the terminal.

PERSON is an id such as `p0042`, a profile URL, an e-mail address or a name. A name that several people bear lists them
and chooses nobody.

| exit code | meaning |
|---|---|
| 0 | done; also "already loaded, nothing changed" |
| 1 | a fault in the input or the request, or a check that found one: what, where and what to do next, on stderr |
| 2 | the command was written wrongly |
| 3 | a bug of netscout, with lines to paste into a report that hold nothing personal |
| 130 | stopped by Ctrl-C |
"""


def walk(group: click.Group, name: str = "netscout") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its full name, `netscout target add`, groups before what they hold."""
    context = click.Context(group, info_name=name)
    for one in group.list_commands(context):
        command = group.get_command(context, one)
        if command is None or command.hidden:
            continue
        yield f"{name} {one}", command
        if isinstance(command, click.Group):
            yield from walk(command, f"{name} {one}")


def page(group: click.Group) -> str:
    """Return docs/reference/commands.md."""
    parts = [HEAD, f"## Global options\n\n{_options(group)}\n"]
    for name, command in walk(group):
        level = "#" * len(name.split())
        body = [f"{level} {name.removeprefix('netscout ')}", f"```text\n{_usage(name, command)}\n```"]
        body += [_prose(command.help or ""), _options(command), _prose(command.epilog or "")]
        parts.append("\n\n".join(one for one in body if one) + "\n")
    return "\n".join(parts)


def _usage(name: str, command: click.Command) -> str:
    words = [name]
    if any(isinstance(one, click.Option) for one in command.params):
        words.append("[OPTIONS]")
    for one in command.params:
        if isinstance(one, click.Argument):
            word = (one.metavar or (one.name or "").upper()) + ("..." if one.nargs == -1 and not one.metavar else "")
            words.append(word if one.required or word.startswith("[") else f"[{word}]")
    if isinstance(command, click.Group):
        words.append("COMMAND [ARGUMENTS]")
    return " ".join(words)


def _prose(text: str) -> str:
    r"""Return help text as Markdown: what stands under `\b` keeps its lines."""
    blocks = []
    for block in inspect.cleandoc(text).split("\n\n"):
        if block.startswith("\b"):
            blocks.append(f"```text\n{textwrap.dedent(block[1:]).strip(chr(10))}\n```")
        elif block.strip():
            blocks.append(re.sub(r"^Example: (.+)$", r"Example: `\1`", " ".join(block.split())))
    return "\n\n".join(blocks)


def _options(command: click.Command) -> str:
    rows = [_row(one) for one in command.params if isinstance(one, click.Option) and not one.hidden]
    return "\n".join(["| option | meaning |", "|---|---|", *rows]) if rows else ""


def _row(option: click.Option) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    value = "" if option.is_flag or option.count else f" {_value(option)}"
    default = option.default
    words = " ".join((option.help or "").split())
    if isinstance(default, str | int | float) and not isinstance(default, bool) and default != "" and value:
        words = f"{words.rstrip('.')} (default {default})."
    if option.multiple:
        words = f"{words.rstrip('.')} (may be given several times)."
    if option.required:
        words = f"{words.rstrip('.')} (needed)."
    return f"| `{(names + value).replace('|', chr(92) + '|')}` | {words.replace('|', chr(92) + '|')} |"


def _value(option: click.Option) -> str:
    kind = option.type
    if option.metavar:
        return option.metavar
    if isinstance(kind, click.Choice):
        return "|".join(str(one) for one in kind.choices)
    if isinstance(kind, click.IntRange | click.FloatRange):
        low, high = ("" if edge is None else f"{edge:g}" for edge in (kind.min, kind.max))
        return f"{low}..{high}"
    if isinstance(kind, click.Path | click.File):
        return "PATH"
    return {"integer": "N", "float": "NUMBER"}.get(kind.name, "TEXT")
