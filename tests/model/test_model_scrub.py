"""The words of a person found in any usual writing, and nothing else taken for them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


STREET = Scrub(("Jürg Müßigmann",), ("juergmuessig",), ("j@canary.example", "+41 79 555 01 02"), ("Jürg", "Müßigmann"))
SPELT = st.sampled_from(["Jürg Müßigmann", "JÜRG MÜSSIGMANN", "jürg müssigmann", "Müßigmann, Jurg", "jurg_mussigmann"])


@given(st.text(max_size=9), SPELT, st.sampled_from(["NFC", "NFD"]), st.text(max_size=9))
def test_a_name_is_cut_out_and_nothing_else(before: str, name: str, form: str, after: str) -> None:
    """A sharp s, a composed letter or capitals would hide the name, or the words around it would be cut with it."""
    spelt = unicodedata.normalize("NFC" if form == "NFC" else "NFD", name)
    assert STREET.clean(f"{before} {spelt}: {after}") == f"{before} forgotten-person: {after}"


@given(st.text())
def test_other_texts_stay_as_they_are(text: str) -> None:
    """A text about nobody would come back without its accents, or in other letters."""
    assert STREET.clean(text) == text


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        *((text, True) for text in ("call 079 555 01 02", "+41795550102", "0041 (79) 555-01-02", "Müssigmann Ltd")),
        *((text, False) for text in ("call 555 01 02 03", "2024-01-02 079 555", "Mussig", "0102")),
    ],
)
def test_what_may_mean_them_is_listed(text: str, *, listed: bool) -> None:
    """A telephone number in another spelling would stay without a word, or every date would be called theirs."""
    assert STREET.may_mean(text) is listed
    assert not STREET.names_them(text) or text == "Müssigmann Ltd"


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        *(
            (text, True)
            for text in ("juergmuessig-thread", "2-j@canary.example", "JurgMussigmann1", "t_jürg-müßigmann")
        ),
        *((text, False) for text in ("c1", "2-ZmFrZQ==", "")),
    ],
)
def test_ids_made_of_them_are_theirs(text: str, *, theirs: bool) -> None:
    """The id of a conversation would keep the name of who was in it."""
    assert STREET.is_theirs(text) is theirs


def test_a_name_of_one_word_is_theirs_where_a_person_or_file_is_meant() -> None:
    """Somebody with a single name would stay in the plan, or a common word would be cut out of it."""
    one = Scrub(("Quibblex",))
    assert one.names_their_person("Quibblex, head of it")
    assert one.clean("Quibblex.csv") == "forgotten-person.csv"
    for text in ("Quibblex knows everyone", "quibblexes.csv", "quibblex.example"):
        assert not one.names_them(text)
    assert not one.stays_in("quibblex.csv")
    assert one.stays_in("list of quibblex.doc")
