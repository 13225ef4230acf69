"""Faults of a whole file, each with its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.errors import InputError, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

SINGLE = "Unpack the archive yourself and load single files, Connections.csv first."
SPLIT = "Split it into smaller files, and load those."
AGAIN = "Download the archive again and load the new file."


def fault(code: str, message: str, then: str, file: str = "", line: int | None = None) -> InputError:
    """Return the error for a file or archive member."""
    return InputError(message, then, Place(file, line), code=code)


def inside(container: str, member: str) -> str:
    """Return how a member is named together with the archive or folder it stands in."""
    return f"{container}: {member}"


def counted(number: int, one: str, many: str) -> str:
    """Return `1 row has` or `3 rows have`, of the two wordings."""
    return f"{number:,} {one if number == 1 else many}"


def damaged(file: str, what: str = "it cannot be unpacked") -> InputError:
    """Return the error for an archive, or a member of one, that is cut off or altered."""
    return fault("damaged-archive", f"this part of the archive is damaged: {what}.", AGAIN, file)


def too_large(file: str, what: str, then: str = SINGLE) -> InputError:
    """Return the error for an archive or file beyond a limit; `what` names the limit, `then` the next step."""
    return fault("archive-too-large", f"this is larger than netscout reads: {what}.", then, file)


def too_many_rows(file: str, most: int) -> InputError:
    """Return the error for a table of more rows than the limit."""
    return fault(
        "archive-too-large",
        f"this file has more than {most:,} rows.",
        "Split it into smaller files, each with the line of column names, and load those.",
        file,
    )


def empty(file: str) -> InputError:
    """Return the error for a file of no bytes, or of white space only."""
    return fault("empty-file", "this file is empty.", "Export or download it again.", file)


def not_a_zip(file: str, *, web_page: bool) -> InputError:
    """Return the error for a `.zip` that holds something else."""
    if web_page:
        return fault(
            "not-a-zip",
            "this is not a zip but a web page: the download link had expired (links live 72 hours).",
            "Request a new export from LinkedIn and download it within three days.",
            file,
        )
    return fault("not-a-zip", "this file is not a zip archive.", AGAIN, file)


def no_network(file: str) -> InputError:
    """Return the error for the first part of a two-part delivery."""
    return fault(
        "no-network-files",
        "this looks like the first part of a two-part export: it holds no Connections, messages or Invitations. "
        "Nothing is wrong with your network.",
        "Wait for LinkedIn's second e-mail, which comes within a day and brings Connections.csv; load that archive.",
        file,
    )


def nothing_known(file: str, names: Sequence[str]) -> InputError:
    """Return the error for an archive or folder that holds nothing of LinkedIn and no contacts."""
    files = counted(len(names), "file, and netscout knows it not", "files, and netscout knows none of them")
    seen = f"it holds {files} ({', '.join(names[:3])}{', ...' if len(names) > 3 else ''})" if names else "it is empty"
    return fault(
        "no-network-files",
        f"there is nothing to read in here: {seen}.",
        "Give the zip that LinkedIn sent, or a file of contacts (CSV or vCard).",
        file,
    )


def nested(file: str) -> InputError:
    """Return the error for archives inside archives."""
    return fault(
        "nested-zip", "this archive holds further archives.", "Unpack it first and load the inner archive.", file
    )
