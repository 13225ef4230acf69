"""A headline cut into clauses: one job each, with what it says of time (state) and of whom it serves (relation)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from netscout.matching.lexicon import lexicon
from netscout.matching.normalise import Token, blank, fold, stem, tokens
from netscout.matching.vocabulary import MODIFYING, SERVING, STOPWORDS, Lexicon

_SEXES = "m|w|f|d|x|h|i|a|gn|div|k|v|ž"
_ORNAMENTS = (
    re.compile(rf"\(\s*(?:{_SEXES})(?:\s*[/|,*]\s*(?:{_SEXES}))+\s*\)", re.IGNORECASE),
    re.compile(r"(?<!\w)[mwfdxh](?:/[mwfdxh]){1,2}(?!\w)", re.IGNORECASE),
    re.compile(r"(?<=\w)(?:[*:_·•]in(?:nen)?|/-?in(?:nen)?|\(-?in\)|/-frau)(?!\w)", re.IGNORECASE),
    re.compile(r"(?<=\w)(?:\((?:e|ne|trice|rice|euse|se|a|as|ora|es|s|en)\)|[·.]e(?!\w)|/-?[ae](?!\w)|-e(?!\w))"),
    re.compile(
        r"\(?\b(?:she|he|they|elle|il|iel|ella|él|sie|er)\s*/\s*[^\W\d_]{2,5}(?:\s*/\s*[^\W\d_]{2,6})?\)?",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\S)#[^\W\d]\w*"),
    re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE),
    re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ufe0f]"),
)  # fmt: skip
_BARE = re.compile(r"(?:[^\W_]|[ ,|&'’+])*")
"""A text of letters, digits and these marks alone, in which no ornament can stand."""
_GLUED_E = re.compile(r"(?<!\w)([eE])-([^\W\d_]{3,})")
_VICE = re.compile(r"(?<!\w)vice[\s-]+pr[eé]sident(?!\w)", re.IGNORECASE)
_PLACES_OF_WORK = frozenset(("at", "bei", "chez"))
_AIDES = """
    assistant assistent assistenz asistente assistente secretary sekretar secretario secretaire segretario pa ea aide
    auxiliar auxiliaire adjoint
"""
_ASSISTANTS = frozenset(stem(word) for word in _AIDES.split())
_SPEAKERS = frozenset(("i", "we", "my", "our", "ich", "wir", "je", "j", "nous", "me", "yo"))
_ORIGINS = frozenset(("from", "vom", "von", "van", "de", "da"))
_GOALS = frozenset(("to", "into", "zum", "zur", "naar", "a", "au", "para"))
_SPECIAL = {"(": "bracket", "[": "bracket", "{": "bracket", ":": "colon"}
_LONE = ("retired", "training", "freelance", "aspiring")
"""States that may stand alone, as a clause of their own (`| Retired`, `(freelance)`, `Intern - `, `Seeking: `)."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a clause. `modifying` if it stands behind of, in or de; `joined` if and, & or + precedes it."""

    key: str
    raw: str
    start: int
    end: int
    modifying: bool = False
    joined: bool = False
    shouted: bool = False

    @property
    def plural(self) -> bool:
        """Whether the written form is an English plural of its key: people served, not the person."""
        raw = fold(self.raw)
        if raw in lexicon().with_s:
            return False
        return raw.endswith("s") and not self.key.endswith("s") and len(raw) > 3


@dataclass(frozen=True, slots=True)
class Clause:
    """One job as written: its words without stopwords, state, relation, employer, and the separator before it."""

    words: tuple[Word, ...]
    state: str = "current"
    relation: str = ""
    employer: str = ""
    before: str = ""


@dataclass(slots=True)
class _Cutter:
    """The words of one segment on their way into clauses."""

    before: str
    state: str = "current"
    relation: str = ""
    words: list[Word] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    modifying: bool = False
    joined: bool = False
    carry: bool = False

    def flush(self, state: str = "", *, last: bool = False) -> None:
        """Close the clause so far and begin the next one; a lone `Retired` is kept for the clauses around it."""
        if self.words or self.relation or (last and self.state in _LONE):
            self.clauses.append(Clause(tuple(self.words), state or self.state, self.relation, "", self.before))
            self.before = "inner"
        self.words, self.relation, self.modifying, self.joined = [], "", False, False

    def add(self, token: Token) -> None:
        """Take one written word in; stopwords only leave their mark."""
        for key in token.keys:
            if key in MODIFYING and self.words:
                self.modifying = True
            elif key in ("and", "und", "et", "y", "e", "ed", "og", "&"):
                self.joined = True
            if key in STOPWORDS or key in MODIFYING:
                continue
            word = Word(key, token.raw, token.start, token.end, self.modifying, self.joined, token.shouted)
            self.words.append(word)
            self.joined = False


def cut(text: str, known: Lexicon) -> tuple[Clause, ...]:
    """Return the clauses of a title or headline in order; () for text without words."""
    if not _BARE.fullmatch(text):
        for pattern in _ORNAMENTS:
            text = blank(text, pattern)
        text = _GLUED_E.sub(lambda found: f"{found[1]}{found[2]} ", text)
    text = _VICE.sub(lambda found: "VP".ljust(found.end() - found.start()), text)
    clauses: list[Clause] = []
    carried = ""
    for before, segment in _segments(tokens(text, known.canonical)):
        if before not in ("weak", "and"):
            carried = ""
        found, carried = _segment(before, segment, carried, known)
        clauses += found
    return _overtaken(_announced(_spread(clauses)), known)


def _segments(found: list[Token]) -> list[tuple[str, list[Token]]]:
    segments: list[tuple[str, list[Token]]] = []
    before, now = "", list[Token]()
    for token in found:
        if token.kind in ("strong", "medium", "weak"):
            if now:
                segments.append((before, now))
                before = ""
            before = _stronger(before, _SPECIAL.get(token.raw, token.kind))
            now = []
        elif token.kind not in ("hyphen", "quote"):
            now.append(token)
    if now:
        segments.append((before, now))
    return segments


def _stronger(one: str, other: str) -> str:
    order = ("", "weak", "medium", "colon", "bracket", "strong")
    return max(one, other, key=order.index)


def _segment(before: str, segment: list[Token], carried: str, known: Lexicon) -> tuple[list[Clause], str]:
    """Return the clauses of one segment, and the state that runs on through the commas behind it."""
    cutter = _Cutter(before, state=carried or "current", carry=bool(carried))
    keys = [token.keys[0] if token.keys else token.kind for token in segment]
    guarded = _guarded(segment, known)
    shielded = _shielded(keys, known)
    origin, goal = _journey(keys, known)
    place = 0
    while place < len(segment):
        token = segment[place]
        if token.kind == "at" or (keys[place] in _PLACES_OF_WORK and place):
            return _employed(cutter, segment[place + 1 :]), cutter.state if cutter.carry else ""
        if token.kind != "word":
            cutter.joined = cutter.joined or token.kind == "and"
            place += 1
            continue
        if place in (origin, goal):
            cutter.flush()
            cutter.state = "former" if place == origin else "current"
            place += 1
            continue
        taken = 0 if place in shielded else _marker(cutter, keys, place, known, guarded)
        place += taken or _plain(cutter, segment, keys, place, guarded, known)
    cutter.flush(last=not cutter.clauses)
    return cutter.clauses, cutter.state if cutter.carry else ""


def _guarded(segment: list[Token], known: Lexicon) -> set[int]:
    """Return the places covered by a label of two words and more: no marker is read there."""
    flat = [
        (key, place)
        for place, token in enumerate(segment)
        for key in token.keys
        if key not in STOPWORDS and key not in SERVING
    ]
    covered: set[int] = set()
    keys = tuple(key for key, _ in flat)
    for start in range(len(keys) - 1):
        if keys[start : start + 2] not in known.openings:
            continue
        for end in range(start + 2, min(len(keys), start + 5) + 1):
            if keys[start:end] in known.labels:
                covered.update(range(flat[start][1], flat[end - 1][1] + 1))
    return covered


def _shielded(keys: list[str], known: Lexicon) -> set[int]:
    """Return the places covered by words that look like a marker and are none (`resident engineer`)."""
    covered: set[int] = set()
    for start, key in enumerate(keys):
        for length in range(2, min(5, len(keys) - start) + 1) if key in known.marker_starts else ():
            if known.states.get(tuple(keys[start : start + length]), ("", ""))[1] == "plain":
                covered.update(range(start, start + length))
    return covered


def _journey(keys: list[str], known: Lexicon) -> tuple[int, int]:
    """Return the places of from and to in `from teacher to developer`, both -1 where no job stands behind each."""
    origin = 0 if keys and keys[0] in _ORIGINS else -1
    if "from" in keys[1:] and tuple(keys[keys.index("from") - 1 :][:2]) not in known.states:
        origin = keys.index("from")
    for goal in range(origin + 2, len(keys) - 1) if origin >= 0 else ():
        if keys[goal] in _GOALS and _names_job(keys[origin + 1 : goal], known) and _names_job(keys[goal + 1 :], known):
            return origin, goal
    return -1, -1


def _names_job(keys: list[str], known: Lexicon) -> bool:
    return any(known.heads.get(key, "vague") != "vague" or (key,) in known.levels for key in keys)


def _employed(cutter: _Cutter, rest: list[Token]) -> list[Clause]:
    employer = " ".join(token.raw for token in rest if token.kind == "word")
    cutter.flush()
    if cutter.clauses and employer:
        cutter.clauses[-1] = replace(cutter.clauses[-1], employer=employer)
    return cutter.clauses


def _longest(keys: list[str], place: int, table: dict[tuple[str, ...], tuple[str, str]]) -> tuple[int, str, str] | None:
    for length in range(min(5, len(keys) - place), 0, -1):
        found = table.get(tuple(keys[place : place + length]))
        if found is not None:
            return length, found[0], found[1]
    return None


def _marker(cutter: _Cutter, keys: list[str], place: int, known: Lexicon, guarded: set[int]) -> int:
    """Read a state or relation that begins here; return how many words it took, 0 for none."""
    if keys[place] not in known.marker_starts:
        return 0
    state = _longest(keys, place, known.states)
    relation = _longest(keys, place, known.relations)
    if relation and (state is None or relation[0] >= state[0]):
        taken = 0 if place in guarded and relation[0] < 3 else _relation(cutter, relation, keys, place)
        if taken:
            return taken
    if state is None or (place in guarded and state[0] == 1 and state[2] not in ("next", "either")):
        return 0
    return _state(cutter, state, keys, place, known)


def _state(cutter: _Cutter, marker: tuple[int, str, str], keys: list[str], place: int, known: Lexicon) -> int:
    taken, state, scope = marker
    if cutter.words and scope in ("before", "either", "study", "behind", "turned"):
        return _state_before(cutter, marker, keys, place, known)
    if (scope == "start" and cutter.words) or scope in ("before", "plain"):
        return 0
    if scope == "study" and tuple(keys[place + taken :]) not in known.activities:
        return 0
    if scope != "clause":
        overtaking = scope == "now" and not cutter.joined
        cutter.flush()
        cutter.carry = scope == "list"
        cutter.state = "now" if overtaking else ("current" if scope == "turned" else state)
        return taken
    cutter.state = state
    return 1 if keys[place] == "student" and state == "training" else taken


def _state_before(cutter: _Cutter, marker: tuple[int, str, str], keys: list[str], place: int, known: Lexicon) -> int:
    """Read a marker that says something of the words before it; what follows `turned` is held now."""
    taken, state, scope = marker
    behind = keys[place + taken] if place + taken < len(keys) else "at"
    ends = behind == "at" or behind in STOPWORDS or behind in _PLACES_OF_WORK
    last = cutter.words[-1].key
    own = scope != "behind" or "role" in (known.heads.get(last), known.heads.get(last[:-1] + "o"))
    if not own or (not ends and (state == "aspiring" or scope == "behind")):
        return 0
    cutter.flush(state)
    if state == "former":
        cutter.state = "current"
    return taken


def _relation(cutter: _Cutter, marker: tuple[int, str, str], keys: list[str], place: int) -> int:
    taken, relation, kind = marker
    if cutter.relation or (kind == "start" and cutter.words):
        return 0
    if kind == "after" and taken == 1 and keys[place] == "to" and cutter.words and not _is_job(cutter.words[-1].key):
        return 0
    if kind == "after" and not cutter.words and keys[place] in ("to", "about"):
        return taken
    cutter.flush()
    cutter.relation = relation
    return taken


def _is_job(key: str) -> bool:
    """Say whether a word is a job word: only somebody serves somebody (`English to Portuguese Translator`)."""
    return key in lexicon().heads or key in _ASSISTANTS


def _plain(
    cutter: _Cutter, segment: list[Token], keys: list[str], place: int, guarded: set[int], known: Lexicon
) -> int:
    """Take a word that marks nothing; of and for may open what the job serves."""
    key = keys[place]
    last = cutter.words[-1].key if cutter.words else ""
    silent = not cutter.words and not cutter.relation and cutter.state in ("current", "now")
    if key in _SPEAKERS and silent and cutter.before != "weak":
        return len(segment) - place
    if place not in guarded and not cutter.relation:
        if key in MODIFYING and last in _ASSISTANTS:
            return _serve(cutter, "assistant-to")
        if key in SERVING and cutter.words:
            if known.heads.get(last, "role") == "role" or len(cutter.words) > 1:
                return _serve(cutter, "for")
            cutter.modifying = True
            return 1
    if key not in SERVING:
        cutter.add(segment[place])
    return 1


def _serve(cutter: _Cutter, relation: str) -> int:
    cutter.flush()
    cutter.relation = relation
    return 1


def _spread(clauses: list[Clause]) -> list[Clause]:
    """Give a state that stands alone (`| Retired`, `(Intern)`, `Trainee - Accounting`) to the jobs around it."""
    kept: list[Clause] = []
    waiting, first = "", False
    for clause in clauses:
        if clause.words or clause.relation:
            reached = clause.before == "colon" if waiting == "aspiring" else first or clause.before != "strong"
            waiting = waiting if reached else ""
            if clause.before == "bracket" and kept and kept[-1].state == "aspiring" and clause.state == "current":
                clause = replace(clause, state="aspiring")  # noqa: PLW2901  # a bracket says the same in other words
            kept.append(replace(clause, state=waiting) if waiting and clause.state == "current" else clause)
            first = first and waiting != "training"
        elif clause.state == "retired" and kept:
            kept = [replace(one, state="retired") if one.state == "current" else one for one in kept]
        elif kept and clause.before != "strong" and clause.state != "aspiring":
            if kept[-1].state == "current":
                kept[-1] = replace(kept[-1], state=clause.state)
        else:
            waiting, first = clause.state, not kept
    return kept


def _announced(clauses: list[Clause]) -> list[Clause]:
    """Pass a relation that stands alone before a colon on to what follows it (`Hiring: data engineers, analysts`)."""
    result: list[Clause] = []
    relation = ""
    for clause in clauses:
        if clause.relation:
            relation = "" if clause.words else clause.relation
        elif clause.before not in ("colon", "weak"):
            relation = ""
        told = clause.relation or relation
        result.append(clause if told == clause.relation else replace(clause, relation=told))
    return result


def _overtaken(clauses: list[Clause], known: Lexicon) -> tuple[Clause, ...]:
    """Take what stands before `now` for former, if a job follows it (`Lawyer, now product manager`)."""
    result: list[Clause] = []
    begin = 0
    for clause in clauses:
        if clause.before == "strong":
            begin = len(result)
        if clause.state == "now":
            held = not clause.relation and _names_job([word.key for word in clause.words], known)
            for place in range(begin, len(result)) if held else ():
                if result[place].state == "current":
                    result[place] = replace(result[place], state="former")
        result.append(replace(clause, state="current") if clause.state == "now" else clause)
    return tuple(result)
