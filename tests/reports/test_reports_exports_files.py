"""Every format, written from hostile texts and opened with a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest

from netscout.errors import OutputError
from netscout.model.ranking import RankedList, RankRow, Reason
from netscout.reports.exports import xlsx
from netscout.reports.exports.fields import EDGES, FORMATS, KEPT, LOSSES, PEOPLE, PERSONAL, PRIVATE_SHORTLIST, SHORTLIST
from netscout.reports.exports.graph_xml import gexf, graphml
from netscout.reports.exports.graphs import Drawn, edge_list, node_link
from netscout.reports.exports.lists import pages
from netscout.reports.exports.markdown import escaped, lists_text, people_text
from netscout.reports.exports.sheets import csv_text
from netscout.reports.exports.vcards import vcf_text
from netscout.reports.exports.xlsx import Sheet, workbook
from tests.reports.export_oracles import ODD, SHAPES, cards, doctypes, live_cells, workbook_faults

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "export-losses.md"
TEXTS = (*SHAPES, *ODD)
NOTE = [one.key for one in PEOPLE].index("note") + 1
FIELDS = ("display_name", "first_name", "last_name", "company", "title", "note")


def person(number: int = 1, **facts: Any) -> dict[str, Any]:
    """Return a row of a personal export: of whoever, with nothing said but the facts."""
    bare: dict[str, Any] = {one.key: () if one.kind == "list" else None if one.kind == "day" else "" for one in PEOPLE}
    bare |= {"class_year": None, "mentor": None, "sent": None, "received": None, "gone": False, "kept_off": False}
    url = f"https://www.linkedin.com/in/person-{number}"
    return {**bare, "id": f"p{number:04}", "display_name": f"Person {number}", "url": url, **facts}


def everybody() -> list[dict[str, Any]]:
    """Return one person for each hostile text and field."""
    pairs = [(text, field) for text in TEXTS for field in FIELDS]
    rows = [person(number, **{field: text}) for number, (text, field) in enumerate(pairs, 1)]
    lists = [{"emails": (text,), "phones": (text,), "labels": (text,), "credentials": (text,)} for text in TEXTS]
    return [*rows, *(person(number, **one) for number, one in enumerate(lists, len(rows) + 1))]


@pytest.mark.check(23)
def test_csv_holds_nothing_live_and_everybody() -> None:
    """A formula that runs when the file is opened, or a row that is gone."""
    rows = everybody()
    text = csv_text(PEOPLE, rows)
    assert live_cells(text) == []
    assert len(list(csv.DictReader(io.StringIO(text, newline="")))) == len(rows)
    assert csv_text(PEOPLE, rows, bom=True) == "\ufeff" + text


@pytest.mark.check(23)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_shape_is_live_in_any_field(separator: str) -> None:
    """One of the formulas, in one of six fields, that runs where the file is split at another mark than ours."""
    rows = [person(number, **{field: text}) for number, text in enumerate(SHAPES, 1) for field in FIELDS]
    text = csv_text(PEOPLE, rows)
    assert live_cells(text, separator) == []
    assert len(list(csv.DictReader(io.StringIO(text, newline="")))) == 38 * 6


@pytest.mark.check(24, 26)
def test_a_workbook_holds_text_days_numbers_and_profiles() -> None:
    """A live formula, a link elsewhere, a defined name, or a text the reader cannot open."""
    rows = everybody()
    data, cut = workbook(Sheet("People", PEOPLE, rows))
    assert (workbook_faults(data), cut) == ([], 0)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["People"]
    assert sheet.max_row == len(rows) + 1
    assert sheet.freeze_panes == "A2"
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    names = [sheet.cell(number, 2).value for number in range(2, sheet.max_row + 1)]
    assert {"=1+1", "abcd\x7fe\x9ff", "]]>"} <= set(names)
    assert any("_x0041_" in str(name).replace("_x005F_", "_") for name in names), "a name that reads as an escape"
    assert data == workbook(Sheet("People", PEOPLE, rows))[0]


def test_a_workbook_types_days_and_numbers() -> None:
    """Days and figures that a spreadsheet can neither sort nor add up, or a birthday made into another day."""
    row = person(1, connected_on="2024-02-29", birthday="--12-24", class_year=2007, last_message="1899-01-01", sent=3)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("People", PEOPLE, [row]))[0]))["People"]
    found = {one.key: sheet.cell(2, place) for place, one in enumerate(PEOPLE, 1)}
    assert found["connected_on"].value.isoformat() == "2024-02-29T00:00:00"
    assert [found[one].value for one in ("birthday", "class_year", "last_message", "sent")] == [
        *("--12-24", 2007, "1899-01-01", 3)
    ]
    assert found["url"].hyperlink.target == row["url"]


@pytest.mark.check(24, 26)
def test_a_workbook_tells_what_it_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text lost without a word, more links than a workbook may hold, or rows that no sheet has room for."""
    rows = [person(1, note="x" * 40_000), person(2), person(3, url="https://www.linkedin.com.evil.example/in/x")]
    data, cut = workbook(Sheet("People", PEOPLE, rows))
    assert cut == 1
    assert workbook_faults(data) == []
    note = openpyxl.load_workbook(io.BytesIO(data))["People"].cell(2, NOTE).value
    assert len(note) == 32_767
    assert note.endswith("(cut)")
    monkeypatch.setattr(xlsx, "LINKS_MOST", 1)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("People", PEOPLE, rows))[0]))["People"]
    assert sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row) == 1
    monkeypatch.setattr(xlsx, "ROWS_MOST", 2)
    with pytest.raises(OutputError):
        workbook(Sheet("People", PEOPLE, rows))


@pytest.mark.parametrize(("size", "sizes"), [(75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2])])
def test_cards_fold_at_75_octets(size: int, sizes: list[int]) -> None:
    """A program that takes lines of 75 octets at most would refuse the card, or one octet of each line be wasted."""
    note = "n" * (size - len("NOTE:"))
    lines = vcf_text([person(1, note=note)]).split("\r\n")
    place = next(at for at, line in enumerate(lines) if line.startswith("NOTE:"))
    assert [len(line) for line in lines[place : place + len(sizes)]] == sizes
    assert all(line.startswith(" ") for line in lines[place + 1 : place + len(sizes)])
    assert lines[place + len(sizes)].startswith("UID")


def test_a_workbook_of_a_shortlist_is_for_a_person_first() -> None:
    """A first sheet of figures without a format, an empty column, or a list that does not say for what it is."""
    facts = {"list": "practitioners", "rank": 1, "pure_rank": 2, "name": "Ana", "strength": "unknown", "note": ""}
    figures = {"band": "may", "p_reply": 0.4375, "fit": 0.8312, "score": -56.4413, "warmth": 0.25, "verdict": "match"}
    row = {**facts, **figures, "reasons": [Reason("holds the job")], "excluded": None, "id": "p0007"}
    data, cut = workbook(*pages([row], "data"))
    assert (workbook_faults(data), cut) == ([], 0)
    first, second = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    heads = [[cell.value for cell in sheet[1]] for sheet in (first, second)]
    told = dict(zip(heads[0], first[2], strict=True))
    assert [told[one].value for one in ("List", "Target", "Place", "Name", "Why")] == [
        *("has the job", "data", 1, "Ana", "holds the job")
    ]
    assert told["How well you know them"].value == "not known"
    assert (told["Chance in per cent"].value, told["Chance in per cent"].number_format) == (0.4375, "0%")
    assert not {"Fit", "Score", "Warmth", "Evidence"} & set(heads[0])
    assert {"Fit", "Score", "Warmth", "Evidence", "Place by score alone"} <= set(heads[1])
    assert "Why on no list" not in heads[1]
    assert "Why on no list" in [one.title for one in pages([{**row, "excluded": "your word"}])[1].fields]
    assert "Note" in [one.title for one in pages([row], notes=True)[0].fields]


def test_an_empty_workbook_opens() -> None:
    """A network without people whose file the spreadsheet wants to repair."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(Sheet("People", PEOPLE, []))[0]))["People"]
    assert [cell.value for cell in sheet[1]] == [one.title for one in PEOPLE]


def test_cards_hold_one_person_each() -> None:
    """A name that ends its card and begins another, a property made by data, or a character cut in two."""
    rows = everybody()
    found = cards(vcf_text(rows))
    assert len(found) == len(rows)
    for card in found:
        names = [name for name, _ in card]
        assert (names[0], names[1], names[-1]) == ("BEGIN", "VERSION", "END")
        assert names.count("FN") == names.count("N") == names.count("BEGIN") == 1
    (card,) = cards(vcf_text([person(1, note="one\r\ntwo; three", birthday="--12-24", labels=("a,b", "c"))]))
    said = dict(card)
    assert (said["NOTE"], said["BDAY;VALUE=date"], said["CATEGORIES"]) == ("one\ntwo; three", "--1224", "a\\,b,c")


def test_cards_are_of_the_version_every_address_book_reads() -> None:
    """A file that Outlook or a phone leaves out half of, or a birthday that becomes another day."""
    (card,) = cards(vcf_text([person(7, birthday="1984-01-31")]))
    assert card[:2] == [("BEGIN", "VCARD"), ("VERSION", "3.0")]
    assert dict(card)["BDAY"] == "1984-01-31"
    assert dict(card)["UID"] == "netscout-p0007"


def test_markdown_holds_no_markup_of_data() -> None:
    """A link, a picture, a heading or a piece of HTML that somebody's name makes."""
    rows = everybody()
    text = people_text(rows, "2026-11-16")
    assert text.count("\n## ") == len(rows)
    outside = re.sub(r"\\[!-/:-@\[-`{-~]", "", re.sub(r"<https://www\.linkedin\.com/in/person-\d+>", "", text))
    marks = re.findall(r"[<>\[\]!`*_~|&{}]", re.sub(r"^> ?", "", outside, flags=re.MULTILINE))
    assert marks == []
    assert escaped("1. a\n# b") == "1\\. a \\# b"


def _row(**facts: Any) -> RankRow:
    numbers = {"fit": None, "score": 1.0, "p_reply": 0.5, "p_reply_low": 0.4, "p_reply_high": 0.6, "warmth": 0.1}
    words = dict.fromkeys(("url", "title", "company", "verdict", "level", "band", "warmth_band", "strength"), "")
    made = {"id": "p1", "name": "Ana", "list": "practitioners", "rank": 1, "pure_rank": 1, "evidence": "E0"}
    return RankRow(**{**numbers, **words, **made, "excluded": None, **facts})


def test_a_list_in_markdown_has_place_reason_and_note() -> None:
    """A shortlist on paper that does not say why."""
    row = _row(reasons=(Reason("holds *the* job"),))
    rows = [{"rank": 1, "name": row.name, "list": row.list, "title": "Analyst", "company": "", "reasons": row.reasons}]
    rest = {
        "strength": "warm",
        "band": "may",
        "against": "far",
        "missing": "",
        "excluded": None,
        "url": "",
        "note": "n_1",
    }
    text = lists_text([RankedList("data", "practitioners", (row,), note="few")], [{**rows[0], **rest}], "2026-11-16")
    assert text == (
        "# Whom to ask, 2026-11-16\n\n## People who have the job, for data\n\nfew\n\n### 1\\. Ana\n\n- Analyst\n"
        "- Strength: warm\n- Chance to answer: may\n- Because: holds \\*the\\* job\n- Against: far\n\n> n\\_1\n"
    )


@pytest.fixture
def network() -> nx.Graph[str]:
    """Return a network in which every text is hostile."""
    out: nx.Graph[str] = nx.Graph()
    out.add_node("ego", kind="ego", label="you")
    for number, text in enumerate((*TEXTS, "me@mail.example", "+49 170 1234567"), 1):
        facts = {"company": text, "title": text, "connected_on": "", "known_from": "connections", "community": text}
        out.add_node(f"p{number}", kind="person", label=text, **facts)
        out.add_edge("ego", f"p{number}", kind="tie", weight=0.5, basis="fact", probability=1.0, source="x", sent=1)
        out.add_edge(
            f"p{number}", f"company:{text}", kind="works-at", weight=1, basis="fact", probability=1.0, source="x"
        )
        out.nodes[f"company:{text}"].update(kind="organisation", label=text, sector="", members=1)
    return out


@pytest.mark.check(26, 27)
@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graph_files_are_xml_that_networkx_reads(network: nx.Graph[str], tmp_path: Path, form: str) -> None:
    """A control character that makes no XML, a document type, a node lost, or a number that became text."""
    graph = Drawn(network, {"p1": "a\x01note\nof two lines"})
    text = graphml(graph) if form == "graphml" else gexf(graph, "2026-11-16")
    assert doctypes(text) == []
    ET.fromstring(text)  # noqa: S314  # our own file, and no entity in it as was just seen
    path = tmp_path / "graph"
    path.write_text(text, encoding="utf-8", newline="")
    back = nx.read_graphml(path) if form == "graphml" else nx.read_gexf(path)
    assert set(back) == {f"n{number}" for number in range(1, len(network) + 1)}
    assert back.number_of_edges() == network.number_of_edges()
    assert back.nodes["n2"]["person"] == "p1"
    assert back.nodes["n2"]["note"] == "anote\nof two lines"
    assert {type(facts["weight"]) for _, _, facts in back.edges(data=True)} == {float}
    assert text == (graphml(graph) if form == "graphml" else gexf(graph, "2026-11-16"))
    assert "mail.example" not in text
    assert "1234567" not in text


def test_the_other_graph_forms_hold_the_same_links(network: nx.Graph[str]) -> None:
    """A list of links that a spreadsheet runs, or a JSON object networkx cannot take back."""
    graph = Drawn(network)
    back = nx.node_link_graph(json.loads(node_link(graph)), edges="edges")
    assert dict(back.nodes(data=True)) == dict(graph.nodes())
    assert {(one, other): facts for one, other, facts in back.edges(data=True)} == {
        (one, other): facts for one, other, facts in graph.edges()
    }
    text = edge_list(graph)
    assert live_cells(text) == []
    assert len(list(csv.DictReader(io.StringIO(text, newline="")))) == network.number_of_edges()


def test_every_format_has_its_losses_told() -> None:
    """A format of which nobody says what it loses."""
    assert set(LOSSES) == {(what, form) for what, forms in FORMATS.items() for form in forms}
    assert set(LOSSES) >= PERSONAL
    for fields in (PEOPLE, SHORTLIST, PRIVATE_SHORTLIST, EDGES):
        assert fields[-1].key in ("last_event_on", "id", "latency"), "the last column is free text"
        assert len({one.key for one in fields}) == len(fields)
        assert {one.kind for one in fields} <= {"text", "day", "number", "flag", "link", "list"}


@pytest.mark.parametrize("form", sorted(KEPT))
def test_each_format_keeps_the_columns_it_says(form: str) -> None:
    """A table of losses that says another thing than the file: a column gone untold, or kept untold."""
    other = {"list": ("canary",), "flag": True, "number": 424242}
    days = {one.key: f"2{number:03}-01-01" for number, one in enumerate(PEOPLE)}
    kept = []
    for one in PEOPLE:
        value = other.get(one.kind, days[one.key] if one.kind == "day" else "canary")
        with_it, without = person(7, **{one.key: value}), person(7, **{one.key: "" if one.kind == "text" else None})
        if one.kind == "list":
            without[one.key] = ()
        if _written(form, with_it) != _written(form, without):
            kept.append(one.key)
    assert tuple(kept) == KEPT[form]


def _written(form: str, row: dict[str, Any]) -> str | bytes:
    if form == "xlsx":
        return workbook(Sheet("People", PEOPLE, [row]))[0]
    if form == "vcf":
        return vcf_text([row])
    return people_text([row], "2026-11-16") if form == "md" else csv_text(PEOPLE, [row])


def _page() -> str:
    """Return docs/explanation/export-losses.md as the tables in the code have it."""
    head = PAGE.read_text(encoding="utf-8").partition("\n## Columns of people\n")[0]
    forms = sorted(KEPT)
    lines = [
        head,
        "## Columns of people\n",
        f"| column | meaning | {' | '.join(forms)} |",
        f"|---|---|{'---|' * len(forms)}",
    ]
    for one in PEOPLE:
        marks = " | ".join("yes" if one.key in KEPT[form] else "-" for form in forms)
        lines.append(f"| `{one.key}` | {one.doc} | {marks} |")
    for title, fields in (("a shortlist", PRIVATE_SHORTLIST), ("the links of a graph as csv", EDGES)):
        lines += [f"\n## Columns of {title}\n", "| column | meaning |", "|---|---|"]
        lines += [f"| `{one.key}` | {one.doc} |" for one in fields]
    lines.append("\n## What is lost")
    for (what, form), losses in LOSSES.items():
        lines += [f"\n**{what} as {form}**" + (" loses:\n" if losses else " loses nothing: it reads back to the same.")]
        lines += [f"- {one}" for one in losses]
    return "\n".join(lines) + "\n"


def test_the_page_of_losses_is_up_to_date() -> None:
    """A page that promises what a format does not keep; REWRITE_GOLDEN=1 writes it anew."""
    if os.environ.get("REWRITE_GOLDEN"):
        PAGE.write_text(_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == _page()
