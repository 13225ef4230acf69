"""The words matching knows, read once from the package and kept for the process."""

from __future__ import annotations

from functools import cache

from netscout.matching.built import recall
from netscout.matching.lexicon_kept import TABLES, restored
from netscout.matching.vocabulary import Lexicon


@cache
def lexicon() -> Lexicon:
    """Return the tables, read on first use (a tenth of a second) and kept for the process."""
    kept = recall("lexicon.json", TABLES)
    if kept is not None:
        return restored(kept)
    from netscout.matching.lexicon_tables import worked_out

    return worked_out()
