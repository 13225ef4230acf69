"""The maps that the tests remember are those that the program draws."""

from __future__ import annotations

from netscout.reports import arranging, crowds, territories
from netscout.reports.crowds import Crowd

CROWDS = (Crowd(40, (("Tessel Data", 12, 12), ("Umbra Labs", 9, 8)), 19, ()), Crowd(9, (), 9, ()))
SHAPES = ((6.0, 9.0, 2.0), (4.0, 12.0, 2.0), (3.0, 1.0, 1.0))


def test_it_is_remembered() -> None:
    """Every page of every test would reckon its map anew, and the checks would take twice as long."""
    assert territories.sized is not crowds.sized  # type: ignore[attr-defined]
    assert territories.arrange is not arranging.arrange  # type: ignore[attr-defined]


def test_what_is_remembered_is_what_is_reckoned() -> None:
    """Tests would look at the map of another input: at other lanes, other people, or another order."""
    for pixel in (0.0, 0.3, 0.6, 0.0):
        for those in (CROWDS, CROWDS[::-1], CROWDS[:1]):
            assert territories.sized(those, pixel) == crowds.sized(those, pixel)  # type: ignore[attr-defined]
    for shapes in (SHAPES, SHAPES[::-1], SHAPES):
        assert territories.arrange(shapes) == arranging.arrange(shapes)  # type: ignore[attr-defined]


def test_what_a_test_does_to_an_answer_is_not_remembered() -> None:
    """One test that empties what it was given would take the map from all others."""
    territories.sized(CROWDS, 0.3).clear()  # type: ignore[attr-defined]
    assert territories.sized(CROWDS, 0.3) == crowds.sized(CROWDS, 0.3)  # type: ignore[attr-defined]
