"""The organisations netscout knows: names, old names, translations, and who belongs to whom, each with its date."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from netscout.matching.company_names import company_key, fold, key_words, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAME = ("alias", "renamed-to", "translation")
"""Relations of an alias that is the organisation itself under another name."""
OWNED = ("division-of", "subsidiary-of", "brand-of", "spun-off")
"""Relations of a name that is an organisation of its own under (or out of) another."""
_SQUASHED_FROM = 4


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie upwards: `relation` (one of OWNED) to the organisation `parent`, known as of a month."""

    relation: str
    parent: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation. `listed` says it stands for itself; a division or a name known by its tie upwards does not."""

    key: str
    label: str
    sector: str = ""
    country: str = ""
    listed: bool = False
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an organisation: `relation` is name, alias, renamed-to, translation or user."""

    key: str
    written: str
    relation: str = "name"
    as_of: str = ""


@dataclass(slots=True)
class Directory:
    """Organisations by key and their forms; grown by targets and user aliases.

    Attributes:
        organisations: by key.
        forms: by comparison key, legal forms stripped.
        whole: by folded name with its legal form, which alone tells Merck & Co. from Merck KGaA.
        squashed: by comparison key without spaces (`Pay Pal`).
    """

    organisations: dict[str, Organisation] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    whole: dict[str, Form] = field(default_factory=dict)
    squashed: dict[str, Form] = field(default_factory=dict)

    def copy(self) -> Directory:
        """Return a directory that may grow without changing this one."""
        return Directory(dict(self.organisations), dict(self.forms), dict(self.whole), dict(self.squashed))

    def add(self, organisation: Organisation) -> None:
        """Add or replace an organisation."""
        self.organisations[organisation.key] = organisation

    def name(self, written: str, form: Form, *, wins: bool = False) -> None:
        """Let `written` stand for the organisation of `form`; the first entry stays unless `wins`."""
        key = company_key(written)
        if wins or key not in self.forms:
            self.forms[key] = form
        whole = " ".join(fold(written))
        if wins or whole not in self.whole:
            self.whole[whole] = form
        squashed = key.replace(" ", "")
        if len(squashed) >= _SQUASHED_FROM and (wins or squashed not in self.squashed):
            self.squashed[squashed] = form

    def find_written(self, name: str) -> Form | None:
        """Return the form a name has as written, legal form and all, else without it."""
        return self.find_folded(fold(name), key_words(name))

    def find_folded(self, folded: Sequence[str], words: Sequence[str]) -> Form | None:
        """Return what `find_written` gives, for a name folded already, with its legal form and without."""
        return self.whole.get(" ".join(folded)) or self.find(" ".join(words))

    def find(self, key: str) -> Form | None:
        """Return the form with this comparison key, spaces counted or not."""
        return self.forms.get(key) or self.squashed.get(key.replace(" ", ""))

    def ancestors(self, key: str) -> Iterator[tuple[str, tuple[Edge, ...]]]:
        """Yield each organisation above this one, nearest first, with the edges that lead there."""
        seen = {key}
        level: list[tuple[str, tuple[Edge, ...]]] = [(key, ())]
        while level:
            above: list[tuple[str, tuple[Edge, ...]]] = []
            for child, path in level:
                for edge in self.organisations[child].edges if child in self.organisations else ():
                    if edge.parent not in seen:
                        seen.add(edge.parent)
                        above.append((edge.parent, (*path, edge)))
            yield from above
            level = above

    def root(self, key: str) -> Organisation:
        """Return the organisation this one is a division of; itself if of none, or if it stands for itself."""
        own = self.organisations[key]
        if not own.listed:
            for edge in own.edges:
                if edge.relation == "division-of":
                    return self.root(edge.parent)
        return own


@cache
def shipped_directory() -> Directory:
    """Return the directory of companies.csv and company_aliases.csv; read once, never changed: copy it to grow it."""
    directory = Directory()
    for row in read_rows("companies.csv"):
        directory.add(Organisation(row["key"], row["name"], row["sector"], row["country"], row["kind"] != "division"))
        directory.name(
            row["name"],
            Form(row["key"], row["name"], "name", row["as_of"]),
        )
    aliases = read_rows("company_aliases.csv")
    for row in aliases:
        if row["relation"] in SAME:
            directory.name(row["alias"], Form(row["key"], row["alias"], row["relation"], row["as_of"]))
    for row in aliases:
        if row["relation"] in OWNED:
            _add_edge(directory, row)
    return directory


def _add_edge(directory: Directory, row: dict[str, str]) -> None:
    alias, key, relation, as_of = row["alias"], row["key"], row["relation"], row["as_of"]
    known = directory.find_written(alias)
    child = known.key if known else company_key(alias)
    edge = Edge(relation, key, as_of)
    old = directory.organisations.get(child)
    if old is None:
        parent = directory.organisations.get(key)
        sector = parent.sector if parent and relation in {"division-of", "brand-of"} else ""
        directory.add(
            Organisation(child, alias, row.get("sector") or sector, parent.country if parent else "", edges=(edge,))
        )
        directory.name(alias, Form(child, alias, "name", as_of))
    elif edge not in old.edges:
        directory.add(
            Organisation(old.key, old.label, old.sector, old.country, listed=old.listed, edges=(*old.edges, edge))
        )
