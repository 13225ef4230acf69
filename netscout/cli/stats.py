"""`netscout stats`: how the asking went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.model.yields import Rate, Yields

_EPILOG = """\b
Shares of answers stand with their 90 % interval; under five requests there
are counts alone. A no is an answer.

\b
Examples:
  netscout stats
  netscout stats --by list
  netscout stats --learn      (after 30 finished requests: what they teach)
"""
_FEW = 5


@click.command("stats", help=SUMMARIES["stats"], epilog=_EPILOG)
@click.option("--by", type=click.Choice(["list", "strength", "source", "channel", "company"]), help="One group alone.")
@click.option("--learn", is_flag=True, help="Let your own answers move everybody's chance, a little.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, by: str | None, learn: bool, as_json: bool) -> None:
    """Print how many were asked, answered, talked; what was expected and what came."""
    from netscout.app import stats as use_case

    session = context_of(ctx).session()
    if learn:
        refuse_idle(ctx, "with --learn", "by", "as_json")
        console.wrapped(use_case.learn(session))
        console.next_step("netscout rank")
        return
    with console.faults_in_json("stats", wanted=as_json):
        found = use_case.stats(session, by)
    if as_json:
        console.json_out("stats", {"stats": found})
        return
    _print(found)


def _print(found: Yields) -> None:
    from netscout.lang import fill, texts

    words = texts("stats")
    whole = found.rates[0]
    if not whole.asked and not found.left_out:
        console.out(words["none"])
        console.next_step("netscout today", "whom to ask")
        return
    console.out(", ".join(f"{count} {words[f'step.{key}']}" for key, count in found.steps) + ".")
    if found.left_out:
        young = console.counted(found.left_out, "request is", "requests are")
        console.wrapped(fill(words["left_out"], {"count": young}))
    if whole.asked < _FEW:
        console.wrapped(fill(words["few"], {"count": str(whole.asked)}))
    else:
        _shares(found.rates)
    for line in _sentences(found):
        console.wrapped(line)
    console.next_step("netscout themes", "what came up in the talks")


def _shares(rates: tuple[Rate, ...]) -> None:
    from netscout.app.stats import key_words
    from netscout.lang import texts

    rows = [
        (
            texts("stats")[f"group.{one.group}"],
            key_words(one.key) if one.group != "all" else "",
            str(one.asked),
            str(one.answered),
            str(one.yes),
            str(one.met),
            f"{one.answered / one.asked:.0%} ({one.low:.0%} to {one.high:.0%})" if one.enough else "too few",
        )
        for one in rates
    ]
    heads = ("by", "", "asked", "answered", "yes", "talks", "share of answers")
    console.out()
    console.table(heads, rows, grow=(1,), keep=(0, 2, 3, 4, 5, 6))


def _sentences(found: Yields) -> list[str]:
    from netscout.lang import fill, texts

    words, lines = texts("stats"), []
    if found.days is not None:
        lines.append(fill(words["days"], {"days": console.counted(round(found.days), "day", "days")}))
    if found.talks:
        values = {"names": str(found.names), "talks": console.counted(found.talks, "talk", "talks")}
        lines.append(fill(words["names"], values))
    if found.predicted:
        low, high = max(0, found.expected - found.spread), min(found.predicted, found.expected + found.spread)
        values = {"low": str(round(low)), "high": str(round(high)), "count": str(found.predicted)}
        lines.append(fill(words["expected"], values | {"came": str(found.came)}))
    return [*lines, *([found.hint] if found.hint else []), words["normal"]]
