"""What the map says in words: where the people are, which part is neglected, where the shortlist sits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from netscout.model.lists import CONNECTORS
from netscout.model.report import NetworkPerson
from netscout.reports.scene import Scene
from netscout.reports.territories import UNKNOWN
from netscout.reports.text import capital, count, listing, number, part_of, percent, word

MOST = 0.5
NOTED = 1 / 3
"""Share of people whose field is not known from which on the first finding says so."""
YEARS = 2
"""Whoever has had a message from you or written one in so many years is in touch."""
PART = 10
"""People from which on a field counts as a part that can be neglected: of fewer no share can be told. A guess."""
LESS = 0.75
"""A field is neglected where at most so much of the share elsewhere is in touch or listed. A guess."""
NOUNS = {"how you met": "circle"}
"""What a field is called inside a sentence, where its own words do not fit one."""
LACKING = 2.0
"""People a field must lack, held against the share elsewhere: one fewer is chance. A guess."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The people of one field: how many, on the shortlist, of those on a list of connectors, in touch, and either."""

    name: str
    people: int
    listed: int
    connectors: int
    recent: int
    reached: int


@dataclass(frozen=True, slots=True)
class Neglect:
    """The field that is neglected most, with the shares of people in touch or listed there and elsewhere."""

    field: Tally
    share: float
    elsewhere: float


def tallies(scene: Scene, field: Callable[[NetworkPerson], str]) -> list[Tally]:
    """Return the fields of the whole network, the largest first, ties by name."""
    since = two_years_before(scene.full.today)
    groups: dict[str, list[NetworkPerson]] = {}
    for one in scene.full.people:
        groups.setdefault(field(one) or UNKNOWN, []).append(one)
    return sorted(
        (_tally(name, those, since) for name, those in groups.items()), key=lambda one: (-one.people, one.name)
    )


def _tally(name: str, people: Sequence[NetworkPerson], since: str) -> Tally:
    recent = [(one.last_day or "") >= since for one in people]
    return Tally(
        name,
        len(people),
        sum(bool(one.listed) for one in people),
        sum(any(place.endswith(f"/{CONNECTORS}") for place in one.listed) for one in people),
        sum(recent),
        sum(bool(one.listed) or now for one, now in zip(people, recent, strict=True)),
    )


def two_years_before(today: str) -> str:
    """Return the day YEARS before, as text that sorts as days do."""
    return f"{int(today[:4]) - YEARS:04}{today[4:]}"


def neglected(fields: Sequence[Tally]) -> Neglect | None:
    """Return the understood field that lacks most people in touch or listed, None where no field stands out.

    A field lacks what it would have more if the share of the rest of the network held in it.
    """
    people, reached = sum(one.people for one in fields), sum(one.reached for one in fields)
    found = []
    for one in fields:
        if one.name == UNKNOWN or one.people < PART or one.people == people:
            continue
        share, elsewhere = one.reached / one.people, (reached - one.reached) / (people - one.people)
        lacking = one.people * elsewhere - one.reached
        if lacking >= LACKING and share <= LESS * elsewhere:
            found.append((-lacking, one.name, Neglect(one, share, elsewhere)))
    return min(found, key=lambda one: one[:2])[2] if found else None


def findings(fields: Sequence[Tally], words: str, scene: Scene) -> list[str]:
    """Return the title, then in a sentence or two each: where most are, what is neglected, where the shortlist sits."""
    known = [one for one in fields if one.name != UNKNOWN]
    words = NOUNS.get(words, words)
    if not known:
        return [f"No {words} could be read from the titles and companies of this network"]
    worst = worst_of(fields, scene)
    title = f"The {words} you neglect most is {low(worst.field.name)}" if worst else _title(fields, known[0], words)
    silent = _neglect(worst, words) if in_touch(scene) else _left_out(known, words)
    return [title, _where(fields, known, words, scene), silent, *_shortlist(known, scene)]


def _title(fields: Sequence[Tally], top: Tally, words: str) -> str:
    """Return where most people are, and of how many nothing is known if they are many."""
    people = sum(one.people for one in fields)
    if top.people == people:
        return f"All of your people are in {low(top.name)}"
    head = f"{percent(top.people / people)} of your people are in {low(top.name)}"
    unknown = sum(one.people for one in fields if one.name == UNKNOWN) / people
    return f"{head}; for {percent(unknown)} the {words} is not known" if unknown > NOTED else head


def method(words: str, worst: Neglect | None, scene: Scene) -> str:
    """Return how a field comes to be called neglected, "" where that cannot be told."""
    if not in_touch(scene):
        return ""
    words = NOUNS.get(words, words)
    head = f"Reached is whoever is on the shortlist, or wrote or got a message in the last {word(YEARS)} years."
    case = ""
    if worst:
        one = worst.field
        case = (
            f" Of the {number(one.people)} in {low(one.name)} that is {number(one.reached)}; reached as often as "
            f"elsewhere, it would be {number(expected(worst))}. No other {words} falls short by more people."
        )
    return f"{head}{case} A {words} with fewer than {word(PART)} people is not judged."


def expected(worst: Neglect) -> int:
    """Return how many of a field would be reached at the share elsewhere."""
    return round(worst.field.people * worst.elsewhere)


def beside(worst: Neglect, words: str) -> str:
    """Return in a sentence what is neglected by another field than the one shown."""
    one = worst.field
    return (
        f"By {words} it is {low(one.name)}: {number(one.people)} people, {percent(worst.share)} of them reached, "
        f"against {percent(worst.elsewhere)} elsewhere."
    )


def worst_of(fields: Sequence[Tally], scene: Scene) -> Neglect | None:
    """Return the field that is neglected most; None where none stands out or no message tells."""
    return neglected(fields) if in_touch(scene) else None


def in_touch(scene: Scene) -> bool:
    """Return whether the export tells at all whom the owner is in touch with."""
    return any(one.last_day for one in scene.full.people)


def share_view(worst: Neglect | None) -> dict[str, Any]:
    """Return the numbers of the neglected field, {} where there is none."""
    if worst is None:
        return {}
    return {
        "name": worst.field.name,
        "share": worst.share,
        "elsewhere": worst.elsewhere,
        "reached": worst.field.reached,
        "expected": expected(worst),
    }


def _where(fields: Sequence[Tally], known: Sequence[Tally], words: str, scene: Scene) -> str:
    """Return where most people are; "most" is said of more than half only, and of how many nothing is known."""
    top = known[0]
    if top.people == scene.people:
        return f"Everybody in your network is in {low(top.name)}."
    head = "Most of your people are in" if top.people > MOST * scene.people else f"Your largest {words} is"
    next_ones = [f"{low(one.name)} ({number(one.people)})" for one in known[1:3]]
    more = f", then {listing(next_ones)}" if next_ones else ""
    blank = sum(one.people for one in fields if one.name == UNKNOWN)
    unknown = (
        f" Of {count(blank, 'person', 'people')} the {words} is not known." if blank > NOTED * scene.people else ""
    )
    return f"{head} {low(top.name)}, with {number(top.people)} of {number(scene.people)}{more}.{unknown}"


def _neglect(worst: Neglect | None, words: str) -> str:
    """Return what is neglected, by which numbers."""
    if worst is None:
        return f"You neglect no {words}: none that is large falls far behind the rest of your network."
    one = worst.field
    return (
        f"You neglect {low(one.name)}: {number(one.people)} people, {_none(one.listed)} on the shortlist, "
        f"{_none(one.recent)} with a message in the last {word(YEARS)} years. That reaches {percent(worst.share)} of "
        f"them, against {percent(worst.elsewhere)} elsewhere."
    )


def _left_out(known: Sequence[Tally], words: str) -> str:
    """Return what can be said without messages: the largest field with nobody on the shortlist."""
    head = f"Which {words} you neglect cannot be told: what was loaded holds no messages."
    bare = next((one for one in known if not one.listed), None)
    if bare is None or not any(one.listed for one in known):
        return head
    return f"{head} The largest with nobody on the shortlist is {low(bare.name)}, with {_people(bare.people)}."


def _people(many: int) -> str:
    return count(many, "person", "people")


def _none(many: int) -> str:
    return word(many) if many else "none"


def _shortlist(known: Sequence[Tally], scene: Scene) -> list[str]:
    """Return where the shortlist sits and where those are who could lead on, nothing where the list is empty."""
    listed = sorted((one for one in known if one.listed), key=lambda one: (-one.listed, one.name))
    if not listed:
        return []
    places = [f"{low(one.name)} ({number(one.listed)})" for one in listed[:4]]
    more = " and elsewhere" if len(listed) > len(places) else ""
    yours = "Your shortlist, of all targets together," if len(scene.targets) > 1 else "Your shortlist"
    said = f"{yours} sits in {', '.join(places) if more else listing(places)}{more}."
    lead = max(known, key=lambda one: (one.connectors, one.people))
    if lead.connectors:
        all_of = sum(one.connectors for one in known)
        those = capital(part_of(lead.connectors, all_of, "who could lead you on"))
        said += f" {those} {'is' if lead.connectors == 1 else 'are'} in {low(lead.name)}."
    return [said]


def low(name: str) -> str:
    """Return a name as it stands inside a sentence: the first letter small, unless the word is an abbreviation."""
    return name[:1].lower() + name[1:] if not name[:2].isupper() else name
