"""What `netscout load` says of cards and of a whole workspace as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netscout.app.session import Session
from netscout.cli import console
from netscout.errors import InputError, Place

CARDS = "cards"
_SHOWN = 5


def is_lossless(paths: Sequence[Path], source: str) -> bool:
    """Return whether these are for the reader of cards and whole workspaces."""
    from netscout.app.lossless import is_cards, is_whole

    return source == CARDS or (source == "auto" and any(is_whole(one) or is_cards(one) for one in paths))


def show_taken_in(session: Session, paths: Sequence[Path], source: str, *, as_json: bool) -> None:
    """Take in a folder of cards or a JSON file and show the account of it; cards only if `source` says so.

    Raises:
        NetscoutError: as `take_in`.
    """
    from netscout.app.lossless import refuse_cards, take_in

    with console.faults_in_json("load", wanted=as_json):
        if source != CARDS:
            refuse_cards(paths)
        if len(paths) > 1:
            raise InputError(
                "cards and whole workspaces are taken in one at a time.",
                "Give the command once for each.",
                Place(paths[1].name),
                code="one-at-a-time",
            )
        found = take_in(session, paths[0])
    if as_json:
        console.json_out("load", found.as_json())
        return
    counts = found.counts
    what = ("card", "cards") if found.kind == CARDS else ("entry", "entries")
    console.out(
        f"{console.counted(counts['rows'], *what)} = {console.people(counts['people'])} "
        f"+ {console.counted(counts['duplicates'], 'duplicate', 'duplicates')} + {counts['unreadable']:,} unreadable."
    )
    console.out(
        f"{console.counted(counts['log_lines'], 'line', 'lines')} of the logs = {counts['taken']:,} taken "
        f"+ {counts['known']:,} known before + {counts['log_unreadable']:,} unreadable."
    )
    for one in found.bad[:_SHOWN]:
        console.note(f"  Not readable: {Place(one.file, one.line)}: {one.reason}")
    if len(found.bad) > _SHOWN:
        console.note(f"  and {len(found.bad) - _SHOWN:,} more; `--json` lists all.")
    for place in found.unknown[:_SHOWN]:
        console.note(f"  Not known: {Place(*place)}: an entry of a kind that netscout does not know; kept as it is.")
    if len(found.unknown) > _SHOWN:
        console.note(
            f"  and {len(found.unknown) - _SHOWN:,} more; they move nothing, and `netscout log PERSON` shows them."
        )
    for name, reason in found.strays[:_SHOWN]:
        console.note(f"  Passed over: {name} ({reason})")
    if found.targets:
        console.out("The targets beside them were taken as well.")
    console.next_step("netscout report --open")
