"""One field of work of the crowd."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of work: its weight in the crowd, titles and organisations.

    `a~b` is a title for men and women; a line may begin with a language (`de:`, `fr:`, `es:`), without one it is
    English and everybody may bear it. What is common stands first. No title holds the target job of the demo.
    """

    weight: int
    titles: tuple[str, ...]
    companies: tuple[str, ...]


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, trimmed."""
    return tuple(line.strip() for line in text.strip().splitlines())
