"""Thanks for a talk, for help without one, or for an honest no: one thing, what comes of it, nothing asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from netscout.campaign.letters.pieces import advised, after_colon, short, step
from netscout.campaign.letters.shape import WRITTEN, Head, Line, check_channel, check_name, versions
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.days import WEEKDAYS, month_of
from netscout.model.draft import Draft
from netscout.model.letter_facts import LetterFacts, Named, day_words

_LATE_DAYS = 2
_WEEK = 7
_LOG, _NOTES, _LEDGER = "your log", "your notes", "your referrals"


def thanks(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    """Yield the thank-you, for each thing that was written down, in fewer sentences each time.

    Raises:
        RefusedError: nothing to thank for, thanked already, nothing specific or no next step written down, or the
            channel has no form for it.
    """
    check_channel("thanks", channel, (*WRITTEN, "card"))
    check_name(facts.name)
    if facts.declined is not None:
        return _after_a_no(facts, channel)
    if facts.deferred:
        return _after_a_later(facts, channel, today)
    if facts.helped and facts.talk is None:
        return _after_help(facts, channel, today)
    _check(facts)
    return _after_a_talk(facts, channel, today)


def _check(facts: LetterFacts) -> None:
    if facts.talk is None:
        raise _no("talk", facts)
    if not facts.owes_thanks:
        raise _no("thanked", facts)
    if not facts.specifics and _advised(facts) is None:
        raise _no("specific" if facts.noted else "notes", facts)
    if _step(facts) is None:
        raise _no("step", facts)


def _no(why: str, facts: LetterFacts) -> RefusedError:
    words = texts("thanks")
    return RefusedError(words[f"no.{why}"], fill(words[f"no.{why}.then"], {"person": facts.person}))


def _after_a_talk(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    words, talk = texts("thanks"), facts.talk or ""
    when = _when(talk, today)
    is_late = (today - date.fromisoformat(talk)).days > _LATE_DAYS
    said = Line(fill(words["talk"], {"when": when}), fill(words["fact_talk"], {"on": talk}), _LOG)
    next_step, advice, promised = _step(facts), _advised(facts), _promised(facts)
    for specific in facts.specifics or ("",):
        told = [said, *([Line(words["late"])] if is_late else [])]
        if specific:
            told.append(Line(fill(words["specific"], {"specific": after_colon(specific)}), words["fact_note"], _NOTES))
        elif advice and advice != next_step:
            told.append(advice)
        told += [next_step] if next_step else []
        told += [_named(promised, "promised")] if promised else []
        subject = words["subject"] if channel == "email" else ""
        head = Head(facts.name, facts.first_name, facts.me, "thanks", channel, facts.mode, subject)
        yield from versions(head, [told, [_close("close", facts)]])


def _after_help(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    words, advice = texts("thanks"), _advised(facts, "helped_")
    named = next(iter(facts.named), None)
    if advice is None and named is None:
        raise _no("step", facts)
    is_late = (today - date.fromisoformat(facts.helped)).days > _LATE_DAYS
    late = [Line(words["helped_late"])] if is_late else []
    own = _step(facts) if short(facts.will) else None
    told = [advice, *late] if advice else []
    if named:
        told += [*_for_name(named, "also" if advice else "helped"), *([] if advice else late)]
    told += [replace(own, spare=1)] if own else []
    subject = words["subject_helped"] if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "thanks", channel, facts.mode, subject)
    return versions(head, [told, [_close("close", facts)]])


def _for_name(one: Named, begun: str) -> tuple[Line, Line]:
    """Return the thanks for a name they gave without a talk, and what comes of it."""
    words, fact = texts("thanks"), fill(texts("thanks")["fact_named"], {"named": one.name, "on": one.on})
    said = fill(words[f"{begun}_{'promised' if one.promised else 'named'}"], {"named": one.name})
    key = "led_met" if one.met else "led_wrote" if one.asked else "led_promised" if one.promised else "led_named"
    return Line(said, fact, _LEDGER), Line(words[key], fact, _LEDGER)


def _promised(facts: LetterFacts) -> Named | None:
    return next((one for one in facts.named if one.promised and not one.asked), None)


def _advised(facts: LetterFacts, begun: str = "") -> Line | None:
    """Return their first advice that fits into a letter, and what the user does with it; `begun` is how it begins."""
    words = texts("thanks")
    for one in facts.advice:
        if short(one.text):
            key, fact = ("done", "fact_done") if one.followed else ("advice", "fact_advice")
            text, form = advised(one.text)
            said = fill(words[f"{begun}{key}_{form}"], {"advice": text})
            return Line(said, fill(words[fact], {"on": one.on}), _LOG)
    return None


def _step(facts: LetterFacts) -> Line | None:
    """Return what the user will do with what they heard: their own word, their advice, whom they named."""
    words = texts("thanks")
    if short(facts.will):
        text, is_thing = step(facts.will)
        return Line(fill(words["will_thing" if is_thing else "will"], {"will": text}), words["fact_will"], _NOTES)
    if advice := _advised(facts):
        return advice
    found = next((one for one in facts.named if one.asked or not one.promised), None)
    return _named(found, "wrote" if found.asked else "named") if found else None


def _named(one: Named, key: str) -> Line:
    words = texts("thanks")
    fact = fill(words["fact_named"], {"named": one.name, "on": one.on})
    return Line(fill(words[key], {"named": one.name}), fact, _LEDGER, spare=1 if key == "promised" else 0)


def _after_a_later(facts: LetterFacts, channel: str, today: date) -> Iterator[Draft]:
    words = texts("thanks")
    fact = fill(words["fact_deferred"], {"on": facts.deferred})
    key = "deferred_until" if facts.until else "deferred_later"
    month = month_of(facts.until, today) if facts.until else ""
    told = [Line(f"{words['deferred']} {fill(words[key], {'month': month})}", fact, _LOG)]
    subject = words["subject_declined"] if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "thanks", channel, facts.mode, subject)
    return versions(head, [[*told, _close("deferred_close", facts)]])


def _after_a_no(facts: LetterFacts, channel: str) -> Iterator[Draft]:
    words = texts("thanks")
    if not facts.owes_thanks:
        raise _no("thanked.declined", facts)
    fact = fill(words["fact_declined"], {"on": facts.declined or ""})
    told = [Line(words["declined"], fact, _LOG), _close("declined_close", facts)]
    subject = words["subject_declined"] if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "thanks", channel, facts.mode, subject)
    return versions(head, [told])


def _close(key: str, facts: LetterFacts) -> Line:
    words = texts("thanks")
    return Line(fill(words[f"{key}_at"], {"company": facts.company}) if facts.company else words[key])


def _when(day: str, today: date) -> str:
    words, on = texts("thanks"), date.fromisoformat(day)
    days = (today - on).days
    if days in (0, 1):
        return words["when_yesterday" if days else "when_today"]
    if days < _WEEK:
        return fill(words["when_weekday"], {"weekday": WEEKDAYS[on.weekday()]})
    return fill(words["when_day"], {"day": day_words(day, today)})
