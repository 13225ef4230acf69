"""One command given in this process on a screen that is made up: so many columns, colour or none, or a pipe."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands at the other end: a terminal of so many columns, or (0) a pipe; `encoding` is what it can show."""

    columns: int = 0
    colour: bool = False
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """Return how golden files call it: `80`, `120-colour`, `piped`."""
        return f"{self.columns}{'-colour' if self.colour else ''}" if self.columns else "piped"


class _Stream(io.TextIOWrapper):
    """A stream that says of itself whether it is a terminal."""

    terminal = False

    def isatty(self) -> bool:
        """Return what the screen is."""
        return self.terminal


@contextmanager
def _still() -> Iterator[None]:
    yield None


def shown(arguments: Sequence[str], screen: Screen, patch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Return exit code and all that a command shows, errors behind the rest where a pipe takes both apart.

    The line of progress, which goes with the clock, is left out; its own tests see it.
    """
    from netscout.cli import console
    from netscout.cli.main import guarded

    streams = [_Stream(io.BytesIO(), encoding=screen.encoding, newline="\n") for _ in range(2)]
    for one in streams:
        one.terminal = bool(screen.columns)
    with patch.context() as here:
        here.setattr(sys, "stdout", streams[0])
        here.setattr(sys, "stderr", streams[0] if screen.columns else streams[1])
        here.setattr(console, "progress", _still)
        here.setenv("COLUMNS", str(screen.columns or 100))
        here.setenv("TERM", "xterm-256color")
        here.setenv("NETSCOUT_DEBUG", "1")
        if screen.encoding != "utf-8":
            here.setenv("PYTHONIOENCODING", screen.encoding)
        if screen.colour:
            here.delenv("NO_COLOR", raising=False)
        else:
            here.setenv("NO_COLOR", "1")
        code = guarded(list(arguments))
    texts = []
    for one in streams:
        one.flush()
        held = one.buffer
        assert isinstance(held, io.BytesIO)
        texts.append(held.getvalue().decode("utf-8" if not screen.columns else one.encoding))
    return code, "".join(texts)
