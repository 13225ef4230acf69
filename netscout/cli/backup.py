"""`netscout backup`: one file with the whole workspace."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES


@click.command("backup", help=SUMMARIES["backup"], epilog="Example: netscout backup ~/netscout-backup.zip")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, file: Path, as_json: bool) -> None:
    """Copy database and targets.toml into one file that only you may read."""
    from netscout.app.backup import backup

    context = context_of(ctx)
    size = backup(context.session(), file)
    if as_json:
        console.json_out("backup", {"file": str(file.absolute()), "bytes": size})
        return
    console.out(f"Written: {file} ({size // 1024:,} kB)")
    inside = file.absolute().is_relative_to(context.workspace)
    reach = (
        "The next `forget` deletes it, as every file of netscout in the workspace."
        if inside
        else "`forget` cannot reach it, so delete it when somebody in it asks to be forgotten."
    )
    console.wrapped(
        f"It holds everything: names, addresses, your notes. {reach} Added taxonomies are not in it.", aside=True
    )
    if inside:
        console.wrapped("It lies inside the workspace, where the loss of the folder takes it too: copy it elsewhere.")
