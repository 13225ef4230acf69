"""An invented `ReportData` for the tests of the page: any number of people, the same for the same number."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from math import log

from netscout.model.changes import Change, ChangeList
from netscout.model.export import SourceFile
from netscout.model.graph import Link
from netscout.model.ledger import FileAccount, Ignored, Notice, Unreadable
from netscout.model.ranking import Part, RankedList, RankRow, Reason
from netscout.model.report import Ask, Field, NetworkPerson, ReportData, TargetCheck
from netscout.model.target import Target

DATA, CARE = "Data analyst", "Care coordination"
FIRST = [
    "Aylin",
    "Bo",
    "Chiara",
    "Dmitri",
    "Ewa",
    "Farid",
    "Greta",
    "Hiro",
    "Ines",
    "Jonas",
    "Kavya",
    "Lars",
    "Mei",
    "Nuno",
    "Olga",
    "Pavel",
    "Quynh",
    "Rosa",
    "Samir",
    "Tove",
    "Uma",
    "Viktor",
    "Wanda",
    "Ximena",
    "Yusuf",
    "Zora",
]
LAST = [
    "Abara",
    "Birch",
    "Castell",
    "Dahl",
    "Egede",
    "Fontaine",
    "Grün",
    "Hadad",
    "Ivers",
    "Jansky",
    "Keller",
    "Lindqvist",
    "Moreau",
    "Nkemelu",
    "Okoro",
    "Pinter",
    "Quist",
    "Rahimi",
    "Sorel",
    "Thorne",
    "Ueda",
    "Varga",
    "Wexler",
    "Xanthos",
    "Yildiz",
    "Zeller",
]
REQUEST = """Dear {first},

We were in touch about the ward rota some time ago. I am looking at work with health data after nine years of nursing,
and you do this work now.

Could I ask you for 20 minutes on the phone in the next two weeks? I would like to hear what your days are like; I am
not asking for a job.

Kind regards
Noor"""
COMPANIES = (
    ("Northwind Clinic", "Health care"),
    ("Larkfield Hospital", "Health care"),
    ("Brightwater Health", "Health care"),
    ("Meridian Freight", "Transport"),
    ("Coppergate Bank", "Finance"),
    ("Elmstead University", "Education"),
    ("Fernhill School", "Education"),
    ("Quillon Software", "Software"),
    ("Tessel Data", "Software"),
    ("Harrow & Finch Consulting", "Consulting"),
    ("Oakline Retail", "Retail"),
    ("Sunder Energy", "Energy"),
)
WORK = (
    ("Registered nurse", "Health care practice", "Nurse", "match-care"),
    ("Ward manager", "Health care practice", "Nurse manager", ""),
    ("Physiotherapist", "Health care practice", "Physiotherapist", ""),
    ("Data analyst", "Computing and mathematics", "Data analyst", "match-data"),
    ("Senior data scientist", "Computing and mathematics", "Data scientist", "related-data"),
    ("Software engineer", "Computing and mathematics", "Software engineer", ""),
    ("Care coordinator", "Community and social service", "Care coordinator", "match-care"),
    ("Social worker", "Community and social service", "Social worker", "related-care"),
    ("Head of operations", "Management", "Operations manager", ""),
    ("Product manager", "Management", "Product manager", ""),
    ("Teacher of mathematics", "Education and libraries", "Teacher", ""),
    ("Lecturer in statistics", "Education and libraries", "Lecturer", "related-data"),
    ("Account manager", "Sales", "Account manager", ""),
    ("Recruiter", "Business and finance", "Recruiter", ""),
    ("Financial controller", "Business and finance", "Controller", ""),
    ("Office administrator", "Office support", "Administrator", ""),
    ("Making things happen", "", "", ""),
    ("", "", "", ""),
)
STATES = ("warm", "cooling", "dormant", "dormant", "unknown", "unknown", "unknown", "unknown", "close")
BANDS = {"close": "likely", "warm": "likely", "cooling": "may", "dormant": "long shot", "unknown": "not known"}
MET = ("nursing school", "Larkfield years", "a conference", "online", "")


def report(people: int = 600, **changes: object) -> ReportData:
    """Return a report of so many people, two targets, two lists each; `changes` replace fields of it."""
    network = tuple(_person(place) for place in range(people))
    data_lists, data_asks = _lists(DATA, network)
    care_lists, care_asks = _lists(CARE, network)
    listed: dict[str, list[str]] = {}
    for pair in (data_lists, care_lists):
        for ranked in pair:
            for row in ranked.rows:
                if row.rank:
                    listed.setdefault(row.id, []).append(f"{ranked.target}/{ranked.list}")
    network = tuple(replace(one, listed=tuple(listed.get(one.id, ()))) for one in network)
    chosen = sorted(listed)
    data = ReportData(
        workspace="w7f3",
        owner="Noor Idris",
        owner_id="p0000",
        today="2026-03-24",
        version="0.1.0",
        export_date="2026-03-20",
        evidence="E2",
        form="mine",
        hide_names=False,
        targets=(
            Target(CARE, ("care coordinator",), motivation=3),
            Target(
                DATA,
                ("data analyst", "health data analyst"),
                ("Tessel Data", "Northwind Clinic", "Umbra Labs", "Velum Health"),
                motivation=5,
            ),
        ),
        lists=(data_lists, care_lists),
        asks=(*data_asks, *care_asks),
        people=network,
        links=(
            Link(chosen[0], chosen[3], "conversation", 0.8, 0.5, "messages.csv"),
            Link(chosen[1], chosen[4], "conversation", 0.8, 0.5, "messages.csv"),
            Link(chosen[2], chosen[5], "shared-employer", 0.3, 0.3, "Connections.csv"),
        ),
        fields=(
            Field("Computing and mathematics", "Data analyst", 40, 12, "your years at Larkfield", ("Data analyst",)),
            Field("Health care practice", "Nurse", 120, 60, "", ("RN", "Registered nurse")),
        ),
        checks=(
            TargetCheck(
                DATA,
                (("data analyst", "Data analyst", 33, 66), ("health data analyst", "Data analyst", 0, 33)),
                (
                    ("Tessel Data", "Tessel Data", 12),
                    ("Northwind Clinic", "Northwind Clinic", 20),
                    ("Umbra Labs", "", 0),
                    ("Velum Health", "", 0),
                ),
            ),
            TargetCheck(CARE, (("care coordinator", "Care coordinator", 33, 33),)),
        ),
        changes=ChangeList(
            "2025-06-01",
            "2026-03-20",
            (
                Change("company", "p0005", "Ewa Fontaine", "Oakline Retail", "Tessel Data"),
                Change("title", "p0006", "Farid Grün", "Nurse", "Ward manager"),
                Change("new", "p0007", "Greta Hadad"),
            ),
            2,
        ),
        sources=(
            SourceFile(
                "Basic_LinkedInDataExport_03-20-2026.zip",
                "linkedin",
                "ab" * 32,
                (
                    FileAccount(
                        "Connections.csv",
                        "connections",
                        people + 6,
                        {"people": people, "duplicates": 2, "hidden": 3, "unreadable": 1},
                    ),
                    FileAccount(
                        "messages.csv", "messages", 2140, {"direct": 1800, "group": 300, "sponsored": 30, "spam": 10}
                    ),
                ),
                (Ignored("Ad_Targeting.csv", "advertising, never read"), Ignored("Logins.csv", "log-ins, never read")),
            ),
        ),
        counts={"people": people, "messages": 2140},
        notices=(Notice("dates-odd", "Two dates lie in the future and were left out.", "Connections.csv", 14, 2),),
        unreadable=(Unreadable("Connections.csv", 77, "the row has one cell too many"),),
        weights={"diversity": 0.5, "per_company": 2.0, "band_likely": 0.5},
        attributions=("Occupation codes and names: O*NET-SOC 2019, U.S. Department of Labor, CC BY 4.0.",),
    )
    return replace(data, **changes)  # type: ignore[arg-type]


def _mix(place: int, salt: int, many: int) -> int:
    """Return a number below `many` that looks arbitrary and is always the same."""
    return int.from_bytes(sha256(b"%d/%d" % (place, salt)).digest()[:6]) % many


def _person(place: int) -> NetworkPerson:
    first, last = FIRST[_mix(place, 1, 26)], LAST[_mix(place, 2, 26)]
    title, family, role, mark = WORK[min(_mix(place, 3, 18), _mix(place, 4, 18)) if place % 3 else _mix(place, 5, 18)]
    if _mix(place, 6, 5) < 2:
        company, sector = COMPANIES[min(_mix(place, 7, 12), _mix(place, 8, 12))]
    elif _mix(place, 6, 5) == 2:
        company, sector = "", ""
    else:
        company, sector = (
            f"{LAST[_mix(place, 9, 26)]} {('Works', 'Partners', 'Studio', 'Group')[_mix(place, 10, 4)]} {_mix(place, 11, 90 + place // 8)}",
            "",
        )
    state = STATES[_mix(place, 12, 9)]
    verdicts = {DATA: "unknown" if not family else "no", CARE: "unknown" if not family else "no"}
    for name, key in ((DATA, "data"), (CARE, "care")):
        if mark.endswith(key):
            verdicts[name] = mark.split("-")[0]
    year = 2012 + _mix(place, 13, 14)
    last_day = f"{max(year, 2014 + _mix(place, 14, 12))}-{1 + _mix(place, 15, 12):02}-{1 + _mix(place, 16, 28):02}"
    slug = f"{first}-{last}-{place:05x}".lower() if f"{first}{last}".isascii() else f"{first.lower()}-{place:05x}"
    return NetworkPerson(
        id=f"p{place + 1:04}",
        name=f"{first} {last}",
        url=f"https://www.linkedin.com/in/{slug}",
        title=title,
        company=company,
        company_key=company.casefold(),
        company_label=company,
        sector=sector,
        sector_reason="table of organisations" if sector else "",
        family=family,
        family_reason=f"title reads as {role}" if role else "",
        role_name=role,
        seniority="senior" if "Senior" in title or "Head" in title else "plain" if title else "",
        community=MET[_mix(place, 17, 5)],
        strength=state,
        warmth_band=state,
        band=BANDS[state],
        connected_on=f"{year}-{1 + _mix(place, 18, 12):02}-{1 + _mix(place, 19, 28):02}",
        last_day=None if state == "unknown" else last_day,
        verdicts=verdicts,
    )


def _lists(target: str, network: tuple[NetworkPerson, ...]) -> tuple[tuple[RankedList, RankedList], tuple[Ask, ...]]:
    rows = sorted(
        (_row(one, place, target, "practitioners") for place, one in enumerate(network)),
        key=lambda row: (-row.score, row.id),
    )
    knowers = sorted(
        (
            _row(one, place, target, "connectors")
            for place, one in enumerate(network)
            if one.strength in ("close", "warm", "cooling")
        ),
        key=lambda row: (-row.score, row.id),
    )
    pair = (
        RankedList(
            target,
            "practitioners",
            _choose(rows, 10),
            price=0.07,
            passed_over=("Wanda Quist scores high; two people of Tessel Data already stand on the list.",),
        ),
        RankedList(target, "connectors", _choose(knowers, 5), price=0.02, note=""),
    )
    picks = [row for row in pair[0].rows if row.rank in (1, 2)] + [row for row in pair[1].rows if row.rank == 1]
    return pair, tuple(_ask(row, target) for row in picks)


def _choose(rows: list[RankRow], many: int) -> tuple[RankRow, ...]:
    """Give pure ranks by score, and ranks with at most two of a company: the chosen first, by rank."""
    taken: dict[str, int] = {}
    ranked: list[RankRow] = []
    rest: list[RankRow] = []
    for place, row in enumerate(rows, 1):
        fresh = replace(row, pure_rank=place)
        if len(ranked) < many and taken.get(row.company, 0) < (2 if row.company else 3):
            taken[row.company] = taken.get(row.company, 0) + 1
            gain = (
                Part("gain.score", row.score, "the score"),
                *(
                    (Part("gain.company", 14.2, "the first with this company"),)
                    if taken[row.company] == 1 and row.company
                    else ()
                ),
                *((Part("gain.community", 6.35, "number 2 with this way you met"),) if row.facets["community"] else ()),
            )
            ranked.append(
                replace(fresh, rank=len(ranked) + 1, gains=gain, slot="dormant" if row.strength == "dormant" else "")
            )
        else:
            rest.append(fresh)
    return (*ranked, *rest)


def _row(one: NetworkPerson, place: int, target: str, which: str) -> RankRow:
    chance = {"close": 0.71, "warm": 0.58, "cooling": 0.41, "dormant": 0.3, "unknown": 0.33}[one.strength] + _mix(
        place, 20, 100
    ) / 1500
    verdict = one.verdicts[target]
    fit = {"match": 1.0, "related": 0.6, "no": 0.01, "unknown": None}[verdict]
    parts = _parts(one, place, chance, fit if which == "practitioners" else None, which)
    return RankRow(
        id=one.id,
        url=one.url,
        name=one.name,
        title=one.title,
        company=one.company,
        list=which,
        rank=0,
        pure_rank=0,
        verdict=verdict,
        level="holds" if verdict == "match" else verdict,
        fit=fit,
        score=sum(part.points for part in parts),
        p_reply=chance,
        p_reply_low=max(chance - 0.3, 0.02),
        p_reply_high=min(chance + 0.25, 0.98),
        band=one.band,
        warmth=chance,
        warmth_band=one.warmth_band,
        strength=one.strength,
        evidence="E2" if one.last_day else "E0",
        excluded=None,
        parts=parts,
        reasons=(
            Reason(f"answered {1 + place % 4} of {2 + place % 4 + 1} of your messages", "messages.csv, 5 rows"),
            Reason(f"connected since {(one.connected_on or '')[:4]}", "Connections.csv"),
        ),
        against="you have not written for a while" if one.strength == "dormant" else "",
        missing="" if one.last_day else "no messages in this export",
        facets={"company": one.company, "community": one.community, "industry": one.sector, "seniority": one.seniority},
    )


def _parts(one: NetworkPerson, place: int, chance: float, fit: float | None, which: str) -> tuple[Part, ...]:
    answered = f"answered {1 + place % 4} of {2 + place % 4 + place % 3} of your messages, last in {(one.last_day or '2020')[:4]}"
    shared = (
        Part("reply.base", 100 * log(0.38), "your people answer 38 of 100 messages", "messages.csv"),
        Part("reply.reply_rate", 100 * log(chance / 0.38), answered, "messages.csv"),
    )
    if which == "connectors":
        return (
            *shared,
            Part(
                "warmth",
                100 * log(0.25 + 0.75 * chance),
                f"{2 + place % 5} conversations, begun by either side",
                "messages.csv",
            ),
            Part(
                "willing",
                100 * log(0.8),
                "gave you a recommendation" if place % 2 else "wrote first",
                "Recommendations_Received.csv",
            ),
            Part(
                "reach",
                100 * log(0.3 + _mix(place, 21, 60) / 100),
                f"works beside {_mix(place, 21, 60)} people of this field in your network",
                "Connections.csv",
            ),
            Part("cost", -25.0, "an introduction is a favour"),
        )
    return (
        *shared,
        Part(
            "fit.role",
            100 * log(fit or 0.01),
            f"the title says {one.title.lower()}" if one.title else "there is no title",
            "Connections.csv",
        ),
        Part(
            "fit.company",
            0.0 if one.sector == "Software" else 100 * log(0.85),
            "one of the companies you named" if one.sector == "Software" else "not one of the companies you named",
            "Connections.csv",
        ),
        Part("info", 100 * log(0.6 + _mix(place, 22, 40) / 100), "can tell what the first years are like"),
        Part("cost", -15.0, "every request costs a little goodwill"),
    )


def _ask(row: RankRow, target: str) -> Ask:
    first = row.name.split()[0]
    return Ask(
        person=row.id,
        name=row.name,
        url=row.url,
        title=row.title,
        company=row.company,
        target=target,
        list=row.list,
        why=f"{first} does this work now and has answered you before"
        if row.list == "practitioners"
        else f"{first} answers you and is in touch with many fields",
        chance="answered 3 of 4 of your messages, last in 2024",
        strength=row.strength,
        question="What does a usual Tuesday look like, and what would you tell somebody coming from nursing?",
        request=REQUEST.format(first=first),
    )
