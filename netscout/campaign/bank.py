"""The bank: phase, TIARA family, purpose, audience, flags and minutes of each question; texts are in `lang`.

Families are Trends, Insights, Advice, Resources and Assignments (after Dalton, The 2-Hour Job Search); the purposes own
path, likes most, likes least and referral are the four of Bolles, What Color Is Your Parachute.
"""

from __future__ import annotations

from dataclasses import dataclass

FAMILIES = ("T", "I", "A1", "R", "A2")
FLAGS = {
    "R": "member of a required group",
    "O": "answerable online: only where something stays open after what was found",
    "S": "sensitive: asked late, once the talk flows",
    "P": "needs research first",
    "W": "only when wanted",
    "X": "only as an answer to a question of theirs",
    "J": "only when looking for work openly",
}
MOST_WORDS = 30
"""Words of a question that can be said in one breath."""
FOUR = ("own path", "likes most", "likes least", "referral")
"""The purposes of Bolles's four questions, asked before others that fit as well."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the bank; `family` is "" outside the five, `flags` are letters of FLAGS."""

    id: str
    phase: str
    family: str
    purpose: str
    audience: str
    flags: str
    minutes: int


BANK = (
    Asked("Q01", "opening", "", "rapport", "any", "", 1),
    Asked("Q02", "opening", "", "rapport", "shared history", "P", 1),
    Asked("Q03", "opening", "", "frame", "any", "", 1),
    Asked("Q04", "opening", "", "frame", "any", "", 1),
    Asked("Q05", "opening", "", "frame", "any", "", 1),
    Asked("Q06", "opening", "", "frame", "referred", "P", 1),
    Asked("Q07", "work", "I", "daily work", "practitioner", "", 2),
    Asked("Q08", "work", "A2", "daily work", "practitioner", "", 2),
    Asked("Q09", "work", "A2", "assignments", "practitioner", "", 2),
    Asked("Q10", "work", "A2", "assignments", "senior", "", 2),
    Asked("Q11", "work", "A2", "assignments", "practitioner", "", 2),
    Asked("Q12", "work", "I", "surprise", "practitioner", "", 2),
    Asked("Q13", "work", "I", "likes most", "practitioner", "", 1),
    Asked("Q14", "work", "I", "likes least", "practitioner", "S", 2),
    Asked("Q15", "work", "I", "demands", "practitioner", "", 2),
    Asked("Q16", "work", "I", "skills", "practitioner", "", 2),
    Asked("Q17", "work", "I", "fit", "practitioner", "", 2),
    Asked("Q18", "work", "I", "tools", "practitioner", "O", 1),
    Asked("Q19", "work", "I", "decision rights", "manager", "", 2),
    Asked("Q20", "work", "I", "measure", "manager", "", 2),
    Asked("Q21", "work", "I", "working life", "practitioner", "S", 2),
    Asked("Q22", "work", "I", "internal move", "internal", "S", 2),
    Asked("Q23", "entry", "I", "own path", "practitioner", "", 2),
    Asked("Q24", "entry", "A1", "entry", "recent entrant", "", 2),
    Asked("Q25", "entry", "A1", "entry", "career changer", "", 2),
    Asked("Q26", "entry", "A1", "transfer", "practitioner", "P", 2),
    Asked("Q27", "entry", "A1", "gap", "practitioner", "", 2),
    Asked("Q28", "entry", "I", "qualification", "practitioner", "O", 1),
    Asked("Q29", "entry", "A1", "other paths", "connector", "", 2),
    Asked("Q30", "entry", "I", "ladder", "senior", "", 2),
    Asked("Q31", "entry", "I", "ladder", "manager", "", 2),
    Asked("Q32", "entry", "I", "pay", "practitioner", "SP", 2),
    Asked("Q33", "entry", "I", "resume", "practitioner", "", 2),
    Asked("Q34", "entry", "I", "hiring view", "manager", "", 2),
    Asked("Q35", "culture", "I", "ideas", "any", "R", 2),
    Asked("Q36", "culture", "I", "failure", "any", "R", 2),
    Asked("Q37", "culture", "I", "admired skill", "any", "R", 1),
    Asked("Q38", "culture", "I", "disagreement", "any", "R", 2),
    Asked("Q39", "culture", "I", "learning", "recent entrant", "R", 2),
    Asked("Q40", "culture", "I", "meetings", "any", "R", 1),
    Asked("Q41", "culture", "I", "recognition", "any", "R", 1),
    Asked("Q42", "culture", "I", "belonging", "any", "RS", 2),
    Asked("Q43", "culture", "I", "turnover", "any", "SR", 2),
    Asked("Q44", "culture", "I", "remote", "any", "OR", 1),
    Asked("Q45", "culture", "I", "change", "senior", "R", 2),
    Asked("Q46", "trends", "T", "trend", "any", "P", 2),
    Asked("Q47", "trends", "T", "trend", "senior", "", 2),
    Asked("Q48", "trends", "T", "automation", "practitioner", "", 2),
    Asked("Q49", "trends", "T", "money", "senior", "", 2),
    Asked("Q50", "trends", "T", "debate", "any", "", 2),
    Asked("Q51", "trends", "T", "industry", "connector", "", 2),
    Asked("Q52", "trends", "T", "place", "any", "", 1),
    Asked("Q53", "trends", "T", "rivals", "any", "P", 2),
    Asked("Q54", "advice", "A1", "next step", "any", "", 2),
    Asked("Q55", "advice", "A1", "test", "practitioner", "", 2),
    Asked("Q56", "advice", "A1", "mistake", "any", "", 2),
    Asked("Q57", "advice", "A1", "honest view", "close", "S", 2),
    Asked("Q58", "advice", "A1", "regret", "senior", "S", 2),
    Asked("Q59", "advice", "R", "resource", "any", "", 1),
    Asked("Q60", "advice", "R", "resource", "any", "", 1),
    Asked("Q61", "advice", "R", "resource", "practitioner", "P", 1),
    Asked("Q62", "advice", "", "resume opinion", "any", "W", 2),
    Asked("Q63", "close", "R", "referral", "any", "R", 2),
    Asked("Q64", "close", "R", "referral", "any", "R", 1),
    Asked("Q65", "close", "R", "referral other view", "any", "", 1),
    Asked("Q66", "close", "R", "target company", "any", "R", 1),
    Asked("Q67", "close", "R", "name use", "any", "R", 1),
    Asked("Q68", "close", "R", "introduction", "any", "", 1),
    Asked("Q69", "close", "R", "misfit", "connector", "", 1),
    Asked("Q70", "close", "", "contact", "any", "", 1),
    Asked("Q71", "close", "", "report back", "any", "", 1),
    Asked("Q72", "close", "", "give back", "any", "", 1),
    Asked("Q73", "close", "", "two-way", "any", "X", 1),
    Asked("Q74", "close", "J", "openings", "any", "J", 2),
    Asked("Q75", "close", "J", "process", "any", "J", 1),
    Asked("Q76", "work", "I", "good people", "connector", "", 2),
    Asked("Q77", "work", "R", "teams", "connector", "", 2),
    Asked("Q78", "work", "I", "nearness", "connector", "", 1),
    Asked("Q79", "entry", "I", "paths", "connector", "", 2),
    Asked("Q80", "entry", "A1", "first chance", "connector", "", 2),
    Asked("Q81", "advice", "R", "meeting people", "connector", "", 1),
)
BY_ID = {one.id: one for one in BANK}
NEEDS = {
    "Q02": "shared",
    "Q06": "referrer",
    "Q18": "tools",
    "Q26": "field",
    "Q28": "entry",
    "Q32": "pay",
    "Q44": "remote",
    "Q46": "news",
    "Q53": "rivals",
    "Q61": "resource",
}
"""The line of the research list without which a question of flag P or O stays off."""
LED_TO = {**NEEDS, "Q16": "advert", "Q23": "path", "Q24": "newcomer", "Q25": "changed", "Q50": "dispute"}
"""The line of the research list that leads to a question; what stands beside NEEDS is asked without it too."""
NAMES, COMPANIES, NAME_USE, FRAME = "Q63", "Q66", "Q67", "Q03"
"""What every sheet asks: for names, for people at target companies, whether the name may be used, and the purpose."""
CONTACT, REPORT, TWO_WAY, RESUME = "Q70", "Q71", "Q73", "Q62"
"""Fixed lines: how to be reached, permission to report back, the two-way answer, an opinion on the resume."""
OPENINGS, PROCESS = "Q74", "Q75"
"""Asked of those who know that work is looked for."""
NEWCOMER = frozenset(("Q26", "Q27", "Q55", "Q56", "Q80"))
"""Asked by somebody who comes from another field: off where the user does the work already."""
