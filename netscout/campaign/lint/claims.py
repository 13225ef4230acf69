"""What is said of a shared past or of somebody who sent me, held against the record (R5, R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from netscout.campaign.lint.letter import Letter, Text, fold, stem, tokens
from netscout.campaign.lint.look import Hit, Look, at
from netscout.campaign.lint.phrases import phrases, words_of
from netscout.model.lint import Record

CLAIMS: Mapping[str, tuple[str, ...]] = {
    "claim_school": ("school",),
    "claim_employer": ("employer", "internal"),
    "claim_met": ("met",),
    "claim_connected": ("connected",),
    "claim_article": ("article",),
    "claim_group": ("group",),
    "claim_internal": ("internal", "employer"),
    "claim_wrote": ("wrote",),
    "claim_recommended": ("recommended",),
    "claim_mutual": ("referral",),
}
"""Each list of claims with the kinds of fact that bear it out."""
_DATED = ("connected", "wrote", "met")
_FORMS = (
    "the of and for at in university college school institute academy company group gmbh ag inc ltd llc corp co plc sa "
    "kg se bv"
)
_GENERIC = frozenset(_FORMS.split())
_MONTHS = {name: f"{place:02}" for place, name in enumerate(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"), 1)}  # fmt: skip
_YEAR = re.compile(r"(?<!\w)(?:19|20)\d\d(?!\w)")
_MONTH = re.compile(rf"(?<!\w)({'|'.join(_MONTHS)})(?:\s+of)?\s+((?:19|20)\d\d)")
_PROPER = re.compile(r"(?<![\w'])[^\W\d_a-z][\w&.'’-]*[\w]|(?<![\w'])[^\W\d_a-z](?!\w)")
_NAME = r"[^\W\d_a-z][\w'’-]{0,60}(?:\.(?=\s))?"
_PARTICLE = r"(?:(?:de|da|di|du|del|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|y|e)\s+)*"
_WHOLE_NAME = rf"{_NAME}(?:\s+{_PARTICLE}{_NAME}){{0,3}}"
_ENDS_IN_NAME = re.compile(rf"({_WHOLE_NAME})(?:\s*,[^,.;?!]{{1,50}},)?(?:\s+(?:and|or)\s+i)?\s*$")
_BEGINS_WITH_NAME = re.compile(rf"\s+(?:(?:my|our|a|the)\s+(?:[a-z-]+\s+){{1,4}})?({_WHOLE_NAME})")
_OWNER = re.compile(rf"({_WHOLE_NAME})['’]s\s+")


def claims(look: Look) -> Iterator[Hit]:
    """Yield R5: a sentence about a shared past that no fact on record bears out."""
    for text in look.letter.parts:
        told: list[tuple[int, int]] = []
        for name, kinds in CLAIMS.items():
            for one in text.find(name):
                if any(start < one.end() and one.start() < end for start, end in told):
                    continue
                if text.is_denied(one.start()) or text.is_denied(one.end()):
                    continue
                if not _true(look, text, one, kinds):
                    told.append(one.span())
                    yield at("R5", kinds[0], text, one.span())


def _true(look: Look, text: Text, claim: re.Match[str], kinds: tuple[str, ...]) -> bool:
    facts = [one.what for one in look.record.facts if one.kind in kinds]
    if not facts:
        return False
    start, end = text.sentence_at(claim.start())
    sentence = text.raw[start:end]
    if kinds[0] in _DATED:
        return _day_fits(sentence, facts)
    if kinds[0] == "article":
        return _topic_fits(text.plain[claim.end() : end], facts)
    if kinds[0] in ("recommended", "referral"):
        return True
    named = _named(look, sentence)
    return not named or any(tokens([fact]) - _GENERIC & named or fold(fact) in fold(sentence) for fact in facts)


def _day_fits(sentence: str, days: list[str]) -> bool:
    """Return whether a day or year that is named is one on record; where none is named, any fact will do."""
    low = sentence.lower()
    months = {f"{year}-{_MONTHS[month]}" for month, year in _MONTH.findall(low)}
    years = set(_YEAR.findall(low))
    if months:
        return any(day.startswith(month) for day in days for month in months)
    return not years or any(day[:4] in years or not day for day in days)


def _topic_fits(rest: str, facts: list[str]) -> bool:
    """Return whether what is said of an article goes with one on record: two words, or nothing said of it at all."""
    said = {stem(one) for one in tokens([rest]) if len(one) > 3} - _SAYS_NOTHING
    return not said or any(said & {stem(one) for one in tokens([fact])} for fact in facts)


_EMPTY_WORDS = "about with from last week month year recent which that this really very much enjoyed liked great"
_SAYS_NOTHING = frozenset(map(stem, _EMPTY_WORDS.split()))


def _named(look: Look, sentence: str) -> frozenset[str]:
    """Return the proper names of a sentence that are neither the person's nor the user's nor those of days."""
    own = tokens(look.record.names) | tokens(words_of(look.letter.language, "not_a_name")) | tokens(_MONTHS)
    found = [one.group() for one in _PROPER.finditer(sentence)]
    return tokens(found) - own - _GENERIC


def referrers(look: Look) -> Iterator[Hit]:
    """Yield R6: somebody is named as having sent me, without their yes on record."""
    for text in look.letter.parts:
        told: set[tuple[int, int]] = set()
        for span in _mentions(look.letter, text):
            if span in told:
                continue
            told.add(span)
            case = _barred(look.record, text.raw[span[0] : span[1]])
            if case:
                yield at("R6", case, text, span)


def _mentions(letter: Letter, text: Text) -> Iterator[tuple[int, int]]:
    for one in text.find("referred"):
        found = _ENDS_IN_NAME.search(text.raw, text.sentence_at(one.start())[0], one.start())
        if found:
            yield from _trimmed(letter, text, found.span(1))
    for one in text.find("sent_by"):
        found = _BEGINS_WITH_NAME.match(text.raw, one.end())
        if found:
            yield from _trimmed(letter, text, found.span(1))
    for owned in _OWNER.finditer(text.raw):
        if phrases(letter.language, "possessive").match(text.plain, owned.end()):
            yield from _trimmed(letter, text, owned.span(1))


def _trimmed(letter: Letter, text: Text, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield a name without words at its head that are none ("When Ada Lind"), if any of it is left."""
    start, end = span
    none = frozenset(words_of(letter.language, "not_a_name"))
    for word in re.finditer(r"\S+", text.raw[span[0] : span[1]]):
        if text.plain[span[0] + word.start() : span[0] + word.end()].strip(".,") not in none:
            start = span[0] + word.start()
            break
    else:
        return
    words = text.plain[start:end].split()
    if words and not all(word in none for word in words):
        yield start, end


def _barred(record: Record, name: str) -> str:
    """Return why a name may not be used: "no" where they have not agreed, "unknown" where nothing is on record."""
    wanted = tokens([re.sub(r"['’]s$", "", name)])
    if not wanted or wanted <= tokens(record.names):
        return ""
    found = [one for one in record.permissions if wanted & tokens([one.referrer]) and _alike(wanted, one.referrer)]
    if any(one.allowed for one in found):
        return ""
    if found:
        return "no"
    return "" if wanted <= tokens([*record.work, *record.employers]) else "unknown"


def _alike(wanted: frozenset[str], name: str) -> bool:
    whole = tokens([name])
    return wanted <= whole or whole <= wanted
