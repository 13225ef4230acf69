"""`netscout taxonomy`: downloads of O*NET and ESCO that widen what netscout understands."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.kinds import InputPath
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

_ADD_EPILOG = """\b
Examples:
  netscout taxonomy add ~/Downloads/db_30_0_text.zip
  netscout taxonomy add "~/Downloads/ESCO dataset - v1.2.0 - classification - de - csv.zip"
"""


@click.group("taxonomy", help=SUMMARIES["taxonomy"], epilog="Example: netscout taxonomy list")
def command() -> None:
    """Hold the subcommands."""


@command.command("add", epilog=_ADD_EPILOG)
@click.argument("path", type=InputPath(path_type=Path))
@click.pass_context
def add(ctx: click.Context, *, path: Path) -> None:
    """Add the O*NET database (25.1 or later, text or Excel) or an ESCO CSV download: zip, folder or file."""
    from netscout.app import taxonomy as use_case

    note, replaced = use_case.add(context_of(ctx).session(), path)
    version = f" {note.version}" if note.version else ""
    what = "replaced" if replaced else "added"
    console.out(f"{note.name}{version} {what}: {note.codes:,} occupations, {note.labels:,} names.")
    console.wrapped(note.attribution)
    console.next_step("netscout rank", "the lists follow")


@command.command("list", epilog="Example: netscout taxonomy list --json")
@click.option("--json", "as_json", is_flag=True, help="Print the taxonomies as JSON.")
@click.pass_context
def list_taxonomies(ctx: click.Context, *, as_json: bool) -> None:
    """List the taxonomies you added, with what their publishers ask to be said."""
    from netscout.app import taxonomy as use_case

    found = use_case.listed(context_of(ctx).session())
    if as_json:
        console.json_out("taxonomy list", {"taxonomies": found})
        return
    if not found:
        console.out("None added; netscout uses its own.")
        console.next_step("netscout taxonomy add FILE", "O*NET or ESCO, downloaded in your browser")
        return
    rows = [(one.name, one.version, one.language, f"{one.codes:,}", f"{one.labels:,}") for one in found]
    console.table(("name", "version", "language", "occupations", "names"), rows)
    for line in use_case.attributions(context_of(ctx).session()):
        console.wrapped(line)


@command.command("remove", epilog="Example: netscout taxonomy remove esco-de")
@click.argument("name")
@click.pass_context
def remove(ctx: click.Context, *, name: str) -> None:
    """Remove a taxonomy; your network and your targets stay."""
    from netscout.app import taxonomy as use_case

    if not use_case.remove(context_of(ctx).session(), name):
        raise RefusedError("there is no taxonomy of that name.", "See `netscout taxonomy list`.")
    console.out(f"Taxonomy {name} removed.")
    console.next_step("netscout rank", "the lists follow")
