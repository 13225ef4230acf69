"""`netscout report` with a log: the campaign stands on one's own pages alone, its notes on the private one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.page_parts import Parts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

PEOPLE = ("Nora Quill;Brightwater Grid", "Tomas Hale;Brightwater Grid", "Ada Lind;Northwind", "Bo Varga;Contoso")
WORDS = ("canary beside the log", "canary in their words", "canary noted after the talk")
LOG = (
    ("log", "Nora Quill", "asked", "--on", "2026-10-19"),
    ("log", "Nora Quill", "replied", "--on", "2026-10-20"),
    ("log", "Nora Quill", "met", "--on", "2026-11-12", "--note", WORDS[0]),
    ("refer", "Ada Lind", "--by", "Nora Quill", "--may-use-name", "yes", "--words", WORDS[1], "--on", "2026-11-12"),
    ("refer", "Ines Unseen", "--by", "Nora Quill", "--company", "Fabrikam", "--on", "2026-11-12"),
    ("note", "Nora Quill", WORDS[2], "--theme", "open"),
    ("log", "Tomas Hale", "asked", "--on", "2026-11-03"),
    ("log", "Tomas Hale", "declined", "--on", "2026-11-04"),
    ("log", "Bo Varga", "met", "--on", "2026-11-02"),
    ("log", "Bo Varga", "thanked", "--on", "2026-11-03"),
)
FORMS = ((), ("--private",), ("--share",), ("--share", "--hide-names"))


@pytest.fixture
def logged(run: Run, tmp_path: Path) -> Path:
    """Return a folder for pages; the workspace holds four people and a log of ten entries."""
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma", *PEOPLE, ""]), encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    for one in LOG:
        done = run(*one)
        assert done.exit_code == 0, done.stderr
    return tmp_path


def page(run: Run, folder: Path, *options: str) -> str:
    """Return the page of a form."""
    done = run("report", "--out", folder / "page.html", *options)
    assert done.exit_code == 0, done.stderr
    return (folder / "page.html").read_text(encoding="utf-8")


def section(text: str) -> dict[str, Any]:
    """Return the campaign as the page carries it."""
    found: dict[str, Any] = next(one for one in Parts(text).block("page-data")["sections"] if one["id"] == "campaign")
    return found


@pytest.mark.check(35)
@pytest.mark.parametrize("options", FORMS, ids=" ".join)
def test_each_form_holds_what_it_may(run: Run, logged: Path, options: tuple[str, ...]) -> None:
    """Words written beside the log would stand on a page without `--private`, or who was asked on a page for others."""
    text = page(run, logged, *options)
    own = "--share" not in options
    assert {one in text for one in WORDS} == {"--private" in options}
    assert ('id="campaign"' in text) == ("you may say that" in text) == ("declined" in text.casefold()) == own


def test_the_page_tells_what_was_logged(run: Run, logged: Path) -> None:
    """A step, a debt or a person of the log would be missing on the page, or said of somebody else."""
    found = section(page(run, logged))
    assert found["title"] == "Two thank-yous are overdue"
    stands = {one["who"]["name"]: group["heading"] for group in found["stands"] for one in group["people"]}
    assert stands == {
        "Nora Quill": "You have talked",
        "Bo Varga": "You have talked",
        "Tomas Hale": "Not now, no, or at rest",
    }
    owed = {one["kind"]: one["people"] for one in found["owed"]}
    assert owed["Thanks"] == "Tomas Hale and Nora Quill."
    assert owed["A message to those named to you"] == "Ada Lind and Ines Unseen (named by Nora Quill)."
    (root,) = found["chains"]["roots"]
    assert [one["who"]["name"] for one in root["below"]] == ["Ada Lind", "Ines Unseen"]
    assert "you may say that Nora Quill named them" in root["below"][0]["told"]


def test_page_and_terminal_count_alike(run: Run, logged: Path) -> None:
    """Somebody talked with who was never asked would count as an answer, or the page and `stats` would disagree."""
    told = section(page(run, logged))["progress"]
    assert [people for _, people in told["lines"]] == [2, 2, 2, 1, 1]
    assert (told["settled"]["asked"], told["settled"]["answered"]) == (2, 2)
    assert told["notes"] == ["With two requests there is too little to compare, or to say how many will answer."]


def test_taken_back_is_not_told(run: Run, logged: Path) -> None:
    """An entry that was taken back would stay on the page."""
    assert run("log", "Ada Lind", "asked").exit_code == 0
    assert "Ada Lind" in str(section(page(run, logged))["stands"])
    assert run("log", "--undo").exit_code == 0
    assert "Ada Lind" not in str(section(page(run, logged))["stands"])


def test_the_forgotten_are_gone(run: Run, logged: Path) -> None:
    """Somebody who was forgotten would still stand in the chains by name."""
    done = run("forget", "Ada Lind", "--yes")
    assert done.exit_code == 0, done.stderr
    text = page(run, logged)
    assert "Ada Lind" not in text
    assert section(text)["chains"]["roots"]


def test_an_empty_log_has_no_section(run: Run, tmp_path: Path) -> None:
    """The first page of somebody who logged nothing would open with a campaign of nobody."""
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["Name;Firma", *PEOPLE, ""]), encoding="utf-8")
    assert run("load", path, "--map", "Name=full", "--map", "Firma=company").exit_code == 0
    text = page(run, tmp_path)
    assert 'id="campaign"' not in text
    assert "First, what is overdue" not in text
