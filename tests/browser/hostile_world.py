"""A workspace made of payloads by the commands a person gives: an export, contacts with notes, targets, labels."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from pathlib import Path

from click.testing import CliRunner

TODAY = "2026-11-16"
FORMS = {
    "mine": ("report",),
    "private": ("report", "--private"),
    "share": ("report", "--share"),
    "hidden": ("report", "--share", "--hide-names"),
    "map": ("map",),
}
"""The pages a workspace gives, and the command of each."""
_URL = "https://www.linkedin.com/in/"
_TALKED = 60
_MONTH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


def pages(folder: Path, batch: tuple[str, ...]) -> dict[str, Path]:
    """Return the five pages of a workspace made of a batch of payloads.

    Raises:
        RuntimeError: a command does not end well.
    """
    archive = folder / f"Basic_{batch[0].replace('/', '-')[:60]}_03-20-2026.zip"
    archive.write_bytes(_archive(batch))
    contacts = folder / "contacts.csv"
    contacts.write_text(_contacts(batch), encoding="utf-8", newline="")
    give = Commands(folder / "ws")
    give("load", str(archive))
    give("load", str(contacts))
    for place, one in enumerate(batch[:3]):
        more = [f"--{kind}={batch[(place + at) % len(batch)]}" for at, kind in enumerate(("role", "company", "place"))]
        give("target", "add", "--role=Data Analyst", *more, "--", f"{one} {place}")
    give("know", "p0002", "close", f"--place={batch[0]}")
    give("avoid", "p0003", f"--reason={batch[-1]}")
    made = {}
    for name, words in FORMS.items():
        made[name] = folder / f"{name}.html"
        give(*words, "--out", str(made[name]))
    return made


class Commands:
    """Gives commands to one workspace inside this process."""

    def __init__(self, workspace: Path) -> None:
        """Take the folder of the workspace."""
        self._workspace = workspace

    def __call__(self, *words: str) -> None:
        """Give one command.

        Raises:
            RuntimeError: it does not end well.
        """
        from netscout.cli.main import guarded

        head = ["--workspace", str(self._workspace), "--today", TODAY, "--no-input"]
        with CliRunner().isolation() as streams:
            code = guarded([*head, *words])
            told = streams[1].getvalue().decode(errors="replace")
        if code:
            raise RuntimeError(f"{words[0]}: {told[:500]}")


def _archive(batch: tuple[str, ...]) -> bytes:
    """Return an export in which each payload is name, title, company and address of somebody."""
    many = len(batch)
    people = []
    for place, one in enumerate(batch):
        title = batch[(place + 5) % many]
        people.append(
            [
                one if place % 2 else f"Ana{place}",
                "" if place % 2 else one,
                batch[(place + 11) % many] if place % 4 == 0 else f"{_URL}somebody-{place:05}",
                f"somebody{place}@mail.example",
                batch[(place + place % 3 + 17) % many],
                f"Data Analyst {title}" if place % 6 == 0 else title,
                f"{place % 28 + 1:02} {_MONTH[place % 6]} {2012 + place % 12}",
            ]
        )
    letters = []
    for place, row in enumerate(people[: _TALKED * 2]):
        if not row[2].startswith(_URL + "somebody"):
            continue
        who, owner = [f"{row[0]} {row[1]}".strip(), row[2]], ["Mia Owner", _URL + "mia-owner"]
        for day in (3, 4, 5):
            ends = (*who, *owner) if day % 2 else (*owner, *who)
            stamp = f"{2017 + place % 9}-0{day}-0{day} 04:05:06 UTC"
            letters.append([f"c{place}", batch[place % many], *ends, stamp, "", batch[place % many], "INBOX"])
    head = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    talk = ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"]
    members = {
        "Connections.csv": _csv([head, *people]),
        "messages.csv": _csv([[*talk, "DATE", "SUBJECT", "CONTENT", "FOLDER"], *letters]),
        "Profile.csv": _csv([["First Name", "Last Name", "Headline"], ["Mia", batch[0], batch[0]]]),
        "Positions.csv": _csv(
            [
                ["Company Name", "Title", "Description", "Location", "Started On", "Finished On"],
                [batch[1 % many], batch[2 % many], "", batch[3 % many], "Jan 2020", ""],
            ]
        ),
        **{f"{place}{one.replace('/', '-')[:60]}.csv": "a,b\n1,2\n" for place, one in enumerate(batch[:8])},
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            with contextlib.suppress(UnicodeEncodeError):  # half a letter is no name of a file
                archive.writestr(zipfile.ZipInfo(name, (2026, 3, 20, 6, 0, 0)), text.encode("utf-8", "replace"))
    return held.getvalue()


def _contacts(batch: tuple[str, ...]) -> str:
    """Return a list of contacts with a payload as the note on each, the people being those of the export."""
    head = ["Name", "Given Name", "Family Name", "E-mail 1 - Value", "Organization 1 - Name", "Notes"]
    rows = [
        [f"Ana{place}", f"Ana{place}", "", f"somebody{place}@mail.example", one, batch[(place + 23) % len(batch)]]
        for place, one in enumerate(batch)
    ]
    return _csv([head, *rows])


def _csv(rows: list[list[str]]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerows(rows)
    return held.getvalue().encode("utf-8", "replace").decode("utf-8")
