"""`netscout forget`: delete a person, a member's contribution, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import refuse_idle
from netscout.cli.summary import SUMMARIES
from netscout.errors import Place, RefusedError, StoreError

if TYPE_CHECKING:
    from netscout.app.forget import Forgotten, Wanted
    from netscout.app.session import Session
    from netscout.cli.context import Context

_EPILOG = """\b
Examples:
  netscout forget "Ana Example"
  netscout forget p0042 --yes --may-return     (a later import may bring them back)
  netscout forget --everything
"""
_SHOWN = 20


@click.command("forget", help=SUMMARIES["forget"], epilog=_EPILOG)
@click.argument("person", required=False)
@click.option("--everything", is_flag=True, help="Delete the whole workspace.")
@click.option("--contributor", metavar="PERSON", help="Take out all that rests on this member's own exports alone.")
@click.option("--untouched", is_flag=True, help="Everybody untouched for the months of keep_months in targets.toml.")
@click.option("--let-return", is_flag=True, help="Keep nothing of those forgotten; later imports may bring them back.")
@click.option("--may-return", is_flag=True, help="Keep nothing by which a later import could leave this person out.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    person: str | None,
    everything: bool,
    contributor: str | None,
    untouched: bool,
    let_return: bool,
    may_return: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Say what goes, ask once, delete it, and say what could not be reached."""
    from netscout.app import forget as use_case

    if sum((person is not None, everything, contributor is not None, untouched, let_return)) != 1:
        raise click.UsageError("Say whom to forget: netscout forget PERSON, or one of the options. See --help.")
    if everything or let_return or contributor is not None:
        refuse_idle(ctx, "where no person is named", "may_return")
    context = context_of(ctx)
    session = context.session()
    if let_return:
        dropped = use_case.let_return(session)
        _say_dropped(dropped, as_json=as_json)
        return
    wanted = _wanted(session, person, contributor, everything=everything)
    if not as_json:
        _announce(wanted, may_return=may_return)
    if wanted.kind == "untouched" and not wanted.persons:
        if as_json:
            console.json_out("forget", {"forgotten": [], "kind": "untouched"})
        return
    if not yes and not agreed(context):
        console.out("Nothing was deleted.")
        return
    done = use_case.forget(session, wanted, may_return=may_return)
    if as_json:
        console.json_out("forget", _payload(done))
    else:
        _report(done)
    if done.stuck:
        raise stuck_error(done.stuck[0])


def _wanted(session: Session, person: str | None, contributor: str | None, *, everything: bool) -> Wanted:
    from netscout.app import forget as use_case

    if everything:
        return use_case.everything(session)
    if person is not None:
        return use_case.person(session, person)
    return use_case.untouched(session) if contributor is None else use_case.contributor(session, contributor)


def stuck_error(path: str) -> StoreError:
    """Return the error that the system did not let go what names people."""
    return StoreError(
        "the system did not let this go; who was deleted may still stand in it.",
        "Look at its permissions; the next command tries again.",
        Place(path),
        code="no-permission",
    )


def agreed(context: Context) -> bool:
    """Return whether the user says yes to a deletion (raises RefusedError where nobody can be asked)."""
    if not context.interactive:
        raise RefusedError("this cannot be undone, and nobody can be asked here.", "Add --yes to do it.")
    return console.ask('This cannot be undone. Type "yes" to delete').casefold() == "yes"


def _announce(wanted: Wanted, *, may_return: bool) -> None:
    if wanted.kind == "everything":
        console.wrapped("This deletes everything netscout keeps in this folder: all people, your words, pages, plans.")
        return
    if wanted.kind == "untouched":
        console.wrapped(
            f"{console.counted(len(wanted.persons), 'person was', 'people were')} untouched for longer than "
            "keep_months says: "
            f"{', '.join(wanted.persons[:_SHOWN])}{' and more' if len(wanted.persons) > _SHOWN else ''}."
            if wanted.persons
            else "Nobody was untouched for that long, or keep_months is not set in targets.toml."
        )
    else:
        many = f"{console.people(len(wanted.persons))} known from that member alone"
        who = wanted.name if wanted.kind == "person" else many
        console.wrapped(f"This deletes {who}{f' ({wanted.persons[0]})' if wanted.kind == 'person' else ''}.")
    rows = [f"{count} in {table.replace('_', ' ')}" for table, count in wanted.counts if count]
    if rows:
        console.wrapped(f"Rows that go: {', '.join(rows)}.")
    console.wrapped("The pages and backups inside the workspace go too; netscout report writes the page again.")
    if may_return:
        console.wrapped("A later import may bring them back.")
    _mentions(wanted)


def _mentions(wanted: Wanted) -> None:
    if not wanted.mentions:
        return
    texts = console.counted(
        len(wanted.mentions), "text that stays may name them; it is", "texts that stay may name them; they are"
    )
    console.wrapped(f"{texts} yours to change:")
    for one in wanted.mentions[:_SHOWN]:
        head = " ".join(part for part in (one.person, one.kind, one.on) if part)
        console.out(f"  {head}: {one.text}")
    if len(wanted.mentions) > _SHOWN:
        console.out(f"  and {len(wanted.mentions) - _SHOWN} more (--json lists all)")


def _report(done: Forgotten) -> None:
    many = len(done.wanted.persons)
    if done.wanted.kind == "everything":
        console.out("Not everything could be deleted." if done.stuck else "Everything netscout kept here is deleted.")
    else:
        console.out(f"Forgotten: {many} {'person' if many == 1 else 'people'}.")
        if done.targets_changed:
            console.wrapped("targets.toml named them and was changed.")
        if not done.may_return and done.wanted.kind != "contributor":
            console.wrapped(
                "A salted hash of their keys stays, so that the next import leaves them out; "
                "`netscout forget --let-return` drops it.",
                aside=True,
            )
    show_left(done.outside, done.strangers, done.stuck, known=done.known)
    console.wrapped("Answers that a browser keeps for an open page hold ids only.", aside=True)


def show_left(
    outside: tuple[str, ...], strangers: tuple[str, ...], stuck: tuple[str, ...], *, known: bool = True
) -> None:
    """Name by path what a deletion did not reach; `known` says whether the list of files outside could be read."""
    _list("Could not be reached, as they lie outside the workspace; delete what holds them:", outside)
    if not known:
        console.wrapped("The database could not be read: pages, exports and backups elsewhere may not be named here.")
    _list("In the workspace, but not netscout's; nobody looked into them:", strangers)
    _list("The system did not let these go; the next command tries again:", stuck)


def _list(head: str, paths: tuple[str, ...]) -> None:
    if paths:
        console.wrapped(head)
        for one in paths:
            console.out(f"  {one}")


def _say_dropped(dropped: int, *, as_json: bool) -> None:
    if as_json:
        console.json_out("forget", {"kind": "let-return", "keys_dropped": dropped})
    elif dropped:
        console.out("Nothing is kept of forgotten people any more.")
        console.wrapped("Load a file again, and those of them it holds are back.", aside=True)
    else:
        console.out("Nothing was kept of forgotten people.")


def _payload(done: Forgotten) -> dict[str, object]:
    return {
        "kind": done.wanted.kind,
        "forgotten": list(done.wanted.persons),
        "rows": dict(done.wanted.counts),
        "mentions": list(done.wanted.mentions),
        "targets_changed": done.targets_changed,
        "may_return": done.may_return,
        "not_reached": {
            "outside": list(done.outside),
            "outside_known": done.known,
            "not_ours": list(done.strangers),
            "stuck": list(done.stuck),
        },
    }
