"""What the answers changed: today's lists with them and without them, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from netscout.app import answered as module
from netscout.app.pipeline import study
from netscout.app.report import gather
from netscout.app.said import said_by
from netscout.app.session import Session
from netscout.model.answered import Answered, Word
from netscout.store.page_marks import note_page, page_mark
from netscout.store.workspace import Workspace
from tests.app.test_app_answers import counts, saved
from tests.conftest import TODAY
from tests.examples import some

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.model.report import ReportData
    from tests.conftest import Run

DAY = "2026-11-15"
Places = dict[str, dict[str, int]]


def places(run: Run) -> Places:
    """Return who stands where on the first twenty places of each list, as `rank` says."""
    rows = json.loads(run("rank", "--json", "-n", "20").stdout)["rows"]
    return {kind: {row["id"]: row["rank"] for row in rows if row["list"] == kind} for kind in (*_KINDS,)}


_KINDS = ("practitioners", "connectors")
KINDS = ("label", "avoid", "nothing", "event", "job", "fit")


def page(workspace: Path, form: str = "mine") -> ReportData:
    """Return what the page of the test's day would show."""
    return gather(Session(workspace, date.fromisoformat(TODAY)), form=form)


def written(workspace: Path) -> None:
    """Note that a page was written now, as `report` does."""
    with Workspace.open(workspace, create=False) as ws:
        note_page(ws, on=TODAY)


def found(workspace: Path) -> Answered:
    """Return what the page says of the answers; they are there."""
    told = page(workspace).answered
    assert told is not None
    return told


def differences(before: Places, after: Places) -> dict[str, dict[str, tuple[int, int]]]:
    """Return by list everybody whose place differs, with both places; 0 is not on the list."""
    out = {}
    for kind in _KINDS:
        one, other = before[kind], after[kind]
        people = [person for person in {**one, **other} if one.get(person, 0) != other.get(person, 0)]
        out[kind] = {person: (one.get(person, 0), other.get(person, 0)) for person in people}
    return out


def moves(told: Answered) -> dict[str, dict[str, tuple[int, int]]]:
    """Return the same as the page tells it."""
    return {ranked.list: {one.person: (one.before, one.after) for one in ranked.moves} for ranked in told.lists}


def taps_of(kind: str, before: Places) -> list[dict[str, Any]]:
    """Return answers of one kind about people who stand on the lists."""
    listed = list(before["practitioners"])
    first, second, late = listed[0], listed[1], listed[12]
    made: dict[str, list[dict[str, Any]]] = {
        "label": [{"person": late, "label": "close"}, {"person": first, "label": "stranger"}],
        "avoid": [{"person": first, "avoid": True}],
        "event": [{"person": first, "event": "asked"}, {"person": second, "event": "met"}],
        "job": [{"title": "Sponsorship Manager", "job": "Data Analyst"}],
        "fit": [{"title": "Messebauerin", "target": "data", "fit": "match"}],
        "nothing": [{"person": "p0300", "label": "stranger"}],
    }
    return [{**one, "on": DAY} for one in made[kind]]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_moves_are_those_of_the_lists(run: Run, loaded: Path, tmp_path: Path, kind: str) -> None:
    """A page that tells of moves which `rank` before and after the answers does not show, or misses one."""
    written(loaded)
    assert page(loaded).answered is None
    before = places(run)
    taps = taps_of(kind, before)
    assert counts(run, saved(tmp_path, taps))["taken"] == len(taps)
    told = found(loaded)
    assert moves(told) == differences(before, places(run))
    assert len(told.words) == len(taps)
    assert any(told_list.moves for told_list in told.lists) == (kind != "nothing")


@pytest.mark.slow
def test_only_answers_count(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A change of the settings, or a later day, that passes for the work of an answer."""
    written(loaded)
    plan = loaded / "targets.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + "\n[weights]\ndiversity = 0.0\n", encoding="utf-8")
    before = places(run)
    counts(run, saved(tmp_path, taps_of("avoid", before)))
    assert moves(found(loaded)) == differences(before, places(run))


@pytest.mark.slow
def test_each_move_knows_its_answer(run: Run, loaded: Path, tmp_path: Path) -> None:
    """Somebody who only made room would be told to have moved by an answer, or the other way round."""
    written(loaded)
    before = places(run)
    first, second, *_ = before["practitioners"]
    taps = [{"person": first, "avoid": True, "on": DAY}, {"person": second, "event": "asked", "on": DAY}]
    counts(run, saved(tmp_path, taps))
    told = found(loaded)
    assert told.words == (Word("avoid", "yes", "", first), Word("event", "asked", DAY, second))
    why = {one.person: one.words for one in told.lists[0].moves}
    assert (why.pop(first), why.pop(second)) == ((0,), (1,))
    assert set(why.values()) == {()}
    came, went = told.cards[0][1:]
    assert {first, second} <= set(went)
    assert set(came) <= {one.person for one in page(loaded).asks}


def test_a_word_against_is_no_reason_to_rise(run: Run, loaded: Path, tmp_path: Path) -> None:
    """Who rises only because others left would be told to rise for being called a stranger."""
    written(loaded)
    listed = list(places(run)["practitioners"])
    off = [{"person": one, "avoid": True, "on": DAY} for one in listed[:6]]
    counts(run, saved(tmp_path, [*off, *({"person": one, "label": "stranger", "on": DAY} for one in listed[6:])]))
    moved = [one for one in found(loaded).lists[0].moves if one.person in listed[6:]]
    risen = [one for one in moved if 0 < one.after < one.before]
    assert risen
    assert not [one for one in risen if one.words]


@pytest.mark.slow
def test_leaving_words_out_gives_the_study_before(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A comparison with something that never was: a part of the study still knows what was left out."""
    written(loaded)
    session = Session(loaded, date.fromisoformat(TODAY))
    with session.open() as workspace:
        before = study(session, workspace)
    taps = [tap for kind in ("label", "avoid", "event", "job", "fit") for tap in taps_of(kind, places(run))]
    taps = list({(one.get("person"), one.get("title")): one for one in taps}.values())
    listed = before.people.set_index("id")["title"]
    taps += [{"title": listed[one], "job": "Chief Executive", "on": DAY} for one in list(places(run)["connectors"])[:3]]
    assert counts(run, saved(tmp_path, taps))["taken"] == len(taps)
    with session.open() as workspace:
        after = study(session, workspace)
        mark = page_mark(workspace)
        assert mark is not None
        without = module.unsaid(after, workspace, said_by(session, workspace, mark))
    assert not after.titles.equals(before.titles)
    for name in ("people", "ties", "titles", "companies", "employers"):
        assert getattr(without, name).equals(getattr(before, name)), name
    assert (without.said, without.off, without.community) == (before.said, before.off, before.community)


def test_the_work_of_a_title_names_its_people(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A title settled for many whose holders come onto the list without a reason."""
    written(loaded)
    counts(run, saved(tmp_path, taps_of("fit", places(run))))
    told = found(loaded)
    (word,) = told.words
    assert (word.kind, word.value, word.target, word.title) == ("fit", "match", "data", "Messebauerin")
    assert word.people >= 1
    assert [one.words for one in told.lists[0].moves if not one.before]
    assert all(one.words == (0,) for one in told.lists[0].moves if not one.before)


@pytest.mark.slow
def test_taken_back_is_told_the_other_way(run: Run, loaded: Path, tmp_path: Path) -> None:
    """Who is let on the lists again would be told to have come by chance."""
    first = next(iter(places(run)["practitioners"]))
    counts(run, saved(tmp_path, [{"person": first, "avoid": True, "on": DAY}]))
    written(loaded)
    counts(run, saved(tmp_path, [{"person": first, "avoid": False, "on": TODAY}]))
    told = found(loaded)
    assert told.words == (Word("avoid", "", "", first),)
    assert next(one for one in told.lists[0].moves if one.person == first).words == (0,)


@pytest.mark.slow
def test_the_same_page_says_the_same(run: Run, loaded: Path, tmp_path: Path) -> None:
    """The section that is gone when the page is made a second time, or stays when nothing new was said."""
    written(loaded)
    counts(run, saved(tmp_path, [{"person": "p0300", "label": "close", "on": DAY}]))
    told = found(loaded)
    written(loaded)
    assert found(loaded) == told
    counts(run, saved(tmp_path, [{"person": "p0301", "label": "close", "on": DAY}]))
    assert [one.person for one in found(loaded).words] == ["p0301"]


def test_nothing_is_ranked_twice_without_need(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page would take the time of two."""
    written(loaded)
    monkeypatch.setattr(module, "unsaid", None)
    assert page(loaded).answered is None


def test_a_page_for_others_holds_no_answers(run: Run, loaded: Path, tmp_path: Path) -> None:
    """A shared page that tells what the user said of people."""
    written(loaded)
    counts(run, saved(tmp_path, taps_of("label", places(run))))
    shared = page(loaded, "share")
    assert (shared.answered, shared.said) == (None, {})


@pytest.mark.parametrize("event", some(1, ["asked", "replied", "met"]))
def test_nobody_is_proposed_twice(run: Run, loaded: Path, tmp_path: Path, event: str) -> None:
    """Somebody who was asked, answered, or gave a talk yesterday is named again as one to write to this week."""
    first = page(loaded).asks[0].person
    counts(run, saved(tmp_path, [{"person": first, "event": event, "on": DAY}]))
    now = page(loaded)
    assert first not in {one.person for one in now.asks}
    assert first not in {row.id for pair in now.lists for ranked in pair for row in ranked.rows if row.rank}
    assert now.said[first].events == {event: DAY}


@pytest.mark.slow
def test_a_talk_rests_four_weeks(run: Run, loaded: Path, tmp_path: Path) -> None:
    """Somebody who gave a talk once and never stands on a list again."""
    first = page(loaded).asks[0].person
    counts(run, saved(tmp_path, [{"person": first, "event": "met", "on": "2026-10-18"}]))
    later = page(loaded)
    row = next(row for row in later.lists[0][0].rows if row.id == first)
    assert not row.excluded
