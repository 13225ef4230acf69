"""The plain form of a title: the one job it names, without slogans, credentials, its employer and other ornament.

Titles of one plain form are one question to the user, and one answer settles them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from netscout.matching.titles import Reading, hinges, read
from netscout.model.settled import title_key


@lru_cache(maxsize=1 << 19)
def plain(title: str) -> str:
    """Return the words of the one job a title names, as written; the whole title where that is not safe. Never raises.

    Not safe: several jobs or fields are understood, the job is not held now, or somebody is served (assistant to),
    or the employer in the title decides what it means (Partner at a law firm).
    """
    one = _only_job(read(title))
    if one is None or (one.clause.employer and hinges(title)):
        return title
    start = min(word.start for word in one.clause.words)
    end = max(word.end for word in one.clause.words)
    if title[start:end].count("(") > title[start:end].count(")") and title[end : end + 1] == ")":
        end += 1
    return title[start:end] or title


def answer_for(answers: Mapping[str, str], title: str, form: str | None = None) -> str | None:
    """Return what was said of a title, else of its plain form (`form`, if that is known already), else None.

    `answers` is by `title_key`. What was said of a longer title never holds for its plain form.
    """
    if not answers:
        return None
    said = answers.get(title_key(title))
    return said if said is not None else answers.get(title_key(plain(title) if form is None else form))


def _only_job(readings: tuple[Reading, ...]) -> Reading | None:
    told = [one for one in readings if one.link is not None and (one.link.roles or one.link.line)]
    held = [one for one in readings if one.state == "current" and one.clause.words]
    if (
        any(one.relation and one.clause.words for one in readings)
        or len(told) > 1
        or not held
        or (told and told[0] not in held)
    ):
        return None
    return told[0] if told else held[0]
