r"""Doubled quotes or `\"`: the reading that is well-formed and gives whole records, decided for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def table(*companies: str) -> str:
    """Return a Connections table with these company cells as written."""
    rows = (f"Ana,Example,linkedin.com/in/ana-{at},,{cell},Clerk,07 Sep 2019\n" for at, cell in enumerate(companies))
    return HEAD + "".join(rows)


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ([r'"Acme \"Rocket\" Labs"'], ['Acme "Rocket" Labs']),
        ([r'"Acme \"Rocket, Inc\""', "Bolt"], ['Acme "Rocket, Inc"', "Bolt"]),
        (['"C:\\"', "Bolt"], ["C:\\", "Bolt"]),
        (['"C:\\"', '"Acme ""Rocket"" Labs"'], ["C:\\", 'Acme "Rocket" Labs']),
        (['"C:\\"', '"Acme "Rocket" Labs"'], ["C:\\", 'Acme Rocket" Labs"']),
        ([r"Acme \"Rocket\" Labs"], [r"Acme \"Rocket\" Labs"]),
        ([r'"Acme \"Rocket\" Labs"', '"C:\\"'], ['Acme \\Rocket\\" Labs"', "C:\\"]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_reading_that_is_well_formed(load: Load, encoding: str, cells: list[str], wanted: list[str]) -> None:
    """A backslash would stay in a name, or a cell that ends in one take in the next."""
    export = load({"c.csv": table(*cells).encode(encoding)})
    assert [one.company for one in export.sightings] == wanted
    assert export.counts["unreadable"] == 0
    assert not export.notices
