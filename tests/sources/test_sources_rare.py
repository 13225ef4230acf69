"""The rarest ways through the readers: the last branches that no ordinary file goes."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.model.owner import Owner
from netscout.settings import Limits
from netscout.sources import cards, opening, read, text, vcard, vcard_lines
from netscout.sources.taxonomy import read_taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

TODAY = date(2026, 11, 1)
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "Eva,Example,https://www.linkedin.com/in/eva,,Acme,Chef,07 Sep 2019\n"
INVITED = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
FROM = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n"
IN = "https://www.linkedin.com/in/"
LINES = "word\n" * 60


def people(export: Export) -> list[str]:
    """Return the names of everybody who was taken, in order."""
    return [one.display_name for one in export.sightings]


def rows(count: int, first: int = 0) -> str:
    """Return rows of so many people."""
    return "".join(ROW.replace("eva", f"eva{at}").replace("Eva", f"Eva{at}") for at in range(first, first + count))


def test_an_empty_field_of_a_card_says_nothing(tmp_path: Path) -> None:
    """A line left empty by hand would make the card wrong, or stand as an empty company."""
    (tmp_path / "a.md").write_text("netscout-card: 1\nid: p0001\nname: Ana Example\ncompany:\n")
    found = cards.read_cards(tmp_path, Limits())
    assert [one.reason for one in found.bad] == []


@pytest.mark.parametrize(
    "line",
    [
        "## Log\n\n- 1940-01-01 asked",
        "## Log\n\n- 2026-01-01 asked event=met",
        "## Notes\n\n### 2026-99-99 note\n\nA word.",
    ],
)
def test_a_line_that_makes_no_sense_is_told(tmp_path: Path, line: str) -> None:
    """A day mistyped in a log or a heading, or a second word for what happened, would be stored or be lost."""
    (tmp_path / "a.md").write_text(f"netscout-card: 1\nid: p0001\nname: Ana Example\n\n{line}\n")
    found = cards.read_cards(tmp_path, Limits())
    assert [one.line for one in found.bad] == [7]


def test_a_device_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file exchanged for a device between the look and the opening would be read without end."""
    monkeypatch.setattr(opening, "_mode", lambda *_: 0o100600)
    with pytest.raises(InputError) as caught:
        opening._open(Path(os.devnull), "null", Limits())
    assert caught.value.code == "not-a-file"


def test_a_follow_of_no_day_is_the_older_one(load: Load) -> None:
    """An organisation followed twice would lose its day to a line that tells none."""
    follows = "Organization,Followed On\n"
    lines = "Northwind,Sun Feb 08 02:54:41 UTC 2026\nNorthwind,some day\nContoso,Sat Feb 07 02:54:41 UTC 2026\n"
    export = load({"Company Follows.csv": follows + lines, "Connections.csv": HEAD + ROW})
    assert export.owner.follows == ("Northwind", "Contoso")
    assert [(one.code, one.line) for one in export.notices if one.code == "bad-date"] == [("bad-date", 3)]


def test_an_inviter_without_a_name_is_told_by_the_address(load: Load) -> None:
    """The owner would be unknown where the file leaves the name of one invitation empty."""
    lines = "".join(
        f'{who},Ana {at},"1/{at}/24, 10:00 AM",,OUTGOING,{IN}me-me,{IN}ana-{at}\n'
        for at, who in ((1, ""), (2, "Mo Owner"))
    )
    export = load({"Invitations.csv": INVITED + lines, "Connections.csv": HEAD + ROW})
    assert (export.owner.slugs, export.owner.name) == (("me-me",), "Mo Owner")


def test_the_address_in_use_now_comes_first(load: Load) -> None:
    """Of two addresses of the owner the old one would be shown; letters of others tell nothing about it."""
    who = (("old-me", "2019"), ("new-me", "2025"), ("ana-1", "2026"))
    lines = "".join(
        f"{slug},{'Mo Owner' if 'me' in slug else 'Ana Example'},{IN}{slug},"
        f"{'Bo' if 'me' in slug else 'Mo Owner'},{IN}{f'bo-{slug}' if 'me' in slug else 'new-me'},"
        f"{year}-03-01 10:00:00 UTC,hello\n"
        for slug, year in who
    )
    profile = "First Name,Last Name,Maiden Name,Headline,Industry\nMo,Owner,,Chef,\n"
    export = load({"messages.csv": FROM + lines, "Profile.csv": profile, "Connections.csv": HEAD + ROW})
    assert export.owner.slugs == ("new-me", "old-me")


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be read in pieces of few bytes, as large ones are in pieces of many."""
    monkeypatch.setattr(text, "CHUNK", 256)
    monkeypatch.setattr(vcard_lines, "CHUNK", 64)


@pytest.mark.usefixtures("small_pieces")
def test_nothing_is_lost_after_a_long_cell(load: Load) -> None:
    """The rows after a cell beyond the limit, in pieces not yet read, would be skipped with it."""
    long = f'Ida,Long,{IN}ida,,"{LINES * 2}",Chef,07 Sep 2019\n'
    export = load({"Connections.csv": HEAD + rows(3) + long + rows(20, 10)}, limits=Limits(field_bytes=200))
    assert people(export) == [f"Eva{at} Example" for at in (*range(3), *range(10, 30))]
    assert len(export.unreadable) == 1


def test_a_long_cell_that_never_ends_is_one_row(load: Load) -> None:
    """A quote opened in the last row and never closed would be looked for beyond the end."""
    open_end = f'Ida,Long,{IN}ida,,"{LINES}'
    export = load({"Connections.csv": HEAD + rows(3) + open_end}, limits=Limits(field_bytes=200))
    assert people(export)[:3] == [f"Eva{at} Example" for at in range(3)]
    assert export.unreadable[0].line == 5


def test_a_quote_that_closes_hundreds_of_lines_later_takes_nobody_with_it(load: Load) -> None:
    """One stray quote in a name, another far below, and everybody between would be one cell."""
    stray = f'"Ida,Stray,{IN}ida,,Acme,Chef,07 Sep 2019\n'
    between = "".join(f"Eva{at};Example\n" for at in range(250))
    export = load({"Connections.csv": HEAD + rows(2) + stray + between + f'Bo"x,Last,{IN}bo,,A,B,07 Sep 2019\n'})
    assert people(export)[:2] == ["Eva0 Example", "Eva1 Example"]
    assert all(file.adds_up() for source in export.sources for file in source.files)
    assert len(export.unreadable) >= 1


def test_rows_beyond_a_cell_that_is_too_long_count_once(load: Load) -> None:
    """A long file with one cell beyond the limit would be refused for its rows, or counted wrong."""
    long = f'Ida,Long,{IN}ida,,"{"word " * 60}",Chef,07 Sep 2019\n'
    content = HEAD + rows(10) + long + "\n" * 30 + rows(10, 20)
    export = load({"Connections.csv": content}, limits=Limits(rows=40, field_bytes=200))
    assert len(people(export)) == 20


@pytest.mark.usefixtures("small_pieces")
def test_zeros_in_several_pieces_are_told_once(load: Load) -> None:
    """The line told would be that of the last zero byte and not of the first."""
    spoiled = (
        rows(3) + "Ida\0,Nought,,,Acme,Chef,07 Sep 2019\n" + rows(10, 10) + "Ina\0,Nought,,,Acme,Chef,07 Sep 2019\n"
    )
    export = load({"Connections.csv": HEAD + spoiled})
    assert [(one.code, one.line) for one in export.notices] == [("mixed-encoding", 5)]


def test_columns_said_for_a_table_of_messages_make_it_another_table(load: Load) -> None:
    """A column that the user names would be passed over where the file looks like another kind."""
    said = {"FROM": "full", "CONTENT": "company"}
    lines = f"c1,Ana Example,{IN}ana,Mo Owner,{IN}mo,2025-03-01 10:00:00 UTC,Acme\n"
    export = load({"messages.csv": FROM + lines}, mapping=said)
    assert people(export) == ["Ana Example"]
    assert [one.company for one in export.sightings] == ["Acme"]


def test_of_two_columns_said_the_missing_one_is_named(load: Load) -> None:
    """Somebody with one slip in two columns would look for it in the wrong one."""
    with pytest.raises(InputError) as caught:
        load({"a.csv": "Person,Firm\nEva Example,Acme\n"}, mapping={"Person": "full", "Frim": "company"})
    assert caught.value.code == "unknown-column"
    assert "Frim" in str(caught.value)
    assert "Person" not in str(caught.value).partition("Frim")[0]
    with pytest.raises(InputError) as caught:
        load({"a.csv": "Person,Firm\nEva Example,Acme\n", "b.csv": "Who\nBo Lind\n"}, mapping={"Frim": "company"})
    assert caught.value.message == "--map names a column that is not there: Frim."


def test_cards_of_one_file_beyond_the_limit(load: Load) -> None:
    """A file of millions of cards would fill the memory."""
    many = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Eva {at}\nEND:VCARD\n" for at in range(3))
    with pytest.raises(InputError) as caught:
        load({"a.vcf": many}, limits=Limits(rows=2))
    assert caught.value.code == "archive-too-large"


def test_reading_many_cards_is_told(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody with ten thousand contacts would look at a still screen."""
    monkeypatch.setattr(vcard, "_TOLD_EVERY", 2)
    told: list[int] = []
    many = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Eva {at}\nEND:VCARD\n" for at in range(5))
    load({"a.vcf": many}, progress=lambda _name, count, _share: told.append(count))
    assert {2, 4, 5} <= set(told)


@pytest.mark.usefixtures("small_pieces")
def test_a_line_of_a_card_longer_than_any_is_cut_off(load: Load) -> None:
    """One line without an end would fill the memory."""
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:Eva Example\nNOTE:{'x' * 3000}\nEND:VCARD\n"
    export = load({"a.vcf": card}, limits=Limits(field_bytes=200))
    assert people(export) == ["Eva Example"]


def test_other_forms_of_a_table_are_passed_over(tmp_path: Path) -> None:
    """A description that lies beside the tables of a download would be read as one."""
    folder = tmp_path / "db_28_3_text"
    folder.mkdir()
    (folder / "Occupation Data.md").write_text("nothing\n")
    table = "O*NET-SOC Code\tTitle\tDescription\n15-1252.00\tSoftware Developers\tx\n15-2051.00\tData Scientists\ty\n"
    (folder / "Occupation Data.txt").write_text(table)
    assert len(read_taxonomy(folder, Limits(), TODAY).labels) == 2


def test_the_last_resort_is_a_name_that_was_known(load: Load, tmp_path: Path) -> None:
    """A later export without any trace of its owner would have none, though the workspace knows the name."""
    lines = "".join(
        f"c{at},Mo Owner,{IN}mo,Ana {at},{IN}ana-{at},2025-03-0{at} 10:00:00 UTC,hi\n" for at in range(1, 5)
    )
    path = tmp_path / "messages.csv"
    path.write_text(FROM + lines)
    export = read([path], today=TODAY, known_owner=Owner("Mo Owner"))
    assert export.owner.slugs == ("mo",)


@pytest.mark.parametrize("said", ["company", "email", "date"])
def test_a_known_file_whose_name_is_said_to_be_something_else(load: Load, said: str) -> None:
    """Somebody who says what the first column holds would get the names that netscout expects there."""
    export = load({"Connections.csv": HEAD + ROW}, mapping={"First Name": said})
    assert people(export) == ["Example"]
