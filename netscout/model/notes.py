"""What the user wrote down after a talk: notes with their themes, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass

HEARD, OPEN, RESUME, SHOWN, WILL, GIVE = "", "open", "resume", "resume-shown", "will", "give"
THANKS = "thanks"
THEMES = {
    HEARD: "what you heard",
    OPEN: "a question left open; the next sheet asks it",
    RESUME: "a change they suggested to your resume",
    SHOWN: "which version of your resume you showed them",
    WILL: "what you will do with what you heard; the thank-you says so",
    THANKS: "one thing they said, in words they may read; the thank-you takes it first",
    GIVE: "something you could do for them; an introduction only if both sides want it",
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
CADENCES = {"30": 30, "60": 60, "90": 90, "180": 180, "off": 0, "usual": None}
"""How often to keep in touch: calendar days between contacts, 0 for never, None as the table of debts says."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What a person gave the user, and how often the user did something for them."""

    talks: int = 0
    advice: int = 0
    named: int = 0
    given: int = 0

    @property
    def received(self) -> int:
        """Return how many things they gave: talks, pieces of advice, names."""
        return self.talks + self.advice + self.named

    @property
    def owed(self) -> int:
        """Return how many of these have no return yet; never below 0."""
        return max(self.received - self.given, 0)


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
