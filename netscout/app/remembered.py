"""All that contact files, the log and the user's own words hold of one person: what `show` tells besides the tie."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from netscout.model.person import Details, role_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from netscout.model.event import Event
    from netscout.model.person import Note
    from netscout.store.workspace import Workspace

_SOURCES = {"user": "you", "answers": "the page", "export": "your export", "file": "a file of yours"}
Section = tuple[str, tuple[str, ...]]


def remembered(workspace: Workspace, person: str) -> dict[str, Any]:
    """Return what the workspace remembers of a person as JSON (personal), by kind: lists are empty for nothing."""
    from netscout.store.details import details, notes
    from netscout.store.events import events
    from netscout.store.reflections import reflections
    from netscout.store.said import said_of

    book = details(workspace).get(person, Details())
    return {
        "birthday": book.birthday,
        "phones": list(book.phones),
        "groups": list(book.labels),
        "class_year": book.class_year,
        "mentor": book.mentor,
        "notes": [_note(one) for one in notes(workspace).get(person, ())],
        "log": [_event(one) for one in events(workspace, person, all_entries=True)],
        **said_of(workspace, person),
        "reflections": [asdict(one) for one in reflections(workspace).get(person, ())],
    }


def names_in(workspace: Workspace, found: Mapping[str, Any]) -> dict[str, str]:
    """Return the names to show of those who named this person, or whom they named, by id."""
    from netscout.store.people import person_of

    ends = {one[end] for one in found["referrals"] for end in ("referrer", "named") if one[end]}
    return {one: person_of(workspace, one).shown_name for one in sorted(ends)}


def book_lines(found: Mapping[str, Any]) -> list[str]:
    """Return what contact files say of somebody, a line each; nothing for what none says."""
    lines = [f"Birthday: {found['birthday']}"] if found["birthday"] else []
    if found["phones"]:
        number = len(found["phones"])
        lines.append(f"Phone: yes, {number} number{'s' * (number != 1)} (`--json` and `export people` show them)")
    lines += [f"Groups: {', '.join(found['groups'])}"] if found["groups"] else []
    lines += [f"Class of {found['class_year']}"] if found["class_year"] is not None else []
    if found["mentor"] is not None:
        lines.append("Offers to mentor." if found["mentor"] else "Does not offer to mentor.")
    return lines


def said_lines(found: Mapping[str, Any]) -> list[str]:
    """Return the user's words in force: how they know somebody, and whether to keep them off the lists."""
    label, off = next(iter(found["labels"][-1:]), None), next(iter(found["kept_off"][-1:]), None)
    lines = []
    if label and label["label"]:
        lines.append(f"You said on {label['on']}: {label['label']}{', ' + label['place'] if label['place'] else ''}.")
    if off and off["off"]:
        since = f" since {off['on']}" if off["on"] else ""
        lines.append(f"You keep this person off your lists{since}{': ' + off['reason'] if off['reason'] else ''}.")
    return lines


def sections(found: Mapping[str, Any], person: str, names: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the rest in words, each section with its heading and its lines; one without lines is left out.

    `names` are those of `names_in`.
    """
    made = {
        "Notes": [f"{_when(one)}{one['text']} ({_joined(_by(one), one['theme'])})" for one in found["notes"]],
        "What you said before": [*_labels(_past(found["labels"], "label")), *_lists(_past(found["kept_off"], "off"))],
        "Log": _log(found["log"]),
        "Referrals": [_referral(one, person, names) for one in found["referrals"]],
        "Advice": [_joined(one["text"], _due(one), one["state"], one["outcome"]) for one in found["advice"]],
        "Reflections": [f"{one['on']}: {_reflection(one)}" for one in found["reflections"]],
    }
    return tuple((name, tuple(lines)) for name, lines in made.items() if lines)


def _note(one: Note) -> dict[str, Any]:
    return {"on": one.on, "text": one.text, "theme": one.theme, "source": one.source}


def _event(one: Event) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "event": one.event,
        "on": one.on,
        "for_day": one.for_day,
        "at": one.at,
        "zone": one.zone,
        "minutes": one.minutes,
        "note": one.note,
        "retracts": one.retracts,
        "source": one.source,
        "logged_on": one.logged_on,
    }


def _by(one: Mapping[str, Any]) -> str:
    return _SOURCES.get(one["source"]) or str(one["source"])


def _when(one: Mapping[str, Any]) -> str:
    return f"{one['on']}: " if one["on"] else ""


def _joined(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def _past(said: Sequence[Mapping[str, Any]], key: str) -> Sequence[Mapping[str, Any]]:
    """Return all but the word in force, which stands among the facts; all where the last took everything back."""
    return said[:-1] if said and said[-1][key] else said


def _labels(said: Iterable[Mapping[str, Any]]) -> list[str]:
    return [
        f"{one['on']}: {one['label'] or 'taken back'}{', ' + one['place'] if one['place'] else ''} ({_by(one)})"
        for one in said
    ]


def _lists(said: Iterable[Mapping[str, Any]]) -> list[str]:
    words = {True: "kept off your lists", False: "let on your lists again"}
    return [
        f"{_when(one)}{words[one['off']]}{': ' + one['reason'] if one['reason'] else ''} ({_by(one)})" for one in said
    ]


def _log(log: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the log by day; an entry that was taken back says so, its retraction is not told twice."""
    entries = list(log)
    gone = {one["retracts"] for one in entries if one["retracts"] is not None}
    lines = []
    for one in sorted(entries, key=lambda one: (one["on"], one["seq"])):
        if one["retracts"] is None:
            day = f" for {one['for_day']}" if one["for_day"] else ""
            note = f": {one['note']}" if one["note"] else ""
            back = "; taken back" if one["seq"] in gone else ""
            lines.append(f"{one['on']}: {one['event']}{day}{note} ({_by(one)}{back})")
    return lines


def _referral(one: Mapping[str, Any], person: str, names: Mapping[str, str]) -> str:
    role = role_at(one["title"] or "", one["company"] or "")
    if not one["name"]:
        told = "on using their name with anybody they know"
    elif one["referrer"] == person:
        name = names.get(one["named"], one["name"])
        told = f"named {name}{', ' + role if role else ''}{' (' + one['named'] + ')' if one['named'] else ''}"
    else:
        by = f"{names[one['referrer']]} ({one['referrer']})" if one["referrer"] else "somebody no longer here"
        told = f"named to you by {by}"
    may = f"may you use their name: {one['may_use_name']}" if one["referrer"] else ""
    back = "taken back" if one["taken_back"] else ""
    return f"{one['on']}: " + _joined(told, one["words"] or one["permission_words"], may, back)


def _due(one: Mapping[str, Any]) -> str:
    return f"due {one['due']}" if one["due"] else ""


def _reflection(one: Mapping[str, Any]) -> str:
    marks = [f"{name} {one[name]}" for name in ("energy", "fit") if one[name] is not None]
    told = [f"{word}: {one[key]}" for key, word in (("backup", "instead"), ("next_step", "next step")) if one[key]]
    return _joined(", ".join(marks), one["verdict"], one["evidence"], *told)
