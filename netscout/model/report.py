"""Everything a report page shows, decided before a word of it is laid out: what `app` hands to `reports`."""

from __future__ import annotations

from dataclasses import dataclass, field

from netscout.model.answered import Answered, SaidOf
from netscout.model.campaign import Campaign
from netscout.model.changes import ChangeList
from netscout.model.exchange import Exchange
from netscout.model.export import SourceFile
from netscout.model.graph import Link
from netscout.model.ledger import Notice, Unreadable
from netscout.model.ranking import RankedList
from netscout.model.settled import Doubt
from netscout.model.target import Target


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """One person as a dot on the map and a line in the long list; no e-mail, phone, note or message text.

    `strength` is the shown strength (label or warmth band), `warmth_band` the estimated one; `role_name` and
    `family` are "" if the title is not understood; `community` is how you met, "" if unknown; `listed` holds
    `TARGET/practitioners` or `TARGET/connectors` for each list that chose the person. `known_from` is as in
    `tables.PEOPLE`; `gone` says that the newest export no longer lists the person.
    """

    id: str
    name: str
    url: str
    title: str
    company: str
    company_key: str
    company_label: str
    sector: str
    sector_reason: str
    family: str
    family_reason: str
    role_name: str
    seniority: str
    community: str
    strength: str
    warmth_band: str
    band: str
    connected_on: str | None
    last_day: str | None
    verdicts: dict[str, str] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
    excluded: str = ""
    known_from: str = "connections"
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One card of "Write to these three this week": sentences, no points.

    `list` is practitioners or connectors; `why` one sentence; `chance` the band with its fact in a sentence;
    `question` what to ask; `request` the text to copy, "" if none could be written, with the reason in `no_request`.
    """

    person: str
    name: str
    url: str
    title: str
    company: str
    target: str
    list: str
    why: str
    chance: str
    strength: str
    question: str
    request: str
    no_request: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of `explore`: a family or role present in the network."""

    family: str
    role: str
    people: int
    askable: int
    near: str
    example_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetCheck:
    """What the words of one target resolved to, and how many people each gives; 0 is told as "nobody"."""

    target: str
    roles: tuple[tuple[str, str, int, int], ...] = ()
    """(phrase, what it was understood as, people who match, people related)"""
    companies: tuple[tuple[str, str, int], ...] = ()
    """(name, what it was understood as, people there)"""
    notes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    """field of business of each company, "" where it is not known"""


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note of the user's own on one person, as it stands in the workspace; `on` is the day or None."""

    person: str
    text: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class ReportData:
    """The whole page as plain values.

    `form` is mine, private or share; `hide_names` only with share. `lists` holds (practitioners, connectors) per
    target, the target of highest motivation first; without a target one pair under the name "" (by strength).
    `sources` are everything loaded, exports of LinkedIn first and newest first (of a page to be shown those of the
    newest export alone), `source_days` the day of each: of the export, else of loading.
    `doubts` are the titles most worth a question for the first target, `doubtful` is how many there are in all.
    `exchange` is what was written over time, in counts and days.
    `answered` is what the user said since the page before and what that changed, None for nothing; `said` is what they
    said of people up to now, by id.
    `notes` are the user's notes on the people listed, gathered for the private form alone.
    `campaign` is the log as it stands, None for an empty log and on every page made to be shown.
    `unnamed` are further names that no page made to be shown may hold: the manager as the user wrote them.
    """

    workspace: str
    owner: str
    owner_id: str
    today: str
    version: str
    export_date: str | None
    evidence: str
    form: str
    hide_names: bool
    targets: tuple[Target, ...]
    lists: tuple[tuple[RankedList, RankedList], ...]
    asks: tuple[Ask, ...]
    people: tuple[NetworkPerson, ...]
    links: tuple[Link, ...]
    fields: tuple[Field, ...]
    checks: tuple[TargetCheck, ...]
    changes: ChangeList | None
    sources: tuple[SourceFile, ...]
    counts: dict[str, int]
    notices: tuple[Notice, ...]
    unreadable: tuple[Unreadable, ...]
    weights: dict[str, float]
    attributions: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    doubtful: int = 0
    source_days: tuple[str, ...] = ()
    exchange: Exchange = field(default_factory=Exchange)
    answered: Answered | None = None
    said: dict[str, SaidOf] = field(default_factory=dict)
    notes: tuple[OwnNote, ...] = ()
    unnamed: tuple[str, ...] = ()
    campaign: Campaign | None = None
