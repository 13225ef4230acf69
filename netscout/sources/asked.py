"""What the user says of the files they load: whose they are, and what their columns hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netscout.sources.contacts.generic import mapped
from netscout.sources.recognise import tables

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from netscout.sources.declare import Table

AUTO, LINKEDIN, GENERIC, CARDS = "auto", "linkedin", "csv", "vcard"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says of the files: `--source`, and the field of each column named by `--map` (lower case).

    `typed` are these columns as the user wrote them.
    """

    source: str = AUTO
    mapping: Mapping[str, str] = field(default_factory=dict)
    typed: tuple[str, ...] = ()

    def programs(self) -> tuple[Table, ...]:
        """Return the tables of known programs to try."""
        known = (one for one in tables() if one.source != GENERIC)
        return tuple(one for one in known if self.source in (AUTO, one.source))

    def loose(self, *, alone: bool) -> tuple[Table, ...]:
        """Return the tables to try last, of no known program: for files given one by one, or asked for as such."""
        if self.source != GENERIC and not (alone and self.source == AUTO):
            return ()
        return tuple(one for one in tables() if one.source == GENERIC)

    def named(self, columns: Collection[str] | None = None) -> tuple[Table, ...]:
        """Return the tables of no known program whose header holds one of the columns of `--map`.

        Given the `columns` a file has, return them with these alone said by the user.

        Raises:
            InputError: `unknown-field` of `--map`.
        """
        said = {one: name for one, name in self.mapping.items() if columns is None or one in columns}
        loose = (one for one in tables() if one.source == GENERIC)
        return tuple(mapped(one, said) for one in loose) if said else ()

    def takes_cards(self) -> bool:
        """Return whether vCard files are to be read."""
        return self.source in (AUTO, CARDS)


def known_sources() -> tuple[str, ...]:
    """Return the words of `--source`."""
    found = dict.fromkeys(one.source for one in tables())
    return (AUTO, *(one for one in found if one != GENERIC), CARDS, GENERIC)
