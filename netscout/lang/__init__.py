"""Texts and lists per language, as package data: `lang/en/request.toml` is namespace `request` of language `en`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_SLOT = re.compile(r"\{\{(\w+)\}\}")


@cache
def texts(namespace: str, language: str = "en") -> Mapping[str, str]:
    """Return the texts of one namespace; English where the language has no folder yet.

    Raises:
        FileNotFoundError: no such namespace (a fault of ours).
    """
    folder = resources.files(__package__).joinpath(language)
    source = folder.joinpath(f"{namespace}.toml")
    if not source.is_file():
        source = resources.files(__package__).joinpath("en", f"{namespace}.toml")
    with source.open("rb") as file:
        return {str(key): str(value) for key, value in tomllib.load(file).items()}


@cache
def lists(namespace: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of one namespace by name; empty where the language has none, for another's would not do."""
    folder = resources.files(__package__)
    if not re.fullmatch(r"[a-z]{2,3}", language) or not folder.joinpath(language, f"{namespace}.toml").is_file():
        return {}
    with folder.joinpath(language, f"{namespace}.toml").open("rb") as file:
        return {str(key): tuple(map(str, value)) for key, value in tomllib.load(file).items()}


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return the template with each `{{key}}` replaced once; what is inserted is never scanned again.

    Raises:
        KeyError: the template asks for a key that has no value (a fault of ours).
    """
    return _SLOT.sub(lambda found: values[found.group(1)], template)
