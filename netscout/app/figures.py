"""The figures of the page as plotly objects, for notebooks and programs of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.app.report import gather
from netscout.app.session import Session

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def figures(session: Session, target: str | None = None) -> dict[str, Figure]:
    """Return every figure of the page by its name, in page order (raises StoreError, SettingsError)."""
    from plotly.graph_objects import Figure

    from netscout.reports.standalone import figures as plain

    return {name: Figure(one) for name, one in plain(gather(session, target=target)).items()}
