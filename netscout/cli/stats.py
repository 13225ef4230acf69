"""`netscout stats`: how the asking went."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.model.yields import Rate, Yields

_EPILOG = """\b
Shares of answers stand with their 90 % interval; under five requests there
are counts alone. A no is an answer. Requests too young to tell are left out.
What channel it was, and whether you came to them through your school, is told
by `log PERSON asked --note "email, alumni"`.

\b
Examples:
  netscout stats
  netscout stats --by list
  netscout stats --learn      (after 30 finished requests: what they teach)
  netscout stats --forget-learning
"""


@click.command("stats", help=SUMMARIES["stats"], epilog=_EPILOG)
@click.option("--by", type=click.Choice(["list", "strength", "source", "channel", "company"]), help="One group alone.")
@click.option("--learn", is_flag=True, help="Let your own answers move everybody's chance, a little.")
@click.option("--forget-learning", is_flag=True, help="Take back what was learnt.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(ctx: click.Context, *, by: str | None, learn: bool, forget_learning: bool, as_json: bool) -> None:
    """Print how many were asked, answered, talked; what was expected and what came."""
    from netscout.app import stats as use_case

    session = context_of(ctx).session()
    if learn or forget_learning:
        named = "--learn" if learn else "--forget-learning"
        refuse_idle(ctx, f"with {named}", "by", "as_json", *(["forget_learning"] if learn else []))
        console.wrapped(use_case.learn(session) if learn else use_case.forget(session))
        console.next_step("netscout rank", "the lists made anew")
        return
    with console.faults_in_json("stats", wanted=as_json):
        found = use_case.stats(session, by)
    if as_json:
        console.json_out("stats", {"stats": found})
        return
    _print(found, by)


def _print(found: Yields, by: str | None) -> None:
    from netscout.app.stats import FEW
    from netscout.lang import fill, texts

    words = texts("stats")
    whole = found.rates[0]
    if not whole.asked and not found.left_out and not found.bounced:
        console.out(words["none"])
        console.next_step("netscout today", "whom to ask")
        return
    console.wrapped(", ".join(f"{count} {words[f'step.{key}']}" for key, count in found.steps) + ".")
    for key, count in (("left_out", found.left_out), ("bounced", found.bounced)):
        if count:
            console.wrapped(fill(words[key], {"count": _requests(count, key)}))
    if whole.asked and (whole.asked >= FEW or by):
        _shares(found.rates if by else [one for one in found.rates if one.group != "company" or one.asked > 1])
    if whole.asked < FEW:
        console.wrapped(fill(words["few"], {"count": str(whole.asked)}))
    for line in (*_sentences(found), *_teaching(found), words["normal"]):
        console.wrapped(line)
    console.next_step("netscout themes", "what came up in the talks")


def _requests(count: int, key: str) -> str:
    is_ = key == "left_out"
    return console.counted(count, "request is" if is_ else "request", "requests are" if is_ else "requests")


def _shares(rates: Sequence[Rate]) -> None:
    from netscout.app.stats import key_words
    from netscout.lang import texts

    rows = [
        (
            texts("stats")[f"group.{one.group}"],
            key_words(one.group, one.key) if one.group != "all" else "",
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
    console.out()


def _sentences(found: Yields) -> list[str]:
    """Return how soon answers came, who was named, what was expected, what to change."""
    from netscout.app.stats import FEW
    from netscout.lang import fill, texts

    words, lines = texts("stats"), []
    if found.days is not None:
        days = console.counted(max(1, math.ceil(found.days)), "day", "days")
        lines.append(fill(words["days"], {"days": days}) if found.days else words["days.same"])
    if found.talks:
        values = {"names": console.people(found.names), "talks": console.counted(found.talks, "talk", "talks")}
        lines.append(fill(words["names"], values))
    if found.predicted >= FEW:
        low, high = max(0, found.expected - found.spread), min(found.predicted, found.expected + found.spread)
        values = {"low": str(round(low)), "high": str(round(high)), "count": str(found.predicted)}
        lines.append(fill(words["expected"], values | {"came": str(found.came)}))
    if found.predicted >= FEW and found.unpredicted:
        count = console.counted(found.unpredicted, "request", "requests")
        lines.append(fill(words["unpredicted"], {"count": count}))
    if found.brier is not None and found.predicted >= FEW:
        lines.append(fill(words["brier"], {"score": f"{found.brier:.2f}"}))
    return [*lines, *([found.hint] if found.hint else [])]


def _teaching(found: Yields) -> list[str]:
    """Return whether the lists use what was learnt, or that there is enough to learn from."""
    from netscout.app.stats import LEARN_FROM, even
    from netscout.lang import fill, texts

    words = texts("stats")
    if found.learnt:
        return [fill(words["learnt"], {"half": even(found.learnt)})]
    return [fill(words["ready"], {"count": str(found.predicted)})] if found.predicted >= LEARN_FROM else []
