"""Cards and JSON through the command line: what goes out comes back, and what comes back hostile does no harm."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netscout.app.lossless import export_cards, export_json, take_in
from netscout.app.session import Session
from netscout.errors import InputError, OutputError
from netscout.matching.identity import resolve
from netscout.model.event import Event
from netscout.model.export import Export, Interaction, PrivateNote
from netscout.reports.exports.cards import card_files
from netscout.reports.exports.whole import whole_text
from netscout.settings import Limits
from netscout.sources.cards import read_cards
from netscout.sources.whole import read_whole
from netscout.store.dump import dump
from netscout.store.events import append_event
from netscout.store.imports import import_export
from netscout.store.labels import avoid, set_label
from netscout.store.undump import restore
from netscout.store.workspace import Workspace
from tests.conftest import TODAY
from tests.examples import examples, some
from tests.store.store_builders import contact, export, seen

if TYPE_CHECKING:
    from tests.conftest import Run

DAY = date.fromisoformat(TODAY)
MARKS = "|\\\"'`*_{}[]()<>#+-.!~=:;,&%$@^/?\n\r\t \u00a0\u2028\u202e\u200d\x00\x1bnu é 李 א 🙂"
LINES = ("", "## Log", "## Notes\n### x", "---", "- 2026-01-01 asked", "netscout-card: 1", "none", "undated")
TEXT = st.text(
    st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs"])), max_size=16
) | st.sampled_from(
    ["", "## Log", "## Notes\n### x", "---", "- 2026-01-01 asked", "netscout-card: 1", "none", "undated"]
)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by name."""
    return {one.name: one.read_bytes() for one in sorted(folder.iterdir())}


def told(run: Run, *words: str | Path) -> dict[str, Any]:
    """Return what a command prints as JSON."""
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def lived_in(loaded: Path, run: Run) -> Path:
    """Return the demo's workspace after some weeks of use."""
    ids = [row["id"] for row in told(run, "rank", "-n", "20")["rows"]]
    assert run("know", ids[0], "close").exit_code == 0
    assert run("avoid", ids[1]).exit_code == 0
    assert run("merge", ids[2], ids[3], "--yes").exit_code == 0
    with Workspace.open(loaded, create=False) as ws:
        append_event(ws, Event(ids[4], "asked", "2026-11-12", note="by message | kindly", logged_on="2026-11-12"))
        append_event(ws, Event(ids[3], "met", "2026-11-13", logged_on="2026-11-13"))
        ws.db.execute(
            "INSERT INTO note (person, on_day, text) VALUES (?, '2026-11-14', ?)", (int(ids[4][1:]), "# Hi\n\n- a\n")
        )
    with (loaded / "targets.toml").open("ab") as file:
        file.write(b"\r\n# mine\r\n")
    return loaded


@pytest.mark.slow
def test_demo_comes_back_in_both_forms(lived_in: Path, run: Run, tmp_path: Path) -> None:
    """Anything lost on the way would be missing in the restored workspace, or rank people differently."""
    cards, whole = tmp_path / "cards", tmp_path / "people.json"
    assert run("export", "cards", "--out", cards).exit_code == 0
    assert run("export", "people", "--format", "json", "--out", whole).exit_code == 0
    ranked = told(run, "rank", "-n", "100000")["rows"]
    why = run("why", ranked[0]["id"]).stdout
    assert cards.stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in [whole, *cards.iterdir()]} == {0o600}
    assert "personal" in (cards / "_workspace.md").read_text(encoding="utf-8")
    for given_words in (("--source", "cards", cards), (whole,)):
        shutil.rmtree(lived_in)
        counts = told(run, "load", *given_words)["counts"]
        assert counts["rows"] == counts["people"] == len(tree(cards)) - 2
        assert counts["log_lines"] == counts["taken"] > 1000
        assert (counts["duplicates"], counts["unreadable"], counts["known"], counts["log_unreadable"]) == (0, 0, 0, 0)
        again, twice = tmp_path / "again", tmp_path / "again.json"
        assert run("export", "cards", "--out", again).exit_code == 0
        assert run("export", "people", "--format", "json", "--out", twice).exit_code == 0
        assert tree(again) == tree(cards)
        assert twice.read_bytes() == whole.read_bytes()
        assert told(run, "rank", "-n", "100000")["rows"] == ranked
        assert run("why", ranked[0]["id"]).stdout == why


@pytest.mark.slow
def test_taking_in_what_is_there_changes_nothing(lived_in: Path, run: Run, tmp_path: Path) -> None:
    """Somebody who loads their own cards again would find everything twice."""
    cards = tmp_path / "cards"
    export_cards(Session(lived_in, DAY), cards)
    before = tree(cards)
    counts = told(run, "load", "--source", "cards", cards)["counts"]
    assert (counts["taken"], counts["unreadable"], counts["log_unreadable"]) == (0, 0, 0)
    assert counts["log_lines"] == counts["known"]
    export_cards(Session(lived_in, DAY), cards)
    assert tree(cards) == before


@pytest.mark.slow
def test_comments_of_a_counsellor_come_back(lived_in: Path, run: Run, tmp_path: Path) -> None:
    """What somebody wrote on a card by hand would be lost, doubled, or overwrite what is newer."""
    cards = tmp_path / "cards"
    export_cards(Session(lived_in, DAY), cards)
    path = next(one for one in sorted(cards.iterdir()) if "## Notes" not in one.read_text() and one.name[0] == "p")
    person = path.name.split("-")[0].removesuffix(".md")
    text = path.read_text(encoding="utf-8")
    log = "" if "## Log" in text else "\n## Log\n"
    path.write_text(f"{text}{log}- 2026-11-15 asked | at the fair\nnonsense\n\n## Notes\nAsk her about SQL.\n")
    for taken, known in ((1, 0), (0, 1)):
        found = told(run, "load", "--source", "cards", cards)
        assert (found["counts"]["taken"], found["counts"]["log_unreadable"]) == (taken, 1)
        assert found["counts"]["known"] >= known
        (warning,) = found["warnings"]
        assert (warning["code"], warning["file"], warning["count"]) == ("card-bad-line", path.name, 1)
    entry = next(one for one in told(run, "people")["people"] if one["id"] == person)
    assert entry["note"] == "Ask her about SQL."


def test_cards_need_their_option(tiny: Path, run: Run, workspace: Path, tmp_path: Path) -> None:
    """A folder of Markdown that is loaded by chance would overwrite nothing but could add anything."""
    assert run("load", tiny).exit_code == 0
    cards = tmp_path / "cards"
    export_cards(Session(workspace, DAY), cards)
    for one in (cards, cards / "p0002-x.md"):
        if not one.exists():
            one.write_bytes(next(cards.glob("p*.md")).read_bytes())
        done = run("load", one)
        assert done.exit_code == 1
        assert "--source cards" in done.stderr


def test_a_folder_of_cards_holds_nothing_else(tiny: Path, run: Run, workspace: Path, tmp_path: Path) -> None:
    """Writing into a folder of somebody's own files could remove them; a card of a person gone must go."""
    assert run("load", tiny).exit_code == 0
    cards, session = tmp_path / "cards", Session(workspace, DAY)
    written = export_cards(session, cards)
    assert (written.people, written.removed) == (len(tree(cards)) - 2, 0)
    (cards / "p0999-gone.md").write_text("netscout-card: 1\nid: p0999\n")
    (cards / ".p0002-x.md.0.tmp").write_text("half")
    assert export_cards(session, cards).removed == 1
    before = tree(cards)
    for name, text in (("notes.txt", "mine"), ("p0002-mine.md", "# my own notes"), ("targets", "")):
        (cards / name).write_text(text)
        with pytest.raises(OutputError):
            export_cards(session, cards)
        assert (cards / name).read_text() == text
        (cards / name).unlink()
    assert tree(cards) == before


def test_wrong_targets_stop_before_anything_is_stored(tiny: Path, run: Run, workspace: Path, tmp_path: Path) -> None:
    """A broken file beside the cards would leave a workspace that no command can read."""
    assert run("load", tiny).exit_code == 0
    cards = tmp_path / "cards"
    export_cards(Session(workspace, DAY), cards)
    (cards / "targets.toml").write_text("[[target]\n")
    shutil.rmtree(workspace)
    assert run("load", "--source", "cards", cards).exit_code == 1
    assert not (workspace / "netscout.db").exists()


def _damaged(whole: dict[str, Any], how: str) -> Any:
    people, records = whole["people"], whole["workspace"]["records"]
    sighting = people[0]["records"]["sighting"][0]
    match how:
        case "same id twice":
            people.append(people[0])
        case "owner" | "export":
            records.pop(how)
        case "alias of itself":
            people[0]["records"]["person_alias"] = [{"alias": people[0]["id"]}]
        case "id beyond":
            people[0]["id"] = "p999999999999999"
        case "day of nothing":
            records["export"][0]["export_date"] = "2026-13-01"
        case "ledger of nothing":
            records["source_file"][0]["ledger"] = {"files": [{"x": 1}], "ignored": []}
        case "rows of nothing":
            people[0]["records"] = [{"sighting": None}]
        case _:
            sighting.update(json.loads(how))
    return whole


DAMAGE = (
    *("same id twice", "owner", "export", "alias of itself", "id beyond", "day of nothing", "ledger of nothing"),
    *("rows of nothing", '{"n": "1"}', '{"n": 9223372036854775808}', '{"kind": "enemy"}', '{"slug); DROP --": "x"}'),
    *('{"born": "p0777"}', '{"person": "p0777"}', '{"owner": "p0777"}', '{"emails": [[]]}', '{"file": -5}'),
)


@pytest.mark.parametrize("how", some(5, DAMAGE))
def test_damaged_json_ends_orderly(how: str, tiny: Path, run: Run, workspace: Path, tmp_path: Path) -> None:
    """A hand-edited file would end in a traceback, or in a workspace that other commands cannot read."""
    assert run("load", tiny).exit_code == 0
    path = tmp_path / "people.json"
    export_json(Session(workspace, DAY), path)
    path.write_text(json.dumps(_damaged(json.loads(path.read_text(encoding="utf-8")), how)))
    for fresh in (False, True):
        if fresh:
            shutil.rmtree(workspace)
        done = run("load", path, "--json")
        assert done.exit_code == 0, done.output
        counts = json.loads(done.stdout)["counts"]
        assert counts["rows"] == counts["people"] + counts["duplicates"] + counts["unreadable"]
        assert counts["log_lines"] == counts["taken"] + counts["known"] + counts["log_unreadable"]
        for words in (("people",), ("rank", "--json"), ("doctor",)):
            assert "bug" not in run(*words).output


def test_another_file_is_refused(run: Run, workspace: Path, tmp_path: Path) -> None:
    """A file cut in half would make an empty workspace and look like success."""
    path = tmp_path / "people.json"
    path.write_text('{"schema": 1, "kind": "netscout-people", "people": [')
    assert run("load", path).exit_code == 1
    assert not (workspace / "netscout.db").exists()
    with pytest.raises(InputError):
        take_in(Session(workspace, DAY), path)


PEOPLE = st.lists(
    st.tuples(TEXT, TEXT, TEXT, st.one_of(st.none(), TEXT.filter(bool)), st.lists(TEXT, max_size=2), TEXT),
    min_size=1,
    max_size=4,
)


def _filled(ws: Workspace, people: list[Any], moments: list[Any]) -> None:
    """Fill a workspace with people whose every text is hostile."""
    sightings = [
        seen(name, slug, company=company, title=title, emails=tuple(emails), headline=text, line=at)
        for at, (name, company, title, slug, emails, text) in enumerate(people)
    ]
    contacts: tuple[Interaction, ...] = tuple(
        contact(at % len(sightings), "in", moment, conversation=people[0][5], detail=people[0][1], length=at)
        for at, moment in enumerate(moments)
    )
    one: Export = export("2026-01-05", *sightings, interactions=contacts, notes=(PrivateNote(0, people[0][5]),))
    import_export(ws, one, today="2026-01-06", resolve=resolve)
    first = ws.db.execute("SELECT min(person) FROM profile").fetchone()[0]
    if first is not None:
        person, text = f"p{first:04d}", people[0][5]
        set_label(ws, person, "know", on="2026-03-01", place=text)
        avoid(ws, person, on="2026-03-02", reason=text)
        append_event(ws, Event(person, "asked", "2026-03-03", zone=text, note=text, logged_on="2026-03-03"))
        ws.db.execute(
            "INSERT INTO note (person, on_day, text, theme) VALUES (?, '2026-03-04', ?, ?)", (first, text, text)
        )


@settings(max_examples=examples(25))
@given(PEOPLE, st.lists(st.one_of(st.none(), st.integers(0, 2**32)), max_size=4))
@example([("## Log", "none", "none", "none", ["none", ""], "none")], [0, None])
def test_any_workspace_comes_back(people: list[Any], moments: list[Any]) -> None:
    """A name, note or title with marks of ours would break its card, or come back changed."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        with Workspace.open(root / "a", create=True) as ws:
            _filled(ws, people, moments)
            made = dump(ws)
        files = dict(card_files(made))
        (root / "cards").mkdir()
        for name, text in files.items():
            assert len(name) <= 120
            (root / "cards" / name).write_bytes(text.encode())
        whole = whole_text(made, {})
        (root / "people.json").write_bytes(whole.encode())
        for read in (read_cards(root / "cards", Limits()), read_whole(root / "people.json", Limits())):
            assert (read.bad, read.unreadable, read.files) == ((), (), len(made.cards))
            with Workspace.open(root / read.kind, create=True) as ws:
                with ws.writing() as db:
                    assert restore(db, read).bad == []
                again = dump(ws)
            assert dict(card_files(again)) == files
            assert whole_text(again, {}) == whole
