"""What is owed to people for what they gave: to be shown before something new is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.app.campaign import desk
from netscout.app.session import Session
from netscout.campaign.balance import balance_words, balances
from netscout.model.notes import GIVE, Balance

if TYPE_CHECKING:
    from netscout.app.campaign import Desk
    from netscout.store.workspace import Workspace


def owed(held: Desk) -> dict[str, Balance]:
    """Return by person what was given and given back, of those to whom something is owed, the most first."""
    return {who: one for who, one in balances(held.logs, held.referrals).items() if one.owed}


def balance_lines(session: Session, workspace: Workspace, person: str, name: str) -> list[str]:
    """Return in sentences what is owed to a person and what could be done for them; nothing where nothing was given.

    Raises:
        StoreError: the workspace cannot be read.
    """
    from netscout.store.notes import themed

    held = desk(session, workspace)
    found = balances(held.logs, held.referrals).get(person)
    if found is None:
        return []
    ideas = themed(workspace, person).get(GIVE, []) if found.owed else []
    return [balance_words(found, name), *(f"Your idea: {one}" for one in ideas)]
