"""A calendar file (RFC 5545): what may stand in a name or a note is escaped, lines are folded, time zones spelt out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from netscout.model.dated import TALK, Dated
from netscout.reports.exports.content_lines import folded, lines_text
from netscout.reports.text import tidy, tidy_lines

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netscout//campaign//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
_HOUR = timedelta(hours=1)


def ics_text(entries: Sequence[Dated], workspace: str) -> str:
    """Return the entries as a calendar, CRLF at every line's end; `workspace` makes their identifiers unique.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: an entry stands in a zone that is not known here (a fault of ours).
    """
    lines = [*_HEAD]
    for zone in sorted({one.zone for one in entries if one.zone}):
        years = [one.day.year for one in entries if one.zone == zone]
        lines += _zone(zone, min(years) - 1, max(years) + 1)
    for one in entries:
        lines += _event(one, workspace)
    return "".join(f"{each}\r\n" for line in (*lines, "END:VCALENDAR") for each in folded(line))


def _event(one: Dated, workspace: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:netscout-{workspace}-{one.key}"
    yield f"DTSTAMP:{one.stamp:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{one.sequence}"
    yield f"STATUS:{'CANCELLED' if one.off else 'CONFIRMED'}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if one.kind == TALK and one.at and not one.off else 'TRANSPARENT'}"
    if one.at is None:
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    else:
        zone = f";TZID={one.zone}" if one.zone else ""
        yield f"DTSTART{zone}:{one.day:%Y%m%d}T{one.at:%H%M%S}"
        yield f"DURATION:PT{one.minutes}M"
    yield f"SUMMARY:{lines_text(tidy(one.title))}"
    if one.text:
        yield f"DESCRIPTION:{lines_text(tidy_lines(one.text))}"
    yield "END:VEVENT"


def _zone(name: str, first: int, last: int) -> Iterator[str]:
    """Yield the zone with each change of its clock from the beginning of one year to the end of another."""
    zone = ZoneInfo(name)
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    held = _offset(zone, at)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    yield from _observance(zone, at, held)
    while at < end:
        later = at + _HOUR
        if _offset(zone, later) != held:
            yield from _observance(zone, later, held)
            held = _offset(zone, later)
        at = later
    yield "END:VTIMEZONE"


def _observance(zone: ZoneInfo, at: datetime, before: timedelta) -> Iterator[str]:
    """Yield what the clock shows from a moment on; a change is told by what the clock showed `before`."""
    local = at.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{(at + before).strftime('%Y%m%dT%H%M%S')}"
    yield f"TZOFFSETFROM:{_signed(before)}"
    yield f"TZOFFSETTO:{_signed(_offset(zone, at))}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{kind}"


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _signed(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{rest // 60:02}"
