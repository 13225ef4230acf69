"""What fuzzing found once, each as the least that shows it; none of it may come back."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from netscout.campaign.lint.form import TEXT_MOST, read_draft
from netscout.campaign.lint.letter import Text
from netscout.errors import InputError
from netscout.sources import read
from tests.fuzz.feeding import TODAY
from tests.fuzz.readers import READERS, taken

if TYPE_CHECKING:
    from pathlib import Path

FOUND: tuple[tuple[str, bytes], ...] = (
    ("header and rows", b"\xff\xfeE\0m\0a\0i\0l\0 \0A\0d\0d\0r\0e\0s\0s\0,\0\nN\nF\nF,\nOn\nF"),
    ("vcard", b"BEGIN:VCARD\nitem1.EMAILin Quellbach ;TYPE=INTERNET:zanzia\nORG"),
)
"""Reader and text."""


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_texts_found_by_the_guided_fuzzer(name: str, text: bytes) -> None:
    """A fault that comes back."""
    assert name in READERS
    assert taken(name, text) == []


def test_a_member_without_a_name(tmp_path: Path) -> None:
    """An archive whose list of contents has a member of no name ended in a bug of ours on Python 3.11."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("Q.csv", "First Name,Last Name\nAna,Example\n")
    raw = bytearray(held.getvalue())
    entry = raw.index(b"PK\1\2")
    raw[entry + 28], raw[entry + 32] = 0, len("Q.csv")  # its name becomes its comment
    path = tmp_path / "export.zip"
    path.write_bytes(raw)
    with pytest.raises(InputError) as told:
        read([path], today=TODAY)
    assert told.value.code == "damaged-archive"
    assert "has no name" in told.value.message


def test_a_letter_of_many_pages_is_refused() -> None:
    """A file of a megabyte that keeps the rules of letters busy for an hour."""
    head = "To: p0002\nKind: request\n\n"
    whole = read_draft(f"{head}{'a' * TEXT_MOST}".encode(), "a.txt")
    assert len(whole.body) == TEXT_MOST
    with pytest.raises(InputError) as told:
        read_draft(f"{head}{'a' * (TEXT_MOST + 1)}".encode(), "a.txt")
    assert "20,001 characters" in told.value.message
    assert told.value.code == "not-a-draft"


def test_a_mail_to_bytes_of_no_letter() -> None:
    """A mail to a name in another encoding, whose half letters no database takes, ended in a bug of ours."""
    mail = b"MIME-Version: 1.0\nTo: An\xe4 <ana@mail.example>\nSubject: a\xfcb\n\nHello \xe9\n"
    draft = read_draft(mail, "a.eml")
    assert (draft.to, draft.subject) == ("An\ufffd", "a\ufffdb")
    assert (draft.to + draft.subject + draft.body).encode()


def test_many_stops_end_one_sentence() -> None:
    """A pattern made quick that cuts sentences otherwise than before."""
    text = Text("body", 'Well... "Yes?!" he said. 3.5 of it.\n\n \nNo...xyz. End!!', "en")
    assert [text.raw[slice(*one)] for one in text.sentences] == [
        *("Well...", '"Yes?!"', "he said.", "3.5 of it."),
        *("No...xyz.", "End!!"),
    ]


def test_a_row_above_a_torn_one_is_not_shown(tmp_path: Path) -> None:
    """A letter of one word, in a file whose other rows are torn, stood in the error as the name of a column."""
    path = tmp_path / "table.csv"
    path.write_bytes(b'I,"quelltext",X\n2')
    with pytest.raises(InputError) as told:
        read([path], today=TODAY)
    assert "quelltext" not in str(told.value)
    path.write_bytes(b'D\t\t"quelltext"\tX\n2\t\t\t')
    with pytest.raises(InputError) as told:
        read([path], today=TODAY)
    assert "quelltext" not in str(told.value)
    path.write_bytes(b"Nom,Rue,Ville\nAna Example,2 rue x,Paris 7\n")
    with pytest.raises(InputError, match="Nom, Rue, Ville"):
        read([path], today=TODAY)
