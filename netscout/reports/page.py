"""One offline file: the view laid out by templates, its data and scripts inside, nothing fetched when it is opened."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from netscout.files import make_folder, write_atomic
from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.embedded import embed
from netscout.reports.palette import DARK, LIGHT
from netscout.reports.policy import chart_library, json_block, policy

_PER_CENT = re.compile(r"(?<=[0-9]) %")
_DRAWING = ("charts.js", "places.js", "labels.js", "walk.js", "map.js", "links.js", "figures.js")
SCRIPTS = {"base.js": "", "table.js": "everyone", "answers.js": "whom", **dict.fromkeys(_DRAWING, "map")}
"""The scripts in order, each with the section without which it is left out."""


def render(data: ReportData) -> str:
    """Return the report page as one HTML text; the same data gives the same bytes."""
    return _page(view.build(data), f"Whom to ask – {data.today}")


def render_map(data: ReportData) -> str:
    """Return the page of the map alone: territories and link view."""
    return _page(view.build_map(data), f"Map of a network – {data.today}")


def write_page(data: ReportData, path: Path, around: AbstractContextManager[None] | None = None) -> None:
    """Write the report page, whole or not at all, readable by its owner only; `around` is entered once it is made.

    Raises:
        OutputError: the place cannot be written; an older page there is kept.
    """
    page = render(data)
    with around or nullcontext():
        write_atomic(path, page)


def write_map(data: ReportData, path: Path, around: AbstractContextManager[None] | None = None) -> None:
    """Write the page of the map alone, as `write_page` does.

    Raises:
        OutputError: the place cannot be written; an older page there is kept.
    """
    page = render_map(data)
    with around or nullcontext():
        write_atomic(path, page)


def page_place(workspace: Path, name: str) -> Path:
    """Return where a page of this name goes by default: the workspace's `reports` folder, made if missing.

    Raises:
        OutputError: the folder cannot be made.
    """
    folder = workspace / "reports"
    make_folder(folder)
    return folder / name


def _page(content: dict[str, Any], title: str) -> str:
    sections = {one["id"]: one for one in content["sections"]}
    figures = sections.get("map", {}).pop("figures", None)
    people = sections.get("everyone", {}).pop("people", None)
    if figures:
        figures["small"] = _small(content["sections"])
    if figures and people:
        figures["hover"] = []
    personal = {"whom", "everyone"} if content["personal"] else set()
    present = {"", *(sections.keys() & (personal | {"map"}))}
    scripts = {name: _script(name) for name, needed in SCRIPTS.items() if needed in present}
    library, packed = chart_library() if figures else ("", "")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            view=content,
            title=title,
            policy=policy([*scripts.values(), *([library] if figures else ())]),
            style=_trusted(_style()),
            reading=_part({"page-data": embed(content), "people-data": people}, scripts, drawing=False),
            drawing=_part({"chart-data": figures}, scripts, drawing=True),
            packed=_trusted(packed),
        )
    )


def _part(data: dict[str, Any], scripts: dict[str, str], *, drawing: bool) -> dict[str, Any]:
    """Return the blocks of data and the scripts of reading or of drawing: the lists never wait for the charts."""
    return {
        "blocks": {name: _trusted(json_block(value)) for name, value in data.items() if value is not None},
        "scripts": [_trusted(text) for name, text in scripts.items() if (name in _DRAWING) == drawing],
    }


def _script(name: str) -> str:
    """Return a script without its indents and lines of comment: no text of ours goes over several lines."""
    lines = (line.strip() for line in _asset(name).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _small(sections: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the figures of the charts, taken out of the sections and their groups, by the chart's id."""
    holders = [one for section in sections for one in (section, *section.get("groups", ()))]
    return {chart["id"]: chart.pop("figure") for one in holders for chart in one.get("charts", ())}


def _style() -> str:
    """Return the style sheet with the colours of the palette in their two forms."""
    text = "\n".join(line.strip() for line in _asset("page.css").splitlines() if line.strip())
    for name, colours in (("light", LIGHT), ("dark", DARK)):
        text = text.replace(f"/* {name} colours */", " ".join(f"--{key}: {value};" for key, value in colours.items()))
    return text


def _trusted(text: str) -> Markup:
    return Markup(text)  # noqa: S704  # our own scripts and styles, and JSON that `json_block` has made inert


def _asset(name: str) -> str:
    return (resources.files("netscout.reports") / "assets" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    folder = resources.files("netscout.reports") / "templates"
    texts = {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".j2")}
    texts |= {
        f"sections/{one.name}": one.read_text(encoding="utf-8")
        for one in (folder / "sections").iterdir()
        if one.name.endswith(".j2")
    }
    return Environment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_unbroken,
    )


def _unbroken(value: object) -> object:
    """Return a text with each number kept on one line with its per cent sign, anything else as it is."""
    return _PER_CENT.sub("\u00a0%", value) if type(value) is str else value
