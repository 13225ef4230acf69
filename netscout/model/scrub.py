"""One person's words found in a text, and taken out of it: what `forget` looks for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

FORGOTTEN = "a person, forgotten"
"""What stands where a forgotten person stood."""
REPLACED = "forgotten-person"
"""What stands for their words inside another text."""
_LEAST = 3
_FILE = r"(?=\.(?:csv|tsv|vcf|xlsx?|json|zip|md|txt|html|eml)(?![^\W_]))"
_PHONE = re.compile(r"\+?\d[\d\s()./-]{5,}\d")
_DIGITS = 7
"""How many last digits two spellings of a telephone number must share at least."""


@dataclass(frozen=True)
class Scrub:
    """The words by which a text may speak of one person; case, accents and ways of composing them do not matter.

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
        plain = _plain(text)
        whole = plain.strip() in {_plain(one) for one in (*self.names, *self.slugs, *self.keys)}
        return whole or (self._sure is not None and self._sure.search(plain) is not None)

    def names_their_person(self, text: str) -> bool:
        """Return whether a text that is about a person, a manager say, names this one: a name of one word will do."""
        return self.names_them(text) or (self._single is not None and self._single.search(_plain(text)) is not None)

    def may_mean(self, text: str) -> bool:
        """Return whether a text names the person or somebody who shares a name with them, or may hold their number."""
        unsure = self._unsure is not None and self._unsure.search(_plain(text)) is not None
        return unsure or self.names_them(text) or self._may_ring(text)

    def stays_in(self, text: str) -> bool:
        """Return whether a text may still mean the person after `clean`."""
        return self.may_mean(self.clean(text).replace(REPLACED, ""))

    def is_theirs(self, text: str) -> bool:
        """Return whether an opaque word, the id of a conversation say, is made of the person's keys or name."""
        low = re.sub(r"[^\w@]+|_", "", _plain(text))
        made_of = (re.sub(r"[^\w@]+|_", "", _plain(one)) for one in (*self.slugs, *self.keys, *self.names))
        return self.names_them(text) or any(len(one) >= _LEAST and one in low for one in made_of)

    def clean(self, text: str) -> str:
        """Return the text with every word that means the person beyond doubt replaced by one that names nobody."""
        if self._sure is None:
            return text
        plain, places = _mapped(text)
        found, at = [], 0
        for one in self._sure.finditer(plain):
            found += [text[at : places[one.start()]], REPLACED]
            at = max(places[one.end()], places[one.end() - 1] + 1)
        return "".join([*found, text[at:]]) if found else text

    def _may_ring(self, text: str) -> bool:
        numbers = {_digits(one) for one in self.keys if _PHONE.fullmatch(one)}
        found = {_digits(one) for one in _PHONE.findall(text)} if numbers else set()
        return any(_is_end(one, other) or _is_end(other, one) for one in numbers for other in found)

    @cached_property
    def _sure(self) -> re.Pattern[str] | None:
        parts = {pattern for name in self.names for pattern in _orders(name)}
        for slug in self.slugs:
            telling = re.search(r"[\d-]", slug) is not None
            parts |= {("" if telling else "in/") + re.escape(form) for form in _forms(slug)}
        return _any_of(parts | {re.escape(form) for key in self.keys for form in _forms(key)})

    @cached_property
    def _single(self) -> re.Pattern[str] | None:
        return _any_of({word for name in self.names if len(words := _words(name)) == 1 for word in words})

    @cached_property
    def _unsure(self) -> re.Pattern[str] | None:
        return _any_of({re.escape(_plain(one)) for one in (*self.parts, *self.names)})


def _any_of(parts: set[str]) -> re.Pattern[str] | None:
    """Return a pattern of whole words, None for no words; the longest first, so that nothing of one is left."""
    sound = sorted((one for one in parts if len(one) >= _LEAST), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sound)})(?![^\W_])") if sound else None


def _plain(text: str) -> str:
    """Return a text without case and accents, however these were composed."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _mapped(text: str) -> tuple[str, list[int]]:
    """Return the plain form of a text and, for each of its signs and its end, where that stands in the text."""
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        plain = _plain(sign)
        signs.append(plain)
        places += [at] * len(plain)
    return "".join(signs), [*places, len(text)]


def _forms(key: str) -> set[str]:
    """Return a key as it stands in texts and in URLs, plain."""
    return {_plain(form) for form in (key, quote(key), quote(key, safe=""))}


def _words(name: str) -> list[str]:
    return [re.escape(word) for word in re.split(r"[\s,_.-]+", _plain(name)) if word]


def _orders(name: str) -> list[str]:
    """Return the patterns of a full name; one of a single word is sure only where it names a file."""
    words = _words(name)
    if len(words) == 1:
        return [f"{words[0]}{_FILE}"] if len(words[0]) >= _LEAST else []
    between = r"(?:[\s,_.+-]|%20){1,4}"
    return [between.join(words[at:] + words[:at]) for at in range(len(words))]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).lstrip("0")


def _is_end(short: str, whole: str) -> bool:
    return len(short) >= _DIGITS and whole.endswith(short)
