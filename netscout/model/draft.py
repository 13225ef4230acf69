"""A draft message and the checked facts it may be made from."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

POSITIONS, PROFILE = "Positions.csv", "Profile.csv"
"""Files that say what the user does."""
CHANNELS = ("note", "message", "email", "call", "card")


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """Everything a request may say, each from the workspace; "" or None where nothing is known.

    Attributes:
        first_name, name: of the person written to.
        me: the user's own name for the signature; "" leaves the text unsigned.
        role: the target's role phrase this person was matched to, as the user typed it.
        level: named level of role fit (`holds`, `held`, `neighbour`, ...).
        company: company name to show, "" if none or self-employed.
        list: practitioners or connectors.
        mode: exploring or job-seeking.
        label: close, know, met, stranger or "".
        recommended_me: the person wrote the user a recommendation.
        meets_people: the title says that the work brings together many people (alumni office, community, consulting).
        target_people_at_company: other contacts at the same company who hold the target role.
        former_employer: the user's former employer that is this person's present one, "" if none.
        former_until: year the user left it, "" if unknown.
        last_wrote: UTC day of the last direct message when both have written, None if never.
        mine_last: the last direct messages, of some weeks and more, are the user's alone.
        they_wrote: UTC day of their last direct message when the user never wrote back, None otherwise.
        put_off: day on which they asked the user to come back later, "" if they did not.
        referrer, referred_on: who named this person and lets the user say so, and the day; "" where nobody does.
        internal: the user's present employer where the person works there too and may be asked, "" otherwise.
        connected_on: day of the connection, None if unknown.
        i_work: the user's present job in English words, "" where no position names one.
        i_work_from: the file that says so, Positions.csv or Profile.csv.
        own_trade: that job is the one the target asks about.
    """

    first_name: str
    name: str
    me: str
    role: str
    level: str
    company: str
    list: str
    mode: str
    label: str
    meets_people: bool
    target_people_at_company: int
    former_employer: str
    former_until: str
    last_wrote: str | None
    connected_on: str | None
    recommended_me: bool = False
    they_wrote: str | None = None
    put_off: str = ""
    referrer: str = ""
    referred_on: str = ""
    internal: str = ""
    mine_last: bool = False
    i_work: str = ""
    i_work_from: str = POSITIONS
    own_trade: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A text for the user to read, change and send.

    `facts` are the (sentence, file) pairs behind its claims, `sentences` the sentence of the text that rests on each.
    """

    to: str
    kind: str
    channel: str
    mode: str
    subject: str
    body: str
    facts: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Return the number of words of the body: runs without white space that hold a letter or digit."""
        return sum(any(char.isalnum() for char in run) for run in self.body.split())

    def as_text(self) -> str:
        """Return the draft file: one header a line, an empty line, the body; no value holds more than one line."""
        head = [f"To: {one_line(self.to)}", f"Kind: {self.kind}", f"Channel: {self.channel}", f"Mode: {self.mode}"]
        if self.subject:
            head.append(f"Subject: {one_line(self.subject)}")
        return "\n".join([*head, "", self.body, ""])


def one_line(text: str) -> str:
    """Return a text without controls and runs of space, so that it can never begin a header of its own."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(" " if category(one)[0] in "CZ" else one for one in plain).split())
