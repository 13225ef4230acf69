"""The one pipeline: read -> merge -> match -> ties -> score -> select -> present.

`load` reads and merges (`app/load.py`); `study` matches what needs no target and makes the ties; `candidates` matches
against a target; `app/rank.py` scores and selects; `app/report.py` and the faces present.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pandas as pd

from netscout.app.businesses import told_by_people
from netscout.app.collector import without_collector
from netscout.app.recall import Recall
from netscout.app.session import Session
from netscout.app.taxonomy import added, listed
from netscout.matching.companies import CompanyMatcher, industry_fit, judge_companies, link_companies
from netscout.matching.lexicon import lexicon
from netscout.matching.meeting_roles import meeting_kinds, touches
from netscout.matching.occupations import classify_people, own_work
from netscout.matching.verdicts import TargetMatcher, judge_people
from netscout.model.graph import Link
from netscout.model.owner import Owner
from netscout.model.target import Target
from netscout.settings import Plan
from netscout.store.address_book import address_book
from netscout.store.interactions import interaction_rows
from netscout.store.moment import moment
from netscout.store.origin import origin
from netscout.store.owners import StoredOwner, default_owner
from netscout.store.people import people_rows
from netscout.tables import CANDIDATES, INTERACTIONS, PEOPLE, check, empty
from netscout.ties import communities, features
from netscout.ties import links as thread_links

if TYPE_CHECKING:
    from netscout.app.said import Said
    from netscout.matching.memory import TitleMemory
    from netscout.model.origin import Origin
    from netscout.model.settled import Settled
    from netscout.model.verdict import CompanyVerdict
    from netscout.store.moment import Moment
    from netscout.store.workspace import Workspace
    from netscout.tables import Candidates, Interactions, People, Schema, Ties

    Judged = tuple[CompanyMatcher, Mapping[str, CompanyVerdict]]


@dataclass(frozen=True, slots=True)
class Study:
    """Everything about a network that no target changes.

    `people`, `ties`, `role`, `employers` and `titles` stand row by row; `role` is the text a title verdict rests on
    (title, else headline), `employers` the company with its field of business, `titles` what each title says;
    `companies` is indexed by the distinct text; `said` is what the user said, `off` whom it bars with the reason;
    `own` says who works at the ego's present employer, `near` through whom plans might reach it; `origin` in which
    files it all stands; `since` is when the reading began.
    """

    session: Session
    plan: Plan
    owner: StoredOwner | None
    people: People
    interactions: Interactions
    ties: Ties
    role: pd.Series
    employers: pd.Series
    titles: pd.DataFrame
    memory: TitleMemory
    companies: pd.DataFrame
    links: tuple[Link, ...]
    community: Mapping[str, str]
    said: Said
    off: Mapping[str, str]
    own: pd.Series
    manager: str | None
    near: Mapping[str, str]
    origin: Origin
    since: Moment
    _judged: dict[str, Judged] = field(default_factory=dict, repr=False, compare=False)

    def judged(self, target: Target) -> Judged:
        """Return the matcher of a target's companies, and its verdict on each company as written."""
        if target.name not in self._judged:
            matcher = CompanyMatcher(target.companies, self.plan.aliases)
            verdicts = matcher.judge_all(self.companies.index)
            self._judged[target.name] = (matcher, dict(zip(self.companies.index, verdicts, strict=True)))
        return self._judged[target.name]

    @property
    def labels(self) -> Mapping[str, str]:
        """Return how the user knows people, by id."""
        return self.said.labels

    @property
    def settled(self) -> Settled:
        """Return what the user said of titles."""
        return self.said.settled

    def employer_of(self, company: str) -> str:
        """Return a company with its field of business, as titles are read with it."""
        return f"{company} {self.companies['sector'].get(company, '')}"


@without_collector()
def study(session: Session, workspace: Workspace) -> Study:
    """Read the stored network, match titles and companies, make the ties."""
    from netscout.app.barred import barred_people, own_employers
    from netscout.app.leaks import leaks
    from netscout.app.said import said_now

    since = moment(workspace)
    plan, owner = session.plan(), default_owner(workspace)
    session.tell("Reading your network")
    people = people_table(workspace)
    contacts = _interactions(workspace)
    said = said_now(session, workspace)
    me = owner.owner if owner else Owner()
    session.tell("Understanding titles and companies", len(people))
    role = people["title"].where(people["title"] != "", people["headline"])
    recall = Recall(workspace, plan.targets, listed(session))
    companies, employers, titles = understood(session, plan, people, me, (role, said.settled.jobs, recall.memory))
    for goal in plan.targets:
        judge_people(role, employers, TargetMatcher(goal.roles), recall.memory)
    recall.keep(zip(role, employers, strict=True), since)
    session.tell("Measuring ties", len(contacts))
    ties = measured(workspace, session, (people, contacts, companies), me, said.labels)
    links = thread_links(people, contacts)
    own_at, manager = own_employers(plan.me, me), _manager(workspace, plan.me.manager)
    return Study(
        session,
        plan,
        owner,
        people,
        contacts,
        ties,
        role,
        employers,
        titles,
        recall.memory,
        companies,
        links,
        grouped(ties, links, people, companies),
        said,
        barred_people(workspace, people, said, session.today),
        _at_own_employer(people, companies, own_at, plan.aliases),
        manager,
        leaks(workspace, plan, own_at, manager, links),
        origin(workspace),
        since,
    )


def understood(
    session: Session,
    plan: Plan,
    people: People,
    me: Owner,
    known: tuple[pd.Series, Mapping[str, str], TitleMemory],
) -> tuple[pd.DataFrame, pd.Series, pd.DataFrame]:
    """Return the companies, each person's employer with its field of business, and what each title says.

    `known` holds the text each title verdict rests on, what the user said of titles, and titles read before.
    """
    role, jobs, memory = known
    written = [*people["company"], *(one.company for one in me.positions), *(one.name for one in me.schools)]
    companies: pd.DataFrame = link_companies(dict.fromkeys(written), plan.aliases).set_index("company")
    wider = added(session)
    employers = _employers(people, companies)
    titles = classify_people(role, employers, wider, jobs, memory)
    told = told_by_people(companies, people["company"], titles["role"])
    if told is not companies:  # what people do there may say what bare ranks mean there
        companies, employers = told, _employers(people, told)
        titles = classify_people(role, employers, wider, jobs, memory)
    return companies, employers, titles


def measured(
    workspace: Workspace,
    session: Session,
    tables: tuple[People, Interactions, pd.DataFrame],
    me: Owner,
    labels: Mapping[str, str],
) -> Ties:
    """Return the tie with each person; `tables` are people, interactions and companies."""
    people, contacts, companies = tables
    return features(
        people,
        contacts,
        positions=me.positions,
        labels=labels,
        company_keys=dict(zip(companies.index, companies["key"], strict=True)),
        today=session.today,
        schools=me.schools,
        address_book=address_book(workspace),
    )


def grouped(ties: Ties, links: tuple[Link, ...], people: People, companies: pd.DataFrame) -> Mapping[str, str]:
    """Return for each person how the user met them."""
    return communities(ties, links, dict(zip(people["id"], people["company"].map(companies["label"]), strict=True)))


def _at_own_employer(
    people: People, companies: pd.DataFrame, names: Iterable[str], aliases: Mapping[str, str]
) -> pd.Series:
    """Say of each person whether they work at an employer of one of these names."""
    own = judge_companies(companies.index, list(names), aliases).set_index("company")["verdict"] == "match"
    return people["company"].map(own).fillna(value=False).astype(bool)


def candidates(found: Study, target: Target | None) -> Candidates:
    """Match everybody against one target; without a target every title is "unknown"."""
    from netscout.app.barred import bars

    people = found.people
    if people.empty:
        # Without rows pandas cannot tell text from numbers, so the columns are declared.
        return cast("Candidates", empty(CANDIDATES))
    title = found.titles
    company = found.companies.reindex(people["company"])
    touch = (*target.roles, *target.industries) if target else ()
    kinds = found.role.map(meeting_kinds(found.role.drop_duplicates(), touch))
    companies = _company_verdicts(found, target)
    named = list(companies["company_verdict"] == "match")
    me = (found.manager, found.plan.me.employer_known)
    hires = [_hires(kind, role) for kind, role in zip(kinds, title["role"], strict=True)]
    barred = bars(people, found.own, named, hires, found.off, me)
    table = pd.DataFrame({"id": people["id"].to_numpy(object)})
    table = table.join(title_verdicts(found, target))
    table["seniority"] = title["level"].where(title["name"] != "", "").to_numpy(object)
    table = table.join(companies)
    table["company_key"] = _keys(people, company)
    table["company_label"] = company["label"].to_numpy(object)
    table["sector"] = company["sector"].to_numpy(object)
    table["industry_fit"] = _industries(company["sector"], target)
    table["family"] = title["family"].to_numpy(object)
    table["community"] = [found.community.get(one, "") for one in people["id"]]
    table["connected_on"] = people["connected_on"].to_numpy(object)
    table["role_kind"] = _role_kinds(found, table, kinds, _touching(found.role + " " + people["company"], touch))
    table["excluded"] = [barred.reasons.get(one, "") for one in people["id"]]
    table["flags"] = _flags(table, kinds, (barred.flags, found.near))
    return cast("Candidates", check(table[CANDIDATES.names()], CANDIDATES))


def _employers(people: People, companies: pd.DataFrame) -> pd.Series:
    """Return each person's company with its field of business, as titles are read with it."""
    return people["company"] + " " + people["company"].map(companies["sector"])


def people_table(workspace: Workspace) -> People:
    """Return everybody but the owner as `tables.PEOPLE`."""
    return cast("People", _table(people_rows(workspace), PEOPLE))


def _interactions(workspace: Workspace) -> Interactions:
    return cast("Interactions", _table(interaction_rows(workspace), INTERACTIONS))


_DTYPES = {"int": "int64", "float": "float64", "bool": "bool"}


def _table(rows: list[tuple[object, ...]], schema: Schema) -> pd.DataFrame:
    """Return rows as a table of this schema; equal texts are one object, as they stand in very many rows."""
    made: dict[str, pd.Series] = {}
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema.columns)
    for column, values in zip(schema.columns, columns, strict=True):
        once: dict[object, object] = {}
        told = values if column.kind in _DTYPES else [once.setdefault(one, one) for one in values]
        made[column.name] = pd.Series(told, dtype=_DTYPES.get(column.kind, object))
    return check(pd.DataFrame(made), schema)


def _manager(workspace: Workspace, text: str) -> str | None:
    """Return the person id of the manager named in targets.toml, None if nobody (or several) answers to it."""
    from netscout.errors import AmbiguousPersonError, UnknownPersonError
    from netscout.store.people import find_person

    if not text:
        return None
    try:
        return find_person(workspace, text).id
    except (UnknownPersonError, AmbiguousPersonError):
        return None


_NEAR = ("neighbour", "same-code")


def title_verdicts(found: Study, target: Target | None) -> pd.DataFrame:
    """Return verdict, level, probability, title_reason and role of each person; one's own work is not related."""
    names = {"verdict": "verdict", "level": "level", "probability": "probability", "reason": "title_reason"}
    if target is None:
        blank = {"verdict": "unknown", "level": "unknown", "probability": 0.0, "title_reason": "no target yet"}
        return pd.DataFrame(blank, index=found.people.index)
    matcher = TargetMatcher(target.roles, found.settled, target.name)
    judged = judge_people(found.role, found.employers, matcher, found.memory)
    positions = found.owner.owner.positions if found.owner else ()
    mine = own_work(found.titles["role"], [(one.title, found.employer_of(one.company)) for one in positions])
    same = mine & judged["level"].isin(_NEAR) & (judged["probability"] < 1)
    judged.loc[same, ["verdict", "level", "reason"]] = ["no", "no", "the work you do or did yourself"]
    return judged[list(names)].rename(columns=names)


def _company_verdicts(found: Study, target: Target | None) -> pd.DataFrame:
    if target is None or not target.companies:
        return pd.DataFrame({"company_verdict": "", "company_reason": ""}, index=found.people.index)
    _, verdicts = found.judged(target)
    there = [verdicts[company] for company in found.people["company"]]
    told = {"company_verdict": [one.verdict for one in there], "company_reason": [one.reason for one in there]}
    return pd.DataFrame(told, index=found.people.index, dtype=object)


def _keys(people: People, company: pd.DataFrame) -> list[str]:
    """Return the company keys; the self-employed and the stealthy are each a company of their own."""
    return [
        f"self:{person}" if kind in ("self", "stealth") else key
        for person, kind, key in zip(people["id"], company["kind"], company["key"], strict=True)
    ]


def _industries(sectors: pd.Series, target: Target | None) -> list[str]:
    if target is None or not target.industries:
        return [""] * len(sectors)
    known = {sector: industry_fit(sector, target.industries) for sector in sectors.unique()}
    return [known[sector] for sector in sectors]


def _flags(table: pd.DataFrame, kinds: pd.Series, flags: tuple[Mapping[str, str], Mapping[str, str]]) -> list[str]:
    """Return the rules that apply to each person; X9: who recruits for the role does not hold it.

    Whom no other rule concerns may be flagged as one through whom plans might reach the present employer.
    """
    recruits = ((kinds == "recruiter") & (table["verdict"] != "match").to_numpy(bool)).to_numpy(bool)
    rules, near = flags
    return [
        " ".join(one for one in (rules.get(person) or near.get(person, ""), "X9" if also else "") if one)
        for person, also in zip(table["id"], recruits, strict=True)
    ]


def _hires(kind: str, role: str) -> str:
    """Return `recruiter` or `hr` for whoever decides about people, "" for anybody else."""
    line = lexicon().roles[role].line if role in lexicon().roles else ""
    return "recruiter" if kind == "recruiter" else "hr" if line == "hr" else ""


_LEADERS = frozenset(("manager", "director", "vp", "c-level", "founder", "lead"))


def _role_kinds(found: Study, table: pd.DataFrame, kinds: pd.Series, touching: pd.Series) -> list[str]:
    """Return the meeting kind; who leads people and wrote the ego a recommendation counts as a former manager.

    Recruiters and organisers whose title, company and field of business have nothing to do with the target are
    "-elsewhere".
    """
    led = found.ties["recommended_me"].to_numpy(bool) & found.titles["level"].isin(_LEADERS).to_numpy(bool)
    there = table["company_verdict"].isin(["match", "related"]) | (table["industry_fit"] == "same")
    near = touching.to_numpy(bool) | there.to_numpy(bool)
    return [
        f"{kind}-elsewhere" if kind in ("recruiter", "community") and not at else kind or ("former-manager" * bool(one))
        for kind, one, at in zip(kinds, led, near, strict=True)
    ]


def _touching(texts: pd.Series, touch: tuple[str, ...]) -> pd.Series:
    """Say of each title with its company whether it has to do with the target; all have where there is none."""
    return texts.map(touches(texts.drop_duplicates(), touch)) if touch else pd.Series(data=True, index=texts.index)
