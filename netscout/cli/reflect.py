"""`netscout reflect`: what to make of a talk."""

from __future__ import annotations

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.kinds import Count
from netscout.cli.summary import SUMMARIES
from netscout.model.notes import VERDICTS

_EPILOG = """\b
energy: would I do this on a grey Tuesday?   1 no  ...  5 gladly
fit: are my strengths used, the demands bearable?   1 no  ...  5 yes
The numbers are yours; nothing is reckoned from them.

\b
Examples:
  netscout reflect "Ana Example" --energy 4 --fit 3 --evidence "lit up at the maps"
  netscout reflect "Ana Example" --verdict unsure --backup "the same, at a museum"
  netscout reflect "Ana Example"                    (what you said so far)
"""


@click.command("reflect", help=SUMMARIES["reflect"], epilog=_EPILOG)
@click.argument("person")
@click.option("--energy", type=Count(1, 5), metavar="1-5", help="Would you do this on a grey Tuesday?")
@click.option("--fit", type=Count(1, 5), metavar="1-5", help="Are your strengths used, the demands bearable?")
@click.option("--evidence", default="", help="What that rests on, in a line.")
@click.option("--verdict", type=click.Choice(VERDICTS), default=None, help="On with it, not sure, or away from it.")
@click.option("--backup", default="", help="What you would do instead, in a line.")
@click.option("--next", "next_step", default="", help="Your next small step, in a line.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    person: str,
    energy: int | None,
    fit: int | None,
    evidence: str,
    verdict: str | None,
    backup: str,
    next_step: str,
    as_json: bool,
) -> None:
    """Keep what the user makes of a talk, and show it beside what they said before."""
    from netscout.app.note import reflect
    from netscout.model.notes import Reflection

    said = Reflection("", energy, fit, evidence, verdict or "", backup, next_step)
    with console.faults_in_json("reflect", wanted=as_json):
        whose, found = reflect(context_of(ctx).session(), person, said)
    if as_json:
        console.json_out("reflect", {"person": whose.id, "reflections": found})
        return
    console.heading(whose.shown_name)
    if not found:
        console.out("Nothing is said yet of this talk.")
        console.next_step(f"netscout reflect {whose.id} --energy 1-5 --fit 1-5")
        return
    rows = [(one.on, str(one.energy or ""), str(one.fit or ""), one.verdict, one.evidence) for one in found]
    console.table(("day", "energy", "fit", "verdict", "because"), rows, grow=(4,), keep=(0, 1, 2, 3))
    for one in found[-1:]:
        for lead, text in (("Instead", one.backup), ("Next step", one.next_step)):
            if text:
                console.wrapped(f"{lead}: {text}")
    console.next_step("netscout themes", "what came up across your talks")
