"""Why somebody stands where they stand, and what would have to change: an answer for everybody in the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from netscout.model.lists import PRACTITIONERS
from netscout.model.ranking import RankRow, Why
from netscout.scoring.assembly import Rows
from netscout.scoring.chance import LABEL_SHIFT
from netscout.scoring.fitting import LEAST_FIT
from netscout.scoring.lists import LEAST_WARMTH
from netscout.scoring.steadiness import stability
from netscout.scoring.strength import LABEL_WARMTH
from netscout.scoring.wording import count, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.model.ranking import Selection
    from netscout.scoring.inputs import Inputs
    from netscout.scoring.lists import Scores
    from netscout.settings import Settings

_FITS = (0.6, 1.0)


def why(  # the tables, the choice, and who is asked about
    inputs: Inputs, scores: Scores, selection: Selection, settings: Settings, *, person: str, seed: int = 0
) -> Why:
    """Return the person's row with all reasons, the place in words, what would change it, and its stability.

    Raises:
        KeyError: nobody of this id.
    """
    return whys(inputs, scores, selection, settings, persons=(person,), seed=seed)[person]


def whys(  # the same for several
    inputs: Inputs, scores: Scores, selection: Selection, settings: Settings, *, persons: Iterable[str], seed: int = 0
) -> dict[str, Why]:
    """Return `why` of each of these people (raises KeyError)."""
    rows = Rows(inputs, scores, selection, settings)
    places = {person: place for place, person in enumerate(rows.ids)}
    shares, strengths = stability(scores, seed), by_strength(scores)
    out = {}
    for person in persons:
        place = places[person]
        row = rows.row(place, explained=True)
        spent = inputs.asks.get(person)
        out[person] = Why(
            row,
            _place(row, scores, place, len(selection.picks)),
            _changes(row, scores, place),
            float(shares[place]),
            int(strengths[place]),
            say("why.owed", days=count(spent.owes, "day")) if spent is not None and spent.owes else "",
        )
    return out


def by_strength(scores: Scores) -> npt.NDArray[np.int64]:
    """Return for each person the place by strength among those who may stand on the list; 0 where it is not known."""
    table = scores.table
    known = table["warmth_known"].to_numpy(bool)
    order = np.lexsort((table["id"].to_numpy(str), -table["score"].to_numpy(np.float64), -table["warmth"].to_numpy()))
    place = np.empty(len(table), np.int64)
    place[order] = np.cumsum((table["listed"].to_numpy(bool) & known)[order])
    counted = table["listed"].to_numpy(bool)
    return np.asarray(np.where(known, place + ~counted, 0), np.int64)


def _place(row: RankRow, scores: Scores, place: int, shown: int) -> str:
    if row.excluded:
        return say("why.excluded", reason=row.excluded)
    if row.rank:
        chosen = say("why.chosen", rank=row.rank, pure=row.pure_rank)
        return f"{chosen} {say(f'why.slot.{row.slot}')}" if row.slot else chosen
    if bool(scores.table["listed"].iloc[place]):
        if row.passed_over:
            return say("why.passed", pure=row.pure_rank, reason=row.passed_over)
        return say("why.low", pure=row.pure_rank, shown=shown)
    if scores.kind != PRACTITIONERS:
        return say("why.friend" if bool(scores.table["known"].iloc[place]) else "why.stranger")
    reason = next((part.sentence for part in row.parts if part.key == "fit.role"), "")
    return say("why.unknown") if row.verdict == "unknown" else say("why.no", reason=reason)


def _changes(row: RankRow, scores: Scores, place: int) -> tuple[str, ...]:
    """Return what would lift the person, with the place by score it would give, best first."""
    if row.excluded:
        return ()
    found = [*_with_fit(row, scores, place), *_with_label(row, scores, place)]
    listed = bool(scores.table["listed"].iloc[place])
    better = [(to, text) for to, text in found if not listed or to < row.pure_rank]
    return tuple(text for _, text in sorted(better))


def _with_fit(row: RankRow, scores: Scores, place: int) -> list[tuple[int, str]]:
    if scores.kind != PRACTITIONERS or "part.fit.role" not in scores.table.columns:
        return []
    fit = max(row.fit or 0.0, LEAST_FIT)
    out = []
    for wanted in _FITS:
        if wanted > fit:
            to = _place_of(scores, place, row.score + 100.0 * float(np.log(wanted / fit)))
            numbers = {"wanted": f"{wanted:.1f}", "place": f"{to:,}"}
            known = row.fit is not None
            before = {"pure": f"{row.pure_rank:,}", "fit": f"{fit:.2f}"} if known else {}
            out.append((to, say("why.fit" if known else "why.fit.new", **numbers, **before)))
    return out


def _with_label(row: RankRow, scores: Scores, place: int) -> list[tuple[int, str]]:
    """Return the places that the user's own word would give (connectors: it also makes eligible)."""
    listed = bool(scores.table["listed"].iloc[place])
    if row.strength in LABEL_SHIFT or (scores.kind == PRACTITIONERS and not listed):
        return []
    out = []
    for label in ("know", "close"):
        logit = float(np.log(row.p_reply / (1.0 - row.p_reply))) + LABEL_SHIFT[label]
        gain = -100.0 * float(np.logaddexp(0.0, -logit)) - 100.0 * float(np.log(row.p_reply))
        if scores.kind != PRACTITIONERS:
            warm = LEAST_WARMTH + (1.0 - LEAST_WARMTH) * LABEL_WARMTH[label]
            gain += 100.0 * float(np.log(warm)) - float(scores.table["part.warmth"].iloc[place])
        elif label == "close":
            continue  # lowers a practitioner: the user may simply call them
        to = _place_of(scores, place, row.score + gain)
        out.append((to, say("why.label", label=label, place=f"{to:,}")))
    return out


def _place_of(scores: Scores, place: int, score: float) -> int:
    """Return the place by score among the listed that this score would give the person."""
    table = scores.table
    tier = int(table["tier"].iloc[place])
    others = table["listed"].to_numpy(bool).copy()
    others[place] = False
    tiers = table["tier"].to_numpy(np.int64)
    ahead = (tiers < tier) | ((tiers == tier) & (table["score"].to_numpy(np.float64) > score))
    return int((ahead & others).sum()) + 1
