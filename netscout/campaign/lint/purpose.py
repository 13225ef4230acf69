"""What the message is for: learning, a hidden wish, a way out, a resume, second favours (R3, R4, R7, R8, R15, R26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netscout.campaign.lint.letter import Text
from netscout.campaign.lint.look import Hit, Look, at

_ASKED_FOR_RESUME = re.compile(r"(?<!\w)(?:resum[eé]s?|résum[eé]s?|cv|curriculum)(?!\w)")


def learning(look: Look) -> Iterator[Hit]:
    """Yield R3: nothing says that the talk is for learning; to learn of vacancies does not count."""
    body = look.letter.body
    if look.seeks_work and body.first("open_search"):
        return
    jobs = {one.span() for one in job_words(body)} if not look.seeks_work else set()
    for one in body.find("learning"):
        end = body.sentence_at(one.start())[1]
        aims_at_job = any(one.start() <= start <= min(end, one.end() + 40) for start, _ in jobs)
        if not aims_at_job and not body.is_denied(one.start()):
            return
    yield Hit("R3", "none")


def job_words(text: Text) -> Iterator[re.Match[str]]:
    """Yield where a job is asked for; what is denied ("I am not asking for a job") is left out."""
    return (one for one in text.find("job") if not text.is_denied(one.start()))


def hidden_request(look: Look) -> Iterator[Hit]:
    """Yield R4: a job is asked for while exploring, or a search for work is not said openly."""
    body = look.letter.body
    if not look.seeks_work:
        for one in job_words(body):
            yield at("R4", "hidden", body, one.span())
        return
    if look.draft.kind in ("request", "follow-up", "introduction") and not body.first("open_search"):
        yield Hit("R4", "not_open")
    for text in look.letter.parts:
        for one in text.find("cover"):
            yield at("R4", "cover", text, one.span())


def way_out(look: Look) -> Iterator[Hit]:
    """Yield R7: nothing says that a no is fine."""
    if look.letter.body.first("way_out") is None:
        yield Hit("R7", "none")


def resume(look: Look) -> Iterator[Hit]:
    """Yield R8: a resume is attached, linked or offered; in thanks it may be, where the notes say they asked for it."""
    if look.draft.kind == "thanks" and any(_ASKED_FOR_RESUME.search(one.lower()) for one in look.record.notes):
        return
    for text in look.letter.parts:
        for one in text.find("resume"):
            start, end = text.sentence_at(one.start())
            near = any(start <= other.start() < end for other in text.find("handing"))
            if near and not text.is_denied(one.start()):
                yield at("R8", "resume", text, one.span())
        for one in text.find("papers"):
            if not text.is_denied(one.start()) and not _holds(text, "resume", one.span()):
                yield at("R8", "resume", text, one.span())


def _holds(text: Text, name: str, span: tuple[int, int]) -> bool:
    start, end = text.sentence_at(span[0])
    return any(start <= one.start() < end for one in text.find(name))


def favours(look: Look) -> Iterator[Hit]:
    """Yield R15: a second favour beside the talk."""
    body = look.letter.body
    asks = [one for one in body.find("favour") if not body.is_denied(one.start())]
    for one in asks:
        if look.draft.kind == "introduction" and "introduc" in one.group():
            continue
        yield at("R15", "second", body, one.span())


def fitting(look: Look) -> Iterator[Hit]:
    """Yield R26: their time is set for them, or nothing offers to fit it."""
    body = look.letter.body
    imposed = [one for one in body.find("imposing") if not body.is_denied(one.start())]
    for one in imposed:
        yield at("R26", "imposed", body, one.span())
    if not imposed and body.first("fitting") is None:
        yield Hit("R26", "none")
