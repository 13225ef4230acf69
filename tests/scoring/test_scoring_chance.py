"""P(reply) and warmth: exact parts, the laws of evidence, the user's word."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.scoring import reply, warmth
from netscout.scoring.chance import LABEL_SHIFT
from netscout.settings import Settings
from netscout.tables import INTERACTIONS, PEOPLE
from netscout.ties import features

if TYPE_CHECKING:
    from netscout.tables import Interactions, People, Ties
    from tests.scoring.conftest import MakeTies, MakeWorld

SETTINGS = Settings()
TODAY = date(2024, 6, 1)
MIDNIGHT = datetime(2024, 6, 1, tzinfo=UTC).timestamp()


def parts(table: pd.DataFrame) -> list[float]:
    """Return the sum of the parts of each row."""
    shown = [name for name in table.columns if name.startswith("part.")]
    return [float(total) for total in table[shown].to_numpy(float).sum(axis=1)]


def test_parts_sum_to_the_logarithm(world: MakeWorld) -> None:
    """A printed part that does not add up explains nothing."""
    found = reply(world(300).ties, SETTINGS)
    assert parts(found) == pytest.approx(100 * np.log(found["p_reply"].to_numpy()), abs=1e-9)


def test_split_where_the_chance_equals_the_base(ties_table: MakeTies) -> None:
    """The quotient of the split has a limit there, no division by nothing."""
    found = reply(ties_table(2, base=[1 / 3, 0.4]), SETTINGS)
    assert parts(found) == pytest.approx([100 * math.log(1 / 3)] * 2, abs=1e-9)


def test_starting_guess_alone_is_not_known(ties_table: MakeTies) -> None:
    """A guess shown as a chance would be a lie; the user's word or a gesture makes it one."""
    table = ties_table(4, label=["", "know", "", ""], evidence=["E0", "E0", "E1", "E2"], invited_me=True)
    found = reply(table, SETTINGS)
    assert found["band"].tolist()[0] == "not known"
    assert "not known" not in found["band"].tolist()[1:]
    assert found["p_reply"][0] > 1 / 3  # an invitation row with E0 evidence cannot occur; its shift is harmless


@pytest.mark.parametrize("label", ["close", "know", "met", "stranger"])
@pytest.mark.parametrize("evidence", ["E0", "E2"])
def test_labels_add_to_the_logit(ties_table: MakeTies, label: str, evidence: str) -> None:
    """The user's word must count the same beside any evidence."""
    found = reply(ties_table(2, label=["", label], evidence=evidence, has_messages=evidence == "E2"), SETTINGS)
    plain, said = found["p_reply"]
    assert math.log(said / (1 - said)) - math.log(plain / (1 - plain)) == pytest.approx(LABEL_SHIFT[label])


def test_label_wins_in_what_is_shown(ties_table: MakeTies) -> None:
    """Data must not contradict the user to their face; the data's own band stays beside it."""
    table = ties_table(3, label=["close", "stranger", ""], has_messages=True, reciprocal=[0.0, 50.0, 50.0])
    found = warmth(table.assign(since_any=2.0), SETTINGS)
    assert found["strength"].tolist() == ["close", "stranger", "warm"]
    assert found["warmth"].tolist()[:2] == [1.0, 0.0]
    assert found["warmth_band"].tolist()[1] == "warm"


def test_strength_without_messages_is_unknown(ties_table: MakeTies) -> None:
    """Nothing seen is no weak tie."""
    assert warmth(ties_table(1), SETTINGS)["strength"].tolist() == ["unknown"]


def test_the_word_close_is_left_to_the_user(world: MakeWorld) -> None:
    """No data of ours may call a tie close."""
    assert "close" not in set(warmth(world(300).ties, SETTINGS)["warmth_band"])


@given(st.integers(0, 2_000), st.floats(0.1, 2_000), st.floats(0, 2_000))
def test_longer_silence_never_raises_a_score(seed: int, silent: float, more: float) -> None:
    """Law of silence, everything else equal."""
    rng = np.random.default_rng(seed)
    base: dict[str, Any] = {"base": 0.4, "reply_rate": rng.uniform(0.01, 0.99), "received_alone": rng.uniform(0, 50)}
    base |= {"sent_all": rng.integers(0, 50), "received_all": 5, "reciprocal": 2.0, "conversations": 3.0}
    base |= {"evidence": "E2", "has_messages": True, "label": "", "invited_me": False, "invitation_note": False}
    base |= {"recommended_me": False, "recommended_by_me": False, "endorsed_me": 0, "endorsed_by_me": 0}
    base |= {"shared_in_tenure": False, "shared_employer": "", "shared_school": "", "address_book": False}
    table = cast("Ties", pd.DataFrame([base, base]).assign(id=["a", "b"]))
    for column in ("since_received", "since_any"):
        table[column] = [silent, silent + more]
    chance, warm = reply(table, SETTINGS)["p_reply"], warmth(table, SETTINGS)["warmth_data"]
    assert chance[1] <= chance[0] + 1e-12
    assert warm[1] <= warm[0] + 1e-12


def chance_of(rows: list[tuple[str, str, int, int]]) -> float:
    """Return P(reply) of person a with these messages: person, direction, hours before today, recipients."""
    table = [(who, "message", way, MIDNIGHT - hours * 3600, k, "c", "") for who, way, hours, k in rows]
    what = pd.DataFrame(table, columns=INTERACTIONS.names()).astype({"at": float, "recipients": "int64"})
    who = pd.DataFrame([dict.fromkeys(PEOPLE.names(), "") | {"id": one} for one in "ab"])
    who = who.assign(known_from="connections", gone=False)
    facts = features(
        cast("People", who), cast("Interactions", what), positions=(), labels={"a": "met"}, company_keys={}, today=TODAY
    )
    return float(reply(facts, SETTINGS)["p_reply"][0])


HISTORY = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["in", "out"]), st.integers(1, 20_000), st.integers(1, 3)),
    min_size=1,
    max_size=25,
)


def test_the_address_book_is_a_small_part_without_messages(ties_table: MakeTies) -> None:
    """An upload sweeps in everyone: it may move the guess a little, and say nothing beside messages."""
    found = reply(ties_table(2, address_book=[False, True]), SETTINGS)
    parts = found.filter(like="part.reply.")
    assert found["p_reply"][0] < found["p_reply"][1] < 0.36
    assert np.allclose(parts.sum(axis=1), 100 * np.log(found["p_reply"]), atol=1e-9)
    assert found["part.reply.address_book"].tolist()[0] == 0 < found["part.reply.address_book"][1]
    assert found["band"].tolist() == ["not known"] * 2
    written = reply(ties_table(2, address_book=[False, True], evidence="E2", has_messages=True), SETTINGS)
    assert (written["part.reply.address_book"] == 0).all()
    assert written["p_reply"][0] == written["p_reply"][1]


@given(HISTORY, st.integers(170, 19_000))
def test_one_more_unanswered_message_never_raises_the_chance(rows: list[tuple[str, str, int, int]], hours: int) -> None:
    """The law that the form of five terms breaks: writing more cannot make an answer likelier."""
    quiet = all(not (who == "a" and way == "in" and hours - 169 <= at < hours) for who, way, at, _ in rows)
    talked = any(who == "a" for who, *_ in rows)
    if quiet and talked:
        assert chance_of([*rows, ("a", "out", hours, 1)]) <= chance_of(rows) + 1e-12


@given(HISTORY, st.integers(0, 24), st.integers(1, 160))
def test_one_more_answer_never_lowers_the_chance(
    rows: list[tuple[str, str, int, int]], chosen: int, later: int
) -> None:
    """An answer within a week is good news, whatever else there is."""
    asked = [one for one in rows if one[0] == "a" and one[1] == "out" and one[2] > 168]
    if asked:
        _, _, at, k = asked[chosen % len(asked)]
        assert chance_of([*rows, ("a", "in", max(1, at - later), k)]) >= chance_of(rows) - 1e-12


@given(HISTORY, st.integers(170, 19_000), st.integers(1, 160))
def test_one_more_answered_message_never_lowers_the_chance(
    rows: list[tuple[str, str, int, int]], hours: int, later: int
) -> None:
    """The same with the question: a letter of yours and their answer within the week, in the mailbox's time."""
    before = [*rows, ("b", "out", 20_000, 1)]
    more = [*before, ("a", "out", hours, 1), ("a", "in", max(1, hours - later), 1)]
    assert chance_of(more) >= chance_of(before) - 1e-12


@given(st.integers(0, 2_000))
def test_without_messages_no_interval_is_narrower(world: MakeWorld, seed: int) -> None:
    """Removing messages.csv leaves the user's word and other gestures, and never claims to know more."""
    rng = np.random.default_rng(seed)
    with_messages = world(40, seed).ties.assign(
        invited_me=rng.random(40) < 0.5, invitation_note=rng.random(40) < 0.5, endorsed_me=rng.integers(0, 2, 40)
    )
    without = with_messages.assign(evidence="E1", has_messages=False)
    there = (with_messages["evidence"] == "E2").to_numpy(bool)
    wide, narrow = (reply(one, SETTINGS)[there] for one in (without, with_messages))
    assert ((wide["p_reply_high"] - wide["p_reply_low"]) >= (narrow["p_reply_high"] - narrow["p_reply_low"])).all()


def test_shared_history_counts_without_messages_only(ties_table: MakeTies) -> None:
    """Beside messages it says nothing that they do not say better; it is less than any step of fit."""
    shared = {"shared_employer": ["", "Old Mill", "Old Mill", ""], "shared_in_tenure": [False, False, True, False]}
    table = ties_table(4, **shared, shared_school=["", "", "", "Harbour College"])
    history = reply(table, SETTINGS)["part.reply.history"].to_numpy()
    assert history[0] == 0
    assert 0 < history[1] == history[3] < history[2] < 100 * math.log(0.5 / 0.45)
    messages = reply(table.assign(evidence="E2", has_messages=True), SETTINGS)
    assert (messages["part.reply.history"] == 0).all()


def test_row_order_changes_nothing(world: MakeWorld) -> None:
    """Same bytes for the same export, however its rows are ordered."""
    ties = world(60).ties
    for score in (reply, warmth):
        straight = score(ties, SETTINGS).set_index("id")
        turned = score(ties.iloc[::-1].reset_index(drop=True), SETTINGS).set_index("id")
        pd.testing.assert_frame_equal(straight, turned.loc[straight.index], check_exact=True)
