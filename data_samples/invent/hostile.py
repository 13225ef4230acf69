"""The hostile sample: an export whose every cell bites, single tables, and archives that are made in tests only."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date

from data_samples.invent.hostile_tables import FORMULAS, SCRIPTS, Row, hostile_rows, hostile_tables, url
from data_samples.invent.linkedin import CONNECTIONS, INVITATIONS, MESSAGES, PREAMBLE, RECOMMENDATIONS
from data_samples.invent.write import table, zip_bytes

ARCHIVE = "Complete_LinkedInDataExport_02-20-2026.zip"
EXPORTED = date(2026, 2, 20)
SENTINEL = "quillwort-7731"
OWNER = ("Vera Probst", url("vera-probst"))
_SCRIPT = SCRIPTS[0]
_FORMULA = FORMULAS[1]
_NETWORK = {"Connections.csv": f"{PREAMBLE}{CONNECTIONS}\nAnna,Test,{url('anna-test')},,Company,Title,17 Feb 2026\n"}
_LIMIT_MEMBERS = 5_000

# What `load` must say of each archive: an error code of the reference, or "" where it loads one person.
EXPECTED_CODES = {
    "traversal.zip": "unsafe-path",
    "absolute.zip": "unsafe-path",
    "drive.zip": "unsafe-path",
    "backslash.zip": "unsafe-path",
    "link.zip": "unsafe-path",
    "nested_once.zip": "",
    "nested_twice.zip": "nested-zip",
    "several_zips.zip": "nested-zip",
    "truncated.zip": "damaged-archive",
    "wrong_checksum.zip": "damaged-archive",
    "overlapping.zip": "damaged-archive",
    "web_page.zip": "not-a-zip",
    "table.zip": "not-a-zip",
    "no_bytes.zip": "empty-file",
    "encrypted.zip": "encrypted-archive",
    "bomb.zip": "archive-too-large",
    "too_many.zip": "too-many-members",
    "duplicate_members.zip": "duplicate-member",
    "junk.zip": "",
    "first_part.zip": "no-network-files",
}
_README = f"""\
# Everything that must come out inert

Invented people with names, companies, titles, addresses and messages that try to do something: formulas, scripts,
control characters, turned writing, broken encodings and quotes. `{ARCHIVE}` is a sound
export whose cells are hostile; the other files are Connections tables, one fault each, messages with drafts, and a
vCard. Archives that are hostile themselves are not kept here: `hostile_archives()` in
`data_samples/invent/hostile.py` makes them for the tests. The word `{SENTINEL}` stands in texts that netscout
must not keep.
"""


def make_hostile() -> dict[str, bytes]:
    """Return the files of the sample by path."""
    return {"README.md": _README.encode(), ARCHIVE: zip_bytes(hostile_members(), EXPORTED), **hostile_tables()}


def hostile_members() -> dict[str, str]:
    """Return the members of a sound archive in which every cell is hostile."""
    rows = hostile_rows()
    return {
        "Connections.csv": PREAMBLE + table(CONNECTIONS, rows),
        "messages.csv": table(MESSAGES, _messages(rows), quote_all=True),
        "Invitations.csv": table(INVITATIONS, _invitations(rows)),
        "Profile.csv": table("First Name,Last Name,Maiden Name,Headline,Summary,Industry", [_profile()]),
        "Positions.csv": table(
            "Company Name,Title,Description,Location,Started On,Finished On",
            [[payload, payload, SENTINEL, payload, "Mar 2019", ""] for payload in (_SCRIPT, _FORMULA)],
        ),
        "Education.csv": table(
            "School Name,Start Date,End Date,Notes,Degree Name,Activities", [[_SCRIPT, "2003", "=1", "", _FORMULA, ""]]
        ),
        "Email Addresses.csv": table(
            "Email Address,Confirmed,Primary,Updated On", [["vera@example.com", "Yes", "Yes", ""]]
        ),
        "Recommendations_Received.csv": table(
            RECOMMENDATIONS, [[rows[2][0], "Test", _SCRIPT, _FORMULA, SENTINEL, "06/09/25, 12:10 AM", "VISIBLE"]]
        ),
        "Endorsement_Received_Info.csv": table(
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status",
            [["2025/06/09 12:00:00 UTC", payload, *rows[2][:2], rows[2][2], "ACCEPTED"] for payload in SCRIPTS],
        ),
        "Ad_Targeting.csv": table("Company Names,Company Names,Company Names", [[_SCRIPT, _FORMULA, ""]]),
        "=1+1<b>.csv": table("=1+1,<script>", [["x", "y"]]),
    }


def _profile() -> list[str]:
    return [*OWNER[0].split(), "", _SCRIPT, SENTINEL, _FORMULA]


def _messages(rows: list[Row]) -> list[list[str]]:
    letters = []
    for number, (first, last, link, *_) in enumerate(rows[::3]):
        me, other = [*OWNER], [f"{first} {last}", link]
        pair = [*me, *other] if number % 2 else [*other, *me]
        text = f"{SENTINEL} {_SCRIPT} {_FORMULA}\r\nhttps://evil.example/?q=1"
        day = f"2026-01-{number % 28 + 1:02} 10:00:{number % 60:02} UTC"
        for turn in range(2):
            head = [f"2-conversation{number}==", f"{SENTINEL} {_SCRIPT}"]
            people = pair if turn == 0 else [*pair[2:], *pair[:2]]
            letters.append([*head, *people, day, SENTINEL, text, "INBOX", _FORMULA])
    return letters


def _invitations(rows: list[Row]) -> list[list[str]]:
    found = []
    for number, (first, last, link, *_) in enumerate(rows[::9]):
        stamp = f"1/{number % 28 + 1}/26, 3:07 PM"
        found.append([OWNER[0], f"{first} {last}", stamp, f"{SENTINEL} {_SCRIPT}", "OUTGOING", OWNER[1], link])
    return found


def hostile_archives(bomb_size: int = 12 << 20) -> dict[str, bytes]:
    """Return archives that must be refused, or loaded unharmed, by name; `EXPECTED_CODES` says which."""
    good = zip_bytes(_NETWORK, EXPORTED)
    once = zip_bytes({"export.zip": good}, EXPORTED)
    text = _NETWORK["Connections.csv"]
    return {
        "traversal.zip": zip_bytes({**_NETWORK, "../../evil.csv": text}, EXPORTED),
        "absolute.zip": zip_bytes({**_NETWORK, "/tmp/evil.csv": text}, EXPORTED),  # noqa: S108  # a member's name
        "drive.zip": zip_bytes({**_NETWORK, "C:evil.csv": text}, EXPORTED),
        "backslash.zip": zip_bytes({**_NETWORK, "a\\..\\..\\evil.csv": text}, EXPORTED),
        "link.zip": _linked(),
        "nested_once.zip": once,
        "nested_twice.zip": zip_bytes({"outer.zip": once}, EXPORTED),
        "several_zips.zip": zip_bytes({"a.zip": good, "b.zip": good}, EXPORTED),
        "truncated.zip": good[: len(good) * 6 // 10],
        "wrong_checksum.zip": _patched(good, 14, 16, b"\x00\x01\x02\x03"),
        "overlapping.zip": _overlapping(good),
        "web_page.zip": b"<!DOCTYPE html>\n<html><body>This link has expired.</body></html>\n",
        "table.zip": text.encode(),
        "no_bytes.zip": b"",
        "encrypted.zip": _patched(good, 6, 8, b"\x01\x00"),
        "bomb.zip": zip_bytes(
            {**_NETWORK, "messages.csv": f"{MESSAGES}\n".encode() + b"a,\n" * (bomb_size // 3)}, EXPORTED
        ),
        "too_many.zip": zip_bytes({**_NETWORK, **{f"f{n}.csv": "" for n in range(_LIMIT_MEMBERS)}}, EXPORTED),
        "duplicate_members.zip": _doubled(text),
        "junk.zip": zip_bytes(
            {**_NETWORK, "__MACOSX/._Connections.csv": b"\x00\x05\x16\x07", ".DS_Store": b"\x00"}, EXPORTED
        ),
        "first_part.zip": zip_bytes({"Profile.csv": "First Name,Last Name,Headline\nVera,Probst,\n"}, EXPORTED),
    }


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in _NETWORK.items():
            archive.writestr(name, data)
        info = zipfile.ZipInfo("messages.csv", (2026, 2, 20, 6, 0, 0))
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/hostname")
    return out.getvalue()


def _doubled(text: str) -> bytes:
    """Return an archive with two members of one name; `zip_bytes` takes each name once."""
    two = zip_bytes({"Connections.csv": text, "Connections.cs_": text}, EXPORTED)
    return two.replace(b"Connections.cs_", b"Connections.csv")


def _patched(data: bytes, in_local: int, in_central: int, value: bytes) -> bytes:
    """Return the archive with the same bytes put into the first local and the first central header."""
    central = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    changed[in_local : in_local + len(value)] = value
    changed[central + in_central : central + in_central + len(value)] = value
    return bytes(changed)


def _overlapping(data: bytes) -> bytes:
    """Return the archive with its one member listed twice, both at the same place."""
    central, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[central:end]
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 2, 2, 2 * len(entry))
    return data[:central] + entry + entry + bytes(tail)
