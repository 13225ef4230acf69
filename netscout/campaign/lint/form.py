"""The draft file read: headers, an empty line, the body; or a mail file."""

from __future__ import annotations

import re

from netscout.campaign.lint.rules import KINDS, MODES
from netscout.errors import InputError, Place
from netscout.model.draft import CHANNELS, Draft

FILE_MOST = 1 << 20
"""Bytes of a draft file."""
TEXT_MOST = 20_000
"""Characters of subject and body: a letter of many pages, which the rules still read in no time."""
CODE = "not-a-draft"
HEADERS = ("To", "Kind", "Channel", "Mode", "Subject")
_HEADER = re.compile(r"\s*([A-Za-z-]+)\s*:[ \t]*(.*?)\s*$")
_HALF = re.compile("[\ud800-\udfff]")
_NEXT = re.compile(r"\s{2,}(?=(?:to|kind|channel|mode|subject)\s*:)", re.IGNORECASE)
_MAIL_MARK = re.compile(
    r"^(?:mime-version|content-type|message-id|received|return-path|x-[\w-]+|from|date)\s*:", re.IGNORECASE
)
_FORM = "Write To:, Kind: and Subject: one a line, then an empty line, then the text; `netscout draft` shows how."


def read_draft(data: bytes, name: str) -> Draft:
    """Return the draft in the bytes of a file; one named `.eml`, or with the headers of a mail, is read as a mail.

    Raises:
        InputError: too large, no text, a header that is unknown, missing, given twice or of an unknown value; with
            the file and, where there is one, the line.
    """
    if len(data) > FILE_MOST:
        raise _fault(name, None, "this file is too large to be a draft.", "Give the file of one message.")
    if name.casefold().endswith(".eml"):
        return _mail(data, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _fault(name, None, "this file is no text in UTF-8.", "Save it as plain text in UTF-8.") from fault
    if "\0" in text:
        raise _fault(name, None, "this file is no text.", _FORM)
    lines = re.split(r"\r\n|\r|\n", text)
    if _MAIL_MARK.match(next((one for one in lines if one.strip()), "")):
        return _mail(data, name)
    return _draft(lines, name)


def _draft(lines: list[str], name: str) -> Draft:
    start = next((place for place, one in enumerate(lines) if one.strip()), 0)
    found: dict[str, tuple[str, int]] = {}
    place = start
    while place < len(lines) and lines[place].strip():
        for key, value in _headers(lines[place], name, place + 1):
            if key in found:
                raise _fault(name, place + 1, f"{key}: stands twice.", "Keep one of them.")
            found[key] = (value, place + 1)
        place += 1
    if not found:
        raise _fault(name, None, "this file holds no draft.", _FORM)
    body = "\n".join(lines[place + 1 :]).rstrip()
    return _checked(
        {key: value for key, (value, _) in found.items()}, body, name, {key: line for key, (_, line) in found.items()}
    )


def _headers(line: str, name: str, number: int) -> list[tuple[str, str]]:
    pieces, rest = [], line
    while not re.match(r"\s*subject\s*:", rest, re.IGNORECASE) and (cut := _NEXT.search(rest)):
        pieces.append(rest[: cut.start()])
        rest = rest[cut.end() :]
    return [_header(one, name, number) for one in (*pieces, rest)]


def _header(text: str, name: str, number: int) -> tuple[str, str]:
    found = _HEADER.match(text)
    if found is None:
        raise _fault(name, number, "this line is no header, and the text begins after an empty line.", _FORM)
    key = found[1].title()
    if key not in HEADERS:
        raise _fault(name, number, "there is no header of that name.", f"The headers are {', '.join(HEADERS)}.")
    return key, found[2]


def _checked(found: dict[str, str], body: str, name: str, lines: dict[str, int]) -> Draft:
    for key in ("To", "Kind"):
        if not found.get(key):
            what = "the person it is for" if key == "To" else f"one of {', '.join(KINDS)}"
            raise _fault(name, lines.get(key), f"the header {key}: is missing or empty.", f"Add a line: {key}: {what}.")
    subject = found.get("Subject", "")
    channel = found.get("Channel", "").casefold() or ("email" if subject else "message")
    values = {
        "Kind": found["Kind"].casefold(),
        "Channel": channel,
        "Mode": found.get("Mode", "").casefold() or "exploring",
    }
    for key, known in (("Kind", KINDS), ("Channel", CHANNELS), ("Mode", MODES)):
        if values[key] not in known:
            raise _fault(
                name, lines.get(key), f"{key}: has a value netscout does not know.", f"Use {', '.join(known)}."
            )
    if not body.strip():
        raise _fault(name, None, "there is no text after the headers.", _FORM)
    if len(subject) + len(body) > TEXT_MOST:
        what = f"this text has {len(subject) + len(body):,} characters; a message of {TEXT_MOST:,} is the longest."
        raise _fault(name, None, what, "Give the text of one message.")
    return Draft(found["To"], values["Kind"], channel, values["Mode"], subject, body)


def _mail(data: bytes, name: str) -> Draft:
    from email import message_from_bytes, policy

    mail = message_from_bytes(data, policy=policy.default)
    try:
        address = mail["To"].addresses[0] if mail["To"] and mail["To"].addresses else None
        part = mail.get_body(("plain",))
        body = re.sub(r"\r\n|\r", "\n", part.get_content()).rstrip() if part is not None else ""
        heads = {
            key: str(mail.get(f"X-Netscout-{key}") or mail.get(key) or "").strip()
            for key in ("Kind", "Mode", "Subject")
        }
    except (LookupError, ValueError, TypeError, AttributeError) as fault:  # what broken mails make the parser raise
        raise _fault(
            name, None, "this mail cannot be read.", "Save it again, or paste its text into a draft file."
        ) from fault
    to = str(mail.get("X-Netscout-To") or "") or ((address.display_name or address.addr_spec) if address else "")
    heads |= {"To": " ".join(to.split()), "Channel": "email", "Kind": heads["Kind"] or "request"}
    return _checked({key: _whole(text) for key, text in heads.items()}, _whole(body), name, {})


def _whole(text: str) -> str:
    """Return a text in which bytes of no letter, kept by the parser of mails as half letters, are marks of that."""
    return _HALF.sub("\ufffd", text)


def _fault(name: str, line: int | None, what: str, then: str) -> InputError:
    return InputError(what, then, Place(name, line), code=CODE)
