"""Answers kept in files beside the tests: values as text, and the comparison; `REWRITE_GOLDEN=1` writes them anew."""

from __future__ import annotations

import hashlib
import os
import random
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


def shown(one: object) -> str:
    """Return a value as text that is the same in every run: sets are put in order, empty fields left out."""
    if isinstance(one, set | frozenset):
        return f"{{{', '.join(sorted(map(shown, one)))}}}"
    if isinstance(one, dict):
        return f"{{{', '.join(f'{shown(key)}: {shown(value)}' for key, value in one.items())}}}"
    if is_dataclass(one):
        told = {each.name: getattr(one, each.name) for each in fields(one)}
        return f"{type(one).__name__}({', '.join(f'{name}={shown(value)}' for name, value in told.items() if value)})"
    return f"({', '.join(map(shown, one))})" if isinstance(one, tuple | list) else repr(one)


def shortened(text: str, most: int) -> str:
    """Return a text, what is beyond so many characters as a digest."""
    return text if len(text) <= most else f"{text[:most]} ~{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def digest(lines: Iterable[str]) -> str:
    """Return a short digest of lines."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "backslashreplace")).hexdigest()[:12]


def cases(name: str, rule: Callable[[random.Random], object], batches: int = 30, batch: int = 50) -> Iterator[str]:
    """Yield digests of what a rule answers to cases drawn from seeds, with the first answer of each batch."""
    for first in range(0, batches * batch, batch):
        told = [shown(rule(random.Random(f"{name} {seed}"))) for seed in range(first, first + batch)]  # noqa: S311  # the same each time
        yield f"{first} {digest(told)} {told[0]}"


def hold(golden: Path, lines: Iterable[str]) -> None:
    """Compare lines with those of a file, or write them there."""
    text = "".join(f"{line}\n" for line in lines)
    if os.environ.get("REWRITE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), f"{golden.name} says otherwise; REWRITE_GOLDEN=1 rewrites it"
