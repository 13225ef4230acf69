"""Hostile archives through the command line: refused in order, in little time, and nothing outside is touched."""

from __future__ import annotations

import json
import os
import signal
import socket
from typing import TYPE_CHECKING

import pytest

from data_samples.invent.hostile import EXPECTED_CODES, hostile_archives
from tests.cli import hostile_zips
from tests.cli.hostile_zips import NETWORK, member, zipped
from tests.cli.measured import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Run

OUTSIDE = (
    *(
        "/x",
        "../x",
        "a/../../x",
        "..\\x",
        "C:\\x",
        "\\\\srv\\x",
        "Connections.csv/../../x",
        "C:/x",
        "./../x",
        "//srv/x",
    ),
    *("a\\..\\..\\x", "\\x", "..", "../", "c:x"),
)
SECRET = "quellgeheimnis"  # noqa: S105  # a word to look for
BOMBS = (hostile_zips.flat, hostile_zips.overlapping, hostile_zips.lying, hostile_zips.nested, hostile_zips.crowded)


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, but those of the workspace."""
    held = [path for path in sorted(folder.rglob("*")) if "workspace" not in path.parts and not path.is_dir()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in held}


def people(run: Run) -> int:
    """Return how many people the workspace holds, 0 if there is none."""
    done = run("people", "--json")
    return len(json.loads(done.stdout)["people"]) if done.exit_code == 0 else 0


@pytest.mark.check(18, 19, 20, 21)
def test_each_archive_has_its_answer(run: Run, tmp_path: Path) -> None:
    """A hostile archive that is taken, refused for another reason, or stored in part."""
    answers = {}
    for name, content in hostile_archives().items():
        path = tmp_path / name
        path.write_bytes(content)
        before = tree(tmp_path)
        done = run("load", path, "--json")
        assert (done.exit_code, "Traceback" in done.output) == (int(bool(EXPECTED_CODES[name])), False), name
        answers[name] = (json.loads(done.stdout).get("error") or {"code": ""})["code"]
        assert tree(tmp_path) == before
        if answers[name] == "duplicate-member":
            assert "Connections.csv" in done.stderr
    assert answers == EXPECTED_CODES
    assert people(run) == 1


@pytest.mark.check(19)
@pytest.mark.parametrize("name", OUTSIDE)
def test_a_name_that_leads_out_writes_nothing(run: Run, tmp_path: Path, name: str) -> None:
    """A member put where its name says: beside the archive, into the root, on another drive."""
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    path = folder / "export.zip"
    path.write_bytes(zipped([member("Connections.csv", NETWORK), member(name, NETWORK)]))
    before = tree(tmp_path)
    done = run("load", path)
    assert done.exit_code == 1
    assert "export.zip" in done.stderr
    assert tree(tmp_path) == before
    assert people(run) == 0


@pytest.mark.check(19)
@pytest.mark.parametrize("name", ["Connections.csv", "messages.csv", "Jobs"])
def test_a_link_in_an_archive_shows_nothing(run: Run, tmp_path: Path, name: str) -> None:
    """A member that is a link to a file or a folder of the user's would be followed, and shown or stored."""
    (tmp_path / "secret").mkdir()
    target = tmp_path / "secret" / "Connections.csv"
    target.write_bytes(NETWORK.replace(b"Quellmann", SECRET.encode()))
    to = target if name != "Jobs" else target.parent
    others = [] if name == "Connections.csv" else [member("Connections.csv", NETWORK)]
    path = tmp_path / "export.zip"
    path.write_bytes(zipped([*others, member(name, str(to).encode(), 0o120777)]))
    done = run("load", path)
    assert done.exit_code in (0, 1)
    assert SECRET not in done.output + run("people").output
    assert "Traceback" not in done.output


@pytest.mark.check(21)
@pytest.mark.parametrize(
    ("made", "loaded"),
    [
        (zipped([member("Connections.csv", NETWORK)]).replace(NETWORK[-20:], b"x" * 20), 1),
        (b"GIF89a" + zipped([member("Connections.csv", NETWORK)]), None),
        (zipped([member(b"Connections.csv\0.txt", NETWORK)]), None),
        (zipped([member(b"\xff\xfe.csv", NETWORK), member("Connections.csv", NETWORK)]), None),
        (zipped([member("", NETWORK), member("Connections.csv", NETWORK)]), None),
        (zipped([member("Connections.csv", NETWORK)])[:-1], 0),
    ],
    ids=["sound", "behind other bytes", "zero byte in a name", "odd bytes in a name", "no name", "short end"],
)
def test_odd_archives_end_in_order(run: Run, tmp_path: Path, made: bytes, loaded: int | None) -> None:
    """A damaged or oddly named member that crashes the load, or is stored in part."""
    path = tmp_path / "export.zip"
    path.write_bytes(made)
    done = run("load", path)
    assert done.exit_code in (0, 1)
    assert "Traceback" not in done.output
    assert "bug" not in done.stderr
    held = people(run)
    assert held == (1 - done.exit_code if loaded is None else loaded)


@pytest.mark.slow
@pytest.mark.check(18)
@pytest.mark.parametrize("bomb", BOMBS, ids=lambda one: one.__name__)
def test_a_bomb_costs_little(tmp_path: Path, bomb: Callable[[], bytes]) -> None:
    """A small file that fills memory or disk, or holds the machine for minutes."""
    path = tmp_path / "export.zip"
    path.write_bytes(bomb())
    assert path.stat().st_size < 8_000_000
    done = measured(tmp_path / "workspace", "load", path)
    assert done.disorder() == ""
    assert done.code == 1, done.stdout
    assert "export.zip" in done.stderr
    assert done.seconds < 10
    assert done.peak < 400
    assert {one.name for one in tmp_path.iterdir()} <= {"export.zip", "workspace"}


@pytest.fixture
def impatient() -> Iterator[None]:
    """Let a command that waits or reads without end fail after fifteen seconds."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(15)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.check(22)
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("kind", ["link", "pipe", "device", "socket"])
def test_what_is_no_file_is_refused_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A pipe, a device or a link in a folder, or given itself, that is waited for, read without end, or followed."""
    secret = tmp_path / "secret.csv"
    secret.write_bytes(NETWORK.replace(b"Quellmann", SECRET.encode()))
    place = tmp_path / kind / "Connections.csv"
    place.parent.mkdir()
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as held:
            monkeypatch.chdir(place.parent)
            held.bind(place.name)
    else:
        place.symlink_to(secret if kind == "link" else "/dev/zero")
    for one in (place.parent, place):
        done = run("load", one)
        assert done.exit_code == 1, one
        assert (SECRET in done.output, "Traceback" in done.output) == (False, False)
        assert len(done.stderr.strip().splitlines()) >= 2
    assert people(run) == 0


@pytest.mark.check(22)
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("given", ["/dev/zero", "/dev/stdin", "http://127.0.0.1:9/export.zip", "file:///etc/hostname"])
def test_a_device_or_an_address_is_no_file(run: Run, workspace: Path, given: str) -> None:
    """A device read for ever, or an address that is fetched."""
    done = run("load", given)
    assert (done.exit_code, "Traceback" in done.output) == (1, False)
    assert not workspace.exists()
