"""The address books of the demo: files of three programs, small, with people in common with the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data_samples.invent import owner
from data_samples.invent.address_books import GOOGLE, OUTLOOK, VCARD
from data_samples.invent.demo import make_demo
from netscout.model.owner import Owner
from netscout.sources import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "kind", "counts"),
    [
        (GOOGLE, "google", {"rows": 20, "people": 18, "unreadable": 1, "companies_only": 1}),
        (OUTLOOK, "outlook", {"rows": 9, "people": 8, "companies_only": 1}),
        (VCARD, "vcard", {"rows": 8, "people": 7, "companies_only": 1}),
    ],
)
def test_each_book_is_read_as_its_program_writes_it(
    samples: Path, name: str, kind: str, counts: dict[str, int]
) -> None:
    """A file nobody's program writes would make the demo pass where real files fail."""
    me = Owner(owner.NAME, (owner.SLUG,), tuple(one[0] for one in owner.EMAILS), "known")
    export = read([samples / "demo" / name], today=owner.TODAY, known_owner=me)
    words = ("rows", "people", "duplicates", "hidden", "empty", "unreadable", "companies_only")
    assert {word: export.counts[word] for word in words if export.counts[word]} == counts
    assert export.sources[0].kind == kind
    linked = {one.email for one in make_demo().people if one.email}
    assert any(set(one.emails) & linked for one in export.sightings)
    assert any(one.emails and not set(one.emails) & linked for one in export.sightings)
