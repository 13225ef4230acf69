"""`netscout export` through the command line: what each file holds, what it must not, and that it opens."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import openpyxl
import pytest

from netscout.model.inert import restored
from netscout.reports.exports.fields import FORMATS, PERSONAL
from tests.examples import some
from tests.reports.export_oracles import ODD, SHAPES, cards, doctypes, live_cells, workbook_faults

if TYPE_CHECKING:
    from tests.conftest import Run, RunProcess

MATRIX = [(what, form) for what, forms in FORMATS.items() for form in forms if what != "cards"]
BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "blns" / "blns.json"
HEAD = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
MAIL, PHONE, NOTE = "canary@mail.example", "+49 170 5551234", "canary-note about her"


def connections(folder: Path, *rows: tuple[str, ...]) -> Path:
    """Write Connections.csv: first and last name, company and position of each; a URL and a day are added."""
    path = folder / "Connections.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEAD)
        for number, (first, last, company, position) in enumerate(rows):
            url = f"https://www.linkedin.com/in/person-{number}-demo"
            writer.writerow((first, last, url, "", company, position, "17 Feb 2026"))
    return path


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a csv."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def words_of(path: Path) -> str:
    """Return all text of a file, of a workbook that of its cells."""
    if path.suffix != ".xlsx":
        return path.read_bytes().decode().replace("\r\n ", "").replace("\\", "")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


@pytest.fixture
def canaries(run: Run, tmp_path: Path, workspace: Path) -> Path:
    """Return a folder; the workspace holds one person with an address, a phone and a note, and one without a name."""
    rows = (("Ana", "Example", "Northmoor", f"Data Analyst, write to {MAIL}"), ("", "", "Northmoor", "Data Analyst"))
    assert run("load", connections(tmp_path, *rows)).exit_code == 0
    with sqlite3.connect(workspace / "netscout.db") as db:
        (sighting,) = db.execute("SELECT id FROM sighting WHERE first_name = 'Ana'").fetchone()
        (person,) = db.execute("SELECT person FROM sighting WHERE id = ?", (sighting,)).fetchone()
        db.execute("INSERT INTO detail VALUES (?, NULL, ?, '[]', NULL, NULL)", (sighting, json.dumps([PHONE])))
        db.execute("UPDATE profile SET emails = ? WHERE person = ?", (json.dumps([MAIL]), person))
        db.execute("INSERT INTO sighting_note (sighting, on_day, text) VALUES (?, NULL, ?)", (sighting, NOTE))
    db.close()
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    return tmp_path


@pytest.mark.check(35, 36)
@pytest.mark.parametrize(("what", "form"), MATRIX)
@pytest.mark.parametrize("private", [False, True])
def test_a_file_holds_what_its_form_allows(run: Run, canaries: Path, what: str, form: str, *, private: bool) -> None:
    """An address in a file to be shared, a note without `--private`, or a nameless person called by their address."""
    path = canaries / f"out.{form}"
    done = run("export", what, "--out", path, *(("--private",) if private else ()))
    assert done.exit_code == 0, done.stderr
    text, personal = words_of(path), (what, form) in PERSONAL
    assert (MAIL in text, PHONE in text) == (personal, personal)
    listed = form != "csv" or what != "graph"
    assert (NOTE in text) == (personal or (private and listed))
    assert ("(no name) p000" in text) == (not personal or form in ("vcf", "md"))
    said = "personal file" if personal else "your eyes only" if private else "no e-mail address"
    assert said in done.stdout
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.check(61)
@pytest.mark.parametrize(("what", "form"), some(4, MATRIX))
def test_the_same_workspace_gives_the_same_bytes(loaded: Path, run: Run, tmp_path: Path, what: str, form: str) -> None:
    """A file that differs from yesterday's though nothing happened; and an account that counts wrong."""
    first, second = tmp_path / f"one.{form}", tmp_path / f"two.{form}"
    account = json.loads(run("export", what, "--out", first, "--json").stdout)
    assert run("export", what, "--format", form, "--out", second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert (account["schema"], account["command"], account["what"], account["format"]) == (1, "export", what, form)
    assert (account["path"], account["cut"]) == (str(first), 0)
    assert account["rows"] == _count(first, what)


def _count(path: Path, what: str) -> int:
    """Return the people, places or nodes of a file, counted by a reader that is not ours."""
    if path.suffix == ".xlsx":
        return int(openpyxl.load_workbook(path).worksheets[0].max_row) - 1
    if path.suffix in (".graphml", ".gexf"):
        return len(nx.read_graphml(path) if path.suffix == ".graphml" else nx.read_gexf(path))
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        whole = json.loads(text)
        return len(next(whole[key] for key in ("people", "rows", "nodes") if key in whole))
    if path.suffix == ".csv":
        return len(read(path))
    if what == "session":
        return len(set(re.findall(r"\((p[0-9]{4})\)", text)))
    mark = {".vcf": "BEGIN:VCARD", ".md": "\n## " if what == "people" else "\n### "}[path.suffix]
    return text.count(mark)


@pytest.mark.parametrize(
    ("what", "form"), [("people", "gexf"), ("graph", "vcf"), ("shortlist", "graphml"), ("cards", "csv")]
)
def test_a_pair_without_sense_is_refused(loaded: Path, run: Run, tmp_path: Path, what: str, form: str) -> None:
    """A graph asked for as address cards, answered with a bug or an empty file."""
    for more in (("--format", form), ("--out", tmp_path / f"x.{form}", "--format", form)):
        done = run("export", what, *more)
        assert done.exit_code == 1
        assert FORMATS[what][0] in done.stderr
    assert list(tmp_path.glob("x.*")) == []


def test_the_ending_says_the_format_and_reports_is_the_place(loaded: Path, run: Run, tmp_path: Path) -> None:
    """An ending taken for something else, or a file left in the folder where the user stands."""
    done = run("export", "graph", "--out", tmp_path / "network.docx")
    assert done.exit_code == 1
    assert "graphml, gexf, json, csv" in done.stderr
    assert run("export", "people").exit_code == 0
    assert (loaded / "reports" / "people-2026-11-16.xlsx").is_file()
    assert run("export", "people", "--out", "-").exit_code == 2


def test_what_was_written_elsewhere_is_remembered(loaded: Path, run: Run, tmp_path: Path) -> None:
    """A list of people that `forget` cannot name because nobody noted where it went."""
    path = tmp_path / "people.csv"
    assert run("export", "people", "--out", path).exit_code == 0
    with sqlite3.connect(loaded / "netscout.db") as db:
        assert db.execute("SELECT kind, form FROM written_file WHERE path = ?", (str(path),)).fetchall() == [
            ("people", "csv")
        ]
    db.close()


@pytest.mark.check(60)
def test_a_failed_export_leaves_the_old_file(loaded: Path, run: Run, tmp_path: Path) -> None:
    """The list of last week, gone because this week's could not be written."""
    done = run("export", "people", "--out", tmp_path / "missing" / "people.csv")
    assert done.exit_code == 1
    assert "folder" in done.stderr
    (tmp_path / "people.csv").mkdir()
    assert run("export", "people", "--out", tmp_path / "people.csv").exit_code == 1
    assert list((tmp_path / "people.csv").iterdir()) == []


@pytest.mark.check(23, 25)
def test_people_csv_reads_back(run: Run, workspace: Path, tmp_path: Path) -> None:
    """A name, a company or an address that comes back with an apostrophe, or cut at a comma."""
    texts = [one for one in (*SHAPES, *ODD) if one.strip()]
    rows = [("Ana", text, text, text) for text in texts]
    assert run("load", connections(tmp_path, *rows)).exit_code == 0
    first, second = tmp_path / "people.csv", tmp_path / "again.csv"
    assert run("export", "people", "--out", first).exit_code == 0
    workspace.rename(tmp_path / "old")
    assert run("load", first).exit_code == 0
    assert run("export", "people", "--out", second).exit_code == 0
    keys = ("id", "display_name", "first_name", "last_name", "company", "title", "url", "connected_on", "emails")
    assert [[row[key] for key in keys] for row in read(second)] == [[row[key] for key in keys] for row in read(first)]
    held = {(restored(row["company"]), restored(row["title"])) for row in read(first)}
    assert {("=1+1", "=1+1"), ("a;=1+1", "a;=1+1"), ("'=1+1", "'=1+1")} <= held
    assert len(held) > len(SHAPES) - 9


@pytest.mark.check(4)
def test_naughty_strings_come_out_as_they_went_in(run: Run, tmp_path: Path) -> None:
    """A surname, company or title of the list of naughty strings that the csv holds otherwise than the workspace."""
    if not BLNS.exists():
        pytest.skip("the list of naughty strings is not beside this checkout")
    texts = [one for one in json.loads(BLNS.read_text(encoding="utf-8")) if one.strip()]
    assert run("load", connections(tmp_path, *(("Ana", text, text, text) for text in texts))).exit_code == 0
    assert run("export", "people", "--out", tmp_path / "p.csv").exit_code == 0
    held = json.loads(run("people", "--json").stdout)["people"]
    keys = ("id", "display_name", "first_name", "last_name", "company", "title")
    assert [{key: restored(row[key]) for key in keys} for row in read(tmp_path / "p.csv")] == [
        {key: one[key] for key in keys} for one in held
    ]
    assert len(held) >= len(texts) - 1
    assert live_cells((tmp_path / "p.csv").read_bytes().decode()) == []


@pytest.mark.check(23, 24, 27)
@pytest.mark.slow
def test_hostile_samples_come_out_inert(run: Run, samples: Path, workspace: Path, tmp_path: Path) -> None:
    """One of everything that attacks a reader: nothing runs, every file opens, and holds as many as were loaded."""
    for path in sorted((samples / "hostile").iterdir()):
        if path.suffix in (".csv", ".zip", ".vcf"):
            assert run("load", path).exit_code in (0, 1)
    assert run("target", "add", "data", "--role", "title").exit_code == 0
    people = len(json.loads(run("people", "--json").stdout)["people"])
    assert people > 40
    for what, form in MATRIX:
        done = run("export", what, "--out", tmp_path / f"{what}.{form}", "-n", "100")
        assert done.exit_code == 0, done.stderr
    for what in ("people", "shortlist", "graph"):
        assert live_cells((tmp_path / f"{what}.csv").read_bytes().decode()) == []
    assert workbook_faults((tmp_path / "people.xlsx").read_bytes()) == []
    assert workbook_faults((tmp_path / "shortlist.xlsx").read_bytes()) == []
    counts: list[Any] = [_count(tmp_path / f"people.{form}", "people") for form in ("csv", "xlsx", "vcf", "md")]
    assert counts == [people] * 4
    assert len(cards((tmp_path / "people.vcf").read_bytes().decode())) == people
    for form in ("graphml", "gexf"):
        assert doctypes((tmp_path / f"graph.{form}").read_text(encoding="utf-8")) == []
    nodes = len(json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))["nodes"])
    assert _count(tmp_path / "graph.graphml", "graph") == _count(tmp_path / "graph.gexf", "graph") == nodes > people


@pytest.mark.check(61)
@pytest.mark.slow
def test_neither_locale_nor_hash_seed_changes_a_file(loaded: Path, run_process: RunProcess, tmp_path: Path) -> None:
    """Two machines that write two files of one workspace."""
    worlds = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati"},
    )
    for what, form in (("people", "xlsx"), ("graph", "gexf"), ("shortlist", "md")):
        made = []
        for number, world in enumerate(worlds):
            path = tmp_path / f"{number}.{form}"
            assert run_process("export", what, "--out", path, env=world).exit_code == 0
            made.append(path.read_bytes())
        assert made[0] == made[1]


def test_rank_writes_a_workbook_too(loaded: Path, run: Run, tmp_path: Path) -> None:
    """A ranking that comes as text only, or a workbook spilt on the screen."""
    path = tmp_path / "rank.xlsx"
    assert run("rank", "-n", "5", "--format", "xlsx", "--out", path).exit_code == 0
    assert workbook_faults(path.read_bytes()) == []
    assert _count(path, "shortlist") == 10
    assert run("rank", "--format", "xlsx").exit_code == 2


def test_a_file_that_was_there_is_told(canaries: Path, run: Run, tmp_path: Path) -> None:
    """Somebody's own workbook gone without a word, because it had the name of the export."""
    for command in (
        ("export", "people", "--out", tmp_path / "p.json"),
        ("export", "people", "--out", tmp_path / "p.csv"),
        ("rank", "--format", "csv", "--out", tmp_path / "r.csv"),
        ("report", "--share", "--out", tmp_path / "page.html"),
    ):
        (path := Path(command[-1])).write_text("mine", encoding="utf-8")
        assert "It replaced a file that was there and that netscout had not written." in run(*command).stdout
        assert "It replaced the file that was there." in run(*command).stdout
        path.unlink()
        assert "replaced" not in run(*command).stdout
    (canaries / "p.csv").touch()
    assert json.loads(run("export", "people", "--out", tmp_path / "p.csv", "--json").stdout)["replaced"] is True


def test_cards_need_a_folder(canaries: Path, run: Run, tmp_path: Path) -> None:
    """Six hundred files thrown where nobody asked for them."""
    assert run("export", "cards").exit_code == 1
    done = run("export", "cards", "--out", tmp_path / "cards", "--json")
    assert json.loads(done.stdout)["rows"] == len(list((tmp_path / "cards").glob("p*.md"))) == 2


@pytest.mark.check(26)
def test_a_cut_cell_is_told(run: Run, workspace: Path, tmp_path: Path) -> None:
    """A note of forty thousand letters that ends early without a word."""
    assert run("load", connections(tmp_path, ("Ana", "Example", "Northmoor", "Analyst"))).exit_code == 0
    with sqlite3.connect(workspace / "netscout.db") as db:
        (sighting,) = db.execute("SELECT min(id) FROM sighting").fetchone()
        db.execute("INSERT INTO sighting_note (sighting, on_day, text) VALUES (?, NULL, ?)", (sighting, "x" * 40_000))
    db.close()
    assert "1 cell was longer" in run("export", "people", "--out", tmp_path / "p.xlsx").stdout
    assert json.loads(run("export", "people", "--out", tmp_path / "p.xlsx", "--json").stdout)["cut"] == 1
    done = run("export", "people", "--out", tmp_path / "p.csv")
    assert "longer" not in done.stdout
    assert "1 person." in done.stdout
    assert len(read(tmp_path / "p.csv")[0]["note"]) == 40_000


def test_the_account_is_documented(loaded: Path, run: Run, tmp_path: Path) -> None:
    """A key that scripts find and nobody explains."""
    account = json.loads(run("export", "graph", "--out", tmp_path / "g.csv", "--json").stdout)
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    section = page.partition("\n## export\n")[2].partition("\n## ")[0]
    assert list(account) == re.findall(r"^\| `([^`]+)`", section, re.MULTILINE)
    assert account["rows"] == len(read(tmp_path / "g.csv"))
