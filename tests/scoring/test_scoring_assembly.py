"""The rows every face shows, their words, and `why`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.model.ranking import RankedList
from netscout.scoring import Inputs, assemble, connectors, inputs, pool, practitioners, stability, why
from netscout.scoring.reasons import missing
from netscout.scoring.wording import ordinal
from netscout.selection import choose
from netscout.settings import Settings

if TYPE_CHECKING:
    from netscout.model.ranking import Selection
    from netscout.scoring import Scores
    from tests.scoring.conftest import MakeTies, MakeWorld

SETTINGS = Settings()
BOTH = (practitioners, connectors)


def ranked(made: Inputs, n: int = 10, *, doors: bool = False) -> tuple[Scores, Selection, RankedList]:
    """Return scores, choice and list."""
    scores = (connectors if doors else practitioners)(made, SETTINGS)
    chosen = choose(pool(made, scores), n, SETTINGS)
    return scores, chosen, assemble(made, scores, chosen, SETTINGS)


@given(st.integers(0, 400), st.booleans())
def test_everybody_has_a_row_whose_parts_sum(world: MakeWorld, seed: int, doors: bool) -> None:
    """Also the excluded; gains sum to the gain; ranks are 1, 2, 3 and so on."""
    made = world(50, seed)
    _, chosen, found = ranked(made, 10_000, doors=doors)
    assert sorted(row.id for row in found.rows) == sorted(made.people["id"])
    for row in found.rows:
        assert sum(part.points for part in row.parts) == pytest.approx(row.score, abs=1e-9)
        assert all(part.sentence and part.source for part in row.parts)
        assert (row.excluded is None) == (row.pure_rank > 0)
        assert not (row.excluded and row.rank)
    picked = [row for row in found.rows if row.rank]
    assert [row.rank for row in picked] == list(range(1, len(picked) + 1))
    for row, pick in zip(picked, chosen.picks, strict=True):
        assert sum(part.points for part in row.gains) == pytest.approx(pick.gain, abs=1e-9)


def test_parts_are_unique_by_key(world: MakeWorld) -> None:
    """The JSON holds parts as an object: a repeated key would swallow points."""
    for doors in (False, True):
        for row in ranked(world(50), doors=doors)[2].rows:
            keys = [part.key for part in row.parts]
            assert len(set(keys)) == len(keys)


def test_reasons_carry_fact_and_file(world: MakeWorld) -> None:
    """At most four, each with the file and its rows or the user's own word."""
    for doors in (False, True):
        rows = [row for row in ranked(world(120, 3), 30, doors=doors)[2].rows if row.rank]
        assert any(row.reasons for row in rows)
        for reason in (one for row in rows for one in row.reasons):
            assert re.search(r"\.csv, [\d,]+ rows?$|^your own word$", reason.source), reason
        assert max(len(row.reasons) for row in rows) <= 4


def test_words_that_are_left_to_the_user(world: MakeWorld) -> None:
    """Never "knows", "close" or "trusts" of anybody whom the user did not call so."""
    for doors in (False, True):
        for row in ranked(world(120, 5), 100, doors=doors)[2].rows:
            said = [*(one.text for one in row.reasons), row.against, *(part.sentence for part in row.parts)]
            said = [text for text in said if not text.startswith("you said you ")]
            assert not re.search(r"\b(knows|close|trusts?)\b", " ".join(said)), said


def test_the_fact_behind_the_chance(world: MakeWorld, ties_table: MakeTies) -> None:
    """The sentence the page opens with."""
    made = world(1, verdict="match", level="holds", excluded="", title_reason="is a baker", sector="Food")
    facts = {"asked": 5.0, "hits": 4.0, "sent": 5, "received": 6, "sent_all": 5, "received_all": 6, "since_any": 20.0}
    ties = ties_table(1, **facts, evidence="E2", has_messages=True, last_received_day="2024-06-11")
    row = ranked(inputs(made.people, ties, made.candidates, target=made.target))[2].rows[0]
    texts = {reason.text: reason.source for reason in row.reasons}
    assert texts["answered 4 of 5 of your messages, last 2024-06"] == "messages.csv, 11 rows"
    assert row.missing == ""


@pytest.mark.parametrize(
    ("size", "told"), [(2, "1 contact at the same company fits"), (3, "2 contacts at the same company fit")]
)
def test_one_colleague_fits_and_two_fit(world: MakeWorld, ties_table: MakeTies, size: int, told: str) -> None:
    """One colleague would be told with the verb of many."""
    made = world(size, company_key=["mill"] * size, verdict="match", level="holds", excluded="", flags="", role_kind="")
    made = inputs(made.people, ties_table(size, label=["know"] * size), made.candidates, target=made.target)
    found = ranked(made, doors=True)[2]
    assert any(f"{told} your target" == one.text for row in found.rows for one in row.reasons)


def test_dormant_ties_are_marked(world: MakeWorld, ties_table: MakeTies) -> None:
    """People wrongly skip them; the row says so."""
    made = world(1, verdict="match", level="holds", excluded="")
    facts = {"received": 4, "received_all": 4, "since_any": 500.0, "last_day": "2023-01-09"}
    ties = ties_table(1, **facts, evidence="E2", has_messages=True)
    row = ranked(inputs(made.people, ties, made.candidates, target=made.target))[2].rows[0]
    assert row.against == "silent since 2023-01: you will be tempted to skip this one"


@pytest.mark.parametrize(
    ("tie", "any_messages", "untold", "words"),
    [
        (("E0", ""), False, (False, False), "no messages in this export; strength unknown"),
        (("E1", ""), True, (False, False), "no messages with this person in this export; strength unknown"),
        (("E0", "know"), False, (False, False), "no messages in this export"),
        (("E2", ""), True, (True, False), "the title is not understood"),
        (("E2", ""), True, (False, True), "the field of business is unknown"),
        (("E2", ""), True, (False, False), ""),
    ],
)
def test_what_is_missing(tie: tuple[str, str], any_messages: bool, untold: tuple[bool, bool], words: str) -> None:
    """Unknown is said, never filled in."""
    assert missing(tie, any_messages, untold).startswith(words)


def test_label_wins_in_strength(world: MakeWorld) -> None:
    """What the user said is what is shown."""
    made = world(80)
    said = dict(zip(made.ties["id"], made.ties["label"], strict=True))
    for row in ranked(made)[2].rows:
        assert row.strength == (said[row.id] or row.warmth_band)
        assert not (row.evidence == "E0" and not said[row.id] and row.band != "not known")


def test_nobody_is_a_sentence(world: MakeWorld, ties_table: MakeTies) -> None:
    """An empty list says why, and what to do."""
    made = world(4, verdict="no", level="no")
    strangers = inputs(made.people, ties_table(4), made.candidates, target=made.target)
    assert "No connectors known yet" in ranked(strangers, doors=True)[2].note
    assert ranked(strangers)[2].note == "Nobody in this export has a title near this job."


@pytest.mark.parametrize("excluded", ["works at your present employer", ""])
def test_nobody_because_they_are_left_out(world: MakeWorld, ties_table: MakeTies, excluded: str) -> None:
    """Beside an empty list would stand that no message shows a connector, where colleagues wrote and are left out."""
    made = world(4, verdict="match", level="holds", excluded=excluded)
    known = inputs(made.people, ties_table(4, received=5, sent=5), made.candidates, target=made.target)
    for doors, begins in (
        (True, "Whoever shows that they know you is left out"),
        (False, "Everybody with a title near"),
    ):
        assert ranked(known, doors=doors)[2].note.startswith(begins) == bool(excluded)


def test_entry_level_missing_is_said(world: MakeWorld) -> None:
    """Fewer at entry level than the list looks for is told, not hidden."""
    made = world(30, verdict="match", level="holds", seniority="senior", excluded="")
    assert ranked(made)[2].note.startswith("Of those at entry level, nobody fit")


def test_passed_over_is_told(world: MakeWorld, ties_table: MakeTies) -> None:
    """Whom the quota keeps off stands in the row and at the foot of the list."""
    keys = ["mill"] * 6 + [f"firm{n}" for n in range(24)]
    sure = [0.99] * 6 + [0.6] * 24
    made = world(
        30, verdict="match", level="holds", excluded="", company_key=keys, probability=sure, company_verdict=""
    )
    told = made.candidates.assign(seniority="", community="", company_label="Old Mill")
    found = ranked(inputs(made.people, ties_table(30), told, target=made.target))[2]
    over = [row.passed_over for row in found.rows if row.passed_over]
    assert over.count("third from Old Mill; the first ten take 2 from one company") == 1
    assert len(found.passed_over) == len(over)


def test_without_a_target(world: MakeWorld) -> None:
    """People by strength and spread, fit not known."""
    found = ranked(replace(world(60), target=None))[2]
    assert all(row.fit is None for row in found.rows)
    assert (found.target, found.rows[0].rank) == ("", 1)


def test_why_answers_for_everybody(world: MakeWorld) -> None:
    """Listed or not, excluded or not understood: a sentence, a row, and a stability that repeats."""
    made = world(80, 2)
    for doors in (False, True):
        scores, chosen, found = ranked(made, doors=doors)
        rows = {row.id: row for row in found.rows}
        for person in made.people["id"]:
            answer = why(made, scores, chosen, SETTINGS, person=person, seed=1)
            assert answer.place
            assert answer.row.parts
            assert (answer.row.rank, answer.row.score) == (rows[person].rank, rows[person].score)
            assert 0 <= answer.stability <= 1
            assert not (answer.row.excluded and answer.changes)


def test_what_would_have_to_change(world: MakeWorld) -> None:
    """The place named must be the place the change would give."""
    made = world(40, verdict="match", level="holds", excluded="")
    levels = ["holds"] * 39 + ["training"]
    made = replace(made, candidates=made.candidates.assign(level=levels))
    scores, chosen, _ = ranked(made)
    answer = why(made, scores, chosen, SETTINGS, person="p0039")
    (best, *_) = answer.changes
    found = re.fullmatch(r"place (\d+): Fit ([\d.]+); with Fit 1\.0 place (\d+)", best)
    assert found
    row = scores.table.iloc[39]
    lifted = float(row["score"]) - 100 * float(np.log(row["fit"]))
    others = scores.table["score"].drop(39)
    assert int(found[3]) == int((others > lifted).sum()) + 1


def test_why_of_nobody(world: MakeWorld) -> None:
    """An id without a row is a fault of the caller."""
    made = world(3)
    scores, chosen, _ = ranked(made)
    with pytest.raises(KeyError):
        why(made, scores, chosen, SETTINGS, person="p9999")


def test_stability_repeats_and_ranks(world: MakeWorld) -> None:
    """Same seed, same share; the first stays more often than the last."""
    scores = practitioners(world(200), SETTINGS)
    one, two = stability(scores, 7), stability(scores, 7)
    assert one.tolist() == two.tolist()
    table = scores.table.assign(share=one)
    listed = table[table["listed"].to_numpy(bool)].sort_values("score", ascending=False)
    assert listed["share"].iloc[0] > listed["share"].iloc[-1]
    assert (table.loc[~table["listed"].to_numpy(bool), "share"] == 0).all()


@pytest.mark.parametrize(("number", "word"), [(1, "first"), (3, "third"), (4, "4th"), (12, "12th"), (22, "22nd")])
def test_ordinals(number: int, word: str) -> None:
    """Third from a company, not 3th."""
    assert ordinal(number) == word
