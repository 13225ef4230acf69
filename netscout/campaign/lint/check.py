"""A draft held against every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from netscout.campaign.lint import address, after, claims, language, measures, purpose, tone
from netscout.campaign.lint.letter import Letter
from netscout.campaign.lint.look import Hit, Look
from netscout.campaign.lint.phrases import words_of
from netscout.campaign.lint.rules import RULES, severity
from netscout.lang import fill, texts
from netscout.model.draft import Draft
from netscout.model.lint import Finding, Linted, Record

DETECTORS: Mapping[str, Callable[[Look], Iterator[Hit]]] = {
    "R1": measures.words,
    "R2": measures.minutes,
    "R3": purpose.learning,
    "R4": purpose.hidden_request,
    "R5": claims.claims,
    "R6": claims.referrers,
    "R7": purpose.way_out,
    "R8": purpose.resume,
    "R9": measures.characters,
    "R10": address.subject,
    "R11": tone.worn,
    "R12": address.holes,
    "R13": address.greeting,
    "R14": tone.selling,
    "R15": purpose.favours,
    "R16": tone.present_job,
    "R17": address.reason,
    "R18": after.specifics,
    "R19": after.next_step,
    "R20": after.asks,
    "R21": after.late,
    "R22": after.reminder,
    "R23": after.reproach,
    "R24": tone.gossip,
    "R25": after.news,
    "R26": purpose.fitting,
    "R27": measures.note_asks,
    "R28": language.languages,
}
"""What looks for each rule."""


def lint(draft: Draft, record: Record, today: date) -> Linted:
    """Return what the rules say of a draft to the person of the record, on a day; sorted by span, then rule."""
    read_in = language.reading_language(draft.body, record.language)
    look = Look(Letter(draft, read_in, record.recorded), record, today)
    findings, skipped = [], []
    for rule in RULES:
        if not severity(rule, "", draft.kind, draft.channel):
            continue
        if any(not words_of(read_in, name) for name in RULES[rule].lists):
            skipped.append(rule)
            continue
        findings += [_finding(look, one) for one in DETECTORS[rule](look)]
    kept = dict.fromkeys(sorted(findings, key=_order))
    units = measures.units(draft.body)
    return Linted(draft.kind, draft.channel, draft.mode, draft.words, units, tuple(kept), tuple(skipped))


def _order(one: Finding) -> tuple[tuple[int, int], int, str, str]:
    return one.span, int(one.rule[1:]), one.part, one.message


def _finding(look: Look, hit: Hit) -> Finding:
    words = texts("lint_words")
    start, end = hit.span
    raw = look.draft.subject if hit.part == "subject" else look.draft.body
    mend = words.get(f"{hit.rule}.{hit.case}.mend", words.get(f"{hit.rule}.mend", ""))
    return Finding(
        hit.rule,
        severity(hit.rule, hit.case, look.draft.kind, look.draft.channel),
        hit.span,
        hit.part,
        raw[start:end],
        fill(words[f"{hit.rule}.{hit.case}"], hit.values),
        fill(mend, hit.values),
        RULES[hit.rule].source,
    )
