"""One offline file: the view laid out by templates, its data and scripts inside, nothing fetched when it is opened."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from netscout.files import make_folder, write_atomic
from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.palette import DARK, LIGHT
from netscout.reports.policy import chart_library, json_block, policy

SCRIPTS = {"base.js": "", "answers.js": "whom", "table.js": "everyone", "charts.js": "map"}
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
    if figures and people:
        figures["hover"] = []
    personal = {"whom", "everyone"} if content["personal"] else set()
    present = {"", *(sections.keys() & (personal | {"map"}))}
    scripts = [_asset(name) for name, needed in SCRIPTS.items() if needed in present]
    library, packed = chart_library() if figures else ("", "")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            view=content,
            title=title,
            policy=policy([*scripts, library] if figures else scripts),
            style=_trusted(_style()),
            scripts=[_trusted(one) for one in scripts],
            blocks={
                name: _trusted(json_block(value))
                for name, value in (("page-data", _told(content)), ("people-data", people), ("chart-data", figures))
                if value is not None
            },
            packed=_trusted(packed),
        )
    )


def _told(value: Any) -> Any:  # noqa: ANN401  # any part of the view
    """Return the view without the places of bars, which follow from the numbers beside them."""
    if isinstance(value, dict):
        return {key: _told(one) for key, one in value.items() if key != "bars"}
    return [_told(one) for one in value] if isinstance(value, list) else value


def _style() -> str:
    """Return the style sheet with the colours of the palette in their two forms."""
    text = _asset("page.css")
    for name, colours in (("light", LIGHT), ("dark", DARK)):
        text = text.replace(f"/* {name} colours */", " ".join(f"--{key}: {value};" for key, value in colours.items()))
    return text


def _trusted(text: str) -> Markup:
    return Markup(text)  # noqa: S704  # our own scripts and styles, and JSON that `json_block` has made inert


def _asset(name: str) -> str:
    return (resources.files("netscout.reports") / "assets" / name).read_text(encoding="utf-8")


def _environment() -> Environment:
    folder = resources.files("netscout.reports") / "templates"
    texts = {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".j2")}
    texts |= {
        f"sections/{one.name}": one.read_text(encoding="utf-8")
        for one in (folder / "sections").iterdir()
        if one.name.endswith(".j2")
    }
    return Environment(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
