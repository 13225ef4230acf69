"""Mails of `draft` to people whose address on record was written to reach somebody else too."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

BAD = "eve?bcc=all%40mail.example&x@mail.example"


@pytest.mark.check(37)
@pytest.mark.parametrize(("cell", "receiver"), [(BAD, None), (f"{BAD}; eve@mail.example", "eve@mail.example")])
def test_a_mail_goes_to_one_or_to_nobody_and_says_why(
    run: Run, tmp_path: Path, cell: str, receiver: str | None
) -> None:
    """A second receiver smuggled in by an address book, or a mail without an address and not a word about it."""
    source, out = tmp_path / "people.csv", tmp_path / "eve.eml"
    source.write_text(f'Name;E-Mail;Titel\nEve Example;"{cell}";Data Analyst\n', encoding="utf-8")
    assert run("load", source, "--map", "Name=full", "--map", "E-Mail=email", "--map", "Titel=title").exit_code == 0
    assert run("target", "add", "data", "--role", "Data Analyst").exit_code == 0
    done = run("draft", "Eve Example", "--channel", "email", "--out", out)
    assert done.exit_code == 0, done.stderr
    assert email.message_from_bytes(out.read_bytes(), policy=email.policy.SMTP)["To"] == (
        f"Eve Example <{receiver}>" if receiver else None
    )
    assert ("No address is written" in done.output) == (receiver is None)
    assert "No address is written" not in run("draft", "Eve Example").output
