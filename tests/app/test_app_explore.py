"""The kinds of work in a network, and the step from one of them to a target."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netscout.app.explore import explore, take
from netscout.app.load import load
from netscout.app.session import Session
from netscout.errors import RefusedError

_SAMPLE = Path(__file__).resolve().parents[2] / "data_samples" / "tiny"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Return a workspace with the tiny sample."""
    session = Session(tmp_path, date(2026, 11, 22))
    load(session, sorted(_SAMPLE.glob("*.zip"))[:1] or [_SAMPLE])
    return session


def test_families_hold_their_roles(session: Session) -> None:
    """A family whose roles do not add up to it hides people from somebody who looks for a direction."""
    found = explore(session)
    assert found
    for family in found:
        inside = explore(session, family.family)
        assert sum(one.people for one in inside) == family.people
        assert sum(one.askable for one in inside) == family.askable
        assert all(one.family == family.family for one in inside)


def test_part_of_a_name_is_enough(session: Session) -> None:
    """Nobody types "Computing and mathematics" in full."""
    whole = explore(session)[0].family
    assert explore(session, whole.upper()) == explore(session, whole)
    assert explore(session, "no such work") == []


def test_one_step_makes_a_target(session: Session) -> None:
    """The reader without a target would have to learn a second command; a mistyped role would become a target."""
    role = next(one.role for one in explore(session, explore(session)[0].family) if one.role)
    made = take(session, role.upper())
    assert [one.name for one in session.plan().targets] == [made.name]
    with pytest.raises(RefusedError):
        take(session, "no such work")
