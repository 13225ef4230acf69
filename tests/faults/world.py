"""A small world for the commands under test: exports of invented people, and workspaces in the states commands need.

Every path is the same each time a world of one folder is set up, for paths get into what netscout stores.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sqlite3
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from click.testing import CliRunner

from tests.faults.tracing import Ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

TODAY = "2026-11-16"
_RANKED = "2026-03-01"
CANARY = ("Quellina", "Zanzicanary")
"""A person who is forgotten in some scenarios: no byte of hers may stay."""
CANARY_WORDS = ("quellina", "zanzicanary", "quellfirma", "quellnotiz")
SECRET = "TEXTCANARY-of-a-message"  # noqa: S105  # a text to look for, no password
_CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
_URL = "https://www.linkedin.com/in/"
_PEOPLE = (
    "Ana,Example,{}ana-example,ana@mail.example,Northwind,Data Analyst,09 Jun 2018",
    "Bo,Lind,{}bo-lind,,Fabrikam GmbH,Head of Data,07 Sep 2019",
    "Carla,Muster,{}carla-muster,,Contoso,Growth Wizard,12 Jan 2017",
    "Bo,Lind,{}bo-lind-2,,Tailspin,Nurse,13 Jan 2021",
    "Quellina,Zanzicanary,{}quellina-zanzicanary,quellina@mail.example,Quellfirma,Quellfirma Data Analyst,03 Mar 2020",
    "Dev,Shah,{}dev-shah,,Litware,Analytics Engineer,03 Mar 2022",
    "Eva,Novák,{}eva-novak,,Litware,Data Analyst,04 Mar 2022",
)
_LATER = (
    *_PEOPLE[:2],
    _PEOPLE[2].replace("Contoso", "Litware"),
    *_PEOPLE[3:],
    "Fay,Ng,{}fay-ng,,Northwind,Chef,1 May 2026",
)
_TALK = (
    ("c1", "Ana Example", "ana-example", "Mia Owner", "mia-owner", "2023-09-03 04:05:06 UTC"),
    ("c1", "Mia Owner", "mia-owner", "Ana Example", "ana-example", "2023-09-04 04:05:06 UTC"),
    ("c2", "Mia Owner", "mia-owner", "Quellina Zanzicanary", "quellina-zanzicanary", "2024-02-04 10:00:00 UTC"),
    ("c3", "Bo Lind", "bo-lind", "Mia Owner", "mia-owner", "2025-02-04 10:00:00 UTC"),
)
_SINCE = (("c1", "Ana Example", "ana-example", "Mia Owner", "mia-owner", "2026-05-01 08:00:00 UTC"),)
_GOOGLE = (
    "Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title,Notes\n"
    "Ana Example,Ana,Example,ana@mail.example,Northwind,Data Analyst,from the course\n"
    "Gil Ramos,Gil,Ramos,gil@mail.example,Fabrikam,Baker,\n"
)
_VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hana Sato\r\nN:Sato;Hana;;;\r\nEMAIL:hana@mail.example\r\n"
    "ORG:Litware\r\nTITLE:Editor\r\nEND:VCARD\r\n"
)
_OWN = "Person,Works for\nIra Own,Fabrikam\n"
_MANY = tuple(
    f"Kim{number},Bird,{{}}kim-{number},kim{number}@mail.example,Northwind,Data Analyst,09 Jun 2018"
    for number in range(32)
)
"""People enough to have asked thirty of them."""
_LIMIT = "\n[weights]\nkeep_months = 24\n"
_ESCO = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n"
    'Occupation,http://example.com/esco/occupation/aa-1,7549,kite maker,"kite builder\nkite designer"\n'
    "Occupation,http://example.com/esco/occupation/bb-2,7312,bell tuner,\n"
)


@dataclass(frozen=True, slots=True)
class World:
    """One folder with `inputs`, the workspace `ws`, `out` for files asked for, and `home`."""

    root: Path

    @property
    def workspace(self) -> Path:
        """Return the workspace."""
        return self.root / "ws"

    @property
    def places(self) -> tuple[Path, ...]:
        """Return the folders whose files a command may touch."""
        return self.workspace, self.root / "out", self.root / "inputs"

    def words(self, command: Sequence[str]) -> list[str]:
        """Return a command's arguments with `{in}`, `{out}` and `{ws}` filled in."""
        places = {"{in}": self.root / "inputs", "{out}": self.root / "out", "{ws}": self.workspace}
        filled = [_filled(one, places) for one in command]
        return ["--workspace", str(self.workspace), "--today", TODAY, "--no-input", *filled]

    def run(self, command: Sequence[str]) -> Ended:
        """Run a command inside this process, as somebody who gives it again would."""
        from netscout.cli.main import guarded

        with contextlib.chdir(self.root), CliRunner().isolation() as streams:
            code = guarded(self.words(command))
            return Ended(code, streams[0].getvalue().decode(), streams[1].getvalue().decode())

    def keep(self, name: str) -> None:
        """Keep workspace and outputs as they are under a name."""
        for part in ("ws", "out"):
            kept = self.root / "kept" / name / part
            shutil.rmtree(kept, ignore_errors=True)
            if (self.root / part).exists():
                shutil.copytree(self.root / part, kept, symlinks=True)

    def bring_back(self, name: str) -> None:
        """Set workspace and outputs back to what was kept under the name."""
        for part in ("ws", "out"):
            shutil.rmtree(self.root / part, ignore_errors=True)
            kept = self.root / "kept" / name / part
            if kept.exists():
                shutil.copytree(kept, self.root / part, symlinks=True)


def build(root: Path) -> World:
    """Return a world in an empty folder, with the workspaces `fresh`, `loaded`, `used` and `twice` kept in it.

    `limited` is `loaded` with a limit of months in its targets.toml; in `asked` over thirty people were ranked, and
    asked long ago.

    Raises:
        RuntimeError: one of the commands that make them does not end well.
    """
    world = World(root)
    for part in ("inputs", "home", "out"):
        (root / part).mkdir(parents=True)
    write_inputs(root / "inputs")
    world.keep("fresh")
    _must(world, "load", "{in}/first.zip")
    _must(world, "target", "add", "data", "--role", "Data Analyst", "--company", "Northwind")
    _write_answers(world)
    world.keep("loaded")
    with (world.workspace / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(_LIMIT)
    world.keep("limited")
    world.bring_back("loaded")
    for words in _USE:
        _must(world, *words)
    world.keep("used")
    _must(world, "load", "{in}/earlier.json")
    _must(world, "load", "{in}/second.zip")
    world.keep("twice")
    world.bring_back("fresh")
    _must(world, "load", "{in}/many.zip")
    _must(world, "target", "add", "data", "--role", "Data Analyst", "--company", "Northwind")
    _must(world, "--today", _RANKED, "rank")
    _write_requests(world)
    _must(world, "load", "{in}/requests.json")
    world.keep("asked")
    world.bring_back("fresh")
    return world


_USE = (
    ("know", "Ana Example", "close", "--place", "a course"),
    ("know", " ".join(CANARY), "met", "--place", "quellnotiz"),
    ("avoid", "Dev Shah", "--reason", "leaves the field"),
    ("titles", "Growth Wizard", "--fits", "yes"),
    ("rank",),
    ("report",),
)


def _must(world: World, *words: str) -> None:
    done = world.run(words)
    if done.code != 0:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr}")


def _filled(word: str, places: dict[str, Path]) -> str:
    for mark, place in places.items():
        word = word.replace(mark, str(place))
    return word


def write_inputs(folder: Path) -> None:
    """Write the exports and contact files of the invented people into a folder."""
    first, second = _archive(_PEOPLE, _TALK, (2026, 3, 5)), _archive(_LATER, (*_TALK, *_SINCE), (2026, 9, 5))
    (folder / "first.zip").write_bytes(first)
    (folder / "second.zip").write_bytes(second)
    member = _archive(_PEOPLE[:2], (), (2026, 4, 5), ("Nia", "Member"))
    (folder / "member.zip").write_bytes(member)
    (folder / "many.zip").write_bytes(_archive(_MANY, (), (2025, 12, 5)))
    texts = {"google.csv": _GOOGLE, "card.vcf": _VCARD, "own.csv": _OWN, "occupations_en.csv": _ESCO}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def _write_answers(world: World) -> None:
    """Write what a page of the loaded workspace would save."""
    taps: list[dict[str, object]] = [
        {"person": "p0002", "label": "know", "on": "2026-11-15"},
        {"person": "p0003", "event": "asked", "on": "2026-11-15"},
        {"person": "p0004", "avoid": True, "on": "2026-11-15"},
        {"title": "Growth Wizard", "target": "data", "fit": "related", "on": "2026-11-15"},
    ]
    _save(world, "answers", taps)
    _save(world, "earlier", [{"person": "p0002", "event": "asked", "on": "2026-04-01"}])


def _write_requests(world: World) -> None:
    """Write the taps of somebody who asked everybody; every other one answered."""
    people = [f"p{number:04}" for number in range(2, len(_MANY) + 2)]
    taps: list[dict[str, object]] = [{"person": one, "event": "asked", "on": "2026-03-02"} for one in people]
    taps += [{"person": one, "event": "declined", "on": "2026-03-05"} for one in people[::2]]
    _save(world, "requests", taps)


def _save(world: World, name: str, answers: Sequence[Mapping[str, object]]) -> None:
    """Write answers as the page of the present workspace would save them."""
    with contextlib.closing(sqlite3.connect(world.workspace / "netscout.db")) as db:
        workspace = db.execute("SELECT value FROM meta WHERE key = 'workspace'").fetchone()[0]
    whole = {"schema": 1, "kind": "netscout-answers", "workspace": workspace, "owner": "p0001", "saved_on": TODAY}
    text = json.dumps({**whole, "answers": answers})
    (world.root / "inputs" / f"{name}.json").write_text(text, encoding="utf-8")


def _archive(
    people: Sequence[str],
    letters: Sequence[Sequence[str]],
    day: tuple[int, int, int],
    owner: tuple[str, str] = ("Mia", "Owner"),
) -> bytes:
    rows = [one.format(_URL) for one in people]
    talk = [
        f"{key},,{who},{_URL}{slug},{to},{_URL}{to_slug},{at},,{SECRET} {key},INBOX"
        for key, who, slug, to, to_slug, at in letters
    ]
    members = {
        "Connections.csv": "\n".join([_CONNECTIONS, *rows, ""]),
        "messages.csv": "\n".join([_MESSAGES, *talk, ""]),
        "Profile.csv": f"First Name,Last Name,Headline\n{','.join(owner)},Lawyer\n",
        "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\nLitware,Lawyer,,,Jan 2020,\n",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, (*day, 6, 0, 0)), text)
    return held.getvalue()


def files(folder: Path) -> Iterator[Path]:
    """Give every file under a folder, in the order of their names."""
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield folder.__class__(here) / name
