"""The two lists by name, and the bands of a chance to answer."""

from __future__ import annotations

PRACTITIONERS, CONNECTORS = "practitioners", "connectors"
BANDS = ("likely", "may", "long shot", "not known")
