"""Titles read into jobs with level, state, relation, employer and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.matching.normalise import fold, stem
from netscout.matching.titles import parse_title


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("ex-Teacher, now UX designer", ["former", "current"]),
        ("Aspiring nurse", ["aspiring"]),
        ("Florist | Retired", ["retired"]),
        ("Software Engineering Intern at Contoso", ["training"]),
        ("Freelance translator", ["freelance"]),
        ("Chef turned data analyst", ["former", "current"]),
        ("Seeking baker, butcher roles | Cashier", ["aspiring", "aspiring", "current"]),
        ("Praktikantin Marketing", ["training"]),
        ("Ancienne infirmière", ["former"]),
        ("Estudiante de derecho", ["aspiring"]),
    ],
)
def test_states(text: str, states: list[str]) -> None:
    """A hope or a past read as a present job puts the wrong people on the list."""
    assert [one.state for one in parse_title(text)] == states


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Assistant to the Head of Procurement", "assistant-to"),
        ("Career coach for nurses", "coach-of"),
        ("I help nurses write CVs", "coach-of"),
        ("Technical Recruiter (Software Engineers)", "recruiter-of"),
        ("Account Executive selling to dentists", "sells-to"),
        ("Journalist covering surgeons", "writes-about"),
        ("Clerk to the judges", "clerk-to"),
        ("Admin Assistant, Office of the CEO", "office-of"),
        ("Asistente del director", "assistant-to"),
    ],
)
def test_relations(text: str, relation: str) -> None:
    """Somebody who serves a job must not be read as its holder."""
    assert relation in [one.relation for one in parse_title(text)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Sr. Data Analyst", "senior"),
        ("Staff Engineer", "lead"),
        ("Head of Data", "director"),
        ("V.P. Sales", "vp"),
        ("Vice President Engineering", "vp"),
        ("Junior baker", "junior"),
        ("Baker", "plain"),
        ("Data Analyst II", "plain"),
        ("Product Manager", "plain"),
        ("Chief Executive Officer", "c-level"),
    ],
)
def test_levels(text: str, level: str) -> None:
    """A wrong level shows people to somebody who asked for another one."""
    assert parse_title(text)[0].level == level


def test_employer_and_credentials() -> None:
    """Words of the employer and letters behind a name must not pass for the job."""
    (parse,) = parse_title("RN, BSN")
    assert parse.core == ("rn",)
    assert parse.credentials == ("BSN",)
    first = parse_title("Product Manager @ Contoso Bank | PMP")[0]
    assert first.employer == "Contoso Bank"
    assert first.core == ("product", "manager")
    assert first.credentials == ("PMP",)


def test_one_role_is_not_split() -> None:
    """Research & Development is one role; Actor & waiter are two."""
    assert len(parse_title("Research & Development Manager")) == 1
    assert len(parse_title("Actor & waiter")) == 2
    assert len(parse_title("Manager, Supply Chain")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lehrerin", "Lehrer"),
        ("Rechtsanwältin", "Rechtsanwalt"),
        ("Ärztin", "Arzt"),
        ("directrice", "directeur"),
        ("infirmière", "infirmier"),
        ("abogada", "abogado"),
        ("ingeniera", "ingeniero"),
        ("managers", "manager"),
        ("Kauffrau", "Kaufmann"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    """A form that has another key is not found by the labels."""
    assert stem(fold(one)) == stem(fold(other))


@given(st.text(max_size=200))
def test_never_raises_and_spans_are_true(text: str) -> None:
    """Titles come from strangers: any text is read, and each span is the text it names."""
    for parse in parse_title(text):
        start, end = parse.span
        assert text[start:end] == parse.text
        assert 0 <= start < end <= len(text)
        assert parse.core


@pytest.mark.parametrize(
    "text", ["", " ", "🚀🚀", "|||", "()", "\u202emanager\u202c", "\x00\x07", "a" * 10_000, "مدير", "١٢٣"]
)
def test_odd_text(text: str) -> None:
    """Empty, decorated, endless and right-to-left text is read without a fault."""
    assert isinstance(parse_title(text), tuple)
