"""What an export says happened in the campaign, before the user has said yes to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One direct message: whom it was exchanged with, `in` or `out`, and its moment (UTC second since 1970)."""

    person: str
    direction: str
    at: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event that a message tells of: asked, followed-up, replied or heard-from.

    `on` is the day and `at` the time (`HH:MM:SS`), both UTC; `fact` is the sentence behind it; `number` names the
    proposal to the user and stays when others are taken; `rests_on` is the number of the `asked` without which it
    makes no sense, 0 where the log has what it needs.
    """

    number: int
    person: str
    name: str
    event: str
    on: str
    at: str
    fact: str
    rests_on: int = 0
