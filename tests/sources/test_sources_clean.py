"""The quick way through a clean file: the same records, lines and account as the strict way, or none at all."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netscout.sources.clean import CleanReader
from tests.examples import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

MESSAGES = [
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE"),
    *("SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT"),
]
CONNECTIONS = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
ME, ANA = "https://www.linkedin.com/in/mia-owner", "https://www.linkedin.com/in/ana-example"
PROFILE = "First Name,Last Name,Headline\nMia,Owner,Analyst\n"
TEXTS = st.text(st.sampled_from("ab <&\"\\\n\r,;'é\u00a0"), max_size=12)
DATES = st.sampled_from(
    [
        "2024-03-05 06:07:08 UTC",
        "2024-02-30 06:07:08 UTC",
        "2031-01-01 00:00:00 UTC",
        "5 Mar 2024",
        "",
        "soon",
        "3/4/24",
    ]
)
LETTERS = st.lists(
    st.tuples(
        st.sampled_from(["c1", "c2", ""]),
        TEXTS,
        st.sampled_from(["Mia Owner", "Ana Example", "LinkedIn Member", ""]),
        st.sampled_from([ME, ANA, ""]),
        st.sampled_from(["Mia Owner", "Ana Example, Bo Lind", ""]),
        st.sampled_from([ME, f"{ANA},https://www.linkedin.com/in/bo-lind", ""]),
        DATES,
        TEXTS,
        st.one_of(TEXTS, st.just("<p class='spinmail-quill-editor'>x</p>")),
        st.sampled_from(["INBOX", "SPAM", "ARCHIVE", ""]),
        st.sampled_from(["No", "Yes", ""]),
    ),
    max_size=8,
)
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Ana", "Dr", "  Bo", "Zoë", "", "Ana \U0001f600"]),
        st.sampled_from(["Example", "Lind, PhD", "de Wit", "", "O'Neil MBA"]),
        st.sampled_from([ANA, f"{ANA}/", "http://elsewhere.example/x", ""]),
        st.sampled_from(["", "ana@mail.example", "no address"]),
        TEXTS,
        st.sampled_from(["Analyst", "  two  words ", "tab\tword", ""]),
        DATES,
    ),
    max_size=8,
)


def table(header: list[str], rows: list[tuple[str, ...]], quoting: int) -> str:
    """Return a table as LinkedIn writes one, with or without quotes around every cell."""
    held = io.StringIO()
    csv.writer(held, quoting=quoting, lineterminator="\n").writerows([header, *rows])  # type: ignore[arg-type]  # a constant of csv
    return held.getvalue()


def both_ways(load: Callable[..., Export], files: dict[str, str | bytes]) -> tuple[Export, Export]:
    """Return what the files say when clean tables may be read in bulk, and when none may."""
    quick = load(files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CleanReader, "read", lambda _: False)
        return quick, load(files)


@given(letters=LETTERS, people=PEOPLE, quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
@settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_ways_say_the_same(
    load: Callable[..., Export],
    letters: list[tuple[str, ...]],
    people: list[tuple[str, ...]],
    quoting: int,
) -> None:
    """A clean file would be read otherwise than an unclean one: other people, lines, buckets or lengths."""
    files: dict[str, str | bytes] = {
        "Profile.csv": PROFILE,
        "messages.csv": table(MESSAGES, letters, quoting),
        "Connections.csv": table(CONNECTIONS, people, quoting),
    }
    quick, strict = both_ways(load, files)
    assert quick == strict


def test_a_bad_date_below_long_texts_is_named_with_its_line(load: Callable[..., Export]) -> None:
    """The line of a bad date would be lost in a file whose cells hold line breaks."""
    good = (
        "c1",
        "",
        "Mia Owner",
        ME,
        "Ana Example",
        ANA,
        "2024-03-05 06:07:08 UTC",
        "",
        "one\ntwo\r\nthree",
        "INBOX",
        "",
    )
    bad = (*good[:6], "someday", *good[7:])
    text = table(MESSAGES, [good, good, bad], csv.QUOTE_ALL)
    quick, strict = both_ways(load, {"Profile.csv": PROFILE, "messages.csv": text})
    (notice,) = [one for one in quick.notices if one.code == "bad-date"]
    assert (notice.line, notice.count) == (8, 1)
    assert notice.message.startswith("1 date cannot be read")
    assert quick == strict


def test_large_files_are_read_in_several_pieces(load: Callable[..., Export]) -> None:
    """A record at the seam of two pieces would be cut, or a message lost."""
    row = (
        "c1",
        "",
        "Mia Owner",
        ME,
        "Ana Example",
        ANA,
        "2024-03-05 06:07:08 UTC",
        "",
        'a "quoted"\nline, ' * 20,
        "INBOX",
        "",
    )
    text = table(MESSAGES, [row] * 1500, csv.QUOTE_ALL)
    quick, strict = both_ways(load, {"Profile.csv": PROFILE, "messages.csv": text})
    assert quick.counts["direct"] == 1500
    assert quick == strict


@pytest.mark.check(7)
def test_a_file_with_an_unclosed_quote_goes_the_strict_way(load: Callable[..., Export]) -> None:
    """An unclosed quote would swallow the rows after it."""
    text = ",".join(CONNECTIONS) + f'\nAna,"Example,{ANA},,,,05 Mar 2024\n' + "Bo,Lind,,,,,06 Mar 2024\n" * 2
    quick, strict = both_ways(load, {"Connections.csv": text})
    assert [one.display_name for one in quick.sightings] == ["Bo Lind"]
    assert quick == strict
