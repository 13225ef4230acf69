"""Every default in one frozen value, and `targets.toml`: read with the standard library, edited with comments kept."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netscout.errors import Place, SettingsError
from netscout.files import finish_replacing, make_folder, write_atomic
from netscout.model.own_question import PHASES, OwnQuestion
from netscout.model.target import Me, Target, fault_of
from netscout.settings_campaign import Calendar, read_calendar, read_limits
from netscout.settings_tables import check_keys, read_rows, read_table, read_text, read_texts

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused, counted while reading; bytes unless named otherwise."""

    archive_members: int = 5_000
    archive_bytes: int = 1 << 30
    archive_ratio: int = 100
    archive_ratio_from: int = 8 << 20
    file_bytes: int = 1 << 30
    field_bytes: int = 4 << 20
    columns: int = 1_000
    rows: int = 2_000_000
    folder_files: int = 5_000
    folder_depth: int = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """Every number that shapes a list. Guesses are marked as such in docs/reference/settings.md.

    Any field but the tables may be set in `[weights]` of targets.toml.
    """

    limits: Limits = field(default_factory=Limits)
    # chance to answer: cut points of the bands (guess)
    band_likely: float = 0.50
    band_may: float = 0.33
    # strength: cut points of warmth (guess)
    warm_from: float = 0.50
    cooling_from: float = 0.20
    dormant_days: int = 365
    # role fit (guess)
    fit_holds: float = 1.0
    fit_same_code: float = 0.8
    fit_rung: float = 0.6
    fit_held: float = 0.5
    fit_neighbour: float = 0.45
    fit_training: float = 0.35
    # context of fit (guess)
    company_other: float = 0.85
    company_related: float = 0.95
    industry_unknown: float = 0.95
    industry_other: float = 0.9
    place_unknown: float = 0.95
    place_other: float = 0.8
    seniority_two: float = 0.9
    seniority_three: float = 0.75
    # scores, in points
    familiarity_points: float = 25.0
    ask_points: float = 15.0
    open_ask_points: float = 30.0
    favour_points: float = 10.0
    favour_points_most: float = 30.0
    info_slider: float = 0.5
    # what finished requests taught, in logits
    reply_shift: float = 0.0
    # the list
    diversity: float = 0.5
    per_company: int = 2
    dormant_slots: int = 2
    unexpected_slots: int = 1
    entry_level_least: int = 3
    dormant_fit: float = 0.4
    facet_company: float = 1.0
    facet_community: float = 1.0
    facet_industry: float = 0.6
    facet_seniority: float = 0.4
    facet_place: float = 0.2
    # data kept (months; 0 = no limit)
    keep_months: int = 0

    def fit_levels(self) -> dict[str, float | None]:
        """Return the number behind each named level of role fit; None for a title that is not understood."""
        return {
            "holds": self.fit_holds,
            "same-code": self.fit_same_code,
            "rung": self.fit_rung,
            "held": self.fit_held,
            "neighbour": self.fit_neighbour,
            "training": self.fit_training,
            "no": 0.0,
            "unknown": None,
        }

    def weights(self) -> dict[str, float]:
        """Return every number a user may set under `[weights]`, by name."""
        return {one.name: float(getattr(self, one.name)) for one in fields(self) if one.name != "limits"}


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything `targets.toml` says; `limits` are those on asking that were set, by their id in `model.caps.CAPS`."""

    me: Me = field(default_factory=Me)
    calendar: Calendar = field(default_factory=Calendar)
    targets: tuple[Target, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    questions: tuple[OwnQuestion, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)

    def target(self, name: str | None) -> Target | None:
        """Return the named target, or the one of highest motivation (ties in file order); None if there is none.

        Raises:
            SettingsError: a name that no target bears, with the nearest one.
        """
        if name is None:
            return min(self.targets, key=lambda one: -one.motivation, default=None)
        for one in self.targets:
            if one.name.casefold() == name.casefold():
                return one
        known = [one.name for one in self.targets]
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known) or 'none yet'}."
        raise SettingsError(
            "there is no target of that name.", f"{hint} See `netscout target list`.", code="unknown-target"
        )


TEMPLATE = """\
# netscout reads this file at each command. Yours to edit; netscout keeps your comments.
# Every key is explained in the reference under "targets.toml".

[me]
# name = "Your Name"
# linkedin = "https://www.linkedin.com/in/you"
# employer = "Your present employer"
# manager = "profile URL or name of your manager: never put on a list"
# employer_known = false      # true once your employer knows of your plans

"""

_ME = {one.name for one in fields(Me)}
_TARGET = {one.name for one in fields(Target)}
_WEIGHTS = {one.name for one in fields(Settings)} - {"limits"}
_QUESTION = {one.name for one in fields(OwnQuestion)}
_TOP = {"me", "calendar", "campaign", "target", "aliases", "weights", "question"}


def read_plan(path: Path) -> Plan:
    """Read `targets.toml`; a missing file is an empty plan.

    Raises:
        SettingsError: unreadable TOML (with its line), an unknown key (with the nearest known one), a wrong value.
    """
    try:
        finish_replacing(path.parent)  # an interrupted `restore` decides which file holds
        return read_plan_text(path.read_bytes(), path.name) if path.exists() else Plan()
    except OSError as fault:
        raise SettingsError("this file cannot be read.", "Look at its permissions.", Place(path.name)) from fault


def read_plan_text(text: bytes, name: str) -> Plan:
    """Read the bytes of a `targets.toml`; `name` is what faults call it. Raises as `read_plan`."""
    try:
        raw = tomllib.loads(text.decode("utf-8"))
    except (ValueError, RecursionError) as fault:  # no TOML, no UTF-8, a number or nesting beyond Python's bounds
        said = re.search(r"\(at line (\d+), column \d+\)", str(fault))
        what, line = ("Mend the line named", int(said[1])) if said else ("Mend it", None)
        raise SettingsError(
            "this file is no valid TOML.", f"{what}, then give the command again.", Place(name, line)
        ) from fault
    return _plan(raw, name)


def add_target(path: Path, target: Target) -> None:
    """Append or replace one `[[target]]`, every comment of the file kept; the folder is made if missing."""
    make_folder(path.parent)
    document = _document(path)
    import tomlkit

    table = tomlkit.table()
    for name, value in _target_items(target):
        table[name] = value
    rows = document.get("target")
    if rows is None:
        rows = tomlkit.aot()
        document["target"] = rows
    for place, row in enumerate(rows):
        if str(row.get("name", "")).casefold() == target.name.casefold():
            rows[place] = table
            break
    else:
        rows.append(table)
    write_atomic(path, tomlkit.dumps(document))


def ensure_file(path: Path) -> None:
    """Write a `targets.toml` that explains itself where there is none."""
    if not path.exists():
        make_folder(path.parent)
        write_atomic(path, TEMPLATE)


def remove_target(path: Path, name: str) -> bool:
    """Remove the `[[target]]` of that name; return whether there was one."""
    document = _document(path)
    import tomlkit

    rows = document.get("target")
    if rows is None:
        return False
    for place, row in enumerate(rows):
        if str(row.get("name", "")).casefold() == name.casefold():
            del rows[place]
            if not len(rows):
                del document["target"]
            write_atomic(path, tomlkit.dumps(document))
            return True
    return False


def set_weight(path: Path, name: str, value: float) -> None:
    """Set one number of the `[weights]` table, every comment of the file kept."""
    make_folder(path.parent)
    document = _document(path)
    import tomlkit

    if "weights" not in document:
        document["weights"] = tomlkit.table()
    document["weights"][name] = value
    write_atomic(path, tomlkit.dumps(document))


def drop_weight(path: Path, name: str) -> bool:
    """Take one number out of the `[weights]` table, every comment of the file kept; return whether it was there."""
    document = _document(path)
    if name not in document.get("weights", {}):
        return False
    del document["weights"][name]
    empty = not document["weights"].as_string().strip()
    if empty:
        del document["weights"]
    import tomlkit

    text = tomlkit.dumps(document)
    write_atomic(path, text.rstrip("\n") + "\n" if empty else text)
    return True


def set_me(path: Path, values: Mapping[str, str | bool | list[str]]) -> None:
    """Set keys of the `[me]` table, every comment of the file kept."""
    make_folder(path.parent)
    document = _document(path)
    import tomlkit

    if "me" not in document:
        document["me"] = tomlkit.table()
    for name, value in values.items():
        document["me"][name] = value
    write_atomic(path, tomlkit.dumps(document))


def _document(path: Path) -> Any:  # noqa: ANN401  # tomlkit's documents behave as nested dicts of any value
    import tomlkit

    read_plan(path)
    return tomlkit.parse(path.read_text(encoding="utf-8") if path.exists() else TEMPLATE)


def _target_items(target: Target) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [("name", target.name), ("roles", list(target.roles))]
    rows += [(name, list(value)) for name in ("companies", "industries", "places") if (value := getattr(target, name))]
    if target.seniority:
        rows.append(("seniority", target.seniority))
    rows.append(("motivation", target.motivation))
    if target.mode != "exploring":
        rows.append(("mode", target.mode))
    return rows


def _plan(raw: dict[str, Any], file: str) -> Plan:
    check_keys(raw, _TOP, file, "")
    me_table, calendar, weights = (read_table(raw, name, file) for name in ("me", "calendar", "weights"))
    limits = read_limits(read_table(raw, "campaign", file), file)
    check_keys(me_table, _ME, file, "[me] ")
    check_keys(weights, _WEIGHTS, file, "[weights] ")
    targets = tuple(_target(row, file) for row in read_rows(raw, "target", file))
    names = [one.name.casefold() for one in targets]
    if len(set(names)) < len(names):
        raise SettingsError("two targets bear one name.", "Give each [[target]] a name of its own.", Place(file))
    aliases = {str(key): str(value) for key, value in read_table(raw, "aliases", file).items()}
    own = tuple(_question(row, file) for row in read_rows(raw, "question", file))
    days = read_calendar(calendar, file)
    return Plan(_me(me_table, file), days, targets, aliases, _settings(weights, file), own, limits)


def _me(table: dict[str, Any], file: str) -> Me:
    words = {name: read_text(table, name, file) for name in ("name", "linkedin", "employer", "manager", "place")}
    known = table.get("employer_known", False)
    if not isinstance(known, bool):
        raise SettingsError("employer_known must be true or false.", "Write it without quotes.", Place(file))
    return Me(
        **words,
        emails=read_texts(table, "emails", file),
        employer_known=known,
        language=read_text(table, "language", file, "en") or "en",
    )


def _target(row: Any, file: str) -> Target:  # noqa: ANN401  # a TOML value before it is checked
    if not isinstance(row, dict):
        raise SettingsError("a target must be a table.", "Write [[target]] on a line of its own.", Place(file))
    check_keys(row, _TARGET, file, "[[target]] ")
    name, roles = read_text(row, "name", file), read_texts(row, "roles", file)
    if not name or not roles:
        raise SettingsError(
            "a target needs a name and at least one role.", 'Write name = "..." and roles = ["..."].', Place(file)
        )
    motivation = row.get("motivation", 3)
    if not isinstance(motivation, int) or isinstance(motivation, bool) or not 1 <= motivation <= 5:
        raise SettingsError(
            "motivation must be a whole number from 1 to 5.", "1 is mild interest, 5 the dream.", Place(file)
        )
    mode = read_text(row, "mode", file, "exploring")
    if mode not in ("exploring", "job-seeking"):
        raise SettingsError("mode must be exploring or job-seeking.", "exploring is the default.", Place(file))
    lists = {key: read_texts(row, key, file) for key in ("companies", "industries", "places")}
    target = Target(name, roles, **lists, seniority=read_text(row, "seniority", file), motivation=motivation, mode=mode)
    if fault := fault_of(target):
        raise SettingsError(*fault, Place(file))
    return target


def _question(row: Any, file: str) -> OwnQuestion:  # noqa: ANN401  # a TOML value before it is checked
    table = row if isinstance(row, dict) else {}
    check_keys(table, _QUESTION, file, "[[question]] ")
    text, phase, minutes = (
        read_text(table, "text", file),
        read_text(table, "phase", file, "work"),
        table.get("minutes", 2),
    )
    if not text or len(text) > 300 or not text.isprintable():
        raise SettingsError("a question needs its text, in a line.", 'Write text = "How ...?"', Place(file))
    if phase not in PHASES:
        raise SettingsError("phase is no part of a talk.", f"Write one of: {', '.join(PHASES)}.", Place(file))
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= 5:
        raise SettingsError("minutes of a question must be a whole number from 1 to 5.", "Usual are 2.", Place(file))
    return OwnQuestion(text, phase, minutes, read_text(table, "target", file))


def _settings(weights: dict[str, Any], file: str) -> Settings:
    defaults, values = Settings(), {}
    for name, value in weights.items():
        wanted = type(getattr(defaults, name))
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or (wanted is int and not isinstance(value, int))
        ):
            raise SettingsError(
                f"[weights] {name} must be a number.", f"The default is {getattr(defaults, name)}.", Place(file)
            )
        values[name] = wanted(value)
    return replace(defaults, **values)
