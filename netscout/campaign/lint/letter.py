"""A draft made ready to be read: folded for the lists, in sentences and clauses, with its greeting."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from netscout.campaign.lint.phrases import phrases, phrases_for
from netscout.model.draft import Draft

Span = tuple[int, int]

_LOOKS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u2011": "-", "\u2010": "-"})
_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++[\"')\]\u2019\u201d]*+(?=\s|$)|\n\s*\n|\n")
_SHORTENED = re.compile(
    r"(?:^|\W)(?:[A-Za-z]|dr|mr|mrs|ms|prof|st|vs|approx|min|mins|no|inc|ltd|co|e\.g|i\.e)\.$", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;:\u2014\u2013]|\s-\s|,?\s(?:but|though|although|however|yet)\s"
    r"|,?\sand\s(?=(?:i|you|could|would|please|if|do|are|is|we|perhaps|maybe)\b)|,\s(?=(?:so|while|still|if|could|would|can|please)\b)"
)
_WORD = re.compile(r"[^\W_]+")
_LEAD = 400
"""Characters of a sentence before a word that are searched for what denies it."""


@dataclass(frozen=True)
class Text:
    """One part of a draft, subject or body."""

    part: str
    raw: str
    language: str
    recorded: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[Span, ...]:
        """Return where names on record stand; what lies wholly inside one is part of a name and nothing else."""
        found = []
        for name in self.recorded:
            wanted = Text("", name, self.language).plain
            place = self.plain.find(wanted) if wanted.strip() else -1
            while place >= 0:
                found.append((place, place + len(wanted)))
                place = self.plain.find(wanted, place + 1)
        return tuple(found)

    def is_name(self, span: Span) -> bool:
        """Return whether these characters lie inside a name on record."""
        return any(start <= span[0] and span[1] <= end for start, end in self.names)

    @cached_property
    def plain(self) -> str:
        """Return the text in small letters with plain marks, each character in its old place."""
        low = self.raw.translate(_LOOKS).lower()
        if len(low) == len(self.raw):
            return low
        return "".join(one.lower() if len(one.lower()) == 1 else one for one in self.raw.translate(_LOOKS))

    @cached_property
    def _found(self) -> dict[str, tuple[re.Match[str], ...]]:
        return {}

    def find(self, name: str) -> tuple[re.Match[str], ...]:
        """Return where entries of a list stand, in order."""
        if name not in self._found:
            hits = phrases_for(self.plain, self.language, name).finditer(self.plain)
            self._found[name] = tuple(one for one in hits if not self.is_name(one.span()))
        return self._found[name]

    def first(self, name: str) -> re.Match[str] | None:
        """Return where an entry of a list stands first, None if it does not."""
        return next(iter(self.find(name)), None)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return where each sentence or line begins and ends; the stop after an abbreviation ends none."""
        found, start = [], 0
        for one in _END.finditer(self.raw):
            if one.group().startswith(".") and _SHORTENED.search(
                self.raw[max(start, one.start() - 12) : one.start() + 1]
            ):
                continue
            found.append((start, one.end()))
            start = one.end()
        found.append((start, len(self.raw)))
        return tuple(span for span in (_trimmed(self.raw, *one) for one in found) if span[0] < span[1])

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds a character."""
        found = self.sentences[max(bisect(self.sentences, (place, len(self.raw))) - 1, 0)] if self.sentences else (0, 0)
        return found if found[0] <= place < found[1] else (place, len(self.raw))

    def before(self, place: int) -> str:
        """Return what stands before a character in its clause, folded."""
        start = max(self.sentence_at(place)[0], place - _LEAD)
        lead = self.plain[start:place]
        cuts = [one.end() for one in _CLAUSE.finditer(lead)]
        return lead[cuts[-1] :] if cuts else lead

    def after(self, place: int, most: int = 60) -> str:
        """Return what follows a character in its sentence, folded."""
        return self.plain[place : min(self.sentence_at(max(place - 1, 0))[1], place + most)]

    def is_denied(self, place: int) -> bool:
        """Return whether what begins here is said not to be: "I am not asking for", but not "why not"."""
        lead = phrases(self.language, "no_denial").sub(" ", self.before(place))
        return bool(phrases(self.language, "denial").search(lead))


@dataclass(frozen=True)
class Letter:
    """A draft with its parts made ready; `language` is that of the lists it is read with."""

    draft: Draft
    language: str
    recorded: tuple[str, ...] = ()

    @cached_property
    def body(self) -> Text:
        """Return the body."""
        return Text("body", self.draft.body, self.language, self.recorded)

    @cached_property
    def subject(self) -> Text:
        """Return the subject; it is empty where the channel has none."""
        return Text("subject", self.draft.subject, self.language, self.recorded)

    @cached_property
    def parts(self) -> tuple[Text, ...]:
        """Return the parts that hold words."""
        return tuple(one for one in (self.subject, self.body) if one.raw)

    @cached_property
    def own_sentences(self) -> tuple[Span, ...]:
        """Return the sentences of the body between greeting and signature, of three words or more."""
        text, found = self.body, []
        for start, end in text.sentences:
            opened = phrases(self.language, "greeting").match(text.plain, start, end)
            if opened:
                stop = re.compile(r"[,!.:]").search(text.plain, opened.end(), min(end, opened.end() + 40))
                start = stop.end() if stop else start  # noqa: PLW2901  # the greeting of this sentence is taken off
            start, end = _trimmed(text.raw, start, end)  # noqa: PLW2901  # the same
            if len(_WORD.findall(text.plain, start, end)) > 2:
                found.append((start, end))
        return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def fold(text: str) -> str:
    """Return a text in small letters without accents, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def tokens(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts, folded."""
    return frozenset(word for one in texts for word in _WORD.findall(fold(one)))


def stem(word: str) -> str:
    """Return a word without its English ending, good enough to see "forecast" in "forecasting"."""
    for end in ("ations", "ation", "ings", "ing", "ies", "ied", "ists", "ist", "ers", "er", "ed", "es", "ly", "s", "y"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word
