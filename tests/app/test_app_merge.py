"""One person over the years, and several of one name: the journeys through load, show, merge and split."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

LINK = "https://www.linkedin.com/in/"
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
OLD_HEAD = "First Name,Last Name,Email Address,Company,Position,Connected On"
ANA = f"Ana,Lee,{LINK}ana,ana@mail.example,Northwind,Clerk,02 Mar 2015"


def archive(folder: Path, day: str, *rows: str, head: str = HEAD) -> Path:
    """Return an archive of connections of one day (MM-DD-YYYY)."""
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("Connections.csv", "\n".join([head, *rows, ""]))
    return path


def told(run: Run, *words: str) -> dict[str, Any]:
    """Return what a command says as JSON."""
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("head", "before", "after", "reason"),
    [
        (HEAD, ANA, ANA.replace("in/ana", "in/ana-lee"), "same e-mail address as in the export of 2024-01-31"),
        (
            HEAD,
            ANA.replace("ana@mail.example", ""),
            ANA.replace("ana@mail.example", "").replace("in/ana", "in/ana-lee"),
            "same name and day of connection (2015-03-02) as in the export of 2024-01-31",
        ),
        (
            OLD_HEAD,
            "Ana,Lee,,Fabrikam,Clerk,02 Mar 2015",
            ANA,
            "same name and day of connection (2015-03-02) as in the export of 2024-01-31",
        ),
        (HEAD, ANA, ANA.replace("Lee", "Marlow"), "same profile address as in the export of 2024-01-31"),
        (HEAD, ANA, ANA.replace("Northwind", "Fabrikam"), "same profile address as in the export of 2024-01-31"),
    ],
    ids=["new-address-by-email", "new-address-by-day", "no-url-column", "renamed", "moved"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_one_person_of_two_exports_is_one_and_says_why(  # noqa: PLR0913  # one parameter for each word of the journey
    run: Run, tmp_path: Path, head: str, before: str, after: str, reason: str, *, turned: bool
) -> None:
    """Every new address, name or company would make a second person, or one joined without a reason."""
    exports = [archive(tmp_path, "01-31-2024", before, head=head), archive(tmp_path, "01-31-2026", after)]
    for path in exports[::-1] if turned else exports:
        assert run("load", path).exit_code == 0
    (person,) = told(run, "people")["people"]
    values = dict(zip(HEAD.split(","), after.split(","), strict=True))
    assert (person["company"], person["last_name"]) == (values["Company"], values["Last Name"])
    first, second = told(run, "show", person["id"])["eras"]
    assert (first["reason"], second["reason"]) == ("", reason)
    assert (first["export_date"], second["export_date"]) == ("2024-01-31", "2026-01-31")
    assert f"joined: {reason}" in " ".join(run("show", person["id"]).stdout.split())


def test_namesakes_are_offered_weighed_merged_and_split(run: Run, tmp_path: Path) -> None:
    """Nobody would know who may be one person, what to type, or how to take it back."""
    other = f"Ana,Lee,{LINK}ana-2,,Northwind,Clerk,05 May 2020"
    assert run("load", archive(tmp_path, "01-31-2024", ANA)).exit_code == 0
    assert "nothing to merge" in run("merge").stdout
    assert run("load", archive(tmp_path, "01-31-2026", other)).exit_code == 0
    (pair,) = told(run, "merge")["possible"]
    assert pair["command"] == "netscout merge p0002 p0003"
    assert pair["for"] == ["both at Northwind", "both with the title Clerk", "no export lists both"]
    assert pair["against"] == []
    shown = run("merge").stdout
    assert "netscout merge p0002 p0003" in shown
    assert "For: both at Northwind;" in shown
    refused = run("merge", "p0002", "p0003")
    assert (refused.exit_code, "netscout merge p0002 p0003 --yes" in refused.stderr) == (1, True)
    assert len(told(run, "people")["people"]) == 2
    assert told(run, "merge", "p0002", "p0003", "--yes")["person"] == "p0002"
    assert len(told(run, "people")["people"]) == 1
    assert [one["reason"] for one in told(run, "show", "p0003")["eras"]] == ["", "you merged them"]
    assert told(run, "split", "p0002")["apart"] == ["p0003"]
    assert told(run, "merge")["possible"][0]["against"] == ["you took them apart on 2026-11-16"]
    assert run("merge", "p0002").exit_code == 2
    assert run("merge", "p0002", "p0002").exit_code == 1


def test_side_by_side_in_one_export_speaks_against(run: Run, tmp_path: Path) -> None:
    """Two people whom LinkedIn lists as two would be offered like one."""
    run("load", archive(tmp_path, "01-31-2026", ANA, f"Ana,Lee,{LINK}ana-2,,Fabrikam,Cook,05 May 2020"))
    (pair,) = told(run, "merge")["possible"]
    assert pair["against"] == ["one export lists both side by side", "one is at Northwind, the other at Fabrikam"]


def test_rows_joined_wrongly_are_listed_with_numbers_and_set_apart(run: Run, tmp_path: Path) -> None:
    """A household with one address would be one person for ever."""
    bo = f"Bo,Lee,{LINK}bo,ana@mail.example,Fabrikam,Cook,05 May 2020"
    run("load", archive(tmp_path, "01-31-2024", ANA))
    run("load", archive(tmp_path, "01-31-2025", bo))
    listed = " ".join(run("split", "p0002").stdout.split())
    assert "1. 2024-01-31: Ana Lee, Clerk at Northwind (Connections.csv)." in listed
    assert "2. 2025-01-31: Bo Lee, Cook at Fabrikam (Connections.csv). Joined: same e-mail address" in listed
    assert "netscout split p0002 --off N" in listed
    for wrong in ("3", "0", "1,2"):
        assert run("split", "p0002", "--off", wrong).exit_code == 1
    assert run("split", "p0002", "--off", "two").exit_code == 2
    assert told(run, "split", "p0002", "--off", "2")["apart"] == ["p0003"]
    run("load", archive(tmp_path, "01-31-2026", bo.replace("Fabrikam", "Contoso")))
    assert [(one["id"], one["company"]) for one in told(run, "people")["people"]] == [
        ("p0002", "Northwind"),
        ("p0003", "Contoso"),
    ]
    assert "They are apart" not in run("split", "p0003").stdout
    assert run("merge", "p0002", "p0003", "--yes").exit_code == 0
    assert "They are apart" in run("split", "p0002").stdout
