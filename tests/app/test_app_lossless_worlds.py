"""Workspaces of up to three members after any history: cards and JSON carry all of it, to its own owner."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netscout.app.lossless import export_cards, export_json, take_in
from netscout.app.session import Session
from netscout.errors import RefusedError
from netscout.matching.identity import joints, resolve
from netscout.model.event import Event
from netscout.model.export import Detail, PrivateNote
from netscout.model.owner import Owner, Position
from netscout.store import merges
from netscout.store.eras import eras_of
from netscout.store.events import append_event, retract
from netscout.store.forget import forget
from netscout.store.imports import import_export
from netscout.store.labels import avoid, set_label, unavoid
from netscout.store.owners import owners
from netscout.store.people import all_people
from netscout.store.settled import settle_job
from netscout.store.workspace import Workspace
from tests.conftest import TODAY
from tests.examples import examples
from tests.store.store_builders import ME, contact, export, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY = date.fromisoformat(TODAY)
MEMBERS = (
    ME,
    Owner("Ben Twin", ("ben-twin",), (), "profile", positions=(Position("Contoso", "Clerk", "2019-03", current=True),)),
    Owner("Cleo Third", ("cleo",), ("cleo@mail.example",), "profile"),
)
KNOWN = (
    *(("Ana Lee", "ana-1"), ("Ana Lee", "ana-2"), ("Ana Lee", None), ("Zed Zeta", "zed"), ("Ben Twin", "ben-twin")),
    ("Robin Example", "robin-example"),
)
SAID = ("", "plain", "two\n\nlines | ## Log", "- 2026-01-01 asked n=1", "Zoë \u2028=1")
LATER = "2026-06-01"

Step = tuple[str, int, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["load", "contacts", "merge", "unmerge", "apart", "forget", "log", "retract", "words", "settle"]
        ),
        *(st.integers(0, 9) for _ in range(3)),
    ),
    max_size=10,
)


class World:
    """A workspace that grows by steps; a step that is not possible does nothing."""

    def __init__(self, ws: Workspace) -> None:
        """Begin with what the workspace holds."""
        self.ws, self.loads = ws, 0

    def go(self, step: Step) -> None:
        """Take one step."""
        kind, *numbers = step
        ids = sorted({one.id for owner in owners(self.ws) for one in all_people(self.ws, owner)})
        if kind in ("load", "contacts"):
            self.load(*numbers, address_book=kind == "contacts")
        elif ids:
            acts: dict[str, Callable[[list[str], int, int, int], None]] = {
                name: getattr(self, name) for name in ("merge", "unmerge", "apart", "forget", "log", "words", "settle")
            }
            acts["retract"] = self.take_back
            try:
                acts[kind](ids, *numbers)
            except RefusedError:
                return

    def load(self, owner: int, first: int, last: int, *, address_book: bool) -> None:
        """Load an export or an address book of a member."""
        self.loads += 1
        kind = "contact" if address_book else "connection"
        rows = [KNOWN[at % len(KNOWN)] for at in sorted({first, last, first + last})]
        people = tuple(
            seen(name, slug, kind="connection", line=at, company=SAID[(at + first) % 5], title=f"T{last}")._replace(
                kind=kind, file=0
            )
            for at, (name, slug) in enumerate(rows)
        )
        told = (contact(0, "out", 1_700_000_000 + last, conversation=f"c{last}"), contact(0, "in", None, detail="x"))
        one = export(
            f"2025-0{1 + last % 9}-05" if first else None,
            *people,
            interactions=told,
            owner=MEMBERS[owner % 3],
            salt=str(self.loads),
            details=(Detail(0, "--12-24", ("+1 555 0100",), ("friends",), 2009, mentor=True),) if address_book else (),
            notes=(PrivateNote(0, SAID[last % 5], "2025-01-01"),) if last % 2 else (),
        )
        import_export(self.ws, one, today=TODAY, resolve=resolve)

    def merge(self, ids: list[str], one: int, other: int, _: int) -> None:
        """Merge two people."""
        pair = ids[one % len(ids)], ids[other % len(ids)]
        if pair[0] != pair[1]:
            merges.merge(self.ws, *pair, on=TODAY, resolve=resolve)

    def unmerge(self, ids: list[str], one: int, *_: int) -> None:
        """Take merges back."""
        merges.unmerge(self.ws, ids[one % len(ids)], on=TODAY, resolve=resolve)

    def apart(self, ids: list[str], one: int, *_: int) -> None:
        """Set the last rows of a person apart."""
        person = ids[one % len(ids)]
        if (count := max(era.number for era in eras_of(self.ws, person, joints))) > 1:
            merges.split_off(self.ws, person, [count], on=TODAY, resolve=resolve)

    def forget(self, ids: list[str], one: int, other: int, _: int) -> None:
        """Forget somebody, with or without a hash."""
        forget(self.ws, [ids[one % len(ids)]], on=TODAY, keep_hash=other % 2 == 0)

    def log(self, ids: list[str], one: int, what: int, when: int) -> None:
        """Log an event, from the page or by hand, oldest day last at times."""
        note, day = SAID[what % 5], f"2026-03-{20 - when:02d}"
        source = "export" if what > 6 else "user"
        append_event(
            self.ws,
            Event(ids[one % len(ids)], ("asked", "met")[when % 2], day, note=note, source=source, logged_on=TODAY),
        )

    def take_back(self, _: list[str], *__: int) -> None:
        """Take the last event back."""
        retract(self.ws, on=TODAY, logged_on=TODAY)

    def words(self, ids: list[str], one: int, other: int, what: int) -> None:
        """Say something of every kind."""
        person, friend, said = ids[one % len(ids)], ids[other % len(ids)], SAID[what % 5]
        set_label(self.ws, person, ("know", "close")[what % 2], on=TODAY, place=said)
        (avoid if what % 3 else unavoid)(self.ws, friend, on=TODAY, reason=said)
        number, named = int(person[1:]), int(friend[1:])
        with self.ws.writing() as db:
            for text, values in (
                ("note (person, on_day, text, theme) VALUES (?, ?, ?, ?)", (number, TODAY, said, "skills")),
                ("advice (person, due, text, outcome) VALUES (?, ?, ?, ?)", (number, TODAY, said, said)),
                (
                    "reflection (person, on_day, energy, evidence, logged_on) VALUES (?, ?, 4, ?, ?)",
                    (number, TODAY, said, TODAY),
                ),
                (
                    "referral (referrer, named, name, on_day, words, logged_on) VALUES (?, ?, 'Dee', ?, ?, ?)",
                    (number, named if what % 2 else None, TODAY, said, TODAY),
                ),
                ("dismissed VALUES (?, 'asked', ?, '', ?)", (number, TODAY, TODAY)),
            ):
                db.execute(f"INSERT OR IGNORE INTO {text}", values)

    def settle(self, _: list[str], what: int, *__: int) -> None:
        """Say what a title is, and decide on a target."""
        settle_job(self.ws, f"T{what}", "analyst", on=TODAY)
        with self.ws.writing() as db:
            db.execute(
                "INSERT INTO decision (target, answer, why, on_day) VALUES ('data', 'yes', ?, ?)", (SAID[2], TODAY)
            )


@contextmanager
def place() -> Iterator[Path]:
    """Give a folder for one example."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def told(folder: Path, out: Path) -> dict[str, bytes]:
    """Return the bytes of both forms of a workspace."""
    session = Session(folder, DAY)
    export_cards(session, out / "cards")
    export_json(session, out / "people.json")
    files = sorted([*(out / "cards").iterdir(), out / "people.json"])
    return {one.name: one.read_bytes() for one in files}


def rows(folder: Path) -> list[str]:
    """Return the database as SQL, but for what was written where."""
    with Workspace.open(folder, create=False) as ws:
        return sorted(line for line in ws.db.iterdump() if not line.startswith('INSERT INTO "written_file"'))


def grow(folder: Path, steps: list[Step]) -> None:
    """Make a workspace by steps."""
    with Workspace.open(folder, create=True) as ws:
        world = World(ws)
        for one in [("load", 0, 1, 3), *steps]:
            world.go(one)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
@example([("load", 1, 3, 3), ("load", 2, 2, 4), ("merge", 0, 1, 0), ("forget", 1, 0, 0), ("words", 0, 1, 1)])
@example([("load", 1, 4, 3), ("merge", 0, 2, 0), ("log", 0, 1, 5), ("log", 1, 7, 2), ("retract", 0, 0, 0)])
@pytest.mark.slow
def test_any_history_comes_back_in_both_forms(steps: list[Step]) -> None:
    """A second member's people would turn up in the first one's network, or words would be lost or doubled."""
    with place() as root:
        grow(root / "ws", steps)
        (root / "out").mkdir()
        before = told(root / "ws", root / "out")
        held = rows(root / "ws")
        for name in ("cards", "people.json"):
            found = take_in(Session(root / name.split(".")[0], DAY), root / "out" / name)
            assert (found.restored, found.bad, found.counts["known"]) == (True, (), 0)
            again = root / f"again-{name}"
            again.mkdir()
            assert told(root / name.split(".")[0], again) == before
            assert rows(root / name.split(".")[0]) == held
        found = take_in(Session(root / "ws", DAY), root / "out" / "cards")
        assert (found.counts["taken"], found.bad) == (0, ())
        assert rows(root / "ws") == held


def networks(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the network of each owner: by the name of each person what is said of their work."""
    with Workspace.open(folder, create=False) as ws:
        return {
            one.owner.name: {who.display_name: (who.company, who.title) for who in all_people(ws, one)}
            for one in owners(ws)
        }


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Give the cards of a workspace of two members who know one person in common, and each one alone."""
    with Workspace.open(tmp_path / "two", create=True) as ws:
        shared = seen("Ana Lee", "ana", company="Northwind", title="Clerk")
        for owner, day, people in (
            (MEMBERS[0], "2026-01-05", (shared, seen("Only Mine", "mine", company="Fabrikam"))),
            (MEMBERS[1], "2026-02-05", (shared._replace(company="Contoso", title="Lead"), seen("Only Bens", "bens"))),
        ):
            told_of = (contact(0, "out", 1_700_000_000), contact(1, "in", 1_700_000_100))
            one = export(day, *people, owner=owner, interactions=told_of)
            import_export(ws, one, today=TODAY, resolve=resolve)
    export_cards(Session(tmp_path / "two", DAY), tmp_path / "cards")
    return tmp_path / "cards"


@pytest.mark.parametrize("member", [0, 1, 2])
def test_rows_stay_with_their_owner_in_a_used_workspace(two: Path, tmp_path: Path, member: int) -> None:
    """What one member knows of people would be told in another's network, or their friends be listed there."""
    with Workspace.open(tmp_path / "used", create=True) as ws:
        one = export("2024-01-05", seen("Old Friend", "old"), owner=MEMBERS[member])
        import_export(ws, one, today=TODAY, resolve=resolve)
    found = take_in(Session(tmp_path / "used", DAY), two)
    assert (found.bad, found.counts["people"], found.counts["taken"]) == ((), len(list(two.glob("p*.md"))), 4)
    expected = networks(tmp_path / "two")
    expected.setdefault(MEMBERS[member].name, {})["Old Friend"] = ("", "")
    assert networks(tmp_path / "used") == expected
    held = rows(tmp_path / "used")
    again = take_in(Session(tmp_path / "used", DAY), two)
    assert (again.counts["taken"], again.counts["known"]) == (0, 4)
    assert rows(tmp_path / "used") == held


def test_a_line_added_by_hand_comes_with_a_restored_card(two: Path, tmp_path: Path) -> None:
    """A word written on a card before it was put back would be lost, or make its person one of somebody else's."""
    card = next(one for one in two.glob("p*.md") if "bens" in one.name)
    card.write_text(card.read_text(encoding="utf-8") + "- 2026-03-01 asked | by phone\n", encoding="utf-8")
    found = take_in(Session(tmp_path / "new", DAY), two)
    assert (found.restored, found.bad, found.counts["taken"]) == (True, (), 5)
    assert networks(tmp_path / "new") == networks(tmp_path / "two")
    with Workspace.open(tmp_path / "new", create=False) as ws:
        assert ws.db.execute("SELECT count(*) FROM export").fetchone() == (2,)


def test_a_top_changed_by_hand_is_of_the_member_who_knows_them(two: Path, tmp_path: Path) -> None:
    """What was written on a card before it was put back would be lost, or be told in another member's network."""
    card = next(one for one in two.glob("p*.md") if "bens" in one.name)
    card.write_text(card.read_text(encoding="utf-8").replace("\nsighting:", "\ncompany: Tailspin\nsighting:", 1))
    take_in(Session(tmp_path / "new", DAY), two)
    expected = networks(tmp_path / "two")
    expected[MEMBERS[1].name]["Only Bens"] = ("Tailspin", "")
    assert networks(tmp_path / "new") == expected


def test_two_members_who_are_one_person_keep_their_networks_apart(two: Path, tmp_path: Path) -> None:
    """Rows that name an owner by their person would be taken for those of the other one."""
    with Workspace.open(tmp_path / "two", create=False) as ws, ws.writing() as db:
        db.execute("UPDATE owner SET person = (SELECT person FROM owner WHERE id = 1)")
    export_cards(Session(tmp_path / "two", DAY), two)
    take_in(Session(tmp_path / "new", DAY), two)
    assert rows(tmp_path / "new") == rows(tmp_path / "two")
    with Workspace.open(tmp_path / "used", create=True) as ws:
        import_export(ws, export("2024-01-05", seen("Old", "old"), owner=MEMBERS[2]), today=TODAY, resolve=resolve)
    take_in(Session(tmp_path / "used", DAY), two)
    assert networks(tmp_path / "used") == {**networks(tmp_path / "two"), "Cleo Third": {"Old": ("", "")}}


@pytest.mark.parametrize("text", [None, "# mine\n"])
def test_targets_come_only_with_those_who_had_some(tmp_path: Path, text: str | None) -> None:
    """A workspace without targets would come back with some, and its cards would differ."""
    grow(tmp_path / "ws", [])
    if text is not None:
        (tmp_path / "ws" / "targets.toml").write_text(text, encoding="utf-8")
    (tmp_path / "out").mkdir()
    before = told(tmp_path / "ws", tmp_path / "out")
    assert ("targets.toml" in before) == (text is not None)
    take_in(Session(tmp_path / "new", DAY), tmp_path / "out" / "cards")
    (tmp_path / "again").mkdir()
    assert told(tmp_path / "new", tmp_path / "again") == before
