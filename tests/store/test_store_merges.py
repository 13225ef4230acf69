"""Merge and split: the user's word on who is who, kept over imports and taken back without loss."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netscout.errors import RefusedError
from netscout.matching.identity import joints, resolve
from netscout.model.export import Export
from netscout.model.owner import Owner
from netscout.store import merges
from netscout.store.eras import eras_of
from netscout.store.ids import current_numbers, person_id
from netscout.store.imports import import_export
from netscout.store.interactions import summaries
from netscout.store.labels import labels, set_label
from netscout.store.moment import inputs_digest
from netscout.store.people import all_people, person_of
from netscout.store.workspace import Workspace
from tests.store.store_builders import contact, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = "2026-03-24"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def take(ws: Workspace, one: Export) -> None:
    """Import one export."""
    import_export(ws, one, today=TODAY, resolve=resolve)


def state(ws: Workspace) -> list[Any]:
    """Return everything that a merge or split may change and a way back must bring back."""
    sightings = ws.db.execute("SELECT id, person FROM sighting ORDER BY id").fetchall()
    aliases = ws.db.execute("SELECT alias, person FROM person_alias ORDER BY alias").fetchall()
    return [all_people(ws), sightings, aliases, summaries(ws), labels(ws)]


def merged_into(ws: Workspace, person: str) -> list[str]:
    """Return the ids given up for a person by merges that nobody took back."""
    newest = {
        frozenset((one, other)): (decision, one, other)
        for decision, one, other in ws.db.execute("SELECT decision, one, other FROM merge_decision ORDER BY id")
    }
    pairs = [(one, other) for decision, one, other in newest.values() if decision == "merge"]
    now = current_numbers(ws.db)
    return [person_id(other) for one, other in pairs if person_id(now.get(one, one)) == person]


def ids(ws: Workspace) -> list[str]:
    """Return everybody's id."""
    return [one.id for one in all_people(ws)]


def test_merge_keeps_the_first_and_split_brings_all_back(ws: Workspace) -> None:
    """A merge would lose the messages or labels of one of the two, or not be undone."""
    told = (contact(0, "in", 5), contact(1, "out", 6))
    take(ws, export("2026-01-05", seen("Ana Lee", "ana-1"), seen("Ana Lee", "ana-2"), interactions=told))
    set_label(ws, "p0002", "met", on="2026-01-06")
    before, digest = state(ws), inputs_digest(ws)
    merges.merge(ws, "p0003", "p0002", on=TODAY, resolve=resolve)
    assert ids(ws) == ["p0003"]
    assert person_of(ws, "p0002").id == "p0003"
    assert (summaries(ws)["p0003"]["messages"]["sent"], summaries(ws)["p0003"]["messages"]["received"]) == (1, 1)
    assert labels(ws)["p0003"].label == "met"
    assert inputs_digest(ws) != digest
    assert merged_into(ws, "p0003") == ["p0002"]
    assert merges.unmerge(ws, "p0002", on=TODAY, resolve=resolve).others == ("p0002",)
    assert state(ws) == before
    assert merges.unmerge(ws, "p0002", on=TODAY, resolve=resolve).others == ()
    assert merges.parted_on(ws) == {frozenset(("p0002", "p0003")): TODAY}


def test_what_was_said_after_a_merge_stays_with_the_one_it_was_said_of(ws: Workspace) -> None:
    """A label given to the joint person would follow the one who leaves."""
    take(ws, export("2026-01-05", seen("Ana Lee", "ana-1"), seen("Ana Lee", "ana-2")))
    merges.merge(ws, "p0002", "p0003", on=TODAY, resolve=resolve)
    set_label(ws, "p0003", "close", on=TODAY)
    merges.unmerge(ws, "p0002", on=TODAY, resolve=resolve)
    assert list(labels(ws)) == ["p0002"]


@pytest.mark.parametrize(("day", "people"), [("2026-01-05", 1), ("2026-01-06", 2), (None, 2)])
def test_parts_of_one_delivery_are_one_export(tmp_path: Path, day: str | None, people: int) -> None:
    """Messages by name would be nobody's where the list of connections comes with the second part."""
    parts = [
        export("2026-01-05", seen("Ana Lee", "ana", company="Northwind")),
        export(day, seen("Ana Lee", kind="message"), interactions=(contact(0),)),
    ]
    for at, order in enumerate(permutations(parts)):
        with Workspace.open(tmp_path / f"ws{at}", create=True) as ws:
            for one in order:
                take(ws, one)
            assert len(all_people(ws)) == people
            merges.merge(ws, *ids(ws)[:2], on=TODAY, resolve=resolve) if people == 2 else None
            assert [one.slug for one in all_people(ws)] == ["ana"]


def test_a_message_told_under_two_addresses_counts_once_while_they_are_one(ws: Workspace) -> None:
    """A merge of somebody's old and new entry would double every message, a split would halve them."""
    for day, slug in (("2025-01-05", "ana-1"), ("2026-01-05", "ana-2")):
        take(ws, export(day, seen("Ana Lee", slug), interactions=(contact(0, "in", 5),)))
    merges.merge(ws, "p0002", "p0003", on=TODAY, resolve=resolve)
    assert summaries(ws)["p0002"]["messages"]["received"] == 1
    merges.unmerge(ws, "p0002", on=TODAY, resolve=resolve)
    assert [summaries(ws)[one]["messages"]["received"] for one in ids(ws)] == [1, 1]


def test_merging_one_with_themselves_is_refused(ws: Workspace) -> None:
    """A merge of nobody would be noted, and counted as a change of the lists."""
    take(ws, export("2026-01-05", seen("Ana Lee", "ana-1")))
    with pytest.raises(RefusedError):
        merges.merge(ws, "p0002", "p0002", on=TODAY, resolve=resolve)


def couple() -> Export:
    """Return an export before which two people shared an address, so that the rules make them one."""
    return export("2025-01-05", seen("Ana Lee", "ana", emails=("home@mail.example",), connected_on="2020-01-01"))


def other_half(day: str = "2026-01-05", **more: Any) -> Export:
    """Return an export that gives the address to another person."""
    return export(day, seen("Bo Lee", "bo", emails=("home@mail.example",), connected_on="2021-01-01", **more))


def test_rows_are_set_apart_for_good_in_any_order_of_loads(tmp_path: Path) -> None:
    """The next export would make two people of one household one person again."""
    later = other_half("2026-02-05", company="Northwind")
    found = []
    for at, order in enumerate(permutations((couple(), other_half(), later))):
        with Workspace.open(tmp_path / f"ws{at}", create=True) as ws:
            take(ws, order[0])
            take(ws, order[1])
            (joint,) = all_people(ws)
            number = (
                next(one.number for one in eras_of(ws, joint.id, joints) if one.slug == "bo")
                if ({one.slug for one in eras_of(ws, joint.id, joints)} == {"ana", "bo"})
                else 0
            )
            if number:
                done = merges.split_off(ws, joint.id, [number], on=TODAY, resolve=resolve)
                assert (person_of(ws, done.person).slug, person_of(ws, done.others[0]).slug) == ("ana", "bo")
            take(ws, order[2])
            if number:
                found.append({(one.slug, one.company) for one in all_people(ws)})
                merges.merge(ws, done.person, done.others[0], on=TODAY, resolve=resolve)
                assert len(all_people(ws)) == 1
    assert len(found) == 4
    assert found == [{("ana", ""), ("bo", "Northwind")}] * 4


def test_what_leaves_takes_a_number_of_its_own_and_labels_stay(ws: Workspace) -> None:
    """Notes about a person would go over to the namesake who was taken for them."""
    day = "2015-03-02"
    take(ws, export("2020-01-05", seen("Ana Lee", connected_on=day, company="Old")))
    take(ws, export("2026-01-05", seen("Ana Lee", "ana", connected_on=day, company="New")))
    set_label(ws, "p0002", "close", on=TODAY)
    before = state(ws)
    done = merges.split_off(ws, "p0002", [1], on=TODAY, resolve=resolve)
    assert (done.person, done.others) == ("p0002", ("p0003",))
    assert (person_of(ws, "p0002").slug, person_of(ws, "p0003").company) == ("ana", "Old")
    assert list(labels(ws)) == ["p0002"]
    take(ws, export("2021-01-05", seen("Ana Lee", connected_on=day, company="Older")))
    assert (person_of(ws, "p0003").company, ids(ws)) == ("Older", ["p0002", "p0003"])
    merges.merge(ws, "p0002", "p0003", on=TODAY, resolve=resolve)
    assert (ids(ws), labels(ws)) == ([one.id for one in before[0]], before[4])


@pytest.mark.parametrize("numbers", [[0], [3], [1, 2]])
def test_rows_that_are_none_or_all_are_refused(ws: Workspace, numbers: list[int]) -> None:
    """A mistyped number would take a person apart, or leave one without rows."""
    take(ws, couple())
    take(ws, other_half())
    before = state(ws)
    with pytest.raises(RefusedError):
        merges.split_off(ws, "p0002", numbers, on=TODAY, resolve=resolve)
    assert state(ws) == before


def test_merged_people_and_members_are_not_taken_apart_by_rows(ws: Workspace) -> None:
    """Rows would leave one person and come back through the merge; or a member lose half of their rows."""
    take(ws, couple())
    take(ws, other_half())
    take(ws, export("2026-01-06", seen("Cy Moss", "cy")))
    merges.merge(ws, "p0002", "p0003", on=TODAY, resolve=resolve)
    with pytest.raises(RefusedError, match="merged"):
        merges.split_off(ws, "p0002", [1], on=TODAY, resolve=resolve)
    take(ws, export("2026-01-07", owner=Owner("Ana Lee", ("ana", "bo"), (), "profile")))
    merges.unmerge(ws, "p0002", on=TODAY, resolve=resolve)
    with pytest.raises(RefusedError, match="member"):
        merges.split_off(ws, "p0002", [1], on=TODAY, resolve=resolve)


def test_eras_tell_what_each_export_said_and_why_it_is_the_same_person(ws: Workspace) -> None:
    """Nobody could see why two entries of different exports are one person."""
    mail = ("ana@mail.example",)
    take(ws, export("2018-01-05", seen("Ana Lee", company="Old", connected_on="2015-03-02")))
    said = (contact(1, "in", 5),)
    take(
        ws,
        export(
            "2020-01-05",
            seen("Ana Lee", "ana-1", company="Mid", connected_on="2015-03-02", emails=mail),
            seen("Ana Lee", kind="message"),
            interactions=said,
        ),
    )
    take(ws, export("2026-01-05", seen("Ana Marlow", "ana-2", company="New", emails=mail)))
    found = eras_of(ws, "p0002", joints)
    assert [(one.number, one.export_date, one.company, one.rule, one.joined_export) for one in found] == [
        (1, "2018-01-05", "Old", "", None),
        (2, "2020-01-05", "Mid", "day", "2018-01-05"),
        (3, "2020-01-05", "", "namesake", "2020-01-05"),
        (4, "2026-01-05", "New", "email", "2020-01-05"),
    ]
    assert (found[2].files, found[2].kinds, found[3].name) == (("messages.csv",), ("message",), "Ana Marlow")
    take(ws, export("2026-01-06", seen("Ana Lee", "ana-9")))
    merges.merge(ws, "p0002", "p0003", on=TODAY, resolve=resolve)
    assert [one.rule for one in eras_of(ws, "p0003", joints)] == ["", "day", "namesake", "email", "merge"]
    assert eras_of(ws, "p0099", joints) == []


class MergesAndSplits(RuleBasedStateMachine):
    """Loads, merges, splits and labels in any order: nothing is lost, and each way there has its way back."""

    def __init__(self) -> None:
        """Begin with an empty workspace."""
        super().__init__()
        self.folder = TemporaryDirectory()
        self.ws = Workspace.open(Path(self.folder.name) / "ws", create=True)
        self.given: set[str] = set()
        self.labelled = 0
        self.loads = 0

    def teardown(self) -> None:
        """Close and delete the workspace."""
        self.ws.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        """Load three namesakes."""
        people = (seen("Ana Lee", "s1"), seen("Ana Lee", "s2", emails=("a@mail.example",)), seen("Ana Lee", "s3"))
        take(self.ws, export("2026-01-05", *people))

    @rule(
        slug=st.sampled_from([None, "s1", "s2", "s4"]),
        mail=st.sampled_from([(), ("a@mail.example",)]),
        kind=st.sampled_from(["connection", "message"]),
        month=st.integers(1, 9),
    )
    def load(self, slug: str | None, mail: tuple[str, ...], kind: str, month: int) -> None:
        """Load an export of two rows, older or newer."""
        self.loads += 1
        rows = (seen("Ana Lee", slug, emails=mail, kind=kind), seen("Ana Lee", kind="message", company="Northwind"))
        take(self.ws, export(f"2025-0{month}-05", *rows, interactions=(contact(0), contact(1)), salt=str(self.loads)))

    @rule(data=st.data())
    def label(self, data: st.DataObject) -> None:
        """Say how somebody is known."""
        if people := ids(self.ws):
            self.labelled += set_label(self.ws, data.draw(st.sampled_from(people)), "met", on=TODAY)

    @precondition(lambda self: len(ids(self.ws)) > 1)
    @rule(data=st.data())
    def merge_and_split(self, data: st.DataObject) -> None:
        """Merge two whom nobody merged before, and split them: all is as before."""
        free = [one for one in ids(self.ws) if not merged_into(self.ws, one)]
        if len(free) > 1:
            pair = data.draw(st.lists(st.sampled_from(free), min_size=2, max_size=2, unique=True))
            before = state(self.ws)
            merges.merge(self.ws, *pair, on=TODAY, resolve=resolve)
            assert person_of(self.ws, pair[1]).id == pair[0]
            merges.unmerge(self.ws, pair[1], on=TODAY, resolve=resolve)
            assert state(self.ws) == before

    @precondition(lambda self: len(ids(self.ws)) > 1)
    @rule(data=st.data())
    def merge_for_good(self, data: st.DataObject) -> None:
        """Merge two people."""
        pair = data.draw(st.lists(st.sampled_from(ids(self.ws)), min_size=2, max_size=2, unique=True))
        merges.merge(self.ws, *pair, on=TODAY, resolve=resolve)

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        """Take all merges of somebody back."""
        if people := ids(self.ws):
            person = data.draw(st.sampled_from(people))
            merges.unmerge(self.ws, person, on=TODAY, resolve=resolve)
            assert merged_into(self.ws, person) == []

    @rule(data=st.data())
    def set_apart(self, data: st.DataObject) -> None:
        """Set rows of somebody apart, and merge the two again half of the time."""
        able = [one for one in ids(self.ws) if not merged_into(self.ws, one)]
        for person in able:
            count = max(one.number for one in eras_of(self.ws, person, joints))
            if count > 1:
                who = {row[:2] for row in self.ws.db.execute("SELECT id, person FROM sighting")}
                off = data.draw(st.lists(st.integers(1, count), min_size=1, max_size=count - 1, unique=True))
                done = merges.split_off(self.ws, person, off, on=TODAY, resolve=resolve)
                assert done.person != done.others[0]
                if data.draw(st.booleans()):
                    merges.merge(self.ws, done.person, done.others[0], on=TODAY, resolve=resolve)
                    assert len({row[:2] for row in self.ws.db.execute("SELECT id, person FROM sighting")}) == len(who)
                return

    @invariant()
    def every_id_ever_given_leads_to_somebody(self) -> None:
        """An id would be lost, or a label with it."""
        now = ids(self.ws)
        self.given |= set(now)
        assert {person_of(self.ws, one).id for one in self.given} <= set(now)
        assert set(labels(self.ws)) <= set(now)
        assert self.ws.db.execute("SELECT count(*) FROM label").fetchone()[0] == self.labelled

    @invariant()
    def the_database_is_whole(self) -> None:
        """A sighting would be left to a number that is somebody else's by now."""
        assert self.ws.db.execute("PRAGMA foreign_key_check").fetchall() == []
        aliases = {row[0] for row in self.ws.db.execute("SELECT alias FROM person_alias")}
        assert not aliases & {row[0] for row in self.ws.db.execute("SELECT person FROM sighting")}


TestMergesAndSplits = MergesAndSplits.TestCase
TestMergesAndSplits.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
