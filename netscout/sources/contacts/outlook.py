"""Outlook: the desktop and the web table, in English, German, French and Spanish."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from netscout.sources.cells import clean, clean_lines, emails
from netscout.sources.declare import REST, SEVERAL, Desk, Table, column, family
from netscout.sources.entries import first_profile, groups, outcome, parts
from netscout.sources.names import name_of
from netscout.sources.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADDRESSES = 3
_NO_DAY = "0/0/00"
_DEFAULTS = frozenset({_NO_DAY, "unspecified", "normal", "false"})
"""What Outlook writes where nothing was filled in."""
_FIRST = ("First Name", "Vorname", "Prénom", "Nombre")
_LAST = ("Last Name", "Nachname", "Nom", "Apellidos")
_TOLD = (
    ("Firma", "Position", "E-Mail-Adresse", "E-Mail 2: Adresse"),
    ("Société", "Profession", "Adresse de messagerie"),
    ("Organización", "Puesto", "Dirección de correo electrónico", "Dirección de correo electrónico 2"),
)
"""By language after English: the columns of which one, beside both names, tells that the file is Outlook's."""


def record(cells: Sequence[str], desk: Desk) -> Entry | str:
    """Return the person of a row; `Title` is how somebody is addressed, `Job Title` what they do."""
    first, middle, last, company, title, labels, note, born, phones, sites, *more, others = cells
    addresses, types = more[:_ADDRESSES], more[_ADDRESSES:]
    kept = (cell for cell, type_ in zip(addresses, types, strict=True) if not _is_exchange(cell, type_))
    entry = Entry(
        first_profile((sites,), desk),
        name_of(first, last),
        clean(middle),
        emails(SEVERAL.join(cell for cell in kept if cell)),
        clean(company),
        clean(title),
        note=clean_lines(note),
        birthday=clean(born).replace(_NO_DAY, "") or None,
        phones=tuple(parts(phones)),
        labels=groups(labels, ";"),
    )
    filled = [one for one in parts(others) if one.casefold() not in _DEFAULTS]
    return outcome(entry, (*(entry.birthday or "", note, labels, title, middle, phones, sites), *addresses, *filled))


def _is_exchange(cell: str, type_: str) -> bool:
    """Return whether an address is a path inside an Exchange server, where no letter from outside arrives."""
    return type_.strip().casefold() == "ex" or cell.strip().casefold().startswith("/o=")


def _marks() -> tuple[tuple[str, ...], ...]:
    english = (("e-mail address", "first name"), ("e-mail 2 address", "first name"))
    told = zip(_FIRST[1:], _LAST[1:], _TOLD, strict=True)
    return english + tuple(
        tuple(word.casefold() for word in (first, last, *one)) for first, last, words in told for one in product(words)
    )


TABLES = (
    Table(
        kind="contacts",
        source="outlook",
        columns=(
            column("first", *_FIRST),
            column("middle", "Middle Name", "Weitere Vornamen", "Deuxième prénom", "Segundo nombre"),
            column("last", *_LAST),
            column("company", "Company", "Firma", "Société", "Organización"),
            column("title", "Job Title", "Position", "Profession", "Puesto"),
            column("labels", "Categories", "Kategorien", "Catégories", "Categorías"),
            column("note", "Notes", "Notizen", "Notas"),
            column("birthday", "Birthday", "Geburtstag", "Anniversaire", "Cumpleaños"),
            family(
                "phone",
                *("Mobile Phone", "Business Phone", "Business Phone 2", "Home Phone", "Home Phone 2", "Primary Phone"),
                *("Other Phone", "Mobiltelefon", "Tél. mobile"),
            ),
            family("site", "Web Page", "Personal Web Page", "Business Web Page", "Webseite", "Page Web", "Página web"),
            column(
                "email 1",
                *("E-mail Address", "E-Mail-Adresse", "Adresse de messagerie", "Dirección de correo electrónico"),
            ),
            column("email 2", "E-mail 2 Address", "E-Mail 2: Adresse", "Dirección de correo electrónico 2"),
            column("email 3", "E-mail 3 Address", "E-Mail 3: Adresse", "Dirección de correo electrónico 3"),
            column("type 1", "E-mail Type", "E-Mail-Typ"),
            column("type 2", "E-mail 2 Type", "E-Mail 2: Typ"),
            column("type 3", "E-mail 3 Type", "E-Mail 3: Typ"),
            family("rest", REST),
        ),
        record=record,
        rank=110,
        marks=_marks(),
        network=True,
        wordy=True,
    ),
)
