"""Every warning of the reference of formats through the command line, and that no rows ever end in a mute nobody."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

URL = "https://www.linkedin.com/in/"
LINKS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
MESSAGES = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
CARD = "BEGIN:VCARD\nN:Lind;Bo;;;\n"


def row(first: str, slug: str, day: str = "07 Sep 2019") -> str:
    """Return a connection."""
    return f"{first},Example,{URL}{slug},,Acme,Chef,{day}\n"


ANA = row("Ana", "ana")
CASES: list[tuple[str, str, str, int | None, int]] = [
    ("no-url-column", "a.csv", OLD + "Ana,Example,,Acme,Chef,07 Sep 2019\n", None, 1),
    ("ambiguous-date-order", "a.csv", LINKS + row("Ana", "ana", "3/4/2019"), None, 1),
    ("mixed-date-order", "a.csv", LINKS + row("Ana", "ana", "13/4/2019") + row("Bo", "bo", "4/13/2019"), None, 1),
    ("bad-date", "a.csv", LINKS + ANA + row("Bo", "bo", "31 Feb 2020") + row("Cy", "cy", "1 Jan 2099"), 3, 2),
    ("ragged-row", "a.csv", LINKS + ANA + "Bo,Example\n" + ANA.replace("Ana", "Cy").strip() + ",more\n", 3, 2),
    ("mixed-encoding", "a.csv", LINKS + row("Zoë", "zoe") + "\udce9" + row("Bo", "bo"), 3, 1),
    ("mixed-encoding", "b.csv", LINKS + ANA + row("B\0o", "bo"), 3, 1),
    ("assumed-cp1252", "a.csv", LINKS + ANA + row("Zo\udceb", "zoe"), 3, 1),
    ("unclosed-quote", "a.csv", LINKS + '"Ana,Example,,,,,\n' + row("Bo", "bo"), 2, 1),
    ("duplicate-header", "a.csv", LINKS.replace("Position", "Company") + ANA, 1, 1),
    ("owner-unknown", "a.csv", MESSAGES + f"c1,,A B,{URL}a,C D,2020-02-03 04:05:06 UTC,,hi,INBOX\n", 2, 1),
    ("vcard-bad-line", "a.vcf", CARD + "junk\nEND:VCARD\n", 3, 1),
    ("vcard-unterminated", "a.vcf", CARD, 1, 1),
    ("hidden-members", "a.csv", LINKS + ANA + ",,,,,,07 Sep 2019\n" * 2, 3, 2),
    ("nobody", "a.csv", LINKS + ",,,,,,\n" + ",,,,,,07 Sep 2019\n", 2, 2),
]


def load_json(run: Run, *given: str | Path) -> dict[str, Any]:
    """Return what `load --json` prints of a load that must succeed."""
    done = run("load", *given, "--json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.check(2, 6, 7, 9)
@pytest.mark.parametrize(("code", "name", "text", "line", "count"), CASES)
def test_a_warning_says_how_many_and_where(  # noqa: PLR0913, PLR0917  # two fixtures and the columns of the table
    run: Run, tmp_path: Path, code: str, name: str, text: str, line: int | None, count: int
) -> None:
    """What was doubtful in a file would go untold, or stop the load."""
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    told = load_json(run, path)["warnings"]
    (one,) = [one for one in told if one["code"] == code]
    assert (one["file"], one["line"], one["count"]) == (name, line, count)
    assert one["message"][0].isupper() or one["message"][0].isdigit()
    assert one["message"].endswith(".")
    assert "!" not in one["message"]


def archive(path: Path, files: dict[str, str]) -> Path:
    """Write an archive and return its path."""
    with zipfile.ZipFile(path, "w") as held:
        for name, content in files.items():
            held.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 6, 0, 0)), content)
    return path


def test_a_file_nobody_knows_is_told_by_its_columns(run: Run, tmp_path: Path) -> None:
    """A new file of LinkedIn's would be passed over without a word, or stop the load."""
    path = archive(tmp_path / "a.zip", {"Connections.csv": LINKS + ANA, "Gadgets.csv": "Name,Status\nx,1\n"})
    told = load_json(run, path)
    (one,) = [one for one in told["warnings"] if one["code"] == "unknown-file"]
    assert one["file"] == "Gadgets.csv"
    assert "Name, Status" in one["message"]
    assert [one["name"] for one in told["sources"][0]["ignored"]] == ["Gadgets.csv"]


def test_a_loss_of_many_is_told(run: Run, tmp_path: Path) -> None:
    """A partial export would look as if half the network had left."""
    rows = [row(name, name.lower()) for name in ("Ana", "Bo", "Cy", "Dee")]
    load_json(run, archive(tmp_path / "LinkedInDataExport_01-31-2025.zip", {"Connections.csv": LINKS + "".join(rows)}))
    found = load_json(
        run, archive(tmp_path / "LinkedInDataExport_01-31-2026.zip", {"Connections.csv": LINKS + rows[0]})
    )
    assert [one["code"] for one in found["warnings"]] == ["many-gone"]


CONTAINERS: list[tuple[str, dict[str, str]]] = [
    ("Basic_LinkedInDataExport_01-31-2026.zip", {"Connections.csv": LINKS + ANA}),
    ("Complete_LinkedInDataExport_01-31-2026.zip.zip", {"Connections.csv": LINKS + ANA}),
    ("Basic_LinkedInDataExport_01-31-2026 (1).zip", {"Connections (1).csv": LINKS + ANA}),
    ("my network", {"CONNECTIONS.CSV": LINKS + ANA}),
    ("a.zip", {"LinkedIn/Connections.csv": LINKS + ANA, "__MACOSX/._Connections.csv": "\0\1", ".DS_Store": "x"}),
    ("a.zip", {"Connections_1234567.csv": LINKS + ANA}),
    ("a.zip", {"Renamed by me.txt": LINKS + ANA, "folder/": ""}),
    ("a.zip", {"Connections.csv": LINKS + ANA, "Company_Follows.csv": "Organization,Followed On\nAcme,\n"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "files"), CONTAINERS)
def test_an_archive_is_known_whatever_it_is_called(run: Run, tmp_path: Path, name: str, files: dict[str, str]) -> None:
    """An archive that a browser or its owner renamed, or a Mac packed again, would hold nobody."""
    found = load_json(run, archive(tmp_path / name, files))
    assert (found["counts"]["people"], found["warnings"]) == (1, [])
    assert found["export_date"] == ("2026-01-31" if "01-31" in name else "2026-03-05")


@pytest.mark.check(21)
def test_bytes_before_the_archive_do_no_harm(run: Run, tmp_path: Path) -> None:
    """An archive behind other bytes would end in a crash; it is a file of no known kind."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as whole:
        whole.writestr("Connections.csv", LINKS + ANA)
    (tmp_path / "a.zip").write_bytes(b"MZ junk\n" + held.getvalue())
    done = run("load", tmp_path / "a.zip")
    assert (done.exit_code, "not a zip" in done.stderr) == (1, True)
    (tmp_path / "a.zip").write_bytes(held.getvalue().replace(b"Connections.csv", b"Connection\0.csv"))
    done = run("load", tmp_path / "a.zip")
    assert (done.exit_code, "a.zip" in done.stderr, "Traceback" in done.output) == (1, True, False)


def test_two_parts_of_one_delivery(run: Run, tmp_path: Path) -> None:
    """The first e-mail's files would be another export than the second's, or be refused beside them."""
    first = archive(
        tmp_path / "Basic_LinkedInDataExport_01-31-2026.zip",
        {"Profile.csv": "First Name,Last Name,Headline\nRobin,Me,x\n"},
    )
    second = archive(tmp_path / "Complete_LinkedInDataExport_01-31-2026.zip", {"Connections.csv": LINKS + ANA})
    found = load_json(run, first, second)
    assert (found["owner"]["name"], found["counts"]["people"], found["earlier"]) == ("Robin Me", 1, [])


def test_an_empty_network_is_no_error(run: Run, tmp_path: Path) -> None:
    """A new member's export would be refused, or its emptiness not be told."""
    (tmp_path / "Connections.csv").write_text(LINKS)
    done = run("load", tmp_path / "Connections.csv")
    assert (done.exit_code, "No connections in this export yet." in done.stdout) == (0, True)
    assert load_json(run, tmp_path / "Connections.csv")["counts"]["people"] == 0


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("Positions.csv", "Company Name,Title,Description,Started On,Finished On\nAcme,Chef,,2009,\n", "positions"),
        ("Profile.csv", "First Name,Last Name,Headline\nRobin,Me,x\n", "profile"),
        ("Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities\nX,2003,,,,\n", "education"),
    ],
)  # fmt: skip
def test_a_file_of_ones_own_alone_is_taken_without_complaint(
    run: Run, tmp_path: Path, name: str, text: str, kind: str
) -> None:
    """A career loaded by itself would be refused, or be complained of for naming nobody."""
    (tmp_path / name).write_text(text)
    found = load_json(run, tmp_path / name)
    assert [one["kind"] for one in found["sources"][0]["files"]] == [kind]
    assert (found["counts"]["rows"], found["warnings"]) == (1, [])


HEADS = {
    "Connections.csv": LINKS,
    "messages.csv": MESSAGES,
    "Invitations.csv": "From,To,Sent At,Message,Direction\n",
    "Endorsement_Received_Info.csv": (
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
    ),
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n",
    "Notes.csv": "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n",
    "contacts.csv": "FirstName,MiddleName,LastName,Emails,PhoneNumbers,Title,Location,CreatedAt,UpdatedAt\n",
    "Reactions.csv": "Date,Type,Link\n",
    "a.vcf": "BEGIN:VCARD\n",
}
CELLS = st.sampled_from(
    ["", "", " ", "LinkedIn Member", "07 Sep 2019", "SPAM", '"', "Acme", "REJECTED", "\0", "ORG:Acme"]
)


@pytest.mark.check(5)
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    name=st.sampled_from(sorted(HEADS)), rows=st.lists(st.lists(CELLS, min_size=1, max_size=9), min_size=1, max_size=4)
)
def test_rows_never_end_in_a_mute_nobody(run: Run, tmp_path: Path, name: str, rows: list[list[str]]) -> None:
    """A file with rows would give nobody, and neither file, line and reason be told nor what to do next."""
    text = HEADS[name] + "".join(",".join(cells) + "\n" for cells in rows)
    (tmp_path / name).write_text(text)
    done = run("--today", "2026-11-16", "load", tmp_path / name, "--json")
    if done.exit_code:
        fault = json.loads(done.stdout)["error"]
        assert fault["message"]
        assert fault["next"]
        return
    found = json.loads(done.stdout)
    (file,) = found["sources"][0]["files"]
    if found["already_loaded_on"] or not file["rows"] or found["counts"].get("people") or found["counts"].get("others"):
        return
    (told,) = [one for one in found["warnings"] if one["code"] in ("nobody", "owner-unknown")]
    assert told["file"] == name
    assert told["line"] >= 1
    assert told["count"] >= 1
    assert "load" in told["message"]
