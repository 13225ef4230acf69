"""The colours of page and charts, light and dark; eight hues by Okabe and Ito (2008), told apart by most eyes."""

from __future__ import annotations

HUES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")
"""Seven hues; the eighth of the set, black, is the ink of rings, labels and lines."""
PLAIN = "#62625E"
"""The grey of what is not understood or shared by small fields: as far from the seven as they are from one another."""
LIGHT = {"paper": "#FBF9F4", "card": "#FFFEFB", "ink": "#22272B", "muted": "#5A6067", "line": "#DAD4C8"}
DARK = {"paper": "#16191C", "card": "#1E2226", "ink": "#E9E6DF", "muted": "#A9ACAA", "line": "#3A4045"}
RIMS = dict(
    zip(
        (*HUES, PLAIN),
        ("#005A8C", "#A47105", "#007B5A", "#B0618B", "#2F85B5", "#B04D00", "#8C851A", "#55554F"),
        strict=True,
    )
)
"""A darker shade of each hue for rims on paper, where the hue itself may be too pale to be seen."""
SWITCH = {LIGHT[key]: DARK[key] for key in LIGHT} | {dark: pale for pale, dark in RIMS.items()}
"""Which colour of a light figure stands for which in the dark; the page replaces them when it draws."""


def hue(place: int) -> str:
    """Return the colour of the n-th hue, the plain one for -1."""
    return HUES[place] if 0 <= place < len(HUES) else PLAIN


def rim(place: int) -> str:
    """Return the colour of the rim of an area in the n-th hue; at night it is the hue itself."""
    return RIMS[hue(place)]


def veil(colour: str, share: float) -> str:
    """Return the colour as `rgba(...)` with that opacity."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"
