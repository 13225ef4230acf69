"""The figures as plain dicts that plotly draws: territories and link view, growth, messages, price of variety.

SVG traces only. Every text is escaped for plotly, which reads a small HTML subset in labels and hovers. Colours are
those of the light page; `palette.SWITCH` says what each is in the dark.
"""

from __future__ import annotations

from netscout.reports.figure_links import links
from netscout.reports.figure_map import MARKS_MOST, territories
from netscout.reports.figure_price import price
from netscout.reports.figure_time import growth, messages

__all__ = ["MARKS_MOST", "growth", "links", "messages", "price", "territories"]
