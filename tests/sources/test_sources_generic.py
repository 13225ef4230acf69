"""Tables of no known program: synonyms, names in one cell, headlines, class years, mentors, `--map`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netscout.errors import InputError
from netscout.sources.contacts.generic import WORDS
from netscout.sources.entries import class_year, headline_parts, yes_or_no
from netscout.sources.names import full_name, listed_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export, Sighting

SYNONYMS = [
    *((word, "first_name") for word in ("First Name", "given name", "Preferred Name", "FIRSTNAME", "first_name")),
    *((word, "last_name") for word in ("last name", "Surname", "Family Name")),
    *((word, "display_name") for word in ("Name", "full name", "Display_Name")),
    *((word, "company") for word in ("company", "Employer", "Organization", "organisation", "company_name", "Firm")),
    *((word, "title") for word in ("Title", "Job Title", "role", "position", "Occupation")),
    *((word, "email") for word in ("email", "E-Mail", "Email Address", "emails", "primary_email", "Secondary Email")),
    *((word, "slug") for word in ("LinkedIn", "linkedin url", "Profile URL", "profile_url", "url", "Website")),
    ("Headline", "headline"),
]


def only(export: Export) -> Sighting:
    """Return the only person."""
    (found,) = export.sightings
    return found


@pytest.mark.parametrize(("word", "field"), SYNONYMS)
def test_every_synonym(load: Callable[..., Export], word: str, field: str) -> None:
    """A column of another name would not be read."""
    cell = {"email": "ana@mail.example", "slug": "https://www.linkedin.com/in/ana"}.get(field, "Ana")
    known = "Surname" if field != "last_name" else "Given Name"
    found = only(load({"people.csv": f"Remark,{word},{known}\nx,{cell},Lind\n"}))
    told = {"email": "".join(found.emails[:1]), "slug": f"https://www.linkedin.com/in/{found.slug}"}
    assert told.get(field, getattr(found, field, "")) == (cell if field != "display_name" else "Lind")


def test_labels_class_year_mentor_and_date(load: Callable[..., Export]) -> None:
    """What an alumni list says of somebody would be lost."""
    header = "Name,Tags,Grad Year,Willing to mentor,Connected On"
    export = load({"alumni.csv": f"{header}\nAna Example,a;b,'07,Yes,07 Sep 2019\nBo Lind,,,,never\n"})
    (detail,) = export.details
    assert (detail.labels, detail.class_year, detail.mentor) == (("a", "b"), 2007, True)
    assert [one.connected_on for one in export.sightings] == ["2019-09-07", None]
    assert (export.export_date, export.counts["undated"]) == ("2019-09-07", 1)
    assert [(one.code, one.line) for one in export.notices] == [("bad-date", 3)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Muster, Eva", "Eva Muster"),
        ("Eva Muster, PhD", None),
        ("Eva Muster, CFA®, PMP®", None),
        ("Muster, MBA", None),
        ("Muster Eva, Jr.", None),
        ("Smith, JoAnn", "JoAnn Smith"),
        ("van der Berg, Anna Maria", "Anna Maria van der Berg"),
        ("MUSTER, EVA", "EVA MUSTER"),
        ("Muster, Eva, Dr.", "Eva Muster"),
        ("Muster, Eva, MBA", "Eva Muster"),
        ("Example, Eva PhD", "Eva Example"),
        ("van Dyk; Ola", "Ola van Dyk"),
        ("Kern, Dr. Ida", "Dr. Ida Kern"),
        ("Muster, Eva, Berlin", None),
        ("Muster,", None),
        ("Eva Muster", None),
    ],
)
def test_last_name_first(text: str, shown: str | None) -> None:
    """A list sorted by last name would be read with the names turned, or a degree be taken for a first name."""
    found = listed_name(text)
    assert (found.shown if found else None) == shown


def test_a_name_before_a_degree_stays() -> None:
    """The degree would become the first name."""
    assert full_name("Eva Muster, PhD")[:3] == ("Eva", "Muster", "Eva Muster")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Data Analyst at Northwind", ("Data Analyst", "Northwind")),
        ("Data Analyst @ Northwind", ("Data Analyst", "Northwind")),
        ("Analyst at Northwind | Speaker | Dad", ("Analyst", "Northwind")),
        ("Analyst at Northwind · Berlin", ("Analyst", "Northwind")),
        ("Helping teams grow", ("", "")),
        ("Speaker | Analyst at Northwind", ("", "")),
        ("at Northwind", ("", "")),
    ],
)
def test_headlines(text: str, parts: tuple[str, str]) -> None:
    """A slogan would become an employer, or an employer be overlooked."""
    assert headline_parts(text) == parts


def test_a_headline_tells_the_job_only_where_no_column_does(load: Callable[..., Export]) -> None:
    """A stated employer would be replaced by a slogan's."""
    said = "Analyst at Northwind"
    alone = only(load({"a.csv": f"Name,Headline,Email\nAna Example,{said},\n"}))
    assert (alone.title, alone.company, alone.headline) == ("Analyst", "Northwind", said)
    beside = only(load({"b.csv": f"Name,Headline,Company\nAna Example,{said},\n"}))
    assert (beside.title, beside.company, beside.headline) == ("", "", said)


@pytest.mark.parametrize(
    ("cell", "year"),
    [("'07", 2007), ("07", 2007), ("39", 2039), ("40", 1940), ("’99", 1999), ("2007", 2007), ("Class of 1987", 1987),
     ("", None), ("7", None), ("n/a", None), ("12345", None), ("0000", None)],
)  # fmt: skip
def test_class_years(cell: str, year: int | None) -> None:
    """Somebody would graduate a century off."""
    assert class_year(cell) == year


@pytest.mark.parametrize(
    ("cell", "said"),
    [("yes", True), ("TRUE", True), ("1", True), ("Y", True), ("no", False), ("0", False), ("false", False),
     ("n", False), ("", None), ("maybe", None)],
)  # fmt: skip
def test_mentors(cell: str, said: bool | None) -> None:
    """Silence would be a refusal, or a refusal be consent."""
    assert yes_or_no(cell) is said


def test_thunderbird(load: Callable[..., Export]) -> None:
    """Thunderbird's table ends in a column without a name; its Job Title must not make it Outlook's."""
    header = (
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,"
        "Mobile Number,Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Notes,"
    )
    row = 'Ana,Example,A. Ex,,ana@mail.example,a@work.example,,+1 555,,,Data Analyst,,Northwind,,,,"one\ntwo",'
    export = load({"abook.csv": f"{header}\n{row}\n"})
    ana = only(export)
    assert (ana.display_name, ana.company, ana.title) == ("Ana Example", "Northwind", "Data Analyst")
    assert ana.emails == ("ana@mail.example", "a@work.example")
    assert (export.sources[0].kind, [note.text for note in export.notes]) == ("csv", ["one\ntwo"])
    assert not export.notices


def test_talent_hub(load: Callable[..., Export]) -> None:
    """Candidates.csv would lose addresses joined with semicolons, or its tags."""
    header = "first_name,last_name,emails,phone_numbers,tags,created_time"
    row = "Ana,Example,ana@mail.example;a@work.example,+1 555;+1 556,fair;sql,1567814400000"
    export = load({"Candidates.csv": f"{header}\n{row}\n"}, mapping={"created_time": "date"})
    assert only(export).emails == ("ana@mail.example", "a@work.example")
    assert only(export).connected_on == "2019-09-07"
    assert (export.details[0].phones, export.details[0].labels) == (("+1 555", "+1 556"), ("fair", "sql"))


@pytest.mark.parametrize("joined", ["{} ::: {}", "{};{}", "{}; {}", "{},{}", "{}, {}"])
def test_addresses_in_one_cell(load: Callable[..., Export], joined: str) -> None:
    """The second address would be lost, or two be taken for one."""
    cell = joined.format("ana@mail.example", "A@work.example")
    assert only(load({"a.csv": f'Name|Email\nAna|"{cell}"\n'})).emails == ("ana@mail.example", "a@work.example")


def test_one_column_is_a_table(load: Callable[..., Export]) -> None:
    """A plain list of addresses would be no known file."""
    assert len(load({"list.txt": "Email\na@mail.example\nb@mail.example\n"}).sightings) == 2


@pytest.mark.check(3)
def test_surnames_that_look_like_nothing(load: Callable[..., Export]) -> None:
    """People called Null or True would vanish, or a title 007 become a number."""
    rows = "True,Null,NA,007\nnan,NULL,N/A,1e5\n"
    export = load({"a.csv": f"First Name,Surname,Company,Role\n{rows}"})
    assert [(one.display_name, one.company, one.title) for one in export.sightings] == [
        ("True Null", "NA", "007"),
        ("nan NULL", "N/A", "1e5"),
    ]


def test_map_overrides_the_synonyms(load: Callable[..., Export]) -> None:
    """A column that says something else than its name would be read by its name."""
    text = "Person,Name,Works for,Company\nAna Example,of the course,Northwind,no\n"
    found = only(load({"a.csv": text}, mapping={"person": "full", "Works for": "company"}))
    assert (found.display_name, found.company) == ("Ana Example", "Northwind")
    both = load(
        {"b.csv": "A #1,B,C\na@x.example,b@x.example,Ana\n"}, mapping={"A #1": "email", "b": "email", "C": "full"}
    )
    assert only(both).emails == ("a@x.example", "b@x.example")


def test_map_is_told_what_there_is(load: Callable[..., Export]) -> None:
    """A slip of the pen would end in an error that helps nobody."""
    text = "Person Name,Email\nAna,\n"
    with pytest.raises(InputError) as wrong:
        load({"a.csv": text}, mapping={"Person Name": "fullname"})
    assert wrong.value.code == "unknown-field"
    assert all(word in wrong.value.next_step for word in WORDS)
    with pytest.raises(InputError) as missing:
        load({"a.csv": text}, mapping={"Persn": "full"})
    assert missing.value.code == "unknown-column"
    assert "Person Name, Email" in missing.value.message
    with pytest.raises(InputError, match="--map does not go"):
        load({"a.csv": text}, mapping={"Person Name": "full"}, source="google")


@pytest.mark.check(5)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    header=st.sampled_from(
        [
            "First Name,Last Name,Labels,Organization Name,E-mail 1 - Value,Notes",
            "First Name,Last Name,E-mail Address,Company,Job Title,Notes",
            "Name,Email,Company,Role,LinkedIn,Notes",
        ]
    ),
    rows=st.lists(
        st.lists(st.sampled_from(["", "Ana", "a@x.example", "\x00", '"', '"a\nb"', " ", "=1", "né", "a,b"]), max_size=9)
    ),
    cut=st.integers(0, 400),
)
def test_the_account_adds_up_over_any_rows(
    load: Callable[..., Export], header: str, rows: list[list[str]], cut: int
) -> None:
    """Some row would be in no word of the account, or a data row end in nobody and no reason."""
    text = (header + "\n" + "".join(",".join(cells) + "\n" for cells in rows))[: len(header) + 1 + cut]
    export = load({"contacts.csv": text})
    (file,) = export.sources[0].files
    assert file.adds_up()
    assert file.counts["people"] == len(export.sightings)
    words = ("people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
    assert export.counts["rows"] == sum(export.counts[word] for word in words)
    assert file.counts["unreadable"] == len(export.unreadable)
