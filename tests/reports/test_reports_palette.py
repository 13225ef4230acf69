"""The hues apart for most eyes, and every mark seen on its ground, by day and by night."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from netscout.reports.figure_links import COLOURS
from netscout.reports.figure_map import RIM, TINTS
from netscout.reports.palette import DARK, HUES, LIGHT, PLAIN, SWITCH, hue, rim

BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
"""What is left of linear red, green and blue for the two common colour blindnesses: Machado, Oliveira and Fernandes, A
Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1."""
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
Colour = tuple[float, ...]


def _parts(text: str) -> Colour:
    return tuple(int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _linear(colour: Colour) -> Colour:
    return tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour)


def _times(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    return tuple(min(max(sum(a * b for a, b in zip(row, colour, strict=True)), 0.0), 1.1) for row in matrix)


def _lab(linear: Colour) -> Colour:
    x, y, z = (one / white for one, white in zip(_times(XYZ, linear), WHITE, strict=True))
    f, g, h = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return (116 * g - 16, 500 * (f - g), 200 * (g - h))


def _over(above: Colour, share: float, below: Colour) -> Colour:
    return tuple(share * one + (1 - share) * two for one, two in zip(above, below, strict=True))


def _contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((_times(XYZ, _linear(colour))[1] for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("eye", sorted(BLIND))
def test_hues_are_apart_for_the_colour_blind(eye: str) -> None:
    """One reader in twenty could not tell two areas by their colour."""
    seen = {one: _lab(_times(BLIND[eye], _linear(_parts(one)))) for one in (*HUES, PLAIN, LIGHT["ink"])}
    for one, other in combinations(seen, 2):
        far = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert far >= 15, (one, other, far)


def test_hues_are_at_most_eight() -> None:
    """More colours than a reader can keep apart would stand on one map."""
    assert len({*HUES, LIGHT["ink"]}) <= 8
    assert len({hue(place) for place in range(-1, 40)}) == len(HUES) + 1


@pytest.mark.parametrize(("paper", "inside"), list(product((LIGHT, DARK), (False, True))))
def test_every_dot_is_seen_on_its_ground(paper: dict[str, str], inside: bool) -> None:
    """A pale dot would vanish on the ground of its area, or a dark one at night."""
    for colour in map(_parts, (*HUES, PLAIN)):
        ground = _over(colour, TINTS[0], _parts(paper["paper"]))
        ground = _over(colour, TINTS[1], ground) if inside else ground
        rim = _over(_parts(paper["ink"]), RIM, ground)
        assert max(_contrast(colour, ground), _contrast(rim, ground)) >= 3


@pytest.mark.parametrize("paper", [LIGHT, DARK], ids=["light", "dark"])
def test_labels_and_rings_are_seen(paper: dict[str, str]) -> None:
    """A name or a ring would be too faint on the ground of an area or company."""
    for colour in map(_parts, (*HUES, PLAIN)):
        ground = _over(colour, TINTS[1], _over(colour, TINTS[0], _parts(paper["paper"])))
        assert _contrast(_parts(paper["ink"]), ground) >= 4.5


@pytest.mark.parametrize("place", range(-1, len(HUES)))
def test_every_area_and_company_has_a_rim_that_is_seen(place: int) -> None:
    """A yellow area would be told from the paper by nobody."""
    for paper, edge in ((LIGHT, rim(place)), (DARK, SWITCH[rim(place)])):
        outside = _parts(paper["paper"])
        area = _over(_parts(hue(place)), TINTS[0], outside)
        grounds = (outside, area, _over(_parts(hue(place)), TINTS[1], area))
        assert min(_contrast(_parts(edge), one) for one in grounds) >= (3 if paper is LIGHT else 2), (place, paper)


def test_lines_of_the_link_view_are_seen() -> None:
    """A thin line of a weak tie would be as faint as the paper."""
    for colour, share in COLOURS.values():
        assert _contrast(_over(_parts(colour), share, _parts(LIGHT["paper"])), _parts(LIGHT["paper"])) >= 3
