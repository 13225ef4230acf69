"""The pages on columns, on the public functions and on settings, from the types themselves."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import TYPE_CHECKING

import netscout
from netscout.model.caps import CAPS
from netscout.model.own_question import OwnQuestion
from netscout.model.target import Me, Target
from netscout.settings import Limits, Settings
from netscout.settings_campaign import Calendar
from netscout.tables import SCHEMAS
from tools.words import CALENDAR, EDGES, LIMITS, ME, NODES, QUESTION, SETTINGS, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.tables import Column

COLUMNS_HEAD = """\
# Columns and public functions

`import netscout` costs nothing; each function is loaded when it is first asked for. Tables are pandas DataFrames and
hold these columns, in this order, and no others. A day is text, `YYYY-MM-DD`. Missing text is `""` unless the column
may be empty, where it is `None` or `NaN`. `Place` is a path, as text or `pathlib.Path`; `today` is a `datetime.date`,
since nothing below the command line looks at the clock.
"""
GRAPH_HEAD = """\
## Graph

`netscout.graph` returns an undirected networkx graph. No measure of structure is among the attributes: an export shows
your ties, not those of others, so such figures would be empty.
"""
RANK = """\
## Table rank

The columns are the keys of `rows` in [JSON](json.md), without `parts`, `gains`, `reasons` and `facets`.
"""
SETTINGS_HEAD = """\
# Settings and targets.toml

`targets.toml` stands in your workspace and is yours to edit; netscout keeps your comments. A key that netscout does not
know is an error that names the nearest known one.

```toml
[me]
name = "Rita Okello"
employer = "Northwind Labs"
manager = "https://www.linkedin.com/in/your-manager"

[[target]]
name = "data"
roles = ["data analyst", "analytics engineer"]
industries = ["healthcare"]
motivation = 4

[aliases]
"NWL" = "Northwind Labs"

[weights]
per_company = 3
```
"""
ALIASES = """\
## [aliases]

`"name as written" = "name meant"`: a company that goes by several names in your network. Any number of lines.
"""
CAMPAIGN_HEAD = """\
## [campaign]

Limits on asking: nobody is proposed beyond them. One that is fixed cannot be set.

| key | default | from | to | meaning |
|---|---|---|---|---|
"""
WEIGHTS = """\
## [weights]

Every number that shapes a list may be set here. **Guess** marks a number nobody has measured: it is our choice, it is
printed in the reasons it shapes, and your own answers may show a better one.
"""
QUESTION_HEAD = """\
## [[question]]

A question of your own for the sheet of a talk (`netscout prep`); one block each. It comes before those of the bank, and
is checked as they were: open, at most thirty words, one question mark, nothing a search answers, no gossip.
"""
LIMITS_HEAD = """\
## Limits

What is refused, counted while reading. These cannot be set.
"""


def columns_page() -> str:
    """Return docs/reference/columns.md."""
    parts = [COLUMNS_HEAD, "## Functions\n"]
    parts += [_function(name, getattr(netscout, name)) for name in sorted(netscout.__all__) if name != "__version__"]
    for schema in SCHEMAS:
        rows = [f"| `{one.name}` | {_kind(one)} | {_cell(one.doc)} |" for one in schema.columns]
        parts.append(
            "\n".join([f"## Table {schema.name}\n", "| column | kind | meaning |", "|---|---|---|", *rows, ""])
        )
    parts += [RANK, GRAPH_HEAD]
    for what, kinds in (("node", NODES), ("edge", EDGES)):
        rows = [f"| {kind} | `{name}` | {_cell(text)} |" for kind, one in kinds.items() for name, text in one.items()]
        parts.append("\n".join([f"| {what} | attribute | meaning |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def settings_page() -> str:
    """Return docs/reference/settings.md."""
    weights = [one.name for one in fields(Settings) if one.name != "limits"]
    return "\n".join(
        [
            SETTINGS_HEAD,
            "## [me]\n\nWhat you say of yourself.\n",
            *_rows(Me(), ME, list(ME)),
            "## [[target]]\n\nA career you explore; one block each.\n",
            *_rows(Target("", ("",)), TARGET, list(TARGET)),
            "## [calendar]\n\nYour days off, for due dates.\n",
            *_rows(Calendar(), CALENDAR, list(CALENDAR)),
            _caps(),
            QUESTION_HEAD,
            *_rows(OwnQuestion(""), QUESTION, list(QUESTION)),
            ALIASES,
            WEIGHTS,
            *_rows(Settings(), SETTINGS, weights),
            LIMITS_HEAD,
            *_rows(Limits(), LIMITS, [one.name for one in fields(Limits)]),
        ]
    )


def _caps() -> str:
    rows = [
        f"| `{one.key}` | `{one.number}` | {'fixed' if one.fixed else one.least} | "
        f"{'fixed' if one.fixed else one.most} | {one.means} |"
        for one in CAPS.values()
    ]
    return "\n".join([CAMPAIGN_HEAD + rows[0], *rows[1:], ""])


def _rows(value: object, words: dict[str, str], names: list[str]) -> list[str]:
    rows = [f"| `{name}` | {_default(getattr(value, name))} | {_cell(words[name])} |" for name in names]
    return ["| key | default | meaning |", "|---|---|---|", *rows, ""]


def _default(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"`{value}`" if abs(value) < 100_000 else f"`{value:,}`"
    if isinstance(value, tuple):
        words = [str(one) for one in value if one]
        return f"`{words}`".replace("'", '"') if words else "none"
    return f'`"{value}"`' if value else "none"


def _kind(column: Column) -> str:
    marks = [column.kind, *(["may be empty"] if column.nullable else []), *(["unique"] if column.unique else [])]
    return ", ".join(marks)


def _function(name: str, function: Callable[..., object]) -> str:
    return f"### netscout.{name}\n\n```python\n{name}{_signature(function)}\n```\n\n{_docstring(function)}\n"


class _Words(str):
    """An annotation that prints without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _signature(function: Callable[..., object]) -> str:
    found = inspect.signature(function)
    plain = [one.replace(annotation=_Words(one.annotation)) for one in found.parameters.values()]
    return str(found.replace(parameters=plain, return_annotation=_Words(found.return_annotation)))


def _docstring(function: Callable[..., object]) -> str:
    """Return a docstring as Markdown; sections such as `Raises:` become lists."""
    lines = []
    for line in (inspect.getdoc(function) or "").splitlines():
        if line.startswith("    ") and line.strip():
            more = line.startswith("        ")
            lines.append(f"  {line.strip()}" if more else f"- {line.strip()}")
        else:
            lines.append(f"{line}\n" if line.endswith(":") else line)
    return "\n".join(lines).strip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
