"""An invented campaign for the tests of the page: what is due, owed and waited for, chains, notes."""

from __future__ import annotations

from dataclasses import replace

from netscout.model.campaign import Campaign, Led, LogNote, Party, Todo
from netscout.model.report import ReportData
from netscout.model.yields import Rate, Yields

NOTES = ("Half the week is cleaning tables.", "Who signs off the figures?")
WORDS = "Tell Bo that I sent you"
YIELDS = Yields(
    (("asked", 8), ("answered", 5), ("met", 2), ("thanked", 1), ("named", 1)),
    (
        Rate("all", "not known", 7, 5, 4, 2, 0.4, 0.9, enough=True),
        Rate("list", "has the job", 5, 4, 3, 2, 0.4497, 0.9603, enough=True),
        Rate("list", "opens doors", 2, 1, 1, 0, 0.1, 0.9, enough=False),
    ),
    left_out=1,
    names=2,
    talks=2,
)
STAGES = (
    *("met", "thanked", "asked", "scheduled", "declined", "deferred", "closed", "resting", "bounced", "replied"),
    *("do-not-contact", "listed"),
)


def campaign(data: ReportData) -> Campaign:
    """Return a campaign with one person for each of `STAGES`: the first is owed thanks, the second news."""
    people = data.people[: len(STAGES)]
    ids = [one.id for one in people]
    thank = Todo(ids[0], "thank", "say thank you", "overdue since Sunday 22 March 2026", "overdue", "2026-03-21")
    news = Todo(
        *(ids[1], "report-back", "tell them what came of it", "due since Monday 23 March 2026", "due", "2026-03-23"),
        about=(people[0].name,),
        do=f"netscout draft {ids[1]} --kind update",
    )
    write = Todo(
        *(ids[1], "contact-referral", "write to whom they named", "from Friday 27 March 2026", "upcoming"),
        "2026-03-27",
        about=("Quill Otherton",),
    )
    advice = Todo(ids[1], "follow-advice", "follow their advice, or drop it", "from Monday 13 April 2026", "upcoming")
    steps = {"met": thank, "thanked": news}
    parties = tuple(
        Party(
            *(one.id, one.name, one.title, one.company, stage, f"words of {stage}."),
            steps.get(stage),
            meeting="2026-03-30" if stage == "scheduled" else "",
            notes=(LogNote("2026-03-20", "met", NOTES[0]), LogNote("2026-03-20", "open", NOTES[1])) * (stage == "met"),
        )
        for one, stage in zip(people, STAGES, strict=True)
    )
    chains = (
        Led(0, ids[1], people[1].name),
        Led(1, ids[0], people[0].name, state="you talked on Friday 20 March 2026", use="you may use their name"),
        Led(2, ids[1], people[1].name, state="not written to yet", use="not asked", again=True, words=WORDS),
        Led(1, "", "Quill Otherton", "Analyst", "Larkfield", "not written to yet", "they would rather not be named"),
    )
    return Campaign(parties, (thank, news), (write,), (advice,), YIELDS, chains)


def with_campaign(data: ReportData) -> ReportData:
    """Return the report with the campaign."""
    return replace(data, campaign=campaign(data))
