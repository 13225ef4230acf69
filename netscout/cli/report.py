"""`netscout report`: write the page."""

from __future__ import annotations

from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import context_of
from netscout.cli.given import form_of
from netscout.cli.member import me_option
from netscout.cli.summary import SUMMARIES

_EPILOG = """\b
The page opens without any connection. By default it holds names and reasons,
no e-mail address, phone number, note or message text.

\b
Examples:
  netscout report --open
  netscout report --share --hide-names --out for-my-counsellor.html
"""


@click.command("report", help=SUMMARIES["report"], epilog=_EPILOG)
@click.option("--target", help="Open with this target; the one you want most by default.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it.")
@click.option("--private", is_flag=True, help="With your notes in it; for your eyes only.")
@click.option("--share", is_flag=True, help="The shortlist and totals only; everybody else as counts.")
@click.option("--hide-names", is_flag=True, help="With --share: without names.")
@click.option("--open", "open_it", is_flag=True, help="Hand it to your browser.")
@me_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter for each option
    ctx: click.Context,
    *,
    target: str | None,
    out: Path | None,
    private: bool,
    share: bool,
    hide_names: bool,
    open_it: bool,
) -> None:
    """Write one HTML file: whom to write to, why, what to say, your network, the account."""
    from dataclasses import replace

    from netscout.app.report import report_with_asks

    form = form_of(private=private, share=share, hide_names=hide_names)
    session = context_of(ctx).session()
    with console.progress() as tell:
        telling = replace(session, progress=tell)
        page = report_with_asks(telling, target=target, out=out, form=form, hide_names=hide_names)
    console.out(str(page.path), whole=True)
    if page.replaced:
        console.note(page.replaced)
    if form == "private":
        console.note("This page is for your eyes only: it holds your notes.")
    if open_it:
        from netscout.cli.opening import open_page

        open_page(page.path)
    else:
        console.next_step("open that file in your browser", "`netscout report --open` does it for you")
