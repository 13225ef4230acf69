"""A draft as a mail file (RFC 5322) that a mail program opens, to be read, changed and sent by the user."""

from __future__ import annotations

import re

from netscout.model.draft import Draft, one_line

_RECEIVER = re.compile(r"[A-Za-z0-9._+][A-Za-z0-9._+-]*@[A-Za-z0-9][A-Za-z0-9.-]*")
"""An address that every program reads as one receiver and nothing else."""


def receiver(address: str) -> str:
    """Return the address if every mail program reads it as one receiver, else ""."""
    return address if _RECEIVER.fullmatch(address) else ""


def as_mail(draft: Draft, sender: tuple[str, str] = ("", ""), address: str = "", meant: str = "") -> bytes:
    """Return the mail file of a draft; the same draft gives the same bytes.

    `sender` is the user's name and address, `address` that of the person; what is "" or no address is left out, and an
    address of the person that might be read as more than one receiver. `meant` tells whom `lint` is to think of where
    the name alone does not. No date and no message id are written, as the mail is not sent yet; most mail programs open
    it as a draft. What the mail cannot say itself (kind, mode, a person without an address) stands in headers that
    `lint` reads.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(SMTP)
    for name, who, at in (("From", *sender), ("To", draft.to, receiver(address))):
        found = _address(who, at)
        if found is not None:
            mail[name] = found
    mail["Subject"] = one_line(draft.subject)
    mail["X-Unsent"] = "1"
    if meant or "To" not in mail:
        mail["X-Netscout-To"] = one_line(meant or draft.to)
    if draft.kind != "request":
        mail["X-Netscout-Kind"] = draft.kind
    if draft.mode != "exploring":
        mail["X-Netscout-Mode"] = draft.mode
    mail.set_content(draft.body.encode("utf-8", "replace").decode("utf-8"), cte="quoted-printable")
    return mail.as_bytes()


def _address(name: str, at: str) -> object:
    """Return an address for a header, None where there is none or it could not be written."""
    from email.errors import MessageError
    from email.headerregistry import Address

    try:
        return Address(display_name=one_line(name), addr_spec=one_line(at).replace(" ", "")) if "@" in at else None
    except (ValueError, IndexError, MessageError):
        return None
