"""The taps of the report page, as "Save my answers" wrote them."""

from __future__ import annotations

from dataclasses import dataclass

EVENTS = ("asked", "replied", "met")


@dataclass(frozen=True, slots=True)
class Answer:
    """One tap: exactly one of `label`, `event`, `avoid`; `on` is its local day, `row` its place in the file.

    `label` of "" and `avoid` of False take back what was said before; an `event` with `undo` the entry of that day.
    """

    row: int
    person: str
    on: str
    label: str | None = None
    event: str = ""
    avoid: bool | None = None
    undo: bool = False


@dataclass(frozen=True, slots=True)
class TitleAnswer:
    """One tap about a title: either the words of its `job`, or `fit` (match, related, no) for `target`.

    With `undo` what was said is taken back: of the job without a `target`, of the fit with one.
    """

    row: int
    title: str
    on: str
    job: str = ""
    target: str = ""
    fit: str = ""
    undo: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """A whole answers file, `sha256` that of its bytes; `unreadable` holds (row, reason) of taps that make no sense."""

    workspace: str
    answers: tuple[Answer | TitleAnswer, ...]
    unreadable: tuple[tuple[int, str], ...] = ()
    sha256: str = ""

    @property
    def rows(self) -> int:
        """Return how many taps the file holds."""
        return len(self.answers) + len(self.unreadable)
