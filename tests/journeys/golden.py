"""Transcripts that run: Markdown pages whose console blocks are given again and compared with what is printed.

A block begins with `$ command`; an HTML comment before it holds the answers typed (`<!-- answers: a | b -->`).
Run with REWRITE_GOLDEN=1 to write what is printed now, and look at the difference.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

Runner = Callable[[list[str], list[str]], str]
_BLOCK = re.compile(
    r"(?:<!-- answers: (?P<answers>.*?) -->\n)?```console\n\$ (?P<command>.*?)\n(?P<shown>.*?)```\n", re.DOTALL
)


def replay(page: Path, run: Runner) -> None:
    """Give every command of the page and assert that it prints what the page says."""
    text = page.read_text(encoding="utf-8")

    def again(found: re.Match[str]) -> str:
        answers = [one.strip() for one in (found["answers"] or "").split("|")] if found["answers"] else []
        shown = run(shlex.split(found["command"]), answers)
        head = f"<!-- answers: {found['answers']} -->\n" if found["answers"] else ""
        return f"{head}```console\n$ {found['command']}\n{shown.rstrip()}\n```\n"

    fresh = _BLOCK.sub(again, text)
    if os.environ.get("REWRITE_GOLDEN"):
        page.write_text(fresh, encoding="utf-8")
        return
    assert fresh == text, f"{page.name} says another thing than the program; REWRITE_GOLDEN=1 rewrites it"
