"""Profile.csv: the owner's own name, headline and industry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.declare import EMPTY, Desk, Table, column
from netscout.sources.names import name_of
from netscout.sources.records import Profile

if TYPE_CHECKING:
    from collections.abc import Sequence


_LANGUAGES = 10  # a row for each; a longer table lists other people


def record(cells: Sequence[str], _desk: Desk) -> Profile | str:
    """Return the owner as this row names them."""
    first, last, headline, industry, _maiden = cells
    name = name_of(first, last)
    if not name.shown:
        return "the row names nobody" if any(clean(cell) for cell in cells) else EMPTY
    return Profile(name, clean(headline), clean(industry))


def _table(rank: int, *, by_headline: bool) -> Table:
    return Table(
        kind="profile",
        columns=(
            column("first", "First Name", needed=True),
            column("last", "Last Name", needed=True),
            column("headline", "Headline", needed=by_headline),
            column("industry", "Industry"),
            column("maiden", "Maiden Name", needed=not by_headline),
        ),
        record=record,
        rank=rank,
        refused=("url", "email address", "e-mail address", "connected on", "email", "e-mail"),
        wordy=True,
        most=_LANGUAGES,
    )


TABLES = (_table(100, by_headline=True), _table(101, by_headline=False))
