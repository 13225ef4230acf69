"""Hidden names: what stands in place of each name in the texts of a page made to be shown.

With names hidden "Person n" stands for the full name of a listed person and for each word of it, "(owner)" for the
owner's, and "[name]" for the full name of anybody else in the network; where the listed are named, only these others
are replaced (`full_names` says what is found as a full name). Names that are ordinary words too stay (`ordinary`),
but for those in the name of a listed person's own company. Of an unlisted person one word of the name alone, or a
nickname, may stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from unicodedata import combining, normalize

from netscout.model.days import MONTHS
from netscout.reports.full_names import HAN as _HAN
from netscout.reports.full_names import LITTLE, TITLES, finder, key, spellings, words
from netscout.reports.ordinary import Ordinary

OWNER, OTHER = "(owner)", "[name]"
NONE = Ordinary()
_NAMELESS = "(no name)"
"""How somebody without a name is called."""
_NEVER = LITTLE | {key(month) for month in MONTHS}
_PIECE = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]{{2,}}")
_SPREAD = {
    "\u00e4": "ae",
    "\u00f6": "oe",
    "\u00fc": "ue",
    "\u00df": "ss",
    "\u00f8": "oe",
    "\u00e5": "aa",
    "\u00e6": "ae",
}
_MONTHS = r"(?!\s(?:19|20)\d\d\b)"


def concealer(
    names: Mapping[int, str],
    owner: str = "",
    others: Collection[str] = (),
    plain: Ordinary = NONE,
    companies: Mapping[int, Collection[str]] | None = None,
) -> Callable[[str], str]:
    """Return a function that puts "Person n" for each full name and each word of a name, "(owner)" for the owner's.

    Capitals, accents and spellings such as ue for an umlaut make no difference; a name is found between letters that
    are no letters of the same word (`QuirkeConsulting`, `quirke_consulting`), and anywhere in scripts without spaces.

    Args:
        names: the listed people's, by number.
        owner: the owner's name.
        others: names of everybody else; their full names become "[name]".
        plain: the names, and words of names, that are ordinary words here and stay.
        companies: by number, what the listed people's companies are called: no word of the own name stays in these.
    """
    told = [*((name, f"Person {number}") for number, name in names.items()), (owner, OWNER)]
    found: dict[str, str | None] = {}
    for text, instead in told:
        fresh = [one for one in _spelled(text) if one not in found]
        found |= {one: None if _is_plain(one, plain) else instead for one in fresh}
    found |= _own(names, companies or {}, plain)
    find = finder(found | dict.fromkeys((one for one in _others(others, plain) if one not in found), OTHER))
    hide = _by_word(told, plain)

    def conceal(text: str) -> str:
        found = find(text)
        if not found:
            return hide(text)
        out, at = [], 0
        for start, end, instead in found:
            out += [hide(text[at:start]), instead or text[start:end]]
            at = end
        return "".join([*out, hide(text[at:])])

    return conceal


def sparing(named: Collection[str], others: Collection[str], plain: Ordinary = NONE) -> Callable[[str], str]:
    """Return a function that puts "[name]" for the full names of others, where those of the `named` may stand."""
    found: dict[str, str | None] = {one: None for name in named for one in spellings(name)}
    find = finder(found | dict.fromkeys((one for one in _others(others, plain) if one not in found), OTHER))

    def spare(text: str) -> str:
        for start, end, instead in reversed(find(text)):
            text = text[:start] + (instead or text[start:end]) + text[end:]
        return text

    return spare


def _spelled(name: str) -> list[str]:
    """Return the spellings of a name; of one word of the calendar or of grammar there are none."""
    return [] if name.startswith(_NAMELESS) else [one for one in spellings(name) if one not in _NEVER]


def _is_plain(spelled: str, plain: Ordinary) -> bool:
    return spelled.replace(" ", "") in plain.labels or spelled in plain.words


def _others(names: Collection[str], plain: Ordinary) -> list[str]:
    return [one for name in names for one in _spelled(name) if not _is_plain(one, plain)]


def _own(names: Mapping[int, str], companies: Mapping[int, Collection[str]], plain: Ordinary) -> dict[str, str]:
    """Return what stands for a company that bears an ordinary word of its listed person's name."""
    out = {}
    for number, texts in companies.items():
        mine = {one.key for one in words(names.get(number, "")) if one.key in plain.words}
        for text in texts:
            parts = words(text)
            shown = text
            for one in reversed(parts):
                shown = f"{shown[: one.start]}Person {number}{shown[one.end :]}" if one.key in mine else shown
            if shown != text and "".join(one.key for one in parts) not in plain.labels:
                out[" ".join(one.key for one in parts)] = shown
    return out


def _by_word(told: list[tuple[str, str]], plain: Ordinary) -> Callable[[str], str]:
    """Return a function that puts what is told in place of each word of a name."""
    spelled: dict[str, str] = {}
    for text, instead in told:
        for piece in _pieces(text) if not text.startswith(_NAMELESS) else ():
            if key(piece) in plain.labels or key(piece) in plain.words:
                continue
            for one in (piece.casefold(), _spread(piece.casefold())):
                spelled.setdefault(bare(one), instead)
    if not spelled:
        return lambda text: text
    order = sorted(spelled, key=lambda one: (-len(one), one))
    start = r"(?:(?<![^\W_])|(?-i:(?<=[a-z])(?=[A-Z])))"
    end = r"(?:(?![^\W_])|(?-i:(?<=[a-z])(?=[A-Z])))"
    own = "|".join(_fuzzy(one) for one in order if not re.search(f"[{_HAN}]", one))
    han = "|".join(re.escape(one) for one in order if re.search(f"[{_HAN}]", one))
    kinds = [f"{start}(?:{own}){end}" if own else "", han]
    pattern = re.compile("|".join(one for one in kinds if one), re.IGNORECASE)

    def shown(hit: re.Match[str]) -> str:
        found = hit.group()
        return found if found in LITTLE else spelled.get(bare(found.casefold()), "Somebody")

    return lambda text: pattern.sub(shown, text)


def bare(text: str) -> str:
    """Return lower-case text without accents on Latin letters."""
    return "".join(_base(letter) for letter in text)


@cache
def _base(letter: str) -> str:
    return "".join(one for one in normalize("NFD", letter) if not combining(one)) if letter < "\u1f00" else letter


def _spread(text: str) -> str:
    return "".join(_SPREAD.get(letter, letter) for letter in normalize("NFC", text))


def _pieces(name: str) -> list[str]:
    """Return the full name, the name without gaps, and its words; of an unspaced Chinese name the given name too."""
    parts = [one for one in _PIECE.findall(name) if one.casefold() not in TITLES]
    whole = " ".join(name.split())
    found = [one for one in (whole, whole.replace(" ", "")) if len(one) > 1 and re.search(r"\w", one)]
    if len(parts) == 1 and re.fullmatch(f"[{_HAN}]{{3,4}}", parts[0]):
        found.append(parts[0][1:])
    tokens = [one for one in whole.split() if len(one) > 1 and one.strip(".,").casefold() not in TITLES]
    return [*found, *(one for one in tokens if re.search(r"[^\W\d_]", one)), *parts]


def _fuzzy(word: str) -> str:
    """Return a pattern for a bare word that takes any accent on its letters, and skips the name of a month."""
    body = "".join(rf"{_accents().get(one, re.escape(one))}[\u0300-\u036f]*" for one in word)
    return body + _MONTHS if word in ("april", "august", "june", "may", "january") else body


@cache
def _accents() -> dict[str, str]:
    """Return for each letter a-z the class of it and its accented forms."""
    groups: dict[str, str] = {}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(number)
        base = _base(letter)
        if len(base) == 1 and base.isascii() and base.islower():
            groups[base] = groups.get(base, "") + letter
    return {base: f"[{base}{letters}]" for base, letters in groups.items()}
