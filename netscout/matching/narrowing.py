"""The field that narrows a role: a wind-farm project manager is a project manager, but not any one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from netscout.matching.lexicon import lexicon
from netscout.matching.linking import Link
from netscout.matching.spans import field_line
from netscout.matching.vocabulary import Phrase

if TYPE_CHECKING:
    from netscout.matching.targets import Understood
    from netscout.matching.titles import Reading

_LEAST_PART = 4
_TELLING = 0.4
"""Share of the narrowing words, by weight, that a holder must have."""


def in_field(reading: Reading, found: Link, target: Understood) -> bool:
    """Say whether a job is in the field that the narrowing words of a target name; True without such words.

    A telling part of the words is enough, by their weight, in the job itself, beside it in the headline, or in the
    employer's name and field of business; so is another word of the job for the same field of work.
    """
    if not target.narrowing:
        return True
    weight = _weights(target.narrowing)
    keys = {*reading.keys, *reading.around}
    met = sum(weight[word] for word in target.narrowing if any(_holds(key, word) for key in keys))
    if met >= sum(weight.values()) * _TELLING:
        return True
    field = field_line(target.narrowing)
    return bool(field) and field == field_line(others(reading, found, target))


@cache
def _weights(words: tuple[str, ...]) -> dict[str, float]:
    """Return the weight of each narrowing word; what no label holds weighs as much as the rarest word."""
    known = lexicon().weights
    heaviest = max(known.values(), default=1.0)
    return {word: known.get(word, heaviest) for word in words}


def others(reading: Reading, found: Link, target: Understood) -> Phrase:
    """Return the words of a job, and beside it, that say in which other field it is."""
    known = lexicon()
    words = (*found.rest, *sorted(reading.beside - set(reading.keys)))
    return tuple(key for key in words if key not in target.narrowing and known.heads.get(key) is None)


def _holds(key: str, word: str) -> bool:
    """Say whether a word is another, or a compound that begins or ends with it (`windpark` and `wind`)."""
    return key == word or (len(word) >= _LEAST_PART and (key.startswith(word) or key.endswith(word)))
