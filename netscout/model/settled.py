"""Titles a person settled by hand, and those still open to doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_PRONOUNS = re.compile(r"[(\[]\s*(?:she|her|he|him|they|them|ella|él|elle|il|sie|er)\b[^)\]]{0,24}[)\]]")
_ORNAMENT = frozenset(("So", "Sk", "Cf", "Cc", "Co", "Cn", "Cs", "Mn"))
FITS = ("match", "related", "no")
"""What a title may be said to be for a target."""


def title_key(title: str) -> str:
    """Return what equal titles share: width forms, case, spaces, emoji, ornament and pronouns do not count.

    The key of a key is the key itself.
    """
    text, before = _bare(title), title
    while text != before:  # what is taken off may lay more of it open
        text, before = _bare(text), text
    return text


def _bare(title: str) -> str:
    text = unicodedata.normalize("NFKC", title).casefold()
    if not (text.isascii() and text.isprintable()):
        text = "".join(" " if unicodedata.category(char) in _ORNAMENT else char for char in text)
    return " ".join(_PRONOUNS.sub(" ", text).split()).strip(" |,;.-–—*~")


@dataclass(frozen=True, slots=True)
class Settled:
    """What the user said of titles; it outranks all matching, and holds for every equal title.

    Attributes:
        jobs: `title_key` of a title to the words of the job it stands for.
        fits: casefolded target name to {`title_key`: match, related or no}.
    """

    jobs: Mapping[str, str] = field(default_factory=dict)
    fits: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def said_of(self, target: str) -> Mapping[str, str]:
        """Return what was said of titles for one target, by `title_key`."""
        return self.fits.get(target.casefold(), {})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A title that matching is not sure of.

    Attributes:
        title: as written by the first who holds it.
        people: how many hold it (equal titles counted together).
        verdict: match, related, no or unknown, as things stand; "" without a target.
        why: one line: what is doubtful.
        choices: words of the jobs it may stand for, the likelier first; may be empty.
    """

    title: str
    people: int
    verdict: str
    why: str
    choices: tuple[str, ...] = ()
