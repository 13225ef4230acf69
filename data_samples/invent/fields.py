"""All fields of work of the crowd, and the titles of the ego's colleagues."""

from __future__ import annotations

from data_samples.invent import work_far, work_near
from data_samples.invent.work import Field, lines

FIELDS: dict[str, Field] = {
    "events": work_near.EVENTS,
    "marketing": work_near.MARKETING,
    "hospitality": work_near.HOSPITALITY,
    "tech": work_near.TECH,
    "finance": work_far.FINANCE,
    "logistics": work_far.LOGISTICS,
    "education": work_far.EDUCATION,
    "health": work_far.HEALTH,
    "public": work_far.PUBLIC,
    "retail": work_far.RETAIL,
}

# Titles of the ego's present colleagues: her own employer is barred from both lists.
COLLEAGUES = lines("""
    Event Manager
    Project Manager
    Senior Project Manager Trade Fairs
    de:Projektassistenz
    Sales Manager Exhibitions
    de:Teamleiter Technik~Teamleiterin Technik
    Marketing Manager
    de:Auszubildender Veranstaltungskaufmann~Auszubildende Veranstaltungskauffrau
    HR Manager
    Controller~Controllerin
    Head of Visitor Services
    IT Administrator~IT Administratorin
    de:Personalreferent~Personalreferentin
    Managing Director
    """)
