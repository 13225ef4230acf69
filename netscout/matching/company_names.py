"""Company names made comparable: one folding, one key, legal forms stripped, and what a cell without a company says.

Everything here is plain strings; the tables are `data/legal_forms.csv` and `data/company_words.csv`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ё": "е"}
_DROPPED = "'’‘`´\"“”„«»™®©"
# Each pattern begins with its rarest letters: the search leaps to them, and most names hold none.
_DOMAIN = re.compile(r"\.(?<=\w\w\.)(?:com|org|net|co\.uk)\b")
_INITIAL_DOT = re.compile(r"\.(?<=(?<![^\W_])[^\W_]\.)(?=[^\W_])")
_GLUED = re.compile(
    r"[GAILPK](?<=[a-z]{3}.)(?:(?<=G)mbH|(?<=A)G|(?<=I)nc|(?<=L)(?:td|LC|LP)|(?<=P)LC|(?<=K)GaA)(?=\W|$)"
)
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"[^\w\n]+|_+")
_OPENING = re.compile(r"[(\[{（【<]")
_MAY_PART = re.compile(r"[-–—/:~|•·;,@]")
_BRACKETS = re.compile(r"[(\[{（【<]([^()\[\]{}（）【】<>]*)[)\]}）】>]")
_PARTS = re.compile(r"\s+[-–—/:~]+\s+|\s*[|•·;]\s*|,\s+|\s+@\s+")
NAME_LETTERS = 400
"""Letters of a name that are looked at; nothing behind them names a company."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class _Plain(dict[int, str]):
    """Letters to their plain form, filled as they are met: Latin and Greek lose accents, other scripts keep theirs."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _DROPPED or 0x300 <= code <= 0x36F:
            plain = ""
        elif char in _LETTERS:
            plain = _LETTERS[char]
        else:
            base = unicodedata.normalize("NFKD", char)[0]
            plain = base if (base.isascii() and base.isalpha()) or "\u0370" <= base <= "\u03ff" else char
        self[code] = plain
        return plain


_PLAIN = _Plain({ord("&"): " and ", ord("+"): " plus ", ord("＆"): " and "})
_ASCII_DROPPED = {ord(char): None for char in _DROPPED if char.isascii()}
_ASCII_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"}
_LONE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of `matching/data`; lines that start with # are remarks."""
    text = resources.files("netscout.matching").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [dict(row) for row in csv.DictReader(lines)]


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of company_words.csv by class: light, division, strict, blocker, common, self, none, ..."""
    short = _short_forms()
    return {
        row["class"]: frozenset(
            " ".join(short.get(word, word) for word in phrase.split()) for phrase in row["words"].split("|")
        )
        for row in read_rows("company_words.csv")
        if row["class"] != "short"
    }


@cache
def _short_forms() -> Mapping[str, str]:
    rows = [row["words"] for row in read_rows("company_words.csv") if row["class"] == "short"]
    return dict(pair.split("=") for words in rows for pair in words.split("|"))


def fold(text: str) -> list[str]:
    """Return the words of a name, comparable: NFKC, lower case, Latin accents off, `&` as and, initials joined.

    `J.P. Morgan` and `J P Morgan` both give `jp morgan`; `AcmeGmbH` is two words; digits and every script are kept.
    """
    text = text[:NAME_LETTERS]
    return _joined((_ascii_blanked(text) if text.isascii() else _blanked(text)).split())


def fold_all(names: Sequence[str]) -> list[list[str]]:
    """Return what `fold` gives for each name, at a third of its cost: the letters of all names are seen in one go."""
    if not all(map(str.isascii, names)):
        plain = iter(fold_all([name for name in names if name.isascii()]))
        return [next(plain) if name.isascii() else fold(name) for name in names]
    text = "\n".join(names)
    if not names or max(map(len, names)) > NAME_LETTERS or text.count("\n") != len(names) - 1:
        return [fold(name) for name in names]
    lines = [line.split() for line in _ascii_blanked(text).split("\n")]
    is_plain = _irregular().isdisjoint
    return [words if is_plain(words) else _joined(words) for words in lines]


def _blanked(text: str) -> str:
    """Return the text in lower case and plain letters, with blanks for all that is no letter and no digit."""
    text = _GLUED.sub(r" \g<0>", unicodedata.normalize("NFKC", text)).casefold().translate(_PLAIN)
    return _NO_WORD.sub(" ", _INITIAL_DOT.sub("", _DOMAIN.sub("", text)) if "." in text else text)


def _ascii_blanked(text: str) -> str:
    """Return what `_blanked` gives, for text in ASCII: letter for letter, at a tenth of the cost."""
    if _GLUED.search(text):
        text = _GLUED.sub(r" \g<0>", text)
    text = text.lower().translate(_ASCII_DROPPED).replace("&", " and ").replace("+", " plus ")
    return (_INITIAL_DOT.sub("", _DOMAIN.sub("", text)) if "." in text else text).translate(_ASCII_BLANKS)


@cache
def _irregular() -> frozenset[str]:
    return _LONE | _short_forms().keys()


def _joined(words: list[str]) -> list[str]:
    if _irregular().isdisjoint(words):
        return words
    short = _short_forms()
    return [short.get(word, word) for word in _join_initials(words)]


def _join_initials(words: list[str]) -> list[str]:
    if _LONE.isdisjoint(words):
        return words
    joined: list[str] = []
    run = ""
    for word in words:
        if len(word) == 1 and word.isascii():
            run += word
            continue
        if run:
            joined.append(run)
            run = ""
        joined.append(word)
    return [*joined, run] if run else joined


@cache
def _legal() -> tuple[dict[str, list[tuple[str, ...]]], dict[str, list[tuple[str, ...]]], list[str], frozenset[str]]:
    """Return suffixes by last word, prefixes by first word (longest first), unspaced forms, and capitals-only forms."""
    suffixes: dict[str, list[tuple[str, ...]]] = {}
    prefixes: dict[str, list[tuple[str, ...]]] = {}
    unspaced: list[str] = []
    capitals: set[str] = set()
    for row in read_rows("legal_forms.csv"):
        words = tuple(fold(row["form"]))
        if _CJK.search(row["form"]):
            unspaced.append("".join(words))
        if row["position"] in {"suffix", "both"}:
            suffixes.setdefault(words[-1], []).append(words)
        if row["position"] in {"prefix", "both"}:
            prefixes.setdefault(words[0], []).append(words)
        if row["written"] == "capitals":
            capitals.add(words[0])
    for forms in (*suffixes.values(), *prefixes.values()):
        forms.sort(key=lambda form: (-len(form), form))
    return suffixes, prefixes, sorted(unspaced, key=lambda form: (-len(form), form)), frozenset(capitals)


@cache
def _plain_suffixes() -> frozenset[str]:
    """Return the words that at the end of a name are a legal form for certain, and end no longer form."""
    suffixes, _, _, capitals = _legal()
    return frozenset(word for word, forms in suffixes.items() if forms == [(word,)] and word not in capitals)


def is_legal_word(word: str) -> bool:
    """Return whether this folded word alone is a legal form (inc, gmbh, ltd)."""
    return (word,) in _legal()[0].get(word, ())


def strip_legal(words: list[str], written: str = "") -> list[str]:
    """Return the words without article and legal forms, in repeated passes, never to nothing.

    Args:
        words: as `fold` gives them.
        written: the name as written; tells the word `Spa` from the form `S.p.A.`.
    """
    suffixes, prefixes, unspaced, capitals = _legal()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    plain = _plain_suffixes()
    while words and (words[-1] in suffixes or words[0] in prefixes):
        if len(words) > 1 and words[-1] in plain:
            words = words[: -2 if len(words) > 2 and words[-2] == "and" else -1]
            continue
        before = words
        words = _strip_once(words, suffixes, prefixes, lambda form: form in capitals and _is_plain_word(form, written))
        if words == before:
            break
    if written and not written.isascii() and _CJK.search(written):
        words = _strip_unspaced(words, unspaced)
    return words


def is_stripped_by_case(words: Sequence[str]) -> bool:
    """Return whether a name holds a word that is a legal form in capitals only (`Spa`, `S.p.A.`)."""
    return not _legal()[3].isdisjoint(words)


def _is_plain_word(form: str, written: str) -> bool:
    return re.search(rf"\b(?:{form}|{form.capitalize()})\b", written) is not None


def _strip_once(
    words: list[str],
    suffixes: Mapping[str, list[tuple[str, ...]]],
    prefixes: Mapping[str, list[tuple[str, ...]]],
    is_kept: Callable[[str], bool],
) -> list[str]:
    for form in suffixes.get(words[-1], ()) if words else ():
        size = len(form)
        if size < len(words) and (size == 1 or tuple(words[-size:]) == form) and not is_kept(form[0]):
            rest = words[:-size]
            return rest[:-1] if len(rest) > 1 and rest[-1] == "and" else rest
    for form in prefixes.get(words[0], ()) if words else ():
        if len(form) < len(words) and tuple(words[: len(form)]) == form:
            return words[len(form) :]
    return words


def _strip_unspaced(words: list[str], forms: list[str]) -> list[str]:
    stripped = []
    for word in words:
        for form in forms:
            if len(word) > len(form):
                word = word.removesuffix(form) if word.endswith(form) else word.removeprefix(form)  # noqa: PLW2901  # one pass per form
        stripped.append(word)
    return stripped


def split_brackets(name: str) -> tuple[str, list[str]]:
    """Return the name without bracketed words, and those words; a name all in brackets keeps them."""
    name = name[:NAME_LETTERS]
    if _OPENING.search(name) is None:
        return name, []
    inside = [found.strip() for found in _BRACKETS.findall(name)]
    outside = _BRACKETS.sub(" ", name).strip()
    return (outside, inside) if _WORD.search(outside) else (" ".join(inside) or name, [])


def is_one_part(name: str) -> bool:
    """Return whether a name holds no dash, bar, slash or comma at all; most do not."""
    return _MAY_PART.search(name) is None


def split_parts(name: str) -> list[str]:
    """Return the parts of a name split at dashes, bars, slashes and commas, blank ones dropped."""
    if is_one_part(name):
        return [name] if _WORD.search(name) else []
    return [part for part in _PARTS.split(name) if _WORD.search(part)]


def key_words(name: str) -> list[str]:
    """Return the folded words of a name without brackets, article and legal forms; [] if it holds no word."""
    outside, _ = split_brackets(name)
    return strip_legal(fold(outside), outside)


def company_key(name: str) -> str:
    """Return the comparison key of a name, targets and tables apart; never empty unless the name is blank.

    `The Acme Co., Ltd.` gives `acme`; a name that is nothing but a legal form (`Coop`, `SE`) keeps it; a name
    without a single letter or digit is its own key.
    """
    return " ".join(key_words(name)) or " ".join(name.split()).casefold()


def company_kind(name: str) -> str:
    """Return company, self (self-employed, freelance), stealth, or none (empty, N/A, retired, between jobs)."""
    return kind_of_words(fold(split_brackets(name)[0]))


@cache
def _kind_heads() -> frozenset[str]:
    """Return the first words of all phrases that say there is no company: what begins otherwise is one."""
    classes = word_classes()
    phrases = frozenset().union(*(classes[name] for name in ("none", "self", "self-lead", "hidden", "stealth")))
    return frozenset(phrase.split()[0] for phrase in phrases if phrase) | {"stealth"}


def kind_of_words(words: Sequence[str]) -> str:
    """Return what `company_kind` says, of the folded words of a name without brackets."""
    if words and words[0] not in _kind_heads():
        return "company"
    classes = word_classes()
    phrase = " ".join(words)
    if not words or phrase in classes["none"]:
        return "none"
    if phrase in classes["self"] or (words[0] in classes["self-lead"] and words[-1] not in classes["not-self"]):
        return "self"
    if phrase in classes["hidden"]:
        return "stealth"
    if "stealth" in words and all(word in classes["stealth"] for word in words):
        return "stealth"
    return "company"
