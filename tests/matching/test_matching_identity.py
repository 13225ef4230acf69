"""Who is who: each rule of identity by itself, and the laws that hold for all of them."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netscout.matching.identity import IdentityRow, joints, possible_duplicates, resolve


def row(name: str = "ana example", slug: str | None = None, **more: Any) -> IdentityRow:
    """Return a connection of owner 1 in export 1 unless told otherwise."""
    return IdentityRow(more.pop("owner", 1), more.pop("export", 1), more.pop("kind", "connection"), slug, name, **more)


def test_one_slug_is_one_person_whatever_name_export_and_owner() -> None:
    """A person who married, or whom two owners know, would be two people."""
    rows = [row("ana example", "ana"), row("ana marlow", "ana", export=2), row("a. example", "ana", owner=2, export=3)]
    assert resolve(rows) == [0, 0, 0]


def test_two_slugs_of_one_name_are_two_people() -> None:
    """Namesakes would be melted into one."""
    rows = [row(slug="ana-1", company="Northwind"), row(slug="ana-2", company="Northwind")]
    assert resolve(rows) == [0, 1]


def test_a_name_alone_joins_nobody() -> None:
    """Two people without URL who share a name would be melted into one."""
    rows = [row(company="Northwind"), row(company="Fabrikam"), row(company="Contoso", export=2)]
    assert resolve(rows) == [0, 1, 2]


def test_rows_without_url_equal_in_name_and_company_are_one_person() -> None:
    """A row that an old export repeats would be a second person."""
    assert resolve([row(company="Northwind"), row(company="northwind")]) == [0, 0]


def test_rows_without_a_name_join_nobody() -> None:
    """All nameless rows would be one person."""
    assert resolve([row("", company="Northwind"), row("", company="Northwind"), row("", kind="message")]) == [0, 1, 2]


def test_one_email_is_one_person() -> None:
    """A contact of the address book would not meet the connection."""
    rows = [row(slug="ana", emails=("ana@mail.example",)), row("a ex", kind="contact", emails=("ana@mail.example",))]
    assert resolve(rows) == [0, 0]


def test_the_owners_address_joins_nobody_of_their_own_list() -> None:
    """Everybody filed under the owner's own address would be one person."""
    owner = IdentityRow(1, -1, "owner", "robin", "", ("robin@mail.example",), join="p1")
    rows = [owner, row("ana example", "ana", emails=("robin@mail.example",)), row("bo lind", emails=owner.emails)]
    assert resolve(rows) == [0, 1, 2]


def test_the_owners_address_finds_the_owner_in_another_list() -> None:
    """An owner would be a stranger in the network of another owner."""
    owner = IdentityRow(1, -1, "owner", "robin", "", ("robin@mail.example",), join="p1")
    other = row("robin example", owner=2, export=2, emails=("robin@mail.example",))
    assert resolve([owner, other]) == [0, 0]


def test_one_email_under_two_urls_of_one_list_joins_nobody() -> None:
    """A couple who share an address would be one person."""
    shared = ("home@mail.example",)
    assert resolve([row(slug="ana", emails=shared), row("bo lind", "bo", emails=shared)]) == [0, 1]


def test_a_changed_url_is_followed_by_email_across_exports() -> None:
    """Somebody who chose a new profile URL would be two people."""
    mail = ("ana@mail.example",)
    assert resolve([row(slug="ana-1", emails=mail), row(slug="ana-2", emails=mail, export=2)]) == [0, 0]


def test_name_and_day_join_across_exports_of_one_owner() -> None:
    """An export of the years without URLs would not meet the newer one."""
    rows = [row(connected_on="2015-03-02", company="Old"), row(slug="ana", connected_on="2015-03-02", export=2)]
    assert resolve(rows) == [0, 0]
    rows = [rows[0], rows[1]._replace(owner=2)]
    assert resolve(rows) == [0, 1]


def test_name_and_day_join_nobody_where_one_export_has_two_of_them() -> None:
    """Twins in name, connected on one day, would be mixed up with their older rows."""
    day = "2015-03-02"
    rows = [
        row(connected_on=day, company="Old"),
        row(slug="ana-1", connected_on=day, export=2),
        row(slug="ana-2", connected_on=day, export=2),
    ]
    assert resolve(rows) == [0, 1, 2]


def test_two_urls_side_by_side_stay_apart_although_a_day_fits() -> None:
    """Somebody removed and added again would swallow a namesake."""
    rows = [
        row(slug="ana-1", connected_on="2015-03-02"),
        row(slug="ana-2", connected_on="2015-03-02", export=2),
        row(slug="ana-1", connected_on="2020-01-01", export=2),
    ]
    assert resolve(rows) == [0, 1, 0]


def test_a_row_without_url_takes_the_one_url_of_its_name_in_the_export() -> None:
    """A connection of an old export would not meet their own messages."""
    rows = [row(company="Northwind"), row(slug="ana", kind="message")]
    assert resolve(rows) == [0, 0]


def test_a_sender_without_url_is_the_one_connection_of_that_name() -> None:
    """Messages of the years without URLs would belong to nobody."""
    assert resolve([row(slug="ana"), row(kind="message")]) == [0, 0]
    assert resolve([row(slug="ana", company="A"), row(slug="ana-2", company="B"), row(kind="message")]) == [0, 1, 2]


def test_a_company_tells_namesakes_apart() -> None:
    """A recommendation would be lost between two people of one name although it names the company."""
    rows = [
        row(slug="ana", company="Northwind"),
        row(slug="ana-2", company="Fabrikam"),
        row(kind="recommendation", company="fabrikam"),
    ]
    assert resolve(rows) == [0, 1, 1]


def test_rows_by_name_never_bridge_two_people_of_two_exports() -> None:
    """Two people of one name, each listed in another export, would become one through their unsigned messages."""
    rows = [
        row(slug="ana-1", connected_on="2015-03-02"),
        row(kind="message"),
        row(slug="ana-2", connected_on="2021-03-02", export=2),
        row(kind="message", export=2),
    ]
    assert resolve(rows) == [0, 0, 1, 1]


def test_a_partner_known_by_name_alone_stays_one_across_exports() -> None:
    """Each further export would double those who only wrote."""
    assert resolve([row(kind="message"), row(kind="message"), row(kind="message", export=2)]) == [0, 0, 0]


def test_rows_joined_by_their_source_are_one_person() -> None:
    """An owner with two slugs would be two people."""
    assert resolve([row(slug="ana-1", join="p3"), row(slug="ana-2"), row("other", "ana-3", join="p3")]) == [0, 1, 0]


def test_possible_duplicates_are_the_names_of_several_people() -> None:
    """`merge` would have nobody to offer."""
    rows = [row(slug="ana-1"), row(slug="ana-2"), row("bo lind", "bo"), row("", None), row(slug="ana-2")]
    groups = resolve(rows)
    assert possible_duplicates(rows, groups) == [(0, 1)]
    assert resolve([]) == []


def test_rows_set_apart_are_a_person_of_their_own_whatever_the_rules_say() -> None:
    """What the user set apart would come back with the next export."""
    mail, day = ("home@mail.example",), "2020-01-01"
    rows = [
        row(slug="ana", emails=mail, connected_on=day),
        row("bo lee", "bo", emails=mail, export=2, side="a"),
        row(company="Old", connected_on=day, export=3, side="a"),
        row(kind="message"),
    ]
    assert resolve(rows) == [0, 1, 1, 0]
    assert resolve([one._replace(side="") for one in rows]) == [0, 0, 0, 0]


def test_name_only_rows_of_an_export_without_connections_are_one_person_unless_companies_differ() -> None:
    """A recommendation and messages of one name would be two people, or two companies one person."""
    rows = [row(kind="message"), row(kind="recommendation", company="Northwind")]
    assert resolve(rows) == [0, 0]
    assert resolve([*rows, row(kind="recommendation", company="Fabrikam")]) == [0, 1, 2]


def test_every_join_has_its_reason() -> None:
    """`show` could not say why two rows are one person."""
    mail, day = ("ana@mail.example",), "2020-01-01"
    rows = [
        row(slug="ana", emails=mail, connected_on=day, company="New"),
        row(slug="ana", export=2),
        row("a lee", emails=mail, export=2),
        row(connected_on=day, company="Old", export=3),
        row(company="old", export=4),
        row(kind="message"),
        row("robin", "r1", join="owner 1"),
        row("robin", "r2", join="owner 1"),
        row("cy", "c1", company="A"),
        row("cy", "c2", company="B"),
        row("cy", kind="recommendation", company="b"),
        row("dee", "d1", side="s"),
        row("eli", "e1", side="s"),
    ]
    rules = {(one.one, one.other): one.rule for one in joints(rows)}
    assert rules == {
        (0, 1): "slug",
        (0, 2): "email",
        (0, 3): "day",
        (3, 4): "equal",
        (0, 5): "namesake",
        (6, 7): "source",
        (9, 10): "company",
        (11, 12): "side",
    }


def test_who_was_named_is_the_one_listed_under_that_name_at_that_company() -> None:
    """A referral and the profile loaded later would be two people; or a name alone, or two namesakes, be one."""
    told = row(kind="referral", company="Northwind", export=3)
    listed = [row(slug="ana", company="NORTHWIND"), row(slug="ana", company="Fabrikam", export=2)]
    assert resolve([told, *listed]) == [0, 0, 0]
    assert joints([told, listed[0]])[0].rule == "named"
    assert resolve([told, row(slug="ana", company="Fabrikam")]) == [0, 1]
    assert resolve([row(kind="referral", export=3), row(slug="ana")]) == [0, 1]
    assert resolve([told, row(slug="a1", company="Northwind"), row(slug="a2", company="Northwind")]) == [0, 1, 2]
    assert resolve([told, row(slug="ana", company="Northwind", owner=2)]) == [0, 1]
    assert resolve([told._replace(slug="ana-9"), row(slug="ana", company="Northwind")]) == [0, 1]
    assert resolve([told, row(kind="message", slug="ana", company="Northwind")]) == [0, 1]
    assert resolve([told, row(company="Northwind"), row(company="northwind", export=2)]) == [0, 0, 0]
    bare, known = row(company="Northwind"), row(slug="ana", company="Northwind", export=2)
    assert resolve([told, bare, known]) == [0, 1, 0], "through it, two would become one"


_rows = st.lists(
    st.builds(
        IdentityRow,
        owner=st.sampled_from([1, 2]),
        export=st.sampled_from([1, 2, 3]),
        kind=st.sampled_from(["connection", "message", "recommendation", "contact", "referral"]),
        slug=st.sampled_from([None, None, "s1", "s2", "s3"]),
        name_key=st.sampled_from(["", "ana", "bo"]),
        emails=st.sampled_from([(), (), ("a@mail.example",), ("b@mail.example",)]),
        company=st.sampled_from(["", "Northwind", "Fabrikam"]),
        connected_on=st.sampled_from([None, "2020-01-01", "2021-01-01"]),
        join=st.sampled_from(["", "", "", "j1"]),
        side=st.just(""),
    ),
    max_size=12,
)


@given(_rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_group(rows: list[IdentityRow], chance: random.Random) -> None:
    """Loading files in another order would give other people."""
    order = list(range(len(rows)))
    chance.shuffle(order)
    groups, shuffled = resolve(rows), resolve([rows[at] for at in order])

    def together(numbers: list[int], places: list[int]) -> set[frozenset[int]]:
        return {
            frozenset(place for place, held in zip(places, numbers, strict=True) if held == number)
            for number in numbers
        }

    assert together(groups, list(range(len(rows)))) == together(shuffled, order)


@given(_rows, st.lists(st.sampled_from(["", "", "a"]), min_size=12, max_size=12))
def test_sides_never_meet_and_joins_make_the_groups(rows: list[IdentityRow], sides: list[str]) -> None:
    """A row set apart would come back, or the reasons tell of other people than there are."""
    slugged = {row.slug: side for row, side in zip(rows, sides, strict=False) if row.slug}
    parted = [row._replace(side=slugged.get(row.slug or "", side)) for row, side in zip(rows, sides, strict=False)]
    groups = resolve(parted)
    assert len({(group, row.side) for group, row in zip(groups, parted, strict=True)}) == len(set(groups))
    assert len({group for group, row in zip(groups, parted, strict=True) if row.side}) <= 1
    made = joints(parted)
    assert len(made) == len(rows) - len(set(groups))
    assert all(groups[one.one] == groups[one.other] for one in made)


@given(_rows)
def test_groups_count_up_and_one_slug_is_one_group(rows: list[IdentityRow]) -> None:
    """Numbers would have gaps, or a slug two people."""
    groups = resolve(rows)
    assert [number for at, number in enumerate(groups) if number not in groups[:at]] == list(range(len(set(groups))))
    by_slug: dict[str, set[int]] = {}
    for one, number in zip(rows, groups, strict=True):
        if one.slug:
            by_slug.setdefault(one.slug, set()).add(number)
    assert all(len(numbers) == 1 for numbers in by_slug.values())
