"""Profile.csv: the owner's own name, headline and industry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean
from netscout.sources.contacts.generic import WORDS
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


def _names_one(file: str, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether all rows are about one person; of the file LinkedIn writes that is known by its name.

    A name may stand in other letters in the row of another language.
    """
    names = {name_of(cells[0], cells[1]).key for cells in rows}
    return file == "profile" or sum(1 for key in names if key.isascii()) <= 1


_OTHERS = tuple(
    form
    for field in ("email", "url", "company", "title", "class_year", "mentor", "labels", "phone", "date")
    for word in WORDS[field]
    for form in (word, word.replace(" ", "_"), word.replace(" ", "-"))
)
"""Columns of a list of people, which no profile has."""


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
        refused=("e-mail address", *_OTHERS),
        wordy=True,
        most=_LANGUAGES,
        fits=_names_one,
    )


TABLES = (_table(100, by_headline=True), _table(101, by_headline=False))
