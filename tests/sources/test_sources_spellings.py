"""What dates and names are read as, over every way of writing them; `REWRITE_GOLDEN=1` writes the answers anew.

One line each: what was written, then what it says. A change of any line must be meant.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.sources.cells import clean, clean_all, clean_lines, emails, letter_length
from netscout.sources.contacts.generic import WORDS
from netscout.sources.dates import DateColumn, Stamp, parse_date
from netscout.sources.entries import class_year, groups, headline_parts, mails, name_from, parts, yes_or_no
from netscout.sources.foreign import Form, by_bytes, by_folder, by_members, by_name, refusal
from netscout.sources.names import full_name, listed_name, name_key, name_of, without_honorifics
from netscout.sources.taxonomy_xlsx import _column
from netscout.sources.text import utf16_name
from tests.written_out import hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.sources.names import Name

FOLDER = Path(__file__).parent / "data" / "spelt"
TODAY = date(2026, 11, 1)
MONTHS = """
jan january januar januari janner janv janvier enero ene janeiro gen gennaio stycznia styczen sty 一月
feb february februar februari fev fevr fevrier febrero fevereiro febbraio lutego luty lut 二月
mar march marz maerz mrz mars marts marzo marco maart mrt marca marzec 三月
apr april avr avril abr abril aprile kwietnia kwiecien kwi 四月 may mai mayo maio mag maggio mei maj maja 五月
jun june juni juin junio junho giu giugno czerwca czerwiec cze 六月
jul july juli juil juillet julio julho lug luglio lipca lipiec lip 七月
aug august aout ago agosto augustus augusti sierpnia sierpien sie 八月
sep sept september septembre septiembre setiembre setembro set settembre wrzesnia wrzesien wrz 九月
oct october okt oktober octobre octubre outubro out ott ottobre pazdziernika pazdziernik paz 十月
nov november novembre noviembre novembro listopada listopad lis 十一月
dec december dez dezember decembre dic diciembre dicembre dezembro des desember grudnia grudzien gru 十二月
"""
ACCENTED = """
Août Février fév. MÄRZ März Décembre août Dez. Sept. Września Październik jänner marts. mai, smarch x 十三月
"""
FORMS = ("{m} 2019", "{m} 7, 2019", "7 {m} 19", "2019 {m} 7", "{m}")
CLOCKS = (
    "9:05", "09:05:59", "23:59:60", "24:00", "12:60", "12:00:61", "12:00 AM", "12:00 PM", "11:30 p.m.", "1:00 pm",
    "0:30 am", "13:00 pm", "9:05 UTC", "9:05Z", "9:05 GMT", "9:05 +0200", "9:05-03:30", "9:05:07.123Z", "9:05 CET",
    "9",
)  # fmt: skip
DAYS = (
    "2019-03-07", "2019-3-7", "2019/03/07", "2019.03.07", "2019-03", "2019", "1899-12-31", "1900-01-01", "9999-12-31",
    "2019-13-01", "2019-00-07", "2019-03-00", "2019-02-29", "2020-02-29", "3/7/2019", "13/7/2019", "7/13/2019",
    "3.7.2019", "13.7.19", "3-7-19", "3/7-2019", "3/7/199", "2019年3月7日", "2019年3月", "2019 年 3 月 7 日",
    "7 3月 2019", "12月 7 2019", "7 13月 2019",
)  # fmt: skip
ODD_DATES = (
    "", " ", "07 Mar 2019", "07 Mär 2019", "37 Mar 2019", "\u200e07 Mar\u200f 2019", "1st of March 2019",
    "7th Mar 2019", "2nd March 19", "3rd de marzo de 2019", "7º de março de 2019", "7. März 2019", "1er janvier 2019",
    "le 7 mars 2019", "Thu Mar 07 2019", "Thu, 07 Mar 2019 09:05:00 +0100", "Mar 7, 2019, 9:05 AM", "March 2019 March",
    "7 7 March 2019", "March 123", "March 12345", "123 March 2019", "0 March 2019", "00 March 2019", "March 19", "19",
    "201", "20190307", "Friday 7 March 2019", "7 March 2019 x", "7 March 2019 #", "den 7 mars 2019",
    "7 del marzo 2019", "7 di marzo 2019", "on 7 March 2019", "7 março 2019", "7ª março 2019", "7° março 2019",
    "7o março 2019", "7e mars 2019", "7th2019 March", "7 March 2019 " + "x" * 70, "2019" + " " * 90, "9:05",
    "٧ March 2019", "2019-03-07T09:05:00Z", "2019-03-07,9:05", "2019-03-07 T9:05", "March 7 2019 25:00",
    "March 2019 9:05",
)  # fmt: skip
COLUMNS = (
    ("3/7/2019",), ("13/7/2019", "3/7/2019"), ("7/13/2019", "3/7/2019"), ("13/7/2019", "7/13/2019"), ("3/3/2019",),
    ("12/7/2019",), ("7/12/2019",), ("3.7.2019",), ("13.7.2019", "3/7/2019"), ("3-7-2019", "x"), ("2019-03-07",),
    ("2019/3/7", "3/7/2019"), ("3/7",), ("3/7/2019 9:05",), ("11/2/2026",), ("11/3/2026",), ("11/4/2026",), ("2026",),
    ("2026-11",), ("2026-12",), ("2027",), ("4/5/27",), ("4/5/2027",), ("4/5/26",), ("12/31/26",),
    ("13/3/1", "1/13/3"),
)  # fmt: skip
FIRST = (
    "", "Ana", "ana", "ANA", "Ana Lúcia", "Dr. Ana", "Ana, PhD", "Ana (she/her)", "Ana 🌟", "Jean-Luc", "O'Neil", ",",
)  # fmt: skip
LAST = (
    "", "Silva", "SILVA", "silva", "de Souza", "Silva MBA", "Silva, MBA", "Silva, Ph.D., PMP", "Silva Jr.",
    "Silva, Jr.", "Silva, III", "SILVA, MBA", "SILVA, PMO", "Silva, PMO-CC", "Silva PMP CPA", "Silva Mba", "Silva mba",
    "MA", "Ma, MA", "Silva (He/Him)", "Silva [they/them pronouns]", "Silva (Porto)", "Silva 🚀, MSc", "Silva ™",
    "Silva, Ltd, MBA", "Silva MA", "Silva,", "Silva,,", "Smith-Jones, CFA®", "Li 李", "李, 娜", "Silva, 3M",
    "Silva, ab", "Silva, Abc",
)  # fmt: skip
WHOLE = (
    "Ana Silva", "ana silva", "ANA SILVA", "Ana", "Ana silva", "Dr. Ana Silva", "Dr Silva", "Prof. Dr. Ana Silva",
    "Prof.Dr. Silva", "Hon. Ana Silva", "Hon Ana Silva", "Mag. Ana Silva", "Mag Ana", "Ing. Silva", "Ing Silva", "Dr.",
    "Mr", "Mrs Mr", "van Gogh", "Van Gogh", "van gogh", "De Silva Ana", "Silva, Ana", "Silva; Ana", "Silva, Ana, PhD",
    "Silva, Ana; PhD", "Silva, PhD", "Silva, MBA, PMP", "Silva, Ana MBA", "Silva, Jr.", "Silva, Ana Jr.", "Silva,",
    ", Ana", "Silva, Ana,", "SILVA, ANA", "SILVA, MBA", "Ana Silva, PMO", "Silva, PMO", "Ana Silva, mba",
    "Ana Silva, be", "Silva; Ana; x", "Ex, Jr.", "Ana Maria da Silva", "Ana, Silva", "Dipl.-Ing. Ana Silva",
    "Dr.-Ing. Silva", "Dr, Silva", "Dr.phil. Ana Silva", "Dr.x. Ana Silva", "dr rer. nat. Ana Silva", "Rev. Ana Silva",
    "Sir Ana", "Frau Ana Silva", "Ana  Silva", "Ana Silva (she/her), PhD", "Ana Silva 🌟", "🌟", "李娜",
    "Мария Иванова", "Ana-Maria Silva", "Ana D'Or", "Ana Silva-Jones", "JosÉ Ñandú", "José Ñandú", "ﬁona Silva",
    "Ana_Silva", "Ana/Silva", "St. Ana", "Ana S.", "A. Silva", "Silva, Ana Maria PhD", "Silva, ana",
    "Silva Costa, PMO", "Silva Costa, ABC, DEF", "Silva, Ana, ABC", "Silva, Ana, Porto",
)  # fmt: skip


MAILS = (
    "", "ana@mail.example", "ANA@Mail.Example", "Ana <ana@mail.example>", "mailto:ana@mail.example", "ana@mail",
    "ana@mail.example ::: bo@mail.example", "a@x.example;b@y.example", "a@x.example,b@y.example", "a@x.example, Ana",
    "Ana, a@x.example", "ana@mail.example, ana@mail.example", "ana @mail.example", "@", "ana@@mail.example",
    "a@.example", "a@b.example>", "x <y> a@b.example", '"a"@b.example', "a@b.example.", "a\u200b@b.example",
    "a@b..example", "a@b.c.d",
)  # fmt: skip
TEXTS = (
    "", "plain", " a ", "a < b", "<b>a</b>", "<p class='x'>a</p>", "<script>a</script>", "<br/>", "a &amp; b", "&#65;",
    "&#99999999999;", "&#00000000065;", "a\r\nb\rc\n", "\n\n a \n\n", "a\tb", "&lt;b&gt;", "<B>A</B>", "<pre>a</pre>",
    "e" + "\u0301" * 70, "x" * 200 + "e" + "\u0301" * 70,
)  # fmt: skip


WORDS_OF_ENTRIES = (
    "", "yes", "Y", "TRUE", "1", "no", "n", "False", "0", "maybe", "2007", "1899", "1900", "2100", "2101", "'07", "07",
    "39", "40", "99", "Class of 2007", "class of '85", "Class 2007", "20077", "* myContacts", "* Family ::: Friends",
    "starred", "* Friends ::: friends", "a ::: b ::: a", "a, b;c d", "* a@b.example ::: c@d.example",
    "Analyst at Northwind", "Analyst @ Northwind | SQL", "Head of Data at the desk at Fabrikam · x", "at Northwind",
    "Analyst at", "Analyst | at x", "* ", "*", " a  b ",
)  # fmt: skip
ENDINGS = """
.xlsx .xlsm .xltx .xlsb .xls .xlt .ods .fods .numbers .pages .docx .doc .odt .rtf .pptx .pst .ost .msg .olm .abbu
.abcddb .contactsdata .mab .ldif .ldi .sqlite .db .mdb .accdb .pdf .rar .7z .gz .tgz .tar .bz2 .xz .csv .txt .vcf .zip
.md
"""
HEADS = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"!BDN", b"SQLite format 3\0", b"%PDF-", b"{\\rtf", b"// <!-- <mdb:mork",
    b"a,b", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\xfd7zXZ\0", b"BZh", b"", b"%PD", b" %PDF-",
)  # fmt: skip
MEMBERS = (
    (), ("a.csv",), ("x/A.VCF",), ("a.txt",), ("xl/a.xml",), ("xl/a.xml", "[Content_Types].xml"),
    ("a/xl/b", "mimetype"), ("word/a.xml", "mimetype"), ("ppt/a.xml", "[Content_Types].xml"), ("content.xml",),
    ("content.xml", "mimetype"), ("com.microsoft.__Messages/a",), ("Index/a.iwa",), ("x/Index.zip",), ("a.abcddb",),
    ("b.abbu/c",), ("mimetype",),
)  # fmt: skip


def stamp(found: Stamp | None) -> str:
    """Return a date in all its forms."""
    return f"{found.iso()} {found.minute()} {found.second()} {found.clock} {found.offset}" if found else "-"


def both(text: str) -> str:
    """Return what a text says in either order of day and month, once where they are the same."""
    one, other = stamp(parse_date(text)), stamp(parse_date(text, month_first=False))
    return one if one == other else f"{one} or {other}"


def months() -> Iterator[str]:
    """Yield every word of a month in every form."""
    for word, form in product([*MONTHS.split(), *ACCENTED.split()], FORMS):
        yield form.format(m=word)


def clocks() -> Iterator[str]:
    """Yield days with clocks, and odd dates."""
    yield from DAYS
    yield from ODD_DATES
    for day, clock in product(("2019-03-07", "3/7/2019", "3.7.2019", "2019年3月7日", "7 Mar 2019", "2019-03"), CLOCKS):
        yield f"{day} {clock}"


def columns() -> Iterator[str]:
    """Yield what each column of dates gives in each order."""
    for cells, order, births in product(COLUMNS, ("auto", "dmy", "mdy"), (False, True)):
        column = DateColumn(cells, TODAY, order, births=births)
        read = [found.iso() if found else "-" for found in map(column.read, cells)]
        yield f"{cells} {order} {births}: {read} {column.month_first} {column.doubt or '-'}"


def name(found: Name | None) -> str:
    """Return all a name is made of."""
    return " | ".join((*found[:4], " ".join(found.credentials))) if found else "-"


def pairs() -> Iterator[str]:
    """Yield what first and last names give together."""
    for first, last in product(FIRST, LAST):
        yield f"{first!r} {last!r}: {name(name_of(first, last))}"


def wholes() -> Iterator[str]:
    """Yield what names in one cell give."""
    for text in WHOLE:
        yield f"{text!r}: {name(full_name(text))} = {name(listed_name(text))}"
        yield f"    {without_honorifics(text)!r} {name_key(text)!r}"


def characters() -> Iterator[str]:
    """Yield runs of characters that come out of a cell as something else, and what."""
    begun, last, what = -1, -1, ""
    for code in (*range(0xD800), *range(0xE000, 0x10000), *range(0xE0000, 0xE0100), 0x110000):
        char = chr(code) if code < 0x110000 else "x"
        came = clean(f"a{char}b")[1:-1]
        now = "" if came == char or code == 0x110000 else "gone" if not came else "a blank" if came == " " else "other"
        if now != what or code != last + 1:
            if what:
                yield f"{begun:04X} to {last:04X}: {what}"
            begun, what = code, now
        last = code


def pictures() -> Iterator[str]:
    """Yield runs of characters that are no part of a name."""
    far = (*range(0xFE00, 0xFE20), *range(0x1EF00, 0x1FC00), *range(0xE0000, 0xE0100))
    codes = (*range(0x20D0, 0x20F0), *range(0x2180, 0x21A0), *range(0x2FF0, 0x2FFC), *far)
    seen = [one for one in codes if name_of(f"Ana{chr(one)}b", "Silva").first != clean(f"Ana{chr(one)}b")]
    for first in (code for code in seen if code - 1 not in seen):
        last = next(code for code in range(first, first + len(seen)) if code + 1 not in seen)
        yield f"{first:04X} to {last:04X}"


def addresses() -> Iterator[str]:
    """Yield the addresses found in cells, and the lengths of letters."""
    for text in MAILS:
        yield f"{text!r}: {' '.join(emails(text)) or '-'}"
    for text in TEXTS:
        yield f"{text!r}: {letter_length(text)} {clean_lines(text)!r} {clean_all([text, 'a  b', ' c'])!r}"


def fields() -> Iterator[str]:
    """Yield the headers by which a column of an unknown table is known."""
    for name, words in WORDS.items():
        yield f"{name}: {' | '.join(words)}"


def entries() -> Iterator[str]:
    """Yield what cells of address books answer."""
    for text in WORDS_OF_ENTRIES:
        yield f"{text!r}: {yes_or_no(text)} {class_year(text)} {headline_parts(text)}"
        yield f"    {parts(text)} {parts(text, ' ,;')} {groups(text)} {groups(text, ',')} {mails(text)!r}"
    for first, last, full in product(
        ("", "Ana", "Dr. Ana"), ("", "Silva"), ("", "Silva, Ana", "Ana  Silva", "Prof. Silva")
    ):
        yield f"{first!r} {last!r} {full!r}: {name(name_from(first, last, full))}"


def codings() -> Iterator[str]:
    """Yield which heads of files are taken for UTF-16, and which columns the cells of a spreadsheet stand in."""
    for size, mark in product((0, 2, 4, 5, 7, 8, 9, 40, 2000, 2002), (b"", b"\xff\xfe", b"\xfe\xff")):
        for odd in (1, 2, 3, 10):
            text = b"".join(b"a\0" if at % odd == 0 else b"ab" for at in range(size // 2))
            swapped = bytes(text[at ^ 1] for at in range(len(text)))
            told = [utf16_name(mark + text), utf16_name(mark + swapped), utf16_name(mark + text + b"a")]
            yield f"{size} {mark!r} {odd}: {told}"
    for cell in ("A1", "B12", "Z9", "AA1", "AB12", "ZZ1", "AMJ1", "AML1", "a1", "1", "", "$A$1", "A"):
        yield f"{cell!r}: {_column(cell, 7)}"


def programs() -> Iterator[str]:
    """Yield what files of other programs are taken for, by ending, by their first bytes, by what is in them."""
    for ending in ENDINGS.split():
        plain, loud = by_name(f"a.b{ending}"), by_name(f"x\\\\a{ending.upper()}")
        yield f"{ending}: {plain and plain.what} {plain == loud} {(found := by_folder(f'a{ending}')) and found.what}"
    for head in HEADS:
        for file in ("a.csv", "a.xls", "a.odt"):
            yield f"{head!r} {file}: {(found := by_bytes(file, head)) and found.what}"
    for file, members in product(("a.zip", "a.xlsx", "a.numbers"), MEMBERS):
        yield f"{file} {members}: {(found := by_members(file, members)) and found.what}"
    yield str(refusal(by_name("a.xlsx") or Form("", ""), "a.xlsx"))


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "months": lambda: (f"{text!r}: {both(text)}" for text in months()),
    "clocks": lambda: (f"{text!r}: {both(text)}" for text in clocks()),
    "columns": columns,
    "characters": characters,
    "pictures": pictures,
    "addresses": addresses,
    "fields": fields,
    "entries": entries,
    "programs": programs,
    "codings": codings,
    "names": pairs,
    "whole_names": wholes,
}


@pytest.mark.parametrize("page", PAGES)
def test_every_way_of_writing_it(page: str) -> None:
    """A word of a month lost, a clock misread or a title kept in a name would be wrong for thousands of rows."""
    hold(FOLDER / f"{page}.txt", PAGES[page]())
