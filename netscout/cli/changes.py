"""`netscout changes`: what changed between two of your exports, and what they say happened in your campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.app.session import Session
from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.member import me_option
from netscout.cli.numbers import Numbers
from netscout.cli.summary import SUMMARIES

if TYPE_CHECKING:
    from netscout.app.changes import Compared
    from netscout.model.changes import Change, ChangeList
    from netscout.model.proposal import Proposal

_WORDS = {
    "company": "At another company",
    "title": "With a new title",
    "new": "New connections",
    "gone": "No longer listed (kept in your workspace)",
    "renamed": "Renamed",
    "email": "An e-mail address appeared",
}
_EPILOG = """\b
Examples:
  netscout changes
  netscout changes --since 2026-01-01 --until 2026-06-30
  netscout changes --accept all     (log what your messages say happened; or --accept 1,3)
  netscout changes --dismiss 2      (it did not happen so: never show it again)
"""


@click.command("changes", help=SUMMARIES["changes"], epilog=_EPILOG)
@click.option("--since", metavar="DATE", help="Compare with the newest export on or before this day.")
@click.option("--until", metavar="DATE", help="Look at the newest export on or before this day instead of the newest.")
@click.option(
    "--accept", type=Numbers(), metavar="all|N,N", help="Log what your messages say happened: all of it, or by number."
)
@click.option("--dismiss", type=Numbers(), metavar="all|N,N", help="Leave it out for good: all of it, or by number.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@me_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    since: str | None,
    until: str | None,
    accept: str | tuple[int, ...] | None,
    dismiss: str | tuple[int, ...] | None,
    as_json: bool,
) -> None:
    """List the changes between two exports of yours, or log what they say happened."""
    if accept is not None and dismiss is not None:
        raise click.UsageError("Give --accept and --dismiss one after the other.")
    if accept is not None or dismiss is not None:
        refuse_idle(ctx, "with --accept or --dismiss", "since", "until")
    session = context_of(ctx).session()
    with console.faults_in_json("changes", wanted=as_json):
        if accept is not None:
            _accept(session, accept, as_json=as_json)
        elif dismiss is not None:
            _dismiss(session, dismiss, as_json=as_json)
        else:
            _show(session, since, until, as_json=as_json)


def _accept(session: Session, which: str | tuple[int, ...], *, as_json: bool) -> None:
    from netscout.app.proposals import accept

    taken = accept(session, which)
    if as_json:
        console.json_out("changes", {"accepted": taken})
        return
    if not taken:
        console.out("Nothing new was logged.")
    for one in taken:
        console.out(f"Logged: {one.event} on {one.on}, {one.person}  {one.name or '(no name)'}")


def _dismiss(session: Session, which: str | tuple[int, ...], *, as_json: bool) -> None:
    from netscout.app.proposals import dismiss

    gone = dismiss(session, which)
    if as_json:
        console.json_out("changes", {"dismissed": gone})
        return
    if not gone:
        console.out("There was nothing to leave out.")
    for one in gone:
        console.out(f"Left out for good: {one.event} on {one.on}, {one.person}  {one.name or '(no name)'}")
    if gone:
        console.offer("To log it after all:", f"netscout changes --accept {gone[0].number}")


def _show(session: Session, since: str | None, until: str | None, *, as_json: bool) -> None:
    from netscout.app.changes import compared
    from netscout.app.proposals import proposals

    found, proposed = compared(session, since, until), proposals(session)
    if as_json:
        console.json_out("changes", {**found.as_json(), "proposals": proposed})
        return
    changes = found.changes
    if changes is None or changes.before is None:
        _nothing_to_compare(found, since, until)
    else:
        _list(changes)
    _propose(proposed)
    if changes is not None and changes.findings:
        console.next_step(f"netscout why {changes.findings[0].person}")


def _nothing_to_compare(found: Compared, since: str | None, until: str | None) -> None:
    days = ", ".join(found.exports)
    if len(found.exports) > 1 and (since or until):
        console.out("There are no two exports of yours as old as that.")
        console.out(f"Give other days, or none to compare the two newest. Your exports: {days}.")
    elif found.exports:
        console.out(f"There is one export with connections in the workspace, that of {days}.")
        console.out("Changes show once you load a newer or older one.")
    else:
        console.out("There is no export with connections in the workspace. Load one with `netscout load`.")


def _list(changes: ChangeList) -> None:
    console.heading(f"From the export of {changes.before} to that of {changes.after}")
    if changes.is_doubtful:
        gone, listed = len(changes.of("gone")), changes.listed_before
        console.wrapped(
            f"Note: {gone:,} of the {listed:,} connections of the older export are missing in the newer one, which may "
            "be incomplete. Load the whole archive if you have it."
        )
    if changes.findings:
        console.out(f"Nearer to your targets: {len({one.person for one in changes.findings})}")
    for arrival in changes.findings:
        console.wrapped(f"{arrival.person}  {arrival.sentence}", "  ")
    for kind, words in _WORDS.items():
        rows = changes.of(kind)
        if rows:
            console.out(f"{words}: {len(rows)}")
        for one in rows:
            console.out(f"  {one.person}  {one.name or '(no name)'}{_step(one)}")
    if changes.hidden:
        console.out(f"Withheld by LinkedIn in the newer export: {changes.hidden}")
    if not changes.changes:
        console.out("Nothing changed.")


def _step(one: Change) -> str:
    """Return the two values of a change with a colon before them; somebody new or gone has one."""
    if one.kind in ("new", "gone"):
        role = one.after or one.before
        return f": {role}" if role else ""
    return f": {one.before or 'nothing'} -> {one.after or 'nothing'}" if one.before or one.after else ""


def _propose(proposed: list[Proposal]) -> None:
    if not proposed:
        return
    things = "1 thing" if len(proposed) == 1 else f"{len(proposed)} things"
    console.out()
    console.heading(f"{things} your export says happened, not logged yet")
    for one in proposed:
        console.out(f"  {one.number:>2}  {one.event:<11}  {one.person}  {one.fact}")
    console.wrapped("If an answer was a no, leave it out. Nothing is logged unless you say so:")
    console.offer("All of it:", "netscout changes --accept all")
    console.offer("One of it:", f"netscout changes --accept {proposed[0].number}")
    console.offer("Never show one again:", f"netscout changes --dismiss {proposed[-1].number}")
