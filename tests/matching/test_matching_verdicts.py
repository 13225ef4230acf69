"""Verdicts on titles: the labelled pairs, the conventions, odd input, and whole networks."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.matching.companies import link_companies
from netscout.matching.verdicts import TargetMatcher, judge_people, judge_titles, match_titles
from netscout.model.verdict import LEVELS, VERDICTS

_PAIRS = Path(__file__).parent / "data" / "title_pairs.csv"
_NETWORKS = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "personas" / "data"
_TRAPS = frozenset(
    (
        "lookalike-title",
        "aspiring",
        "recruiter",
        "coach",
        "sells-to",
        "assistant-to",
        "student-of",
        "professor-of-other",
        "writes-about",
    )
)


def _share(hits: int, of: int) -> float:
    return hits / of if of else 0.0


def _precision_recall(answers: list[tuple[str, str]], accepted: set[str]) -> tuple[float, float]:
    both = sum(gold in accepted and given in accepted for gold, given in answers)
    precision = _share(both, sum(given in accepted for _, given in answers))
    return precision, _share(both, sum(gold in accepted for gold, _ in answers))


def test_labelled_pairs() -> None:
    """Over many fields and six languages both errors stay rare: strangers on the list, and holders missed."""
    with _PAIRS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    answers = [(row["verdict"], TargetMatcher([row["target"]]).judge(row["title"]).verdict) for row in rows]
    assert len(rows) >= 120
    for accepted in ({"match"}, {"match", "related"}):
        precision, recall = _precision_recall(answers, accepted)
        assert precision >= 0.95
        assert recall >= 0.95


def test_whole_networks() -> None:
    """At real base rates the precision must hold, and nobody of the matching traps may be shown."""
    if not _NETWORKS.exists():
        pytest.skip(f"needs the persona networks at {_NETWORKS}")
    figures = []
    for folder in sorted(path for path in _NETWORKS.iterdir() if path.is_dir()):
        arguments = json.loads((folder / "target.json").read_text(encoding="utf-8"))["arguments"]
        matcher = TargetMatcher([arguments[n + 1] for n, word in enumerate(arguments) if word == "--role"])
        with (folder / "truth.csv").open(encoding="utf-8") as file:
            people = [row for row in csv.DictReader(file) if not row["trap"].startswith("own-")]
        answers = [(row["match"], matcher.judge(row["title"]).verdict) for row in people]
        shown = [row for row, (_, given) in zip(people, answers, strict=True) if given in ("match", "related")]
        assert sum(row["trap"] in _TRAPS for row in shown) == 0
        figures.append((*_precision_recall(answers, {"match"}), *_precision_recall(answers, {"match", "related"})))
    means = [sum(column) / len(figures) for column in zip(*figures, strict=True)]
    assert means[0] >= 0.95
    assert means[1] >= 0.85
    assert means[2] >= 0.9
    assert means[3] >= 0.85


@pytest.mark.parametrize(
    ("role", "title", "verdict", "level", "reason"),
    [
        ("Registered Nurse", "RN", "match", "holds", "RN = Registered Nurse"),
        ("Product Manager", "ex-product manager", "related", "held", "former: product manager"),
        ("Product Manager", "Recruiter of product managers", "no", "no", ""),
        ("Data Analyst", "Data analytics intern", "related", "training", "in training"),
        ("Lawyer", "Professor of Law", "related", "training", "teaches a licensed profession"),
        ("Accountant", "Professor of Accounting", "no", "no", ""),
        ("CFO", "Assistant to the CFO", "no", "no", "assists"),
        ("Product Manager", "Marketing Manager", "related", "same-code", ""),
        ("Nurse", "", "unknown", "unknown", "no title"),
        ("Nurse", "✨🚀✨", "unknown", "unknown", "no occupation"),
    ],
)
def test_conventions(role: str, title: str, verdict: str, level: str, reason: str) -> None:
    """Each convention has its own named level and says why."""
    found = TargetMatcher([role]).judge(title)
    assert (found.verdict, found.level) == (verdict, level)
    assert reason in found.reason


def test_understood_says_what_a_phrase_means() -> None:
    """The user must see a phrase that is only matched by its words."""
    nurse, grid, person, nothing = TargetMatcher(["Registered Nurse", "Grid analyst", "Data person", "🚀"]).understood
    assert (nurse.role, nurse.code) == ("nurse", "29-1141.00")
    assert grid.role == ""
    assert "not in the taxonomy: matched by its words" in grid.note
    assert person.whole_line
    assert nothing.note == "no words to match"


def test_narrowed_role_wants_its_words() -> None:
    """Who asks for tax lawyers is not shown every lawyer as a match."""
    matcher = TargetMatcher(["Maritime lawyer"])
    assert matcher.judge("Maritime and shipping lawyer").verdict == "match"
    assert matcher.judge("Family lawyer").verdict == "related"


def test_headline_counts_where_the_title_is_silent() -> None:
    """Sources without a title column still have a verdict."""
    matcher = TargetMatcher(["Baker"])
    assert matcher.judge("", headline="Head baker at Northwind").verdict == "match"
    assert matcher.judge("Nurse", headline="Baker").verdict == "no"


def test_employer_settles_an_abbreviation() -> None:
    """MD at a hospital is a physician, MD at a bank is not."""
    matcher = TargetMatcher(["Physician"])
    assert matcher.judge("MD", employer="Saint Example Hospital").verdict == "match"
    assert matcher.judge("MD", employer="Northwind Capital Bank").verdict == "no"


def test_tables() -> None:
    """The public functions answer once for each distinct title, with documented columns."""
    judged = judge_titles(["Baker", "Baker", "Nurse"], ["Baker"])
    assert list(judged["title"]) == ["Baker", "Nurse"]
    assert list(judged["verdict"]) == ["match", "no"]
    matched = match_titles(pd.Series(["Baker", None, "Nurse"], dtype=object), ["Baker"])
    assert list(matched["family"]) == ["Production", "", "Healthcare practice"]
    assert list(matched.columns) == [
        "title",
        "verdict",
        "level",
        "probability",
        "reason",
        "role",
        "code",
        "occupation",
        "family",
    ]


@given(st.lists(st.text(max_size=40), max_size=3), st.text(max_size=120))
def test_any_text_has_a_verdict(roles: list[str], title: str) -> None:
    """Neither a strange target nor a strange title may stop a run; every verdict has a reason."""
    found = TargetMatcher(roles).judge(title, employer=title[:20])
    assert found.verdict in VERDICTS
    assert found.level in LEVELS
    assert 0 <= found.probability <= 1
    assert found.reason


def test_the_employer_decides_only_between_the_senses_of_an_abbreviation() -> None:
    """Two managing directors and a doctor who all write MD would be the same job; a plain title would depend on it."""
    titles = pd.Series(["MD", "MD", "MD", "Baker", "Baker"])
    employers = pd.Series(["Saint Example Hospital", "Northwind Capital Bank", "", "Saint Example Hospital", ""])
    judged = judge_people(titles, employers, TargetMatcher(["Physician", "Baker"]))
    assert list(judged["verdict"]) == ["match", "no", "match", "match", "match"]
    assert list(judged["probability"].iloc[3:]) == [judged["probability"].iloc[3]] * 2
    assert judged["probability"].iloc[0] > judged["probability"].iloc[2]


def test_titles_of_invented_networks() -> None:
    """Fourteen fields of work, at real base rates: a rule that suits one of them may flood the others."""
    rows = _rows("network_titles.csv")
    matchers = {row["network"]: TargetMatcher(row["roles"].split("; ")) for row in _rows("networks.csv")}
    sectors = link_companies(dict.fromkeys(row["employer"] for row in rows)).set_index("company")["sector"]
    said = [
        (
            row["verdict"],
            matchers[row["network"]].judge(row["title"], "", f"{row['employer']} {sectors[row['employer']]}"),
        )
        for row in rows
    ]
    shown = [(label, found.verdict) for label, found in said if found.verdict in ("match", "related")]
    matched = [label for label, verdict in shown if verdict == "match"]
    held = [found.verdict for label, found in said if label == "match"]
    assert matched.count("match") / len(matched) >= 0.9
    assert held.count("match") / len(held) >= 0.85
    assert sum(label != "no" for label, _ in shown) / len(shown) >= 0.85
    assert all(found.reason for _, found in said)


def _rows(name: str) -> list[dict[str, str]]:
    with _PAIRS.with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
