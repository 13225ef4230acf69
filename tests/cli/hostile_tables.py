"""Forty and more shapes of broken Connections tables, each beside what must still come of it."""

from __future__ import annotations

import random

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
SECRET = "quellgeheimnis"  # noqa: S105  # a word that no message may hold
ANA = f"Ana,{SECRET},https://www.linkedin.com/in/ana,,{SECRET} Ltd,Analyst,07 Sep 2019"
BO = f"Bo,{SECRET}bo,https://www.linkedin.com/in/bo,,{SECRET} Inc,Chef,08 Sep 2019"
_SOUND = f"{HEAD}\n{ANA}\n{BO}\n"
_DICE = random.Random(5)  # noqa: S311  # the same bytes each time
Shape = tuple[bytes, int | None]
"""The file and how many people must come of it; None where a refusal is as good."""


def _lines(*rows: str, head: str = HEAD, end: str = "\n") -> bytes:
    return end.join([head, *rows, ""]).encode()


def _swapped() -> bytes:
    return _lines(*(",".join(reversed(row.split(","))) for row in (ANA, BO)), head=",".join(reversed(HEAD.split(","))))


SHAPES: dict[str, Shape] = {
    "empty": (b"", None),
    "blanks": (b" \r\n\t\n", None),
    "header only": (_lines(), 0),
    "header without an end": (HEAD.encode(), 0),
    "mark of byte order only": (b"\xef\xbb\xbf", None),
    "two marks of byte order": (b"\xef\xbb\xbf\xef\xbb\xbf" + _SOUND.encode(), None),
    "zero byte in a name": (_lines(ANA.replace("Ana", "A\0na"), BO), 2),
    "zero bytes all over": (b"\0".join(bytes([one]) for one in _SOUND.encode()), None),
    "zero bytes only": (bytes(4_000), None),
    "unclosed quote in the first row": (_lines('"' + ANA, BO), 1),
    "unclosed quote in the last row": (_lines(ANA, BO.replace(",Chef", ',"Chef')), 1),
    "unclosed quote in the header": (_lines(ANA, BO, head=HEAD.replace("Company", '"Company')), None),
    "bare quote in a cell": (_lines(ANA.replace("Analyst", 'An"aly"st'), BO), 2),
    "quotes only": (b'"' * 5_001, None),
    "rows of one quote": (_lines(*['"'] * 200, ANA), None),
    "one cell too many in each row": (_lines(ANA + ",more", BO + ",more"), 2),
    "a thousand cells too many": (_lines(ANA + ",x" * 990, BO), 2),
    "cells missing": (_lines("Ana,Example", BO), 2),
    "commas behind each row": (_lines(ANA + ",,,", BO + ",,,"), 2),
    "blank lines between": (_lines("", ANA, "", "", BO), 2),
    "a column twice": (_lines(ANA, BO, head=HEAD.replace("Position", "Company")), 2),
    "a column without a name": (_lines(ANA, BO, head=HEAD.replace("Position", "")), 2),
    "no header": (f"{ANA}\n{BO}\n".encode(), None),
    "header twice": (_lines(HEAD, ANA, BO), None),
    "columns from behind": (_swapped(), 2),
    "German header": (
        _lines(ANA, BO, head="Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am"),
        2,
    ),
    "lone carriage returns": (_SOUND.replace("\n", "\r").encode(), 2),
    "mixed line ends": (_SOUND.replace("\n", "\r\n", 1).encode() + b"\r\n\r", 2),
    "doubled carriage returns": (_SOUND.replace("\n", "\r\r\n").encode(), 2),
    "no end of the last line": (_SOUND.rstrip("\n").encode(), 2),
    "semicolons": (_SOUND.replace(",", ";").encode(), 2),
    "tabs": (_SOUND.replace(",", "\t").encode(), 2),
    **{
        f"in {name}": (_SOUND.replace("Bo,", "Zoë,").encode(name, "replace"), people)
        for name, people in (
            *(("utf-8-sig", 2), ("utf-16", 2), ("utf-16-le", 2), ("utf-16-be", 2), ("utf-32", None), ("cp1252", 2)),
            *(("latin-1", 2), ("cp437", 2), ("mac-roman", 2), ("utf-7", None), ("cp500", None)),
        )
    },
    "half a letter": (_SOUND.encode() + b"Z\xc3,Example,,,,,\n", 3),
    "surrogates as bytes": (_lines(ANA, BO) + b"Z\xed\xa0\x80,Example,,,,,\n", 3),
    "a cell of two megabytes": (_lines(ANA, BO.replace("Chef", "x" * 2_000_000)), 2),
    "a cell beyond the limit": (_lines(ANA, BO.replace("Chef", "x" * (4 << 20 | 1))), 1),
    "twenty thousand columns": (_lines(ANA, BO, head=HEAD + ",x" * 20_000), None),
    "a row of twenty thousand cells": (_lines(ANA + ",x" * 20_000, BO), 1),
    "random bytes": (_DICE.randbytes(20_000), None),
    "random bytes behind a header": (_lines(ANA) + _DICE.randbytes(20_000), None),
    "a program": (b"\x7fELF\x02\x01\x01" + _DICE.randbytes(5_000), None),
    "a picture": (b"\x89PNG\r\n\x1a\n" + _DICE.randbytes(5_000), None),
    "end of file in the middle": (_SOUND.encode() + b"\x1a" + BO.encode(), None),
    "one line without an end": (b"a" * 300_000, None),
    "separators only": (b",;\t|" * 20_000, None),
    "a web page": (b"<!doctype html><title>x</title>" * 50, None),
}
"""Name -> file and people."""
