"""Which organisation a company cell names: by exact form, a leading brand, a rare core, or a slip of the pen."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from netscout.matching.company_likeness import (
    brand_kind,
    initials,
    is_blocked,
    is_rare,
    is_slip,
    is_unit,
    name_core,
    remainder_fits,
    undoubled,
)
from netscout.matching.company_names import fold, key_words, split_brackets, split_parts, strip_legal, word_classes
from netscout.matching.company_table import Directory, Form, shipped_directory

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_ACRONYM_LETTERS = 3
_TYPO_LETTERS = 5
_LONG_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell resolved: the organisation's key, the tier, the form it was known by, and how.

    `how` is name, alias, part (a segment or bracket), lead (brand with an office or division behind it), core (only
    a plain word more or less), unit (a name that by its end tells its body), or typo.
    """

    key: str
    tier: str
    form: Form
    how: str


@dataclass(slots=True)
class _Index:
    """Forms by rare core, by first letter, and by spelling with doubled letters written once."""

    cores: dict[str, tuple[tuple[Form, frozenset[str]], ...]] = field(default_factory=dict)
    letters: dict[str, tuple[tuple[str, Form], ...]] = field(default_factory=dict)
    single: dict[str, tuple[str, Form]] = field(default_factory=dict)

    def copy(self) -> _Index:
        return _Index(dict(self.cores), dict(self.letters), dict(self.single))

    def add_core(self, key: str, form: Form) -> None:
        core, light = name_core(key.split())
        if core:
            self.cores[core] = (*self.cores.get(core, ()), (form, light))

    def add_spelling(self, key: str, form: Form) -> None:
        self.letters[key[0]] = (*self.letters.get(key[0], ()), (key, form))
        self.single.setdefault(undoubled(key), (key, form))


class Resolver:
    """Resolves cells against one directory; `add` lets a target or a user's alias join before the first look-up."""

    def __init__(self, directory: Directory, index: _Index | None = None) -> None:
        """Index the forms of the directory, or take the index that was made of it."""
        self.directory = directory
        self._index = index or _Index()
        for key, form in directory.forms.items() if index is None else ():
            self._index.add_core(key, form)
            if len(key) >= _LONG_LETTERS:
                self._index.add_spelling(key, form)

    def copy(self) -> Resolver:
        """Return a resolver that may grow without changing this one; indexing is not done again."""
        return Resolver(self.directory.copy(), self._index.copy())

    def add(self, written: str, form: Form, *, wins: bool = False) -> None:
        """Let `written` stand for the organisation of `form`."""
        self.directory.name(written, form, wins=wins)
        key = " ".join(key_words(written))
        self._index.add_core(key, self.directory.forms[key])

    def spell(self, keys: Container[str]) -> None:
        """Let slips of the pen be seen in short names too, for the organisations with these keys: the targets."""
        for key, form in self.directory.forms.items():
            if form.key in keys and len(key) >= _TYPO_LETTERS:
                self._index.add_spelling(key, form)

    def resolve(self, company: str) -> Hit | None:
        """Return the organisation a cell names, or None.

        The whole name speaks first, then its parts and brackets, then a leading brand, a rare core, a slip.
        """
        outside, inside = split_brackets(company)
        folded = fold(outside)
        form = self.directory.whole.get(" ".join(folded))
        if form is not None:
            return _as_hit(form)
        words = strip_legal(folded, outside)
        return self.exact(words) or self._by_part(outside, inside, words) or self.resolve_words(words)

    def named(self, text: str) -> Hit | None:
        """Return the organisation with exactly this name as written or without legal form, spaces apart."""
        form = self.directory.find_written(text)
        return _as_hit(form) if form else None

    def exact(self, words: list[str]) -> Hit | None:
        """Return the organisation with exactly these words for a name, spaces apart."""
        form = self.directory.find(" ".join(words)) if words else None
        return _as_hit(form) if form else None

    def resolve_words(self, words: list[str]) -> Hit | None:
        """Return the organisation of a folded name without brackets."""
        if not words:
            return None
        return self._by_lead(words) or self._by_head(words) or self._by_core(words) or self._by_typo(words)

    def _by_part(self, outside: str, inside: list[str], words: list[str]) -> Hit | None:
        parts = split_parts(outside)
        if len(parts) > 1:
            first = self.named(parts[0])
            rest = [word for part in parts[1:] for word in fold(part)]
            if first and not is_blocked(rest):
                return Hit(first.key, "strong", first.form, "part")
            last = self.named(parts[-1])
            if last and is_unit(fold(parts[0])):
                return Hit(last.key, "strong", last.form, "lead")
        short = "".join(word[0] for word in words)
        for text in inside:
            found = self.named(text)
            content = fold(text)
            if found and ("".join(words) in initials(content) or "".join(content) == short):
                return Hit(found.key, "strong", found.form, "part")
        return None

    def _by_lead(self, words: list[str]) -> Hit | None:
        for size in range(len(words) - 1, 0, -1):
            form = self.directory.forms.get(" ".join(words[:size]))
            if form is None:
                continue
            kind = "rare" if size == 1 and _is_known_acronym(form) else brand_kind(words[:size])
            if remainder_fits(words[size:], kind, self._sector(form)):
                return Hit(form.key, "strong", form, "lead")
        return self._by_tail(words)

    def _sector(self, form: Form) -> str:
        organisation = self.directory.organisations.get(form.key)
        return organisation.sector if organisation else ""

    def _by_tail(self, words: list[str]) -> Hit | None:
        for size in (3, 2):
            key = _tails().get(" ".join(words[-size:])) if len(words) > size else None
            form = self.directory.forms.get(key) if key else None
            if form is not None:
                return Hit(form.key, "strong", form, "unit")
        return None

    def _by_head(self, words: list[str]) -> Hit | None:
        heads = word_classes()["head"]
        if len(words) > 1 and words[0] in heads:
            found = self.exact(words[1:])
            if found and any(is_rare(word) for word in words[1:]):
                return Hit(found.key, "strong", found.form, "core")
        return None

    def _by_core(self, words: list[str]) -> Hit | None:
        core, light = name_core(words)
        for form, other in self._index.cores.get(core, ()) if core else ():
            if light <= other or other <= light:
                return Hit(form.key, "strong", form, "core")
        return None

    def _by_typo(self, words: list[str]) -> Hit | None:
        key = " ".join(words)
        if len(key) < _TYPO_LETTERS:
            return None
        single = self._index.single.get(undoubled(key))
        if single and len(key) > _TYPO_LETTERS and all(word.isalpha() for word in words) and is_rare(words[0]):
            return Hit(single[1].key, "strong", single[1], "typo")
        size = len(key)
        for other, form in self._index.letters.get(key[0], ()):
            if (
                abs(len(other) - size) <= 1
                and OSA.distance(key, other, score_cutoff=1) == 1
                and is_slip(words, other.split())
            ):
                return Hit(form.key, "strong", form, "typo")
        return None


@cache
def shipped_resolver() -> Resolver:
    """Return the resolver of the shipped table, indexed once; copy it to grow it."""
    return Resolver(shipped_directory())


@cache
def _tails() -> Mapping[str, str]:
    """Return the ends of names that tell the body they belong to (`NHS Trust`)."""
    return dict(pair.split("=") for pair in word_classes()["tail"])


def _is_known_acronym(form: Form) -> bool:
    return len(form.written) >= _ACRONYM_LETTERS and form.written.isupper() and form.as_of != ""


def _as_hit(form: Form) -> Hit:
    tier = "exact" if form.relation == "name" else "alias"
    return Hit(form.key, tier, form, "name" if tier == "exact" else "alias")
