"""Texts made fit for the file they go into: cells that stay text, characters that XML allows, lines that stay one."""

from __future__ import annotations

import re

from netscout.model.inert import neutral

__all__ = ["CELL_MOST", "cut", "neutral", "one_line", "xml_text"]

CELL_MOST = 32_767
"""UTF-16 units that a cell of a workbook holds."""
CUT = " … (cut)"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")


def xml_text(text: str) -> str:
    """Return the text with the characters of XML 1.0 alone, and no line separators that only some readers know."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_XML.sub("", text).replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")


def one_line(text: str) -> str:
    """Return the text on one line, without controls: what a heading, a list item or a property may hold."""
    if text.isascii() and text.isprintable():
        return text
    return _ODD.sub("", _BREAKS.sub(" ", text)).strip()


def cut(text: str, most: int = CELL_MOST) -> tuple[str, bool]:
    """Return the text cut to `most` UTF-16 units with a mark at its end, and whether it was cut."""
    if len(text) * 2 <= most or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= most:
        return text, False
    room = (most - len(CUT)) * 2
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore") + CUT, True
