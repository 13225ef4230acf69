"""What the floor and the naive script share: their command line, what they must find, and the result they write."""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DRAWN = 300
"""People in the drawn network."""
CHOSEN = 50
"""Places on the list that is spread over companies, titles, communities and years."""
COMPANY_LEAST = 88.0
"""Likeness of company names, 0 to 100, from which they count as one."""
TITLE_LEAST = 0.8
"""Share of the words of both titles, weighted by rareness, that must agree."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run: the archive, the targets, and where the page and the result go."""

    archive: Path
    out: Path
    result: Path
    me: str
    companies: list[str]
    jobs: list[str]


def read_job() -> Job:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser()
    for name in ("archive", "targets", "out", "result"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    asked = json.loads(given.targets.read_text("utf-8"))
    return Job(given.archive, given.out, given.result, asked["me"], asked["companies"], asked["jobs"])


def write_result(job: Job, stages: dict[str, float], found: Sequence[tuple[str, int, int, int]]) -> None:
    """Write processor seconds by stage, and (profile, company or -1, title or -1, messages) of each person."""
    job.result.write_text(json.dumps(stages), "utf-8")
    with job.result.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("profile", "company", "title", "messages"))
        for profile, company, title, messages in found:
            firm = job.companies[company] if company >= 0 else ""
            out.writerow((profile, firm, job.jobs[title] if title >= 0 else "", messages))
