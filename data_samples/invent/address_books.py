"""The demo person's address books: Google Contacts, Outlook and the vCards of her phone, with people in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data_samples.invent import owner
from data_samples.invent.chance import Dice
from data_samples.invent.names import draw_name
from data_samples.invent.write import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data_samples.invent.names import Name
    from data_samples.invent.person import Person

SEED = 20261103
GOOGLE, OUTLOOK, VCARD = "google_contacts.csv", "outlook_contacts.csv", "phone_contacts.vcf"
_GOOGLE = (
    "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value"
)
_OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Mobile Phone,Birthday,Categories,"
    "E-mail Address,E-mail Type,E-mail Display Name,Notes"
)
_NOTES = ("met at the spring fair", "knows everybody at the harbour", "birthday cake: no nuts", "")
_TITLES = ("Data Analyst", "Choir Leader", "Physiotherapist", "Data Engineer", "Landlady", "Analytics Engineer")
_FIRMS = ("Halden Freight", "Marlow Grid", "Kornblume Bio", "")


def make_books(people: Sequence[Person]) -> dict[str, bytes]:
    """Return the three files by name; the people of the LinkedIn archive are chosen, never changed."""
    dice = Dice(SEED)
    linked = [one for one in people if one.connection and one.role != "boss"]
    with_mail = [one for one in linked if one.email]
    taken = {one.name.full for one in people}
    new = [draw_name(dice, taken) for _ in range(14)]
    return {
        GOOGLE: _google(dice.some(with_mail, 8), dice.some(linked, 3), new[:6], dice).encode(),
        OUTLOOK: _outlook(dice.some(with_mail, 4), new[6:10], dice).replace("\n", "\r\n").encode("cp1252"),
        VCARD: _cards(dice.some(with_mail, 3), new[10:], dice).replace("\n", "\r\n").encode(),
    }


def _address(name: Name) -> str:
    parts = (
        "".join(one for one in part.lower() if one.isascii() and one.isalpha()) for part in (name.first, name.last)
    )
    return f"{'.'.join(parts)}@home.example"


def _google(known: Sequence[Person], by_profile: Sequence[Person], new: Sequence[Name], dice: Dice) -> str:
    rows = []
    for one in known:
        labels = f"{dice.pick(('Fair', 'Leipzig', 'Choir'))} ::: * myContacts"
        rows.append(_google_row(one.name, mail=f"* {one.email}", labels=labels, note=dice.pick(_NOTES)))
    rows += [_google_row(one.name, site=one.url, labels="* myContacts") for one in by_profile]
    for name in new:
        job = (dice.pick(_FIRMS), dice.pick(_TITLES))
        rows.append(_google_row(name, mail=_address(name), job=job, labels="* myContacts", note=dice.pick(_NOTES)))
    rows.append([""] * 8 + ["* myContacts", "Home", "caterer@kitchen.example", *[""] * 4])
    rows.append([*[""] * 4, "Hafenpost", *[""] * 6, "Work", "+49 555 0100", "", ""])
    rows.append([owner.FIRST, "", owner.LAST, *[""] * 6, "* Home", owner.EMAILS[0][0], *[""] * 4])
    return table(_GOOGLE, rows)


def _google_row(
    name: Name, *, mail: str = "", job: tuple[str, str] = ("", ""), labels: str = "", note: str = "", site: str = ""
) -> list[str]:
    head = [name.first, "", name.last, "", *job, "", note, labels]
    return [*head, "* Home" if mail else "", mail, "", "", "Profile" if site else "", site]


def _outlook(known: Sequence[Person], new: Sequence[Name], dice: Dice) -> str:
    pairs = [(one.name, one.email, one.company, one.title) for one in known]
    pairs += [(name, _address(name), dice.pick(_FIRMS), dice.pick(_TITLES)) for name in new]
    rows = [
        [*("", name.first, "", name.last, "", firm, "", title, "", "0/0/00", "Business"), mail, "SMTP", "", ""]
        for name, mail, firm, title in pairs
    ]
    rows.append([*[""] * 5, "Nordhalle Canteen", *[""] * 2, "+49 555 0101", "0/0/00", *[""] * 5])
    latin = [[cell.encode("cp1252", "replace").decode("cp1252") for cell in row] for row in rows]
    return table(_OUTLOOK, latin, quote_all=True)


def _cards(known: Sequence[Person], new: Sequence[Name], dice: Dice) -> str:
    pairs = [(one.name, one.email) for one in known] + [(name, _address(name)) for name in new]
    cards = [
        f"BEGIN:VCARD\nVERSION:3.0\nN:{name.last};{name.first};;;\nFN:{name.first} {name.last}\n"
        f"EMAIL;TYPE=HOME:{mail}\nNOTE:{dice.pick(_NOTES)}\nEND:VCARD\n"
        for name, mail in pairs
    ]
    firm = "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Taxi Hamburg\nORG:Taxi Hamburg;\nX-ABShowAs:COMPANY\nEND:VCARD\n"
    return "".join([*cards, firm])
