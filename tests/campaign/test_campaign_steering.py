"""Names, companies and addresses written to steer a letter: another receiver, a header, a template, a link."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from netscout.campaign.letters.mail import as_mail
from netscout.model.draft import Draft
from tests.campaign.test_campaign_letters import CASES, written

if TYPE_CHECKING:
    from email.message import EmailMessage

BREAKS = ("\r", "\n", "\r\n", "%0d%0a", "%0D%0A", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x00", "\x1c")
NAMES = tuple(f"Eve{mark}{more}" for mark in BREAKS for more in ("Bcc: all@mail.example", f"{mark}Send money"))
ADDRESSES = (
    *("eve@mail.example?bcc=all@mail.example", "eve@mail.example&cc=x@mail.example", "eve@mail.example,x@mail.example"),
    *(
        "eve@mail.example;x@mail.example",
        '"x@mail.example" eve@mail.example',
        "eve@mail.example<script>",
        "-eve@x.example",
    ),
    *("eve@mail.example\r\nBcc: all@mail.example", "eve%0d%0a@mail.example", "Eve <eve@mail.example>", "@mail.example"),
    *("eve@mail.example\u2028Cc: x@mail.example", "eve@", "a@b@c.example", "eve #@mail.example", "'eve'@mail.example"),
)
TEMPLATES = ("{{7*7}}", "${7*7}", "{0.__class__}", "%s", "%(me)s", "<%= 7*7 %>", "{{me}}", "{{first}}", "#{7*7}", "\\1")


def read(data: bytes) -> EmailMessage:
    """Return a mail as another program reads it; it must know no fault in it."""
    found = email.message_from_bytes(data, policy=email.policy.SMTP)
    assert found.defects == []
    assert [one for head in found.values() for one in head.defects] == []
    return found


def one_receiver(data: bytes, address: str) -> None:
    """Assert that a mail goes to this address or nobody, and that nobody else is written to."""
    found = read(data)
    told = [one for head in found.get_all("To", []) for one in head.addresses]
    assert [one.addr_spec for one in told] == ([address] if address else [])
    assert not {"cc", "bcc", "reply-to", "resent-to", "from "} & {name.casefold() for name in found.keys()}  # noqa: SIM118  # a mail's own
    assert len(found.keys()) == len({name.casefold() for name in found.keys()})  # noqa: SIM118  # the same
    assert not found.is_multipart()


@pytest.mark.check(37)
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_adds_no_header(name: str) -> None:
    """A name or a company with a line break of any kind would add a receiver, or begin the text."""
    draft = Draft(name, "thanks", "email", "exploring", f"Thanks {name}", "Hi Eve,\n\nThank you.")
    one_receiver(as_mail(draft, (name, "sam@mail.example"), "eve@mail.example"), "eve@mail.example")
    assert read(as_mail(draft, ("", ""), "")).get_content().split("\n")[0].strip() == "Hi Eve,"


@pytest.mark.check(37)
@pytest.mark.parametrize("address", ADDRESSES, ids=ascii)
def test_an_address_is_one_or_none(address: str) -> None:
    """An address of a file that names two receivers, or a subject, would be written into the mail."""
    draft = Draft("Eve", "thanks", "email", "exploring", "Thanks", "Hi Eve,\n\nThank you.")
    one_receiver(as_mail(draft, ("Sam", "sam@mail.example"), address), "")
    one_receiver(as_mail(draft, ("Sam", "sam@mail.example"), "eve@mail.example"), "eve@mail.example")


@pytest.mark.check(41)
@pytest.mark.parametrize("text", TEMPLATES)
def test_what_looks_like_a_template_stays(text: str) -> None:
    """A name or company that is a key or a formula of a template would be filled, or reckoned."""
    kind, facts = CASES["thanks with advice"]
    for channel in ("message", "email"):
        body = written(kind, replace(facts, first_name=text, company=text, name=text), channel).body
        assert f"Hi {text}," in body
        assert "49" not in body
    kind, facts = CASES["reminder"]
    assert text in written(kind, replace(facts, company=text, first_name=text), "message").body


@pytest.mark.check(38)
@pytest.mark.parametrize("name", CASES)
def test_links_of_letters_carry_a_subject_and_a_text_alone(name: str) -> None:
    """A link that opens a mail to somebody else, or to a second person, would stand in a letter."""
    kind, facts = CASES[name]
    hostile = "mailto:eve@mail.example?bcc=all@mail.example"
    for channel in ("message", "email"):
        draft = written(kind, replace(facts, name="Ana Example"), channel)
        assert steering(f"{draft.subject}\n{draft.body}") == []
    assert steering(f"see {hostile} now") == [hostile]
    assert steering("mailto:a@mail.example?subject=Hi&body=There") == []


def steering(text: str) -> list[str]:
    """Return the links to a mail program that carry more than a subject and a text."""
    found = re.findall(r"mailto:\S*", text, re.IGNORECASE)
    return [one for one in found if set(parse_qs(urlsplit(one).query, keep_blank_values=True)) - {"subject", "body"}]
