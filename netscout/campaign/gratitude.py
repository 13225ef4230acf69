"""By when to say thank you, to the minute where a talk had a time; and time zones in the words of the user."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from netscout.campaign.stages import STAGES
from netscout.campaign.timeplan import USUAL

DUE, OVERDUE = timedelta(hours=24), timedelta(hours=48)
"""From the end of a talk to when thanks are due, and overdue."""
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")
"""As every name of a zone is spelt; `localtime`, which is another one on every machine, is none."""


def zone_of(text: str | None) -> ZoneInfo | None:
    """Return the time zone of this name (`Europe/Berlin`); None for words that name none, however clear to a reader."""
    if not text or not _ZONE.fullmatch(text):
        return None
    try:
        return ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or a folder of zones
        return None


def thanks_by(
    day: date, at: time | None = None, minutes: int | None = None, zone: str | None = None
) -> tuple[date, date]:
    """Return when thanks are due and from when they are overdue, after a talk that began on a day.

    With a time both are moments (`datetime`): the end of the talk and 24 or 48 hours, hours that really passed where
    the zone is known, with its offset; by the clock on the wall where it is not. Without a time they are days.
    """
    if at is None:
        row = STAGES["met"]
        if row.due is None or row.overdue is None:
            raise TypeError(row.name)
        return day + timedelta(days=row.due.days), day + timedelta(days=row.overdue.days)
    known = zone_of(zone)
    begin = datetime.combine(day, at, known)
    length = timedelta(minutes=minutes or USUAL)
    if known is None:
        return begin + length + DUE, begin + length + OVERDUE
    end = begin.astimezone(UTC) + length
    return (end + DUE).astimezone(known), (end + OVERDUE).astimezone(known)
