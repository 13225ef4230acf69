"""Table schemas: every breach is told at once."""

from __future__ import annotations

import pandas as pd
import pytest

from netscout.tables import PEOPLE, SCHEMAS, Column, Schema, TableError, check, empty

SMALL = Schema("small", (Column("id", "text", "key", unique=True), Column("value", "float", "number", nullable=True)))


def test_a_sound_table_passes() -> None:
    """A schema that refuses what it describes."""
    table = pd.DataFrame({"id": ["a", "b"], "value": [1.0, None]})
    assert check(table, SMALL) is table


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_empty_tables_obey_their_schema(schema: Schema) -> None:
    """An empty network that breaks a layer's edge."""
    assert len(check(empty(schema), schema)) == 0
    assert all(column.doc for column in schema.columns)


def test_every_breach_is_told() -> None:
    """A fault report that stops at the first breach."""
    table = pd.DataFrame({"value": ["x", "y"], "id": ["a", "a"], "more": [1, 2]})
    with pytest.raises(TableError) as fault:
        check(table, SMALL)
    text = str(fault.value)
    assert "surplus ['more']" in text
    assert "repeats" in text
    assert "not float" in text


def test_order_and_nulls_count() -> None:
    """Columns out of order, or an id that is missing."""
    with pytest.raises(TableError, match="out of order"):
        check(pd.DataFrame({"value": [1.0], "id": ["a"]}), SMALL)
    with pytest.raises(TableError, match="nulls"):
        check(pd.DataFrame({"id": ["a", None], "value": [1.0, 2.0]}), SMALL)
    with pytest.raises(TableError, match="missing"):
        check(pd.DataFrame({"id": ["p1"]}), PEOPLE)
