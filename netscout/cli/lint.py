"""`netscout lint`: hold a draft against the rules of a good message."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.kinds import InputPath
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES
from netscout.errors import InputError, Place

if TYPE_CHECKING:
    from netscout.model.lint import Finding, Linted

_EPILOG = """\b
The file begins with To:, Kind: (request, follow-up, thanks, update or
introduction), and where you want them Channel:, Mode: and Subject:, one a
line; then an empty line and the text. A saved mail (.eml) will do too.
Nothing is sent or changed; exit code 1 where something must be mended.

\b
Examples:
  netscout draft "Ana Example" --channel email --out ana.txt
  netscout lint ana.txt
"""


@click.command("lint", help=SUMMARIES["lint"], epilog=_EPILOG)
@click.argument("file", type=InputPath(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@me_option
@click.pass_context
def command(ctx: click.Context, *, file: Path, as_json: bool) -> None:
    """Print what to mend in a draft."""
    from netscout.app.lint import lint_file

    with console.faults_in_json("lint", wanted=as_json):
        found = lint_file(context_of(ctx).session(), _bytes(file), file.name)
    if as_json:
        console.json_out("lint", {"file": file.name, **_plain(found)})
    else:
        _print(found)
    if not found.ok:
        ctx.exit(1)


def _bytes(file: Path) -> bytes:
    if not file.exists():
        raise InputError("there is nothing at that path.", "Check the spelling.", Place(str(file)), code="not-found")
    if not file.is_file():
        raise InputError("this is no regular file.", "Give the file of one draft.", Place(str(file)), code="not-a-file")
    return file.read_bytes()


def _plain(found: Linted) -> dict[str, object]:
    return {
        "kind": found.kind,
        "channel": found.channel,
        "mode": found.mode,
        "words": found.words,
        "characters": found.characters,
        "ok": found.ok,
        "findings": [_one(one) for one in found.findings],
        "not_checked": list(found.not_checked),
    }


def _one(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "severity": one.severity,
        "span": list(one.span),
        "part": one.part,
        "text": one.text,
        "message": one.message,
        "mend": one.mend,
        "source": one.source,
    }


def _print(found: Linted) -> None:
    errors = sum(one.severity == "error" for one in found.findings)
    for one in found.findings:
        quoted = f' "{" ".join(one.text.split())}":' if one.text else ""
        where = " (subject)" if one.part == "subject" else ""
        console.wrapped(f"{one.rule} {one.severity}{where}:{quoted} {one.message} {one.mend}")
    if found.not_checked:
        rules = ", ".join(found.not_checked)
        console.wrapped(f"Not checked, for want of phrases in the language of this text: {rules}.")
    words = console.counted(found.words, "word", "words")
    size = f"{words}, {console.counted(found.characters, 'character', 'characters')}"
    if errors:
        console.out(f"{console.counted(errors, 'thing', 'things')} must be mended. {size}.")
    elif found.findings:
        better = console.counted(len(found.findings), "thing", "things")
        console.out(f"Nothing must be mended; {better} could be better. {size}.")
    else:
        console.out(f"Nothing to mend. {size}.")
    console.note("You send it, on a working day; should they ask about jobs, answer openly.")
