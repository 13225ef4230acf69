"""What a lexicon holds: the words matching knows, indexed.

Every table is authored by netscout (October 2026 to November 2026); the codes and the occupation names behind them
are facts of O*NET-SOC 2019 (US Department of Labor, CC BY 4.0). The columns are described in `data/README.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

Phrase = tuple[str, ...]

_STOP = """
    a an the of de del della dell dello di da do dos das du des von der die den dem im am zum zur l d la le les el
    los las lo il gli and und et y e ed o or with mit avec con within across in en s t van het nel nella au aux
"""
_BEFORE_A_FIELD = """
    of de del della dell dello di da do dos das du des von der in en im with mit across within van für fur d nel
    nella
"""
STOPWORDS = frozenset(_STOP.split())
MODIFYING = frozenset(_BEFORE_A_FIELD.split())
SERVING = frozenset(("for", "für", "fur", "pour", "para", "per", "voor", "bei"))


@dataclass(frozen=True, slots=True)
class Role:
    """A leaf role: `rung` is operative, specialist, manager or head; `broader` the role it is a kind of, or ""."""

    id: str
    name: str
    code: str
    line: str
    rung: str
    broader: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of work; `close` if its roles are neighbours of one another."""

    id: str
    name: str
    group: str
    close: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of an abbreviation: its weight without context, and the words that speak for it."""

    role: str
    weight: int
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every table, indexed.

    Attributes:
        roles: role id to role.
        lines: line id to line.
        labels: label words, in order, to the roles they name, the likelier first.
        bags: label words, sorted, to the same; for titles in another order.
        ends: first and last word to the labels of two words and more between them.
        activities: what is done, named after a label of two words or a compound (`content design`), to the role.
        fields: words of a field of work to its line.
        field_words: every word of a field.
        heads: word to kind of job word: generic, operative, level, vague, or role (from labels).
        levels: words to (level, use).
        states: words to (state, scope).
        relations: words to (relation, kind).
        abbreviations: folded abbreviation to its senses.
        credentials: folded credential to the role it implies, "" for none.
        canonical: folded written form to the words it stands for.
        families: SOC major group to plain words.
        family_words: telling word to SOC major group.
        related: pair of roles to rung or neighbour.
        weights: word to inverse document frequency over the labels.
        with_s: words that end in s by nature, as written in labels (`huisarts`): no plurals.
        first_role: line to its first role, whom a lead of the line is a senior one of.
        openings: the first two words of every label that has two or more: one look says that no label begins here.
        field_starts, level_starts, marker_starts: the first words of fields, of levels, of states and relations.
    """

    roles: dict[str, Role]
    lines: dict[str, Line]
    labels: dict[Phrase, tuple[str, ...]]
    bags: dict[Phrase, tuple[str, ...]]
    ends: dict[tuple[str, str], tuple[Phrase, ...]]
    activities: dict[Phrase, str]
    fields: dict[Phrase, str]
    field_words: frozenset[str]
    heads: dict[str, str]
    levels: dict[Phrase, tuple[str, str]]
    states: dict[Phrase, tuple[str, str]]
    relations: dict[Phrase, tuple[str, str]]
    abbreviations: dict[str, tuple[Sense, ...]]
    credentials: dict[str, str]
    canonical: dict[str, str]
    families: dict[str, str]
    family_words: dict[str, str]
    related: dict[tuple[str, str], str]
    weights: dict[str, float]
    with_s: frozenset[str]
    first_role: dict[str, str]
    openings: frozenset[Phrase]
    field_starts: frozenset[str]
    level_starts: frozenset[str]
    marker_starts: frozenset[str]

    def family(self, role: str) -> str:
        """Return the SOC major group of a role in plain words."""
        known = self.roles[role]
        return self.families[known.code[:2] or self.lines[known.line].group]
