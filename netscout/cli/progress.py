"""What long work shows while it goes on: what is being read, rows a second, and the time left once that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.cli.wrapping import cut, safe

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Task
    from rich.text import Text

Tell = Callable[[str, int, float], None]
"""Takes what is being done, rows done of it, and the share of all reading done (0 to 1; 0 where nobody knows)."""

_SILENT = 0.4
_KNOWN = 1.5
_ENOUGH = 0.1
_MANY = 1_000
_SPIN = "|/-\\"


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the work is: rows of `what` done in `seconds`, `share` of all reading done in `running` seconds."""

    what: str
    rows: int = 0
    share: float = 0.0
    seconds: float = 0.0
    running: float = 0.0


def line(now: Moment, columns: int) -> str:
    """Return the line that stands for this moment, one column narrower than the screen; nothing at first.

    A speed needs a second and a half, the time left a tenth of the work besides: before, both would be guesses.
    """
    if now.running < _SILENT or not now.what:
        return ""
    parts = [safe(now.what)]
    if now.rows:
        parts.append(f"{now.rows:,} {'row' if now.rows == 1 else 'rows'}")
    if now.rows >= _MANY and now.share and now.seconds >= _KNOWN:
        parts.append(f"{_round(now.rows / now.seconds):,} a second")
    if now.running >= _KNOWN and _ENOUGH <= now.share < 1:
        parts.append(_left(now.running * (1 - now.share) / now.share))
    spin = _SPIN[int(now.running * 4) % len(_SPIN)]
    return cut(f"{spin} {', '.join(parts)}", columns - 1, "...")


def _round(number: float) -> int:
    """Return two digits and noughts: more would flicker."""
    whole = str(int(number))
    return int(whole[:2] + "0" * (len(whole) - 2))


def _left(seconds: float) -> str:
    if seconds < 60:
        return f"about {max(1, round(seconds))} s of reading left"
    return f"about {round(seconds / 60)} min of reading left"


@contextmanager
def shown(screen: Console) -> Iterator[Tell]:
    """Give a function to report to; the line is drawn again a few times a second and cleared at the end."""
    from rich.progress import Progress, ProgressColumn
    from rich.text import Text

    class Words(ProgressColumn):
        """The whole line; drawn by us so that it says no more than is known."""

        def render(self, task: Task) -> Text:
            """Return the line of this moment."""
            running, began = task.elapsed or 0.0, float(task.fields["began"])
            now = Moment(task.description, int(task.completed), task.fields["share"], running - began, running)
            return Text(line(now, screen.width), no_wrap=True)

    with Progress(
        Words(),
        console=screen,
        transient=True,
        refresh_per_second=8,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bar:
        number = bar.add_task("", total=None, share=0.0, began=0.0)
        task = bar.tasks[0]

        def tell(what: str, done: int, share: float) -> None:
            if what != task.description:
                task.fields["began"] = task.elapsed or 0.0
            bar.update(number, description=what, completed=done, share=share)

        yield tell
