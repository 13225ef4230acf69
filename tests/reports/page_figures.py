"""Every number a page shows, and whether it follows from the data the page carries: what the test of figures reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from netscout.reports.columns import decode
from netscout.reports.embedded import parts as lines_of
from netscout.reports.rows import CONNECTOR_PARTS, PRACTITIONER_PARTS, signed
from netscout.reports.text import percent
from tests.reports.page_parts import Parts

BLOCKS = {"h1", "h2", "h3", "h4", "h5", "p", "li", "td", "th", "dt", "dd", "caption", "summary", "figcaption", "span"}
QUOTED = {"pre", "code", "script", "style", "option", "button", "select", "title"}
"""Elements whose text is a letter, a command or a choice: no figure of ours."""
WORDING = {
    "title",
    "finding",
    "findings",
    "kicker",
    "nav",
    "about",
    "note",
    "notes",
    "source",
    "balance",
    "words",
    "alt",
}
"""Keys of sentences we made from the numbers beside them: a number that stands in them only is not traced."""
PLACES = {"index", "at", "place", "order", "schema", "x", "width", "size"}
"""Keys of numbers that say where something stands or how it looks: nothing is counted by them."""
COUNTED = ("strength", "family", "sector", "role", "chance", "verdict 0", "verdict 1")
"""Columns of everybody whose values are counted on the page."""
SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FREE = (
    r"\d{4}-\d\d(?:-\d\d)?",
    rf"(?:\d{{1,2}} )?{_MONTH}(?: \d{{4}})?",
    r"\b(?:19|20)\d\d\b",
    r"\bE[0-3]\b",
    r"\bX\d+\b",
    r"\bO\*NET\S*",
    r"CC BY \d\.\d",
    r"\b\d+\.\d+\.\d+\b",
    "first ten",
    "has (?:four|five) parts",
    "fewer than ten people",
    "three people or more",
    "four times in five",
    "0 to 100",
    "100 times",
    "A bar is three months",
    "in twelve months",
    "in the last 180 days",
)
"""What is no figure: days, months and years, evidence levels, works and their versions, turns of speech."""
FREE = re.compile("|".join(_FREE))
NUMBER = re.compile(r"(?:under )?[+\u2212]?\d+(?:,\d{3})*(?:\.\d+)?(?: %)?")
_QUOTE = re.compile(r"^(?=.*\d)(?=.*[^\W\d_]{2})")
"""A text of the data that is told as it is: words with a number in them."""


@dataclass(frozen=True)
class Scope:
    """Of what a text speaks: a section, in it a chart, a person of a list, or a row of a table by its first cell."""

    section: str = ""
    chart: str = ""
    person: str = ""
    row: str = ""


class Texts(HTMLParser):
    """The texts of a page, each with its scope; labels for those who hear the page are texts too."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[Scope, str]] = []
        self._here = Scope()
        self._quoted = 0
        self._fresh = True
        self._row: int | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section or a block; keep a label."""
        found = dict(attrs)
        name = found.get("id") or ""
        if tag == "section":
            self._here = Scope(name)
        elif tag == "figure":
            self._here = replace(self._here, chart=name.removeprefix("chart-"))
        elif "person" in (found.get("class") or "").split():
            self._here = replace(self._here, person=name.removeprefix("row-"))
        elif tag == "tr":
            self._here, self._row = replace(self._here, row=""), len(self.blocks)
        self._quoted += tag in QUOTED
        self._fresh = self._fresh or tag in BLOCKS or tag == "section"
        if self._here.section and (label := found.get("aria-label")):
            self.blocks.append((self._here, label))
            self._fresh = True

    def handle_endtag(self, tag: str) -> None:
        """End a section or a block."""
        self._quoted -= tag in QUOTED
        self._fresh = self._fresh or tag in BLOCKS
        if tag in ("th", "td") and self._row is not None:
            words = [text for _, text in self.blocks[self._row :]]
            self._here, self._row = replace(self._here, row=" ".join("".join(words).split())), None
        ends = {"section": Scope(), "figure": replace(self._here, chart=""), "ol": replace(self._here, person="")}
        self._here = ends.get(tag, replace(self._here, row="") if tag == "table" else self._here)

    def handle_data(self, data: str) -> None:
        """Keep the text of a section."""
        if not self._here.section or self._quoted:
            return
        if self._fresh:
            self.blocks.append((self._here, ""))
            self._fresh = False
        self.blocks[-1] = (self.blocks[-1][0], self.blocks[-1][1] + data)


class Figures:
    """The numbers of a page and the forms of all numbers its data gives, section by section."""

    def __init__(self, page: str) -> None:
        """Read page and data."""
        parts = Parts(page)
        names = {attributes.get("id") for attributes, _ in parts.scripts}
        self.data: dict[str, Any] = parts.block("page-data")
        self.people = decode(parts.block("people-data")) if "people-data" in names else []
        self.charts: dict[str, Any] = parts.block("chart-data")["small"] if "chart-data" in names else {}
        self.texts = [(scope, " ".join(text.split())) for scope, text in Texts(page).blocks]
        told = {*_strings(self.data), *_strings([one["data"] for one in self.charts.values()])}
        self.quotes = sorted({one for one in told if _QUOTE.search(one)}, key=len, reverse=True)
        self.sections = {one["id"]: one for one in self.data["sections"]}
        everyone = self.sections.get("everyone", {"total": 0, "strengths": []})
        self.total = everyone["total"]
        alive = sum(one["people"] for one in everyone["strengths"] if one["key"] in ("close", "know", "warm"))
        self.counted = {float(self.total), float(alive)} | _counted(self.people)
        self.rows = dict(_people_listed(self.sections.get("whom", {})))
        self.records = {key: _records(one) for key, one in self.sections.items()}
        self._found: dict[Scope, set[str]] = {}

    def shown(self) -> Iterator[tuple[Scope, str, str]]:
        """Return scope, text and number for every figure of the page."""
        for scope, text in self.texts:
            for number in self.numbers(text):
                yield scope, text, number

    def numbers(self, block: str) -> list[str]:
        """Return the figures of a block: what it quotes from the data, and what is no figure, left out."""
        rest = block
        for quote in self.quotes:
            if quote in rest:
                rest = re.sub(rf"(?<!\d){re.escape(quote)}(?!\d)", " ", rest)
        rest = FREE.sub(" ", rest)
        return [*NUMBER.findall(rest), *(word for word in re.findall(r"[a-z]+", rest.casefold()) if word in SMALL)]

    def traced(self, scope: Scope, number: str) -> bool:
        """Return whether the data of what a text speaks of gives this number."""
        key = self._narrow(scope)
        if key not in self._found:
            self._found[key] = self._forms(key)
        return str(SMALL.get(number, number)) in self._found[key]

    def _narrow(self, scope: Scope) -> Scope:
        """Return the narrowest scope of which the data says something."""
        if scope.chart in self.charts:
            return Scope(scope.section, chart=scope.chart)
        if scope.person in self.rows:
            return Scope(scope.section, person=scope.person)
        return Scope(scope.section, row=scope.row if scope.row in self.records[scope.section] else "")

    def _forms(self, scope: Scope) -> set[str]:
        section = self.sections[scope.section]
        if scope.chart:
            own = [one for one in _dicts(section) if one.get("id") == scope.chart]
            return self._all([*own, self.charts[scope.chart]["data"]], _years(self.charts[scope.chart]))
        if scope.person:
            return self._all([self.rows[scope.person]], set())
        if scope.row:
            return self._all(self.records[scope.section][scope.row], set())
        charts = [self.charts[key] for key in _chart_names(section) if key in self.charts]
        sums = set().union(*(_years(one) for one in charts)) | _totals(section)
        return self._all([section, *(one["data"] for one in charts)], self.counted | sums)

    def _all(self, values: list[Any], more: set[float]) -> set[str]:
        found = set().union(*(_printed(one, self.total) for one in {*_leaves(values), *more}))
        return found.union(*(_points(one, self.data) for one in _waterfalls(values)))


def _years(chart: dict[str, Any]) -> set[float]:
    """Return what four quarters of a chart sum to, and what is lost where shares are kept."""
    lines = [trace["y"] for trace in chart["data"] if "y" in trace]
    return {float(sum(line[at : at + 4])) for line in lines for at in range(len(line))} | {0.0, *_lost(lines)}


def _lost(lines: list[list[float]]) -> Iterator[float]:
    """Return what is lacking of one to each share."""
    yield from (1 - one for line in lines for one in line if 0 < one < 1)


def _people_listed(section: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return each row of each list by its name on the page: `0-practitioners-3`."""
    for one in _dicts(section):
        yield from ((f"{one['key']}-{row['rank']}", row) for row in one.get("rows", ()))


def _records(value: Any) -> dict[str, list[Any]]:
    """Return what may be a row of a table by each of its words: objects, and lists that begin with a word."""
    found: dict[str, list[Any]] = {}
    for one in _values(value):
        if isinstance(one, dict) or (isinstance(one, list) and one and isinstance(one[0], str)):
            for word in {" ".join(text.split()) for text in _inside(one) if isinstance(text, str)}:
                found.setdefault(word, []).append(one)
    return found


def _values(value: Any) -> Iterator[Any]:
    yield value
    for one in _inside(value):
        yield from _values(one)


def _counted(people: list[dict[str, str]]) -> set[float]:
    """Return what is counted from the columns of everybody: each value, and those of whom one is not known."""
    counts = [Counter(row.get(key, "") for row in people) for key in COUNTED]
    blank = [sum(not row[key] for row in people) for key in ("title", "company")]
    left_out = sum(bool(row["left out"]) for row in people)
    unread = sum(bool(row["title"]) and not row["role"] for row in people)
    return {float(one) for one in (0, *blank, left_out, unread, *(many for each in counts for many in each.values()))}


def _printed(number: float, total: int) -> set[str]:
    """Return the forms in which a page prints a number: whole, as a share of one or of everybody, as it is."""
    found = {f"{number:g}"}
    if number == int(number):
        found |= {f"{int(number):,}", str(int(number))}
        found |= {percent(number / total)} if 0 <= number <= total and total else set()
    return found | ({percent(number)} if 0 <= number <= 1 else set())


def _points(chart: dict[str, Any], data: dict[str, Any]) -> set[str]:
    """Return the points of a waterfall as printed: the total, the sums by kind, each line within a rounding.

    Kinds that are named though nothing of theirs is in the sum stand there at nought.
    """
    sums: Counter[str] = Counter()
    found = {signed(round(10 * chart["total"]))}
    for key, _, _, points in lines_of(data, chart):
        sums[key.split(".")[0]] += points  # type: ignore[assignment]  # a counter adds any number
        found |= {signed(round(10 * points) + off) for off in (-1, 0, 1)}
    whole = any(sums.keys() >= set(always) for always in (PRACTITIONER_PARTS, CONNECTOR_PARTS))
    nought = set() if whole else {signed(0)}
    return found | nought | {signed(round(10 * one) + off) for one in sums.values() for off in (-1, 0, 1)}


def _waterfalls(value: Any) -> Iterator[dict[str, Any]]:
    for one in _dicts(value):
        if one.keys() == {"total", "parts"}:
            yield one


def _chart_names(section: dict[str, Any]) -> Iterator[str]:
    for one in _dicts(section):
        yield from (chart["id"] for chart in one.get("charts", ()))


def _totals(section: dict[str, Any]) -> set[float]:
    """Return what the numbers of one key sum to in a section: the rows of all files, the people of all titles."""
    sums: Counter[str] = Counter()
    for found in _dicts(section):
        for key, one in found.items():
            if isinstance(one, int) and key not in PLACES:
                sums[key] += one
    return {float(one) for one in sums.values()}


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in _inside(value):
        yield from _dicts(one)


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _leaves(value: Any) -> Iterator[float]:
    """Return every number but places, and how many there are of whatever stands in a row; settings are numbers."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "weights":
                yield from (float(setting["value"]) for setting in one)
            elif key == "anchor":
                yield float(one.rpartition("-")[2])
            elif key not in PLACES and key != "parts":
                yield from _leaves(one)
    elif isinstance(value, list):
        yield float(len(value))
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def _strings(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _strings(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one, key)
    elif isinstance(value, str) and key not in WORDING:
        yield " ".join(value.split())
