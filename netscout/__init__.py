"""netscout: whom, of the people you already know, to ask about the career you are thinking of.

The public functions are imported on first use, so that `import netscout` costs nothing:

    load, add_target, people, match_titles, match_companies, rank, why, figures, report, graph

Each takes the workspace folder first (the matching functions take plain values); see docs/reference/columns.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.version import __version__

if TYPE_CHECKING:
    from netscout.app.api import (
        add_target,
        figures,
        graph,
        load,
        match_companies,
        match_titles,
        people,
        rank,
        report,
        why,
    )

__all__ = [
    "__version__",
    "add_target",
    "figures",
    "graph",
    "load",
    "match_companies",
    "match_titles",
    "people",
    "rank",
    "report",
    "why",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a module attribute may be anything
    """Import a public function the first time it is asked for (PEP 562)."""
    if name in __all__:
        from netscout.app import api

        return getattr(api, name)
    raise AttributeError(f"module 'netscout' has no attribute {name!r}")
