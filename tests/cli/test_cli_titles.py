"""`netscout titles`: list, settle, see the list change, take back; every printed command can be pasted."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.app.test_app_titles import write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def ready(run: Run, tmp_path: Path) -> Run:
    """Return `run` over a small network with one target."""
    assert run("load", write(tmp_path)).exit_code == 0
    assert run("target", "add", "data", "--role", "data analyst").exit_code == 0
    return run


def _commands(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("  netscout ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


def test_list_settle_rank_and_back(ready: Run) -> None:
    """A list that cannot be changed by its own commands, or an undo that does not lead back."""
    listed, before = ready("titles").stdout, ready("rank", "--json").stdout
    assert '"Zorb Wrangler" (3 people): not understood.' in listed
    assert ["titles", "Zorb Wrangler", "--fits", "yes"] in _commands(listed)
    done = ready("titles", "Zorb Wrangler", "--fits", "yes")
    assert done.stdout.startswith('Noted: "Zorb Wrangler" fits data.')
    assert "netscout rank" in done.stdout
    assert ready("rank", "--json").stdout != before
    assert '"Zorb Wrangler"' not in ready("titles").stdout
    said = ready("titles", "--settled").stdout
    assert "zorb wrangler" in said
    assert "fits data: yes" in said
    assert ready("titles", "ZORB WRANGLER 🧙", "--undo").stdout == "Taken back.\n"
    assert ready("titles", "Zorb Wrangler", "--undo").stdout == "Nothing was said of that title.\n"
    assert ready("rank", "--json").stdout == before
    assert ready("titles").stdout == listed


def test_every_printed_command_settles_its_title(ready: Run) -> None:
    """A title with quotes, backticks or a formula whose command means another title, or runs something."""
    listed = ready("titles").stdout
    assert any("'" in word or "$" in word for command in _commands(listed) for word in command)
    for command in _commands(listed):
        assert ready(*command).exit_code == 0
    assert "Every title of the people on your lists is understood." in ready("titles").stdout


def test_json_is_one_object(ready: Run) -> None:
    """A script that cannot tell how many titles there are, or what was said of them."""
    found = json.loads(ready("titles", "--json", "-n", "1").stdout)
    assert list(found) == ["schema", "command", "titles", "count"]
    assert found["count"] > len(found["titles"]) == 1
    assert list(found["titles"][0]) == ["title", "people", "verdict", "why", "choices"]
    ready("titles", "MD", "--as", "Physician")
    ready("titles", "MD", "--fits", "no")
    said = json.loads(ready("titles", "--settled", "--json").stdout)
    assert (said["jobs"], said["fits"]) == ({"md": "Physician"}, {"data": {"md": "no"}})


def test_the_list_says_how_many_there_are(ready: Run) -> None:
    """A reader who takes the first for all."""
    assert "titles in all; -n " in ready("titles", "-n", "1").stdout
    assert ready("titles", "--settled").stdout.startswith("You have settled no title yet.")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("", "--as", "Physician"), 1),
        (("🚀", "--as", "Physician"), 1),
        (("MD", "--as", " "), 1),
        (("MD", "--fits", "yes", "--target", "nowhere"), 1),
        (("MD", "--fits", "perhaps"), 2),
        (("MD", "--as", "Physician", "--fits", "yes"), 2),
        (("MD", "--as", "Physician", "--undo"), 2),
        (("MD",), 2),
        (("--as", "Physician"), 2),
        (("--undo",), 2),
    ],
)
def test_what_makes_no_sense_is_refused(ready: Run, arguments: tuple[str, ...], code: int) -> None:
    """An answer that is taken although it says nothing, or two things."""
    done = ready("titles", *arguments)
    assert done.exit_code == code
    assert done.stderr
    assert "bug" not in done.stderr
    assert json.loads(ready("titles", "--settled", "--json").stdout)["jobs"] == {}


def test_a_job_nobody_knows_is_taken_by_its_words(ready: Run) -> None:
    """A user who is told that a job was understood when it was not."""
    done = ready("titles", "MD", "--as", "Zog of Zogs")
    assert done.exit_code == 0
    assert "netscout does not know that job; it is matched by its words." in done.stdout


def test_without_people_there_is_nothing_to_ask(run: Run, tmp_path: Path) -> None:
    """A network of hidden members that ends the list as a bug of ours."""
    assert run("load", write(tmp_path, ())).exit_code == 0
    done = run("titles")
    assert done.exit_code == 0, done.stderr
    assert "understood" in done.stdout
