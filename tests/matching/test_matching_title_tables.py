"""The tables behind titles: whole, consistent, and true to the official codes."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from netscout.matching.built import table
from netscout.matching.lexicon import lexicon
from netscout.matching.lexicon_tables import label_keys

_ONET = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "onet" / "Occupation Data.txt"
_GROUPS = {f"{number}" for number in range(11, 57, 2)}


def test_codes_are_official() -> None:
    """A code that O*NET-SOC 2019 does not know would break every link to official data."""
    if not _ONET.exists():
        pytest.skip(f"needs the O*NET occupation list at {_ONET}")
    with _ONET.open(encoding="utf-8") as file:
        official = {row["O*NET-SOC Code"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert [role.id for role in lexicon().roles.values() if role.code and role.code not in official] == []


def test_every_major_group_has_roles() -> None:
    """A missing major group leaves whole families of people unknown."""
    known = lexicon()
    assert len(known.roles) >= 260
    assert {role.code[:2] for role in known.roles.values() if role.code} == _GROUPS
    assert set(known.families) >= _GROUPS


def test_tables_refer_to_known_rows() -> None:
    """A name that points nowhere would raise in the middle of a load."""
    known = lexicon()
    assert {row["role"] for row in table("labels.csv")} == set(known.roles)
    assert {role.line for role in known.roles.values()} <= set(known.lines)
    assert {role.broader for role in known.roles.values()} <= {"", *known.roles}
    assert {one for pair in known.related for one in pair} <= set(known.roles)
    assert {sense.role for senses in known.abbreviations.values() for sense in senses} <= set(known.roles)
    assert set(known.credentials.values()) <= {"", *known.roles}
    assert {line.group for line in known.lines.values()} <= set(known.families)
    assert set(known.family_words.values()) <= set(known.families)


def test_vocabulary_of_columns() -> None:
    """A misspelt rung, state or kind would be passed over in silence."""
    known = lexicon()
    assert {role.rung for role in known.roles.values()} == {"operative", "specialist", "manager", "head"}
    assert set(known.heads.values()) == {"generic", "operative", "level", "vague", "role"}
    assert {scope for _, scope in known.states.values()} == {
        *("next", "start", "before", "clause", "list", "study", "either", "now", "plain", "turned", "behind"),
    }
    assert {kind for _, kind in known.relations.values()} == {"start", "after"}
    assert set(known.related.values()) == {"rung", "neighbour"}


def test_no_table_repeats_a_row() -> None:
    """A repeated label hides a slip of the hand."""
    for name in ("labels.csv", "related.csv", "fields.csv", "roles.csv"):
        rows = Counter(tuple(row.values()) for row in table(name))
        assert [row for row, count in rows.items() if count > 1] == [], name


def test_labels_carry_their_keys() -> None:
    """A label whose keys are stale is never found; `python -m tools.key_labels` fills them."""
    rows = table("labels.csv")
    assert [row["keys"] for row in rows] == label_keys([row["label"] for row in rows])
