"""Scores: P(reply) and warmth apart, fit, the two lists, and every number's parts and reasons.

The way through: `inputs` -> `practitioners` or `connectors` -> `pool` -> (selection.choose) -> `assemble`, `why`.
"""

from __future__ import annotations

from netscout.scoring.assembly import assemble
from netscout.scoring.chance import reply
from netscout.scoring.fitting import fit
from netscout.scoring.inputs import Inputs, inputs
from netscout.scoring.lists import Scores, connectors, practitioners
from netscout.scoring.pooling import pool
from netscout.scoring.steadiness import kendall_tau, stability
from netscout.scoring.strength import warmth
from netscout.scoring.whynot import why, whys

__all__ = [
    "Inputs",
    "Scores",
    "assemble",
    "connectors",
    "fit",
    "inputs",
    "kendall_tau",
    "pool",
    "practitioners",
    "reply",
    "stability",
    "warmth",
    "why",
    "whys",
]
