"""Everything the page says, as one JSON-able dict: all numbers and sentences are decided here and in `sections`."""

from __future__ import annotations

from typing import Any

from netscout.model.report import ReportData
from netscout.reports.forms import contents
from netscout.reports.scene import Scene, scene
from netscout.reports.sections import (
    account,
    answered,
    campaign,
    changes,
    doubts,
    echo,
    everyone,
    explore,
    gaps,
    glance,
    shape,
    ties,
    whom,
    write,
)
from netscout.reports.sections import map as territory_map
from netscout.reports.text import day, tidy

SECTIONS = (
    *(write, campaign, answered, glance, changes, explore, whom, echo, territory_map, gaps, ties, shape),
    *(doubts, everyone, account),
)
"""The sections in page order; one without anything to say leaves itself out."""


def build(data: ReportData) -> dict[str, Any]:
    """Return the whole page as plain values.

    `sections` holds each section's dict (`id`, `kicker`, `title`, ...) in page order; the section `map` carries the
    figures under `figures`, the section `everyone` the columns of everybody under `people` (see `columns.decode`);
    `charts` of a section or of one of its groups hold a figure each.
    """
    here = scene(data)
    return _head(here) | {"said": _said(here), "sections": sections(here)}


def sections(here: Scene) -> list[dict[str, Any]]:
    """Return each section's dict in page order."""
    return [made for one in SECTIONS if (made := one.build(here))]


def build_map(data: ReportData) -> dict[str, Any]:
    """Return the page of the `map` command: territories and link view alone."""
    here = scene(data)
    return _head(here, alone=True) | {"sections": [territory_map.build(here) or territory_map.nobody()]}


def _head(here: Scene, *, alone: bool = False) -> dict[str, Any]:
    data = here.shown
    heading, contains = contents(here.full, alone=alone)
    return {
        "schema": 1,
        "kind": "netscout-report",
        "version": data.version,
        "today": data.today,
        "day": day(data.today),
        "form": data.form,
        "names_hidden": data.form == "share" and data.hide_names,
        "form_heading": heading,
        "form_contains": contains,
        "personal": here.personal,
        "owner": tidy(data.owner),
        "owner_id": data.owner_id if here.personal else "",
        "workspace": data.workspace if here.personal else "",
        "targets": [{"place": place, "name": tidy(name)} for place, name in enumerate(here.targets)],
    }


def _said(here: Scene) -> dict[str, dict[str, Any]]:
    """Return the words in force by person, each with what is there alone: `label` with `on`, `avoid`, `events`."""
    return {
        person: {
            key: value
            for key, value in (("label", one.label), ("on", one.label_on), ("avoid", one.avoid), ("events", one.events))
            if value
        }
        for person, one in here.shown.said.items()
    }
