"""The ego's own messages as arrays: one row for each message and other person, oldest first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from netscout.tables import Interactions

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]

DAY = 86_400.0
ANSWER_DAYS = 7.0
"""An answer counts within this time; a message younger than this is undecided."""
QUIET_DAYS = 7.0
"""A longer silence ends a conversation."""
SPAN_SHARE, SHORTEST, LONGEST = 0.25, 5.0, 120.0
"""Half-life: a quarter of the mailbox's span, within these days."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Arrays of equal length, by time.

    Attributes:
        size: number of people; `person` indexes them.
        person: whom the message went to or came from.
        sent: True where the ego wrote.
        age: days before today, NaN where undated.
        recipients: persons besides the sender, at least 1.
        span: age of the oldest message of the mailbox; the longest half-life where there is none.
        half_life: days.
    """

    size: int
    person: Ints
    sent: Bools
    age: Floats
    recipients: Floats
    span: float
    half_life: float

    def total(self, mask: Bools, weight: Floats | None = None) -> Floats:
        """Return the sum of the weights of the marked rows (their number without weights) for each person."""
        chosen = None if weight is None else weight[mask]
        return np.bincount(self.person[mask], weights=chosen, minlength=self.size).astype(np.float64)

    def newest(self, mask: Bools) -> Floats:
        """Return the age of each person's newest marked message, NaN where there is none."""
        out = np.full(self.size, np.nan)
        kept = mask & ~np.isnan(self.age)
        out[self.person[kept]] = self.age[kept]  # rows are by time: the last assignment is the newest
        return out

    def oldest(self) -> Floats:
        """Return the age of each person's first dated message, NaN where there is none."""
        out = np.full(self.size, np.nan)
        kept = np.flatnonzero(~np.isnan(self.age))[::-1]
        out[self.person[kept]] = self.age[kept]  # newest first: the last assignment is the oldest
        return out

    def answered(self) -> tuple[Floats, Floats, Floats]:
        """Return for each person `hits` and `asked`, sums of 1/k over decided messages, and the median days of hits."""
        seconds = np.round(-np.where(np.isnan(self.age), 0.0, self.age) * DAY)
        start = seconds.min(initial=0.0)
        width = -start + 2 * ANSWER_DAYS * DAY
        key = self.person * width + (seconds - start)
        dated = ~np.isnan(self.age)
        decided = self.sent & dated & (self.age >= ANSWER_DAYS)
        replies = np.sort(key[~self.sent & dated])
        after = np.searchsorted(replies, key[decided], side="right")
        waited = np.append(replies, np.inf)[after] - key[decided]
        found = waited <= ANSWER_DAYS * DAY
        weight = 1.0 / self.recipients
        hits = np.bincount(self.person[decided], weights=weight[decided] * found, minlength=self.size)
        latency = _medians(self.person[decided][found], waited[found] / DAY, self.size)
        return hits.astype(np.float64), self.total(decided, weight), latency

    def stretches(self) -> tuple[Floats, Ints]:
        """Return each person's number of conversations, and how many a direct message of theirs opened."""
        dated = np.flatnonzero(~np.isnan(self.age))
        order = dated[np.argsort(self.person[dated], kind="stable")]
        person, age = self.person[order], self.age[order]
        begins = np.ones(len(order), bool)
        begins[1:] = (person[1:] != person[:-1]) | (age[:-1] - age[1:] > QUIET_DAYS)
        theirs = begins & ~self.sent[order] & (self.recipients[order] <= 1)
        opened = np.bincount(person[theirs], minlength=self.size)
        return np.bincount(person[begins], minlength=self.size).astype(np.float64), opened.astype(np.int64)


def mailbox(interactions: Interactions, ids: pd.Index, today: date, *, contacts: Bools) -> Mailbox:
    """Return the messages before `today` between the ego and the people `ids`.

    `contacts` marks the people whose messages measure the mailbox's span: the connections, so that the span does not
    hang on strangers' mail. Co-presence (`co`) is no contact and left out.
    """
    table = interactions[(interactions["kind"] == "message").to_numpy(bool)]
    person = ids.get_indexer(pd.Index(table["person"].to_numpy(object)))
    direction = table["direction"].to_numpy(object)
    sent = direction == "out"
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()
    age = (midnight - table["at"].to_numpy(np.float64)) / DAY
    recipients = np.maximum(table["recipients"].to_numpy(np.float64), 1.0)
    keep = (person >= 0) & (sent | (direction == "in")) & ~(age <= 0)
    person, sent, age, recipients = person[keep], sent[keep], age[keep], recipients[keep]
    order = np.lexsort((recipients, sent, -np.where(np.isnan(age), np.inf, age)))
    person, sent, age, recipients = person[order], sent[order], age[order], recipients[order]
    span = float(np.nanmax(age[contacts[person]], initial=0.0)) or float(np.nanmax(age, initial=0.0)) or LONGEST
    half_life = min(max(SPAN_SHARE * span, SHORTEST), LONGEST)
    return Mailbox(len(ids), person.astype(np.int64), sent.astype(bool), age, recipients, span, half_life)


def _medians(person: Ints, values: Floats, size: int) -> Floats:
    """Return the median of each person's values, NaN where there is none."""
    order = np.lexsort((values, person))
    number = np.bincount(person, minlength=size)
    first = np.cumsum(number) - number
    some = np.flatnonzero(number)
    out = np.full(size, np.nan)
    low, high = first[some] + (number[some] - 1) // 2, first[some] + number[some] // 2
    out[some] = (values[order[low]] + values[order[high]]) / 2.0
    return out


def base_rate(hits: Floats, asked: Floats) -> float:
    """Return the ego's own base rate (sum hits + 1)/(sum asked + 3), the same for any order of people."""
    return (math.fsum(hits.tolist()) + 1.0) / (math.fsum(asked.tolist()) + 3.0)
