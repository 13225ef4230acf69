"""A person taken out of `targets.toml`, the user's own file: every comment that does not name them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.files import write_atomic
from netscout.settings import read_plan, read_plan_text

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.model.scrub import Scrub


def forget_person(path: Path, scrub: Scrub) -> bool:
    """Take a person out of `targets.toml`, every comment that does not name them kept; return whether it changed.

    A manager or alias that names them goes, as does their entry in a list; elsewhere their words are replaced.

    Raises:
        SettingsError: the file cannot be read as it is; nothing was changed.
        OutputError: it cannot be written; nothing was changed.
    """
    if not path.exists():
        return False
    import tomlkit

    read_plan(path)
    document: Any = tomlkit.parse(path.read_bytes().decode("utf-8"))

    before = tomlkit.dumps(document)
    aliases = document.get("aliases", {})
    for key in [key for key, value in aliases.items() if scrub.names_them(key) or scrub.names_them(str(value))]:
        del aliases[key]
    for name, value in list(document.get("me", {}).items()):
        if name in ("manager", "employer", "place") and scrub.names_them(str(value)):
            del document["me"][name]
    for row in document.get("target", []):
        _forget_in_target(row, scrub)
    text = scrub.clean(tomlkit.dumps(document))
    read_plan_text(text.encode("utf-8"), path.name)
    if text == before:
        return False
    write_atomic(path, text)
    return True


def _forget_in_target(row: Any, scrub: Scrub) -> None:  # noqa: ANN401  # a table of tomlkit
    for name, value in list(row.items()):
        if isinstance(value, list):
            for place in reversed(range(len(value))):
                if scrub.names_them(str(value[place])) and (name != "roles" or len(value) > 1):
                    del value[place]
        elif isinstance(value, str) and scrub.names_them(value):
            row[name] = scrub.clean(value)
