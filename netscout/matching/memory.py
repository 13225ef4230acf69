"""What titles said when they were read before, so that none is read twice; what the user settled is no part of it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from netscout.matching.doubts import senses
from netscout.matching.plain import plain
from netscout.matching.titles import hinges
from netscout.model.verdict import Occupation, TitleVerdict
from netscout.version import __version__

Key = tuple[str, str]
"""A title with the words of its employer, "" where they decide nothing."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a title is before it is held against anything.

    Attributes:
        hinges: whether the employer may decide what it means.
        plain: its plain form.
        senses: an abbreviation that it leaves open and the jobs that may stand for; () for none.
    """

    hinges: bool
    plain: str
    senses: tuple[str, ...] = ()


@dataclass(slots=True)
class TitleMemory:
    """Titles read before; everything read through it is added.

    Attributes:
        notes: by title.
        occupations: by title and employer, as classified.
        verdicts: by `digest` of the role phrases, then by title and employer.
    """

    notes: dict[str, Note] = field(default_factory=dict)
    occupations: dict[Key, Occupation] = field(default_factory=dict)
    verdicts: dict[str, dict[Key, TitleVerdict]] = field(default_factory=dict)

    def note(self, title: str) -> Note:
        """Return the note on a title, which is read if it is new."""
        found = self.notes.get(title)
        if found is None:
            short, jobs = senses(title)
            found = self.notes[title] = Note(hinges(title), plain(title), (short, *jobs) if jobs else ())
        return found

    def keys(self, titles: Iterable[str], employers: Iterable[str], *, always: bool = False) -> list[Key]:
        """Return the key of each row: the employer is heard only where it may decide, or `always`."""
        return [
            (title, employer if always or self.note(title).hinges else "")
            for title, employer in zip(titles, employers, strict=True)
        ]

    def verdicts_of(self, roles: Sequence[str]) -> dict[Key, TitleVerdict]:
        """Return the verdicts known for these role phrases, to be added to."""
        return self.verdicts.setdefault(digest(roles), {})


def digest(roles: Sequence[str]) -> str:
    """Return a short name for role phrases in their order."""
    return hashlib.sha256(json.dumps(list(roles)).encode()).hexdigest()[:16]


@cache
def edition() -> str:
    """Return a digest of everything shipped that decides what a title says: tables, rules, version, Unicode."""
    total = hashlib.sha256(f"{__version__} {unicodedata.unidata_version}".encode())
    here = resources.files("netscout.matching")
    for folder in (here, here / "data"):
        for one in sorted(folder.iterdir(), key=lambda one: one.name):
            if one.name.endswith((".py", ".csv")):
                total.update(one.name.encode() + b"\0" + one.read_bytes() + b"\0")
    return total.hexdigest()[:16]
