"""What variety costs and brings: the list as chosen beside lists chosen with other weights and of other lengths."""

from __future__ import annotations

from typing import Any

from netscout.model.ranking import PricePoint
from netscout.reports import charts
from netscout.reports.chart_card import chart, source
from netscout.reports.figure_price import steps
from netscout.reports.scene import Scene
from netscout.reports.text import count, number, percent, word

HEAD = 10
"""The length the finding speaks of, where the list has it."""
LEAST = 0.005
"""Share of the score from which a loss is worth a chart."""
GROUPS = (("companies", "companies"), ("fields", "fields of business"))


def price_chart(scene: Scene, place: int) -> dict[str, Any] | None:
    """Return the chart of one target's first list; None where variety costs nothing, as where everybody is listed."""
    curve = scene.full.lists[place][0].curve
    if all(one.kept > 1 - LEAST for one in curve):
        return None
    title = _finding(curve)
    return chart(
        f"price-{place}",
        title=title,
        alt=f"Lines of the score kept against what is reached, one for each length of the list. {title}.",
        source="Each line begins with the order by score alone and goes on to the greatest variety; the large dots are "
        f"the list as it was chosen. {source(scene, 'connections', 'messages')}",
        figure=charts.price(curve),
        head=["List of", "Chosen", "Score kept", "Companies", "Fields of business", "Ways you met"],
        rows=[
            [
                count(one.count, "person", "people"),
                words,
                percent(one.kept),
                *(number(many) for many in (one.companies, one.fields, one.circles)),
            ]
            for one, words in steps(curve)
        ],
    )


def _finding(curve: tuple[PricePoint, ...]) -> str:
    """Return what choosing for variety costs of the score of the first ten, and what more it reaches."""
    length = max((one.count for one in curve if one.count <= HEAD), default=curve[0].count)
    own = next(one for one in curve if one.chosen and one.count == length)
    pure = next(one for one in curve if one.weight is None and one.count == length)
    cost = 1 - own.kept
    costs = f"costs {percent(cost)} of the score of the first {word(length)}" if cost > 0 else "costs nothing"
    gained = [
        f"{word(here)} {many} instead of {word(there)}"
        for key, many in GROUPS
        if (here := getattr(own, key)) > (there := getattr(pure, key))
    ]
    if gained:
        return f"Choosing for variety {costs} and reaches {' and '.join(gained)}"
    reach = f"{word(own.companies)} {'company' if own.companies == 1 else 'companies'}"
    return f"Choosing for variety {costs}; the first {word(length)} reach {reach} either way"
