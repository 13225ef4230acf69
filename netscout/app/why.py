"""Why somebody stands where they stand, on both lists, for anybody in the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from netscout.app.options import RankOptions
from netscout.app.session import Session
from netscout.model.ranking import CONNECTORS, PRACTITIONERS, RankRow, Why

_HEADS = {PRACTITIONERS: "as somebody who has the job", CONNECTORS: "as somebody who can open doors"}


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
    """What `why` says of one person."""

    person: str
    target: str
    explained: tuple[Explained, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `why --json`."""
        from netscout.app.rank import row_json

        return {
            "person": self.person,
            "target": self.target,
            "lists": [
                {
                    **row_json(one.row),
                    "place": one.why.place,
                    "changes": list(one.why.changes),
                    "stability": one.why.stability,
                    "part_sentences": [
                        {"key": part.key, "points": part.points, "sentence": part.sentence, "source": part.source}
                        for part in one.row.parts
                    ],
                }
                for one in self.explained
            ],
        }


def why(session: Session, text: str, target: str | None = None) -> Answer:
    """Explain one person (raises UnknownPersonError, AmbiguousPersonError, SettingsError)."""
    from netscout.app.pipeline import candidates, study
    from netscout.app.rank import KINDS, score
    from netscout.scoring import why as explain
    from netscout.store.people import find_person

    wanted = session.plan().target(target)
    with session.open() as workspace:
        person = find_person(workspace, text)
        found = study(session, workspace)
    table = candidates(found, wanted)
    explained = []
    for kind in KINDS:
        scored = score(found, table, wanted, RankOptions(), kind)
        said = explain(
            scored.inputs, scored.scores, scored.selection, scored.settings, person=person.id, seed=session.seed
        )
        explained.append(Explained(_HEADS[kind], tuple(_sentences(said)), said))
    return Answer(person.id, wanted.name if wanted else "", tuple(explained))


def _sentences(said: Why) -> list[str]:
    row = said.row
    lines = [said.place]
    lines += [f"For: {one.text}{f' ({one.source})' if one.source else ''}" for one in row.reasons]
    if row.against:
        lines.append(f"Against: {row.against}")
    if row.missing:
        lines.append(f"Missing: {row.missing}")
    guess = "starting guess " if row.band == "not known" else ""
    low, high = round(row.p_reply_low * 100), round(row.p_reply_high * 100)
    chance = f"{guess}{row.p_reply:.0%}; 80 % interval {low} to {high} %"
    lines.append(f"Chance to answer: {row.band} ({chance}). Evidence {row.evidence}.")
    lines += [f"What would change it: {one}" for one in said.changes]
    if not row.excluded and row.rank:
        lines.append(f"With all weights moved by up to 20 %, in the first ten in {said.stability:.0%} of 100 draws.")
    return lines
