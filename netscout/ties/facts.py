"""One row of facts for each person: the columns of `tables.TIES`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from netscout.tables import TIES, check
from netscout.ties.history import shared_employers, shared_schools
from netscout.ties.mailbox import Bools, Floats, Mailbox, base_rate, mailbox

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from netscout.model.owner import Position, School
    from netscout.tables import Interactions, People, Ties

PSEUDO_MESSAGES = 2.0
"""How many messages the ego's own base rate counts for; chosen, not tuned."""
_GESTURES = {
    # column: (kind, direction, details that count; empty = any)
    "recommended_me": ("recommendation", "in", ("VISIBLE",)),
    "recommended_by_me": ("recommendation", "out", ()),
    "invited_me": ("invitation", "in", ()),
    "invited_by_me": ("invitation", "out", ()),
}


def features(  # noqa: PLR0913  # the tables and facts of one network, each named below
    people: People,
    interactions: Interactions,
    *,
    positions: Sequence[Position],
    labels: Mapping[str, str],
    company_keys: Mapping[str, str],
    today: date,
    schools: Sequence[School] = (),
    address_book: Collection[str] = (),
) -> Ties:
    """Return one row of facts for each person of `people`, in their order (`tables.TIES`).

    Args:
        people: `tables.PEOPLE`.
        interactions: `tables.INTERACTIONS`, in any order; rows of other people are left out.
        positions: the ego's own career.
        labels: person id to close, know, met or stranger, as the user said it.
        company_keys: company as written, of people, positions and schools, to its comparison key ("" for none).
        today: messages of this day and later do not count.
        schools: the ego's own education; what others attended is in no export, only who works there.
        address_book: ids of the people who stand in the ego's address book.
    """
    ids = pd.Index(people["id"].to_numpy(object))
    contacts = (people["known_from"] == "connections").to_numpy(bool)
    box = mailbox(interactions, ids, today, contacts=contacts | ~contacts.any())
    label = [labels.get(one, "") for one in ids]
    columns: dict[str, Any] = {"id": ids.to_numpy(object)}
    columns |= _messages(box, today, contacts | ~contacts.any())
    columns |= _gestures(interactions, ids)
    columns |= shared_employers(people, positions, company_keys, today)
    columns["shared_school"] = shared_schools(people, schools, company_keys)
    columns["address_book"] = ids.isin(list(address_book))
    columns["label"] = np.array(label, object)
    gestures = [columns[name] for name in _GESTURES] + [columns[n] > 0 for n in ("endorsed_me", "endorsed_by_me")]
    columns["evidence"] = np.where(columns["has_messages"], "E2", np.where(np.any(gestures, axis=0), "E1", "E0"))
    table = pd.DataFrame({name: columns[name] for name in TIES.names()})
    return cast("Ties", check(table, TIES))


def _messages(box: Mailbox, today: date, contacts: Bools) -> dict[str, Any]:
    """Return the columns that come from messages."""
    direct = box.recipients <= 1
    hits, asked, latency = box.answered()
    base = base_rate(hits[contacts], asked[contacts])
    conversations, opened = box.stretches()
    never = 2.0 * box.span
    since_received, since_any = box.newest(~box.sent), box.newest(box.sent | ~box.sent)
    return {
        "sent": box.total(box.sent & direct).astype(np.int64),
        "received": box.total(~box.sent & direct).astype(np.int64),
        "asked": asked,
        "hits": hits,
        "base": np.full(box.size, base),
        "reply_rate": np.clip((hits + PSEUDO_MESSAGES * base) / (asked + PSEUDO_MESSAGES), 0.005, 0.995),
        "received_alone": box.total(~box.sent, 1.0 / box.recipients),
        "sent_all": box.total(box.sent).astype(np.int64),
        "received_all": box.total(~box.sent).astype(np.int64),
        "since_received": np.where(np.isnan(since_received), never, since_received),
        "since_any": np.where(np.isnan(since_any), never, since_any),
        "since_first": box.oldest(),
        "latency": latency,
        "reciprocal": _reciprocal(box),
        "conversations": conversations,
        "opened": opened,
        "last_day": _days(box.newest(direct), today),
        "last_received_day": _days(box.newest(direct & ~box.sent), today),
        "has_messages": box.total(box.sent | ~box.sent) > 0,
    }


def _reciprocal(box: Mailbox) -> Floats:
    """Return sqrt(S R), the sums of 2^(-age/half-life) over sent and received; an undated message adds nothing."""
    decay = np.where(np.isnan(box.age), 0.0, np.exp2(-np.nan_to_num(box.age) / box.half_life))
    return np.sqrt(box.total(box.sent, decay) * box.total(~box.sent, decay))


def _days(age: Floats, today: date) -> np.ndarray[Any, Any]:
    """Return the UTC day of each age as text, None where unknown."""
    whole = np.ceil(np.round(age, 9))
    texts = {n: (today - timedelta(days=int(n))).isoformat() for n in np.unique(whole[~np.isnan(whole)])}
    return np.array([texts.get(n) for n in whole.tolist()], object)


def _gestures(interactions: Interactions, ids: pd.Index) -> dict[str, Any]:
    """Return the columns from recommendations, invitations and endorsements."""
    table = interactions[(interactions["kind"] != "message").to_numpy(bool)]
    person = ids.get_indexer(pd.Index(table["person"].to_numpy(object)))
    kind, way, detail = (table[name].to_numpy(object) for name in ("kind", "direction", "detail"))
    known = person >= 0
    out: dict[str, Any] = {}
    for name, (which, direction, details) in _GESTURES.items():
        mask = known & (kind == which) & (way == direction)
        if details:
            mask &= np.isin(detail.astype(str), details)
        out[name] = _any(person[mask], len(ids))
    out["invitation_note"] = _any(person[known & (kind == "invitation") & (detail == "note")], len(ids))
    for name, direction in (("endorsed_me", "in"), ("endorsed_by_me", "out")):
        mask = known & (kind == "endorsement") & (way == direction)
        skills = pd.DataFrame({"person": person[mask], "skill": detail[mask]}).drop_duplicates()
        out[name] = np.bincount(skills["person"].to_numpy(np.int64), minlength=len(ids)).astype(np.int64)
    return out


def _any(person: np.ndarray[Any, Any], size: int) -> Bools:
    out = np.zeros(size, bool)
    out[person] = True
    return out
