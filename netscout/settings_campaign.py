"""What `targets.toml` says of the campaign: days off, and limits on asking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from netscout.errors import Place, SettingsError
from netscout.model.caps import CAPS
from netscout.settings_tables import check_keys, read_texts

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKEND: tuple[str, ...] = ("sat", "sun")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off: weekday names (`sat`) and dates."""

    weekend: tuple[str, ...] = _WEEKEND
    holidays: tuple[date, ...] = ()


def read_calendar(table: dict[str, Any], file: str) -> Calendar:
    """Return the days off.

    Raises:
        SettingsError: an unknown key, a weekday or a date that is none, a weekend of all seven days.
    """
    check_keys(table, {"weekend", "holidays"}, file, "[calendar] ")
    weekend = _WEEKEND
    if "weekend" in table:
        weekend = tuple(one[:3].casefold() for one in read_texts(table, "weekend", file))
    if not set(weekend) <= set(_DAYS):
        raise SettingsError("weekend names a day that is none.", f"Write some of: {', '.join(_DAYS)}.", Place(file))
    if set(weekend) == set(_DAYS):
        raise SettingsError(
            "weekend names all seven days, so that no working day is left.",
            'Leave out the days on which you write, for example: weekend = ["sat", "sun"].',
            Place(file),
        )
    held = table.get("holidays", [])
    try:
        days = [date.fromisoformat(str(one)) for one in _list(held)]
    except ValueError as fault:
        raise SettingsError("a holiday must be a date.", 'Write holidays = ["2026-12-25"].', Place(file)) from fault
    return Calendar(weekend, tuple(days))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004  # told like a date that is none
    return value


def read_limits(table: dict[str, Any], file: str) -> dict[str, int]:
    """Return the limits that were set, by their id in CAPS.

    Raises:
        SettingsError: a key that is no limit, a limit that is fixed, or a number out of its range.
    """
    ids = {cap.key: key for key, cap in CAPS.items()}
    check_keys(table, set(ids), file, "[campaign] ")
    found = {}
    for name, value in table.items():
        cap = CAPS[ids[name]]
        if cap.fixed:
            raise SettingsError(f"[campaign] {name} is fixed at {cap.number}.", "Take the line out.", Place(file))
        if isinstance(value, bool) or not isinstance(value, int) or not cap.least <= value <= cap.most:
            raise SettingsError(
                f"[campaign] {name} must be a whole number from {cap.least} to {cap.most}.",
                f"The default is {cap.number}.",
                Place(file),
            )
        found[ids[name]] = value
    return found
