"""`netscout restore`: put a backup back in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

if TYPE_CHECKING:
    from netscout.app.backup import Weighed
    from netscout.cli.context import Context


@click.command("restore", help=SUMMARIES["restore"], epilog="Example: netscout restore ~/netscout-backup.zip")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask, also where it replaces people.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, file: Path, yes: bool, as_json: bool) -> None:
    """Verify a backup, ask where it would replace people, and put it in place whole."""
    from netscout.app import backup as use_case

    context = context_of(ctx)
    session = context.session()
    with use_case.weigh(session, file) as weighed:
        if weighed.present != 0 and not yes and not _agreed(context, weighed):
            console.out("Nothing was changed.")
            return
        people = use_case.restore(session, file, weighed)
    if as_json:
        console.json_out("restore", {"file": str(file.absolute()), "people": people, "replaced": weighed.present})
        return
    console.out(f"Restored: {console.people(people)}.")
    if weighed.backup.targets is None:
        console.wrapped("The backup holds no targets.toml; what you are looking for is as it was.", aside=True)
    console.wrapped(
        "People you asked netscout to forget after this backup was made are in it again."
        if weighed.returning
        else "Anybody you asked netscout to forget after this backup was made is in it again.",
        aside=True,
    )
    console.next_step("netscout doctor")


def _agreed(context: Context, weighed: Weighed) -> bool:
    now = "a workspace that cannot be read" if weighed.present is None else console.people(weighed.present)
    if not context.interactive:
        raise RefusedError(
            f"this would replace {now} by the {console.people(weighed.backup.people)} of the backup.",
            "Add --yes to do it.",
        )
    console.wrapped(f"This replaces {now}, with all labels and notes, by the {weighed.backup.people:,} of the backup.")
    return console.ask('Type "yes" to replace them').casefold() == "yes"
