"""An entry of the user's calendar: a talk that is fixed, or a step with the day it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

TALK = "talk"
"""The kind of a talk; every other kind is the action of a step."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One entry, the same under its `key` however often it is written.

    `key` is unique in the workspace, `kind` is TALK or the action of a step. With `at` it begins at that time and takes
    `minutes`, in `zone` (a name of the time zone database) or, with "", wherever the user is; without `at` it is the
    whole day. `sequence` rises whenever the entry changes, `stamp` is the day of the last change; `off` says that it no
    longer holds.
    """

    key: str
    kind: str
    person: str
    day: date
    title: str
    text: str = ""
    at: time | None = None
    zone: str = ""
    minutes: int = 0
    sequence: int = 0
    stamp: date = date.min
    off: bool = False
