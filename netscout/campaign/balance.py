"""What a person gave and what the user gave back: the balance that is shown before something new is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netscout.lang import fill, texts
from netscout.model.event import Event
from netscout.model.notes import Balance
from netscout.model.referral import Referral
from netscout.model.scrub import FORGOTTEN


def balance(log: Iterable[Event], named: int = 0) -> Balance:
    """Return the balance with one person; `named` counts the people they named."""
    events = [one.event for one in log]
    return Balance(events.count("met"), events.count("advised"), named, events.count("gave-back"))


def balances(logs: Mapping[str, Sequence[Event]], referrals: Iterable[Referral]) -> dict[str, Balance]:
    """Return the balance with everybody who gave something, the most owed first, then by id."""
    named: dict[str, set[str]] = {}
    for one in referrals:
        if one.referrer and one.referrer != one.named and (one.named or one.name not in ("", FORGOTTEN)):
            named.setdefault(one.referrer, set()).add(one.named or one.name)
    found = {who: balance(logs.get(who, ()), len(named.get(who, ()))) for who in {**logs, **named}}
    given = [(who, one) for who, one in found.items() if one.received]
    return dict(sorted(given, key=lambda pair: (-pair[1].owed, len(pair[0]), pair[0])))


def balance_words(one: Balance, name: str) -> str:
    """Return the balance in a sentence; "" with somebody who gave nothing so far."""
    words = texts("notes")
    if not one.received:
        return ""
    if not one.owed:
        return fill(words["balance.even"], {"name": name})
    parts = [(kind, getattr(one, kind)) for kind in ("talks", "advice", "named")]
    told = [_count(kind, number) for kind, number in parts if number]
    received = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    key = "balance" if one.given else "balance.none"
    return fill(words[key], {"name": name, "received": received, "given": _count("given", one.given)})


def _count(kind: str, number: int) -> str:
    return fill(texts("notes")[f"{kind}.{'one' if number == 1 else 'many'}"], {"number": str(number)})
