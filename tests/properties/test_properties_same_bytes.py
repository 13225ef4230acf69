"""Same input, same day: the same bytes, whatever the locale, zone, hash seed, screen, place, order of files, Python."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from tests.properties.every_output import LATER
from tests.properties.nine import NINE, ROOT, differing, made

OTHERS = ("3.11", "3.12", "3.13", "3.14")
_HOLDS = "import sys, pandas, numpy, networkx, plotly, rapidfuzz, tomlkit, xlsxwriter; print(sys.version_info[:2])"


@pytest.mark.check(61)
@pytest.mark.slow
def test_the_same_bytes_in_the_two_farthest(tmp_path: Path, tiny: Path) -> None:
    """An order taken from a set, or a date, number or letter from the locale: the two that lie farthest apart."""
    plain, east = NINE[0], NINE[2]
    first = made(tmp_path, plain, "few", [tiny])
    assert {"people.csv", "graph.graphml", "printed/100.json"} <= set(first)
    assert differing(first, made(tmp_path, east, "few", [tiny]), east, whole=True) == []


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, tiny: Path) -> dict[str, str]:
    """Return the digest of every output in the plain environment."""
    return made(tmp_path_factory.mktemp("plain"), NINE[0], "all", [tiny])


@pytest.mark.slow
def test_every_output_is_made(whole: dict[str, str]) -> None:
    """A comparison of nothing: each command left what it printed, each file asked for is there."""
    asked = {words[words.index("--out") + 1] for words in map(str.split, LATER) if "--out" in words}
    assert asked - {"cards"} <= set(whole)
    assert any(name.startswith("cards/") for name in whole)
    assert len([name for name in whole if name.startswith("printed/1")]) == len(LATER)
    assert len(set(whole.values())) > len(whole) // 2


@pytest.mark.check(61)
@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, len(NINE)), ids=[one.name for one in NINE[1:]])
def test_the_same_bytes_in_nine_environments(number: int, whole: dict[str, str], tiny: Path, tmp_path: Path) -> None:
    """An output that follows the surroundings; each of the eight looks at another part, `make proof` at all in each."""
    other = made(tmp_path, NINE[number], f"{number}/{len(NINE) - 1}", [tiny])
    assert differing(whole, other, NINE[number], whole=False) == []
    assert len(other) > 20


@pytest.mark.check(61)
@pytest.mark.slow
@pytest.mark.parametrize("form", ["zip", "folder"])
def test_the_order_of_files_does_not_matter(form: str, tmp_path: Path, samples: Path) -> None:
    """Ids, ties and lists that follow the order in which an archive or a folder happens to hold its files."""
    (export,) = (samples / "demo").glob("Complete_*.zip")
    found = []
    for name, back in (("one", False), ("two", True)):
        (tmp_path / name).mkdir()
        place = _packed(export, tmp_path / name / export.stem, form=form, back=back)
        found.append(made(tmp_path / name, NINE[0], "few", [place]))
        found[-1]["printed/load-0.json"] = _account(tmp_path / name)
    assert found[0] == found[1]


def _packed(export: Path, to: Path, *, form: str, back: bool) -> Path:
    """Pack the beginning of each file of an export anew, the files in one order or the other."""
    with zipfile.ZipFile(export) as archive:
        rows = [(one, _begun(archive.read(one))) for one in sorted(archive.namelist(), reverse=back)]
    if form == "zip":
        with zipfile.ZipFile(to.with_suffix(".zip"), "w") as other:
            for name, content in rows:
                other.writestr(zipfile.ZipInfo(name), content)
        return to.with_suffix(".zip")
    for name, content in rows:
        path = to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return to


def _begun(content: bytes) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(islice(csv.reader(io.StringIO(content.decode("utf-8"), newline="")), 80))
    return file.getvalue()


def _account(place: Path) -> str:
    """Return what `load` told of the files, which are listed as the archive holds them, in an order of our own."""
    (path,) = place.rglob("printed/load-0.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    files = [json.dumps(one, sort_keys=True) for source in told["sources"] for one in source.get("files", [source])]
    return "\n".join(sorted(files))


@pytest.mark.check(61)
@pytest.mark.slow
@pytest.mark.parametrize("version", OTHERS)
def test_the_same_bytes_with_another_python(version: str, whole: dict[str, str], tiny: Path, tmp_path: Path) -> None:
    """Rounding, hashing, sorting or a library that changed with the interpreter."""
    if version == ".".join(map(str, sys.version_info[:2])):
        pytest.skip(f"Python {version} is the one that runs the tests")
    python = _python(version)
    if python is None:
        pytest.skip(f"no Python {version} with the packages of netscout: `make pythons` sets up those it finds")
    other = made(tmp_path, NINE[2], "all", [tiny], python)
    assert differing(whole, other, NINE[2], whole=True) == []


def _python(version: str) -> str | None:
    """Return an interpreter of a version that has what netscout needs, of `make pythons` or on the path."""
    for one in (ROOT / "build" / f"python{version}" / "bin" / "python", shutil.which(f"python{version}")):
        if one is None or not Path(one).exists():
            continue
        done = subprocess.run([one, "-c", _HOLDS], check=False, capture_output=True, text=True)
        if done.returncode == 0 and done.stdout.strip() == f"({version.replace('.', ', ')})":
            return str(one)
    return None
