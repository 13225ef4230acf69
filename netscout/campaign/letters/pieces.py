"""What the user wrote down, made fit to stand in a letter: one thing that was said, what they will do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from netscout.campaign.lint.letter import stem, tokens
from netscout.campaign.lint.phrases import words_of
from netscout.lang import texts

_MOST_WORDS = 24
_LEAST_TELLING = 2
_CUTS = re.compile(r"[\n•·]+|(?<=[^\W\d][.!])\s+(?=[^\W\d_a-z])")
_BULLET = re.compile(r"^\s*(?:[-*–—]|\d{1,2}[.)])\s+")
_SAID = re.compile(
    r"^(?:and\s+)?(?:s?he|they)\s+(?:also\s+)?(?:said|says|told me|mentioned|explained|thinks|finds|recommend(?:s|ed))"
    r"(?:\s+that)?[:,]?\s+",
    re.IGNORECASE,
)
_THIRD = re.compile(r"(?<!\w)(?:they|them|their)(?!\w)", re.IGNORECASE)
_OF_THEM = re.compile(r"(?<!\w)(?:s?he|hers?|him|his|herself|himself)(?!\w)", re.IGNORECASE)
_PERSONS = re.compile(r"(?<!\w)(?:I|me|my|mine|you|your|yours|s?he|him|his|hers?|they|them|their)(?!\w)", re.IGNORECASE)
_OUGHT = re.compile(r"^(?:(?:i|you|one)\s+(?:should|could|ought to|might)|to|please)\s+", re.IGNORECASE)
_WILL = re.compile(
    r"^(?:i\s+)?(?:(?:will|shall|want to|plan to|am going to|intend to)\s+|to\s+)|^i['’]ll\s+", re.IGNORECASE
)
_FRONT = re.compile(r"(?:The|An?|This|That|These|Those|It|There|Most|Some|Every|Each|Half|They)(?!\w)")
_THING = re.compile(
    r"^(?:the|a|an|my|your|their|her|his|this|that|these|those|some|more|two|three|[0-9])(?!\w)|^\w+ing(?!\w)"
)


def pieces(notes: Iterable[str], passed: Iterable[str] = (), names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what notes say, in whole sentences that can be named in a letter, the fittest first.

    A piece has two telling words or more, is no question and not long; words in `passed` tell nothing. What speaks of
    "her" or "him", or of the reader by name (`names`), was written for the user alone and is left out with all of its
    sentence; what speaks of "them" comes last.
    """
    common = frozenset(word for one in words_of("en", "common") for word in one.split("|")) | tokens(passed)
    reader = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in _parts(names)) or r"(?!)")
    found = [part for one in notes for whole in _CUTS.split(one) for part in _items(whole, reader)]
    fit = [one for one in dict.fromkeys(found) if _is_fit(one, common)]
    return tuple(sorted(fit, key=lambda one: bool(_THIRD.search(one))))


def _parts(names: Iterable[str]) -> list[str]:
    return sorted({part for one in names for part in one.split() if len(part) > 1 and part[:1].isupper()})


def _items(sentence: str, reader: re.Pattern[str]) -> list[str]:
    """Return the items of a sentence, which semicolons part; none where any of it is about the reader."""
    parts = [tidy(_SAID.sub("", _BULLET.sub("", one))) for one in sentence.split(";")]
    return [] if any(_OF_THEM.search(one) or reader.search(one) for one in parts) else parts


def _is_fit(text: str, common: frozenset[str]) -> bool:
    telling = {stem(one) for one in tokens([text]) - common if len(one) > 3}
    return len(telling) >= _LEAST_TELLING and len(text.split()) <= _MOST_WORDS and "?" not in text


def tidy(text: str) -> str:
    """Return a piece of a note in one line, without the marks at its end."""
    return " ".join(text.split()).strip(" .,;:!-–—")


def after_colon(text: str) -> str:
    """Return a piece as it stands behind a colon: an article or the like at its front begins small."""
    return _begun_small(text) if _FRONT.match(text) else text


def short(text: str) -> bool:
    """Return whether a note is short enough to stand in a letter."""
    return 0 < len(text.split()) <= _MOST_WORDS


def advised(text: str) -> tuple[str, str]:
    """Return advice as it stands in a sentence, and how: `verb` (what to do), `thing`, or `quote` in their own words.

    What speaks of "her" or "you", begins with no word of doing, or is all in capitals, is quoted as it was typed.
    """
    bare = _OUGHT.sub("", _SAID.sub("", tidy(text)))
    if not _PERSONS.search(bare) and not (" " in bare and bare.isupper()):
        if _THING.match(bare.lower()):
            return _begun_small(bare), "thing"
        if bare.partition(" ")[0].casefold() in _verbs():
            return _begun_small(bare), "verb"
    return tidy(text), "quote"


@cache
def _verbs() -> frozenset[str]:
    return frozenset(texts("letters")["verbs"].split())


def _begun_small(text: str) -> str:
    head, space, rest = text.partition(" ")
    small = head if len(head) > 1 and head[1:] != head[1:].lower() else head[:1].lower() + head[1:]
    return f"{small}{space}{rest}"


def step(text: str) -> tuple[str, bool]:
    """Return what the user will do as it follows "I will", and whether it names a thing and follows "My next step:"."""
    bare = _WILL.sub("", tidy(text))
    if _THING.match(bare.lower()):
        return bare, True
    return _begun_small(bare), False
