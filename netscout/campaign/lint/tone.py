"""How it sounds: worn phrases, selling, the present job, gossip (R11, R14, R16, R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netscout.campaign.lint.letter import Text, tokens
from netscout.campaign.lint.look import Hit, Look, at
from netscout.campaign.lint.phrases import phrases

_SENTENCES_LEAST = 4
"""Sentences from which the share of those beginning with "I" says something."""
_FORMER = re.compile(r"(?<!\w)(?:former|old|previous|last|ex|past|earlier)[\s-]")


def worn(look: Look) -> Iterator[Hit]:
    """Yield R11: a worn, pushing or flattering phrase, and every exclamation mark after the first."""
    for text in look.letter.parts:
        for one in text.find("worn"):
            if not text.is_denied(one.start()) or "take no" in one.group():
                yield at("R11", "worn", text, one.span())
    marks = [(text, place) for text in look.letter.parts for place, char in enumerate(text.raw) if char == "!"]
    if len(marks) > 1:
        text, place = marks[1]
        yield at("R11", "marks", text, (place, place + 1), count=str(len(marks)))


def selling(look: Look) -> Iterator[Hit]:
    """Yield R14: praise of oneself, or a message in which most sentences begin with "I" or "my"."""
    body = look.letter.body
    for one in body.find("selling"):
        if not body.is_denied(one.start()):
            yield at("R14", "selling", body, one.span())
    spans = look.letter.own_sentences
    begun = [one for one in spans if phrases(body.language, "self_start").match(body.plain, *one)]
    if len(spans) >= _SENTENCES_LEAST and len(begun) * 2 > len(spans):
        yield at("R14", "self", body, begun[0], count=str(len(begun)), all=str(len(spans)))


def present_job(look: Look) -> Iterator[Hit]:
    """Yield R16: criticism of the present employer, news of leaving where it must not get about, secrecy."""
    for text in look.letter.parts:
        yield from _criticism(look, text)
        if look.record.employers and (look.record.inside or not look.record.employer_known):
            for one in text.find("leaving"):
                if not text.is_denied(one.start()):
                    yield at("R16", "leaving_inside" if look.record.inside else "leaving", text, one.span())
        if look.record.stranger and look.draft.kind != "thanks":
            for one in text.find("confiding"):
                yield at("R16", "confidential", text, one.span())


def _criticism(look: Look, text: Text) -> Iterator[Hit]:
    told: list[tuple[int, int]] = []
    for one in text.find("criticism"):
        if not text.is_denied(one.start()) and not _FORMER.search(one.group()):
            told.append(text.sentence_at(one.start()))
            yield at("R16", "criticism", text, one.span())
    names = tokens(look.record.employers)
    for one in text.find("criticism_words") if names else ():
        sentence = text.sentence_at(one.start())
        around = text.raw[max(sentence[0], one.start() - 60) : min(sentence[1], one.end() + 60)]
        named = any(tokens([employer]) <= tokens([around]) for employer in look.record.employers)
        if named and sentence not in told and not text.is_denied(one.start()):
            yield at("R16", "criticism", text, one.span())


def gossip(look: Look) -> Iterator[Hit]:
    """Yield R24: gossip, or digging for what is not theirs to tell."""
    for text in look.letter.parts:
        for one in text.find("gossip"):
            if not text.is_denied(one.start()):
                yield at("R24", "gossip", text, one.span())
