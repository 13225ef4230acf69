"""`netscout doctor`: check that the workspace is sound."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.summary import SUMMARIES


@click.command("doctor", help=SUMMARIES["doctor"], epilog="Example: netscout doctor --json")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> int:
    """Check database, ledgers, file modes and targets.toml; exit 1 if something is wrong."""
    from netscout.app.doctor import added_taxonomies, doctor

    context = context_of(ctx)
    findings = doctor(context.session())
    taxonomies = added_taxonomies(context.session())
    bad = any(one.severity == "error" for one in findings)
    if as_json:
        console.json_out(
            "doctor",
            {"ok": not bad, "workspace": str(context.workspace), "findings": findings, "taxonomies": taxonomies},
        )
        return int(bad)
    console.out(f"Workspace {context.workspace}", whole=True)
    for one in findings:
        console.wrapped(f"{one.severity}: {one.message} {one.next_step}".strip(), "  ")
    for note in taxonomies:
        console.wrapped(f"Taxonomy {note.name} {note.version}: {note.attribution}", "  ")
    if not [one for one in findings if one.code != "kept-long"]:
        console.out("Sound: database, ledgers, modes and targets.toml are in order.")
    return int(bad)
