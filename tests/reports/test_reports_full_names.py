"""Full names of people who are not listed: found however written, in no form of the page that others see."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netscout.model.ranking import RankedList
from netscout.model.report import ReportData
from netscout.reports import view
from netscout.reports.concealing import concealer, sparing
from netscout.reports.forms import cleaner
from netscout.reports.full_names import finder, key, spellings, words
from netscout.reports.page import render
from netscout.reports.sections.write import build as write
from tests.examples import some
from tests.reports.sample_report import report

OTHER = "Quentin Unlisted"
LETTERS = ("abcdefgilmnorstu", "äéğłøßüñ", "абвгдежиклмнопр", "αβγδελμνοπρ", "אבגדהוזחט", "ابتثجحدر")


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        (OTHER, "Analyst and assistant to Quentin Unlisted", "Analyst and assistant to [name]"),
        (OTHER, "QUENTIN-UNLISTED Catering", "[name] Catering"),
        (OTHER, "Unlisted, Quentin", "[name]"),
        (OTHER, "QuentinUnlisted / quentinunlisted.example", "[name] / [name].example"),
        (OTHER, "Quentin Unlisteds Praxis", "[name] Praxis"),
        (OTHER, "7Quentin Unlisted7", "7[name]7"),
        (OTHER, "Quentin Street, unlisted", "Quentin Street, unlisted"),
        ("Dr. Bea Müller, MBA", "Praxis Bea Mueller", "Praxis [name]"),
        ("Bea Müller", "Praxis Bea Mu\u0308ller", "Praxis [name]"),
        ("Anna-Lena Graf von Schönfeld", "with Anna Schönfeld", "with [name]"),
        ("Ronald McDonald", "RONALD MCDONALD", "[name]"),
        ("Łukasz Straße", "Lukasz Strasse", "[name]"),
        ("王小明", "王小明咨询", "[name]咨询"),
        ("伟 王", "王伟法律", "[name]法律"),
        ("Bo Li", "boli, a Boli, Bo Li", "boli, a Boli, [name]"),
        ("So He", "so he may answer", "so he may answer"),
        ("Cher", "cherry, cher, Cher", "cherry, cher, [name]"),
        ("May", "May 2024, in May", "May 2024, in May"),
        ("X", "X, Plan X", "X, Plan X"),
        ("(no name) p0007", "no name", "no name"),
    ],
)
def test_found(name: str, text: str, shown: str) -> None:
    """A full name would stand in somebody's title or company, or an ordinary word would go."""
    assert sparing((), (name,))(text) == shown
    assert concealer({}, "", (name,))(text) == shown


def test_the_listed_stay_where_they_are_named() -> None:
    """A listed person would be taken apart by a shorter name of somebody else, or by a namesake."""
    spare = sparing(("Anna Lena Graf", "Sam Twin"), ("Anna Lena", "Lena Graf", "Sam Twin", "Anna"))
    assert spare("Anna Lena Graf, Sam Twin and Anna Lena") == "Anna Lena Graf, Sam Twin and [name]"


def test_the_longest_name_is_taken() -> None:
    """Half of a longer name would be left behind."""
    find = finder(dict.fromkeys(one for name in ("Ana Bo", "Ana Bo Silva") for one in spellings(name)))
    assert [(start, end) for start, end, _ in find("by Ana Bo Silva")] == [(3, 15)]


def _word(alphabet: str) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=2, max_size=9).map(str.capitalize)


NAMES = st.sampled_from(LETTERS).flatmap(
    lambda alphabet: st.lists(_word(alphabet), min_size=2, max_size=4).map(lambda parts: parts)
)
WAYS = st.sampled_from(
    [
        " ".join,
        lambda parts: " ".join(parts).upper(),
        "  ".join,
        "-".join,
        lambda parts: f"{parts[-1]}, {' '.join(parts[:-1])}",
        lambda parts: f"{parts[0]} {parts[-1]}",
    ]
)
AROUND = st.sampled_from(
    ["{}", "assistant to {}", "{} Catering", "{}'s office", "Praxis ({})", "x{}", "about {}, 2024"]
)


@settings(max_examples=25, deadline=None)
@given(NAMES, WAYS, AROUND, st.booleans())
@pytest.mark.slow
def test_no_unlisted_name_on_a_page_to_be_shown(parts: list[str], way: object, around: str, hide: bool) -> None:
    """A page made to be shown would name somebody who is on no list, in its text or in its data."""
    assume(sum(map(str.isalpha, "".join(parts))) > 4)
    written = way(parts)  # type: ignore[operator]  # one of WAYS
    data = planted(" ".join(parts), around.format(written), hide=hide)
    shown = json.dumps(view.build(data), ensure_ascii=False).casefold()
    for name in (written, " ".join(parts)):
        assert name.casefold() not in shown
    assert "[name]" in shown


def planted(name: str, text: str, *, hide: bool) -> ReportData:
    """Return a report in which somebody who is on no list has a name, and a text stands wherever a text may."""
    data = replace(report(24), form="share", hide_names=hide)
    other = next(one.id for one in data.people if not one.listed)
    few = [one.id for one in data.people if one.listed][:2]
    old = data.targets[0].name

    def plant(ranked: RankedList) -> RankedList:
        rows = [
            replace(
                row,
                name=name if row.id == other else row.name,
                title=text,
                company=text,
                reply_fact=text,
                title_reason=text,
                against=text,
                reasons=tuple(replace(one, text=text) for one in row.reasons),
                facets=row.facets | {"company": text, "community": text},
            )
            for row in ranked.rows
        ]
        return replace(ranked, target=text if ranked.target == old else ranked.target, rows=tuple(rows), note=text)

    people = tuple(
        replace(
            one,
            name=name if one.id == other else one.name,
            title=text if one.id in few else one.title,
            company=text if one.id in few else one.company,
            company_label=text if one.id in few else one.company_label,
            community=text,
            verdicts={text if key == old else key: said for key, said in one.verdicts.items()},
            excluded="not this person" if one.id == other else "",
        )
        for one in data.people
    )
    return replace(
        data,
        people=people,
        targets=tuple(replace(one, name=text if one.name == old else one.name) for one in data.targets),
        lists=tuple((plant(one), plant(two)) for one, two in data.lists),
        asks=tuple(replace(one, title=text, company=text, why=text, question=text) for one in data.asks),
    )


@pytest.mark.parametrize("hide", [False, True])
def test_the_whole_page_holds_no_unlisted_name(hide: bool) -> None:
    """A name would stand in a part of the file that is no section: a chart, a column, the head."""
    page = render(planted(OTHER, f"what {OTHER} does", hide=hide))
    assert "Quentin" not in page
    assert "what [name] does" in page
    assert "Quentin" in render(replace(planted(OTHER, f"what {OTHER} does", hide=False), form="mine"))


def test_the_manager_is_hidden_who_is_no_contact() -> None:
    """The manager of whom targets.toml alone knows would be named in a title."""
    data = replace(report(30), form="share", unnamed=("Kerstin Oberboss",))
    assert cleaner(data)("assistant to Kerstin Oberboss") == "assistant to [name]"
    assert cleaner(replace(data, form="mine"))("assistant to Kerstin Oberboss") == "assistant to Kerstin Oberboss"


def named(name: str, *, listed: bool) -> ReportData:
    """Return a report, names to be hidden, in which one person of either kind has a name."""
    data = replace(report(60), form="share", hide_names=True)
    who = next(one.id for one in data.people if bool(one.listed) == listed)

    def rename(ranked: RankedList) -> RankedList:
        return replace(ranked, rows=tuple(replace(row, name=name) if row.id == who else row for row in ranked.rows))

    return replace(
        data,
        people=tuple(replace(one, name=name) if one.id == who else one for one in data.people),
        lists=tuple((rename(one), rename(two)) for one, two in data.lists),
    )


@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize(
    "name", some(2, ["Data Analyst", "Analyst Data", "Health Care", "Northwind Clinic", "Nurse Manager"])
)
def test_a_name_that_is_a_label_renames_nothing(name: str, listed: bool) -> None:
    """A contact called "Data Analyst" would turn the work itself, or an employer of many, into "Person 12"."""
    conceal = cleaner(named(name, listed=listed))
    for text in ("Data analyst", "Health care", "Northwind Clinic", "Nurse manager", "19 people work as Data analyst"):
        assert conceal(text) == text


def test_an_ordinary_word_stays_but_in_the_own_company() -> None:
    """A place would be "Person 3" all over the page, or a firm would tell whose it is."""
    data = named("Anna Hamburg", listed=True)
    who = next(one for one in data.people if one.name == "Anna Hamburg")
    firm = "Praxis Hamburg"
    people = [replace(one, company=f"{one.company} Hamburg") if one.company else one for one in data.people]
    people = [replace(one, company=firm, company_label=firm) if one.id == who.id else one for one in people]

    def move(ranked: RankedList) -> RankedList:
        return replace(
            ranked, rows=tuple(replace(row, company=firm) if row.id == who.id else row for row in ranked.rows)
        )

    data = replace(data, people=tuple(people), lists=tuple((move(one), move(two)) for one, two in data.lists))
    conceal = cleaner(data)
    number = conceal("Anna Hamburg")
    assert number.startswith("Person ")
    assert conceal("University of Hamburg and Anna") == f"University of Hamburg and {number}"
    assert conceal(firm) == f"Praxis {number}"
    assert conceal(f"works at {firm}") == f"works at Praxis {number}"


def test_a_surname_at_few_employers_is_hidden() -> None:
    """The rule for ordinary words would give away the family firm of somebody listed."""
    data = named("Ulrich Kohlbrenner", listed=True)
    firm = "Kohlbrenner Consulting"
    people = [
        replace(one, company=firm, company_key="k") if place < 9 else one for place, one in enumerate(data.people)
    ]
    assert "Kohlbrenner" not in cleaner(replace(data, people=tuple(people)))(firm)


def test_letters_of_a_word() -> None:
    """Two spellings of one name would not meet."""
    assert key("Müller") == key("MUELLER") == key("Mu\u0308ller") == key("muller")
    assert key("Håkon") == key("Haakon")
    assert [text.key for text in words("R2D2 McDonald 王伟")] == ["r", "2", "d", "2", "mc", "donald", "王", "伟"]


def test_a_card_says_where_the_reason_stands() -> None:
    """Where everybody who would do is left out, the card would send the reader to change the words of the target."""
    from netscout.reports.scene import scene

    data = replace(report(30), asks=())
    notes = [one["note"] for one in write(scene(data))["groups"]]
    assert (
        notes
        == ["Nobody in this network can be named for this target yet. Below, each list says why and what to do."] * 2
    )
