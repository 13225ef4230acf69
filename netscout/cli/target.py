"""`netscout target`: the careers you explore."""

from __future__ import annotations

import shlex

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES
from netscout.errors import RefusedError

_ADD_EPILOG = """\b
Examples:
  netscout target add data --role "Data Analyst" --role "Analytics Engineer"
  netscout target add ux --role "UX Researcher" --company "Northwind" --place Berlin --motivation 5
"""


@click.group("target", help=SUMMARIES["target"], epilog="Example: netscout target check")
def command() -> None:
    """Hold the subcommands."""


@command.command("add", epilog=_ADD_EPILOG)
@click.argument("name")
@click.option("--role", "roles", multiple=True, required=True, help="What the job is called; give it several times.")
@click.option("--company", "companies", multiple=True, help="An organisation you would like to hear about.")
@click.option("--industry", "industries", multiple=True, help="A field of business.")
@click.option("--place", "places", multiple=True, help="A city, region or country.")
@click.option(
    "--seniority",
    default="",
    help="The level you aim at: intern, entry, junior, mid, senior, lead, manager ... founder.",
)
@click.option("--motivation", type=Count(1, 5), default=3, show_default=True, help="How much you want it.")
@click.option(
    "--mode",
    type=click.Choice(["exploring", "job-seeking"]),
    default="exploring",
    show_default=True,
    help="Said openly in every text.",
)
@click.pass_context
def add(  # noqa: PLR0913  # one parameter for each field of a target
    ctx: click.Context,
    *,
    name: str,
    roles: tuple[str, ...],
    companies: tuple[str, ...],
    industries: tuple[str, ...],
    places: tuple[str, ...],
    seniority: str,
    motivation: int,
    mode: str,
) -> None:
    """Add a target, or replace the one of the same name."""
    from netscout.app import target as use_case
    from netscout.model.target import Target

    wanted = Target(name, roles, companies, industries, places, seniority, motivation, mode)
    replaced = use_case.add(context_of(ctx).session(), wanted)
    console.out(f"Target {name} {'replaced' if replaced else 'added'}.")
    console.next_step(f"netscout target check {shlex.quote(name)}", "what its words mean here; then `netscout rank`")


@command.command("list", epilog="Example: netscout target list --json")
@click.option("--json", "as_json", is_flag=True, help="Print the targets as JSON.")
@click.pass_context
def list_targets(ctx: click.Context, *, as_json: bool) -> None:
    """List the targets, in file order."""
    from netscout.app.target import decided

    session = context_of(ctx).session()
    plan, made = session.plan(), decided(session)
    if as_json:
        console.json_out("target list", {"targets": list(plan.targets), "decisions": list(made.values())})
        return
    if not plan.targets:
        console.out("No targets yet.")
        console.next_step('netscout target add NAME --role "Data Analyst"', "or: netscout explore")
        return
    rows = [
        (one.name, ", ".join(one.roles), ", ".join(one.companies), ", ".join(one.places), str(one.motivation))
        for one in plan.targets
    ]
    console.table(("name", "roles", "companies", "places", "motivation"), rows, grow=(0, 1, 2, 3), keep=(0, 1, 2, 3))
    for one in (made[target.name] for target in plan.targets if target.name in made):
        console.wrapped(f"- {one.target}: you decided {one.answer} on {one.on}{f', {one.why}' if one.why else ''}.")
    console.next_step("netscout target check", "what their words mean here")


@command.command("remove", epilog="Example: netscout target remove ux")
@click.argument("name")
@click.pass_context
def remove(ctx: click.Context, *, name: str) -> None:
    """Remove a target; people and labels stay."""
    from netscout.app import target as use_case

    if not use_case.remove(context_of(ctx).session(), name):
        raise RefusedError("there is no target of that name.", "See `netscout target list`.")
    console.out(f"Target {name} removed.")
    console.next_step("netscout target list")


@command.command("check", epilog="Example: netscout target check data")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def check(ctx: click.Context, *, name: str | None, as_json: bool) -> None:
    """Show what a target's words were understood as, and how many people each gives."""
    from netscout.app import target as use_case

    found = use_case.check(context_of(ctx).session(), name)
    if as_json:
        console.json_out("target check", {"targets": found})
        return
    if not found:
        console.out("No targets yet.")
        console.next_step('netscout target add NAME --role "Data Analyst"', "or: netscout explore")
        return
    for one in found:
        console.heading(one.target)
        for line in use_case.sentences(one):
            console.wrapped(f"- {line}")
        console.out()
    console.next_step("netscout rank")


@command.command("decide", epilog='Example: netscout target decide data later --why "first an evening course"')
@click.argument("name")
@click.argument("answer", type=click.Choice(["yes", "no", "later"]))
@click.option("--why", default="", help="Why, in a line of your own.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def decide(ctx: click.Context, *, name: str, answer: str, why: str, as_json: bool) -> None:
    """Note what you decided; those you talked with are owed a word of it."""
    from netscout.app import target as use_case

    with console.faults_in_json("target decide", wanted=as_json):
        done = use_case.decide(context_of(ctx).session(), name, answer, why)
    if as_json:
        console.json_out("target decide", done.as_json())
        return
    console.out(f"{done.decision.target}: {answer}, noted.")
    if done.owed:
        from netscout.model.days import long_day

        by = f" by {long_day(done.due)}" if done.due else ""
        told = ", ".join(one.shown_name for one in done.owed)
        console.wrapped(f"Tell those who helped you to it{by}, with thanks: {told}.")
        console.next_step("netscout today")
    else:
        console.next_step("netscout stats", "how the asking went")
