"""Today: the agenda of the campaign, from the log alone; light enough to be asked every morning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netscout.app.campaign import desk
from netscout.app.session import Session
from netscout.campaign.agenda import agenda
from netscout.campaign.words import action_words, stage_words, urgency_words
from netscout.model.standing import Agenda, Line

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Today:
    """The agenda with the names of its people; `proposals` counts what newer messages tell of, `logged` people."""

    agenda: Agenda
    names: Mapping[str, str]
    proposals: int
    logged: int

    def told(self, one: Line, day: date) -> str:
        """Return a line of the agenda in a sentence."""
        what = f"{self.names[one.person]} ({one.person}): {action_words(one.step, one.standing)}"
        where = f"; {stage_words(one.standing)}" if one.step == one.standing.step and one.standing.asking else ""
        return f"{what}, {urgency_words(one.step, day)}{where}."


def today(session: Session) -> Today:
    """Return what is to be done today.

    Raises:
        StoreError: the workspace cannot be read.
        SettingsError: `targets.toml` cannot be read.
    """
    from netscout.app.proposals import read

    with session.open() as workspace:
        held = desk(session, workspace)
        found = agenda(held.standings(), session.today)
        people = {one.person for one in (*found.now, *found.soon, *found.waiting)}
        return Today(found, _names(workspace, people), len(read(session, workspace)), len(held.logs))


def _names(workspace: Workspace, people: set[str]) -> dict[str, str]:
    from netscout.store.people import person_of

    return {one: person_of(workspace, one).shown_name for one in sorted(people)}
