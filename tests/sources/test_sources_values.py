"""Cells, e-mails, URLs, names and dates: one example per rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.sources.cells import clean, emails, letter_length
from netscout.sources.dates import DateColumn, parse_date
from netscout.sources.entries import name_from
from netscout.sources.names import full_name, name_key, name_of
from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("  Acme   Ltd ", "Acme Ltd"),
        ("A\u00a0B\tC\r\nD", "A B C D"),
        ("\ufeffZero\u200bwidth\u200d", "Zerowidth"),
        ("Cafe\u0301", "Café"),
        ("bell\x07", "bell"),
        ("NULL", "NULL"),
        ("007", "007"),
        ("=1+1", "=1+1"),
        ("<script>", "<script>"),
    ],
)
def test_clean(raw: str, wanted: str) -> None:
    """A cell loses white space and invisible characters, and nothing else."""
    assert clean(raw) == wanted


@given(st.text(max_size=60))
def test_clean_is_final(text: str) -> None:
    """Cleaning twice is cleaning once, or two loads would differ."""
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Ana@Example.COM", ("ana@example.com",)),
        ("a@x.example ::: b@y.example", ("a@x.example", "b@y.example")),
        ("a@x.example;b@y.example,a@x.example", ("a@x.example", "b@y.example")),
        ("mailto:cy@x.example", ("cy@x.example",)),
        ("Bo Ey <bo@x.example>", ("bo@x.example",)),
        ("Bo <bo@x.example>, Cy <mailto:cy@x.example>", ("bo@x.example", "cy@x.example")),
        ("x@x.example, Smith", ("x@x.example",)),
        ("write to x@x.example", ()),
        ("<@>", ()),
        ("not an address", ()),
        ("a@b", ()),
        ("Not Available", ()),
    ],
)
def test_emails(raw: str, wanted: tuple[str, ...]) -> None:
    """Only addresses are kept, in lower case, each once."""
    assert emails(raw) == wanted


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("abc", 3),
        ("<p>abc</p>", 3),
        ('<p class="x">a<br/>b</p>', 2),
        ("a &amp; b", 5),
        ("a < b", 5),
        ("<mail@host.example>", 19),
        ("", 0),
    ],
)
def test_letter_length(raw: str, wanted: int) -> None:
    """A length counts what was written: known tags go, entities are one character, other angles stay."""
    assert letter_length(raw) == wanted


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("https://www.linkedin.com/in/Eva-Example", "eva-example"),
        ("http://de.linkedin.com/in/eva-example/?trk=x#y", "eva-example"),
        ("linkedin.com/in/eva-example/en", "eva-example"),
        ("WWW.LINKEDIN.COM/IN/EVA", "eva"),
        ("https://www.linkedin.com/mwlite/in/eva", "eva"),
        ("https://www.linkedin.com/in/j%C3%BCrgen-example", "jürgen-example"),
        ("www.linkedin.com/in/jürgen-example", "jürgen-example"),
        ("https://www.linkedin.com/in/100%-eva", "100%-eva"),
        ("https://www.linkedin.com/pub/eva-example/1a/2b/3c", "pub/eva-example/1a/2b/3c"),
        ("https://www.linkedin.com/in/ACoAAB12_x", "acoaab12_x"),
        ("https://linkedin.com.example/in/eva", None),
        ("https://linkedin.com@host.example/in/eva", None),
        ("https://host.example/linkedin.com/in/eva", None),
        ("javascript:alert(1)", None),
        ("https://www.linkedin.com/company/acme", None),
        ("https://www.linkedin.com/in/", None),
        ("https://www.linkedin.com/in/%2e%2e%2fx", None),
        ("https://www.linkedin.com/in/../x", None),
        ("https://www.linkedin.com/in/..", None),
        ("https://www.linkedin.com/in/%2e%2E", None),
        ("https://www.linkedin.com/in/.", None),
        ("https://www.linkedin.com/in/%2E", None),
        ("https://www.linkedin.com/pub/../1a/2b/3c", None),
        ("https://www.linkedin.com/in/eva%2Fx", None),
        ("https://www.linkedin.com/in/%20", None),
        ("https://www.linkedin.com/in/eva%00", None),
        ("https://www.linkedin.com/in/eva%0A", None),
        ("https://www.linkedin.com/in/eva%C2%85", None),
        ("https://www.linkedin.com/in/eva%E2%80%AExe", None),
        ("https://www.linkedin.com/in/\u202eeva", None),
        ("https://www.linkedin.com/in/eva.", "eva."),
        ("", None),
    ],
)
def test_slug_of(raw: str, wanted: str | None) -> None:
    """Every spelling of a profile URL meets in one key, anything else is no link."""
    assert slug_of(raw) == wanted


@given(st.text(max_size=80))
def test_slug_of_any_text(text: str) -> None:
    """A key never holds white space or markup, whatever stands in the cell."""
    slug = slug_of("https://www.linkedin.com/in/" + text)
    assert slug is None or not set(slug) & set(" <>\"'/\n\t\\")


@pytest.mark.parametrize(
    ("first", "last", "shown", "key", "credentials"),
    [
        ("Eva", "Example", "Eva Example", "eva example", ()),
        ("Eva", "Example, PhD", "Eva Example", "eva example", ("PhD",)),
        ("Eva", "Example, Ph.D., CFA®, PMP®", "Eva Example", "eva example", ("Ph.D.", "CFA®", "PMP®")),
        ("Eva", "Example MBA", "Eva Example", "eva example", ("MBA",)),
        ("Jon", "Example Jr.", "Jon Example Jr.", "jon example jr", ()),
        ("Jon", "Example III", "Jon Example III", "jon example iii", ()),
        ("Dr. Eva", "Example", "Dr. Eva Example", "eva example", ()),
        ("Eva (she/her)", "Example", "Eva Example", "eva example", ()),
        ("Eva 🚀", "Example ✨", "Eva Example", "eva example", ()),
        ("EVA", "EXAMPLE", "EVA EXAMPLE", "eva example", ()),
        ("Zoë", "Müller", "Zoë Müller", "zoe muller", ()),
        ("", "Example", "Example", "example", ()),
        ("Null", "NULL", "Null NULL", "null null", ()),
        ("Yo", "Ma", "Yo Ma", "yo ma", ()),
        ("Seán", "O'Example", "Seán O'Example", "sean oexample", ()),
        ("名", "姓", "名 姓", "名 姓", ()),
    ],
)
def test_name_of(first: str, last: str, shown: str, key: str, credentials: tuple[str, ...]) -> None:
    """A name is shown as written, without letters after it; its key forgets case, accents and honorifics."""
    name = name_of(first, last)
    assert (name.shown, name.key, name.credentials) == (shown, key, credentials)


def test_full_name_meets_cells() -> None:
    """A message's one-cell name has the key of the two cells of Connections."""
    assert full_name("Eva Example, PhD").key == name_of("Eva", "Example, PhD").key
    assert full_name("Eva Maria Example").first == "Eva"
    assert name_key("Prof. Dr. Eva Example") == "eva example"


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        ("Prof. Dr. Ida Kern", "Ida", "Kern", "Prof. Dr. Ida Kern"),
        ("Prof.Dr. Ida Kern", "Ida", "Kern", "Prof.Dr. Ida Kern"),
        ("Dr. med. Ida Kern", "Ida", "Kern", "Dr. med. Ida Kern"),
        ("Dipl.-Ing. Ida Kern", "Ida", "Kern", "Dipl.-Ing. Ida Kern"),
        ("Dr Ida Kern", "Ida", "Kern", "Dr Ida Kern"),
        ("Dr. Kern", "", "Kern", "Dr. Kern"),
        ("Dr Kern", "", "Kern", "Dr Kern"),
        ("Mag Kern", "Mag", "Kern", "Mag Kern"),
        ("Mag. Ida Kern", "Ida", "Kern", "Mag. Ida Kern"),
        ("Dr.", "Dr.", "", "Dr."),
        ("van Dyk", "", "van Dyk", "van Dyk"),
        ("Ex, Jr.", "", "Ex, Jr.", "Ex, Jr."),
        ("Ola van Dyk", "Ola", "van Dyk", "Ola van Dyk"),
        ("Van Nguyen", "Van", "Nguyen", "Van Nguyen"),
        ("van nguyen", "van", "nguyen", "van nguyen"),
    ],
)
def test_full_name_parts(text: str, first: str, last: str, shown: str) -> None:
    """Somebody would be greeted as "Hi Prof.," or "Hi Van,", and sorted under their honorific."""
    name = full_name(text)
    assert (name.first, name.last, name.shown) == (first, last, shown)
    assert name_from("", "", text)[:3] == (first, last, shown)


def test_an_honorific_before_a_first_name() -> None:
    """A contact with a title in the field of the first name would be greeted by it."""
    assert name_from("Dr. Ida", "Kern", "")[:3] == ("Ida", "Kern", "Dr. Ida Kern")
    assert name_from("Ida", "Kern", "")[:3] == ("Ida", "Kern", "Ida Kern")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("07 Sep 2019", "2019-09-07"),
        ("7 Sep 2019", "2019-09-07"),
        ("07 Sep 19", "2019-09-07"),
        ("7-Sep-19", "2019-09-07"),
        ("September 7, 2019", "2019-09-07"),
        ("2019-09-07", "2019-09-07"),
        ("2019-02-03T04:05:06", "2019-02-03"),
        ("2020-02-03 04:05:06.123 UTC", "2020-02-03"),
        ("2020-02-03 04:05 UTC", "2020-02-03"),
        ("2020-02-03 04:05", "2020-02-03"),
        ("2020-02-03T04:05:06+02:00", "2020-02-03"),
        ("2021/06/09 12:00:00 UTC", "2021-06-09"),
        ("07.09.2019", "2019-09-07"),
        ("9/7/2019", "2019-09-07"),
        ("9/7/19", "2019-09-07"),
        ("06/09/13, 12:10 AM", "2013-06-09"),
        ("6/9/24, 3:07\u202fPM", "2024-06-09"),
        ("Sat Feb 08 02:54:41 UTC 2025", "2025-02-08"),
        ("2021年9月7日", "2021-09-07"),
        ("Mar 2019", "2019-03"),
        ("2009", "2009"),
        ("09. März 2021", "2021-03-09"),
        ("09 mar. 2021", "2021-03-09"),
        ("09 de março de 2021", "2021-03-09"),
        ("9 juin 2021", "2021-06-09"),
        ("9 juil. 2021", "2021-07-09"),
        ("9 ene 2021", "2021-01-09"),
        ("9 dez 2021", "2021-12-09"),
        ("9 ott 2021", "2021-10-09"),
        ("9 mrt 2021", "2021-03-09"),
        ("9 maj 2021", "2021-05-09"),
        ("9 października 2021", "2021-10-09"),
        ("31 Feb 2020", None),
        ("2020-00-10", None),
        ("yesterday", None),
        ("13:99", None),
        ("", None),
    ],
)
def test_parse_date(raw: str, wanted: str | None) -> None:
    """Each form of a date is read as precise as it is written; an absent part is never filled in."""
    stamp = parse_date(raw)
    assert (stamp.iso() if stamp else None) == wanted


@given(st.text(alphabet="0123456789/-.:, TZUCJanfebmarAPMde年月日+", max_size=30))
def test_parse_date_any_text(text: str) -> None:
    """No text crashes the parser, and what it reads is a real date."""
    stamp = parse_date(text)
    assert stamp is None or stamp.second() is None or date.fromisoformat(stamp.iso())


def test_zone_and_minute() -> None:
    """An offset moves the second, not the written minute."""
    stamp = parse_date("2020-02-03T04:05:06+02:00")
    assert stamp
    assert stamp.second() == 1580695506
    late = parse_date("6/9/24, 3:07 PM")
    assert late
    assert late.minute() == "2024-06-09T15:07"


@pytest.mark.parametrize(
    ("cells", "order", "days", "doubt"),
    [
        (["13/2/2020", "3/4/2020"], "auto", ["2020-02-13", "2020-04-03"], ""),
        (["2/13/2020", "3/4/2020"], "auto", ["2020-02-13", "2020-03-04"], ""),
        (["3/4/2020"], "auto", ["2020-03-04"], "ambiguous-date-order"),
        (["5/5/2020"], "auto", ["2020-05-05"], ""),
        (["13/2/2020", "2/13/2020"], "auto", [None, "2020-02-13"], "mixed-date-order"),
        (["3/4/2020"], "dmy", ["2020-04-03"], ""),
        (["3.4.2020", "4/13/2020"], "auto", ["2020-04-03", "2020-04-13"], ""),
        (["01 Dec 2026", "03 Nov 2026", "04 Nov 2026"], "auto", [None, "2026-11-03", None], ""),
    ],
)
def test_date_column(cells: list[str], order: str, days: list[str | None], doubt: str) -> None:
    """The order of a slashed date is decided by its column; the future beyond two days is no date."""
    column = DateColumn(cells, TODAY, order)
    stamps = [column.read(cell) for cell in cells]
    assert [stamp.iso() if stamp else None for stamp in stamps] == days
    assert column.doubt == doubt


def test_births_are_never_to_come() -> None:
    """Somebody born in 1984 would be born in 2084, and so have no birthday."""
    column = DateColumn(["1/31/84", "1/31/2084"], TODAY, "mdy", births=True)
    assert [stamp.iso() if (stamp := column.read(cell)) else None for cell in ("1/31/84", "1/31/12", "1/31/2084")] == [
        "1984-01-31",
        "2012-01-31",
        None,
    ]
    assert DateColumn(["1/31/84"], TODAY, "mdy").read("1/31/84") is None


@pytest.mark.parametrize(
    ("cell", "birthday", "warned"),
    [
        ("1/31/84", "1984-01-31", 0),
        ("0.0.00", None, 0),
        ("0/0/00", None, 0),
        ("1990-02", None, 0),
        ("soon", None, 1),
    ],
)
def test_birthdays_of_contacts(load: Callable[..., Export], cell: str, birthday: str | None, warned: int) -> None:
    """Outlook's word for no day, or a month without a day, would be told as a date that cannot be read."""
    told = load({"a.csv": f"Name,Email,Birthday\nAna Example,a@x.example,{cell}\n"})
    assert [one.birthday for one in told.details] == ([birthday] if birthday else [])
    assert sum(one.count for one in told.notices if one.code == "bad-date") == warned


def test_slashed_dates_of_linkedin_itself_are_no_doubt(load: Callable[..., Export]) -> None:
    """Every load of a whole archive would warn of dates that LinkedIn always writes with the month first."""
    row = "Mia Owner,Ana Example,3/4/24 3:07 PM,,OUTGOING,,"
    told = load({"Invitations.csv": f"From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n{row}\n"})
    assert [one.day for one in told.interactions] == ["2024-03-04T15:07"]
    assert "ambiguous-date-order" not in [one.code for one in told.notices]


def test_a_notice_says_how_many(load: Callable[..., Export]) -> None:
    """The user would not know whether one name is withheld or most of them."""
    text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Example,,,,,05 Mar 2024\n"
    (notice,) = [one for one in load({"Connections.csv": text + ",,,,,,06 Mar 2024\n" * 5}).notices if one.count == 5]
    assert notice.message == "LinkedIn withheld the names of 5 connections."
