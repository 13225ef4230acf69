"""Good files of every kind netscout reads, of invented people, drawn from a seed: what the mutations start from."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

FIRSTS = ("Zanzia", "Borin", "Zélie", "Йован", "Null", "D'Arcy", "Jean-Luc", "Ζωή", "007", "=Ana", "Ann\nMarie")
LASTS = ("Quellbach", "Muster, PhD", "NULL", "Novák", "O'Quell", "李", "van den Quell", "-", "Quellbach 🌟")
"""Names of the invented people; some are traps, and the plain ones must never stand in an error."""
PRIVATE = ("zanzia", "quellbach", "quellnotiz", "quelltext", "quellfirma", "quellberuf")
"""Words of the seeds that no error text and no reason may hold."""
_COMPANIES = ("Quellfirma", "Fabrikam GmbH", "Northwind", "", "A & B; C, D", "=1+1")
_TITLES = ("Data Analyst", "Quellberuf", "", "Head of Data @ Contoso", '"Growth" Wizard', "MD")
_DAYS = ("09 Jun 2018", "7 Sep 2019", "2020-01-31", "3/4/2021", "31 Feb 2020", "")
_SECONDS = ("2023-09-03 04:05:06 UTC", "2023-09-04 04:05 UTC", "2024-02-29 23:59:59 UTC", "")
ME = "https://www.linkedin.com/in/mia-owner"


def person(draw: random.Random) -> dict[str, str]:
    """Return one invented person."""
    number = draw.randrange(10_000)
    return {
        "first": draw.choice(FIRSTS),
        "last": draw.choice(LASTS),
        "url": draw.choice((f"https://www.linkedin.com/in/zanzia-{number}", f"linkedin.com/in/zanzia-{number}/", "")),
        "mail": draw.choice((f"zanzia{number}@mail.example", "")),
        "company": draw.choice(_COMPANIES),
        "title": draw.choice(_TITLES),
        "day": draw.choice(_DAYS),
        "second": draw.choice(_SECONDS),
        "note": draw.choice(("", "quellnotiz, with a comma", 'quellnotiz "quoted"\nand a second line')),
    }


def table(header: str, rows: Sequence[Sequence[str]], delimiter: str = ",", end: str = "\n") -> bytes:
    """Return a well-formed table in UTF-8."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator=end)
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return held.getvalue().encode()


def _people(draw: random.Random) -> list[dict[str, str]]:
    return [person(draw) for _ in range(draw.randint(1, 8))]


def _rows(draw: random.Random, header: str, keys: str, end: str = "\n") -> bytes:
    """Return a table whose columns hold the named facts of people; a key of none stands for itself."""
    wanted = keys.split(",")
    return table(header, [[one.get(key, key) for key in wanted] for one in _people(draw)], end=end)


def _connections(draw: random.Random) -> bytes:
    new = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    old = "First Name,Last Name,Email Address,Company,Position,Connected On"
    german = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am"
    shape = draw.randrange(4)
    if shape == 1:
        return _rows(draw, old, "first,last,mail,company,title,day")
    body = _rows(draw, german if shape == 2 else new, "first,last,url,mail,company,title,day")
    return b'Notes:\n"Some addresses are missing, as always."\n\n' + body if shape == 3 else body


def _messages(draw: random.Random) -> bytes:
    header = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,"
        "FOLDER"
    )
    rows = []
    for one in _people(draw):
        other, me = (f"{one['first']} {one['last']}", one["url"]), ("Mia Owner", ME)
        (who, at), (to, to_at) = (other, me) if draw.random() < 0.5 else (me, other)
        rows.append((f"c{draw.randrange(4)}", "", who, at, to, to_at, one["second"], "", "quelltext\n\nof it", "INBOX"))
    if draw.random() < 0.5:
        return table(header, rows)
    return table(header + ",IS MESSAGE DRAFT", [(*row, "No") for row in rows])


def _invitations(draw: random.Random) -> bytes:
    header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
    return _rows(draw, header, f'first,Mia Owner,"1/2/24, 3:04 PM",quelltext,INCOMING,url,{ME}'.replace('"', ""))


def _endorsements(draw: random.Random) -> bytes:
    header = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status"
    return _rows(draw, header, "2023/09/03 04:05:06 UTC,SQL,first,last,url,ACCEPTED")


def _recommendations(draw: random.Random) -> bytes:
    header = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
    return _rows(draw, header, "first,last,company,title,quelltext,02/03/20 04:05 PM,VISIBLE")


def _positions(draw: random.Random) -> bytes:
    return _rows(
        draw, "Company Name,Title,Description,Location,Started On,Finished On", "company,title,note,,Jan 2020,"
    )


def _contacts(draw: random.Random) -> bytes:
    header = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,FullName"
    return _rows(draw, header, "MOBILE,first,last,company,title,mail,,2019-05-06 07:08:09,,url,")


def _notes(draw: random.Random) -> bytes:
    return _rows(draw, "First Name,Last Name,Profile URL,Note,Created At", "first,last,url,note,day")


def _google_old(draw: random.Random) -> bytes:
    header = (
        "Name,Given Name,Additional Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
        "Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value"
    )
    return _rows(draw, header, ",first,,last,--02-29,note,* myContacts ::: Choir,* Home,mail,company,title,Profile,url")


def _google_new(draw: random.Random) -> bytes:
    header = (
        "First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Website 1 - Value"
    )
    return _rows(draw, header, "first,,last,,,company,title,,note,* myContacts,* Work,mail,+49 170 0000,url")


def _outlook(draw: random.Random) -> bytes:
    german = "Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,E-Mail-Adresse,Kategorien,Notizen"
    english = "Title,First Name,Middle Name,Last Name,Company,Job Title,E-mail Address,Categories,Notes"
    return _rows(draw, draw.choice((german, english)), "Dr.,first,,last,company,title,mail,Choir;Work,note", "\r\n")


def _generic(draw: random.Random) -> bytes:
    if draw.random() < 0.5:
        return _rows(
            draw, "Full Name,Headline,Email,LinkedIn URL,Class Year,Mentor,Tags", "last,title,mail,url,'07,yes,a;b"
        )
    return _rows(draw, "Name,Employer,Job Title,E-mail,Website", "first,company,title,mail,url").replace(b",", b"\t")


def _vcard(draw: random.Random) -> bytes:
    version, cards = draw.choice(("2.1", "3.0", "4.0")), []
    for one in _people(draw):
        plain = {key: text.replace("\n", "\\n").replace(",", "\\,") for key, text in one.items()}
        named = [f"N:{plain['last']};{plain['first']};;;", f"FN:{plain['first']} {plain['last']}"]
        if version == "2.1":
            soft = plain["last"].encode().hex("=").upper()
            named[0] = f"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:={soft};{plain['first']};;;"
        lines = ["BEGIN:VCARD", f"VERSION:{version}", *named, f"item1.EMAIL;TYPE=INTERNET:{one['mail']}"]
        lines += [f"ORG:{plain['company']};Unit", f"TITLE:{plain['title']}", f"URL:{one['url']}", "BDAY:--0229"]
        lines += [f"NOTE:{plain['note']}", "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 20, "END:VCARD"]
        cards += [folded for line in lines for folded in _folded(line)]
    return draw.choice(("\r\n", "\n", "\r\r\n")).join([*cards, ""]).encode()


def _folded(line: str) -> list[str]:
    return [line[:60], *(f" {line[at : at + 59]}" for at in range(60, len(line), 59))]


def _archive(draw: random.Random) -> bytes:
    held = io.BytesIO()
    members = [("Connections.csv", _connections), ("messages.csv", _messages), ("Invitations.csv", _invitations)]
    with zipfile.ZipFile(held, "w", draw.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for name, make in members[: draw.randint(1, 3)]:
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 6, 0, 0)), make(draw))
    return held.getvalue()


def _answers(draw: random.Random) -> bytes:
    taps: list[dict[str, object]] = [
        {"person": f"p{draw.randrange(9):04}", "on": "2026-10-01", draw.choice(("label", "event")): "met"}
        for _ in range(draw.randint(0, 5))
    ]
    taps.append({"title": "Quellberuf", "target": "data", "fit": "match", "on": "2026-10-02"})
    return json.dumps(
        {"schema": 1, "kind": "netscout-answers", "workspace": "w1", "owner": "p0001", "answers": taps}
    ).encode()


SEEDS: dict[str, tuple[str, Callable[[random.Random], bytes]]] = {
    "connections": ("Connections.csv", _connections),
    "messages": ("messages.csv", _messages),
    "invitations": ("Invitations.csv", _invitations),
    "endorsements": ("Endorsement_Received_Info.csv", _endorsements),
    "recommendations": ("Recommendations_Received.csv", _recommendations),
    "positions": ("Positions.csv", _positions),
    "contacts": ("Contacts.csv", _contacts),
    "notes": ("Notes.csv", _notes),
    "google old": ("contacts.csv", _google_old),
    "google new": ("contacts.csv", _google_new),
    "outlook": ("contacts.csv", _outlook),
    "generic": ("alumni.csv", _generic),
    "vcard": ("contacts.vcf", _vcard),
    "archive": ("Basic_LinkedInDataExport_03-05-2026.zip", _archive),
    "answers": ("answers.json", _answers),
}
"""Kind -> the name its file has, and what makes one of a seed."""
