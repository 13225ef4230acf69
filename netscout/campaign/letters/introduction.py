"""A plea to be introduced to somebody, with a way out for both sides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netscout.campaign.letters.shape import Head, Line, check_channel, check_name, fitting_subject, versions
from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.draft import Draft
from netscout.model.letter_facts import LetterFacts, Whom, day_words


def introduction(facts: LetterFacts, whom: Whom, channel: str, today: date) -> Iterator[Draft]:
    """Yield the plea, in fewer sentences each time.

    Raises:
        RefusedError: nobody to be introduced to, both a person and a company, no target, or the channel has no form.
    """
    check_channel("introduction", channel)
    check_name(facts.name)
    words = texts("introduction")
    if bool(whom.person) == bool(whom.company):
        why = "both" if whom.person else "whom"
        raise RefusedError(words[f"no.{why}"], words[f"no.{why}.then"])
    values = {
        "as_role": facts.as_role,
        "named": whom.person,
        "company": whom.company,
        "person": facts.person,
        "first": whom.first or whom.person,
    }
    if whom.person == facts.name:
        raise RefusedError(words["no.self"], fill(words["no.self.then"], values))
    told = [Line(fill(words["aim_open" if facts.is_open else "aim"], values))]
    told += _person(facts, whom, today) if whom.person else _company(facts, whom)
    told.append(Line(words["talk_person" if whom.person else "talk"]))
    told += [] if facts.is_open else [Line(words["exploring"], spare=1)]
    told.append(Line(fill(words["consent_person" if whom.person else "consent"], values)))
    subject = _subject(whom, values) if channel == "email" else ""
    head = Head(facts.name, facts.first_name, facts.me, "introduction", channel, facts.mode, subject)
    return versions(head, [told])


def _person(facts: LetterFacts, whom: Whom, today: date) -> list[Line]:
    """Return the question about a person, from what the ledger says of how they know each other."""
    words, values = texts("introduction"), {"named": whom.person}
    if facts.to_named is None:
        return [Line(fill(words["ask_person"], values))]
    on = facts.to_named.on
    when = fill(words["when_day"], {"day": day_words(on, today)})
    key = "offered" if facts.to_named.promised else "named"
    fact = fill(words[f"fact_{key}"], {"named": whom.person, "on": on})
    said = Line(fill(words[key], values | {"when": when}), fact, "your referrals")
    return [said, Line(words[f"ask_{key}"])]


def _company(facts: LetterFacts, whom: Whom) -> list[Line]:
    words, values = texts("introduction"), {"company": whom.company}
    if facts.company.casefold() != whom.company.casefold():
        return [Line(fill(words["ask_at"], values))]
    fact = fill(words["fact_works"], values)
    return [Line(fill(words["at_works"], values), fact, "Connections.csv"), Line(words["ask_at_works"])]


def _subject(whom: Whom, values: dict[str, str]) -> str:
    words = texts("introduction")
    key = "subject_person" if whom.person else "subject_at"
    return fitting_subject(fill(words[key], values), words["subject_short"])
