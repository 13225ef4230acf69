"""Dates by hand: nothing is ever filled in from today, slashed dates are decided per column."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_EPOCH = date(1970, 1, 1).toordinal()
_WORDS = (
    "jan january januar januari janner janv janvier enero ene janeiro gen gennaio stycznia styczen sty 一月",
    "feb february februar februari fev fevr fevrier febrero fevereiro febbraio lutego luty lut 二月",
    "mar march marz maerz mrz mars marts marzo marco maart mrt marca marzec 三月",
    "apr april avr avril abr abril aprile kwietnia kwiecien kwi 四月",
    "may mai mayo maio mag maggio mei maj maja 五月",
    "jun june juni juin junio junho giu giugno czerwca czerwiec cze 六月",
    "jul july juli juil juillet julio julho lug luglio lipca lipiec lip 七月",
    "aug august aout ago agosto augustus augusti sierpnia sierpien sie 八月",
    "sep sept september septembre septiembre setiembre setembro set settembre wrzesnia wrzesien wrz 九月",
    "oct october okt oktober octobre octubre outubro out ott ottobre pazdziernika pazdziernik paz 十月",
    "nov november novembre noviembre novembro listopada listopad lis 十一月",
    "dec december dez dezember decembre dic diciembre dicembre dezembro des desember grudnia grudzien gru 十二月",
)
_MONTHS = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split()}
_FILL = frozenset(["de", "of", "the", "del", "di", "le", "den", "mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_SHORT = re.compile(r"[0-9]{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ,]+(.*))?")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(.*))?")
_EAST = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?\s*(.*)")
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(?:(utc|gmt|z)|([+-])(\d{2}):?(\d{2}))?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:er|re|st|nd|rd|th|de|e|o|[.]?[ºª°])(?!\w)")
_EAST_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?月")
_TOKENS = re.compile(r"[^\W\d_]+|\d+|[^\s.,'-]")


class Stamp(NamedTuple):
    """One date as precise as it is written: month and day 0 where unknown, `clock` and `offset` in seconds or None."""

    year: int
    month: int = 0
    day: int = 0
    clock: int | None = None
    offset: int | None = None

    def iso(self) -> str:
        """Return `YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
        if not self.month:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def minute(self) -> str:
        """Return `YYYY-MM-DDTHH:MM` as written, without zone; the date alone if no clock is known."""
        if self.clock is None or not self.day:
            return self.iso()
        return f"{self.iso()}T{self.clock // 3600:02d}:{self.clock // 60 % 60:02d}"

    def second(self) -> int | None:
        """Return the UTC second since 1970 (midnight if only a day is known, UTC if no zone), None without a day."""
        if not self.day:
            return None
        midnight = (date(self.year, self.month, self.day).toordinal() - _EPOCH) * 86_400
        return midnight + (self.clock or 0) - (self.offset or 0)


class DateColumn:
    """Reads the cells of one column, after its order of day and month is known.

    Attributes:
        doubt: `ambiguous-date-order`, `mixed-date-order` or "". Where nothing tells the order, the month comes
            first, as LinkedIn writes US English.
        month_first: how slashed dates are read.
    """

    def __init__(self, cells: Iterable[str], today: date, order: str = "auto", *, births: bool = False) -> None:
        """Look over the raw cells; `order` is `auto`, `dmy` or `mdy` and settles the question where it is given.

        Where they are `births`, two digits of a year to come are of the century before.
        """
        self._latest, self._births = today + timedelta(days=2), births
        self._known: dict[str, Stamp | None] = {}
        self.doubt = ""
        pairs = {_slashed(cell) for cell in cells if ("/" in cell or "-" in cell) and not _is_iso(cell)} - {None}
        self.month_first = order != "dmy"
        if order == "auto" and pairs:
            self._decide({pair for pair in pairs if pair})

    def _decide(self, pairs: set[tuple[int, int]]) -> None:
        day_first = any(first > 12 for first, _ in pairs)
        month_first = any(second > 12 for _, second in pairs)
        self.month_first = month_first or not day_first
        if day_first and month_first:
            self.doubt = "mixed-date-order"
        elif not day_first and not month_first and any(first != second for first, second in pairs):
            self.doubt = "ambiguous-date-order"

    def read(self, cell: str) -> Stamp | None:
        """Return the date of a cell; None if it is empty, unreadable, impossible or in the future."""
        try:
            return self._known[cell]
        except KeyError:
            stamp = self._known[cell] = self._read(cell)
            return stamp

    def _read(self, cell: str) -> Stamp | None:
        stamp = parse_date(cell, month_first=self.month_first)
        if stamp is None or not self._is_late(stamp):
            return stamp
        return stamp._replace(year=stamp.year - 100) if self._births and str(stamp.year) not in cell else None

    def _is_late(self, stamp: Stamp) -> bool:
        latest = self._latest
        return (stamp.year, stamp.month or 1, stamp.day or 1) > (latest.year, latest.month, latest.day)


def parse_date(text: str, *, month_first: bool = True) -> Stamp | None:
    """Return the date a text states, or None. Two-digit years are 20xx; dotted dates have the day first."""
    if _SHORT.fullmatch(text):
        return _stamp(text[7:], str(_MONTHS[text[3:6].lower()]), text[:2], None)
    text = " ".join(text.replace("\u200e", "").replace("\u200f", "").split())
    if not text or len(text) > 80:
        return None
    if found := _ISO.fullmatch(text):
        return _stamp(found[1], found[2], found[3] or "", found[4])
    if found := _NUMERIC.fullmatch(text):
        day, month = (found[3], found[1]) if month_first and found[2] != "." else (found[1], found[3])
        return _stamp(found[4], month, day, found[5])
    if found := _EAST.fullmatch(text):
        return _stamp(found[1], found[2], found[3] or "", found[4])
    return _worded(text)


def _is_iso(cell: str) -> bool:
    return len(cell) > 4 and cell[:4].isdigit()


def _slashed(cell: str) -> tuple[int, int] | None:
    found = _NUMERIC.fullmatch(" ".join(cell.split()))
    return (int(found[1]), int(found[3])) if found and found[2] != "." else None


def _stamp(year: str, month: str, day: str, clock: str | None) -> Stamp | None:
    numbers = (int(year) + (2000 if len(year) <= 2 else 0), int(month or 0), int(day or 0))
    if not 1900 <= numbers[0] <= 9999 or (month and not numbers[1]) or (day and not numbers[2]):
        return None
    try:
        date(numbers[0], numbers[1] or 1, numbers[2] or 1)
    except ValueError:
        return None
    if not clock:
        return Stamp(*numbers)
    time = _CLOCK.fullmatch(clock.strip())
    read = _time(time) if time else None
    return Stamp(*numbers, *read) if read else None


def _time(found: re.Match[str]) -> tuple[int, int | None] | None:
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 60:
        return None
    offset = 0 if found[5] else None
    if found[6]:
        offset = (int(found[7]) * 3600 + int(found[8]) * 60) * (-1 if found[6] == "-" else 1)
    return hour * 3600 + minute * 60 + second, offset


def _worded(text: str) -> Stamp | None:
    time = _CLOCK.search(text)
    rest = text[: time.start()] + " " + text[time.end() :] if time else text
    month, numbers = 0, []
    folded = unicodedata.normalize("NFD", _ORDINAL.sub(" ", _EAST_MONTH.sub(_month_word, rest.casefold())))
    for token in _TOKENS.findall("".join(one for one in folded if not unicodedata.combining(one))):
        if token.isdecimal():
            numbers.append(token)
        elif token in _MONTHS and not month:
            month = _MONTHS[token]
        elif token not in _FILL:
            return None
    parts = _order(numbers, month)
    return _stamp(*parts, time[0] if time else None) if parts else None


def _month_word(found: re.Match[str]) -> str:
    """Return a word for a month written with its number, as in `7 9月 2019`."""
    return f" {_WORDS[int(found[1]) - 1].split()[0]} "


def _order(numbers: list[str], month: int) -> tuple[str, str, str] | None:
    if not month:
        return (numbers[0], "", "") if len(numbers) == 1 and len(numbers[0]) == 4 else None
    if len(numbers) == 1:
        return (numbers[0], str(month), "") if len(numbers[0]) == 4 else None
    if len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else numbers[::-1]
    return (year, str(month), day) if len(day) <= 2 and len(year) in (2, 4) and int(day) else None
