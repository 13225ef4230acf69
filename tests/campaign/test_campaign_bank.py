"""The bank of questions against what it promises: counts, lengths, no two alike, texts and table one to one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from netscout.campaign.bank import BANK, BY_ID, FAMILIES, FLAGS, MOST_WORDS, NEEDS
from netscout.campaign.own_questions import count_words
from netscout.campaign.research import ITEMS, PARTS
from netscout.lang import texts
from netscout.model.own_question import PHASES
from tests.campaign.talks import AUDIENCES

QUESTIONS = texts("questions")
REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "campaign.md"
REFERRED = 75
"""Questions of the reference; those after them are for people who can open doors, who do not do the work."""
MENDED = frozenset(("Q06",))
"""Said otherwise than the reference, which has them say more than the ledger knows."""
OURS = ("Q76", "Q77", "Q78", "Q79", "Q80", "Q81")


def test_the_counts_of_the_bank() -> None:
    """A bank that lost a phase or a family would make lopsided talks."""
    assert len(BANK) == len(BY_ID) == REFERRED + len(OURS)
    assert set(QUESTIONS) == set(BY_ID)
    assert [one.id for one in BANK] == [f"Q{number:02}" for number in range(1, len(BANK) + 1)]
    assert sum("R" in one.flags for one in BANK if one.phase == "culture") >= 10
    phases, families = Counter(one.phase for one in BANK), Counter(one.family for one in BANK)
    assert min(phases[one] for one in PHASES) >= 5
    assert min(families[one] for one in FAMILIES) >= 4
    assert {one.audience for one in BANK[REFERRED:]} == {"connector"}
    assert list(dict.fromkeys(one.phase for one in BANK)) == list(PHASES)
    assert {one.audience for one in BANK} == {"any", *AUDIENCES}
    assert set("".join(one.flags for one in BANK)) == set(FLAGS)


@pytest.mark.parametrize("key", sorted(QUESTIONS))
def test_each_question_can_be_said(key: str) -> None:
    """A question too long for one breath, or that is no question."""
    text = QUESTIONS[key]
    assert count_words(text) <= MOST_WORDS
    assert text.endswith("?")


def test_no_two_questions_are_alike() -> None:
    """The same question twice in one talk, in other words."""
    words = {key: {one.lower() for one in re.findall(r"[A-Za-z]{4,}", text)} for key, text in QUESTIONS.items()}
    for one, other in combinations(words, 2):
        assert len(words[one] & words[other]) / len(words[one] | words[other]) <= 0.6, (one, other)


def test_what_needs_research_names_its_line() -> None:
    """A question that waits for something nobody can look up would never be asked."""
    assert {one.id for one in BANK if set("PO") & set(one.flags)} == set(NEEDS)
    assert set(NEEDS.values()) - {"referrer"} <= set(ITEMS)  # the referrer stands in the ledger
    assert {one.part for one in ITEMS.values()} == set(PARTS)


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the shared references are not beside this checkout")
def test_the_bank_is_that_of_the_reference() -> None:
    """A slip in copying would stay unseen."""
    for row in REFERENCE.read_text(encoding="utf-8").splitlines():
        cells = [one.strip() for one in row.strip("| ").split(" | ")]
        if len(cells) == 8 and re.fullmatch(r"Q\d\d", cells[0]):
            one = BY_ID[cells[0]]
            flags = "".join(char for char in cells[5] if char.isalpha())
            told = (one.phase, one.family or "-", one.purpose, one.audience, one.flags, str(one.minutes))
            assert told == (cells[1], cells[2], cells[3], cells[4], flags, cells[6])
            plain = re.sub(r"\{([^}]*)\}", "_", cells[7])
            assert one.id in MENDED or re.sub(r"\{\{\w+\}\}", "_", QUESTIONS[one.id]) == plain
