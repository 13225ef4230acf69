"""Titles and headlines read into jobs: what is held now, was held, is hoped for, or is only served."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from netscout.matching.clauses import Clause, Word, cut
from netscout.matching.employers import by_employer, rank_words
from netscout.matching.lexicon import lexicon
from netscout.matching.linking import Link, link
from netscout.matching.normalise import LONGEST, fold, stem
from netscout.matching.spans import field_line, occurrences, ranks
from netscout.matching.vocabulary import Lexicon
from netscout.model.verdict import TitleParse

_SERVES = {
    "recruiting": "recruiter-of",
    "coaching": "coach-of",
    "academia": "professor-of",
    "journalism": "writes-about",
    "sales": "sells-to",
    "admin": "assistant-to",
}
"""Lines of work whose holders name those they serve in their titles."""
_LEAST_LETTERS = 3
_MORE = ("weak", "medium", "bracket", "colon")
_STICKY = frozenset(("recruiting", "coaching", "academia", "journalism"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One job of a title: the clause as written, what it names, and what is said of it.

    `around` holds the keys of the whole headline and of the employer, `beside` those of the clauses behind a comma,
    dash or bracket, which may say more of the same job.
    """

    clause: Clause
    link: Link | None
    state: str
    relation: str
    credentials: tuple[str, ...] = ()
    around: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """The comparison keys of its words."""
        return tuple(word.key for word in self.clause.words)


def read(text: str, employer: str = "") -> tuple[Reading, ...]:
    """Return the jobs named in a title or headline, in order; () for text without words. Never raises.

    `employer` only helps to choose the sense of an abbreviation, and of a rank that names no job (Partner).
    """
    found = _read(text, "")
    if not employer or not found:
        return found
    return _read(text, employer) if _hinges(found) else _within(found, _keys_of(employer))


def _within(found: tuple[Reading, ...], keys: frozenset[str]) -> tuple[Reading, ...]:
    """Return jobs on which the employer does not bear, with its words around them."""
    around = found[0].around | keys
    return tuple(replace(one, around=around) for one in found)


@lru_cache(maxsize=1 << 19)
def _keys_of(employer: str) -> frozenset[str]:
    return frozenset(stem(word) for word in fold(employer).split())


@lru_cache(maxsize=1 << 19)
def _read(text: str, employer: str) -> tuple[Reading, ...]:
    known = lexicon()
    clauses, credentials = _credentials(cut(text[:LONGEST], known), known)
    words = {word.key for clause in clauses for word in clause.words}
    around = words | {stem(word) for clause in clauses for word in fold(f"{clause.employer} {employer}").split()}
    context = frozenset(around | {stem(fold(part)) for part in credentials})
    quiet = not any(char.isupper() for char in text)
    beside = frozenset(word.key for clause in clauses if clause.before in _MORE for word in clause.words)
    readings: list[Reading] = []
    pieces = _joined(clauses, context, known, quiet=quiet)
    for clause in pieces:
        told = by_employer(tuple(word.key for word in clause.words), clause.employer or employer)
        found = told or link(clause.words, context, quiet=quiet)
        readings.append(Reading(clause, found, clause.state, _named(clause.relation), credentials, context, beside))
    readings = _served([_spelt_out(reading, readings) for reading in readings])
    if credentials and not any(reading.link and reading.link.kind not in ("field", "word") for reading in readings):
        readings += _implied(credentials, known)
    return tuple(readings)


def _named(relation: str) -> str:
    return "sells-to" if relation == "for" else relation


def _credentials(clauses: tuple[Clause, ...], known: Lexicon) -> tuple[list[Clause], tuple[str, ...]]:
    """Take credentials out of the clauses; one that is the only word of the title stays, as it may be the job."""
    taken: list[str] = []
    kept: list[Clause] = []
    for clause in clauses:
        words = []
        for word in clause.words:
            if _is_credential(word, known) and not _is_job(word, clause, known, first=not kept):
                taken.append(word.raw)
            else:
                words.append(word)
        if words or clause.relation:
            kept.append(clause if len(words) == len(clause.words) else replace(clause, words=tuple(words)))
    return kept, tuple(taken)


def _is_credential(word: Word, known: Lexicon) -> bool:
    return word.key in known.credentials and (word.shouted or not word.raw.islower())


def _is_job(word: Word, clause: Clause, known: Lexicon, *, first: bool) -> bool:
    senses = known.abbreviations.get(word.key, ())
    if bool(senses) and (first or len(clause.words) > 1) and senses[0].weight > 0:
        return True
    keys = tuple(one.key for one in clause.words)
    place = clause.words.index(word)
    return any(end - start > 1 and start <= place < end for start, end in occurrences(keys, known))


def _implied(credentials: tuple[str, ...], known: Lexicon) -> list[Reading]:
    for credential in credentials:
        role = known.credentials.get(fold(credential).replace("-", ""), "")
        if role:
            own = known.roles[role]
            found = Link("credential", (role,), own.line, own.rung, "plain", (fold(credential),))
            return [Reading(Clause(()), found, "current", "", credentials)]
    return []


def _joined(clauses: list[Clause], context: frozenset[str], known: Lexicon, *, quiet: bool) -> list[Clause]:
    """Split clauses that hold two jobs (`Actor and waiter`), and join those that hold half a one each.

    A rank or general job word goes with the field behind the comma (`Manager, Supply Chain`).
    """
    parts = [part for clause in clauses for part in _split(clause, context, known, quiet=quiet)]
    result: list[Clause] = []
    for part in parts:
        if result and (_halves(result[-1], part, known) or _fielded(result[-1], part, context, known)):
            result[-1] = replace(result[-1], words=part.words + result[-1].words)
        else:
            result.append(part)
    return result


def _split(clause: Clause, context: frozenset[str], known: Lexicon, *, quiet: bool) -> list[Clause]:
    for place, word in enumerate(clause.words):
        if not place or not word.joined or clause.words[place - 1].key == word.key:
            continue
        left, right = clause.words[:place], clause.words[place:]
        named = link(left, context, quiet=quiet)
        whole = link(clause.words, context, quiet=quiet)
        both = whole is not None and whole.kind in ("exact", "order") and len(whole.phrase) > 2
        shared = None if both else _shared(clause, place, known)
        if shared is not None:
            return [shared, clause]
        if named is None or not named.roles or both or not any(w.key in known.heads or w.shouted for w in right):
            continue
        first = tuple(replace(w, modifying=False) for w in right) if right[0].modifying else right
        other = replace(clause, words=first, before="and")
        return [replace(clause, words=left), *_split(other, context, known, quiet=quiet)]
    return [clause]


def _shared(clause: Clause, place: int, known: Lexicon) -> Clause | None:
    """Return the first job of two that share their job word (`Events & Partnerships Manager`), if a label names it."""
    left, last = clause.words[:place], clause.words[-1]
    if last.modifying or known.heads.get(last.key) is None or any(word.key in known.heads for word in left):
        return None
    words = (*left, last)
    return replace(clause, words=words) if tuple(word.key for word in words) in known.labels else None


def _halves(one: Clause, other: Clause, known: Lexicon) -> bool:
    """Say whether the second clause is only the field of the first."""
    apart = other.before not in ("weak", "medium", "colon", "bracket") or other.state != one.state
    if apart or other.relation or one.relation or len(one.words) > 3 or len(other.words) > 5:
        return False
    keys = [word.key for word in one.words]
    _, levels = ranks(keys, known)
    for place, key in enumerate(keys):
        if known.heads.get(key) not in ("generic", "operative", "level") and place not in levels:
            return False
    phrase = tuple(word.key for word in other.words)
    if phrase in known.fields:
        return True
    return not any(
        known.heads.get(word.key) not in (None, "vague")
        or (word.shouted and word.key in known.abbreviations and (word.key,) not in known.fields)
        for word in other.words
    )


def _fielded(one: Clause, other: Clause, context: frozenset[str], known: Lexicon) -> bool:
    """Say whether the second clause names the field of a first one that means nothing by itself."""
    keys = tuple(word.key for word in other.words)
    field = bool(keys) and bool(field_line(keys)) and all(key in known.field_words for key in keys)
    if not field or other.state != one.state or other.relation or one.relation or not one.words:
        return False
    found = link(one.words, context)
    return found is None or found.kind == "word"


def _spelt_out(reading: Reading, readings: list[Reading]) -> Reading:
    """Take the job from an abbreviation that the headline spells out otherwise (`Credit Risk Analyst (CRA)`)."""
    found = reading.link
    if found is None or found.kind != "short" or len(found.phrase[0]) < _LEAST_LETTERS:
        return reading
    known, letters = lexicon(), found.phrase[0]
    for other in readings:
        keys = other.keys
        for start in range(len(keys) - len(letters) + 1):
            run = keys[start : start + len(letters)]
            if "".join(key[0] for key in run) == letters and not set(known.labels.get(run, ())) & set(found.roles):
                return replace(reading, link=None)
    return reading


def _served(readings: list[Reading]) -> list[Reading]:
    """Pass a relation on: behind a recruiter's comma stand those recruited, and plurals are people served."""
    result: list[Reading] = []
    serving = ""
    for reading in readings:
        clause = reading.clause
        if clause.before in ("strong", "") and serving != "recruiter-of":
            serving = ""
        relation = reading.relation
        if relation == "sells-to" and clause.relation == "for" and serving:
            relation = serving
        found = reading.link
        apart = clause.before != "" and serving == "recruiter-of"
        if not relation and serving and (found is None or not found.roles or _is_served(reading) or apart):
            relation = serving
        if not relation and _is_plural(reading):
            relation = serving or "coach-of"
        held = reading.state in ("current", "freelance")
        if not relation and held and found is not None and found.line in _STICKY:
            serving = _SERVES[found.line]
        elif not relation and found is not None and found.roles and clause.before not in ("weak", "inner"):
            serving = ""
        result.append(reading if reading.relation == relation else replace(reading, relation=relation))
    if any(one.link is not None and one.link.roles and not one.relation and not _is_topic(one.link) for one in result):
        result = [_topic(reading) for reading in result]
    return result


def _topic(reading: Reading) -> Reading:
    """Take a field or an activity that stands alone beside a job for what it is: a topic, no second job."""
    found = reading.link
    return replace(reading, link=None) if found is not None and _is_topic(found) else reading


def _is_topic(found: Link) -> bool:
    return found.kind == "field" or (found.kind == "activity" and found.level == "plain" and not found.rest)


def _is_served(reading: Reading) -> bool:
    found = reading.link
    return found is not None and (found.kind in ("short", "field", "line") or _is_plural(reading))


def _is_plural(reading: Reading) -> bool:
    """Say whether the job word stands in the plural (`MSLs`, `compliance officers`): others hold it."""
    found = reading.link
    if found is None or not found.roles or not found.phrase:
        return False
    last = [word for word in reading.clause.words if word.key == found.phrase[-1]]
    return bool(last) and last[-1].plural and last[-1].key in lexicon().heads


def hinges(text: str) -> bool:
    """Say whether the employer may decide: by the sense of an abbreviation, or of a rank that names no job alone."""
    return _hinges(read(text))


def _hinges(found: tuple[Reading, ...]) -> bool:
    known = lexicon()
    for reading in found:
        if rank_words(reading.keys, known) or any(len(known.abbreviations.get(key, ())) > 1 for key in reading.keys):
            return True
    return False


def parse_title(text: str) -> tuple[TitleParse, ...]:
    """Return the jobs of a title or headline with level, state, relation, employer, credentials and their places.

    Never raises; text without words gives (). Example: `ex-PM, now UX designer` is a former and a current job.
    """
    return tuple(_parse(reading, text) for reading in read(text) if reading.clause.words)


def _parse(reading: Reading, text: str) -> TitleParse:
    words = reading.clause.words
    start = min(word.start for word in words)
    end = max(word.end for word in words)
    keys = reading.keys
    level, places = ranks(keys, lexicon())
    found = reading.link
    named: tuple[str, ...] = ()
    if found is not None:
        level = found.level
        named = found.phrase if found.roles else ()
    relation = reading.relation
    if not relation and found is not None and found.roles and found.rest and found.line in _SERVES:
        relation = _SERVES[found.line]
    return TitleParse(
        text=text[start:end],
        core=tuple(key for place, key in enumerate(keys) if place not in places or key in named) or keys,
        level="intern" if reading.state == "training" and level == "plain" else level,
        state=reading.state,
        relation=relation,
        employer=reading.clause.employer,
        credentials=reading.credentials,
        span=(start, end),
    )
