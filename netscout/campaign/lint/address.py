"""To whom, and in whose words: subject, place-holders, greeting, why this person (R10, R12, R13, R17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netscout.campaign.lint.claims import CLAIMS
from netscout.campaign.lint.letter import Text, fold, stem, tokens
from netscout.campaign.lint.look import Hit, Look, at
from netscout.campaign.lint.phrases import phrases
from netscout.campaign.lint.purpose import job_words
from netscout.campaign.lint.rules import SUBJECT_MOST

_ANSWER = re.compile(r"\s*(?:re|fw|fwd|aw|wg|antw|tr)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_EDGES = re.compile(r"^[\s\W]+|[\s\W]+$")
_HOLES = re.compile(
    r"\[[^\[\]\n]{0,60}\]|(?<!\{)\{++[^{}\n]{0,60}\}+|<(?![^<>\n]*(?:@|://))[^<>\n]{0,60}>|«[^»\n]{0,60}»"
    r"|(?<!\w)[Xx]{3,}(?=\s*[,.]?\s*\w)(?!\w)|(?<!\w)X{3,}(?!\w)|(?<!\w)(?:TO" r"DO|TBD|TBC|FIX" r"ME)(?!\w)"
    r"|(?i:(?<!\w)(?:(?:first|last|full|company|your)_?name|jobtitle|lorem ipsum|your company)(?!\w))"
    r"|(?i:(?<!\w)insert (?:\w+ ){0,2}here(?!\w))"
    r"|(?<!\w)(?:(?:First|Last|Your|Company) Name|Job Title|Company XY?Z?)(?!\w)|_{3,}|%\w+%|\$\{?[A-Z_]{3,}\}?"
)  # fmt: skip
_ZONE = 60
_STOP = re.compile(r"[,!;:\n—]|\s-\s")
_AT_HEAD = 40


def subject(look: Look) -> Iterator[Hit]:
    """Yield R10: no subject, one that pretends or presses, one about a job, a long or an empty one."""
    text = look.letter.subject
    if not text.raw.strip():
        yield Hit("R10", "none", part="subject")
        return
    answer = _ANSWER.match(text.raw)
    if answer and look.draft.kind in ("request", "introduction"):
        yield at("R10", "answer", text, answer.span())
    for one in text.find("urgent"):
        yield at("R10", "urgent", text, one.span())
    if not look.seeks_work:
        job = text.first("job_subject") or next(job_words(text), None)
        if job is not None and not text.is_denied(job.start()):
            yield at("R10", "job", text, job.span())
    if len(text.raw) > SUBJECT_MOST:
        yield at("R10", "long", text, (SUBJECT_MOST, len(text.raw)), count=str(len(text.raw)), most=str(SUBJECT_MOST))
    bare = _EDGES.sub("", text.plain)
    if not bare or phrases(text.language, "empty_subject").fullmatch(bare):
        yield at("R10", "empty", text, (0, len(text.raw)))


def holes(look: Look) -> Iterator[Hit]:
    """Yield R12: a place-holder that is left; what a recorded name holds is none."""
    for text in look.letter.parts:
        for one in _HOLES.finditer(text.raw):
            if not text.is_name(one.span()):
                yield at("R12", "hole", text, one.span())


def greeting(look: Look) -> Iterator[Hit]:
    """Yield R13: nobody is greeted, somebody else is, or nobody in particular."""
    text = look.letter.body
    faceless = text.first("faceless")
    if faceless and faceless.start() < _AT_HEAD + (len(text.raw) - len(text.raw.lstrip())):
        yield at("R13", "faceless", text, faceless.span())
        return
    start, end = _zone(text)
    names = [one for one in look.record.names if one.strip()]
    if not names or tokens(names) & tokens([text.raw[start:end]]):
        return
    if any(fold(one) in fold(text.raw[start:end]) for one in names):
        return
    opened = phrases(text.language, "greeting").match(text.plain, start, end)
    said = text.raw[opened.end() : end].strip(" ,.!") if opened else ""
    if opened and said:
        begin = text.raw.index(said, opened.end())
        yield at("R13", "other", text, (begin, begin + len(said)), name=look.record.names[0])
    else:
        yield Hit("R13", "none", values={"name": look.record.names[0]})


def _zone(text: Text) -> tuple[int, int]:
    """Return where the person is greeted: the first line up to its first stop, a mere "Hi," not counted."""
    start = len(text.raw) - len(text.raw.lstrip())
    most = min(len(text.raw), start + _ZONE)
    found = _STOP.search(text.raw, start, most)
    if found and not text.raw[start : found.start()].strip():
        return start, most
    end = found.start() if found else most
    opened = phrases(text.language, "greeting").match(text.plain, start, end)
    if opened and not text.raw[opened.end() : end].strip(" ,.!") and found:
        again = _STOP.search(text.raw, found.end(), most)
        end = again.start() if again else most
    return start, end


_WORDS_FOR_ANYBODY = (
    "senior junior head lead manager director chief officer team work working field professional specialist expert "
    "people person consultant owner founder partner associate assistant member coordinator group company service "
    "services global general with from that this what your have been about into other more some year years for and the"
)
_NAMES_NOTHING = frozenset(map(stem, _WORDS_FOR_ANYBODY.split()))


def reason(look: Look) -> Iterator[Hit]:
    """Yield R17: nothing in it that would not fit the next person as well."""
    record = look.record
    known = tokens([*record.work, *(one.what for one in record.facts)])
    if not known:
        return
    marks = {stem(one) for one in known if len(one) > 2} - _NAMES_NOTHING
    said = {stem(one) for text in look.letter.parts for one in tokens([text.raw])}
    if any(_same_word(one, other) for one in marks for other in said):
        return
    if any(text.first(name) for text in look.letter.parts for name in CLAIMS) and record.facts:
        return
    if any(tokens([one.referrer]) & tokens([look.draft.body]) for one in record.permissions):
        return
    yield Hit("R17", "anybody")


def _same_word(one: str, other: str) -> bool:
    return one == other or (len(one) > 5 and len(other) > 5 and one[:5] == other[:5])
