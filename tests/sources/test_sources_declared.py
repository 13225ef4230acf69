"""What every table of a program is declared to hold, written out; `REWRITE_GOLDEN=1` writes it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netscout.sources.recognise import tables
from tests.written_out import hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netscout.sources.declare import Table

GOLDEN = Path(__file__).parent / "data" / "declared.txt"
_SIMPLE = ("rank", "names", "refused", "network", "wordy", "span", "direction", "marks", "most")


def lines(table: Table) -> Iterator[str]:
    """Yield a table's declaration line by line."""
    yield f"{table.source}: {table.kind}"
    for name in _SIMPLE:
        value = getattr(table, name)
        if value:
            shown = sorted(map(sorted, value)) if name == "marks" else value
            yield f"    {name}: {shown}"
    for call in (table.record, table.bulk, table.fits):
        yield f"    {getattr(call, '__module__', '')}.{getattr(call, '__qualname__', '-')}"
    for one in table.columns:
        marks = " needed" * one.needed + " family" * one.family
        yield f"    {one.name}{marks}: {' | '.join(one.spellings)}"


def test_what_is_declared_is_what_was_meant() -> None:
    """A spelling of a column lost by a slip would make a program's newest file an unknown table."""
    hold(GOLDEN, (line for table in tables() for line in lines(table)))
