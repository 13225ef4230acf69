"""Titles and labels as the linker sees them: bags of words, their stems, and the word that names the job.

A title that says one thing twice (`Licensed Practical Nurse (LPN)`, `Lehrer/Lehrerin`) is several forms of one thing
or one form, and what says nothing about the work (ranks in front, numerals behind, pronouns, employers) is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from netscout.matching.lexicon import lexicon
from netscout.matching.normalise import LONGEST, fold, stem

_WORD = re.compile(r"[^\W_]+[+#]*")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_PICTURE = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_EMPLOYER = re.compile(r"\s*[|@\u2022\u00b7].*$|\s+at\s+.*$", re.IGNORECASE)
_TAIL = re.compile(r"\s+[-\u2013\u2014]+\s+|\s+-(?=[^\W\d_])")
_PART = re.compile(
    r",|;| of | for | in | within | de | du | des | d['\u2019]| del | della | di | da | do | para | per | en | a "
    r"| voor | van | fur | im | der | mit | zur | zum | fachrichtung | fachbereich | bereich | schwerpunkt "
)
_ODD = re.compile(r"[^\x00-\x7f]|[(\[/|@*:_]|\.[a-z]|\s-|[a-z](?:In|Innen|R)\b|\sat\s|[a-z][A-Z]\s", re.ASCII)
"""What needs a closer look than splitting into words; most titles in English have none of it."""
_MARKED = re.compile(
    r"(?<=[^\W\d_]{3})(?:\(-?|/-?|[*:_·•.]|-)(?:innen|in|ne|e|euse|trice|rice|ère|se|a|as|ra|r|n)(?:[·.]?s)?\)?(?![^\W_])"
    r"|(?<=[a-zäöüß]{3})(?:In|Innen|R)\b"
)
_CAUGHT = re.compile(r"(?<=[a-z])([A-Z]) (?=[a-z]{2})")
"""A capital that was typed before the blank it belongs behind."""
_SEXES = re.compile(r"(?<![^\W_])[mwfdhxi](?:\s?/\s?[mwfdhx])+(?![^\W_])", re.IGNORECASE)
_WORD_LISTS = {
    "endings": "in innen e euse trice rice ere ice ienne ne a as ora oras frau",
    "stop": """a an the and of or in for to with on at by de la le les des du und der die das mit fur en el los las
        et l d e o im von zur zum y un una staatlich gepruft geprufter geprufte anerkannt anerkannter anerkannte
        diplomierter diplomierte fachrichtung fachbereich schwerpunkt bereich""",
    "before": """senior sr snr junior jr lead principal interim acting former formerly ex aspiring freelance certified
        global retired experienced independent licensed self employed regional international contract temporary""",
    "behind": """i ii iii iv v 1 2 3 4 5 emea apac latam mba phd pmp contract contractor remote freelance mentor
        speaker""",
    "aside": """she her hers he him his they them theirs remote hybrid onsite contract contractor freelance temporary
        temp parttime fulltime part full time m f w d x h mfd emea apac fh uni tu fachschule hochschule diplom dipl
        bachelor master meister""",
    "fields": "healthcare tech technology finance retail education government manufacturing",
}
_ENDINGS, _STOP, _BEFORE, _BEHIND, _ASIDE, _FIELDS = (frozenset(words.split()) for words in _WORD_LISTS.values())
_PERSON = ("woman", "women", "person", "persons", "men")
_LAST = {"engineering": "engineer", "administration": "administrator", "admin": "administrator", "supv": "supervisor"}
_WRITTEN = {
    "tech": ("technician",),
    "supv": ("supervisor",),
    "supvr": ("supervisor",),
    "admin": ("administrative",),
    "adm": ("administrative",),
    "lab": ("laboratory",),
}


@dataclass(frozen=True, slots=True)
class Form:
    """One way a title says what the job is.

    Attributes:
        words: distinct folded words in order.
        head: place of the job word.
        tail: words behind a dash: a field or an employer, so they count only where the labels know all of them.
    """

    words: tuple[str, ...]
    head: int
    tail: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """Return the stem of a folded word, without the e that plurals of Romance languages leave behind."""
    for ending in _PERSON:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + "man"
    key = stem(word)
    return key[:-1] if len(key) > 5 and key[-1] == "e" else key


@lru_cache(maxsize=1 << 16)
def _written(word: str) -> tuple[str, ...]:
    """Return the words that a short form stands for, the word itself if it is none."""
    known = lexicon().canonical.get(word)
    if known is not None:
        return tuple(known.split())
    return _WRITTEN.get(word, (word,))


def forms(title: str, *, first: bool = False) -> tuple[Form, ...]:
    """Return the forms of a title or label, none for text without words.

    Args:
        title: the text as written.
        first: whether the job word stands first, as in the Romance languages.
    """
    text = title[:LONGEST]
    if _ODD.search(text) is None:
        form = _bag(text.lower(), [], first=first)
        return (form,) if form is not None else ()
    text = _PICTURE.sub(" ", text)
    text = _CAUGHT.sub(r" \1", _SEXES.sub(" ", _MARKED.sub("", text)))
    aside = [inner for inner in _BRACKET.findall(text) if not _is_aside(inner)] if "(" in text or "[" in text else []
    found: dict[Form, None] = {}
    for part in (_BRACKET.sub(" ", text), *aside):
        form = _form(_one_gender(part), first=first)
        if form is not None:
            found.setdefault(form)
    return tuple(found) or _last_resort(text, first=first)


def _last_resort(text: str, *, first: bool) -> tuple[Form, ...]:
    form = _form(text.replace("(", " ").replace(")", " "), first=first)
    return (form,) if form is not None else ()


def _is_aside(inner: str) -> bool:
    """Say whether brackets hold a pronoun or a kind of contract, or one letter."""
    words = _WORD.findall(fold(inner))
    return len("".join(words)) < 2 or all(word in _ASIDE or _near_aside(word) for word in words)


def _near_aside(word: str) -> bool:
    return len(word) > 5 and sorted(word) in _SORTED


_SORTED = [sorted(word) for word in sorted(_ASIDE) if len(word) > 5]


def _one_gender(text: str) -> str:
    """Return the text with one form of what is written in both genders: `Lehrer/Lehrerin`, `Chargé / Chargée de`."""
    while "/" in text:
        left, _, right = text.partition("/")
        before, behind = left.split(), right.split()
        both = _both(before, behind)
        if not both:
            return left + " / " + _one_gender(right) if before and behind else left + " " + right
        text = " ".join([*before, *behind[both:]])
    return text


def _both(before: list[str], behind: list[str]) -> int:
    """Return how many words behind a slash say in the other gender what stands before it."""
    for count in range(min(len(before), len(behind)), 0, -1):
        pairs = list(zip(before[-count:], behind[:count], strict=True))
        spare = 5 if len(pairs[0][0]) > 3 else 0
        if all(_alike(one.strip(",;"), other.strip(",;"), spare) for one, other in pairs):
            return count
    if before and behind and behind[0].islower() and fold(behind[0].lstrip("-")) in _ENDINGS:
        return 1
    return 0


def _alike(one: str, other: str, spare: int) -> bool:
    if one == other:
        return True
    one, other = fold(one), fold(other)
    length = max(3, min(len(one), len(other)) - spare)
    return abs(len(one) - len(other)) <= 4 and one[:length] == other[:length]


def _form(text: str, *, first: bool) -> Form | None:
    cut = _EMPLOYER.sub("", text)
    text = cut if _WORD.search(cut) else text
    cut, *behind = _TAIL.split(text, maxsplit=1)
    if not _WORD.search(cut):
        cut, behind = text, []
    return _bag(fold(cut), behind, first=first)


def _bag(folded: str, behind: list[str], *, first: bool) -> Form | None:
    every = _spread(folded)
    words = _without_rank([word for word in every if word not in _STOP] or every)
    if not words:
        return None
    part = _PART.search(folded)
    ends = [word for word in _spread(folded[: part.start()]) if word in words] if part else words
    ends = ends or words
    head = words.index(ends[0] if first else ends[-1])
    words[head] = _LAST.get(words[head], words[head]) if not first else words[head]
    distinct = tuple(dict.fromkeys(words))
    return Form(distinct, distinct.index(words[head]), _tail(behind, distinct))


def _tail(behind: list[str], words: tuple[str, ...]) -> tuple[str, ...]:
    if not behind:
        return ()
    found = dict.fromkeys(word for text in behind for word in _spread(fold(text)) if word not in _STOP)
    return tuple(word for word in found if word not in words and word not in _BEHIND)


def _spread(folded: str) -> list[str]:
    return [part for word in _WORD.findall(folded) for part in _written(word)]


def _without_rank(words: list[str]) -> list[str]:
    """Return the words without ranks in front and numerals, places or branches behind, as long as one is left."""
    start, end = 0, len(words)
    while start < end - 1 and words[start] in _BEFORE and not (words[start] == "junior" and words[start + 1] == "high"):
        start += 1
    while end - 1 > start and (words[end - 1] in _BEHIND or (end - start > 2 and words[end - 1] in _FIELDS)):
        end -= 1
    return words[start:end]
