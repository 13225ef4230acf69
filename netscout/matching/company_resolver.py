"""Which organisation a company cell names: by exact form, a leading brand, a rare core, or a slip of the pen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from netscout.matching.company_forms import MOVED, SOUND, FormIndex, blocks
from netscout.matching.company_likeness import (
    UNIT_WORDS,
    brand_kind,
    initials,
    is_blocked,
    is_rare,
    is_slip,
    is_unit,
    name_core,
    plain_core,
    remainder_fits,
)
from netscout.matching.company_names import (
    fold,
    is_one_part,
    key_words,
    split_brackets,
    split_parts,
    strip_legal,
    word_classes,
)
from netscout.matching.company_spelling import (
    as_digits,
    is_other_script,
    moved_key,
    sound_key,
    undoubled,
    undoubled_word,
)
from netscout.matching.company_table import Directory, Form, shipped_directory

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_ACRONYM_LETTERS = 3
_TYPO_LETTERS = 5
_LONG_LETTERS = 7
_FAR_LETTERS = 9
_NEAR_MOST = 8
_SOUND_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell resolved: the organisation's key, the tier, the form it was known by, and how.

    `how` is name, alias, part (a segment or bracket), lead (brand with an office or division behind it), core (only
    a plain word more or less), unit (a name that by its end tells its body), spelt (numbers, another script, words
    moved), or typo.
    """

    key: str
    tier: str
    form: Form
    how: str


class Resolver:
    """Resolves cells against one directory; `add` lets a target or a user's alias join before the first look-up."""

    def __init__(self, directory: Directory, index: FormIndex | None = None) -> None:
        """Index the forms of the directory, or take the index that was made of it."""
        self.directory = directory
        self._index = index or FormIndex()
        self._sounding: dict[str, Form] | None = None
        for key, form in directory.forms.items() if index is None else ():
            self._index.add_core(key, form)
            self._index.add_spelt(key, form)
            self._index.add_start(key)
            if len(key) >= _LONG_LETTERS:
                self._index.add_spelling(key, form)
        for whole in directory.whole if index is None else ():
            self._index.add_start(whole)

    def copy(self) -> Resolver:
        """Return a resolver that may grow without changing this one; indexing is not done again."""
        return Resolver(self.directory.copy(), self._index.copy())

    def add(self, written: str, form: Form, *, wins: bool = False) -> None:
        """Let `written` stand for the organisation of `form`."""
        self.directory.name(written, form, wins=wins)
        key = " ".join(key_words(written))
        self._index.add_core(key, self.directory.forms[key])
        self._index.add_spelt(key, self.directory.forms[key])
        self._index.add_start(key)
        self._index.add_start(" ".join(fold(written)))

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
        return self.resolve_folded(outside, inside, folded, strip_legal(folded, outside))

    def resolve_folded(self, outside: str, inside: list[str], folded: list[str], words: list[str]) -> Hit | None:
        """Return what `resolve` gives, for a name whose brackets are split off and whose words are folded already.

        Args:
            outside: the name as written, without its brackets.
            inside: what stands in them.
            folded: the words of `outside`.
            words: those without article and legal form.
        """
        form = self.directory.whole.get(" ".join(folded))
        if form is not None:
            return _as_hit(form)
        found = self.exact(words)
        if found is None and (inside or not is_one_part(outside)) and self._may_part(inside, folded, words):
            found = self._by_part(outside, inside, words)
        return found or self.resolve_words(words)

    def _may_part(self, inside: list[str], folded: list[str], words: list[str]) -> bool:
        """Return whether a part of this name may be one of ours by itself: seldom, and splitting is dear."""
        if inside or not words:
            return bool(inside)
        index = self._index
        return index.may_lead(words) or index.may_lead(folded) or not _part_words().isdisjoint(folded)

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
        return (
            self._by_lead(words)
            or self._by_head(words)
            or self._by_core(words)
            or self._by_spelling(words)
            or self.misspelt(words)
        )

    def _by_part(self, outside: str, inside: list[str], words: list[str]) -> Hit | None:
        parts = split_parts(outside)
        if len(parts) > 1:
            folded = fold(parts[0])
            first = self._first_part(parts[0], folded)
            if first and not is_blocked([word for part in parts[1:] for word in fold(part)]):
                return Hit(first.key, "strong", first.form, "part")
            last = self.named(parts[-1]) if is_unit(folded) else None
            if last:
                return Hit(last.key, "strong", last.form, "lead")
        short = "".join(word[0] for word in words)
        for text in inside:
            found = self.named(text)
            content = fold(text)
            if found and ("".join(words) in initials(content) or "".join(content) == short):
                return Hit(found.key, "strong", found.form, "part")
        return None

    def _first_part(self, written: str, folded: list[str]) -> Hit | None:
        """Return the organisation that the first part of a name is, or leads with."""
        words = strip_legal(folded, written)
        form = self.directory.find_folded(folded, words)
        if form:
            return _as_hit(form)
        lead = self._by_lead(words)
        return lead if lead and lead.how == "lead" else None

    def _by_lead(self, words: list[str]) -> Hit | None:
        for size in range(len(words) - 1, 0, -1) if words and words[0] in self._index.starts else ():
            form = self.directory.forms.get(" ".join(words[:size]))
            if form is None:
                continue
            kind = "rare" if size == 1 and _is_known_acronym(form) else brand_kind(words[:size])
            rest = words[size:]
            if remainder_fits(rest, kind, self._sector(form)) or self._belongs(rest, form.key):
                return Hit(form.key, "strong", form, "lead")
        return self._by_tail(words)

    def _belongs(self, words: list[str], key: str) -> bool:
        """Return whether these words name something that belongs to this organisation (`Alphabet Google`)."""
        form = self.directory.forms.get(" ".join(words))
        return form is not None and any(above == key for above, _ in self.directory.ancestors(form.key))

    def _sector(self, form: Form) -> str:
        organisation = self.directory.organisations.get(form.key)
        return organisation.sector if organisation else ""

    def _by_tail(self, words: list[str]) -> Hit | None:
        for size in (3, 2) if words and words[-1] in _tail_ends() else ():
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
        known = self._index.cores
        if not known or plain_core(words) not in known:
            return None
        core, light = name_core(words)
        for form, other in known.get(core, ()) if core else ():
            if light <= other or other <= light:
                return Hit(form.key, "strong", form, "core")
        return None

    def _by_spelling(self, words: list[str]) -> Hit | None:
        digits = as_digits(words)
        if digits != words:
            found = self.exact(digits) or self._by_lead(digits) or self._by_core(digits)
            if found:
                return Hit(found.key, "strong", found.form, "spelt")
        key, moved = " ".join(words), moved_key(words)
        form = self._index.spelt.get(key) or (self._index.spelt.get(MOVED + moved) if moved else None)
        if (
            form is None
            and len(key) >= _SOUND_LETTERS
            and ((len(words), key[0]) in self._index.sounds or not key.isascii())
        ):
            sound = sound_key(key)
            form = self._index.spelt.get(SOUND + sound)
            if form is None and is_other_script(key):
                form = self._sounds().get(sound)
        return Hit(form.key, "strong", form, "spelt") if form else None

    def _sounds(self) -> Mapping[str, Form]:
        """Return all forms in Latin letters by their rough sound; made when the first name in another script comes."""
        if self._sounding is None:
            self._sounding = {}
            for key, form in self.directory.forms.items():
                if key.isascii():
                    self._sounding.setdefault(sound_key(key), form)
        return self._sounding

    def misspelt(self, words: list[str]) -> Hit | None:
        """Return the organisation whose name these words are but for a slip of the pen."""
        key = " ".join(words)
        if len(key) < _TYPO_LETTERS:
            return None
        known = undoubled_word(words[0]) in self._index.single_starts
        single = self._index.single.get(undoubled(key)) if known else None
        if single and len(key) > _TYPO_LETTERS and all(word.isalpha() for word in words) and is_rare(words[0]):
            return Hit(single[1].key, "strong", single[1], "typo")
        most = 2 if len(key) >= _FAR_LETTERS else 1
        if not self._index.may_slip(words, key, most):
            return None
        near = list(dict.fromkeys(other for block in blocks(key) for other in self._index.letters.get(block, ())))
        for other, edits, _ in process.extract(key, near, scorer=OSA.distance, score_cutoff=most, limit=_NEAR_MOST):
            if edits and is_slip(words, other.split(), int(edits)):
                return Hit((form := self.directory.forms[other]).key, "strong", form, "typo")
        return None


@cache
def shipped_resolver() -> Resolver:
    """Return the resolver of the shipped table, indexed once; copy it to grow it."""
    return Resolver(shipped_directory())


@cache
def _tails() -> Mapping[str, str]:
    """Return the ends of names that tell the body they belong to (`NHS Trust`)."""
    return dict(pair.split("=") for pair in word_classes()["tail"])


@cache
def _tail_ends() -> frozenset[str]:
    return frozenset(tail.split()[-1] for tail in _tails())


@cache
def _part_words() -> frozenset[str]:
    """Return the words by which a part of a name may tell the organisation without standing at its head."""
    return _tail_ends() | UNIT_WORDS


def _is_known_acronym(form: Form) -> bool:
    return len(form.written) >= _ACRONYM_LETTERS and form.written.isupper() and form.as_of != ""


def _as_hit(form: Form) -> Hit:
    tier = "exact" if form.relation == "name" else "alias"
    return Hit(form.key, tier, form, "name" if tier == "exact" else "alias")
