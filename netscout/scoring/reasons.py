"""What speaks for a person, what against, and what is missing: each with its fact and its file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from netscout.model.lists import PRACTITIONERS
from netscout.model.origin import joined
from netscout.model.ranking import Reason
from netscout.scoring.reach import COLLEAGUE, THREAD
from netscout.scoring.wording import count, say, source

if TYPE_CHECKING:
    from netscout.model.goodwill import Goodwill
    from netscout.model.origin import Origin
    from netscout.scoring.inputs import Inputs
    from netscout.scoring.lists import Scores
    from netscout.settings import Settings

MOST_REASONS = 4
_GROUPS = {
    "fit": ("fit.role", "fit.probability"),
    "company": ("fit.company",),
    "industry": ("fit.industry",),
    "warmth": ("warmth",),
}
_HISTORY_POINTS = 3.0
"""Beside messages shared history is no part of a score; it is told after what is."""
_ADDRESS_POINTS = 1.0
"""An upload sweeps in everyone: told last."""
_FIRST = 1000.0
Weighed = tuple[float, str, str]


class Facts(NamedTuple):
    """Everything told about one person: a row of ties, candidates and scores, and points above the middle person."""

    tie: dict[str, Any]
    candidate: dict[str, Any]
    score: dict[str, Any]
    above: dict[str, float]
    title: str
    spent: Goodwill | None


class Teller:
    """Tells reasons for any row of one list."""

    def __init__(self, inputs: Inputs, scores: Scores, settings: Settings) -> None:
        """Measure the middle person of the list, against whom a reason speaks for somebody."""
        self.inputs, self.scores, self.settings = inputs, scores, settings
        table = scores.table
        rest = (table["excluded"] == "").to_numpy(bool)
        self.groups: dict[str, np.ndarray[Any, np.dtype[np.float64]]] = {}
        names = [name for name in table.columns if name.startswith("part.reply.")]
        columns = _GROUPS | {"reply": tuple(name.removeprefix("part.") for name in names)}
        for group, keys in columns.items():
            present = [f"part.{key}" for key in keys if f"part.{key}" in table.columns]
            total = table[present].to_numpy(np.float64).sum(axis=1)
            self.groups[group] = total - (float(np.median(total[rest])) if rest.any() else 0.0)

    def facts(self, row: int) -> Facts:
        """Return everything told about the person of this row."""
        records = (
            {str(name): value for name, value in table.iloc[row].items()}
            for table in (self.inputs.ties, self.inputs.candidates, self.scores.table)
        )
        above = {name: float(values[row]) for name, values in self.groups.items()}
        tie, candidate, score = records
        spent = self.inputs.asks.get(str(score["id"]))
        return Facts(tie, candidate, score, above, str(self.inputs.people["title"].iloc[row]), spent)

    def reasons(self, facts: Facts) -> tuple[Reason, ...]:
        """Return at most four reasons for, largest part first."""
        origin = self.inputs.origin
        weighed = [*_fit_reasons(facts, origin), *_contact_reasons(facts, origin), *_gesture_reasons(facts, origin)]
        weighed += [*_history(facts, origin), *_address_book(facts, origin)]
        if self.scores.kind != PRACTITIONERS:
            # what somebody can open is why they are asked: it is told first
            weighed += [(points + _FIRST, text, file) for points, text, file in _reach_reasons(facts, origin)]
        best = sorted(weighed, key=lambda one: (-one[0], one[1]))[:MOST_REASONS]
        return tuple(Reason(text, source) for _, text, source in best)

    def against(self, facts: Facts) -> str:
        """Return what speaks most against the person, "" if nothing does."""
        weighed = [*_fit_doubts(facts, self.scores.kind), *_contact_doubts(facts, self.settings.dormant_days)]
        weighed += [
            (float(facts.score[f"part.{key}"]), say(f"against.{key}"))
            for key in ("cost", "familiarity")
            if facts.score.get(f"part.{key}", 0.0) < 0
        ]
        if self.scores.kind != PRACTITIONERS and not facts.score["reach.expected"]:
            weighed.append((-50.0, say("against.reach")))
        return min(weighed, default=(0.0, ""))[1]


def part_sentences(facts: Facts) -> dict[str, str]:
    """Return the sentences of parts that rest on a fact of this person, by key."""
    out = {}
    if text := _answered(facts):
        out["reply.reply_rate"] = text
    if facts.candidate["title_reason"]:
        out["fit.role"] = facts.candidate["title_reason"]
    if facts.candidate["company_reason"]:
        out["fit.company"] = _company(facts)
    if facts.spent is not None and facts.score["cost"] > 0:
        out["cost"] = _spent(facts.spent)
    return out


@cache
def missing(tie: tuple[str, str], any_messages: bool, untold: tuple[bool, bool]) -> str:
    """Return what is not known about a person; `tie` is evidence and label, `untold` says title and sector unknown."""
    evidence, label = tie
    out = []
    if evidence != "E2":
        out.append(say("missing.person" if any_messages else "missing.messages"))
        if not label:
            out.append(say("missing.strength"))
    title, sector = untold
    if title:
        out.insert(0, say("missing.title"))
    elif sector and not out:
        out.append(say("missing.sector"))
    return "; ".join(out)


def _month(day: object) -> str:
    return day[:7] if isinstance(day, str) else "on an unknown day"


def _messages(facts: Facts, origin: Origin) -> str:
    return _rows(origin.of("messages"), facts.tie["sent_all"] + facts.tie["received_all"])


def _rows(files: str, number: int = 1) -> str:
    """Return files with a number of rows, "" where no file says it."""
    return f"{files}, {count(number, 'row')}" if files else ""


def _answered(facts: Facts) -> str:
    hits, asked = round(facts.tie["hits"]), round(facts.tie["asked"])
    last = facts.tie["last_received_day"]
    last = last if isinstance(last, str) else facts.tie["last_day"]
    return say("for.answered", hits=hits, asked=asked, month=_month(last)) if hits >= 1 else ""


def _spent(spent: Goodwill) -> str:
    """Return what was asked of somebody and is not yet returned."""
    said = [say("cost.asks", count=count(spent.asks, "time"))] if spent.asks else []
    said += [say("cost.waits")] if spent.waits else []
    said += [say("cost.favours", count=count(spent.favours, "favour"))] if spent.favours else []
    return "; ".join(said)


def _company(facts: Facts) -> str:
    """Return how the company stands to those the user named."""
    verdict, reason = facts.candidate["company_verdict"], facts.candidate["company_reason"]
    if verdict in ("match", "related"):
        return say("for.company" if verdict == "match" else "for.company.related", reason=reason)
    return str(reason)


def _fit_reasons(facts: Facts, origin: Origin) -> list[Weighed]:
    candidate, out = facts.candidate, []
    person = str(facts.score["id"])
    title, company = _rows(origin.title(person)), _rows(origin.company(person))
    if candidate["verdict"] in ("match", "related") and candidate["title_reason"]:
        out.append((max(facts.above["fit"], 1.0), candidate["title_reason"], title))
    if candidate["company_verdict"] in ("match", "related") and candidate["company_reason"]:
        out.append((max(facts.above["company"], 1.0), _company(facts), company))
    if candidate["industry_fit"] == "same":
        text = say("for.industry", sector=candidate["sector"])
        out.append((max(facts.above["industry"], 1.0), text, company))
    return out


def _contact_reasons(facts: Facts, origin: Origin) -> list[Weighed]:
    tie, out = facts.tie, []
    if text := _answered(facts):
        out.append((max(facts.above["reply"], 2.0), text, _messages(facts, origin)))
    elif tie["received"] and facts.above["reply"] > 0:
        text = say("for.wrote", count=count(tie["received"], "time"), month=_month(tie["last_received_day"]))
        out.append((facts.above["reply"], text, _messages(facts, origin)))
    if "part.warmth" in facts.score and facts.above["warmth"] > 0 and tie["sent"] and tie["received"]:
        text = say("for.exchanged", month=_month(tie["last_day"]))
        out.append((facts.above["warmth"], text, _messages(facts, origin)))
    if tie["label"] in ("close", "know", "met"):
        points = max(float(facts.score["part.reply.label"]), 2.0)
        out.append((points, say(f"for.label.{tie['label']}"), "your own word"))
    return out


def _gesture_reasons(facts: Facts, origin: Origin) -> list[Weighed]:
    tie, points = facts.tie, max(float(facts.score.get("part.willing", 0.0)), 5.0)
    kinds = {"recommended_me": "recommendations_received", "recommended_by_me": "recommendations_given"}
    out = [(points, say(f"for.{name}"), _rows(origin.of(kind))) for name, kind in kinds.items() if tie[name]]
    if tie["invited_me"]:
        invited = float(facts.score["part.reply.invited_me"]) + 0.5
        out.append((invited, say("for.invited_me"), _rows(origin.of("invitations"))))
    return out


def _history(facts: Facts, origin: Origin) -> list[Weighed]:
    tie, where = facts.tie, origin.company(str(facts.score["id"]))
    points = max(_HISTORY_POINTS, float(facts.score.get("part.reply.history", 0.0)))
    if tie["shared_employer"]:
        key = "for.tenure" if tie["shared_in_tenure"] else "for.worked"
        return [(points, say(key, company=tie["shared_employer"]), _rows(joined([origin.of("positions"), where])))]
    if tie["shared_school"]:
        return [
            (points, say("for.school", company=tie["shared_school"]), _rows(joined([origin.of("education"), where])))
        ]
    return []


def _address_book(facts: Facts, origin: Origin) -> list[Weighed]:
    if not facts.tie["address_book"]:
        return []
    points = max(_ADDRESS_POINTS, float(facts.score.get("part.reply.address_book", 0.0)))
    return [(points, say("for.address_book"), source("reply.address_book", origin))]


def _reach_reasons(facts: Facts, origin: Origin) -> list[Weighed]:
    score = facts.score
    where = _rows(origin.title(str(score["id"])))
    total = float(score["reach.expected"])
    if not total:
        return []
    points = float(score["part.reach"])
    out = []
    if score["reach.role"]:
        key = "for.former-manager" if facts.candidate["role_kind"] == "former-manager" else "for.role"
        text = say(key, title=facts.title)
        out.append((points * float(score["reach.role"]) / total, text, where))
    if score["reach.own"]:
        text = say("for.practises", title=facts.title)
        out.append((points * float(score["reach.own"]) / total, text, where))
    kinds = (("colleagues", COLLEAGUE, origin.lists()), ("threads", THREAD, origin.of("messages")))
    for name, each, file in kinds:
        number = int(score[f"reach.{name}"])
        if number:
            text = say(f"for.{name}{'.one' if number == 1 else ''}", count=count(number, "contact"))
            out.append((points * each * number / total, text, _rows(file, number)))
    return out


def _fit_doubts(facts: Facts, kind: str) -> list[tuple[float, str]]:
    if kind != PRACTITIONERS:
        return []
    score, out = facts.score, []
    if facts.candidate["verdict"] in ("related", "no") and score.get("part.fit.role", 0.0) < 0:
        reason = facts.candidate["title_reason"]
        out.append((float(score["part.fit.role"]), say("against.role", reason=reason)))
    verdicts = {"company": ("company_verdict", "no"), "industry": ("industry_fit", "other")}
    for name, (column, verdict) in verdicts.items():
        points = float(score.get(f"part.fit.{name}", 0.0))
        if points < 0 and facts.candidate[column] == verdict:
            out.append((points, say(f"against.{name}")))
    if score.get("part.fit.seniority", 0.0) < 0:
        out.append((float(score["part.fit.seniority"]), say("against.seniority")))
    return out


def _contact_doubts(facts: Facts, dormant_days: int) -> list[tuple[float, str]]:
    tie, out = facts.tie, []
    if facts.score["dormant"]:
        out.append((-1000.0, say("against.dormant", month=_month(tie["last_day"]))))
    elif tie["has_messages"] and tie["since_any"] >= dormant_days:
        points = min(float(facts.score["part.reply.since_received"]), -5.0)
        out.append((points, say("against.silent", month=_month(tie["last_day"]))))
    left = round(tie["asked"] - tie["hits"])
    if left >= 1 and tie["hits"] < tie["asked"] / 2:
        out.append((min(facts.above["reply"], -5.0), say("against.unanswered", asked=left)))
    if tie["label"] == "stranger":
        out.append((float(facts.score["part.reply.label"]), say("against.stranger")))
    return out
