"""Why somebody stands where they stand, on both lists, for anybody in the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netscout.app.leaks import leak_words
from netscout.app.options import RankOptions
from netscout.app.referred import named_lines
from netscout.app.session import Session
from netscout.app.stats import proven
from netscout.lang import fill, texts
from netscout.model.lists import CONNECTORS, PRACTITIONERS
from netscout.model.ranking import RankRow, Why, headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from netscout.model.target import Target
    from netscout.store.workspace import Workspace

_HEADS = {PRACTITIONERS: "as somebody who has the job", CONNECTORS: "as somebody who can open doors"}
_WITHOUT_TARGET = "by strength, as long as there is no target"


@dataclass(frozen=True, slots=True)
class Explained:
    """One list's explanation of one person: its title, sentences best first, and the whole object."""

    title: str
    sentences: tuple[str, ...]
    why: Why

    @property
    def row(self) -> RankRow:
        """Return the person's row on this list."""
        return self.why.row


@dataclass(frozen=True, slots=True)
class Answer:
    """What `why` says of one person; `percent` as in RankedList."""

    person: str
    target: str
    explained: tuple[Explained, ...]
    percent: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `why --json`."""
        from netscout.app.rank import row_json

        return {
            "person": self.person,
            "target": self.target,
            "headline": "percent" if self.percent else "band",
            "lists": [
                {
                    **row_json(one.row),
                    "place": one.why.place,
                    "changes": list(one.why.changes),
                    "stability": one.why.stability,
                    "strength_rank": one.why.strength_rank,
                    "owed": one.why.owed,
                    "part_sentences": [
                        {"key": part.key, "points": part.points, "sentence": part.sentence, "source": part.source}
                        for part in one.row.parts
                    ],
                }
                for one in self.explained
            ],
        }


def why(session: Session, text: str, target: str | None = None, kind: str = "both") -> Answer:
    """Explain one person (raises UnknownPersonError, AmbiguousPersonError, SettingsError).

    `kind` is practitioners, connectors or both.
    Of the first ten of either list the answer is stored by `rank`; anybody else is worked out anew.
    """
    from netscout.app.snapshot import stored_why
    from netscout.store.people import find_person

    plan = session.plan()
    wanted = plan.target(target)
    name = wanted.name if wanted else ""
    with session.open() as workspace:
        person = find_person(workspace, text)
        known = stored_why(session, workspace, plan, name, person.id)
        if len(known) < len(_HEADS):
            known = _worked_out(session, workspace, wanted, person.id)
        named, percent = named_lines(session, workspace, person.id), proven(session, workspace)
    heads = _HEADS if name else _HEADS | {PRACTITIONERS: _WITHOUT_TARGET}
    told = {one: title for one, title in heads.items() if kind in (one, "both")}
    explained = [
        Explained(title, tuple(_sentences(known[one], named, percent=percent)), known[one])
        for one, title in told.items()
    ]
    return Answer(person.id, name, tuple(explained), percent)


def as_frame(answer: Answer) -> pd.DataFrame:
    """Return one row for each part of the score on each list; the points of a list add up to the score there."""
    import pandas as pd

    names = ["list", "key", "points", "sentence", "source"]
    rows = [
        (one.row.list, part.key, part.points, part.sentence, part.source)
        for one in answer.explained
        for part in one.row.parts
    ]
    return pd.DataFrame(rows, columns=names)


def _worked_out(session: Session, workspace: Workspace, target: Target | None, person: str) -> dict[str, Why]:
    """Return the answer for both lists, made from the network; raises KeyError for nobody in it."""
    from netscout.app.pipeline import candidates, study
    from netscout.app.rank import KINDS, score, told

    found = study(session, workspace)
    table = candidates(found, target)
    scored = {kind: score(found, table, target, RankOptions(), kind) for kind in KINDS}
    return {kind: ours[person] for kind, ours in told(scored, person).items()}


def _sentences(said: Why, named: Sequence[str], *, percent: bool) -> list[str]:
    """Return what is said of a place on a list; `named` are sentences on who named this person."""
    row = said.row
    lines = [said.place, *named]
    if row.pure_rank:
        key = f"why.ranks{'.doors' * (row.list == CONNECTORS)}{'' if said.strength_rank else '.unknown'}"
        lines.append(fill(texts("ranking")[key], {"pure": f"{row.pure_rank:,}", "place": f"{said.strength_rank:,}"}))
    lines += [said.owed] if said.owed else []
    lines += [f"Careful: {one}" for one in leak_words(row.flags)]
    lines += [f"For: {one.text}{f' ({one.source})' if one.source else ''}" for one in row.reasons]
    if row.against:
        lines.append(f"Against: {row.against}")
    if row.missing:
        lines.append(f"Missing: {row.missing}")
    lines.append(f"Chance to answer: {_chance(row, percent=percent)} {texts('ranking')[f'why.rests.{row.evidence}']}")
    lines += [f"What would change it: {one}" for one in said.changes]
    if not row.excluded:
        lines.append(f"With all weights moved by up to 20 %, in the first ten in {said.stability:.0%} of 100 draws.")
    return lines


def _chance(row: RankRow, *, percent: bool) -> str:
    """Return the chance to answer: the band first, or the percentage once the user's own requests bear it out."""
    if figure := headline(row, percent=percent):
        return f"{figure} ({row.band})."
    guess = "starting guess " if row.band == "not known" else ""
    low, high = round(row.p_reply_low * 100), round(row.p_reply_high * 100)
    return f"{row.band} ({guess}{row.p_reply:.0%}; 80 % interval {low} to {high} %)."
