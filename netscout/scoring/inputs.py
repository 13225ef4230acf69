"""Everything a ranking may look at: no name, photo, age, gender or nationality is among it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from netscout.model.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from netscout.model.goodwill import Goodwill
    from netscout.model.graph import Link
    from netscout.model.target import Target
    from netscout.tables import Candidates, People, Ties


@dataclass(frozen=True, slots=True)
class Inputs:
    """The tables of one ranking, row for row about the same people (see `inputs`).

    Attributes:
        people: `tables.PEOPLE`; of it only id, slug and day of connection enter a score's order.
        ties: `tables.TIES`.
        candidates: `tables.CANDIDATES` for the target.
        target: None lists people by strength, fit not known.
        links: observed ties between alters, from `ties.links`.
        asks: what was spent with people of the log, by person id.
        own_company: comparison key of the ego's present employer, which gives nobody reach; "" if unknown.
        origin: the files loaded, which reasons name.
    """

    people: People
    ties: Ties
    candidates: Candidates
    target: Target | None = None
    links: tuple[Link, ...] = ()
    asks: Mapping[str, Goodwill] = field(default_factory=dict)
    own_company: str = ""
    origin: Origin = field(default_factory=Origin)


def inputs(  # noqa: PLR0913  # the tables and facts of one ranking, each named in `Inputs`
    people: People,
    ties: Ties,
    candidates: Candidates,
    *,
    target: Target | None = None,
    links: tuple[Link, ...] = (),
    asks: Mapping[str, Goodwill] | None = None,
    own_company: str = "",
    origin: Origin | None = None,
) -> Inputs:
    """Return the tables with rows in the order of `people`; raises KeyError where a person has no row in one."""
    ids = pd.Index(people["id"].to_numpy(object))
    facts = ties.iloc[_rows(ties["id"], ids)].reset_index(drop=True)
    matched = candidates.iloc[_rows(candidates["id"], ids)].reset_index(drop=True)
    return Inputs(
        people.reset_index(drop=True), facts, matched, target, links, asks or {}, own_company, origin or Origin()
    )


def _rows(held: pd.Series[str], wanted: pd.Index) -> npt.NDArray[np.intp]:
    rows: npt.NDArray[np.intp] = pd.Index(held.to_numpy(object)).get_indexer(wanted)
    if (rows < 0).any():
        raise KeyError("a person has no row of facts")
    return rows
