"""The guide, played: its chapters are given in order in one workspace, each on the days it tells.

Comments in a chapter: `<!-- day: 2026-11-16 -->` sets the day of the commands after it, `<!-- answers: a | b -->` what
is typed, `<!-- file: NAME -->` before a text block writes that file, `<!-- exit: 1 -->` says that the next command
ends so. Run with REWRITE_GOLDEN=1 to write what is printed now, and look at the difference.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_PIECE = re.compile(
    r"<!-- day: (?P<day>[0-9-]+) -->|<!-- exit: (?P<exit>[0-9]) -->|<!-- answers: (?P<answers>.*?) -->"
    r"|<!-- file: (?P<file>[\w.-]+) -->\n```\w*\n(?P<text>.*?)```\n"
    r"|```console\n\$ (?P<command>.*?)\n(?P<shown>.*?)```\n",
    re.DOTALL,
)
_ROWS = re.compile(r"^Rows: (.+)$", re.MULTILINE)


@dataclass
class Given:
    """A command as a chapter gives it: on which day, with which answers, and how it is to end."""

    words: list[str]
    day: str
    answers: list[str] | None
    code: int


def replay(page: Path, folder: Path, run: Callable[[Given], str]) -> None:
    """Give every command of a chapter and assert that it prints what the chapter says."""
    text = page.read_text(encoding="utf-8")
    now = Given([], "", None, 0)

    def again(found: re.Match[str]) -> str:
        nonlocal now
        if found["day"]:
            now.day = found["day"]
        elif found["exit"]:
            now.code = int(found["exit"])
        elif found["answers"] is not None:
            now.answers = [one.strip() for one in found["answers"].split("|")]
        elif found["file"]:
            (folder / found["file"]).write_text(found["text"], encoding="utf-8")
        else:
            now.words = shlex.split(found["command"])
            shown = run(now)
            now = Given([], now.day, None, 0)
            return f"```console\n$ {found['command']}\n{shown.rstrip()}\n```\n"
        return found[0]

    fresh = _PIECE.sub(again, text)
    if os.environ.get("REWRITE_GOLDEN"):
        page.write_text(fresh, encoding="utf-8")
        return
    assert fresh == text, f"{page.name} says another thing than the program; REWRITE_GOLDEN=1 rewrites it"


def rows(page: Path) -> list[str]:
    """Return the rows of the articles that a chapter serves."""
    found = _ROWS.search(page.read_text(encoding="utf-8"))
    return re.findall(r"T[0-4]\.[0-9]{2}", found[1]) if found else []
