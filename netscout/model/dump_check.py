"""Whether a row of a dump makes sense: what a hand or a hostile file changed must not reach the store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from netscout.model.dump import INTERACTIONS, PERSON, Table, is_needed
from netscout.model.person import LABELS
from netscout.model.referral import ALLOWED, ME, NOT_ASKED, REFUSED, THEM

_LARGEST = 2**63 - 1
SIGHTINGS = (
    *("connection", "message", "invitation", "endorsement", "recommendation", "note", "contact", "card"),
    "referral",
)
_CHOICES: dict[str, dict[str, tuple[object, ...]]] = {
    "sighting": {"kind": SIGHTINGS},
    "interaction": {"kind": INTERACTIONS, "direction": ("in", "out", "co", "none")},
    "label": {"label": (*LABELS, "")},
    "avoid": {"avoid": (0, 1)},
    "referral": {"may_use_name": ("", ALLOWED, REFUSED, NOT_ASKED), "intro": ("", ME, THEM)},
    "merge_decision": {"decision": ("merge", "split")},
    "owner_key": {"kind": ("slug", "email")},
}
_SPAN = r"(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)?"
_EVENT = r"[a-z][a-z-]{0,39}"
_CLOCK = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?"
_DAY = r"(?:19[5-9][0-9]|2[01][0-9]{2})-.*|"
"""A day of a campaign, as `days.is_of_campaign`."""
_FORMS = {
    "event": {"event": _EVENT, "at": _CLOCK, "on": _DAY, "for": _DAY},
    "referral": {"on": _DAY},
    "note": {"on": _DAY},
    "decision": {"on": _DAY},
    "dismissed": {"event": _EVENT, "at": _CLOCK},
    "interaction": {"day": r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?)?"},
    "position": {"started_on": _SPAN, "finished_on": _SPAN},
    "school": {"started_on": _SPAN, "finished_on": _SPAN},
    "detail": {"birthday": r"(?:[0-9]{4}|-)-[0-9]{2}-[0-9]{2}|"},
}
_NUMBERS = {
    "at": (-253_402_300_799, 253_402_300_799),
    "recipients": (-(1 << 31), 1 << 31),
    "length": (-(1 << 31), 1 << 31),
    "minutes": (0, 600),
    "energy": (1, 5),
    "fit": (1, 5),
}
_DATED = ("on",)


def wrong(table: Table, values: Mapping[str, Any]) -> str:
    """Return why a row as read makes no sense, "" if it does; the key alone may be absent."""
    known = {one.name for one in table.columns}
    if not values.keys() <= known:
        return "a field that is not known"
    for one in table.columns:
        if one.name not in values:
            if one.name != table.key and is_needed(one):
                return f"{one.name} is missing"
        elif not fits(one.kind, values[one.name], nullable=one.nullable or one.kind == "own"):
            return f"{one.name} makes no sense"
    strange = _strange(table, values)
    return f"{strange} makes no sense" if strange else ""


def _strange(table: Table, values: Mapping[str, Any]) -> str:
    """Return the first field whose value none of our programs would write, "" if there is none."""
    for name, known in _CHOICES.get(table.name, {}).items():
        if name in values and values[name] not in known:
            return name
    for name, form in _FORMS.get(table.name, {}).items():
        said = values.get(name, "")
        if said is not None and not re.fullmatch(form, said):
            return name
    for name, (least, most) in _NUMBERS.items():
        said = values.get(name)
        if table.place == "log" and isinstance(said, int) and not least <= said <= most:
            return name
    numbered = table.name != "avoid" and (table.key == "" or table.key in values)
    days = [one for one in table.columns if numbered and one.kind == "day" and (one.nullable or one.name in _DATED)]
    return next((one.name for one in days if values.get(one.name, None if one.nullable else "") == ""), "")


def odd(table: Table, name: str, value: object) -> bool:
    """Return whether a value of its column's kind is one that none of our programs would write there."""
    known = _CHOICES.get(table.name, {}).get(name)
    form = _FORMS.get(table.name, {}).get(name)
    ends = _NUMBERS.get(name) if table.place == "log" else None
    return (
        (known is not None and value not in known)
        or (form is not None and isinstance(value, str) and not re.fullmatch(form, value))
        or (ends is not None and isinstance(value, int) and not ends[0] <= value <= ends[1])
    )


def fits(kind: str, value: object, *, nullable: bool) -> bool:
    """Return whether a value may stand in a column of this kind."""
    if value is None:
        return nullable
    if kind in ("int", "bool"):
        return isinstance(value, int) and (kind == "bool" or not isinstance(value, bool)) and abs(value) <= _LARGEST
    if kind in ("list", "object"):
        texts = kind == "object" or (isinstance(value, list) and all(_is_text(one) for one in value))
        return isinstance(value, (list, dict)) and texts
    if not isinstance(value, str) or not _is_text(value):
        return False
    if kind == "day":
        return value == "" or is_day(value)
    return kind not in ("person", "own") or PERSON.fullmatch(value) is not None


def is_day(text: str) -> bool:
    """Return whether a text is a day, spelled `YYYY-MM-DD`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_text(value: object) -> bool:
    """Return whether a value is a text that UTF-8 can carry."""
    return isinstance(value, str) and (value.isascii() or not any("\ud800" <= char <= "\udfff" for char in value))
