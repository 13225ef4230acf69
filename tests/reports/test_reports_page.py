"""The file itself: shut by its policy, deterministic, small, and holding no more than its form allows."""

from __future__ import annotations

import json
import re
import stat
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from netscout.model.export import SourceFile
from netscout.model.report import ReportData
from netscout.reports.page import SCRIPTS, render, render_map, write_page
from netscout.reports.policy import chart_library, digest, json_block, quicken, unpack_text
from tests.reports.hostile_report import PAYLOADS, hostile
from tests.reports.page_parts import Parts
from tests.reports.sample_report import report

LINKS = re.compile(
    r"#[\w-]+|https://www\.linkedin\.com/in/[A-Za-z0-9%._~-]+"
    r"|https://www\.linkedin\.com/search/results/people/\?keywords=[A-Za-z0-9%._~-]*"
)


@pytest.fixture(scope="module", params=["plain", "hostile", "map", "share"])
def page(request: pytest.FixtureRequest) -> str:
    """Return a page of each kind."""
    if request.param == "map":
        return render_map(report(60))
    if request.param == "share":
        return render(replace(report(60), form="share"))
    return render(hostile() if request.param == "hostile" else report(60))


@pytest.mark.check(30, 31)
def test_policy_first_and_hashes_equal(page: str) -> None:
    """A script would run that the policy does not name, or the library would be refused."""
    parts = Parts(page)
    inside = [tag for tag, _ in parts.tags]
    place = inside.index("head") + 1
    tag, attributes = parts.tags[place]
    assert (tag, attributes["http-equiv"]) == ("meta", "Content-Security-Policy")
    policy = attributes["content"] or ""
    packed = next(text for found, text in parts.scripts if found.get("id") == "chart-library")
    wanted = {f"'sha256-{digest(text)}'" for text in (*parts.run(), unpack_text(packed))}
    assert set(re.findall(r"'sha256-[^']+'", policy)) == wanted
    assert re.sub(r" 'sha256-[^']+'", "", policy) == (
        "default-src 'none'; script-src; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert ("meta", {"name": "referrer", "content": "no-referrer"}) in parts.tags


@pytest.mark.check(31)
def test_nothing_active(page: str) -> None:
    """A handler, frame, form or foreign resource would stand in the page."""
    parts = Parts(page)
    tags = {tag for tag, _ in parts.tags}
    assert not tags & {"iframe", "object", "embed", "form", "base", "link", "img", "audio", "video", "svg", "math"}
    assert not [key for _, attributes in parts.tags for key in attributes if key.startswith("on") or key == "src"]
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert "@import" not in styles[0]
    assert "url(" not in styles[0]


@pytest.mark.check(32)
def test_links(page: str) -> None:
    """A link would lead elsewhere than to this page, a profile or a search on the one fixed host."""
    for tag, attributes in Parts(page).tags:
        if "href" in attributes:
            assert tag == "a"
            assert LINKS.fullmatch(attributes["href"] or ""), attributes["href"]
            if (attributes["href"] or "").startswith("https"):
                assert attributes["rel"] == "noopener noreferrer"
                assert attributes["target"] == "_blank"


def test_hostile_names_are_on_the_page_as_text() -> None:
    """A payload would be dropped, or stand there as markup."""
    parts = Parts(render(hostile()))
    assert "<img src=x onerror=window.netscoutCanary(1)>" in parts.text
    names = parts.block("people-data")["name"]
    assert sum("netscoutCanary" in name for name in names) >= 60
    assert len(parts.run()) == len(SCRIPTS)
    assert not [name for name in names if re.search("[\u202a-\u202e\u2066-\u2069\x00-\x1f]", name)]


def test_chart_texts_are_escaped() -> None:
    """Plotly would read a name as markup in a hover or label."""
    data = Parts(render(hostile())).block("chart-data")
    charts = json.dumps([data["hover"], data["links"], [one["figure"] for one in data["maps"].values()]])
    loose = re.sub(r"</?b>|<br>", "", charts)
    assert "<" not in loose
    assert "scattergl" not in charts


@pytest.mark.parametrize("text", PAYLOADS)
def test_json_block_cannot_end(text: str) -> None:
    """Data would end its script block, or not read back."""
    made = json_block({"name": text})
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == {"name": text}


def test_library_is_quickened() -> None:
    """A browser would read the library twice before it runs it, or a letter of it would be lost."""
    text, _ = chart_library()
    assert text.isascii()
    assert text.count("? self : this, (() => {") == 1
    assert text.rstrip().endswith("})));")
    assert quicken("x = 'µ\U0001f600';") == "x = '\\u00b5\\ud83d\\ude00';"


def test_lists_never_wait_for_the_charts() -> None:
    """The charts' data and library would stand before the script that searches the long table."""
    parts = Parts(render(report(60)))
    names = [attributes.get("id", "") for attributes, _ in parts.scripts]
    searching = next(place for place, (_, text) in enumerate(parts.scripts) if "netscoutPeople = {" in text)
    assert names.index("people-data") < searching < names.index("chart-data") < names.index("chart-library")


def test_scripts_lose_only_indents_and_comments() -> None:
    """A text over several lines would lose its indents, or a line that begins like a comment would be cut from it."""
    folder = Path(str(resources.files("netscout.reports"))) / "assets"
    for name in SCRIPTS:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if line.count("`") % 2]


@pytest.mark.check(61)
def test_same_bytes() -> None:
    """The same data would give another file."""
    assert render(report(80)) == render(report(80))


def test_titles_stand_in_the_embedded_data(page: str) -> None:
    """A heading would say something that the data in the page does not."""
    parts = Parts(page)
    for section in parts.block("page-data")["sections"]:
        assert " ".join(section["title"].split()) in parts.text


@pytest.mark.check(34)
def test_size_600() -> None:
    """The page of an ordinary network would grow beyond what an e-mail carries."""
    assert len(render(report(600)).encode()) <= 2_500_000


@pytest.mark.check(34)
@pytest.mark.slow
def test_size_30000() -> None:
    """The page of the largest network would grow too large."""
    assert len(render(report(30_000)).encode()) <= 4_500_000


def _told(data: ReportData) -> str:
    return render(data)


@pytest.mark.check(35)
def test_share_names_the_shortlist_only() -> None:
    """A page made to be shown would hold somebody who is not on the list."""
    data = report(300)
    page = _told(replace(data, form="share"))
    listed = {one.name for one in data.people if one.listed}
    others = {one.name for one in data.people if not one.listed} - listed
    assert not [name for name in others if name in page]
    assert all(name in page for name in listed)
    assert "people-data" not in {attributes.get("id") for attributes, _ in Parts(page).scripts}
    assert "Dear " not in page
    assert "w7f3" not in page


@pytest.mark.check(35)
def test_hidden_names() -> None:
    """With names hidden a name, a slug or an id of a person would still stand in the page."""
    data = report(300)
    page = _told(replace(data, form="share", hide_names=True))
    listed = [one for one in data.people if one.listed]
    assert not [one.name for one in listed if one.name in page]
    assert not [href for _, found in Parts(page).tags if "/in/" in (href := found.get("href") or "")]
    assert "netscout-answers" not in page
    assert not [one.id for one in listed if f'"{one.id}"' in page]
    assert "Person 1" in page
    assert data.owner not in page


def test_says_whose_it_is_and_not_to_pass_it_on() -> None:
    """A reader would not know whose network this is, or would pass on the page that names everybody."""
    mine, hidden = (Parts(render(one)).text for one in (report(30), replace(report(30), form="share", hide_names=True)))
    assert "netscout Whom to ask in the network of Noor Idris" in mine
    assert "Do not pass it on: netscout report --share writes one for others, and with --hide-names one" in mine
    assert "the network of" not in hidden


def test_arithmetic_is_explained() -> None:
    """A score of +100 in the gains beside one below nought in the parts would look like a fault."""
    text = Parts(render(report(60))).text
    assert "The score counts as 0 to 100 here" in text
    assert "points. Zero would be a sure answer and a perfect fit;" in text
    assert "points. Higher is better." in text


@pytest.mark.check(35)
def test_no_local_path() -> None:
    """A page would tell the folder in which an export lay."""
    data = report(30)
    source = SourceFile("/home/noor/secret-folder/Connections.csv", "linkedin", "00" * 32)
    page = _told(replace(data, sources=(source, replace(source, path="C:\\Users\\noor\\secret-folder\\x.zip"))))
    assert "secret-folder" not in page
    assert "Connections.csv" in page


@pytest.mark.check(36)
def test_written_whole_and_private(tmp_path: Path) -> None:
    """A page would be readable by others on the machine."""
    path = tmp_path / "report.html"
    write_page(report(30), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
