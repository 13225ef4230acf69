"""Your campaign: what is due, what you owe whom, where everybody stands, how far it has come, who led to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from netscout.model.campaign import Campaign, LogNote, Party, Todo
from netscout.reports.chains import chains
from netscout.reports.progress import progress
from netscout.reports.scene import Scene
from netscout.reports.text import capital, day, listing, number, sentence, tidy, tidy_lines, word
from netscout.reports.whereabouts import link

MOST = 60
"""People, and steps of one list, told one by one; further ones are counted."""
NAMED = 8
GROUPS = (
    ("A talk is fixed", ("scheduled", "confirmed")),
    ("Finding a day", ("replied", "arranging", "slipped")),
    ("Asked, no answer yet", ("asked", "followed-up")),
    ("You have talked", ("met", "thanked", "in-touch")),
    ("Not now, no, or at rest", ("deferred", "bounced", "declined", "resting", "closed", "do-not-contact")),
    ("Not asked yet", ("listed",)),
)
"""Where people stand, in the order of telling, with the stages of each group."""
OWED = (
    ("Thanks", ("thank",)),
    ("News of what came of it", ("report-back",)),
    ("What you decided", ("tell-decision",)),
    ("A message to those named to you", ("contact-referral",)),
    ("A look at a promised introduction", ("check-intro",)),
    ("Advice to follow or to drop", ("follow-advice",)),
)
"""What may be owed, in the order of telling."""
ABOUT = {
    "contact-referral": ": {}",
    "check-intro": " (to {})",
    "report-back": " (you talked with {})",
}
"""How a step tells whom it is about."""
CHANNELS = ("note", "message", "email", "call", "card")
"""Words beside a request that tell only how it was sent."""
ENTRIES = {
    "asked": "your request",
    "met": "the talk",
    "advised": "advice",
    "referred": "a name",
    "replied": "their answer",
    "declined": "their answer",
    "deferred": "their answer",
    "heard-from": "they wrote first",
    "gave-back": "what you did for them",
    "do-not-contact": "not to be written to",
    "open": "left open",
    "resume": "on your resume",
    "resume-shown": "resume shown",
    "will": "what you will do",
}
"""What a note beside an entry, or of a theme, is about."""


def build(scene: Scene) -> dict[str, Any] | None:
    """Return the section; None for an empty log, and on every page made to be shown."""
    book = _book(scene)
    if book is None:
        return None
    found = book.found
    return {
        "id": "campaign",
        "nav": "Your campaign",
        "kicker": "Your campaign",
        "title": _title(book),
        "day": day(scene.full.today),
        "steps": [_steps(book, heading, steps) for heading, steps in _lists(found) if steps],
        "owed": _owed(book),
        "stands": _stands(book),
        "progress": progress(found.yields),
        "chains": chains(scene, found.chains),
    }


def overdue_thanks(scene: Scene) -> list[str]:
    """Return the names of those to whom thanks or news are overdue: they come before any new request."""
    book = _book(scene)
    late = [one for one in book.found.now if one.status == "overdue"] if book else []
    return list(dict.fromkeys(book.name(one) for one in late if one.action in ("thank", "report-back"))) if book else []


@dataclass(frozen=True, slots=True)
class _Book:
    scene: Scene
    found: Campaign
    names: dict[str, str]

    def name(self, one: Todo) -> str:
        """Return the name of whom a step is about."""
        return self.names.get(one.person) or f"(no name) {one.person}"

    def short(self, text: str) -> str:
        """Return a text of this year without the year: `Monday 5 October` for `Monday 5 October 2026`."""
        return text.replace(f" {self.scene.full.today[:4]}", "")

    def link(self, person: str, name: str) -> dict[str, Any]:
        """Return where somebody stands on the page, under the name that the log knows."""
        return link(person, self.scene) | {"name": tidy(name)}


def _book(scene: Scene) -> _Book | None:
    found = scene.shown.campaign
    if found is None or not scene.personal:
        return None
    return _Book(scene, found, {one.person: tidy(one.name) for one in found.people})


def _title(book: _Book) -> str:
    """Return the one thing to know first: thanks that are overdue, else how much is due, else what comes next."""
    now = book.found.now
    thanks = [one for one in now if one.action == "thank" and one.status == "overdue"]
    if len(thanks) == 1:
        return f"Say thank you to {book.name(thanks[0])}: it is overdue"
    if thanks:
        return f"{capital(word(len(thanks)))} thank-yous are overdue"
    if now:
        late = sum(one.status == "overdue" for one in now)
        due = f"{capital(word(len(now)))} {'step is' if len(now) == 1 else 'steps are'}"
        return f"{due} due, {word(late)} of them overdue" if 0 < late < len(now) else f"{due} {'over' * bool(late)}due"
    return f"Nothing is due{_ahead(book)}"


def _ahead(book: _Book) -> str:
    """Return what comes next where nothing is due: the next talk, else answers that may still come."""
    talks = sorted((one.meeting, one.person) for one in book.found.people if one.meeting)
    if talks:
        return f"; you talk with {book.names[talks[0][1]]} on {book.short(day(talks[0][0]))}"
    waiting = sum(one.stage in ("asked", "followed-up") for one in book.found.people)
    return f"; {word(waiting)} {'answer' if waiting == 1 else 'answers'} may still come" if waiting else " today"


def _lists(found: Campaign) -> tuple[tuple[str, tuple[Todo, ...]], ...]:
    return ("Due now", found.now), ("Within a week", found.soon), ("Owed, but not yet due", found.owed)


def _steps(book: _Book, heading: str, steps: tuple[Todo, ...]) -> dict[str, Any]:
    return {
        "heading": heading,
        "lines": [{"who": book.link(one.person, book.name(one)), **_step(book, one)} for one in steps[:MOST]],
        "more": number(len(steps) - MOST) if len(steps) > MOST else "",
    }


def _step(book: _Book, one: Todo) -> dict[str, Any]:
    return {
        "what": f"{one.what}{ABOUT.get(one.action, '').format(_names(one.about)) if one.about else ''}",
        "when": book.short(one.when),
        "late": one.status == "overdue",
        "do": one.do if one.status in ("overdue", "due") else "",
    }


def _names(names: tuple[str, ...]) -> str:
    shown = [tidy(one) for one in names[:NAMED]]
    return listing([*shown, f"{number(len(names) - NAMED)} more"] if len(names) > NAMED else shown)


def _owed(book: _Book) -> list[dict[str, str]]:
    """Return what is owed, kind by kind, with the people and whom it is about."""
    found = book.found
    every = dict.fromkeys((*found.now, *found.soon, *found.owed))
    out = []
    for kind, actions in OWED:
        people = dict.fromkeys(_owing(book, one) for one in every if one.action in actions)
        if people:
            out.append({"kind": kind, "people": sentence(_names(tuple(people)))})
    return out


def _owing(book: _Book, one: Todo) -> str:
    name, about = book.name(one), _names(one.about)
    if one.action in ("contact-referral", "check-intro") and about:
        return f"{about} (named by {name})"
    return f"{name} (you talked with {about})" if one.action == "report-back" and about else name


def _stands(book: _Book) -> list[dict[str, Any]]:
    """Return everybody of the log, group by group, each with the next step."""
    out = []
    for heading, stages in GROUPS:
        people = sorted(
            (one for one in book.found.people if one.stage in stages),
            key=lambda one: (stages.index(one.stage), one.step.due if one.step and one.step.due else "9", one.person),
        )
        if people:
            shown = [_party(book, one) for one in people[:MOST]]
            more = number(len(people) - MOST) if len(people) > MOST else ""
            out.append({"heading": heading, "people": shown, "count": len(people), "more": more})
    return out


def _party(book: _Book, one: Party) -> dict[str, Any]:
    told = [two for two in one.notes if two.text.strip().lower() not in CHANNELS]
    return {
        "who": book.link(one.person, one.name),
        "title": tidy(one.title),
        "company": tidy(one.company),
        "where": capital(book.short(tidy(one.where))),
        "next": _step(book, one.step) if one.step else None,
        "notes": [{"on": _about(book, two), "text": tidy_lines(two.text)} for two in told],
    }


def _about(book: _Book, note: LogNote) -> str:
    """Return of which day a note is, and what it is about."""
    what = ENTRIES.get(note.event, tidy(note.event))
    return ", ".join(part for part in (book.short(day(note.on)), what) if part)
