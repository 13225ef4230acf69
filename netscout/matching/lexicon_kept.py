"""The lexicon as it is kept beside its tables: long lists of phrases as one text each, which is quickest to read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple
from typing import Any

from netscout.matching.vocabulary import Lexicon, Line, Phrase, Role, Sense

TABLES = tuple(
    f"{name}.csv"
    for name in (
        "words",
        "roles",
        "lines",
        "labels",
        "fields",
        "levels",
        "states",
        "relations",
        "activities",
        "heads",
        "abbreviations",
        "credentials",
        "families",
        "family_words",
        "related",
    )
)
"""Every table the lexicon is made of."""
_BETWEEN = "|"
_AS_THEY_ARE = ("heads", "credentials", "canonical", "families", "family_words", "weights", "first_role")
_PAIRED = ("levels", "states", "relations")


def packed(known: Lexicon) -> bytes:
    """Return the bytes to keep for a lexicon."""
    said = list(dict.fromkeys(known.labels.values()))
    place = {roles: number for number, roles in enumerate(said)}
    number = {phrase: place for place, phrase in enumerate(known.labels)}
    kept = {
        "roles": [astuple(role) for role in known.roles.values()],
        "lines": [astuple(line) for line in known.lines.values()],
        "said": said,
        "labels": [_joined(known.labels), [place[roles] for roles in known.labels.values()]],
        "bags": [_joined(known.bags), [place[roles] for roles in known.bags.values()]],
        "ends": [[number[phrase] for phrase in phrases] for phrases in known.ends.values()],
        "activities": [_joined(known.activities), list(known.activities.values())],
        "fields": [_joined(known.fields), list(known.fields.values())],
        "abbreviations": {
            short: [(one.role, one.weight, sorted(one.cues)) for one in senses]
            for short, senses in known.abbreviations.items()
        },
        "related": [[*pair, relation] for pair, relation in known.related.items()],
        "with_s": sorted(known.with_s),
    }
    kept |= {name: getattr(known, name) for name in _AS_THEY_ARE}
    for name in _PAIRED:
        pairs = getattr(known, name)
        kept[name] = [_joined(pairs), list(pairs.values())]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def restored(kept: bytes) -> Lexicon:
    """Return the lexicon whose bytes these are."""
    read = json.loads(kept)
    said = [tuple(roles) for roles in read["said"]]
    phrases, of = _phrases(read["labels"][0]), read["labels"][1]
    labels = dict(zip(phrases, map(said.__getitem__, of), strict=True))
    fields: dict[Phrase, str] = _restored(read["fields"])
    pairs: dict[str, Any] = {
        name: dict(zip(_phrases(read[name][0]), map(tuple, read[name][1]), strict=True)) for name in _PAIRED
    }
    return Lexicon(
        roles={row[0]: Role(*row) for row in read["roles"]},
        lines={row[0]: Line(*row) for row in read["lines"]},
        labels=labels,
        bags=dict(zip(_phrases(read["bags"][0]), map(said.__getitem__, read["bags"][1]), strict=True)),
        ends=_ends(phrases, read["ends"]),
        activities=_restored(read["activities"]),
        fields=fields,
        field_words=frozenset(word for phrase in fields for word in phrase),
        abbreviations={
            short: tuple(Sense(role, weight, frozenset(cues)) for role, weight, cues in senses)
            for short, senses in read["abbreviations"].items()
        },
        related={(role, other): relation for role, other, relation in read["related"]},
        with_s=frozenset(read["with_s"]),
        openings=frozenset(phrase[:2] for phrase in phrases if len(phrase) > 1),
        field_starts=starts(fields),
        level_starts=starts(pairs["levels"]),
        marker_starts=starts((*pairs["states"], *pairs["relations"])),
        **pairs,
        **{name: read[name] for name in _AS_THEY_ARE},
    )


def starts(phrases: Iterable[Phrase]) -> frozenset[str]:
    """Return the first words of phrases."""
    return frozenset(phrase[0] for phrase in phrases if phrase)


def _joined(phrases: Collection[Phrase] | Mapping[Phrase, object]) -> str:
    return _BETWEEN.join(" ".join(phrase) for phrase in phrases)


def _phrases(joined: str) -> list[Phrase]:
    return [tuple(phrase.split()) for phrase in joined.split(_BETWEEN)]


def _restored(kept: list[Any]) -> dict[Phrase, str]:
    return dict(zip(_phrases(kept[0]), kept[1], strict=True))


def _ends(phrases: list[Phrase], places: list[list[int]]) -> dict[tuple[str, str], tuple[Phrase, ...]]:
    found = {}
    for group in places:
        several = tuple(map(phrases.__getitem__, group))
        found[several[0][0], several[0][-1]] = several
    return found
