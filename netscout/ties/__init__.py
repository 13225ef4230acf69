"""What the export shows of each tie, of ties between alters, and the small graph of both."""

from __future__ import annotations

from netscout.ties.exchange import exchange
from netscout.ties.facts import features
from netscout.ties.inferred import inferred
from netscout.ties.meeting import communities
from netscout.ties.network import graph
from netscout.ties.threads import links

__all__ = ["communities", "exchange", "features", "graph", "inferred", "links"]
