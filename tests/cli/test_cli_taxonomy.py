"""`netscout taxonomy`: what is added is listed, attributed, private, and gone when removed."""

from __future__ import annotations

import errno
import json
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import Run

ESCO = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n"
    'Occupation,http://example.com/esco/occupation/aa-1,7549,kite maker,"kite builder\nkite designer"\n'
    "Occupation,http://example.com/esco/occupation/bb-2,7312,bell tuner,\n"
)


def test_add_list_remove(run: Run, tmp_path: Path) -> None:
    """A taxonomy that cannot be undone, or whose publisher is not named, may not be used."""
    download = tmp_path / "occupations_en.csv"
    download.write_text(ESCO, encoding="utf-8")
    place = tmp_path / "ws"
    added = run("--workspace", str(place), "taxonomy", "add", str(download))
    assert added.exit_code == 0
    assert "European Commission" in added.stdout
    told = json.loads(run("--workspace", str(place), "taxonomy", "list", "--json").stdout)
    assert [(one["name"], one["codes"], one["labels"]) for one in told["taxonomies"]] == [("esco-en", 2, 4)]
    if os.name == "posix":
        kept = [one for one in (place / "taxonomies").rglob("*") if one.is_file()]
        assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}
    assert run("--workspace", str(place), "taxonomy", "remove", "esco-en").exit_code == 0
    assert run("--workspace", str(place), "taxonomy", "remove", "esco-en").exit_code == 1
    assert json.loads(run("--workspace", str(place), "taxonomy", "list", "--json").stdout)["taxonomies"] == []


def test_names_lead_nowhere_else(run: Run, tmp_path: Path) -> None:
    """`remove ..` must not empty the workspace."""
    place = tmp_path / "ws"
    (place / "taxonomies").mkdir(parents=True)
    for name in ("..", ".", "", "/", "../reports"):
        assert run("--workspace", str(place), "taxonomy", "remove", name).exit_code == 1
    assert place.is_dir()


def test_a_damaged_one_is_told_of_and_can_be_removed(run: Run, tmp_path: Path) -> None:
    """Half a file must neither pass for a taxonomy nor block the way out."""
    place = tmp_path / "ws"
    folder = place / "taxonomies" / "onet"
    folder.mkdir(parents=True)
    (folder / "about.json").write_text("{", encoding="utf-8")
    refused = run("--workspace", str(place), "taxonomy", "list")
    assert refused.exit_code == 1
    assert "taxonomy remove" in refused.stderr
    assert run("--workspace", str(place), "taxonomy", "remove", "onet").exit_code == 0


def test_what_the_system_does_not_let_go_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be emptied would end in a line of the system's, without a place or a next step."""
    place = tmp_path / "ws"
    folder = place / "taxonomies" / "esco-en"
    folder.mkdir(parents=True)
    (folder / "about.json").write_text("{}", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    for where in ("pathlib.Path.unlink", "netscout.store.taxonomies.shutil.rmtree"):
        with monkeypatch.context() as patched:
            patched.setattr(where, refuse)
            done = run("--workspace", str(place), "taxonomy", "remove", "esco-en")
        assert done.exit_code == 1
        assert str(folder) in done.stderr
        assert "the system does not let this taxonomy go" in done.stderr
        assert "Look at the permissions" in done.stderr
    assert run("--workspace", str(place), "taxonomy", "remove", "esco-en").exit_code == 0
