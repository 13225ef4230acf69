"""What each title says somebody does, target or no target: role, occupation code, family, level, state and why.

Where no role is named the code stays empty, and the family comes from a telling word or stays empty too:
nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from netscout.matching.doubts import WORDLESS
from netscout.matching.lexicon import lexicon
from netscout.matching.linking import Link
from netscout.matching.memory import Key, TitleMemory
from netscout.matching.plain import answer_for
from netscout.matching.titles import Reading, read
from netscout.matching.vocabulary import Lexicon
from netscout.model.verdict import Occupation
from netscout.tables import TITLES

if TYPE_CHECKING:
    import pandas as pd

    from netscout.matching.added import AddedTaxonomies

_STATE_ORDER = ("current", "freelance", "training", "former", "retired", "aspiring")
_KINDS = {
    "exact": "named in the title",
    "head": "named in the title",
    "gap": "named in the title, with words in between",
    "order": "named in the title, in another order",
    "short": "short form of {name}",
    "typo": "read as {name}, spelt differently",
    "credential": "from the credential",
    "activity": "named by what is done",
    "employer": "what the title says at such an employer",
}


@lru_cache(maxsize=1 << 19)
def classify(title: str, employer: str = "") -> Occupation:
    """Return the occupation a title names. Never raises; text that names none gives empty fields and the reason.

    `employer` (name and field of business) decides between the senses of abbreviations and bare ranks. Of several
    jobs the first one held now counts, then one in training, then a former one.
    """
    known = lexicon()
    readings = read(title, employer)
    best = min(readings, key=lambda reading: _rank(reading, known), default=None)
    if best is None:
        return Occupation("", "", "", "", "plain", "current", WORDLESS if title.strip() else "no title")
    if best.link is None or best.relation:
        return _by_word(readings, best, known)
    return _occupation(best, best.link, readings, known)


def _rank(reading: Reading, known: Lexicon) -> tuple[int, int, int]:
    found = reading.link
    told = 3
    if found is not None and not reading.relation:
        told = 0 if len(found.roles) == 1 or found.kind != "short" else 1
        told = told if found.roles else (1 if found.line else 2)
        if found.role and known.roles[found.role].line == "study":
            told = 1
    return (told, _STATE_ORDER.index(reading.state), 0)


def _occupation(reading: Reading, found: Link, readings: tuple[Reading, ...], known: Lexicon) -> Occupation:
    level = "intern" if reading.state == "training" and found.level == "plain" else found.level
    if len(found.roles) > 1 and found.kind == "short":
        names = " or ".join(known.roles[role].name for role in found.roles)
        families = {known.family(role) for role in found.roles}
        family = families.pop() if len(families) == 1 else ""
        return Occupation("", "", "", family, level, reading.state, f"may mean {names}")
    if found.role:
        role = known.roles[found.role]
        return Occupation(
            role.code,
            role.id,
            role.name,
            known.family(role.id),
            level,
            reading.state,
            _reason(reading, found, role.name),
        )
    if found.line:
        line = known.lines[found.line]
        family = known.families["11" if found.kind == "rank" else line.group]
        why = "a rank in this line of work" if found.kind == "rank" else "the field is named, not the job"
        return Occupation("", "", line.name, family, level, reading.state, why)
    return _by_word(readings, reading, known)


def _reason(reading: Reading, found: Link, name: str) -> str:
    why = _KINDS[found.kind].format(name=name)
    words = reading.clause.words
    if found.kind == "short" and words:
        short = next((word.raw for word in words if word.key == found.phrase[0]), "")
        return f"{short} = {name}"
    if found.kind == "credential" and reading.credentials:
        return f"{reading.credentials[0]} is the credential of a {name.lower()}"
    return why


def _by_word(readings: tuple[Reading, ...], best: Reading, known: Lexicon) -> Occupation:
    """Return the family a telling word gives, read from the job word backwards, or nothing."""
    level = best.link.level if best.link is not None else "plain"
    for reading in (best, *readings):
        words = [word for word in reading.clause.words if not word.modifying] or list(reading.clause.words)
        for word in reversed(words if not reading.relation else []):
            family = _told(word.key, known)
            if family:
                return Occupation("", "", "", family, level, reading.state, f"the word {word.raw!r} tells the family")
    return Occupation("", "", "", "", level, best.state, "no occupation found in the words")


def _told(word: str, known: Lexicon) -> str:
    group = known.family_words.get(word)
    if group is not None:
        return known.families[group]
    named = known.labels.get((word,), ()) if known.heads.get(word) == "role" else ()
    return known.family(named[0]) if len(named) == 1 and len(word) > 3 else ""


def _widened(found: Occupation, title: str, wider: AddedTaxonomies | None) -> Occupation:
    """Return what an added taxonomy says of a title that is not understood; level and state stay as read."""
    if found.name or wider is None or found.state == "aspiring" or not title.strip():
        return found
    more = wider.find(title)
    if more is None:
        return found
    family = more.family or found.family
    return replace(found, code=more.code, name=more.name, family=family, reason=more.reason)


def classify_people(
    titles: pd.Series[str],
    employers: pd.Series[str],
    wider: AddedTaxonomies | None,
    said: Mapping[str, str],
    memory: TitleMemory | None = None,
) -> pd.DataFrame:
    """Return the columns of `tables.TITLES` row by row, each distinct title read once.

    The employer is heard only where it may decide; `said` holds, by `title_key`, the words of the job that the user
    said a title stands for. What `memory` holds is not read again; it must come from the same `wider`.
    """
    memory = memory or TitleMemory()
    keys = memory.keys(titles, employers)
    known = memory.occupations
    new = {key: classify(*key) for key in dict.fromkeys(keys) if key not in known}
    if wider is not None:
        wider.learn(title for (title, _), found in new.items() if not found.name)
    known.update({key: _widened(found, key[0], wider) for key, found in new.items()})
    found = _heeded(keys, memory, wider, said) if said else known
    return _table(list(titles), [found[key] for key in keys])


def _heeded(
    keys: list[Key], memory: TitleMemory, wider: AddedTaxonomies | None, said: Mapping[str, str]
) -> dict[Key, Occupation]:
    """Return the occupation of each key, what the user said before what was read."""
    jobs = {key: answer_for(said, key[0], memory.note(key[0]).plain) for key in dict.fromkeys(keys)}
    return {key: memory.occupations[key] if job is None else _said(job, wider) for key, job in jobs.items()}


def own_work(roles: pd.Series[str], own: Iterable[tuple[str, str]]) -> pd.Series[bool]:
    """Say of each role id whether the user's own positions (title, employer) name it, its wider role or its code."""
    return roles.map(own_roles(own)).fillna(value=False).astype(bool)


def own_roles(own: Iterable[tuple[str, str]]) -> dict[str, bool]:
    """Say of each role whether the user's own positions (title, employer) name it, its wider role or its code."""
    known = lexicon().roles
    mine = {classify(title, employer).role for title, employer in own} - {""}
    mine |= {known[role].broader for role in mine} - {""}
    codes = {known[role].code for role in mine} - {""}
    codes = {code for code in codes if not code.endswith("99.00")}
    return {role: role in mine or one.broader in mine or one.code in codes for role, one in known.items()}


def _said(job: str, wider: AddedTaxonomies | None) -> Occupation:
    found = _widened(classify(job), job, wider)
    return replace(found, reason=f"you read it as {job}: {found.reason}")


def _table(titles: list[str], found: list[Occupation]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (title, one.code, one.role, one.name, one.family, one.level, one.state, one.reason)
        for title, one in zip(titles, found, strict=True)
    ]
    return pd.DataFrame(rows, columns=TITLES.names(), dtype=object)
