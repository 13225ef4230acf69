"""Tables of `targets.toml` taken apart: what is missing, unknown or of another kind is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.errors import Place, SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_KEY = 60
"""Letters of a key that a fault repeats."""


def read_rows(raw: dict[str, Any], name: str, file: str) -> list[Any]:
    """Return the `[[name]]` tables; raises SettingsError."""
    rows = raw.get(name, [])
    if not isinstance(rows, list):
        raise SettingsError(
            f"[{name}] stands once; write [[{name}]].", f"Use two brackets for each {name}.", Place(file)
        )
    return rows


def read_table(raw: dict[str, Any], name: str, file: str) -> dict[str, Any]:
    """Return the `[name]` table, empty if missing; raises SettingsError."""
    value = raw.get(name, {})
    if not isinstance(value, dict):
        raise SettingsError(f"[{name}] must be a table.", f"Write [{name}] on a line of its own.", Place(file))
    return value


def check_keys(table: Mapping[str, Any], known: set[str], file: str, where: str) -> None:
    """Refuse a key that is not known, with the nearest one (SettingsError)."""
    for key in table:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, sorted(known), 1)
            hint = f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(sorted(known))}."
            shown = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]} ..."
            raise SettingsError(f"{where}{shown} is no key netscout knows.", hint, Place(file))


def read_text(table: Mapping[str, Any], name: str, file: str, default: str = "") -> str:
    """Return a text of a table; raises SettingsError."""
    value = table.get(name, default)
    if not isinstance(value, str):
        raise SettingsError(f"{name} must be a text in quotes.", "Put quotes around it.", Place(file))
    return value.strip()


def read_texts(table: Mapping[str, Any], name: str, file: str) -> tuple[str, ...]:
    """Return the texts of a list; one text alone is a list of one; raises SettingsError."""
    value = table.get(name, [])
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SettingsError(f"{name} must be a list of texts.", f'Write {name} = ["one", "two"].', Place(file))
    return tuple(one.strip() for one in value if one.strip())
