"""A downloaded taxonomy of occupations, read from a zip, a folder or single file: O*NET (text or xlsx) or ESCO (CSV).

Tables are found by their columns and read by column name. The guards are those of an export: nothing is unpacked to
disk, and sizes, paths and links are checked before a byte is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from netscout.errors import InputError, Place
from netscout.model.taxonomy import Taxonomy, TaxonomyNote
from netscout.sources.opening import open_container
from netscout.sources.taxonomy_tables import Table, csv_rows, tab_rows, table_of
from netscout.sources.taxonomy_xlsx import xlsx_rows

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from netscout.settings import Limits
    from netscout.sources.containers import Container, Member

_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_RETIRED = frozenset(("15-1131.00", "15-1132.00", "15-1133.00", "15-1134.00", "15-1141.00", "29-2071.00"))
"""Codes of O*NET-SOC 2010 that the edition of 2019 no longer has."""
_OLDEST = (25, 1)
_ONET_VERSION = re.compile(r"(?:O\*NET|onet|db)[ _-]*(\d{2})[._](\d)", re.IGNORECASE)
_ESCO_VERSION = re.compile(r"v(\d+\.\d+(?:\.\d+)?)", re.IGNORECASE)
_ESCO_FILE = re.compile(r"(?:^|/)occupations(?:_([a-z]{2}))?\.csv$", re.IGNORECASE)
_AGAIN = "Download the O*NET database (text or Excel) or the ESCO CSV files again, and give the path of the download."
_ONET_LINE = (
    "This includes information from the O*NET {version}Database by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. "
    "netscout has changed it, and USDOL/ETA has not approved, endorsed or tested the changes."
)
_ESCO_LINE = "This service uses the ESCO classification of the European Commission{version}."


def read_taxonomy(path: Path, limits: Limits, today: date) -> Taxonomy:
    """Return the taxonomy at a path.

    Raises:
        InputError: nothing readable, no taxonomy, O*NET before 25.1, or a file beyond the limits; nothing is kept.
    """
    try:
        with ExitStack() as held:
            found = open_container(path, limits, today, held)
            esco = [member for member in found.members if _ESCO_FILE.search(member.name)]
            return _esco(found, esco, limits) if esco else _onet(found, limits, today)
    except InputError as fault:
        unsafe = fault.code in ("not-found", "no-permission", "not-a-file", "old-taxonomy", "not-a-taxonomy")
        raise InputError(fault.message, fault.next_step if unsafe else _AGAIN, fault.place, code=fault.code) from fault


def _no_taxonomy(shown: str, what: str) -> InputError:
    return InputError(what, _AGAIN, Place(shown), code="not-a-taxonomy")


def _onet(found: Container, limits: Limits, today: date) -> Taxonomy:
    tables = [table for member in found.members for table in _table(member, limits, today)]
    official = [table for table in tables if table.has("O*NET-SOC Code", "Title", "Description")]
    if not official:
        raise _no_taxonomy(found.path, "this holds no table of occupations of O*NET or ESCO.")
    pairs = official[0].columns("O*NET-SOC Code", "Title")
    names = {code: name for code, name in pairs if _CODE.fullmatch(code) and name}
    labels: dict[tuple[str, str], None] = dict.fromkeys(names.items())
    for table in tables:
        for column in ("Alternate Title", "Short Title", "Reported Job Title"):
            if table.has("O*NET-SOC Code", column):
                labels.update(dict.fromkeys((code, text) for code, text in table.columns("O*NET-SOC Code", column)))
    version = _onet_version(found, limits)
    if _is_old(version, names):
        raise InputError(
            "this O*NET database is older than 25.1 and not in O*NET-SOC 2019.",
            "Download the present O*NET database and add that.",
            Place(found.path),
            code="old-taxonomy",
        )
    kept = tuple(label for label in labels if label[0] in names and label[1] not in ("", "n/a"))
    line = _ONET_LINE.format(version=f"{version} " if version else "")
    note = TaxonomyNote("onet", "onet", version, "en", len(names), len(kept), line)
    return _whole(found, note, tuple((code, name, "") for code, name in sorted(names.items())), kept)


def _is_old(version: str, names: dict[str, str]) -> bool:
    if version:
        whole, part = version.split(".")
        if (int(whole), int(part)) < _OLDEST:
            return True
    return any(code in names for code in _RETIRED)


def _onet_version(found: Container, limits: Limits) -> str:
    notes = [member for member in found.members if member.name.lower().endswith(("read me.txt", "readme.txt"))]
    texts = [" ".join(" ".join(row) for row in tab_rows(member.open, limits)) for member in notes]
    for text in (*texts, *(member.name for member in found.members), found.path):
        said = _ONET_VERSION.search(text)
        if said:
            return f"{said.group(1)}.{said.group(2)}"
    return ""


def _table(member: Member, limits: Limits, today: date) -> Iterator[Table]:
    """Yield the table of a member, if it is one of those we read."""
    name = member.name.rpartition("/")[2].lower()
    if not name.startswith(("occupation data", "alternate titles", "sample of reported titles")):
        return
    rows: Iterator[list[str]] | None = None
    if name.endswith(".txt"):
        rows = tab_rows(member.open, limits)
    elif name.endswith(".xlsx"):
        rows = xlsx_rows(member, limits, today)
    if rows is not None:
        yield table_of(member.name, rows, limits)


def _esco(found: Container, members: list[Member], limits: Limits) -> Taxonomy:
    member = members[0]
    named = _ESCO_FILE.search(member.name)
    table = table_of(member.name, csv_rows(member.open, limits), limits)
    if not table.has("conceptUri", "preferredLabel", "altLabels"):
        raise _no_taxonomy(member.name, "this file lacks the columns conceptUri, preferredLabel and altLabels.")
    names: dict[str, tuple[str, str]] = {}
    labels: dict[tuple[str, str], None] = {}
    for uri, preferred, others, group in table.columns("conceptUri", "preferredLabel", "altLabels", "iscoGroup"):
        code = uri.rstrip("/").rpartition("/")[2]
        if code and preferred:
            names[code] = (preferred, group)
            labels.update(dict.fromkeys((code, text.strip()) for text in (preferred, *others.split("\n"))))
    texts = (found.path, *(one.name for one in found.members))
    version = next((said.group(1) for text in texts if (said := _ESCO_VERSION.search(text))), "")
    language = (named.group(1) or "en").lower() if named else "en"
    kept = tuple(label for label in labels if label[1])
    line = _ESCO_LINE.format(version=f", version {version}" if version else "")
    note = TaxonomyNote(f"esco-{language}", "esco", version, language, len(names), len(kept), line)
    return _whole(found, note, tuple((code, *rest) for code, rest in sorted(names.items())), kept)


def _whole(
    found: Container, note: TaxonomyNote, names: tuple[tuple[str, str, str], ...], labels: tuple[tuple[str, str], ...]
) -> Taxonomy:
    if not names:
        raise _no_taxonomy(found.path, "the table of occupations in this download is empty.")
    return Taxonomy(note, names, labels)
