"""Twelve invented people: small enough to be printed in the documentation."""

from __future__ import annotations

from datetime import date

from data_samples.invent.linkedin import connections
from data_samples.invent.names import Name, plain
from data_samples.invent.person import Person
from data_samples.invent.write import zip_bytes

STEM = "Basic_LinkedInDataExport_03-24-2026"
EXPORTED = date(2026, 3, 24)

_PEOPLE = """
Ana | Belmonte | Northwind Traders | Data Analyst | 2026-02-11 | ana.belmonte@example.com
Ben | Okoro | Northwind Traders | Head of Data | 2025-11-03 |
Chiara | Rossetti | Tailspin Toys | Product Manager | 2025-06-19 |
David | Nyström | Ahlgren Consulting | Senior Consultant | 2024-12-02 |
Eva | Hartung | Klinikum Seeblick | Krankenschwester | 2024-03-27 |
Farid | Haddad | Fabrikam Energy | Analytics Engineer | 2023-10-05 |
Grace | Mbeki | Riverside High School | Mathematics Teacher | 2023-05-16 |
Hugo | Lefèvre | Atelier Lefèvre | Fondateur | 2022-09-08 |
Ivy | Chan | Contoso | Aspiring Data Analyst | 2022-02-22 | ivy.chan@mail.example
Jonas | Weidner | Contoso | Recruiter, Data & Tech | 2021-08-30 |
Kaya | Demirel | Fabrikam Energy | BI Developer | 2020-07-14 |
Liam | Fraser | Riverside High School | Deputy Head | 2019-04-09 |
"""
_README = f"""\
# Twelve people

All invented. `{STEM}.zip` is the export as LinkedIn delivers it (Connections.csv only, with its preamble); the folder
of the same name is that zip unpacked. Made by `python data_samples/make_samples.py`.
"""


def make_tiny() -> dict[str, bytes]:
    """Return the files of the sample by path."""
    text = connections([_person(number, line) for number, line in enumerate(_PEOPLE.strip().splitlines(), 1)])
    return {
        "README.md": _README.encode(),
        f"{STEM}.zip": zip_bytes({"Connections.csv": text}, EXPORTED),
        f"{STEM}/Connections.csv": text.encode(),
    }


def _person(number: int, line: str) -> Person:
    first, last, company, title, day, email = (cell.strip() for cell in line.split("|"))
    name = Name(first, last, "en", female=False)
    slug = f"{plain(name.full)}-demo{number:05}"
    return Person(name, slug, title, company, date.fromisoformat(day), email=email)
