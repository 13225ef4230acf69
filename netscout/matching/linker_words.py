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
    r"| voor | van | fur | im | im | der "
)
_GENDER = re.compile(r"([^\W\d_]{3,})\s*/\s*-?([^\W\d_]+)")
_WORD_LISTS = {
    "endings": "in innen e euse trice rice ere ice ienne ne a as ora oras frau",
    "stop": """a an the and of or in for to with on at by de la le les des du und der die das mit fur en el los las
        et l d e o im von zur zum y un una""",
    "before": """senior sr snr junior jr lead principal interim acting former formerly ex aspiring freelance certified
        global retired experienced independent licensed self employed regional international contract temporary""",
    "behind": """i ii iii iv v 1 2 3 4 5 emea apac latam mba phd pmp contract contractor remote freelance mentor
        speaker""",
    "aside": """she her hers he him his they them theirs remote hybrid onsite contract contractor freelance temporary
        temp parttime fulltime part full time m f w d x h mfd emea apac""",
    "fields": "healthcare tech technology finance retail education government manufacturing",
}
_ENDINGS, _STOP, _BEFORE, _BEHIND, _ASIDE, _FIELDS = (frozenset(words.split()) for words in _WORD_LISTS.values())
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
    text = _PICTURE.sub(" ", title[:LONGEST])
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
    """Return the text with one form of a word or title that is written in both genders."""
    if "/" not in text:
        return text
    if text.count("/") == 1:
        left, right = (part.split() for part in text.split("/"))
        if left and len(left) == len(right) and len(left[0]) > 3 and _alike(left[0], right[0], 5):
            return " ".join(left)
    return _GENDER.sub(_masculine, text)


def _masculine(found: re.Match[str]) -> str:
    one, other = found.group(1), found.group(2)
    ending = len(other) <= 5 and other.islower() and fold(other) in _ENDINGS
    return one if ending or (abs(len(one) - len(other)) <= 4 and _alike(one, other, 4)) else found.group(0)


def _alike(one: str, other: str, spare: int) -> bool:
    length = max(3, min(len(one), len(other)) - spare)
    return fold(one)[:length] == fold(other)[:length]


def _form(text: str, *, first: bool) -> Form | None:
    cut = _EMPLOYER.sub("", text)
    text = cut if _WORD.search(cut) else text
    cut, *behind = _TAIL.split(text, maxsplit=1)
    if not _WORD.search(cut):
        cut, behind = text, []
    folded = fold(cut)
    every = _spread(folded)
    words = _without_rank([word for word in every if word not in _STOP] or every)
    if not words:
        return None
    last = _spread(_PART.split(folded)[0])
    ends = [word for word in last if word in words] or words
    head = words.index(ends[0] if first else ends[-1])
    words[head] = _LAST.get(words[head], words[head]) if not first else words[head]
    distinct = tuple(dict.fromkeys(words))
    return Form(distinct, distinct.index(words[head]), _tail(behind, distinct))


def _tail(behind: list[str], words: tuple[str, ...]) -> tuple[str, ...]:
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
