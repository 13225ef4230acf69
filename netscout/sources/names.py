"""Names: what is shown, what is compared, and the credentials between."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from netscout.sources.cells import clean

_KNOWN = frozenset(
    """
    aba abd aca acca ba bba bcba beng bfa bs bsc bsn cams ccie ccna ceng cfa cfe cfp cia cipd cipm cipp cipt cisa cism
    cissp cma cpa cpo csm cspo dba dds dipl-ing dmd do dphil dr dvm edd emba eng esq fca frm fsa itil iwe jd leed llb
    llm ma mba mbb md med meng mfa mit mph mphil mpp mrics ms msc msn msw np pe peng pgmp pharmd phd phdc phr pmi-acp
    pmp prince2 psm rn safe shrm-cp shrm-scp sphr
    """.split()  # noqa: SIM905  # a list of eighty quoted words would hide the words
)
# Without a comma before them only these count: short ones such as MA or BS are also surnames and words.
_STRICT = frozenset(
    """
    acca bsc cfa cfp cisa cism cissp cpa cspo csm dds dphil dvm emba esq jd llm mba md mph msc pharmd phd pmp rn
    """.split()  # noqa: SIM905  # the same
)
_KEPT = frozenset(["jr", "sr", "ii", "iii", "iv", "v"])
_HONORIFICS = frozenset(
    "dame dipl dr frau herr hon ing mag mlle mme mr mrs ms mx prof professor rev sir".split()  # noqa: SIM905  # the same
)
# These are first names too, so before a name they count only where a full stop shortens them.
_SHORTENED = frozenset("fr hon hr ing mag med phil rer nat habil rev univ".split())  # noqa: SIM905  # the same
_PARTICLES = frozenset(
    "af al av bin da de del della den der di dos du el ibn la le ter ten van vom von zu zum zur".split()  # noqa: SIM905  # the same
)
_PRONOUN = (
    "she|he|they|her|hers|him|his|them|theirs|ze|zir|hir|xe|xem|ella|el|él|elle|il|iel|elles|ils|ela|ele|sie|er|any|all"
)
_PRONOUNS = re.compile(rf"[(\[]\s*(?:{_PRONOUN})(?:\s*[/,|]\s*(?:{_PRONOUN}))*(?:\s+pronouns)?\s*[)\]]", re.IGNORECASE)
_MARKS = str.maketrans("", "", ".®™℠©")
_LOOKS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z]{2,6}(?:-[A-Z]{1,5})?\d?")
_PUNCTUATION = str.maketrans(dict.fromkeys('-_,;:/\\|()[]{}<>"*+=~!?@#$%^&', " ") | dict.fromkeys("'.`´’‘"))
_MOST_PARTS = 64  # of a cell with more commas, or words after one, the rest is looked at as one: it is no name
_make = tuple.__new__


class Name(NamedTuple):
    """One person's name: `key` is for comparing only; `credentials` are spelled as written, in order."""

    first: str
    last: str
    shown: str
    key: str
    credentials: tuple[str, ...] = ()


def name_of(first: str, last: str) -> Name:
    """Return the name made of two raw cells."""
    whole = first + last
    if first and last and whole.isascii() and whole.isalpha():
        key = f"{first} {last}".lower()
        words = key.split(" ", 1)
        return _make(Name, (first, last, f"{first} {last}", words[1] if words[0] in _HONORIFICS else key, ()))
    first, last = clean(first), clean(last)
    credentials: tuple[str, ...] = ()
    if not (first + last).replace(" ", "").replace("-", "").isalpha():
        first, last = _plain(first), _plain(last)
        if "," in last:
            last, credentials = _comma_credentials(last, first + last)
        if "," in first:
            first, more = _comma_credentials(first, first + last)
            credentials = (*more, *credentials)
    if " " in last:
        last, more = _trailing_credentials(last)
        credentials = (*more, *credentials)
    shown = f"{first} {last}" if first and last else first or last
    return Name(first, last, shown, name_key(shown), credentials)


@lru_cache(maxsize=1 << 16)
def full_name(text: str) -> Name:
    """Return the name made of one raw cell: the first word is the first name, the rest the last name.

    Honorifics before it are shown and belong to neither; what begins with one and has one word more, or begins with a
    particle such as "van" or a word and a comma ("Ex, Jr."), is a last name alone.
    """
    head, _, tail = text.partition(" ")
    if text.isascii() and head.isalpha() and tail.isalpha() and tail.istitle() and not _opens_name(head):
        return name_of(head, tail)
    whole = name_of("", text)
    bare = without_honorifics(whole.shown)
    first, _, last = bare.partition(" ")
    alone = not last and bare != whole.shown
    if alone or first.endswith(",") or (first in _PARTICLES and not bare.islower()):
        return whole._replace(first="", last=bare)
    return whole._replace(first=first, last=last)


def without_honorifics(shown: str) -> str:
    """Return a name without the honorifics it begins with; a name that is nothing else stays as it is."""
    words = shown.split()
    start = 0
    while start < len(words) - 1 and _is_honorific(words[start]):
        start += 1
    return " ".join(words[start:])


def _opens_name(word: str) -> bool:
    """Return whether a first word is none of the name itself, or no first name."""
    return word in _PARTICLES or word.lower() in _HONORIFICS


def _is_honorific(word: str) -> bool:
    *parts, last = re.split(r"[.-]+", word.lower().rstrip(","))
    if last:
        return (not parts or _are_honorifics(parts)) and last in _HONORIFICS and last not in _SHORTENED
    return _are_honorifics(parts)


def _are_honorifics(parts: list[str]) -> bool:
    return all(part in _HONORIFICS or part in _SHORTENED for part in parts)


def listed_name(text: str) -> Name | None:
    """Return the name of a cell written `Last, First`, `Last; First`; None where credentials follow the comma."""
    head, comma, after = text.rpartition(",")
    if comma and "," in head and after.strip() and _all_credentials(after.split(), text):
        found = listed_name(head)
        return found._replace(credentials=(*found.credentials, *after.split())) if found else None
    last, comma, first = (part.strip() for part in text.partition(";" if ";" in text else ","))
    if not (comma and first and last) or "," in first or ";" in first:
        return None
    words = [word.translate(_MARKS) for word in first.split()]
    if any(word.lower() in _KEPT for word in words):
        return None
    known = all(word.lower() in _KNOWN and (len(word) > 2 or not word.islower()) for word in words)
    shouted = text.isupper()
    looks = " " in last and all(_is_credential(word, shouted=shouted) for word in words)
    if known or looks:
        return None
    first, credentials = _trailing_credentials(first)
    name = name_of(first, last)
    return name._replace(credentials=(*credentials, *name.credentials))


def _all_credentials(words: list[str], whole: str) -> bool:
    shouted = whole.isupper()
    return all(_is_credential(word, shouted=shouted) for word in words)


def name_key(shown: str) -> str:
    """Return the key by which two spellings of one name compare equal: case, accents, honorifics, points aside."""
    if shown.isascii():
        text = shown.lower()
    else:
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", shown).casefold())
        text = "".join(one for one in folded if not unicodedata.combining(one))
    words = text.translate(_PUNCTUATION).split()
    start = 0
    while start < len(words) - 1 and words[start] in _HONORIFICS:
        start += 1
    return " ".join(words[start:])


def _plain(text: str) -> str:
    """Return the text without pronouns in brackets and pictures; the text itself if nothing would be left."""
    bare = _PRONOUNS.sub(" ", text) if "(" in text or "[" in text else text
    if not bare.isascii():
        bare = "".join(one for one in bare if not _is_picture(one))
    return " ".join(bare.split()) or text


def _is_picture(char: str) -> bool:
    code = ord(char)
    if code in {0xFE0E, 0xFE0F, 0x20E3} or 0x1F000 <= code <= 0x1FAFF or 0xE0020 <= code <= 0xE007F:
        return True
    return 0x2190 <= code < 0x3000 and unicodedata.category(char) in {"So", "Sm"}


def _comma_credentials(text: str, whole: str) -> tuple[str, tuple[str, ...]]:
    kept: list[str] = []
    found: list[str] = []
    shouted = whole.isupper()
    for place, part in enumerate(text.split(",", _MOST_PARTS)):
        words = part.split(None, _MOST_PARTS)
        if place and words and all(_is_credential(word, shouted=shouted) for word in words):
            found.extend(words)
        elif words:
            kept.append(part)
    if found:
        return ",".join(kept).strip(), tuple(found)
    bare = text.rstrip(" ,")
    return (bare if bare.upper() != bare.lower() else text), ()


def _is_credential(word: str, *, shouted: bool) -> bool:
    """Return whether a word is an abbreviation; in a name that is all `shouted` capitals only a known one is."""
    bare = word.translate(_MARKS)
    if bare.lower() in _KEPT:
        return False
    if bare.lower() in _KNOWN and not bare.islower():
        return True
    return not shouted and _LOOKS.fullmatch(bare) is not None


def _trailing_credentials(last: str) -> tuple[str, tuple[str, ...]]:
    words = last.split()
    if words[-1].istitle() or words[-1].islower() or last.isupper():
        return last, ()
    found: list[str] = []
    while len(words) > 1:
        bare = words[-1].translate(_MARKS)
        if bare.lower() not in _STRICT or bare.islower() or bare.istitle():
            break
        found.append(words.pop())
    return " ".join(words), tuple(reversed(found))
