"""What a refusal says of a table nobody knows: the columns seen, those needed, what to say; never somebody's data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

PEOPLE = "Person,Works for,As\nAna Example,Northwind,Data Analyst\nBo Sample,Halden Freight,Engineer\n"


def refusal(load: Load, text: str, **options: object) -> InputError:
    """Return the error for a file."""
    with pytest.raises(InputError) as caught:
        load({"x.csv": text}, **options)
    return caught.value


def test_columns_of_any_name_are_shown(load: Load) -> None:
    """The user would be told that no line looks like column names, and that connections have a day."""
    told = refusal(load, PEOPLE)
    assert told.code == "unrecognised-header"
    assert told.place.line == 1
    assert "Its 3 columns in line 1: Person, Works for, As." in told.message
    assert "needs a column for the name, the e-mail address or the LinkedIn address" in told.message
    assert '--map "Person"=full' in told.next_step
    assert "--source" in told.next_step


@pytest.mark.parametrize(
    "text",
    [
        "Ana Example,Northwind,Analyst\nBo Sample,Halden Freight,Lead Engineer\n",
        "Ana,Northwind,Analyst\nBo,Northwind,Lead Engineer\n",
        "Ana,Example,Kiel\nBo,Sample,Rome\n",
        "Ana,Example,Kiel\n",
        "Ana,ana@mail.example,Kiel\nBo,bo@mail.example,New Haven\n",
        "Ana,17,Kiel\nBo,18,New Haven\n",
        "Ana;Example;Kiel\nBo;Sample;Rome\n",
    ],
)
def test_rows_of_people_are_never_shown(load: Load, text: str) -> None:
    """A list without a line of column names would have its first person printed."""
    told = refusal(load, text)
    for cell in ("Ana", "Example", "Northwind", "Kiel", "Analyst"):
        assert cell not in f"{told}"
    assert "Line 1 has 3 columns" in told.message


def test_the_nearest_kind_is_named(load: Load) -> None:
    """A Connections file that lost its dates would be measured by an address book."""
    told = refusal(load, "From,To,Content\nx,y,z\n")
    assert "kind messages needs from, to, date, content" in told.message
    told = refusal(load, PEOPLE, source="linkedin")
    assert "A file of kind connections needs " in told.message
    told = refusal(load, PEOPLE, source="google")
    assert "e-mail 1 - value, or organization name with labels, or given name with group membership" in told.message
    assert "Leave --source out" in told.next_step


def test_cards_need_a_card(load: Load) -> None:
    """A table read as vCard would be asked for columns of connections."""
    told = refusal(load, PEOPLE, source="vcard")
    assert "BEGIN:VCARD" in told.message
    assert "connected on" not in str(told)


def test_a_column_that_is_not_there_is_named(load: Load) -> None:
    """A slip in --map would leave the user to compare all columns with the file."""
    told = refusal(load, PEOPLE, mapping={"Persn": "full", "Works for": "company"})
    assert told.code == "unknown-column"
    assert "not there: Persn." in told.message
    assert "Person, Works for, As" in told.message
    assert "Works for." not in told.message
    told = refusal(load, PEOPLE, mapping={"Persn": "full", "Wrks": "company"})
    assert "columns that are not there: Persn, Wrks. " in told.message
    assert "Person, Works for, As" in told.message


def test_a_field_has_one_column(load: Load) -> None:
    """One of two columns would be read as the first name, and nobody would know which."""
    told = refusal(load, "A,B\nAna,Bo\n", mapping={"A": "first", "B": "first"})
    assert told.code == "unknown-field"
    assert "2 columns for first: a, b" in told.message
    assert refusal(load, "A,B\nAna,Bo\n", mapping={"A": "full", "a": "company"}).code == "unknown-field"


CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Example,https://www.linkedin.com/in/ana,,Acme,Lead at Acme,07 Sep 2019\n"
)


def test_a_map_renames_columns_and_keeps_the_kind(load: Load) -> None:
    """One --map would turn all connections into an address book."""
    told = load({"Connections.csv": CONNECTIONS}, mapping={"Position": "headline", "Company": "company"})
    (one,) = told.sightings
    assert (told.has_connections, one.kind, one.company, one.title) == (True, "connection", "Acme", "Lead at Acme")
    text = CONNECTIONS.replace("Position", "Rolle")
    assert load({"Connections.csv": text}).sightings[0].title == ""
    assert load({"Connections.csv": text}, mapping={"Rolle": "title"}).sightings[0].title == "Lead at Acme"


def test_a_field_that_connections_have_not(load: Load) -> None:
    """What the user maps would be dropped without a word."""
    with pytest.raises(InputError, match="holds no mentor") as told:
        load({"Connections.csv": CONNECTIONS}, mapping={"Position": "mentor"})
    assert told.value.code == "unknown-field"
    as_table = load({"Connections.csv": CONNECTIONS}, mapping={"Position": "mentor"}, source="csv")
    assert not as_table.has_connections


def test_a_map_is_for_the_files_that_have_the_column(load: Load) -> None:
    """A map for one file of several would stop the others, or a slip of the pen pass in silence."""
    files = {"Connections.csv": CONNECTIONS, "Profile.csv": "First Name,Last Name,Headline\nMe,Self,x\n"}
    told = load(files, mapping={"Position": "title"})
    assert [file.kind for source in told.sources for file in source.files] == ["connections", "profile"]
    with pytest.raises(InputError, match="not there: Rolle"):
        load(files, mapping={"Rolle": "title"})


LIST = "First Name,Last Name,Headline,{}\nAna,Example,Lead,x\nBo,Sample,Boss,y\n"


@pytest.mark.parametrize(
    "column", ["Emails", "LinkedIn URL", "linkedin", "Employer", "Class Year", "grad_year", "Tags"]
)
def test_a_list_with_a_headline_is_no_profile(load: Load, column: str) -> None:
    """The people of a list would become "my profile", with nobody in it and no reason."""
    told = load({"list.csv": LIST.format(column)})
    assert (told.sources[0].kind, len(told.sightings), told.owner.name) == ("csv", 2, "")


def test_rows_of_several_people_are_no_profile(load: Load) -> None:
    """A short list of names and headlines would be one person: me."""
    text = "First Name,Last Name,Headline\nAna,Example,Lead\nBo,Sample,Boss\n"
    assert len(load({"list.csv": text}).sightings) == 2
    told = load({"list.csv": "First Name,Last Name,Headline\nMia,Owner,Lead\nMia,Owner,Leiterin\n美,主,经理\n"})
    assert (told.sources[0].files[0].kind, told.owner.name) == ("profile", "Mia Owner")
    assert load({"Profile.csv": text}).sources[0].files[0].kind == "profile"


def test_a_table_of_too_many_columns(load: Load) -> None:
    """Twenty thousand columns would pass the limit without a word."""
    header = "Name," + ",".join(f"c{number}" for number in range(1100))
    told = refusal(load, f"{header}\nAna Example\n")
    assert told.code == "archive-too-large"
    assert "1,101 columns" in told.message


def test_connections_tell_their_undated_by_file(load: Load) -> None:
    """The sum over the files would not be that of the load."""
    text = (
        CONNECTIONS + "Bo,Sample,https://www.linkedin.com/in/bo,,,,\nCy,Other,https://www.linkedin.com/in/cy,,,,2019\n"
    )
    told = load({"Connections.csv": text})
    assert (told.sources[0].files[0].counts["undated"], told.counts["undated"]) == (2, 2)
    assert [one.code for one in told.notices] == []


def test_me_is_an_address_of_mine(load: Load) -> None:
    """A slip in --me would be told as somebody else's export."""
    told = refusal(load, "FROM,TO,DATE,CONTENT\nAna,Bo,2020-01-01,x\n", me="not a url")
    assert told.code == "unknown-me"
