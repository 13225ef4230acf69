"""vCard files: each program's traps, each rule of the reader, and that a broken card costs none of the others."""

from __future__ import annotations

import io
import json
import os
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netscout.errors import InputError
from netscout.settings import Limits
from netscout.sources.vcard import is_cards, read_cards
from tests.examples import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.model.export import Export
    from netscout.sources.records import Entry
    from netscout.sources.sheet import Sheet

    Load = Callable[..., Export]

DATA = Path(__file__).parent / "data" / "vcards"
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "vcard"
FILES = sorted(one.name for one in CORPUS.glob("*.vcf"))
MANY = 30_000


def sheet(text: str | bytes, limits: Limits | None = None) -> Sheet:
    """Return the cards of a text."""
    raw = text.encode() if isinstance(text, str) else text
    return read_cards("a.vcf", lambda: io.BytesIO(raw), limits or Limits())


def card(*lines: str) -> str:
    """Return one card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def entry(*lines: str) -> Any:  # an entry, whose fields the tests look at
    """Return the entry of one card."""
    (one,) = sheet(card(*lines)).records
    return one


def told(found: Sheet) -> list[tuple[str, int | None, int]]:
    """Return the notices of a sheet."""
    return [(one.code, one.line, one.count) for one in found.notices]


def names(found: Sheet) -> list[str]:
    """Return the names of a sheet in order."""
    entries: list[Entry] = found.records  # type: ignore[assignment]  # a sheet of cards holds entries
    return [one.name.shown for one in entries]


def summary(found: Sheet) -> dict[str, Any]:
    """Return everything a file gave, as JSON shows it."""
    entries: list[Entry] = found.records  # type: ignore[assignment]  # a sheet of cards holds entries
    return {
        "rows": found.rows,
        "counts": found.counts,
        "notices": [[one.code, one.line, one.count] for one in found.notices],
        "unreadable": [[one.line, one.reason] for one in found.unreadable],
        "cards": [
            {"line": line, **{key: value for key, value in one._asdict().items() if value not in ("", (), None)}}
            for line, one in zip(found.lines, entries, strict=True)
        ],
    }


@pytest.mark.parametrize("name", sorted(one.stem for one in DATA.glob("*.vcf")))
def test_what_each_program_writes(name: str) -> None:
    """A trap of Apple, Google, Nextcloud, Outlook or Android would change somebody, or lose them."""
    found = summary(sheet((DATA / f"{name}.vcf").read_bytes()))
    golden = DATA / f"{name}.json"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(json.dumps(found)) == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.check(12)
@pytest.mark.skipif(not FILES, reason="the exports of eight programs are not here")
@pytest.mark.parametrize("name", FILES)
def test_one_invented_person_of_eight_programs(load: Load, name: str) -> None:
    """A card would be lost, or a quoted-printable name stay undecoded."""
    raw = (CORPUS / name).read_bytes()
    export = load({name: raw})
    (account,) = export.sources[0].files
    assert account.rows == raw.count(b"BEGIN:VCARD") == export.counts["rows"]
    assert 1 <= export.counts["people"] <= account.rows
    assert account.adds_up()
    assert export.sources[0].kind == "vcard"
    shown = [one.display_name for one in export.sightings]
    assert not any("=" in one for one in shown)
    if "ANDROID" in name:
        assert "Ñ Ñ Ñ Ñ" in shown
    else:
        assert [one.casefold() for one in shown] == ["john doe"]


@pytest.mark.check(11)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n"])
def test_line_ends_and_marks(end: str, mark: str) -> None:
    """A file of another system, or with a mark of byte order, would hold nobody."""
    text = mark + card("N:Lind;Bo;;;", "NOTE:one ", " two", "ORG:Acme") * 2
    found = sheet(text.replace("\r\n", end))
    assert names(found) == ["Bo Lind", "Bo Lind"]
    assert [one.note for one in found.records] == ["one two"] * 2  # type: ignore[attr-defined]  # entries
    assert not found.notices


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_letters(encoding: str) -> None:
    """A name in another coding would be garbled, or a reading by guess not be told."""
    raw = card("N:Müller;Jörg;;;").encode(encoding)
    found = sheet(raw)
    assert is_cards(lambda: io.BytesIO(raw))
    assert names(found) == ["Jörg Müller"]
    assert told(found) == ([("assumed-cp1252", 1, 1)] if encoding == "cp1252" else [])


def test_letters_of_two_codings() -> None:
    """Of a file put together from two, one half would be garbled or the doubt not be told."""
    found = sheet(card("N:Zoë;A;;;").encode() + card("N:Zoë;B;;;").encode("cp1252"))
    assert names(found) == ["A Zoë", "B Zoë"]
    assert told(found) == [("mixed-encoding", 5, 1)]


@pytest.mark.parametrize("charset", ["no-such", "zip", "unicode_escape", "utf-16", "ascii", "UTF-8"])
def test_a_wrong_word_about_the_letters(charset: str) -> None:
    """A card that lies about its letters, or names a codec that is none, would end the load."""
    assert names(sheet(card(f"N;CHARSET={charset}:Zoë;A;;;"))) == ["A Zoë"]


def test_zero_bytes_are_left_out_and_told() -> None:
    """A name would hold what no text may hold."""
    found = sheet(card("N:Li\0nd;Bo;;;"))
    assert (names(found), told(found)) == (["Bo Lind"], [("mixed-encoding", 3, 1)])


@pytest.mark.check(13)
def test_an_unfinished_card_costs_nobody() -> None:
    """A card that is cut off would take the next one with it."""
    first, second = card("N:One;A;;;"), card("N:Two;B;;;")
    found = sheet(first.replace("END:VCARD\r\n", "") + second + first.replace("END:VCARD\r\n", ""))
    assert names(found) == ["A One", "B Two", "A One"]
    assert told(found) == [("vcard-unterminated", 1, 2)]
    assert sheet("BEGIN:VCARD").counts == {"empty": 1}


def test_files_put_one_after_the_other() -> None:
    """The cards of the second file would be lost: its mark of byte order, or no line end, stands before them."""
    one, two = card("N:One;A;;;"), card("N:Two;B;;;")
    for between in ("\ufeff", "\n\ufeff \n"):
        found = sheet(one + between + two)
        assert (names(found), told(found)) == (["A One", "B Two"], [])
        found = sheet(one.rstrip() + between + two)
        assert (names(found), found.rows, told(found)) == (["A One", "B Two"], 2, [])
    assert names(sheet(one.rstrip() + two)) == ["A One", "B Two"]


def test_lines_that_are_none_are_told_and_the_card_kept() -> None:
    """One bad line would cost a card, or the whole file."""
    found = sheet("junk\r\n" + card("N:One;A;;;", "no colon here", "ba d:x", "EMAIL:a@x.example") + "END:VCARD\r\n")
    assert names(found) == ["A One"]
    assert found.records[0].emails == ("a@x.example",)  # type: ignore[attr-defined]  # an entry
    assert told(found) == [("vcard-bad-line", 1, 4)]


def test_a_soft_break_never_joins_the_end_of_a_card() -> None:
    """A note that ends in `=` would swallow the next card."""
    head = "NOTE;ENCODING=QUOTED-PRINTABLE:x="
    found = sheet(card("N:One;A;;;", head) + card("N:Two;B;;;", head, "=", "", "ORG:Acme"))
    assert names(found) == ["A One", "B Two"]
    assert [one.company for one in found.records] == ["", "Acme"]  # type: ignore[attr-defined]  # entries
    assert not found.notices


def test_a_break_inside_a_letter() -> None:
    """A letter of two bytes cut by a fold or a soft break would become two wrong ones."""
    assert names(sheet(card("N;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=", "=91u;A;;;"))) == ["A Ñu"]
    raw = card("N:Ñu;A;;;").encode().replace(b"\xc3\x91", b"\xc3\r\n \x91")
    assert names(sheet(raw)) == ["A Ñu"]


@pytest.mark.parametrize(
    ("lines", "field", "wanted"),
    [
        (("item1.EMAIL;type=pref:A@X.example", "email:b@x.example"), "emails", ("a@x.example", "b@x.example")),
        (("EMAIL;EX:/o=Firm/cn=a",), "emails", ()),
        (("EMAIL:mailto:a@x.example",), "emails", ("a@x.example",)),
        (("TEL;WORK;VOICE:1", "TEL;VALUE=uri:tel:+1-2", "TEL;CELL:1"), "phones", ("1", "+1-2")),
        (("ORG:Acme\\; Sons;Sales;",), "company", "Acme; Sons"),
        (("TITLE:Cook\\, first",), "title", "Cook, first"),
        (("CATEGORIES:myContacts,Starred,* Family,Choir",), "labels", ("Choir",)),
        (("CATEGORIES:A\\,B,C", "CATEGORIES:C,D"), "labels", ("A,B", "C", "D")),
        (("NOTE:a\\nb\\Nc\\\\d\\q",), "note", "a\nb\nc\\d\\q"),
        (("NOTE:a", "NOTE: ", "NOTE:b"), "note", "a\nb"),
        (("NOTE;ENCODING=BASE64:bWV0",), "note", "met"),
        (("NOTE;ENCODING=b:?",), "note", ""),
        (("URL:https\\://www.linkedin.com/in/Ana",), "slug", "ana"),
        (("URL:http://x.example", "X-SOCIALPROFILE;type=linkedin:http://de.linkedin.com/in/ana/de"), "slug", "ana"),
        (('X-SOCIALPROFILE;X-USER="a:b;c":https://linkedin.com/in/ana',), "slug", "ana"),
        (("item3.X-LINKEDIN:linkedin.com/in/ana",), "slug", "ana"),
        (("NOTE:https://www.linkedin.com/in/other",), "slug", None),
        (("URL:https://www.linkedin.com/company/acme", "URL:javascript:alert(1)"), "slug", None),
        (("BDAY:19801224",), "birthday", "1980-12-24"),
        (("BDAY;VALUE=date:1980-12-24T10:00:00Z",), "birthday", "1980-12-24"),
        (("BDAY;VALUE=DATE:--1224",), "birthday", "--12-24"),
        (("BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-24",), "birthday", "--12-24"),
        (("BDAY:",), "birthday", None),
        (("N:Doe;Jo;Ann;Dr.;Jr.",), "middle", "Ann"),
    ],
)  # fmt: skip
def test_properties(lines: tuple[str, ...], field: str, wanted: object) -> None:
    """A value would be read with its marks, or one that means nothing be believed."""
    named = () if lines[0].startswith("N:") else ("N:Example;Ana;;;",)
    assert getattr(entry(*named, *lines), field) == wanted


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("N:Lind;Bo;;;", "FN:Somebody Else"), "Bo Lind"),
        (("N:;;;;", "FN:Bo Lind"), "Bo Lind"),
        (("N:;;Maria;Dr.;", "FN:Bo Lind"), "Bo Lind"),
        (("FN:Muster\\, Eva",), "Eva Muster"),
        (("FN:Eva Muster\\, PhD",), "Eva Muster"),
        (("FN:Bo Lind", "ORG:Bo Lind Ltd"), "Bo Lind"),
        (("N:Acme;;;;", "FN:Acme", "ORG:Acme"), "Acme"),
        (("EMAIL:a@x.example", "ORG:Acme"), ""),
    ],
)
def test_names_of_cards(lines: tuple[str, ...], shown: str) -> None:
    """Somebody would bear a name that no card gives them, or be taken for a company."""
    assert entry(*lines).name.shown == shown


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (("N:Lind;Bo;;;", "ORG:Acme", "X-ABShowAs:COMPANY"), {"companies_only": 1}),
        (("N:;;;;", "FN:Acme", "ORG:Acme;Sales"), {"companies_only": 1}),
        (("FN:Acme Sales", "ORG:Acme;Sales"), {"companies_only": 1}),
        (("FN:Acme", "KIND:org"), {"companies_only": 1}),
        (("ORG:Acme", "TEL:1"), {"companies_only": 1}),
        (("TEL:1",), {"empty": 1}),
        (("N:;;;;", "FN:"), {"empty": 1}),
        ((), {"empty": 1}),
        (("FN:Family", "KIND:group"), {"unreadable": 1}),
    ],
)
def test_cards_of_nobody(lines: tuple[str, ...], counts: dict[str, int]) -> None:
    """A shop or a group would stand on the list of people to ask, or a card vanish without a word."""
    found = sheet(card(*lines))
    assert (found.records, found.counts, found.rows) == ([], counts, 1)


def test_cards_with_an_address_alone_stay_apart(load: Load) -> None:
    """People of whom only an address is known would become one for lacking a name."""
    export = load({"a.vcf": "".join(card(f"EMAIL:p{one}@x.example") for one in (1, 2, 2))})
    assert [one.emails for one in export.sightings] == [("p1@x.example",), ("p2@x.example",)]
    assert {word: export.counts[word] for word in ("rows", "people", "duplicates")} == {
        "rows": 3, "people": 2, "duplicates": 1,
    }  # fmt: skip


def test_a_card_says_what_the_workspace_keeps(load: Load) -> None:
    """Birthday, numbers, groups or the note of a card would be lost, or an impossible day be kept."""
    export = load({"a.vcf": card("N:Lind;Bo;;;", "BDAY:--1224", "TEL:1", "CATEGORIES:Choir", "NOTE:a\\nb")})
    assert [(one.birthday, one.phones, one.labels) for one in export.details] == [("--12-24", ("1",), ("Choir",))]
    assert [one.text for one in export.notes] == ["a\nb"]
    bad = load({"a.vcf": card("N:Lind;Bo;;;", "BDAY:1980-02-31")})
    assert (bad.details, [(one.code, one.line) for one in bad.notices]) == ((), [("bad-date", 1)])


@pytest.mark.parametrize("name", ["a.vcf", "contacts.csv", "x.txt", "no ending", "a.html"])
def test_recognised_whatever_its_name(load: Load, name: str) -> None:
    """A file of cards with another ending would be refused."""
    assert load({name: card("N:Lind;Bo;;;")}).counts["people"] == 1
    for text in (
        b"",
        b"name\nBEGIN:VCARD\n",
        b'FROM,TO,CONTENT\na,b,"x\nBEGIN:VCARD\n"',
        b"Notes:\nhello\nBEGIN:VCARD\n",
    ):
        assert not is_cards(lambda text=text: io.BytesIO(text))  # type: ignore[misc]  # mypy infers no type for it
    assert is_cards(lambda: io.BytesIO(b"\r\nX-A:1\r\nbegin:vcard \r\n"))
    assert is_cards(lambda: io.BytesIO(b"BEGIM:VCARD\r\nVERSION:3.0\r\n"))


def test_in_an_archive_and_in_a_folder(load: Load, tmp_path: Path) -> None:
    """The cards of a zip or folder would be passed over, or be called the first part of an export."""
    files: dict[str, str | bytes] = {"All/contacts.vcf": card("N:Lind;Bo;;;"), "more.vcf": card("N:Ray;Al;;;")}
    export = load(files)
    assert [(one.name, one.kind, one.rows) for one in export.sources[0].files] == [
        ("All/contacts.vcf", "contacts", 1), ("more.vcf", "contacts", 1),
    ]  # fmt: skip
    assert (export.sources[0].kind, export.counts["people"]) == ("vcard", 2)


def test_pictures_cost_nothing_and_limits_hold() -> None:
    """A picture would fill the memory, or one giant property cost its card."""
    picture = "PHOTO;ENCODING=b:" + "A" * 50_000
    folded = picture + "\r\n " + "\r\n ".join(["A" * 74] * 500)
    bare = "PHOTO;BASE64:\r\n" + "\r\n".join(["A" * 74] * 500) + "\r\n"
    giant = "NOTE:" + "x" * 50_000
    soft = "NOTE;QUOTED-PRINTABLE:" + "=\r\n".join(["y" * 70] * 800)
    found = sheet(card("N:Lind;Bo;;;", picture, folded, bare, giant, soft, "ORG:Acme"), Limits(field_bytes=20_000))
    assert names(found) == ["Bo Lind"]
    assert (found.records[0].company, found.records[0].note) == ("Acme", "")  # type: ignore[attr-defined]  # an entry
    assert [(code, count) for code, _, count in told(found)] == [("vcard-bad-line", 2)]
    many = card("N:Lind;Bo;;;", *["NOTE:" + "x" * 900] * 100, "ORG:Acme")
    assert told(sheet(many, Limits(field_bytes=20_000)))[0][0] == "vcard-bad-line"
    with pytest.raises(InputError) as refused:
        sheet(card("N:Lind;Bo;;;") * 5, Limits(rows=3))
    assert refused.value.code == "archive-too-large"


class _Endless:
    """A stream that is made while it is read."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks, self._rest = blocks, b""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes."""
        while len(self._rest) < size and (block := next(self._blocks, b"")):
            self._rest += block
        found, self._rest = self._rest[:size], self._rest[size:]
        return found

    def close(self) -> None:
        """Do nothing."""


def test_a_large_file_is_read_in_a_stream() -> None:
    """A book with pictures would be held in memory whole."""

    def blocks() -> Iterator[bytes]:
        for _ in range(60):
            yield b"BEGIN:VCARD\nN:Lind;Bo;;;\nPHOTO:" + b"A" * 500_000 + b"\nX-A:" + b"B" * 500_000 + b"\nEND:VCARD\n"

    tracemalloc.start()
    try:
        found = read_cards("a.vcf", lambda: _Endless(blocks()), Limits())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (found.rows, peak < 20_000_000) == (60, True)


PIECES = st.sampled_from(
    [
        *("BEGIN:VCARD\n", "END:VCARD\n", "begin:vcard\r\n", "N:Lind;Bo;;;\n", "FN:Bo\n", "EMAIL:a@x.example\n"),
        *("ORG:Acme\n", " fold\n", "\n", "NOTE;QUOTED-PRINTABLE:a=\n", "=C3=\n", "PHOTO:AAAA\n", "AAAA\n", "BDAY:31\n"),
        *("N;CHARSET=x:\u202eé\n", "X-ABShowAs:COMPANY\n", "KIND:group\n", "junk", '"', ";", ":", "\\", "\0", "\r"),
        *("\ufeff", "é", "=", ","),
    ]
)


@pytest.mark.check(5, 13)
@settings(max_examples=examples(300), deadline=None)
@given(pieces=st.lists(PIECES, max_size=40), cut=st.integers(0, 400), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_any_cards_are_accounted_for(pieces: list[str], cut: int, encoding: str) -> None:
    """Some mutation would crash, or a card be in no word of the account."""
    raw = ("BEGIN:VCARD\n" + "".join(pieces)).encode(encoding)
    found = sheet(raw[: len(raw) - cut] if cut < len(raw) else raw)
    assert (
        found.rows
        == len(found.records) + sum(found.counts.values())
        == len(found.lines)
        + len(found.unreadable)
        + (found.counts.get("empty", 0) + found.counts.get("companies_only", 0))
    )
    assert all(one.reason for one in found.unreadable)


@pytest.mark.check(15)
@pytest.mark.slow
def test_thirty_thousand_cards(load: Load) -> None:
    """Some card of a large book would be lost."""
    text = "".join(card(f"N:L{one};F{one};;;", f"EMAIL:p{one}@x.example") for one in range(MANY))
    assert load({"a.vcf": text}).counts["people"] == MANY
