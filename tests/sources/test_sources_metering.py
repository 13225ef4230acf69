"""How far reading is: shares grow to one, a file read twice counts once, nobody listening costs nothing."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from netscout.sources import read
from netscout.sources.containers import Member
from netscout.sources.metering import Meter


def _member(name: str, size: int) -> Member:
    return Member(name, lambda: io.BytesIO(b"x" * size), size)


def test_shares_go_over_all_files() -> None:
    """A time left that starts anew with every file."""
    told: list[tuple[str, int, float]] = []
    first, second = _member("a", 30), _member("b", 70)
    meter = Meter([first, second], lambda *one: told.append(one))
    for member, rows in ((first, 3), (second, 7)):
        stream = meter.opener(member)()
        while stream.read(10):
            meter.tell(member.name, rows)
        stream.close()
        meter.done(member)
    meter.say("together")
    shares = [share for _, _, share in told[:-1]]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.1, 1.0)
    assert told[-1] == ("together", 10, 0.0)


def test_a_second_look_counts_once() -> None:
    """A share beyond one, where a file is looked through while it is being read."""
    told: list[float] = []
    member = _member("a", 100)
    meter = Meter([member], lambda _, __, share: told.append(share))
    main = meter.opener(member)()
    main.read(50)
    meter.opener(member)().read(100)
    main.read(10)
    meter.tell("a", 6)
    assert told == [0.6]


def test_nobody_listening_costs_nothing() -> None:
    """Bytes counted for nobody."""
    member = _member("a", 1)
    meter = Meter([member], None)
    assert meter.opener(member) is member.open
    meter.tell("a", 1)
    meter.say("b")


def test_a_real_export_ends_with_all_of_it(tiny: Path) -> None:
    """Sizes that the archive does not tell, so that no share is ever known."""
    told: list[tuple[str, int, float]] = []
    read([tiny], today=date(2026, 11, 16), progress=lambda *one: told.append(one))
    assert told[-2][0] == "Connections.csv"
    assert told[-2][2] == 1.0
    assert told[-1][1] == 12
