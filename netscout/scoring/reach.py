"""Reach: how many people who fit the target somebody can be expected to open; who counts as knowing the ego."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from netscout.scoring.inputs import Inputs

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

FITS = 0.5
"""From this fit on somebody counts as a person of the target."""
OWN_EMPLOYER = frozenset(("X2", "X3", "X4", "X5"))
"""Rules (`flags`) that name people at the ego's own employer."""
COLLEAGUE, THREAD, OWN = 0.5, 0.4, 1.0
"""Expected number of people opened: each fitting colleague, each fitting co-member of a thread, and for somebody who
does the work; guesses. A thread counts for less than a colleague: docs/decisions/0008-connectors-behind-a-tier.md."""
ROLES = {"": 0.0, "former-manager": 0.5, "recruiter-elsewhere": 0.5, "community-elsewhere": 1.0}
"""The same for a role that meets many people (2 unless named here): a recruiter or organiser of another trade opens
few doors, a former manager those of colleagues."""
_ROLE = 2.0


def knows(inputs: Inputs) -> Bools:
    """Return who may be a connector: evidence of knowing the ego.

    Label close or know, a recommendation either way, or direct messages both ways with at least two from them.
    """
    ties = inputs.ties
    two_way = (ties["received"] >= 2) & (ties["sent"] >= 1)
    said = ties["label"].isin(["close", "know"])
    return (said | ties["recommended_me"] | ties["recommended_by_me"] | two_way).to_numpy(bool)


def reach(inputs: Inputs, fit: Floats) -> pd.DataFrame:
    """Return `colleagues` and `threads` (fitting people, the person not counted), `role`, `own` and `expected` a row.

    Colleagues are the ego's other contacts with the same company key and fit of at least .5; self-employed people,
    stealth companies and the ego's own employer have none; people known from an address book alone are not counted, as
    such a book is old and sweeps in everyone. The number of somebody's connections is never looked at.
    """
    fits = np.nan_to_num(fit) >= FITS
    keys = inputs.candidates["company_key"]
    flagged = inputs.candidates["flags"].map(lambda flags: not OWN_EMPLOYER.isdisjoint(flags.split())).astype(bool)
    own = flagged | (keys == inputs.own_company)
    counted = (keys != "") & ~keys.str.startswith("self:") & ~own
    listed = fits & (inputs.people["known_from"] != "contacts").to_numpy(bool)
    total = pd.Series(listed).groupby(keys.to_numpy(object)).transform("sum").to_numpy(np.int64)
    colleagues = np.where(counted.to_numpy(bool), total - listed, 0)
    role = inputs.candidates["role_kind"].map(lambda kind: ROLES.get(kind, _ROLE)).to_numpy(np.float64)
    practises = OWN * fits
    threads = _threads(inputs, fits)
    expected = COLLEAGUE * colleagues + role + practises + THREAD * threads
    return pd.DataFrame(
        {"colleagues": colleagues, "threads": threads, "role": role, "own": practises, "expected": expected}
    )


def _threads(inputs: Inputs, fits: Bools) -> npt.NDArray[np.int64]:
    """Return how many fitting people each shared a small thread with."""
    place = {person: row for row, person in enumerate(inputs.people["id"])}
    out = np.zeros(len(place), np.int64)
    for link in inputs.links:
        one, other = place.get(link.one), place.get(link.other)
        if link.kind == "conversation" and one is not None and other is not None:
            out[one] += fits[other]
            out[other] += fits[one]
    return out
