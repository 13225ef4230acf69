"""The uploaded address book: Contacts.csv and ImportedContacts.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export, Sighting
    from netscout.model.ledger import FileAccount

WIDE = (
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,"
    "FullName,Birthday,Location,BookmarkedAt,Profiles\n"
)
SHORT = "FirstName,MiddleName,LastName,Emails,PhoneNumbers,Title,Location,CreatedAt,UpdatedAt\n"
LINKS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Example,https://www.linkedin.com/in/ana,ana@mail.example,Northwind,Analyst,07 Sep 2019\n"


def wide(first: str = "", last: str = "", emails: str = "", **more: str) -> str:
    """Return a row of the wide form."""
    cells = {"FirstName": first, "LastName": last, "Emails": emails, **more}
    quoted = ('"' + cells.get(name, "").replace('"', '""') + '"' for name in WIDE.strip().split(","))
    return ",".join(quoted) + "\n"


def entries(export: Export) -> list[Sighting]:
    """Return what the address book says."""
    return [one for one in export.sightings if one.kind == "contact"]


def account(export: Export) -> FileAccount:
    """Return the account of the address book."""
    return next(file for source in export.sources for file in source.files if file.kind == "contacts")


def test_a_row_with_several_addresses_and_numbers(load: Callable[..., Export]) -> None:
    """The second address of somebody would be lost, or a phone number be kept."""
    mails, phones = "ana@mail.example,Ana@Work.example", "+1 555 0100,+1 555 0101"
    row = wide("Ana", "Example", mails, PhoneNumbers=phones, Companies="Northwind,Fabrikam", Title="Analyst")
    (one,) = entries(load({"Contacts.csv": WIDE + row}))
    assert one.emails == ("ana@mail.example", "ana@work.example")
    assert (one.display_name, one.company, one.title, one.slug) == ("Ana Example", "Northwind", "Analyst", None)
    assert "555" not in repr(one)


def test_the_short_form_and_its_middle_name(load: Callable[..., Export]) -> None:
    """ImportedContacts.csv would be passed over."""
    row = "Bo,Maria,Lind,bo@mail.example,,Cook,Harbour,6/9/24,\n"
    (one,) = entries(load({"ImportedContacts.csv": SHORT + row}))
    assert (one.first_name, one.middle_name, one.last_name, one.title) == ("Bo", "Maria", "Lind", "Cook")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("name", ["Contacts.csv", "ImportedContacts.csv", "Contacts (1).csv", "other.txt"])
def test_dialects(load: Callable[..., Export], delimiter: str, encoding: str, name: str) -> None:
    """A file that was saved again would lose its people."""
    text = delimiter.join(SHORT.strip().split(",")) + "\r\n"
    text += delimiter.join(("Zoë", "", "Example", "zoe@mail.example", *[""] * 5)) + "\r\n"
    (one,) = entries(load({name: text.encode(encoding)}))
    assert (one.display_name, one.emails) == ("Zoë Example", ("zoe@mail.example",))


def test_columns_come_and_go(load: Callable[..., Export]) -> None:
    """A column that LinkedIn drops or moves would cost the whole file."""
    few = load({"Contacts.csv": "Emails,LastName,FirstName\nana@mail.example,Example,Ana\n"})
    assert [one.emails for one in entries(few)] == [("ana@mail.example",)]


def test_a_full_name_and_a_profile_are_read(load: Callable[..., Export]) -> None:
    """Somebody whose name stands in one cell, or whose profile is told, would be nobody."""
    row = wide(FullName="Bo Lind", Profiles="https://chat.example/bo,https://www.linkedin.com/in/Bo-Lind/")
    (one,) = entries(load({"Contacts.csv": WIDE + row}))
    assert (one.display_name, one.last_name, one.slug) == ("Bo Lind", "Lind", "bo-lind")


def test_every_row_is_accounted_for(load: Callable[..., Export]) -> None:
    """A row would vanish without a word."""
    rows = [
        wide("Ana", "Example", "ana@mail.example"),
        wide("Ana", "Example", "ana@mail.example"),
        wide(emails="info@mail.example"),
        wide(Companies="Northwind"),
        wide(PhoneNumbers="+1 555 0100"),
        wide("Cy", "Sample", "not an address"),
        wide(),
    ]
    export = load({"Contacts.csv": WIDE + "".join(rows)})
    counts = {"people": 3, "duplicates": 1, "hidden": 0, "empty": 1, "unreadable": 1, "companies_only": 1}
    assert account(export).counts == counts
    assert account(export).adds_up()
    assert [(one.line, one.reason) for one in export.unreadable] == [(6, "the row names nobody")]
    assert {word: export.counts[word] for word in ("rows", *counts)} == {"rows": 7, **counts}


def test_beside_connections_it_is_no_part_of_their_sum(load: Callable[..., Export]) -> None:
    """People of the address book would be counted, and shown, as connections."""
    export = load({"Contacts.csv": WIDE + wide("Bo", "Lind", "bo@mail.example"), "Connections.csv": LINKS + ANA})
    told = {word: export.counts[word] for word in ("rows", "people", "others")}
    assert told == {"rows": 1, "people": 1, "others": 1}
    assert [one.kind for one in export.sightings] == ["connection", "contact"]
    assert not export.sources[0].ignored


def test_nobody_is_found_by_a_name_in_the_address_book(load: Callable[..., Export]) -> None:
    """A message to a namesake would become a message to the entry."""
    mails = "FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER\nRobin Me,Bo Lind,2019-02-03T04:05:06,,hi,OUTGOING,INBOX\n"
    export = load({"messages.csv": mails, "Contacts.csv": WIDE + wide("Bo", "Lind", "bo@mail.example")})
    kinds = [one.kind for one in export.sightings]
    assert sorted(kinds) == ["contact", "message"]
    assert [kinds[one.sighting] for one in export.interactions] == ["message"]


def test_the_owner_is_nobody_in_their_own_book(load: Callable[..., Export]) -> None:
    """The owner would stand among the people to ask."""
    own = "Email Address,Confirmed,Primary,Updated On\nme@mail.example,Yes,Yes,Not Available\n"
    book = WIDE + wide("Robin", "Me", "me@mail.example") + wide("Bo", "Lind", "bo@mail.example")
    export = load({"Email Addresses.csv": own, "Contacts.csv": book, "Connections.csv": LINKS + ANA})
    assert [one.display_name for one in entries(export)] == ["Bo Lind"]
    assert account(export).counts["unreadable"] == 1
    assert account(export).adds_up()


def test_hostile_cells_are_kept_as_text(load: Callable[..., Export]) -> None:
    """A formula or script would be changed on the way in, or a link of another kind be taken for a profile."""
    name, firm = '=HYPERLINK("http://x.example")', "<script>alert(1)</script>"
    row = wide(name, "NULL", "a\u202e@x.example", Companies=firm, Title="{{7*7}}", Profiles="javascript:alert(1)")
    (one,) = entries(load({"Contacts.csv": WIDE + row}))
    assert (one.first_name, one.last_name, one.company, one.title) == (name, "NULL", firm, "{{7*7}}")
    assert (one.emails, one.slug) == (("a@x.example",), None)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(st.lists(st.sampled_from(["", "Ana", "a@x.example", "\x00", '"', " ", "=1", "né"]), max_size=12)))
def test_the_account_adds_up_over_any_rows(load: Callable[..., Export], rows: list[list[str]]) -> None:
    """Some row would be in no word of the account."""
    text = SHORT + "".join(",".join(cells) + "\n" for cells in rows)
    export = load({"ImportedContacts.csv": text})
    assert account(export).adds_up()
    assert account(export).counts["people"] == len(entries(export))
