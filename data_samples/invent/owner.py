"""The invented ego of the demo: who she is, where she worked, what she wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRST, LAST = "Tessa", "Morgenroth"
NAME = f"{FIRST} {LAST}"
SLUG = "tessa-morgenroth-demo2016"
URL = f"https://www.linkedin.com/in/{SLUG}"
EMPLOYER = "Nordhalle Messe GmbH"
HEADLINE = "Senior Event Manager at Nordhalle | Trade fairs, congresses, too many spreadsheets"
EXPORTED = date(2026, 11, 2)
EARLIER = date(2026, 5, 11)
TODAY = date(2026, 11, 16)
JOINED = date(2016, 10, 4)


@dataclass(frozen=True, slots=True)
class Job:
    """One row of Positions.csv."""

    company: str
    title: str
    place: str
    started: str
    finished: str
    text: str


JOBS = (
    Job(
        EMPLOYER,
        "Senior Event Manager",
        "Hamburg, Germany",
        "Apr 2021",
        "",
        "Runs three trade fairs a year, from floor plan to closing report. Built the visitor dashboard.",
    ),
    Job(
        "Papierkran",
        "Event Manager",
        "Hamburg, Germany",
        "Feb 2018",
        "Mar 2021",
        "Corporate events and product launches for clients in trade, energy and logistics.",
    ),
    Job(
        "Lindenhof Kongresse",
        "Event Coordinator",
        "Leipzig, Germany",
        "Sep 2016",
        "Jan 2018",
        "Speakers, registration and rooms for medical congresses.",
    ),
    Job(
        "Zeitsprung Festival e.V.",
        "Volunteer Coordinator",
        "Leipzig, Germany",
        "Oct 2015",
        "Aug 2016",
        "",
    ),
)

# school, start, end, notes, degree, activities
SCHOOLS = (
    ("Universität Leipzig", "2011", "2015", "", "B.A. Communication and Media Studies", "Student radio"),
    ("Université Lumière Lyon 2", "Sep 2013", "Jul 2014", "Year abroad", "", "Film club"),
)

SKILLS = (
    "Event Management",
    "Project Management",
    "Trade Shows",
    "Negotiation",
    "Budgeting",
    "Public Speaking",
    "Microsoft Excel",
    "SQL",
    "Data Visualization",
    "Vendor Management",
    "Team Leadership",
    "Sponsorship",
)
LANGUAGES = (
    ("German", "Native or bilingual proficiency"),
    ("English", "Full professional proficiency"),
    ("French", "Professional working proficiency"),
    ("Spanish", "Elementary proficiency"),
)
EMAILS = (("tessa.morgenroth@example.com", "Yes", "Yes"), ("t.morgenroth@nordhalle.example", "Yes", "No"))
