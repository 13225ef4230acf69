"""What the user wrote down after a talk: notes with their themes, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass

HEARD, OPEN, RESUME, SHOWN, WILL = "", "open", "resume", "resume-shown", "will"
THEMES = {
    HEARD: "what you heard",
    OPEN: "a question left open; the next sheet asks it",
    RESUME: "a change they suggested to your resume",
    SHOWN: "which version of your resume you showed them",
    WILL: "what you will do with what you heard; the thank-you says so",
}
"""The themes that netscout does something with; any other word of one's own may be one."""
THEME_MOST = 40
"""Characters of a theme."""
NOTE_MOST = 10_000
"""Characters of a note."""
VERDICTS = ("onward", "unsure", "away")
"""What a talk may leave the user with."""
ANSWERS = ("yes", "no", "later")
"""What the user may decide about a target."""
CADENCES = {"30": 30, "60": 60, "90": 90, "180": 180, "off": 0}
"""How often to keep in touch: calendar days between contacts, 0 for never."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line on somebody: `on` is `YYYY-MM-DD`, `theme` "" where it has none."""

    person: str
    on: str
    text: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the user makes of a talk, on a day; scores are 1 to 5, None where none was given, texts "" likewise.

    `energy`: would I do this on a grey Tuesday; `fit`: are my strengths used, the demands bearable; `evidence`: on what
    that rests, in a line.
    """

    on: str
    energy: int | None = None
    fit: int | None = None
    evidence: str = ""
    verdict: str = ""
    backup: str = ""
    next_step: str = ""
