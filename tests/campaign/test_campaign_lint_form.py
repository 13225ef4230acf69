"""The draft file and the mail file: what is read, and what is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.lint.form import FILE_MOST, read_draft
from netscout.errors import InputError
from netscout.model.draft import Draft

WHOLE = Draft("Nora Quill", "request", "email", "job-seeking", "Your work", "Hi Nora,\n\nwords.\n\nSam")


def test_a_draft_is_read_as_it_was_written() -> None:
    """What `draft` writes could not be linted."""
    assert read_draft(WHOLE.as_text().encode(), "a.txt") == WHOLE
    windows = "\ufeff" + WHOLE.as_text().replace("\n", "\r\n")
    assert read_draft(windows.encode(), "a.txt") == WHOLE


def test_what_is_left_out_has_its_meaning() -> None:
    """A draft without channel or mode would be refused."""
    found = read_draft(b"to: Nora Quill\nKIND: Request\n\nHi Nora", "a.txt")
    assert (found.channel, found.mode, found.subject) == ("message", "exploring", "")
    assert read_draft(b"To: Nora\nKind: thanks\nSubject: Thanks\n\nHi", "a.txt").channel == "email"


def test_headers_may_share_a_line() -> None:
    """The form as the reference shows it could not be read."""
    text = (
        "To: Nora Quill            Kind: request        Channel: email\nMode: exploring     Subject: A  Kind: of\n\nHi"
    )
    found = read_draft(text.encode(), "a.txt")
    assert (found.to, found.kind, found.channel, found.subject) == ("Nora Quill", "request", "email", "A  Kind: of")


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"To: Nora\nKind: plea\n\nHi", 2, "value netscout does not know"),
        (b"To: Nora\nKind: request\nChanel: email\n\nHi", 3, "no header of that name"),
        (b"To: Nora\nTo: Ana\nKind: request\n\nHi", 2, "stands twice"),
        (b"To: Nora\nKind: request\nHi Nora, words\n\nHi", 3, "no header"),
        (b"Kind: request\n\nHi", None, "To: is missing"),
        (b"To: Nora\nKind:\n\nHi", 2, "Kind: is missing"),
        (b"To: Nora\nKind: request\n\n  \n", None, "no text after the headers"),
        (b"", None, "holds no draft"),
        (b"\xff\xfe\x00", None, "no text in UTF-8"),
        (b"To: Nora\0", None, "no text"),
        (b"a" * (FILE_MOST + 1), None, "too large"),
        (b"PK\x03\x04", 1, "no header"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(data: bytes, line: int | None, says: str) -> None:
    """The user would search their file for what is wrong."""
    with pytest.raises(InputError) as fault:
        read_draft(data, "a.txt")
    assert says in fault.value.message
    assert (fault.value.code, fault.value.place.file, fault.value.place.line) == ("not-a-draft", "a.txt", line)
    assert fault.value.next_step


def test_a_mail_file_is_read() -> None:
    """A mail that the user saved could not be linted."""
    mail = (
        "To: =?utf-8?q?Zo=C3=AB_Quill?= <zoe@example.com>",
        "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=",
        "X-Netscout-Kind: thanks",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        "Dear Zoë,",
        "thanks.",
    )
    found = read_draft("\n".join(mail).encode(), "a.eml")
    assert found == Draft("Zoë Quill", "thanks", "email", "exploring", "Grüße", "Dear Zoë,\nthanks.")
    plain = read_draft(b"From: a@example.com\nTo: zoe@example.com\n\nHi", "saved.txt")
    assert (plain.to, plain.kind, plain.subject) == ("zoe@example.com", "request", "")


@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda one: one.encode("utf-8", "replace"))))
def test_any_bytes_are_a_draft_or_a_fault(data: bytes) -> None:
    """A wrong file would end in a traceback."""
    for name in ("a.txt", "a.eml"):
        try:
            found = read_draft(data, name)
        except InputError as fault:
            assert fault.code == "not-a-draft"  # noqa: PT017  # both outcomes are right
        else:
            assert found.to
