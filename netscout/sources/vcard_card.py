"""One card: from its properties to the person it is about."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from netscout.sources.cells import clean, clean_lines, emails
from netscout.sources.declare import COMPANY_ONLY, EMPTY
from netscout.sources.entries import name_from
from netscout.sources.names import Name, name_of
from netscout.sources.records import Entry
from netscout.sources.text import western
from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable

A_LIST = "the card is a list of people, not a person"
_KEPT = frozenset(
    (
        *("N", "FN", "ORG", "TITLE", "EMAIL", "TEL", "URL", "BDAY", "CATEGORIES", "NOTE"),
        *("X-SOCIALPROFILE", "SOCIALPROFILE", "KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND"),
    )
)
_NAME = re.compile(r"[A-Z0-9_-]+")
_HEAD = re.compile(rb'((?:[^":]|"[^"]*")*):', re.DOTALL)
_PARTS = re.compile(r'((?:[^";]|"[^"]*")*)(?:;|$)')
_CHARSETS = re.compile(
    r"utf-?8|(?:us-)?ascii|(?:windows|cp)-?(?:125\d|874|932|936|949|950)|iso-?8859-?\d{1,2}|latin-?\d|koi8-[ru]|"
    r"shift[_-]?jis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|macintosh",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BIRTHDAY = re.compile(r"(\d{4}|--)-?(\d{2})-?(\d{2})(?:[T ].*)?")
_SYSTEM = frozenset({"mycontacts", "starred"})


class Property(NamedTuple):
    """One property: its name and parameters in capitals, its value as bytes."""

    name: str
    params: tuple[str, ...]
    value: bytes


@dataclass(slots=True)
class Letters:
    """How the letters of a file were coded where no property says it; `line` is that of the card being read."""

    line: int = 0
    foreign: int = 0
    first_foreign: int | None = None
    multibyte: bool = field(default=False)

    def text(self, raw: bytes, charset: str) -> str:
        """Return bytes as text: in the stated character set, else UTF-8, else Windows-1252."""
        if raw.isascii() and not charset.upper().startswith("ISO-2022"):
            return raw.decode("ascii")
        if charset and _CHARSETS.fullmatch(charset):
            try:
                return raw.decode(charset)
            except (LookupError, UnicodeDecodeError):
                pass  # a wrong word about the letters: they are read as those of any other property
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            self.foreign += 1
            self.first_foreign = self.first_foreign or self.line
            return western(raw)
        self.multibyte = True
        return text


def property_of(text: bytes) -> Property | None:
    """Return the property of an unfolded line; None if it is none."""
    head, colon, value = text.partition(b":")
    if b'"' in head:
        found = _HEAD.match(text)
        if found is None:
            return None
        head, colon, value = found[1], b":", text[found.end() :]
    words = head.decode("latin-1").strip()
    first, semicolon, rest = words.partition(";")
    name = first.strip().rpartition(".")[2].upper()
    if not colon or not _NAME.fullmatch(name):
        return None
    params = (one.replace('"', "").strip().upper() for one in _PARTS.findall(rest)) if semicolon else ()
    return Property(name, tuple(one for one in params if one), value)


def is_wanted(one: Property) -> bool:
    """Return whether a property says something that is kept of a person."""
    return one.name in _KEPT or b"linkedin.com" in one.value.lower()


def entry_of(card: list[Property], letters: Letters) -> Entry | str:
    """Return the person of a card, or the word or sentence it came to instead."""
    held: dict[str, list[str]] = {}
    slug, born = None, None
    for one in card:
        text = _text(one, letters)
        held.setdefault(one.name, []).append(text)
        if slug is None and one.name != "NOTE" and "linkedin.com" in text.lower():
            slug = slug_of(clean(_plain(text)))
        if one.name == "BDAY":
            born = born or _birthday(clean(text), one.params)
    if _word(held, "KIND") == "group" or _word(held, "X-ADDRESSBOOKSERVER-KIND") == "group":
        return A_LIST
    name, middle = _name(held)
    company = next((first for text in held.get("ORG", ()) if (first := clean(_split(text, ";")[0]))), "")
    if _is_company(held, company):
        return COMPANY_ONLY
    addresses = _unique(mail for text in held.get("EMAIL", ()) for mail in emails(_bare(text, "mailto:")))
    if not (name.shown or slug or addresses):
        return COMPANY_ONLY if company else EMPTY
    return Entry(
        slug,
        name,
        middle,
        addresses,
        company,
        _first(held, "TITLE"),
        note="\n".join(note for text in held.get("NOTE", ()) if (note := clean_lines(_plain(text)))),
        birthday=born,
        phones=_unique(clean(_bare(text, "tel:")) for text in held.get("TEL", ())),
        labels=_unique(
            clean(label) for text in held.get("CATEGORIES", ()) for label in _split(text, ",") if _is_own(label)
        ),
    )


def _text(one: Property, letters: Letters) -> str:
    """Return the value of a property as text, its escapes still in it."""
    raw = one.value
    charset = ""
    for word in one.params:
        key, _, value = word.rpartition("=")
        if key == "CHARSET":
            charset = value
        elif value == "QUOTED-PRINTABLE":
            raw = binascii.a2b_qp(raw)
        elif key == "ENCODING" and value in ("B", "BASE64"):
            raw = _base64(raw)
    return letters.text(raw, charset)


def _base64(raw: bytes) -> bytes:
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        return b""


def _plain(text: str) -> str:
    """Return a value without its escapes."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: _sign(found[1], found[0]), text)


def _sign(sign: str, whole: str) -> str:
    if sign in "nN":
        return "\n"
    return sign if sign in ',;:\\"' else whole


def _split(text: str, mark: str) -> list[str]:
    """Return the parts of a value between marks that are not escaped, without escapes."""
    if "\\" not in text:
        return text.split(mark)
    parts = re.findall(rf"((?:[^\\{mark}]|\\.|\\$)*)(?:{mark}|$)", text, re.DOTALL)
    return [_plain(part) for part in parts]


def _name(held: dict[str, list[str]]) -> tuple[Name, str]:
    """Return the name and the middle name: of N if it holds a name, else of the formatted name."""
    for text in held.get("N", ()):
        family, given, middle, *_ = (*_split(text, ";"), "", "", "")
        name = name_of(given, family)
        if name.shown:
            return name, clean(middle)
    return name_from("", "", _first(held, "FN")), ""


def _is_company(held: dict[str, list[str]], company: str) -> bool:
    if _word(held, "X-ABSHOWAS") == "company" or _word(held, "KIND") == "org":
        return True
    named = any(clean(part) for text in held.get("N", ()) for part in _split(text, ";"))
    whole = [clean(part) for text in held.get("ORG", ())[:1] for part in _split(text, ";")]
    shown = _first(held, "FN")
    return bool(company) and not named and shown in (company, " ".join(part for part in whole if part))


def _birthday(text: str, params: tuple[str, ...]) -> str | None:
    """Return `YYYY-MM-DD`, `--MM-DD` without a year, or the text itself if it is no such day; None if it is empty."""
    found = _BIRTHDAY.fullmatch(text)
    if found is None:
        return text or None
    year, month, day = found.groups()
    known = year != "--" and f"X-APPLE-OMIT-YEAR={year}" not in params
    return f"{year}-{month}-{day}" if known else f"--{month}-{day}"


def _first(held: dict[str, list[str]], name: str) -> str:
    return next((value for text in held.get(name, ()) if (value := clean(_plain(text)))), "")


def _word(held: dict[str, list[str]], name: str) -> str:
    return _first(held, name).casefold()


def _bare(text: str, scheme: str) -> str:
    value = _plain(text).strip()
    return value[len(scheme) :] if value[: len(scheme)].casefold() == scheme else value


def _is_own(label: str) -> bool:
    return not label.lstrip().startswith("* ") and clean(label).casefold() not in _SYSTEM


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
