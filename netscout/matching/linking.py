"""A clause tied to a leaf role, a line of work or nothing: the head noun is the job, the words before it qualify it.

Looked up in this order, the first find wins: the words of a label around the head noun; a label with words put in
between; the same words in another order; an abbreviation, its sense chosen by its neighbours; a rank or a general
job word with a field of work. A second look mends typing errors and is stricter. What is left gets no role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from netscout.matching.clauses import Word
from netscout.matching.lexicon import lexicon
from netscout.matching.normalise import stem
from netscout.matching.spans import field_line, occurrences, ranks, spans
from netscout.matching.vocabulary import Lexicon, Phrase, Role

_THINGS = """
    software tool platform solution product app application service system course training newsletter podcast crm
    lösungen logiciel outil solución herramienta curso formation
"""
_TEACHERS = """
    trainer coach tutor instructor mentor teacher lecturer professor educator evangelist recruiter headhunter recruiting
    recruitment talent
"""
_TEACHING = frozenset(stem(word) for word in _TEACHERS.split())
"""Words that make an activity what somebody teaches or recruits for."""
_WARES = frozenset(stem(word) for word in _THINGS.split())
"""Words behind an activity that make it a thing sold or taught (`supply chain planning software`)."""
_RANKED = ("manager", "director", "vp", "c-level", "founder")


@dataclass(frozen=True, slots=True)
class Link:
    """What a clause names.

    Attributes:
        kind: exact (a label and nothing else), head (a label that ends in the head noun, qualified), gap (words in
            between), order (other order), short (abbreviation), typo, credential, employer (a rank at such an
            employer), activity (what is done, not who does it); rank (a rank over a role or field), lead (a lead in a
            field), line (a general job word in a field), field (a field alone), word (a job word alone).
        roles: role ids, the likelier first; more than one if unresolved; () for rank, line, field and word.
        line: line of work, "" if unknown.
        rung: operative, specialist, manager or head.
        level: intern, junior, plain, senior, lead, manager, director, vp, c-level, founder.
        phrase: the words that decided.
        rest: other words of the clause, ranks left out.
        second: a role the words also spell with others in between; never more than related.
        over: the role whose holders somebody of a rank leads, "" if only the line is known.
    """

    kind: str
    roles: tuple[str, ...]
    line: str
    rung: str
    level: str
    phrase: Phrase
    rest: Phrase = ()
    second: str = ""
    over: str = ""

    @property
    def role(self) -> str:
        """The likeliest role id, "" if none."""
        return self.roles[0] if self.roles else ""


def link(words: Sequence[Word], context: frozenset[str], *, quiet: bool = False) -> Link | None:
    """Return what the words of one clause name, or None.

    Args:
        words: the clause.
        context: every key of the headline and of the employer, for the sense of abbreviations.
        quiet: whether the whole headline has no capitals, so that short labels need none.
    """
    known = lexicon()
    if not words:
        return None
    words = tuple(_known_form(word, known) for word in words)
    found = _look(words, context, known, quiet=quiet)
    if found is None or found.kind == "word":
        mended = tuple(_mend(word, known) for word in words)
        if mended != words:
            again = _look(mended, context, known, quiet=quiet)
            if again is not None and again.roles and (len(again.phrase) > 1 or len(again.phrase[0]) >= 8):
                return replace(again, kind="typo")
    return found


def _look(words: Sequence[Word], context: frozenset[str], known: Lexicon, *, quiet: bool) -> Link | None:
    keys = tuple(word.key for word in words)
    head = _head(words, known)
    found = _labelled(words, keys, head, known, quiet=quiet)
    if found is not None and (found.kind != "gap" or found.phrase[-1] == "manager"):
        return found
    return (
        _active(keys, known)
        or found
        or _reordered(keys, known)
        or _short(words, keys, head, context, known, quiet=quiet)
        or _ranked(words, keys, head, known)
    )


def _head(words: Sequence[Word], known: Lexicon) -> int:
    """Return the place of the head noun, -1 if there is none: the last job word that stands behind no of or in."""
    for strict in (True, False):
        places = [
            place
            for place, word in enumerate(words)
            if (word.key in known.heads or (word.shouted and word.key in known.abbreviations))
            and not (strict and word.modifying)
        ]
        if places:
            own = [place for place in places if known.heads.get(words[place].key) != "vague"]
            return (own or places)[-1]
    return -1


def _general(word: str, known: Lexicon) -> bool:
    return known.heads.get(word) in ("generic", "operative", "level", "vague")


def _labelled(words: Sequence[Word], keys: Phrase, head: int, known: Lexicon, *, quiet: bool) -> Link | None:
    best: tuple[int, int, int, int] | None = None
    for start, end in occurrences(keys, known):
        if head >= 0 and not start <= head < end:
            continue
        if end - start == 1 and not _may_stand(words, keys, start, known, quiet=quiet):
            continue
        if _mixes_field(keys, tuple(range(start, end)), keys[start:end], known):
            continue
        rank = (end - start, end, start, end)
        best = max(best or rank, rank)
    gap = _gapped(keys, head, known) if head >= 0 else None
    if best is not None:
        start, end = best[2], best[3]
        if head < 0 and not _covers(keys, start, end, known):
            return None
        second = gap[0] if gap and len(gap[1]) > end - start else ""
        return _role_link(keys, known.labels[keys[start:end]], tuple(range(start, end)), known, second)
    if gap is None:
        return None
    places = _places(gap[1], keys)
    return replace(_role_link(keys, known.labels[gap[1]], places, known, ""), kind="gap")


def _mixes_field(keys: Phrase, places: tuple[int, ...], label: Phrase, known: Lexicon) -> bool:
    """Say whether a label takes only a part of a field of another line (`research lead` in `user research lead`)."""
    line = known.roles[known.labels[label][0]].line
    for first in range(len(keys)):
        for last in range(first + 2, min(len(keys), first + 4) + 1):
            inside = sum(first <= place < last for place in places)
            if 0 < inside < last - first and known.fields.get(keys[first:last], line) != line:
                return True
    return False


def _may_stand(words: Sequence[Word], keys: Phrase, place: int, known: Lexicon, *, quiet: bool) -> bool:
    """Say whether a label of one word names the job here: a general word only if nothing qualifies it."""
    word = words[place]
    if len(word.key) <= 3 and word.key.isascii() and not (word.shouted or quiet):
        return word.key in ("vet", "cook", "ceo", "cto", "cfo", "mp")
    if word.shouted and word.key in known.abbreviations and len(word.key) <= 4:
        return False
    if not _general(word.key, known):
        return True
    _, levels = ranks(keys, known)
    return all(one == place or one in levels or words[one].modifying for one in range(len(keys)))


def _covers(keys: Phrase, start: int, end: int, known: Lexicon) -> bool:
    _, levels = ranks(keys, known)
    outside = [place for place in range(len(keys)) if not start <= place < end and place not in levels]
    return not outside or (end - start >= 2 and end == len(keys))


def _gapped(keys: Phrase, head: int, known: Lexicon) -> tuple[str, Phrase] | None:
    """Return role and label whose words stand here in order around the head noun, with others in between."""
    found: list[tuple[float, Phrase]] = []
    pairs = [(place, head) for place in range(head)] + [(head, place) for place in range(head + 1, len(keys))]
    for first, last in pairs:
        for phrase in known.ends.get((keys[first], keys[last]), ()):
            if len(phrase) > last - first or not _within(phrase, keys[first : last + 1]):
                continue
            if not _mixes_field(keys, _places(phrase, keys), phrase, known):
                found.append((sum(known.weights[word] for word in phrase), phrase))
    if not found:
        return None
    phrase = max(found)[1]
    return known.labels[phrase][0], phrase


def _within(phrase: Phrase, keys: Phrase) -> bool:
    if len(phrase) > len(keys):
        return False
    rest = iter(keys)
    return all(word in rest for word in phrase)


def _places(phrase: Phrase, keys: Phrase) -> tuple[int, ...]:
    places, place = [], len(keys)
    for word in reversed(phrase):
        while place > 0:
            place -= 1
            if keys[place] == word:
                places.append(place)
                break
    return tuple(reversed(places))


def _reordered(keys: Phrase, known: Lexicon) -> Link | None:
    level, levels = ranks(keys, known)
    for drop in ((), () if level in _RANKED else levels):
        left = tuple(place for place in range(len(keys)) if place not in drop)
        roles = known.bags.get(tuple(sorted(keys[place] for place in left)))
        if roles and len(left) > 1:
            return replace(_role_link(keys, roles, left, known, ""), kind="order")
    return None


def _role_link(keys: Phrase, roles: tuple[str, ...], places: tuple[int, ...], known: Lexicon, second: str) -> Link:
    role = known.roles[roles[0]]
    outside = tuple(place for place in range(len(keys)) if place not in places)
    level, ranked = ranks(keys, known, places)
    rest = tuple(keys[place] for place in outside if place not in ranked)
    if role.rung in ("manager", "head"):
        own = ranks(keys, known)[0]
        level = own if own in _RANKED else ("director" if role.rung == "head" else "manager")
    elif level == "plain" and role.rung == "specialist" and keys and "lead" in keys:
        level = "lead"
    kind = "exact" if not rest else "head"
    phrase = tuple(keys[place] for place in places)
    return Link(kind, roles, role.line, role.rung, level, phrase, rest, second)


def _active(keys: Phrase, known: Lexicon) -> Link | None:
    """Read a job named by what is done: a rank over it, a general job word in it, or the activity alone."""
    longest = max((end - start for start, end in occurrences(keys, known)), default=0)
    named = [(end - start, start) for start, end in spans(keys) if keys[start:end] in known.activities]
    length, start = max(named, default=(0, 0))
    places = range(start, start + length)
    around = {known.heads.get(keys[place], "") for place in range(len(keys)) if place not in places}
    if not length or length < longest or "role" in around or not _TEACHING.isdisjoint(keys):
        return None
    return _acting(keys, places, around, known)


def _acting(keys: Phrase, places: range, around: set[str], known: Lexicon) -> Link:
    phrase = keys[places.start : places.stop]
    role = known.roles[known.activities[phrase]]
    level, ranked = ranks(keys, known, tuple(places))
    rest = tuple(key for place, key in enumerate(keys) if place not in places and place not in ranked)
    found = Link("activity", (role.id,), role.line, role.rung, level, phrase, rest)
    if "lead" in keys and level in ("plain", "lead"):
        return replace(found, level="lead", rest=())
    if "level" in around or level in _RANKED:
        own = level if level in _RANKED else "manager"
        return Link("rank", (), role.line, _over(own), own, keys, rest, over=role.id)
    if "operative" in around:
        return Link("line", (), role.line, "operative", level, keys, rest)
    if "generic" not in around and not _WARES.isdisjoint(rest):
        return Link("field", (), role.line, "specialist", level, keys, rest)
    return found


def _short(
    words: Sequence[Word], keys: Phrase, head: int, context: frozenset[str], known: Lexicon, *, quiet: bool
) -> Link | None:
    """Read an abbreviation: the sense whose cues stand around it; several if none is clearly ahead."""
    for place in [head] if head >= 0 else range(len(keys)):
        word = words[place]
        senses = known.abbreviations.get(word.key)
        if not senses or not (word.shouted or (quiet and len(word.key) >= 3)):
            continue
        scored = sorted(((2 * len(s.cues & context) + s.weight, -n, s) for n, s in enumerate(senses)), reverse=True)
        top = scored[0][0]
        roles = tuple(s.role for score, _, s in scored if score >= max(1, top - 1))
        if not roles:
            continue
        found = _role_link(keys, roles, (place,), known, "")
        return replace(found, kind="short")
    return None


def _ranked(words: Sequence[Word], keys: Phrase, head: int, known: Lexicon) -> Link | None:
    """Read a rank or a general job word by the role or the field it goes with."""
    kind = known.heads.get(keys[head], "") if head >= 0 else ""
    role = _qualifying_role(words, keys, head, known) if kind in ("level", "operative") else ""
    if role and kind == "level":
        return _over_role(keys, head, known.roles[role], known)
    if role and known.roles[role].rung == "specialist":
        return Link("line", (), known.roles[role].line, "operative", "plain", keys, keys)
    level, ranked = ranks(keys, known)
    line = field_line(keys)
    rest = tuple(key for place, key in enumerate(keys) if place not in ranked)
    if line and _TEACHING.isdisjoint(keys):
        found = _in_field(keys, kind, level, line, rest)
        if found is not None:
            return found
        if head < 0 and _all_field(rest, known):
            return Link("field", (), line, "specialist", level, keys, rest)
    if kind or any(key in known.family_words for place, key in enumerate(keys) if place != head):
        return Link("word", (), "", "specialist", level, keys, rest)
    return None


def _over_role(keys: Phrase, head: int, role: Role, known: Lexicon) -> Link:
    level, _ = ranks(keys, known)
    if keys[head] == "lead" and level == "lead":
        return Link("head", (role.id,), role.line, role.rung, level, keys, ())
    return Link("rank", (), role.line, _over(level), level, keys, (), over="" if level == "manager" else role.id)


def _in_field(keys: Phrase, kind: str, level: str, line: str, rest: Phrase) -> Link | None:
    """Return what a job word of this kind says in a field: a lead, a rank, or work in the line."""
    if kind == "level" and "lead" in keys and level in ("plain", "lead"):
        return Link("lead", (), line, "specialist", "lead", keys, rest)
    if kind == "level" or level in _RANKED:
        return Link("rank", (), line, _over(level), level if level in _RANKED else "manager", keys, rest)
    if kind in ("generic", "operative"):
        return Link("line", (), line, "operative" if kind == "operative" else "specialist", level, keys, rest)
    return Link("field", (), line, "specialist", level, keys, rest) if kind == "vague" else None


def _all_field(rest: Phrase, known: Lexicon) -> bool:
    return all(word in known.field_words for word in rest)


def _over(level: str) -> str:
    return "head" if level in ("director", "vp", "c-level", "founder") else "manager"


def _qualifying_role(words: Sequence[Word], keys: Phrase, head: int, known: Lexicon) -> str:
    best = ""
    length = 0
    for start, end in occurrences(keys, known):
        if start <= head < end or end - start < length:
            continue
        if end - start == 1 and (_general(keys[start], known) or len(keys[start]) <= 3):
            continue
        best, length = known.labels[keys[start:end]][0], end - start
    if best or head < 0:
        return best
    for place, word in enumerate(words):
        senses = known.abbreviations.get(word.key)
        if place != head and word.shouted and senses and len(senses) == 1 and senses[0].weight >= 3:
            return senses[0].role
    return ""


def _known_form(word: Word, known: Lexicon) -> Word:
    """Return the word with the key of its other gender, where only that form is known (`jefa`, `sociale`)."""
    key = word.key
    if key in known.weights or key[-1:] not in ("a", "e") or len(key) < 4:
        return word
    for other in (key[:-1] + "o", key[:-1] + "e", key[:-1]):
        if other in known.weights:
            return replace(word, key=other)
    return word


def _mend(word: Word, known: Lexicon) -> Word:
    if len(word.key) < 6 or word.key in known.weights or word.shouted or not word.key.isascii():
        return word
    return replace(word, key=_nearest(word.key))


@lru_cache(maxsize=1 << 18)
def _nearest(key: str) -> str:
    """Return the one known word a slip of the hand away with the same first letter, else the word itself."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(key) < 9 else 2
    lengths = range(len(key) - most, len(key) + most + 1)
    words = [word for length in lengths for word in _vocabulary().get((key[0], length), ())]
    near = process.extract(key, words, scorer=OSA.distance, score_cutoff=most, limit=2)
    if not near or (len(near) == 2 and near[0][1] == near[1][1]):
        return key
    return str(near[0][0])


@lru_cache(maxsize=1)
def _vocabulary() -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the known words of five letters and more by first letter and length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in sorted(lexicon().weights):
        if len(word) >= 5:
            found.setdefault((word[0], len(word)), []).append(word)
    return {shape: tuple(words) for shape, words in found.items()}
