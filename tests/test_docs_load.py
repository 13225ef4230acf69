"""The JSON of every kind of load is one contract: the same keys, each documented, each of the type documented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.examples import some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "json.md"
COMMON = {
    *(
        "schema",
        "command",
        "error",
        "already_loaded_on",
        "read_anew_of",
        "export_date",
        "sources",
        "owner",
        "counts",
        "warnings",
    ),
    *("unreadable", "changes", "proposed", "earlier"),
}
OWN = {"restored", "targets"}
TYPES: dict[str, tuple[type, ...]] = {
    "number": (int, float),
    "text": (str,),
    "day": (str,),
    "boolean": (bool,),
    "object": (dict,),
    "null": (type(None),),
}
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Quill;Zoe;;;\r\nTEL:+1 555\r\nEND:VCARD\r\n"
ALUMNI = "Full Name,Class Year,Company\nYan Example,1999,Northwind\n"


@pytest.fixture
def loads(run: Run, loaded: Path, tmp_path: Path) -> dict[str, Path]:
    """Return a file of each kind that `load` takes into the workspace of the test."""
    found = {"cards": tmp_path / "cards", "people.json": tmp_path / "people.json", "answers": tmp_path / "answers.json"}
    assert run("export", "cards", "--out", found["cards"]).exit_code == 0
    assert run("export", "people", "--format", "json", "--out", found["people.json"]).exit_code == 0
    page = tmp_path / "page.html"
    assert run("report", "--out", page).exit_code == 0
    name = page.read_text(encoding="utf-8").split('"workspace":"')[1].split('"')[0]
    taps = [
        {"person": "p9999", "label": "met", "on": "2026-11-15"},
        {"person": "p0002", "avoid": 1, "on": "2026-11-15"},
        {"person": "p0002", "label": "met", "on": "2026-11-15"},
    ]
    whole = {"schema": 1, "kind": "netscout-answers", "workspace": name, "answers": taps}
    found["answers"].write_text(json.dumps(whole), encoding="utf-8")
    for kind, text in (("contacts.vcf", CARD), ("alumni.csv", ALUMNI)):
        found[kind] = tmp_path / kind
        found[kind].write_text(text, encoding="utf-8", newline="")
    return found


@pytest.mark.parametrize("kind", some(1, ["cards", "people.json", "answers", "contacts.vcf", "alumni.csv"]))
def test_every_load_prints_one_object(kind: str, run: Run, loads: dict[str, Path]) -> None:
    """A script that reads `export_date` or `sources[].files` would break on what netscout wrote itself."""
    done = run("load", loads[kind], "--json", *(["--source", "cards"] if kind == "cards" else []))
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)
    lossless = kind in ("cards", "people.json")
    assert set(told) == COMMON | (OWN if lossless else set())
    assert (told["owner"] is None) == (lossless or kind == "answers")
    (source,) = told["sources"]
    assert source.keys() == {"path", "kind", "sha256", "files", "ignored"}
    assert re.fullmatch("[0-9a-f]{64}", source["sha256"])
    (table,) = source["files"]
    assert table.keys() == {"name", "kind", "rows", "counts"}
    assert table["rows"] == told["counts"]["rows"] == sum(table["counts"].values())
    assert _wrong("load", told) == []


@pytest.mark.slow
def test_the_kind_of_each_source_is_documented(run: Run, loads: dict[str, Path]) -> None:
    """A word of `sources[].kind` that no page names."""
    told = _documented("load")["sources[].kind"][1]
    for kind, path in loads.items():
        source = "cards" if kind == "cards" else "auto"
        found = json.loads(run("load", path, "--json", "--source", source).stdout)["sources"][0]["kind"]
        assert f"`{found}`" in told


@pytest.mark.slow
def test_people_are_of_the_types_documented(run: Run, loads: dict[str, Path]) -> None:
    """A year that is a number and was promised as text, or a null nobody was told of."""
    for kind in ("contacts.vcf", "alumni.csv"):
        assert run("load", loads[kind]).exit_code == 0
    told = json.loads(run("people", "--json").stdout)
    assert {one["class_year"] for one in told["people"]} == {None, 1999}
    assert ["+1 555"] in [one["phones"] for one in told["people"]]
    assert _wrong("people", told) == []


def _wrong(command: str, told: dict[str, Any]) -> list[str]:
    """Return the places of what is printed that json.md does not name, or names with another type."""
    documented = _documented(command)
    found = []
    for place, value in _places(told, "", documented):
        type_told = documented.get(place, ("", ""))[0]
        fits = any(isinstance(value, TYPES[word]) for word in type_told.split(" or ") if word in TYPES)
        if not fits and value not in ({}, []):
            found.append(f"{place}: {value!r} is not {type_told or 'documented'}")
    return sorted(set(found))


def _documented(command: str) -> dict[str, tuple[str, str]]:
    """Return the type and the meaning of each documented key of a command."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]*) \| ([^|]*) ?\|", section, re.MULTILINE)
    return {key: (kind.strip(), meaning) for key, kind, meaning in rows}


def _places(value: Any, place: str, documented: dict[str, tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    if f"{place}.*" in documented and isinstance(value, dict):
        yield from ((f"{place}.*", one) for one in value.values())
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _places(one, f"{place}.{key}".lstrip("."), documented)
    elif isinstance(value, list):
        for one in value:
            yield from _places(one, f"{place}[]", documented)
    else:
        yield place, value
