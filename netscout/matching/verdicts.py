"""A title against the roles of a target: match, related, no or unknown, with its named level and one line of why.

Whoever holds the role now, at any level of the same line of work and in any language, matches. Another rung, a
neighbouring occupation, a former holder, somebody in training inside it is related. Whoever hopes for it, studies for
it, or assists, recruits, coaches, sells to or writes about its holders does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from netscout.matching.chances import chance
from netscout.matching.compare import Finding, compare
from netscout.matching.lexicon import lexicon
from netscout.matching.memory import Key, TitleMemory
from netscout.matching.plain import answer_for
from netscout.matching.targets import Understood, ways
from netscout.matching.titles import Reading, read
from netscout.model.settled import Settled
from netscout.model.verdict import LEVELS, TitleVerdict

if TYPE_CHECKING:
    import pandas as pd

_SETTLED_LEVELS = {"match": "holds", "related": "neighbour", "no": "no"}
_RELATIONS = {
    "assistant-to": "assists people who do it",
    "office-of": "works in the office of somebody who does it",
    "recruiter-of": "recruits people for it",
    "coach-of": "coaches or serves people who do it",
    "professor-of": "teaches the subject",
    "sells-to": "sells to people who do it",
    "writes-about": "writes about it",
    "clerk-to": "is clerk to somebody who does it",
}


class TargetMatcher:
    """The role phrases of one target, understood once, against any number of titles.

    Attributes:
        understood: what each phrase means, in the order given.
        narrowed: whether holders must be in a certain field, so that the employer counts.
    """

    def __init__(self, roles: Sequence[str], settled: Settled | None = None, target: str = "") -> None:
        """Read the role phrases; phrases without words are kept in `understood` and never match.

        What the user settled of titles, in general and for the named target, outranks every rule.
        """
        self._ways = [way for role in roles for way in ways(role)]
        self.understood: list[Understood] = [way for way in self._ways if not way.composed]
        self.narrowed = any(way.narrowing for way in self._ways)
        self._jobs: Mapping[str, str] = settled.jobs if settled else {}
        self._fits: Mapping[str, str] = settled.said_of(target) if settled else {}
        self._seen: dict[tuple[str, str, str], TitleVerdict] = {}

    def judge(self, title: str, headline: str = "", employer: str = "") -> TitleVerdict:
        """Return the verdict on a title; the headline counts where the title says nothing. Never raises.

        `employer` helps to choose the sense of an abbreviation (MD at a hospital, MD at a bank).
        """
        key = (title, headline, employer)
        if key not in self._seen:
            verdict = self._heed(title, employer)
            if verdict.verdict == "unknown" and headline.strip():
                verdict = self._heed(headline, employer)
            self._seen[key] = verdict
        return self._seen[key]

    def _heed(self, text: str, employer: str) -> TitleVerdict:
        """Judge a text by what the user said of it, else by the rules."""
        return self.said(text) or self.unsaid(text, employer)

    def said(self, text: str, form: str | None = None) -> TitleVerdict | None:
        """Return the verdict that follows from what the user said of a title, None if nothing was said.

        `form` is the plain form of the title, if that is known already.
        """
        fits = answer_for(self._fits, text, form)
        if fits is not None:
            return TitleVerdict(
                fits, _SETTLED_LEVELS[fits], 1.0, "you said so of this title", self.understood[0].phrase
            )
        job = answer_for(self._jobs, text, form)
        if job is None:
            return None
        found = self.unsaid(job, "")
        return replace(found, reason=f"you read it as {job}: {found.reason}")

    def unsaid(self, text: str, employer: str) -> TitleVerdict:
        """Return the verdict of the rules alone."""
        readings = read(text, employer)
        best: TitleVerdict | None = None
        for reading in readings:
            for target in self._ways:
                verdict = _verdict(reading, target)
                if verdict is not None and (best is None or _order(verdict) < _order(best)):
                    best = verdict
        return best or _without(text, readings)


def _order(verdict: TitleVerdict) -> tuple[int, float]:
    return (LEVELS.index(verdict.level), -verdict.probability)


def _verdict(reading: Reading, target: Understood) -> TitleVerdict | None:
    """Return what one job of the title means for one role phrase, None where they have nothing in common."""
    finding = compare(reading, target)
    if finding is None:
        return None
    if reading.relation:
        return _no(target, "relation", f"{_RELATIONS[reading.relation]}, does not hold the job")
    if reading.state in ("aspiring", "training", "former", "retired"):
        return _in_time(reading, finding, target)
    return _told(finding.verdict, finding.level, finding.evidence, finding.reason, target.phrase)


def _in_time(reading: Reading, finding: Finding, target: Understood) -> TitleVerdict:
    """Return the verdict on a job that is hoped for, learnt or behind somebody."""
    if reading.state == "aspiring":
        return _no(target, "aspiring", "hopes for it or studies for it")
    if reading.state != "training":
        return _past(reading, finding, target)
    if not finding.inside:
        return _no(target, "other-training", "in training for another job")
    return _told("related", "training", "training", "in training inside it", target.phrase)


def _past(reading: Reading, finding: Finding, target: Understood) -> TitleVerdict:
    if finding.level not in ("holds", "rung"):
        return _no(target, "past", f"only a former job near it: {finding.reason}")
    words = " ".join(word.raw for word in reading.clause.words)
    word = "retired" if reading.state == "retired" else "former"
    return _told("related", "held", "held", f"{word}: {words}", target.phrase)


def _told(verdict: str, level: str, evidence: str, reason: str, phrase: str = "") -> TitleVerdict:
    return TitleVerdict(verdict, level, chance(evidence), reason, phrase, evidence)


def _no(target: Understood, evidence: str, reason: str) -> TitleVerdict:
    return _told("no", "no", evidence, reason, target.phrase)


def _without(text: str, readings: tuple[Reading, ...]) -> TitleVerdict:
    """Return the verdict on a title that shares nothing with the target: another job, or not understood."""
    known = lexicon()
    for reading in readings:
        found = reading.link
        if found is None or reading.relation:
            continue
        if found.role:
            name = known.roles[found.role].name
            return _told("no", "no", "other-role", f"another occupation: {name}")
        if found.line:
            return _told("no", "no", "other-line", f"another line of work: {known.lines[found.line].name}")
        if found.kind == "word":
            return _told("no", "no", "other-word", "another job, not in the taxonomy")
    if any(reading.relation or reading.state == "aspiring" for reading in readings):
        return _told("no", "no", "nothing-held", "names no job that is held")
    if not text.strip():
        return _told("unknown", "unknown", "no-title", "no title")
    return _told("unknown", "unknown", "unread", "no occupation found in the words")


def judge_titles(titles: Iterable[str], roles: Sequence[str]) -> pd.DataFrame:
    """Return title, verdict, level, probability, reason and role for each distinct title, in order of appearance."""
    import pandas as pd

    matcher = TargetMatcher(roles)
    rows = []
    for title in dict.fromkeys(titles):
        found = matcher.judge(title)
        rows.append((title, found.verdict, found.level, found.probability, found.reason, found.role))
    return pd.DataFrame(rows, columns=["title", "verdict", "level", "probability", "reason", "role"])


def judge_people(
    titles: pd.Series[str], employers: pd.Series[str], matcher: TargetMatcher, memory: TitleMemory | None = None
) -> pd.DataFrame:
    """Return verdict, level, probability, reason and role row by row, as `judge_rows` finds them."""
    import pandas as pd

    found = judge_rows(titles, employers, matcher, memory)
    rows = [(one.verdict, one.level, one.probability, one.reason, one.role) for one in found]
    return pd.DataFrame(rows, columns=["verdict", "level", "probability", "reason", "role"])


def judge_rows(
    titles: Iterable[str], employers: Iterable[str], matcher: TargetMatcher, memory: TitleMemory | None = None
) -> list[TitleVerdict]:
    """Return the verdict on each row, each distinct title judged once; no table is made.

    The employer is heard only where it may decide: on a title with several senses (MD, Partner), or for a target in
    a certain field. What `memory` holds is not read again.
    """
    memory = memory or TitleMemory()
    keys = memory.keys(titles, employers, always=matcher.narrowed)
    known = memory.verdicts_of([one.phrase for one in matcher.understood])
    found: dict[Key, TitleVerdict] = {}
    for key in dict.fromkeys(keys):
        verdict = matcher.said(key[0], memory.note(key[0]).plain)
        if verdict is None:
            verdict = known[key] = known.get(key) or matcher.unsaid(*key)
        found[key] = verdict
    return [found[key] for key in keys]


def match_titles(titles: pd.Series[str] | Iterable[str], roles: Sequence[str]) -> pd.DataFrame:
    """Return a verdict for each distinct title against the roles of a target, with the occupation it names.

    Args:
        titles: job titles or headlines; None and NaN count as empty.
        roles: role phrases, in or outside the taxonomy.

    Returns:
        Columns title, verdict (match, related, no, unknown), level, probability, reason, role, code, occupation,
        family; one row for each distinct title in order of first appearance.
    """
    from netscout.matching.occupations import classify

    written = [title if isinstance(title, str) else "" for title in titles]
    table = judge_titles(written, roles)
    found = [classify(title) for title in table["title"]]
    return table.assign(
        code=[one.code for one in found], occupation=[one.name for one in found], family=[one.family for one in found]
    )
