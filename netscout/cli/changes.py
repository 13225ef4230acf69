"""`netscout changes`: what changed since your previous export."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES

_WORDS = {
    "new": "New connections",
    "company": "At another company",
    "title": "With a new title",
    "renamed": "Renamed",
    "gone": "No longer listed (kept in your workspace)",
    "email": "An e-mail address appeared",
}


@click.command("changes", help=SUMMARIES["changes"], epilog="Example: netscout changes --since 2026-05-01")
@click.option("--since", metavar="DATE", help="Compare with the newest export on or before this day.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@click.pass_context
def command(ctx: click.Context, *, since: str | None, as_json: bool) -> None:
    """List the changes between the two newest exports of yours."""
    from netscout.app.changes import changes
    from netscout.app.load import changes_json

    found = changes(context_of(ctx).session(), since)
    if as_json:
        console.json_out("changes", {"changes": changes_json(found)})
        return
    if found is None or found.before is None:
        if since is not None:
            console.out(f"No export is as old as {since}; without --since the two newest are compared.")
        else:
            console.out("There is one export in the workspace; changes show once you load a newer or older one.")
        return
    console.heading(f"From the export of {found.before} to that of {found.after}")
    for kind, words in _WORDS.items():
        rows = found.of(kind)
        if rows:
            console.out(f"{words}: {len(rows)}")
        for one in rows:
            step = f": {one.before or 'nothing'} -> {one.after or 'nothing'}" if one.before or one.after else ""
            console.out(f"  {one.person}  {one.name}{step}")
    if not found.changes:
        console.out("Nothing changed.")
