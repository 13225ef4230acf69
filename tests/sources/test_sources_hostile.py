"""Ten thousand hostile rows, and the networks of the benchmark: nothing crashes and every row is accounted for."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources import read
from tests.examples import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

PERSONAS = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "personas" / "data"
URL = "https://www.linkedin.com/in/"
CELLS = st.sampled_from(
    [
        "",
        " ",
        "Eva",
        "Example, PhD",
        URL + "eva",
        "javascript:alert(1)",
        "=1+1",
        "<script>",
        "\u202eabc",
        "\0",
        '"',
        "'",
        "\\",
        '\\"',
        "a\nb",
        "a\r\nb",
        ",,,,,,",
        ";",
        "\t",
        "07 Sep 2019",
        "31 Feb 2020",
        "3/4/2020",
        "13/4/2020",
        "99999999999",
        "2020-01-01 00:00:00 UTC",
        "LinkedIn Member",
        "%FIRSTNAME%",
        "Yes",
        "SPAM",
        "OUTGOING",
        "ACCEPTED",
        "VISIBLE",
        "ﷺ",
        "𝔈𝔳𝔞",
        "x" * 300,
        "{{7*7}}",
        "../..",
        "\u2028",
        "\ufeff",
        "e@mail.example",
        "\ud7ff",
        "linkedin.com/in/%",
        "İ",
        "ß",
    ]
)
HEADERS = {
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT",
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    "Endorser Public Url,Endorsement Status",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
}
ROWS = st.lists(st.lists(CELLS, min_size=0, max_size=12), min_size=40, max_size=60)


def written(header: str, rows: list[list[str]], *, raw: bool) -> bytes:
    """Return a table, properly quoted or joined without any care."""
    if raw:
        lines = [header, *(",".join(row) for row in rows)]
        return "\n".join(lines).encode("utf-8", "replace")
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return held.getvalue().encode("utf-8", "replace")


@pytest.mark.check(1, 5)
@settings(
    max_examples=examples(240),
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
@given(name=st.sampled_from(sorted(HEADERS)), rows=ROWS, raw=st.booleans())
def test_hostile_rows(load: Load, name: str, rows: list[list[str]], raw: bool) -> None:
    """No row of 8,000 and more crashes the reader, and rows in are rows accounted for."""
    content = written(HEADERS[name], rows, raw=raw)
    try:
        export = load({name: content}, me=URL + "eva")
    except InputError as refused:
        assert refused.code in ("unrecognised-header", "owner-conflict")  # noqa: PT017  # both outcomes are allowed
        return
    (account,) = export.sources[0].files
    assert account.adds_up(), account
    if not raw:
        reader = csv.reader(io.StringIO(content.decode().replace("\0", ""), newline=""))
        wanted = sum(1 for row in reader if row and not (len(row) == 1 and not row[0].strip())) - 1
        assert account.rows == wanted
    assert all(0 <= one.sighting < len(export.sightings) for one in export.interactions)


@pytest.mark.check(1, 10)
@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), head=st.booleans())
def test_hostile_bytes(load: Load, content: bytes, head: bool) -> None:
    """Any bytes after a header, or alone, give an account that adds up or an error of ours."""
    start = HEADERS["Connections.csv"].encode() + b"\n" if head else b""
    try:
        export = load({"c.csv": start + content})
    except InputError as refused:
        assert refused.next_step  # noqa: PT017  # both outcomes are allowed
        return
    assert all(one.adds_up() for one in export.sources[0].files)


@pytest.mark.check(1)
def test_many_open_quotes(load: Load) -> None:
    """A file in which every line opens a quote that the next one must not close is read in the time of its size."""
    body = 'a"b,"c\n' * 6_000
    export = load({"c.csv": HEADERS["Connections.csv"] + "\n" + body}, limits=Limits(field_bytes=20_000))
    (account,) = export.sources[0].files
    assert account.rows == 6_000
    assert account.adds_up()


@pytest.mark.parametrize("persona", sorted(one.name for one in PERSONAS.glob("*") if one.is_dir()) or ["none"])
def test_personas(persona: str) -> None:
    """The networks of the benchmark are read whole, and their owner is found without help."""
    if persona == "none":
        pytest.skip("the benchmark's networks are not beside this checkout")
    folder = PERSONAS / persona
    target = json.loads((folder / "target.json").read_text(encoding="utf-8"))
    export = read(sorted(folder.glob("*.zip")), today=date.fromisoformat(target["today"]))
    assert all(one.adds_up() for one in export.sources[0].files)
    assert export.owner.slugs == (target["owner_url"].rsplit("/", 1)[1],)
    assert export.counts["unattributed"] == 0
    assert not export.unreadable
