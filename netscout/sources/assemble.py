"""From the sheets of all files to one export: people, owner, contacts, and the account of every row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from netscout.model.ledger import CONTACT_SUM, FileAccount, Notice
from netscout.model.owner import Owner
from netscout.sources import nobody
from netscout.sources.addressed import AddressBooks
from netscout.sources.book import Book
from netscout.sources.cells import emails
from netscout.sources.dates import DateColumn
from netscout.sources.evidence import Scribe, Taken
from netscout.sources.faults import counted
from netscout.sources.letters import Clock, Letters
from netscout.sources.names import full_name
from netscout.sources.own_notes import OwnFiles
from netscout.sources.owner import Found, Traces, find_owner
from netscout.sources.parties import Circle, Names, read_parties
from netscout.sources.people import OWN_ROW, People

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from netscout.model.export import Detail, Interaction, PrivateNote
    from netscout.model.owner import Position, School
    from netscout.sources.names import Name
    from netscout.sources.parties import Route
    from netscout.sources.records import Address, Endorsement, Invite, Jotting, Profile
    from netscout.sources.sheet import Sheet

_MESSAGE_WORDS = ("direct", "group", "sponsored", "spam", "drafts", "anonymous", "unattributed")
_DOUBTS = {
    "ambiguous-date-order": (
        "Dates such as 3/4/2021 were read as month, day, year; --date-order dmy reads the day first."
    ),
    "mixed-date-order": "Dates stand in two orders; they were read as month, day, year and the others left out.",
}

_OFTEN_EDITED = ("connections", "messages", "contacts")  # LinkedIn writes no slashed dates here, so somebody else did


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller knows: the day, `--me`, the order of slashed dates, the owner of the workspace."""

    today: date
    me: str | None = None
    date_order: str = "auto"
    known_owner: Owner | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its place among the files of the export."""

    file: int
    sheet: Sheet


class Assembly:
    """The export in the making; `run` fills the attributes, which bear the names of `Export`."""

    def __init__(self, papers: list[Paper], request: Request) -> None:
        """Take the sheets, the oldest export first."""
        self._papers, self._request = papers, request
        self._people, self._names = People(), Names()
        self.book, self.owner = Book(), Owner()
        self.interactions: list[Interaction] = []
        self.details: list[Detail] = []
        self.notes: list[PrivateNote] = []
        self.counts: Counter[str] = Counter()
        self.notices: list[Notice] = []
        self.newest = ""

    def run(self) -> None:
        """Find out who is who, then write down every contact.

        Raises:
            InputError: `owner-conflict`.
        """
        for paper in self._of("connections"):
            self._take_connections(paper)
        mails = self._read_names()
        found = find_owner(self._traces(mails), self._request.me, self._request.known_owner)
        self.owner = self._describe(found)
        self._enter_people()
        self._take_messages(mails, found)
        self._take_evidence(found)
        self._take_address_books(found)
        self._take_own_files(found)
        self._count_papers()
        mute = self._warn_unknown(found)
        if not self.book.sightings:
            self.notices += nobody.notices([paper.sheet for paper in self._papers if paper not in mute])

    def accounts(self) -> dict[int, FileAccount]:
        """Return the account of each file, by its place."""
        return {
            paper.file: FileAccount(
                paper.sheet.name, paper.sheet.kind, paper.sheet.rows, dict(paper.sheet.counts), paper.sheet.sha256
            )
            for paper in self._papers
        }

    def _of(self, *kinds: str) -> list[Paper]:
        return [paper for paper in self._papers if paper.sheet.kind in kinds]

    def _records(self, *kinds: str) -> list[Any]:
        return [record for paper in self._of(*kinds) for record in paper.sheet.records]

    def _take_connections(self, paper: Paper) -> None:
        sheet, request = paper.sheet, self._request
        column, bad = self._people.take(sheet, paper.file, request.today, request.date_order)
        self._warn_dates(sheet, column, bad)
        if "url" not in sheet.header.places:
            self._warn(
                "no-url-column", sheet,
                "This export is an old one without profile addresses, so people are matched by name; "
                "a new export gives better results.",
            )  # fmt: skip
        hidden = sheet.counts.get("hidden", 0)
        if hidden:
            whom = counted(hidden, "connection", "connections")
            self._warn(
                "hidden-members", sheet, f"LinkedIn withheld the names of {whom}.", sheet.first.get("hidden"), hidden
            )

    def _read_names(self) -> list[tuple[Paper, list[Route]]]:
        """Learn which names stand beside which URLs, and return the parties of all messages."""
        for slug, name in self._named():
            self._names.learn(slug, name)
        known = {row.contact.name.key for row in self._people.rows.values()} | set(self._names.slugs)
        known |= {one.name.key for one in self._profiles()}
        return [(paper, read_parties(paper.sheet, known, self._names)) for paper in self._of("messages")]

    def _named(self) -> Iterable[tuple[str | None, Name]]:
        invites: list[Invite] = self._records("invitations")
        for one in invites:
            yield one.inviter_slug, full_name(one.inviter)
            yield one.invitee_slug, full_name(one.invitee)
        endorsements: list[Endorsement] = self._records("endorsements_received", "endorsements_given")
        for other in endorsements:
            yield other.slug, other.name
        jottings: list[Jotting] = self._records("notes")
        for note in jottings:
            yield note.slug, note.name

    def _profiles(self) -> list[Profile]:
        return self._records("profile")

    def _traces(self, mails: list[tuple[Paper, list[Route]]]) -> Traces:
        addresses: list[Address] = self._records("email_addresses")
        name = next((one.name.shown for one in self._profiles()), "")
        return Traces(
            name,
            tuple(dict.fromkeys(one.email for one in addresses)),
            self._records("invitations"),
            [(paper.sheet, routes) for paper, routes in mails],
        )

    def _describe(self, found: Found) -> Owner:
        addresses: list[Address] = self._records("email_addresses")
        stated, known = emails(self._request.me or ""), self._request.known_owner
        if stated and known and not (found.slugs or found.name or known.emails):
            found = Found(known.slugs, known.name, "me")
        jobs: list[Position] = self._unique("positions", lambda one: (one.company.casefold(), one.started_on))
        schools: list[School] = self._unique("education", lambda one: (one.name.casefold(), one.started_on, one.degree))
        profile: Profile | None = next(iter(self._unique("profile", lambda _: None)), None)
        return Owner(
            found.name,
            found.slugs,
            tuple(dict.fromkeys((*(one.email for one in addresses), *stated))),
            found.how if found.slugs or found.name else "",
            profile.headline if profile else "",
            profile.industry if profile else "",
            tuple(jobs),
            tuple(schools),
        )

    def _unique(self, kind: str, key: Callable[[Any], object]) -> list[Any]:
        """Return the records of a kind without repeats (rows repeat per language); the account is written here."""
        seen: set[object] = set()
        kept = []
        for paper in self._of(kind):
            for record in paper.sheet.records:
                fresh = key(record) not in seen
                seen.add(key(record))
                self._tally(paper.sheet, "taken" if fresh else "duplicates")
                if fresh:
                    kept.append(record)
        return kept

    @staticmethod
    def _tally(sheet: Sheet, word: str, number: int = 1) -> None:
        sheet.counts[word] = sheet.counts.get(word, 0) + number

    def _enter_people(self) -> None:
        for row in self._people.remove_owner(self.owner.slugs):
            sheet = next(paper.sheet for paper in self._papers if paper.file == row.file)
            self._tally(sheet, "people", -1)
            sheet.refuse(row.line, OWN_ROW)
        self._people.enter(self.book)
        self.book.lend_slugs(self._names.slugs)
        self.newest = max(self.newest, self._people.newest)

    def _take_messages(self, mails: list[tuple[Paper, list[Route]]], found: Found) -> None:
        if not mails:
            return
        circle = Circle(self.book, self._names, frozenset(found.slugs), found.name_key())
        known = bool(found.slugs) or found.how in ("direction", "profile")
        seen: set[tuple[object, ...]] = set()
        self.counts.update(messages=0, conversations=0, group_conversations=0, **dict.fromkeys(_MESSAGE_WORDS, 0))
        for paper, routes in mails:
            sheet, request = paper.sheet, self._request
            letters = Letters(sheet, paper.file, routes, circle, owner_known=known)
            clock = Clock((one[1] for one in sheet.records), request.today, request.date_order)  # type: ignore[misc]  # a letter's date
            contacts = letters.interactions(self.book, clock)
            if len(mails) > 1:
                contacts = _without_known(contacts, seen)
            self.interactions.extend(contacts)
            self._warn_dates(sheet, clock.column, letters.bad_dates())
            lost = sheet.counts.pop("unreadable", 0)
            sheet.counts = {word: letters.counts[word] for word in _MESSAGE_WORDS}
            sheet.counts["unattributed"] += lost
            self.counts.update(
                sheet.counts,
                messages=sheet.rows,
                conversations=letters.conversations(),
                group_conversations=letters.groups(),
            )
            sheet.counts["undated"] = letters.undated
            self.newest = max(self.newest, letters.newest)

    def _take_evidence(self, found: Found) -> None:
        for paper in self._of("invitations", "endorsements_received", "endorsements_given"):
            self._write(paper, found)
        for paper in self._of("recommendations_received", "recommendations_given", "recommendations"):
            self._write(paper, found)

    def _take_address_books(self, found: Found) -> None:
        """Enter the rows of contact files, each once; whom they mean is told by their e-mail addresses."""
        request, me = self._request, self.owner
        if not (me.slugs or me.emails or me.name):
            me = request.known_owner or me
        books = AddressBooks(self.book, frozenset((*found.slugs, *me.slugs)), frozenset(me.emails))
        papers = self._of("contacts")
        for paper in papers:
            books.take(paper.sheet, paper.file, request.today, request.date_order)
        for sheet, column, bad in books.doubts:
            self._warn_dates(sheet, column, bad)
        self.details += books.details
        self.notes += books.notes
        if papers and not self._of("connections"):
            self.newest = max(self.newest, books.newest)
            self.counts.update(with_email=books.with_email, undated=books.undated)

    def _take_own_files(self, found: Found) -> None:
        """Take in private notes and organisations followed, and count comments."""
        request = self._request
        desk = OwnFiles(
            self.book, lambda cells: DateColumn(cells, request.today, request.date_order), found.slugs, found.name_key()
        )
        for paper in self._of("notes", "company_follows", "comments"):
            column, bad = desk.take(paper.sheet, paper.file)
            self._warn_dates(paper.sheet, column, bad)
        self.notes += desk.notes
        self.owner = replace(self.owner, follows=desk.follows())
        self.newest = max(self.newest, desk.newest)

    def _write(self, paper: Paper, found: Found) -> None:
        sheet, request = paper.sheet, self._request
        cells = [record.date for record in sheet.records]  # type: ignore[attr-defined]  # these kinds have a date
        column = DateColumn(cells, request.today, request.date_order)
        scribe = Scribe(self.book, paper.file, column.read, frozenset(found.slugs), found.name_key())
        rows: list[Any] = sheet.records
        taken = _transcribe(scribe, sheet.kind, rows)
        bad = [line for line, cell in zip(sheet.lines, cells, strict=True) if cell.strip() and not column.read(cell)]
        self._warn_dates(sheet, column, bad)
        for word, number in taken.counts.items():
            self._tally(sheet, word, number)
        self.counts.update(taken.totals)
        self.interactions.extend(taken.interactions)
        self.newest = max([self.newest, *(one.day[:10] for one in taken.interactions if one.day)])

    def _count_papers(self) -> None:
        contacts = self._of("connections")
        listed = "connections" if contacts else "contacts"
        for paper in self._papers:
            sheet = paper.sheet
            if sheet.kind == "email_addresses":
                self._tally(sheet, "taken", len(sheet.records))
            if sheet.kind == "connections":
                sheet.counts["undated"] = self._people.undated(paper.file)
            if sheet.kind == listed:
                self.counts["rows"] += sheet.rows
                for word in CONTACT_SUM if listed == "contacts" else CONTACT_SUM[:-1]:
                    self.counts[word] += sheet.counts.get(word, 0)
        if contacts:
            self.counts.update(self._people.totals())
        elif len(self._papers) == 1 and not self._of("contacts"):
            sheet = self._papers[0].sheet
            self.counts["rows"] = sheet.rows
            self.counts["unreadable"] = len(sheet.unreadable)
        dated = self._of("messages", "comments")
        if contacts or dated:
            self.counts["undated"] += sum(paper.sheet.counts.get("undated", 0) for paper in dated)
        self.counts["others"] = sum(1 for one in self.book.sightings if one.kind + "s" != listed)

    def _warn_unknown(self, found: Found) -> list[Paper]:
        """Say that nothing tells whose files these are; return those of which it must be known."""
        papers = [paper for paper in self._of("messages", "invitations") if paper.sheet.rows]
        if not papers or found.slugs or found.how in ("direction", "profile"):
            return []
        first = papers[0].sheet
        self._warn(
            "owner-unknown", first,
            "These files do not say which person is you, so messages were not counted as ties; "
            "load them again with --me and the address of your profile.",
            first.header.line + 1, max(1, self.counts.get("unattributed", 0)),
        )  # fmt: skip
        return papers

    def _warn_dates(self, sheet: Sheet, column: DateColumn, bad: list[int]) -> None:
        """Note what is doubtful about dates; LinkedIn's own slashed ones are US English and need no word of it."""
        if column.doubt and (column.doubt != "ambiguous-date-order" or sheet.kind in _OFTEN_EDITED):
            self._warn(column.doubt, sheet, _DOUBTS[column.doubt])
        if bad:
            what = counted(
                len(bad),
                "date cannot be read, is impossible or in the future; it was left out.",
                "dates cannot be read, are impossible or in the future; they were left out.",
            )
            self._warn("bad-date", sheet, what, bad[0], len(bad))

    def _warn(
        self, code: str, sheet: Sheet, message: str, line: int | None = None, count: int = 1
    ) -> None:  # the fields of a notice
        self.notices.append(Notice(code, message, sheet.name, line, count))


def _transcribe(scribe: Scribe, kind: str, rows: list[Any]) -> Taken:
    if kind == "invitations":
        return scribe.invitations(rows)
    return scribe.endorsements(rows) if kind.startswith("endorsements") else scribe.recommendations(rows)


def _without_known(contacts: list[Interaction], seen: set[tuple[object, ...]]) -> list[Interaction]:
    """Return the contacts that no earlier file of the load holds: two exports repeat each other's messages."""
    keys = [(one.conversation, one.at, one.direction, one.sighting, one.length) for one in contacts]
    kept = [one for one, key in zip(contacts, keys, strict=True) if key not in seen]
    seen.update(keys)
    return kept
