"""What matching says of a title or a company."""

from __future__ import annotations

from dataclasses import dataclass

VERDICTS = ("match", "related", "no", "unknown")
LEVELS = ("holds", "same-code", "rung", "held", "neighbour", "training", "no", "unknown")
"""Named levels of role fit, best first; their numbers stand in `Settings.fit_levels`."""


@dataclass(frozen=True, slots=True)
class TitleParse:
    """One role of a title or headline (a headline may hold several).

    Attributes:
        text: the words of this role as written.
        core: normalised core words, without rank, state, relation, employer, credentials and ornament.
        level: intern, junior, plain, senior, lead, manager, director, vp, c-level, founder.
        state: current, former, aspiring, training, retired, freelance.
        relation: "" or assistant-to, office-of, recruiter-of, coach-of, professor-of, sells-to, writes-about, clerk-to.
        employer: the name after at, @ or |, "" if none.
        credentials: e.g. ("RN",).
        span: start and end of `text` in the original.
    """

    text: str
    core: tuple[str, ...]
    level: str = "plain"
    state: str = "current"
    relation: str = ""
    employer: str = ""
    credentials: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class TitleVerdict:
    """A title against the role phrases of one target: `match`, `related`, `no` or `unknown` (not understood).

    `level` is one of LEVELS, `probability` the calibrated probability of the verdict, `reason` one line a person
    believes, `role` the phrase of the target it was held against ("" where none is near), `evidence` the kind of
    evidence (a row of `verdict_chances.csv`; "said" where the user decided).
    """

    verdict: str
    level: str
    probability: float
    reason: str
    role: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Occupation:
    """What a title says somebody does, target or no target.

    `code` is O*NET-SOC 2019 or "", `role` the leaf role's id or "", `name` its plain name, `family` the SOC major
    group in plain words ("" = not understood), `reason` why; `level` and `state` as TitleParse.
    """

    code: str
    role: str
    name: str
    family: str
    level: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class CompanyLink:
    """What a company cell is, targets apart.

    `key` is the comparison key of the organisation (its table key where the table knows it), `label` the name to
    show, `sector` the field of business or "" (unknown), `kind` is company, self (self-employed, freelance),
    stealth, or none (empty); `reason` says where sector and name come from.
    """

    key: str
    label: str
    sector: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class CompanyVerdict:
    """A company against the companies of one target. `tier` is exact, alias, strong, weak or "".

    `relation` for verdict related: parent-of, subsidiary-of, sister-of, renamed-to, spun-off, former; "" else.
    """

    verdict: str
    tier: str
    target: str
    relation: str
    reason: str
