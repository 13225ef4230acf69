"""A page taken apart for the tests: its tags, its scripts, its data blocks."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any


class Parts(HTMLParser):
    """Every start tag with its attributes, and the text of every script, in order."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.words: list[str] = []
        self._open: dict[str, str | None] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag; a script's text is kept with it."""
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self._open = dict(attrs)
            self.scripts.append((self._open, ""))

    def handle_endtag(self, tag: str) -> None:
        """Close a script."""
        if tag == "script":
            self._open = None

    def handle_data(self, data: str) -> None:
        """Keep text, a script's apart."""
        if self._open is not None:
            self.scripts[-1] = (self._open, self.scripts[-1][1] + data)
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        """Return all text outside scripts, on one line."""
        return " ".join(" ".join(self.words).split())

    def block(self, name: str) -> Any:
        """Return the data of one JSON block."""
        return json.loads(next(text for attributes, text in self.scripts if attributes.get("id") == name))

    def run(self) -> list[str]:
        """Return the scripts that a browser runs."""
        return [text for attributes, text in self.scripts if "type" not in attributes]
