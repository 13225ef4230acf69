"""Everyone: the long table, built in the page from columns, with search, sort and filters; counts alone when shared."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.reports.columns import encode
from netscout.reports.rows import BAND_WORDS, STRENGTH_WORDS
from netscout.reports.scene import Scene
from netscout.reports.text import count, number, percent


def build(scene: Scene) -> dict[str, Any] | None:
    """Return totals by strength and verdict, and (mine, private) the columns of everybody under `people`."""
    if not scene.people:
        return None
    names = [name for name in scene.targets if name]
    strengths = Counter(one.strength or "unknown" for one in scene.full.people)
    left_out = sum(bool(one.excluded) for one in scene.full.people)
    return {
        "id": "everyone",
        "nav": "Everyone" if scene.personal else "Everyone, counted",
        "kicker": "Everyone" if scene.personal else "Everyone, counted",
        "title": _title(scene, strengths),
        "personal": scene.personal,
        "targets": names,
        "total": scene.people,
        "total_words": number(scene.people),
        "left_out": left_out,
        "strengths": [
            {"key": key, "words": STRENGTH_WORDS[key], "people": strengths[key], "shown": number(strengths[key])}
            for key in STRENGTH_WORDS
            if strengths[key]
        ],
        "words": {
            "strength": STRENGTH_WORDS | {"unknown": "not known"},
            "hover": {"strength": STRENGTH_WORDS, "chance": BAND_WORDS},
            "verdict": {"match": "does it", "related": "related", "no": "other", "unknown": "not known"},
        },
        "people": encode(scene.shown.people, names) if scene.personal else None,
    }


def _title(scene: Scene, strengths: Counter[str]) -> str:
    unknown = strengths["unknown"]
    if unknown == scene.people:
        those = "the one person here" if scene.people == 1 else f"these {number(scene.people)} people"
        return f"How well you know {those} stands in no file yet"
    warm = sum(strengths[key] for key in ("close", "know", "warm"))
    if not warm:
        nobody = "The one person here is not" if scene.people == 1 else f"Nobody of {number(scene.people)} people is"
        return f"{nobody} close or warm by the record"
    rest = f"of {percent(unknown / scene.people)} no strength is known" if unknown else "the strength of all is known"
    return f"{count(warm, 'tie is', 'ties are')} close or warm; {rest}"
