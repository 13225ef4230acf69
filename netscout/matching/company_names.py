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
_DOMAIN = re.compile(r"(?<=\w\w)\.(?:com|org|net|co\.uk)\b")
_INITIAL = re.compile(r"(?<![^\W_])([^\W_])\.(?=[^\W_])")
_GLUED = re.compile(r"(?<=[a-z]{3})(GmbH|AG|Inc|Ltd|LLC|LLP|PLC|KGaA)(?=\W|$)")
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"[^\w\n]+|_+")
_APART = re.compile(r"(?<![^ \n])([a-z0-9]) +(?=[a-z0-9](?![^ \n]))")
_OPENING = frozenset("([{（【<")
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
    text = unicodedata.normalize("NFKC", text[:NAME_LETTERS])
    text = (_GLUED.sub(r" \1", text) if _GLUED.search(text) else text).casefold()
    text = text.translate(_PLAIN)
    if "." in text:
        text = _INITIAL.sub(r"\1", _DOMAIN.sub("", text))
    return _joined(_WORD.findall(text))


def fold_all(names: Sequence[str]) -> list[list[str]]:
    """Return what `fold` gives for each name, at half its cost: the letters of all names are seen in one go."""
    text = "\n".join(names)
    if not names or max(map(len, names)) > NAME_LETTERS or text.count("\n") != len(names) - 1:
        return [fold(name) for name in names]
    text = _GLUED.sub(r" \1", unicodedata.normalize("NFKC", text)).casefold().translate(_PLAIN)
    text = _NO_WORD.sub(" ", _INITIAL.sub(r"\1", _DOMAIN.sub("", text)))
    short = _short_forms()
    return [[short.get(word, word) for word in line.split()] for line in _APART.sub(r"\1", text).split("\n")]


def _joined(words: list[str]) -> list[str]:
    if words and min(map(len, words)) == 1:
        words = _join_initials(words)
    short = _short_forms()
    return [short.get(word, word) for word in words]


def _join_initials(words: list[str]) -> list[str]:
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
    while words and (words[-1] in suffixes or words[0] in prefixes):
        before = words
        words = _strip_once(words, suffixes, prefixes, lambda form: form in capitals and _is_plain_word(form, written))
        if words == before:
            break
    if written and not written.isascii() and _CJK.search(written):
        words = _strip_unspaced(words, unspaced)
    return words


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
        if size < len(words) and tuple(words[-size:]) == form and not is_kept(form[0]):
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
    if _OPENING.isdisjoint(name):
        return name, []
    inside = [found.strip() for found in _BRACKETS.findall(name)]
    outside = _BRACKETS.sub(" ", name).strip()
    return (outside, inside) if _WORD.search(outside) else (" ".join(inside) or name, [])


def split_parts(name: str) -> list[str]:
    """Return the parts of a name split at dashes, bars, slashes and commas, blank ones dropped."""
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


def kind_of_words(words: Sequence[str]) -> str:
    """Return what `company_kind` says, of the folded words of a name without brackets."""
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
