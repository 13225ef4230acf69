"""`netscout rank`: whom to ask, best first."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.app.options import RankOptions
from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.kinds import Count, Fraction
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES
from netscout.model.ranking import RankedList, RankRow

_EPILOG = """\b
Examples:
  netscout rank
  netscout rank --target data --list practitioners -n 20
  netscout rank --by strength
  netscout rank --format json -n 100000 > ranking.json
"""
_ANSWERS = {
    "likely": "likely to answer",
    "may": "may answer",
    "long shot": "a long shot",
    "not known": "chance to answer not known",
}
_HEADS = {"practitioners": "People who have the job", "connectors": "People who can open doors", "": "By strength"}

_WORK, _WAITING = ("match", "related"), 3
"""Of whom it is told that they wait for others at their company, and of how many at most."""


@click.command("rank", help=SUMMARIES["rank"], epilog=_EPILOG)
@click.option("--target", help="Which target; the one you want most by default.")
@click.option(
    "--list", "kind", type=click.Choice(["practitioners", "connectors", "both"]), default="both", help="Which list."
)
@click.option("--by", type=click.Choice(["value", "strength"]), default="value", help="Order by value or by strength.")
@click.option("-n", "count", type=Count(), default=10, show_default=True, help="How many on each list.")
@click.option("--per-company", type=Count(0), help="At most so many of one company in the first ten; 0 lifts it.")
@click.option("--diversity", type=Fraction(), help="How much spread counts: 0 is the pure list, default 0.5.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "xlsx"]),
    default="table",
    help="How to print it; xlsx needs --out.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file instead.")
@me_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    target: str | None,
    kind: str,
    by: str,
    count: int,
    per_company: int | None,
    diversity: float | None,
    form: str,
    as_json: bool,
    out: Path | None,
) -> None:
    """Rank everybody for one target and show the two lists."""
    from dataclasses import replace

    from netscout.app import rank as use_case

    form = "json" if as_json else form
    if form == "xlsx" and out is None:
        raise click.UsageError("A workbook is no text to print: name its file with --out.")
    options = RankOptions(target, kind, by, count, per_company, diversity)
    session = context_of(ctx).session()
    with console.progress() as tell:
        ranking = use_case.rank(replace(session, progress=tell), options, explain_all=form == "json")
    if out is not None:
        replaced = use_case.write(session, ranking, out, form)
        console.note(f"Written: {out}")
        if replaced:
            console.note(replaced)
    elif form == "json":
        console.json_out("rank", use_case.as_json(ranking))
    elif form == "csv":
        console.out(use_case.as_csv(ranking).rstrip("\n"), whole=True)
    else:
        for one in ranking.lists:
            _show(one, count)
        for line in ranking.pauses:
            console.wrapped(line)
        _guide(ranking.lists)


def _show(ranked: RankedList, count: int) -> None:
    head = _HEADS.get(ranked.list, ranked.list) if ranked.target or ranked.list == "connectors" else _HEADS[""]
    console.heading(f"{head}{f', for {ranked.target}' if ranked.target else ''}")
    chosen = ranked.chosen[:count]
    for row in chosen:
        _person(row, percent=ranked.percent)
    if ranked.note:
        console.wrapped(ranked.note)
    if ranked.price > 0:
        console.note(f"Spread over companies and fields cost {ranked.price:.0%} of the total score.")
    for line in ranked.passed_over[:3]:
        console.wrapped(f"Passed over: {line}.", "  ", aside=True)
    waiting = [one for one in ranked.briefs if "X8" in one.flags.split() and one.verdict in _WORK]
    for one in waiting[:_WAITING]:
        console.wrapped(f"Waiting: {one.name}, since {one.excluded}.", "  ", aside=True)
    console.out()


def _person(row: RankRow, *, percent: bool) -> None:
    """Print one person: name and role, then strength, chance to answer and the two strongest reasons."""
    role = " at ".join(part for part in (row.title, row.company) if part)
    console.out(f"{row.rank:>3}  {row.name}{f', {role}' if role else ''}")
    from netscout.model.ranking import headline

    figure = headline(row, percent=percent)
    answer = f"{_ANSWERS[row.band]} ({figure})" if figure else _ANSWERS[row.band]
    strength = f"strength {row.strength}" if row.strength == "unknown" else row.strength
    reasons = "; ".join(one.text for one in row.reasons[:2])
    console.wrapped("; ".join(part for part in (strength, answer, reasons) if part) + ".", "     ")


def _guide(lists: tuple[RankedList, ...]) -> None:
    first = next((row for one in lists for row in one.chosen[:1]), None)
    if first is None:
        console.next_step("netscout explore", "what your network holds; or `netscout target check`")
    else:
        console.next_step(f"netscout why {first.id}", "`netscout report --open` writes the page")
