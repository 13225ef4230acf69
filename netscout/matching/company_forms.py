"""Ways to find a known form of a company name: by its core, its letters, its sound; and whether looking is worth it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from netscout.matching.company_likeness import is_slip, name_core
from netscout.matching.company_spelling import (
    as_digits,
    first_sound,
    is_other_script,
    letters_of_sound,
    moved_key,
    sound_key,
    undoubled,
    undoubled_word,
)

if TYPE_CHECKING:
    from netscout.matching.company_table import Form

MOVED, SOUND = "moved ", "sound "
"""What stands before keys of moved words and of sounds in `FormIndex.spelt`."""
_BLOCK_LETTERS = 3
_HEAD_LETTERS = (4, 5, 6)
_SHORT_LETTERS = 2
_ANY_LETTER_FROM = 4


@dataclass(slots=True)
class FormIndex:
    """Forms by rare core, by first and last letters, with doubled letters written once, and by other spellings.

    `starts`, `heads`, `gaps`, `lone` and `sounds` only say whether a dearer look can find anything: the first words of
    names, the first letters of names without spaces, the words that fill a gap in a name, the names of one word, and
    how many words and which first sound the names in other scripts have.
    """

    cores: dict[str, tuple[tuple[Form, frozenset[str]], ...]] = field(default_factory=dict)
    letters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    single: dict[str, tuple[str, Form]] = field(default_factory=dict)
    spelt: dict[str, Form] = field(default_factory=dict)
    starts: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    gaps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lone: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    single_starts: set[str] = field(default_factory=set)
    sounds: set[tuple[int, str]] = field(default_factory=set)

    def copy(self) -> FormIndex:
        """Return an index that may grow without changing this one."""
        return FormIndex(
            dict(self.cores),
            dict(self.letters),
            dict(self.single),
            dict(self.spelt),
            set(self.starts),
            set(self.heads),
            dict(self.gaps),
            dict(self.lone),
            set(self.words),
            set(self.single_starts),
            set(self.sounds),
        )

    def add_start(self, key: str) -> None:
        """Note how a name begins."""
        self.starts.add(key.partition(" ")[0])
        self.heads.add(key.replace(" ", "")[: _HEAD_LETTERS[-1]])

    def may_lead(self, words: list[str]) -> bool:
        """Return whether a name begins as one of ours does, so that one may stand at its head."""
        first = words[0]
        if first in self.starts or len(first) <= _SHORT_LETTERS:
            return True
        head = "".join(words)[: _HEAD_LETTERS[-1]]
        return any(head[:size] in self.heads for size in _HEAD_LETTERS)

    def add_core(self, key: str, form: Form) -> None:
        """Let a form be found by the words that carry it."""
        core, light = name_core(key.split())
        if core:
            self.cores[core] = (*self.cores.get(core, ()), (form, light))

    def add_spelling(self, key: str, form: Form) -> None:
        """Let slips of the pen be seen in this form."""
        for block in blocks(key):
            self.letters[block] = (*self.letters.get(block, ()), key)
        self.single.setdefault(undoubled(key), (key, form))
        words = key.split()
        self.single_starts.add(undoubled_word(words[0]))
        for block in blocks(key) if len(words) == 1 else ():
            self.lone[block] = (*self.lone.get(block, ()), key)
        for place, word in enumerate(words) if len(words) > 1 else ():
            self.words.add(word)
            gap = _gap(words, place)
            self.gaps[gap] = (*self.gaps.get(gap, ()), word)

    def may_slip(self, words: list[str], key: str, most: int) -> bool:
        """Return whether one of our names is this one but for a slip of the pen of at most so many edits."""
        for place, other in self._fillers(words, key):
            word = words[place]
            if abs(len(word) - len(other)) > most:
                continue
            edits = OSA.distance(word, other, score_cutoff=most)
            if 0 < edits <= most and is_slip(words, [*words[:place], other, *words[place + 1 :]], edits):
                return True
        return False

    def _fillers(self, words: list[str], key: str) -> list[tuple[int, str]]:
        """Return places in a name, each with a word that stands there in one of our names, all else alike."""
        if len(words) == 1:
            return [(0, other) for block in blocks(key) for other in self.lone.get(block, ())]
        new = [place for place, word in enumerate(words) if word not in self.words]
        if len(new) > 1:
            return []
        return [(place, other) for place in new or range(len(words)) for other in self.gaps.get(_gap(words, place), ())]

    def add_spelt(self, key: str, form: Form) -> None:
        """Let a form be found by digits for number words, by moved words, and by the sound of another script."""
        words = key.split()
        digits = as_digits(words)
        if digits != words:
            self.spelt.setdefault(" ".join(digits), form)
        moved = moved_key(words)
        if moved:
            self.spelt.setdefault(MOVED + moved, form)
        if is_other_script(key):
            sound = sound_key(key)
            self.spelt.setdefault(SOUND + sound, form)
            self.sounds.update((len(words), letter) for letter in letters_of_sound(sound[0]))


def blocks(key: str) -> tuple[str, ...]:
    """Return the blocks of a spelling: its first letters and its last ones, of which one slip spoils only one."""
    return key[:_BLOCK_LETTERS], "-" + key[-_BLOCK_LETTERS:]


def _gap(words: list[str], place: int) -> str:
    """Return the name with one word left out; but for long names its first letter stays, as sounds go."""
    left = "" if len(words) >= _ANY_LETTER_FROM else first_sound(words[place])
    return " ".join((*words[:place], left + "_", *words[place + 1 :]))
