"""A question of the user's own, and the parts of a talk it may belong to."""

from __future__ import annotations

from dataclasses import dataclass

PHASES = ("opening", "work", "entry", "culture", "trends", "advice", "close")
"""The parts of a talk that hold questions, in the order of the talk."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """One `[[question]]` of targets.toml: a question of the user's own; `target` "" is for every one."""

    text: str
    phase: str = "work"
    minutes: int = 2
    target: str = ""
