"""The campaign's tables: events, stages with what is due, debts after a talk; code and tests read the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """An event: who acts, what it means; whether a user logs it, and whether it may speak of a day to come."""

    actor: str
    meaning: str
    by_hand: bool = True
    ahead: bool = False


EVENTS = {
    "asked": Kind("you", "you sent a request for a talk"),
    "followed-up": Kind("you", "you sent a reminder, or after a reply you offered times"),
    "replied": Kind("they", "a positive or open answer, no date yet"),
    "deferred": Kind("they", "not now; --for says when to ask again", ahead=True),
    "declined": Kind("they", "a no"),
    "bounced": Kind("the mail", "undeliverable, or a wrong address"),
    "scheduled": Kind("both", "a talk is fixed, or moved; --for is its day", ahead=True),
    "prepared": Kind("you", "the sheet for the talk is done"),
    "confirmed": Kind("both", "day, time, zone, place or number are confirmed"),
    "cancelled": Kind("either", "the talk was called off"),
    "missed": Kind("either", "somebody did not come"),
    "met": Kind("both", "the talk took place"),
    "thanked": Kind("you", "you sent thanks, for a talk, for help, or after a no"),
    "advised": Kind("they", "one piece of advice; --for is the day you want it done by", ahead=True),
    "advice-followed": Kind("you", "you followed the oldest open piece of advice"),
    "advice-dropped": Kind("you", "you gave up the oldest open piece; the reason goes into --note"),
    "referred": Kind("they", "they named somebody", by_hand=False),
    "referral-asked": Kind("you", "you asked whom they named", by_hand=False),
    "referral-met": Kind("both", "you talked to whom they named", by_hand=False),
    "decided": Kind("you", "you decided about the target", by_hand=False),
    "reported-back": Kind("you", "you told them what came of their advice or of whom they named"),
    "updated": Kind("you", "you kept them posted, with no debt behind it"),
    "gave-back": Kind("you", "you did something for them"),
    "heard-from": Kind("they", "they wrote or called first"),
    "closed": Kind("you", "you end it here"),
    "reopened": Kind("you", "you take it up again"),
    "do-not-contact": Kind("either", "never write again; final"),
    "noted": Kind("you", "a note, without effect on the clock"),
    "retracted": Kind("you", "takes back an entry; written by `netscout log --undo`", by_hand=False),
}
"""Every event, in the order of a campaign."""


@dataclass(frozen=True, slots=True)
class When:
    """A day reckoned from an anchor: business days on (`bd`), calendar days on (`day`), then to a working one (`roll`).

    `then` business days are added at last. Anchors: asked, followed, replied, meeting, until, on (the entry of the
    stage) and talk.
    """

    how: str
    anchor: str
    days: int = 0
    then: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the table of stages: next action, from when it is due and overdue, when the stage ends by itself."""

    name: str
    action: str
    due: When | None = None
    overdue: When | None = None
    rests: When | None = None
    asking: bool = False


ANSWER_DAYS = 20
"""Business days after which a request without an answer or a reminder comes to rest."""
STAGES = {
    "listed": Stage("listed", "ask"),
    "asked": Stage(
        *("asked", "follow-up", When("bd", "asked", 7), When("bd", "asked", 10), When("bd", "asked", ANSWER_DAYS)),
        asking=True,
    ),
    "followed-up": Stage(
        *("followed-up", "let-go", When("bd", "followed", 7), None, When("bd", "followed", 7)), asking=True
    ),
    "resting": Stage("resting", "none"),
    "replied": Stage("replied", "schedule", When("bd", "replied", 1), When("bd", "replied", 3), asking=True),
    "arranging": Stage(
        *("arranging", "follow-up", When("bd", "followed", 3), When("bd", "followed", 6)),
        *(When("bd", "followed", 20),),
        asking=True,
    ),
    "arranging-nudged": Stage(
        *("arranging", "let-go", When("bd", "followed", 7), None, When("bd", "followed", 7)), asking=True
    ),
    "deferred": Stage("deferred", "ask", When("roll", "until"), When("roll", "until", then=5)),
    "declined": Stage("declined", "thank", When("bd", "on", 1), When("bd", "on", 3)),
    "declined-thanked": Stage("declined", "none"),
    "bounced": Stage("bounced", "fix-address", When("bd", "on", 1), When("bd", "on", 6)),
    "scheduled": Stage("scheduled", "confirm", When("bd", "meeting", -1), When("day", "meeting"), asking=True),
    "scheduled-soon": Stage("scheduled", "meet", When("day", "meeting"), asking=True),
    "confirmed": Stage("confirmed", "meet", When("day", "meeting"), asking=True),
    "scheduled-past": Stage(
        *("scheduled", "record-outcome", When("day", "meeting", 1), When("day", "meeting", 2)), asking=True
    ),
    "confirmed-past": Stage(
        *("confirmed", "record-outcome", When("day", "meeting", 1), When("day", "meeting", 2)), asking=True
    ),
    "slipped": Stage(
        *("slipped", "reschedule", When("bd", "on", 1), When("bd", "on", 4), When("bd", "on", 20)), asking=True
    ),
    "met": Stage("met", "thank", When("day", "talk", 1), When("day", "talk", 2)),
    "thanked": Stage("thanked", "debt"),
    "in-touch": Stage("in-touch", "debt"),
    "closed": Stage("closed", "none"),
    "do-not-contact": Stage("do-not-contact", "none"),
}
"""Every row of the table of stages by its own key; several may be one stage. `debt` stands for the next of DEBTS."""
REMINDED = frozenset(key for key, row in STAGES.items() if row.action == "let-go")
"""Rows whose request had its reminder: nothing is left to write but to let it rest."""


@dataclass(frozen=True, slots=True)
class Debt:
    """A row of the table of debts; the anchor is the day it was made, or its own date (`due`)."""

    due: When
    overdue: When
    cleared_by: tuple[str, ...]


DEBTS = {
    "report-back": Debt(When("bd", "made", 5), When("bd", "made", 10), ("reported-back",)),
    "follow-advice": Debt(When("bd", "made", 10), When("bd", "due", 5), ("advice-followed", "advice-dropped")),
    "contact-referral": Debt(When("bd", "made", 3), When("bd", "made", 10), ("referral-asked",)),
    "check-intro": Debt(When("roll", "made", 7), When("roll", "made", 10), ("referral-asked", "referral-replied")),
    "tell-decision": Debt(When("bd", "made", 10), When("bd", "made", 15), ("updated", "reported-back")),
    "keep-in-touch": Debt(
        *(When("roll", "made"), When("day", "due", 14)), ("reported-back", "updated", "gave-back", "heard-from")
    ),
}
"""What is owed after a talk; of equal days the first here comes first."""
CADENCE = {"thanked": 30, "in-touch": 90}
"""Calendar days from the last contact to keeping in touch, by stage."""


DEFERRED_DAYS = 90
"""Calendar days to a new ask where "not now" named no day."""
LATE_THANKS = 3
"""Calendar days after a talk from which thanks are late."""
WARNINGS = {
    "W-one-open": "one request was open already; this counts as its reminder",
    "W-early": "the reminder came before seven business days were over",
    "W-second-follow-up": "there was a reminder already; one is enough",
    "W-too-soon": "it was too soon to ask again",
    "W-declined": "they had said no; it was for them to write first",
    "W-dnc": "they are not to be contacted; the entry is kept and has no effect",
    "W-late-thanks": "thanks were due within 48 hours",
    "W-closed": "you had closed this; `reopened` takes it up again",
}
"""What is said of an entry by which a rule was broken: facts are kept all the same."""
IMPOSSIBLE = {
    "confirmed": "no talk is fixed",
    "cancelled": "no talk is fixed",
    "missed": "no talk is fixed",
    "thanked": "there is nothing to thank for: no talk, no advice, no name, and no answer that was a no or a later",
    "advice-followed": "no piece of advice is open",
    "advice-dropped": "no piece of advice is open",
    "followed-up": "there was no request to follow up",
}
"""Why an entry cannot be true where things stand; an old log that holds one is read without it."""
