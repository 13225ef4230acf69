"""One person's words found in a text, and taken out of it: what `forget` looks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

FORGOTTEN = "a person, forgotten"
"""What stands where a forgotten person stood."""
_REPLACED = "forgotten-person"
_LEAST = 3


@dataclass(frozen=True)
class Scrub:
    """The words by which a text may speak of one person.

    Attributes:
        names: full names, found in any usual order of their words; none where somebody else bears the same.
        slugs: keys of profile URLs.
        keys: e-mail addresses and phone numbers.
        parts: first and last names by themselves: a text with one of them may mean somebody else.
    """

    names: tuple[str, ...] = ()
    slugs: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    def names_them(self, text: str) -> bool:
        """Return whether a text names the person beyond doubt."""
        alone = text.strip().casefold()
        whole = alone in {one.casefold() for one in (*self.names, *self.slugs, *self.keys)}
        return whole or (self._sure is not None and self._sure.search(text) is not None)

    def may_mean(self, text: str) -> bool:
        """Return whether a text names the person or somebody who shares a name with them."""
        return self.names_them(text) or (self._unsure is not None and self._unsure.search(text) is not None)

    def clean(self, text: str) -> str:
        """Return the text with every word that means the person beyond doubt replaced by one that names nobody."""
        return text if self._sure is None else self._sure.sub(_REPLACED, text)

    @cached_property
    def _sure(self) -> re.Pattern[str] | None:
        several = (name for name in self.names if len(_words(name)) > 1)
        parts = {pattern for name in several for form in _forms(name) for pattern in _orders(form)}
        for slug in self.slugs:
            telling = re.search(r"[\d-]", slug) is not None
            parts |= {
                ("" if telling else "in/") + re.escape(form) for form in {slug, quote(slug), quote(slug, safe="")}
            }
        parts |= {re.escape(form) for key in self.keys for form in {key, quote(key), quote(key, safe="")}}
        return _any_of(parts)

    @cached_property
    def _unsure(self) -> re.Pattern[str] | None:
        return _any_of({re.escape(form) for one in (*self.parts, *self.names) for form in _forms(one)})


def _any_of(parts: set[str]) -> re.Pattern[str] | None:
    """Return a pattern of whole words, None for no words; the longest first, so that nothing of one is left."""
    sound = sorted((one for one in parts if len(one) >= _LEAST), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sound)})(?![^\W_])", re.IGNORECASE) if sound else None


def _forms(name: str) -> set[str]:
    """Return a name as written, composed and decomposed, and without its accents."""
    decomposed = unicodedata.normalize("NFD", name)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return {name, unicodedata.normalize("NFC", name), decomposed, bare}


def _words(name: str) -> list[str]:
    return [re.escape(word) for word in re.split(r"[\s,_.-]+", name) if word]


def _orders(name: str) -> list[str]:
    words = _words(name)
    between = r"(?:[\s,_.+-]|%20){1,4}"
    return [between.join(words[at:] + words[:at]) for at in range(len(words))]
