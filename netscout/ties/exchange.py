"""What was written over time: direct messages by month, who wrote to whom, who was once close and fell silent."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netscout.model.exchange import Exchange, Month, OldTie

if TYPE_CHECKING:
    from collections.abc import Collection

    from netscout.tables import Interactions, Ties

SILENT_DAYS = 730.0
"""Two years without a message either way."""
QUIET_MOST = 10
QUIET_LEAST = 2
"""Messages each side must have written before a silence is worth naming."""


def exchange(interactions: Interactions, ties: Ties, today: date, leave_out: Collection[str] = ()) -> Exchange:
    """Return the direct messages of the people of `ties` before `today`.

    Args:
        interactions: `tables.INTERACTIONS`, in any order; rows of other people are left out.
        ties: `tables.TIES`, of the same people and day.
        today: messages of this day and later do not count.
        leave_out: ids of people who are not to be named among the silent.
    """
    sent, received = (ties[name].to_numpy(np.int64) for name in ("sent", "received"))
    return Exchange(
        months=_months(interactions, ties, today),
        sent=int(sent.sum()),
        received=int(received.sum()),
        both=int(((sent > 0) & (received > 0)).sum()),
        only_sent=int(((sent > 0) & (received == 0)).sum()),
        only_received=int(((sent == 0) & (received > 0)).sum()),
        quiet=_quiet(ties, today, leave_out),
    )


def _months(interactions: Interactions, ties: Ties, today: date) -> tuple[Month, ...]:
    """Return the months from the first with a direct message to the last."""
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()
    at = interactions["at"].to_numpy(np.float64)
    way = interactions["direction"].to_numpy(object)
    keep = (interactions["kind"] == "message").to_numpy(bool) & np.isin(way.astype(str), ("in", "out"))
    keep &= (interactions["recipients"] <= 1).to_numpy(bool) & (at < midnight)
    person = pd.Index(ties["id"]).get_indexer(pd.Index(interactions["person"].to_numpy(object)[keep]))
    month = at[keep].astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    table = pd.DataFrame({"month": month, "sent": way[keep] == "out", "person": person})[person >= 0]
    if table.empty:
        return ()
    groups = table.groupby("month").agg(all=("sent", "size"), sent=("sent", "sum"), people=("person", "nunique"))
    whole = groups.reindex(range(groups.index.min(), groups.index.max() + 1), fill_value=0)
    names = whole.index.to_numpy(np.int64).astype("datetime64[M]").astype(str).tolist()
    columns = [[int(one) for one in whole[name]] for name in ("all", "sent", "people")]
    return tuple(
        Month(name, sent, every - sent, people) for name, every, sent, people in zip(names, *columns, strict=True)
    )


def _quiet(ties: Ties, today: date, leave_out: Collection[str]) -> tuple[OldTie, ...]:
    """Return whom the ego wrote with most and has not for two years, most messages first, equal ones by id."""
    least = np.minimum(ties["sent"], ties["received"])
    silent = ties[(least >= QUIET_LEAST) & (ties["since_any"] >= SILENT_DAYS) & ~ties["id"].isin(list(leave_out))]
    dated = silent[silent["last_day"].notna() & silent["since_first"].notna()]
    order = dated.assign(total=-(dated["sent"] + dated["received"])).sort_values(["total", "id"]).head(QUIET_MOST)
    first = [today - timedelta(days=math.ceil(round(age, 9))) for age in order["since_first"].tolist()]
    columns = [order[name].tolist() for name in ("id", "sent", "received", "last_day")]
    return tuple(
        OldTie(person, sent, received, begun.isoformat(), last)
        for person, sent, received, last, begun in zip(*columns, first, strict=True)
    )
