"""Imports: what they store, that they repeat nothing, and that their order does not matter."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netscout.matching.identity import resolve
from netscout.model.changes import ChangeList
from netscout.model.export import Export, Interaction, Sighting
from netscout.model.ledger import Notice
from netscout.model.owner import Owner, Position, School
from netscout.store.changes import changes
from netscout.store.imports import ImportResult, import_export
from netscout.store.interactions import conversation_members, interaction_rows, summaries
from netscout.store.labels import labels, set_label
from netscout.store.owners import default_owner, match_me, owner_of, owners
from netscout.store.people import all_people, find_person, people_rows, person_of, possible_duplicates
from netscout.store.sources import account
from netscout.store.workspace import Workspace
from tests.store.store_builders import ME, contact, dump, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = "2026-03-24"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give an empty workspace."""
    with Workspace.open(tmp_path / "ws", create=True) as one:
        yield one


def take(ws: Workspace, one: Export, today: str = TODAY) -> ImportResult:
    """Import one export."""
    return import_export(ws, one, today=today, resolve=resolve)


def people_without_ids(ws: Workspace) -> list[tuple[object, ...]]:
    """Return the people of all owners as sorted rows, ids left out."""
    rows = [row[1:] for one in owners(ws) for row in people_rows(ws, one)]
    return sorted(rows, key=repr)


def ties_without_ids(ws: Workspace) -> list[tuple[object, ...]]:
    """Return the contacts with the slug or name of the person in place of the id."""
    names = {row[0]: row[1] or row[2] for one in owners(ws) for row in people_rows(ws, one)}
    rows = [(names[row[0]], *row[1:]) for one in owners(ws) for row in interaction_rows(ws, one)]
    return sorted(rows, key=repr)


def test_an_import_stores_people_contacts_owner_and_ledger(ws: Workspace) -> None:
    """The first load would lose something."""
    career = (
        Position("Northwind", "Analyst", "2019-03", "", current=True),
        Position("Fabrikam", "Clerk", "2015", "2019"),
    )
    me = Owner(ME.name, ME.slugs, ME.emails, "profile", "Analyst", "Retail", career, (School("Example College"),))
    result = take(
        ws,
        export(
            "2026-01-05",
            seen("Ana Example", "ana", company="Northwind", title="Data Analyst", connected_on="2020-01-02"),
            seen("Bo Lind", "bo", emails=("bo@mail.example",), credentials=("PhD",)),
            seen("Cy Moss", "cy", kind="message"),
            interactions=(contact(0, "out", 100), contact(0, "in", 200), contact(2, "in", 300)),
            owner=me,
            hidden=2,
            notices=(Notice("bad-date", "a date could not be read."),),
        ),
    )
    assert result.counts == {
        "rows": 4,
        "messages": 3,
        "people": 2,
        "others": 1,
        "duplicates": 0,
        "possible_duplicates": 0,
    }
    assert (result.already_loaded_on, result.owner, result.owner_id, result.sequence) == (None, 1, "p0001", 1)
    assert result.changes.before is None
    assert result.changes.after == "2026-01-05"
    assert result.changes.hidden == 2
    assert people_rows(ws) == [
        ("p0002", "ana", "Ana Example", "Northwind", "Data Analyst", "", "2020-01-02", "connections", False),
        ("p0003", "bo", "Bo Lind", "", "", "", None, "connections", False),
        ("p0004", "cy", "Cy Moss", "", "", "", None, "messages", False),
    ]
    assert interaction_rows(ws) == [
        ("p0002", "message", "out", 100.0, 1, "", ""),
        ("p0002", "message", "in", 200.0, 1, "", ""),
        ("p0004", "message", "in", 300.0, 1, "", ""),
    ]
    assert owner_of(ws) == me
    stored = default_owner(ws)
    assert stored is not None
    assert stored.id == "p0001"
    told = account(ws)
    assert told.counts == result.counts
    assert told.notices[0].code == "bad-date"
    assert told.sources[0].path == "export-2026-01-05.zip"
    assert told.sources[0].files[0].adds_up()
    assert ws.id is not None
    assert len(ws.id) == 7


@pytest.mark.check(16)
def test_a_known_file_changes_nothing(ws: Workspace) -> None:
    """Loading the same file twice would double messages or touch the database."""
    one = export("2026-01-05", seen("Ana Example", "ana"), interactions=(contact(0, "in", 5),))
    first = take(ws, one)
    before = dump(ws)
    again = take(ws, one, "2026-04-01")
    assert again.already_loaded_on == TODAY
    assert again.counts == first.counts
    assert again.owner_id == first.owner_id
    assert dump(ws) == before


def test_rows_of_one_person_are_one_and_the_ledger_says_so(ws: Workspace) -> None:
    """A repeated row would be a second person, or vanish from the account."""
    result = take(
        ws,
        export(
            "2026-01-05",
            seen("Ana Example", "ana", line=4, company="Old", title="Clerk"),
            seen("Ana Example", "ana", line=5, company="New"),
            seen("Ana Example", "ana-2", line=6),
        ),
    )
    assert (result.counts["people"], result.counts["duplicates"], result.counts["possible_duplicates"]) == (2, 1, 1)
    assert people_rows(ws)[0][3:5] == ("New", "Clerk")
    assert possible_duplicates(ws) == [("p0002", "p0003")]
    assert account(ws).sources[0].files[0].adds_up()


def test_the_owner_is_nobody_in_their_own_list(ws: Workspace) -> None:
    """The user would be told to write to themselves."""
    take(ws, export("2026-01-05", seen("Robin Example", "robin-example"), seen("Ana Example", "ana")))
    assert [one.slug for one in all_people(ws)] == ["ana"]


@pytest.mark.check(17)
def test_a_newer_export_updates_and_an_older_one_fills_gaps_only(ws: Workspace) -> None:
    """An old file loaded late would bring back an old job."""
    take(ws, export("2026-01-05", seen("Ana Example", "ana", company="Northwind")))
    take(ws, export("2025-01-05", seen("Ana Example", "ana", company="Fabrikam", title="Clerk"), seen("Bo Lind", "bo")))
    assert [row[3:5] + row[8:] for row in people_rows(ws)] == [("Northwind", "Clerk", False), ("", "", True)]


def test_contacts_told_by_two_exports_count_once(ws: Workspace) -> None:
    """Every monthly export would double all messages."""
    ana = seen("Ana Example", "ana")
    old = (contact(0, "out", 10), contact(0, "out", 10), contact(0, "in", 20), contact(0, "in", 25))
    take(ws, export("2026-01-05", ana, interactions=old))
    new = (*old[:3], contact(0, "in", 30, conversation="c2"))
    take(ws, export("2026-02-05", ana, interactions=new))
    assert [row[2:4] for row in interaction_rows(ws)] == [
        ("out", 10.0),
        ("out", 10.0),
        ("in", 20.0),
        ("in", 25.0),
        ("in", 30.0),
    ]


def test_changes_are_told_against_the_export_before_by_date(ws: Workspace) -> None:
    """A newer export would not say who moved."""
    take(
        ws,
        export(
            "2026-01-05",
            *(seen("Ana Example", "ana", company="Northwind", title="Analyst"), seen("Bo Lind", "bo", company="A")),
            *(seen("Cy Moss", "cy"), seen("Di Hart", "di", company="Kept")),
        ),
    )
    result = take(
        ws,
        export(
            "2026-02-05",
            seen("Ana Marlow", "ana", company="Fabrikam", title="Senior Analyst", emails=("ana@mail.example",)),
            seen("Bo Lind", "bo", company="A"),
            seen("Di Hart", "di"),
            seen("Ed Pine", "ed", title="Baker"),
        ),
    )
    told = [(one.kind, one.person, one.before, one.after) for one in result.changes.changes]
    assert told == [
        ("new", "p0006", "", "Baker"),
        ("gone", "p0004", "", ""),
        ("company", "p0002", "Northwind", "Fabrikam"),
        ("title", "p0002", "Analyst", "Senior Analyst"),
        ("renamed", "p0002", "Ana Example", "Ana Marlow"),
        ("email", "p0002", "", ""),
    ]
    assert [one.code for one in result.notices] == ["many-gone"]
    assert person_of(ws, "p0004").gone


def test_changes_since_a_day_look_back_to_the_export_of_that_day(ws: Workspace) -> None:
    """`changes --since` would compare with the wrong export."""
    assert changes(ws) == ChangeList(None, None)
    for month, company in enumerate(("Northwind", "Fabrikam", "Contoso"), 1):
        take(ws, export(f"2026-0{month}-05", seen("Ana Example", "ana", company=company)))
    told = {since: changes(ws, since=since) for since in (None, "2026-02-28", "2026-02-01")}
    assert [(one.before, one.changes[0].before) for one in told.values()] == [
        ("2026-02-05", "Fabrikam"),
        ("2026-02-05", "Fabrikam"),
        ("2026-01-05", "Northwind"),
    ]
    assert {one.after for one in told.values()} == {"2026-03-05"}
    assert changes(ws, since="2020-01-01") == ChangeList(None, "2026-03-05")


def test_an_older_export_loaded_late_is_told_against_nothing(ws: Workspace) -> None:
    """Loading last year's file would list everybody met since as gone."""
    take(ws, export("2026-01-05", seen("Ana Example", "ana"), seen("Bo Lind", "bo")))
    result = take(ws, export("2025-01-05", seen("Ana Example", "ana")))
    assert (result.changes.before, result.changes.changes, result.notices) == (None, (), ())


def test_what_the_user_merged_stays_one_until_split(ws: Workspace) -> None:
    """The next import would undo a merge, or a split could not."""
    people = (seen("Ana Lee", "ana-1"), seen("Ana Lee", "ana-2"), seen("Ana Lee", "ana-3"))
    take(ws, export("2026-01-05", *people))
    merge = "INSERT INTO merge_decision (decision, one, other, on_day) VALUES (?, ?, ?, '2026-01-06')"
    ws.db.executemany(merge, [("merge", 2, 3), ("merge", 3, 4)])
    take(ws, export("2026-02-05", *people))
    assert [one.id for one in all_people(ws)] == ["p0002"]
    ws.db.execute(merge, ("split", 3, 4))
    take(ws, export("2026-03-05", *people))
    assert [one.id for one in all_people(ws)] == ["p0002", "p0004"]
    assert find_person(ws, "p0003").id == "p0002"


def test_an_export_without_connections_makes_nobody_gone(ws: Workspace) -> None:
    """The first part of a delivery would mark everybody as gone."""
    take(ws, export("2026-01-05", seen("Ana Example", "ana")))
    result = take(ws, export("2026-02-05", seen("Bo Lind", "bo", kind="message")))
    assert not result.changes.changes
    assert not person_of(ws, "p0002").gone


def test_ids_stay_and_a_merged_id_still_finds_its_person(ws: Workspace) -> None:
    """A link, a note or a label under the id of last month would point at nobody."""
    take(ws, export("2026-01-05", seen("Bo Lind", "bo-1"), seen("Bo Lind", "bo-2", kind="message")))
    set_label(ws, "p0003", "close", on=TODAY)
    mail = ("bo@mail.example",)
    take(
        ws,
        export(
            "2026-02-05", seen("Bo Lind", "bo-1", emails=mail), seen("Bo Lind", "bo-2", kind="message", emails=mail)
        ),
    )
    assert [one.id for one in all_people(ws)] == ["p0002"]
    assert find_person(ws, "p0003").id == "p0002"
    assert find_person(ws, "https://www.linkedin.com/in/bo-2/").id == "p0002"
    assert labels(ws)["p0002"].label == "close"
    take(ws, export("2026-03-05", seen("Cy Moss", "cy")))
    assert find_person(ws, "p0003").id == "p0002"
    assert find_person(ws, "cy").id == "p0004"


def test_a_second_owner_is_kept_apart_and_is_a_person_to_the_first(ws: Workspace) -> None:
    """A friend's export would mix with mine."""
    friend = Owner("Ana Example", ("ana",), ("ana@mail.example",), "profile")
    take(ws, export("2026-01-05", seen("Ana Example", "ana"), seen("Bo Lind", "bo"), interactions=(contact(1),)))
    result = take(ws, export("2026-01-06", seen("Robin Example", "robin-example"), seen("Bo Lind", "bo"), owner=friend))
    assert (result.owner, result.owner_id) == (2, "p0002")
    (notice,) = result.notices
    assert notice.code == "other-owner"
    assert "Ana" not in notice.message
    assert "other-owner" in ws.db.execute("SELECT notices FROM export WHERE owner = 2").fetchone()[0]
    assert [row[0] for row in people_rows(ws)] == ["p0002", "p0003"]
    assert [row[0] for row in people_rows(ws, 2)] == ["p0001", "p0003"]
    assert interaction_rows(ws, 2) == []
    found = match_me(ws, "https://www.linkedin.com/in/ana")
    assert found is not None
    assert found.number == 2
    assert match_me(ws, "nobody@mail.example") is None


def test_an_export_of_nobody_belongs_to_the_first_owner_in_either_order(tmp_path: Path) -> None:
    """Connections.csv alone and the whole archive of one person would be two networks."""
    parts = [
        export("2026-01-05", seen("Ana Example", "ana"), owner=Owner()),
        export("2026-02-05", seen("Bo Lind", "bo")),
    ]
    for at, order in enumerate((parts, parts[::-1])):
        with Workspace.open(tmp_path / str(at), create=True) as ws:
            for one in order:
                take(ws, one)
            assert len(owners(ws)) == 1
            assert owner_of(ws) == ME
            assert len(all_people(ws)) == 2


def test_owners_who_turn_out_to_be_one_are_joined(ws: Workspace) -> None:
    """A member who changed their profile URL would keep two networks for ever."""
    old = Owner("Robin Example", ("robin-old",), (), "messages")
    new = Owner("Robin Example", ("robin-new",), (), "messages")
    take(ws, export("2024-01-05", seen("Ana Example", "ana"), owner=old))
    take(ws, export("2026-01-05", seen("Bo Lind", "bo"), owner=new))
    assert len(owners(ws)) == 2
    take(ws, export("2025-01-05", seen("Cy Moss", "cy"), owner=Owner("", ("robin-new", "robin-old"))))
    (only,) = owners(ws)
    assert only.owner.slugs == ("robin-new", "robin-old")
    assert {one.slug for one in all_people(ws)} == {"ana", "bo", "cy"}


def test_the_summary_of_a_person_counts_direct_and_group_apart(ws: Workspace) -> None:
    """`people --json` would miscount messages, skills or recommendations."""
    people = (seen("Ana Example", "ana"), seen("Bo Lind", "bo"))
    group: dict[str, Any] = {"conversation": "g", "recipients": 2}
    told = (
        contact(0, "out", 86_400, conversation="a"),
        contact(0, "in", 2 * 86_400, conversation="a"),
        contact(0, "out", 9 * 86_400, **group),
        contact(1, "out", 9 * 86_400, **group),
        contact(0, "in", None, **group),
        contact(1, "co", None, **group),
        contact(0, "in", 5, kind="endorsement", detail="SQL"),
        contact(0, "in", 6, kind="endorsement", detail="SQL"),
        contact(0, "in", None, kind="recommendation", detail="VISIBLE", day="2020-05-01"),
        contact(1, "out", 7, kind="invitation", detail="note", day="2019-01-01T08:00"),
    )
    take(ws, export("2026-01-05", *people, interactions=told))
    found = summaries(ws)
    assert found["p0002"] == {
        "messages": {
            "sent": 1,
            "received": 1,
            "group_sent": 1,
            "group_received": 1,
            "last": "1970-01-03",
            "two_way": True,
        },
        "skills_endorsed": 1,
        "recommended_me": True,
        "recommendations": [{"direction": "in", "created": "2020-05-01", "status": "VISIBLE"}],
        "sent_at": None,
    }
    assert found["p0003"]["sent_at"] == "2019-01-01T08:00"
    assert found["p0003"]["messages"]["last"] is None
    assert conversation_members(ws) == {"g": ("p0002", "p0003")}


_slugs = st.sampled_from([None, "s1", "s2", "s3", "robin-example"])
_sightings = st.lists(
    st.builds(
        lambda name, slug, kind, company, day, mail: seen(
            name, slug, kind=kind, company=company, connected_on=day if kind == "connection" else None, emails=mail
        ),
        st.sampled_from(["Ana Lee", "Bo Ray"]),
        _slugs,
        st.sampled_from(["connection", "connection", "message"]),
        st.sampled_from(["", "Northwind", "Fabrikam"]),
        st.sampled_from([None, "2020-01-01", "2021-01-01"]),
        st.sampled_from([(), (), ("a@mail.example",)]),
    ),
    max_size=5,
)


@st.composite
def _exports(draw: st.DrawFn, day: str | None) -> Export:
    sightings: list[Sighting] = draw(_sightings)
    contacts: list[Interaction] = []
    if sightings:
        places = st.integers(0, len(sightings) - 1)
        contacts = draw(
            st.lists(
                st.builds(contact, places, st.sampled_from(["in", "out"]), st.sampled_from([None, 10, 20])), max_size=4
            )
        )
    return export(day, *sightings, interactions=tuple(contacts), salt=str(day))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(_exports("2024-01-05"), _exports("2025-01-05"), _exports(None)))
def test_the_order_of_loads_changes_neither_people_nor_ties(exports: tuple[Export, ...]) -> None:
    """Loading last year's file after this year's would give another network."""
    seen_states = []
    for order in permutations(exports):
        with TemporaryDirectory() as folder, Workspace.open(Path(folder) / "ws", create=True) as ws:
            _ = [take(ws, one) for one in order]
            seen_states.append((people_without_ids(ws), ties_without_ids(ws)))
            before = dump(ws)
            for one in order:
                assert take(ws, one).already_loaded_on == TODAY
            assert dump(ws) == before
    assert all(state == seen_states[0] for state in seen_states)
