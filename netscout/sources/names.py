"""Names: what is shown, what is compared, and the credentials between (formats.md 6.4)."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from netscout.sources.cells import clean

_KNOWN = frozenset(
    ["phd", "dphil", "edd", "dba", "mba", "emba", "md", "do", "dds", "dmd", "dvm", "pharmd", "jd", "llm", "llb", "esq", "cpa", "cfa", "cma", "acca", "aca", "fca", "cfp", "cissp", "cisa", "cism", "pmp", "psm", "cspo", "csm", "safe", "rn", "bsn", "msn", "np", "msc", "bsc", "meng", "beng", "mphil", "mph", "mpa", "mpp", "med", "msw", "lcsw", "phr", "sphr", "shrm-cp", "shrm-scp", "cipd", "mcipd", "assoccipd", "itil", "ccna", "ccie", "pe", "peng", "ceng", "iwe", "frm", "fsa", "asa", "mrics", "leed", "leedap", "mbb", "bcba", "cfe", "cams", "cipp", "cippe", "ma", "ba", "mit", "bba", "mfa", "bfa", "bs", "ms", "phdc", "abd", "pmi-acp", "prince2", "six-sigma"]
)
# Without a comma before them only these count: short ones such as MA or BS are also surnames and words.
_STRICT = frozenset(
    ["phd", "dphil", "mba", "emba", "md", "dds", "dvm", "pharmd", "jd", "llm", "esq", "cpa", "cfa", "acca", "cfp", "cissp", "cisa", "cism", "pmp", "cspo", "csm", "rn", "msc", "bsc", "mph"]
)
_KEPT = frozenset(["jr", "sr", "ii", "iii", "iv", "v"])
_HONORIFICS = frozenset(["dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "ing", "dipl", "mag", "herr", "frau", "mme", "mlle", "rev", "hon"])
_PRONOUN = (
    "she|he|they|her|hers|him|his|them|theirs|ze|zir|hir|xe|xem|ella|el|él|elle|il|iel|elles|ils|ela|ele|sie|er|any|all"
)
_PRONOUNS = re.compile(rf"[(\[]\s*(?:{_PRONOUN})(?:\s*[/,|]\s*(?:{_PRONOUN}))*(?:\s+pronouns)?\s*[)\]]", re.IGNORECASE)
_MARKS = str.maketrans("", "", ".®™℠©")
_LOOKS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z]{2,6}(?:-[A-Z]{1,5})?\d?")
_PUNCTUATION = str.maketrans(dict.fromkeys('-_,;:/\\|()[]{}<>"*+=~!?@#$%^&', " ") | dict.fromkeys("'.`´’‘"))


class Name(NamedTuple):
    """One person's name: `key` is for comparing only; `credentials` are spelled as written, in order."""

    first: str
    last: str
    shown: str
    key: str
    credentials: tuple[str, ...] = ()


def name_of(first: str, last: str) -> Name:
    """Return the name made of two raw cells."""
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


def full_name(text: str) -> Name:
    """Return the name made of one raw cell: the first word is the first name, the rest the last name."""
    whole = name_of("", text)
    first, _, last = whole.shown.partition(" ")
    return whole._replace(first=first, last=last)


def name_key(shown: str) -> str:
    """Return the key by which two spellings of one name compare equal: case, accents, honorifics, points aside."""
    if shown.isascii():
        text = shown.lower()
    else:
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", shown).casefold())
        text = "".join(one for one in folded if not unicodedata.combining(one))
    words = text.translate(_PUNCTUATION).split()
    while len(words) > 1 and words[0] in _HONORIFICS:
        del words[0]
    return " ".join(words)


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
    head, *parts = (part.strip() for part in text.split(","))
    kept, found = [head], []
    for part in parts:
        if not part:
            continue
        words = part.split()
        if all(_is_credential(word, whole) for word in words):
            found.extend(words)
        else:
            kept.append(part)
    return ", ".join(part for part in kept if part), tuple(found)


def _is_credential(word: str, whole: str) -> bool:
    bare = word.translate(_MARKS)
    if bare.lower() in _KEPT:
        return False
    if bare.lower() in _KNOWN and not bare.islower():
        return True
    return not whole.isupper() and _LOOKS.fullmatch(bare) is not None


def _trailing_credentials(last: str) -> tuple[str, tuple[str, ...]]:
    words, found = last.split(), []
    if last.isupper():
        return last, ()
    while len(words) > 1:
        bare = words[-1].translate(_MARKS)
        if bare.lower() not in _STRICT or bare.islower() or bare.istitle():
            break
        found.insert(0, words.pop())
    return " ".join(words), tuple(found)
