"""The words of a person found in any usual writing, and nothing else taken for them."""

from __future__ import annotations

import pytest

from netscout.model.scrub import Scrub

WHO = Scrub(
    ("Zoë Quill-Feather", "Data"), ("zoe-q-7", "london"), ("zq@mail.example", "+1 555 0107"), ("Zoë", "Quill-Feather")
)


@pytest.mark.parametrize(
    "text",
    [
        *("Zoë Quill-Feather", "ZOË QUILL-FEATHER", "Zoe Quill Feather", "Zoe\u0308 Quill-Feather"),
        *("Quill-Feather, Zoë", "notes-zoe_quill_feather.md", "ask Zoë  Quill-Feather about it"),
        *("https://www.linkedin.com/in/zoe-q-7/", "p0007-zoe-q-7.md", "linkedin.com/in/london"),
        *("mail zq@mail.example", "zq%40mail.example", "+1 555 0107", "london", "Data"),
    ],
)
def test_every_usual_writing_is_found(text: str) -> None:
    """The name would stay in the plan, in file names, or in notes nobody was told of."""
    assert WHO.names_them(text)


@pytest.mark.parametrize("text", ["", "Zoology", "data analyst in london", "Ozoë Quill-Feathery", "Zoë Example"])
def test_common_words_are_left_alone(text: str) -> None:
    """A role or a place that equals a slug would be cut out of the plan."""
    assert not WHO.names_them(text)
    assert WHO.clean(text) == text


def test_a_first_name_alone_may_mean_them() -> None:
    """A note that calls them by first name would not be listed for the user to decide."""
    assert WHO.may_mean("ask Zoe first")
    assert not WHO.may_mean("Zoology")


def test_cleaning_leaves_no_word() -> None:
    """Half a name would stay beside the half that was replaced."""
    assert WHO.clean("# boss: Zoë Quill-Feather <zq@mail.example>") == "# boss: forgotten-person <forgotten-person>"
    assert Scrub().clean("as it is") == "as it is"
    assert not Scrub().may_mean("as it is")
