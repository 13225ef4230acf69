"""The writers of the reference pages, each on a small piece of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tools import doc_commands, doc_errors

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def group() -> None:
    """Hold one command."""


@group.command(epilog="\b\nExamples:\n  tool add ONE\n  tool add TWO")
@click.argument("name")
@click.option("--kind", type=click.Choice(["a", "b"]), default="a", help="Which kind.")
@click.option("--tag", multiple=True, required=True, help="A tag.")
@click.option("--level", type=click.IntRange(1, 5), help="How much.")
@click.option("--quiet", is_flag=True, help="Say less.")
@click.option("--secret", hidden=True, help="Not for people.")
def add(**_: object) -> None:
    """Add something
    to the heap.
    """  # noqa: D205  # a help text that wraps is the point


def test_a_command_is_shown_whole() -> None:
    """A page that leaves out a default, a choice or an example sends its reader to the source."""
    text = doc_commands.page(group)
    assert "## add\n" in text
    assert "netscout add [OPTIONS] NAME" in text
    assert "Add something to the heap." in text
    assert "| `--kind a\\|b` | Which kind (default a). |" in text
    assert "| `--tag TEXT` | A tag (may be given several times) (needed). |" in text
    assert "| `--level 1..5` | How much. |" in text
    assert "| `--quiet` | Say less. |" in text
    assert "secret" not in text
    assert "```text\nExamples:\n  tool add ONE\n  tool add TWO\n```" in text


def test_codes_are_found_where_they_are_raised(tmp_path: Path) -> None:
    """A code that the scan does not see would never be missed on the page."""
    (tmp_path / "one.py").write_text(
        "class HeapError(Exception):\n    code = 'heap'\n"
        "def f(x):\n    raise HeapError('no.', code='full' if x else 'shut')\n"
        "def g():\n    return Notice('odd', 'a sentence'), fault('wrong', 'b')\n",
        encoding="utf-8",
    )
    assert doc_errors.codes(tmp_path) == {"errors": {"heap", "full", "shut", "wrong"}, "notices": {"odd"}}
