"""The two printable logistic models: their constants, and their terms computed from the facts of a tie.

Constants: measured (docs/decisions/0006-four-printable-terms.md); ridge logistic regression (penalty 1) on an e-mail
record of one research institution (email-Eu-core-temporal), windows closed before the first scored cut-off. They are
not fitted at run time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from netscout.tables import Ties

Floats = npt.NDArray[np.float64]


def steady(values: Floats) -> Floats:
    """Return the values to twelve decimals.

    Vectorised exponentials differ in the last digit by processor and by the place of a row in its table; a list must
    not. Twelve decimals leave every sum of parts exact to 1e-9.
    """
    return np.round(values, 12) + 0.0


class Term(NamedTuple):
    """One summand of a logit: weight (x - mean)/spread."""

    key: str
    weight: float
    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Model:
    """intercept + sum of its terms, in logits."""

    intercept: float
    terms: tuple[Term, ...]

    def summands(self, facts: dict[str, Floats]) -> dict[str, Floats]:
        """Return each term's summand for each person."""
        return {one.key: one.weight * (facts[one.key] - one.mean) / one.spread for one in self.terms}

    def logit(self, facts: dict[str, Floats]) -> Floats:
        """Return the logit for each person."""
        out = np.full(len(next(iter(facts.values()))), self.intercept)
        for values in self.summands(facts).values():
            out = out + values
        return out


MOST_SILENT = 420.0
"""Days from which a longer silence lowers P(reply) no further: the longest that the fitted record could show."""

REPLY = Model(
    -0.5722,
    (
        Term("reply_rate", 0.6792, -0.2517, 1.4558),
        Term("received_alone", 0.2817, 1.2278, 1.1036),
        Term("sent", -0.0815, 1.8656, 1.1568),
        Term("since_received", -0.3129, 8.4134, 6.1517),
    ),
)
"""P(reply), a form of four terms: the five of the measured reference without the reciprocal term, fitted anew in the
same way on the same windows.

The form of five breaks a law we promise: one more unanswered message may raise its P(reply), because the reciprocal
term grows with what the ego sends. All three laws hold for three terms (reply rate, received, sent) and for these
four. Orders are equal within the noise (e-mail .679 against .677 for five and .679 for three; silent ties .665, .663,
.662); the calibration error in chat is .075 against .080 and .107, so silence earns its place. Silence counts up to
MOST_SILENT, because a mailbox of ten years would else carry the term far beyond anything measured.
"""

WARMTH = Model(
    -1.4919,
    (
        Term("reciprocal", 0.9454, 0.4878, 0.7276),
        Term("since_any", -0.2948, 3.3960, 1.3215),
        Term("conversations", 0.2696, 1.1616, 0.5238),
        Term("received", 0.1681, 1.1047, 1.0397),
    ),
)
"""Warmth: two-way contact to come; fitted in the same way, 35,501 pairs.

Silence enters by its logarithm: its root orders no better in e-mail (.831 against .832) and worse in chat (.755 against
.763), where everything runs faster, and in a mailbox of ten years it would drown the other terms.
"""


def reply_facts(ties: Ties) -> dict[str, Floats]:
    """Return the terms x of `REPLY` for each row."""
    rate = _column(ties, "reply_rate")
    return {
        "reply_rate": np.log(rate) - np.log1p(-rate),
        "received_alone": np.log1p(_column(ties, "received_alone")),
        "sent": np.log1p(_column(ties, "sent_all")),
        "since_received": np.sqrt(np.minimum(_column(ties, "since_received"), MOST_SILENT)),
    }


def warmth_facts(ties: Ties) -> dict[str, Floats]:
    """Return the terms x of `WARMTH` for each row."""
    return {
        "reciprocal": np.log1p(_column(ties, "reciprocal")),
        "since_any": np.log1p(_column(ties, "since_any")),
        "conversations": np.log1p(_column(ties, "conversations")),
        "received": np.log1p(_column(ties, "received_all")),
    }


def _column(ties: Ties, name: str) -> Floats:
    return ties[name].to_numpy(np.float64)
