"""`netscout load`: take in a LinkedIn export, contacts of other programs, or the answers saved from a report page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from netscout.app.session import Session
from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.kinds import InputPath
from netscout.cli.summary import SUMMARIES
from netscout.errors import InputError, Place

if TYPE_CHECKING:
    from netscout.app.answers import Taken

_EPILOG = """\b
Examples:
  netscout load ~/Downloads/Complete_LinkedInDataExport_11-02-2026.zip
  netscout load Connections.csv messages.csv --me https://www.linkedin.com/in/you
  netscout load contacts.csv contacts.vcf       (from Google, Outlook, Thunderbird or a phone)
  netscout load alumni.csv --map "Person"=full --map "Works for"=company
  netscout load ~/Downloads/netscout-answers-2026-11-16-w7f3ab.json
                                (what "Save my answers" on the page wrote)
"""


@click.command("load", help=SUMMARIES["load"], epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, type=InputPath(path_type=Path))
@click.option("--me", metavar="URL_OR_EMAIL", help="Your own profile or e-mail address, if no file tells it.")
@click.option(
    "--source",
    metavar="auto|linkedin|google|outlook|vcard|csv|cards",
    default="auto",
    help="Whose file it is; auto tells by its columns.",
)
@click.option(
    "--map",
    "mapping",
    metavar="COLUMN=FIELD",
    multiple=True,
    help="What a column of any other table holds: first, last, full, company, title, email, url, ...",
)
@click.option(
    "--date-order", type=click.Choice(["auto", "mdy", "dmy"]), default="auto", help="How 03/04/2024 is meant."
)
@click.option("--consent", metavar="DATE", help="The day the member whose export this is agreed to it being here.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole account as JSON.")
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    me: str | None,
    source: str,
    mapping: tuple[str, ...],
    date_order: str,
    consent: str | None,
    as_json: bool,
) -> None:
    """Take in one export: a zip as delivered, an unzipped folder, or single files of it."""
    from dataclasses import replace

    from netscout.app.load import is_answers, load, loaded_before
    from netscout.app.members import Joining
    from netscout.cli.lossless import is_lossless, show_taken_in

    session = context_of(ctx).session()
    if any(is_answers(one) for one in paths):
        _answers(session, paths, as_json=as_json)
        return
    if is_lossless(paths, source):
        show_taken_in(session, paths, source, as_json=as_json)
        return
    plain = not (me or mapping or consent or as_json) and (source, date_order) == ("auto", "auto")
    if plain and (day := loaded_before(session, paths)):
        console.out(f"Already loaded on {day}; nothing changed.")
        _what_next(session)
        return
    with console.faults_in_json("load", wanted=as_json), console.progress() as tell:
        outcome = load(
            replace(session, progress=tell),
            paths,
            me=me,
            source=source,
            mapping=_mapping(mapping),
            date_order=date_order,
            joining=Joining(consent=consent),
        )
    if as_json:
        console.json_out("load", outcome.as_json())
        return
    from netscout.cli.account import show_account

    show_account(outcome)
    _what_next(session)


def _what_next(session: Session) -> None:
    if session.plan().targets:
        console.next_step("netscout report --open")
    else:
        console.next_step('netscout target add "my target" --role "Data Analyst"', "or: netscout explore")


def _mapping(given: tuple[str, ...]) -> dict[str, str]:
    """Return the field of each column (raises click.BadParameter)."""
    found: dict[str, str] = {}
    for one in given:
        column, sign, name = one.rpartition("=")
        if not (sign and column.strip() and name.strip()):
            message = f'{one} is not COLUMN=FIELD. Write it like this: --map "Full name"=full'
            raise click.BadParameter(message, param_hint="'--map'")
        if found.setdefault(column, name) != name:
            raise click.BadParameter(f"{column} is given two fields. Give each column one.", param_hint="'--map'")
    return found


def _answers(session: Session, paths: Sequence[Path], *, as_json: bool) -> None:
    """Take in the taps of a report page; one file at a time, as each has its own account."""
    from netscout.app.answers import take
    from netscout.app.load import is_answers

    with console.faults_in_json("load", wanted=as_json):
        if len(paths) > 1:
            raise InputError(
                "answers are taken in by a call of their own, and nothing was loaded.",
                "Load the exports first, then each answers file: `netscout load FILE`.",
                Place(next(one for one in paths if is_answers(one)).name),
                code="one-at-a-time",
            )
        found = take(session, paths[0])
    if found.nothing_readable:
        _refuse(found, as_json=as_json)
    if as_json:
        console.json_out("load", found.as_json())
        return
    _account(found)
    if found.taken:
        console.next_step("netscout report --open", "the lists follow your answers; the page says what they changed")
    else:
        console.out("There is nothing new in this file, so the lists stay as they were.")
        console.next_step("netscout today", "what is due now")


def _refuse(found: Taken, *, as_json: bool) -> NoReturn:
    """Print the account of a file of which nothing could be taken, then end as an error (raises InputError)."""
    fault = InputError(
        "none of its answers could be taken, so nothing has changed.",
        "Write the page again with `netscout report`, answer there and save the answers anew.",
        Place(found.file),
        code="bad-answers",
    )
    if as_json:
        console.json_out("load", found.as_json() | {"error": console.fault_json(fault)})
    else:
        _account(found)
    raise fault


def _account(found: Taken) -> None:
    head = "1 answer" if found.rows == 1 else f"{found.rows} answers"
    console.out(f"{head} = {found.taken} taken + {found.known} known before + {len(found.unreadable)} unreadable.")
    for row, reason in found.unreadable:
        console.note(f"  Not readable: {found.file} answer {row}: {reason}")
