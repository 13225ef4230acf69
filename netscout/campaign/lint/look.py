"""What every detector is handed, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from netscout.campaign.lint.letter import Letter, Text
from netscout.model.draft import Draft
from netscout.model.lint import Record


@dataclass(frozen=True, slots=True)
class Look:
    """A draft made ready to be read, the record it is held against, and the day."""

    letter: Letter
    record: Record
    today: date

    @property
    def draft(self) -> Draft:
        """Return the draft as it was written."""
        return self.letter.draft

    @property
    def seeks_work(self) -> bool:
        """Return whether the draft says to be one of somebody who looks for work."""
        return self.draft.mode == "job-seeking"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule is broken; `case` tells which sentence says so, `values` what is filled into it."""

    rule: str
    case: str
    span: tuple[int, int] = (0, 0)
    part: str = "body"
    values: Mapping[str, str] = field(default_factory=dict)


def at(rule: str, case: str, text: Text, span: tuple[int, int], **values: str) -> Hit:
    """Return a hit on these characters of a part; spaces at its ends are left out."""
    start, end = span
    while end > start and text.raw[end - 1].isspace():
        end -= 1
    return Hit(rule, case, (start, end), text.part, values)
