"""The lexicon worked out of the tables themselves: slow, and needed only after one of them changed."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log

from netscout.matching.built import data
from netscout.matching.lexicon_kept import starts
from netscout.matching.normalise import fold, stem
from netscout.matching.vocabulary import STOPWORDS, Lexicon, Line, Phrase, Role, Sense

_HEAD_FIRST = frozenset(("fr", "es", "it", "pt"))
_COMPOUNDING = frozenset(("de", "nl"))
_LEAST_COMPOUND = 12
_GLUED_E = re.compile(r"\be-(?=[a-z]{3})")
"""E-learning is one word; the e alone would be a stopword of other languages."""


def _columns(name: str) -> list[list[str]]:
    return list(csv.reader(data(name).decode("utf-8").splitlines()))[1:]


def phrases(texts: list[str], canonical: dict[str, str]) -> list[Phrase]:
    """Return the keys of many phrases at once; stopwords fall away. Folding runs over all of them together."""
    keyed: dict[str, Phrase] = {}
    result = []
    folded = fold("\n".join(texts)).replace("’", "'").replace("vice president", "vp").replace("vice-president", "vp")
    for line in _GLUED_E.sub("e", folded).split("\n"):
        words: list[str] = []
        for word in line.replace("-", " ").replace("'", " ").replace("/", " ").replace(".", "").split():
            keys = keyed.get(word)
            if keys is None:
                known = canonical.get(word)
                keys = tuple(stem(part) for part in known.split()) if known else (stem(word),)
                keys = tuple(key for key in keys if key not in STOPWORDS)
                keyed[word] = keys
            words += keys
        result.append(tuple(words))
    return result


def worked_out() -> Lexicon:
    """Return every table of the package, indexed."""
    canonical = {fold(row[0]): fold(row[1]) for row in _columns("words.csv")}
    roles = {row[0]: Role(*row) for row in _columns("roles.csv")}
    lines = {row[0]: Line(row[0], row[1], row[2], row[3] == "1") for row in _columns("lines.csv")}
    rows = _columns("labels.csv")
    keyed = [tuple(row[3].split()) for row in rows]
    field_rows = _columns("fields.csv")
    fields = dict(zip(phrases([row[0] for row in field_rows], canonical), (r[1] for r in field_rows), strict=True))
    field_words = frozenset(word for phrase in fields for word in phrase)
    labels = _labels(rows, keyed)
    levels, states, relations = (_pairs(name, canonical) for name in ("levels.csv", "states.csv", "relations.csv"))
    return Lexicon(
        roles=roles,
        lines=lines,
        labels=labels,
        bags=_bags(labels),
        ends=_ends(labels),
        activities=_activities(rows, keyed, labels, canonical),
        fields=fields,
        field_words=field_words,
        heads=_heads(rows, keyed, canonical, fields),
        levels=levels,
        states=states,
        relations=relations,
        abbreviations=_abbreviations(),
        credentials={fold(row[0]).replace("-", ""): row[1] for row in _columns("credentials.csv")},
        canonical=canonical,
        families={row[0]: row[1] for row in _columns("families.csv")},
        family_words={stem(fold(row[0])): row[1] for row in reversed(_columns("family_words.csv"))},
        related=_related(),
        weights=_weights(labels),
        with_s=_with_s(rows),
        first_role={role.line: role.id for role in reversed(roles.values())},
        openings=frozenset(phrase[:2] for phrase in labels if len(phrase) > 1),
        field_starts=starts(fields),
        level_starts=starts(levels),
        marker_starts=starts((*states, *relations)),
    )


def _labels(rows: list[list[str]], keyed: list[Phrase]) -> dict[Phrase, tuple[str, ...]]:
    # English before other languages, and a label that is its own keys before one that stemming made alike.
    kinds: tuple[list[tuple[Phrase, str]], ...] = ([], [], [], [])
    for (role, label, language, written), phrase in zip(rows, keyed, strict=True):
        if phrase:
            kinds[2 * (language != "en") + (label.casefold() != written)].append((phrase, role))
    found: dict[Phrase, tuple[str, ...]] = {}
    for phrase, role in chain.from_iterable(kinds):
        known = found.get(phrase, ())
        if role not in known:
            found[phrase] = (*known, role)
    return found


def _bags(labels: dict[Phrase, tuple[str, ...]]) -> dict[Phrase, tuple[str, ...]]:
    bags: dict[Phrase, tuple[str, ...]] = {}
    for phrase, roles in labels.items():
        if len(phrase) > 1:
            bags.setdefault(tuple(sorted(phrase)), roles)
    return bags


def _ends(labels: dict[Phrase, tuple[str, ...]]) -> dict[tuple[str, str], tuple[Phrase, ...]]:
    found: dict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for phrase in labels:
        if len(phrase) > 1:
            found[phrase[0], phrase[-1]].append(phrase)
    return {ends: tuple(sorted(several, key=len, reverse=True)) for ends, several in found.items()}


def _activities(
    rows: list[list[str]], keyed: list[Phrase], labels: dict[Phrase, tuple[str, ...]], canonical: dict[str, str]
) -> dict[Phrase, str]:
    """Return the activity each label names by its doer: `content designer` does content design."""
    doers: dict[str, dict[str, list[tuple[Phrase, Phrase]]]] = defaultdict(lambda: defaultdict(list))
    listed = _columns("activities.csv")
    agents = phrases([row[0] for row in listed], canonical)
    for row, agent, activity in zip(listed, agents, phrases([row[1] for row in listed], canonical), strict=True):
        doers[row[2]][agent[0]].append((agent, activity))
    found: dict[Phrase, str] = {}
    for (role, _, language, _), phrase in zip(rows, keyed, strict=True):
        own = doers[language]
        place = 0 if language in _HEAD_FIRST else -1
        for named in _done(phrase, language, own) if phrase and _may_do(phrase[place], language, own) else ():
            if named not in labels and (len(named) > 1 or len(named[0]) >= _LEAST_COMPOUND):
                found.setdefault(named, role)
    return found


def _may_do(head: str, language: str, doers: Mapping[str, object]) -> bool:
    """Say at one look whether the job word of a label may be that of a doer."""
    return head in doers or (language in _COMPOUNDING and head.endswith(tuple(doers)))


def _done(phrase: Phrase, language: str, doers: Mapping[str, list[tuple[Phrase, Phrase]]]) -> Iterator[Phrase]:
    """Yield the activities of one label."""
    if language in _HEAD_FIRST:
        for agent, activity in doers.get(phrase[0], ()):
            if phrase[: len(agent)] == agent:
                yield activity + phrase[len(agent) :]
        return
    for _, activity in doers.get(phrase[-1], ()):
        yield phrase[:-1] + activity
    if language in _COMPOUNDING:
        for ending, pairs in doers.items():
            if phrase[-1].endswith(ending) and phrase[-1] != ending:
                for _, activity in pairs:
                    yield (*phrase[:-1], phrase[-1].removesuffix(ending) + activity[0])


def _heads(
    rows: list[list[str]], keyed: list[Phrase], canonical: dict[str, str], fields: dict[Phrase, str]
) -> dict[str, str]:
    field_words = frozenset(word for phrase in fields for word in phrase)
    heads: dict[str, str] = {}
    for row, phrase in zip(rows, keyed, strict=True):
        if not phrase:
            continue
        head = phrase[0] if row[2] in _HEAD_FIRST else phrase[-1]
        if row[2] == "en" and (" of " in row[1] or " to " in row[1]):
            head = phrase[0]
        alone = len(phrase) == 1 and phrase not in fields
        if (alone or head not in field_words) and head not in heads:
            heads[head] = "role"
    listed = _columns("heads.csv")
    for row, phrase in zip(listed, phrases([row[0] for row in listed], canonical), strict=True):
        if len(phrase) == 1 and (heads.get(phrase[0], "role") == "role" or row[1] == "level"):
            heads[phrase[0]] = row[1]
    return heads


def _pairs(name: str, canonical: dict[str, str]) -> dict[Phrase, tuple[str, str]]:
    found: dict[Phrase, tuple[str, str]] = {}
    for row in _columns(name):
        folded = fold(row[0]).replace("vice president", "vp").replace("-", " ").replace("’", " ").replace(".", "")
        phrase = tuple(stem(part) for word in folded.split() for part in canonical.get(word, word).split())
        found.setdefault(phrase, (row[1], row[2]))
    return found


def _abbreviations() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = defaultdict(list)
    for short, role, weight, cues in _columns("abbreviations.csv"):
        key = fold(short).replace("-", "").replace("/", "")
        found[key].append(Sense(role, int(weight), frozenset(stem(fold(cue)) for cue in cues.split())))
    return {short: tuple(senses) for short, senses in found.items()}


def _related() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for role, other, relation in _columns("related.csv"):
        found.setdefault((role, other), relation)
        found.setdefault((other, role), relation)
    return found


def _with_s(rows: list[list[str]]) -> frozenset[str]:
    ending = "\n".join(row[1] for row in rows if row[2] != "en" and row[1].endswith("s"))
    return frozenset(line.split()[-1] for line in fold(ending).split("\n") if line)


def label_keys(labels: Sequence[str]) -> list[str]:
    """Return what stands in the column `keys` of `labels.csv`, worked out beforehand because there are many."""
    canonical = {fold(row[0]): fold(row[1]) for row in _columns("words.csv")}
    return [" ".join(phrase) for phrase in phrases(list(labels), canonical)]


def _weights(labels: dict[Phrase, tuple[str, ...]]) -> dict[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for phrase in labels:
        for word in dict.fromkeys(phrase):
            counts[word] += 1
    total = len(labels)
    return {word: log(1 + total / count) for word, count in counts.items()}
