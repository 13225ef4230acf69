"""Text of titles in one form: folding, stems across languages, and tokens with their place in the original.

Two spellings of one word (`Mgr.`, `managers`, `Ingenieurin`, `INGENIERA`) get the same key, so that labels and
titles meet by equality. The stems are crude on purpose: both sides pass through the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 400
"""Characters of a title that are read; the rest is ornament."""

_WORD = r"[^\W_]"
_MARKS = re.compile("[\u0300-\u036f]")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,4}[^\W\d_]?(?![^\W_])")
_AMPERSAND = re.compile(r"(?<![^\W_])[A-Z](?:&amp;|&)[A-Z]{1,2}(?![^\W_])|(?<![^\W_])[A-Z]{2}&[A-Z](?![^\W_])")
_TOKEN = re.compile(
    rf"(?P<word>{_WORD}+(?:[+#]{{1,2}}(?!{_WORD}))?)"
    r"|(?P<strong>[|=\u2022\u00b7\u2023\u25cf\u25aa\u25c6\u2605\u2606\u2192\u00bb\u00ab\u21d2\n\r\t]+|->|=>|>+|//)"
    r"|(?P<medium>(?<=\s)[-\u2013\u2014~](?=\s)|[\u2013\u2014:;()\[\]{}!?\u2026]|(?<=[^\W_]{5})\.(?=\s+[A-Z])|\.{2,})"
    r"|(?P<weak>,|(?<=\s)/|/(?=\s)|、|،)"
    r"|(?P<at>@)"
    r"|(?P<and>[&+/])"
    r"|(?P<quote>['\u2019`´])"
    r"|(?P<hyphen>[-\u2010\u2011])"
)
_KEPT = ("ss", "us", "is")
_FEMININE = (
    (re.compile(r"(er|or|ar|ist|ent|ant|and|end|eur|eut|ekt|akt|at|ot|log|erat|kat|rt|iz|ir)in(?:nen)?$"), r"\1"),
    (re.compile(r"arztin(?:nen)?$"), "arzt"),
    (re.compile(r"(arz|anwal)t(?:in|innen)$"), r"\1t"),
    (re.compile(r"kochin$"), "koch"),
    (re.compile(r"(?<=...)frau$"), "mann"),
    (re.compile(r"(?<=....)ttrice$"), "ttore"),
    (re.compile(r"(?<=...)trice$"), "teur"),
    (re.compile(r"(?<=...)(?:euse|eure)$"), "eur"),
    (re.compile(r"(?<=...)ienne$"), "ien"),
    (re.compile(r"(?<=...)(i|ll|ch)ere$"), r"\1er"),
    (re.compile(r"(?<=....)ee$"), "e"),
    (re.compile(r"(?<=...)(or|er|ad|at|ic|ari|og|iv|ier|an)a$"), None),
    (re.compile(r"(?<=.....)(ant|ent)e$"), r"\1"),
)
_ROMANCE = {
    "ora": "or", "era": "ero", "ada": "ado", "ata": "ato", "ica": "ico", "aria": "ario", "oga": "ogo", "iva": "ivo",
    "iera": "iero", "ana": "ano",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word or separator of a title.

    Attributes:
        keys: comparison keys, more than one where a written form stands for several words; () for a separator.
        raw: the word as written.
        start: place of the first character in the original.
        end: place behind the last one.
        kind: word, strong, medium, weak, at, and, hyphen.
    """

    keys: tuple[str, ...]
    raw: str
    start: int
    end: int
    kind: str = "word"

    @property
    def shouted(self) -> bool:
        """Whether it is written as abbreviations are: in capitals but for a plural s, or short and mixed (`CoS`)."""
        if len(self.raw) < 2:
            return False
        return self.raw.rstrip("s").isupper() or (len(self.raw) <= 4 and sum(map(str.isupper, self.raw)) >= 2)


def fold(text: str) -> str:
    """Return the text in NFKC, without case and without accents; letters of other scripts stay."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _MARKS.sub("", folded).replace("ø", "o").replace("ł", "l").replace("\u0131", "i").replace("æ", "ae")


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Return the key of one folded word: singular, and masculine where a language has both forms."""
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(_KEPT if len(word) > 5 else (*_KEPT, "as", "os")):
        word = word[:-1]
    return _masculine(word) if len(word) >= 6 and word[-1] in "aenu" else word


def _masculine(word: str) -> str:
    if word.endswith("login"):
        return word[:-2] + "e"
    for pattern, into in _FEMININE:
        found = pattern.search(word)
        if found is None:
            continue
        if into is not None:
            return pattern.sub(into, word)
        tail = found.group(0)
        return word[: found.start()] + _ROMANCE.get(tail, tail)
    return word


def blank(text: str, pattern: re.Pattern[str]) -> str:
    """Return the text with every find of the pattern replaced by as many blanks, so that places stay true."""
    return pattern.sub(lambda found: " " * (found.end() - found.start()), text)


def tokens(text: str, canonical: dict[str, str]) -> list[Token]:
    """Return words and separators in order; `canonical` maps folded written forms to the words they stand for.

    Text that is no word and no separator is skipped; a pictogram parts like a bar.
    """
    found: list[Token] = []
    place = 0
    for start, end, kind, raw in _pieces(text[:LONGEST]):
        if any(unicodedata.category(char) in ("So", "Sk") and char not in "®©™°^`´¨" for char in text[place:start]):
            found.append(Token((), "", start, start, "strong"))
        place = end
        if kind != "word":
            found.append(Token((), raw, start, end, kind))
        else:
            found.append(Token(word_keys(raw, canonical), raw, start, end))
    return found


def _pieces(text: str) -> list[tuple[int, int, str, str]]:
    special = [(m.start(), m.end(), "word", m.group()) for p in (_DOTTED, _AMPERSAND) for m in p.finditer(text)]
    rest = text
    for start, end, _, _ in special:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    pieces = [(m.start(), m.end(), str(m.lastgroup), m.group()) for m in _TOKEN.finditer(rest)]
    return sorted(pieces + special) if special else pieces


@lru_cache(maxsize=1 << 18)
def _keys(raw: str) -> str:
    return fold(raw).replace(".", "")


def word_keys(raw: str, canonical: dict[str, str]) -> tuple[str, ...]:
    """Return the comparison keys of one written word."""
    folded = _keys(raw)
    known = canonical.get(folded)
    if "." in raw:
        known = canonical.get(fold(raw), known)
    if known is None:
        return (stem(folded),)
    return tuple(stem(part) for part in known.split())
