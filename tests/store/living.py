"""Lives of a workspace: every call of the store in an order drawn from a seed, told line by line.

Each step tells what was done, what came of it, and which rows of the database it added and took away.
"""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netscout.errors import NetscoutError
from netscout.matching.identity import joints, resolve
from netscout.model.dump import ReadDump
from netscout.model.event import Event
from netscout.model.export import Detail, Export, PrivateNote
from netscout.model.notes import Reflection
from netscout.model.owner import Owner, Position, School
from netscout.model.referral import Decision, Referral
from netscout.model.yields import Made
from netscout.store import (
    asked,
    contributor,
    dismissals,
    eras,
    imports,
    labels,
    links,
    merges,
    named,
    notes,
    page_marks,
    ranking,
    referrals,
    reflections,
    settled,
    unload,
)
from netscout.store.dump import dump
from netscout.store.dump_join import join
from netscout.store.events import append_event, retract
from netscout.store.forget import forget, let_return, preview
from netscout.store.workspace import Workspace
from tests.store.looking import LOOKS
from tests.store.store_builders import ME, contact, export, seen
from tests.written_out import shortened, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

START, LONG = date(2026, 1, 5), 160
OTHER = Owner("Kim Sample", ("kim-sample",), ("kim@mail.example",), "profile", "Nurse", "Care")
NAMES = (
    "Ana Example",
    "Bo Lind",
    "Bo Lind",
    "Cy Third",
    "Robin Example",
    "Dée van Example",
    "Kim Sample",
    "ana example",
)
SLUGS = ("ana", "bo", "bo-2", None, "robin-example", "dee", "kim-sample", "ana-2")
FIRMS, JOBS = ("", "Northwind", "Fabrikam", "Otto & Söhne"), ("", "Analyst", "Data Analyst", "Nurse", "Köchin")
KINDS = ("connection",) * 4 + ("message", "invitation", "contact", "recommendation", "endorsement")
STATES = ("asked", "replied", "scheduled", "met", "thanked", "declined", "referred", "reported", "note")
THEMES = ("learnt", "open", "found:path", "prep:outcome", "keep:touch")
TOUCHES = ("message", "message", "message", "invitation", "endorsement", "recommendation")
_RANDOM = ("forget-salt", "workspace-id", "id")


class Life:
    """One workspace and what happens to it; `line` takes what is told."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Open the workspace and one beside it."""
        self.draw = random.Random(f"life {seed}")  # noqa: S311  # the same life each time
        self.ws = Workspace.open(folder / "one", create=True)
        self.beside = Workspace.open(folder / "two", create=True)
        self.day, self.told = START, list[str]()
        self._loaded: list[Export] = []
        self._carried: list[str] = []
        self._rows: set[str] = set()

    def close(self) -> None:
        """Close both workspaces."""
        self.ws.close()
        self.beside.close()

    @property
    def on(self) -> str:
        """Return the day of the step."""
        return self.day.isoformat()

    def line(self, text: object) -> None:
        """Tell a line, the end of a long one as a digest."""
        self.told.append(shortened(str(text), LONG))

    def live(self, steps: int) -> None:
        """Do so many steps, the first a load; then look at all there is."""
        for step in range(steps):
            self.day += timedelta(days=self.draw.choice((0, 1, 9, 40)))
            call = Life.load if step < 2 else self.draw.choice(STEPS)
            self.line(f"--- {step} {self.on} {call.__name__}")
            self._try(call)
            self._tell_rows()
        for look in LOOKS:
            self.line(f"--- {look.__name__}")
            for one in look(self.ws):
                for part in one if one.__class__ is tuple else (one,):
                    self.line(shown(part))

    def _try(self, call: Callable[[Life], object]) -> None:
        try:
            came = call(self)
        except NetscoutError as fault:
            self.line(f"{fault.code}: {fault}")
        except sqlite3.IntegrityError as fault:
            self.line(fault)
        else:
            if came is not None:
                self.line(repr(came))

    def _tell_rows(self) -> None:
        rows = {one for one in self.ws.db.iterdump() if one.startswith("INSERT") and "'meta'" not in one[:20]}
        rows = {one for one in rows if not any(f"'{key}'" in one for key in _RANDOM)}
        for row in sorted(self._rows - rows):
            self.line(f"- {row[12:]}")
        for row in sorted(rows - self._rows):
            self.line(f"+ {row[12:]}")
        self._rows = rows

    def anybody(self) -> str:
        """Return the id of somebody, now and then of nobody."""
        found = [row[0] for row in self.ws.db.execute("SELECT DISTINCT person FROM sighting ORDER BY person")]
        number = self.draw.choice([*found, *found, *found, 99, 1]) if found else 1
        return f"p{number:04d}"

    def word(self) -> str:
        """Return words of the user, often with the name of somebody in them."""
        who, firm = self.draw.choice(NAMES), self.draw.choice(FIRMS)
        return self.draw.choice(
            ("so it was", f"met {who} there", f"ask {who.split()[0]} at {firm or 'home'}", f"{who.upper()}")
        )

    # What happens.

    def an_export(self) -> Export:
        """Return a new export of one of two owners."""
        draw, rows = self.draw, []
        for line in range(draw.randint(2, 6)):
            at = draw.randrange(len(NAMES))
            mails = (f"{SLUGS[at] or 'cy'}@mail.example",) if draw.random() < 0.4 else ()
            kind, firm, job = draw.choice(KINDS), draw.choice(FIRMS), draw.choice(JOBS)
            since = f"20{draw.randint(10, 25)}-0{draw.randint(1, 9)}-11" if kind == "connection" else None
            slug = SLUGS[at] if draw.random() < 0.8 else None
            known = "recommendation" if kind == "contact" else kind
            row = seen(NAMES[at], slug, kind=known, line=line + 4, emails=mails, company=firm, title=job)
            head = f"{job} at {firm}" if job and firm else ""
            rows.append(row._replace(kind=kind, connected_on=since, headline=head))
        touches = tuple(self._touch(draw.randrange(len(rows))) for _ in range(draw.randint(0, 8)))
        books = tuple(self._book(at) for at in range(draw.randint(1, 2)))
        text: tuple[PrivateNote, ...] = (
            PrivateNote(0, "met at a course", self.on),
            PrivateNote(1, draw.choice(("likes tea", "mag Tee, süß")), None),
        )
        text += tuple(PrivateNote(draw.randint(0, 1), self.word(), draw.choice((self.on, None))) for _ in range(2))
        owner = draw.choice((ME, ME, OTHER, replace(ME, how="--me"), Owner()))
        if draw.random() < 0.3:
            career = Position("Northwind", "Analyst", "2019-03", current=True)
            owner = replace(owner, positions=(career,), schools=(School("Example College", "BA", "2005", "2008"),))
        day = draw.choice((self.on, self.on, (self.day - timedelta(days=100)).isoformat(), None))
        more = {"details": books, "notes": text} if draw.random() < 0.5 else {}
        return export(
            day, *rows, interactions=touches, owner=owner, salt=str(draw.random()), hidden=draw.randint(0, 1), **more
        )

    def _book(self, place: int) -> Detail:
        draw = self.draw
        labels = draw.choice((("friends",), ("Ärzte", "friends"), ()))
        phones = draw.choice((("+1 555 0100",), ()))
        mentor = draw.choice((True, False, None))
        return Detail(place, draw.choice(("--12-24", None)), phones, labels, draw.choice((2009, None)), mentor=mentor)

    def _touch(self, place: int) -> Any:
        draw = self.draw
        at = draw.choice((None, 1_600_000_000, 1_700_000_000, 1_750_000_000 + 1000 * draw.randrange(3)))
        day = None if at is None else str(date.fromordinal(719_163 + at // 86_400))
        kind, way = draw.choice(TOUCHES), draw.choice(("in", "out", "co", "none"))
        talk = f"c{draw.randrange(3)}" if kind == "message" else ""
        detail = {"endorsement": "SQL", "invitation": "note"}.get(kind, "")
        return contact(place, way, at, kind=kind, day=day, conversation=talk, length=draw.randrange(90), detail=detail)

    def load(self) -> object:
        """Load a new export."""
        self._loaded.append(self.an_export())
        return imports.import_export(self.ws, self._loaded[-1], today=self.on, resolve=resolve)

    def load_again(self) -> object:
        """Load an earlier export again, as it was or read another way."""
        one = self.draw.choice(self._loaded)
        if self.draw.random() < 0.5:
            one = replace(one, way="another", stated="mine")
        return imports.import_export(self.ws, one, today=self.on, resolve=resolve)

    def take_out(self) -> object:
        """Take a load out."""
        number = self.draw.randint(1, len(self._loaded) + 1)
        self.line(unload.load_of(self.ws, number))
        return unload.unload(self.ws, number, on=self.on, resolve=resolve)

    def say(self) -> object:
        """Say how one knows somebody."""
        who, place = self.anybody(), self.draw.choice(("", "a course"))
        which = self.draw.randrange(5)
        if which == 0:
            return labels.set_label(
                self.ws, who, self.draw.choice(("close", "know", "met", "oddly")), on=self.on, place=place
            )
        if which == 1:
            return labels.remove_label(self.ws, who, on=self.on)
        if which == 2:
            return labels.avoid(self.ws, who, on=self.on, reason=place)
        if which == 3:
            return labels.unavoid(self.ws, who, on=self.on)
        return labels.set_label(self.ws, who, "stranger", on=self.on, source="answers")

    def happen(self) -> object:
        """Log an entry, or take one back."""
        if self.draw.random() < 0.25:
            return retract(self.ws, self.draw.choice((None, 1, 2, 3, 9)), on=self.on, logged_on=self.on)
        at = self.draw.choice((None, "10:30"))
        for_day = self.draw.choice((None, (self.day + timedelta(days=5)).isoformat()))
        entry = Event(
            self.anybody(), self.draw.choice(STATES), self.on, for_day, at, None, None, "so", logged_on=self.on
        )
        kept = append_event(self.ws, entry)
        if kept.event == "asked":
            asked.keep_made(self.ws, kept, Made("data", "warm", "practitioners", "strong", 0.4, 0.1))
        return kept

    def write(self) -> None:
        """Write notes and lines of ledgers."""
        who, draw = self.anybody(), self.draw
        which = draw.randrange(7)
        if which == 0:
            notes.keep(self.ws, who, draw.choice(THEMES), draw.choice(("", "tea", self.word())), on=self.on)
        elif which == 1:
            notes.add(self.ws, who, draw.choice(("", *THEMES)), f"{self.word()} on {self.on}", on=self.on)
        elif which == 2:
            word = draw.choice(("yes", "no", "not asked"))
            line = Referral(
                who, self.anybody(), "Cy Third", self.on, "Analyst", "Northwind", permission=word, words="say hello"
            )
            referrals.add_referral(self.ws, line, logged_on=self.on)
        elif which == 3:
            reflections.reflect(self.ws, who, Reflection(self.on, draw.choice((None, 4)), 2, self.word()))
        elif which == 4:
            reflections.decide(self.ws, Decision("data", draw.choice(("yes", "later")), self.on, self.word()))
        elif which == 5:
            key = (who, "replied", "2026-03-04", draw.choice(("", "10:00:05")))
            dismissals.dismiss(self.ws, key, on=self.on)
            dismissals.dismiss(self.ws, key, on=draw.choice((self.on, "2026-01-01")))
        else:
            held = sorted(dismissals.dismissals(self.ws))
            dismissals.take_back(self.ws, draw.choice(held) if held else (who, "replied", "2026-03-04", ""))

    def settle(self) -> object:
        """Say what a title stands for, or take that back."""
        which, title = self.draw.randrange(4), self.draw.choice(("Analyst", "Nurse"))
        if which == 0:
            return settled.settle_job(self.ws, title, "Physician", on=self.on)
        if which == 1:
            return settled.settle_fit(self.ws, title, "data", self.draw.choice(("match", "related", "no")), on=self.on)
        if which == 2:
            return settled.unsettle(self.ws, title, on=self.on)
        return settled.take_back(self.ws, title, self.draw.choice(("", "data")), on=self.on)

    def work_out(self) -> object:
        """Keep lists, pages and links, or drop them."""
        which, title = self.draw.randrange(4), self.draw.choice(("Analyst", "Nurse"))
        if which == 0:
            rows: list[dict[str, object]] = [
                {"id": self.anybody(), "chosen": True},
                {"id": self.anybody(), "company": "Northwind"},
            ]
            ranking.save(self.ws, target="data", kind="practitioners", settings_digest="s", day=self.on, rows=rows)
        elif which == 1:
            ranking.forget_lists(self.ws, self.draw.choice(((), ("data",))))
        elif which == 2:
            page_marks.note_page(self.ws, on=self.on)
        else:
            links.save_title_links(self.ws, "esco", "1", {title: ["2511", 0.9]}, gone=["Baker"])
        return links.title_links(self.ws, "esco", "1"), links.other_links(self.ws, ["esco"], "2")

    def join_people(self) -> None:
        """Merge two people."""
        merges.merge(self.ws, self.anybody(), self.anybody(), on=self.on, resolve=resolve)

    def part(self) -> object:
        """Take merges back, or split rows off."""
        who = self.anybody()
        if self.draw.random() < 0.5:
            return merges.unmerge(self.ws, who, on=self.on, resolve=resolve)
        self.line(eras.eras_of(self.ws, who, joints))
        return merges.split_off(self.ws, who, [self.draw.randint(1, 2)], on=self.on, resolve=resolve)

    def forget_some(self) -> object:
        """Forget people, for good or not; or let all of them return, or forget a member."""
        who, chance = self.anybody(), self.draw.random()
        if chance < 0.2:
            return let_return(self.ws, on=self.on)
        if chance < 0.3:
            members = [f"p{number:04d}" for (number,) in self.ws.db.execute("SELECT person FROM owner ORDER BY id")]
            who = self.draw.choice([who, *members])
            return contributor.forget_contributor(self.ws, who, on=self.on)
        self.line(preview(self.ws, [who]))
        return forget(self.ws, [who], on=self.on, keep_hash=self.draw.random() < 0.7)

    def name_somebody(self) -> object:
        """Take in whom somebody named, say more of them, or take them back."""
        entry = append_event(self.ws, Event(self.anybody(), "referred", self.on, note="Gil Named", logged_on=self.on))
        row = seen(self.draw.choice(("Gil Named", "Ana Example")), self.draw.choice((None, "gil")))
        row = row._replace(kind="referral", title="Analyst")
        who = named.take_named(self.ws, row, entry.seq, today=self.on, resolve=resolve)
        self.line(who)
        chance = self.draw.random()
        if who and chance < 0.3:
            return named.amend_named(self.ws, who, ("Nurse", "Fabrikam", "gil-2"), resolve=resolve)
        return named.withdraw_named(self.ws, entry.seq) if chance > 0.7 else None

    def carry(self) -> object:
        """Take the cards of this workspace, or of the one beside, in again, some of their words changed."""
        if self.draw.random() < 0.5:
            imports.import_export(self.beside, self.an_export(), today=self.on, resolve=resolve)
            labels.set_label(self.beside, "p0002", "know", on=self.on)
            append_event(self.beside, Event("p0002", "asked", self.on, logged_on=self.on))
            notes.add(self.beside, "p0002", "", "from beside", on=self.on)
            return self._joined(dump(self.beside), same=False)
        made = dump(self.ws)
        cards = [one for one in made.cards if self.draw.random() < 0.8]
        for at, one in enumerate(cards):
            if self.draw.random() < 0.3:
                cards[at] = replace(
                    one, id="" if self.draw.random() < 0.5 else one.id, header={**one.header, "title": "Cook"}
                )
        return self._joined(replace(made, cards=tuple(cards)), same=self.draw.random() < 0.5)

    def _joined(self, made: Any, *, same: bool) -> object:
        self._carried.append(f"{self.draw.random()}")
        read = ReadDump(made, "cards", "cards", self.draw.choice(self._carried[-2:]), len(made.cards))
        return join(self.ws, read, today=self.on, resolve=resolve, same=same)


STEPS: tuple[Callable[[Life], object], ...] = (
    Life.load, Life.load, Life.load_again, Life.take_out, Life.say, Life.say, Life.happen, Life.happen, Life.write,
    Life.write, Life.settle, Life.work_out,
    Life.join_people, Life.join_people, Life.part, Life.forget_some, Life.name_somebody, Life.carry,
)  # fmt: skip
