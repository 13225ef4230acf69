"""Connections.csv: the people the owner is linked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.sources.cells import clean, emails
from netscout.sources.declare import EMPTY, HIDDEN, Desk, Table, column
from netscout.sources.names import name_of
from netscout.sources.records import Contact
from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def record(cells: Sequence[str], _desk: Desk) -> Contact | str:
    """Return the person of a row; `hidden` if LinkedIn withheld all but a date or an employer."""
    first, last, url, address, company, title, connected = cells
    slug = slug_of(url) if url else None
    name = name_of(first, last)
    mails = emails(address) if address else ()
    if not (name.shown or slug or mails):
        return HIDDEN if any(clean(cell) for cell in cells) else EMPTY
    return Contact(slug, name, mails, clean(company), clean(title), connected)


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
    ),
)
