"""The tables of a page as rows of cells, with what they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Table:
    """One table: its class, the figure and the person it belongs to, "" for neither, and its rows without heads."""

    kind: str
    chart: str
    person: str
    rows: list[list[str]] = field(default_factory=list)


class Tables(HTMLParser):
    """Every table of a page, in order."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._chart = ""
        self._person = ""
        self._cell = False
        self._head = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        found = dict(attrs)
        classes = (found.get("class") or "").split()
        if tag == "figure":
            self._chart = (found.get("id") or "").removeprefix("chart-")
        elif "person" in classes:
            self._person = (found.get("id") or "").removeprefix("row-")
        elif tag == "table":
            self.tables.append(Table(" ".join(classes), self._chart, self._person))
        elif tag == "tr" and not self._head:
            self.tables[-1].rows.append([])
        elif tag in ("th", "td") and not self._head:
            self.tables[-1].rows[-1].append("")
            self._cell = True
        self._head = self._head or tag == "thead"

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag == "figure":
            self._chart = ""
        elif tag == "ol":
            self._person = ""
        elif tag == "thead":
            self._head = False
        elif tag in ("th", "td"):
            self._cell = False

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell, one blank between words."""
        if self._cell:
            cells = self.tables[-1].rows[-1]
            cells[-1] = " ".join(f"{cells[-1]} {data}".split())
