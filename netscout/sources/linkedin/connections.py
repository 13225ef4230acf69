"""Connections.csv: the people the owner is linked with."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from netscout.sources.cells import clean, clean_all, emails
from netscout.sources.declare import EMPTY, HIDDEN, Desk, Table, column
from netscout.sources.names import name_of
from netscout.sources.records import Contact
from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_make = tuple.__new__


def record(cells: Sequence[str], _desk: Desk) -> Contact | str:
    """Return the person of a row; `hidden` if LinkedIn withheld all but a date or an employer."""
    first, last, url, address, company, title, connected = cells
    slug = slug_of(url) if url else None
    name = name_of(first, last)
    mails = emails(address) if address else ()
    if not (name.shown or slug or mails):
        return HIDDEN if any(clean(cell) for cell in cells) else EMPTY
    return Contact(slug, name, mails, clean(company), clean(title), connected)


def bulk(columns: Sequence[Sequence[str]], desk: Desk) -> list[object]:
    """Return the persons of many rows; those without a profile are looked at one by one."""
    first, last, url, address, company, title, connected = columns
    slugs = list(map(slug_of, url))
    mails = [emails(cell) if cell else () for cell in address]
    parts = zip(slugs, map(name_of, first, last), mails, clean_all(company), clean_all(title), connected, strict=True)
    found: list[object] = list(map(_make, repeat(Contact), parts))
    for place, slug in enumerate(slugs):
        if slug is None:
            found[place] = record([column[place] for column in columns], desk)
    return found


TABLES = (
    Table(
        kind="connections",
        columns=(
            column("first", "First Name", "Vorname", "Prénom", "Nombre", "Nome", "名", needed=True),
            column("last", "Last Name", "Nachname", "Nom", "Apellidos", "Sobrenome", "姓", needed=True),
            column("url", "URL", "Profile URL", "网址"),
            column(
                "email",
                "Email Address",
                "E-Mail-Adresse",
                "Adresse e-mail",
                "Dirección de correo electrónico",
                "Endereço de e-mail",
                "邮箱",
            ),
            column("company", "Company", "Unternehmen", "Entreprise", "Empresa", "公司"),
            column("title", "Position", "Poste", "Cargo", "职位"),
            column(
                "connected",
                "Connected On",
                "Verbunden am",
                "Date de connexion",
                "Conectado el",
                "Conectado em",
                "建立联系日期",
                needed=True,
            ),
        ),
        record=record,
        rank=90,
        network=True,
        bulk=bulk,
    ),
)
