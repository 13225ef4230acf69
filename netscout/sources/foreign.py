"""Files of other programs that hold contacts in a form of their own: what they are, and how to get a table of them."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from netscout.sources import faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netscout.errors import InputError
    from netscout.sources.containers import Container, Member


class Form(NamedTuple):
    """What a file is, and what to do instead."""

    what: str
    then: str


_BOOK = Form("a spreadsheet", "Open it and save the sheet as CSV (File, Save As, CSV UTF-8), then load that file.")
_OLD_BOOK = Form("an old Excel or Office file", _BOOK.then)
_OPEN_BOOK = Form("an OpenDocument spreadsheet", _BOOK.then)
_APPLE = Form("a Numbers or Pages document", "Open it, export the table as CSV (File, Export To, CSV), then load that.")
_TEXT = Form("a text document", "Put its list into a spreadsheet, save that as CSV, then load the CSV file.")
_OUTLOOK = Form(
    "an Outlook data file", "In Outlook choose File, Open & Export, Import/Export, and export the contacts as CSV."
)
_OUTLOOK_MAC = Form("an Outlook for Mac archive", "In Outlook export the contacts as a tab-delimited or CSV file.")
_APPLE_BOOK = Form(
    "an archive of Apple's Contacts",
    "In Contacts select everybody, choose File, Export, Export vCard, then load the .vcf file.",
)
_BIRD = Form("an old Thunderbird address book", "In Thunderbird's Address Book choose Export, comma separated.")
_LDIF = Form("an LDIF file", "Export the address book as CSV or vCard instead, then load that file.")
_DATABASE = Form("a database", "Export the contacts as CSV or vCard from the program it belongs to, then load that.")
_PDF = Form("a PDF", "Ask for the list as a table (CSV), or save it as one, then load that file.")
_PACKED = Form("an archive that is no zip", "Unpack it and load the file inside.")

_ENDINGS = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xlsb"), _BOOK),
    **dict.fromkeys((".xls", ".xlt"), _OLD_BOOK),
    **dict.fromkeys((".ods", ".fods"), _OPEN_BOOK),
    **dict.fromkeys((".numbers", ".pages"), _APPLE),
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf", ".pptx"), _TEXT),
    **dict.fromkeys((".pst", ".ost", ".msg"), _OUTLOOK),
    ".olm": _OUTLOOK_MAC,
    **dict.fromkeys((".abbu", ".abcddb", ".contactsdata"), _APPLE_BOOK),
    ".mab": _BIRD,
    **dict.fromkeys((".ldif", ".ldi"), _LDIF),
    **dict.fromkeys((".sqlite", ".db", ".mdb", ".accdb"), _DATABASE),
    ".pdf": _PDF,
    **dict.fromkeys((".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"), _PACKED),
}
"""By the ending of a name."""

_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_BOOK),
    (b"!BDN", _OUTLOOK),
    (b"SQLite format 3\0", _DATABASE),
    (b"%PDF-", _PDF),
    (b"{\\rtf", _TEXT),
    (b"// <!-- <mdb:mork", _BIRD),
    (b"Rar!\x1a\x07", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"\x1f\x8b\x08", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"BZh", _PACKED),
)
"""By the first bytes; the ending, where it is known, says it more exactly."""

_INSIDE = (
    ("xl/", _BOOK),
    ("word/", _TEXT),
    ("ppt/", _TEXT),
    ("com.microsoft.__", _OUTLOOK_MAC),
    (".iwa", _APPLE),
    ("Index.zip", _APPLE),
    (".abcddb", _APPLE_BOOK),
    (".abbu/", _APPLE_BOOK),
)
_FIRST = 64
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})


def by_name(name: str) -> Form | None:
    """Return what a file is by the ending of its name, None where that says nothing."""
    return _ENDINGS.get(PurePosixPath(name.replace("\\", "/")).suffix.lower())


def check(container: Container) -> None:
    """Refuse what another program wrote as a document of its own.

    Raises:
        InputError: it is such a document; the message says what it is and how to get a table.
    """
    name = PurePath(container.path).name
    if container.kind == "zip":
        names = [one.name for one in container.members] + [one.name for one in container.ignored]
        form = by_members(name, names)
    else:
        form = by_folder(name) if container.kind == "folder" else _by_head(container.members[0])
    if form is not None:
        raise refusal(form, name)


def _by_head(member: Member) -> Form | None:
    stream = member.open()
    try:
        return by_bytes(member.name, stream.read(_FIRST))
    finally:
        stream.close()


def by_folder(name: str) -> Form | None:
    """Return what a folder is that a Mac shows as one document, None for any other folder."""
    form = by_name(name)
    return form if form in (_APPLE, _APPLE_BOOK) else None


def by_bytes(name: str, head: bytes) -> Form | None:
    """Return what a file is by its first bytes, None for what may be text."""
    found = next((form for magic, form in _MAGIC if head.startswith(magic)), None)
    return (by_name(name) or found) if found else None


def by_members(name: str, members: Iterable[str]) -> Form | None:
    """Return what a zip is that another program wrote as its document, None for an archive of files."""
    names = list(members)
    stated = by_name(name)
    if stated and not any(one.lower().endswith((".csv", ".vcf")) for one in names):
        return stated
    if "content.xml" in names and "mimetype" in names:
        return _OPEN_BOOK
    office = not _OFFICE.isdisjoint(names)
    for mark, form in _INSIDE:
        if mark.endswith("/") and form in (_BOOK, _TEXT):
            if office and any(one.startswith(mark) for one in names):
                return form
        elif any(mark in one for one in names):
            return form
    return None


def refusal(form: Form, shown: str) -> InputError:
    """Return the error for a file of such a form."""
    return faults.fault("unrecognised-header", f"this is {form.what}, which netscout does not read.", form.then, shown)
