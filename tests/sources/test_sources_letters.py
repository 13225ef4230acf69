"""Conversations of files without ids: told apart and known again, and never called by who is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

HEAD = "FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER\n"
FIRST = "Ana Example,Me Self,2019-02-03T04:05:06,,hi,INCOMING,INBOX\n"
OTHER = "Bo Lind,Me Self,2019-02-03T04:05:06,,yo,INCOMING,INBOX\n"
LATER = "Me Self,Ana Example,2019-02-04T04:05:06,,hello,OUTGOING,INBOX\n"


def keys(load: Load, *rows: str) -> list[str]:
    """Return the conversation of each message, in file order."""
    return [one.conversation for one in load({"messages.csv": HEAD + "".join(rows)}).interactions]


def test_no_name_goes_into_the_key(load: Load) -> None:
    """Whoever guesses the name of somebody forgotten would find it confirmed in rows about others."""
    first, second = keys(load, FIRST, LATER), keys(load, FIRST.replace("Ana", "Zoe"), LATER.replace("Ana", "Zoe"))
    assert first == second
    assert len(set(first)) == 1


def test_a_longer_history_keeps_the_key(load: Load) -> None:
    """The same conversation in the next export would be another one; in whatever order its rows stand."""
    (before,) = keys(load, FIRST)
    assert keys(load, LATER, FIRST) == [before, before]


def test_two_that_begin_alike_are_two(load: Load) -> None:
    """Two people who wrote in one second would stand in one group conversation."""
    first, second = keys(load, FIRST, OTHER)
    assert first != second
    assert keys(load, FIRST.replace("2019-02-03T04:05:06", ""), OTHER.replace("2019-02-03T04:05:06", "")) == [
        "from-undated-2",
        "from-undated-2-2",
    ]


def test_ids_of_the_file_stay(load: Load) -> None:
    """Conversations that have an id would lose it."""
    head = "CONVERSATION ID," + HEAD
    export = load({"messages.csv": f"{head}c1,{FIRST},{OTHER}"})
    assert [one.conversation for one in export.interactions] == ["c1", "from-1549166706-2"]
