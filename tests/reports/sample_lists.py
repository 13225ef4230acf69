"""Two invented lists of one target with their cards: parts that sum, ranks with at most two of a company."""

from __future__ import annotations

from dataclasses import replace
from math import log

from netscout.model.ranking import Part, RankedList, RankRow, Reason
from netscout.model.report import Ask, NetworkPerson
from tests.reports.sample_people import mix

REQUEST = """Dear {first},

We were in touch about the ward rota some time ago. I am looking at work with health data after nine years of nursing,
and you do this work now.

Could I ask you for 20 minutes on the phone in the next two weeks? I would like to hear what your days are like; I am
not asking for a job.

Kind regards
Noor"""


def two_lists(target: str, network: tuple[NetworkPerson, ...]) -> tuple[tuple[RankedList, RankedList], tuple[Ask, ...]]:
    """Return practitioners and connectors of one target, and the three cards of this week."""
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
    chance = {"close": 0.71, "warm": 0.58, "cooling": 0.41, "dormant": 0.3, "unknown": 0.33}[one.strength] + mix(
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
    asked, year = 2 + place % 4 + place % 3, (one.last_day or "2020")[:4]
    answered = f"answered {1 + place % 4} of {asked} of your messages, last in {year}"
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
                100 * log(0.3 + mix(place, 21, 60) / 100),
                f"works beside {mix(place, 21, 60)} people of this field in your network",
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
        Part("info", 100 * log(0.6 + mix(place, 22, 40) / 100), "can tell what the first years are like"),
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
