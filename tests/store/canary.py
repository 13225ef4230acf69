"""A person whose every trace is telling, and a search that finds a trace in any byte of a folder."""

from __future__ import annotations

import contextlib
import hashlib
import html
import io
import json
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from netscout.matching.identity import resolve
from netscout.model.event import Event
from netscout.model.export import Detail, PrivateNote
from netscout.model.ledger import FileAccount
from netscout.sources.names import name_key
from netscout.store import ranking
from netscout.store.backup import backup
from netscout.store.events import append_event
from netscout.store.imports import import_export
from netscout.store.labels import avoid, set_label
from netscout.store.links import save_title_links
from netscout.store.people import find_person
from netscout.store.settled import settle_job
from netscout.store.workspace import DATABASE, Workspace
from netscout.store.written import record
from tests.store.store_builders import contact, export, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from netscout.model.export import Export

NAME = "Zoë Quillfeather"
SLUG = "zoe-quillfeather-7"
MAIL = "zq@mail.example"
WORDS = (
    *("Quillfeather", SLUG, MAIL, "+1 555 0107", "keeps bees on roofs", "told me of a dragonfly", "the heron seminar"),
    *("Chief Marmalade Officer", "Pangolin Works", "with-quillfeather"),
)
TODAY = "2026-03-24"
TARGETS = f"""\
# my plan; the manager is {NAME}
[me]
name = "Robin Example"
manager = "https://www.linkedin.com/in/{SLUG}"   # she must not know

[[target]]
name = "data"       # a comment to keep
roles = ["data analyst", "what Zo\\u00eb Quillfeather does"]

[aliases]
"{NAME}" = "Northwind"
"NW" = "Northwind"
"""


def plant(path: Path) -> str:
    """Fill a workspace in which the canary stands everywhere a person can stand; return their id."""
    people = (
        seen("Ana Example", "ana", company="Northwind", title="Data Analyst", connected_on="2020-01-02", line=4),
        seen(
            *(NAME, SLUG), emails=(MAIL,), company="Pangolin Works", title="Chief Marmalade Officer",
            headline="Pangolin Works", connected_on="2021-01-02", line=5,
        ),
        seen(NAME, kind="message"),
        seen("Bo Lind", "bo", line=6, company="Fabrikam"),
    )  # fmt: skip
    told = (
        contact(0, "out", 1_700_000_000, conversation="c1", day="2023-11-14"),
        contact(1, "in", 1_700_000_100, conversation="with-quillfeather", day="2023-11-14"),
        contact(3, "co", 1_700_000_100, conversation=f"group {SLUG}", day="2023-11-14"),
    )
    one = export(
        "2026-01-05",
        *people,
        interactions=told,
        details=(Detail(1, "1980-01-01", ("+1 555 0107",), ("pangolin works",)),),
        notes=(PrivateNote(1, "keeps bees on roofs", "2025-01-01"),),
    )
    with Workspace.open(path, create=True) as ws:
        import_export(ws, with_endorsement(one, 1), today=TODAY, resolve=resolve)
        person = find_person(ws, SLUG).id
        _plant_words(ws, person, find_person(ws, "ana").id)
        _plant_files(ws, path)
    return person


def with_endorsement(one: Export, sighting: int) -> Export:
    """Return an export with a table more, of one endorsement by the person of a sighting."""
    account = FileAccount("Endorsement_Received_Info.csv", "endorsements_received", 1, {"taken": 1})
    source = replace(one.sources[0], files=(*one.sources[0].files, account))
    given = contact(sighting, "in", 1_600_000_000, kind="endorsement", detail="SQL", day="2020-09-13")
    return replace(one, sources=(source,), interactions=(*one.interactions, given))


def _plant_words(ws: Workspace, person: str, other: str) -> None:
    """Say something of the canary in every table the user's words go to."""
    set_label(ws, person, "close", on=TODAY, place="the heron seminar")
    avoid(ws, person, on=TODAY, reason="told me of a dragonfly")
    asked = append_event(ws, Event(person, "asked", TODAY, note="told me of a dragonfly", logged_on=TODAY))
    append_event(ws, Event(other, "asked", TODAY, note="a note without names", logged_on=TODAY))
    settle_job(ws, "Chief Marmalade Officer", "chief executive", on=TODAY)
    save_title_links(ws, "core", "1", {"Chief Marmalade Officer": [1], "Data Analyst": [2]})
    row = {"id": person, "why": f"{NAME} knows"}
    ranking.save(ws, target="", kind="connectors", settings_digest="", day=TODAY, rows=[row])
    number, friend = int(person[1:]), int(other[1:])
    with ws.writing() as db:
        db.execute("INSERT INTO note (person, on_day, text) VALUES (?, ?, 'keeps bees on roofs')", (number, TODAY))
        db.execute(
            "INSERT INTO advice (person, event, text) VALUES (?, ?, 'told me of a dragonfly')", (number, asked.seq)
        )
        db.execute(
            "INSERT INTO reflection (person, on_day, evidence, logged_on) VALUES (?, ?, 'the heron seminar', ?)",
            (number, TODAY, TODAY),
        )
        db.execute("INSERT INTO user_alias VALUES ('person', 'quillfeather', ?, '', ?)", (number, TODAY))
        db.executemany(
            "INSERT INTO referral (referrer, named, name, slug, on_day, words, obtained, logged_on) "
            "VALUES (?, ?, ?, ?, ?, 'told me of a dragonfly', 'the heron seminar', '')",
            [(number, None, NAME, SLUG, TODAY), (friend, number, NAME, SLUG, TODAY), (friend, None, NAME, None, TODAY)],
        )
        db.execute("UPDATE export_file SET name = 'p0003-zoe-quillfeather-7.md' WHERE place = 4")


def _plant_files(ws: Workspace, path: Path) -> None:
    """Name the canary in every kind of file a workspace may hold."""
    (path / "targets.toml").write_text(TARGETS, encoding="utf-8")
    (path / "reports").mkdir(mode=0o700)
    (path / "reports" / "report-2026-03-24.html").write_text(f"<p>{html.escape(NAME)}</p>", encoding="utf-8")
    (path / f".{DATABASE}.v1.bak.0.tmp").write_bytes(NAME.encode("utf-16-le"))
    (path / f"{DATABASE}.v1.bak").write_bytes((path / DATABASE).read_bytes())
    backup(ws, path / "copy.zip", on=TODAY)
    (path / f"{SLUG}.txt").write_text(NAME, encoding="utf-8")
    record(ws, path / f"{SLUG}.txt", "draft", "", TODAY)
    (path / "cards").mkdir()
    (path / "cards" / f"p0003-{SLUG}.md").write_text(NAME, encoding="utf-8")
    record(ws, path / "cards", "cards", "", TODAY)
    record(ws, path.parent / "elsewhere.html", "report", "mine", TODAY)


def traces(path: Path) -> list[str]:
    """Return each file of a folder, by name, in which a word of the canary stands in any usual form."""
    found = []
    needles = sorted({form for word in (*WORDS, *_digests()) for form in _forms(word)})
    for one in sorted(path.rglob("*")):
        name = one.relative_to(path).as_posix()
        contents = [name.encode(), *(_unpacked(one.read_bytes()) if one.is_file() else ())]
        if any(needle in text.lower() for text in contents for needle in needles):
            found.append(name)
    return found


def _digests() -> Iterator[str]:
    """Yield what an unsalted hash of the canary begins with: whoever guesses the name could know it again by that."""
    key = name_key(NAME)
    for text in (NAME, NAME.casefold(), key, SLUG, MAIL, f"name\n{key}", f"slug\n{SLUG}", f"email\n{MAIL}"):
        for make in (hashlib.sha256, hashlib.sha1, hashlib.md5):
            yield make(text.encode(), usedforsecurity=False).hexdigest()[:16]


def _forms(word: str) -> Iterator[bytes]:
    for text in {word, json.dumps(word)[1:-1], quote(word), quote(word, safe=""), html.escape(word)}:
        for low in {text.lower(), text.upper().lower()}:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
                with contextlib.suppress(UnicodeEncodeError):
                    yield low.encode(encoding)


def _unpacked(raw: bytes) -> Iterator[bytes]:
    """Yield bytes as they stand, and what any zip, gzip, zlib or bare deflate stream in them unpacks to."""
    yield raw
    with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for member in archive.namelist():
            yield member.encode()
            yield from _unpacked(archive.read(member))
    for mark, bits in ((b"\x1f\x8b", 31), (b"\x78\x9c", 15), (b"\x78\xda", 15), (b"\x78\x01", 15)):
        at = raw.find(mark)
        while at >= 0:
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj(bits).decompress(raw[at:])
            at = raw.find(mark, at + 1)
