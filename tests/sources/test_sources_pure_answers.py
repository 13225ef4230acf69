"""What the rules of reading answer to a great many cases drawn from seeds; REWRITE_GOLDEN=1 writes the answers anew.

The answers are kept as digests of fifty cases each; the tests beside this one say what each rule is for.
"""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.model.dump import TABLES
from netscout.sources import cells, names, parties
from netscout.sources.book import merged
from netscout.sources.containers import day_in_name, is_junk
from netscout.sources.objects import sensible
from netscout.sources.recognise import is_assistant_log, known_reason, passing_folder, plain_name, without_id
from netscout.sources.records import Contact
from netscout.sources.text import Text, utf16_name, western
from netscout.sources.vcard_card import Letters, entry_of, property_of
from netscout.sources.vcard_lines import Lines, marks
from tests.fuzz.feeding import TODAY
from tests.written_out import cases, hold

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent / "data" / "pure"
WORDS = (
    "Dr", "dr", "Mr", "Ms", "Prof", "Ana", "ana", "LEE", "van", "de la", "O'Neil", "Mc-Donald", "Jr.", "PhD", "Ph.D.",
    "MBA", "CFA®", "III", "(she/her)", "Élise", "李", "\u202eevil", "a\u0301", "\u00ad", "x,y", "", " ", ",", "1st",
    "MD FACP",
)  # fmt: skip
PIECES = (
    b"a", b"b,c", b'"', b'""', b"\n", b"\r\n", b"\r", b"\0", b'\\"', b"\xc3\xa9", b"\xe9", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\x0b", b"\x85", b"word " * 6, b";",
)  # fmt: skip
CARD = (
    b"BEGIN:VCARD\r\n", b"END:VCARD\n", b"VERSION:3.0\r\n", b"N:Quill;Zoe;;;\n", b"FN:Zoe Quill\r",
    b"item1.EMAIL:z@mail.example\n", b"EMAIL;TYPE=work:mailto:y@mail.example\n",
    b"NOTE;ENCODING=QUOTED-PRINTABLE:a=\n", b"b=E9=\n", b"=\n", b" folded\n", b"\tmore\n", b"PHOTO;ENCODING=b:",
    b"AAAA\n", b"AAAABBBB\n", b"\n", b"\0", b'X;Y="a:b";Z=1:v\n', b"ORG;CHARSET=ISO-8859-1:\xe9;x\n",
    b"ORG:Ex\\, Inc;y\\;z\n", b"TITLE;CHARSET=utf-8;ENCODING=B:w6k=\n", b"BDAY:--12-24\n",
    b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-24\n", b"KIND:group\n", b"CATEGORIES:friends,myContacts\n",
    b"TEL:tel:+1 555 0100\n", b"URL:https://www.linkedin.com/in/zoe-q\n", b"X-ABSHOWAS:COMPANY\n",
    b"end:vcard BEGIN:VCARD\n", b"NICKNAME;CHARSET=ISO-2022-JP:\x1b$B\n", b"FN;CHARSET=x:\xc3\xa9\n",
)  # fmt: skip

STEMS = (
    "Connections", "messages", "Guide_Messages", "learningcoachmessages", "Skills (2)", "Rich_Media_123456", "jobs",
    "._x", "", "Export_03-24-2026", "Export_13-24-2026", "Export_11-18-2026", "Export_11-19-2026",
    "02-30-2020 01-02-2020",
)  # fmt: skip


def some(draw: random.Random, those: tuple[bytes, ...], most: int) -> bytes:
    """Return some of those one after another."""
    return b"".join(draw.choices(those, k=draw.randint(0, most)))


def cell(draw: random.Random) -> str:
    """Return a cell made of words that stand in names."""
    return draw.choice((" ", " ", ", ", "-")).join(draw.choices(WORDS, k=draw.randint(1, 3)))


def name(draw: random.Random) -> object:
    """Return what two cells of a name come to, and one."""
    first, last = cell(draw), cell(draw)
    return (
        names.name_of(first, last),
        names.listed_name(first),
        names.full_name(f"{first} {last}"),
        names.name_key(last),
    )


def receivers(draw: random.Random) -> object:
    """Return the names in a cell of receivers."""
    text = ", ".join(draw.choices(WORDS, k=draw.randint(1, 5)))
    known = {names.name_key(one) for one in draw.sample(WORDS, 4)} | {names.name_key("Ana, PhD")}
    return parties.split_names(text, draw.randint(0, 4), known)


def cleaned(draw: random.Random) -> object:
    """Return a cell without what cannot be seen, its addresses and its length as a letter."""
    signs = "".join(chr(draw.choice((draw.randrange(0x20), draw.randrange(0x7F, 0xB0), *EDGES))) for _ in range(3))
    text = draw.choice(("Ana", "a@b.example", "<b>x</b>", "&lt;p&gt;", "&#0000000065;", " y  z ")) + signs
    text += draw.choice(("", ", c@d.example", "; <E@F.example>", " ::: mailto:g@h.example", "a" * 300 + "\u0301" * 70))
    return cells.clean(text), cells.clean_lines(text), cells.emails(text), cells.letter_length(text)


EDGES = tuple(
    code + step
    for code in (0x20, 0x7F, 0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x2010, 0x202A, 0x202F, 0x2060, 0x2070, 0xFEFF, 0xFFFE)
    for step in (-1, 0, 1)
)


def lines(draw: random.Random) -> object:
    """Return the lines of a file that comes in pieces, and what was met on the way."""
    raw = some(draw, PIECES, 40)
    text = Text(lambda: io.BytesIO(raw), draw.choice((5, 40)))
    found = [list(block) for block in text.blocks()]
    bound = Text(lambda: io.BytesIO(raw), 40).row_bound(draw.choice((0, 1, 2, 9)))
    met = (text.foreign, text.first_foreign, text.first_nul, text.multibyte, text.torn, text.escapes, text.lines)
    return found, met, text.sha256[:4], bound, western(raw[:5])


def wide(draw: random.Random) -> object:
    """Return whether a beginning is that of UTF-16."""
    size = draw.choice((0, 1, 2, 6, 7, 8, 9, 12, 20, 1999, 2000, 2001, 2002))
    shares = (draw.choice((0, 5, 10, 12, 60, 69, 70, 71, 72, 100)), draw.choice((0, 5, 9, 10, 11, 100)))
    half = max(size // 2, 1)
    raw = bytes(0 if at // 2 < shares[at % 2] * half // 100 else 65 for at in range(size))
    head = draw.choice((b"", b"", b"", b"\xff\xfe", b"\xfe\xff", b"\xff"))
    return size, shares, head, utf16_name(head + raw), utf16_name(raw[::-1])


def cards(draw: random.Random) -> object:
    """Return the properties of an address book that comes in pieces, and the people in it."""
    raw = some(draw, CARD, 14)
    raw = raw.decode("latin-1").encode("utf-16") if draw.random() < 0.1 else raw
    book = Lines(lambda: io.BytesIO(raw), draw.choice((20, 400)))
    held = list(book.properties())
    letters = Letters()
    found = [one for line in held if (one := property_of(line.text)) is not None]
    people = entry_of([one for one in found if one.name not in ("BEGIN", "END")], letters)
    told = [(line.number, line.text, line.too_long, marks(line.text)) for line in held]
    return (
        told,
        book.first_nul,
        book.sha256[:4],
        [tuple(map(str, (one.name, one.params))) for one in found],
        people,
        letters,
    )


def twice(draw: random.Random) -> object:
    """Return two rows of one person as one."""

    def row() -> Contact:
        mails = tuple(draw.sample(("a@b.example", "c@d.example"), draw.randint(0, 2)))
        both = names.name_of(draw.choice(("", "Ana")), draw.choice(("", "Lind")))
        texts = (
            draw.choice(("", "Northwind", "Otto")),
            draw.choice(("", "Cook")),
            draw.choice(("", " ", "1 Jan 2020")),
        )
        return Contact(draw.choice((None, "ana", "ana-2")), both, mails, *texts)

    one, other = row(), row()
    return one, other, merged(one, other)


def members(draw: random.Random) -> object:
    """Return what the name of a member of an archive tells."""
    folder = draw.choice(
        ("", "", "Jobs/", "x\\Articles\\", "Services Marketplace/", "services_marketplace/", "__MACOSX/", "a/")
    )
    stem = draw.choice(STEMS)
    text = f"{folder}{stem}{draw.choice(('.csv', '.CSV', '.tsv', '.txt', '.html', '', '_12345678.csv', '.csv.csv'))}"
    plain = plain_name(text)
    day = day_in_name(text, TODAY)
    return (
        text,
        plain,
        without_id(plain),
        known_reason(text),
        passing_folder(text),
        is_assistant_log(text),
        is_junk(text),
        day,
    )


def objects(draw: random.Random) -> object:
    """Return whether a cell of JSON has the shape of what belongs there."""
    count: Any = draw.choice((1, 0, -1, "1", None, True, 2.5, [], 10**20))
    account = {"name": "a.csv", "kind": draw.choice(("messages", 5, None)), "rows": count, "counts": {"people": count}}
    if draw.random() < 0.5:
        del account[draw.choice(tuple(account))]
    passed = {"name": "x", draw.choice(("reason", "why")): draw.choice(("so", 3, None))}
    notice = {"code": "x", "message": draw.choice(("y", 1)), "line": count, draw.choice(("file", "z")): "f"}
    value = draw.choice(
        ({"files": [account], "ignored": [passed]}, {"files": [account]}, {"files": account, "ignored": []}, [notice],
         {"people": count}, [{"file": "a", "line": count, "reason": "r"}], "[]", "{", "[" * 9, None, 5),
    )  # fmt: skip
    told = []
    for table in TABLES.values():
        for one in table.columns:
            if one.kind == "object":
                try:
                    told.append(f"{table.name} {one.name} {sensible(table, {one.name: value})}")
                except ValueError as fault:
                    told.append(f"{table.name} {one.name} {fault}")
    return value, told


PASSED = (
    "guide messages|coach messages|learning coach messages|learning role play messages|learningcoachmessages|comments|"
    "reactions|shares|votes|instantreposts|hashtag follows|company follows|member follows|skills|languages|"
    "certifications|courses|projects|rich media|profile summary|honors|publications|patents|volunteering|organizations|"
    "test scores|causes you care about|learning|events|phonenumbers|phone numbers|whatsapp phone numbers|searchqueries|"
    "search queries|saved items|saved jobs|saved job alerts|job applications|job seeker preferences|logins|"
    "registration|ad targeting|ads clicked|inferences about you|security challenges|receipts|receipts v2|"
    "lan ads engagement|private identity asset|device information|savedjobalerts|connections|messages|invitations|"
    "positions|contacts|x"
)


def test_why_each_file_of_an_archive_is_passed_over() -> None:
    """A file that says nothing of a tie would be asked for people, or be passed over for a wrong reason."""
    told = [f"{one}: {known_reason(f'{one}.csv')}" for one in PASSED.split("|")]
    told += [
        f"{folder}/: {known_reason(f'{folder}/Online.csv')}"
        for folder in ("Jobs", "Articles", "Verifications", "Services_Marketplace", "Other", "")
    ]
    hold(DATA / "passed_over.txt", told)


RULES: dict[str, Callable[[random.Random], object]] = {
    one.__name__: one for one in (name, receivers, cleaned, lines, wide, cards, twice, members, objects)
}


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("rule", RULES)
def test_many_cases(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that answers otherwise in a case nobody thought of."""
    for module in ("text", "vcard_lines"):
        monkeypatch.setattr(f"netscout.sources.{module}.CHUNK", 16)
    hold(DATA / f"{rule}.txt", cases(rule, RULES[rule]))
