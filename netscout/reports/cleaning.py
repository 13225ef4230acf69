"""What no page may show, taken out of every text before a section sees it: addresses, numbers, and hidden names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from netscout.model.ranking import RankedList, RankRow
from netscout.model.report import NetworkPerson, ReportData

Change = Callable[[str], str]
T = TypeVar("T")
EMAIL, NUMBER = "(e-mail removed)", "(number removed)"
DIGITS_LEAST = 7

_AT = r"(?:[@\uff20]|\s{0,2}[\[({]\s?(?:at|@)\s?[\])}]\s{0,2})"
_DOT = r"(?:[.\uff0e\u3002]|\s{0,2}[\[({]\s?(?:dot|\.)\s?[\])}]\s{0,2})"
_EMAIL = re.compile(rf"[\w.+%'-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,9}}", re.IGNORECASE)
_RUN = re.compile(
    r"[+\uff0b]?[\s(]{0,2}\d(?:[\s().\-/_\u00b7\u2022\u200b-\u200d\u2010-\u2015\u2212]{0,5}\d)"
    rf"{{{DIGITS_LEAST - 1},}}+(?!\.(?:csv|zip|json|html)\b)"
)
_SUSPECT = re.compile(rf"[@\uff20]|[\[({{]\s?at\b|\d(?:(?:[^\w,;:]|_){{0,5}}\d){{{DIGITS_LEAST - 1}}}", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
_DATES = re.compile(
    rf"(?<!\d)(?:{_YEAR}(?:[-./]\d\d?){{0,2}}|\d\d?[-./]\d\d?[-./]{_YEAR}|\d\d?[-./]{_YEAR}"
    rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d\d?:\d\d)(?!\d)"
)
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:(?:[.'\u2019]\d{3})+|(?:\s000)+)")
_CODE = re.compile(r",?\s*\(?\b\d\d-\d{4}\.\d\d\b\)?")
"""An occupation code, which says nothing to a reader."""
_KEPT = frozenset(
    (
        *("id", "url", "person", "one", "other", "owner_id", "workspace", "sha256", "today", "export_date", "version"),
        *("connected_on", "last_day", "form", "list", "kind", "code", "key", "company_key", "evidence", "slot"),
        *("band", "strength", "warmth_band", "verdict", "level", "seniority", "weights", "counts", "attributions"),
        *("sector", "family", "industry", "before_day", "after_day", "known_from", "mode", "said"),
    )
)
"""Fields that hold ids, days or words of ours, which other places compare."""


def redact(text: str) -> str:
    """Return the text without e-mail addresses, runs of digits that may be a phone number, and occupation codes."""
    if not _SUSPECT.search(text):
        return text
    bare = _CODE.sub("", text)
    return _RUN.sub(_number, _EMAIL.sub(EMAIL, bare))


def _number(hit: re.Match[str]) -> str:
    """Return what stands for a run of digits: itself for days, years and amounts."""
    run = hit.group()
    rest = sum(letter.isdigit() for letter in _DATES.sub(" ", run))
    if run[0] not in "+\uff0b" and (rest < DIGITS_LEAST - 3 or _AMOUNT.fullmatch(run.strip())):
        return run
    return run[: len(run) - len(run.lstrip())] + NUMBER


def clean(data: ReportData, change: Change) -> ReportData:
    """Return the data with every text changed, except ids, days and words of ours.

    A row that is on no list keeps its texts: no section shows them, and the facets counted from them go through the
    same change in `sections/echo.py`.
    """
    once = cache(change)
    rest = {
        one.name: _changed(getattr(data, one.name), once, one.name)
        for one in fields(data)
        if one.name not in ("people", "lists", *_KEPT)
    }
    return replace(
        data,
        people=tuple(_person(one, once) for one in data.people),
        lists=tuple((_list(one, once), _list(two, once)) for one, two in data.lists),
        **rest,
    )


def _person(one: NetworkPerson, change: Change) -> NetworkPerson:
    """Return the person changed: the few texts first, as nearly nobody has anything to change."""
    same = all(change(text) == text for text in (one.name, one.title, one.company, one.company_label, one.excluded))
    same = same and all(change(text) == text for text in (one.community, *one.verdicts, *one.listed))
    return one if same else cast("NetworkPerson", _changed(one, change))


def without_addresses(value: T) -> T:
    """Return a row, a sheet, a sentence with no e-mail address or phone number in any of its texts."""
    return cast("T", _changed(value, redact))


def _list(ranked: RankedList, change: Change) -> RankedList:
    def kept(row: RankRow) -> RankRow:
        return cast("RankRow", _changed(row, change)) if row.rank or row.excluded else row

    return replace(
        ranked,
        target=change(ranked.target),
        rows=ranked.changed(kept),
        note=change(ranked.note),
        passed_over=tuple(change(one) for one in ranked.passed_over),
    )


def _changed(value: Any, change: Change, name: str = "") -> Any:  # noqa: ANN401  # any part of the data
    """Return any value with its texts changed; the keys of verdicts are names of targets, so they change too."""
    made = value
    if isinstance(value, str):
        made = change(value)
    elif isinstance(value, tuple):
        made = tuple(_changed(one, change) for one in value)
    elif isinstance(value, dict):
        made = {
            change(key) if name == "verdicts" else key: one if key in _KEPT or name == "verdicts" else change(one)
            for key, one in value.items()
        }
    elif is_dataclass(value) and not isinstance(value, type):
        new = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in _KEPT}
        made = replace(value, **{key: _changed(one, change, key) for key, one in new.items()})
    return made
