"""Which table a file is: by its header, whatever its name, delimiter or preamble."""

from __future__ import annotations

from pathlib import Path

import pytest

from netscout.settings import Limits
from netscout.sources import recognise
from netscout.sources.asked import Asked
from netscout.sources.classify import HEAD_BYTES, classify
from netscout.sources.containers import Container, Member
from netscout.sources.declare import REST
from netscout.sources.recognise import columns_seen, find_header, is_assistant_log, known_reason, plain_name, tables

KNOWN = Asked().programs()


def test_registry_finds_every_module() -> None:
    """A module in the linkedin or contacts folder is a source without being listed anywhere."""
    assert {table.source for table in tables()} >= {"linkedin", "google", "outlook", "csv"}
    assert {table.kind for table in tables()} >= {
        "connections",
        "messages",
        "invitations",
        "endorsements_received",
        "endorsements_given",
        "recommendations_received",
        "recommendations_given",
        "recommendations",
        "profile",
        "positions",
        "education",
        "email_addresses",
        "contacts",
    }


@pytest.mark.parametrize("table", tables(), ids=lambda table: f"{table.kind}-{table.rank}")
def test_own_header(table: object) -> None:
    """Each table knows the header of all its own columns, below a preamble and in any delimiter."""
    from netscout.sources.declare import Table  # for the type only

    assert isinstance(table, Table)
    among = (table,) if table.source == "csv" else tables()
    columns = [one for one in table.columns if one.spellings != (REST,)]
    words = [one.spellings[0].replace("#", "1") for one in columns]
    name = f"{table.names[0]}.csv" if table.names else "x.csv"
    for delimiter in ",;\t|":
        found = find_header(["Notes:\n", "\n", delimiter.join(words) + "\n"], name, among)
        assert found
        assert (found.table.kind, found.line, len(found.places)) == (table.kind, 3, len(words))


def test_header_after_twenty_records() -> None:
    """A header is looked for within the first twenty records, not in a message further down."""
    header = "First Name,Last Name,Connected On\n"
    assert find_header(["x,y\n"] * 19 + [header], "x.csv", KNOWN)
    assert find_header(["x,y\n"] * 20 + [header], "x.csv", KNOWN) is None
    assert find_header(['"Notes:\n', "never closed\n", header], "x.csv", KNOWN)


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,E-mail Address,Company,Job Title\n",
        "First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Value\n",
        "First Name,Last Name,Headline,URL\n",
        "Date,Link,Message\n",
    ],
)
def test_other_programs(header: str) -> None:
    """Files of other programs and kinds are not taken for LinkedIn's."""
    mine = [table for table in tables() if table.network and table.source == "linkedin"]
    assert find_header([header], "x.csv", mine) is None


def test_names() -> None:
    """Names are compared without case, underscores, copies and member ids; Profile Summary is not Profile."""
    assert plain_name("a/Recommendations_Received (1).CSV") == "recommendations received"
    assert known_reason("Shares_123456.csv") == known_reason("shares.csv") != None  # noqa: E711  # both have a reason
    assert known_reason("Profile.csv") is None
    assert known_reason("Profile Summary.csv")
    assert is_assistant_log("learning_coach_messages.csv")
    assert not is_assistant_log("messages.csv")


def test_columns_seen_shows_no_data() -> None:
    """A first row that may be a person is not shown in an error text."""
    assert columns_seen(["Gadget Name,Reading Date\n", "a,b\n"]) == ("Gadget Name", "Reading Date")
    assert columns_seen(["Eva,Example,eva@mail.example\n"]) == ()
    assert columns_seen(["Eva,Example,Acme\n"]) == ()


def test_a_line_of_separators_is_not_read_cell_by_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes of an archive would keep the machine busy for minutes: a line of commas is no table."""
    cells = 0

    def counted(cell: str) -> str:
        nonlocal cells
        cells += 1
        return cell

    monkeypatch.setattr(recognise, "fold", counted)
    wide = "," * 1_000_000 + "\n"
    assert find_header([wide] * 20, "wide.csv", KNOWN) is None
    assert find_header(["a" + "," * 20_000 + "\n"] * 20, "wide.csv", KNOWN) is None
    assert cells < 50_000


def test_a_file_without_lines_is_read_no_further(tmp_path: Path) -> None:
    """Every unknown file of an archive would be unpacked whole to learn that it is no table."""
    read = 0

    class Endless:
        def read(self, size: int, /) -> bytes:
            nonlocal read
            read += size
            return b"a" * size

        def close(self) -> None:
            """Let go of nothing."""

    member = Member("endless.csv", Endless)
    pile = classify(Container(str(tmp_path), "zip", "0" * 64, (member,)), Limits(), Asked())
    assert (pile.found, [one.name for one in pile.ignored]) == ([], ["endless.csv"])
    assert read < 8 * HEAD_BYTES
