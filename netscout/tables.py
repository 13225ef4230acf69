"""DataFrame schemas: the only place where DataFrame columns are spelt and checked.

pandas is imported inside the functions, so that light commands may import this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    import pandas as pd

    People = NewType("People", pd.DataFrame)
    Interactions = NewType("Interactions", pd.DataFrame)
    Ties = NewType("Ties", pd.DataFrame)
    Titles = NewType("Titles", pd.DataFrame)
    Companies = NewType("Companies", pd.DataFrame)
    Candidates = NewType("Candidates", pd.DataFrame)
    Pool = NewType("Pool", pd.DataFrame)


class TableError(ValueError):
    """A table that breaks its schema: a fault of ours, every breach listed."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `kind` is text, int, float, bool or day (`YYYY-MM-DD`); a nullable one may hold None or NaN."""

    name: str
    kind: str
    doc: str
    nullable: bool = False
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """A named list of columns; a table of it has these columns, in this order, and no others."""

    name: str
    columns: tuple[Column, ...]

    def names(self) -> list[str]:
        """Return the column names in order."""
        return [column.name for column in self.columns]


_KINDS = {"text": "OU", "day": "OU", "int": "iu", "float": "f", "bool": "b"}

PEOPLE = Schema(
    "people",
    (
        Column("id", "text", "opaque person id, `p0042`", unique=True),
        Column("slug", "text", "key of the profile URL", nullable=True),
        Column("name", "text", "display name, '' if none"),
        Column("company", "text", "present company as written"),
        Column("title", "text", "present title as written"),
        Column("headline", "text", "headline, for sources without a title column"),
        Column("connected_on", "day", "day the connection was made", nullable=True),
        Column("known_from", "text", "the best source that knows them, connections first"),
        Column("gone", "bool", "no longer listed in the newest export"),
    ),
)

INTERACTIONS = Schema(
    "interactions",
    (
        Column("person", "text", "person id"),
        Column("kind", "text", "message, invitation, endorsement, recommendation"),
        Column("direction", "text", "in, out, co (both were recipients), none"),
        Column("at", "float", "UTC second since 1970; NaN if undated", nullable=True),
        Column("recipients", "int", "persons besides the sender"),
        Column("conversation", "text", "conversation key, '' for other kinds"),
        Column("detail", "text", "inmail, note, a skill, VISIBLE, or ''"),
    ),
)

TIES = Schema(
    "ties",
    (
        Column("id", "text", "person id", unique=True),
        Column("sent", "int", "direct messages the ego sent"),
        Column("received", "int", "direct messages they sent"),
        Column("asked", "float", "sum of 1/k over the ego's messages older than 7 days"),
        Column("hits", "float", "the same over those answered within 7 days"),
        Column("base", "float", "the ego's own base rate, the same in every row"),
        Column("reply_rate", "float", "(hits + 2 base)/(asked + 2), within .005 and .995"),
        Column("received_alone", "float", "sum of 1/k over their messages"),
        Column("sent_all", "int", "messages the ego sent, group messages included"),
        Column("received_all", "int", "messages they sent, group messages included"),
        Column("since_received", "float", "days since their last message; twice the mailbox's age if never"),
        Column("since_any", "float", "days since the last message either way; twice the mailbox's age if never"),
        Column("since_first", "float", "days since the first message either way", nullable=True),
        Column("latency", "float", "median days until they answered, of what they answered within 7", nullable=True),
        Column("reciprocal", "float", "sqrt(S R), S sent and R received, each decayed by half-life"),
        Column("conversations", "float", "1 + silences longer than 7 days; 0 without messages"),
        Column("opened", "int", "conversations they opened"),
        Column("last_day", "day", "UTC day of the last direct message", nullable=True),
        Column("last_received_day", "day", "UTC day of their last direct message", nullable=True),
        Column("has_messages", "bool", "any message either way: evidence E2"),
        Column("recommended_me", "bool", "wrote the ego a visible recommendation"),
        Column("recommended_by_me", "bool", "the ego wrote them one"),
        Column("endorsed_me", "int", "distinct skills they endorsed, accepted"),
        Column("endorsed_by_me", "int", "distinct skills of theirs the ego endorsed"),
        Column("invited_me", "bool", "they sent the invitation"),
        Column("invited_by_me", "bool", "the ego sent it"),
        Column("invitation_note", "bool", "the invitation carried a message"),
        Column("shared_employer", "text", "name in the ego's positions, '' if none"),
        Column("shared_in_tenure", "bool", "connected while the ego worked there"),
        Column("shared_school", "text", "school of the ego's where they work, '' if none"),
        Column("address_book", "bool", "stands in the ego's uploaded address book"),
        Column("label", "text", "close, know, met, stranger or ''"),
        Column("evidence", "text", "E0, E1 or E2 for this person"),
    ),
)

TITLES = Schema(
    "titles",
    (
        Column("title", "text", "distinct title as written", unique=True),
        Column("code", "text", "O*NET-SOC 2019 code, '' if not understood"),
        Column("role", "text", "leaf role id, '' if none"),
        Column("name", "text", "plain name of the role or occupation, '' if not understood"),
        Column("family", "text", "SOC major group in plain words, '' if not understood"),
        Column("level", "text", "intern, junior, plain, senior, lead, manager, director, vp, c-level, founder"),
        Column("state", "text", "current, former, aspiring, training, retired, freelance"),
        Column("reason", "text", "why, in one line"),
    ),
)

COMPANIES = Schema(
    "companies",
    (
        Column("company", "text", "distinct company as written", unique=True),
        Column("key", "text", "comparison key, '' for none"),
        Column("label", "text", "name to show"),
        Column("sector", "text", "field of business, '' if unknown"),
        Column("kind", "text", "company, self, stealth, none"),
        Column("reason", "text", "why, in one line"),
    ),
)

CANDIDATES = Schema(
    "candidates",
    (
        Column("id", "text", "person id", unique=True),
        Column("verdict", "text", "match, related, no, unknown: the title against the target"),
        Column("level", "text", "named level of role fit"),
        Column("probability", "float", "calibrated probability of the verdict"),
        Column("title_reason", "text", "why, in one line"),
        Column("seniority", "text", "level of the title: intern .. founder, '' if not understood"),
        Column("company_verdict", "text", "match, related, no, or '' where the target names no company"),
        Column("company_reason", "text", "why, in one line"),
        Column("company_key", "text", "comparison key of the company, '' for none; self and stealth are `self:ID`"),
        Column("company_label", "text", "company name to show"),
        Column("sector", "text", "field of business, '' if unknown"),
        Column("industry_fit", "text", "same, other, unknown, or '' where the target names no industry"),
        Column("family", "text", "occupation family, '' if not understood"),
        Column("community", "text", "how you met: ex-employer, school or thread cluster, '' if unknown"),
        Column("connected_on", "day", "day the connection was made", nullable=True),
        Column("role_kind", "text", "recruiter, community (each also -elsewhere), alumni, former-manager ..., or ''"),
        Column("excluded", "text", "reason the person stands on no list, '' if none"),
        Column("flags", "text", "ids of the rules that apply, joined by a space"),
    ),
)

POOL = Schema(
    "pool",
    (
        Column("id", "text", "person id", unique=True),
        Column("url", "text", "profile URL or its key, '' if none; settles equal days"),
        Column("connected_on", "day", "day the connection was made", nullable=True),
        Column("excluded", "bool", "on no list, for a reason"),
        Column("listed", "bool", "may stand on this list"),
        Column("tier", "int", "0 before 1: a lower tier is chosen first, whatever its score"),
        Column("value", "float", "what the list goes by"),
        Column("score", "float", "points; settles equal values"),
        Column("company", "text", "facet: comparison key, `self:ID` for one-person companies, '' if unknown"),
        Column("community", "text", "facet: how you met, '' if unknown"),
        Column("industry", "text", "facet: field of business, '' if unknown"),
        Column("seniority", "text", "facet: level of the title, '' if unknown"),
        Column("place", "text", "facet, '' if unknown"),
        Column("slot_fit", "bool", "good enough for a reserved place"),
        Column("dormant", "bool", "once warm, silent for a year"),
        Column("entry", "bool", "entry or early level"),
    ),
)

SCHEMAS = (PEOPLE, INTERACTIONS, TIES, TITLES, COMPANIES, CANDIDATES, POOL)


def check(table: pd.DataFrame, schema: Schema) -> pd.DataFrame:
    """Return the table itself if it obeys the schema.

    Raises:
        TableError: every breach at once: columns missing, surplus or out of order, wrong dtype, nulls, repeats.
    """
    faults = []
    if list(table.columns) != schema.names():
        missing = [name for name in schema.names() if name not in table.columns]
        surplus = [str(name) for name in table.columns if name not in schema.names()]
        faults.append(
            f"columns: missing {missing}, surplus {surplus}" if missing or surplus else "columns out of order"
        )
    for column in schema.columns:
        if column.name in table.columns:
            faults += _column_faults(table[column.name], column)
    if faults:
        raise TableError(f"table {schema.name}: " + "; ".join(faults))
    return table


def _column_faults(values: pd.Series, column: Column) -> list[str]:
    kind = getattr(values.dtype, "kind", "O")
    faults = []
    if kind not in _KINDS[column.kind]:
        faults.append(f"{column.name} is {values.dtype}, not {column.kind}")
    if not column.nullable and bool(values.isna().any()):
        faults.append(f"{column.name} holds nulls")
    if column.unique and bool(values.duplicated().any()):
        faults.append(f"{column.name} holds repeats")
    return faults


def empty(schema: Schema) -> pd.DataFrame:
    """Return a table of this schema without rows."""
    import pandas as pd

    dtypes = {"text": "object", "day": "object", "int": "int64", "float": "float64", "bool": "bool"}
    return pd.DataFrame({c.name: pd.Series([], dtype=dtypes[c.kind]) for c in schema.columns})
