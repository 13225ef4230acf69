"""What messages tell of, gone through with one key each: every answer is stored at once, the last can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from netscout.cli import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netscout.app.session import Session
    from netscout.model.proposal import Proposal

_LEAD = (
    "Did this happen? y log it, n never show it again, Enter later, u back to the one before, q stop.",
    "A message says who wrote, not what: if an answer was a no, press n and log `declined`.",
)


@dataclass(slots=True)
class Review:
    """Proposals gone through, and what was answered so far: place, key, and how many events it logged."""

    session: Session
    shown: Sequence[Proposal]
    done: list[tuple[int, str, int]] = field(default_factory=list)

    @property
    def logged(self) -> int:
        """Return how many events were logged and not taken back."""
        return sum(count for _, _, count in self.done)

    def go(self) -> None:
        """Ask for a key for each; stop at q or at the end."""
        for line in _LEAD:
            console.wrapped(line)
        place = 0
        while place < len(self.shown):
            one = self.shown[place]
            if self._waits(one):
                place += 1
                continue
            pressed = self._asked(place, one)
            if pressed == "q":
                return
            place = self._back(place) if pressed == "u" else self._take(place, pressed)

    def _asked(self, place: int, one: Proposal) -> str:
        try:
            return console.key(f"{place + 1}/{len(self.shown)}  {told(one)}  [y/n/Enter/u/q]", "ynuq\r\n ")
        except (click.exceptions.Abort, KeyboardInterrupt, EOFError):
            console.out()
            console.note("What you answered so far is kept.")
            raise

    def _waits(self, one: Proposal) -> bool:
        """Return whether it rests on one that is shown too and was not logged."""
        yes = {self.shown[place].number for place, key, _ in self.done if key == "y"}
        return bool(one.rests_on) and one.rests_on not in yes and one.rests_on in {each.number for each in self.shown}

    def _take(self, place: int, pressed: str) -> int:
        from netscout.app.proposals import accept, dismiss

        one, count = self.shown[place], 0
        if pressed == "y":
            count = len(accept(self.session, sorted({one.number} | ({one.rests_on} if one.rests_on else set()))))
        elif pressed == "n":
            dismiss(self.session, (one.number,))
        self.done.append((place, pressed, count))
        return place + 1

    def _back(self, place: int) -> int:
        """Take back the last answer and return its place."""
        from netscout.app.log import undo
        from netscout.app.proposals import want_again

        if not self.done:
            console.note("This is the first.")
            return place
        before, key, count = self.done.pop()
        for _ in range(count):
            undo(self.session)
        if key == "n":
            want_again(self.session, self.shown[before])
        return before


def told(one: Proposal) -> str:
    """Return a proposal in a line: who, what, when, and what it rests on."""
    return f"{one.name or '(no name)'} ({one.person}): {one.event} on {one.on}. {one.fact}"
