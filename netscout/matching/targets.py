"""What the role phrases of a target mean: a leaf role, a line of work, or only their words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netscout.matching.clauses import cut
from netscout.matching.lexicon import lexicon
from netscout.matching.linking import Link, link
from netscout.matching.normalise import LONGEST, fold, stem
from netscout.matching.spans import ranks
from netscout.matching.vocabulary import Phrase


@dataclass(frozen=True, slots=True)
class Understood:
    """One role phrase of a target.

    Attributes:
        phrase: as the user wrote it.
        role: leaf role id, "" if the phrase is not in the taxonomy.
        name: name of the role, or of the line of work, or "".
        code: O*NET-SOC 2019 code, "" if not in the taxonomy.
        note: one plain sentence: how the phrase is matched.
        line: line of work, "" if unknown.
        roles: every role it may mean.
        words: its words without ranks; the last of `head` names the job.
        head: the job word, "" if there is none.
        narrowing: words beside the role's own that a holder must have too.
        ranked: manager or head, if the phrase is a rank over a line; "" else.
        whole_line: whether any job of the line is meant (`data person`, `marketing`).
        composed: whether this is the second way to read a phrase, a wider role in a field (`health data analyst` is a
            data analyst in health); only holders in that field count then.
    """

    phrase: str
    role: str
    name: str
    code: str
    note: str
    line: str = ""
    roles: tuple[str, ...] = ()
    words: Phrase = ()
    head: str = ""
    narrowing: Phrase = ()
    ranked: str = ""
    whole_line: bool = False
    composed: bool = False


def understand(phrase: str) -> Understood:
    """Return what a role phrase means. Text without words is understood as nothing, and never matches."""
    known = lexicon()
    clauses = [clause for clause in cut(phrase[:LONGEST], known) if clause.words]
    if not clauses:
        return Understood(phrase, "", "", "", "no words to match")
    words = tuple(word for clause in clauses for word in clause.words)
    keys = tuple(word.key for word in words)
    _, ranked = ranks(keys, known)
    found = link(words, frozenset(stem(fold(part)) for part in phrase.split()), quiet=not any(map(str.isupper, phrase)))
    core = tuple(key for place, key in enumerate(keys) if place not in ranked) or keys
    if found is not None and found.roles and found.kind != "credential":
        return _role(phrase, found, keys)
    return _words(phrase, found, core)


def ways(phrase: str) -> list[Understood]:
    """Return every way to read a role phrase: what it means, and a wider role in a field where it is made of both."""
    first = understand(phrase)
    second = _composed(first) if first.roles and not first.narrowing else None
    return [first] if second is None else [first, second]


def _composed(target: Understood) -> Understood | None:
    known = lexicon()
    for place in range(1, len(target.words)):
        field, label = target.words[:place], target.words[place:]
        roles = known.labels.get(label)
        if roles is None or (len(label) == 1 and known.heads.get(label[0]) != "role"):
            continue
        role = known.roles[roles[0]]
        if role.id in target.roles:
            return None
        return replace(
            target, role=role.id, line=role.line, roles=(role.id,), narrowing=field, head=label[-1], composed=True
        )
    return None


def _role(phrase: str, found: Link, keys: Phrase) -> Understood:
    known = lexicon()
    role = known.roles[found.role]
    roles = found.roles if found.kind in ("short", "exact") else (found.role,)
    narrowing = tuple(key for key in found.rest if key not in found.phrase)
    name = " or ".join(known.roles[one].name for one in roles)
    note = f"{name}, {role.code}" if role.code else name
    if narrowing:
        note += f", with {' '.join(narrowing)}"
    head = found.phrase[-1] if found.phrase else keys[-1]
    return Understood(phrase, role.id, name, role.code, note, role.line, roles, keys, head, narrowing)


def _words(phrase: str, found: Link | None, core: Phrase) -> Understood:
    known = lexicon()
    line = found.line if found is not None else ""
    kind = found.kind if found is not None else ""
    heads = [key for key in core if known.heads.get(key) not in (None, "vague")]
    head = (heads or list(core))[-1]
    name = known.lines[line].name if line else ""
    note = "not in the taxonomy: matched by its words"
    if line:
        note += f", and by the line of work {name}"
    return Understood(
        phrase,
        "",
        name,
        "",
        note,
        line,
        (),
        tuple(key for key in core if known.heads.get(key) != "vague") or core,
        head,
        (),
        found.rung if found is not None and kind == "rank" else "",
        kind == "field",
    )
