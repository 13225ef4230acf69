"""The shipped tables of organisations, aliases, legal forms and words hold together."""

from __future__ import annotations

import re

import pytest

from netscout.matching.company_names import fold, read_rows, word_classes
from netscout.matching.company_resolver import Resolver
from netscout.matching.company_table import OWNED, SAME, shipped_directory
from netscout.matching.sectors import sectors

COMPANIES = read_rows("companies.csv")
ALIASES = read_rows("company_aliases.csv")


def test_companies_are_unique_dated_and_of_a_known_sector() -> None:
    """A repeated key would hide a row; a fact without date cannot be checked; a sector nobody knows fits nothing."""
    assert len(COMPANIES) >= 250
    assert len({row["key"] for row in COMPANIES}) == len(COMPANIES)
    assert len({" ".join(fold(row["name"])) for row in COMPANIES}) == len(COMPANIES)
    for row in COMPANIES:
        assert re.fullmatch(r"20\d\d-\d\d", row["as_of"]), row
        assert row["sector"] in sectors(), row
        assert row["source"], row


def test_every_sector_and_continent_is_served() -> None:
    """The table must not serve one trade or one country only."""
    assert len({row["sector"] for row in COMPANIES}) >= 35
    countries = {row["country"] for row in COMPANIES}
    assert countries >= {"US", "BR", "DE", "GB", "NG", "ZA", "IN", "CN", "JP", "AU", "IL", "AE"}


def test_aliases_point_to_known_keys_and_are_dated() -> None:
    """An alias of nobody would be a dead row."""
    keys = {row["key"] for row in COMPANIES}
    for row in ALIASES:
        assert row["key"] in keys, row
        assert row["relation"] in {*SAME, *OWNED}, row
        assert re.fullmatch(r"20\d\d-\d\d", row["as_of"]), row
        assert row["sector"] == "" or row["sector"] in sectors(), row


def test_no_alias_is_another_organisations_official_name() -> None:
    """Otherwise one organisation would swallow another."""
    names = {" ".join(fold(row["name"])): row["key"] for row in COMPANIES}
    for row in ALIASES:
        if row["relation"] in SAME:
            assert names.get(" ".join(fold(row["alias"])), row["key"]) == row["key"], row


def test_every_name_and_alias_resolves_to_its_own() -> None:
    """Each row does what it says."""
    resolver = Resolver(shipped_directory())
    for row in COMPANIES:
        hit = resolver.resolve(row["name"])
        assert hit is not None
        assert hit.key == row["key"], row
    for row in ALIASES:
        if row["relation"] in SAME:
            hit = resolver.resolve(row["alias"])
            assert hit is not None
            assert hit.key == row["key"], row


def test_ownership_has_no_circles() -> None:
    """A circle of parents would never end."""
    directory = shipped_directory()
    for key in directory.organisations:
        for parent, path in directory.ancestors(key):
            assert parent != key
            assert len(path) <= 5
        assert directory.root(key)


@pytest.mark.parametrize("name", ["legal_forms.csv", "sector_words.csv", "company_places.csv"])
def test_word_tables_hold_no_repeats(name: str) -> None:
    """A repeated row is a slip; the first would win silently."""
    rows = [tuple(row.values()) for row in read_rows(name)]
    assert len(rows) == len(set(rows))


def test_word_classes_hold_no_repeats_and_fold_to_themselves() -> None:
    """A word that does not look as names do after folding would never be met."""
    for row in read_rows("company_words.csv"):
        words = row["words"].split("|")
        assert len(words) == len(set(words)), row["class"]
    for name in ("light", "division", "field", "strict", "blocker", "common", "generic", "direction"):
        for word in word_classes()[name]:
            assert " ".join(fold(word)) == word, (name, word)
