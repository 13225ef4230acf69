"""Archives, folders and paths: what is accepted, what is refused and with which words."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources import deliveries, fingerprints, read
from netscout.sources.archive import members_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Pack = Callable[[dict[str, str | bytes]], bytes]

TODAY = date(2026, 11, 1)
CONNECTIONS = (
    "First Name,Last Name,URL,Company,Position,Connected On\nEva,Example,linkedin.com/in/eva,Acme,Chef,07 Sep 2019\n"
)


def refusal(path: Path, limits: Limits | None = None) -> InputError:
    """Return the error that loading the path raises."""
    with pytest.raises(InputError) as caught:
        read([path], today=TODAY, limits=limits)
    error = caught.value
    assert error.message
    assert error.next_step
    assert error.place.file
    assert "Eva" not in str(error)
    return error


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "empty-file"),
        ("a.csv", b" \n\n", "empty-file"),
        ("a.zip", b"", "empty-file"),
        ("a.zip", b"hello", "not-a-zip"),
        ("a.zip", b"<!DOCTYPE html><html></html>", "not-a-zip"),
        ("a.zip", b"PK\x03\x04 cut off", "damaged-archive"),
        ("a.csv", b"Colour,Name of thing\nred,ball\n", "unrecognised-header"),
        ("a.csv", b"Eva,Example,eva@mail.example\n", "unrecognised-header"),
        ("a.csv", b"<html><body>expired</body></html>", "unrecognised-header"),
        ("Skills.csv", b"Name\nLaw\n", "unrecognised-header"),
        ("guide_messages.csv", b"FROM,TO,DATE,CONTENT\n", "unrecognised-header"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """Each file that cannot be taken in says why and what to do, and shows no data."""
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name).code == code


def test_messages_name_the_columns_and_the_link(tmp_path: Path) -> None:
    """The columns seen and the expired link are named."""
    (tmp_path / "a.csv").write_bytes(b"Colour,Name of thing\nred,ball\n")
    assert "Name of thing" in refusal(tmp_path / "a.csv").message
    (tmp_path / "a.zip").write_bytes(b"<html>")
    assert "expired" in refusal(tmp_path / "a.zip").message


@pytest.mark.check(19, 20)
@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"Profile.csv": "First Name,Last Name,Headline\nEva,Example,x\n"}, "no-network-files"),
        ({"../Connections.csv": CONNECTIONS}, "unsafe-path"),
        ({"/Connections.csv": CONNECTIONS}, "unsafe-path"),
        ({"C:/Connections.csv": CONNECTIONS}, "unsafe-path"),
        ({"a\\..\\Connections.csv": CONNECTIONS}, "unsafe-path"),
        ({"Connections.csv": CONNECTIONS, "connections.csv": CONNECTIONS}, "duplicate-member"),
    ],
)
def test_refused_archives(tmp_path: Path, pack: Pack, files: dict[str, str | bytes], code: str) -> None:
    """Each rule of the container refuses the whole archive."""
    (tmp_path / "a.zip").write_bytes(pack(files))
    assert refusal(tmp_path / "a.zip").code == code


@pytest.mark.check(18)
def test_nested(tmp_path: Path, pack: Pack) -> None:
    """One archive alone inside another is opened, deeper or several are refused."""
    inner = pack({"Connections.csv": CONNECTIONS})
    path = tmp_path / "Basic_LinkedInDataExport_01-31-2026.zip.zip"
    path.write_bytes(pack({"inner.zip": inner}))
    assert read([path], today=TODAY).counts["people"] == 1
    path.write_bytes(pack({"a.zip": pack({"inner.zip": inner})}))
    assert refusal(path).code == "nested-zip"
    path.write_bytes(pack({"a.zip": inner, "b.zip": inner}))
    assert refusal(path).code == "nested-zip"


@pytest.mark.check(18)
@pytest.mark.parametrize(("size", "refused"), [((8 << 20) - 1, False), ((8 << 20) + 1, True)])
def test_the_ratio_counts_past_eight_mebibytes(tmp_path: Path, pack: Pack, size: int, *, refused: bool) -> None:
    """A small file of many blanks would be refused, or a bomb be let in."""
    path = tmp_path / "a.zip"
    path.write_bytes(pack({"a.csv": b" " * size}))
    with path.open("rb") as handle:
        (member,), _, _ = members_of(handle, "a.zip", Limits(), TODAY)
        stream = member.open()
        if refused:
            with pytest.raises(InputError) as told:
                stream.read(size + 1)
            assert told.value.code == "archive-too-large"
        else:
            assert len(stream.read(size + 1)) == size


@pytest.mark.check(18)
def test_limits(tmp_path: Path, pack: Pack) -> None:
    """Members, bytes and ratio are counted while reading."""
    path = tmp_path / "a.zip"
    path.write_bytes(pack({"Connections.csv": CONNECTIONS + "," * 400_000, "b.csv": "x"}))
    assert refusal(path, Limits(archive_members=1)).code == "too-many-members"
    assert refusal(path, Limits(archive_bytes=1000)).code == "archive-too-large"
    assert refusal(path, Limits(archive_ratio_from=1000, archive_ratio=10)).code == "archive-too-large"
    assert refusal(path, Limits(file_bytes=10)).code == "archive-too-large"
    path = tmp_path / "c.csv"
    path.write_text(CONNECTIONS + "Jo,Sample,,,,\n" * 60_000)
    assert refusal(path, Limits(rows=10)).code == "archive-too-large"


@pytest.mark.check(18, 19, 21)
def test_encrypted_links_and_overlap(tmp_path: Path, pack: Pack) -> None:
    """A password, a link and members that share bytes are each refused."""
    path = tmp_path / "a.zip"
    raw = bytearray(pack({"Connections.csv": CONNECTIONS}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert refusal(path).code == "encrypted-archive"
    info = zipfile.ZipInfo("Connections.csv")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert refusal(path).code == "unsafe-path"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
        twin = zipfile.ZipInfo("messages.csv")
        first = archive.infolist()[0]
        for field in ("CRC", "compress_size", "file_size", "header_offset"):
            setattr(twin, field, getattr(first, field))
        archive.filelist.append(twin)
        archive.NameToInfo[twin.filename] = twin
    assert refusal(path).code == "damaged-archive"


@pytest.mark.check(21)
def test_damaged_member_is_named(tmp_path: Path, pack: Pack) -> None:
    """A member whose bytes changed is named, and nothing of the archive is taken."""
    raw = bytearray(pack({"Connections.csv": CONNECTIONS}))
    raw[60] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(raw)
    error = refusal(tmp_path / "a.zip")
    assert (error.code, error.place.file) == ("damaged-archive", "a.zip: Connections.csv")


def place_of(path: Path, files: dict[str, bytes], limits: Limits | None = None) -> str:
    """Return the place that the refusal of an archive of these files names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return refusal(path, limits).place.file


def test_a_refused_member_is_named_with_its_archive(tmp_path: Path, pack: Pack) -> None:
    """Of three archives in one call nobody could tell which one holds the bad member."""
    path, whole = tmp_path / "a.zip", CONNECTIONS + "," * 400_000
    assert place_of(path, {"../x.csv": b"x"}) == "a.zip: ../x.csv"
    small = Limits(archive_ratio_from=1000, archive_ratio=10)
    assert place_of(path, {"Connections.csv": whole.encode()}, small) == "a.zip: Connections.csv"
    rows = (CONNECTIONS + "Jo,Sample,,,,\n" * 60_000).encode()
    assert place_of(path, {"Connections.csv": rows}, Limits(rows=10)) == "a.zip: Connections.csv"
    inner = bytearray(pack({"Connections.csv": CONNECTIONS}))
    inner[60] ^= 0xFF
    assert place_of(path, {"in.zip": bytes(inner)}) == "a.zip: in.zip: Connections.csv"
    locked = bytearray(pack({"Connections.csv": CONNECTIONS}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(locked)
    assert refusal(path).place.file == "a.zip: Connections.csv"


def test_the_folder_one_stands_in_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`load .` would refuse a folder of no name."""
    folder = tmp_path / "unpacked"
    (folder / "inside").mkdir(parents=True)
    (folder / "Profile.csv").write_text("First Name,Last Name,Headline\nEva,Example,x\n")
    monkeypatch.chdir(folder)
    assert refusal(Path()).place.file == "unpacked"
    monkeypatch.chdir(folder / "inside")
    assert refusal(Path("..")).place.file == "unpacked"
    (folder / "Connections.csv").write_text(CONNECTIONS)
    assert refusal(Path(".."), Limits(file_bytes=60)).place.file == "unpacked: Connections.csv"
    assert Path(read([Path("..")], today=TODAY).sources[0].path).name == "unpacked"


def test_exports_of_different_days_are_told_apart(tmp_path: Path, pack: Pack) -> None:
    """Two years in one call would become one export; two parts of one delivery would become two."""
    network = pack({"Connections.csv": CONNECTIONS})
    rest = pack({"Profile.csv": "First Name,Last Name,Headline\nEva,Example,x\n"})
    new, old, part = (tmp_path / f"LinkedInDataExport_{day}.zip" for day in ("01-31-2026", "01-31-2025", "01-30-2026"))
    twin, single = tmp_path / "Basic_01-31-2026.zip", tmp_path / "messages.csv"
    for path, content in ((new, network), (old, network), (twin, network), (part, rest)):
        path.write_bytes(content)
    single.write_text("CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER,SENDER PROFILE URL\n")
    assert deliveries([new, old], today=TODAY) == [(old,), (new,)]
    assert deliveries([new, part], today=TODAY) == [(new, part)]
    assert deliveries([new, old, single, twin], today=TODAY) == [(old,), (new, twin, single)]
    assert deliveries([single], today=TODAY) == [(single,)]
    assert deliveries([part, single], today=TODAY) == [(part, single)]


def test_two_lists_of_connections_are_two_exports(tmp_path: Path) -> None:
    """A list from before the years of profiles would be read with a new one, and everybody have a double."""
    old, new, same = (tmp_path / name for name in ("old.csv", "new.csv", "copy.csv"))
    letters = tmp_path / "messages.csv"
    old.write_text("First Name,Last Name,Email Address,Company,Position,Connected On\nEva,Example,,A,B,07 Sep 2019\n")
    for path in (new, same):
        path.write_text("First Name,Last Name,URL,Connected On\nEva,Example,linkedin.com/in/eva,07 Sep 2019\n")
    letters.write_text("CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER,SENDER PROFILE URL\n")
    assert deliveries([new, letters, old], today=TODAY) == [(old,), (new, letters)]
    assert deliveries([old, letters, new], today=TODAY) == [(old,), (letters, new)]
    assert deliveries([new, old, same], today=TODAY) == [(old,), (new, same)]
    assert deliveries([old, letters], today=TODAY) == [(old, letters)]


@pytest.mark.check(21)
def test_every_cut_is_refused(tmp_path: Path, pack: Pack) -> None:
    """An archive cut off anywhere gives an error of ours, never a crash and never half a network."""
    raw = pack({"Connections.csv": CONNECTIONS, "Positions.csv": "Company Name,Title,Started On\nA,B,2009\n"})
    path = tmp_path / "a.zip"
    for length in range(4, len(raw) - 1, 7):
        path.write_bytes(raw[:length])
        assert refusal(path).code == "damaged-archive"


@pytest.mark.check(22)
def test_paths(tmp_path: Path) -> None:
    """Missing paths, links and pipes are refused before anything is read."""
    assert refusal(tmp_path / "none.zip").code == "not-found"
    (tmp_path / "c.csv").write_text(CONNECTIONS)
    (tmp_path / "link.csv").symlink_to(tmp_path / "c.csv")
    assert refusal(tmp_path / "link.csv").code == "not-a-file"
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv").code == "not-a-file"


@pytest.mark.check(22)
def test_folder(tmp_path: Path) -> None:
    """A folder is read like an archive: junk without a word, links and strangers with their reason."""
    folder = tmp_path / "Complete_LinkedInDataExport_02-28-2026"
    (folder / "Jobs").mkdir(parents=True)
    (folder / "__MACOSX").mkdir()
    (folder / "Connections.csv").write_text(CONNECTIONS)
    (folder / "._Connections.csv").write_bytes(b"\0\1")
    (folder / "__MACOSX" / "Connections.csv").write_text(CONNECTIONS)
    (folder / "Jobs" / "Saved Jobs.csv").write_text("Saved Date,Job Url\n")
    (folder / "link.csv").symlink_to(folder / "Connections.csv")
    export = read([folder], today=TODAY)
    assert (export.export_date, export.counts["people"]) == ("2026-02-28", 1)
    assert [one.name for one in export.sources[0].ignored] == ["Jobs/Saved Jobs.csv", "link.csv"]
    assert fingerprints([folder]) == (export.sources[0].sha256,)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Basic_LinkedInDataExport_01-31-2026.zip (1).zip", "2026-01-31"),
        ("Basic_LinkedInDataExport_13-31-2026.zip", "2026-03-05"),
        ("mine.zip", "2026-03-05"),
        ("Basic_LinkedInDataExport_01-31-2099.zip", "2026-03-05"),
    ],
)
def test_export_date(tmp_path: Path, pack: Pack, name: str, wanted: str) -> None:
    """The day stands in the name, else it is that of the newest member."""
    (tmp_path / name).write_bytes(pack({"Connections.csv": CONNECTIONS}))
    assert read([tmp_path / name], today=TODAY).export_date == wanted


def test_export_date_inside(tmp_path: Path) -> None:
    """A single file is as old as its newest date; the file's own time says nothing."""
    (tmp_path / "c.csv").write_text(CONNECTIONS)
    assert read([tmp_path / "c.csv"], today=TODAY).export_date == "2019-09-07"


def test_several_paths(tmp_path: Path, pack: Pack) -> None:
    """Two exports in one call give one network: the newer one wins, a file given twice is read once."""
    old, new = (
        tmp_path / "Basic_LinkedInDataExport_01-31-2025.zip",
        tmp_path / "Basic_LinkedInDataExport_01-31-2026.zip",
    )
    old.write_bytes(pack({"Connections.csv": CONNECTIONS}))
    new.write_bytes(pack({"Connections.csv": CONNECTIONS.replace("Acme", "Contoso")}))
    export = read([new, old], today=TODAY)
    assert [one.company for one in export.sightings] == ["Contoso"]
    assert (export.export_date, export.counts["duplicates"]) == ("2026-01-31", 1)
    assert all(one.adds_up() for source in export.sources for one in source.files)
    twice = read([new, new], today=TODAY)
    assert (twice.counts["rows"], len(twice.sources[1].ignored)) == (1, 1)


def test_member_id(tmp_path: Path, pack: Pack) -> None:
    """An exact name wins over the same name with a member id."""
    files: dict[str, str | bytes] = {
        "Connections.csv": CONNECTIONS,
        "Connections_123456.csv": CONNECTIONS + "Jo,Sample,,,,\n",
    }
    (tmp_path / "a.zip").write_bytes(pack(files))
    assert read([tmp_path / "a.zip"], today=TODAY).counts["people"] == 1


def test_unknown_options(tmp_path: Path) -> None:
    """A source or order that does not exist is named, with those that do."""
    for options in ({"source": "x"}, {"date_order": "x"}):
        with pytest.raises(InputError, match="Known"):
            read([tmp_path], today=TODAY, **options)  # type: ignore[arg-type]  # one text option at a time
