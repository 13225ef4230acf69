"""What your answers changed: the lists with what was said since the last page, against the same lists without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.model.answered import Answered, Move, MovedList, Word
from netscout.reports.scene import Scene
from netscout.reports.sections.whom import ALL, HEADINGS
from netscout.reports.text import capital, count, day, listing, sentence, tidy, word

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 12
"""People of one list told one by one; further ones are counted."""
NAMED = 6
_SAID = {
    ("label", "close"): "you said you are close",
    ("label", "know"): "you said you know them",
    ("label", "met"): "you said you met once",
    ("label", "stranger"): "you said they are a stranger",
    ("label", ""): "you took back how you know them",
    ("avoid", "yes"): "you said: not this person",
    ("avoid", ""): "you let them on your lists again",
    ("event", "asked"): "you asked{on}",
    ("event", "replied"): "they answered{on}, and your request is under way",
    ("event", "met"): "you talked{on}",
    ("event", ""): "you took back an entry of your log",
    ("job", ""): "you took back what {title} stands for",
    ("fit", "match"): "you said {title} fits “{target}”",
    ("fit", "related"): "you said {title} comes close to “{target}”",
    ("fit", "no"): "you said {title} does not fit “{target}”",
    ("fit", ""): "you took back whether {title} fits “{target}”",
}


def build(scene: Scene) -> dict[str, Any] | None:
    """Return what new words changed, list by list; None on a page for others, or where nothing new was said.

    `moves` of a list hold (place in the list of everybody, rank without the words, rank now, places of the words that
    moved this very person), so that every count can be made again; `said` is how many words there are.
    """
    found = scene.shown.answered
    if found is None or not scene.personal:
        return None
    groups = [_group(scene, found, place, name) for place, name in enumerate(scene.targets)]
    return {
        "id": "answered",
        "nav": "Your answers",
        "kicker": f"Your answers since the page of {day(found.since)}",
        "title": _title(found),
        "since": day(found.since),
        "said": len(found.words),
        "groups": groups,
        "unmoved": _unmoved(found, scene),
    }


def _title(found: Answered) -> str:
    said = len(found.words)
    yours = "Your answer" if said == 1 else f"Your {word(said)} answers"
    moves = [one for ranked in found.lists for one in ranked.moves]
    came, left = {one.person for one in moves if not one.before}, {one.person for one in moves if not one.after}
    if came and left:
        return f"{yours} brought {_people(len(came))} onto your lists and took {word(len(left))} off"
    if came or left:
        told = f"brought {_people(len(came))} onto" if came else f"took {_people(len(left))} off"
        return f"{yours} {told} your lists"
    if moves:
        return f"{yours} changed {'one place' if len(moves) == 1 else f'{word(len(moves))} places'} on your lists"
    return f"{yours} left your lists as they were"


def _people(number: int) -> str:
    return f"{word(number)} {'person' if number == 1 else 'people'}"


def _group(scene: Scene, found: Answered, place: int, name: str) -> dict[str, Any]:
    lists = [
        one
        for one in found.lists
        if one.target == name and (scene.has_target or one.list == "practitioners" or one.places or one.moves)
    ]
    return {
        "target": place,
        "name": tidy(name),
        "cards": _cards(scene, found, name),
        "lists": [_list(scene, found, one) for one in lists],
    }


def _cards(scene: Scene, found: Answered, name: str) -> str:
    """Return who is newly among the first to write to, and who no longer."""
    came, went = next(((came, went) for target, came, went in found.cards if target == name), ((), ()))
    new = f"newly {_named(scene, came)}" if came else ""
    old = f"no longer {_named(scene, went)}" if went else ""
    told = "; ".join(one for one in (new, old) if one)
    return f"Among those to write to first: {told}." if told else "Those to write to first are the same."


def _named(scene: Scene, people: Sequence[str]) -> str:
    return listing([_name(scene, one) for one in people])


def _name(scene: Scene, person: str) -> str:
    held = scene.by_id.get(person)
    return tidy(held.name) if held and held.name else f"(no name) {person}"


def _list(scene: Scene, found: Answered, ranked: MovedList) -> dict[str, Any]:
    told = [one for one in ranked.moves if one.words or not one.before or not one.after]
    rest = [one for one in ranked.moves if one not in told]
    same = ranked.places - sum(one.after > 0 for one in ranked.moves)
    heading = HEADINGS[ranked.list][0] if scene.has_target or ranked.list != "practitioners" else ALL
    return {
        "list": ranked.list,
        "heading": heading,
        "lines": [_line(scene, found, one) for one in told[:MOST]],
        "more": max(len(told) - MOST, 0),
        "rest": _rest(rest),
        "same": _same(same, ranked),
        "moves": [[scene.index.get(one.person, -1), one.before, one.after, list(one.words)] for one in ranked.moves],
    }


def _line(scene: Scene, found: Answered, one: Move) -> dict[str, str]:
    """Return the sentence about one person, and the command that lets somebody kept off on the lists again."""
    name = _name(scene, one.person)
    why = listing([reason(found.words[place]) for place in one.words])
    kept = any((found.words[place].kind, found.words[place].value) == ("avoid", "yes") for place in one.words)
    if not one.before:
        text = f"{name} comes onto the list at place {one.after}: {why or 'a place became free'}."
    elif not one.after:
        text = f"{name} leaves place {one.before} and the list: {why or 'others stand ahead now'}."
    else:
        up = "up" if one.after < one.before else "down"
        text = f"{name} moves {up} from place {one.before} to {one.after}: {why}."
    return {"text": text, "undo": f"netscout avoid {one.person} --undo" if kept else ""}


def reason(one: Word) -> str:
    """Return what the user said, to stand after "because"."""
    title = f"“{tidy(one.title)}”"
    if one.kind == "job" and one.value:
        return f"you said {title} stands for {tidy(one.value)}"
    if one.kind == "event" and ("event", one.value) not in _SAID:
        return f"you logged “{tidy(one.value)}”{_on(one)}"
    return _SAID[one.kind, one.value].format(on=_on(one), title=title, target=tidy(one.target))


def _on(one: Word) -> str:
    return f" on {day(one.on)}" if one.on else ""


def _rest(rest: Sequence[Move]) -> str:
    """Return how many others moved because those did."""
    up = sum(one.after < one.before for one in rest)
    down = len(rest) - up
    told = [f"{word(many)} {'other moves' if many == 1 else 'others move'} {way}" for many, way in _ways(up, down)]
    return sentence(f"{listing(told)} because of that") if told else ""


def _ways(up: int, down: int) -> list[tuple[int, str]]:
    return [(many, way) for many, way in ((up, "up"), (down, "down")) if many]


def _same(same: int, ranked: MovedList) -> str:
    if not ranked.moves:
        return "Every place is as it was." if ranked.places else "Nobody stands here, as before."
    if not ranked.places:
        return "Nobody stands here now."
    if same in (0, ranked.places):
        return "Every other place is as it was." if same else "No place is as it was."
    as_before = "is as it was" if same == 1 else "are as they were"
    return f"{capital(word(same))} of the {word(ranked.places)} places {as_before}."


def _unmoved(found: Answered, scene: Scene) -> str:
    """Return which words moved nobody they are about."""
    used = {place for ranked in found.lists for one in ranked.moves for place in one.words}
    idle = [one for place, one in enumerate(found.words) if place not in used]
    if not idle or len(idle) == len(found.words) == 1:
        return ""
    about = list(dict.fromkeys(_name(scene, one.person) if one.person else f"“{tidy(one.title)}”" for one in idle))
    shown = about[:NAMED] + ([f"{count(len(about) - NAMED, 'more', 'more')}"] if len(about) > NAMED else [])
    return (
        f"What you said of {listing(shown)} changed no place of theirs: they stand where they stood, or are on no list."
    )
