"""A person taken out of `targets.toml`, the user's own file: every comment that does not name them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.files import write_atomic
from netscout.settings import read_plan, read_plan_text
from netscout.store.mentions import Mention

if TYPE_CHECKING:
    from pathlib import Path

    from netscout.model.scrub import Scrub

_OF_PEOPLE = "manager"
_OF_PLACES = ("employer", "place")


def forget_person(path: Path, scrub: Scrub) -> bool:
    """Take a person out of `targets.toml`, every comment that does not name them kept; return whether it changed.

    A manager or alias that names them goes, as does their entry in a list; elsewhere their words are replaced. Where
    the file is a link, the file it leads to is written.

    Raises:
        SettingsError: the file cannot be read as it is; nothing was changed.
        OutputError: it cannot be written; nothing was changed.
    """
    before, after = _texts(path, scrub)
    if after == before:
        return False
    write_atomic(path.resolve() if path.is_symlink() else path, after)
    return True


def left_in_plan(path: Path, scrub: Scrub) -> list[Mention]:
    """Return the lines of `targets.toml` that may name the person and stay, as they will be (raises SettingsError)."""
    _, after = _texts(path, scrub)
    lines = enumerate(after.splitlines(), 1)
    return [Mention("", f"{path.name} line {at}", "", line.strip()) for at, line in lines if scrub.stays_in(line)]


def _texts(path: Path, scrub: Scrub) -> tuple[str, str]:
    """Return the text of the file, and what it is without the person; both "" where there is no file."""
    if not path.exists():
        return "", ""
    import tomlkit

    read_plan(path)
    document: Any = tomlkit.parse(path.read_bytes().decode("utf-8"))
    before = tomlkit.dumps(document)
    aliases = document.get("aliases", {})
    for key in [key for key, value in aliases.items() if scrub.names_them(key) or scrub.names_them(str(value))]:
        del aliases[key]
    for name, value in list(document.get("me", {}).items()):
        about = name == _OF_PEOPLE and scrub.names_their_person(str(value))
        if about or (name in _OF_PLACES and scrub.names_them(str(value))):
            del document["me"][name]
    for row in document.get("target", []):
        _forget_in_target(row, scrub)
    after = scrub.clean(tomlkit.dumps(document))
    read_plan_text(after.encode("utf-8"), path.name)
    return before, after


def _forget_in_target(row: Any, scrub: Scrub) -> None:  # noqa: ANN401  # a table of tomlkit
    for name, value in list(row.items()):
        if isinstance(value, list):
            for place in reversed(range(len(value))):
                if scrub.names_them(str(value[place])) and (name != "roles" or len(value) > 1):
                    del value[place]
        elif isinstance(value, str) and scrub.names_them(value):
            row[name] = scrub.clean(value)
