"""Faults that must stop a command: each owns its code, its sentence and the next step.

A fault in a single row is no error but a `netscout.model.ledger.Warning` or an unreadable row: it is
counted and shown, and the load goes on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault lies: a file or archive member, and the line where there is one."""

    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Return `file line N`, `file`, or nothing."""
        if self.file and self.line is not None:
            return f"{self.file} line {self.line}"
        return self.file


class NetscoutError(Exception):
    """A fault of the input or the request: what, where, and what to do next. The command exits with 1.

    Attributes:
        code: stable name for scripts, as in the table of docs/reference/errors.md.
        message: one sentence of fact, without personal data.
        next_step: one sentence of what to do.
        place: the file, member and line, where known.
    """

    code = "error"

    def __init__(self, message: str, next_step: str = "", place: Place | None = None, *, code: str = "") -> None:
        """Keep the parts apart, so that screens and `--json` can show each."""
        super().__init__(message)
        self.code = code or type(self).code
        self.message = message
        self.next_step = next_step
        self.place = place or Place()

    def __str__(self) -> str:
        """Return place, message and next step as one text."""
        head = f"{self.place}: {self.message}" if self.place.file else self.message
        return f"{head} {self.next_step}".strip()


class InputError(NetscoutError):
    """A file that cannot be taken in; `code` is one of docs/reference/errors.md (`not-a-zip`, ...)."""

    code = "input"


class StoreError(NetscoutError):
    """A workspace that cannot be opened, read or written (`busy`, `damaged-store`, `newer-store`, `no-space`, ...)."""

    code = "store"

    @property
    def is_of_reading_only(self) -> bool:
        """Return whether the system lets nobody write here: what only remembers may then do without."""
        return self.code in ("read-only", "no-permission")


class SettingsError(NetscoutError):
    """A `targets.toml` that cannot be read, or holds an unknown key or a value out of range."""

    code = "settings"


class UnknownPersonError(NetscoutError):
    """Nobody in the workspace answers to this id, URL, e-mail or name."""

    code = "unknown-person"


class AmbiguousPersonError(NetscoutError):
    """Several people answer to this name: the candidates are listed, none is chosen."""

    code = "ambiguous-person"


class RefusedError(NetscoutError):
    """A request that netscout does not carry out, with the rule behind it."""

    code = "refused"


class OutputError(NetscoutError):
    """A file that cannot be written where it was asked for."""

    code = "output"
