"""What the program itself writes comes through both lossless forms: no check is narrower than its own writers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netscout.app.session import Session
from netscout.campaign.proposals import EXPORT, as_event, key_of
from netscout.errors import NetscoutError
from netscout.matching.identity import resolve
from netscout.model.answers import EVENTS
from netscout.model.dump import INTERACTIONS
from netscout.model.event import Event
from netscout.model.export import Detail, PrivateNote
from netscout.model.person import LABELS
from netscout.model.proposal import Proposal
from netscout.reports.exports.cards import card_files
from netscout.reports.exports.whole import whole_text
from netscout.settings import Limits
from netscout.sources.cards import read_cards
from netscout.sources.whole import read_whole
from netscout.store.dismissals import dismiss
from netscout.store.dump import dump
from netscout.store.events import append_event, events, retract
from netscout.store.imports import import_export
from netscout.store.labels import avoid, remove_label, set_label, unavoid
from netscout.store.undump import restore
from netscout.store.workspace import Workspace
from tests.conftest import ROOT, TODAY, Run
from tests.examples import examples
from tests.store.store_builders import contact, export, seen

DAY = date.fromisoformat(TODAY)
PERSON = "p0002"
CLOCKS = st.times().map(lambda one: one.strftime("%H:%M:%S"))
DAYS = st.dates(date(1990, 1, 1), DAY).map(date.isoformat)
PROPOSED = st.builds(
    Proposal,
    st.just(1),
    st.just(PERSON),
    st.just(""),
    st.sampled_from(("asked", "followed-up", "replied", "heard-from")),
    DAYS,
    CLOCKS,
    st.just(""),
)
ENTRIES = st.builds(
    Event,
    st.just(PERSON),
    st.sampled_from(
        (
            *(*EVENTS, "noted", "prepared", "declined", "deferred", "bounced", "scheduled", "confirmed", "cancelled"),
            *("missed", "closed", "do-not-contact", "reopened", "thanked", "heard-from"),
        )
    ),
    DAYS,
    for_day=st.none() | DAYS,
    at=st.none() | st.times().map(lambda one: one.strftime("%H:%M")) | CLOCKS,
    zone=st.sampled_from((None, "UTC", "Europe/Berlin", "CET")),
    minutes=st.none() | st.integers(0, 600),
    source=st.sampled_from(("user", "answers", EXPORT)),
    logged_on=DAYS,
)
CONTACTS = st.tuples(
    st.sampled_from(INTERACTIONS),
    st.sampled_from(("in", "out", "co", "none")),
    st.none() | st.integers(0, 2**32),
    st.none() | DAYS | DAYS.map("{}T09:30".format),
)


def through_both(ws: Workspace, root: Path) -> Iterator[list[str]]:
    """Yield for each form what was wrong with what came back; the form and the database must be the same."""
    made = dump(ws)
    files, whole = dict(card_files(made)), whole_text(made, {})
    (root / "cards").mkdir()
    for name, text in files.items():
        (root / "cards" / name).write_bytes(text.encode())
    (root / "people.json").write_bytes(whole.encode())
    for read in (read_cards(root / "cards", Limits()), read_whole(root / "people.json", Limits())):
        wrong = [f"{read.kind} {one.file} {one.line}: {one.reason}" for one in (*read.bad, *read.unreadable)]
        with Workspace.open(root / f"again-{read.kind}", create=True) as again:
            with again.writing() as db:
                wrong += [f"{read.kind}: {one.reason}" for one in restore(db, read).bad]
            if events(again, all_entries=True) != events(ws, all_entries=True):
                wrong.append(f"{read.kind}: another log")
            if dict(card_files(dump(again))) != files or whole_text(dump(again), {}) != whole:
                wrong.append(f"{read.kind}: another form")
        yield wrong


@settings(max_examples=examples(30))
@given(st.lists(PROPOSED, max_size=3), st.lists(ENTRIES, max_size=4), st.lists(CONTACTS, max_size=4))
@example(
    [Proposal(1, PERSON, "", "replied", "2026-03-06", "10:00:07", "")],
    [Event(PERSON, "scheduled", "2026-03-06", "2026-03-09", "09:30", "CET", 20, logged_on=TODAY)],
    [("invitation", "out", None, "2026-03-06T09:30")],
)
def test_what_is_written_comes_back(
    proposed: list[Proposal], entries: list[Event], told: list[tuple[str, str, int | None, str | None]]
) -> None:
    """An entry that the program wrote itself would be refused as nonsense, and be lost on the way."""
    with TemporaryDirectory() as folder, Workspace.open(Path(folder) / "ws", create=True) as ws:
        contacts = tuple(contact(0, way, at, kind=kind, day=day) for kind, way, at, day in told)
        books = (Detail(0, "--12-24", ("+1 555 0100",), ("friends",), 2009, mentor=False),)
        one = export("2026-01-05", seen("Ana", "ana"), interactions=contacts, details=books)
        import_export(ws, one, today=TODAY, resolve=resolve)
        for each in (*(as_event(said, DAY) for said in proposed), *entries):
            append_event(ws, each)
        for at, said in enumerate(proposed):
            dismiss(ws, key_of(said), on=(DAY - timedelta(days=at)).isoformat())
        if proposed or entries:
            retract(ws, on=TODAY)
        assert list(through_both(ws, Path(folder))) == [[], []]


def test_every_word_on_a_person_comes_back(tmp_path: Path) -> None:
    """A label, its taking back, or somebody kept off the lists would be lost on the way."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        notes = (PrivateNote(0, "a heron", None), PrivateNote(0, "a bee", "2026-01-02"))
        import_export(ws, export("2026-01-05", seen("Ana", "ana"), notes=notes), today=TODAY, resolve=resolve)
        for label in LABELS:
            for source in ("user", "answers"):
                set_label(ws, PERSON, label, on=TODAY, place="a course", source=source)
        remove_label(ws, PERSON, on=TODAY)
        for source in ("user", "answers"):
            avoid(ws, PERSON, on=TODAY, source=source)
        unavoid(ws, PERSON)
        assert list(through_both(ws, tmp_path)) == [[], []]


SAMPLES = sorted(
    path
    for folder in ("demo", "hostile", "tiny")
    for path in (ROOT / "data_samples" / folder).iterdir()
    if path.suffix in (".zip", ".csv", ".vcf") and path.name != "huge_field.csv"
)


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda one: one.name)
def test_whatever_a_file_brings_comes_back(path: Path, tmp_path: Path) -> None:
    """A value that some file makes the program store would be refused by its own forms."""
    from netscout.app.load import load

    session = Session(tmp_path / "ws", date(2026, 11, 16))
    try:
        load(session, [path])
    except NetscoutError as fault:
        pytest.skip(f"not taken in: {fault.code}")
    with session.open() as ws:
        assert list(through_both(ws, tmp_path)) == [[], []]


def test_accepted_events_go_out_and_come_in_by_the_commands(
    run: Run, tiny: Path, workspace: Path, tmp_path: Path
) -> None:
    """The log of a campaign would come back empty from the user's own cards."""
    assert run("load", tiny).exit_code == 0
    with Workspace.open(workspace, create=False) as ws:
        append_event(ws, as_event(Proposal(1, PERSON, "", "asked", "2026-03-05", "09:00:00", ""), DAY))
    whole = tmp_path / "people.json"
    assert run("export", "people", "--format", "json", "--out", whole).exit_code == 0
    done = json.loads(run("--workspace", str(tmp_path / "other"), "load", whole, "--json").stdout)
    assert (done["counts"]["unreadable"], done["counts"]["log_unreadable"], done["warnings"]) == (0, 0, [])
    with Workspace.open(tmp_path / "other", create=False) as ws:
        assert [(one.event, one.at, one.zone) for one in events(ws)] == [("asked", "09:00:00", "UTC")]
